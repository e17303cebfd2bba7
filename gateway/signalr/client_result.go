package signalr

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// ClientError is an error that a client answered a call with.
type ClientError struct{ Text string }

// Error implements error.
func (e *ClientError) Error() string { return "signalr: client answered: " + e.Text }

// errTooEarly says that a client cannot be called from OnConnected: its answer would not be read before that returns.
var errTooEarly = errors.New("signalr: a client cannot be called before OnConnected has returned")

// errTooManyQuestions says that a client owes as many answers as it may.
var errTooManyQuestions = errors.New("signalr: the client has too many calls to answer")

// outgoing is a call of a client that waits for its answer.
type outgoing struct {
	// result is the encoded result, nil if there was none. It and failure are set before done is closed.
	result  []byte
	failure error
	done    chan struct{}
}

// Invoke calls a method of the client and waits for its result, which it returns as JSON, null if there is none. It fails
// with a ClientError if the client answers with an error, for example because it has no such method, with an error that
// wraps ErrClosed when the connection ends, and with ctx's error when ctx is done first. It fails at once while
// Options.MaxOutstanding such calls of the connection wait: a call that waits for the client is not one of the client's
// outstanding ones, so that a client that never answers could otherwise make any number of them wait. Like all waiting, it must not be
// done on the goroutine of Hub.OnInvocation; a method registered with Methods may do it, and other calls of the same
// client may run meanwhile.
func (c *Conn) Invoke(ctx context.Context, target string, args ...any) (json.RawMessage, error) {
	result, err := c.invoke(ctx, target, args)
	if err != nil || result == nil {
		return json.RawMessage("null"), err
	}
	return c.protocol.JSON(result)
}

// Invoke calls a method of a client and decodes its result. See Conn.Invoke.
func Invoke[T any](ctx context.Context, c *Conn, target string, args ...any) (value T, err error) {
	result, err := c.invoke(ctx, target, args)
	if err != nil || result == nil {
		return value, err
	}
	if err := c.protocol.Bind(result, &value); err != nil {
		return value, fmt.Errorf("signalr: result of %s: %w", target, err)
	}
	return value, nil
}

func (c *Conn) invoke(ctx context.Context, target string, args []any) ([]byte, error) {
	call := &outgoing{done: make(chan struct{})}
	id, err := c.expect(call)
	if err != nil {
		return nil, err
	}
	defer c.expectNoMore(id)
	buffer := records.Get().(*[]byte)
	record, err := c.protocol.AppendInvocation((*buffer)[:0], false, id, target, args, nil)
	*buffer = record
	if err == nil {
		err = c.enqueue(record)
	}
	putRecord(buffer)
	if err != nil {
		return nil, err
	}
	if inv, ok := InvocationFrom(ctx); ok && inv.conn == c {
		// The answer comes behind what the client has sent meanwhile, so that must not be held back by this call.
		inv.stepAside() //nolint:contextcheck // the calls that may run now have contexts of their own
	}
	select {
	case <-call.done:
		return call.result, call.failure
	case <-c.ctx.Done():
		return nil, c.endError()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// expect notes a call and gives it an id that no call of the client has.
func (c *Conn) expect(call *outgoing) (id string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.phase != phaseOpen:
		return "", ErrClosed
	case !c.listening:
		return "", errTooEarly
	case len(c.questions) >= c.server.options.MaxOutstanding:
		return "", errTooManyQuestions
	}
	c.asked++
	id = "s" + strconv.FormatUint(c.asked, 10)
	if c.questions == nil {
		c.questions = make(map[string]*outgoing)
	}
	c.questions[id] = call
	return id, nil
}

func (c *Conn) expectNoMore(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.questions, id)
}

// completeCall hands the client's answer to the call that waits for it. An answer that nobody waits for is ignored.
func (c *Conn) completeCall(id string, m *hubprotocol.Message) {
	c.mu.Lock()
	call := c.questions[id]
	delete(c.questions, id)
	c.mu.Unlock()
	if call == nil {
		return
	}
	if m.HasError {
		call.failure = &ClientError{Text: m.Error}
	} else if m.Payload != nil {
		call.result = append(make([]byte, 0, len(m.Payload)), m.Payload...)
	}
	close(call.done)
}
