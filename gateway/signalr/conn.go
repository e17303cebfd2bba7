package signalr

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"

	"golang.org/x/time/rate"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

// phase is how far a connection has come. It only ever moves forward.
type phase uint8

const (
	// phaseNew: negotiated, no request has opened a transport.
	phaseNew phase = iota
	// phaseStarting: a transport is being opened, or waits for the handshake.
	phaseStarting
	// phaseOpen: the hub has it. Its socket may be missing for a while (stateful reconnect), or its poll.
	phaseOpen
	// phaseClosing: nothing new is sent or received; what is queued, and the Close message, still goes out.
	phaseClosing
	// phaseEnded: gone from the server.
	phaseEnded
)

// Conn is one connection of a client to the hub. Its methods may be called from any goroutine.
type Conn struct {
	server *Server
	// id is what others may know of the connection, token is what its requests prove themselves with. A client of
	// negotiate version 0 has one for both.
	id, token string
	// stateful: the client asked for stateful reconnect and was granted it; only version 2 of the hub protocol has it.
	stateful bool
	// negotiated: the connection was made by negotiate, so it counts as unconnected until it is opened.
	negotiated bool

	// Set when the transport is opened, before the hub or another request sees the connection as bound, and not changed.
	transport  Transport
	identity   any
	userID     string
	remoteAddr string
	header     http.Header
	ctx        context.Context
	cancel     context.CancelCauseFunc
	// addressKey is the address that the connection counts for, callRate how often it may call, if that is limited.
	addressKey string
	callRate   *rate.Limiter

	// receiving is held while bytes from the client are handled and during every callback of the hub.
	receiving sync.Mutex
	// protocol is set by the handshake, under receiving and mu.
	protocol hubprotocol.Protocol
	// connected: OnConnected has returned without error. Under receiving.
	connected bool
	// ownCall is a call that whoever receives has to run, or have run, and with it the lane that it is the first of. Under
	// receiving.
	ownCall *Invocation

	// turn is the turn of the wire that is listened to. It changes, under mu, when that one is not listened to any more.
	turn atomic.Uint32
	// lastReceived is the time anything last came from the client.
	lastReceived atomic.Int64
	// paused: reading waits for invocations to complete.
	paused atomic.Bool

	// mu guards all that follows. No callback and nothing that waits is called with it held.
	mu    sync.Mutex
	phase phase
	wire  wire
	// opening: a request is opening the first wire.
	opening bool
	// queue holds records that are not kept once they are sent; with stateful reconnect only those that are not counted.
	queue outbox.Queue
	// inbox holds what came in requests of its own and was not handled yet.
	inbox inbox
	// resume is there if the connection has stateful reconnect.
	resume *resumption
	// closing is how the connection ends, from phaseClosing on, and farewell the Close message that goes out last.
	closing  closing
	farewell []byte

	times times

	// outstanding counts invocations that are not completed. It is changed under mu and may be read without.
	outstanding atomic.Int32
	// room is there while reading is paused, and closed when it goes on.
	room chan struct{}
	// calls are the client's calls that wait for an answer, uploads the streams that it sends, by their ids.
	calls   calls
	uploads map[string]*Incoming
	// questions are calls of the client that wait for its answers, by their ids, and asked the number of them so far.
	questions map[string]*outgoing
	asked     uint64
	// listening: OnConnected has returned, so that answers are read.
	listening bool
	// drained is there while streams wait for the queue to get short, and closed when it is.
	drained chan struct{}
	// lane is the line in which Methods runs the connection's calls.
	lane lane

	// groups are the groups the connection is in with its place in each, index is its place among all; under the roster's lock.
	groups map[string]int
	index  int
}

func newConn(s *Server, negotiateVersion int, stateful bool) *Conn {
	c := &Conn{server: s, id: newID(), stateful: stateful}
	c.token = c.id
	if negotiateVersion > 0 {
		c.token = newID()
	}
	c.times.deadline = s.tick() + s.options.DisconnectTimeout
	return c
}

// ID returns the connection's public id. It is not what gives access to the connection.
func (c *Conn) ID() string { return c.id }

// User returns the user id set by Options.Authenticate, empty for nobody's.
func (c *Conn) User() string { return c.userID }

// Identity returns the value set by Options.Authenticate.
func (c *Conn) Identity() any { return c.identity }

// RemoteAddr returns the network address of the request that opened the connection.
func (c *Conn) RemoteAddr() string { return c.remoteAddr }

// Header returns a header of the request that opened the connection, if Options.KeepHeaders names it.
func (c *Conn) Header(name string) string { return c.header.Get(name) }

// Transport returns the transport the connection runs over.
func (c *Conn) Transport() Transport { return c.transport }

// Protocol returns the name of the connection's hub protocol, "json" or "messagepack".
func (c *Conn) Protocol() string { return c.protocol.Name() }

// Context is cancelled when the connection begins to close; context.Cause tells why.
func (c *Conn) Context() context.Context { return c.ctx }

// Server returns the server the connection belongs to.
func (c *Conn) Server() *Server { return c.server }

// place says where the connection stands, for a request.
func (c *Conn) place() place {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.placeLocked()
}

func (c *Conn) placeLocked() place {
	return place{
		known:     true,
		bound:     c.transport,
		live:      c.wire != nil || c.phase == phaseStarting,
		resumable: c.phase == phaseOpen && c.resume != nil,
		ending:    c.phase >= phaseClosing,
	}
}

// belongsTo reports whether a request's principal may use the connection: the first one that opens a transport makes it
// his, and it stays his.
func (c *Conn) belongsTo(who Principal) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.transport == 0 || c.userID == who.UserID
}

// Close ends the connection. The client is given the reason, if it is not empty, as the error of its onclose handler, and
// comes back by itself if allowReconnect is set and it is built with automatic reconnect. What was sent before still goes
// out. Close does not wait, and only the first end of a connection counts.
func (c *Conn) Close(reason string, allowReconnect bool) {
	closing := closings[endByHub]
	closing.text, closing.reconnect = reason, allowReconnect
	c.close(closing)
}
