package signalr

// Hub is what a Server serves. Methods, a Hub that calls typed Go functions by name, is enough for most programs; this
// interface is for those that take every call apart themselves.
//
// For one connection the three callbacks never run at the same time: OnConnected first, then OnInvocation once for every
// call in the order the client made them, then OnDisconnected. For different connections they run at the same time.
//
// OnConnected and OnInvocation run on the goroutine that reads from the client, so nothing else is read from this client
// until they return, not even that it has gone: what waits for something should go on elsewhere and complete its invocation
// from there. An invocation that is completed before OnInvocation returns is answered when it does. A panic in a callback is
// caught; it fails the invocation or refuses the connection.
type Hub interface {
	// OnConnected is called when the handshake is done. An error closes the connection without OnDisconnected.
	OnConnected(c *Conn) error
	// OnInvocation is called for every invocation, whatever target it names. It, or what it starts, has to complete the
	// invocation exactly once.
	OnInvocation(inv *Invocation)
	// OnDisconnected is called when the connection has ended and nothing can be sent any more. err is nil if the client
	// closed the connection, and otherwise wraps one of the errors of this package.
	OnDisconnected(c *Conn, err error)
}
