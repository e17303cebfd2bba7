package hubprotocol

import "encoding/json"

// MessagePack is the hub protocol named "messagepack": each message is a length in LEB128, of at most five bytes, and an
// array that long.
type MessagePack struct{}

// The kinds of a Completion in MessagePack.
const (
	resultError = 1
	resultVoid  = 2
	resultValue = 3
)

// Name implements Protocol.
func (MessagePack) Name() string { return "messagepack" }

// Binary implements Protocol.
func (MessagePack) Binary() bool { return true }

// Split implements Protocol.
func (MessagePack) Split(data []byte, limit int) (record []byte, size int, err error) {
	length := uint64(0)
	for i := range 5 {
		if i == len(data) {
			return nil, 0, nil
		}
		length |= uint64(data[i]&0x7f) << (7 * i)
		if data[i]&0x80 != 0 {
			continue
		}
		head := uint64(i + 1)
		switch {
		case length > 0x7fffffff || head+length > uint64(limit):
			return nil, 0, ErrTooLarge
		case head+length > uint64(len(data)):
			return nil, 0, nil
		}
		return data[head : head+length : head+length], int(head + length), nil
	}
	return nil, 0, invalidf("length prefix of more than five bytes")
}

// least is the number of items that a message of each kind has at least; more are tolerated so that it can grow.
var least = [...]int{
	Invocation: 5, StreamItem: 4, Completion: 4, StreamInvocation: 5, CancelInvocation: 3,
	Ping: 1, Close: 2, Ack: 2, Sequence: 2,
}

// Parse implements Protocol.
func (MessagePack) Parse(record []byte, m *Message) error {
	m.reset()
	u := unpacker{data: record}
	items := u.array("message")
	m.Kind = Kind(u.int("type"))
	if u.err != nil {
		return u.err
	}
	if !m.Kind.Known() {
		return nil
	}
	if items < least[m.Kind] {
		return invalidf("message of type %d has %d items, not %d", m.Kind, items, least[m.Kind])
	}
	read := 2
	if m.Kind.Counted() {
		m.Headers = u.headers()
		m.InvocationID = u.string("invocationId", m.Kind == Invocation)
		read = 3
	}
	switch m.Kind {
	case Invocation, StreamInvocation:
		m.Target = u.string("target", false)
		m.Arguments, m.Bounds = u.arguments(m.Bounds)
		if read = 5; items > read {
			m.StreamIDs = u.strings()
			read++
		}
	case StreamItem:
		m.Payload = u.raw(1)
		read = 4
	case Completion:
		read = u.completion(m, items)
	case Close:
		text := u.string("error", true)
		m.Error, m.HasError = string(text), text != nil
		if items > 2 {
			m.AllowReconnect = u.bool("allowReconnect")
			read++
		}
	case Ack, Sequence:
		m.SequenceID = u.int("sequenceId")
	case Ping:
		read = 1
	case CancelInvocation:
	}
	for ; read < items; read++ {
		u.skip(1)
	}
	if u.err == nil && u.pos != len(record) {
		return invalidf("something follows the message")
	}
	return u.err
}

// completion reads what follows the invocation id and returns the number of items read by then.
func (u *unpacker) completion(m *Message, items int) int {
	kind := u.int("result kind")
	if kind == resultVoid {
		return 4
	}
	if items < 5 {
		u.fail("completion has %d items, not 5", items)
		return items
	}
	switch kind {
	case resultError:
		m.Error, m.HasError = string(u.string("error", false)), true
	case resultValue:
		m.Payload = u.raw(1)
	default:
		u.fail("completion of kind %d", kind)
	}
	return 5
}

func (u *unpacker) bool(what string) bool {
	t := u.next()
	if t.class != classBool {
		u.fail("expected '%s' to be a boolean", what)
	}
	return t.bits != 0
}

// arguments checks an array of any values and returns its bytes, and where in it they lie.
func (u *unpacker) arguments(bounds []Bound) ([]byte, []Bound) {
	start := u.pos
	for n := u.array("arguments"); n > 0 && u.err == nil; n-- {
		at := u.pos
		u.skip(2)
		bounds = append(bounds, Bound{uint32(at - start), uint32(u.pos - start)})
	}
	if u.err != nil {
		return nil, bounds
	}
	return u.data[start:u.pos:u.pos], bounds
}

func (u *unpacker) strings() []string {
	list := []string{}
	for n := u.array("streamIds"); n > 0 && u.err == nil; n-- {
		list = append(list, string(u.string("streamIds", false)))
	}
	return list
}

// headers checks a map of strings and returns its bytes; nil instead of a map is none.
func (u *unpacker) headers() []byte {
	start := u.pos
	t := u.next()
	if t.class == classNil {
		return nil
	}
	if t.class != classMap {
		u.fail("expected 'headers' to be a map")
		return nil
	}
	for n := t.count; n > 0 && u.err == nil; n-- {
		u.string("headers", false)
		u.string("headers", false)
	}
	if u.err != nil || t.count == 0 {
		return nil
	}
	return u.data[start:u.pos:u.pos]
}

// Headers implements Protocol.
func (MessagePack) Headers(encoded []byte) (map[string]string, error) {
	if len(encoded) == 0 {
		return nil, nil
	}
	u := unpacker{data: encoded}
	headers := make(map[string]string)
	for n := u.next().count; n > 0 && u.err == nil; n-- {
		name := string(u.string("headers", false))
		headers[name] = string(u.string("headers", false))
	}
	return headers, u.err
}

// JSON implements Protocol.
func (MessagePack) JSON(value []byte) ([]byte, error) { return AppendAsJSON(nil, value) }

// Bind implements Protocol. The way goes through JSON, so that one set of rules, encoding/json's, says which value fits
// which Go type: integers of any width, floats that are integers, bin for []byte, timestamps for time.Time.
func (p MessagePack) Bind(value []byte, dst any) error {
	text, err := p.JSON(value)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, dst)
}
