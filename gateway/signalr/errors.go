package signalr

import (
	"errors"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// Why a connection ended. Hub.OnDisconnected gets an error that wraps one of these, or nil when the client closed the
// connection properly; context.Cause of Conn.Context gives the same.
var (
	// ErrClosed: the application closed the connection (Conn.Close). Sending to a connection that has ended fails with it
	// too, whatever the end was.
	ErrClosed = errors.New("signalr: connection closed")
	// ErrConnectionLost: the socket broke, or the client stopped polling or did not come back in time.
	ErrConnectionLost = errors.New("signalr: connection lost")
	// ErrHandshake: the connection did not get as far as its hub protocol.
	ErrHandshake = errors.New("signalr: handshake failed")
	// ErrProtocol: the client sent something the hub protocol does not allow, or a message over MaxMessageSize.
	ErrProtocol = errors.New("signalr: protocol error")
	// ErrClientTimeout: nothing came from the client within ClientTimeout.
	ErrClientTimeout = errors.New("signalr: client timed out")
	// ErrSlowReader: the client did not read what it was sent, so that SendQueueSize was exceeded or, with stateful
	// reconnect, nothing was acknowledged within AcknowledgeTimeout.
	ErrSlowReader = errors.New("signalr: client does not keep up")
	// ErrSendTimeout: one write took longer than SendTimeout.
	ErrSendTimeout = errors.New("signalr: sending timed out")
	// ErrExpired: the authentication of the connection ended (Principal.Expires).
	ErrExpired = errors.New("signalr: authentication expired")
	// ErrShutdown: the server shut down.
	ErrShutdown = errors.New("signalr: server shut down")
)

// ErrForbidden refuses a request with 403 instead of 401, if what Options.Authenticate returns wraps it.
var ErrForbidden = errors.New("signalr: forbidden")

// ErrUnavailable refuses a request with 503, if what Options.Authenticate returns wraps it: who sends it cannot be found out
// now, and the client may try again with what it has.
var ErrUnavailable = errors.New("signalr: unavailable")

// ErrInvalidMessage is wrapped by errors about bytes that are not what the hub protocol prescribes.
var ErrInvalidMessage = hubprotocol.ErrInvalid
