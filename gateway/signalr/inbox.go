package signalr

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// maxSenders is how many requests of one client may wait to hand in what they carry.
const maxSenders = 32

// inbox takes what clients send in requests of its own, on the transports that carry nothing in that direction. A goroutine
// hands it on to the hub while there is something. Everything in it is guarded by Conn.mu, except rest.
type inbox struct {
	// senders counts requests that are handing something in; turn is held by the one whose turn it is.
	senders int
	turn    chan struct{}
	// waiting is what was handed in and not looked at.
	waiting []byte
	// draining: the goroutine runs.
	draining bool
	// room is there while a request waits for room, and closed when there is some.
	room chan struct{}
	// rest is what was looked at and is not a whole message. It belongs to the goroutine.
	rest []byte
}

// serveSend answers POST {hub}: messages from a client whose transport does not carry them. Requests that come at the same
// time are taken one after the other. The answer comes when everything was taken, not when it was handled.
func (c *Conn) serveSend(w http.ResponseWriter, r *http.Request) {
	turn, ok := c.queueSender()
	if !ok {
		c.server.refuse(w, r, answer{http.StatusConflict, ""})
		return
	}
	defer c.senderDone()
	select {
	case turn <- struct{}{}:
		defer func() { <-turn }()
	case <-r.Context().Done():
		return
	}
	buffer := inputs.Get().(*[]byte)
	defer inputs.Put(buffer)
	control := http.NewResponseController(w)
	for {
		// A body that stands still would hold up those behind it too.
		c.server.limitBody(control)
		n, err := r.Body.Read(*buffer)
		// Waiting for room takes as long as it takes, and net/http is reading meanwhile.
		_ = control.SetReadDeadline(time.Time{})
		if n > 0 {
			c.observeReceived(n)
			if stop := c.handIn((*buffer)[:n], r); stop != nil {
				// Nobody needs the rest, so little time is given to it.
				_ = control.SetReadDeadline(time.Now().Add(cutGrace))
				c.server.refuse(w, r, answer{http.StatusNotFound, ""})
				return
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			w.Header().Set("Content-Type", "text/plain")
			writeStatus(w, http.StatusOK)
			return
		case err != nil:
			c.server.refuse(w, r, answer{http.StatusBadRequest, ""})
			return
		}
	}
}

// queueSender puts a request into the queue, unless that is too long.
func (c *Conn) queueSender() (turn chan struct{}, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	in := &c.inbox
	if in.senders >= maxSenders {
		return nil, false
	}
	in.senders++
	if in.turn == nil {
		in.turn = make(chan struct{}, 1)
	}
	return in.turn, true
}

func (c *Conn) senderDone() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.inbox.senders--
}

// handIn puts data into the inbox. While that is full it waits. It fails when the connection has ended or the request does.
// What comes for a connection that is closing is ignored: the client learns the reason from what it receives, which a failed
// request would keep from it.
func (c *Conn) handIn(data []byte, r *http.Request) error {
	for {
		c.mu.Lock()
		switch c.phase {
		case phaseEnded:
			c.mu.Unlock()
			return ErrClosed
		case phaseClosing:
			c.mu.Unlock()
			return nil
		default:
		}
		in := &c.inbox
		if len(in.waiting) == 0 || len(in.waiting)+len(data) <= c.server.options.ReceiveBufferSize {
			in.waiting = append(in.waiting, data...)
			in.start(c) //nolint:contextcheck // calls have contexts of their own
			c.mu.Unlock()
			return nil
		}
		if in.room == nil {
			in.room = make(chan struct{})
		}
		room := in.room
		c.mu.Unlock()
		select {
		case <-room:
		case <-r.Context().Done():
			return r.Context().Err()
		}
	}
}

// start lets the goroutine run if there is something for it. c.mu is held.
func (in *inbox) start(c *Conn) {
	if in.draining || len(in.waiting) == 0 || c.wire == nil {
		return
	}
	in.draining = true
	c.server.running.Add(1)
	go c.drain(c.wire, c.turn.Load())
}

// makeRoom lets a request that waits go on. c.mu is held.
func (in *inbox) makeRoom() {
	if in.room != nil {
		close(in.room)
		in.room = nil
	}
}

// close forgets what was not looked at, and lets requests that wait see that the connection has ended. c.mu is held.
func (in *inbox) close() {
	in.waiting = nil
	in.makeRoom()
}

// drain hands what is in the inbox to the hub until it is empty.
func (c *Conn) drain(w wire, turn uint32) {
	defer c.server.running.Done()
	in := &c.inbox
	for {
		c.mu.Lock()
		if len(in.waiting) == 0 || c.phase >= phaseClosing {
			in.draining = false
			c.mu.Unlock()
			return
		}
		data := in.waiting
		in.waiting = nil
		in.makeRoom()
		c.mu.Unlock()

		if len(in.rest) > 0 {
			data = append(in.rest, data...)
		}
		used, err := c.receive(w, turn, data)
		if in.rest = data[used:]; len(in.rest) == 0 || err != nil {
			// A connection that sends nothing keeps no memory for it.
			in.rest = nil
		}
	}
}
