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
	if cc.finished.Load() || cc.cancelled.Load() {
		return context.Canceled
	}
	return cc.base().Err()
}

// Value implements context.Context.
func (cc *callContext) Value(key any) any {
	if key == (invocationKey{}) {
		return (*Invocation)(cc)
	}
	if cc.waiting.Load() != nil {
		// Package context looks here for what it can attach contexts made from this one to.
		return cc.real().Value(key)
	}
	return cc.base().Value(key)
}

func (cc *callContext) base() context.Context {
	if cc.rare != nil && cc.rare.parent != nil {
		return cc.rare.parent
	}
	return cc.conn.ctx
}

// waiting is what can be waited for.
type waiting struct {
	ctx    context.Context
	cancel context.CancelFunc
}

// real returns the context that can be waited for.
func (cc *callContext) real() context.Context {
	if w := cc.waiting.Load(); w != nil {
		return w.ctx
	}
	ctx, cancel := context.WithCancel(cc.base())
	if !cc.waiting.CompareAndSwap(nil, &waiting{ctx, cancel}) {
		// Somebody else was faster.
		cancel()
		return cc.waiting.Load().ctx
	}
	// Who finishes or cancels says so before he looks at waiting, and this looks the other way round.
	if cc.finished.Load() || cc.cancelled.Load() {
		cancel()
	}
	return ctx
}

// stopWaiting ends the context for those who wait for it.
func (inv *Invocation) stopWaiting() {
	if w := inv.waiting.Load(); w != nil {
		w.cancel()
	}
}
