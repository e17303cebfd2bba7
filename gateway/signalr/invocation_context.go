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
	if cc.waited.Load() {
		// Package context looks here for what it can attach contexts made from this one to.
		return cc.real().Value(key)
	}
	return cc.base().Value(key)
}

func (cc *callContext) base() context.Context {
	if cc.parent != nil {
		return cc.parent
	}
	return cc.conn.ctx
}

// real returns the context that can be waited for.
func (cc *callContext) real() context.Context {
	cc.mu.Lock()
	defer cc.mu.Unlock()
	if cc.ctx == nil {
		cc.ctx, cc.cancel = context.WithCancel(cc.base())
		cc.waited.Store(true)
		// Who finishes or cancels looks at waited after he has said so, and this looks the other way round.
		if cc.finished.Load() || cc.cancelled.Load() {
			cc.cancel()
		}
	}
	return cc.ctx
}

// stopWaiting ends the context for those who wait for it.
func (inv *Invocation) stopWaiting() {
	if inv.waited.Load() {
		inv.mu.Lock()
		inv.cancel()
		inv.mu.Unlock()
	}
}
