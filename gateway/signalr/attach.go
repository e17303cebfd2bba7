package signalr

import (
	"context"
	"net/http"
	"time"

	"golang.org/x/time/rate"
)

// bind makes a new connection that of a principal and of a transport. It is not fresh if another request was faster, and
// refused if there may not be another connection.
func (c *Conn) bind(t Transport, who Principal, r *http.Request) (fresh bool, refused answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.phase != phaseNew {
		return false, answer{}
	}
	admission := &c.server.admission
	key, refused := admission.opened(r, who.UserID)
	if refused.status != 0 {
		return false, refused
	}
	c.addressKey = key
	if c.negotiated {
		admission.notConnected()
	}
	c.phase, c.opening = phaseStarting, true
	c.transport = t
	c.identity, c.userID = who.Identity, who.UserID
	c.remoteAddr = r.RemoteAddr
	c.header = keepHeaders(r.Header, c.server.options.KeepHeaders)
	c.ctx, c.cancel = context.WithCancelCause(context.Background())
	now := c.server.tick()
	c.times.deadline = now + c.server.options.HandshakeTimeout
	c.times.expires = expiry(who.Expires, now)
	c.lastReceived.Store(int64(now))
	if limits := &c.server.options.Limits; limits.InvocationRate > 0 {
		c.callRate = rate.NewLimiter(rate.Limit(limits.InvocationRate), limits.InvocationBurst)
	}
	return true, answer{}
}

// keepHeaders copies the named headers, so that the request they came with can be forgotten.
func keepHeaders(h http.Header, names []string) http.Header {
	var kept http.Header
	for _, name := range names {
		if values := h.Values(name); len(values) > 0 {
			if kept == nil {
				kept = make(http.Header)
			}
			for _, v := range values {
				kept.Add(name, v)
			}
		}
	}
	return kept
}

// expiry turns a time into the server's clock; 0 is never.
func expiry(t time.Time, now time.Duration) time.Duration {
	if t.IsZero() {
		return 0
	}
	return max(now+time.Until(t), 1)
}

// attach gives a wire to a connection that bind has made the request's own, and counts the wire as running; wireGone counts
// it out. turn stands for the time in which the wire is listened to. attach fails if the connection has ended meanwhile; one
// that is closing still takes the wire, to say so.
func (c *Conn) attach(w wire) (turn uint32, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.opening = false
	if c.phase != phaseStarting && c.phase != phaseClosing || c.wire != nil {
		return 0, false
	}
	c.wire = w
	c.server.running.Add(1)
	if c.phase == phaseClosing {
		w.wake()
	}
	// A client may have sent before its transport was open.
	c.inbox.start(c)
	return c.turn.Load(), true
}

// makeWay drops the old socket of a connection with stateful reconnect, so that a new one can take its place. The server
// may still believe in the old one when the client already knows that it is gone.
func (c *Conn) makeWay() answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	if a := admitReceive(WebSockets, c.server.options.Transports, c.placeLocked()); a.status != 0 {
		return a
	}
	if c.wire != nil {
		c.wire.cut()
		c.wire = nil
		c.turn.Add(1)
		c.times.lostWire(c.server.tick() + c.server.options.DisconnectTimeout)
	}
	return answer{}
}

// reattach gives a new socket to a connection with stateful reconnect, after makeWay. It fails if the connection has ended
// meanwhile, if another socket was faster, or if the client is too far behind.
func (c *Conn) reattach(w wire, who Principal) (turn uint32, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.phase != phaseOpen || c.resume == nil || c.wire != nil || !c.canCatchUp() {
		return 0, false
	}
	now := c.server.tick()
	c.wire = w
	c.server.running.Add(1)
	c.lastReceived.Store(int64(now))
	c.times.resumeWire(now, &c.server.options)
	c.times.expires = expiry(who.Expires, now)
	c.rewind()
	w.wake()
	return c.turn.Load(), true
}
