package signalr

import (
	"fmt"
	"slices"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// dispatch handles one message. c.receiving is held.
func (c *Conn) dispatch(m *hubprotocol.Message, size int) error {
	if c.resume != nil && !c.accept(m.Kind, size) {
		return nil
	}
	switch m.Kind {
	case hubprotocol.Invocation, hubprotocol.StreamInvocation:
		c.dispatchInvocation(m)
	case hubprotocol.CancelInvocation:
		c.cancelInvocation(string(m.InvocationID))
	case hubprotocol.StreamItem:
		c.dispatchItem(m)
	case hubprotocol.Completion:
		c.dispatchCompletion(m)
	case hubprotocol.Ping:
		c.mu.Lock()
		c.times.pinged = true
		c.mu.Unlock()
	case hubprotocol.Close:
		var cause error
		if m.HasError {
			cause = &HubError{Message: m.Error}
		}
		c.end(endByClient, cause)
	case hubprotocol.Ack:
		c.acknowledged(m.SequenceID)
	case hubprotocol.Sequence:
		return c.startSequence(m.SequenceID)
	default:
		// A kind that is not known is one from the future.
	}
	return nil
}

// dispatchInvocation gives a call to the hub. c.receiving is held.
func (c *Conn) dispatchInvocation(m *hubprotocol.Message) {
	inv := &Invocation{
		conn:      c,
		id:        string(m.InvocationID),
		target:    c.server.targetOf(m),
		streaming: m.Kind == hubprotocol.StreamInvocation,
	}
	// The message goes away, the invocation may stay.
	inv.arguments = append(make([]byte, 0, len(m.Arguments)), m.Arguments...)
	inv.arity = uint32(len(m.Bounds))
	if copy(inv.few[:], m.Bounds) < len(m.Bounds) {
		inv.rarely().bounds = slices.Clone(m.Bounds)
	}
	if len(m.Headers) > 0 {
		inv.rarely().headers = slices.Clone(m.Headers)
	}
	refusal := c.limitRate(inv)
	if refusal == "" {
		refusal = c.register(inv, m.StreamIDs)
	}
	if refusal != "" {
		inv.Fail(refusal)
		return
	}
	c.server.observeCall(inv)
	if c.server.methods != nil {
		// Whoever runs the call may be done with it before this goroutine goes on.
		inv.passed.Store(true)
		c.lineUp(inv)
	} else {
		c.callOnInvocation(inv)
		inv.passed.Store(true)
	}
	if int(c.outstanding.Load()) >= c.server.options.MaxOutstanding {
		c.waitForRoom()
	}
}

// limitRate holds a client to the rate at which it may call. A call too many fails, or waits if it wants no answer, since
// its client could not be told. A refusal is a text for the client.
func (c *Conn) limitRate(inv *Invocation) (refusal string) {
	switch {
	case c.callRate == nil || c.callRate.Allow():
		return ""
	case inv.id != "":
		return fmt.Sprintf("Too many calls. This connection may make %v per second.", c.server.options.Limits.InvocationRate)
	}
	resume := c.pause()
	defer resume()
	// It fails only if the connection ends, and then nothing is left to limit.
	_ = c.callRate.Wait(c.ctx)
	return ""
}

// register makes a call known, so that the client can refer to it in later messages, and with it the streams that the client
// will send. A refusal is a text for the client.
func (c *Conn) register(inv *Invocation, streamIDs []string) (refusal string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if inv.streaming || len(streamIDs) > 0 {
		if refusal = c.refuseStreams(inv, streamIDs); refusal != "" {
			return refusal
		}
	}
	if inv.id != "" {
		inv.counted = true
		c.outstanding.Add(1)
		c.calls.add(inv)
	}
	if len(streamIDs) > 0 {
		rare := inv.rarely()
		for _, id := range streamIDs {
			rare.uploads = append(rare.uploads, c.addUpload(id))
		}
	}
	return ""
}

// refuseStreams decides whether a call may have the streams that it comes with. c.mu is held.
func (c *Conn) refuseStreams(inv *Invocation, streamIDs []string) (refusal string) {
	n, taken := c.calls.streams(inv.id)
	if inv.streaming {
		n++
	}
	if limit := c.server.options.Limits.StreamsPerConnection; n+len(c.uploads)+len(streamIDs) > limit {
		return fmt.Sprintf("A connection may have at most %d streams at the same time.", limit)
	}
	const inUse = "Invocation ID '%s' is already in use."
	if inv.streaming && taken {
		return fmt.Sprintf(inUse, inv.id)
	}
	for i, id := range streamIDs {
		if c.uploads[id] != nil || slices.Contains(streamIDs[:i], id) {
			return fmt.Sprintf(inUse, id)
		}
	}
	return ""
}

// lineUp does what Methods does with a call, except that it may leave running it to whoever receives. c.receiving is held.
func (c *Conn) lineUp(inv *Invocation) {
	inv.count()
	m := c.server.methods
	switch {
	case !c.lane.add(inv, m):
	case m.Parallelism > 1:
		c.server.run(line{&c.lane, inv, m})
	default:
		c.ownCall = inv
	}
}

func (c *Conn) callOnInvocation(inv *Invocation) {
	defer func() {
		if err := c.recovered("OnInvocation", recover()); err != nil {
			inv.FailError(err)
		}
	}()
	c.server.hub.OnInvocation(inv)
}

// waitForRoom keeps the connection's reading from going on while it has too many invocations outstanding.
func (c *Conn) waitForRoom() {
	for {
		c.mu.Lock()
		if int(c.outstanding.Load()) < c.server.options.MaxOutstanding {
			c.mu.Unlock()
			return
		}
		if c.room == nil {
			c.room = make(chan struct{})
		}
		room := c.room
		c.mu.Unlock()
		resume := c.pause()
		select {
		case <-room:
			resume()
		case <-c.ctx.Done():
			resume()
			return
		}
	}
}

// makeRoom lets reading go on, if it may. c.mu is held.
func (c *Conn) makeRoom() {
	if c.room != nil && int(c.outstanding.Load()) < c.server.options.MaxOutstanding {
		close(c.room)
		c.room = nil
	}
}

// pause notes that reading waits, until resume is called: a client that is not read from is not called silent. Answers that
// were to go out when everything is handled go out now, and calls that were to run then run now. c.receiving is held.
func (c *Conn) pause() (resume func()) {
	if own := c.ownCall; own != nil {
		c.ownCall = nil
		c.server.run(line{&c.lane, own, c.server.methods})
	}
	c.paused.Store(true)
	c.mu.Lock()
	if c.wire != nil && c.ready() {
		c.wire.wake()
	}
	c.mu.Unlock()
	return func() {
		c.lastReceived.Store(int64(time.Since(c.server.epoch)))
		c.paused.Store(false)
	}
}
