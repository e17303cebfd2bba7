package signalr

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestWhatIsDue(t *testing.T) {
	const s = time.Second
	tests := []struct {
		name      string
		phase     phase
		transport Transport
		times     times
		received  time.Duration
		now       time.Duration
		want      due
	}{
		{"new, within its time", phaseNew, 0, times{deadline: 15 * s}, 0, 14 * s, dueNothing},
		{"new, nobody came", phaseNew, 0, times{deadline: 15 * s}, 0, 15 * s, dueReap},
		{"waiting for the handshake", phaseStarting, WebSockets, times{deadline: 15 * s}, 0, 14 * s, dueNothing},
		{"no handshake", phaseStarting, WebSockets, times{deadline: 15 * s}, 0, 15 * s, dueHandshakeTimeout},
		{"open and quiet", phaseOpen, WebSockets, times{nextPing: 15 * s}, 0, 14 * s, dueNothing},
		{"ping", phaseOpen, WebSockets, times{nextPing: 15 * s}, 0, 15 * s, duePing},
		{"ping on a stream", phaseOpen, ServerSentEvents, times{nextPing: 15 * s}, 0, 15 * s, duePing},
		{"no ping on polls", phaseOpen, LongPolling, times{nextPing: 15 * s}, 0, 15 * s, dueNothing},
		{"silent client that never pinged", phaseOpen, WebSockets, times{nextPing: 999 * s}, 0, 500 * s, dueNothing},
		{"silent client that pinged", phaseOpen, WebSockets, times{nextPing: 999 * s, pinged: true}, 10 * s, 41 * s, dueClientTimeout},
		{"client that pinged lately", phaseOpen, WebSockets, times{nextPing: 999 * s, pinged: true}, 11 * s, 41 * s, dueNothing},
		{"client that polls does not ping", phaseOpen, LongPolling, times{pinged: true}, 10 * s, 400 * s, dueNothing},
		{"write within its time", phaseOpen, WebSockets, times{nextPing: 999 * s, writing: 5 * s}, 0, 15 * s, dueNothing},
		{"write stuck", phaseOpen, WebSockets, times{nextPing: 999 * s, writing: 5 * s}, 0, 16 * s, dueSendTimeout},
		{"write stuck while closing", phaseClosing, WebSockets, times{deadline: 999 * s, writing: 5 * s}, 0, 16 * s, dueSendTimeout},
		{"authentication valid", phaseOpen, WebSockets, times{nextPing: 999 * s, expires: 60 * s}, 0, 59 * s, dueNothing},
		{"authentication expired", phaseOpen, WebSockets, times{nextPing: 999 * s, expires: 60 * s}, 0, 60 * s, dueExpired},
		{"socket away", phaseOpen, WebSockets, times{away: true, deadline: 20 * s, nextPing: 1, pinged: true}, 0, 19 * s, dueNothing},
		{"socket did not come back", phaseOpen, WebSockets, times{away: true, deadline: 20 * s}, 0, 20 * s, dueLost},
		{"waiting for an acknowledgement", phaseOpen, WebSockets, times{nextPing: 999 * s, blocked: 10 * s}, 0, 15 * s, dueNothing},
		{"no acknowledgement", phaseOpen, WebSockets, times{nextPing: 999 * s, blocked: 10 * s}, 0, 16 * s, dueUnacknowledged},
		{"closing", phaseClosing, WebSockets, times{deadline: 20 * s}, 0, 19 * s, dueNothing},
		{"closing takes too long", phaseClosing, WebSockets, times{deadline: 20 * s}, 0, 20 * s, dueCut},
		{"ended", phaseEnded, WebSockets, times{deadline: 1}, 0, 20 * s, dueNothing},
	}
	o := Options{}.withDefaults()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := test.times
			if got := test.times.whatIsDue(test.phase, test.transport, test.received, test.now, &o); got != test.want {
				t.Errorf("due %d, not %d", got, test.want)
			}
			if test.times != before {
				t.Error("deciding changed something")
			}
		})
	}
}

func TestServerPings(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connect()
		last := time.Now()
		for range 10 {
			record, err := p.read()
			if err != nil || record != `{"type":6}` {
				t.Fatalf("%q %v", record, err)
			}
			if gap := time.Since(last); gap < 15*time.Second || gap > 17*time.Second {
				t.Errorf("ping after %v", gap)
			}
			last = time.Now()
		}
	})
}

func TestSilentClientIsDisconnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ended error
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { ended = err }}, Options{})
		p := w.connect()
		p.record(`{"type":6}`)
		start := time.Now()
		p.expect(`{"type":7,"error":"Connection closed with an error.","allowReconnect":true}`)
		if took := time.Since(start); took < 30*time.Second || took > 33*time.Second {
			t.Errorf("after %v", took)
		}
		p.expectEnd(1000)
		synctest.Wait()
		if ended == nil || ended.Error() != ErrClientTimeout.Error() {
			t.Errorf("hub was told %v", ended)
		}
	})
}

func TestClientThatNeverPingsIsNotDisconnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connect()
		go func() {
			time.Sleep(5 * time.Minute)
			p.record(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}`)
		}()
		p.expect(`{"type":3,"invocationId":"1","result":1}`)
	})
}

func TestAnythingReceivedKeepsTheConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connect()
		p.record(`{"type":6}`)
		go func() {
			for range 20 {
				time.Sleep(20 * time.Second)
				p.record(`{"type":1,"target":"E","arguments":[1]}`)
			}
			p.record(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}`)
		}()
		p.expect(`{"type":3,"invocationId":"1","result":1}`)
	})
}

func TestUnusedNegotiationsAreReaped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		token := w.negotiate("?negotiateVersion=1").ConnectionToken
		time.Sleep(14 * time.Second)
		if w.server.lookup(token) == nil {
			t.Error("reaped too early")
		}
		time.Sleep(3 * time.Second)
		if w.server.lookup(token) != nil {
			t.Error("not reaped")
		}
		w.server.mu.Lock()
		defer w.server.mu.Unlock()
		if w.server.stopSweep != nil {
			t.Error("sweeps although there are no connections")
		}
	})
}

func TestClientThatDoesNotCloseIsCut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) { inv.Conn().Close("", false) }}, Options{})
		p := w.connect()
		p.socket.SetCloseHandler(func(int, string) error { return nil })
		p.record(`{"type":1,"target":"Leave","arguments":[]}`)
		p.expect(`{"type":7}`)
		p.expectEnd(1000)
		start := time.Now()
		// The socket itself is still open: nothing has answered the server's close frame.
		if _, err := p.socket.NetConn().Read(make([]byte, 1)); err == nil {
			t.Error("more came")
		}
		if took := time.Since(start); took < 4*time.Second || took > 7*time.Second {
			t.Errorf("cut after %v", took)
		}
	})
}
