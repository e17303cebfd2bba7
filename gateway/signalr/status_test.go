package signalr

import (
	"bufio"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

var (
	asStream = http.Header{"Accept": {"text/event-stream"}}
	asSocket = http.Header{
		"Connection": {"Upgrade"}, "Upgrade": {"websocket"},
		"Sec-Websocket-Version": {"13"}, "Sec-Websocket-Key": {"AAAAAAAAAAAAAAAAAAAAAA=="},
	}
)

// answered is the status and the body of an answer.
type answered struct {
	status int
	text   string
}

// ask sends a request whose answer has an end, or is the opening of a WebSocket.
func (w *world) ask(method, url string, header http.Header) answered {
	w.t.Helper()
	if header.Get("Upgrade") != "" {
		return w.askSocket(url, header)
	}
	response, text := w.request(method, url, "", header)
	if text != "" && response.StatusCode >= 400 && !strings.HasPrefix(response.Header.Get("Content-Type"), "text/plain") {
		w.t.Errorf("%s %s: a text that is %s", method, url, response.Header.Get("Content-Type"))
	}
	return answered{response.StatusCode, text}
}

func (w *world) askSocket(url string, header http.Header) answered {
	w.t.Helper()
	conn, err := w.net.dial(w.t.Context(), "", "")
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = conn.Close() })
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, "http://hub.test"+url, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header = header
	go func() { _ = r.Write(conn) }()
	response, err := http.ReadResponse(bufio.NewReader(conn), r)
	if err != nil {
		w.t.Fatal(err)
	}
	if response.StatusCode == http.StatusSwitchingProtocols {
		return answered{status: response.StatusCode}
	}
	text, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	return answered{response.StatusCode, string(text)}
}

// fresh is the URL of a connection that is negotiated and not opened.
func (w *world) fresh() string {
	w.t.Helper()
	return "/hub?id=" + w.negotiate("?negotiateVersion=1").ConnectionToken
}

// onSocket, onStream and onPolls are the URLs of connections that are open.

func (w *world) onSocket() string {
	w.t.Helper()
	url := w.fresh()
	w.reopen(url).handshake()
	return url
}

func (w *world) onStream() string {
	w.t.Helper()
	l := w.listen()
	l.handshake()
	return l.url
}

func (w *world) onPolls() string {
	w.t.Helper()
	return w.connectPolling().url
}

// pendingPoll has a poll wait and gives its answer when there is one.
func (w *world) pendingPoll(url string) <-chan answered {
	w.t.Helper()
	answer := make(chan answered, 1)
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, "http://hub.test"+url, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	go func() {
		response, err := (&http.Transport{DialContext: w.net.dial, DisableKeepAlives: true}).RoundTrip(r)
		if err != nil {
			// The test is over, and never asked for the answer.
			return
		}
		text, _ := io.ReadAll(response.Body)
		_ = response.Body.Close()
		answer <- answered{response.StatusCode, string(text)}
	}()
	synctest.Wait()
	return answer
}

// TestStatusCodes is the table of HTTP status codes of the server, each asked for over HTTP (ASP.NET Core,
// HttpConnectionDispatcher; where a row is not ASP.NET Core's, its name says so).
func TestStatusCodes(t *testing.T) {
	const (
		get, post, del = http.MethodGet, http.MethodPost, http.MethodDelete
		idRequired     = "Connection ID required"
		unknownID      = "No Connection with that ID"
		noChange       = "Cannot change transports mid-connection"
		notSupported   = " transport not supported by this end point type"
		noDelete       = "Cannot terminate this connection using the DELETE endpoint."
		tooMany        = "Too many connections from this address."
	)
	signedIn := Options{Authenticate: tokens(map[string]Principal{"ann": {UserID: "ann"}, "bob": {UserID: "bob"}})}
	tests := []struct {
		name    string
		options Options
		ask     func(w *world) answered
		want    answered
	}{
		{"PUT", Options{}, func(w *world) answered { return w.ask("PUT", w.fresh(), nil) }, answered{405, ""}},
		{"PATCH", Options{}, func(w *world) answered { return w.ask("PATCH", w.fresh(), nil) }, answered{405, ""}},
		{"HEAD", Options{}, func(w *world) answered { return w.ask("HEAD", w.fresh(), nil) }, answered{405, ""}},
		{"OPTIONS that is no preflight", Options{}, func(w *world) answered { return w.ask("OPTIONS", "/hub", nil) }, answered{405, ""}},
		{"negotiate", Options{}, func(w *world) answered {
			a := w.ask(post, "/hub/negotiate?negotiateVersion=1", nil)
			return answered{status: a.status}
		}, answered{200, ""}},
		{"negotiate with GET", Options{}, func(w *world) answered { return w.ask(get, "/hub/negotiate", nil) }, answered{405, ""}},
		{"another path", Options{Path: "/hub"}, func(w *world) answered { return w.ask(get, "/other", nil) }, answered{404, "404 page not found\n"}},

		{"poll without id", Options{}, func(w *world) answered { return w.ask(get, "/hub", nil) }, answered{400, idRequired}},
		{"stream without id", Options{}, func(w *world) answered { return w.ask(get, "/hub", asStream) }, answered{400, idRequired}},
		{"send without id", Options{}, func(w *world) answered { return w.ask(post, "/hub", nil) }, answered{400, idRequired}},
		{"delete without id", Options{}, func(w *world) answered { return w.ask(del, "/hub", nil) }, answered{400, idRequired}},
		{"socket without id", Options{}, func(w *world) answered { return w.ask(get, "/hub", asSocket) }, answered{101, ""}},
		{"poll with an unknown id", Options{}, func(w *world) answered { return w.ask(get, "/hub?id=x", nil) }, answered{404, unknownID}},
		{"stream with an unknown id", Options{}, func(w *world) answered { return w.ask(get, "/hub?id=x", asStream) }, answered{404, unknownID}},
		{"send with an unknown id", Options{}, func(w *world) answered { return w.ask(post, "/hub?id=x", nil) }, answered{404, unknownID}},
		{"delete with an unknown id", Options{}, func(w *world) answered { return w.ask(del, "/hub?id=x", nil) }, answered{404, unknownID}},
		{"socket with an unknown id", Options{}, func(w *world) answered { return w.ask(get, "/hub?id=x", asSocket) }, answered{404, unknownID}},
		{"the public id is not the token", Options{}, func(w *world) answered {
			return w.ask(get, "/hub?id="+w.negotiate("?negotiateVersion=1").ConnectionID, nil)
		}, answered{404, unknownID}},

		{"socket", Options{}, func(w *world) answered { return w.ask(get, w.fresh(), asSocket) }, answered{101, ""}},
		{"socket not offered", Options{Transports: LongPolling}, func(w *world) answered { return w.ask(get, w.fresh(), asSocket) },
			answered{404, "WebSockets" + notSupported}},
		{"socket not offered, without id", Options{Transports: LongPolling}, func(w *world) answered { return w.ask(get, "/hub", asSocket) },
			answered{404, "WebSockets" + notSupported}},
		{"stream not offered", Options{Transports: WebSockets}, func(w *world) answered { return w.ask(get, w.fresh(), asStream) },
			answered{404, "ServerSentEvents" + notSupported}},
		{"poll not offered", Options{Transports: WebSockets}, func(w *world) answered { return w.ask(get, w.fresh(), nil) },
			answered{404, "LongPolling" + notSupported}},
		{"poll on a socket's connection", Options{}, func(w *world) answered { return w.ask(get, w.onSocket(), nil) }, answered{400, noChange}},
		{"stream on a socket's connection", Options{}, func(w *world) answered { return w.ask(get, w.onSocket(), asStream) }, answered{400, noChange}},
		{"poll on a stream's connection", Options{}, func(w *world) answered { return w.ask(get, w.onStream(), nil) }, answered{400, noChange}},
		{"socket on a stream's connection", Options{}, func(w *world) answered { return w.ask(get, w.onStream(), asSocket) }, answered{400, noChange}},
		{"socket on a polling connection", Options{}, func(w *world) answered { return w.ask(get, w.onPolls(), asSocket) }, answered{400, noChange}},
		{"second socket", Options{}, func(w *world) answered { return w.ask(get, w.onSocket(), asSocket) }, answered{409, ""}},
		{"second stream", Options{}, func(w *world) answered { return w.ask(get, w.onStream(), asStream) }, answered{409, ""}},
		{"second socket with stateful reconnect", Options{}, func(w *world) answered {
			_, url := w.connectStateful()
			return w.ask(get, url, asSocket)
		}, answered{101, ""}},
		{"socket of a version of WebSocket that there is not", Options{}, func(w *world) answered {
			header := asSocket.Clone()
			header.Set("Sec-Websocket-Version", "7")
			a := w.ask(get, w.fresh(), header)
			return answered{status: a.status}
		}, answered{400, ""}},

		{"first poll", Options{}, func(w *world) answered { return w.ask(get, w.fresh(), nil) }, answered{200, ""}},
		{"poll with something to take", Options{}, func(w *world) answered {
			url := w.onPolls()
			_ = w.server.Clients().All().Send("M")
			return w.ask(get, url, nil)
		}, answered{200, `{"type":1,"target":"M","arguments":[]}` + "\x1e"}},
		{"poll without anything for 90 seconds", Options{}, func(w *world) answered { return w.ask(get, w.onPolls(), nil) }, answered{200, ""}},
		{"poll that another one replaces", Options{}, func(w *world) answered {
			url := w.onPolls()
			old := w.pendingPoll(url)
			w.pendingPoll(url)
			return <-old
		}, answered{204, ""}},
		{"poll that closing ends", Options{}, func(w *world) answered {
			pending := w.pendingPoll(w.onPolls())
			w.server.Clients().All().Close("bye", false)
			return <-pending
		}, answered{200, `{"type":7,"error":"bye"}` + "\x1e"}},
		{"poll behind the last message", Options{}, func(w *world) answered {
			url := w.onPolls()
			w.server.Clients().All().Close("bye", false)
			w.ask(get, url, nil)
			return w.ask(get, url, nil)
		}, answered{204, ""}},
		{"poll after the end", Options{}, func(w *world) answered {
			url := w.onPolls()
			w.ask(del, url, nil)
			return w.ask(get, url, nil)
		}, answered{404, unknownID}},

		{"send", Options{}, func(w *world) answered { return w.ask(post, w.onPolls(), nil) }, answered{200, ""}},
		{"send on a stream's connection", Options{}, func(w *world) answered { return w.ask(post, w.onStream(), nil) }, answered{200, ""}},
		{"send on a socket's connection", Options{}, func(w *world) answered { return w.ask(post, w.onSocket(), nil) },
			answered{405, "POST requests are not allowed for WebSocket connections."}},
		{"send of a body that cannot be read", Options{}, func(w *world) answered { return w.rawPost(w.onPolls(), "zz\r\n") }, answered{400, ""}},
		{"send to a connection that is closing", Options{}, func(w *world) answered {
			url := w.onPolls()
			w.server.Clients().All().Close("", false)
			return w.ask(post, url, nil)
		}, answered{200, ""}},
		{"send to a connection that ends meanwhile", Options{}, func(w *world) answered {
			url := w.onPolls()
			go func() {
				time.Sleep(time.Second)
				w.request(del, url, "", nil)
			}()
			return w.rawPost(url, "1\r\n", "x\r\n", "1\r\n", "x\r\n")
		}, answered{404, ""}},

		{"delete on a polling connection", Options{}, func(w *world) answered { return w.ask(del, w.onPolls(), nil) }, answered{202, ""}},
		{"poll that delete ends", Options{}, func(w *world) answered {
			url := w.onPolls()
			pending := w.pendingPoll(url)
			w.ask(del, url, nil)
			return <-pending
		}, answered{204, ""}},
		{"delete on a socket's connection", Options{}, func(w *world) answered { return w.ask(del, w.onSocket(), nil) }, answered{400, noDelete}},
		{"delete on a stream's connection", Options{}, func(w *world) answered { return w.ask(del, w.onStream(), nil) }, answered{400, noDelete}},
		{"delete before anything is open", Options{}, func(w *world) answered { return w.ask(del, w.fresh(), nil) }, answered{400, noDelete}},

		{"negotiate of nobody", signedIn, func(w *world) answered { return w.ask(post, "/hub/negotiate", nil) }, answered{401, ""}},
		{"poll of nobody", signedIn, func(w *world) answered { return w.ask(get, "/hub?id=x", nil) }, answered{401, ""}},
		{"send of nobody", signedIn, func(w *world) answered { return w.ask(post, "/hub?id=x", nil) }, answered{401, ""}},
		{"socket of nobody", signedIn, func(w *world) answered { return w.ask(get, "/hub", asSocket) }, answered{401, ""}},
		{"who may not", signedIn, func(w *world) answered { return w.ask(get, "/hub?access_token=forbidden", asSocket) }, answered{403, ""}},
		{"the connection of another user (ours)", signedIn, func(w *world) answered {
			url := "/hub?id=" + w.negotiate("?negotiateVersion=1&access_token=ann").ConnectionToken
			w.ask(get, url+"&access_token=ann", nil)
			return w.ask(get, url+"&access_token=bob", nil)
		}, answered{403, "The user of a connection cannot change."}},
		{"another origin (ours)", Options{}, func(w *world) answered {
			return w.ask(post, "/hub/negotiate", http.Header{"Origin": {"https://elsewhere.test"}})
		}, answered{403, "The origin 'https://elsewhere.test' is not allowed to use this hub."}},

		{"too many not opened (ours)", Options{Limits: Limits{Unconnected: 1}}, func(w *world) answered {
			w.fresh()
			return w.ask(post, "/hub/negotiate", nil)
		}, answered{503, "Too many connections are waiting to be opened."}},
		{"too many of an address (ours)", Options{Limits: Limits{ConnectionsPerAddress: 1}}, func(w *world) answered {
			w.onSocket()
			return w.ask(get, "/hub", asSocket)
		}, answered{429, tooMany}},
		{"too many of an address at once (ours)", Options{Limits: Limits{ConnectRate: 1}}, func(w *world) answered {
			w.fresh()
			return w.ask(post, "/hub/negotiate", nil)
		}, answered{429, tooMany}},
		{"too many sockets of one connection at once (ours)", Options{Limits: Limits{ConnectRate: 1}}, func(w *world) answered {
			_, url := w.connectStateful()
			return w.ask(get, url, asSocket)
		}, answered{429, tooMany}},
		{"too many on the whole server at once (ours)", Options{Limits: Limits{ConnectPace: 0.1}}, func(w *world) answered {
			w.fresh()
			return w.ask(post, "/hub/negotiate", nil)
		}, answered{503, "Too many connections are being opened."}},
		{"the same, without negotiate (ours)", Options{Limits: Limits{ConnectPace: 0.1}}, func(w *world) answered {
			w.fresh()
			return w.ask(get, "/hub", asSocket)
		}, answered{503, "Too many connections are being opened."}},
		{"shutting down (ours)", Options{}, func(w *world) answered {
			_ = w.server.Shutdown(w.t.Context())
			return w.ask(post, "/hub/negotiate", nil)
		}, answered{503, ""}},
		{"shutting down, without negotiate (ours)", Options{}, func(w *world) answered {
			_ = w.server.Shutdown(w.t.Context())
			return w.ask(get, "/hub", asSocket)
		}, answered{503, ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				if got := test.ask(newWorld(t, echoHub(), test.options)); got != test.want {
					t.Errorf("answered %d %q, not %d %q", got.status, got.text, test.want.status, test.want.text)
				}
			})
		})
	}
}

// rawPost sends a chunked body as it is, with two seconds between its pieces.
func (w *world) rawPost(url string, pieces ...string) answered {
	w.t.Helper()
	conn, err := w.net.dial(w.t.Context(), "", "")
	if err != nil {
		w.t.Fatal(err)
	}
	over := make(chan struct{})
	defer func() {
		_ = conn.Close()
		close(over)
	}()
	go func() {
		_, _ = io.WriteString(conn, "POST "+url+" HTTP/1.1\r\nHost: hub.test\r\nTransfer-Encoding: chunked\r\n\r\n")
		for _, piece := range pieces {
			_, _ = io.WriteString(conn, piece)
			select {
			case <-time.After(2 * time.Second):
			case <-over:
				return
			}
		}
	}()
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		w.t.Fatal(err)
	}
	text, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	return answered{response.StatusCode, string(text)}
}

// TestPollsAreQueuedOneDeep: while one poll waits for the place of another, a third is too many. Requests that send are queued
// too, but not without end.
func TestPollsAreQueuedOneDeep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connectPolling()
		// A poll whose answer nobody takes is not finished, and the next one waits for it.
		_ = w.server.Clients().All().Send("M", strings.Repeat("x", 100_000))
		stuck, err := w.net.dial(t.Context(), "", "")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(stuck, "GET "+p.url+" HTTP/1.1\r\nHost: hub.test\r\n\r\n")
		synctest.Wait()
		second := w.pendingPoll(p.url)
		if got := w.ask(http.MethodGet, p.url, nil); got.status != http.StatusConflict {
			t.Errorf("third poll: %d", got.status)
		}
		_ = stuck.Close()
		<-second
	})
}

func TestSendersAreQueuedButNotWithoutEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{})
		p := w.connectPolling()
		body, feed := io.Pipe()
		statuses := []<-chan int{p.post(body)}
		synctest.Wait()
		for range maxSenders - 1 {
			statuses = append(statuses, p.post(strings.NewReader("")))
		}
		synctest.Wait()
		if got := <-p.post(strings.NewReader("")); got != http.StatusConflict {
			t.Errorf("one too many: %d", got)
		}
		_ = feed.Close()
		for _, status := range statuses {
			if got := <-status; got != http.StatusOK {
				t.Errorf("status %d", got)
			}
		}
	})
}
