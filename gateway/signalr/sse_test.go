package signalr

import (
	"bufio"
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// listener is a client of Server-Sent Events.
type listener struct {
	w        *world
	url      string
	response *http.Response
	lines    *bufio.Reader
	cancel   context.CancelFunc
}

func (w *world) listen() *listener {
	w.t.Helper()
	l := &listener{w: w, url: "/hub?id=" + w.negotiate("?negotiateVersion=1").ConnectionToken}
	ctx, cancel := context.WithCancel(w.t.Context())
	l.cancel = cancel
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, "http://hub.test"+l.url, nil)
	r.Header.Set("Accept", "text/event-stream")
	response, err := (&http.Transport{DialContext: w.net.dial, DisableKeepAlives: true}).RoundTrip(r)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		cancel()
		_ = response.Body.Close()
	})
	l.response, l.lines = response, bufio.NewReader(response.Body)
	if line := l.line(); line != ":\r\n" {
		w.t.Fatalf("stream begins with %q", line)
	}
	return l
}

func (l *listener) line() string {
	line, _ := l.lines.ReadString('\n')
	return line
}

func (l *listener) send(data string) {
	l.w.t.Helper()
	if response, body := l.w.request(http.MethodPost, l.url, data, nil); response.StatusCode != http.StatusOK {
		l.w.t.Fatalf("send: %d %s", response.StatusCode, body)
	}
}

// event returns the data of the next event.
func (l *listener) event() string {
	var data []string
	for {
		line := l.line()
		payload, ok := strings.CutPrefix(line, "data: ")
		if !ok {
			return strings.Join(data, "\n")
		}
		data = append(data, strings.TrimSuffix(payload, "\r\n"))
	}
}

func (l *listener) handshake() {
	l.w.t.Helper()
	l.send(`{"protocol":"json","version":1}` + "\x1e")
	if got := l.event(); got != "{}\x1e" {
		l.w.t.Fatalf("handshake answered with %q", got)
	}
}

func TestServerSentEvents(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	l := w.listen()
	for name, want := range map[string]string{
		"Content-Type": "text/event-stream", "Cache-Control": "no-cache,no-store", "Pragma": "no-cache",
		"Content-Encoding": "identity", "X-Accel-Buffering": "no",
	} {
		if got := l.response.Header.Get(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	l.handshake()
	l.send(`{"type":1,"invocationId":"1","target":"E","arguments":["é"]}` + "\x1e")
	if got := l.event(); got != `{"type":3,"invocationId":"1","result":"é"}`+"\x1e" {
		t.Errorf("received %q", got)
	}
	// A payload may hold lines.
	l.send("{\"type\":1,\"invocationId\":\"2\",\"target\":\"E\",\"arguments\":[[1,\r\n2,\n3]]}\x1e")
	if got := l.event(); got != "{\"type\":3,\"invocationId\":\"2\",\"result\":[1,\n2,\n3]}\x1e" {
		t.Errorf("received %q", got)
	}
	w.server.Clients().All().Close("bye", false)
	if got := l.event(); got != `{"type":7,"error":"bye"}`+"\x1e" {
		t.Errorf("received %q", got)
	}
	if _, err := l.lines.ReadByte(); err == nil {
		t.Error("the stream goes on")
	}
}

func TestServerSentEventsRefuseWhatTheyCannotDo(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	l := w.listen()
	l.send(`{"protocol":"messagepack","version":1}` + "\x1e")
	want := `{"error":"Cannot use the 'messagepack' protocol on the current transport. The transport does not support 'Binary' transfer format."}` + "\x1e"
	if got := l.event(); got != want {
		t.Errorf("received %q", got)
	}
	l = w.listen()
	l.handshake()
	response, _ := w.request(http.MethodGet, l.url, "", http.Header{"Accept": {"text/event-stream"}})
	if response.StatusCode != http.StatusConflict {
		t.Errorf("second stream: %d", response.StatusCode)
	}
	if response, body := w.request(http.MethodDelete, l.url, "", nil); response.StatusCode != http.StatusBadRequest {
		t.Errorf("delete: %d %s", response.StatusCode, body)
	}
}

func TestServerSentEventsPingAndNoticeTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 1)
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, Options{})
		l := w.listen()
		l.handshake()
		if got := l.event(); got != "{\"type\":6}\x1e" {
			t.Errorf("received %q", got)
		}
		l.cancel()
		if err := <-told; !errors.Is(err, ErrConnectionLost) {
			t.Errorf("hub was told %v", err)
		}
		synctest.Wait()
		if len(w.server.all(nil)) != 0 {
			t.Error("still there")
		}
	})
}

func TestServerSentEventsReaderThatStopsIsCut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 1)
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told <- err }}, Options{})
		l := w.listen()
		l.handshake()
		start := time.Now()
		for range 100 {
			_ = w.server.Clients().All().Send("M", strings.Repeat("x", 10000))
		}
		err := <-told
		if took := time.Since(start); took > 13*time.Second {
			t.Errorf("%v after %v", err, took)
		}
		synctest.Wait()
		if len(w.server.all(nil)) != 0 {
			t.Error("still there")
		}
	})
}
