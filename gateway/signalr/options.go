package signalr

import (
	"log/slog"
	"net/http"
	"time"
)

// Options configure a Server. The zero value of every field stands for its default, which is ASP.NET Core's where
// ASP.NET Core has the setting; a negative duration or number turns a limit off where that makes sense, as stated.
// Times are checked once a second, so they may be exceeded by that much.
type Options struct {
	// Path, if set, is the path of the hub, such as "/chat"; requests for anything but it and its negotiate endpoint are
	// answered with 404. Empty leaves that to the router in front.
	Path string

	// KeepAliveInterval is how often a ping goes to the client, whether or not there is other traffic. Default 15 s.
	// Negative: never.
	KeepAliveInterval time.Duration
	// ClientTimeout ends a connection on which nothing was received for that long. It is armed by the client's first ping
	// and does not run while the connection's reading is paused. Default 30 s. Negative: never.
	ClientTimeout time.Duration
	// HandshakeTimeout is how long the client may take for its handshake request. Default 15 s.
	HandshakeTimeout time.Duration
	// SendTimeout is how long one write to the client's socket may take. Default 10 s.
	SendTimeout time.Duration
	// CloseTimeout is how long a client may take to close its side after the server has closed. Default 5 s.
	CloseTimeout time.Duration
	// DisconnectTimeout ends a connection that was negotiated and not used, that has not polled again, or whose socket was
	// lost and not replaced by stateful reconnect. It also ends a request whose body stands still for as long.
	// Default 15 s.
	DisconnectTimeout time.Duration
	// PollTimeout is how long a long poll may wait for something to send. Default 90 s.
	PollTimeout time.Duration
	// ShutdownSpread is the time over which Server.Shutdown spreads the closing of connections, so that their clients do
	// not all come back at once. Default 0: all at once.
	ShutdownSpread time.Duration

	// MaxMessageSize is the largest hub message a client may send, in bytes, with its framing. A WebSocket message may
	// hold any number of hub messages and has no limit of its own. Default 32768.
	MaxMessageSize int
	// ReceiveBufferSize is the number of bytes that may wait for the hub on the transports where receiving and handling are
	// apart (Server-Sent Events, long polling); a client that sends more waits. Default 65536.
	ReceiveBufferSize int
	// SendQueueSize is the number of bytes that may wait to be sent to one client. A client that reads more slowly than it is
	// sent to is disconnected when they are used up, and may reconnect. Default 1048576 (1 MiB).
	SendQueueSize int
	// StreamBufferCapacity is the number of items that a stream a client sends may have waiting for its method; then nothing
	// more is read from the client. Default 10.
	StreamBufferCapacity int
	// MaxOutstanding is the number of invocations that a connection may have running or waiting. Nothing more is read from a
	// connection that has as many, so that its client has to wait. As many calls of the client may wait for its answer
	// (Conn.Invoke). Default 256.
	MaxOutstanding int
	// StatefulReconnectBufferSize is the number of bytes that may be sent to a client and not acknowledged by it. Clients
	// acknowledge about once a second, so this bounds what a client with stateful reconnect can be sent in a second.
	// Default 100000.
	StatefulReconnectBufferSize int
	// AcknowledgeTimeout ends a connection with stateful reconnect that has used its buffer up and acknowledges nothing.
	// Default 5 s.
	AcknowledgeTimeout time.Duration

	// Limits bound what one client, one user or one address may take up.
	Limits Limits

	// Transports are the transports that are offered. Default AllTransports.
	Transports Transports
	// DisableStatefulReconnect refuses stateful reconnect to clients that ask for it.
	DisableStatefulReconnect bool
	// MinNegotiateVersion is the oldest version of negotiate that is accepted, 0 or 1. Version 0 has no token apart from the
	// connection's id. Default 0.
	MinNegotiateVersion int
	// DetailedErrors tells clients what went wrong inside the server. Default: they are told that something did.
	DetailedErrors bool
	// Compression offers permessage-deflate to WebSocket clients. It costs memory and time on every connection.
	Compression bool

	// Authenticate says who sends a request. It is called for negotiate and for every other HTTP request of a connection,
	// before anything else is done with it, and may be called from many goroutines at once. An error is answered with 401
	// and an empty body, one that wraps ErrForbidden with 403, or ErrUnavailable with 503. Nil: everybody is anonymous.
	Authenticate func(*http.Request) (Principal, error)
	// Redirect may send a client that negotiates to another hub. Nil, or a Redirect without URL: it stays here.
	Redirect func(*http.Request) Redirect
	// AllowOrigin says whether pages of another origin ("https://crm.example") may use the hub. A page of the hub's own
	// origin always may, and so does a client that is no browser. Nil: no other origin.
	AllowOrigin func(origin string) bool
	// OriginSetting is the name of the setting by which the operator allows origins, for example "--allow-origin". A refusal
	// names it.
	OriginSetting string
	// KeepHeaders are the names of the request headers that Conn.Header keeps. Default: none.
	KeepHeaders []string

	// Hooks are told what happens, for metrics and tracing.
	Hooks Hooks
	// Logger gets what an operator would want to know. Tokens, connection tokens and messages are never logged.
	// Nil: nothing is logged.
	Logger *slog.Logger
}

// Redirect is where a client shall negotiate instead.
type Redirect struct {
	// URL is the other hub's, with its own query.
	URL string
	// AccessToken, if set, takes the place of the client's own.
	AccessToken string
}

// Principal is who a request comes from.
type Principal struct {
	// UserID is the name by which the user's connections are addressed (Clients.User). Empty: nobody's.
	UserID string
	// Identity is whatever the application wants to find again at the connection (Conn.Identity).
	Identity any
	// Expires is when the authentication ends, and with it the connection, whose client may then reconnect with a new
	// token. The zero time is never.
	Expires time.Time
}

// withDefaults returns o with every unset field filled in.
func (o Options) withDefaults() Options {
	setDuration(&o.KeepAliveInterval, 15*time.Second)
	setDuration(&o.ClientTimeout, 30*time.Second)
	setDuration(&o.HandshakeTimeout, 15*time.Second)
	setDuration(&o.SendTimeout, 10*time.Second)
	setDuration(&o.CloseTimeout, 5*time.Second)
	setDuration(&o.DisconnectTimeout, 15*time.Second)
	setDuration(&o.PollTimeout, 90*time.Second)
	setDuration(&o.AcknowledgeTimeout, 5*time.Second)
	setInt(&o.MaxMessageSize, 32*1024)
	setInt(&o.ReceiveBufferSize, 64*1024)
	setInt(&o.SendQueueSize, 1<<20)
	setInt(&o.StreamBufferCapacity, 10)
	setInt(&o.MaxOutstanding, 256)
	setInt(&o.StatefulReconnectBufferSize, 100_000)
	o.Limits = o.Limits.withDefaults()
	if o.Transports == 0 {
		o.Transports = AllTransports
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

func setDuration(d *time.Duration, value time.Duration) {
	if *d == 0 {
		*d = value
	}
}

func setInt(n *int, value int) {
	if *n <= 0 {
		*n = value
	}
}
