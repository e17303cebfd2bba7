package csta

import "time"

// Kind tells requests, responses, events and failures apart.
type Kind uint8

// The kinds of messages.
const (
	// KindRequest asks for a service. Both sides send requests.
	KindRequest Kind = iota + 1
	// KindResponse answers a request that was carried out.
	KindResponse
	// KindEvent reports what has happened to a monitored object.
	KindEvent
	// KindFailure answers a request that was refused: CSTAErrorCode, and the
	// negative responses of ECMA-354.
	KindFailure
)

// String returns the kind in words.
func (k Kind) String() string {
	switch k {
	case KindRequest:
		return "request"
	case KindResponse:
		return "response"
	case KindEvent:
		return "event"
	case KindFailure:
		return "failure"
	default:
		return "unknown"
	}
}

// Message is any message of the vocabulary. Its implementations are the
// generated message structs, by pointer.
type Message interface {
	// Name is the root element's name in ECMA-323 ed6 or ECMA-354, such as
	// "MakeCall" or "DeliveredEvent".
	Name() string
	Kind() Kind
	// Common gives access to what every message may carry.
	Common() *Base

	codec
}

// Event is a message that reports something to a monitor.
type Event interface {
	Message
	// EventName is the name without "Event", as the hub calls it.
	EventName() string
	// Head gives access to what every event carries.
	Head() *EventHead
}

// codec is the generated part of a message.
type codec interface {
	layout() *layout
	appendXML(b []byte, d *Dialect) []byte
	decodeXML(r *xmlReader) bool
	appendJSON(b []byte) []byte
	decodeJSON(r *jsonReader) bool
}

// layout is what is to be known of a message besides its fields.
type layout struct {
	root string
	// answers are the messages that answer a request, separated by blanks.
	answers string
	sender  Sender
	// session messages are in the namespace of ECMA-354.
	session bool
	// own messages are uni-tel's, not the standard's. since is the first
	// edition of ECMA-323 that has a message of the standard, 0 where all have
	// it.
	own   bool
	since int
	// place is where the ECMA dialects have what all messages share, and
	// extensionsUntil the last edition that has extensions, 0 where all have
	// them.
	place           commonPlace
	extensionsUntil int
	// tail appends the fields that stand behind extensions, of the few messages
	// that have such.
	tail appendFunc
	// unitelRoot is the root's name in the unitel dialect, "" where it is the
	// same; unitelNoSpace says that it is in no namespace there.
	unitelRoot    string
	unitelNoSpace bool
	// unitelPrivate are the private fields that the unitel dialect writes, and
	// unitelTail appends the fields that it has behind them.
	unitelPrivate privateMask
	unitelTail    appendFunc
}

// appendFunc appends some of a message's fields.
type appendFunc func(m Message, b []byte, d *Dialect) []byte

// commonPlace is where a message has its security and private data.
type commonPlace uint8

const (
	inExtensions commonPlace = iota
	amongFields              // directly below the message
	nowhere
)

// Base is what every message may carry beyond its own fields. In ECMA XML it
// is the extensions element (CSTACommonArguments).
type Base struct {
	Security *CSTASecurityData
	Private  *PrivateData
}

// Common returns the base itself, for whoever holds a Message.
func (b *Base) Common() *Base { return b }

// The codec of messages that have nothing beyond their base.

func (b *Base) appendXML(dst []byte, _ *Dialect) []byte { return dst }

func (b *Base) appendJSON(dst []byte) []byte { return dst }

func (b *Base) decodeXML(r *xmlReader) bool {
	for r.child() {
		r.common(b)
	}
	return true
}

func (b *Base) decodeJSON(r *jsonReader) bool {
	for r.member() {
		r.common(b)
	}
	return true
}

// RequestID returns the requestID of the private data, "" where there is none.
func (b *Base) RequestID() string {
	if b.Private == nil {
		return ""
	}
	return b.Private.RequestID
}

// EventHead is what every event carries.
type EventHead struct {
	// MonitorCrossRefID names the monitor the event is for.
	MonitorCrossRefID string
	// Position is the event's place in the session's event log. Only a decoded
	// event has one: on its way out, a prepared event gets it from its session.
	Position Position
	// Time is when it happened, to the millisecond.
	Time time.Time
	// Local is the connection of the monitored device. It is not written as
	// such: the unitel dialect has it in the place of the connection that the
	// event is about.
	Local ConnectionID
}

// Head returns the head itself, for whoever holds an Event.
func (h *EventHead) Head() *EventHead { return h }

// localOr returns the monitored device's connection, or that of the event's
// subject where it is not known.
func (h *EventHead) localOr(subject *ConnectionID) *ConnectionID {
	if h.Local.IsZero() {
		return subject
	}
	return &h.Local
}

// Position is a place in a session's event log.
type Position struct {
	// Epoch names the run of the log that Offset counts in; with another epoch
	// the log began anew.
	Epoch string
	// Offset counts the events of the epoch; each is one more than the last.
	Offset uint64
}

// New returns an empty message of the given name, matched without regard to
// case.
func New(name string) (Message, bool) {
	m := newMessage(appendFolded(nil, name))
	return m, m != nil
}

// newMessage returns an empty message for a root name in small letters, nil
// where there is none of that name.
func newMessage(name []byte) Message {
	if create := newMessages[string(name)]; create != nil {
		return create()
	}
	return nil
}
