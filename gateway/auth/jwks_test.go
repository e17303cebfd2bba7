package auth

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/MicahParks/jwkset"
)

// endpoint is a JWKS URL that can be put to trouble.
type endpoint struct {
	*httptest.Server
	answer atomic.Pointer[http.HandlerFunc]
	asked  atomic.Int64
}

func newEndpoint(t *testing.T, answer http.HandlerFunc) *endpoint {
	t.Helper()
	e := &endpoint{}
	e.answer.Store(&answer)
	e.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		e.asked.Add(1)
		(*e.answer.Load())(w, r)
	}))
	t.Cleanup(e.Close)
	return e
}

func (e *endpoint) now(answer http.HandlerFunc) { e.answer.Store(&answer) }

// serving answers with the public keys of signers by kid.
func serving(t *testing.T, keys map[string]signer) http.HandlerFunc {
	t.Helper()
	set := jwkset.NewMemoryStorage()
	for kid, s := range keys {
		k, err := jwkset.NewJWKFromKey(s.private, jwkset.JWKOptions{Metadata: jwkset.JWKMetadataOptions{KID: kid}})
		if err != nil {
			t.Fatal(err)
		}
		if err := set.KeyWrite(t.Context(), k); err != nil {
			t.Fatal(err)
		}
	}
	text, err := set.JSONPublic(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return text200(string(text))
}

func text200(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprint(w, text) }
}

func remote(url string, algorithms ...string) Issuer {
	return Issuer{Name: idp, Tenants: []string{"demo"}, JWKS: url, Algorithms: algorithms, Claims: ClaimMap{Control: "control"}}
}

func TestJWKSAlgorithms(t *testing.T) {
	keys := make(map[string]signer)
	var all []string
	for name, s := range signers() {
		if !symmetric(name) {
			keys["kid of "+name] = s
			all = append(all, name)
		}
	}
	e := newEndpoint(t, serving(t, keys))
	v := verifierOf(t, nil, remote(e.URL, all...))
	narrow := verifierOf(t, nil, remote(e.URL, "ES256"))
	for _, name := range all {
		token := signed(t, name, "kid of "+name, signers()[name].private, claimsOf())
		taken(t, v, name, token)
		if name != "ES256" {
			refused(t, narrow, name, token)
		}
	}
	// The narrow one has one key only that fits its algorithm.
	taken(t, narrow, "without kid", signed(t, "ES256", "", signers()["ES256"].private, claimsOf()))
	refused(t, v, "without kid, several keys", signed(t, "RS256", "", signers()["RS256"].private, claimsOf()))
	refused(t, v, "the public key as a secret", signed(t, "HS256", "kid of RS256", signers()["RS256"].file, claimsOf()))
	if before := e.asked.Load(); before != 2 {
		t.Errorf("the endpoint was asked %d times by two issuers", before)
	}
}

// TestJWKSPinsAlgorithm: an alg that stands in the key is the only one it is
// used with.
func TestJWKSPinsAlgorithm(t *testing.T) {
	k, err := jwkset.NewJWKFromKey(signers()["PS256"].private, jwkset.JWKOptions{Metadata: jwkset.JWKMetadataOptions{KID: "k", ALG: "PS256"}})
	if err != nil {
		t.Fatal(err)
	}
	public := k.Marshal()
	public.D, public.P, public.Q, public.DP, public.DQ, public.QI = "", "", "", "", "", ""
	text, err := json.Marshal(map[string]any{"keys": []any{public}})
	if err != nil {
		t.Fatal(err)
	}
	v := verifierOf(t, nil, remote(newEndpoint(t, text200(string(text))).URL, "PS256", "RS256"))
	taken(t, v, "PS256", signed(t, "PS256", "k", signers()["PS256"].private, claimsOf()))
	refused(t, v, "RS256", signed(t, "RS256", "k", signers()["PS256"].private, claimsOf()))
	refused(t, v, "RS256 without kid", signed(t, "RS256", "", signers()["PS256"].private, claimsOf()))
}

// TestJWKSRotates: a key that is new is fetched when the first token of it
// comes, one that is gone is not good any more.
func TestJWKSRotates(t *testing.T) {
	first, second := newSigner("ES256"), newSigner("ES256")
	e := newEndpoint(t, serving(t, map[string]signer{"1": first}))
	v := verifierOf(t, nil, remote(e.URL, "ES256"))
	taken(t, v, "first", signed(t, "ES256", "1", first.private, claimsOf()))
	e.now(serving(t, map[string]signer{"2": second}))
	taken(t, v, "second", signed(t, "ES256", "2", second.private, claimsOf()))
	refused(t, v, "first, after the rotation", signed(t, "ES256", "1", first.private, claimsOf()))
	// Strangers who make keys up do not make us ask for each.
	asked := e.asked.Load()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for i := range 3 {
		if _, err := v.Verify(ctx, signed(t, "ES256", fmt.Sprint("made up ", i), second.private, claimsOf())); err == nil {
			t.Error("a made up key is known")
		}
	}
	if more := e.asked.Load() - asked; more > 1 {
		t.Errorf("the endpoint was asked %d times for keys that were made up", more)
	}
}

// TestJWKSInTrouble: whatever the endpoint does after keys were fetched, they
// stay good.
func TestJWKSInTrouble(t *testing.T) {
	key := newSigner("ES256")
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	secret := base64.RawURLEncoding.EncodeToString(signers()["HS256"].file)
	for name, answer := range map[string]http.HandlerFunc{
		"down":            func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
		"gone":            func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"HTML":            text200("<!doctype html><title>Maintenance</title>"),
		"an empty object": text200("{}"),
		"no keys":         text200(`{"keys":[]}`),
		"half a set":      text200(`{"keys":[{"kty":"EC","crv":"P-256","kid":"1","x":"`),
		"a bad key":       text200(`{"keys":[{"kty":"EC","crv":"P-256","kid":"1","x":"AA","y":"AA"}]}`),
		"a secret":        text200(`{"keys":[{"kty":"oct","kid":"1","k":"` + secret + `"}]}`),
		"endless": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = fmt.Fprint(w, `{"keys":[`+strings.Repeat(" ", 2*maxJWKS)+`]}`)
		},
		"too many keys": text200(`{"keys":[` + strings.Repeat(`{"kty":"OKP","crv":"Ed25519","kid":"x","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},`, maxJWKSKeys) +
			`{"kty":"OKP","crv":"Ed25519","kid":"x","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}`),
		"elsewhere": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "ftp://127.0.0.1/keys", http.StatusFound)
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEndpoint(t, serving(t, map[string]signer{"1": key}))
			v := verifierOf(t, nil, remote(e.URL, "ES256", "EdDSA"))
			good := signed(t, "ES256", "1", key.private, claimsOf())
			taken(t, v, "before", good)
			e.now(answer)
			refused(t, v, "unknown kid", signed(t, "ES256", "2", key.private, claimsOf()))
			if e.asked.Load() < 2 {
				t.Error("the endpoint was not asked")
			}
			taken(t, v, "after", good)
			refused(t, v, "signed with the secret behind the URL", signed(t, "HS256", "1", signers()["HS256"].file, claimsOf()))
		})
	}
}

// TestJWKSIsDownAtFirst: the server starts all the same, and takes the tokens
// once the endpoint is up.
func TestJWKSIsDownAtFirst(t *testing.T) {
	key := newSigner("EdDSA")
	e := newEndpoint(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	v := verifierOf(t, nil, remote(e.URL, "EdDSA"))
	<-v.issuers[idp].set.fetched
	e.now(serving(t, map[string]signer{"1": key}))
	taken(t, v, "once it is up", signed(t, "EdDSA", "1", key.private, claimsOf()))
}

// TestJWKSIsSlow: nobody waits for an endpoint but who comes with its tokens,
// and he not longer than he wants to.
func TestJWKSIsSlow(t *testing.T) {
	release := make(chan struct{})
	e := newEndpoint(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	defer close(release)
	other := issuerWith(keyOf(t, "", "ES256", signers()["ES256"].file))
	other.Name = "https://other.example.com/"
	v := verifierOf(t, nil, remote(e.URL, "EdDSA"), other)
	taken(t, v, "of another issuer", signed(t, "ES256", "", signers()["ES256"].private, claimsOf("iss", other.Name)))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := v.Verify(ctx, signed(t, "EdDSA", "1", signers()["EdDSA"].private, claimsOf())); err == nil {
		t.Error("a token is good whose key was never seen")
	}
}

// FuzzVerify: whatever a stranger sends, it is refused, or signed with the key.
func FuzzVerify(f *testing.F) {
	key := signers()["ES256"]
	k, err := parseKey("k", "ES256", key.file)
	if err != nil {
		f.Fatal(err)
	}
	v, err := NewVerifier(users{}, NewTokens(testKey), []Issuer{issuerWith(k)}, slog.New(slog.DiscardHandler))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(v.Close)
	f.Add("")
	f.Add("a.b.c")
	f.Add("eyJhbGciOiJub25lIn0.eyJpc3MiOiJjc3RhaHViIn0.")
	f.Add("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.eyJpc3MiOiJodHRwczovL2lkcC5leGFtcGxlLmNvbS8ifQ.AAAA")
	f.Fuzz(func(t *testing.T, token string) {
		if p, err := v.Verify(t.Context(), token); err == nil {
			t.Errorf("%q is good: %+v", token, p)
		}
	})
}

// FuzzClaims: no claims bring the mapping down, and what it takes is a user of
// a role that is known.
func FuzzClaims(f *testing.F) {
	f.Add([]byte(`{"sub":"alice","exp":1,"tenant":"demo","r":{"a":["x","agent"]},"d":200,"c":"1 2,3","o":[1,"2"]}`))
	f.Add([]byte(`{"sub":{},"exp":"x","r":null,"r.a":[[]],"c":[{}]}`))
	i := &issuer{Issuer: Issuer{Name: idp, Tenants: []string{"demo"}, Claims: ClaimMap{
		User: "sub", Tenant: "tenant", Role: "r.a", Device: "d", Control: "c", Observe: "o",
	}}}
	f.Fuzz(func(t *testing.T, text []byte) {
		var claims map[string]any
		if json.Unmarshal(text, &claims) != nil {
			return
		}
		p, err := i.principal(claims)
		if err == nil && (p.User == "" || p.Expires.IsZero() || p.Role == "" || len(p.Control) > maxScope) {
			t.Errorf("%s: %+v", text, p)
		}
	})
}
