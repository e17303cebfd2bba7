package signalr

import (
	"errors"
	"fmt"
)

// streamBacklog is the number of bytes that may wait for a client before its streams wait for it.
const streamBacklog = 64 << 10

// errNotStreaming says that items are sent for a call that asked for one result.
var errNotStreaming = errors.New("signalr: the call does not ask for a stream")

// SendItem sends an item of the stream that the client has asked for. It waits while much is queued for the client, so it
// must not be called on the goroutine of Hub.OnInvocation. An error means that no more items are wanted, because the
// client has cancelled the stream or the connection has ended, or that the item cannot be encoded; the invocation still has
// to be completed.
func (inv *Invocation) SendItem(item any) error {
	if !inv.streaming {
		return errNotStreaming
	}
	ctx := (*callContext)(inv)
	if err := ctx.Err(); err != nil {
		return err
	}
	inv.started.Store(true)
	c := inv.conn
	if drained := c.waitToStream(); drained != nil {
		select {
		case <-drained:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	buffer := records.Get().(*[]byte)
	defer putRecord(buffer)
	record, err := c.protocol.AppendStreamItem((*buffer)[:0], inv.id, item)
	*buffer = record
	if err != nil {
		return err
	}
	return c.enqueue(record)
}

// waitToStream returns what to wait for before another item is queued, nil if there is nothing to wait for.
func (c *Conn) waitToStream() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.backlog() <= streamBacklog || c.phase != phaseOpen {
		return nil
	}
	if c.drained == nil {
		c.drained = make(chan struct{})
	}
	return c.drained
}

// backlog is the number of bytes that were not written yet. c.mu is held.
func (c *Conn) backlog() int {
	n := c.queue.Size()
	if c.resume != nil {
		n += c.resume.out.Unsent()
	}
	return n
}

// streamError is what a client is told about an error while results were streamed.
func (inv *Invocation) streamError(err error) string {
	const text = "An error occurred on the server while streaming results."
	var hub *HubError
	switch {
	case errors.As(err, &hub):
		return text + " HubException: " + hub.Message
	case inv.conn.server.options.DetailedErrors:
		return fmt.Sprintf("%s %s: %s", text, dotNetName(err), err)
	}
	return text
}
