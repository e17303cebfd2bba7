package signalr

import "time"

// sweepInterval is how often connections are looked at; it is how exact times are.
const sweepInterval = time.Second

// sweep watches over the times of all connections until stop is closed. One goroutine for all of them instead of timers for
// each keeps an idle connection small.
func (s *Server) sweep(stop <-chan struct{}) {
	ticker := time.NewTicker(sweepInterval)
	defer ticker.Stop()
	var conns []*Conn
	for {
		select {
		case <-stop:
			return
		case <-ticker.C:
		}
		now := s.tick()
		s.admission.sweep()
		s.workers.trim()
		conns = s.all(conns)
		for i, c := range conns {
			c.sweep(now)
			conns[i] = nil
		}
	}
}

// sweep does what is due for a connection.
func (c *Conn) sweep(now time.Duration) {
	o := &c.server.options
	c.mu.Lock()
	what := c.times.whatIsDue(c.phase, c.transport, time.Duration(c.lastReceived.Load()), now, o)
	if what == dueClientTimeout && c.paused.Load() {
		what = dueNothing
	}
	// A socket that does not answer is one that is lost, and with stateful reconnect that is not the end.
	silent := what == dueClientTimeout || what == dueSendTimeout
	replaceable := c.phase == phaseOpen && c.resume != nil
	switch what {
	case duePing:
		c.times.nextPing = now + o.KeepAliveInterval
		// While a write is under way there is something for the client to receive, and a ping would only wait behind it.
		if c.times.writing == 0 {
			c.pushControl(c.protocol.AppendPing(nil))
		}
	case dueCut:
		// Asked for again if it does not help at once.
		if c.wire != nil {
			c.wire.cut()
		}
	default:
	}
	if c.phase == phaseOpen && c.resume != nil && !c.times.away {
		c.acknowledge()
	}
	gone := what == dueCut && c.wire == nil
	c.mu.Unlock()

	if silent && replaceable {
		c.cut()
		return
	}
	switch what {
	case dueReap:
		c.end(endUnused, nil)
	case dueHandshakeTimeout:
		c.failHandshake(handshakeCanceled, nil)
	case dueClientTimeout:
		c.end(endClientTimeout, nil)
	case dueSendTimeout:
		c.end(endSendTimeout, nil)
		c.cut()
	case dueExpired:
		c.end(endExpired, nil)
	case dueUnacknowledged:
		c.end(endSlowReader, nil)
	case dueLost:
		c.end(endLost, nil)
		c.cut()
	default:
	}
	if gone {
		c.ended()
	}
}

// cut ends the wire at once.
func (c *Conn) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.wire != nil {
		c.wire.cut()
	}
}
