package signalr

import (
	"errors"
	"sync"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// errStopReceiving tells a wire that nothing it receives will be looked at any more.
var errStopReceiving = errors.New("signalr: connection takes no more messages")

// messages lends out what records are parsed into.
var messages = sync.Pool{New: func() any { return new(hubprotocol.Message) }}

// receive handles what came from the client: the handshake first, then hub messages, as far as they are complete. It
// returns the number of bytes it is done with; the rest has to be offered again with more behind it. turn is what attaching
// the wire gave. An error means that the connection takes nothing more from this wire.
//
// Callbacks of the hub run in here. While the connection has too many invocations outstanding, receive waits.
func (c *Conn) receive(w wire, turn uint32, data []byte) (used int, err error) {
	used, own, err := c.take(w, turn, data)
	if own.first != nil {
		c.server.run(own)
	}
	return used, err
}

// take is receive, except that it may leave running the connection's line of calls to its caller: own has no first call if
// there is nothing to run.
func (c *Conn) take(w wire, turn uint32, data []byte) (used int, own line, err error) {
	c.receiving.Lock()
	defer c.receiving.Unlock()
	defer w.flush()
	used, err = c.handle(w, turn, data)
	own = line{&c.lane, c.ownCall, c.server.methods}
	c.ownCall = nil
	return used, own, err
}

// handle handles messages as far as they are complete. c.receiving is held.
func (c *Conn) handle(w wire, turn uint32, data []byte) (used int, err error) {
	c.lastReceived.Store(int64(c.server.now()))
	if c.protocol == nil {
		if used, err = c.receiveHandshake(w, data); used == 0 || err != nil {
			return used, err
		}
	}
	m := messages.Get().(*hubprotocol.Message)
	defer messages.Put(m)
	for used < len(data) {
		if c.turn.Load() != turn {
			// The connection is closing, or another socket has taken the place of this one.
			return used, errStopReceiving
		}
		record, size, err := c.protocol.Split(data[used:], c.server.options.MaxMessageSize)
		if err == nil && size == 0 {
			break
		}
		if err == nil {
			err = c.protocol.Parse(record, m)
		}
		if err == nil {
			err = c.dispatch(m, size)
		}
		if err != nil {
			c.server.log.Info("protocol error", "connection_id", c.id, "reason", err)
			c.end(endProtocol, err)
			return used, errStopReceiving
		}
		used += size
	}
	return used, nil
}

// accept reports whether a message is to be handled on a connection with stateful reconnect.
func (c *Conn) accept(kind hubprotocol.Kind, size int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	in := &c.resume.in
	ok := in.accept(kind, size)
	// The client may have no more than its buffer under way, so it is told before that is full.
	if in.bytes >= acknowledgeAfter {
		c.acknowledge()
	}
	return ok
}

// acknowledgeAfter is the number of bytes received after which an acknowledgement does not wait for its time, which comes
// once a second. It is half of what clients keep by default.
const acknowledgeAfter = 50_000

// acknowledged forgets what the client has.
func (c *Conn) acknowledged(sequence int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.resume == nil {
		return
	}
	c.resume.out.Ack(sequence)
	c.times.blocked = 0
	if c.wire != nil && c.ready() {
		c.wire.wake()
	}
}

// startSequence handles the first message on a new socket.
func (c *Conn) startSequence(number int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.resume == nil {
		return nil
	}
	return c.resume.in.sequence(number)
}
