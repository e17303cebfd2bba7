package xmltcp

import (
	"context"
	"net"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// Listening is how a listener's clients are dealt with, where that is not as
// usual. The zero value is the usual: clients speak first and log in.
type Listening struct {
	// SpeakFirst: the server sends SystemStatus as soon as a client has
	// connected. OpenScape's clients wait for that, and say nothing before. They
	// use the framing of Annex J.2.
	SpeakFirst bool
	// Identify tells who a client is that will never log in, by its address or
	// its certificate; false closes the connection. Nil has clients log in.
	Identify func(context.Context, net.Conn) (*access.Principal, bool)
	// Dialect is what clients are spoken to in that do not log in and so do not
	// ask for one. It is required with Identify, and where the server speaks first.
	Dialect *csta.Dialect
}
