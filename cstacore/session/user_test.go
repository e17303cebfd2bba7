package session

import (
	"testing"
	"testing/synctest"

	"github.com/cstahub/cstahub/cstacore/access"
)

// TestEnded: the connections of a user, or of one of his logins, are closed
// with leave to come back, those of whom he vouches for with them; nobody
// else's are.
func TestEnded(t *testing.T) {
	inWorld(t, func(w *world) {
		first, second := alice, alice
		first.Login, second.Login = "login 1", "login 2"
		crm := access.Principal{User: "crm", Tenant: "demo"}
		vouched := access.Principal{User: "customer", Tenant: "demo", Device: "201", Within: &crm}
		tabs := map[string]*client{"first": w.open(hubKind, &first), "second": w.open(hubKind, &second), "vouched": w.open(hubKind, &vouched)}
		program := w.open(tcpKind, nil)
		program.login("alice")
		tabs["by password"] = program
		bob := w.open(tcpKind, nil)
		bob.login("bob")
		tabs["bob"] = bob
		closed := make(map[string]bool)
		ends := func(what string, why Reason, names ...string) {
			t.Helper()
			synctest.Wait()
			for _, name := range names {
				if c := tabs[name]; c.closed == nil || *c.closed != why || !c.closed.Return {
					t.Errorf("%s: %s is closed with %+v", what, name, c.closed)
				}
				closed[name] = true
			}
			for name, c := range tabs {
				if !closed[name] && c.closed != nil {
					t.Errorf("%s: %s is closed", what, name)
				}
			}
		}
		w.service.EndLogin("demo", "")
		w.service.EndLogin("acme", "login 1")
		w.service.EndUser("acme", "alice")
		ends("nobody's", ReasonUserChanged)
		w.service.EndLogin("demo", "login 1")
		ends("a login", ReasonLoginEnded, "first")
		w.service.EndUser("demo", "crm")
		ends("who vouches", ReasonUserChanged, "vouched")
		w.service.EndUser("demo", "alice")
		ends("a user", ReasonUserChanged, "second", "by password")
	})
}

// TestChangedSinceProven: a session that is opened for one who has changed
// meanwhile is closed at once.
func TestChangedSinceProven(t *testing.T) {
	inWorld(t, func(w *world) {
		changed := false
		w.service.cfg.Current = func(p *access.Principal) bool { return !changed || p.User != "alice" }
		before := w.open(tcpKind, nil)
		before.login("alice")
		changed = true
		tab, program, bob := w.open(hubKind, &alice), w.open(tcpKind, nil), w.open(tcpKind, nil)
		program.login("alice")
		bob.login("bob")
		synctest.Wait()
		for name, c := range map[string]*client{"tab": tab, "program": program} {
			if c.closed == nil || *c.closed != ReasonUserChanged {
				t.Errorf("%s: closed with %+v", name, c.closed)
			}
		}
		if before.closed != nil || bob.closed != nil {
			t.Errorf("closed: %+v, %+v", before.closed, bob.closed)
		}
	})
}
