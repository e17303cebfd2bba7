package signalr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// poller is a client that polls.
type poller struct {
	w      *world
	url    string
	client *http.Client
}

func (w *world) poller() *poller {
	w.t.Helper()
	p := &poller{
		w: w, url: "/hub?id=" + w.negotiate("?negotiateVersion=1").ConnectionToken,
		client: &http.Client{Transport: &http.Transport{DialContext: w.net.dial, DisableKeepAlives: true}},
	}
	if status, body := p.poll(); status != 200 || body != "" {
		w.t.Fatalf("first poll: %d %q", status, body)
	}
	return p
}

// connectPolling does the handshake.
func (w *world) connectPolling() *poller {
	w.t.Helper()
	p := w.poller()
	p.send(`{"protocol":"json","version":1}` + "\x1e")
	if status, body := p.poll(); status != 200 || body != "{}\x1e" {
		w.t.Fatalf("handshake: %d %q", status, body)
	}
	return p
}

func (p *poller) poll() (status int, body string) {
	p.w.t.Helper()
	response, body := p.w.request(http.MethodGet, p.url, "", nil)
	if response.StatusCode == http.StatusOK || response.StatusCode == http.StatusNoContent {
		for name, want := range map[string]string{
			"Cache-Control": "no-cache, no-store", "Pragma": "no-cache", "Expires": "Thu, 01 Jan 1970 00:00:00 GMT",
		} {
			if got := response.Header.Get(name); got != want {
				p.w.t.Errorf("%s: %s", name, got)
			}
		}
	}
	if response.StatusCode == http.StatusOK && response.Header.Get("Content-Type") != "application/octet-stream" {
		p.w.t.Errorf("poll is %s", response.Header.Get("Content-Type"))
	}
	return response.StatusCode, body
}

func (p *poller) send(data string) {
	p.w.t.Helper()
	response, body := p.w.request(http.MethodPost, p.url, data, http.Header{"Content-Type": {"text/plain;charset=UTF-8"}})
	if response.StatusCode != http.StatusOK || body != "" {
		p.w.t.Fatalf("send: %d %s", response.StatusCode, body)
	}
}

func TestLongPolling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(chan error, 1)
		hub := echoHub()
		hub.disconnected = func(_ *Conn, err error) { told <- err }
		w := newWorld(t, hub, Options{})
		p := w.connectPolling()
		p.send(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}` + "\x1e" + `{"type":1,"invocationId":"2","tar`)
		p.send(`get":"E","arguments":[2]}` + "\x1e")
		synctest.Wait()
		if status, body := p.poll(); status != 200 || body != `{"type":3,"invocationId":"1","result":1}`+"\x1e"+`{"type":3,"invocationId":"2","result":2}`+"\x1e" {
			t.Errorf("%d %q", status, body)
		}
		// A poll with nothing to say is answered after 90 seconds, and there are no pings.
		start := time.Now()
		if status, body := p.poll(); status != 200 || body != "" || time.Since(start) != 90*time.Second {
			t.Errorf("%d %q after %v", status, body, time.Since(start))
		}
		// What comes while a poll waits answers it at once.
		go func() {
			time.Sleep(time.Second)
			if err := w.server.Clients().All().Send("M"); err != nil {
				t.Error(err)
			}
		}()
		start = time.Now()
		if status, body := p.poll(); status != 200 || body != `{"type":1,"target":"M","arguments":[]}`+"\x1e" || time.Since(start) != time.Second {
			t.Errorf("%d %q after %v", status, body, time.Since(start))
		}
		// The client leaves.
		ended := make(chan int)
		go func() {
			status, _ := p.poll()
			ended <- status
		}()
		synctest.Wait()
		if response, _ := w.request(http.MethodDelete, p.url, "", nil); response.StatusCode != http.StatusAccepted {
			t.Errorf("delete: %d", response.StatusCode)
		}
		if status := <-ended; status != http.StatusNoContent {
			t.Errorf("pending poll: %d", status)
		}
		if err := <-told; err != nil {
			t.Errorf("hub was told %v", err)
		}
		if status, _ := p.poll(); status != http.StatusNotFound {
			t.Errorf("poll after the end: %d", status)
		}
		if response, _ := w.request(http.MethodDelete, p.url, "", nil); response.StatusCode != http.StatusNotFound {
			t.Errorf("second delete: %d", response.StatusCode)
		}
	})
}

func TestLongPollingClose(t *testing.T) {
	for name, pending := range map[string]bool{"while a poll waits": true, "between polls": false} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, echoHub(), Options{})
				p := w.connectPolling()
				last := make(chan string, 1)
				if pending {
					go func() {
						_, body := p.poll()
						last <- body
					}()
					synctest.Wait()
				}
				w.server.Clients().All().Close("bye", true)
				if !pending {
					_, body := p.poll()
					last <- body
				}
				if body := <-last; body != `{"type":7,"error":"bye","allowReconnect":true}`+"\x1e" {
					t.Errorf("poll: %q", body)
				}
				if status, _ := p.poll(); status != http.StatusNoContent {
					t.Errorf("next poll: %d", status)
				}
				if status, _ := p.poll(); status != http.StatusNotFound {
					t.Errorf("poll after that: %d", status)
				}
			})
		})
	}
}

func TestClientThatStopsPollingIsGone(t *testing.T) {
	for name, start := range map[string]func(*world){
		"after the handshake":          func(w *world) { w.poller().send(`{"protocol":"json","version":1}` + "\x1e") },
		"after polling":                func(w *world) { w.connectPolling() },
		"before the handshake":         func(w *world) { w.poller() },
		"with a poll that was dropped": func(w *world) { w.connectPolling().pollFor(time.Minute) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var told error
				w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { told = err }}, Options{})
				start(w)
				time.Sleep(13 * time.Second)
				if len(w.server.all(nil)) != 1 {
					t.Error("gone too early")
				}
				time.Sleep(16 * time.Second)
				synctest.Wait()
				if len(w.server.all(nil)) != 0 {
					t.Error("still there")
				}
				if name != "before the handshake" && !errors.Is(told, ErrConnectionLost) {
					t.Errorf("hub was told %v", told)
				}
			})
		})
	}
}

// pollFor polls and gives up after a time.
func (p *poller) pollFor(d time.Duration) {
	ctx, cancel := context.WithTimeout(p.w.t.Context(), d)
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, "http://hub.test"+p.url, nil)
	response, err := p.client.Do(r)
	if err == nil {
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
	}
}

func TestSecondPollTakesThePlaceOfTheFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connectPolling()
		statuses := make(chan int, 2)
		for range 2 {
			go func() {
				status, _ := p.poll()
				statuses <- status
			}()
			synctest.Wait()
		}
		if status := <-statuses; status != http.StatusNoContent {
			t.Errorf("first poll: %d", status)
		}
		p.send(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}` + "\x1e")
		if status := <-statuses; status != http.StatusOK {
			t.Errorf("second poll: %d", status)
		}
	})
}

func TestPostsWaitWhileTheInboxIsFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		calls := 0
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
			calls++
			<-hold
			inv.Complete(nil)
		}}, Options{ReceiveBufferSize: 8 << 10})
		p := w.connectPolling()
		call := fmt.Sprintf(`{"type":1,"invocationId":"1","target":"E","arguments":["%s"]}`+"\x1e", strings.Repeat("x", 3000))
		done := make(chan struct{}, 10)
		for range 10 {
			go func() {
				p.send(call)
				done <- struct{}{}
			}()
		}
		synctest.Wait()
		if taken := len(done); taken < 2 || taken > 5 {
			t.Errorf("%d of 10 were taken although the hub does nothing", taken)
		}
		close(hold)
		for range 10 {
			<-done
		}
		synctest.Wait()
		if calls != 10 {
			t.Errorf("%d calls", calls)
		}
	})
}

func TestTooManyPostsAreRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		w := newWorld(t, &funcHub{invocation: func(*Invocation) { <-hold }}, Options{ReceiveBufferSize: 1000})
		p := w.connectPolling()
		statuses := make(chan int, 100)
		for range 100 {
			go func() {
				response, _ := w.request(http.MethodPost, p.url, `{"type":1,"target":"E","arguments":["`+strings.Repeat("x", 900)+`"]}`+"\x1e", nil)
				statuses <- response.StatusCode
			}()
		}
		synctest.Wait()
		close(hold)
		seen := map[int]int{}
		for range 100 {
			seen[<-statuses]++
		}
		if seen[http.StatusConflict] < 60 || seen[http.StatusOK] < maxSenders || len(seen) != 2 {
			t.Errorf("statuses %v", seen)
		}
	})
}

// TestPostsThatWaitAreLetGoAtTheEnd: what they carry is ignored, like what comes over a socket that is closing.
func TestPostsThatWaitAreLetGoAtTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		w := newWorld(t, &funcHub{invocation: func(*Invocation) { <-hold }}, Options{ReceiveBufferSize: 1000})
		p := w.connectPolling()
		status := make(chan int, 3)
		for range 3 {
			go func() {
				response, _ := w.request(http.MethodPost, p.url, `{"type":1,"target":"E","arguments":["`+strings.Repeat("x", 900)+`"]}`+"\x1e", nil)
				status <- response.StatusCode
			}()
		}
		synctest.Wait()
		w.server.Clients().All().Close("", false)
		seen := map[int]int{}
		for range 3 {
			seen[<-status]++
		}
		if seen[http.StatusOK] != 3 {
			t.Errorf("statuses %v", seen)
		}
		close(hold)
	})
}

func TestPollRenewsTheAuthentication(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{Authenticate: func(*http.Request) (Principal, error) {
			return Principal{UserID: "alice", Expires: time.Now().Add(time.Minute)}, nil
		}})
		p := w.connectPolling()
		for range 5 {
			p.pollFor(30 * time.Second)
		}
		p.send(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}` + "\x1e")
		synctest.Wait()
		if status, body := p.poll(); status != 200 || body != `{"type":3,"invocationId":"1","result":1}`+"\x1e" {
			t.Errorf("%d %q", status, body)
		}
		start := time.Now()
		if _, body := p.poll(); body != `{"type":7,"allowReconnect":true}`+"\x1e" {
			t.Errorf("received %q", body)
		}
		if took := time.Since(start); took < 60*time.Second || took > 62*time.Second {
			t.Errorf("expired after %v", took)
		}
	})
}

func TestPollOfAnotherUserIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		user := "alice"
		w := newWorld(t, echoHub(), Options{Authenticate: func(*http.Request) (Principal, error) { return Principal{UserID: user}, nil }})
		p := w.connectPolling()
		user = "bob"
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodDelete} {
			if response, _ := w.request(method, p.url, "", nil); response.StatusCode != http.StatusForbidden {
				t.Errorf("%s: %d", method, response.StatusCode)
			}
		}
	})
}
