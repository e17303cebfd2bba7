package signalr

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// nullWire is a wire that takes everything at once and sends it nowhere.
type nullWire struct{ conn *Conn }

func (w *nullWire) wake() {
	for frame := w.conn.next(); frame != nil; frame = w.conn.next() {
		frame.Release()
	}
}

func (w *nullWire) flush() {
	w.conn.mu.Lock()
	w.wake()
	w.conn.mu.Unlock()
}

func (w *nullWire) cut() {}

// nullConn is a connection over a nullWire.
func nullConn(b *testing.B, hub Hub, protocol string) (*Conn, *nullWire) {
	b.Helper()
	s := NewServer(hub, Options{})
	c := newConn(s, 0, false)
	c.transport, c.phase = WebSockets, phaseStarting
	c.ctx, c.cancel = context.WithCancelCause(context.Background())
	w := &nullWire{c}
	c.wire = w
	if _, err := c.receive(w, 0, fmt.Appendf(nil, `{"protocol":%q,"version":1}`+"\x1e", protocol)); err != nil {
		b.Fatal(err)
	}
	return c, w
}

// BenchmarkCall is what a call costs between the bytes that come and the bytes that go.
func BenchmarkCall(b *testing.B) {
	methods := NewMethods()
	methods.Handle("Echo", Func1(func(_ context.Context, _ *Conn, v json.RawMessage) (json.RawMessage, error) { return v, nil }))
	call := []byte(`{"type":1,"invocationId":"1","target":"Echo","arguments":["` + strings.Repeat("x", 200) + `"]}` + "\x1e")
	b.Run("hub", func(b *testing.B) {
		c, w := nullConn(b, echoHub(), "json")
		b.ReportAllocs()
		for b.Loop() {
			if used, err := c.receive(w, 0, call); used != len(call) || err != nil {
				b.Fatal(used, err)
			}
		}
	})
	b.Run("methods", func(b *testing.B) {
		c, w := nullConn(b, methods, "json")
		b.ReportAllocs()
		for b.Loop() {
			// The reader of a WebSocket runs the call itself.
			used, own, err := c.take(w, 0, call)
			if used != len(call) || err != nil {
				b.Fatal(used, err)
			}
			own.run(nil)
		}
	})
}

// BenchmarkSend is what sending a message of 200 bytes costs up to the queue.
func BenchmarkSend(b *testing.B) {
	type event struct {
		CallID string `json:"callId"`
		Device string `json:"device"`
		Pad    string `json:"pad"`
	}
	values := map[string]any{
		"struct":   event{"42", "200", strings.Repeat("x", 120)},
		"shared":   NewShared([]byte(`{"callId":"42","device":"200","pad":"` + strings.Repeat("x", 120) + `"}`)),
		"prefixed": Prefixed{[]byte(`"offset":7`), NewShared([]byte(`{"callId":"42","device":"200","pad":"` + strings.Repeat("x", 110) + `"}`))},
	}
	for _, protocol := range []string{"json", "messagepack"} {
		for _, name := range []string{"struct", "shared", "prefixed"} {
			b.Run(protocol+"/"+name, func(b *testing.B) {
				c, _ := nullConn(b, echoHub(), protocol)
				value := values[name]
				b.ReportAllocs()
				for b.Loop() {
					if err := c.Send("Delivered", value); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkPublish is what one publication to 1,000 connections costs up to their queues.
func BenchmarkPublish(b *testing.B) {
	s := NewServer(echoHub(), Options{})
	for range 1000 {
		c, _ := nullConn(b, echoHub(), "json")
		c.server = s
		s.roster.add(c)
	}
	value := NewShared([]byte(`{"callId":"42","pad":"` + strings.Repeat("x", 120) + `"}`))
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Clients().All().Send("Delivered", value); err != nil {
			b.Fatal(err)
		}
	}
}
