package app

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cstahub/cstahub/gateway/config"
)

// TestStoppedReader: who asks and does not read is cut off in time, whatever he
// asks for. The hub's connections live on.
func TestStoppedReader(t *testing.T) {
	const answerTime = 100 * time.Millisecond
	a := start(t, func(cfg *config.Server) { cfg.AnswerTime = answerTime })
	token := tokenFor(t, a, "admin@demo")
	tab := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	// What is written to a pipe waits for its reader at once, however little it is.
	listener := make(pipes)
	var serving sync.WaitGroup
	serving.Go(func() { _ = a.http.Serve(listener) })
	t.Cleanup(func() { close(listener); serving.Wait() })
	for _, path := range []string{"/", "/docs", "/api/openapi.yaml", "/healthz", "/api/v1/directory", "/api/v1/nothing"} {
		t.Run(path, func(t *testing.T) {
			conn, served := net.Pipe()
			defer func() { _ = conn.Close() }()
			listener <- served
			if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			for {
				_, err := fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n", path, token)
				if errors.Is(err, os.ErrDeadlineExceeded) {
					t.Fatalf("after %s the server still holds on", patience)
				}
				if err != nil {
					return // nobody is there any more
				}
			}
		})
	}
	for begin := time.Now(); time.Since(begin) < 3*answerTime; {
		tab.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	}
}

// pipes is a listener whose connections are in memory, and in a bubble's time.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	c, ok := <-p
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}

func (pipes) Close() error   { return nil }
func (pipes) Addr() net.Addr { return &net.TCPAddr{} }

// TestDeadlines: a body has ten seconds to arrive and an answer its time to be
// read, but a request without a body may be worked on for longer than that.
func TestDeadlines(t *testing.T) {
	for _, tt := range []struct {
		name string
		// ask is what a client sends, after which it does nothing; it reads if it
		// has to.
		ask   string
		reads bool
		// after is when the handler has ended.
		after time.Duration
	}{
		{"a body that does not come", "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123", true, bodyTime},
		{"an answer that is not read", "GET /endless HTTP/1.1\r\nHost: x\r\n\r\n", false, time.Minute},
		{"an answer that takes its time", "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n", true, 30 * time.Second},
		{"the same after a body", "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", true, 30 * time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ended := make(chan error, 1)
				mux := http.NewServeMux()
				mux.HandleFunc("/body", func(_ http.ResponseWriter, r *http.Request) {
					_, _ = io.Copy(io.Discard, r.Body)
					ended <- nil
				})
				mux.HandleFunc("/endless", func(w http.ResponseWriter, _ *http.Request) {
					for {
						if _, err := w.Write(make([]byte, 1000)); err != nil {
							ended <- nil
							return
						}
					}
				})
				mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
					_, _ = io.Copy(io.Discard, r.Body)
					select {
					case <-time.After(30 * time.Second):
						ended <- nil
					case <-r.Context().Done():
						ended <- r.Context().Err()
					}
				})
				server := &http.Server{Handler: inTime(time.Minute)(mux)}
				listener := make(pipes)
				go func() { _ = server.Serve(listener) }()
				client, served := net.Pipe()
				listener <- served
				begin := time.Now()
				if _, err := io.WriteString(client, tt.ask); err != nil {
					t.Fatal(err)
				}
				if tt.reads {
					go func() { _, _ = io.Copy(io.Discard, client) }()
				}
				if err := <-ended; err != nil {
					t.Errorf("the request was given up: %v", err)
				}
				if took := time.Since(begin); took != tt.after {
					t.Errorf("it took %s, want %s", took, tt.after)
				}
				_ = client.Close()
				close(listener)
				_ = server.Close()
			})
		})
	}
}
