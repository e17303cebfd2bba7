package signalr

import (
	"errors"
	"sync"

	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

// records lends out memory to encode one record in, before it is copied to the queues it goes to.
var records = sync.Pool{New: func() any { return new([]byte) }}

// maxPooledRecord is the largest buffer worth keeping.
const maxPooledRecord = 64 << 10

func putRecord(buffer *[]byte) {
	if cap(*buffer) <= maxPooledRecord {
		records.Put(buffer)
	}
}

// Send calls a method of the client and wants no answer. It does not wait: the message is queued behind what was sent
// before, and a client that does not keep up is disconnected rather than waited for. The error is about a value that
// cannot be encoded, or wraps ErrClosed when the connection has ended; nil does not say that the client got the message.
//
// Arguments may be of any type that encoding/json takes; a JSONAppender or json.RawMessage is taken as it is.
func (c *Conn) Send(target string, args ...any) error {
	buffer := records.Get().(*[]byte)
	defer putRecord(buffer)
	record, err := c.protocol.AppendInvocation((*buffer)[:0], false, "", target, args, nil)
	*buffer = record
	if err != nil {
		return err
	}
	return c.enqueue(record)
}

// enqueue queues the record of a counted message and lets it be written.
func (c *Conn) enqueue(record []byte) error {
	c.mu.Lock()
	err := c.push(record)
	if err == nil && c.wire != nil {
		c.wire.wake()
	}
	c.mu.Unlock()
	if errors.Is(err, ErrSlowReader) {
		c.end(endSlowReader, nil)
	}
	return err
}

// push puts the record of a counted message into the queue, unless the connection has ended (ErrClosed) or has to end because
// too much waits for its client (ErrSlowReader). c.mu is held.
func (c *Conn) push(record []byte) error {
	if c.phase != phaseOpen {
		return ErrClosed
	}
	waiting := c.waiting()
	if waiting > 0 && waiting+len(record) > c.sendLimit() {
		return ErrSlowReader
	}
	if c.resume != nil {
		c.resume.out.Push(record)
	} else {
		c.queue.Push(record)
	}
	return nil
}

// pushControl queues the record of a message that is not counted. c.mu is held.
func (c *Conn) pushControl(record []byte) {
	c.queue.Push(record)
	if c.wire != nil {
		c.wire.wake()
	}
}

// waiting is the number of bytes held for the client. c.mu is held.
func (c *Conn) waiting() int {
	n := c.queue.Size()
	if c.resume != nil {
		n += c.resume.out.Size()
	}
	return n
}

// sendLimit is how many bytes may be held for the client. c.mu is held.
func (c *Conn) sendLimit() int {
	limit := c.server.options.SendQueueSize
	if c.resume != nil {
		limit += c.server.options.StatefulReconnectBufferSize
	}
	return limit
}

// next takes the next frame to write, nil if there is none, and notes the time for SendTimeout. c.mu is held.
func (c *Conn) next() *outbox.Chunk {
	now := c.server.now()
	frame := c.nextRecords()
	if c.drained != nil && c.backlog() <= streamBacklog {
		close(c.drained)
		c.drained = nil
	}
	if frame == nil {
		c.times.writing = 0
		return nil
	}
	// 0 means that nothing is written.
	c.times.writing = max(now, 1)
	return frame
}

// nextRecords gives what is not counted first, for none of it has a place in the order, and the Close message last.
func (c *Conn) nextRecords() *outbox.Chunk {
	if frame := c.queue.Next(); frame != nil {
		return frame
	}
	if c.resume != nil {
		if frame := c.nextCounted(); frame != nil {
			return frame
		}
	}
	if c.farewell != nil {
		c.queue.Push(c.farewell)
		c.farewell = nil
	}
	return c.queue.Next()
}

func (c *Conn) nextCounted() *outbox.Chunk {
	frame := c.resume.out.Next()
	switch {
	case frame != nil:
		c.times.blocked = 0
	case c.times.blocked == 0 && c.resume.out.Blocked():
		c.times.blocked = max(c.server.now(), 1)
	}
	return frame
}

// ready reports whether next would give something. c.mu is held.
func (c *Conn) ready() bool {
	return c.queue.Ready() || c.farewell != nil || c.resume != nil && c.resume.out.Ready()
}
