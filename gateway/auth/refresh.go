package auth

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// ErrRefresh says that a refresh token is not good, and no more than that.
var ErrRefresh = errors.New("the refresh token is not valid, log in again")

// maxRefreshToken bounds what a stranger can make us look up, in bytes.
const maxRefreshToken = 128

// Families keeps refresh tokens, see package store.
type Families interface {
	CreateRefresh(ctx context.Context, f record.RefreshFamily, generation int64, token string) error
	RotateRefresh(ctx context.Context, token, next string, now, expires time.Time) (record.RefreshFamily, error)
	RevokeRefresh(ctx context.Context, tenant, family string, now time.Time, reason string) error
	RevokeRefreshOf(ctx context.Context, token string, now time.Time, reason string) (record.RefreshFamily, error)
}

// Logins turns proven users into tokens: a short-lived access token, and a
// refresh token that is good once, for the next pair. A refresh token that
// comes a second time was stolen, or the client lost the answer; whichever it
// was, the whole family ends and the user logs in again. A family that has ended
// is on the disk before anybody is told, and its access tokens end with it.
type Logins struct {
	tokens   *Tokens
	verifier *Verifier
	families Families
	// accessTime and refreshTime are how long the two tokens are good for.
	accessTime, refreshTime time.Duration
}

// NewLogins gives logins with tokens of two lifetimes.
func NewLogins(tokens *Tokens, verifier *Verifier, families Families, accessTime, refreshTime time.Duration) *Logins {
	return &Logins{tokens: tokens, verifier: verifier, families: families, accessTime: accessTime, refreshTime: refreshTime}
}

// Grant is what a login, or a refresh, gives.
type Grant struct {
	Access string
	// AccessTime is how long Access is good for.
	AccessTime time.Duration
	Refresh    string
}

// Begin gives the tokens of a new login. client says where it came from, for
// people to recognise. Who logged in with a token that runs out gets nothing
// that outlives it (ErrToken); who proved himself with what is not his any more
// gets ErrCredentials.
func (l *Logins) Begin(ctx context.Context, p *access.Principal, client string) (Grant, error) {
	if !p.Expires.IsZero() {
		return Grant{}, fmt.Errorf("%w: a token gives no other tokens", ErrToken)
	}
	now := l.tokens.now()
	family := record.RefreshFamily{
		ID: rand.Text(), Tenant: p.Tenant, User: p.User, Client: client,
		Created: now, Used: now, Expires: now.Add(l.refreshTime),
	}
	refresh := newRefreshToken()
	err := l.families.CreateRefresh(ctx, family, p.Generation, refresh)
	if errors.Is(err, store.ErrRevoked) || errors.Is(err, store.ErrMissing) {
		return Grant{}, ErrCredentials // changed, or gone, since they were looked at
	}
	if err != nil {
		return Grant{}, err
	}
	return l.grant(p, family.ID, refresh)
}

// Refresh exchanges a refresh token. The error is ErrRefresh, with the reason
// wrapped in for the log, or a fault of ours; the family is given with ErrRefresh
// too where there is one.
func (l *Logins) Refresh(ctx context.Context, token string) (Grant, record.RefreshFamily, error) {
	if token == "" || len(token) > maxRefreshToken {
		return Grant{}, record.RefreshFamily{}, ErrRefresh
	}
	next, now := newRefreshToken(), l.tokens.now()
	family, err := l.families.RotateRefresh(ctx, token, next, now, now.Add(l.refreshTime))
	switch {
	case errors.Is(err, store.ErrReused), errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrRevoked), errors.Is(err, store.ErrExpired):
		return Grant{}, family, fmt.Errorf("%w: %w", ErrRefresh, err)
	case err != nil:
		return Grant{}, family, err
	}
	p, err := l.verifier.stored(ctx, family.User)
	if err == nil && p.Tenant != family.Tenant {
		err = fmt.Errorf("%w: the user is of another tenant now", ErrToken)
	}
	if errors.Is(err, ErrToken) { // gone, or disabled
		return Grant{}, family, fmt.Errorf("%w: %w", ErrRefresh, err)
	}
	if err != nil {
		return Grant{}, family, err
	}
	grant, err := l.grant(&p, family.ID, next)
	return grant, family, err
}

// End logs out: it ends the login of an access token's principal, and the one
// of a refresh token. Either may be missing. It gives those that it ended; that
// they had ended before is no error.
func (l *Logins) End(ctx context.Context, p *access.Principal, refresh string) (ended []record.RefreshFamily, err error) {
	const why = "logout"
	now := l.tokens.now()
	end := func(f record.RefreshFamily, failed error) {
		switch {
		case failed == nil:
			ended = append(ended, f)
		case !errors.Is(failed, store.ErrNotFound):
			err = errors.Join(err, failed)
		}
	}
	if p != nil && p.Login != "" {
		end(record.RefreshFamily{ID: p.Login, Tenant: p.Tenant, User: p.User}, l.families.RevokeRefresh(ctx, p.Tenant, p.Login, now, why))
	}
	if refresh != "" && len(refresh) <= maxRefreshToken {
		end(l.families.RevokeRefreshOf(ctx, refresh, now, why))
	}
	return ended, err
}

func (l *Logins) grant(p *access.Principal, family, refresh string) (Grant, error) {
	token, err := l.tokens.Issue(p, family, l.accessTime)
	return Grant{Access: token, AccessTime: l.accessTime, Refresh: refresh}, err
}

// newRefreshToken makes a secret of over 256 bits.
func newRefreshToken() string { return rand.Text() + rand.Text() }
