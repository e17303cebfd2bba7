package signalr

import (
	"fmt"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

// resumption is what a connection with stateful reconnect remembers, so that a new socket goes on where the old one broke
// off: what was sent and not acknowledged, and how far the client's messages were handled.
type resumption struct {
	out *outbox.Replay
	in  received
}

// received counts what came from the client. Counted messages are numbered from 1.
type received struct {
	// next is the number that the next counted message has.
	next int64
	// handled is the highest number that was handled.
	handled int64
	// acknowledged is the number last told to the client, told the number of bytes since.
	acknowledged int64
	bytes        int
	// awaiting: on a new socket nothing counts until the client has said where it begins.
	awaiting bool
}

// accept reports whether a message is to be handled, and counts it.
func (r *received) accept(kind hubprotocol.Kind, size int) bool {
	switch {
	case r.awaiting:
		return kind == hubprotocol.Sequence
	case !kind.Counted():
		return true
	}
	number := r.next
	r.next++
	if number <= r.handled {
		return false
	}
	r.handled = number
	r.bytes += size
	return true
}

// sequence handles a Sequence message: the client is going to send its messages from that number on.
func (r *received) sequence(number int64) error {
	// What was acknowledged the client does not send again, even if it had no time to arrive a second time.
	if most := max(r.next, r.handled+1); number > most || number < 1 {
		return fmt.Errorf("%w: sequence number %d, where at most %d is due", ErrInvalidMessage, number, most)
	}
	r.next = number
	r.awaiting = false
	return nil
}

// acknowledge tells the client what was handled, if that is more than it knows. c.mu is held.
func (c *Conn) acknowledge() {
	in := &c.resume.in
	if in.handled == in.acknowledged || in.awaiting {
		return
	}
	in.acknowledged, in.bytes = in.handled, 0
	c.pushControl(c.protocol.AppendAck(nil, in.handled))
}

// rewind prepares what was not acknowledged for a new socket. c.mu is held.
func (c *Conn) rewind() {
	c.queue.Drop()
	c.resume.in.awaiting = true
	first, fillers := c.resume.out.Rewind()
	c.queue.Push(c.protocol.AppendSequence(nil, first))
	filler := c.filler()
	for range fillers {
		c.queue.Push(filler)
	}
}

// filler is the shortest message that is counted.
func (c *Conn) filler() []byte { return c.protocol.AppendVoid(nil, "-") }

// canCatchUp reports whether what a new socket has to begin with is no more than may wait for a client. A client that
// acknowledges only old messages, on one socket after another, makes it more and more. c.mu is held.
func (c *Conn) canCatchUp() bool {
	return c.resume.out.Fillers()*len(c.filler()) <= c.sendLimit()
}
