package signalr

import (
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

const (
	// readBufferSize and writeBufferSize are small, because every idle connection has the one, and the other is needed only
	// for the heads of frames: larger payloads go past both.
	readBufferSize  = 512
	writeBufferSize = 512
	// maxControlFrame is how long a control frame may wait for its turn behind the frame that is being written.
	maxControlFrame = time.Second
)

var writeBuffers sync.Pool

// webSocket is the wire of the WebSockets transport. One goroutine reads for as long as the socket lives; another writes
// only while there is something to write.
type webSocket struct {
	conn   *Conn
	socket *websocket.Conn
	turn   uint32

	// writing: the writing goroutine runs. done: it has said goodbye, nothing is written any more. Under conn.mu.
	writing, done bool
}

// serveWebSocket answers a request for a WebSocket. c is the connection that was negotiated, nil if the client skipped
// that.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request, who Principal, c *Conn) {
	if c == nil {
		if c = newConn(s, 0, false); !s.add(c) {
			s.refuse(w, r, answer{http.StatusServiceUnavailable, ""})
			return
		}
	}
	fresh, refused := c.bind(WebSockets, who, r)
	if refused.status != 0 {
		s.refuse(w, r, refused)
		if !c.negotiated {
			// Nobody else knows of it.
			c.end(endUnused, nil)
		}
		return
	}
	if !fresh {
		if a := c.makeWay(); a.status != 0 {
			s.refuse(w, r, a)
			return
		}
	}
	// From here on the socket is not net/http's any more, and neither is the answer to what is wrong with the request.
	socket, err := s.upgrader.Upgrade(w, r, nil)
	if err != nil {
		s.log.Info("websocket not opened", "connection_id", c.id, "remote_addr", r.RemoteAddr, "reason", err)
		if fresh {
			c.end(endUnused, err)
			c.ended()
		}
		return
	}
	t := &webSocket{conn: c, socket: socket}
	socket.SetCloseHandler(t.closeRequested)
	attached := false
	if fresh {
		t.turn, attached = c.attach(t)
	} else {
		t.turn, attached = c.reattach(t, who)
	}
	if !attached {
		t.cut()
		return
	}
	// A goroutine of its own lets go of the stack and of the buffers that net/http has used for the request.
	go t.read()
}

// wake implements wire. conn.mu is held.
func (t *webSocket) wake() {
	if t.writing || t.done {
		return
	}
	t.writing = true
	t.conn.server.running.Go(t.write)
}

// flush implements wire: the first frame is written here, which saves starting a goroutine for the answer to one call. What
// there is beyond it is left to the writing goroutine, so that the caller is not kept from reading.
func (t *webSocket) flush() {
	c := t.conn
	c.mu.Lock()
	if t.writing || t.done || c.wire != t || !c.ready() {
		c.mu.Unlock()
		return
	}
	t.writing = true
	frame, kind := c.next(), t.frameType()
	c.mu.Unlock()
	if t.writeFrame(frame, kind) != nil {
		return
	}
	c.mu.Lock()
	c.times.writing = 0
	if t.writing = false; c.wire == t && (c.ready() || c.phase >= phaseClosing) {
		t.wake()
	}
	c.mu.Unlock()
}

// cut implements wire.
func (t *webSocket) cut() { _ = t.socket.Close() }

// read takes in what the client sends until the socket ends.
func (t *webSocket) read() {
	err := t.receive()
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
func (t *webSocket) receive() error {
	var in input
	defer in.release()
	stopped := false
	for {
		_, message, err := t.socket.NextReader()
		if err != nil {
			return err
		}
		for err == nil {
			var n int
			if n, err = message.Read(in.space()); n == 0 {
				continue
			}
			t.conn.observeReceived(n)
			if in.add(n); stopped {
				in.consume(n)
				continue
			}
			used, stop := t.conn.receive(t, t.turn, in.bytes())
			if stop != nil {
				// The connection is closing: what comes is read only to find the client's goodbye.
				stopped = true
				used = len(in.bytes())
			}
			in.consume(used)
		}
		if !errors.Is(err, io.EOF) {
			return err
		}
	}
}

// write sends what is queued, and at the end of the connection says goodbye.
func (t *webSocket) write() {
	c := t.conn
	for {
		c.mu.Lock()
		var frame *outbox.Chunk
		if c.wire == t {
			frame = c.next()
		}
		kind := t.frameType()
		if frame == nil {
			t.writing = false
			t.done = c.wire == t && c.phase >= phaseClosing
			if t.done {
				c.times.deadline = c.server.tick() + c.server.options.CloseTimeout
			}
			done := t.done
			c.mu.Unlock()
			if done {
				t.sayGoodbye()
			}
			return
		}
		c.mu.Unlock()
		if t.writeFrame(frame, kind) != nil {
			return
		}
	}
}

// frameType is the type of frame that the connection's protocol takes. conn.mu is held.
func (t *webSocket) frameType() int {
	if p := t.conn.protocol; p != nil && p.Binary() {
		return websocket.BinaryMessage
	}
	return websocket.TextMessage
}

func (t *webSocket) writeFrame(frame *outbox.Chunk, kind int) error {
	t.conn.observeSent(len(frame.Bytes()))
	err := t.socket.WriteMessage(kind, frame.Bytes())
	frame.Release()
	if err != nil {
		// The reader finds out too, and is the one who says so.
		_ = t.socket.Close()
	}
	return err
}

// sayGoodbye sends the close frame that ends the socket properly. The client answers with its own and the reader ends; if
// it does not, the sweep cuts the socket.
func (t *webSocket) sayGoodbye() {
	goodbye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
	if err := t.socket.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(maxControlFrame)); err != nil {
		_ = t.socket.Close()
	}
}

// closeRequested answers a client's close frame, with code 1000 whatever the client's was: npm's client takes any other for
// an error.
func (t *webSocket) closeRequested(int, string) error {
	t.sayGoodbye()
	return nil
}
