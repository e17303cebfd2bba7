package signalr

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// Invocation is one call that a client makes. It has to be completed exactly once, with Complete or one of the Fails, from
// any goroutine and whenever that is; completing it again does nothing. That holds for calls too whose client wants no
// answer, for only then are the streams that came with it let go.
type Invocation struct {
	conn       *Conn
	id, target string
	// arguments is the encoded array, a copy of its own. arity is the number of arguments, few says where in the array they
	// lie, if they are not too many for that.
	arguments []byte
	few       [3]hubprotocol.Bound
	arity     uint32
	streaming bool
	// counted: the invocation is one of the connection's outstanding ones. Under Conn.mu.
	counted bool
	// held: the goroutine that has run the call for Methods sends the answer. given: it was told to let the next one run.
	held, given bool

	// passed: OnInvocation has returned. An answer given before goes out then.
	passed   atomic.Bool
	finished atomic.Bool
	// cancelled: the client has cancelled the invocation.
	cancelled atomic.Bool
	// started: results were streamed, so that an error is one of streaming.
	started atomic.Bool

	// methods is the Methods that runs the call in the connection's line, if one does.
	methods *Methods
	// reader is the reader that runs it, if one does.
	reader *reader
	// behind is the next call in that line, under its lock.
	behind *Invocation
	// previous and next are its neighbours in the list of the connection's calls, under Conn.mu.
	previous, next *Invocation
	// waiting is there when somebody has asked for something to wait for.
	waiting atomic.Pointer[waiting]
	// rare is there if the invocation has any of it.
	rare *rare
}

// rare is what most invocations have not, so that they are small. It is complete before the hub sees the invocation.
type rare struct {
	// bounds are where the arguments lie, if they are many.
	bounds  []hubprotocol.Bound
	headers []byte
	// uploads are the streams that the client sends with the call.
	uploads []*Incoming
	// parent is the context that the invocation's is made from, if it is not the connection's.
	parent context.Context
	// completed is told of the end.
	completed func(failure string)
}

// rarely returns what is rare, for something to be added.
func (inv *Invocation) rarely() *rare {
	if inv.rare == nil {
		inv.rare = new(rare)
	}
	return inv.rare
}

// argument returns an argument as it is encoded. There must be one.
func (inv *Invocation) argument(i int) []byte {
	bounds := inv.few[:]
	if int(inv.arity) > len(inv.few) {
		bounds = inv.rare.bounds
	}
	return inv.arguments[bounds[i].Start:bounds[i].End:bounds[i].End]
}

// Conn returns the connection that made the call.
func (inv *Invocation) Conn() *Conn { return inv.conn }

// Target returns the name of the method as the client wrote it. ASP.NET Core matches it without regard to case.
func (inv *Invocation) Target() string { return inv.target }

// ID returns the client's id of the call, empty if the client wants no answer.
func (inv *Invocation) ID() string { return inv.id }

// Streaming reports whether the client called the method as one that streams its results.
func (inv *Invocation) Streaming() bool { return inv.streaming }

// Uploads returns the streams that the client sends with the call.
func (inv *Invocation) Uploads() []*Incoming {
	if inv.rare == nil {
		return nil
	}
	return inv.rare.uploads
}

// Headers returns the headers of the call, in which .NET clients send the trace context. It is nil if there are none.
func (inv *Invocation) Headers() map[string]string {
	if inv.rare == nil {
		return nil
	}
	// They were checked when the message was parsed.
	headers, _ := inv.conn.protocol.Headers(inv.rare.headers)
	return headers
}

// NumArguments returns the number of arguments.
func (inv *Invocation) NumArguments() int { return int(inv.arity) }

// Argument returns an argument as JSON, null if the client did not send as many.
func (inv *Invocation) Argument(i int) (json.RawMessage, error) {
	if i < 0 || i >= int(inv.arity) {
		return json.RawMessage("null"), nil
	}
	return inv.conn.protocol.JSON(inv.argument(i))
}

// Arguments returns all arguments as one JSON array. With MessagePack the array is translated, and an argument for which
// JSON has no word is an error.
func (inv *Invocation) Arguments() (json.RawMessage, error) {
	return inv.conn.protocol.JSON(inv.arguments)
}

// Bind decodes the arguments into what the pointers point to. Their number must be the same; an error is one that
// FailError knows how to answer.
func (inv *Invocation) Bind(pointers ...any) error {
	if int(inv.arity) != len(pointers) {
		return wrongCount(int(inv.arity), len(pointers))
	}
	for i, p := range pointers {
		if err := inv.conn.protocol.Bind(inv.argument(i), p); err != nil {
			return wrongType(err)
		}
	}
	return nil
}

// Complete answers the call with a result, which may be of any type that encoding/json takes, or a JSONAppender or
// json.RawMessage, which is taken as it is. nil is the null result, which is what .NET answers for methods without one. A
// call that streams is completed without a result.
func (inv *Invocation) Complete(result any) {
	if !inv.finish() {
		return
	}
	failure := ""
	inv.answer(func(p hubprotocol.Protocol, dst []byte) []byte {
		if inv.streaming {
			return p.AppendVoid(dst, inv.id)
		}
		record, err := inv.appendResult(p, dst, result)
		if err != nil {
			inv.conn.server.log.Error("result cannot be encoded", "target", inv.target, "reason", err)
			failure = inv.generalError(err)
			record = p.AppendError(dst, inv.id, failure)
		}
		return record
	})
	inv.observe(failure)
}

// appendResult encodes a result. A panic in the result's own code is an error like others: the call has to be answered all
// the same.
func (inv *Invocation) appendResult(p hubprotocol.Protocol, dst []byte, result any) (record []byte, err error) {
	defer func() {
		if panicked := inv.conn.recovered(inv.target, recover()); panicked != nil {
			record, err = dst, panicked
		}
	}()
	return p.AppendResult(dst, inv.id, result)
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
	inv.observe(text)
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

// finish marks the invocation as completed; the first to do so may answer.
func (inv *Invocation) finish() bool {
	if !inv.finished.CompareAndSwap(false, true) {
		return false
	}
	inv.stopWaiting()
	return true
}

// answer takes the invocation off the connection's books and sends what build appends, if the client wants an answer.
func (inv *Invocation) answer(build func(p hubprotocol.Protocol, dst []byte) []byte) {
	c := inv.conn
	if inv.id == "" {
		c.mu.Lock()
		c.forget(inv)
		c.mu.Unlock()
		return
	}
	buffer := records.Get().(*[]byte)
	record := build(c.protocol, (*buffer)[:0])
	c.mu.Lock()
	c.forget(inv)
	// If the connection has ended, nobody is left to be told.
	tooMuch := c.push(record) != nil && c.phase == phaseOpen
	if c.wire != nil && inv.passed.Load() && !inv.held {
		c.wire.wake()
	}
	c.mu.Unlock()
	*buffer = record
	putRecord(buffer)
	if tooMuch {
		c.end(endSlowReader, nil)
	}
}

// count makes the invocation one of those that the connection may have only so many of.
func (inv *Invocation) count() {
	if inv.id != "" {
		// It was counted when it was registered.
		return
	}
	c := inv.conn
	c.mu.Lock()
	defer c.mu.Unlock()
	if !inv.counted {
		inv.counted = true
		c.outstanding.Add(1)
	}
}

// uncount makes room for another invocation.
func (inv *Invocation) uncount() {
	c := inv.conn
	c.mu.Lock()
	defer c.mu.Unlock()
	inv.uncountLocked()
}

func (inv *Invocation) uncountLocked() {
	if inv.counted {
		inv.counted = false
		inv.conn.outstanding.Add(-1)
		inv.conn.makeRoom()
	}
}

func (inv *Invocation) observe(failure string) {
	if inv.rare != nil && inv.rare.completed != nil {
		inv.rare.completed(failure)
	}
}
