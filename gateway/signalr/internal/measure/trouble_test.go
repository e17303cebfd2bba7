package measure

import (
	"bytes"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// subscribe opens a connection that is in the group that events are published to.
func subscribe(t *testing.T, server *Server) *Socket {
	t.Helper()
	s, err := Open(server.Addr, "/soak")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.Write(Frame(`{"type":1,"invocationId":"j","target":"Join","arguments":[]}` + "\x1e")); err != nil {
		t.Fatal(err)
	}
	if answer, err := s.Read(); err != nil || string(answer) != `{"type":3,"invocationId":"j","result":null}`+"\x1e" {
		t.Fatalf("%q, %v", answer, err)
	}
	return s
}

// records splits a frame, leaving out pings.
func records(frame []byte) (list [][]byte) {
	for record := range bytes.SplitSeq(bytes.TrimSuffix(frame, []byte{0x1e}), []byte{0x1e}) {
		if string(record) != `{"type":6}` {
			list = append(list, record)
		}
	}
	return list
}

// callers make calls one after the other and note how long each takes.
type callers struct {
	sockets []*Socket
	mu      sync.Mutex
	took    []time.Duration
}

// run makes calls for a time and returns the median and the 99th percentile of their duration.
func (c *callers) run(t *testing.T, d time.Duration) (median, p99 time.Duration) {
	t.Helper()
	c.took = nil
	until := time.Now().Add(d)
	var wg sync.WaitGroup
	call := Frame(`{"type":1,"invocationId":"1","target":"Echo","arguments":[1]}` + "\x1e")
	for _, s := range c.sockets {
		wg.Go(func() {
			for time.Now().Before(until) {
				begin := time.Now()
				if err := echo(s, call, `{"type":3,"invocationId":"1","result":1}`+"\x1e"); err != nil {
					t.Error(err)
					return
				}
				c.mu.Lock()
				c.took = append(c.took, time.Since(begin))
				c.mu.Unlock()
				time.Sleep(2 * time.Millisecond)
			}
		})
	}
	wg.Wait()
	slices.Sort(c.took)
	return c.took[len(c.took)/2], c.took[len(c.took)*99/100]
}

// TestTroubleOfOnesOwn has a reader that stops, a reader of 1 KB a second, 5,000 idle connections and a storm of connects at the
// same time. The stuck reader must be gone soon and its memory with it, the others must get everything in order, and calls must
// go on being answered. How fast they are is for "go test -v -run Trouble" to say; what is required is only what no machine
// should miss.
func TestTroubleOfOnesOwn(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a quarter of a minute")
	}
	server, err := StartServer()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	good := &callers{}
	for range 20 {
		s, err := Open(server.Addr, "/soak")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		good.sockets = append(good.sockets, s)
	}
	median, p99 := good.run(t, 2*time.Second)
	before := settledStats(t, server, len(good.sockets))
	t.Logf("alone: median %v, 99th percentile %v, heap %d KB, %d goroutines", median, p99, before.Heap>>10, before.Goroutines)

	idle, err := openMany(5000, Open, server.Addr, "/soak")
	if err != nil {
		t.Fatal(err)
	}
	trouble := startTrouble(t, server)
	median, p99 = good.run(t, 3*time.Second)
	t.Logf("with slow readers and idle connections: median %v, 99th percentile %v", median, p99)
	trouble.startStorm(t, server)
	median, p99 = good.run(t, 5*time.Second)
	during, err := server.Stats()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("in trouble: median %v, 99th percentile %v, heap %d KB, %d goroutines, %d connects", median, p99, during.Heap>>10, during.Goroutines, trouble.storm.Load())
	if median > 100*time.Millisecond {
		t.Errorf("calls take %v", median)
	}
	trouble.end()
	begin := time.Now()
	without := settledStats(t, server, len(good.sockets)+len(idle))
	t.Logf("the stuck reader and the slow one are gone %v after the last event, heap %d KB", time.Since(begin), without.Heap>>10)
	for _, s := range idle {
		_ = s.Close()
	}
	after := settledStats(t, server, len(good.sockets))
	median, p99 = good.run(t, time.Second)
	t.Logf("afterwards: median %v, 99th percentile %v, heap %d KB, %d goroutines", median, p99, after.Heap>>10, after.Goroutines)
	if after.Goroutines > before.Goroutines+10 || after.Files > before.Files+10 || after.Heap > before.Heap+4<<20 {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

// settledStats waits until a server has no connections but those expected.
func settledStats(t *testing.T, server *Server, connections int) (stats Stats) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		var err error
		if stats, err = server.Stats(); err != nil {
			t.Fatal(err)
		}
		if stats.Connections == connections && stats.Goroutines < connections+20 {
			return stats
		}
	}
	t.Fatalf("never settled: %+v", stats)
	return stats
}

// trouble is everything that must not disturb others.
type trouble struct {
	stop      chan struct{}
	done      sync.WaitGroup
	published atomic.Int32
	storm     atomic.Int32
	good      []*Socket
	readers   sync.WaitGroup
}

func startTrouble(t *testing.T, server *Server) *trouble {
	t.Helper()
	tr := &trouble{stop: make(chan struct{})}
	for range 5 {
		s := subscribe(t, server)
		tr.good = append(tr.good, s)
		tr.readers.Go(func() { tr.readInOrder(t, s) })
	}
	narrow(t, subscribe(t, server))
	slow := subscribe(t, server)
	narrow(t, slow)
	tr.done.Go(func() { tr.readSlowly(slow) })
	publish, err := Dial(server.Addr, "/publish")
	if err != nil {
		t.Fatal(err)
	}
	tr.done.Go(func() { tr.publish(t, publish) })
	return tr
}

// startStorm lets connections come and go as fast as the server's core can take them, beside everything else.
func (tr *trouble) startStorm(t *testing.T, server *Server) {
	t.Helper()
	for range 2 {
		tr.done.Go(func() { tr.connect(t, server) })
	}
}

// narrow makes a socket take little that is not read.
func narrow(t *testing.T, s *Socket) {
	t.Helper()
	if err := s.conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		t.Fatal(err)
	}
}

func (tr *trouble) over() bool {
	select {
	case <-tr.stop:
		return true
	default:
		return false
	}
}

// publish sends events of 20 KB, 100 a second.
func (tr *trouble) publish(t *testing.T, s *Socket) {
	pad := strings.Repeat("x", 20_000)
	for !tr.over() {
		if err := s.Write(Frame(fmt.Sprintf("%08d%s", tr.published.Load(), pad))); err != nil {
			t.Error(err)
			return
		}
		tr.published.Add(1)
		time.Sleep(10 * time.Millisecond)
	}
	_ = s.Write(Frame("end"))
}

// readInOrder reads events until the last, and none may be missing.
func (tr *trouble) readInOrder(t *testing.T, s *Socket) {
	next := 0
	for {
		frame, err := s.Read()
		if err != nil {
			t.Errorf("a good reader was disconnected: %v", err)
			return
		}
		for _, record := range records(frame) {
			if strings.Contains(string(record), `"end"`) {
				if next != int(tr.published.Load()) {
					t.Errorf("%d of %d events", next, tr.published.Load())
				}
				return
			}
			if want := fmt.Sprintf(`{"type":1,"target":"Event","arguments":["%08d`, next); !strings.HasPrefix(string(record), want) {
				t.Errorf("event %.60s where %s is due", record, want)
				return
			}
			next++
		}
	}
}

// readSlowly reads 1 KB a second.
func (tr *trouble) readSlowly(s *Socket) {
	var b [100]byte
	for !tr.over() {
		if _, err := s.reader.Read(b[:]); err != nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// connect opens and drops connections as fast as it can.
func (tr *trouble) connect(t *testing.T, server *Server) {
	for !tr.over() {
		s, err := Open(server.Addr, "/soak")
		if err != nil {
			t.Error(err)
			return
		}
		_ = s.Close()
		tr.storm.Add(1)
	}
}

// end waits until the trouble is over and the good readers have everything, and closes them.
func (tr *trouble) end() {
	close(tr.stop)
	tr.done.Wait()
	tr.readers.Wait()
	for _, s := range tr.good {
		_ = s.Close()
	}
}
