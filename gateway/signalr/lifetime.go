package signalr

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// end closes the connection in one of the known ways.
func (c *Conn) end(e end, cause error) {
	c.close(closingFor(e, cause, c.server.options.DetailedErrors))
}

// close begins the end of a connection; only the first call counts. What is queued still goes out, unless there is a hurry,
// and the Close message behind it; then the wire closes, or is cut when it takes too long.
func (c *Conn) close(how closing) {
	c.mu.Lock()
	if c.phase >= phaseClosing {
		c.mu.Unlock()
		return
	}
	wasOpen := c.phase == phaseOpen
	c.phase = phaseClosing
	c.turn.Add(1)
	c.closing = how
	options := &c.server.options
	now := c.server.tick()
	c.times.deadline = now + options.SendTimeout
	if how.hurry {
		c.dropQueued()
		c.times.deadline = now + options.CloseTimeout
	}
	if how.handshake != "" && !wasOpen {
		c.queue.Push(hubprotocol.AppendHandshakeResponse(nil, how.handshake))
	}
	if wasOpen && !how.silent {
		c.farewell = c.protocol.AppendClose(nil, how.text, how.reconnect)
	}
	if c.resume != nil {
		c.resume.out.Finish()
	}
	c.inbox.close()
	w := c.wire
	if w != nil {
		w.wake()
	}
	// A wire that is just being opened comes all the same, and is told.
	gone := w == nil && !c.opening
	if wasOpen {
		// Counted here, where the connection cannot have ended yet.
		c.server.running.Add(1)
	}
	c.mu.Unlock()

	if c.cancel != nil {
		c.cancel(how.err)
	}
	if wasOpen {
		c.server.roster.remove(c)
		go c.disconnected(how.err)
	}
	if gone {
		c.ended()
	}
}

// disconnected tells the hub, after the callback that may be running.
func (c *Conn) disconnected(err error) {
	defer c.server.running.Done()
	c.receiving.Lock()
	defer c.receiving.Unlock()
	if !c.connected {
		return
	}
	if hook := c.server.options.Hooks.Disconnected; hook != nil {
		hook(c, err)
	}
	defer func() { _ = c.recovered("OnDisconnected", recover()) }()
	c.server.hub.OnDisconnected(c, err)
}

// ended takes a connection whose wire is gone out of the server.
func (c *Conn) ended() {
	c.mu.Lock()
	if c.phase == phaseEnded || c.wire != nil {
		// A wire that was attached just now ends the connection when it ends.
		c.mu.Unlock()
		return
	}
	c.phase = phaseEnded
	c.dropQueued()
	opened := c.transport != 0
	c.mu.Unlock()
	switch {
	case opened:
		c.server.admission.ended(c.userID, c.addressKey)
	case c.negotiated:
		c.server.admission.notConnected()
	}
	c.server.remove(c)
}

// endError says that the connection has ended, and why.
func (c *Conn) endError() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closing.err == nil || errors.Is(c.closing.err, ErrClosed) {
		return ErrClosed
	}
	return fmt.Errorf("%w: %w", ErrClosed, c.closing.err)
}

// dropQueued forgets what was not sent yet.
func (c *Conn) dropQueued() {
	c.queue.Drop()
	c.farewell = nil
	if c.resume != nil {
		c.resume.out.Drop()
	}
}

// wireGone is called by a wire once, when it has ended. cause is nil if the client ended it properly.
func (c *Conn) wireGone(w wire, cause error) {
	defer c.server.running.Done()
	c.mu.Lock()
	if c.wire != w {
		// Another one has taken its place.
		c.mu.Unlock()
		return
	}
	c.wire = nil
	switch {
	case c.phase >= phaseClosing:
		c.mu.Unlock()
		c.ended()
	case c.phase == phaseOpen && c.resume != nil && cause != nil:
		c.times.lostWire(c.server.tick() + c.server.options.DisconnectTimeout)
		c.mu.Unlock()
		c.server.log.Debug("socket lost, waiting for the client to reconnect", "connection_id", c.id, "reason", cause)
	default:
		c.mu.Unlock()
		if cause == nil {
			c.end(endByClient, nil)
		} else {
			c.end(endLost, cause)
		}
	}
}

// recovered turns a panic of a callback into an error, so that it does not take the whole server with it.
func (c *Conn) recovered(callback string, panicked any) error {
	if panicked == nil {
		return nil
	}
	c.server.log.Error("hub callback panicked", "callback", callback, "connection_id", c.id,
		"panic", fmt.Sprint(panicked), "stack", string(debug.Stack()))
	return fmt.Errorf("panic in %s", callback)
}
