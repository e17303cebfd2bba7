package xmltcp

import (
	"io"
	"net"
	"sync"
	"time"
)

// queue holds what is to be written to a connection, message by message: each
// is one write. Putting never blocks. A reader that does not keep up, so that
// the queue outgrows its bound or a write takes too long, loses the connection.
type queue struct {
	conn     net.Conn
	bound    int           // bytes
	patience time.Duration // for one write

	mu       sync.Mutex
	messages [][]byte
	bytes    int
	state    queueState
	wake     chan struct{}
}

type queueState uint8

const (
	queueOpen    queueState = iota
	queueEnding             // what is queued is written, nothing more is taken
	queueDropped            // nothing is written any more
)

func newQueue(conn net.Conn, bound int, patience time.Duration) *queue {
	return &queue{conn: conn, bound: bound, patience: patience, wake: make(chan struct{}, 1)}
}

// put adds a message, whose memory the queue takes over. It reports false when
// the message does not fit in; the queue is dropped then.
func (q *queue) put(message []byte) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.state != queueOpen {
		return true // the connection is on its way out, nobody misses this
	}
	if q.bytes+len(message) > q.bound {
		q.drop()
		return false
	}
	q.messages = append(q.messages, message)
	q.bytes += len(message)
	q.poke()
	return true
}

// end has what is queued written, and then the connection closed.
func (q *queue) end() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.state == queueOpen {
		q.state = queueEnding
		q.poke()
	}
}

// abandon has the connection closed at once.
func (q *queue) abandon() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.drop()
}

// drop is abandon with q.mu held. Closing the connection ends a write that is
// under way.
func (q *queue) drop() {
	q.state = queueDropped
	q.messages, q.bytes = nil, 0
	_ = q.conn.Close() // what is lost with it is what is to be dropped
	q.poke()
}

func (q *queue) poke() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// run writes until the queue ends or is dropped, and closes the connection. It
// returns the error of a write that ended it early.
func (q *queue) run() error {
	for {
		messages, state := q.take()
		switch {
		case state == queueDropped:
			return nil
		case len(messages) == 0 && state == queueEnding:
			linger(q.conn)
			return q.conn.Close()
		case len(messages) == 0:
			<-q.wake
			continue
		}
		for _, m := range messages {
			if err := q.write(m); err != nil {
				return err
			}
		}
	}
}

// How long, and for how many bytes, linger listens.
const (
	lingerTime  = time.Second
	lingerBytes = 1 << 20
)

// linger ends our side of the connection and listens until the other side has
// ended its own: closing with something unread would have the last message lost
// on its way.
func linger(conn net.Conn) {
	half, ok := conn.(interface{ CloseWrite() error })
	if !ok || half.CloseWrite() != nil || conn.SetReadDeadline(time.Now().Add(lingerTime)) != nil {
		return
	}
	_, _ = io.CopyN(io.Discard, conn, lingerBytes) // whatever ends it, it is over
}

// take gives the messages that wait. They count as queued until they are
// written.
func (q *queue) take() ([][]byte, queueState) {
	q.mu.Lock()
	defer q.mu.Unlock()
	messages := q.messages
	q.messages = nil
	return messages, q.state
}

// write writes one message, in one piece.
func (q *queue) write(m []byte) error {
	err := q.conn.SetWriteDeadline(time.Now().Add(q.patience))
	if err == nil {
		_, err = q.conn.Write(m)
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.bytes -= len(m)
	switch {
	case err == nil || q.state == queueDropped:
		return nil // dropped meanwhile: run will see
	default:
		q.drop()
		return err
	}
}
