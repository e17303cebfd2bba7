package signalr

import (
	"errors"
	"io"
	"sync/atomic"

	"github.com/gorilla/websocket"
)

// errRelieved tells a reader that another one has taken over.
var errRelieved = errors.New("signalr: another goroutine reads the socket")

// reader is a goroutine that reads a WebSocket. It also runs the calls that it has read, if they are for Methods, because
// waking another goroutine would cost a call more than most calls take. A call may wait as long as it likes all the same:
// when it has taken longer than patience, or waits for its client, the reader is relieved, that is, another goroutine goes on
// reading where this one has stopped, and this one ends with its calls.
type reader struct {
	socket *webSocket
	// in holds what was read and not handled, message is what is being read, nil between messages.
	in      input
	message io.Reader
	// stopped: what is read is not looked at any more.
	stopped bool
	// runs counts how often the reader has begun to run calls.
	runs atomic.Uint32
}

// read takes in what the client sends until the socket ends, or until the reader is relieved.
func (r *reader) read() {
	err := errRelieved
	// A method of the hub may end the goroutine that runs it; then the watch finds another one to read.
	defer func() { r.end(err) }()
	err = r.receive()
}

// end is the end of a reader, and unless another one has taken over, of the socket.
func (r *reader) end(err error) {
	t := r.socket
	if errors.Is(err, errRelieved) {
		t.conn.server.running.Done()
		return
	}
	_ = t.socket.Close()
	var closed *websocket.CloseError
	if errors.As(err, &closed) && closed.Code != websocket.CloseAbnormalClosure {
		// The client has said goodbye.
		err = nil
	}
	t.conn.wireGone(t, err)
}

// receive hands what comes in to the connection. A WebSocket message may hold many hub messages or a part of one; it is
// handled as it comes and never held as a whole.
func (r *reader) receive() error {
	for {
		if r.message == nil {
			r.in.rest()
			_, message, err := r.socket.socket.NextReader()
			if err != nil {
				return err
			}
			r.message = message
		}
		n, err := r.message.Read(r.in.space())
		if err != nil {
			r.message = nil
		}
		if n > 0 && !r.handle(n) {
			// An error would be there for the other reader too.
			return errRelieved
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
}

// handle hands n bytes that were read to the connection, and runs the calls in them. It returns false if the reader was
// relieved meanwhile.
func (r *reader) handle(n int) (stay bool) {
	t := r.socket
	t.conn.observeReceived(n)
	r.in.add(n)
	if r.stopped {
		r.in.consume(n)
		return true
	}
	used, own, stop := t.conn.take(t, t.turn, r.in.bytes())
	if stop != nil {
		// The connection is closing: what comes is read only to find the client's goodbye.
		r.stopped = true
		used = len(r.in.bytes())
	}
	r.in.consume(used)
	return own.first == nil || r.run(own)
}

// run runs the connection's line of calls. It returns false if the reader was relieved meanwhile.
func (r *reader) run(own line) (stay bool) {
	c := r.socket.conn
	post := c.server.watch.post(r)
	r.runs.Add(1)
	if !post.CompareAndSwap(nil, r) {
		c.server.run(own)
		return true
	}
	if c.server.watch.needed() {
		c.server.running.Go(c.server.watch.run)
	}
	own.run(r)
	return post.CompareAndSwap(r, nil)
}

// relieve lets another goroutine go on reading, unless the reader is done with its calls. It may be called by anybody.
func (r *reader) relieve() {
	c := r.socket.conn
	if !c.server.watch.post(r).CompareAndSwap(r, nil) {
		return
	}
	// The reader waits for its calls, so nothing of it changes. It was counted as the socket's, which the next one is now, and
	// is counted as one that runs calls from here on.
	c.server.running.Add(1)
	next := &reader{socket: r.socket, in: r.in, message: r.message, stopped: r.stopped}
	go next.read()
}
