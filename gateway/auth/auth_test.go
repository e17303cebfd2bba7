package auth

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

var testKey = bytes.Repeat([]byte("k"), 32)

func TestPassword(t *testing.T) {
	phc, err := HashPassword("correct horse")
	if err != nil {
		t.Fatal(err)
	}
	for password, want := range map[string]bool{
		"correct horse": true, "correct hors": false, "": false, strings.Repeat("x", maxPassword+1): false,
	} {
		if ok, err := VerifyPassword(phc, password); err != nil || ok != want {
			t.Errorf("%.20q: %v, %v, want %v", password, ok, err, want)
		}
	}
	again, err := HashPassword("correct horse")
	if err != nil || again == phc {
		t.Errorf("two hashes of one password are the same: no salt (%v)", err)
	}
}

func TestVerifyPasswordRefusesForeignHashes(t *testing.T) {
	for _, phc := range []string{
		"", "demo", "$2a$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ",
		"$argon2id$v=18$m=19456,t=2,p=1$c2FsdHNhbHQ$c3Vtc3Vtc3Vtc3Vtc3Vt",
		"$argon2id$v=19$m=99999999,t=2,p=1$c2FsdHNhbHQ$c3Vtc3Vtc3Vtc3Vtc3Vt",
		"$argon2id$v=19$m=64,t=0,p=1$c2FsdHNhbHQ$c3Vtc3Vtc3Vtc3Vtc3Vt",
		"$argon2id$v=19$m=64,t=1,p=0$c2FsdHNhbHQ$c3Vtc3Vtc3Vtc3Vtc3Vt",
		"$argon2id$v=19$m=64,t=1,p=1$!$c3Vtc3Vtc3Vtc3Vtc3Vt",
	} {
		if _, err := VerifyPassword(phc, "demo"); err == nil {
			t.Errorf("%q is taken for a hash", phc)
		}
	}
}

func TestTokens(t *testing.T) {
	tokens := NewTokens(testKey)
	verifier := verifierOf(t, nil)
	want := access.Principal{
		User: "alice@demo", Tenant: "demo", Role: record.RoleAgent, Device: "200", Observe: []string{"201"},
	}
	signed, err := tokens.Issue(&want, "", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	got, err := verifier.Verify(t.Context(), signed)
	if err != nil {
		t.Fatal(err)
	}
	if got.User != want.User || got.Tenant != want.Tenant || got.Role != want.Role || got.Device != want.Device ||
		len(got.Observe) != 1 || len(got.Control) != 0 || time.Until(got.Expires) > time.Hour {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestTokensRefused(t *testing.T) {
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	good := func() jwt.MapClaims {
		return jwt.MapClaims{"sub": "alice@demo", "tenant": "demo", "aud": Audience, "exp": time.Now().Add(time.Hour).Unix()}
	}
	with := func(name string, value any) jwt.MapClaims {
		c := good()
		if c[name] = value; value == nil {
			delete(c, name)
		}
		return c
	}
	sign := func(method jwt.SigningMethod, key any, c jwt.MapClaims) string {
		s, err := jwt.NewWithClaims(method, c).SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	verifier := verifierOf(t, nil)
	if _, err := verifier.Verify(t.Context(), sign(jwt.SigningMethodHS256, testKey, good())); err != nil {
		t.Fatalf("the good one: %v", err)
	}
	valid := sign(jwt.SigningMethodHS256, testKey, good())
	for name, token := range map[string]string{
		"empty":                "",
		"rubbish":              "a.b.c",
		"expired":              sign(jwt.SigningMethodHS256, testKey, with("exp", time.Now().Add(-time.Second).Unix())),
		"no expiry":            sign(jwt.SigningMethodHS256, testKey, with("exp", nil)),
		"not yet valid":        sign(jwt.SigningMethodHS256, testKey, with("nbf", time.Now().Add(time.Hour).Unix())),
		"issued in the future": sign(jwt.SigningMethodHS256, testKey, with("iat", time.Now().Add(time.Hour).Unix())),
		"another audience":     sign(jwt.SigningMethodHS256, testKey, with("aud", "somebody")),
		"no audience":          sign(jwt.SigningMethodHS256, testKey, with("aud", nil)),
		"no subject":           sign(jwt.SigningMethodHS256, testKey, with("sub", nil)),
		"no tenant":            sign(jwt.SigningMethodHS256, testKey, with("tenant", nil)),
		"signed by another":    sign(jwt.SigningMethodHS256, []byte(strings.Repeat("x", 32)), good()),
		"another algorithm":    sign(jwt.SigningMethodHS512, testKey, good()),
		"alg none":             sign(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, good()),
		"RSA":                  sign(jwt.SigningMethodRS256, rsaKey, good()),
		"signature cut off":    valid[:strings.LastIndex(valid, ".")+1],
		"too long":             valid + strings.Repeat("x", maxToken),
	} {
		if p, err := verifier.Verify(t.Context(), token); !errors.Is(err, ErrToken) || p.User != "" {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
}

// TestGuessing: who fails too often is not looked at for a while, neither from
// his address nor for the user he guesses at.
func TestGuessing(t *testing.T) {
	a, err := NewAuthenticator(users{}, verifierOf(t, users{}), nil, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	guess := func(user, from string) error {
		// No password is as wrong as a bad one, and quicker to check.
		_, err := a.Password(t.Context(), Credentials{User: user, Password: "", RemoteAddr: from})
		return err
	}
	for i := range limits[byAddress].free {
		if err := guess(fmt.Sprint("user", i), "192.0.2.1:1000"); !errors.Is(err, ErrCredentials) {
			t.Fatal(err)
		}
	}
	err = guess("alice", "192.0.2.1:2000")
	if busy, ok := errors.AsType[*BusyError](err); !ok || !errors.Is(err, ErrBusy) || busy.After <= 0 {
		t.Errorf("from an address that guesses: %v", err)
	}
	if err := guess("alice", "192.0.2.2:1000"); !errors.Is(err, ErrCredentials) {
		t.Errorf("from another address: %v", err)
	}
}

// TestTokensAreNoGuesses: a token in the password's place is counted for whom it
// speaks, at its address. Others who show theirs there, or have no name beside
// it, do not wait for it; nor does anybody else for one that has expired.
func TestTokensAreNoGuesses(t *testing.T) {
	v := verifierOf(t, nil)
	a, err := NewAuthenticator(users{}, v, nil, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	token := func(user string, ttl time.Duration) string {
		t.Helper()
		text, err := NewTokens(testKey).Issue(&access.Principal{User: user, Tenant: "demo"}, "", ttl)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	show := func(token, from string) error {
		_, err := a.Password(t.Context(), Credentials{Password: token, RemoteAddr: from})
		return err
	}
	for i := range 3 * limits[byAddress].free { // an office whose tokens have all expired
		if err := show(token(fmt.Sprint("user", i), -time.Hour), "192.0.2.1:1"); !errors.Is(err, ErrCredentials) || err.Error() != ErrCredentials.Error() {
			t.Fatal(err)
		}
	}
	if err := show(token("alice", time.Hour), "192.0.2.1:2"); err != nil {
		t.Errorf("a good one from there: %v", err)
	}
	busy := 0
	for range 2 * limits[byPair].free {
		if err := show(token("bob", -time.Hour), "192.0.2.2:1"); errors.Is(err, ErrBusy) {
			busy++
		}
	}
	if busy == 0 {
		t.Error("one who shows his expired token over and over is not slowed down")
	}
	if err := show(token("alice", time.Hour), "192.0.2.2:2"); err != nil {
		t.Errorf("another at his address: %v", err)
	}
	for i := range 3 * limits[byName].free { // rubbish from everywhere
		_ = show("eyJ.x.y", fmt.Sprintf("198.51.%d.%d:1", i/250, i%250))
	}
	if err := show(token("carol", time.Hour), "203.0.113.1:1"); err != nil {
		t.Errorf("from a new address: %v", err)
	}
}

// TestStrangersTakeNoPlaces: logins from where their users have come before
// have places of their own to wait in.
func TestStrangersTakeNoPlaces(t *testing.T) {
	phc, err := HashPassword("secret")
	if err != nil {
		t.Fatal(err)
	}
	all := users{{"alice", ""}: {ID: "alice@demo", Tenant: "demo", PasswordHash: phc}}
	a, err := NewAuthenticator(all, verifierOf(t, all), nil, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	alice := Credentials{User: "alice", Password: "secret", RemoteAddr: "192.0.2.1:1"}
	if _, err := a.Password(t.Context(), alice); err != nil {
		t.Fatal(err)
	}
	for range maxStrangers { // a flood
		a.strangers <- struct{}{}
	}
	if _, err := a.Password(t.Context(), Credentials{User: "alice", Password: "secret", RemoteAddr: "192.0.2.2:1"}); !errors.Is(err, ErrBusy) {
		t.Errorf("a stranger's address in a flood: %v", err)
	}
	if _, err := a.Password(t.Context(), alice); err != nil {
		t.Errorf("from where she always logs in: %v", err)
	}
}

// notes is an audit log.
type notes []record.AuditEntry

func (n *notes) Note(e record.AuditEntry) { *n = append(*n, e) }

func TestTokenOfOnePerson(t *testing.T) {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": "alice@demo", "tenant": "demo", "aud": Audience, "exp": time.Now().Add(time.Hour).Unix(), "control": []string{"200"},
	}).SignedString(testKey)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := verifierOf(t, nil).Verify(t.Context(), signed); err != nil || p.Device != "200" {
		t.Errorf("%+v, %v: want device 200", p, err)
	}
}

// users is a Users by hand: name and domain to user.
type users map[[2]string]record.User

func (u users) FindUser(_ context.Context, name, domain string) (record.User, bool, error) {
	if name == "broken" {
		return record.User{}, false, errors.New("the disk is gone")
	}
	user, ok := u[[2]string{name, domain}]
	return user, ok, nil
}

func (users) TeamDevices(_ context.Context, _ string, teams []string) ([]string, error) {
	var devices []string
	for _, team := range teams {
		devices = append(devices, "device of "+team)
	}
	return devices, nil
}

func (users) RefreshLives(_ context.Context, family string) (bool, error) {
	return family == "login", nil
}

// verifierOf gives a verifier of tokens signed with testKey, and of issuers.
func verifierOf(t *testing.T, u users, issuers ...Issuer) *Verifier {
	t.Helper()
	v, err := NewVerifier(u, NewTokens(testKey), issuers, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return v
}

func TestAuthenticator(t *testing.T) {
	phc, err := HashPassword("secret")
	if err != nil {
		t.Fatal(err)
	}
	alice := record.User{ID: "alice@demo", Tenant: "demo", Device: "200", PasswordHash: phc, Generation: 1}
	ghost := record.User{ID: "ghost@demo", Tenant: "demo"}
	tokens := NewTokens(testKey)
	var log bytes.Buffer
	var noted notes
	all := users{
		{"alice@demo", ""}: alice, {"alice@demo", "demo.example"}: alice, {"Alice", "demo.example"}: alice, {"ghost@demo", ""}: ghost,
		{"gone@demo", ""}: {ID: "gone@demo", Tenant: "demo", PasswordHash: phc, Disabled: true},
	}
	a, err := NewAuthenticator(all, verifierOf(t, all), &noted, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	p := access.Of(&alice)
	token, err := tokens.Issue(&p, "login", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	for i, tt := range []struct {
		name string
		c    Credentials
		ok   bool
	}{
		{"right", Credentials{User: "alice@demo", Password: "secret"}, true},
		{"right with domain", Credentials{User: "alice@demo", Password: "secret", Domain: "demo.example"}, true},
		{"wrong password", Credentials{User: "alice@demo", Password: "wrong-pw"}, false},
		{"wrong domain", Credentials{User: "alice@demo", Password: "secret", Domain: "other.example"}, false},
		{"unknown user", Credentials{User: "mallory", Password: "secret"}, false},
		{"the decoy's password", Credentials{User: "mallory", Password: "nobody"}, false},
		{"user without password", Credentials{User: "ghost@demo", Password: "nobody"}, false},
		{"disabled user", Credentials{User: "gone@demo", Password: "secret"}, false},
		{"empty", Credentials{}, false},
		{"empty password", Credentials{User: "empty@demo"}, false},
		{"endless name", Credentials{User: strings.Repeat("x", 100_000), Password: "secret"}, false},
		{"token with short name", Credentials{User: "Alice", Password: token, Domain: "demo.example"}, true},
		{"token with wrong domain", Credentials{User: "alice@demo", Password: token, Domain: "other.example"}, false},
		{"token alone with wrong domain", Credentials{Password: token, Domain: "other.example"}, false},
		{"token as password", Credentials{User: "alice@demo", Password: token}, true},
		{"token alone", Credentials{Password: token}, true},
		{"another's token", Credentials{User: "bob@demo", Password: token}, false},
		{"bad token", Credentials{User: "alice@demo", Password: token + "x"}, false},
	} {
		tt.c.RemoteAddr = fmt.Sprintf("192.0.2.%d:1", i) // each from an address of his own
		noted = nil
		p, err := a.Password(t.Context(), tt.c)
		want := record.OutcomeRefused
		if tt.ok {
			want = record.OutcomeDone
		}
		if len(noted) != 1 || noted[0].Action != "login" || noted[0].Outcome != want || noted[0].Remote == "" || len(noted[0].Actor) > 100 {
			t.Errorf("%s: the audit log says %+v", tt.name, noted)
		}
		switch {
		case tt.ok && (err != nil || p.User != "alice@demo" || p.Tenant != "demo"):
			t.Errorf("%s: %+v, %v", tt.name, p, err)
		case !tt.ok && (!errors.Is(err, ErrCredentials) || err.Error() != ErrCredentials.Error() || p.User != ""):
			t.Errorf("%s: %+v, %v", tt.name, p, err)
		}
	}
	if _, err := a.Password(t.Context(), Credentials{User: "broken", Password: "x"}); err == nil || errors.Is(err, ErrCredentials) {
		t.Errorf("our own fault is told as a wrong password: %v", err)
	}
	if log.Len() > 10_000 {
		t.Errorf("strangers write %d bytes of log", log.Len())
	}
	// The operator reads why, which who logs in is not told.
	for _, reason := range []error{errLongName, errNoPassword, errDisabled, errUnknown, errWrongPassword} {
		if !strings.Contains(log.String(), reason.Error()) {
			t.Errorf("the log nowhere says %q", reason)
		}
	}
	if strings.Contains(log.String(), "reason=<nil>") {
		t.Error("the log says that a login was refused without a reason")
	}
	for _, secret := range []string{"wrong-pw", "secret", token} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}
