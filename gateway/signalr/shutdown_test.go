package signalr

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestShutdownTellsClientsToComeBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 3)
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, Options{})
		socket := w.connect()
		poller := w.connectPolling()
		stream := w.listen()
		stream.handshake()
		w.negotiate("")
		half := w.dial()
		served := make(chan struct{})
		go func() {
			defer close(served)
			socket.expect(`{"type":7,"allowReconnect":true}`)
			socket.expectEnd(1000)
			half.expectEnd(1000)
			if got := stream.event(); got != `{"type":7,"allowReconnect":true}`+"\x1e" {
				t.Errorf("stream: %q", got)
			}
			if _, body := poller.poll(); body != `{"type":7,"allowReconnect":true}`+"\x1e" {
				t.Errorf("poll: %q", body)
			}
			if status, _ := poller.poll(); status != http.StatusNoContent {
				t.Errorf("poll: %d", status)
			}
		}()
		if err := w.server.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		<-served
		for range 3 {
			if err := <-told; !errors.Is(err, ErrShutdown) {
				t.Errorf("hub was told %v", err)
			}
		}
		if response, _ := w.request(http.MethodPost, "/hub/negotiate", "", nil); response.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("negotiate after it: %d", response.StatusCode)
		}
		if _, response, err := w.socket("/hub", nil); err == nil || response.StatusCode != http.StatusServiceUnavailable {
			t.Errorf("websocket after it: %v", err)
		}
	})
}

func TestShutdownIsSpread(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{ShutdownSpread: 10 * time.Second})
		start := time.Now()
		ends := make(chan time.Duration, 10)
		for range 10 {
			p := w.connect()
			go func() {
				p.expect(`{"type":7,"allowReconnect":true}`)
				ends <- time.Since(start)
				p.expectEnd(1000)
			}()
		}
		if err := w.server.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		for i := range 10 {
			if at := <-ends; at < time.Duration(i)*time.Second-time.Millisecond || at > time.Duration(i+1)*time.Second {
				t.Errorf("connection %d was closed after %v", i, at)
			}
		}
	})
}

func TestShutdownDoesNotWaitLongerThanItMay(t *testing.T) {
	hold, held := make(chan struct{}), make(chan struct{})
	w := newWorld(t, &funcHub{invocation: func(*Invocation) { close(held); <-hold }}, Options{})
	p := w.connect()
	p.record(`{"type":1,"target":"M","arguments":[]}`)
	<-held
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.server.Shutdown(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := p.read(); err == nil {
		t.Error("the connection lives on")
	}
	close(hold)
}

func TestShutdownWaitsForMethods(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		finished := false
		hub := NewMethods()
		hub.Handle("Save", Proc0(func(ctx context.Context, _ *Conn) error {
			<-ctx.Done()
			// What has begun takes its time to end well.
			time.Sleep(2 * time.Second)
			finished = true
			return nil
		}))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		p.record(`{"type":1,"target":"Save","arguments":[]}`)
		synctest.Wait()
		go func() {
			p.expect(`{"type":7,"allowReconnect":true}`)
			p.expectEnd(1000)
		}()
		if err := w.server.Shutdown(t.Context()); err != nil || !finished {
			t.Errorf("%v, finished: %v", err, finished)
		}
	})
}
