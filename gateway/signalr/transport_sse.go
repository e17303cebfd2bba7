package signalr

import (
	"bytes"
	"net/http"
	"sync"
	"time"
)

// eventStream is the wire of the Server-Sent Events transport: one response that does not end while the connection lives.
// The goroutine of its request writes it.
type eventStream struct {
	conn    *Conn
	control *http.ResponseController
	// signal has something in it when there may be something to write.
	signal chan struct{}
	// broken is closed when the stream is cut.
	broken chan struct{}
	once   sync.Once
}

// serveEvents answers GET {hub} for Server-Sent Events. It returns when the connection has ended.
func (c *Conn) serveEvents(w http.ResponseWriter, r *http.Request, who Principal) {
	switch fresh, refused := c.bind(ServerSentEvents, who, r); {
	case refused.status != 0:
		c.server.refuse(w, r, refused)
		return
	case !fresh:
		c.server.refuse(w, r, answer{http.StatusConflict, ""})
		return
	}
	t := &eventStream{
		conn:    c,
		control: http.NewResponseController(w),
		signal:  make(chan struct{}, 1),
		broken:  make(chan struct{}),
	}
	if _, ok := c.attach(t); !ok {
		c.server.refuse(w, r, answer{http.StatusNotFound, ""})
		return
	}
	c.wireGone(t, t.serve(w, r))
}

// wake implements wire.
func (t *eventStream) wake() { notify(t.signal) }

// flush implements wire.
func (t *eventStream) flush() { t.wake() }

// notify puts something into a channel of one place, unless something is there already.
func notify(signal chan struct{}) {
	select {
	case signal <- struct{}{}:
	default:
	}
}

// cut implements wire.
func (t *eventStream) cut() {
	t.once.Do(func() {
		close(t.broken)
		// A write that is under way ends too, if the server can do that.
		_ = t.control.SetWriteDeadline(time.Unix(1, 0))
	})
}

// serve writes events until the connection has said everything, and returns nil, or until the stream breaks.
func (t *eventStream) serve(w http.ResponseWriter, r *http.Request) error {
	withoutDeadlines(t.control, r)
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-cache,no-store")
	h.Set("Pragma", "no-cache")
	h.Set("Content-Encoding", "identity")
	// nginx and others gather what they pass on unless they are told not to.
	h.Set("X-Accel-Buffering", "no")
	w.WriteHeader(http.StatusOK)
	// Firefox takes the stream for open when something has come.
	if _, err := w.Write([]byte(":\r\n")); err != nil {
		return err
	}
	if err := t.control.Flush(); err != nil {
		return err
	}
	for {
		done, err := t.writeQueued(w)
		if err != nil || done {
			return err
		}
		select {
		case <-t.signal:
		case <-t.broken:
			return ErrConnectionLost
		case <-r.Context().Done():
			return r.Context().Err()
		}
	}
}

// writeQueued writes what is queued. It reports whether that was all the connection has to say.
func (t *eventStream) writeQueued(w http.ResponseWriter) (done bool, err error) {
	c := t.conn
	for {
		c.mu.Lock()
		frame := c.next()
		done = frame == nil && c.phase >= phaseClosing
		c.mu.Unlock()
		if frame == nil {
			return done, nil
		}
		_ = t.control.SetWriteDeadline(time.Now().Add(c.server.options.SendTimeout))
		c.observeSent(len(frame.Bytes()))
		err = writeEvent(w, frame.Bytes())
		frame.Release()
		if err == nil {
			err = t.control.Flush()
		}
		if err != nil {
			return false, err
		}
		select {
		case <-t.broken:
			return false, ErrConnectionLost
		default:
			_ = t.control.SetWriteDeadline(time.Time{})
		}
	}
}

// writeEvent writes records as one event. A payload of several lines is an event of several lines; what is between them is
// white space to JSON.
func writeEvent(w http.ResponseWriter, records []byte) error {
	for {
		line, rest, more := bytes.Cut(records, []byte{'\n'})
		line = bytes.TrimSuffix(line, []byte{'\r'})
		if _, err := w.Write([]byte("data: ")); err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
		if _, err := w.Write([]byte("\r\n")); err != nil {
			return err
		}
		if records = rest; !more {
			_, err := w.Write([]byte("\r\n"))
			return err
		}
	}
}
