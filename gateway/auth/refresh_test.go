package auth

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// people is a store as users: it has no teams to look after.
type people struct{ *store.SQLite }

func (people) TeamDevices(context.Context, string, []string) ([]string, error) { return nil, nil }

// installation is a store with alice in it, and logins into it.
type installation struct {
	dir      string // empty for one in memory
	store    *store.SQLite
	tokens   *Tokens
	verifier *Verifier
	logins   *Logins
	alice    record.User
}

func newInstallation(t *testing.T) *installation {
	t.Helper()
	return install(t, "")
}

func install(t *testing.T, dir string) *installation {
	t.Helper()
	i := &installation{dir: dir}
	i.open(t)
	alice := record.User{ID: "alice@demo", Tenant: "demo", Role: record.RoleAgent, Device: "200", PasswordHash: "first"}
	err := i.store.CreateDirectory(t.Context(), record.Directory{
		Tenant:  record.Tenant{ID: "demo", Trunk: "12345678", Domain: "demo.example"},
		Devices: []record.Device{{ID: "200", Tenant: "demo", Kind: record.DeviceStation}},
		Users:   []record.User{alice},
	})
	if err == nil {
		i.alice, err = i.store.Users.Get(t.Context(), "demo", "alice@demo")
	}
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// open starts what there is of a server.
func (i *installation) open(t *testing.T) {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	var db *store.SQLite
	var err error
	if i.dir == "" {
		i.tokens = NewTokens(testKey)
		db, err = store.OpenMemory(t.Context(), log)
	} else if i.tokens, err = OpenTokens(i.dir, log); err == nil {
		db, err = store.Open(t.Context(), i.dir, log)
	}
	if err != nil {
		t.Fatal(err)
	}
	v, err := NewVerifier(people{db}, i.tokens, nil, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		v.Close()
		if err := db.Close(); err != nil && !errors.Is(err, store.ErrClosed) {
			t.Error(err)
		}
	})
	i.store, i.verifier, i.logins = db, v, NewLogins(i.tokens, v, db, time.Minute, time.Hour)
}

// restart ends the server and starts it again.
func (i *installation) restart(t *testing.T) {
	t.Helper()
	if err := i.store.Close(); err != nil {
		t.Fatal(err)
	}
	i.open(t)
}

// edit changes alice.
func (i *installation) edit(t *testing.T, change func(*record.User)) {
	t.Helper()
	change(&i.alice)
	var err error
	if i.alice, err = i.store.Users.Update(t.Context(), i.alice); err != nil {
		t.Fatal(err)
	}
}

func (i *installation) begin(t *testing.T) Grant {
	t.Helper()
	p := access.Of(&i.alice)
	g, err := i.logins.Begin(t.Context(), &p, "192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestRefreshTokensRotate(t *testing.T) {
	i := newInstallation(t)
	g := i.begin(t)
	seen := map[string]bool{g.Refresh: true}
	for range 3 {
		if p := taken(t, i.verifier, "access", g.Access); p.User != "alice@demo" || p.Device != "200" || time.Until(p.Expires) > time.Minute {
			t.Errorf("%+v", p)
		}
		var err error
		var family record.RefreshFamily
		if g, family, err = i.logins.Refresh(t.Context(), g.Refresh); err != nil || family.User != "alice@demo" {
			t.Fatal(family, err)
		}
		if seen[g.Refresh] || len(g.Refresh) < 50 {
			t.Errorf("refresh token %q again", g.Refresh)
		}
		seen[g.Refresh] = true
	}
}

// TestReuseEndsTheFamily: a token that comes twice was stolen, and it cannot be
// told by whom, so that both are out.
func TestReuseEndsTheFamily(t *testing.T) {
	i := newInstallation(t)
	other, g := i.begin(t), i.begin(t)
	next, _, err := i.logins.Refresh(t.Context(), g.Refresh)
	if err != nil {
		t.Fatal(err)
	}
	_, family, err := i.logins.Refresh(t.Context(), g.Refresh)
	if !errors.Is(err, ErrRefresh) || !errors.Is(err, store.ErrReused) || family.User != "alice@demo" {
		t.Errorf("used twice: %+v, %v", family, err)
	}
	if _, _, err := i.logins.Refresh(t.Context(), next.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("the newest of a family that ended: %v", err)
	}
	refused(t, i.verifier, "an access token of the family", next.Access)
	if _, _, err := i.logins.Refresh(t.Context(), other.Refresh); err != nil {
		t.Errorf("another login of the same user: %v", err)
	}
}

// TestRefreshRace: of many who come with one token at once, one gets the next.
func TestRefreshRace(t *testing.T) {
	i := newInstallation(t)
	g := i.begin(t)
	var wg sync.WaitGroup
	var mu sync.Mutex
	good := 0
	for range 8 {
		wg.Go(func() {
			_, _, err := i.logins.Refresh(t.Context(), g.Refresh)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				good++
			} else if !errors.Is(err, ErrRefresh) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if good != 1 {
		t.Errorf("%d got the next token, want 1", good)
	}
}

func TestLogout(t *testing.T) {
	i := newInstallation(t)
	g := i.begin(t)
	p := taken(t, i.verifier, "access token", g.Access)
	if p.Login == "" {
		t.Fatal("the access token does not say which login it came from")
	}
	for round, want := range []int{1, 0} { // the second time nothing is left to do
		if ended, err := i.logins.End(t.Context(), &p, g.Refresh); err != nil || len(ended) != want {
			t.Fatal(round, ended, err)
		}
	}
	refused(t, i.verifier, "access token", g.Access)
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("refresh after the logout: %v", err)
	}
	if _, err := i.logins.End(t.Context(), nil, "unknown"); err != nil {
		t.Errorf("logout of nobody: %v", err)
	}
	// Either token alone ends the whole login.
	g = i.begin(t)
	if ended, err := i.logins.End(t.Context(), nil, g.Refresh); err != nil || len(ended) != 1 || ended[0].User != "alice@demo" {
		t.Fatal(ended, err)
	}
	refused(t, i.verifier, "access token after a logout by the refresh token", g.Access)
	g = i.begin(t)
	p = taken(t, i.verifier, "access token", g.Access)
	if _, err := i.logins.End(t.Context(), &p, ""); err != nil {
		t.Fatal(err)
	}
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("refresh after a logout by the access token: %v", err)
	}
}

func TestRefreshIsRefused(t *testing.T) {
	i := newInstallation(t)
	for _, token := range []string{"", "unknown", strings.Repeat("x", 100_000)} {
		if _, _, err := i.logins.Refresh(t.Context(), token); !errors.Is(err, ErrRefresh) {
			t.Errorf("%.10q: %v", token, err)
		}
	}
	g := i.begin(t)
	i.edit(t, func(u *record.User) { u.Disabled = true })
	refused(t, i.verifier, "access token of a disabled user", g.Access)
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("a disabled user: %v", err)
	}
	i.edit(t, func(u *record.User) { u.Disabled = false })
	p := access.Of(&i.alice)
	p.Expires = time.Now().Add(time.Minute)
	if _, err := i.logins.Begin(t.Context(), &p, ""); !errors.Is(err, ErrToken) {
		t.Errorf("a token gives tokens that outlive it: %v", err)
	}
	short := NewLogins(i.tokens, i.verifier, i.store, time.Minute, -time.Second)
	p.Expires = time.Time{}
	g, err := short.Begin(t.Context(), &p, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("a refresh token that has run out: %v", err)
	}
	if err := i.store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, _, err := i.logins.Refresh(t.Context(), "unknown"); err == nil || errors.Is(err, ErrRefresh) {
		t.Errorf("our own fault is told as a bad token: %v", err)
	}
}

// TestWhatWasGrantedEnds: what a user was given ends with another password,
// when he is disabled or deleted, when he logs out, and when a refresh token
// comes twice; no restart brings it back. Another role does not end it: what he
// may is looked up.
func TestWhatWasGrantedEnds(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(*testing.T, *installation, Grant)
		// ends: the login is over; all: so is every other token of the user.
		ends, all bool
	}{
		{"nothing", func(*testing.T, *installation, Grant) {}, false, false},
		{"another password", func(t *testing.T, i *installation, _ Grant) {
			i.edit(t, func(u *record.User) { u.PasswordHash = "second" })
		}, true, true},
		{"disabled", func(t *testing.T, i *installation, _ Grant) {
			i.edit(t, func(u *record.User) { u.Disabled = true })
		}, true, true},
		{"disabled and enabled again", func(t *testing.T, i *installation, _ Grant) {
			i.edit(t, func(u *record.User) { u.Disabled = true })
			i.edit(t, func(u *record.User) { u.Disabled = false })
		}, true, true},
		{"deleted", func(t *testing.T, i *installation, _ Grant) {
			if err := i.store.Users.Delete(t.Context(), "demo", "alice@demo", 0); err != nil {
				t.Fatal(err)
			}
		}, true, true},
		{"deleted and made again", func(t *testing.T, i *installation, _ Grant) {
			if err := i.store.Users.Delete(t.Context(), "demo", "alice@demo", 0); err != nil {
				t.Fatal(err)
			}
			if _, err := i.store.Users.Create(t.Context(), i.alice); err != nil {
				t.Fatal(err)
			}
		}, true, true},
		{"logged out", func(t *testing.T, i *installation, g Grant) {
			if _, err := i.logins.End(t.Context(), nil, g.Refresh); err != nil {
				t.Fatal(err)
			}
		}, true, false},
		{"a refresh token twice", func(t *testing.T, i *installation, g Grant) {
			for range 2 {
				_, _, _ = i.logins.Refresh(t.Context(), g.Refresh)
			}
		}, true, false},
		{"ended by an operator", func(t *testing.T, i *installation, g Grant) {
			p := taken(t, i.verifier, "before", g.Access)
			if err := i.store.RevokeRefresh(t.Context(), "demo", p.Login, time.Now(), "operator"); err != nil {
				t.Fatal(err)
			}
		}, true, false},
		{"another role", func(t *testing.T, i *installation, _ Grant) {
			i.edit(t, func(u *record.User) { u.Role = record.RoleSupervisor })
		}, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			i := install(t, t.TempDir())
			g, other := i.begin(t), i.begin(t)
			p := access.Of(&i.alice)
			alone, err := i.tokens.Issue(&p, "", time.Hour) // such as from the command line
			if err != nil {
				t.Fatal(err)
			}
			tt.do(t, i, g)
			for _, when := range []string{"at once", "after a restart"} {
				for what, token := range map[string]struct {
					text string
					ends bool
				}{"access token": {g.Access, tt.ends}, "another login's": {other.Access, tt.all}, "a token of its own": {alone, tt.all}} {
					if token.ends {
						refused(t, i.verifier, what+" "+when, token.text)
					} else if p := taken(t, i.verifier, what+" "+when, token.text); p.Role != i.alice.Role {
						t.Errorf("%s %s: role %q, want the one he has now", what, when, p.Role)
					}
				}
				i.restart(t)
			}
			if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); errors.Is(err, ErrRefresh) != tt.ends {
				t.Errorf("refresh: %v", err)
			}
			if _, _, err := i.logins.Refresh(t.Context(), other.Refresh); errors.Is(err, ErrRefresh) != tt.all {
				t.Errorf("refresh of another login: %v", err)
			}
			if _, err := i.logins.Begin(t.Context(), &p, ""); errors.Is(err, ErrCredentials) != tt.all {
				t.Errorf("a login whose password was looked at before: %v", err)
			}
		})
	}
}

// TestCurrent: one who was proven a moment ago may have changed since.
func TestCurrent(t *testing.T) {
	i := newInstallation(t)
	g := i.begin(t)
	is := func(what string, p *access.Principal, want bool) {
		t.Helper()
		if got, err := i.verifier.Current(t.Context(), p); err != nil || got != want {
			t.Errorf("%s: %v, %v, want %v", what, got, err, want)
		}
	}
	p := taken(t, i.verifier, "token", g.Access)
	vouched := access.Principal{User: "customer", Tenant: "demo", Within: &p}
	is("as he was", &p, true)
	is("one he vouches for", &vouched, true)
	if _, err := i.logins.End(t.Context(), &p, ""); err != nil {
		t.Fatal(err)
	}
	is("logged out", &p, false)
	p = access.Of(&i.alice)
	is("by password", &p, true)
	i.edit(t, func(u *record.User) { u.Role = record.RoleOperator })
	is("with another role", &p, false)
	is("one he vouches for, with another role", &vouched, false)
	if err := i.store.Close(); err != nil {
		t.Fatal(err)
	}
	if ok, err := i.verifier.Current(t.Context(), &p); ok || err == nil {
		t.Errorf("our own fault is told as yes: %v, %v", ok, err)
	}
}
