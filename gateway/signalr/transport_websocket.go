package signalr

import (
	"net"
	"net/http"
	"runtime"
	"sync"

	"github.com/gorilla/websocket"

	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

// readBufferSize is small, because every idle connection has one; what is larger is read past it.
const readBufferSize = 512

// The first bytes of the frames that are written: an opcode (RFC 6455 section 5.2) of a message that ends with the frame.
const (
	firstOfText   = 0x80 | websocket.TextMessage
	firstOfBinary = 0x80 | websocket.BinaryMessage
	firstOfPong   = 0x80 | websocket.PongMessage
)

// goodbye is the frame that closes a socket properly: code 1000, no reason.
var goodbye = []byte{0x80 | websocket.CloseMessage, 2, websocket.CloseNormalClosure >> 8, websocket.CloseNormalClosure & 0xff}

// webSocket is the wire of the WebSockets transport. One goroutine at a time reads for as long as the socket lives (reader);
// another writes only while there is something to write.
//
// gorilla/websocket opens the socket and reads it. Frames are written here, because a server's need nothing but a head in
// front of them: a frame leaves its queue, with that head, in one write and without being copied again.
type webSocket struct {
	conn   *Conn
	socket *websocket.Conn
	raw    net.Conn
	turn   uint32
	// number tells the server's sockets apart, more or less.
	number uint32
	// compressed: the socket may have agreed on compression, so gorilla writes the frames.
	compressed bool

	// out is held while something is written to raw.
	out sync.Mutex

	// writing: somebody writes what is queued. done: the goodbye was said, or is just being said, and nothing may follow it.
	// Under conn.mu.
	writing, done bool
}

// serveWebSocket answers a request for a WebSocket. c is the connection that was negotiated, nil if the client skipped
// that.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request, who Principal, c *Conn) {
	if c == nil {
		if a := s.admission.begin(r); a.status != 0 {
			s.refuse(w, r, a)
			return
		}
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
		a := s.admission.begin(r)
		if a.status == 0 {
			a = c.makeWay()
		}
		if a.status != 0 {
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
	t := &webSocket{conn: c, socket: socket, raw: socket.NetConn(), number: s.sockets.Add(1), compressed: s.options.Compression}
	socket.SetPingHandler(t.pinged)
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
	go (&reader{socket: t}).read()
}

// wake implements wire. conn.mu is held.
func (t *webSocket) wake() {
	if t.writing || t.done {
		return
	}
	t.writing = true
	t.conn.server.running.Add(1)
	go t.writeAlone()
}

// flush implements wire: the first frame is written here, which saves starting a goroutine for the answer to one call. What
// there is beyond it is left to the writing goroutine, so that the caller is not kept from reading.
func (t *webSocket) flush() {
	c := t.conn
	c.mu.Lock()
	if c.wire != nil && c.wire != t {
		// What is queued goes out over the socket that has taken the place of this one.
		c.wire.wake()
	}
	if t.writing || t.done || c.wire != t || !c.ready() {
		c.mu.Unlock()
		return
	}
	t.writing = true
	frame, first := c.next(), t.firstByte()
	c.mu.Unlock()
	if t.writeFrame(frame, first) != nil {
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

// writeAlone is write on a goroutine of its own.
func (t *webSocket) writeAlone() {
	defer t.conn.server.running.Done()
	growStack()
	t.write()
}

// growStack makes a new goroutine's stack large enough for what writing to a socket calls. The runtime would find that out
// itself, but many calls deeper, where copying the stack costs a fifth of what the whole write does.
//
//go:noinline
func growStack() {
	var room [2500]byte
	runtime.KeepAlive(&room)
}

// write sends what is queued, and at the end of the connection says goodbye.
func (t *webSocket) write() {
	c := t.conn
	for {
		c.mu.Lock()
		var frame *outbox.Chunk
		if c.wire == t && !t.done {
			frame = c.next()
		}
		first := t.firstByte()
		if frame == nil {
			t.writing = false
			last := c.wire == t && !t.done && c.phase >= phaseClosing
			if last {
				t.done = true
				c.times.deadline = c.server.tick() + c.server.options.CloseTimeout
			}
			c.mu.Unlock()
			if last {
				t.sayGoodbye()
			}
			return
		}
		c.mu.Unlock()
		if t.writeFrame(frame, first) != nil {
			return
		}
	}
}

// firstByte is how frames begin that the connection's protocol takes. conn.mu is held.
func (t *webSocket) firstByte() byte {
	if p := t.conn.protocol; p != nil && p.Binary() {
		return firstOfBinary
	}
	return firstOfText
}

func (t *webSocket) writeFrame(frame *outbox.Chunk, first byte) (err error) {
	t.conn.observeSent(len(frame.Bytes()))
	if t.compressed {
		t.out.Lock()
		err = t.socket.WriteMessage(int(first&0x0f), frame.Bytes())
		t.out.Unlock()
	} else {
		err = t.writeRaw(frame.Framed(first))
	}
	frame.Release()
	return err
}

// writeRaw writes whole frames. If it fails, the reader finds out too, and is the one who says so.
func (t *webSocket) writeRaw(frames []byte) error {
	t.out.Lock()
	defer t.out.Unlock()
	_, err := t.raw.Write(frames)
	if err != nil {
		_ = t.raw.Close()
	}
	return err
}

// sayGoodbye sends the close frame that ends the socket properly. The client answers with its own and the reader ends; if
// it does not, the sweep cuts the socket.
func (t *webSocket) sayGoodbye() {
	// The reader says what went wrong.
	_ = t.writeRaw(goodbye)
}

// pinged answers a ping frame. It is called by the reader.
func (t *webSocket) pinged(data string) error {
	frame := append([]byte{firstOfPong, byte(len(data))}, data...)
	return t.writeRaw(frame)
}

// closeRequested answers a client's close frame, with code 1000 whatever the client's was: npm's client takes any other for
// an error. It is called by the reader.
func (t *webSocket) closeRequested(int, string) error {
	t.conn.mu.Lock()
	said := t.done
	t.done = true
	t.conn.mu.Unlock()
	if !said {
		t.sayGoodbye()
	}
	return nil
}
