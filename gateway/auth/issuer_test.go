package auth

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// signer is the issuer's half of a key.
type signer struct {
	private any
	// file is what the operator of the server is given.
	file []byte
}

// signers holds a key for every algorithm, made once: RSA keys take their time.
var signers = sync.OnceValue(func() map[string]signer {
	all := make(map[string]signer)
	for name := range algorithms {
		all[name] = newSigner(name)
	}
	return all
})

func newSigner(algorithm string) signer {
	var private crypto.Signer
	var err error
	switch algorithm[:2] {
	case "HS":
		secret := []byte(rand.Text() + rand.Text() + rand.Text())
		return signer{secret, secret}
	case "RS", "PS":
		private, err = rsa.GenerateKey(rand.Reader, minRSA)
	case "ES":
		curves := map[string]elliptic.Curve{"ES256": elliptic.P256(), "ES384": elliptic.P384(), "ES512": elliptic.P521()}
		private, err = ecdsa.GenerateKey(curves[algorithm], rand.Reader)
	case "Ed":
		_, private, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		panic(err)
	}
	return signer{private, publicPEM(private.Public())}
}

func publicPEM(key crypto.PublicKey) []byte {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		panic(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

const idp = "https://idp.example.com/"

// claimsOf are claims of a good token, changed; nil takes one away.
func claimsOf(changed ...any) jwt.MapClaims {
	c := jwt.MapClaims{
		"iss": idp, "sub": "alice", "aud": Audience, "exp": time.Now().Add(time.Hour).Unix(), "control": []string{"200", "201"},
	}
	for i := 0; i < len(changed); i += 2 {
		name := changed[i].(string)
		if c[name] = changed[i+1]; changed[i+1] == nil {
			delete(c, name)
		}
	}
	return c
}

// signed makes a token; an empty kid leaves it out.
func signed(t testing.TB, algorithm, kid string, key any, c jwt.MapClaims) string {
	t.Helper()
	token := jwt.NewWithClaims(jwt.GetSigningMethod(algorithm), c)
	if kid != "" {
		token.Header["kid"] = kid
	}
	s, err := token.SignedString(key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func keyOf(t *testing.T, id, algorithm string, file []byte) Key {
	t.Helper()
	path := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := ReadKey(id, algorithm, path)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func issuerWith(keys ...Key) Issuer {
	return Issuer{Name: idp, Tenants: []string{"demo"}, Keys: keys, Claims: ClaimMap{Control: "control"}}
}

func refused(t *testing.T, v *Verifier, what, token string) {
	t.Helper()
	if p, err := v.Verify(t.Context(), token); !errors.Is(err, ErrToken) || p.User != "" {
		t.Errorf("%s: %+v, %v, want ErrToken", what, p, err)
	}
}

func taken(t *testing.T, v *Verifier, what, token string) access.Principal {
	t.Helper()
	p, err := v.Verify(t.Context(), token)
	if err != nil {
		t.Errorf("%s: %v", what, err)
	}
	return p
}

// TestEveryAlgorithm: where one is configured it is taken, and every other is
// refused, whoever signed with whatever.
func TestEveryAlgorithm(t *testing.T) {
	for _, configured := range Algorithms() {
		t.Run(configured, func(t *testing.T) {
			for _, id := range []string{"", "key-1"} {
				v := verifierOf(t, nil, issuerWith(keyOf(t, id, configured, signers()[configured].file)))
				for _, used := range Algorithms() {
					token := signed(t, used, id, signers()[used].private, claimsOf())
					if used == configured {
						if p := taken(t, v, used, token); p.User != "alice" || p.Tenant != "demo" || !slices.Equal(p.Control, []string{"200", "201"}) {
							t.Errorf("%+v", p)
						}
						continue
					}
					refused(t, v, used, token)
				}
				none, err := jwt.NewWithClaims(jwt.SigningMethodNone, claimsOf()).SignedString(jwt.UnsafeAllowNoneSignatureType)
				if err != nil {
					t.Fatal(err)
				}
				refused(t, v, "none", none)
				refused(t, v, "None", strings.Replace(none, "eyJhbGciOiJub25lI", "eyJhbGciOiJOb25lI", 1))
				good := signed(t, configured, id, signers()[configured].private, claimsOf())
				refused(t, v, "the signature cut off", good[:strings.LastIndex(good, ".")+1])
				refused(t, v, "no signature part", good[:strings.LastIndex(good, ".")])
				other := signed(t, configured, id, newSigner(configured).private, claimsOf())
				refused(t, v, "another key of the same kind", other)
				refused(t, v, "another's signature", good[:strings.LastIndex(good, ".")]+other[strings.LastIndex(other, "."):])
			}
		})
	}
}

// TestKeyConfusion: what everybody knows of a public key is no secret to sign
// with, in whatever form.
func TestKeyConfusion(t *testing.T) {
	public := signers()["RS256"].file
	block, _ := pem.Decode(public)
	v := verifierOf(t, nil,
		issuerWith(keyOf(t, "rsa", "RS256", public), keyOf(t, "secret", "HS256", signers()["HS256"].file)))
	taken(t, v, "RS256", signed(t, "RS256", "rsa", signers()["RS256"].private, claimsOf()))
	for _, kid := range []string{"", "rsa", "secret"} {
		for form, secret := range map[string][]byte{"PEM": public, "PEM, trimmed": bytes.TrimSpace(public), "DER": block.Bytes} {
			for _, algorithm := range []string{"HS256", "HS384", "HS512"} {
				refused(t, v, form+" as secret of "+algorithm+" with kid "+kid, signed(t, algorithm, kid, secret, claimsOf()))
			}
		}
	}
	refused(t, v, "RS256 signature for the secret's kid", signed(t, "RS256", "secret", signers()["RS256"].private, claimsOf()))
	refused(t, v, "PS256 with the key of RS256", signed(t, "PS256", "rsa", signers()["RS256"].private, claimsOf()))
	if _, err := parseKey("", "HS256", public); err == nil {
		t.Error("a public key is read as a secret")
	}
}

func TestReadKeyRefuses(t *testing.T) {
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(signers()["ES256"].private)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, algorithm string
		file            []byte
		want            string
	}{
		{"short secret", "HS256", []byte("short"), "at least 32"},
		{"secret of HS256 for HS512", "HS512", bytes.Repeat([]byte("k"), 63), "at least 64"},
		{"white space at the end is no secret", "HS256", append(bytes.Repeat([]byte("k"), 31), '\n'), "31 bytes"},
		{"bad base64", "HS256", []byte("base64:!"), "base64"},
		{"weak RSA", "RS256", publicPEM(weak.Public()), "at least 2048"},
		{"P-384 for ES256", "ES256", signers()["ES384"].file, "384 bits"},
		{"RSA for ES256", "ES256", signers()["RS256"].file, "not an ECDSA"},
		{"EC for RS256", "RS256", signers()["ES256"].file, "not an RSA"},
		{"RSA for EdDSA", "EdDSA", signers()["RS256"].file, "not an Ed25519"},
		{"private key", "ES256", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), "private"},
		{"no PEM", "RS256", []byte("hello"), "no PEM"},
		{"none", "none", []byte("hello"), "no PEM"},
		{"other PEM", "RS256", pem.EncodeToMemory(&pem.Block{Type: "CRL"}), "no public key"},
		{"too long", "HS256", bytes.Repeat([]byte("k"), maxKeyFile+1), "over"},
	} {
		if _, err := parseKey("", tt.algorithm, tt.file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
	if k, err := parseKey("", "HS256", []byte("base64:a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=\n")); err != nil || len(k.key.([]byte)) != 32 {
		t.Errorf("base64: %v", err)
	}
}

func TestClaimsAreChecked(t *testing.T) {
	hour := time.Now().Add(time.Hour).Unix()
	ago := func(d time.Duration) int64 { return time.Now().Add(-d).Unix() }
	key := signers()["ES256"]
	i := issuerWith(keyOf(t, "k", "ES256", key.file))
	i.Audience = []string{"cstahub", "https://hub.example.com"}
	i.Leeway = time.Minute
	v := verifierOf(t, nil, i)
	for _, tt := range []struct {
		name string
		c    jwt.MapClaims
		ok   bool
	}{
		{"good", claimsOf(), true},
		{"another of the audiences", claimsOf("aud", "https://hub.example.com"), true},
		{"several audiences", claimsOf("aud", []string{"x", "cstahub"}), true},
		{"wrong audience", claimsOf("aud", "x"), false},
		{"no audience", claimsOf("aud", nil), false},
		{"expired within the leeway", claimsOf("exp", ago(30*time.Second)), true},
		{"expired", claimsOf("exp", ago(61*time.Second)), false},
		{"no expiry", claimsOf("exp", nil), false},
		{"expiry is no number", claimsOf("exp", "tomorrow"), false},
		{"not yet, within the leeway", claimsOf("nbf", ago(-30*time.Second)), true},
		{"not yet", claimsOf("nbf", ago(-2*time.Minute)), false},
		{"issued in the future", claimsOf("iat", hour), false},
		{"unknown issuer", claimsOf("iss", "https://evil.example.com/"), false},
		{"our own name", claimsOf("iss", ownIssuer, "tenant", "demo"), false},
		{"no issuer", claimsOf("iss", nil, "tenant", "demo"), false},
		{"no subject", claimsOf("sub", nil), false},
		{"subject is no text", claimsOf("sub", []string{"alice"}), false},
		{"endless subject", claimsOf("sub", strings.Repeat("x", maxName+1)), false},
		{"scope is no list", claimsOf("control", map[string]string{"a": "b"}), false},
	} {
		token := signed(t, "ES256", "k", key.private, tt.c)
		if tt.ok {
			taken(t, v, tt.name, token)
		} else {
			refused(t, v, tt.name, token)
		}
	}
	refused(t, v, "unknown kid", signed(t, "ES256", "other", key.private, claimsOf()))
	refused(t, v, "no kid", signed(t, "ES256", "", key.private, claimsOf()))
	odd := jwt.NewWithClaims(jwt.SigningMethodES256, claimsOf())
	odd.Header["kid"] = 7
	s, err := odd.SignedString(key.private)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, v, "kid is no text", s)
	late := taken(t, v, "good", signed(t, "ES256", "k", key.private, claimsOf("exp", hour)))
	if late.Expires.Unix() != hour+60 {
		t.Errorf("it expires at %s, want the leeway after its exp", late.Expires)
	}
}

// TestClaimsAreMapped: tokens of an identity provider are good as they are.
func TestClaimsAreMapped(t *testing.T) {
	key := signers()["EdDSA"]
	i := issuerWith(keyOf(t, "k", "EdDSA", key.file))
	i.Tenants = []string{"demo", "acme"}
	i.Claims = ClaimMap{
		User: "preferred_username", Tenant: "https://example.com/tenant", Device: "phone.extension",
		Role:        "realm_access.roles",
		Roles:       []RoleName{{"cc-lead", record.RoleSupervisor}, {"cc-agent", record.RoleAgent}},
		DefaultRole: "", Observe: "team", Control: "scope",
	}
	v := verifierOf(t, nil, i)
	full := []any{
		"preferred_username", "alice@demo", "https://example.com/tenant", "demo", "phone", map[string]any{"extension": 200},
		"realm_access", map[string]any{"roles": []string{"offline_access", "cc-agent", "cc-lead"}},
		"team", []any{"201", 202}, "scope", "203 204",
	}
	p := taken(t, v, "full", signed(t, "EdDSA", "k", key.private, claimsOf(full...)))
	if p.User != "alice@demo" || p.Tenant != "demo" || p.Device != "200" || p.Role != record.RoleSupervisor ||
		!slices.Equal(p.Observe, []string{"201", "202"}) || !slices.Equal(p.Control, []string{"203", "204"}) {
		t.Errorf("%+v", p)
	}
	for name, changed := range map[string][]any{
		"a tenant it does not speak for": {"https://example.com/tenant", "other"},
		"no tenant":                      {"https://example.com/tenant", nil},
		"no role of ours":                {"realm_access", map[string]any{"roles": []string{"offline_access"}}},
		"no role at all":                 {"realm_access", nil},
		"a device that is no text":       {"phone", map[string]any{"extension": 1.5}},
		"a scope too long":               {"scope", strings.Repeat("1 ", maxScope+1)},
	} {
		refused(t, v, name, signed(t, "EdDSA", "k", key.private, claimsOf(append(slices.Clone(full), changed...)...)))
	}
}

// TestRolesOfProviders: role claims as identity providers send them.
func TestRolesOfProviders(t *testing.T) {
	key := signers()["EdDSA"]
	for _, tt := range []struct {
		name, claim string
		value       any // of the outermost claim
		outermost   string
		want        record.Role // empty: refused
	}{
		{"Entra, app roles", "roles", []string{"Other.Read", "CC Lead"}, "roles", record.RoleSupervisor},
		{"Entra, none assigned", "roles", []string{}, "roles", ""},
		{"Keycloak, of the realm", "realm_access.roles", map[string]any{"roles": []string{"offline_access", "cc-agent"}}, "realm_access", record.RoleAgent},
		{"Keycloak, of a client", "resource_access.cstahub.roles", map[string]any{"cstahub": map[string]any{"roles": []string{"CC Lead"}}}, "resource_access", record.RoleSupervisor},
		{"Keycloak, of a client with dots in its name", "resource_access.hub.example.com.roles", map[string]any{"hub.example.com": map[string]any{"roles": []string{"cc-agent"}}}, "resource_access", record.RoleAgent},
		{"Keycloak, of another client", "resource_access.cstahub.roles", map[string]any{"other": map[string]any{"roles": []string{"CC Lead"}}}, "resource_access", ""},
		{"Auth0, a namespaced claim", "https://example.com/roles", []string{"cc-agent"}, "https://example.com/roles", record.RoleAgent},
		{"Auth0, within a namespaced claim", "https://example.com/app.roles", map[string]any{"roles": []string{"cc-agent"}}, "https://example.com/app", record.RoleAgent},
		{"Cognito", "cognito:groups", []string{"cc-agent"}, "cognito:groups", record.RoleAgent},
		{"Okta", "groups", []string{"Everyone", "CC Lead"}, "groups", record.RoleSupervisor},
		{"a text with one role", "role", "CC Lead", "role", record.RoleSupervisor},
		{"a text with several", "role", "other, cc-agent", "role", record.RoleAgent},
		{"half a role", "role", "CC", "role", ""},
		{"an array's entry is one role", "roles", []string{"x cc-agent"}, "roles", ""},
		{"no claim", "roles", nil, "roles", ""},
		{"an object", "roles", map[string]any{"cc-agent": true}, "roles", ""},
	} {
		i := issuerWith(keyOf(t, "k", "EdDSA", key.file))
		i.Claims = ClaimMap{Role: tt.claim, Roles: []RoleName{{"CC Lead", record.RoleSupervisor}, {"cc-agent", record.RoleAgent}}}
		v := verifierOf(t, nil, i)
		token := signed(t, "EdDSA", "k", key.private, claimsOf(tt.outermost, tt.value))
		if tt.want == "" {
			refused(t, v, tt.name, token)
		} else if p := taken(t, v, tt.name, token); p.Role != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, p.Role, tt.want)
		}
	}
}

// TestTokensOfTheDirectory: the token says who it is, the record what he may.
func TestTokensOfTheDirectory(t *testing.T) {
	key := signers()["ES384"]
	i := issuerWith(keyOf(t, "", "ES384", key.file))
	i.Directory, i.Claims = true, ClaimMap{User: "email"}
	stored := users{
		{"erin@demo", ""}: {ID: "erin@demo", Tenant: "demo", Role: record.RoleSupervisor, Teams: []string{"sales"}, Device: "204"},
		{"gone@demo", ""}: {ID: "gone@demo", Tenant: "demo", Disabled: true},
		{"eve@acme", ""}:  {ID: "eve@acme", Tenant: "acme"},
		{"erin", ""}:      {ID: "erin@demo", Tenant: "demo"},
	}
	v := verifierOf(t, stored, i)
	token := func(user string) string {
		return signed(t, "ES384", "", key.private, claimsOf("email", user, "control", []string{"*"}, "role", "operator"))
	}
	p := taken(t, v, "erin", token("erin@demo"))
	if p.Role != record.RoleSupervisor || len(p.Control) != 0 || !slices.Equal(p.Observe, []string{"device of sales"}) || p.Expires.IsZero() {
		t.Errorf("%+v", p)
	}
	refused(t, v, "disabled", token("gone@demo"))
	refused(t, v, "unknown", token("nobody@demo"))
	refused(t, v, "of a tenant it does not speak for", token("eve@acme"))
	refused(t, v, "a name that is no id", token("erin"))
	if _, err := v.Verify(t.Context(), token("broken")); err == nil || errors.Is(err, ErrToken) {
		t.Errorf("our own fault is told as a bad token: %v", err)
	}
}

// TestNeverStrongerThanTheProgram: a program vouches for the users of its
// pages, within what it may itself.
func TestNeverStrongerThanTheProgram(t *testing.T) {
	key := signers()["HS512"]
	i := issuerWith(keyOf(t, "crm-1", "HS512", key.file))
	i.Tenants, i.Within = nil, "crm@demo"
	i.Claims = ClaimMap{Tenant: "tenant", Role: "role", DefaultRole: record.RoleAgent, Control: "control", Observe: "observe", Device: "device"}
	stored := users{{"crm@demo", ""}: {ID: "crm@demo", Tenant: "demo", Role: record.RoleIntegration, Control: []string{"200", "201"}}}
	v := verifierOf(t, stored, i)
	token := func(changed ...any) string {
		return signed(t, "HS512", "crm-1", key.private, claimsOf(changed...))
	}
	p := taken(t, v, "agent", token("control", []string{"200"}))
	if p.User != "alice" || p.Tenant != "demo" || p.Device != "200" || !access.Allowed(&p, access.Control, "demo", "200") ||
		access.Allowed(&p, access.Control, "demo", "201") {
		t.Errorf("%+v", p)
	}
	p = taken(t, v, "king", token("control", []string{"*"}, "role", "operator"))
	for _, right := range access.Rights() {
		for _, device := range []string{"200", "202"} {
			if access.Allowed(&p, right, "demo", device) && !access.Allowed(p.Within, right, "demo", device) {
				t.Errorf("the token may %s %s, and the program may not", right, device)
			}
		}
	}
	if access.Allowed(&p, access.Control, "demo", "202") || access.AllowedEverywhere(&p, access.Administer, "demo") ||
		!access.Allowed(&p, access.Control, "demo", "201") {
		t.Errorf("%+v", p)
	}
	refused(t, v, "another tenant", token("tenant", "acme"))
	delete(stored, [2]string{"crm@demo", ""})
	refused(t, v, "the program is gone", token("control", []string{"200"}))
}

// TestTokensOfALogin: what a user may is what his record says now, not when
// the token was made.
func TestTokensOfALogin(t *testing.T) {
	id := [2]string{"alice@demo", ""}
	stored := users{id: {ID: "alice@demo", Tenant: "demo", Role: record.RoleOperator, Device: "200", Generation: 1}}
	v := verifierOf(t, stored)
	user := stored[id]
	p := access.Of(&user)
	token, err := NewTokens(testKey).Issue(&p, "login", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if p := taken(t, v, "fresh", token); p.Role != record.RoleOperator || p.Expires.IsZero() {
		t.Errorf("%+v", p)
	}
	user.Role = record.RoleAgent
	stored[id] = user
	if p := taken(t, v, "demoted", token); p.Role != record.RoleAgent {
		t.Errorf("%+v", p)
	}
	user.Tenant = "acme"
	stored[id] = user
	refused(t, v, "moved", token)
	delete(stored, id)
	refused(t, v, "deleted", token)
}

func TestIssuersAreChecked(t *testing.T) {
	good := keyOf(t, "k", "ES256", signers()["ES256"].file)
	for _, tt := range []struct {
		name   string
		change func(*Issuer)
		want   string
	}{
		{"no name", func(i *Issuer) { i.Name = "" }, "needs a name"},
		{"our name", func(i *Issuer) { i.Name = ownIssuer }, "needs a name"},
		{"no key", func(i *Issuer) { i.Keys = nil }, "no key"},
		{"two keys of one id", func(i *Issuer) { i.Keys = append(i.Keys, i.Keys[0]) }, "two keys"},
		{"key without algorithm", func(i *Issuer) { i.Keys[0].Algorithm = "" }, "algorithm"},
		{"secret behind a URL", func(i *Issuer) { i.JWKS, i.Algorithms = "https://x/", []string{"HS256"} }, "HS256"},
		{"algorithms of a URL not named", func(i *Issuer) { i.JWKS = "https://x/" }, "must be named"},
		{"none", func(i *Issuer) { i.Algorithms = []string{"none"} }, "none"},
		{"keys in the clear", func(i *Issuer) { i.JWKS, i.Algorithms = "http://idp.example.com/", []string{"RS256"} }, "https"},
		{"endless leeway", func(i *Issuer) { i.Leeway = time.Hour }, "leeway"},
		{"no tenant", func(i *Issuer) { i.Tenants = nil }, "which tenants"},
		{"several tenants and no claim", func(i *Issuer) { i.Tenants = []string{"*"} }, "claim"},
		{"unknown role", func(i *Issuer) { i.Claims.DefaultRole = "king" }, "king"},
	} {
		i := issuerWith(good)
		tt.change(&i)
		if err := i.Validate(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
	if _, err := NewVerifier(users{}, NewTokens(testKey), []Issuer{issuerWith(good), issuerWith(good)}, nil); err == nil {
		t.Error("one issuer may be there twice")
	}
}
