package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

var (
	// ErrCredentials says that a login is refused, and no more than that.
	ErrCredentials = errors.New("unknown user, wrong password or wrong domain")
	// ErrBusy says that a login cannot be checked now: there are too many of
	// them, or too many have failed from this address or for this user.
	ErrBusy = errors.New("too many logins, try again later")
)

// Credentials are what a login brings.
type Credentials struct {
	User, Password string
	// Domain is the pbxDomain; it may be left out where the user name is
	// unique in the installation.
	Domain string
	// RemoteAddr is where the login came from, for the log.
	RemoteAddr string
}

// maxName is how many bytes of a user name or domain are looked at.
const maxName = 256

// maxStrangers is how many logins may wait for their turn from addresses that
// their users have not logged in from before, and maxKnown how many from others:
// a flood of the one keeps none of the other out.
const maxStrangers, maxKnown = 32, 64

// Authenticator checks logins against the users there are and the tokens
// that were issued.
type Authenticator struct {
	users    Users
	verifier *Verifier
	log      *slog.Logger
	throttle *throttle
	audit    Audit
	// decoy is verified for users that do not exist, so that they take as long
	// as those that do.
	decoy string
	// strangers and known bound how many logins wait, and slots how many passwords
	// are hashed at a time: each takes 19 MiB and a core, of which some are left
	// to the calls.
	strangers, known, slots chan struct{}
}

// Audit takes what must be known afterwards. Note does not wait.
type Audit interface {
	Note(e record.AuditEntry)
}

// BusyError is an ErrBusy that says when to try again.
type BusyError struct{ After time.Duration }

// Error implements error.
func (e *BusyError) Error() string { return ErrBusy.Error() }

// Is makes it an ErrBusy.
func (*BusyError) Is(target error) bool { return target == ErrBusy }

// NewAuthenticator gives an authenticator for users, and the tokens that a
// verifier takes. Logins are told to audit, where there is one.
func NewAuthenticator(users Users, verifier *Verifier, audit Audit, log *slog.Logger) (*Authenticator, error) {
	decoy, err := HashPassword("nobody")
	if err != nil {
		return nil, err
	}
	return &Authenticator{
		users: users, verifier: verifier, audit: audit, log: log, decoy: decoy, throttle: newThrottle(),
		strangers: make(chan struct{}, maxStrangers), known: make(chan struct{}, maxKnown),
		slots: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)),
	}, nil
}

// Token gives the principal that a token speaks for.
func (a *Authenticator) Token(ctx context.Context, token string) (access.Principal, error) {
	return a.verifier.Verify(ctx, token)
}

// Password gives the principal of a user name and password; a token may stand
// in the password's place. The error is ErrCredentials for a login that is
// refused and ErrBusy for one that is not looked at; any other error is a fault
// of ours.
func (a *Authenticator) Password(ctx context.Context, c Credentials) (access.Principal, error) {
	p, err := a.throttled(ctx, &c)
	switch {
	case err == nil:
		a.note(&record.AuditEntry{
			Tenant: p.Tenant, Actor: p.User, Remote: c.RemoteAddr, Action: "login", Outcome: record.OutcomeDone,
		})
	case errors.Is(err, ErrCredentials):
		a.note(&record.AuditEntry{Actor: shown(c.User), Remote: c.RemoteAddr, Action: "login", Outcome: record.OutcomeRefused})
	}
	return p, err
}

// Confirm has one who is logged in prove himself by his password once more, and
// gives what he is by his record. Guessing is slowed down as it is at a login,
// and the errors are Password's. A token is no password here. The caller tells
// the audit log.
func (a *Authenticator) Confirm(ctx context.Context, p *access.Principal, password, remoteAddr string) (access.Principal, error) {
	if looksLikeToken(password) {
		password = "" // which is wrong
	}
	proven, err := a.throttled(ctx, &Credentials{User: p.User, Password: password, RemoteAddr: remoteAddr})
	if err == nil && (proven.User != p.User || proven.Tenant != p.Tenant) {
		err = ErrCredentials
	}
	if err != nil {
		return access.Principal{}, err
	}
	return proven, nil
}

// throttled checks credentials unless too many were wrong.
func (a *Authenticator) throttled(ctx context.Context, c *Credentials) (access.Principal, error) {
	attempt, wait := a.throttle.begin(nameOf(c), addressOf(c.RemoteAddr), !looksLikeToken(c.Password))
	if wait > 0 {
		return access.Principal{}, &BusyError{After: wait}
	}
	waiting := a.strangers
	if attempt.known {
		waiting = a.known
	}
	p, err := a.check(ctx, *c, waiting)
	switch {
	case err == nil:
		attempt.right()
	case errors.Is(err, errExpired):
		attempt.harmless()
		err = ErrCredentials
	case !errors.Is(err, ErrCredentials):
		attempt.undecided()
	}
	return p, err
}

// errExpired refuses a token that was good once, which nobody can guess.
var errExpired = fmt.Errorf("%w: the token has expired", ErrCredentials)

// nameOf gives what is guessed at: a user of a domain, or, where only a token
// is shown, whom it says to speak for.
func nameOf(c *Credentials) string {
	if c.User == "" && looksLikeToken(c.Password) && len(c.Password) <= maxToken {
		var unproven issuerOf
		if _, _, err := jwt.NewParser().ParseUnverified(c.Password, &unproven); err == nil {
			return "token " + cutName(unproven.Issuer) + "\n" + cutName(unproven.Subject)
		}
	}
	return cutName(c.User) + "\n" + cutName(c.Domain)
}

func cutName(name string) string { return name[:min(len(name), maxName)] }

func (a *Authenticator) note(e *record.AuditEntry) {
	if a.audit != nil {
		e.Time = time.Now()
		a.audit.Note(*e)
	}
}

func (a *Authenticator) check(ctx context.Context, c Credentials, waiting chan struct{}) (access.Principal, error) {
	switch {
	case len(c.User) > maxName || len(c.Domain) > maxName:
		return access.Principal{}, a.refused(c, errLongName)
	case c.Password == "":
		return access.Principal{}, a.refused(c, errNoPassword)
	}
	if looksLikeToken(c.Password) {
		return a.tokenAsPassword(ctx, c)
	}
	select {
	case waiting <- struct{}{}:
		defer func() { <-waiting }()
	default:
		return access.Principal{}, ErrBusy
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
	if !found || hash == "" || user.Disabled {
		hash, found = a.decoy, false
	}
	right, err := VerifyPassword(hash, c.Password)
	if err != nil {
		return access.Principal{}, fmt.Errorf("user %s: %w", user.ID, err)
	}
	switch {
	case user.Disabled:
		return access.Principal{}, a.refused(c, errDisabled)
	case !found:
		return access.Principal{}, a.refused(c, errUnknown)
	case !right:
		return access.Principal{}, a.refused(c, errWrongPassword)
	}
	return principalOf(ctx, a.users, &user)
}

// Why a login is refused, for the log alone: who logs in is told ErrCredentials.
var (
	errLongName      = errors.New("the user name or domain is too long")
	errNoPassword    = errors.New("no password was given")
	errDisabled      = errors.New("the user is disabled")
	errUnknown       = errors.New("there is no such user, or he has no password")
	errWrongPassword = errors.New("the password does not match")
)

// tokenAsPassword logs in with a token; a user name or domain beside it must
// be the token's.
func (a *Authenticator) tokenAsPassword(ctx context.Context, c Credentials) (access.Principal, error) {
	p, err := a.verifier.Verify(ctx, c.Password)
	switch {
	case errors.Is(err, jwt.ErrTokenExpired): // which is found out after its signature was good
		_ = a.refused(c, err)
		return access.Principal{}, errExpired
	case errors.Is(err, ErrToken):
		return access.Principal{}, a.refused(c, err)
	case err != nil:
		return access.Principal{}, err
	}
	if c.User == "" && c.Domain == "" || c.User == p.User && c.Domain == "" {
		return p, nil
	}
	name := c.User
	if name == "" {
		name = p.User
	}
	user, found, err := a.users.FindUser(ctx, name, c.Domain)
	if err != nil {
		return access.Principal{}, fmt.Errorf("find user: %w", err)
	}
	if !found || user.ID != p.User || user.Tenant != p.Tenant {
		return access.Principal{}, a.refused(c, fmt.Errorf("%w: it speaks for another user", ErrToken))
	}
	return p, nil
}

// refused logs why a login is refused, and says no more than that it is.
func (a *Authenticator) refused(c Credentials, why error) error {
	a.log.Info("login refused", "user", shown(c.User), "remote_addr", c.RemoteAddr, "reason", why)
	return ErrCredentials
}

// shown gives what is logged of a name.
func shown(name string) string {
	const most = 64
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return name
}

// looksLikeToken tells a JWT from a password: three parts, the first of which
// is a JSON object in base64.
func looksLikeToken(password string) bool {
	return strings.HasPrefix(password, "eyJ") && strings.Count(password, ".") == 2
}
