package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// ErrCredentials says that a login is refused, and no more than that.
var ErrCredentials = errors.New("unknown user, wrong password or wrong domain")

// Credentials are what a login brings.
type Credentials struct {
	User, Password string
	// Domain is the pbxDomain; it may be left out where the user name is
	// unique in the installation.
	Domain string
	// RemoteAddr is where the login came from, for the log.
	RemoteAddr string
}

// Users finds users by what they log in with.
type Users interface {
	// FindUser gives the user of a name, and of a domain where one is given.
	// It reports false where there is none, or more than one.
	FindUser(ctx context.Context, name, domain string) (record.User, bool, error)
}

// Authenticator checks logins against the users there are and the tokens
// that were issued.
type Authenticator struct {
	users  Users
	tokens *Tokens
	log    *slog.Logger
	// decoy is verified for users that do not exist, so that they take as long
	// as those that do.
	decoy string
	// slots bounds how many passwords are hashed at a time: each takes 19 MiB.
	slots chan struct{}
}

// NewAuthenticator gives an authenticator for users and tokens.
func NewAuthenticator(users Users, tokens *Tokens, log *slog.Logger) (*Authenticator, error) {
	decoy, err := HashPassword("nobody")
	if err != nil {
		return nil, err
	}
	return &Authenticator{
		users: users, tokens: tokens, log: log, decoy: decoy,
		slots: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}, nil
}

// Token gives the principal that a token speaks for.
func (a *Authenticator) Token(token string) (access.Principal, error) {
	return a.tokens.Verify(token)
}

// Password gives the principal of a user name and password; a token may stand
// in the password's place. The error is ErrCredentials for every login that is
// refused; any other error is a fault of ours.
func (a *Authenticator) Password(ctx context.Context, c Credentials) (access.Principal, error) {
	if looksLikeToken(c.Password) {
		return a.tokenAsPassword(c)
	}
	select {
	case a.slots <- struct{}{}:
		defer func() { <-a.slots }()
	case <-ctx.Done():
		return access.Principal{}, ctx.Err()
	}
	user, found, err := a.users.FindUser(ctx, c.User, c.Domain)
	if err != nil {
		return access.Principal{}, fmt.Errorf("find user: %w", err)
	}
	hash := user.PasswordHash
	if !found || hash == "" {
		hash, found = a.decoy, false
	}
	right, err := VerifyPassword(hash, c.Password)
	if err != nil {
		return access.Principal{}, fmt.Errorf("user %s: %w", user.ID, err)
	}
	if !right || !found {
		a.log.Info("login refused", "user", c.User, "remote_addr", c.RemoteAddr)
		return access.Principal{}, ErrCredentials
	}
	return access.Of(&user), nil
}

// tokenAsPassword logs in with a token; a user name beside it must be the
// token's.
func (a *Authenticator) tokenAsPassword(c Credentials) (access.Principal, error) {
	p, err := a.tokens.Verify(c.Password)
	if err == nil && c.User != "" && c.User != p.User {
		err = fmt.Errorf("%w: it speaks for another user", ErrToken)
	}
	if err != nil {
		a.log.Info("login refused", "user", c.User, "remote_addr", c.RemoteAddr, "error", err)
		return access.Principal{}, ErrCredentials
	}
	return p, nil
}

// looksLikeToken tells a JWT from a password: three parts, the first of which
// is a JSON object in base64.
func looksLikeToken(password string) bool {
	return strings.HasPrefix(password, "eyJ") && strings.Count(password, ".") == 2
}
