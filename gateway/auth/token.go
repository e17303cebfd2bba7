package auth

import (
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Audience is what the aud claim of a token for cstahub holds.
const Audience = "cstahub"

// ownIssuer is the iss claim of the tokens that cstahub issues. One without iss
// is taken for its own too, and must be signed with its key all the same.
const ownIssuer = "cstahub"

// leeway is how far the clock of another issuer may be ahead. An expiry has
// none: a connection ends when its token does.
const leeway = 30 * time.Second

// maxToken bounds what a stranger can make us parse, in bytes.
const maxToken = 8 << 10

// ErrToken says that a token is not good. What is wrong with it is for the log
// alone.
var ErrToken = errors.New("the token is not valid")

// claims are the claims of our own tokens.
type claims struct {
	jwt.RegisteredClaims
	Tenant  string      `json:"tenant"`
	Role    record.Role `json:"role"`
	Device  string      `json:"device,omitempty"`
	Control []string    `json:"control,omitempty"`
	Observe []string    `json:"observe,omitempty"`
	// Session is set in tokens that came from a login. What they list is for
	// people to read; what their user may is looked up.
	Session string `json:"sid,omitempty"`
}

// Tokens makes and checks the tokens that cstahub signs with its own key
// (HS256).
type Tokens struct {
	key    []byte
	parser *jwt.Parser

	mu sync.Mutex
	// ended are logins that are over and have access tokens about, until those
	// have run out.
	ended map[string]time.Time
}

// NewTokens gives tokens signed with key, which has at least 32 bytes.
func NewTokens(key []byte) *Tokens {
	return &Tokens{
		key:   key,
		ended: make(map[string]time.Time),
		parser: jwt.NewParser(
			jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
			jwt.WithAudience(Audience),
			jwt.WithExpirationRequired(),
			jwt.WithIssuedAt(),
			jwt.WithLeeway(leeway),
		),
	}
}

// Issue makes a token for a principal that is good for ttl. session names the
// login it came from: then it is good only as long as the user is there. It is
// empty for a token that stands for itself.
func (t *Tokens) Issue(p *access.Principal, session string, ttl time.Duration) (string, error) {
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, &claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    ownIssuer,
			Subject:   p.User,
			Audience:  jwt.ClaimStrings{Audience},
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(ttl)),
			ID:        rand.Text(),
		},
		Tenant:  p.Tenant,
		Role:    p.Role,
		Device:  p.Device,
		Control: p.Control,
		Observe: p.Observe,
		Session: session,
	})
	signed, err := token.SignedString(t.key)
	if err != nil {
		return "", fmt.Errorf("sign token: %w", err)
	}
	return signed, nil
}

// Session tells which login a good token came from, empty if from none.
func (t *Tokens) Session(token string) string {
	var c claims
	if _, err := t.parser.ParseWithClaims(token, &c, func(*jwt.Token) (any, error) { return t.key, nil }); err != nil {
		return ""
	}
	return c.Session
}

// end has the tokens of a login refused, the last of which runs out at a time.
func (t *Tokens) end(session string, until time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	maps.DeleteFunc(t.ended, func(_ string, until time.Time) bool { return now.After(until) })
	t.ended[session] = until
}

func (t *Tokens) hasEnded(session string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ended := t.ended[session]
	return ended
}

// verify gives the principal that a token lists, and whether the token came
// from a login. Any error is ErrToken.
func (t *Tokens) verify(token string) (p access.Principal, fromLogin bool, err error) {
	var c claims
	if _, err := t.parser.ParseWithClaims(token, &c, func(*jwt.Token) (any, error) { return t.key, nil }); err != nil {
		return p, false, fmt.Errorf("%w: %w", ErrToken, err)
	}
	if !time.Now().Before(c.ExpiresAt.Time) {
		return p, false, fmt.Errorf("%w: %w", ErrToken, jwt.ErrTokenExpired)
	}
	if t.hasEnded(c.Session) {
		return p, false, fmt.Errorf("%w: logged out", ErrToken)
	}
	if c.Subject == "" || c.Tenant == "" {
		return p, false, fmt.Errorf("%w: sub and tenant are required", ErrToken)
	}
	p = access.Principal{
		User:    c.Subject,
		Tenant:  c.Tenant,
		Role:    c.Role,
		Device:  c.Device,
		Control: c.Control,
		Observe: c.Observe,
		Expires: c.ExpiresAt.Time,
	}
	p.Device = onlyDevice(&p)
	return p, c.Session != "", nil
}
