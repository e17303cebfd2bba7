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
	store    *store.SQLite
	tokens   *Tokens
	verifier *Verifier
	logins   *Logins
	alice    record.User
}

func newInstallation(t *testing.T) *installation {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	db, err := store.OpenMemory(t.Context(), log)
	if err != nil {
		t.Fatal(err)
	}
	alice := record.User{ID: "alice@demo", Tenant: "demo", Role: record.RoleAgent, Device: "200"}
	err = db.CreateDirectory(t.Context(), record.Directory{
		Tenant:  record.Tenant{ID: "demo", Trunk: "12345678", Domain: "demo.example"},
		Devices: []record.Device{{ID: "200", Tenant: "demo", Kind: record.DeviceStation}},
		Users:   []record.User{alice},
	})
	if err != nil {
		t.Fatal(err)
	}
	tokens := NewTokens(testKey)
	v, err := NewVerifier(people{db}, tokens, nil, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		v.Close()
		if err := db.Close(); err != nil && !errors.Is(err, store.ErrClosed) {
			t.Error(err)
		}
	})
	return &installation{db, tokens, v, NewLogins(tokens, v, db, time.Minute, time.Hour), alice}
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
	session := i.tokens.Session(g.Access)
	if session == "" {
		t.Fatal("the access token does not say which login it came from")
	}
	for range 2 { // the second time nothing is left to do
		if err := i.logins.End(t.Context(), g.Refresh, session); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, i.verifier, "access token", g.Access)
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("refresh after the logout: %v", err)
	}
	if err := i.logins.End(t.Context(), "unknown", ""); err != nil {
		t.Errorf("logout of nobody: %v", err)
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
	i.alice.Disabled = true
	if _, err := i.store.Users.Update(t.Context(), i.alice); err != nil {
		t.Fatal(err)
	}
	refused(t, i.verifier, "access token of a disabled user", g.Access)
	if _, _, err := i.logins.Refresh(t.Context(), g.Refresh); !errors.Is(err, ErrRefresh) {
		t.Errorf("a disabled user: %v", err)
	}
	i.alice.Disabled = false
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
