package hubprotocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// comparable turns what a protocol read into what can be compared: payloads as JSON, nothing empty told from nothing.
func comparable(t testing.TB, p Protocol, m Message) Message {
	t.Helper()
	for _, value := range []*[]byte{&m.Arguments, &m.Payload} {
		if *value == nil {
			continue
		}
		text, err := p.JSON(*value)
		if err != nil {
			t.Fatalf("value %x is not JSON: %v", *value, err)
		}
		*value = text
	}
	if len(m.StreamIDs) == 0 {
		m.StreamIDs = nil
	}
	m.Headers, m.Bounds = nil, nil
	return m
}

func TestParse(t *testing.T) {
	for _, test := range wireCases {
		t.Run(test.name, func(t *testing.T) {
			for _, in := range []struct {
				protocol Protocol
				record   []byte
			}{{JSON{}, []byte(test.json)}, {MessagePack{}, unhex(t, test.pack)}} {
				var m Message
				if err := in.protocol.Parse(in.record, &m); err != nil {
					t.Errorf("%s: %v", in.protocol.Name(), err)
					continue
				}
				if got := comparable(t, in.protocol, m); !reflect.DeepEqual(got, test.want) {
					t.Errorf("%s: got %+v\nnot %+v", in.protocol.Name(), got, test.want)
				}
			}
		})
	}
}

// write writes a message, with payloads that are JSON.
func write(t testing.TB, p Protocol, m Message) []byte {
	t.Helper()
	var out []byte
	var err error
	id := string(m.InvocationID)
	switch m.Kind {
	case Invocation, StreamInvocation:
		var raw []json.RawMessage
		if err := json.Unmarshal(m.Arguments, &raw); err != nil {
			t.Fatal(err)
		}
		args := make([]any, len(raw))
		for i := range raw {
			args[i] = raw[i]
		}
		out, err = p.AppendInvocation(nil, m.Kind == StreamInvocation, id, string(m.Target), args, m.StreamIDs)
	case StreamItem:
		out, err = p.AppendStreamItem(nil, id, json.RawMessage(m.Payload))
	case Completion:
		switch {
		case m.HasError:
			out = p.AppendError(nil, id, m.Error)
		case m.Payload != nil:
			out, err = p.AppendResult(nil, id, json.RawMessage(m.Payload))
		default:
			out = p.AppendVoid(nil, id)
		}
	case CancelInvocation:
		out = p.AppendCancel(nil, id)
	case Ping:
		out = p.AppendPing(nil)
	case Close:
		out = p.AppendClose(nil, m.Error, m.AllowReconnect)
	case Ack:
		out = p.AppendAck(nil, m.SequenceID)
	case Sequence:
		out = p.AppendSequence(nil, m.SequenceID)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAppend(t *testing.T) {
	for _, test := range wireCases {
		if test.oneWay {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			if got := string(write(t, JSON{}, test.want)); got != test.json+"\x1e" {
				t.Errorf("wrote %s", got)
			}
			packed := unhex(t, test.pack)
			want := append([]byte{byte(len(packed))}, packed...)
			if got := write(t, MessagePack{}, test.want); !bytes.Equal(got, want) {
				t.Errorf("wrote %x\n  not %x", got, want)
			}
		})
	}
}

func TestParseRefusesWhatIsBroken(t *testing.T) {
	var m Message
	for _, record := range brokenJSON {
		if err := (JSON{}).Parse([]byte(record), &m); !errors.Is(err, ErrInvalid) {
			t.Errorf("%.100s: %v", record, err)
		}
	}
	for _, record := range brokenPack {
		if err := (MessagePack{}).Parse(unhex(t, record), &m); !errors.Is(err, ErrInvalid) {
			t.Errorf("%.100s: %v", record, err)
		}
	}
	// Every part of a whole message is broken too.
	for _, test := range wireCases {
		packed := unhex(t, test.pack)
		for i := range packed {
			if err := (MessagePack{}).Parse(packed[:i], &m); !errors.Is(err, ErrInvalid) && m.Kind.Known() {
				t.Errorf("%x: %v", packed[:i], err)
			}
		}
		for i := range test.json {
			if err := (JSON{}).Parse([]byte(test.json[:i]), &m); !errors.Is(err, ErrInvalid) {
				t.Errorf("%s: %v", test.json[:i], err)
			}
		}
	}
}

func TestDepthIsLimited(t *testing.T) {
	deep := `{"type":1,"target":"M","arguments":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `}`
	var m Message
	if err := (JSON{}).Parse([]byte(deep), &m); err != nil {
		t.Errorf("63 levels of arguments: %v", err)
	}
}

func TestBoundsAndHeaders(t *testing.T) {
	for _, in := range []struct {
		protocol      Protocol
		record        []byte
		headers       []byte
		first, second []byte
	}{
		{JSON{}, []byte(`{"arguments": [ {"a": [1]} , 2],"type":1,"target":"M"}`), []byte(`{"a":"b","c\"":"d"}`), []byte(`{"a": [1]}`), []byte("2")},
		{MessagePack{}, unhex(t, "95 01 80 c0 a14d 92 81a16191 01 02"), unhex(t, "82 a161 a162 a26322 a164"), unhex(t, "81a1619101"), []byte{2}},
	} {
		m := Message{Bounds: []Bound{{7, 8}}}
		if err := in.protocol.Parse(in.record, &m); err != nil || len(m.Bounds) != 2 {
			t.Fatalf("%s: %v, %v", in.protocol.Name(), m.Bounds, err)
		}
		for i, want := range [][]byte{in.first, in.second} {
			if got := m.Arguments[m.Bounds[i].Start:m.Bounds[i].End]; !bytes.Equal(got, want) {
				t.Errorf("%s: argument %d is %q", in.protocol.Name(), i, got)
			}
		}
		headers, err := in.protocol.Headers(in.headers)
		if err != nil || !reflect.DeepEqual(headers, map[string]string{"a": "b", `c"`: "d"}) {
			t.Errorf("%s: %v, %v", in.protocol.Name(), headers, err)
		}
		if headers, err = in.protocol.Headers(nil); err != nil || headers != nil {
			t.Errorf("%s: %v, %v", in.protocol.Name(), headers, err)
		}
	}
}

func TestStringsAreCheckedByteByByteAndInSteps(t *testing.T) {
	// Whatever is special is found wherever it stands.
	for length := range 40 {
		plain := strings.Repeat("x", length)
		for special, valid := range map[string]bool{"": true, `\"`: true, `\\`: true, "é": true, "\x7f": true, "\x1f": false, "\x00": false, "\xff": false, `\`: false, `"`: false} {
			for at := range length + 1 {
				record := `{"type":6,"x":"` + plain[:at] + special + plain[at:] + `"}`
				var m Message
				err := JSON{}.Parse([]byte(record), &m)
				// A backslash in front of an x is an error at any place, in front of the quote it hides the end.
				if valid != (err == nil) {
					t.Fatalf("%q: %v", record, err)
				}
			}
		}
	}
}

func TestMapPartsAreJoined(t *testing.T) {
	own, err := NewMapPart([]byte(`{"a":1}`))
	if err != nil {
		t.Fatal(err)
	}
	var many strings.Builder
	for i := range 20 {
		many.WriteString(`,"` + string(rune('b'+i)) + `":0`)
	}
	rest, err := NewMapPart([]byte("{" + many.String()[1:] + "}"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := AppendAsJSON(nil, AppendMapAsMessagePack(nil, own, rest))
	if want := `{"a":1` + many.String() + `}`; err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := NewMapPart([]byte(`[]`)); err == nil {
		t.Error("an array has no members")
	}
}

func TestByName(t *testing.T) {
	for name, want := range map[string]string{"json": "json", "Json": "json", "MESSAGEPACK": "messagepack"} {
		if p, ok := ByName(name); !ok || p.Name() != want {
			t.Errorf("%s is %v", name, p)
		}
	}
	for _, name := range []string{"", "xml", "jsonx"} {
		if _, ok := ByName(name); ok {
			t.Errorf("%q is known", name)
		}
	}
}
