package outbox

// Queue is a first-in first-out queue of records, counted in bytes. The zero Queue is empty.
type Queue struct {
	chunks []*Chunk
	size   int
}

// Push copies a record to the end of the queue.
func (q *Queue) Push(record []byte) {
	q.size += len(record)
	if last := len(q.chunks) - 1; last >= 0 {
		if grown := q.chunks[last].with(record); grown != nil {
			q.chunks[last] = grown
			return
		}
	}
	c := newChunk(len(record))
	c.b = append(c.b, record...)
	q.chunks = append(q.chunks, c)
}

// Next takes the records of the next frame off the queue, nil if there are none.
func (q *Queue) Next() *Chunk {
	if len(q.chunks) == 0 {
		return nil
	}
	c := q.chunks[0]
	q.chunks[0] = nil
	q.chunks = q.chunks[1:]
	if len(q.chunks) == 0 {
		// An idle connection keeps no memory for its queue.
		q.chunks = nil
	}
	q.size -= len(c.b)
	return c
}

// Ready reports whether Next has something to give.
func (q *Queue) Ready() bool { return len(q.chunks) > 0 }

// Size returns the number of bytes that wait to be sent.
func (q *Queue) Size() int { return q.size }

// Drop forgets everything that was not given out yet.
func (q *Queue) Drop() {
	for _, c := range q.chunks {
		c.Release()
	}
	*q = Queue{}
}
