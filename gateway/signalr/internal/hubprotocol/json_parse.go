package hubprotocol

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// RecordSeparator ends every record of the JSON protocol, and the handshake of every protocol.
const RecordSeparator = 0x1e

// JSON is the hub protocol named "json": each message is a JSON object followed by RecordSeparator.
type JSON struct{}

// Name implements Protocol.
func (JSON) Name() string { return "json" }

// Binary implements Protocol.
func (JSON) Binary() bool { return false }

// Split implements Protocol.
func (JSON) Split(data []byte, limit int) (record []byte, size int, err error) {
	head := data
	if len(head) > limit {
		head = head[:limit]
	}
	switch i := bytes.IndexByte(head, RecordSeparator); {
	case i >= 0:
		return data[:i], i + 1, nil
	case len(data) >= limit:
		return nil, 0, ErrTooLarge
	}
	return nil, 0, nil
}

// seen remembers which members of an envelope were there, since a nil slice does not tell absent from empty.
type seen struct{ kind, id, target, arguments, item, result, sequence bool }

// Parse implements Protocol. The order of members is free, names are matched with case, unknown members are skipped.
func (JSON) Parse(record []byte, m *Message) error {
	m.reset()
	var has seen
	walk := members{data: record, pos: skipSpace(record, 0)}
	for walk.next() {
		end, err := parseMember(m, &has, walk.key, record, walk.pos)
		if err != nil {
			return err
		}
		walk.pos = end
	}
	if walk.err != nil {
		return walk.err
	}
	if skipSpace(record, walk.pos) != len(record) {
		return invalidf("something follows the JSON object")
	}
	if !has.kind {
		return invalidf("missing required property 'type'")
	}
	return checkMembers(m, &has)
}

// parseMember reads the value at pos of the member called key.
func parseMember(m *Message, has *seen, key, data []byte, pos int) (end int, err error) {
	switch string(key) {
	case "type":
		var n int64
		n, end, err = intAt(data, pos, "type")
		m.Kind, has.kind = Kind(n), true
	case "invocationId":
		m.InvocationID, end, err = stringAt(data, pos, "invocationId")
		has.id = true
	case "target":
		m.Target, end, err = stringAt(data, pos, "target")
		has.target = true
	case "arguments":
		m.Bounds = m.Bounds[:0]
		end, err = skipArray(data, pos, 2, func(start, end int) {
			m.Bounds = append(m.Bounds, Bound{uint32(start - pos), uint32(end - pos)})
		})
		if err == nil {
			m.Arguments, has.arguments = data[pos:end], true
		}
	case "streamIds":
		m.StreamIDs, end, err = stringsAt(data, pos)
	case "item", "result":
		if end, err = skipValue(data, pos, 1); err == nil {
			m.Payload = data[pos:end]
		}
		has.item = has.item || key[0] == 'i'
		has.result = has.result || key[0] == 'r'
	case "error":
		var text []byte
		text, end, err = stringAt(data, pos, "error")
		m.Error, m.HasError = string(text), true
	case "allowReconnect":
		m.AllowReconnect, end, err = boolAt(data, pos)
	case "sequenceId":
		m.SequenceID, end, err = intAt(data, pos, "sequenceId")
		has.sequence = true
	case "headers":
		if end, err = headersAt(data, pos, nil); err == nil {
			m.Headers = data[pos:end]
		}
	default:
		end, err = skipValue(data, pos, 1)
	}
	return end, err
}

// checkMembers tells whether a message has what its kind requires.
func checkMembers(m *Message, has *seen) error {
	switch m.Kind {
	case Invocation, StreamInvocation:
		if m.Kind == StreamInvocation && !has.id {
			return missing("invocationId")
		}
		if !has.target {
			return missing("target")
		}
		if !has.arguments {
			return missing("arguments")
		}
	case StreamItem:
		if !has.id {
			return missing("invocationId")
		}
		if !has.item {
			return missing("item")
		}
	case Completion:
		if !has.id {
			return missing("invocationId")
		}
		if has.result && m.HasError {
			return invalidf("the 'error' and 'result' properties are mutually exclusive")
		}
	case CancelInvocation:
		if !has.id {
			return missing("invocationId")
		}
	case Ack, Sequence:
		if !has.sequence {
			return missing("sequenceId")
		}
	case Ping, Close:
	}
	return nil
}

func missing(property string) error { return invalidf("missing required property '%s'", property) }

// stringAt reads a string; the result aliases data unless the string had escapes.
func stringAt(data []byte, pos int, property string) ([]byte, int, error) {
	if pos >= len(data) || data[pos] != '"' {
		return nil, 0, invalidf("expected '%s' to be a string", property)
	}
	end, escaped, err := skipString(data, pos)
	if err != nil {
		return nil, 0, err
	}
	if !escaped {
		return data[pos+1 : end-1 : end-1], end, nil
	}
	text, err := unescape(data[pos:end])
	return text, end, err
}

// unescape decodes a quoted string that was checked before.
func unescape(quoted []byte) ([]byte, error) {
	var s string
	if err := json.Unmarshal(quoted, &s); err != nil {
		return nil, invalidf("%v", err)
	}
	return []byte(s), nil
}

func intAt(data []byte, pos int, property string) (int64, int, error) {
	if pos+1 < len(data) && '0' <= data[pos] && data[pos] <= '9' && (data[pos+1] == ',' || data[pos+1] == '}') {
		// Nearly every number is a type, and all of these are this short.
		return int64(data[pos] - '0'), pos + 1, nil
	}
	end, err := skipValue(data, pos, 1)
	if err != nil {
		return 0, 0, err
	}
	n, err := strconv.ParseInt(string(data[pos:end]), 10, 64)
	if err != nil {
		return 0, 0, invalidf("expected '%s' to be an integer", property)
	}
	return n, end, nil
}

func boolAt(data []byte, pos int) (bool, int, error) {
	end, err := skipValue(data, pos, 1)
	if err != nil {
		return false, 0, err
	}
	switch string(data[pos:end]) {
	case "true":
		return true, end, nil
	case "false":
		return false, end, nil
	}
	return false, 0, invalidf("expected 'allowReconnect' to be true or false")
}

func stringsAt(data []byte, pos int) ([]string, int, error) {
	list := []string{}
	var bad error
	end, err := skipArray(data, pos, 2, func(start, _ int) {
		s, _, err := stringAt(data, start, "streamIds")
		if err != nil {
			bad = err
			return
		}
		list = append(list, string(s))
	})
	if err == nil {
		err = bad
	}
	return list, end, err
}

// headersAt checks an object of strings and calls each, if it is not nil, with every pair.
func headersAt(data []byte, pos int, each func(name, value []byte)) (int, error) {
	walk := members{data: data, pos: pos}
	for walk.next() {
		value, end, err := stringAt(data, walk.pos, "headers")
		if err != nil {
			return 0, err
		}
		if each != nil {
			each(walk.key, value)
		}
		walk.pos = end
	}
	return walk.pos, walk.err
}

// Headers implements Protocol.
func (JSON) Headers(encoded []byte) (map[string]string, error) {
	if len(encoded) == 0 {
		return nil, nil
	}
	headers := make(map[string]string)
	_, err := headersAt(encoded, 0, func(name, value []byte) { headers[string(name)] = string(value) })
	return headers, err
}

// JSON implements Protocol.
func (JSON) JSON(value []byte) ([]byte, error) { return value, nil }

// Bind implements Protocol. The value was checked before, so what is simple is decoded without a second look.
func (JSON) Bind(value []byte, dst any) error {
	switch d := dst.(type) {
	case *json.RawMessage:
		*d = append((*d)[:0], value...)
		return nil
	case *string:
		if plain := len(value) > 1 && value[0] == '"' && bytes.IndexByte(value, '\\') < 0; plain {
			*d = string(value[1 : len(value)-1])
			return nil
		}
	case *int:
		// What is no integer is left to encoding/json to complain of.
		if n, err := strconv.Atoi(string(value)); err == nil {
			*d = n
			return nil
		}
	}
	return json.Unmarshal(value, dst)
}
