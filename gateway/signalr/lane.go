package signalr

import "sync"

// leavesLine reports whether a call lets the next one start while it runs.
func (inv *Invocation) leavesLine() bool { return inv.streaming || len(inv.Uploads()) > 0 }

// lane is the line in which the calls of one connection run. Workers run it while there is something in it.
type lane struct {
	mu sync.Mutex
	// first and last are the ends of the line, nil if nobody waits.
	first, last *Invocation
	running     int
}

// add puts a call at the end of the line.
func (l *lane) add(inv *Invocation, m *Methods) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.first == nil {
		l.first = inv
	} else {
		l.last.behind = inv
	}
	l.last = inv
	l.start(m)
}

// start lets another worker run the line if one may and there is something for it. l.mu is held.
func (l *lane) start(m *Methods) {
	if l.first == nil || l.running >= max(m.Parallelism, 1) {
		return
	}
	l.running++
	l.first.conn.server.run(line{l, m})
}

// take takes the first call out of the line. If there is none, whoever asks is not one of those any more who run the line.
func (l *lane) take() *Invocation {
	l.mu.Lock()
	defer l.mu.Unlock()
	inv := l.first
	if inv == nil {
		l.running--
		return nil
	}
	if l.first, inv.behind = inv.behind, nil; l.first == nil {
		// An idle connection keeps no call in memory.
		l.last = nil
	}
	return inv
}

// run runs calls until there are none, or until the one it runs has stepped aside and another worker goes on.
func (l *lane) run(m *Methods) {
	for inv := l.take(); inv != nil; inv = l.take() {
		if inv.leavesLine() {
			inv.conn.server.running.Go(func() { m.call(inv) })
			continue
		}
		inv.methods = m
		m.call(inv)
		given, last := l.ended(inv)
		if inv.held {
			inv.conn.sendHeld(last)
		}
		if given {
			return
		}
	}
}

// ended reports whether a call that was run has let the next one run before, so that another worker goes on, and whether it
// was the last for now.
func (l *lane) ended(inv *Invocation) (given, last bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return inv.given, l.first == nil
}

// sendHeld sends an answer that was held: here if it is the last, and otherwise by another goroutine, since there may be more
// to join it with.
func (c *Conn) sendHeld(last bool) {
	c.mu.Lock()
	w := c.wire
	if w != nil && !last {
		w.wake()
	}
	c.mu.Unlock()
	if w != nil && last {
		w.flush()
	}
}

// stepAside lets other calls of the client run while this one waits for the client.
func (inv *Invocation) stepAside() {
	inv.uncount()
	if inv.methods == nil {
		return
	}
	l := &inv.conn.lane
	l.mu.Lock()
	defer l.mu.Unlock()
	if !inv.given {
		inv.given = true
		l.running--
		l.start(inv.methods)
	}
}
