package session

import (
	"context"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// Door is the way out of a session: the connection behind it. Its methods are
// called one at a time, in order. They return at once; a door that cannot
// deliver what it holds closes itself.
type Door interface {
	// Reply answers the request that was submitted with tag. A message of kind
	// csta.KindFailure refuses it; it is nil where the request was carried out and
	// the standard has no response to it.
	Reply(tag any, m csta.Message, f Form)
	// Event passes on an event of the monitor crossRef.
	Event(crossRef string, pos csta.Position, p *pbx.Publication, f Form)
	// Request sends a request of the server's own, to which no answer is awaited.
	Request(m csta.Message, f Form)
	// Close ends the connection, after what was sent before.
	Close(reason Reason)
}

// Form is how a session's messages are written.
type Form struct {
	// Dialect is that of the session's XML. It is nil for what is sent before a
	// login chose one, and on the hub.
	Dialect *csta.Dialect
	// Positions: XML events carry their position. JSON events always do.
	Positions bool
}

// Reason says why a session's connection is closed by the server.
type Reason struct {
	// Text is for people and logs.
	Text string
	// Return: the client may come back at once, and should.
	Return bool
}

// The reasons there are.
var (
	ReasonNoLogin      = Reason{Text: "nobody logged in within the login time"}
	ReasonManyLogins   = Reason{Text: "too many logins were refused on this connection"}
	ReasonProofExpired = Reason{Text: "the token with which this session was opened has expired", Return: true}
	ReasonStopping     = Reason{Text: "the server is stopping", Return: true}
)

// Authenticator checks logins.
type Authenticator interface {
	// Authenticate gives the principal of a user name and password. It reports
	// false for a login that is refused; an error is a fault of the server.
	// Domain may be empty.
	Authenticate(ctx context.Context, user, password, domain, remoteAddr string) (access.Principal, bool, error)
}

// Tenants finds tenants.
type Tenants interface {
	Tenant(id string) (*pbx.Tenant, bool)
}

// Kind says how sessions behave that come in through a door.
type Kind struct {
	// Dialects: the protocol version that a login asks for chooses how the
	// session's XML is written, and whether its timer runs. Without, as on the
	// hub, the timer does not run while the connection lives.
	Dialects bool
	// Dialect is how XML is written for a session that opens without a login. Nil
	// on the hub.
	Dialect *csta.Dialect
	// Positions: events and snapshots carry their positions unasked.
	Positions bool
	// RemoteAddr is where the connection comes from, for the log.
	RemoteAddr string
}
