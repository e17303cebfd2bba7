package measure

import (
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// upgrader is that of the bare servers, with gorilla's own defaults for buffers.
var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// bareEcho sends every message back as it came. It is the least that an echo over gorilla/websocket can be.
func bareEcho(w http.ResponseWriter, r *http.Request) {
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer func() { _ = socket.Close() }()
	for {
		kind, message, err := socket.ReadMessage()
		if err != nil || socket.WriteMessage(kind, message) != nil {
			return
		}
	}
}

// bareFanout sends every record to every connection, through a queue and a goroutine for each that joins what has gathered
// into one frame.
type bareFanout struct {
	mu    sync.RWMutex
	conns []*bareConn
}

type bareConn struct {
	socket *websocket.Conn
	signal chan struct{}

	mu    sync.Mutex
	queue []byte
}

func (f *bareFanout) serve(w http.ResponseWriter, r *http.Request) {
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &bareConn{socket: socket, signal: make(chan struct{}, 1)}
	f.mu.Lock()
	f.conns = append(f.conns, c)
	f.mu.Unlock()
	go c.write()
	for {
		if _, _, err := socket.ReadMessage(); err != nil {
			_ = socket.Close()
			return
		}
	}
}

func (c *bareConn) write() {
	var spare []byte
	for range c.signal {
		c.mu.Lock()
		frame := c.queue
		c.queue = spare[:0]
		c.mu.Unlock()
		if len(frame) == 0 {
			spare = frame
			continue
		}
		if c.socket.WriteMessage(websocket.TextMessage, frame) != nil {
			return
		}
		spare = frame
	}
}

func (f *bareFanout) publish(record []byte) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	for _, c := range f.conns {
		c.mu.Lock()
		c.queue = append(c.queue, record...)
		c.mu.Unlock()
		select {
		case c.signal <- struct{}{}:
		default:
		}
	}
}
