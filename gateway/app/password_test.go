package app

import (
	"net/http"
	"strings"
	"testing"
)

// TestOwnPassword: who knows his password may choose another, and begins anew
// with it.
func TestOwnPassword(t *testing.T) {
	a := start(t, nil)
	alice, refresh := login(t, a, "alice@demo", "demo")
	tab, program := dialHub(t, a.HTTPAddr(), alice.token), dialTCP(t, a, "alice@demo")
	bob, _ := login(t, a, "bob@demo", "demo")
	for _, tt := range []struct {
		body   string
		status int
	}{
		{`[`, 400}, {`{"oldPassword":"demo"}`, 422}, {`{"oldPassword":"demo","newPassword":"1234567"}`, 422},
		{`{"oldPassword":"demo","newPassword":"` + strings.Repeat("x", 1025) + `"}`, 422},
		{`{"newPassword":"another one"}`, 403}, {`{"oldPassword":"dem0","newPassword":"another one"}`, 403},
		{`{"oldPassword":"` + alice.token + `","newPassword":"another one"}`, 403},
	} {
		alice.want(tt.status, "POST", "/me/password", tt.body)
	}
	tab.must("SnapshotDevice", `{"snapshotObject":"200"}`) // nothing has changed
	alice.want(204, "POST", "/me/password", `{"oldPassword":"demo","newPassword":"another one"}`)
	if m := tab.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v", m)
	}
	program.await("ApplicationSessionTerminated")
	<-program.Done()
	mayNot(t, a, "the access token", alice.token)
	alice.want(401, "POST", "/refresh", refreshBody(t, refresh))
	alice.want(401, "POST", "/login", `{"userId":"alice@demo","password":"demo"}`)
	alice, _ = login(t, a, "alice@demo", "another one")
	alice.want(200, "GET", "/me", "")
	bob.want(200, "GET", "/me", "")
	bob.want(403, "POST", "/me/password", `{"oldPassword":"another one","newPassword":"hers, not his"}`)
	done, refused := 0, 0
	a.audit.flush(t)
	_, page := apiAs(t, a, "admin@demo").want(200, "GET", "/audit?action=password.change", "")
	for _, item := range page["items"].([]any) {
		switch item.(map[string]any)["outcome"] {
		case "done":
			done++
		case "refused":
			refused++
		}
	}
	if done != 1 || refused != 4 {
		t.Errorf("the audit log has %d changes and %d refusals: %v", done, refused, page)
	}
}

// TestOwnPasswordIsNotGuessed: a token is no help in finding the password.
func TestOwnPasswordIsNotGuessed(t *testing.T) {
	a := start(t, nil)
	alice := apiAs(t, a, "alice@demo")
	for range 20 {
		status, h, _ := alice.ask("POST", "/me/password", `{"oldPassword":"guess","newPassword":"another one"}`)
		if status == http.StatusTooManyRequests {
			if h.Get("Retry-After") == "" {
				t.Error("it is not told when to try again")
			}
			alice.want(200, "GET", "/me", "")
			return
		}
	}
	t.Error("twenty guesses are not slowed down")
}

// TestTokenThatCannotBeChecked: a store that cannot be read is no reason to
// throw a token away, nor to tell that a login has ended.
func TestTokenThatCannotBeChecked(t *testing.T) {
	a := start(t, nil)
	alice, refresh := login(t, a, "alice@demo", "demo")
	if err := a.store.Close(); err != nil {
		t.Fatal(err)
	}
	alice.want(503, "GET", "/me", "")
	alice.want(503, "POST", "/logout", "")
	alice.want(503, "POST", "/refresh", refreshBody(t, refresh))
	_, err := tryHub(t, a.HTTPAddr(), alice.token, "")
	if got := refusal(t, err); got.Status != http.StatusServiceUnavailable {
		t.Errorf("at the hub: %v", got)
	}
	(&apiClient{t, a, alice.token + "x"}).want(401, "GET", "/me", "")
}
