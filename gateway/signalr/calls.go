package signalr

// calls are the invocations of one connection that want an answer and have none yet: a list, because there are few, they
// come and go all the time, and only those that are cancelled are ever looked for. It is guarded by Conn.mu.
type calls struct{ first *Invocation }

func (l *calls) add(inv *Invocation) {
	inv.next = l.first
	if l.first != nil {
		l.first.previous = inv
	}
	l.first = inv
}

func (l *calls) remove(inv *Invocation) {
	switch {
	case inv.previous != nil:
		inv.previous.next = inv.next
	case l.first == inv:
		l.first = inv.next
	}
	if inv.next != nil {
		inv.next.previous = inv.previous
	}
	inv.previous, inv.next = nil, nil
}

// find returns the newest invocation with an id, nil if there is none.
func (l *calls) find(id string) *Invocation {
	for inv := l.first; inv != nil; inv = inv.next {
		if inv.id == id {
			return inv
		}
	}
	return nil
}

// streams counts those that stream, and tells whether one of them has an id.
func (l *calls) streams(id string) (n int, taken bool) {
	for inv := l.first; inv != nil; inv = inv.next {
		if inv.streaming {
			n++
			taken = taken || inv.id == id
		}
	}
	return n, taken
}

// forget takes an invocation that is finished, and what the client sends for it, off the connection's books. c.mu is held.
func (c *Conn) forget(inv *Invocation) {
	c.calls.remove(inv)
	for _, u := range inv.Uploads() {
		u.drop()
	}
	inv.uncountLocked()
}

// cancelInvocation handles a client's wish to cancel; an invocation it does not know is one that is done.
func (c *Conn) cancelInvocation(id string) {
	c.mu.Lock()
	inv := c.calls.find(id)
	c.mu.Unlock()
	if inv == nil {
		return
	}
	inv.cancelled.Store(true)
	inv.stopWaiting()
}
