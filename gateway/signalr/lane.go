package signalr

import "sync"

// leavesLine reports whether a call lets the next one start while it runs.
func (inv *Invocation) leavesLine() bool { return inv.streaming || len(inv.Uploads()) > 0 }

// lane is the line in which the calls of one connection run. The reader of the connection runs it, or workers do, while
// there is something in it.
type lane struct {
	mu sync.Mutex
	// first and last are the ends of the line, nil if nobody waits.
	first, last *Invocation
	// running is how many goroutines run the line, or have been told to.
	running int
}

// line is a lane to run, the call to begin with, and the hub whose calls they are.
type line struct {
	lane    *lane
	first   *Invocation
	methods *Methods
}

// add puts a call at the end of the line, unless its turn has come: then it returns true, and whoever adds the call has to run
// the line, or have it run, and is counted as one who does already.
func (l *lane) add(inv *Invocation, m *Methods) (run bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.first == nil && l.running < max(m.Parallelism, 1):
		l.running++
		return true
	case l.first == nil:
		l.first = inv
	default:
		l.last.behind = inv
	}
	l.last = inv
	return false
}

// take takes the first call out of the line. If there is none, who asks is not one of those any more who run the line.
// l.mu is held.
func (l *lane) take() *Invocation {
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

// run runs calls until there are none, or until the one it runs has stepped aside and somebody else goes on. by is the reader
// that runs them, nil for a worker.
func (l line) run(by *reader) {
	for inv := l.first; inv != nil; {
		inv = l.lane.runOne(inv, l.methods, by)
	}
}

// runOne runs a call and returns the next one to run, nil if that is not to be done here.
func (l *lane) runOne(inv *Invocation, m *Methods, by *reader) (next *Invocation) {
	stays := !inv.leavesLine()
	if stays {
		inv.methods, inv.reader = m, by
		m.call(inv)
	} else {
		inv.conn.server.running.Go(func() { m.call(inv) })
	}
	l.mu.Lock()
	last := l.first == nil
	if !stays || !inv.given {
		// What the call has left behind can give nothing away any more.
		inv.given = true
		next = l.take()
	}
	l.mu.Unlock()
	switch {
	case !stays || !inv.held:
	case last && by != nil:
		by.socket.flush()
	default:
		inv.conn.sendHeld(last)
	}
	return next
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

// stepAside lets other calls of the client run, and the client be read, while this one waits for the client.
func (inv *Invocation) stepAside() {
	inv.uncount()
	if inv.methods == nil {
		return
	}
	l := &inv.conn.lane
	l.mu.Lock()
	defer l.mu.Unlock()
	if inv.given {
		return
	}
	inv.given = true
	if next := l.take(); next != nil {
		inv.conn.server.run(line{l, next, inv.methods})
	}
	if inv.reader != nil {
		// It still runs this call, because it needs the lock to end it.
		inv.reader.relieve()
	}
}
