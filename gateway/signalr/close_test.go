package signalr

import (
	"errors"
	"testing"
	"testing/synctest"

	"github.com/gorilla/websocket"
)

// TestCloseReasons is the table of what a client and the hub are told at the end of a connection.
func TestCloseReasons(t *testing.T) {
	closes := func(reason string, reconnect bool) func(*Invocation) {
		return func(inv *Invocation) { inv.Conn().Close(reason, reconnect) }
	}
	tests := []struct {
		name    string
		options Options
		hub     func(*Invocation)
		send    string
		// want is the Close message; none is expected if it is empty.
		want string
		// told is what the hub is told, nil if nothing was wrong.
		told error
	}{
		{"hub, without a reason", Options{}, closes("", false), `{"type":1,"target":"M","arguments":[]}`,
			`{"type":7}`, ErrClosed},
		{"hub, with a reason", Options{}, closes("Logged out.", false), `{"type":1,"target":"M","arguments":[]}`,
			`{"type":7,"error":"Logged out."}`, ErrClosed},
		{"hub, to be reconnected", Options{}, closes("Moved.", true), `{"type":1,"target":"M","arguments":[]}`,
			`{"type":7,"error":"Moved.","allowReconnect":true}`, ErrClosed},
		{"client's Close", Options{}, nil, `{"type":7}`, `{"type":7}`, nil},
		{"client's Close with an error", Options{}, nil, `{"type":7,"error":"gave up"}`, `{"type":7}`, &HubError{}},
		{"no JSON", Options{}, nil, `hello`, `{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`, ErrProtocol},
		{"no type", Options{}, nil, `{}`, `{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`, ErrProtocol},
		{"no arguments", Options{}, nil, `{"type":1,"target":"M"}`,
			`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`, ErrProtocol},
		{"result and error", Options{}, nil, `{"type":3,"invocationId":"1","result":1,"error":"x"}`,
			`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`, ErrProtocol},
		{"with details", Options{DetailedErrors: true}, nil, `{"type":1,"arguments":[]}`,
			`{"type":7,"error":"Connection closed with an error. InvalidDataException: invalid hub message: missing required property 'target'","allowReconnect":true}`, ErrProtocol},
		{"message too large", Options{MaxMessageSize: 40}, nil, `{"type":1,"target":"M","arguments":["1234567890"]}`,
			`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`, ErrProtocol},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			told := make(chan error, 2)
			w := newWorld(t, &funcHub{
				invocation:   test.hub,
				disconnected: func(_ *Conn, err error) { told <- err },
			}, test.options)
			p := w.connect()
			p.record(test.send)
			p.expect(test.want)
			p.expectEnd(websocket.CloseNormalClosure)
			err := <-told
			var hub *HubError
			switch {
			case test.told == nil && err != nil, test.told != nil && err == nil:
				t.Errorf("hub was told %v", err)
			case test.told != nil && !errors.Is(err, test.told) && !errors.As(err, &hub):
				t.Errorf("hub was told %v, not %v", err, test.told)
			}
		})
	}
}

func TestEndsWithoutACloseMessage(t *testing.T) {
	tests := []struct {
		name string
		do   func(p *peer)
		told error
	}{
		{"connection breaks", func(p *peer) { p.drop() }, ErrConnectionLost},
		{"client closes its socket", func(p *peer) {
			_ = p.socket.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""))
			p.expectEnd(1000)
		}, nil},
		{"client closes its socket with another code", func(p *peer) {
			_ = p.socket.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(1001, "tab closed"))
			p.expectEnd(1000)
		}, nil},
		{"client closes its socket without a code", func(p *peer) {
			_ = p.socket.WriteMessage(websocket.CloseMessage, nil)
			p.expectEnd(1000)
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			told := make(chan error, 2)
			w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, Options{})
			test.do(w.connect())
			if err := <-told; !errors.Is(err, test.told) {
				t.Errorf("hub was told %v", err)
			}
		})
	}
}

func TestConnectionEndsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ends := 0
		conns := make(chan *Conn, 1)
		w := newWorld(t, &funcHub{
			connected:    func(c *Conn) error { conns <- c; return nil },
			disconnected: func(*Conn, error) { ends++ },
		}, Options{})
		p := w.connect()
		c := <-conns
		for range 10 {
			go c.Close("first", false)
		}
		p.expect(`{"type":7,"error":"first"}`)
		p.expectEnd(1000)
		p.drop()
		synctest.Wait()
		if ends != 1 {
			t.Errorf("hub was told %d times", ends)
		}
		if err := c.Send("M"); !errors.Is(err, ErrClosed) {
			t.Errorf("sending to it: %v", err)
		}
		if c.Context().Err() == nil || w.server.Count() != 0 || len(w.server.all(nil)) != 0 {
			t.Error("something of it is left")
		}
	})
}

func TestWhatWasSentBeforeCloseArrives(t *testing.T) {
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		for i := range 1000 {
			_ = inv.Conn().Send("M", i)
		}
		inv.Complete(nil)
		inv.Conn().Close("done", false)
		_ = inv.Conn().Send("Late")
	}}, Options{})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
	for range 1000 {
		p.next()
	}
	p.expect(`{"type":3,"invocationId":"1","result":null}`)
	p.expect(`{"type":7,"error":"done"}`)
	p.expectEnd(1000)
}

func TestDisconnectedComesAfterTheCallThatRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		var order []string
		w := newWorld(t, &funcHub{
			invocation: func(*Invocation) {
				order = append(order, "called")
				<-hold
				order = append(order, "returned")
			},
			disconnected: func(*Conn, error) { order = append(order, "disconnected") },
		}, Options{})
		p := w.connect()
		p.record(`{"type":1,"target":"M","arguments":[]}`)
		synctest.Wait()
		w.server.Clients().All().Close("", false)
		p.expect(`{"type":7}`)
		close(hold)
		synctest.Wait()
		if len(order) != 3 || order[2] != "disconnected" {
			t.Errorf("order was %v", order)
		}
	})
}
