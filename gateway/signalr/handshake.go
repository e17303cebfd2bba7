package signalr

import (
	"fmt"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
	"github.com/cstahub/cstahub/gateway/signalr/internal/outbox"
)

const (
	handshakeCanceled = "Handshake was canceled."
	handshakeError    = "An unexpected error occurred during connection handshake."
)

// receiveHandshake reads the handshake request at the start of data, answers it and gives the connection to the hub.
// c.receiving is held.
func (c *Conn) receiveHandshake(w wire, data []byte) (used int, err error) {
	record, used, err := hubprotocol.SplitHandshake(data, c.server.options.MaxMessageSize)
	if err != nil {
		c.failHandshake(handshakeCanceled, err)
		return 0, errStopReceiving
	}
	if used == 0 {
		return 0, nil
	}
	request, err := hubprotocol.ParseHandshakeRequest(record)
	if err != nil {
		text := handshakeError
		if c.server.options.DetailedErrors {
			text += " " + dotNetName(err) + ": " + err.Error()
		}
		c.failHandshake(text, err)
		return 0, errStopReceiving
	}
	protocol, refusal := chooseProtocol(request, c.transport)
	if refusal != "" {
		c.failHandshake(refusal, nil)
		return 0, errStopReceiving
	}
	c.mu.Lock()
	c.protocol = protocol
	c.mu.Unlock()
	// In the roster first: whoever sees the answer can be sent to.
	c.server.roster.add(c)
	if !c.open(w, request.Version) {
		c.server.roster.remove(c)
		return 0, errStopReceiving
	}
	c.connect()
	return used, nil
}

// chooseProtocol decides about a handshake request. A refusal is a text for the client.
func chooseProtocol(request hubprotocol.HandshakeRequest, transport Transport) (protocol hubprotocol.Protocol, refusal string) {
	protocol, ok := hubprotocol.ByName(request.Protocol)
	switch {
	case !ok:
		return nil, fmt.Sprintf("The protocol '%s' is not supported.", request.Protocol)
	case request.Version > hubprotocol.MaxVersion || request.Version < 1:
		return nil, fmt.Sprintf("The server does not support version %d of the '%s' protocol.", request.Version, protocol.Name())
	case protocol.Binary() && !transport.carriesBinary():
		return nil, fmt.Sprintf("Cannot use the '%s' protocol on the current transport. The transport does not support 'Binary' transfer format.", protocol.Name())
	}
	return protocol, ""
}

// open answers the handshake with a yes; from then on the connection can be sent to. It fails if the connection has ended
// meanwhile.
func (c *Conn) open(w wire, version int64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.phase != phaseStarting || c.wire != w {
		return false
	}
	o := &c.server.options
	c.phase = phaseOpen
	if c.stateful && c.transport == WebSockets && version >= 2 {
		c.resume = &resumption{out: outbox.NewReplay(o.StatefulReconnectBufferSize), in: received{next: 1}}
	}
	c.times.opened(c.server.tick(), o)
	if t, polls := w.(*longPolling); polls && t.current == nil {
		c.awaitPollLocked()
	}
	c.pushControl(hubprotocol.AppendHandshakeResponse(nil, ""))
	return true
}

// connect gives the connection to the hub. c.receiving is held.
func (c *Conn) connect() {
	if err := c.callOnConnected(); err != nil {
		c.server.log.Info("hub refused the connection", "connection_id", c.id, "reason", err)
		c.end(endRefused, err)
		return
	}
	if hook := c.server.options.Hooks.Connected; hook != nil {
		hook(c)
	}
	c.connected = true
	c.mu.Lock()
	c.listening = true
	c.mu.Unlock()
}

func (c *Conn) callOnConnected() (err error) {
	defer func() {
		if p := c.recovered("OnConnected", recover()); p != nil {
			err = p
		}
	}()
	return c.server.hub.OnConnected(c)
}

// failHandshake answers the handshake with an error and ends the connection.
func (c *Conn) failHandshake(text string, cause error) {
	c.server.log.Info("handshake failed", "connection_id", c.id, "answer", text, "reason", cause)
	how := closingFor(endHandshake, cause, false)
	how.handshake = text
	c.close(how)
}
