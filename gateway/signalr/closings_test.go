package signalr

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"
)

// TestClosings is the table of all ways in which a connection ends: what the client is told, whether it may come back, and what
// the hub is told.
func TestClosings(t *testing.T) {
	const general = "Connection closed with an error."
	tests := []struct {
		name      string
		end       end
		text      string
		reconnect bool
		// silent: no Close message is sent. hurry: what is queued is dropped, so that it is not behind it.
		silent, hurry bool
		told          error
	}{
		{"the client left", endByClient, "", false, false, false, nil},
		{"Conn.Close, where reason and reconnect are its arguments", endByHub, "", false, false, false, ErrClosed},
		{"OnConnected returned an error", endRefused, general, false, false, false, ErrClosed},
		{"no good handshake", endHandshake, "", false, true, false, ErrHandshake},
		{"protocol error, message too large", endProtocol, general, true, false, false, ErrProtocol},
		{"nothing received", endClientTimeout, general, true, false, false, ErrClientTimeout},
		{"does not keep up", endSlowReader, "Connection closed because the client did not read fast enough.", true, false, true, ErrSlowReader},
		{"one write took too long", endSendTimeout, "", false, true, true, ErrSendTimeout},
		{"socket lost, polls missing", endLost, "", false, true, true, ErrConnectionLost},
		{"authentication expired", endExpired, "", true, false, false, ErrExpired},
		{"shutdown", endShutdown, "", true, false, false, ErrShutdown},
		{"negotiated and not used", endUnused, "", false, true, true, ErrConnectionLost},
	}
	if len(tests) != len(closings) {
		t.Errorf("%d ways in the table, %d there are", len(tests), len(closings))
	}
	cause := errors.New("disk full")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := closingFor(test.end, nil, true)
			want := closing{text: test.text, reconnect: test.reconnect, silent: test.silent, hurry: test.hurry, err: test.told}
			if got != want {
				t.Errorf("is %+v, not %+v", got, want)
			}
			// A cause is for the hub; the client learns of it with detailed errors only, and only where something is wrong.
			discreet, detailed := closingFor(test.end, cause, false), closingFor(test.end, cause, true)
			if discreet.text != test.text || !errors.Is(discreet.err, cause) || test.told != nil && !errors.Is(discreet.err, test.told) {
				t.Errorf("with a cause: %+v", discreet)
			}
			wantText := test.text
			if test.text == general {
				wantText += " Exception: disk full"
			}
			if detailed.text != wantText {
				t.Errorf("with details: %q", detailed.text)
			}
		})
	}
}

// TestWhatEndsAConnection is the same table as clients see it, for the ends that TestCloseReasons has no message to cause.
func TestWhatEndsAConnection(t *testing.T) {
	const (
		general = `{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`
		slow    = `{"type":7,"error":"Connection closed because the client did not read fast enough.","allowReconnect":true}`
	)
	ping := func(w *world) *peer {
		p := w.connect()
		p.record(`{"type":6}`)
		return p
	}
	flood := func(w *world, size int) {
		for range 10 {
			_ = w.server.Clients().All().Send("M", strings.Repeat("x", size))
		}
	}
	tests := []struct {
		name    string
		options Options
		cause   func(w *world) *peer
		// want is the Close message, nothing if there is none. cut: the socket just ends, and not with code 1000.
		want string
		cut  bool
		told error
	}{
		{"client that falls silent", Options{}, ping, general, false, ErrClientTimeout},
		{"authentication that expires", Options{
			Authenticate: func(*http.Request) (Principal, error) { return Principal{Expires: time.Now().Add(time.Minute)}, nil },
		}, (*world).connect, `{"type":7,"allowReconnect":true}`, false, ErrExpired},
		{"queue that runs over", Options{SendQueueSize: 20_000}, func(w *world) *peer {
			p := w.connect()
			flood(w, 10_000)
			return p
		}, slow, false, ErrSlowReader},
		{"reader that has stopped", Options{}, func(w *world) *peer {
			p := w.connect()
			flood(w, 10_000)
			time.Sleep(20 * time.Second)
			return p
		}, "", true, ErrSendTimeout},
		{"client that acknowledges nothing", Options{StatefulReconnectBufferSize: 15_000}, func(w *world) *peer {
			p, _ := w.connectStateful()
			flood(w, 10_000)
			return p
		}, slow, false, ErrSlowReader},
		{"socket that is lost for good", Options{}, func(w *world) *peer {
			p, _ := w.connectStateful()
			p.drop()
			return p
		}, "", true, ErrConnectionLost},
		{"end of one user's connections", Options{Authenticate: tokens(map[string]Principal{"": {UserID: "ann"}})}, func(w *world) *peer {
			p := w.connect()
			if n := w.server.Clients().User("ann").Close("Logged out.", false); n != 1 {
				w.t.Errorf("%d connections closed", n)
			}
			return p
		}, `{"type":7,"error":"Logged out."}`, false, ErrClosed},
		{"shutdown", Options{}, func(w *world) *peer {
			p := w.connect()
			go func() { _ = w.server.Shutdown(w.t.Context()) }()
			return p
		}, `{"type":7,"allowReconnect":true}`, false, ErrShutdown},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				told := make(chan error, 2)
				w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, test.options)
				p := test.cause(w)
				var last string
				var err error
				for err == nil {
					var record string
					if record, err = p.read(); strings.HasPrefix(record, `{"type":7`) {
						last = record
					}
				}
				proper := p.closed != nil && p.closed.Code == websocket.CloseNormalClosure
				if last != test.want || proper == test.cut {
					t.Errorf("client was told %s, and then %v", last, err)
				}
				if err := <-told; !errors.Is(err, test.told) {
					t.Errorf("hub was told %v", err)
				}
			})
		})
	}
}

// TestWireThatComesAtTheLastMoment: a connection is not over while it has a wire, or nobody would look after that any more.
func TestWireThatComesAtTheLastMoment(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	w.connect()
	c := w.server.all(nil)[0]
	c.ended()
	if len(w.server.all(nil)) != 1 {
		t.Error("the connection is gone before its wire")
	}
}

// TestClientThatOnlyAcknowledgesWhatIsOldIsRefused: what a new socket has to begin with must not grow without end.
func TestClientThatOnlyAcknowledgesWhatIsOldIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{SendQueueSize: 1000, StatefulReconnectBufferSize: 1000})
		p, url := w.connectStateful()
		sent := 0
		for socket := 1; ; socket++ {
			for range 10 {
				sent++
				if err := w.server.Clients().All().Send("M"); err != nil {
					t.Fatal(err)
				}
			}
			for range 10 {
				p.expect(`{"type":1,"target":"M","arguments":[]}`)
			}
			p.drop()
			synctest.Wait()
			p = w.reopen(url)
			first, err := p.read()
			if err != nil {
				// Fillers take 30 bytes each.
				if fillers := sent - 10; fillers < 60 || fillers > 80 {
					t.Errorf("refused after %d fillers", fillers)
				}
				break
			}
			if first != `{"type":9,"sequenceId":1}` {
				t.Fatalf("begins with %s", first)
			}
			// It gets fillers for what it has acknowledged, and then what it has not.
			for range sent - 10 {
				p.expect(`{"type":3,"invocationId":"-"}`)
			}
			for range 10 {
				p.expect(`{"type":1,"target":"M","arguments":[]}`)
			}
			p.record(`{"type":9,"sequenceId":1}`)
			p.record(fmt.Sprintf(`{"type":8,"sequenceId":%d}`, sent))
			synctest.Wait()
			if socket > 10 {
				t.Fatal("goes on and on")
			}
		}
	})
}
