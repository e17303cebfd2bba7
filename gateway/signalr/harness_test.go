package signalr

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// funcHub is a hub made of functions; those that are nil do what an empty hub would.
type funcHub struct {
	connected    func(*Conn) error
	invocation   func(*Invocation)
	disconnected func(*Conn, error)
}

func (h *funcHub) OnConnected(c *Conn) error {
	if h.connected == nil {
		return nil
	}
	return h.connected(c)
}

func (h *funcHub) OnInvocation(inv *Invocation) {
	if h.invocation == nil {
		inv.FailUnknown()
		return
	}
	h.invocation(inv)
}

func (h *funcHub) OnDisconnected(c *Conn, err error) {
	if h.disconnected != nil {
		h.disconnected(c, err)
	}
}

// echoHub answers every call with its first argument.
func echoHub() *funcHub {
	return &funcHub{invocation: func(inv *Invocation) {
		arg, err := inv.Argument(0)
		if err != nil {
			inv.FailError(err)
			return
		}
		inv.Complete(arg)
	}}
}

// world is a server on a network that exists only in memory, so that it can live in a synctest bubble.
type world struct {
	t      *testing.T
	server *Server
	http   *http.Server
	net    *pipeListener
}

func newWorld(t *testing.T, hub Hub, options Options) *world {
	t.Helper()
	w := &world{t: t, server: NewServer(hub, options), net: newPipeListener()}
	w.http = &http.Server{Handler: w.server}
	served := make(chan struct{})
	go func() {
		defer close(served)
		_ = w.http.Serve(w.net)
	}()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		if err := w.server.Shutdown(ctx); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		_ = w.http.Close()
		<-served
	})
	return w
}

// pipeListener hands out one end of a pipe and accepts the other.
type pipeListener struct {
	conns chan net.Conn
	once  sync.Once
	done  chan struct{}
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.UnixAddr{Name: "memory", Net: "pipe"} }

func (l *pipeListener) dial(context.Context, string, string) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case l.conns <- there:
		return here, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

// request sends one HTTP request and returns the answer with its body read.
func (w *world) request(method, url string, body string, header http.Header) (*http.Response, string) {
	w.t.Helper()
	transport := &http.Transport{DialContext: w.net.dial, DisableKeepAlives: true}
	r, err := http.NewRequestWithContext(w.t.Context(), method, "http://hub.test"+url, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	maps.Copy(r.Header, header)
	response, err := transport.RoundTrip(r)
	if err != nil {
		w.t.Fatalf("%s %s: %v", method, url, err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		w.t.Fatalf("%s %s: %v", method, url, err)
	}
	return response, string(text)
}

// negotiate makes a connection and returns what the server said.
func (w *world) negotiate(query string) negotiation {
	w.t.Helper()
	response, body := w.request(http.MethodPost, "/hub/negotiate"+query, "", nil)
	if response.StatusCode != http.StatusOK {
		w.t.Fatalf("negotiate: %d %s", response.StatusCode, body)
	}
	var n negotiation
	if err := json.Unmarshal([]byte(body), &n); err != nil {
		w.t.Fatalf("negotiate: %v in %s", err, body)
	}
	return n
}

// peer is a client that speaks the bare protocol.
type peer struct {
	t       *testing.T
	socket  *websocket.Conn
	pending []byte
	// closed is the close frame the server sent, once reading has come to it.
	closed *websocket.CloseError
}

// socket opens a WebSocket.
func (w *world) socket(url string, header http.Header) (*peer, *http.Response, error) {
	dialer := websocket.Dialer{NetDialContext: w.net.dial}
	socket, response, err := dialer.DialContext(w.t.Context(), "ws://hub.test"+url, header)
	if err != nil {
		return nil, response, err
	}
	return &peer{t: w.t, socket: socket}, response, nil
}

// dial opens a WebSocket without negotiating.
func (w *world) dial() *peer {
	w.t.Helper()
	p, _, err := w.socket("/hub", nil)
	if err != nil {
		w.t.Fatalf("dial: %v", err)
	}
	w.t.Cleanup(p.drop)
	return p
}

// connect opens a WebSocket and does the handshake.
func (w *world) connect() *peer {
	w.t.Helper()
	p := w.dial()
	p.handshake()
	return p
}

func (p *peer) handshake() {
	p.t.Helper()
	p.send(`{"protocol":"json","version":1}` + "\x1e")
	if got := p.next(); got != "{}" {
		p.t.Fatalf("handshake answered with %s", got)
	}
}

// send writes a text frame.
func (p *peer) send(data string) {
	p.t.Helper()
	if err := p.socket.WriteMessage(websocket.TextMessage, []byte(data)); err != nil {
		p.t.Fatalf("send: %v", err)
	}
}

// sendAside writes a text frame without waiting for the server to read it all, for the pipe has no buffer. If it fails, the
// test misses the answer.
func (p *peer) sendAside(data string) {
	go func() { _ = p.socket.WriteMessage(websocket.TextMessage, []byte(data)) }()
}

// record writes one record in a frame of its own.
func (p *peer) record(json string) {
	p.t.Helper()
	p.send(json + "\x1e")
}

var errFrameSplitsRecord = errors.New("frame does not end with a whole record")

// read returns the next record, or an error.
func (p *peer) read() (string, error) {
	for {
		if i := bytes.IndexByte(p.pending, 0x1e); i >= 0 {
			record := string(p.pending[:i])
			p.pending = p.pending[i+1:]
			return record, nil
		}
		if len(p.pending) > 0 {
			return "", errFrameSplitsRecord
		}
		_, frame, err := p.socket.ReadMessage()
		if err != nil {
			errors.As(err, &p.closed)
			return "", err
		}
		p.pending = frame
	}
}

// next returns the next record that is no ping.
func (p *peer) next() string {
	p.t.Helper()
	for {
		record, err := p.read()
		if err != nil {
			p.t.Fatalf("read: %v", err)
		}
		if record != `{"type":6}` {
			return record
		}
	}
}

// expect fails the test if the next record is another.
func (p *peer) expect(want string) {
	p.t.Helper()
	if got := p.next(); got != want {
		p.t.Fatalf("received %s\n     not %s", got, want)
	}
}

// expectEnd reads until the socket ends, and fails the test if there is anything but a close frame with that code.
func (p *peer) expectEnd(code int) {
	p.t.Helper()
	for {
		record, err := p.read()
		if err == nil {
			if record != `{"type":6}` {
				p.t.Fatalf("received %s where the connection should end", record)
			}
			continue
		}
		if p.closed == nil || p.closed.Code != code {
			p.t.Fatalf("connection ended with %v, not with code %d", err, code)
		}
		return
	}
}

// drop breaks the connection without a word.
func (p *peer) drop() { _ = p.socket.NetConn().Close() }
