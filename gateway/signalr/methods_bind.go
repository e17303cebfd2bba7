package signalr

import (
	"context"
	"encoding/json"
	"iter"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// uploadBinder is what Upload implements whatever its type.
type uploadBinder interface {
	bindUpload(in *Incoming) any
}

// cursor decodes the parameters of a call from its arguments and its uploads, in order.
type cursor struct {
	inv               *Invocation
	argument, uploads int
}

// isUpload reports whether a parameter type is an Upload.
func isUpload[A any]() bool {
	var zero A
	_, ok := any(zero).(uploadBinder)
	return ok
}

// next decodes the next parameter. Their numbers were checked before.
func next[A any](c *cursor) (value A, err error) {
	if binder, ok := any(value).(uploadBinder); ok {
		value = binder.bindUpload(c.inv.rare.uploads[c.uploads]).(A)
		c.uploads++
		return value, nil
	}
	encoded := c.inv.argument(c.argument)
	c.argument++
	if raw, ok := any(&value).(*json.RawMessage); ok {
		// The invocation has the argument to itself, so there is no need for another copy.
		if *raw, err = c.inv.conn.protocol.JSON(encoded); err != nil {
			return value, wrongType(err)
		}
		return value, nil
	}
	return decode[A](c.inv.conn.protocol, encoded)
}

// decode decodes a parameter. It is apart from next because value moves to the heap here.
func decode[A any](p hubprotocol.Protocol, encoded []byte) (value A, err error) {
	if err := p.Bind(encoded, &value); err != nil {
		return value, wrongType(err)
	}
	return value, nil
}

// signature counts parameters.
func signature(m Method, uploads ...bool) Method {
	for _, u := range uploads {
		if u {
			m.uploads++
		} else {
			m.arguments++
		}
	}
	return m
}

// Func0 makes a method of a function without parameters. Parameters of the functions of Func1 and its like are decoded as
// encoding/json does, from MessagePack too; one of the type *Upload[T] is a stream that the client sends. What an error tells
// the client is said at Invocation.FailError.
func Func0[R any](f func(ctx context.Context, c *Conn) (R, error)) Method {
	return signature(Method{run: func(ctx context.Context, inv *Invocation) {
		result, err := f(ctx, inv.conn)
		complete(inv, result, err)
	}})
}

// Func1 makes a method of a function with one parameter. See Func0.
func Func1[A, R any](f func(ctx context.Context, c *Conn, a A) (R, error)) Method {
	return signature(Method{run: func(ctx context.Context, inv *Invocation) {
		if a, ok := bind1[A](inv); ok {
			result, err := f(ctx, inv.conn, a)
			complete(inv, result, err)
		}
	}}, isUpload[A]())
}

// Func2 makes a method of a function with two parameters. See Func0.
func Func2[A, B, R any](f func(ctx context.Context, c *Conn, a A, b B) (R, error)) Method {
	return signature(Method{run: func(ctx context.Context, inv *Invocation) {
		if a, b, ok := bind2[A, B](inv); ok {
			result, err := f(ctx, inv.conn, a, b)
			complete(inv, result, err)
		}
	}}, isUpload[A](), isUpload[B]())
}

// Func3 makes a method of a function with three parameters. See Func0.
func Func3[A, B, C, R any](f func(ctx context.Context, c *Conn, a A, b B, d C) (R, error)) Method {
	return signature(Method{run: func(ctx context.Context, inv *Invocation) {
		if a, b, d, ok := bind3[A, B, C](inv); ok {
			result, err := f(ctx, inv.conn, a, b, d)
			complete(inv, result, err)
		}
	}}, isUpload[A](), isUpload[B](), isUpload[C]())
}

// Proc0 makes a method of a function without parameters and without a result. See Func0.
func Proc0(f func(ctx context.Context, c *Conn) error) Method {
	return Func0(func(ctx context.Context, c *Conn) (any, error) { return nil, f(ctx, c) })
}

// Proc1 makes a method of a function with one parameter and without a result. See Func0.
func Proc1[A any](f func(ctx context.Context, c *Conn, a A) error) Method {
	return Func1(func(ctx context.Context, c *Conn, a A) (any, error) { return nil, f(ctx, c, a) })
}

// Proc2 makes a method of a function with two parameters and without a result. See Func0.
func Proc2[A, B any](f func(ctx context.Context, c *Conn, a A, b B) error) Method {
	return Func2(func(ctx context.Context, c *Conn, a A, b B) (any, error) { return nil, f(ctx, c, a, b) })
}

// Proc3 makes a method of a function with three parameters and without a result. See Func0.
func Proc3[A, B, C any](f func(ctx context.Context, c *Conn, a A, b B, d C) error) Method {
	return Func3(func(ctx context.Context, c *Conn, a A, b B, d C) (any, error) { return nil, f(ctx, c, a, b, d) })
}

// Stream0 makes a method of a function without parameters whose results are streamed to the client. They are taken from the
// sequence as fast as the client reads them; the sequence is stopped when the client cancels the stream or is gone, and
// should end by itself when ctx is done. An error in the sequence ends the stream with an error.
func Stream0[T any](f func(ctx context.Context, c *Conn) iter.Seq2[T, error]) Method {
	return signature(Method{streams: true, run: func(ctx context.Context, inv *Invocation) {
		inv.started.Store(true)
		stream(inv, f(ctx, inv.conn))
	}})
}

// Stream1 makes a streaming method of a function with one parameter. See Stream0 and Func0.
func Stream1[A, T any](f func(ctx context.Context, c *Conn, a A) iter.Seq2[T, error]) Method {
	return signature(Method{streams: true, run: func(ctx context.Context, inv *Invocation) {
		if a, ok := bind1[A](inv); ok {
			inv.started.Store(true)
			stream(inv, f(ctx, inv.conn, a))
		}
	}}, isUpload[A]())
}

// Stream2 makes a streaming method of a function with two parameters. See Stream0 and Func0.
func Stream2[A, B, T any](f func(ctx context.Context, c *Conn, a A, b B) iter.Seq2[T, error]) Method {
	return signature(Method{streams: true, run: func(ctx context.Context, inv *Invocation) {
		if a, b, ok := bind2[A, B](inv); ok {
			inv.started.Store(true)
			stream(inv, f(ctx, inv.conn, a, b))
		}
	}}, isUpload[A](), isUpload[B]())
}

// Stream3 makes a streaming method of a function with three parameters. See Stream0 and Func0.
func Stream3[A, B, C, T any](f func(ctx context.Context, c *Conn, a A, b B, d C) iter.Seq2[T, error]) Method {
	return signature(Method{streams: true, run: func(ctx context.Context, inv *Invocation) {
		if a, b, d, ok := bind3[A, B, C](inv); ok {
			inv.started.Store(true)
			stream(inv, f(ctx, inv.conn, a, b, d))
		}
	}}, isUpload[A](), isUpload[B](), isUpload[C]())
}

// Received makes a sequence of what comes from a channel, until it is closed or ctx is done.
func Received[T any](ctx context.Context, items <-chan T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			select {
			case item, more := <-items:
				if !more || !yield(item, nil) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

func bind1[A any](inv *Invocation) (a A, ok bool) {
	at := cursor{inv: inv}
	a, err := next[A](&at)
	return a, bound(inv, err)
}

func bind2[A, B any](inv *Invocation) (a A, b B, ok bool) {
	at := cursor{inv: inv}
	a, err := next[A](&at)
	if err == nil {
		b, err = next[B](&at)
	}
	return a, b, bound(inv, err)
}

func bind3[A, B, C any](inv *Invocation) (a A, b B, c C, ok bool) {
	at := cursor{inv: inv}
	a, err := next[A](&at)
	if err == nil {
		b, err = next[B](&at)
	}
	if err == nil {
		c, err = next[C](&at)
	}
	return a, b, c, bound(inv, err)
}

// bound answers a call whose arguments do not fit.
func bound(inv *Invocation, err error) bool {
	if err != nil {
		inv.FailError(err)
	}
	return err == nil
}

func complete[R any](inv *Invocation, result R, err error) {
	if err != nil {
		inv.FailError(err)
		return
	}
	// Nothing of the call comes after this, so the goroutine that ran it may write the answer.
	inv.held = inv.methods != nil
	inv.Complete(result)
}

// stream sends what a sequence gives.
func stream[T any](inv *Invocation, items iter.Seq2[T, error]) {
	var failure error
	for item, err := range items {
		if failure = err; err != nil {
			break
		}
		if err := inv.SendItem(item); err != nil {
			// Nobody wants more, unless it is the item that cannot be encoded.
			if (*callContext)(inv).Err() == nil {
				failure = err
			}
			break
		}
	}
	if failure != nil && (*callContext)(inv).Err() == nil {
		inv.FailError(failure)
		return
	}
	inv.Complete(nil)
}
