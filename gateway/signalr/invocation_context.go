package signalr

import (
	"context"
	"time"
)

// Context is cancelled when the connection begins to close, when the client cancels the invocation, and when the
// invocation is completed.
func (inv *Invocation) Context() context.Context { return (*callContext)(inv) }

// InvocationFrom returns the invocation that a context, or one made from it, belongs to.
func InvocationFrom(ctx context.Context) (inv *Invocation, ok bool) {
	inv, ok = ctx.Value(invocationKey{}).(*Invocation)
	return inv, ok
}

type invocationKey struct{}

// callContext is an invocation as a context. Most methods never wait, so what waiting takes is made when it is needed.
type callContext Invocation

// Deadline implements context.Context.
func (cc *callContext) Deadline() (deadline time.Time, ok bool) { return cc.base().Deadline() }

// Done implements context.Context.
func (cc *callContext) Done() <-chan struct{} { return cc.real().Done() }

// Err implements context.Context.
func (cc *callContext) Err() error {
	inv := (*Invocation)(cc)
	inv.mu.Lock()
	over := inv.finished || inv.cancelled
	inv.mu.Unlock()
	if err := cc.base().Err(); err != nil {
		return err
	}
	if over {
		return context.Canceled
	}
	return nil
}

// Value implements context.Context.
func (cc *callContext) Value(key any) any {
	if key == (invocationKey{}) {
		return (*Invocation)(cc)
	}
	inv := (*Invocation)(cc)
	inv.mu.Lock()
	ctx := inv.ctx
	inv.mu.Unlock()
	if ctx == nil {
		ctx = cc.base()
	}
	// Package context looks here for what it can attach contexts made from this one to.
	return ctx.Value(key)
}

func (cc *callContext) base() context.Context {
	if cc.parent != nil {
		return cc.parent
	}
	return cc.conn.ctx
}

// real returns the context that can be waited for.
func (cc *callContext) real() context.Context {
	inv := (*Invocation)(cc)
	inv.mu.Lock()
	defer inv.mu.Unlock()
	if inv.ctx != nil {
		return inv.ctx
	}
	inv.ctx, inv.cancel = context.WithCancel(cc.base())
	if inv.finished || inv.cancelled {
		inv.cancel()
	}
	return inv.ctx
}
