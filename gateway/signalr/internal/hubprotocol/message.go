// Package hubprotocol reads and writes the messages of the ASP.NET Core SignalR hub protocol.
//
// A connection speaks one encoding of it, JSON or MessagePack, chosen by the handshake (handshake.go). Everything here is
// a pure function of bytes: no connection, no clock, no goroutine. What is read aliases the bytes it was read from, what
// is written is appended to a slice the caller owns.
package hubprotocol

import (
	"errors"
	"fmt"
)

// Kind is the number that names a hub message on the wire.
type Kind int

// The hub messages. Numbers outside this list are ignored by both sides, so that the protocol can grow.
const (
	Invocation       Kind = 1
	StreamItem       Kind = 2
	Completion       Kind = 3
	StreamInvocation Kind = 4
	CancelInvocation Kind = 5
	Ping             Kind = 6
	Close            Kind = 7
	Ack              Kind = 8
	Sequence         Kind = 9
)

// Counted reports whether stateful reconnect numbers messages of this kind, keeps them until they are acknowledged and
// sends them again on a new socket.
func (k Kind) Counted() bool { return k >= Invocation && k <= CancelInvocation }

// Known reports whether the protocol defines this kind.
func (k Kind) Known() bool { return k >= Invocation && k <= Sequence }

// ErrInvalid is wrapped by every error about a message that breaks the protocol. Such a message ends the connection.
var ErrInvalid = errors.New("invalid hub message")

// ErrTooLarge says that a message is longer than the receiver allows. It ends the connection.
var ErrTooLarge = fmt.Errorf("%w: larger than the receiver allows", ErrInvalid)

func invalidf(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
}

// Message is one message as it was read. Every byte slice aliases the record that was parsed, except strings that had
// escapes in them; which fields matter depends on Kind.
type Message struct {
	Kind Kind
	// InvocationID is set in kinds 1 to 5; nil in an Invocation means that the sender wants no answer.
	InvocationID []byte
	Target       []byte
	// Arguments is the array of arguments, still encoded, in kinds 1 and 4, and Bounds says where in it each of them begins
	// and ends.
	Arguments []byte
	Bounds    []Bound
	// StreamIDs name the streams that the sender of an invocation will upload with it.
	StreamIDs []string
	// Payload is the item of a StreamItem or the result of a Completion, still encoded; nil when there is none.
	Payload []byte
	// Error is the text of a Completion or a Close; HasError tells an empty text from none.
	Error    string
	HasError bool
	// AllowReconnect is set in a Close.
	AllowReconnect bool
	// SequenceID is set in kinds 8 and 9.
	SequenceID int64
	// Headers is the map of headers, still encoded; nil when there is none.
	Headers []byte
}

// Bound says where a value lies in a slice of bytes.
type Bound struct{ Start, End uint32 }

// reset empties the message and keeps its memory.
func (m *Message) reset() { *m = Message{Bounds: m.Bounds[:0]} }

// Protocol is one encoding of the hub protocol.
type Protocol interface {
	// Name is the protocol's name in the handshake.
	Name() string
	// Binary reports whether the protocol needs a transport that carries bytes rather than text.
	Binary() bool

	// Split finds the first whole record at the start of data. It returns the record without its framing and the number
	// of bytes it takes up with it, or 0 bytes when the record is not complete yet. A record that takes up more than
	// limit bytes, complete or not, is ErrTooLarge.
	Split(data []byte, limit int) (record []byte, size int, err error)
	// Parse reads one record into m, which it overwrites. A kind it does not know is no error.
	Parse(record []byte, m *Message) error

	// AppendInvocation appends an Invocation, or with stream set a StreamInvocation. An empty id asks for no answer.
	AppendInvocation(dst []byte, stream bool, id, target string, args []any, streamIDs []string) ([]byte, error)
	AppendStreamItem(dst []byte, id string, item any) ([]byte, error)
	// AppendResult appends a Completion with a result; nil is the null result.
	AppendResult(dst []byte, id string, result any) ([]byte, error)
	// AppendVoid appends a Completion with neither result nor error, which is how a stream ends.
	AppendVoid(dst []byte, id string) []byte
	// AppendError appends a Completion with an error.
	AppendError(dst []byte, id, text string) []byte
	AppendCancel(dst []byte, id string) []byte
	AppendPing(dst []byte) []byte
	// AppendClose appends a Close. An empty text is left out.
	AppendClose(dst []byte, text string, allowReconnect bool) []byte
	AppendAck(dst []byte, sequence int64) []byte
	AppendSequence(dst []byte, sequence int64) []byte

	// JSON returns an encoded value as JSON. The result may alias value.
	JSON(value []byte) ([]byte, error)
	// Bind decodes an encoded value into what dst points to.
	Bind(value []byte, dst any) error
	// Headers reads encoded headers (Message.Headers) into a map.
	Headers(encoded []byte) (map[string]string, error)
}

// JSONAppender is a value that is already JSON, or knows how to become it. What it appends must be one JSON value in
// UTF-8; it is not checked.
type JSONAppender interface {
	AppendJSON(dst []byte) []byte
}

// MessagePackAppender is a value that is already MessagePack, or knows how to become it. What it appends must be one
// MessagePack value; it is not checked.
type MessagePackAppender interface {
	AppendMessagePack(dst []byte) []byte
}

// ByName returns the protocol with that name in a handshake. Names are matched without regard to case.
func ByName(name string) (Protocol, bool) {
	for _, p := range []Protocol{JSON{}, MessagePack{}} {
		if equalFold(name, p.Name()) {
			return p, true
		}
	}
	return nil, false
}

// equalFold compares without regard to the case of ASCII letters.
func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		x, y := a[i], b[i]
		if 'A' <= x && x <= 'Z' {
			x += 'a' - 'A'
		}
		if 'A' <= y && y <= 'Z' {
			y += 'a' - 'A'
		}
		if x != y {
			return false
		}
	}
	return true
}
