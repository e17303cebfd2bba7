package signalr

import (
	"sync"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// JSONAppender is a value that is already JSON, or knows how to become it without reflection: an argument, a result or an
// item of a stream. What it appends has to be one JSON value in UTF-8; it is not checked. AppendJSON may be called from any
// goroutine, more than once or not at all.
//
// On MessagePack connections such a value is translated, unless it is a MessagePackAppender too.
type JSONAppender interface {
	AppendJSON(dst []byte) []byte
}

// MessagePackAppender is a value that is already MessagePack, or knows how to become it.
type MessagePackAppender interface {
	AppendMessagePack(dst []byte) []byte
}

// Message is a call of a method of clients that can be sent to any number of connections and is encoded once for each hub
// protocol, not once for each connection. It must not be changed, and neither must its arguments, once it was sent.
type Message struct {
	target string
	args   []any

	json, messagePack encoding
}

// encoding is a message in one protocol, made when it is first needed.
type encoding struct {
	once   sync.Once
	record []byte
	err    error
}

// NewMessage returns a message that calls target with arguments, as Conn.Send does.
func NewMessage(target string, args ...any) *Message { return &Message{target: target, args: args} }

// record returns the message as a protocol writes it.
func (m *Message) record(p hubprotocol.Protocol) ([]byte, error) {
	e := &m.json
	if p.Binary() {
		e = &m.messagePack
	}
	e.once.Do(func() { e.record, e.err = p.AppendInvocation(nil, false, "", m.target, m.args, nil) })
	return e.record, e.err
}

// SendMessage is Send for a message that goes to other connections too.
func (c *Conn) SendMessage(m *Message) error {
	record, err := m.record(c.protocol)
	if err != nil {
		return err
	}
	return c.enqueue(record)
}

// Shared is a JSON value that is made once and sent to many connections in messages of their own. It is translated to
// MessagePack once, when the first connection needs that.
type Shared struct {
	json []byte

	once sync.Once
	part hubprotocol.MapPart
	pack []byte
}

// NewShared wraps a JSON value, which must not be changed any more.
func NewShared(json []byte) *Shared { return &Shared{json: json} }

// AppendJSON implements JSONAppender.
func (s *Shared) AppendJSON(dst []byte) []byte { return append(dst, s.json...) }

// MarshalJSON implements json.Marshaler.
func (s *Shared) MarshalJSON() ([]byte, error) { return s.json, nil }

// AppendMessagePack implements MessagePackAppender. JSON that is broken becomes nil.
func (s *Shared) AppendMessagePack(dst []byte) []byte {
	s.translate()
	return append(dst, s.pack...)
}

func (s *Shared) translate() {
	s.once.Do(func() {
		var err error
		if s.pack, err = hubprotocol.AppendAsMessagePack(nil, s.json); err != nil {
			s.pack, _ = hubprotocol.AppendAsMessagePack(nil, []byte("null"))
			return
		}
		if part, err := hubprotocol.NewMapPart(s.json); err == nil {
			s.part = part
		}
	})
}

// Prefixed is a JSON object whose first members are a connection's own and whose rest is shared by all: an event with its
// position in each receiver's order, for example.
type Prefixed struct {
	// Members are the first members, without braces: `"epoch":7,"offset":42`.
	Members []byte
	// Rest is the object with the other members.
	Rest *Shared
}

// AppendJSON implements JSONAppender.
func (p Prefixed) AppendJSON(dst []byte) []byte {
	if len(p.Members) == 0 {
		return p.Rest.AppendJSON(dst)
	}
	dst = append(dst, '{')
	dst = append(dst, p.Members...)
	rest := p.Rest.json
	if len(rest) < 2 {
		return append(dst, '}')
	}
	if len(rest) > 2 {
		dst = append(dst, ',')
	}
	return append(dst, rest[1:]...)
}

// AppendMessagePack implements MessagePackAppender. Only the first members are translated for each connection.
func (p Prefixed) AppendMessagePack(dst []byte) []byte {
	p.Rest.translate()
	object := make([]byte, 0, len(p.Members)+2)
	object = append(append(append(object, '{'), p.Members...), '}')
	own, err := hubprotocol.NewMapPart(object)
	if err != nil {
		own = hubprotocol.MapPart{}
	}
	return hubprotocol.AppendMapAsMessagePack(dst, own, p.Rest.part)
}
