package signalr

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// post sends a request whose body the test writes, and gives its status when it is answered.
func (p *poller) post(body io.Reader) <-chan int {
	status := make(chan int, 1)
	r, err := http.NewRequestWithContext(p.w.t.Context(), http.MethodPost, "http://hub.test"+p.url, body)
	if err != nil {
		p.w.t.Fatal(err)
	}
	go func() {
		response, err := p.client.Do(r)
		if err != nil {
			status <- 0
			return
		}
		_ = response.Body.Close()
		status <- response.StatusCode
	}()
	return status
}

// TestBodyThatStandsStillIsGivenUp: neither its request nor those behind it may stay for as long as the client likes.
func TestBodyThatStandsStillIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connectPolling()
		body, feed := io.Pipe()
		stuck := p.post(body)
		go func() { _, _ = io.WriteString(feed, `{"type":6}`) }()
		synctest.Wait()
		behind := p.post(strings.NewReader("\x1e"))
		start := time.Now()
		if status := <-stuck; status != http.StatusBadRequest && status != 0 {
			t.Errorf("status %d", status)
		}
		if took := time.Since(start); took != 15*time.Second {
			t.Errorf("after %v", took)
		}
		_ = feed.Close()
		<-behind
	})
}

// TestSlowBodyIsTaken: one that comes slowly, but comes, is no mistake.
func TestSlowBodyIsTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connectPolling()
		// The client polls all the while.
		polled := make(chan string, 1)
		go func() {
			_, got := p.poll()
			polled <- got
		}()
		body, feed := io.Pipe()
		status := p.post(body)
		for part := range strings.SplitSeq(`{"type":1,|"invocationId":"1",|"target":"E",|"arguments":[1]}`+"\x1e", "|") {
			_, _ = io.WriteString(feed, part)
			time.Sleep(10 * time.Second)
		}
		_ = feed.Close()
		if got := <-status; got != http.StatusOK {
			t.Errorf("status %d", got)
		}
		if got := <-polled; got != `{"type":3,"invocationId":"1","result":1}`+"\x1e" {
			t.Errorf("polled %q", got)
		}
	})
}

// TestNoRequestIsHeldByItsBody: net/http reads the rest of a body before it answers, whatever the answer is.
func TestNoRequestIsHeldByItsBody(t *testing.T) {
	for name, request := range map[string]func(w *world) string{
		"negotiate":    func(*world) string { return "POST /hub/negotiate HTTP/1.1\r\n" },
		"unknown id":   func(*world) string { return "POST /hub?id=x HTTP/1.1\r\n" },
		"poll":         func(w *world) string { return "GET " + w.fresh() + " HTTP/1.1\r\n" },
		"stream":       func(w *world) string { return "GET " + w.fresh() + " HTTP/1.1\r\nAccept: text/event-stream\r\n" },
		"other method": func(w *world) string { return "PUT " + w.fresh() + " HTTP/1.1\r\n" },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, echoHub(), Options{})
				head := request(w)
				conn, err := w.net.dial(t.Context(), "", "")
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = conn.Close() }()
				go func() { _, _ = io.WriteString(conn, head+"Host: hub.test\r\nContent-Length: 100\r\n\r\nx") }()
				start := time.Now()
				var first [1]byte
				if _, err := conn.Read(first[:]); err != nil || time.Since(start) > 15*time.Second {
					t.Errorf("answered after %v: %v", time.Since(start), err)
				}
				go func() { _, _ = io.Copy(io.Discard, conn) }()
				// Nothing of it is left after a minute, though the client never goes.
				time.Sleep(time.Minute)
				synctest.Wait()
				if left := len(w.server.all(nil)); left != 0 {
					t.Errorf("%d connections left", left)
				}
			})
		})
	}
}
