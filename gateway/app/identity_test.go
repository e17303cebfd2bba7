package app

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/gateway/config"
)

// login gives a client that has logged in by password, and its refresh token.
func login(t *testing.T, a *App, user, password string) (c *apiClient, refresh string) {
	t.Helper()
	c = &apiClient{t: t, a: a}
	_, answer := c.want(200, "POST", "/login", `{"userId":"`+user+`","password":"`+password+`"}`)
	c.token, _ = answer["accessToken"].(string)
	refresh, _ = answer["refreshToken"].(string)
	return c, refresh
}

// refreshBody is the body that shows a refresh token.
func refreshBody(t *testing.T, token string) string {
	t.Helper()
	text, err := json.Marshal(map[string]string{"refreshToken": token})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// mayNot checks that a token is good at no door.
func mayNot(t *testing.T, a *App, what, token string) {
	t.Helper()
	c := &apiClient{t, a, token}
	c.want(401, "GET", "/me", "")
	_, err := tryHub(t, a.HTTPAddr(), token, "")
	if got := refusal(t, err); got.Status != http.StatusUnauthorized {
		t.Errorf("%s is good at the hub: %v", what, got)
	}
}

// edit changes a user as an operator does.
func edit(admin *apiClient, user string, change map[string]any) {
	admin.t.Helper()
	h, body := admin.want(200, "GET", "/users/"+user, "")
	maps.Copy(body, change)
	text, err := json.Marshal(body)
	if err != nil {
		admin.t.Fatal(err)
	}
	admin.want(200, "PUT", "/users/"+user, string(text), "If-Match", h.Get("ETag"))
}

// TestChangedPassword: whatever was granted for the one before ends at once:
// access and refresh tokens, those from the command line, connections of both
// doors.
func TestChangedPassword(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	alice, refresh := login(t, a, "alice@demo", "demo")
	printed := tokenFor(t, a, "alice@demo")
	tab, program, other := dialHub(t, a.HTTPAddr(), alice.token), dialTCP(t, a, "alice@demo"), dialHub(t, a.HTTPAddr(), printed)
	bob, _ := login(t, a, "bob@demo", "demo")
	bystander := dialHub(t, a.HTTPAddr(), bob.token)
	edit(admin, "alice@demo", map[string]any{"password": "another one"})
	for _, c := range []*hubClient{tab, other} {
		if m := c.closed(); !m.AllowReconnect {
			t.Errorf("closed with %+v", m)
		}
	}
	program.await("ApplicationSessionTerminated")
	<-program.Done()
	mayNot(t, a, "the access token", alice.token)
	mayNot(t, a, "a token from the command line", printed)
	alice.want(401, "POST", "/refresh", refreshBody(t, refresh))
	alice.want(401, "POST", "/login", `{"userId":"alice@demo","password":"demo"}`)
	alice, _ = login(t, a, "alice@demo", "another one")
	alice.want(200, "GET", "/me", "")
	bob.want(200, "GET", "/me", "")
	bystander.must("SnapshotDevice", `{"snapshotObject":"201"}`)
}

// TestChangedRole: the token stays good, for what the user may now.
func TestChangedRole(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	erin, refresh := login(t, a, "erin@demo", "demo")
	tab := dialHub(t, a.HTTPAddr(), erin.token)
	tab.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	edit(admin, "erin@demo", map[string]any{"role": "agent", "observe": []string{}})
	if m := tab.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v", m)
	}
	_, me := erin.want(200, "GET", "/me", "")
	if me["role"] != "agent" {
		t.Errorf("%v", me)
	}
	tab = dialHub(t, a.HTTPAddr(), erin.token)
	if _, failure := tab.invoke("SnapshotDevice", `{"snapshotObject":"200"}`); !strings.Contains(failure, "privilegeViolation") {
		t.Errorf("what she may not see any more: %s", failure)
	}
	tab.must("SnapshotDevice", `{"snapshotObject":"204"}`)
	erin.want(200, "POST", "/refresh", refreshBody(t, refresh))
	edit(admin, "erin@demo", map[string]any{"role": "operator"})
	tab.closed()
	erin.want(200, "GET", "/users", "")
}

// TestDisabledUser: out at once, and what he had is not good again when he is
// let in again.
func TestDisabledUser(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	alice, refresh := login(t, a, "alice@demo", "demo")
	tab := dialHub(t, a.HTTPAddr(), alice.token)
	edit(admin, "alice@demo", map[string]any{"disabled": true})
	tab.closed()
	mayNot(t, a, "the token of a disabled user", alice.token)
	edit(admin, "alice@demo", map[string]any{"disabled": false})
	mayNot(t, a, "the token of before", alice.token)
	alice.want(401, "POST", "/refresh", refreshBody(t, refresh))
	login(t, a, "alice@demo", "demo")
}

// TestTeamChanged: a supervisor sees who works in his team now.
func TestTeamChanged(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	admin.want(201, "POST", "/teams", `{"teamId":"sales","name":"Sales"}`)
	edit(admin, "erin@demo", map[string]any{"observe": []string{}, "teams": []string{"sales"}})
	sees := func(want bool) *hubClient {
		t.Helper()
		tab := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "erin@demo"))
		if _, failure := tab.invoke("SnapshotDevice", `{"snapshotObject":"200"}`); (failure == "") != want {
			t.Errorf("she sees it: %v (%s), want %v", failure == "", failure, want)
		}
		return tab
	}
	tab := sees(false)
	edit(admin, "alice@demo", map[string]any{"teams": []string{"sales"}})
	tab.closed()
	tab = sees(true)
	edit(admin, "bob@demo", map[string]any{"name": "Bobby"}) // nothing to her
	tab.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	edit(admin, "alice@demo", map[string]any{"teams": []string{}})
	tab.closed()
	sees(false)
}

// TestLogoutOutlivesARestart, as the end of a login by any other way does.
func TestLogoutOutlivesARestart(t *testing.T) {
	cfg := testConfig(t)
	a := start(t, func(c *config.Server) { *c = *cfg })
	kept, keptRefresh := login(t, a, "bob@demo", "demo")
	out, outRefresh := login(t, a, "bob@demo", "demo")
	stolen, stolenRefresh := login(t, a, "bob@demo", "demo")
	tab, other := dialHub(t, a.HTTPAddr(), out.token), dialHub(t, a.HTTPAddr(), stolen.token)
	out.want(204, "POST", "/logout", "")
	tab.closed()
	stolen.want(200, "POST", "/refresh", refreshBody(t, stolenRefresh))
	stolen.want(401, "POST", "/refresh", refreshBody(t, stolenRefresh))
	other.closed()
	for _, when := range []string{"at once", "after a restart"} {
		mayNot(t, a, "logged out, "+when, out.token)
		mayNot(t, a, "used twice, "+when, stolen.token)
		kept.a = a
		kept.want(200, "GET", "/me", "")
		if when == "at once" {
			if err := a.Stop(t.Context()); err != nil {
				t.Fatal(err)
			}
			a = start(t, func(c *config.Server) { *c = *cfg })
		}
	}
	out.a = a
	out.want(401, "POST", "/refresh", refreshBody(t, outRefresh))
	kept.want(200, "POST", "/refresh", refreshBody(t, keptRefresh))
}

// TestOperatorEndsLogins: an operator sees where somebody is logged in, and
// ends one of his logins, or all.
func TestOperatorEndsLogins(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	var clients []*apiClient
	var tabs []*hubClient
	for range 3 {
		c, _ := login(t, a, "alice@demo", "demo")
		clients, tabs = append(clients, c), append(tabs, dialHub(t, a.HTTPAddr(), c.token))
	}
	bob, _ := login(t, a, "bob@demo", "demo")
	list := func() (ids []string, ended int) {
		t.Helper()
		_, page := admin.want(200, "GET", "/users/alice@demo/logins", "")
		for _, item := range page["items"].([]any) {
			entry := item.(map[string]any)
			ids = append(ids, entry["loginId"].(string))
			if entry["client"] == "" {
				t.Errorf("%v", entry)
			}
			if entry["ended"] != nil {
				ended++
				if entry["reason"] != "operator" {
					t.Errorf("%v", entry)
				}
			}
		}
		return ids, ended
	}
	ids, ended := list()
	if len(ids) != 3 || ended != 0 {
		t.Fatal(ids, ended)
	}
	first := ids[2] // newest first
	admin.want(404, "DELETE", "/users/bob@demo/logins/"+first, "")
	admin.want(204, "DELETE", "/users/alice@demo/logins/"+first, "")
	admin.want(404, "DELETE", "/users/alice@demo/logins/"+first, "")
	tabs[0].closed()
	mayNot(t, a, "the login that was ended", clients[0].token)
	clients[1].want(200, "GET", "/me", "")
	tabs[1].must("SnapshotDevice", `{"snapshotObject":"200"}`)
	admin.want(204, "DELETE", "/users/alice@demo/logins", "")
	tabs[1].closed()
	tabs[2].closed()
	mayNot(t, a, "one of all", clients[2].token)
	if _, ended := list(); ended != 3 {
		t.Errorf("%d have ended", ended)
	}
	bob.want(200, "GET", "/me", "")
	bob.want(403, "GET", "/users/bob@demo/logins", "")
	bob.want(403, "DELETE", "/users/alice@demo/logins", "")
	admin.want(404, "GET", "/users/nobody@demo/logins", "")
	admin.want(404, "DELETE", "/users/nobody@demo/logins", "")
}

// TestChangedWhileConnecting: one whose token was looked at before he was
// changed, and whose connection opens after, is not overlooked.
func TestChangedWhileConnecting(t *testing.T) {
	a := start(t, nil)
	user, _, err := a.store.FindUser(t.Context(), "alice@demo", "")
	if err != nil {
		t.Fatal(err)
	}
	before := access.Of(&user)
	user.PasswordHash = "other"
	if _, err := a.store.Users.Update(t.Context(), user); err != nil {
		t.Fatal(err)
	}
	if a.current(&before) {
		t.Error("one who has changed is let in")
	}
	if user, _, err = a.store.FindUser(t.Context(), "alice@demo", ""); err != nil {
		t.Fatal(err)
	}
	now := access.Of(&user)
	if !a.current(&now) {
		t.Error("one who has not changed is not let in")
	}
}

// TestKindsOfDevices: what a thing refers to must be of a kind that fits.
func TestKindsOfDevices(t *testing.T) {
	a := start(t, nil)
	admin := apiAs(t, a, "admin@demo")
	admin.want(201, "POST", "/devices", `{"deviceId":"401","kind":"queue"}`)
	for _, tt := range []struct {
		status     int
		path, body string
		says       string
	}{
		{422, "/queues", `{"device":"200","members":["201"]}`, "not a queue"},
		{422, "/queues", `{"device":"490","members":["201"]}`, "not a queue"},
		{422, "/queues", `{"device":"499"}`, "no device 499"},
		{422, "/queues", `{"device":"401","members":["400"]}`, "is a station"},
		{422, "/queues", `{"device":"401","members":["999"]}`, "no device 999"},
		{201, "/queues", `{"device":"401","members":["201"]}`, ""},
		{422, "/users", `{"userId":"x@demo","role":"agent","device":"400"}`, "is a station"},
		{201, "/users", `{"userId":"x@demo","role":"agent","device":"201"}`, ""},
	} {
		_, answer := admin.want(tt.status, "POST", tt.path, tt.body)
		if detail, _ := answer["detail"].(string); !strings.Contains(detail, tt.says) {
			t.Errorf("%s: %q, want %q", tt.body, detail, tt.says)
		}
	}
	h, _ := admin.want(200, "GET", "/queues/401", "")
	admin.want(422, "PUT", "/queues/401", `{"members":["490"]}`, "If-Match", h.Get("ETag"))
}
