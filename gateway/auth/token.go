package auth

import (
	"crypto/rand"
	"errors"
	"fmt"
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
	// Generation is that of the user's record. Where it is set the token is good
	// as long as the record has it, and what the token lists is for people to
	// read: what its user may is looked up.
	Generation int64 `json:"gen,omitempty"`
	// Session names the login that the token came from (record.RefreshFamily),
	// with which it ends.
	Session string `json:"sid,omitempty"`
}

// Tokens makes and checks the tokens that cstahub signs with its own keys
// (HS256).
type Tokens struct {
	keys   keyring
	now    func() time.Time
	parser *jwt.Parser
}

// NewTokens gives tokens signed with the first of some keys and good with any
// of them. Each has at least 32 bytes.
func NewTokens(keys ...[]byte) *Tokens {
	return newTokens(&fixedKeys{ringOf(keys)}, time.Now)
}

func newTokens(keys keyring, now func() time.Time) *Tokens {
	return &Tokens{
		keys: keys, now: now,
		parser: jwt.NewParser(
			jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
			jwt.WithAudience(Audience),
			jwt.WithExpirationRequired(),
			jwt.WithIssuedAt(),
			jwt.WithLeeway(leeway),
			jwt.WithTimeFunc(now),
		),
	}
}

// Issue makes a token for a principal that is good for ttl: as long as his
// record has p.Generation, and as long as the login is not over that session
// names. Without either it stands for itself.
func (t *Tokens) Issue(p *access.Principal, session string, ttl time.Duration) (string, error) {
	now := t.now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, &claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    ownIssuer,
			Subject:   p.User,
			Audience:  jwt.ClaimStrings{Audience},
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(ttl)),
			ID:        rand.Text(),
		},
		Tenant:     p.Tenant,
		Role:       p.Role,
		Device:     p.Device,
		Control:    p.Control,
		Observe:    p.Observe,
		Generation: p.Generation,
		Session:    session,
	})
	key := t.keys.ring().signing()
	token.Header["kid"] = key.id
	signed, err := token.SignedString(key.secret)
	if err != nil {
		return "", fmt.Errorf("sign token: %w", err)
	}
	return signed, nil
}

// verify gives the principal that a token lists; his Generation and Login are
// yet to be held against what is stored. Any error is ErrToken.
func (t *Tokens) verify(token string) (p access.Principal, err error) {
	var c claims
	if _, err := t.parser.ParseWithClaims(token, &c, t.keys.ring().keyFor); err != nil {
		return p, fmt.Errorf("%w: %w", ErrToken, err)
	}
	if !t.now().Before(c.ExpiresAt.Time) {
		return p, fmt.Errorf("%w: %w", ErrToken, jwt.ErrTokenExpired)
	}
	if c.Subject == "" || c.Tenant == "" {
		return p, fmt.Errorf("%w: sub and tenant are required", ErrToken)
	}
	if c.Session != "" && c.Generation == 0 {
		return p, fmt.Errorf("%w: it does not say what its user proved himself with", ErrToken)
	}
	p = access.Principal{
		User:       c.Subject,
		Tenant:     c.Tenant,
		Role:       c.Role,
		Device:     c.Device,
		Control:    c.Control,
		Observe:    c.Observe,
		Expires:    c.ExpiresAt.Time,
		Generation: c.Generation,
		Login:      c.Session,
	}
	p.Device = onlyDevice(&p)
	return p, nil
}
