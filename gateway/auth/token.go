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
}

// Tokens makes and checks the tokens that cstahub signs with its own key
// (HS256).
type Tokens struct {
	key    []byte
	parser *jwt.Parser
}

// NewTokens gives tokens signed with key, which has at least 32 bytes.
func NewTokens(key []byte) *Tokens {
	return &Tokens{
		key: key,
		parser: jwt.NewParser(
			jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}),
			jwt.WithAudience(Audience),
			jwt.WithExpirationRequired(),
			jwt.WithIssuedAt(),
			jwt.WithLeeway(leeway),
		),
	}
}

// Issue makes a token for a principal that is good for ttl.
func (t *Tokens) Issue(p *access.Principal, ttl time.Duration) (string, error) {
	now := time.Now()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, &claims{
		RegisteredClaims: jwt.RegisteredClaims{
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
	})
	signed, err := token.SignedString(t.key)
	if err != nil {
		return "", fmt.Errorf("sign token: %w", err)
	}
	return signed, nil
}

// Verify gives the principal that a token speaks for. Any error is ErrToken,
// with the reason wrapped in for the log.
func (t *Tokens) Verify(token string) (access.Principal, error) {
	if len(token) > maxToken {
		return access.Principal{}, fmt.Errorf("%w: over %d bytes", ErrToken, maxToken)
	}
	var c claims
	if _, err := t.parser.ParseWithClaims(token, &c, func(*jwt.Token) (any, error) { return t.key, nil }); err != nil {
		return access.Principal{}, fmt.Errorf("%w: %w", ErrToken, err)
	}
	if !time.Now().Before(c.ExpiresAt.Time) {
		return access.Principal{}, fmt.Errorf("%w: %w", ErrToken, jwt.ErrTokenExpired)
	}
	if c.Subject == "" || c.Tenant == "" {
		return access.Principal{}, fmt.Errorf("%w: sub and tenant are required", ErrToken)
	}
	p := access.Principal{
		User:    c.Subject,
		Tenant:  c.Tenant,
		Role:    c.Role,
		Device:  c.Device,
		Control: c.Control,
		Observe: c.Observe,
		Expires: c.ExpiresAt.Time,
	}
	if p.Device == "" && len(p.Control) == 1 && p.Control[0] != access.All {
		// A token minted elsewhere for one person lists his device and no more.
		p.Device = p.Control[0]
	}
	return p, nil
}
