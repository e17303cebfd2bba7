package signalr

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// Invocation is one call that a client makes. It has to be completed exactly once, with Complete or one of the Fails, from
// any goroutine and whenever that is; completing it again does nothing.
type Invocation struct {
	conn       *Conn
	id, target string
	// arguments is the encoded array, a copy of its own.
	arguments []byte
	headers   []byte
	streamIDs []string
	streaming bool

	mu       sync.Mutex
	finished bool
	// values are the encoded arguments, once they were asked for.
	values [][]byte
	split  bool
	// ctx is made when it is asked for.
	ctx    context.Context
	cancel context.CancelFunc
	// cancelled: the client has cancelled the invocation before anybody asked for ctx.
	cancelled bool
}

// Conn returns the connection that made the call.
func (inv *Invocation) Conn() *Conn { return inv.conn }

// Target returns the name of the method as the client wrote it. ASP.NET Core matches it without regard to case.
func (inv *Invocation) Target() string { return inv.target }

// ID returns the client's id of the call, empty if the client wants no answer.
func (inv *Invocation) ID() string { return inv.id }

// Streaming reports whether the client called the method as one that streams its results.
func (inv *Invocation) Streaming() bool { return inv.streaming }

// Headers returns the headers of the call, in which .NET clients send the trace context. It is nil if there are none.
func (inv *Invocation) Headers() map[string]string {
	// They were checked when the message was parsed.
	headers, _ := inv.conn.protocol.Headers(inv.headers)
	return headers
}

// NumArguments returns the number of arguments.
func (inv *Invocation) NumArguments() int { return len(inv.encoded()) }

// Argument returns an argument as JSON, null if the client did not send as many.
func (inv *Invocation) Argument(i int) (json.RawMessage, error) {
	values := inv.encoded()
	if i < 0 || i >= len(values) {
		return json.RawMessage("null"), nil
	}
	return inv.conn.protocol.JSON(values[i])
}

// Arguments returns all arguments as one JSON array. With MessagePack the array is translated, and an argument for which
// JSON has no word is an error.
func (inv *Invocation) Arguments() (json.RawMessage, error) {
	return inv.conn.protocol.JSON(inv.arguments)
}

// Bind decodes the arguments into what the pointers point to. Their number must be the same; an error is one that
// FailError knows how to answer.
func (inv *Invocation) Bind(pointers ...any) error {
	values := inv.encoded()
	if len(values) != len(pointers) {
		return &BindError{fmt.Errorf("Invocation provides %d argument(s) but target expects %d.", len(values), len(pointers))} //nolint:staticcheck // ST1005: the text is .NET's
	}
	for i, p := range pointers {
		if err := inv.conn.protocol.Bind(values[i], p); err != nil {
			return &BindError{fmt.Errorf("%s %w", bindError, err)}
		}
	}
	return nil
}

const bindError = "Error binding arguments. Make sure that the types of the provided values match the types of the hub method being invoked."

// encoded returns the encoded arguments one by one.
func (inv *Invocation) encoded() [][]byte {
	inv.mu.Lock()
	defer inv.mu.Unlock()
	if !inv.split {
		// The array was checked when the message was parsed.
		inv.values, _ = inv.conn.protocol.Values(inv.arguments)
		inv.split = true
	}
	return inv.values
}

// Context is cancelled when the connection begins to close, when the client cancels the invocation, and when the
// invocation is completed.
func (inv *Invocation) Context() context.Context {
	inv.mu.Lock()
	defer inv.mu.Unlock()
	if inv.ctx == nil {
		inv.ctx, inv.cancel = context.WithCancel(inv.conn.ctx)
		if inv.finished || inv.cancelled {
			inv.cancel()
		} else {
			inv.conn.watch(inv)
		}
	}
	return inv.ctx
}

// Complete answers the call with a result, which may be of any type that encoding/json takes, or a JSONAppender or
// json.RawMessage, which is taken as it is. nil is the null result, which is what .NET answers for methods without one.
func (inv *Invocation) Complete(result any) {
	if !inv.finish() {
		return
	}
	inv.answer(func(p hubprotocol.Protocol, dst []byte) []byte {
		record, err := p.AppendResult(dst, inv.id, result)
		if err != nil {
			inv.conn.server.log.Error("result cannot be encoded", "target", inv.target, "reason", err)
			record = p.AppendError(dst, inv.id, inv.generalError(err))
		}
		return record
	})
}

// Fail answers the call with an error, whose text the client gets as it is.
func (inv *Invocation) Fail(text string) {
	if !inv.finish() {
		return
	}
	if text == "" {
		// Clients take an empty error for none.
		text = inv.generalError(nil)
	}
	inv.answer(func(p hubprotocol.Protocol, dst []byte) []byte { return p.AppendError(dst, inv.id, text) })
}

// FailHub answers the call as .NET answers a HubException:
// "An unexpected error occurred invoking 'X' on the server. HubException: " and the message.
func (inv *Invocation) FailHub(message string) { inv.FailError(&HubError{Message: message}) }

// FailUnknown answers a call of a method that does not exist, as .NET does.
func (inv *Invocation) FailUnknown() {
	inv.Fail(fmt.Sprintf("Failed to invoke '%s' due to an error on the server. HubException: Method does not exist.", inv.target))
}

// FailError answers the call with what .NET would say about an error: a HubError and a CallError tell their text, a
// BindError that the arguments do not fit, and any other error only that there was one, unless Options.DetailedErrors is
// set.
func (inv *Invocation) FailError(err error) { inv.Fail(inv.errorText(err)) }

// finish takes the invocation off the connection's books; the first to do so may answer.
func (inv *Invocation) finish() bool {
	inv.mu.Lock()
	if inv.finished {
		inv.mu.Unlock()
		return false
	}
	inv.finished = true
	cancel := inv.cancel
	inv.mu.Unlock()
	if cancel != nil {
		inv.conn.unwatch(inv)
		cancel()
	}
	return true
}

// answer sends what build appends, if the client wants an answer, and makes room for another invocation.
func (inv *Invocation) answer(build func(p hubprotocol.Protocol, dst []byte) []byte) {
	if inv.id == "" {
		return
	}
	buffer := records.Get().(*[]byte)
	record := build(inv.conn.protocol, (*buffer)[:0])
	// Nobody is left to be told if the connection has ended.
	_ = inv.conn.enqueue(record)
	*buffer = record
	putRecord(buffer)
	inv.conn.release()
}

// dispatchInvocation gives a call to the hub. c.receiving is held.
func (c *Conn) dispatchInvocation(m *hubprotocol.Message) {
	inv := &Invocation{
		conn:      c,
		id:        string(m.InvocationID),
		target:    string(m.Target),
		streaming: m.Kind == hubprotocol.StreamInvocation,
		streamIDs: m.StreamIDs,
	}
	// The message goes away, the invocation may stay.
	inv.arguments = append(make([]byte, 0, len(m.Arguments)), m.Arguments...)
	if len(m.Headers) > 0 {
		inv.headers = append([]byte(nil), m.Headers...)
	}
	if inv.id != "" {
		c.mu.Lock()
		c.outstanding++
		full := c.outstanding >= c.server.options.MaxOutstanding
		c.mu.Unlock()
		if full {
			defer c.waitForRoom()
		}
	}
	c.callOnInvocation(inv)
}

func (c *Conn) callOnInvocation(inv *Invocation) {
	defer func() {
		if err := c.recovered("OnInvocation", recover()); err != nil {
			inv.FailError(err)
		}
	}()
	c.server.hub.OnInvocation(inv)
}

// release makes room for another invocation.
func (c *Conn) release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.outstanding--
	if c.room != nil && c.outstanding < c.server.options.MaxOutstanding {
		close(c.room)
		c.room = nil
	}
}

// watch makes an invocation one that the client can cancel.
func (c *Conn) watch(inv *Invocation) {
	if inv.id == "" {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active == nil {
		c.active = make(map[string]*Invocation)
	}
	c.active[inv.id] = inv
}

func (c *Conn) unwatch(inv *Invocation) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active[inv.id] == inv {
		delete(c.active, inv.id)
	}
}

// cancelInvocation handles a client's wish to cancel; an invocation it does not know is one that is done.
func (c *Conn) cancelInvocation(id string) {
	c.mu.Lock()
	inv := c.active[id]
	c.mu.Unlock()
	if inv == nil {
		return
	}
	inv.mu.Lock()
	defer inv.mu.Unlock()
	inv.cancelled = true
	if inv.cancel != nil {
		inv.cancel()
	}
}
