package hubprotocol

import (
	"errors"
	"testing"
)

func TestHandshakeRequest(t *testing.T) {
	for record, want := range map[string]HandshakeRequest{
		`{"protocol":"json","version":1}`:              {"json", 1},
		`{ "version" : 2 , "protocol" : "x\u0079" }`:   {"xy", 2},
		`{"protocol":"json","version":1,"more":[{}]} `: {"json", 1},
	} {
		if got, err := ParseHandshakeRequest([]byte(record)); err != nil || got != want {
			t.Errorf("%s: %+v, %v", record, got, err)
		}
	}
	for _, record := range []string{
		``, `{}`, `[]`, `{"protocol":"json"}`, `{"version":1}`, `{"protocol":1,"version":1}`, `{"protocol":"json","version":"1"}`,
		`{"protocol":"json","version":1.5}`, `{"protocol":"json","version":1}x`, `{"protocol":"json","version":1`, `{"protocol":"json","version":null}`,
	} {
		if got, err := ParseHandshakeRequest([]byte(record)); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %+v, %v", record, got, err)
		}
	}
	written := AppendHandshakeRequest(nil, "json", 1)
	record, size, err := SplitHandshake(append(written, "more"...), 100)
	if got, parseErr := ParseHandshakeRequest(record); err != nil || parseErr != nil || size != len(written) || got != (HandshakeRequest{"json", 1}) {
		t.Errorf("%q: %+v", written, got)
	}
}

func TestHandshakeResponse(t *testing.T) {
	for _, text := range []string{"", `The protocol "x" is not supported.`} {
		written := AppendHandshakeResponse(nil, text)
		got, size, err := ParseHandshakeResponse(append(written, "more"...))
		if got != text || size != len(written) || err != nil {
			t.Errorf("%s: %q %d %v", written, got, size, err)
		}
	}
	if _, size, err := ParseHandshakeResponse([]byte(`{"err`)); size != 0 || err != nil {
		t.Error("incomplete")
	}
	for _, record := range []string{`{"type":6}`, `{"error":1}`, `x`, `{"error"}`} {
		if _, _, err := ParseHandshakeResponse([]byte(record + "\x1e")); err == nil {
			t.Errorf("%s is a response", record)
		}
	}
}
