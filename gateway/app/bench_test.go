package app

import (
	"log/slog"
	"testing"
	"time"

	"github.com/cstahub/cstahub/gateway/bench"
	"github.com/cstahub/cstahub/gateway/config"
)

// BenchmarkHubCall is one hub call through the whole stack: WebSocket, SignalR,
// JSON, session, engine and back. Server and client share the process.
func BenchmarkHubCall(b *testing.B) {
	cfg := &config.Server{
		Data: config.Data{DataDir: b.TempDir()}, HTTPAddr: "127.0.0.1:0", TCPAddr: "127.0.0.1:0",
		Demo: true, DemoPassword: config.DefaultDemoPassword, LoginTime: patience, TokenTime: time.Hour, RefreshTime: time.Hour, AnswerTime: time.Minute,
	}
	a, err := New(cfg, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	if err := a.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := a.Stop(b.Context()); err != nil {
			b.Error(err)
		}
	}()
	token, err := Token(b.Context(), cfg.DataDir, "crm@demo", time.Hour)
	if err != nil {
		b.Fatal(err)
	}
	c, err := bench.Dial(b.Context(), "http://"+a.HTTPAddr()+"/csta", token, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	var r bench.Result
	b.ReportAllocs()
	for b.Loop() {
		begin := time.Now()
		answer, err := c.Call(b.Context(), "SnapshotDevice", `{"snapshotObject":"200"}`)
		if err != nil || answer.Error != "" {
			b.Fatal(err, answer.Error)
		}
		r.Add(time.Since(begin))
	}
	b.ReportMetric(float64(r.At(0.5).Microseconds()), "µs-p50")
	b.ReportMetric(float64(r.At(0.99).Microseconds()), "µs-p99")
}
