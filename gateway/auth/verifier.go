package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Users finds users by what they log in with.
type Users interface {
	// FindUser gives the user of a name, and of a domain where one is given.
	// It reports false where there is none, or more than one.
	FindUser(ctx context.Context, name, domain string) (record.User, bool, error)
	// TeamDevices gives the devices of the users who work in one of the teams.
	TeamDevices(ctx context.Context, tenant string, teams []string) ([]string, error)
	// RefreshLives reports whether a login (record.RefreshFamily) is there and has
	// not been ended.
	RefreshLives(ctx context.Context, family string) (bool, error)
}

// Verifier tells who a token speaks for, whoever issued it.
type Verifier struct {
	users   Users
	own     *Tokens
	issuers map[string]*issuer
	cancel  context.CancelFunc
}

// NewVerifier gives a verifier for our own tokens and those of the issuers. It
// fetches keys until Close.
func NewVerifier(users Users, own *Tokens, issuers []Issuer, log *slog.Logger) (*Verifier, error) {
	ctx, cancel := context.WithCancel(context.Background())
	v := &Verifier{users: users, own: own, issuers: make(map[string]*issuer), cancel: cancel}
	client := jwksClient()
	var errs []error
	for _, i := range issuers {
		if _, twice := v.issuers[i.Name]; twice {
			errs = append(errs, fmt.Errorf("issuer %q is there twice", i.Name))
			continue
		}
		at, err := newIssuer(ctx, i, client, log)
		errs = append(errs, err)
		if err == nil {
			v.issuers[i.Name] = at
		}
	}
	if err := errors.Join(errs...); err != nil {
		v.Close()
		return nil, err
	}
	return v, nil
}

// Close ends the fetching of keys.
func (v *Verifier) Close() {
	v.cancel()
	for _, i := range v.issuers {
		if i.set != nil {
			i.set.ended.Wait()
		}
	}
}

// issuerOf is what is read of a token before it is known whether it is good:
// who to ask for the key.
type issuerOf struct {
	jwt.RegisteredClaims
}

// Verify gives the principal that a token speaks for. The error is ErrToken,
// with the reason wrapped in for the log, or a fault of ours.
func (v *Verifier) Verify(ctx context.Context, token string) (access.Principal, error) {
	if len(token) > maxToken {
		return access.Principal{}, fmt.Errorf("%w: over %d bytes", ErrToken, maxToken)
	}
	var unproven issuerOf
	if _, _, err := jwt.NewParser().ParseUnverified(token, &unproven); err != nil {
		return access.Principal{}, fmt.Errorf("%w: %w", ErrToken, err)
	}
	if unproven.Issuer == "" || unproven.Issuer == ownIssuer {
		return v.ownToken(ctx, token)
	}
	i, known := v.issuers[unproven.Issuer]
	if !known {
		return access.Principal{}, fmt.Errorf("%w: its issuer is not known here", ErrToken)
	}
	claims, err := i.verify(ctx, token)
	if err != nil {
		return access.Principal{}, fmt.Errorf("%w: issuer %s: %w", ErrToken, i.Name, err)
	}
	p, err := i.principal(claims)
	if err != nil {
		return access.Principal{}, fmt.Errorf("%w: issuer %s: %w", ErrToken, i.Name, err)
	}
	return v.settle(ctx, i, p)
}

// settle completes what the claims say with what is stored.
func (v *Verifier) settle(ctx context.Context, i *issuer, p access.Principal) (access.Principal, error) {
	if i.Within != "" {
		bound, err := v.stored(ctx, i.Within)
		if err != nil {
			return access.Principal{}, err
		}
		if p.Tenant != "" && p.Tenant != bound.Tenant {
			return access.Principal{}, fmt.Errorf("%w: issuer %s: it speaks for tenant %q alone", ErrToken, i.Name, bound.Tenant)
		}
		p.Tenant, p.Within = bound.Tenant, &bound
	}
	if i.Directory {
		user, err := v.stored(ctx, p.User)
		if err != nil {
			return access.Principal{}, err
		}
		if p.Tenant != "" && p.Tenant != user.Tenant {
			return access.Principal{}, fmt.Errorf("%w: issuer %s: user %q is of another tenant", ErrToken, i.Name, p.User)
		}
		user.Expires, user.Within = p.Expires, p.Within
		p = user
	}
	if i.Within == "" && !i.speaksFor(p.Tenant) {
		return access.Principal{}, fmt.Errorf("%w: issuer %s does not speak for tenant %q", ErrToken, i.Name, p.Tenant)
	}
	p.Device = onlyDevice(&p)
	return p, nil
}

// ownToken checks a token of ours. One that is bound to a user's record is good
// as long as he is there, proves himself with what he proved himself with when
// it was made, and has not ended the login it came from. He may what his record
// says now.
func (v *Verifier) ownToken(ctx context.Context, token string) (access.Principal, error) {
	p, err := v.own.verify(token)
	if err != nil || p.Generation == 0 {
		return p, err
	}
	user, err := v.stored(ctx, p.User)
	if err != nil {
		return access.Principal{}, err
	}
	switch {
	case user.Tenant != p.Tenant:
		return access.Principal{}, fmt.Errorf("%w: user %q is of another tenant now", ErrToken, p.User)
	case user.Generation != p.Generation:
		return access.Principal{}, fmt.Errorf("%w: user %q has another password now, or was disabled meanwhile", ErrToken, p.User)
	}
	user.Expires, user.Login = p.Expires, p.Login
	lives, err := v.loginLives(ctx, &user)
	if err == nil && !lives {
		err = fmt.Errorf("%w: its login has ended", ErrToken)
	}
	if err != nil {
		return access.Principal{}, err
	}
	return user, nil
}

// loginLives reports whether the login that a principal's proof came from has
// not ended; one who has no login has none that could.
func (v *Verifier) loginLives(ctx context.Context, p *access.Principal) (bool, error) {
	if p.Login == "" {
		return true, nil
	}
	lives, err := v.users.RefreshLives(ctx, p.Login)
	if err != nil {
		return false, fmt.Errorf("login of %s: %w", p.User, err)
	}
	return lives, nil
}

// Current reports whether a principal that was proven a moment ago is still
// what is stored: nothing was changed, and nothing ended, while his connection
// opened. It is asked once the connection can be found by whoever ends it.
func (v *Verifier) Current(ctx context.Context, p *access.Principal) (bool, error) {
	for ; p != nil; p = p.Within {
		if p.Version == 0 {
			continue // no record of ours
		}
		user, found, err := v.users.FindUser(ctx, p.User, "")
		if err != nil {
			return false, fmt.Errorf("find user: %w", err)
		}
		if !found || user.ID != p.User || user.Tenant != p.Tenant || user.Version != p.Version {
			return false, nil
		}
		if lives, err := v.loginLives(ctx, p); err != nil || !lives {
			return false, err
		}
	}
	return true, nil
}

// stored gives the principal that a user is by his record.
func (v *Verifier) stored(ctx context.Context, id string) (access.Principal, error) {
	user, found, err := v.users.FindUser(ctx, id, "")
	if err != nil {
		return access.Principal{}, fmt.Errorf("find user: %w", err)
	}
	if !found || user.ID != id || user.Disabled {
		return access.Principal{}, fmt.Errorf("%w: there is no user %q", ErrToken, id)
	}
	return principalOf(ctx, v.users, &user)
}

// principalOf gives a user's principal, with the team that a supervisor looks
// after.
func principalOf(ctx context.Context, users Users, user *record.User) (access.Principal, error) {
	if user.Role != record.RoleSupervisor || len(user.Teams) == 0 {
		return access.Of(user), nil
	}
	team, err := users.TeamDevices(ctx, user.Tenant, user.Teams)
	if err != nil {
		return access.Principal{}, fmt.Errorf("devices of the teams of %s: %w", user.ID, err)
	}
	return access.Of(user, team...), nil
}

// onlyDevice gives a principal's own device. A token minted elsewhere for one
// person lists his device and no more.
func onlyDevice(p *access.Principal) string {
	if p.Device == "" && len(p.Control) == 1 && !slices.Contains(p.Control, access.All) {
		return p.Control[0]
	}
	return p.Device
}
