package hubprotocol

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
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

func TestSplitJSON(t *testing.T) {
	tests := []struct {
		name, data string
		limit      int
		record     string
		size       int
		err        error
	}{
		{"nothing", "", 10, "", 0, nil},
		{"incomplete", "abc", 10, "", 0, nil},
		{"one", "abc\x1e", 10, "abc", 4, nil},
		{"first of two", "a\x1eb\x1e", 10, "a", 2, nil},
		{"empty", "\x1e", 10, "", 1, nil},
		{"as long as allowed", "123456789\x1e", 10, "123456789", 10, nil},
		{"too long", "1234567890\x1e", 10, "", 0, ErrTooLarge},
		{"too long already", "1234567890", 10, "", 0, ErrTooLarge},
		{"not too long yet", "123456789", 10, "", 0, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			record, size, err := JSON{}.Split([]byte(test.data), test.limit)
			if string(record) != test.record || size != test.size || !errors.Is(err, test.err) {
				t.Errorf("%q %d %v", record, size, err)
			}
		})
	}
}

func TestSplitMessagePack(t *testing.T) {
	long := append([]byte{0x80, 0x01}, make([]byte, 128)...)
	tests := []struct {
		name  string
		data  []byte
		limit int
		size  int
		err   error
	}{
		{"nothing", nil, 10, 0, nil},
		{"prefix alone", []byte{3}, 10, 0, nil},
		{"incomplete", []byte{3, 1, 2}, 10, 0, nil},
		{"one", []byte{3, 1, 2, 3}, 10, 4, nil},
		{"more behind it", []byte{1, 1, 2, 3}, 10, 2, nil},
		{"two bytes of prefix", long, 1000, 130, nil},
		{"half a prefix", long[:1], 1000, 0, nil},
		{"as long as allowed", []byte{3, 1, 2, 3}, 4, 4, nil},
		{"too long", []byte{4, 1}, 4, 0, ErrTooLarge},
		{"more than 2 GB", []byte{0xff, 0xff, 0xff, 0xff, 0x0f}, 1 << 62, 0, ErrTooLarge},
		{"prefix of six bytes", []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, 10, 0, ErrInvalid},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, size, err := MessagePack{}.Split(test.data, test.limit)
			if size != test.size || !errors.Is(err, test.err) {
				t.Errorf("%d %v", size, err)
			}
		})
	}
}

type point struct {
	X int    `json:"x"`
	Y string `json:"y,omitempty"`
	Z []byte `json:"z"`
}

type stringer int

func (s stringer) MarshalJSON() ([]byte, error) { return []byte(`"number"`), nil }

func TestValuesAreEncoded(t *testing.T) {
	when := time.Date(2026, 8, 21, 10, 0, 0, 5000, time.UTC)
	tests := []struct {
		name  string
		value any
		json  string
		// back is what MessagePack becomes when it is read as JSON, if it differs.
		back string
	}{
		{"nil", nil, `null`, ""},
		{"string", "a\"\\\n\r\t\x01<>&é\u2028", `"a\"\\\n\r\t\u0001<>&é` + "\u2028" + `"`, ""},
		{"bytes that are no UTF-8", "a\xffb", `"a` + "\ufffd" + `b"`, ""},
		{"record separator", "\x1e", `"\u001e"`, ""},
		{"bool", true, `true`, ""},
		{"int", -5, `-5`, ""},
		{"int32", int32(math.MinInt32), `-2147483648`, ""},
		{"int64", int64(math.MinInt64), `-9223372036854775808`, ""},
		{"uint64", uint64(math.MaxUint64), `18446744073709551615`, ""},
		{"float", 1.5, `1.5`, ""},
		{"large float", 1e30, `1e+30`, ""},
		{"raw", json.RawMessage(`{"a":[1,2.5,null]}`), `{"a":[1,2.5,null]}`, ""},
		{"raw nil", json.RawMessage(nil), `null`, ""},
		{"slice", []any{1, "a", nil}, `[1,"a",null]`, ""},
		{"map", map[string]any{"b": json.RawMessage(`[1]`), "a": 1}, `{"a":1,"b":[1]}`, ""},
		{"struct", point{X: 1, Z: []byte{1, 2}}, `{"x":1,"z":"AQI="}`, ""},
		{"pointer to struct", &point{X: 1, Y: "y"}, `{"x":1,"y":"y","z":null}`, ""},
		{"map of structs", map[string]point{"p": {X: 300}}, `{"p":{"x":300,"z":null}}`, ""},
		{"bytes", []byte("hi"), `"aGk="`, ""},
		{"time", when, `"2026-08-21T10:00:00.000005Z"`, ""},
		{"what only JSON knows how to write", []stringer{1}, `["number"]`, ""},
		{"map with keys that are no strings", map[int]string{1: "a"}, `{"1":"a"}`, ""},
		{"long string", strings.Repeat("x", 70000), `"` + strings.Repeat("x", 70000) + `"`, ""},
		{"long slice", make([]int, 70000), "[" + strings.Repeat("0,", 69999) + "0]", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := appendJSONValue(nil, test.value)
			if err != nil || string(got) != test.json {
				t.Errorf("JSON %.200s, %v", got, err)
			}
			packed, err := appendMPValue(nil, test.value)
			if err != nil {
				t.Fatal(err)
			}
			back, err := AppendAsJSON(nil, packed)
			if err != nil || string(back) != test.json {
				t.Errorf("MessagePack %.200x is %.200s, %v", packed, back, err)
			}
			again, err := AppendAsMessagePack(nil, []byte(test.json))
			if err != nil {
				t.Fatal(err)
			}
			if back, err = AppendAsJSON(nil, again); err != nil || string(back) != test.json {
				t.Errorf("translated %.200x is %.200s, %v", again, back, err)
			}
		})
	}
}

func TestValuesThatCannotBeEncoded(t *testing.T) {
	for _, p := range []Protocol{JSON{}, MessagePack{}} {
		for _, value := range []any{make(chan int), func() {}, []any{func() {}}, map[string]any{"a": func() {}}} {
			if _, err := p.AppendResult(nil, "1", value); err == nil {
				t.Errorf("%s encodes %T", p.Name(), value)
			}
			if _, err := p.AppendInvocation(nil, false, "", "M", []any{value}, nil); err == nil {
				t.Errorf("%s encodes %T", p.Name(), value)
			}
		}
		// A failure must not spoil what comes after it.
		if _, err := p.AppendStreamItem(nil, "1", point{X: 1}); err != nil {
			t.Error(err)
		}
	}
}

func TestMessagePackKeepsWhatJSONHasNoTypeFor(t *testing.T) {
	packed, err := appendMPValue(nil, []byte{1, 2})
	if err != nil || !bytes.Equal(packed, []byte{0xc4, 2, 1, 2}) {
		t.Errorf("bytes %x, %v", packed, err)
	}
	packed, err = appendMPValue(nil, point{Z: []byte{7}})
	if err != nil || !bytes.Contains(packed, []byte{0xc4, 1, 7}) {
		t.Errorf("bytes in a struct %x, %v", packed, err)
	}
	for _, when := range []time.Time{time.Unix(1, 5).UTC(), time.Unix(1<<35, 5).UTC(), time.Unix(-5, 0).UTC()} {
		packed, err = appendMPValue(nil, when)
		u := unpacker{data: packed}
		if back, ok := u.next().time(); err != nil || !ok || !back.Equal(when) {
			t.Errorf("time %x is %v, %v", packed, back, err)
		}
	}
}

func TestTranslationRefusesWhatTheOtherSideCannotSay(t *testing.T) {
	for _, pack := range []string{"cb7ff0000000000000", "cb7ff8000000000001", "d40100", "81c001", "8190 01", "c1", "", "0101", "d6ff", "c70cff"} {
		if got, err := AppendAsJSON(nil, unhex(t, pack)); err == nil {
			t.Errorf("%s is %s", pack, got)
		}
	}
	for _, text := range []string{"", "x", "1 2", "[1", "{\"a\":}", "1e999", strings.Repeat("[", 100), strings.Repeat(`{"a":`, 100)} {
		if got, err := AppendAsMessagePack(nil, []byte(text)); !errors.Is(err, ErrInvalid) {
			t.Errorf("%.50s is %x, %v", text, got, err)
		}
	}
}

func TestBind(t *testing.T) {
	// Whatever width npm's encoder chooses, a number binds by its value.
	for _, pack := range []string{"05", "cc05", "cd0005", "ce00000005", "cf0000000000000005", "d005", "d10005", "d200000005", "d30000000000000005", "cb4014000000000000", "ca40a00000"} {
		var n int
		if err := (MessagePack{}).Bind(unhex(t, pack), &n); err != nil || n != 5 {
			t.Errorf("%s is %d, %v", pack, n, err)
		}
	}
	var p point
	if err := (MessagePack{}).Bind(unhex(t, "83 a158 01 a179 a161 a17a c402 0102"), &p); err != nil || !reflect.DeepEqual(p, point{1, "a", []byte{1, 2}}) {
		t.Errorf("%+v, %v", p, err)
	}
	var when time.Time
	if err := (MessagePack{}).Bind(unhex(t, "d6ff 5f000000"), &when); err != nil || when.Unix() != 0x5f000000 {
		t.Errorf("%v, %v", when, err)
	}
	var n int
	for _, value := range []string{`"a"`, `"5"`, `1.5`, `[]`, `99999999999999999999`} {
		if err := (JSON{}).Bind([]byte(value), &n); err == nil {
			t.Errorf("%s binds to an int", value)
		}
	}
	for value, want := range map[string]int{"5": 5, "-7": -7, "null": 9} {
		n = 9
		if err := (JSON{}).Bind([]byte(value), &n); err != nil || n != want {
			t.Errorf("%s is %d, %v", value, n, err)
		}
	}
	var text string
	for value, want := range map[string]string{`"a"`: "a", `"é"`: "é", `"a\n\u00e9"`: "a\né", `""`: "", `null`: ""} {
		text = ""
		if err := (JSON{}).Bind([]byte(value), &text); err != nil || text != want {
			t.Errorf("%s is %q, %v", value, text, err)
		}
	}
	if err := (JSON{}).Bind([]byte(`7`), &text); err == nil {
		t.Error("a number binds to a string")
	}
	raw := json.RawMessage("old")
	value := []byte(`[1]`)
	if err := (JSON{}).Bind(value, &raw); err != nil || string(raw) != "[1]" {
		t.Errorf("%s, %v", raw, err)
	}
	if value[1] = '2'; string(raw) != "[1]" {
		t.Error("a raw value is not a copy")
	}
	if err := (MessagePack{}).Bind(unhex(t, "d40100"), &n); err == nil {
		t.Error("an extension binds")
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
