package signalr

import (
	"context"
	"net/http"
)

// Hooks are told what happens, for metrics and tracing. Each may be nil, is called from many goroutines at once, and is in
// the way of what it is told of, so it should be quick.
type Hooks struct {
	// Connected is told of a connection that the hub has taken.
	Connected func(c *Conn)
	// Disconnected is told of the end of such a connection, with what Hub.OnDisconnected is told.
	Disconnected func(c *Conn, err error)
	// Refused is told of an HTTP request that was answered with an error.
	Refused func(r *http.Request, status int)
	// Invoked is told of a call before the hub is. ctx is the connection's; what is made from it becomes the invocation's. The
	// function, if it is not nil, is called when the invocation is completed, with the error that the client gets, if any. The
	// trace context that .NET clients send is in Invocation.Headers.
	Invoked func(ctx context.Context, inv *Invocation) (context.Context, func(failure string))
	// Received is told of bytes that came from a client, Sent of bytes that were written to one, framing not counted.
	Received, Sent func(c *Conn, bytes int)
}

// observeCall lets the hook see a call.
func (s *Server) observeCall(inv *Invocation) {
	if s.options.Hooks.Invoked == nil {
		return
	}
	ctx, completed := s.options.Hooks.Invoked(inv.conn.ctx, inv)
	inv.rarely().parent, inv.rare.completed = ctx, completed
}

func (c *Conn) observeReceived(bytes int) {
	if hook := c.server.options.Hooks.Received; hook != nil {
		hook(c, bytes)
	}
}

func (c *Conn) observeSent(bytes int) {
	if hook := c.server.options.Hooks.Sent; hook != nil {
		hook(c, bytes)
	}
}

// refuse answers a request with an error.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, a answer) {
	if s.options.Hooks.Refused != nil {
		s.options.Hooks.Refused(r, a.status)
	}
	if a.text == "" {
		w.Header().Set("Content-Type", "text/plain")
		writeStatus(w, a.status)
		return
	}
	writeText(w, a.status, a.text)
}
