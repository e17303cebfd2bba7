// Package client speaks CSTA XML over TCP from the other side: for tests, for
// "cstahub tcp", and for Go programs that drive a switch.
package client

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"strconv"
	"sync"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
)

// Client is one connection. Do may be called from any goroutine.
type Client struct {
	conn     net.Conn
	framing  xmltcp.Framing
	received func(Received)
	prefix   string // of the requestIDs it chooses

	mu      sync.Mutex
	serial  uint
	waiting map[string]chan csta.Message // by invoke id, or with NUL framing by requestID
	err     error
	done    chan struct{}
}

// Received is a message that the server sent.
type Received struct {
	Message csta.Message
	// Document is the XML it came as.
	Document []byte
}

// Dial connects to a server. All that the server sends is given to received, in
// order and by one goroutine, until the connection ends; the answer to a Do
// before Do returns.
func Dial(ctx context.Context, addr string, framing xmltcp.Framing, received func(Received)) (*Client, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, err
	}
	c := &Client{
		conn: conn, framing: framing, received: received, prefix: rand.Text()[:8] + "-",
		waiting: make(map[string]chan csta.Message), done: make(chan struct{}),
	}
	go c.read()
	return c, nil
}

// Close ends the connection.
func (c *Client) Close() error {
	err := c.conn.Close()
	<-c.done
	return err
}

// CloseWrite ends the client's side of the connection: what was asked for is
// still answered, then the server ends its side.
func (c *Client) CloseWrite() error {
	half, ok := c.conn.(interface{ CloseWrite() error })
	if !ok {
		return errors.ErrUnsupported
	}
	return half.CloseWrite()
}

// NextInvokeID gives an invoke id for a document that is sent by Send.
func (c *Client) NextInvokeID() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := xmltcp.FormatInvokeID(c.serial)
	c.serial++
	return id
}

// Done is closed when the connection has ended; Err then says why.
func (c *Client) Done() <-chan struct{} { return c.done }

// Err is why the connection ended.
func (c *Client) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// Refused is the error of a request that the server refused.
type Refused struct{ Answer csta.Message }

// Error tells the refusal.
func (r *Refused) Error() string {
	if e, ok := r.Answer.(*csta.CSTAErrorCode); ok {
		return e.Fault().Error()
	}
	return string(csta.AppendXML(nil, r.Answer, csta.ED6))
}

// Do sends a request in a dialect and waits for its answer; the error is a
// *Refused where the server refused it. With NUL framing the request is given
// a requestID, by which the answer is known, unless it has one.
func (c *Client) Do(ctx context.Context, request csta.Message, d *csta.Dialect) (csta.Message, error) {
	answer := make(chan csta.Message, 1)
	c.mu.Lock()
	id := xmltcp.FormatInvokeID(c.serial)
	c.serial++
	if c.framing == xmltcp.NUL {
		base := request.Common()
		if base.Private == nil {
			base.Private = &csta.PrivateData{}
		}
		if base.Private.RequestID == "" {
			base.Private.RequestID = c.prefix + strconv.FormatUint(uint64(c.serial), 10)
		}
		id = base.Private.RequestID
	}
	c.waiting[id] = answer
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.waiting, id)
	}()

	if err := c.Send(id, csta.AppendXML(nil, request, d)); err != nil {
		return nil, err
	}
	select {
	case m := <-answer:
		if m.Kind() == csta.KindFailure {
			return nil, &Refused{m}
		}
		return m, nil
	case <-c.done:
		return nil, fmt.Errorf("the connection ended: %w", c.Err())
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Send sends a document as it is, in one write. The invoke id counts with J.2
// framing only.
func (c *Client) Send(invokeID string, document []byte) error {
	if c.framing == xmltcp.NUL {
		_, err := c.conn.Write(xmltcp.AppendNUL(nil, document))
		return err
	}
	b, err := xmltcp.AppendHeader(nil, invokeID, len(document))
	if err != nil {
		return err
	}
	_, err = c.conn.Write(append(b, document...))
	return err
}

func (c *Client) read() {
	defer close(c.done)
	r := xmltcp.NewReader(c.conn, xmltcp.DefaultLimits)
	for {
		f, err := r.Next()
		if err != nil {
			c.fail(err)
			return
		}
		m, err := csta.DecodeXML(f.Document, csta.XMLOptions{})
		if err != nil {
			c.fail(errors.Join(err, c.conn.Close()))
			return
		}
		c.received(Received{Message: m, Document: bytes.Clone(f.Document)})
		c.answer(m, f.InvokeID)
	}
}

func (c *Client) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.err = err
}

// answer gives a message to whoever waits for it.
func (c *Client) answer(m csta.Message, id string) {
	if k := m.Kind(); k != csta.KindResponse && k != csta.KindFailure {
		return
	}
	if c.framing == xmltcp.NUL {
		id = m.Common().RequestID()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if answer, ok := c.waiting[id]; ok {
		answer <- m
		delete(c.waiting, id)
	}
}
