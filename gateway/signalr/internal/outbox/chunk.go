// Package outbox holds what a connection still has to send.
//
// A queue takes whole records in order and gives them out again joined into frames, so that one write carries everything
// that gathered while the last one was under way. Queue forgets what it gave out; Replay keeps it until the other side
// has acknowledged it, for stateful reconnect. Neither is safe for concurrent use, and neither starts a goroutine.
package outbox

import (
	"encoding/binary"
	"sync"
)

// The sizes of pooled chunks. A connection with nothing to send holds none; a record larger than the largest gets a
// chunk of its own that is not pooled.
const (
	smallChunk  = 1 << 10
	mediumChunk = 4 << 10
	largeChunk  = 32 << 10
)

// headRoom is the room in front of the records, for the head of a WebSocket frame.
const headRoom = 10

// FrameSize is the size up to which records are joined into one frame.
const FrameSize = largeChunk - headRoom

var pools = [...]sync.Pool{
	{New: func() any { return newSized(smallChunk) }},
	{New: func() any { return newSized(mediumChunk) }},
	{New: func() any { return newSized(largeChunk) }},
}

// Chunk is a run of whole records.
type Chunk struct{ b []byte }

func newSized(size int) *Chunk { return &Chunk{b: make([]byte, headRoom, size)} }

// newChunk returns an empty chunk with room for at least size bytes of records.
func newChunk(size int) *Chunk {
	switch size += headRoom; {
	case size <= smallChunk:
		return pools[0].Get().(*Chunk)
	case size <= mediumChunk:
		return pools[1].Get().(*Chunk)
	case size <= largeChunk:
		return pools[2].Get().(*Chunk)
	}
	return newSized(size)
}

// Bytes returns the records, joined. They are valid until Release.
func (c *Chunk) Bytes() []byte { return c.b[headRoom:] }

// Framed returns the records as one WebSocket frame of a server, whose first byte is the opcode with the bit that says that
// it is the last of its message. It is valid until Release.
func (c *Chunk) Framed(first byte) []byte {
	n := len(c.b) - headRoom
	switch {
	case n < 126:
		c.b[headRoom-2], c.b[headRoom-1] = first, byte(n)
		return c.b[headRoom-2:]
	case n < 1<<16:
		c.b[headRoom-4], c.b[headRoom-3] = first, 126
		binary.BigEndian.PutUint16(c.b[headRoom-2:], uint16(n))
		return c.b[headRoom-4:]
	}
	c.b[0], c.b[1] = first, 127
	binary.BigEndian.PutUint64(c.b[2:], uint64(n))
	return c.b
}

// Release gives the memory back. The chunk must not be used again.
func (c *Chunk) Release() {
	c.b = c.b[:headRoom]
	switch cap(c.b) {
	case smallChunk:
		pools[0].Put(c)
	case mediumChunk:
		pools[1].Put(c)
	case largeChunk:
		pools[2].Put(c)
	}
}

// size is the number of bytes of the records.
func (c *Chunk) size() int { return len(c.b) - headRoom }

// add puts a record behind the others; there must be room.
func (c *Chunk) add(record []byte) { c.b = append(c.b, record...) }

// with returns a chunk that holds what c holds and the record, c itself if there is room; nil if the two do not fit into
// one frame.
func (c *Chunk) with(record []byte) *Chunk {
	size := c.size() + len(record)
	if headRoom+size > cap(c.b) {
		if size > FrameSize {
			return nil
		}
		grown := newChunk(size)
		grown.add(c.Bytes())
		c.Release()
		c = grown
	}
	c.add(record)
	return c
}
