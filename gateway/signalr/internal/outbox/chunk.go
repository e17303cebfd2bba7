// Package outbox holds what a connection still has to send.
//
// A queue takes whole records in order and gives them out again joined into frames, so that one write carries everything
// that gathered while the last one was under way. Queue forgets what it gave out; Replay keeps it until the other side
// has acknowledged it, for stateful reconnect. Neither is safe for concurrent use, and neither starts a goroutine.
package outbox

import "sync"

// The sizes of pooled chunks. A connection with nothing to send holds none; a record larger than the largest gets a
// chunk of its own that is not pooled.
const (
	smallChunk  = 1 << 10
	mediumChunk = 4 << 10
	largeChunk  = 32 << 10
)

// FrameSize is the size up to which records are joined into one frame.
const FrameSize = largeChunk

var pools = [...]sync.Pool{
	{New: func() any { return &Chunk{b: make([]byte, 0, smallChunk)} }},
	{New: func() any { return &Chunk{b: make([]byte, 0, mediumChunk)} }},
	{New: func() any { return &Chunk{b: make([]byte, 0, largeChunk)} }},
}

// Chunk is a run of whole records.
type Chunk struct{ b []byte }

// newChunk returns an empty chunk with room for at least size bytes.
func newChunk(size int) *Chunk {
	switch {
	case size <= smallChunk:
		return pools[0].Get().(*Chunk)
	case size <= mediumChunk:
		return pools[1].Get().(*Chunk)
	case size <= largeChunk:
		return pools[2].Get().(*Chunk)
	}
	return &Chunk{b: make([]byte, 0, size)}
}

// Bytes returns the records, joined. They are valid until Release.
func (c *Chunk) Bytes() []byte { return c.b }

// Release gives the memory back. The chunk must not be used again.
func (c *Chunk) Release() {
	c.b = c.b[:0]
	switch cap(c.b) {
	case smallChunk:
		pools[0].Put(c)
	case mediumChunk:
		pools[1].Put(c)
	case largeChunk:
		pools[2].Put(c)
	}
}

// with returns a chunk that holds what c holds and the record, c itself if there is room; nil if the two do not fit into
// one frame.
func (c *Chunk) with(record []byte) *Chunk {
	size := len(c.b) + len(record)
	if size > cap(c.b) {
		if size > FrameSize {
			return nil
		}
		grown := newChunk(size)
		grown.b = append(grown.b, c.b...)
		c.Release()
		c = grown
	}
	c.b = append(c.b, record...)
	return c
}
