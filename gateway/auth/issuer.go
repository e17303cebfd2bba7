package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
)

// maxLeeway bounds how far clocks may be apart: beyond it an expiry says
// nothing any more.
const maxLeeway = 5 * time.Minute

// Issuer is somebody else whose tokens are good here: an identity provider, or
// a program that vouches for the users of its pages.
type Issuer struct {
	// Name is the iss claim of its tokens.
	Name string
	// Audience lists what aud must hold one of; "cstahub" where it is empty.
	Audience []string
	// Keys are pinned keys. JWKS is the URL where others are found, used with
	// Algorithms only, none of which may be an HS*.
	Keys       []Key
	JWKS       string
	Algorithms []string
	// Leeway is how far the issuer's clock and ours may be apart.
	Leeway time.Duration
	// Tenants are those it speaks for; "*" stands for all. A token without a
	// tenant belongs to the only one listed.
	Tenants []string
	// Claims says where in its tokens stands what we need.
	Claims ClaimMap
	// Directory: the token says who it is, the user's record everything else.
	// Users without a record are refused.
	Directory bool
	// Within is the ID of a user whose rights bound those of the tokens, and
	// whose tenant is theirs. The tokens are refused once the user is gone.
	Within string
}

// issuer is an Issuer at work.
type issuer struct {
	Issuer
	parser *jwt.Parser
	set    *keySet // nil without JWKS
}

// Validate says what is wrong with an issuer, all of it at once.
func (i *Issuer) Validate() error {
	var errs []error
	add := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if i.Name == "" || i.Name == ownIssuer {
		add("an issuer needs a name, which is not %q", ownIssuer)
	}
	if len(i.Keys) == 0 && i.JWKS == "" {
		add("it has no key and no JWKS URL")
	}
	if i.JWKS != "" {
		if err := checkJWKS(i.JWKS); err != nil {
			add("JWKS URL %q: %w", i.JWKS, err)
		}
		if len(i.Algorithms) == 0 {
			add("the algorithms of the keys behind the JWKS URL must be named")
		}
	}
	for _, a := range i.Algorithms {
		if _, known := algorithms[a]; !known || symmetric(a) {
			add("algorithm %q cannot be used with keys behind a URL", a)
		}
	}
	named := make(map[string]bool)
	for _, k := range i.Keys {
		if err := fits(k.Algorithm, k.key); err != nil {
			add("key %q: %w", k.ID, err)
		}
		at := k.ID
		if at == "" {
			at = "without an id, " + k.Algorithm
		}
		if named[at] {
			add("there are two keys %s", at)
		}
		named[at] = true
	}
	if i.Leeway < 0 || i.Leeway > maxLeeway {
		add("the leeway must be between 0 and %s", maxLeeway)
	}
	if i.Within == "" && len(i.Tenants) == 0 {
		add("it must be said which tenants it speaks for")
	}
	if i.Within == "" && !i.Directory && i.Claims.Tenant == "" && (len(i.Tenants) != 1 || i.Tenants[0] == access.All) {
		add("it speaks for several tenants, so a claim must name the tenant")
	}
	for _, role := range append([]RoleName{{Role: i.Claims.DefaultRole}}, i.Claims.Roles...) {
		if role.Role != "" && !access.Known(role.Role) {
			add("there is no role %q", role.Role)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("issuer %q: %w", i.Name, err)
	}
	return nil
}

func newIssuer(ctx context.Context, i Issuer, client *http.Client, log *slog.Logger) (*issuer, error) {
	if err := i.Validate(); err != nil {
		return nil, err
	}
	if len(i.Audience) == 0 {
		i.Audience = []string{Audience}
	}
	if i.Claims.User == "" {
		i.Claims.User = "sub"
	}
	methods := slices.Clone(i.Algorithms)
	for _, k := range i.Keys {
		methods = append(methods, k.Algorithm)
	}
	at := &issuer{Issuer: i, parser: jwt.NewParser(
		jwt.WithValidMethods(methods),
		jwt.WithIssuer(i.Name),
		jwt.WithAudience(i.Audience...),
		jwt.WithExpirationRequired(),
		jwt.WithIssuedAt(),
		jwt.WithLeeway(i.Leeway),
	)}
	if i.JWKS != "" {
		at.set = newKeySet(ctx, i.JWKS, client, log)
	}
	return at, nil
}

// verify checks a token of the issuer and gives its claims.
func (i *issuer) verify(ctx context.Context, token string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := i.parser.ParseWithClaims(token, claims, func(t *jwt.Token) (any, error) { return i.key(ctx, t) })
	return claims, err
}

// key gives the one key that a token may have been signed with. What the token
// says of its algorithm is held against the key's, never the other way.
func (i *issuer) key(ctx context.Context, t *jwt.Token) (any, error) {
	kid, named := t.Header["kid"]
	id, isText := kid.(string)
	if named && !isText {
		return nil, errors.New("kid is not a text")
	}
	for _, k := range i.Keys {
		switch {
		case k.ID != id:
		case k.Algorithm == t.Method.Alg():
			return k.key, nil
		case id != "":
			return nil, fmt.Errorf("key %q is used with %s, not with %s", id, k.Algorithm, t.Method.Alg())
		}
	}
	if i.set == nil || !slices.Contains(i.Algorithms, t.Method.Alg()) {
		return nil, fmt.Errorf("there is no key %q for %s", id, t.Method.Alg())
	}
	key, err := i.set.find(ctx, t)
	if err != nil {
		return nil, err
	}
	return key, fits(t.Method.Alg(), key)
}

// principal reads a token's claims.
func (i *issuer) principal(claims jwt.MapClaims) (p access.Principal, err error) {
	expires, err := claims.GetExpirationTime()
	if err != nil || expires == nil {
		return p, errors.New("exp is required")
	}
	p.Expires = expires.Add(i.Leeway)
	get := func(name string) string {
		word, failed := text(claims, name)
		err = errors.Join(err, failed)
		return word
	}
	devices := func(name string) []string {
		words, failed := list(claims, name)
		err = errors.Join(err, failed)
		return words
	}
	p.User, p.Tenant, p.Device = get(i.Claims.User), get(i.Claims.Tenant), get(i.Claims.Device)
	p.Control, p.Observe = devices(i.Claims.Control), devices(i.Claims.Observe)
	if err != nil {
		return p, err
	}
	if p.User == "" || len(p.User) > maxName {
		return p, fmt.Errorf("claim %s names no user", i.Claims.User)
	}
	if p.Tenant == "" && len(i.Tenants) == 1 && i.Tenants[0] != access.All {
		p.Tenant = i.Tenants[0]
	}
	p.Role, err = i.Claims.role(claims)
	return p, err
}

// speaksFor reports whether the issuer may speak for a tenant.
func (i *issuer) speaksFor(tenant string) bool {
	return tenant != "" && (slices.Contains(i.Tenants, tenant) || slices.Contains(i.Tenants, access.All))
}
