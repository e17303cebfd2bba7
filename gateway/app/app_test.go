package app

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
)

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// testConfig is a server with the demo on ports of its own.
func testConfig(t *testing.T) *config.Server {
	return &config.Server{
		Data: config.Data{DataDir: filepath.Join(t.TempDir(), "data")}, HTTPAddr: "127.0.0.1:0", TCPAddr: "127.0.0.1:0",
		Demo: true, DemoPassword: config.DefaultDemoPassword, LoginTime: patience, TokenTime: time.Hour, RefreshTime: time.Hour, DrainTime: patience,
		AnswerTime: patience,
	}
}

// start runs a server for a test.
func start(t *testing.T, change func(*config.Server)) *App {
	t.Helper()
	cfg := testConfig(t)
	if change != nil {
		change(cfg)
	}
	a, err := New(cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := a.Stop(ctx); err != nil {
			t.Error(err)
		}
		if n := a.sessions.Len(); n != 0 {
			t.Errorf("%d sessions are left", n)
		}
	})
	return a
}

func tokenFor(t *testing.T, a *App, user string) string {
	t.Helper()
	token, err := Token(t.Context(), a.cfg.DataDir, user, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// tcpClient is a CTI program that has logged in.
type tcpClient struct {
	*client.Client
	t      *testing.T
	events chan client.Received
}

func dialTCP(t *testing.T, a *App, user string) *tcpClient {
	t.Helper()
	c := &tcpClient{t: t, events: make(chan client.Received, 1000)}
	var err error
	if c.Client, err = client.Dial(t.Context(), a.TCPAddr(), xmltcp.NUL, func(r client.Received) { c.events <- r }); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	c.must(&csta.StartApplicationSession{ApplicationInfo: csta.ApplicationInfo{ApplicationSpecificInfo: csta.Foreign{
		{Name: "userID", Text: user}, {Name: "password", Text: "demo"}, {Name: "pbxDomain", Text: "12345678.pbx.demo"},
	}}, RequestedSessionDuration: csta.Some[int64](120)})
	return c
}

func (c *tcpClient) must(m csta.Message) csta.Message {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), patience)
	defer cancel()
	answer, err := c.Do(ctx, m, csta.Unitel)
	if err != nil {
		c.t.Fatalf("%s: %v", m.Name(), err)
	}
	return answer
}

func (c *tcpClient) await(name string) csta.Message {
	c.t.Helper()
	for {
		select {
		case r := <-c.events:
			if r.Message.Name() == name {
				return r.Message
			}
		case <-time.After(patience):
			c.t.Fatalf("%s does not come", name)
		}
	}
}

// TestAcrossTheDoors: a program monitors 201 over TCP; a browser tab at 200
// calls 201; the program sees it ring and answers; either hangs up.
func TestAcrossTheDoors(t *testing.T) {
	a := start(t, nil)
	for _, who := range []string{"the program", "the tab"} {
		t.Run(who+" hangs up", func(t *testing.T) {
			program := dialTCP(t, a, "crm@demo")
			tab := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
			second := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
			program.must(&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device("201")}})
			tab.must("MonitorStart", `{"monitorObject":{"deviceObject":"u-12345678-200"}}`)
			second.must("monitorstart", `{"monitorObject":{"deviceObject":"200"}}`)

			made := tab.must("MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`)
			call := field(t, made, "callingDevice.callId")
			rings := program.await("DeliveredEvent").(*csta.DeliveredEvent)
			if rings.Connection.CallID != call || rings.CallingDevice.DeviceIdentifier.Value != "200" || rings.LocalConnectionInfo != csta.LocalConnectionStateAlerting {
				t.Errorf("%+v", rings)
			}
			program.must(&csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{CallID: call, DeviceID: csta.Device("201")}})
			program.await("EstablishedEvent")
			for _, one := range []*hubClient{tab, second} {
				if got := one.await("Established"); field(t, got, "establishedConnection.callId") != call || field(t, got, "privateData.remoteName") != "Bob Berg" {
					t.Errorf("%s", got)
				}
			}
			by := "200"
			if who == "the program" {
				by = "201"
				program.must(&csta.ClearConnection{ConnectionToBeCleared: csta.ConnectionID{CallID: call, DeviceID: csta.Device("201")}})
			} else {
				tab.must("ClearConnection", `{"connectionToBeCleared":{"callId":"`+call+`"}}`)
			}
			if got := program.await("ConnectionClearedEvent").(*csta.ConnectionClearedEvent); got.ReleasingDevice.DeviceIdentifier.Value != by {
				t.Errorf("%+v", got)
			}
			for _, one := range []*hubClient{tab, second} {
				if got := one.await("ConnectionCleared"); field(t, got, "releasingDevice.deviceIdentifier") != by {
					t.Errorf("%s", got)
				}
			}
		})
	}
}

// TestLoginOnTheHub is uni-tel's published flow, with a login call and without
// a token.
func TestLoginOnTheHub(t *testing.T) {
	a := start(t, nil)
	c := dialHub(t, a.HTTPAddr(), "")
	if _, failure := c.invoke("MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`); !strings.HasPrefix(failure, "CSTAErrorCode operation.securityViolation: ") {
		t.Errorf("before the login: %s", failure)
	}
	login := func(user, password, domain string) (string, string) {
		return c.invoke("StartApplicationSession", `{"applicationInfo":{"applicationSpecificInfo":{"vendorData:userID":"`+user+
			`","vendorData:password":"`+password+`","vendorData:pbxDomain":"`+domain+`"}},"requestedSessionDuration":120}`)
	}
	var refusals []string
	for _, wrong := range [][3]string{{"alice@demo", "wrong", "12345678.pbx.demo"}, {"mallory", "demo", "12345678.pbx.demo"}, {"alice@demo", "demo", "x"}} {
		_, failure := login(wrong[0], wrong[1], wrong[2])
		refusals = append(refusals, failure)
	}
	if !strings.HasPrefix(refusals[0], "StartApplicationSessionNegResponse invalidApplicationInfo: ") || refusals[0] != refusals[1] || refusals[1] != refusals[2] {
		t.Errorf("refused with %q", refusals)
	}
	started, failure := login("alice@demo", "demo", "12345678.pbx.demo")
	if failure != "" || field(t, started, "actualSessionDuration") != "120" {
		t.Fatalf("%s %s", started, failure)
	}
	c.must("MonitorStart", `{"monitorObject":{"deviceObject":"u-12345678-200"}}`)
	made := c.must("MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"22334455"}`)
	call := field(t, made, "callingDevice.callId")
	if got := c.await("ServiceInitiated"); field(t, got, "offset") != "1" || field(t, got, "monitorCrossRefId") != "u-12345678-200" {
		t.Errorf("%s", got)
	}
	c.must("AnswerCall", `{"callToBeAnswered":{"callId":"`+call+`"}}`)
	for _, event := range []string{"Originated", "Delivered", "Established"} {
		c.await(event)
	}
	if got := c.must("ClearConnection", `{"connectionToBeCleared":{"callId":"`+call+`"},"privateData":{"requestId":"r7"}}`); field(t, got, "privateData.requestId") != "r7" {
		t.Errorf("%s", got)
	}
	c.await("ConnectionCleared")
}

func TestBadCallsOnTheHub(t *testing.T) {
	a := start(t, nil)
	c := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	other := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "bob@demo"))
	for _, tt := range []struct{ target, argument, want string }{
		{"NoSuchService", `{}`, `CSTAErrorCode operation.serviceNotSupported: unknown message "NoSuchService"`},
		{"DeliveredEvent", `{}`, "CSTAErrorCode operation."},
		{"MakeCallResponse", `{"callingDevice":{"callId":"1"}}`, "CSTAErrorCode operation.serviceNotSupported: MakeCallResponse is not a service"},
		{"MakeCall", `{"callingDevice":"200"}`, "CSTAErrorCode operation.invalidParameterValue: mandatory field missing MakeCall/calledDirectoryNumber"},
		{"MakeCall", `"200"`, "CSTAErrorCode operation."},
		{"MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201"},{}`, "CSTAErrorCode operation.invalidParameterValue: MakeCall takes one object, not 2 arguments"},
		{"MakeCall", `{"callingDevice":"999","calledDirectoryNumber":"201"}`, `CSTAErrorCode operation.invalidCallingDeviceID: no telephone "999" in this tenant`},
		{"MonitorStart", `{"monitorObject":{"deviceObject":"999"}}`, `CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant`},
		{"MonitorStart", `{"monitorObject":{"deviceObject":"201"}}`, "CSTAErrorCode operation.privilegeViolationSpecifiedDevice: "},
		{"AnswerCall", `{"callToBeAnswered":{"deviceId":"200"}}`, "CSTAErrorCode stateIncompatibility.noCallToAnswer: "},
	} {
		if _, failure := c.invoke(tt.target, tt.argument); !strings.HasPrefix(failure, tt.want) {
			t.Errorf("%s %s fails with %q, want %q", tt.target, tt.argument, failure, tt.want)
		}
	}
	c.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	if err := c.Write("{"); err != nil { // no SignalR message
		t.Fatal(err)
	}
	if m := c.closed(); m.Error == "" {
		t.Errorf("closed with %+v", m)
	}
	other.must("SnapshotDevice", `{"snapshotObject":"201"}`)
}

func TestLoginTime(t *testing.T) {
	a := start(t, func(c *config.Server) { c.LoginTime = 50 * time.Millisecond })
	c := dialHub(t, a.HTTPAddr(), "")
	if m := c.closed(); m.Error != "nobody logged in within the login time" || m.AllowReconnect {
		t.Errorf("closed with %+v", m)
	}
	in := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	in.must("SnapshotDevice", `{"snapshotObject":"200"}`)
}

func TestTokens(t *testing.T) {
	a := start(t, nil)
	good := tokenFor(t, a, "alice@demo")
	expired, err := Token(t.Context(), a.cfg.DataDir, "alice@demo", -time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	p, err := auth.NewTokens([]byte(strings.Repeat("x", 32))).Issue(nobody(), "", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(good, ".")
	unsigned := "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + parts[1] + "."
	for name, token := range map[string]string{
		"expired": expired, "signed by another": p, "alg none": unsigned, "unsigned": parts[0] + "." + parts[1] + ".", "rubbish": "rubbish",
	} {
		_, err := tryHub(t, a.HTTPAddr(), token, "")
		if got := refusal(t, err); got.Status != http.StatusUnauthorized || got.Body != "" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestTokenExpiresOnALiveConnection(t *testing.T) {
	a := start(t, nil)
	token, err := Token(t.Context(), a.cfg.DataDir, "alice@demo", 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	c := dialHub(t, a.HTTPAddr(), token)
	c.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	if m := c.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v: the client may come back with another token", m)
	}
	_, err = tryHub(t, a.HTTPAddr(), token, "")
	if got := refusal(t, err); got.Status != http.StatusUnauthorized {
		t.Errorf("back with the same token: %v", got)
	}
}

// TestTokenForNobody: a good token for a tenant that is not here is no token.
func TestTokenForNobody(t *testing.T) {
	a := start(t, nil)
	tokens, err := auth.OpenTokens(a.cfg.DataDir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	token, err := tokens.Issue(&access.Principal{User: "x@acme", Tenant: "acme"}, "", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	_, err = tryHub(t, a.HTTPAddr(), token, "")
	if got := refusal(t, err); got.Status != http.StatusUnauthorized {
		t.Errorf("%v", got)
	}
}

func TestOrigins(t *testing.T) {
	a := start(t, func(c *config.Server) { c.Demo = true; c.AllowOrigin = []string{"https://crm.example.com"} })
	own := "http://" + a.HTTPAddr()
	for origin, want := range map[string]bool{
		own: true, "https://crm.example.com": true, "http://localhost:5173": true, "http://127.0.0.1:3000": true,
		"https://evil.example": false, "https://crm.example.com.evil.example": false, "null": false, "https://localhost:1": false,
		"http://localhost.evil.example": false,
	} {
		_, err := tryHub(t, a.HTTPAddr(), "", origin)
		if (err == nil) != want {
			t.Errorf("hub, %s: %v", origin, err)
		} else if !want {
			if got := refusal(t, err); got.Status != http.StatusForbidden || !strings.Contains(got.Body, "--allow-origin") {
				t.Errorf("hub, %s: %v", origin, got)
			}
		}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodOptions, own+"/api/v1/login", nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Origin", origin)
		request.Header.Set("Access-Control-Request-Method", "POST")
		request.Header.Set("Access-Control-Request-Headers", "content-type")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if got := response.Header.Get("Access-Control-Allow-Origin"); origin != own && (got == origin) != want || (response.StatusCode == http.StatusForbidden) == want {
			t.Errorf("REST, %s: %d, allowed is %q", origin, response.StatusCode, got)
		}
	}
}

// request sends a request and gives status and body.
func request(t *testing.T, method, address, body string, header ...string) (int, http.Header, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(text)
}

func TestREST(t *testing.T) {
	a := start(t, nil)
	base := "http://" + a.HTTPAddr()
	login := base + "/api/v1/login"
	status, header, body := request(t, "POST", login, `{"userId":"alice@demo","password":"demo","pbxDomain":"12345678.pbx.demo"}`)
	var answer struct {
		AccessToken string
		ExpiresIn   int
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil || status != http.StatusOK || answer.ExpiresIn != 3600 || header.Get("Cache-Control") != "no-store" {
		t.Fatalf("%d %s", status, body)
	}
	dialHub(t, a.HTTPAddr(), answer.AccessToken).must("SnapshotDevice", `{"snapshotObject":"200"}`)

	status, _, body = request(t, "GET", base+"/api/v1/me", "", "Authorization", "Bearer "+answer.AccessToken)
	if status != http.StatusOK || field(t, body, "name") != "Alice Andersen" || field(t, body, "device") != "200" {
		t.Errorf("%d %s", status, body)
	}
	for _, tt := range []struct {
		method, path, body string
		want               int
	}{
		{"POST", "/api/v1/login", `{"userId":"alice@demo","password":"wrong"}`, 401},
		{"POST", "/api/v1/login", `{"userId":"nobody","password":"demo"}`, 401},
		{"POST", "/api/v1/login", `{}`, 401},
		{"POST", "/api/v1/login", `not json`, 400},
		{"POST", "/api/v1/login", `{"userId":"` + strings.Repeat("x", 100_000) + `"}`, 413},
		{"GET", "/api/v1/login", "", 405},
		{"GET", "/api/v1/nothing", "", 404},
		{"GET", "/api/v1/me", "", 401},
	} {
		status, header, body := request(t, tt.method, base+tt.path, tt.body)
		if status != tt.want || header.Get("Content-Type") != "application/problem+json" ||
			field(t, body, "status") != strconv.Itoa(tt.want) || field(t, body, "title") != http.StatusText(tt.want) {
			t.Errorf("%s %s: %d %s", tt.method, tt.path, status, body)
		}
	}
	if status, _, _ := request(t, "GET", base+"/api/v1/me", "", "Authorization", "Bearer rubbish"); status != http.StatusUnauthorized {
		t.Errorf("a bad token: %d", status)
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		for _, method := range []string{"GET", "HEAD"} {
			if status, _, _ := request(t, method, base+path, ""); status != http.StatusOK {
				t.Errorf("%s %s: %d", method, path, status)
			}
		}
	}
}

func TestPages(t *testing.T) {
	a := start(t, nil)
	base := "http://" + a.HTTPAddr()
	status, header, body := request(t, "GET", base+"/", "")
	if status != http.StatusOK || !strings.Contains(body, "<title>") || !strings.Contains(header.Get("Content-Security-Policy"), "script-src 'self'") {
		t.Errorf("%d %v %s", status, header, body)
	}
	for path, want := range map[string]int{"/nothing.js": 404, "/../go.mod": 404, "/assets/": 404, "/%00": 404} {
		if status, _, _ := request(t, "GET", base+path, ""); status != want {
			t.Errorf("%s: %d", path, status)
		}
	}
	if status, _, _ := request(t, "POST", base+"/", ""); status != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", status)
	}
}

func TestStopTellsClients(t *testing.T) {
	a := start(t, nil)
	tab, program := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo")), dialTCP(t, a, "bob@demo")
	tab.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		t.Fatal(err)
	}
	tab.await("ApplicationSessionTerminated")
	if m := tab.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v", m)
	}
	program.await("ApplicationSessionTerminated")
	<-program.Done()
	if err := a.Stop(ctx); err != nil {
		t.Errorf("stopped twice: %v", err)
	}
}

// TestEndlessBody: a request whose body never ends does not keep the server
// from stopping.
func TestEndlessBody(t *testing.T) {
	a := start(t, nil)
	conn, err := net.Dial("tcp", a.HTTPAddr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, "POST /api/v1/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := request(t, "GET", "http://"+a.HTTPAddr()+"/healthz", ""); status != http.StatusOK {
		t.Fatal(status)
	}
	http.DefaultClient.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		t.Errorf("stopped with %v", err)
	}
}

// TestDemoFillsOnce: what a data folder holds is left as it is.
func TestDemoFillsOnce(t *testing.T) {
	cfg := testConfig(t)
	open := func() ([]record.Directory, error) {
		t.Helper()
		db, err := openStore(t.Context(), cfg, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		return directories(t.Context(), cfg, db)
	}
	first, err := open()
	if err != nil || len(first) != 1 || len(first[0].Users) != 7 || len(first[0].Devices) != 8 {
		t.Fatalf("%+v, %v", first, err)
	}
	cfg.DemoPassword = "other"
	again, err := open()
	if err != nil || again[0].Users[0].PasswordHash != first[0].Users[0].PasswordHash {
		t.Errorf("the second start changes what the first one left: %v", err)
	}
	cfg.HTTPAddr = "0.0.0.0:0"
	if _, err := open(); err == nil {
		t.Error("a demo with the well-known password opens to the network")
	}
	cfg.DataDir = filepath.Join(t.TempDir(), "new")
	if _, err := open(); err != nil {
		t.Errorf("a demo with a password of its own: %v", err)
	}
	cfg.Demo, cfg.DataDir = false, filepath.Join(t.TempDir(), "none")
	if dirs, err := open(); err != nil || len(dirs) != 0 {
		t.Errorf("without --demo: %v, %v", dirs, err)
	}
	cfg.Demo, cfg.InMemory, cfg.DataDir = true, true, filepath.Join(t.TempDir(), "memory")
	if dirs, err := open(); err != nil || len(dirs) != 1 {
		t.Errorf("in memory: %v, %v", dirs, err)
	}
	if _, err := os.Stat(cfg.DataDir); !os.IsNotExist(err) {
		t.Errorf("in memory, but something is written: %v", err)
	}
}

// nobody is a principal for tokens that are not good.
func nobody() *access.Principal {
	return &access.Principal{User: "alice@demo", Tenant: "demo", Device: "200"}
}
