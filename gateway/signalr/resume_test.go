package signalr

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// connectStateful negotiates stateful reconnect and opens the connection.
func (w *world) connectStateful() (p *peer, url string) {
	w.t.Helper()
	n := w.negotiate("?negotiateVersion=1&useStatefulReconnect=true")
	if !n.UseStatefulReconnect {
		w.t.Fatal("stateful reconnect is refused")
	}
	url = "/hub?id=" + n.ConnectionToken
	p = w.reopen(url)
	p.send(`{"protocol":"json","version":2}` + "\x1e")
	p.expect(`{}`)
	return p, url
}

// reopen opens a socket to a connection that there is.
func (w *world) reopen(url string) *peer {
	w.t.Helper()
	p, _, err := w.socket(url, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(p.drop)
	return p
}

func call(id int) string {
	return fmt.Sprintf(`{"type":1,"invocationId":"%d","target":"E","arguments":[%d]}`, id, id)
}

func result(id int) string {
	return fmt.Sprintf(`{"type":3,"invocationId":"%d","result":%d}`, id, id)
}

func TestStatefulReconnect(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		connects, ends := 0, 0
		hub := echoHub()
		hub.connected = func(*Conn) error { connects++; return nil }
		hub.disconnected = func(*Conn, error) { ends++ }
		w := newWorld(t, hub, Options{})
		p, url := w.connectStateful()
		p.record(call(1))
		p.expect(result(1))
		p.record(call(2))
		synctest.Wait()
		// The socket breaks: result 2 was not read, call 3 was not sent, and something is sent meanwhile.
		p.drop()
		synctest.Wait()
		if err := w.server.Clients().All().Send("M"); err != nil {
			t.Error(err)
		}
		p = w.reopen(url)
		// Nothing was acknowledged, so everything counted comes again.
		p.expect(`{"type":9,"sequenceId":1}`)
		p.expect(result(1))
		p.expect(result(2))
		p.expect(`{"type":1,"target":"M","arguments":[]}`)
		// Until the client has said where it begins, nothing else counts.
		p.record(call(99))
		p.record(`{"type":9,"sequenceId":2}`)
		p.record(call(2))
		p.record(call(3))
		p.expect(result(3))
		// The server acknowledges once a second what it has handled.
		p.expect(`{"type":8,"sequenceId":3}`)
		p.record(`{"type":8,"sequenceId":4}`)
		time.Sleep(time.Second)
		// The old socket is still there when the next one comes.
		old := p
		p = w.reopen(url)
		p.expect(`{"type":9,"sequenceId":5}`)
		p.record(`{"type":9,"sequenceId":4}`)
		p.record(call(4))
		p.expect(result(4))
		if _, err := old.read(); err == nil {
			t.Error("the old socket lives on")
		}
		if connects != 1 || ends != 0 {
			t.Errorf("%d connects, %d ends", connects, ends)
		}
	})
}

func TestStatefulReconnectIsRefusedAfterTheEnd(t *testing.T) {
	ways := map[string]func(w *world, p *peer){
		"closed by the hub": func(w *world, p *peer) {
			w.server.Clients().All().Close("", true)
			p.expect(`{"type":7,"allowReconnect":true}`)
		},
		"closed by the client": func(_ *world, p *peer) {
			p.record(`{"type":7}`)
			p.expect(`{"type":7}`)
		},
		"close frame of the client": func(_ *world, p *peer) {
			_ = p.socket.WriteMessage(8, nil)
			p.expectEnd(1000)
		},
		"closed while away": func(w *world, p *peer) {
			p.drop()
			synctest.Wait()
			w.server.Clients().All().Close("", true)
		},
		"away too long": func(_ *world, p *peer) {
			p.drop()
			time.Sleep(17 * time.Second)
		},
		"protocol error": func(_ *world, p *peer) {
			p.record(`{}`)
			p.next()
		},
	}
	for name, end := range ways {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ends := 0
				w := newWorld(t, &funcHub{disconnected: func(*Conn, error) { ends++ }}, Options{})
				p, url := w.connectStateful()
				end(w, p)
				synctest.Wait()
				if _, response, err := w.socket(url, nil); err == nil || response.StatusCode != http.StatusNotFound {
					t.Error("not refused")
				}
				if ends != 1 {
					t.Errorf("hub was told %d times", ends)
				}
			})
		})
	}
}

func TestStatefulReconnectNeedsVersion2(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		url := "/hub?id=" + w.negotiate("?negotiateVersion=1&useStatefulReconnect=true").ConnectionToken
		p := w.reopen(url)
		p.handshake()
		p.record(call(1))
		p.expect(result(1))
		time.Sleep(5 * time.Second)
		p.drop()
		synctest.Wait()
		if _, response, err := w.socket(url, nil); err == nil || response.StatusCode != http.StatusNotFound {
			t.Error("not refused")
		}
	})
}

func TestStatefulReconnectKeepsRunningStreams(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, methodHub(), Options{StatefulReconnectBufferSize: 2000})
		p, url := w.connectStateful()
		p.record(`{"type":4,"invocationId":"1","target":"Count","arguments":[1000]}`)
		got, acked, received := 0, 0, 0
		seen := 0
		for got < 1001 {
			// A socket lives for a while and breaks somewhere.
			for range 83 {
				record, err := p.read()
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(record, `"type":8`) || strings.Contains(record, `"type":6`) {
					continue
				}
				received++
				if received <= seen {
					continue
				}
				seen = received
				want := fmt.Sprintf(`{"type":2,"invocationId":"1","item":%d}`, got)
				if got == 1000 {
					want = `{"type":3,"invocationId":"1"}`
				}
				if record != want {
					t.Fatalf("received %s, not %s", record, want)
				}
				if got++; got == 1001 {
					return
				}
				if got%10 == 0 {
					p.record(fmt.Sprintf(`{"type":8,"sequenceId":%d}`, seen))
					acked = seen
				}
			}
			p.drop()
			synctest.Wait()
			p = w.reopen(url)
			if _, err := fmt.Sscanf(p.next(), `{"type":9,"sequenceId":%d}`, &received); err != nil || received > seen+1 || received < 1 {
				t.Fatalf("begins at %d, %d is acknowledged, %v", received, acked, err)
			}
			received--
			p.record(`{"type":9,"sequenceId":2}`)
		}
	})
}

func TestClientThatAcknowledgesNothingIsDisconnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 1)
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, Options{StatefulReconnectBufferSize: 1000})
		p, _ := w.connectStateful()
		for range 10 {
			_ = w.server.Clients().All().Send("M", strings.Repeat("x", 300))
		}
		start := time.Now()
		n := 0
		for {
			if record := p.next(); strings.HasPrefix(record, `{"type":7`) {
				if record != `{"type":7,"error":"Connection closed because the client did not read fast enough.","allowReconnect":true}` {
					t.Errorf("closed with %s", record)
				}
				break
			}
			n++
		}
		if took := time.Since(start); n != 3 || took < 5*time.Second || took > 8*time.Second {
			t.Errorf("closed after %v and %d messages", took, n)
		}
		if err := <-told; !errors.Is(err, ErrSlowReader) {
			t.Errorf("hub was told %v", err)
		}
	})
}

func TestSilentSocketIsReplaceable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p, url := w.connectStateful()
		p.record(`{"type":6}`)
		for {
			// The server drops the socket, not the connection.
			if _, err := p.read(); err != nil {
				break
			}
		}
		p = w.reopen(url)
		p.expect(`{"type":9,"sequenceId":1}`)
	})
}

func TestSequenceFromTheFutureIsAnError(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p, url := w.connectStateful()
	p.drop()
	p = w.reopen(url)
	p.expect(`{"type":9,"sequenceId":1}`)
	p.record(`{"type":9,"sequenceId":2}`)
	p.expect(`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`)
}

func TestReceivedSequence(t *testing.T) {
	const counted, control = hubprotocol.Invocation, hubprotocol.Ping
	r := received{next: 1}
	for i := range 3 {
		if !r.accept(counted, 10) || !r.accept(control, 5) {
			t.Fatalf("message %d is not taken", i)
		}
	}
	if r.handled != 3 || r.bytes != 30 {
		t.Errorf("%+v", r)
	}
	r.awaiting = true
	if r.accept(counted, 1) || r.accept(control, 1) || !r.accept(hubprotocol.Sequence, 1) {
		t.Error("something counts before the sequence")
	}
	for _, number := range []int64{0, -1, 5} {
		if err := r.sequence(number); !errors.Is(err, ErrInvalidMessage) {
			t.Errorf("sequence %d: %v", number, err)
		}
	}
	if err := r.sequence(2); err != nil {
		t.Error(err)
	}
	for i, want := range []bool{false, false, true, true} {
		if got := r.accept(counted, 1); got != want {
			t.Errorf("message %d: %v", i+2, got)
		}
	}
	// What was acknowledged the client does not send again, even if it did not arrive on this socket.
	r = received{next: 2, handled: 5, awaiting: true}
	if err := r.sequence(6); err != nil || r.next != 6 {
		t.Errorf("%+v, %v", r, err)
	}
}
