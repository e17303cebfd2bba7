package signalr

import "time"

// times are the moments that matter to a connection, on the server's clock; 0 is never.
type times struct {
	// deadline ends what the connection's phase waits for: a transport, the handshake, a new socket or poll, the last bytes.
	deadline time.Duration
	// nextPing is when the next ping is due.
	nextPing time.Duration
	// expires is when the authentication ends.
	expires time.Duration
	// writing is when the write that is under way began.
	writing time.Duration
	// blocked is when sending began to wait for an acknowledgement.
	blocked time.Duration
	// pinged: the client pings, so that its silence means something.
	pinged bool
	// away: the wire is missing, and deadline is when it must be back.
	away bool
}

// lostWire notes that the wire is missing and when it must be back.
func (t *times) lostWire(deadline time.Duration) {
	t.away = true
	t.deadline = deadline
	t.writing, t.blocked = 0, 0
}

// opened notes that the handshake is done.
func (t *times) opened(now time.Duration, o *Options) {
	t.deadline = 0
	t.resumeWire(now, o)
}

// resumeWire notes that the wire is there, or there again.
func (t *times) resumeWire(now time.Duration, o *Options) {
	t.away = false
	t.deadline = 0
	if o.KeepAliveInterval > 0 {
		t.nextPing = now + o.KeepAliveInterval
	}
}

// due is what has to be done about a connection.
type due uint8

const (
	dueNothing due = iota
	duePing
	// dueReap: nobody came for it.
	dueReap
	dueHandshakeTimeout
	dueClientTimeout
	dueSendTimeout
	dueExpired
	// dueUnacknowledged: the client acknowledges nothing.
	dueUnacknowledged
	// dueLost: the wire did not come back.
	dueLost
	// dueCut: closing took too long.
	dueCut
)

// behind is how much the clock may have been behind when a moment was noted in passing: writing, blocked, and when
// something was last received. What is due then is due that much later, never too early.
const behind = sweepInterval

// whatIsDue decides what has to be done about a connection now. It changes nothing.
func (t *times) whatIsDue(p phase, transport Transport, lastReceived, now time.Duration, o *Options) due {
	passed := func(at time.Duration) bool { return at != 0 && now >= at }
	if t.writing != 0 && now >= t.writing+o.SendTimeout+behind {
		return dueSendTimeout
	}
	switch p {
	case phaseNew:
		if passed(t.deadline) {
			return dueReap
		}
	case phaseStarting:
		if passed(t.deadline) {
			return dueHandshakeTimeout
		}
	case phaseOpen:
		switch {
		case passed(t.expires):
			return dueExpired
		case t.away && passed(t.deadline):
			return dueLost
		case t.away:
		case t.blocked != 0 && now >= t.blocked+o.AcknowledgeTimeout+behind:
			return dueUnacknowledged
		case t.pinged && transport.pings() && o.ClientTimeout > 0 && now >= lastReceived+o.ClientTimeout+behind:
			return dueClientTimeout
		case transport.pings() && passed(t.nextPing):
			return duePing
		}
	case phaseClosing:
		if passed(t.deadline) {
			return dueCut
		}
	case phaseEnded:
	}
	return dueNothing
}
