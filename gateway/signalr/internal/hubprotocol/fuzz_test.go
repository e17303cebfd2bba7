package hubprotocol

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzJSON checks that what is read as a message is JSON to encoding/json too, and survives being written and read again.
func FuzzJSON(f *testing.F) {
	for _, c := range wireCases {
		f.Add([]byte(c.json))
	}
	for _, record := range brokenJSON {
		f.Add([]byte(record))
	}
	f.Fuzz(func(t *testing.T, record []byte) {
		var m Message
		err := JSON{}.Parse(record, &m)
		if err != nil {
			return
		}
		if !json.Valid(record) {
			t.Fatalf("%q is not JSON", record)
		}
		again(t, JSON{}, m)
	})
}

// FuzzMessagePack does the same for the other protocol.
func FuzzMessagePack(f *testing.F) {
	for _, c := range wireCases {
		f.Add(unhex(f, c.pack))
	}
	for _, record := range brokenPack {
		f.Add(unhex(f, record))
	}
	f.Fuzz(func(t *testing.T, record []byte) {
		var m Message
		if err := (MessagePack{}).Parse(record, &m); err != nil || !m.Kind.Known() {
			return
		}
		for _, value := range [][]byte{m.Arguments, m.Payload} {
			if _, err := (MessagePack{}).JSON(value); value != nil && err != nil {
				return
			}
		}
		again(t, MessagePack{}, m)
	})
}

// again writes a message that was read, reads it, and compares.
func again(t *testing.T, p Protocol, m Message) {
	t.Helper()
	if !m.Kind.Known() || m.HasError && m.Error == "" || m.InvocationID != nil && len(m.InvocationID) == 0 {
		return
	}
	// A message may hold members that its kind does not have. They are read and not looked at.
	if !m.Kind.Counted() {
		m.InvocationID = nil
	}
	if m.Kind != Completion && m.Kind != Close {
		m.Error, m.HasError = "", false
	}
	written := write(t, p, comparable(t, p, m))
	record, size, err := p.Split(written, len(written))
	if err != nil || size != len(written) {
		t.Fatalf("wrote %q, which is %d bytes of a message, %v", written, size, err)
	}
	var back Message
	if err := p.Parse(record, &back); err != nil {
		t.Fatalf("wrote %q, which cannot be read: %v", record, err)
	}
	got, want := comparable(t, p, back), comparable(t, p, m)
	if got.Kind != want.Kind || !bytes.Equal(got.InvocationID, want.InvocationID) || got.Error != want.Error && m.Kind != Completion {
		t.Fatalf("wrote %q: %+v, not %+v", record, got, want)
	}
	if m.Kind == Invocation && (!sameJSON(got.Arguments, want.Arguments) || !bytes.Equal(got.Target, want.Target)) {
		t.Fatalf("wrote %q: %+v, not %+v", record, got, want)
	}
}

func sameJSON(a, b []byte) bool {
	var x, y any
	return json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

// FuzzHandshake checks that no request is read that encoding/json would not read.
func FuzzHandshake(f *testing.F) {
	for _, seed := range []string{
		`{"protocol":"json","version":1}` + "\x1e", `{"protocol":"messagepack","version":2}` + "\x1e" + `more`, `{}` + "\x1e", `{"protocol`, "\x1e",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		record, size, err := SplitHandshake(data, 1000)
		if err != nil || size == 0 {
			return
		}
		request, err := ParseHandshakeRequest(record)
		if err != nil {
			return
		}
		var want struct {
			Protocol string
			Version  int64
		}
		if err := json.Unmarshal(record, &want); err != nil {
			t.Fatalf("%q: %+v, %v", record, request, err)
		}
	})
}

// FuzzTranslate checks that JSON comes back from MessagePack as it went in.
func FuzzTranslate(f *testing.F) {
	for _, seed := range []string{`null`, `[1,-1,1.5,"a",{"b":[]}]`, `18446744073709551615`, `"\ud800"`, `-0`, `1e400`, `{"a":{"a":{}}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		packed, err := AppendAsMessagePack(nil, text)
		if err != nil {
			return
		}
		back, err := AppendAsJSON(nil, packed)
		if err != nil {
			t.Fatalf("%q is %x: %v", text, packed, err)
		}
		if !sameJSON(text, back) {
			t.Fatalf("%q came back as %q", text, back)
		}
	})
}
