package xmltcp_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/session"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
)

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// people are who may log in: user and password are the same.
type people struct{ tenant *pbx.Tenant }

func (p people) Authenticate(_ context.Context, user, password, _, _ string) (access.Principal, bool, error) {
	devices := map[string]string{"alice": "200", "bob": "201", "crm": ""}
	device, ok := devices[user]
	who := access.Principal{User: user, Tenant: "demo", Device: device}
	if user == "crm" {
		who.Control = []string{access.All}
	}
	return who, ok && password == user, nil
}

func (p people) Tenant(id string) (*pbx.Tenant, bool) { return p.tenant, id == "demo" }

// serials names calls c1, c2, …
type serials struct {
	mu sync.Mutex
	n  int
}

func (s *serials) Call() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.n++
	return fmt.Sprint("c", s.n)
}
func (s *serials) Linkage() string { return "linkage" }

// serve runs a server for a test and gives its address.
func serve(t *testing.T, change func(*xmltcp.Config)) (*xmltcp.Server, string) {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	dir := record.Directory{Tenant: record.Tenant{ID: "demo", Trunk: "12345678", NumberPlan: []string{"2xx"}}}
	for _, id := range []string{"200", "201", "202"} {
		dir.Devices = append(dir.Devices, record.Device{ID: id, Tenant: "demo", Kind: record.DeviceStation, Name: "Device " + id})
	}
	for id := 210; id < 300; id++ {
		dir.Devices = append(dir.Devices, record.Device{ID: fmt.Sprint(id), Tenant: "demo", Kind: record.DeviceStation})
	}
	tenant := pbx.Start(pbx.Config{
		Directory: dir, Journal: store.NewMemory(), IDs: &serials{}, Log: log,
		Lines: func(h line.Host) (line.Line, line.Line) { return sim.NewPhones(h), sim.NewTrunk(h) },
	})
	who := people{tenant}
	sessions := session.NewService(session.Config{Authenticator: who, Tenants: who, Log: log, LoginTime: time.Minute})
	cfg := xmltcp.Config{Sessions: sessions, Log: log}
	if change != nil {
		change(&cfg)
	}
	server := xmltcp.NewServer(cfg)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		sessions.Stop()
		if err := errors.Join(server.Stop(ctx), tenant.Stop(ctx), <-served); err != nil {
			t.Error(err)
		}
		if server.Len() != 0 || sessions.Len() != 0 {
			t.Errorf("%d connections and %d sessions are left", server.Len(), sessions.Len())
		}
	})
	return server, listener.Addr().String()
}

// peer is the other end of a connection, byte by byte.
type peer struct {
	t  *testing.T
	nc net.Conn
	r  *bufio.Reader
}

func connect(t *testing.T, addr string) *peer {
	t.Helper()
	nc, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = nc.Close() })
	return &peer{t: t, nc: nc, r: bufio.NewReader(nc)}
}

func (p *peer) write(text string) {
	p.t.Helper()
	if err := p.nc.SetWriteDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	if _, err := io.WriteString(p.nc, text); err != nil {
		p.t.Fatal(err)
	}
}

// document reads a document that ends with a zero byte.
func (p *peer) document() string {
	p.t.Helper()
	if err := p.nc.SetReadDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	text, err := p.r.ReadString(0)
	if err != nil {
		p.t.Fatalf("no document: %v (%q)", err, text)
	}
	return strings.TrimSuffix(text, "\x00")
}

// await reads documents up to one with the name, and gives that.
func (p *peer) await(name string) string {
	p.t.Helper()
	for {
		if doc := p.document(); strings.HasPrefix(doc, "<"+name) {
			return doc
		}
	}
}

// ended checks that the server has closed the connection.
func (p *peer) ended() {
	p.t.Helper()
	if err := p.nc.SetReadDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	if rest, err := io.ReadAll(p.r); err != nil && !strings.Contains(err.Error(), "reset") {
		p.t.Fatalf("the connection is not closed: %v, %q", err, rest)
	}
}

func login(user string) string {
	return `<?xml version="1.0" encoding="utf-16"?><StartApplicationSession><applicationInfo><applicationSpecificInfo>` +
		`<vendorData:userID>` + user + `</vendorData:userID><vendorData:password>` + user + `</vendorData:password>` +
		`<vendorData:pbxDomain>12345678.pbx.demo</vendorData:pbxDomain></applicationSpecificInfo></applicationInfo>` +
		`<requestedSessionDuration>120</requestedSessionDuration></StartApplicationSession>`
}

func loggedIn(t *testing.T, addr, user string) *peer {
	t.Helper()
	p := connect(t, addr)
	p.write(login(user) + "\x00")
	p.await("StartApplicationSessionPosResponse")
	return p
}

// value gives the text of the first element of a name.
func value(t *testing.T, doc, element string) string {
	t.Helper()
	_, rest, ok := strings.Cut(doc, "<"+element+">")
	text, _, ended := strings.Cut(rest, "</"+element+">")
	if !ok || !ended {
		t.Fatalf("no %s in %s", element, doc)
	}
	return text
}

const makeCall = `<?xml version="1.0" encoding="utf-16"?>
<MakeCall>
  <callingDevice>200</callingDevice>
  <calledDirectoryNumber>22334455</calledDirectoryNumber>
  <autoOriginate>doNotPrompt</autoOriginate>
  <privateData><requestID>114-b85d</requestID></privateData>
</MakeCall>`

// TestPublishedFlow is uni-tel's use case of a call, with documents split at
// any byte and several in one segment.
func TestPublishedFlow(t *testing.T) {
	_, addr := serve(t, nil)
	flow := login("alice") + "\x00" +
		`<MonitorStart xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6"><monitorObject><deviceObject>u-12345678-200</deviceObject></monitorObject>` +
		`<privateData><requestID>100-null</requestID></privateData></MonitorStart>` + "\x00\r\n\x00" + makeCall + "\x00"
	for _, size := range []int{1, len(flow)} {
		t.Run(fmt.Sprint(size, " bytes a write"), func(t *testing.T) {
			p := connect(t, addr)
			// The same id with the same words within a minute would be the same call.
			requestID := fmt.Sprint("114-b85d-", size)
			for rest := strings.Replace(flow, "114-b85d", requestID, 1); rest != ""; {
				n := min(size, len(rest))
				p.write(rest[:n])
				rest = rest[n:]
			}
			if got := value(t, p.document(), "actualSessionDuration"); got != "120" {
				t.Errorf("a session of %s seconds", got)
			}
			started := p.document()
			if value(t, started, "monitorCrossRefID") != "u-12345678-200" || value(t, started, "requestID") != "100-null" {
				t.Errorf("monitor: %s", started)
			}
			made := p.document()
			if !strings.HasPrefix(made, `<MakeCallResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">`) || value(t, made, "requestID") != requestID {
				t.Errorf("answer: %s", made)
			}
			call := value(t, made, "callID")
			for _, name := range []string{"DeliveredEvent", "EstablishedEvent"} {
				event := p.await(name)
				if value(t, event, "callID") != call || value(t, event, "deviceID") != "200" || value(t, event, "remoteUser") != "22334455" ||
					value(t, event, "localConnectionInfo") != "connected" {
					t.Errorf("%s", event)
				}
			}
			p.write(`<ClearConnection><connectionToBeCleared><callID>` + call + `</callID><deviceID>200</deviceID></connectionToBeCleared>` +
				`<privateData><requestID>334</requestID></privateData></ClearConnection>` + "\x00")
			if got := p.document(); value(t, got, "requestID") != "334" {
				t.Errorf("answer: %s", got)
			}
			cleared := p.await("ConnectionClearedEvent")
			if value(t, cleared, "cause") != "Normal Clearing" || value(t, cleared, "localConnectionInfo") != "null" {
				t.Errorf("%s", cleared)
			}
		})
	}
}

// TestBetweenClients: one watches and answers what another one calls.
func TestBetweenClients(t *testing.T) {
	_, addr := serve(t, nil)
	alice, bob := loggedIn(t, addr, "alice"), loggedIn(t, addr, "bob")
	bob.write(`<MonitorStart><monitorObject><deviceObject>201</deviceObject></monitorObject></MonitorStart>` + "\x00")
	bob.await("MonitorStartResponse")
	alice.write(`<MonitorStart><monitorObject><deviceObject>200</deviceObject></monitorObject></MonitorStart>` + "\x00" +
		strings.Replace(makeCall, "22334455", "201", 1) + "\x00")
	call := value(t, bob.await("DeliveredEvent"), "callID")
	bob.write(`<AnswerCall><callToBeAnswered><callID>` + call + `</callID><deviceID>201</deviceID></callToBeAnswered></AnswerCall>` + "\x00")
	if got := value(t, bob.await("AnswerCallResponse"), "callID"); got != call {
		t.Errorf("answered %s", got)
	}
	bob.await("EstablishedEvent")
	alice.await("EstablishedEvent")
	bob.write(`<ClearConnection><connectionToBeCleared><callID>` + call + `</callID></connectionToBeCleared></ClearConnection>` + "\x00")
	for _, p := range []*peer{alice, bob} {
		if got := value(t, p.await("ConnectionClearedEvent"), "deviceIdentifier"); got != "201" {
			t.Errorf("released by %s", got)
		}
	}
}

// frame reads a document with a J.2 header.
func (p *peer) frame() (invokeID, doc string) {
	p.t.Helper()
	if err := p.nc.SetReadDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	header := make([]byte, 8)
	if _, err := io.ReadFull(p.r, header); err != nil {
		p.t.Fatal(err)
	}
	if !bytes.Equal(header[:2], []byte{0, 0}) {
		p.t.Fatalf("format % x", header[:2])
	}
	body := make([]byte, int(header[2])<<8+int(header[3])-8)
	if _, err := io.ReadFull(p.r, body); err != nil {
		p.t.Fatal(err)
	}
	return string(header[4:]), string(body)
}

func j2(invokeID, doc string) string {
	n := len(doc) + 8
	return "\x00\x00" + string([]byte{byte(n >> 8), byte(n)}) + invokeID + doc
}

// TestJ2 speaks with headers: the invoke id comes back, events carry 9999, the
// namespaces are those of the edition asked for.
func TestJ2(t *testing.T) {
	_, addr := serve(t, nil)
	for _, version := range []string{
		"http://www.ecma-international.org/standards/ecma-323/csta/ed3",
		"http://www.ecma-international.org/standards/ecma-323/csta/ed4",
		"http://www.ecma-international.org/standards/ecma-323/csta/ed5",
		"http://www.ecma-international.org/standards/ecma-323/csta/ed6",
		"http://www.ecma.ch/standards/ecma-323/csta/ed3",
		"http://www.ecma-international.org/standards/ecma-323/csta/ed3/priv5",
	} {
		t.Run(version, func(t *testing.T) {
			namespace := strings.TrimSuffix(version, "/priv5")
			p := connect(t, addr)
			start := j2("0000", `<StartApplicationSession xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">`+
				`<applicationInfo><applicationID>x</applicationID><applicationSpecificInfo><a:SessionLoginInfo xmlns:a="http://www.avaya.com/csta">`+
				`<a:userName>alice</a:userName><a:password>alice</a:password></a:SessionLoginInfo></applicationSpecificInfo></applicationInfo>`+
				`<requestedProtocolVersions><protocolVersion>`+version+`</protocolVersion></requestedProtocolVersions>`+
				`<requestedSessionDuration>180</requestedSessionDuration></StartApplicationSession>`)
			for _, piece := range []string{start[:2], start[2:4], start[4:8], start[8:]} { // as one client sends its header
				p.write(piece)
			}
			id, doc := p.frame()
			if id != "0000" || !strings.HasPrefix(doc, `<StartApplicationSessionPosResponse xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">`) ||
				value(t, doc, "actualProtocolVersion") != version || value(t, doc, "actualSessionDuration") != "180" {
				t.Fatalf("%s %s", id, doc)
			}
			p.write(j2("0001", `<MonitorStart xmlns="`+namespace+`"><monitorObject><deviceObject>200</deviceObject></monitorObject></MonitorStart>`) +
				j2("0002", `<MakeCall xmlns="`+namespace+`"><callingDevice>200</callingDevice><calledDirectoryNumber>201</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate></MakeCall>`))
			want := []string{"0001 MonitorStartResponse", "0002 MakeCallResponse", "9999 ServiceInitiatedEvent", "9999 OriginatedEvent", "9999 DeliveredEvent"}
			for _, w := range want {
				id, doc := p.frame()
				if got := id + " " + strings.TrimPrefix(doc[:strings.IndexByte(doc, ' ')], "<"); got != w || !strings.Contains(doc, ` xmlns="`+namespace+`"`) {
					t.Errorf("%s %s, want %s in %s", id, doc, w, namespace)
				}
				if strings.Contains(w, "Delivered") && strings.Contains(doc, "callerName") {
					t.Errorf("uni-tel's private data in a standard dialect: %s", doc)
				}
			}
			p.write(j2("9998", `<ClearConnection><connectionToBeCleared><deviceID>200</deviceID></connectionToBeCleared></ClearConnection>`))
			if id, doc := p.frame(); id != "9998" || !strings.HasPrefix(doc, "<ClearConnectionResponse") {
				t.Errorf("%s %s", id, doc)
			}
		})
	}
}

// TestLongAnswers: a header's length, read as a signed number, tells at most
// 32 KB. A snapshot that is longer comes in segments, of which the last says so.
func TestLongAnswers(t *testing.T) {
	_, addr := serve(t, nil)
	p := connect(t, addr)
	namespace := "http://www.ecma-international.org/standards/ecma-323/csta/ed6"
	p.write(j2("0000", `<StartApplicationSession xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">`+
		`<applicationInfo><applicationID>x</applicationID><applicationSpecificInfo><userID>crm</userID><password>crm</password></applicationSpecificInfo></applicationInfo>`+
		`<requestedProtocolVersions><protocolVersion>`+namespace+`</protocolVersion></requestedProtocolVersions></StartApplicationSession>`))
	p.frame()
	for id := 210; id < 300; id++ {
		p.write(j2("0001", fmt.Sprintf(`<MakeCall xmlns="%s"><callingDevice>%d</callingDevice><calledDirectoryNumber>22334455</calledDirectoryNumber></MakeCall>`, namespace, id)))
		p.frame()
	}
	p.write(j2("0002", `<SnapshotDevice xmlns="`+namespace+`"><snapshotObject>t-12345678</snapshotObject></SnapshotDevice>`))
	id, doc := p.frame()
	ref := value(t, doc, "serviceCrossRefID")
	if id != "0002" || !strings.HasPrefix(doc, "<SnapshotDeviceResponse") || strings.Contains(doc, "snapshotData") {
		t.Fatalf("%s %s", id, doc)
	}
	calls, last := 0, "false"
	for segment := 1; last != "true"; segment++ {
		id, doc := p.frame()
		if id != "9999" || !strings.HasPrefix(doc, "<SnapshotDeviceData") || len(doc) >= 1<<15 ||
			value(t, doc, "serviceCrossRefID") != ref || value(t, doc, "segmentID") != fmt.Sprint(segment) {
			t.Fatalf("segment %d, %d bytes: %s %.300s", segment, len(doc), id, doc)
		}
		calls += strings.Count(doc, "<connectionIdentifier>")
		last = value(t, doc, "lastSegment")
	}
	if calls != 90 {
		t.Errorf("%d calls in all segments, want 90", calls)
	}

	// Uni-tel has no segments, nor has a list of monitors.
	for id := 210; id < 300; id++ {
		for range 4 {
			p.write(j2("0003", fmt.Sprintf(`<MonitorStart xmlns="%s"><monitorObject><deviceObject>%d</deviceObject></monitorObject></MonitorStart>`, namespace, id)))
			p.frame()
		}
	}
	p.write(j2("0004", `<GetMonitors xmlns="`+namespace+`"/>`))
	if id, doc := p.frame(); id != "0004" || !strings.Contains(doc, "<systemResourceAvailibility>resourceLimitExceeded") {
		t.Errorf("%s %.300s", id, doc)
	}
}

// TestEventPositions: events carry their positions for sessions that ask.
func TestEventPositions(t *testing.T) {
	_, addr := serve(t, nil)
	p := connect(t, addr)
	p.write(strings.Replace(login("alice"), "<vendorData:userID>", "<eventPositions>true</eventPositions><vendorData:userID>", 1) + "\x00")
	epoch := value(t, p.await("StartApplicationSessionPosResponse"), "epoch")
	p.write(`<MonitorStart><monitorObject><deviceObject>200</deviceObject></monitorObject></MonitorStart>` + "\x00" + makeCall + "\x00")
	for i, name := range []string{"ServiceInitiatedEvent", "OriginatedEvent", "NetworkReachedEvent"} {
		event := p.await(name)
		if value(t, event, "epoch") != epoch || value(t, event, "offset") != fmt.Sprint(i+1) {
			t.Errorf("event %d: %s", i+1, event)
		}
	}
}
