package outbox

// Queue is a first-in first-out queue of records, counted in bytes. The zero Queue is empty.
type Queue struct {
	// first is the oldest chunk; most queues have no other, and pay for no list.
	first *Chunk
	more  []*Chunk
	size  int
}

// Push copies a record to the end of the queue.
func (q *Queue) Push(record []byte) {
	q.size += len(record)
	last := &q.first
	if len(q.more) > 0 {
		last = &q.more[len(q.more)-1]
	}
	if *last != nil {
		if grown := (*last).with(record); grown != nil {
			*last = grown
			return
		}
	}
	c := newChunk(len(record))
	c.add(record)
	if q.first == nil {
		q.first = c
	} else {
		q.more = append(q.more, c)
	}
}

// Next takes the records of the next frame off the queue, nil if there are none.
func (q *Queue) Next() *Chunk {
	c := q.first
	if c == nil {
		return nil
	}
	q.first = nil
	if len(q.more) > 0 {
		q.first, q.more[0] = q.more[0], nil
		if q.more = q.more[1:]; len(q.more) == 0 {
			// An idle connection keeps no memory for its queue.
			q.more = nil
		}
	}
	q.size -= c.size()
	return c
}

// Ready reports whether Next has something to give.
func (q *Queue) Ready() bool { return q.first != nil }

// Size returns the number of bytes that wait to be sent.
func (q *Queue) Size() int { return q.size }

// Drop forgets everything that was not given out yet.
func (q *Queue) Drop() {
	for c := q.Next(); c != nil; c = q.Next() {
		c.Release()
	}
}
