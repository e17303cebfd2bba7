package signalr

import (
	"context"
	"fmt"
	"strings"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// Methods is a Hub whose methods are Go functions, registered by name:
//
//	hub := signalr.NewMethods()
//	hub.Handle("Add", signalr.Func2(func(_ context.Context, _ *signalr.Conn, a, b int) (int, error) {
//		return a + b, nil
//	}))
//
// Names are matched without regard to case. The calls of one client run one after the other in the order it made them,
// unless Parallelism says otherwise; a call that streams, either way, leaves the line once it has started, and so does one
// that waits for the client's answer (Conn.Invoke). The calls of different clients run at the same time. Methods may wait as
// long as they like; their context ends with the connection, or when the client cancels the call.
//
// All methods have to be registered before the hub is served.
type Methods struct {
	// Parallelism is the number of calls of one client that may run at the same time. Default 1.
	Parallelism int
	// OnConnect is called for every connection, as Hub.OnConnected is.
	OnConnect func(c *Conn) error
	// OnDisconnect is called at the end of every connection, as Hub.OnDisconnected is.
	OnDisconnect func(c *Conn, err error)

	// methods are found by their names in lower case, and by their names as they were registered, which is how most clients
	// write them.
	methods map[string]Method
}

// NewMethods returns a hub without methods.
func NewMethods() *Methods { return &Methods{methods: make(map[string]Method)} }

// Handle registers a method. It panics if the name is taken, because that is a mistake in the program.
func (m *Methods) Handle(name string, method Method) {
	key := strings.ToLower(name)
	if _, taken := m.methods[key]; taken || method.run == nil {
		panic(fmt.Sprintf("signalr: method %q is registered twice, or is none", name))
	}
	for _, found := range []string{key, name} {
		method.name = found
		m.methods[found] = method
	}
}

// find returns the method that a client calls by a name.
func (m *Methods) find(name string) (method Method, ok bool) {
	if method, ok = m.methods[name]; !ok {
		method, ok = m.methods[strings.ToLower(name)]
	}
	return method, ok
}

// targetOf returns the name of the method that a message calls. A name that is registered as it is written needs no memory.
func (s *Server) targetOf(m *hubprotocol.Message) string {
	if s.methods != nil {
		if method, ok := s.methods.methods[string(m.Target)]; ok {
			return method.name
		}
	}
	return string(m.Target)
}

// OnConnected implements Hub.
func (m *Methods) OnConnected(c *Conn) error {
	if m.OnConnect == nil {
		return nil
	}
	return m.OnConnect(c)
}

// OnDisconnected implements Hub.
func (m *Methods) OnDisconnected(c *Conn, err error) {
	if m.OnDisconnect != nil {
		m.OnDisconnect(c, err)
	}
}

// OnInvocation implements Hub.
func (m *Methods) OnInvocation(inv *Invocation) {
	// Calls that want no answer wait in line like the others, so they count like the others.
	inv.count()
	if c := inv.conn; c.lane.add(inv, m) {
		c.server.run(line{&c.lane, inv, m})
	}
}

// call runs one call to its end.
func (m *Methods) call(inv *Invocation) {
	defer func() {
		if err := inv.conn.recovered(inv.target, recover()); err != nil {
			inv.FailError(err)
		}
	}()
	method, ok := m.find(inv.target)
	if !ok {
		inv.FailUnknown()
		return
	}
	if refusal := method.accepts(inv); refusal != nil {
		inv.FailError(refusal)
		return
	}
	method.run(inv.Context(), inv)
}

// Method is a Go function made into a hub method by Func0 and its like, Proc0 and its like, or Stream0 and its like.
type Method struct {
	// name is what the method is found by: its name as it was registered, or in lower case.
	name string
	// streams: the method's results are a stream.
	streams bool
	// arguments and uploads are the numbers of parameters that come as values and as streams.
	arguments, uploads int
	// authorize refuses callers.
	authorize func(c *Conn) bool
	run       func(ctx context.Context, inv *Invocation)
}

// Authorize returns the method with a condition: connections that do not meet it are told that they are not authorized.
func (m Method) Authorize(allowed func(c *Conn) bool) Method {
	before := m.authorize
	m.authorize = func(c *Conn) bool { return (before == nil || before(c)) && allowed(c) }
	return m
}

// accepts checks that a call is one that the method can be called with. The texts are .NET's.
func (m *Method) accepts(inv *Invocation) error {
	switch {
	case m.authorize != nil && !m.authorize(inv.conn):
		return &CallError{fmt.Sprintf("Failed to invoke '%s' because user is unauthorized", inv.target)}
	case m.streams && !inv.streaming:
		return &CallError{fmt.Sprintf("The client attempted to invoke the streaming '%s' method with a non-streaming invocation.", inv.target)}
	case !m.streams && inv.streaming:
		return &CallError{fmt.Sprintf("The client attempted to invoke the non-streaming '%s' method with a streaming invocation.", inv.target)}
	case inv.NumArguments() != m.arguments:
		return wrongCount(inv.NumArguments(), m.arguments)
	case len(inv.Uploads()) != m.uploads:
		return &HubError{fmt.Sprintf("Client sent %d stream(s), Hub method expects %d.", len(inv.Uploads()), m.uploads)}
	}
	return nil
}
