package signalr

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestHandshakeIsRefused(t *testing.T) {
	tests := []struct{ name, request, want string }{
		{"unknown protocol", `{"protocol":"xml","version":1}`, `{"error":"The protocol 'xml' is not supported."}`},
		{"version too new", `{"protocol":"json","version":3}`, `{"error":"The server does not support version 3 of the 'json' protocol."}`},
		{"no protocol", `{"version":1}`, `{"error":"An unexpected error occurred during connection handshake."}`},
		{"no version", `{"protocol":"json"}`, `{"error":"An unexpected error occurred during connection handshake."}`},
		{"no JSON", `hello`, `{"error":"An unexpected error occurred during connection handshake."}`},
		{"version is no number", `{"protocol":"json","version":"1"}`, `{"error":"An unexpected error occurred during connection handshake."}`},
		{"too long", `{"protocol":"` + strings.Repeat("x", 33000), `{"error":"Handshake was canceled."}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			connected := false
			w := newWorld(t, &funcHub{connected: func(*Conn) error { connected = true; return nil }}, Options{})
			p := w.dial()
			p.sendAside(test.request + "\x1e")
			p.expect(test.want)
			p.expectEnd(1000)
			if connected {
				t.Error("the hub was given the connection")
			}
		})
	}
}

func TestHandshakeIsAccepted(t *testing.T) {
	for _, request := range []string{
		`{"protocol":"json","version":1}`, `{"protocol":"JSON","version":1}`, `{"version":2,"protocol":"json","more":{"a":[1]}}`,
	} {
		w := newWorld(t, echoHub(), Options{})
		p := w.dial()
		p.record(request)
		p.expect(`{}`)
	}
}

func TestHandshakeMayComeInPartsAndWithMessagesBehindIt(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.dial()
	p.send(`{"protocol":"js`)
	p.send(`on","version":1}` + "\x1e" + `{"type":1,"invocationId":"1","target":"E","argu`)
	p.send(`ments":[7]}` + "\x1e")
	p.expect(`{}`)
	p.expect(`{"type":3,"invocationId":"1","result":7}`)
}

func TestHandshakeTimesOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.dial()
		start := time.Now()
		p.expect(`{"error":"Handshake was canceled."}`)
		if took := time.Since(start); took < 15*time.Second || took > 17*time.Second {
			t.Errorf("after %v", took)
		}
		p.expectEnd(1000)
	})
}

func TestHubMayRefuseAConnection(t *testing.T) {
	for name, refuse := range map[string]func(*Conn) error{
		"error": func(*Conn) error { return errors.New("secret") },
		"panic": func(*Conn) error { panic("secret") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, &funcHub{
				connected:    refuse,
				disconnected: func(*Conn, error) { t.Error("told of the end of a connection it never had") },
			}, Options{})
			p := w.dial()
			p.record(`{"protocol":"json","version":1}`)
			p.expect(`{}`)
			p.expect(`{"type":7,"error":"Connection closed with an error."}`)
			p.expectEnd(1000)
		})
	}
}
