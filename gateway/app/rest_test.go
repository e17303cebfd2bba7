package app

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// ask asks for a path below /api/v1 as a user, and decodes the answer.
func (c *apiClient) ask(method, path, body string, header ...string) (int, http.Header, map[string]any) {
	c.t.Helper()
	header = append([]string{"Authorization", "Bearer " + c.token, "Content-Type", "application/json"}, header...)
	status, h, text := request(c.t, method, "http://"+c.a.HTTPAddr()+"/api/v1"+path, body, header...)
	holdAgainstDescription(c.t, method, "/api/v1"+path, status, h, text)
	var value map[string]any
	if text != "" && strings.Contains(h.Get("Content-Type"), "json") {
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			c.t.Fatalf("%s %s: %v in %s", method, path, err, text)
		}
	}
	if status >= 400 {
		if h.Get("Content-Type") != "application/problem+json" || value["status"] != float64(status) || value["title"] == "" {
			c.t.Errorf("%s %s: %d is no problem of RFC 9457: %s %v", method, path, status, h.Get("Content-Type"), value)
		}
	}
	return status, h, value
}

// want is ask, for an answer that is known.
func (c *apiClient) want(status int, method, path, body string, header ...string) (http.Header, map[string]any) {
	c.t.Helper()
	got, h, value := c.ask(method, path, body, header...)
	if got != status {
		c.t.Errorf("%s %s: %d, want %d: %v", method, path, got, status, value)
	}
	return h, value
}

type apiClient struct {
	t     *testing.T
	a     *App
	token string
}

func apiAs(t *testing.T, a *App, user string) *apiClient {
	t.Helper()
	return &apiClient{t, a, tokenFor(t, a, user)}
}

func TestLoginRefreshLogout(t *testing.T) {
	a := start(t, nil)
	c := &apiClient{t: t, a: a}
	_, first := c.want(200, "POST", "/login", `{"userId":"alice","password":"demo","pbxDomain":"12345678.pbx.demo"}`)
	c.token = first["accessToken"].(string)
	if _, me := c.want(200, "GET", "/me", ""); me["userId"] != "alice@demo" || me["name"] != "Alice Andersen" || first["expiresIn"] != 3600.0 {
		t.Errorf("%v, %v", first, me)
	}
	exchange := func(token any) string {
		text, err := json.Marshal(map[string]any{"refreshToken": token})
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	_, second := c.want(200, "POST", "/refresh", exchange(first["refreshToken"]))
	c.token = second["accessToken"].(string)
	c.want(200, "GET", "/me", "")
	c.want(204, "POST", "/logout", exchange(second["refreshToken"]))
	c.want(401, "GET", "/me", "")
	c.want(401, "POST", "/refresh", exchange(second["refreshToken"]))
	c.want(401, "POST", "/refresh", `{}`)
	c.want(204, "POST", "/logout", `{}`)
	c.want(401, "POST", "/login", `{"userId":"alice","password":"wrong"}`)
	// A token in the password's place gives no tokens that outlive it.
	text, err := json.Marshal(map[string]any{"userId": "alice@demo", "password": tokenFor(t, a, "alice@demo")})
	if err != nil {
		t.Fatal(err)
	}
	c.want(401, "POST", "/login", string(text))

	// What happened is in the audit log, and no secret with it.
	operator := apiAs(t, a, "admin@demo")
	a.audit.flush(t)
	_, log := operator.want(200, "GET", "/audit?limit=1000", "")
	whole, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, action := range []string{`"action":"login"`, `"action":"logout"`, `"outcome":"refused"`} {
		if !strings.Contains(string(whole), action) {
			t.Errorf("the audit log does not have %s: %s", action, whole)
		}
	}
	for _, secret := range []string{first["refreshToken"].(string), second["accessToken"].(string), "wrong"} {
		if strings.Contains(string(whole), secret) {
			t.Errorf("the audit log has %q in it", secret)
		}
	}
}

// flush waits until what was noted is stored.
func (a *auditor) flush(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		a.mu.Lock()
		waiting := a.pending
		a.mu.Unlock()
		if waiting == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the audit log is not written")
		}
	}
}

// TestEditsAreLive: what an operator edits is so at once, without a restart.
func TestEditsAreLive(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	admin.want(201, "POST", "/groups", `{"groupId":"sales","name":"Sales"}`)
	h, device := admin.want(201, "POST", "/devices", `{"deviceId":"210","name":"Frank","pickupGroups":["sales"]}`)
	if h.Get("Location") != "/api/v1/devices/210" || h.Get("ETag") == "" || device["kind"] != "station" {
		t.Errorf("%v %v", h, device)
	}
	admin.want(201, "POST", "/users", `{"userId":"frank@demo","name":"Frank","role":"agent","device":"210","password":"long enough"}`)
	frank := &apiClient{t: t, a: a}
	_, login := frank.want(200, "POST", "/login", `{"userId":"frank@demo","password":"long enough"}`)
	frank.token = login["accessToken"].(string)

	tab := dialHub(t, a.HTTPAddr(), frank.token)
	tab.must("MonitorStart", `{"monitorObject":{"deviceObject":"210"}}`)
	alice := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	alice.must("MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"210","autoOriginate":"doNotPrompt"}`)
	tab.await("Delivered")

	_, dir := frank.want(200, "GET", "/directory", "")
	states := map[string]string{}
	for _, item := range dir["items"].([]any) {
		entry := item.(map[string]any)
		states[entry["deviceId"].(string)] = entry["state"].(string)
	}
	if states["210"] != "ringing" || states["200"] != "busy" || states["201"] != "idle" {
		t.Errorf("the directory says %v", states)
	}

	// Another password: the old one, its tokens and its connections are out.
	h, user := admin.want(200, "GET", "/users/frank@demo", "")
	if user["password"] != nil || user["hasPassword"] != true {
		t.Errorf("%v", user)
	}
	changed := `{"name":"Frank","role":"agent","device":"210","password":"something else"}`
	admin.want(428, "PUT", "/users/frank@demo", changed)
	admin.want(412, "PUT", "/users/frank@demo", changed, "If-Match", `"1"`)
	admin.want(412, "PUT", "/users/frank@demo", changed, "If-Match", `W/x`)
	admin.want(200, "PUT", "/users/frank@demo", changed, "If-Match", h.Get("ETag"))
	admin.want(412, "PUT", "/users/frank@demo", changed, "If-Match", h.Get("ETag"))
	if m := tab.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v", m)
	}
	refresh, err := json.Marshal(map[string]any{"refreshToken": login["refreshToken"]})
	if err != nil {
		t.Fatal(err)
	}
	frank.want(401, "POST", "/refresh", string(refresh))
	frank.want(401, "POST", "/login", `{"userId":"frank@demo","password":"long enough"}`)

	// Gone: nobody logs in, and nobody calls it.
	admin.want(409, "DELETE", "/devices/210", "", "If-Match", "*") // Frank refers to it
	admin.want(204, "DELETE", "/users/frank@demo", "", "If-Match", "*")
	admin.want(404, "GET", "/users/frank@demo", "")
	admin.want(204, "DELETE", "/devices/210", "", "If-Match", "*")
	admin.want(404, "DELETE", "/devices/210", "", "If-Match", "*")
	if _, failure := alice.invoke("SnapshotDevice", `{"snapshotObject":"210"}`); !strings.Contains(failure, "invalidDeviceID") {
		t.Errorf("a device that was deleted: %s", failure)
	}
}

func TestEditsAreChecked(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	for _, tt := range []struct {
		status     int
		path, body string
	}{
		{400, "/users", `[`},
		{413, "/users", `{"name":"` + strings.Repeat("x", 70_000) + `"}`},
		{422, "/users", `{}`},
		{422, "/users", `{"userId":"x y","role":"agent"}`},
		{422, "/users", `{"userId":"x@demo","role":"king"}`},
		{422, "/users", `{"userId":"x@demo","role":"agent","rights":["fly"]}`},
		{422, "/users", `{"userId":"x@demo","role":"agent","control":["a b"]}`},
		{422, "/users", `{"userId":"x@demo","role":"agent","password":"short"}`},
		{422, "/users", `{"userId":"x@demo","role":"agent","device":"999"}`}, // no such device
		{409, "/users", `{"userId":"Alice@demo","role":"agent"}`},
		{409, "/devices", `{"deviceId":"200"}`},
		{422, "/devices", `{"deviceId":"two hundred"}`},
		{422, "/devices", `{"deviceId":"211","kind":"toaster"}`},
		{422, "/devices", `{"deviceId":"211","pickupGroups":["nobody"]}`},
		{422, "/groups", `{"groupId":"a/b"}`},
		{422, "/numbers", `{"number":"hello"}`},
		{422, "/queues", `{"device":"x"}`},
		{422, "/teams", `{"teamId":"` + strings.Repeat("x", 65) + `"}`},
	} {
		admin.want(tt.status, "POST", tt.path, tt.body)
	}
	admin.want(422, "PUT", "/devices/200", `{"deviceId":"201"}`, "If-Match", "*")
	admin.want(404, "GET", "/nothing", "")
	admin.want(405, "PATCH", "/users", "")
	admin.want(400, "GET", "/users?limit=0", "")

	admin.want(201, "POST", "/numbers", `{"number":"+4512345678","name":"Main","device":"400"}`)
	admin.want(201, "POST", "/teams", `{"teamId":"sales","name":"Sales"}`)
	for _, path := range []string{"/numbers/%2B4512345678", "/teams/sales", "/queues/400"} {
		h, body := admin.want(200, "GET", path, "")
		text, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		admin.want(200, "PUT", path, string(text), "If-Match", h.Get("ETag"))
	}
	// Pages: what they hold together is everything, once.
	seen, cursor := 0, ""
	for range 100 {
		_, page := admin.want(200, "GET", "/users?limit=2&cursor="+url.QueryEscape(cursor), "")
		items := page["items"].([]any)
		seen += len(items)
		next, more := page["next"].(string)
		if !more {
			break
		}
		cursor = next
	}
	if _, all := admin.want(200, "GET", "/users", ""); seen != len(all["items"].([]any)) {
		t.Errorf("%d users on all pages, %d in one", seen, len(all["items"].([]any)))
	}
}

// TestIdempotencyKey: a request that comes again because its answer was lost
// gets that answer.
func TestIdempotencyKey(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	_, before := admin.want(200, "GET", "/groups", "")
	first, body := admin.want(201, "POST", "/groups", `{"groupId":"g"}`, "Idempotency-Key", "1")
	again, same := admin.want(201, "POST", "/groups", `{"groupId":"g"}`, "Idempotency-Key", "1")
	if first.Get("ETag") != again.Get("ETag") || again.Get("Location") != "/api/v1/groups/g" || body["groupId"] != same["groupId"] {
		t.Errorf("%v and %v", first, again)
	}
	admin.want(422, "POST", "/groups", `{"groupId":"h"}`, "Idempotency-Key", "1")
	admin.want(409, "POST", "/groups", `{"groupId":"g"}`, "Idempotency-Key", "2")
	admin.want(400, "POST", "/groups", `{"groupId":"h"}`, "Idempotency-Key", strings.Repeat("x", 200))
	_, page := admin.want(200, "GET", "/groups", "")
	if n := len(page["items"].([]any)) - len(before["items"].([]any)); n != 1 {
		t.Errorf("%d groups were made", n)
	}
}

// TestCallRecords: everybody finds the calls he may ask for, page by page and
// as CSV.
func TestCallRecords(t *testing.T) {
	a := start(t, nil)
	begun := time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)
	var entries []record.Entry
	for i, pair := range [][2]string{{"200", "201"}, {"202", "=cmd"}, {"201", "+4511223344"}, {"203", "202"}, {"204", "203"}} {
		c := &record.CallRecord{
			Call: "call-" + pair[0], Tenant: "demo", Direction: record.Internal, Calling: pair[0], Called: pair[1],
			Started: begun.Add(time.Duration(i) * time.Minute), Ended: begun.Add(time.Duration(i)*time.Minute + 30*time.Second), Cause: "normalClearing",
			Parties: []record.Party{{Device: pair[0], Joined: begun, Left: begun}},
		}
		if i == 0 {
			c.Answered = begun.Add(10 * time.Second)
		}
		entries = append(entries, record.Entry{Kind: record.CallBegan, Call: c}, record.Entry{Kind: record.CallEnded, Call: c})
	}
	if err := a.store.Append(t.Context(), "demo", entries); err != nil {
		t.Fatal(err)
	}
	ids := func(page map[string]any) (list []string) {
		for _, item := range page["items"].([]any) {
			list = append(list, item.(map[string]any)["callId"].(string))
		}
		return list
	}
	for user, want := range map[string][]string{
		"alice@demo": {"call-200"},
		"erin@demo":  {"call-204", "call-203", "call-201", "call-202", "call-200"},
		"admin@demo": {"call-204", "call-203", "call-201", "call-202", "call-200"},
		"bob@demo":   {"call-201", "call-200"},
	} {
		c := apiAs(t, a, user)
		if _, page := c.want(200, "GET", "/calls", ""); !slices.Equal(ids(page), want) {
			t.Errorf("%s finds %q, want %q", user, ids(page), want)
		}
	}
	alice, admin := apiAs(t, a, "alice@demo"), apiAs(t, a, "admin@demo")
	if _, c := alice.want(200, "GET", "/calls/call-200", ""); c["duration"] != 20.0 || c["calling"] != "200" {
		t.Errorf("%v", c)
	}
	alice.want(404, "GET", "/calls/call-202", "")
	var paged []string
	for cursor := ""; ; {
		_, page := admin.want(200, "GET", "/calls?limit=2&cursor="+url.QueryEscape(cursor), "")
		paged = append(paged, ids(page)...)
		next, more := page["next"].(string)
		if !more {
			break
		}
		cursor = next
	}
	if len(paged) != 5 || len(slices.Compact(slices.Sorted(slices.Values(paged)))) != 5 {
		t.Errorf("pages hold %q", paged)
	}
	for query, want := range map[string]int{
		"number=202": 2, "answered=true": 1, "answered=false": 4, "direction=inbound": 0,
		"from=2026-01-02T09:02:00Z": 3, "to=2026-01-02T09:02:00Z": 2, "cause=normalClearing": 5,
	} {
		if _, page := admin.want(200, "GET", "/calls?"+query, ""); len(ids(page)) != want {
			t.Errorf("%s: %q, want %d", query, ids(page), want)
		}
	}
	for _, bad := range []string{"from=yesterday", "answered=maybe", "direction=up", "limit=x", "cursor=x"} {
		if status, _, _ := admin.ask("GET", "/calls?"+bad, ""); status != 400 && status != 422 {
			t.Errorf("%s: %d", bad, status)
		}
	}
	status, h, text := request(t, "GET", "http://"+a.HTTPAddr()+"/api/v1/calls.csv", "", "Authorization", "Bearer "+admin.token)
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if status != 200 || err != nil || len(lines) != 6 || !strings.HasPrefix(h.Get("Content-Type"), "text/csv") {
		t.Fatalf("%d %v %v %q", status, h, err, text)
	}
	if lines[4][4] != "'=cmd" || lines[3][4] != "+4511223344" || lines[5][8] != "20.000" {
		t.Errorf("%q", lines)
	}
}

// TestAuditOfCalls: a refusal and what is done for others are in the audit log.
func TestAuditOfCalls(t *testing.T) {
	a := start(t, nil)
	alice, crm := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo")), dialHub(t, a.HTTPAddr(), tokenFor(t, a, "crm@demo"))
	alice.invoke("SnapshotDevice", `{"snapshotObject":"201"}`)
	crm.must("MakeCall", `{"callingDevice":"202","calledDirectoryNumber":"203","autoOriginate":"doNotPrompt"}`)
	alice.must("MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"204","autoOriginate":"doNotPrompt"}`)
	a.audit.flush(t)
	list, _, err := a.store.Audit(t.Context(), "demo", &store.AuditFilter{}, "", 100)
	if err != nil || len(list) != 2 {
		t.Fatalf("%+v, %v: want a refusal and a call for another", list, err)
	}
	if e := list[1]; e.Actor != "alice@demo" || e.Action != "SnapshotDevice" || e.Outcome != record.OutcomeRefused || !strings.Contains(e.Detail, "privilegeViolation") {
		t.Errorf("%+v", e)
	}
	if e := list[0]; e.Actor != "crm@demo" || e.Action != "MakeCall" || e.OnBehalf != "202" || e.Outcome != record.OutcomeDone || e.Remote == "" {
		t.Errorf("%+v", e)
	}
}

// TestWatchPresence: the directory, live.
func TestWatchPresence(t *testing.T) {
	a := start(t, nil)
	ws, response, err := websocket.DefaultDialer.DialContext(t.Context(),
		"ws://"+a.HTTPAddr()+"/csta?access_token="+url.QueryEscape(tokenFor(t, a, "alice@demo")), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close(); _ = ws.Close() }()
	for _, m := range []string{`{"protocol":"json","version":1}`, `{"type":4,"invocationId":"1","target":"WatchPresence","arguments":[]}`} {
		if err := ws.WriteMessage(websocket.TextMessage, []byte(m+"\x1e")); err != nil {
			t.Fatal(err)
		}
	}
	states := make(map[string]string)
	read := func(done func() bool) {
		t.Helper()
		for !done() {
			if err := ws.SetReadDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			_, text, err := ws.ReadMessage()
			if err != nil {
				t.Fatal(err)
			}
			for record := range strings.SplitSeq(strings.TrimSuffix(string(text), "\x1e"), "\x1e") {
				var m struct {
					Type int
					Item []struct{ DeviceID, State string }
				}
				if err := json.Unmarshal([]byte(record), &m); err != nil {
					t.Fatal(err)
				}
				if m.Type == 3 {
					states["over"] = "yes"
				}
				for _, item := range m.Item {
					states[item.DeviceID] = item.State
				}
			}
		}
	}
	read(func() bool { return states["200"] == "idle" && states["400"] == "idle" })
	bob := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "bob@demo"))
	bob.must("MakeCall", `{"callingDevice":"201","calledDirectoryNumber":"202","autoOriginate":"doNotPrompt"}`)
	read(func() bool { return states["201"] == "busy" && states["202"] == "ringing" })
	bob.must("ClearConnection", `{"connectionToBeCleared":{"deviceId":"201"}}`)
	read(func() bool { return states["201"] == "idle" && states["202"] == "idle" })
	admin := apiAs(t, a, "admin@demo")
	admin.want(201, "POST", "/devices", `{"deviceId":"215","name":"New"}`)
	read(func() bool { return states["215"] == "idle" })
	admin.want(204, "DELETE", "/devices/215", "", "If-Match", "*")
	read(func() bool { return states["215"] == "gone" })
	if err := ws.WriteMessage(websocket.TextMessage, []byte(`{"type":5,"invocationId":"1"}`+"\x1e")); err != nil {
		t.Fatal(err)
	}
	read(func() bool { return states["over"] == "yes" })
}
