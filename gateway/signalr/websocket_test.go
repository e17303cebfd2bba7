package signalr

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

func TestOneFrameMayHoldManyMessages(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.connect()
	var frame strings.Builder
	payload := strings.Repeat("x", 2000)
	for i := range 200 {
		fmt.Fprintf(&frame, `{"type":1,"invocationId":"%d","target":"E","arguments":["%s"]}`+"\x1e", i, payload)
	}
	p.sendAside(frame.String())
	for i := range 200 {
		p.expect(fmt.Sprintf(`{"type":3,"invocationId":"%d","result":"%s"}`, i, payload))
	}
}

func TestOneMessageMaySpanFrames(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.connect()
	for _, c := range `{"type":1,"invocationId":"1","target":"E","arguments":["äöü"]}` + "\x1e" {
		p.send(string(c))
	}
	p.expect(`{"type":3,"invocationId":"1","result":"äöü"}`)
	// The same in fragments of one WebSocket message.
	writer, err := p.socket.NextWriter(websocket.TextMessage)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`{"type":1,"invocationId":"2",`, `"target":"E","arguments":[2]}` + "\x1e" + `{"type":1,"invoc`, `ationId":"3","target":"E","arguments":[3]}` + "\x1e"} {
		if _, err := writer.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	p.expect(`{"type":3,"invocationId":"2","result":2}`)
	p.expect(`{"type":3,"invocationId":"3","result":3}`)
}

func TestMessageSizeIsLimitedNotFrameSize(t *testing.T) {
	const limit = 32768
	message := func(size int) string {
		head, tail := `{"type":1,"invocationId":"1","target":"E","arguments":["`, `"]}`+"\x1e"
		return head + strings.Repeat("x", size-len(head)-len(tail)) + tail
	}
	for _, size := range []int{limit - 1, limit} {
		w := newWorld(t, echoHub(), Options{})
		p := w.connect()
		p.sendAside(message(size) + message(size))
		for range 2 {
			if got := p.next(); !strings.HasPrefix(got, `{"type":3,"invocationId":"1","result":"xxx`) {
				t.Fatalf("%d bytes: received %.200s", size, got)
			}
		}
	}
	for _, data := range []string{message(limit + 1), message(limit + 1)[:limit+1], message(5 * limit)} {
		w := newWorld(t, echoHub(), Options{})
		p := w.connect()
		p.sendAside(data)
		p.expect(`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`)
		p.expectEnd(1000)
	}
}

func TestBinaryFramesAreTakenToo(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.dial()
	if err := p.socket.WriteMessage(websocket.BinaryMessage, []byte(`{"protocol":"json","version":1}`+"\x1e")); err != nil {
		t.Fatal(err)
	}
	p.expect("{}")
}

func TestPingFramesAreAnswered(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.connect()
	pong := make(chan string, 1)
	p.socket.SetPongHandler(func(data string) error { pong <- data; return nil })
	// The pipe has no buffer: the server's pong waits until the client reads.
	go func() {
		_ = p.socket.WriteMessage(websocket.PingMessage, []byte("hi"))
		p.record(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}`)
	}()
	p.next()
	if got := <-pong; got != "hi" {
		t.Errorf("pong %q", got)
	}
}

func TestUnknownKindsAndMembersAreIgnored(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p := w.connect()
	p.record(`{"type":42,"what":{"ever":[1,2,{}]}}`)
	p.record(`{"type":3,"invocationId":"nobody's","result":1}`)
	p.record(`{"type":2,"invocationId":"nobody's","item":1}`)
	p.record(`{"type":8,"sequenceId":5}`)
	p.record(`{"type":9,"sequenceId":5}`)
	p.record(`{"more":true,"type":1,"invocationId":"1","target":"E","arguments":[1],"headers":{"traceparent":"x"}}`)
	p.expect(`{"type":3,"invocationId":"1","result":1}`)
}
