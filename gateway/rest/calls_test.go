package rest

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// endless is a store whose call records never end; ended is told when nobody
// wants more of them.
type endless struct {
	calls
	ended chan struct{}
}

func (e *endless) EachCallRecord(context.Context, string, *store.CallFilter) iter.Seq2[record.CallRecord, error] {
	return func(yield func(record.CallRecord, error) bool) {
		defer close(e.ended)
		for yield(record.CallRecord{Call: "c", Calling: "200", Called: "201"}, nil) {
		}
	}
}

// once is a listener with one connection.
type once chan net.Conn

func (o once) Accept() (net.Conn, error) {
	c, ok := <-o
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}

func (once) Close() error   { return nil }
func (once) Addr() net.Addr { return &net.TCPAddr{} }

// TestExportIsRead: an export ends when it is not read for a while, and in any
// case when its time is over; one that moves goes on until then.
func TestExportIsRead(t *testing.T) {
	for _, tt := range []struct {
		name  string
		every time.Duration // between reads of 4 KiB; 0 for none at all
		want  time.Duration
	}{
		{"not read", 0, exportPause},
		{"read slowly", 2 * time.Second, exportTime},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				from := &endless{ended: make(chan struct{})}
				rs := &routes{cfg: Config{Store: Store{Calls: from}, Log: slog.New(slog.DiscardHandler)}}
				server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					p := &access.Principal{Tenant: "demo", Role: record.RoleOperator}
					rs.callsCSV(w, r.WithContext(context.WithValue(r.Context(), principalKey{}, p)))
				})}
				listener := make(once)
				go func() { _ = server.Serve(listener) }()
				client, served := net.Pipe()
				listener <- served
				begin := time.Now()
				if _, err := io.WriteString(client, "GET /api/v1/calls.csv HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
					t.Fatal(err)
				}
				var reading sync.WaitGroup
				if tt.every > 0 {
					reading.Go(func() {
						for buffer := make([]byte, 4096); ; time.Sleep(tt.every) {
							if _, err := client.Read(buffer); err != nil {
								return
							}
						}
					})
				}
				<-from.ended
				if took := time.Since(begin); took != tt.want {
					t.Errorf("it ended after %s, want %s", took, tt.want)
				}
				_ = client.Close()
				reading.Wait()
				close(listener)
				_ = server.Close()
			})
		})
	}
}
