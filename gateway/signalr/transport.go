package signalr

// Transport is one way to carry a connection.
type Transport uint8

// The transports of SignalR. Clients try them in this order.
const (
	// WebSockets carries text and bytes both ways on one socket.
	WebSockets Transport = 1 << iota
	// ServerSentEvents carries text to the client on one response that does not end; the client sends with POST.
	ServerSentEvents
	// LongPolling carries text and bytes to the client in the answers to one request after the other; the client sends with
	// POST.
	LongPolling
)

// Transports is a set of transports, such as WebSockets | LongPolling.
type Transports = Transport

// AllTransports is every transport there is.
const AllTransports = WebSockets | ServerSentEvents | LongPolling

// String returns the transport's name on the wire.
func (t Transport) String() string {
	switch t {
	case WebSockets:
		return "WebSockets"
	case ServerSentEvents:
		return "ServerSentEvents"
	case LongPolling:
		return "LongPolling"
	default:
		return "none"
	}
}

// carriesBinary reports whether the transport can carry a binary hub protocol.
func (t Transport) carriesBinary() bool { return t != ServerSentEvents }

// pings reports whether the two sides ping each other; a client that polls shows by that that it is alive.
func (t Transport) pings() bool { return t != LongPolling }

// wire is the live way to one client: a socket, a response, or a sequence of polls. A connection has at most one at a time.
type wire interface {
	// wake tells the wire that the connection's queue has something to send, or that the connection is closing. It is
	// called with the connection locked, does not wait, and may be called when there is nothing.
	wake()
	// flush is wake for a goroutine that has just handled what came from the client and may write the answers itself. It is
	// called without the connection locked.
	flush()
	// cut ends the wire at once, whatever is under way. It may be called again, and from any goroutine.
	cut()
}
