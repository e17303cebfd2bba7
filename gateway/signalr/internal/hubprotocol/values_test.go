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
