package signalr

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// Incoming is a stream that a client sends with a call. It ends when the call is completed, whatever the client still
// sends. While a stream holds as many items as Options.StreamBufferCapacity, nothing is read from its client.
type Incoming struct {
	conn *Conn
	id   string
	// items are handed over encoded. The goroutine that reads from the client closes the channel at the end.
	items chan []byte
	// failure is the error the client ended the stream with. It is set before items is closed.
	failure error
	// dropped is closed, and over set, when nobody will read the stream any more. over is guarded by Conn.mu.
	dropped chan struct{}
	over    bool
}

// errUploadOver says that a stream is read whose call is completed.
var errUploadOver = errors.New("signalr: the call that the stream came with is completed")

// Next returns the next item as JSON. It waits for one until ctx is done. The error is io.EOF at the end of the stream, a
// HubError if the client ended it with an error, and wraps ErrClosed if the connection ended first.
func (in *Incoming) Next(ctx context.Context) (json.RawMessage, error) {
	item, err := in.next(ctx)
	if err != nil {
		return nil, err
	}
	return in.conn.protocol.JSON(item)
}

func (in *Incoming) next(ctx context.Context) ([]byte, error) {
	select {
	case item, more := <-in.items:
		return in.got(item, more)
	default:
	}
	select {
	case item, more := <-in.items:
		return in.got(item, more)
	case <-in.dropped:
		return nil, errUploadOver
	case <-in.conn.ctx.Done():
		return nil, in.conn.endError()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (in *Incoming) got(item []byte, more bool) ([]byte, error) {
	switch {
	case more:
		return item, nil
	case in.failure != nil:
		return nil, in.failure
	}
	return nil, io.EOF
}

// Upload is a stream of values that a client sends with a call. A method registered with Func1 and its like takes one as a
// parameter.
type Upload[T any] struct {
	in *Incoming
	// failure is what was wrong with an item, which ends the stream.
	failure error
}

// Next returns the next value, as Incoming.Next does. A value that is no T is a BindError, and the end of the stream.
func (u *Upload[T]) Next(ctx context.Context) (value T, err error) {
	if u.failure != nil {
		return value, u.failure
	}
	item, err := u.in.next(ctx)
	if err != nil {
		return value, err
	}
	c := u.in.conn
	if err := c.protocol.Bind(item, &value); err != nil {
		u.failure = wrongType(err)
		c.mu.Lock()
		u.in.drop()
		c.mu.Unlock()
	}
	return value, u.failure
}

// All ranges over the values until the stream ends. If it ends with an error, that comes last.
func (u *Upload[T]) All(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			value, err := u.Next(ctx)
			if errors.Is(err, io.EOF) || !yield(value, err) || err != nil {
				return
			}
		}
	}
}

// bindUpload makes an Upload; it is called on nil to make one of the same type.
func (*Upload[T]) bindUpload(in *Incoming) any { return &Upload[T]{in: in} }

// addUpload makes a stream known that the client will send. c.mu is held.
func (c *Conn) addUpload(id string) *Incoming {
	in := &Incoming{
		conn: c, id: id,
		items:   make(chan []byte, c.server.options.StreamBufferCapacity),
		dropped: make(chan struct{}),
	}
	if c.uploads == nil {
		c.uploads = make(map[string]*Incoming)
	}
	c.uploads[id] = in
	return in
}

// drop makes the connection ignore what the client still sends for a stream. Conn.mu is held.
func (in *Incoming) drop() {
	if in.conn.uploads[in.id] == in {
		delete(in.conn.uploads, in.id)
	}
	if !in.over {
		in.over = true
		close(in.dropped)
	}
}

// dispatchItem hands an item to the stream it belongs to, and waits while that is full. c.receiving is held.
func (c *Conn) dispatchItem(m *hubprotocol.Message) {
	c.mu.Lock()
	in := c.uploads[string(m.InvocationID)]
	c.mu.Unlock()
	if in == nil {
		// The stream is one that is over.
		return
	}
	item := append(make([]byte, 0, len(m.Payload)), m.Payload...)
	select {
	case in.items <- item:
		return
	default:
	}
	resume := c.pause()
	defer resume()
	select {
	case in.items <- item:
	case <-in.dropped:
	case <-c.ctx.Done():
	}
}

// dispatchCompletion ends a stream of the client, or answers a call that was made to it. c.receiving is held.
func (c *Conn) dispatchCompletion(m *hubprotocol.Message) {
	id := string(m.InvocationID)
	c.mu.Lock()
	in := c.uploads[id]
	delete(c.uploads, id)
	c.mu.Unlock()
	if in == nil {
		c.completeCall(id, m)
		return
	}
	if m.HasError {
		in.failure = &HubError{Message: m.Error}
	}
	close(in.items)
}
