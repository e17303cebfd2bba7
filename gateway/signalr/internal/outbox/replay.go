package outbox

// Replay is the queue of a connection with stateful reconnect. Records of counted messages are numbered from 1 in the
// order they are pushed and stay until they are acknowledged; after Rewind they are given out again.
type Replay struct {
	// window is the number of bytes that may be under way, sent and not acknowledged.
	window int

	segments []*segment
	// first is the number of the oldest record kept, last of the newest pushed, sent of the newest given out.
	first, sent, last int64
	// ever is the number of the newest record given out before the present socket. certain is a number that the client
	// expects next at the least; see Ack.
	ever, certain int64
	// kept is the number of bytes of all records kept, underWay of those that were given out.
	kept, underWay int
	// final lifts the window: nothing will be acknowledged any more.
	final bool
}

// segment is a chunk that knows where its records end.
type segment struct {
	chunk *Chunk
	// start is where the oldest record kept begins; acknowledged ones before it are only forgotten.
	start int
	ends  []int
}

// NewReplay returns an empty queue that stops giving out counted records while window bytes or more are unacknowledged.
func NewReplay(window int) *Replay { return &Replay{window: window, first: 1, certain: 1} }

// Push copies the record of a counted message to the end of the queue.
func (r *Replay) Push(record []byte) {
	r.last++
	r.kept += len(record)
	if last := len(r.segments) - 1; last >= 0 {
		s := r.segments[last]
		if grown := s.chunk.with(record); grown != nil {
			s.chunk = grown
			s.ends = append(s.ends, grown.size())
			return
		}
	}
	c := newChunk(len(record))
	c.add(record)
	r.segments = append(r.segments, &segment{chunk: c, ends: []int{c.size()}})
}

// Finish lifts the window, because there will be no more acknowledgements.
func (r *Replay) Finish() { r.final = true }

// Next takes the next frame off the queue, nil if there is none or the window is used up. The records in it are copies.
func (r *Replay) Next() *Chunk {
	if !r.Ready() {
		return nil
	}
	s, i := r.locate(r.sent + 1)
	begin := s.start
	if i > 0 {
		begin = s.ends[i-1]
	}
	end := begin
	for ; i < len(s.ends) && (r.final || r.underWay < r.window); i++ {
		r.underWay += s.ends[i] - end
		end = s.ends[i]
		r.sent++
	}
	c := newChunk(end - begin)
	c.add(s.chunk.Bytes()[begin:end])
	return c
}

// Ready reports whether Next has something to give.
func (r *Replay) Ready() bool { return r.sent < r.last && (r.final || r.underWay < r.window) }

// locate finds a record that is kept: its segment and its place there.
func (r *Replay) locate(number int64) (*segment, int) {
	i := int(number - r.first)
	for _, s := range r.segments {
		if i < len(s.ends) {
			return s, i
		}
		i -= len(s.ends)
	}
	return nil, 0
}

// Blocked reports whether records wait only because too many bytes are unacknowledged.
func (r *Replay) Blocked() bool { return r.sent < r.last && !r.Ready() }

// Unsent returns the number of bytes that were never given out, or not on this socket.
func (r *Replay) Unsent() int { return r.kept - r.underWay }

// Size returns the number of bytes that are kept, sent or not.
func (r *Replay) Size() int { return r.kept }

// Ack forgets the counted records up to and with a number. A number that was not given out on this socket acknowledges
// what was.
//
// An acknowledgement says what the client has handled at some time, not how far it has come in counting what is sent again
// on a new socket: it may acknowledge on this socket what it handled from the last one and has yet to receive and count
// again. Only one for a record that was never given out before tells that it has counted up to there.
func (r *Replay) Ack(number int64) {
	number = min(number, r.sent)
	if number > r.ever {
		r.certain = max(r.certain, number+1)
	}
	for r.first <= number {
		s := r.segments[0]
		n := min(int64(len(s.ends)), number-r.first+1)
		freed := s.ends[n-1] - s.start
		r.kept -= freed
		r.underWay -= freed
		r.first += n
		if int(n) < len(s.ends) {
			s.start = s.ends[n-1]
			s.ends = s.ends[n:]
			return
		}
		s.chunk.Release()
		r.segments[0] = nil
		r.segments = r.segments[1:]
	}
	if len(r.segments) == 0 {
		r.segments = nil
	}
}

// Rewind makes everything that is not acknowledged wait to be given out again, for a new socket. first goes into the
// Sequence message that begins it: the number of the first message that follows. The first fillers of these are gone,
// because the client has acknowledged them, and may be replaced by any counted messages: the client counts them and looks
// no further, since it has handled their numbers.
func (r *Replay) Rewind() (first int64, fillers int) {
	r.ever = max(r.ever, r.sent)
	r.sent = r.first - 1
	r.underWay = 0
	return r.certain, r.Fillers()
}

// Fillers returns how many fillers Rewind would ask for.
func (r *Replay) Fillers() int { return int(r.first - r.certain) }

// Drop forgets everything that was not given out yet, and what was.
func (r *Replay) Drop() {
	for _, s := range r.segments {
		s.chunk.Release()
	}
	r.segments = nil
	r.first, r.sent, r.certain = r.last+1, r.last, r.last+1
	r.kept, r.underWay = 0, 0
}
