package measure

import (
	"testing"
	"time"
)

const (
	idleConnections = 5000
	// descriptor is at least what Go's runtime keeps of a goroutine that has ended, for ever, to use it again.
	descriptor = 512
)

// TestTroubleOfOnesOwn has readers that stop, readers of 1 KB a second, 5,000 idle connections and a storm of connects at the
// same time. The slow readers must be gone while events still come, and their memory with them; the others must get everything
// in order, and every call must be answered. How long calls take is for BenchmarkTrouble to say.
func TestTroubleOfOnesOwn(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a quarter of a minute")
	}
	server := start(t)
	hub := sides["hub"]
	good := newCallers(t, hub, server.Addr, 20)
	good.run(t, 500*time.Millisecond)
	before := settledStats(t, server, len(good.sockets))

	idle, err := openMany(idleConnections, hub.open, server.Addr, hub.echo)
	if err != nil {
		t.Fatal(err)
	}
	trouble := startTrouble(t, hub, server.Addr)
	trouble.startStorm(t)
	good.run(t, 3*time.Second)
	during, err := server.Stats()
	if err != nil {
		t.Fatal(err)
	}
	trouble.endStorm()
	settledStats(t, server, len(good.sockets)+len(idle)+goodReaders)
	trouble.end()
	for _, s := range idle {
		_ = s.Close()
	}
	after := settledStats(t, server, len(good.sockets))
	good.run(t, 500*time.Millisecond)
	t.Logf("before %+v, in trouble %+v after %d connects, afterwards %+v", before, during, trouble.storm.Load(), after)
	if allowed := before.Heap + uint64(during.Goroutines)*descriptor + 256<<10; after.Heap > allowed {
		t.Errorf("%d bytes of heap are left, not at most %d", after.Heap, allowed)
	}
	if after.Goroutines > before.Goroutines+10 || after.Files > before.Files+10 {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

// BenchmarkTrouble measures how long calls take while others make trouble, on the bare loops for comparison, on the server, and on
// one that takes connections in as fast as they come. It takes its time whatever b.N is; run it with -benchtime 1x.
func BenchmarkTrouble(b *testing.B) {
	for _, kind := range []string{"bare", "rushed", "hub"} {
		b.Run(kind, func(b *testing.B) {
			const phase = 4 * time.Second
			server, s := start(b), sides[kind]
			good := newCallers(b, s, server.Addr, 20)
			report := func(name string) {
				median, p99 := good.run(b, phase)
				b.ReportMetric(float64(median.Microseconds()), name+"-p50-µs")
				b.ReportMetric(float64(p99.Microseconds()), name+"-p99-µs")
			}
			report("alone")
			idle, err := openMany(idleConnections, s.open, server.Addr, s.echo)
			if err != nil {
				b.Fatal(err)
			}
			trouble := startTrouble(b, s, server.Addr)
			report("slow")
			trouble.addSlow(b)
			trouble.startStorm(b)
			report("storm")
			b.ReportMetric(float64(trouble.storm.Load())/phase.Seconds(), "connects/s")
			trouble.endStorm()
			trouble.end()
			for _, socket := range idle {
				_ = socket.Close()
			}
			report("after")
		})
	}
}

// settledStats waits until a server has no connections but those expected.
func settledStats(tb testing.TB, server *Server, connections int) (stats Stats) {
	tb.Helper()
	// As long as it takes on a machine that is very busy.
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		var err error
		if stats, err = server.Stats(); err != nil {
			tb.Fatal(err)
		}
		if stats.Connections == connections && stats.Goroutines < connections+20 {
			return stats
		}
	}
	tb.Fatalf("never settled: %+v", stats)
	return stats
}
