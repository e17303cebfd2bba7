package signalr

import (
	"errors"
	"fmt"
)

// end names the ways in which a connection ends.
type end uint8

const (
	// endByClient: the client sent a Close message, closed its socket properly or deleted its long polling connection.
	endByClient end = iota
	// endByHub: Conn.Close.
	endByHub
	// endRefused: Hub.OnConnected returned an error.
	endRefused
	// endHandshake: no or no good handshake request came in time.
	endHandshake
	// endProtocol: the client broke the protocol.
	endProtocol
	endClientTimeout
	endSlowReader
	endSendTimeout
	endLost
	endExpired
	endShutdown
	// endUnused: negotiated and never used, or dropped before the handshake.
	endUnused
)

// generalError is what clients are told about errors that are not theirs to know.
const generalError = "Connection closed with an error."

// slowReaderError is the reason given to a client that did not read fast enough.
const slowReaderError = "Connection closed because the client did not read fast enough."

// closing says what a way to end means for the client and for the hub.
type closing struct {
	// text is the error in the Close message.
	text string
	// handshake is the error in the answer to the handshake, if that was not answered yet.
	handshake string
	// reconnect lets a client with automatic reconnect come back.
	reconnect bool
	// hurry drops what was not sent yet, so that the Close message has a chance to arrive.
	hurry bool
	// silent sends no Close message, since nobody would get it.
	silent bool
	// err is what the hub is told.
	err error
}

// closings is the table of all ways to end. What Conn.Close says stands in its arguments.
var closings = map[end]closing{
	endByClient:      {},
	endByHub:         {err: ErrClosed},
	endRefused:       {text: generalError, err: ErrClosed},
	endHandshake:     {silent: true, err: ErrHandshake},
	endProtocol:      {text: generalError, reconnect: true, err: ErrProtocol},
	endClientTimeout: {text: generalError, reconnect: true, err: ErrClientTimeout},
	endSlowReader:    {text: slowReaderError, reconnect: true, hurry: true, err: ErrSlowReader},
	endSendTimeout:   {silent: true, hurry: true, err: ErrSendTimeout},
	endLost:          {silent: true, hurry: true, err: ErrConnectionLost},
	endExpired:       {reconnect: true, err: ErrExpired},
	endShutdown:      {reconnect: true, err: ErrShutdown},
	endUnused:        {silent: true, hurry: true, err: ErrConnectionLost},
}

// closingFor returns what an end means, with its cause added: for the hub always, for the client with details set.
func closingFor(e end, cause error, details bool) closing {
	c := closings[e]
	if cause == nil {
		return c
	}
	if details && c.text == generalError {
		c.text += " " + dotNetName(cause) + ": " + cause.Error()
	}
	if c.err == nil {
		c.err = cause
	} else if !errors.Is(cause, c.err) {
		c.err = fmt.Errorf("%w: %w", c.err, cause)
	}
	return c
}
