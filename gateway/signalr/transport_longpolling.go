package signalr

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

// longPolling is the wire of the Long Polling transport. It stays from the first poll to the end; the polls come and go.
type longPolling struct {
	conn *Conn
	// signal has something in it when there may be something to answer a poll with.
	signal chan struct{}

	// What follows is guarded by conn.mu.

	// current is the poll that may be answered, following the one that will take its place.
	current, following *poll
	// over: the next answer is the last.
	over bool
}

// poll is one request that waits for something to be sent.
type poll struct {
	// superseded is closed when another poll wants its place, finished when it is answered.
	superseded, finished chan struct{}
}

var errSecondPoll = errors.New("signalr: another poll is already waiting for its turn")

// servePoll answers GET {hub} for long polling.
func (c *Conn) servePoll(w http.ResponseWriter, r *http.Request, who Principal) {
	fresh, refused := c.bind(LongPolling, who, r)
	if refused.status != 0 {
		c.server.refuse(w, r, refused)
		return
	}
	if fresh {
		t := &longPolling{conn: c, signal: make(chan struct{}, 1)}
		if _, ok := c.attach(t); !ok {
			c.server.refuse(w, r, answer{http.StatusNotFound, ""})
			return
		}
		// The first poll starts the connection and is answered at once.
		c.awaitPoll()
		answerPoll(w, nil)
		return
	}
	c.mu.Lock()
	t, ok := c.wire.(*longPolling)
	c.mu.Unlock()
	if !ok {
		c.server.refuse(w, r, answer{http.StatusNotFound, ""})
		return
	}
	t.serve(w, r, who)
}

// wake implements wire.
func (t *longPolling) wake() { notify(t.signal) }

// flush implements wire.
func (t *longPolling) flush() { t.wake() }

// cut implements wire. conn.mu is held.
func (t *longPolling) cut() {
	if t.over {
		return
	}
	t.over = true
	notify(t.signal)
	// wireGone takes the lock that is held here.
	go t.conn.wireGone(t, ErrConnectionLost)
}

// serve answers one poll but the first.
func (t *longPolling) serve(w http.ResponseWriter, r *http.Request, who Principal) {
	control := http.NewResponseController(w)
	withoutDeadlines(control, r)
	p, err := t.take(r, who)
	switch {
	case errors.Is(err, errSecondPoll):
		t.conn.server.refuse(w, r, answer{http.StatusConflict, ""})
		return
	case err != nil:
		// The request was given up while it waited for its turn.
		return
	}
	defer t.leave(p)
	timeout := time.NewTimer(t.conn.server.options.PollTimeout)
	defer timeout.Stop()
	for {
		frames, last := t.collect()
		switch {
		case len(frames) > 0:
			t.send(w, control, frames)
			return
		case last:
			noContent(w)
			t.finish()
			return
		}
		select {
		case <-t.signal:
		case <-p.superseded:
			noContent(w)
			return
		case <-timeout.C:
			answerPoll(w, nil)
			return
		case <-r.Context().Done():
			return
		}
	}
}

// take makes a request the current poll, in place of one that may be waiting. A poll renews the connection's
// authentication.
func (t *longPolling) take(r *http.Request, who Principal) (*poll, error) {
	c := t.conn
	p := &poll{superseded: make(chan struct{}), finished: make(chan struct{})}
	c.mu.Lock()
	now := c.server.tick()
	c.times.expires = expiry(who.Expires, now)
	c.lastReceived.Store(int64(now))
	if t.current == nil {
		t.current = p
		c.times.resumeWire(now, &c.server.options)
		c.mu.Unlock()
		return p, nil
	}
	if t.following != nil {
		c.mu.Unlock()
		return nil, errSecondPoll
	}
	t.following = p
	before := t.current
	close(before.superseded)
	c.mu.Unlock()
	select {
	case <-before.finished:
		return p, nil
	case <-r.Context().Done():
		t.giveUp(p)
		return nil, r.Context().Err()
	}
}

// giveUp takes a poll that waited for its turn out again, or out of the turn it has just got.
func (t *longPolling) giveUp(p *poll) {
	c := t.conn
	c.mu.Lock()
	if t.following == p {
		t.following = nil
		c.mu.Unlock()
		return
	}
	c.mu.Unlock()
	t.leave(p)
}

// leave ends a poll and gives its place to the one that waits for it.
func (t *longPolling) leave(p *poll) {
	c := t.conn
	c.mu.Lock()
	t.current, t.following = t.following, nil
	if t.current == nil {
		c.awaitPollLocked()
	} else {
		// A signal that this poll has taken may have been meant for the next.
		notify(t.signal)
	}
	c.mu.Unlock()
	close(p.finished)
}

// awaitPoll notes that the client has to poll again.
func (c *Conn) awaitPoll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.awaitPollLocked()
}

func (c *Conn) awaitPollLocked() {
	if c.phase == phaseOpen {
		c.times.lostWire(c.server.tick() + c.server.options.DisconnectTimeout)
	}
}

// collect takes everything that is queued. last reports that there is nothing and never will be.
func (t *longPolling) collect() (frames []*outbox.Chunk, last bool) {
	c := t.conn
	c.mu.Lock()
	defer c.mu.Unlock()
	for frame := c.next(); frame != nil; frame = c.next() {
		frames = append(frames, frame)
	}
	return frames, len(frames) == 0 && (t.over || c.phase >= phaseClosing)
}

// send answers a poll with records. If they cannot be written they are lost, and so is the connection.
func (t *longPolling) send(w http.ResponseWriter, control *http.ResponseController, frames []*outbox.Chunk) {
	size := 0
	for _, f := range frames {
		size += len(f.Bytes())
	}
	t.conn.observeSent(size)
	pollHeader(w, size)
	_ = control.SetWriteDeadline(time.Now().Add(t.conn.server.options.SendTimeout))
	var failed error
	for _, f := range frames {
		if failed == nil {
			_, failed = w.Write(f.Bytes())
		}
		f.Release()
	}
	if failed != nil {
		t.conn.end(endLost, failed)
		t.finish()
	}
}

// finish ends the wire.
func (t *longPolling) finish() {
	c := t.conn
	c.mu.Lock()
	first := !t.over
	t.over = true
	notify(t.signal)
	c.mu.Unlock()
	if first {
		c.wireGone(t, nil)
	}
}

// serveDelete answers DELETE {hub}: the client has left a long polling connection.
func (c *Conn) serveDelete(w http.ResponseWriter) {
	c.mu.Lock()
	t, ok := c.wire.(*longPolling)
	c.mu.Unlock()
	how := closings[endByClient]
	how.silent, how.hurry = true, true
	c.close(how)
	if ok {
		t.finish()
	}
	w.Header().Set("Content-Type", "text/plain")
	writeStatus(w, http.StatusAccepted)
}

func answerPoll(w http.ResponseWriter, body []byte) {
	pollHeader(w, len(body))
	// The next poll shows whether the client is still there.
	_, _ = w.Write(body)
}

func pollHeader(w http.ResponseWriter, size int) {
	h := w.Header()
	h.Set("Content-Type", "application/octet-stream")
	notCached(h)
	h.Set("Content-Length", strconv.Itoa(size))
	w.WriteHeader(http.StatusOK)
}

// noContent is the answer that ends a poll, and for its client the connection, unless another poll took its place.
func noContent(w http.ResponseWriter) {
	notCached(w.Header())
	w.WriteHeader(http.StatusNoContent)
}

func notCached(h http.Header) {
	h.Set("Cache-Control", "no-cache, no-store")
	h.Set("Pragma", "no-cache")
	h.Set("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")
}
