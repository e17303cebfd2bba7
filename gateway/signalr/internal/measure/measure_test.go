package measure

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// serverProfile names a file for a profile of the server, of five seconds in the middle of a benchmark that takes longer.
var serverProfile = flag.String("serverprofile", "", "write a CPU profile of the server to this `file`")

func TestMain(m *testing.M) {
	RunIfServer()
	goleak.VerifyTestMain(m)
}

func start(tb testing.TB) *Server {
	tb.Helper()
	server, err := StartServer()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := server.Stop(); err != nil {
			tb.Error(err)
		}
	})
	if b, ok := tb.(*testing.B); ok && *serverProfile != "" && b.N > 1000 {
		go func() {
			time.Sleep(time.Second)
			if profile, err := server.Profile(5); err == nil {
				_ = os.WriteFile(*serverProfile, profile, 0o600)
			}
		}()
	}
	return server
}

// cpu measures the server's processor time around what is timed.
func cpu(b *testing.B, server *Server, operations int, run func()) {
	b.Helper()
	before, err := server.CPU()
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	run()
	b.StopTimer()
	after, err := server.CPU()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(operations)/b.Elapsed().Seconds(), "calls/s")
	b.ReportMetric(float64((after-before).Microseconds())/float64(operations), "server-µs/call")
}

// BenchmarkEcho makes calls over 50 connections, each of which makes its next call when the last one is answered.
func BenchmarkEcho(b *testing.B) {
	const connections = 50
	for _, kind := range []string{"bare", "hub", "methods"} {
		b.Run(kind, func(b *testing.B) {
			server := start(b)
			payload := strings.Repeat("x", 200)
			call := Frame(`{"type":1,"invocationId":"1","target":"Echo","arguments":["` + payload + `"]}` + "\x1e")
			want := `{"type":3,"invocationId":"1","result":"` + payload + `"}` + "\x1e"
			open := Open
			if kind == "bare" {
				open, want = Dial, `{"type":1,"invocationId":"1","target":"Echo","arguments":["`+payload+`"]}`+"\x1e"
			}
			sockets := make([]*Socket, connections)
			for i := range sockets {
				var err error
				if sockets[i], err = open(server.Addr, "/"+kind+"/echo"); err != nil {
					b.Fatal(err)
				}
				defer func() { _ = sockets[i].Close() }()
			}
			var left atomic.Int64
			left.Store(int64(b.N))
			cpu(b, server, b.N, func() {
				var wg sync.WaitGroup
				for _, s := range sockets {
					wg.Go(func() {
						for left.Add(-1) >= 0 {
							if err := echo(s, call, want); err != nil {
								b.Error(err)
								return
							}
						}
					})
				}
				wg.Wait()
			})
		})
	}
}

var ping = []byte(`{"type":6}` + "\x1e")

func echo(s *Socket, call []byte, want string) error {
	if err := s.Write(call); err != nil {
		return err
	}
	for {
		got, err := s.Read()
		if err != nil {
			return err
		}
		// A ping may come by itself, or in one frame with the answer.
		got = bytes.TrimSuffix(bytes.TrimPrefix(got, ping), ping)
		if string(got) == want {
			return nil
		}
		if len(got) > 0 {
			return fmt.Errorf("answered %q", got)
		}
	}
}

// BenchmarkFanout publishes 200-byte events to 1,000 connections, with some publications under way at a time. An operation is
// one publication, so "deliveries" are a thousand times as many.
func BenchmarkFanout(b *testing.B) {
	const connections = 1000
	for _, inFlight := range []int{1, 4, 16} {
		for _, kind := range []string{"bare", "hub"} {
			b.Run(fmt.Sprintf("%s-%d", kind, inFlight), func(b *testing.B) {
				server := start(b)
				open := Open
				if kind == "bare" {
					open = Dial
				}
				f := &fanout{inFlight: inFlight, connections: connections, total: b.N, done: make(chan struct{})}
				f.arrived = make([]atomic.Int32, b.N)
				for range connections {
					s, err := open(server.Addr, "/"+kind+"/fanout")
					if err != nil {
						b.Fatal(err)
					}
					defer func() { _ = s.Close() }()
					go f.receive(b, s)
				}
				publish, err := Dial(server.Addr, "/"+kind+"/publish")
				if err != nil {
					b.Fatal(err)
				}
				defer func() { _ = publish.Close() }()
				f.publish = publish
				before, err := server.CPU()
				if err != nil {
					b.Fatal(err)
				}
				b.ResetTimer()
				f.fill(b)
				<-f.done
				b.StopTimer()
				after, err := server.CPU()
				if err != nil {
					b.Fatal(err)
				}
				deliveries := float64(b.N * connections)
				b.ReportMetric(deliveries/b.Elapsed().Seconds(), "deliveries/s")
				b.ReportMetric(float64((after-before).Microseconds())/deliveries, "server-µs/delivery")
			})
		}
	}
}

// fanout keeps a number of publications under way.
type fanout struct {
	inFlight, connections, total int
	publish                      *Socket
	arrived                      []atomic.Int32
	done                         chan struct{}

	mu        sync.Mutex
	published int
	complete  int
}

// fill publishes until as many are under way as may be.
func (f *fanout) fill(b *testing.B) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.published < f.total && f.published-f.complete < f.inFlight {
		if err := f.publish.Write(Frame(event(f.published))); err != nil {
			b.Error(err)
		}
		f.published++
	}
}

// receive counts what one connection gets, and checks that nothing is missing and nothing out of order.
func (f *fanout) receive(b *testing.B, s *Socket) {
	next := 0
	for next < f.total {
		frame, err := s.Read()
		if err != nil {
			select {
			case <-f.done:
			default:
				b.Error(err)
			}
			return
		}
		for len(frame) > 0 {
			end := bytes.IndexByte(frame, 0x1e)
			if end < 0 {
				b.Errorf("frame splits a record: %q", frame)
				return
			}
			number, err := numberOf(frame[:end])
			if err != nil || number != next {
				if string(frame[:end]) == `{"type":6}` {
					frame = frame[end+1:]
					continue
				}
				b.Errorf("event %d where %d is due, %v", number, next, err)
				return
			}
			frame = frame[end+1:]
			next++
			if int(f.arrived[number].Add(1)) == f.connections {
				f.completed(b)
			}
		}
	}
}

func (f *fanout) completed(b *testing.B) {
	f.mu.Lock()
	f.complete++
	last := f.complete == f.total
	f.mu.Unlock()
	if last {
		close(f.done)
		return
	}
	f.fill(b)
}

// BenchmarkIdle measures the memory that a connection takes which does nothing. It opens 10,000 connections whatever b.N is.
func BenchmarkIdle(b *testing.B) {
	const connections = 10_000
	for _, kind := range []string{"bare", "hub"} {
		b.Run(kind, func(b *testing.B) {
			server := start(b)
			open := Open
			if kind == "bare" {
				open = Dial
			}
			// The first connections pay for what all share.
			sockets, err := openMany(100, open, server.Addr, "/"+kind+"/echo")
			if err != nil {
				b.Fatal(err)
			}
			before, err := server.RSS()
			if err != nil {
				b.Fatal(err)
			}
			cpuBefore, _ := server.CPU()
			more, err := openMany(connections, open, server.Addr, "/"+kind+"/echo")
			if err != nil {
				b.Fatal(err)
			}
			cpuAfter, _ := server.CPU()
			after, err := server.RSS()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(after-before)/connections, "RSS-bytes/connection")
			b.ReportMetric(float64((cpuAfter-cpuBefore).Microseconds())/connections, "server-µs/connect")
			for _, s := range append(sockets, more...) {
				_ = s.Close()
			}
		})
	}
}

func openMany(n int, open func(addr, path string) (*Socket, error), addr, path string) ([]*Socket, error) {
	sockets := make([]*Socket, n)
	errs := make([]error, n)
	var wg sync.WaitGroup
	turns := make(chan struct{}, 64)
	for i := range sockets {
		turns <- struct{}{}
		wg.Go(func() {
			sockets[i], errs[i] = open(addr, path)
			<-turns
		})
	}
	wg.Wait()
	return sockets, errors.Join(errs...)
}

// BenchmarkConnect opens and closes connections one after the other.
func BenchmarkConnect(b *testing.B) {
	for _, kind := range []string{"bare", "hub"} {
		b.Run(kind, func(b *testing.B) {
			server := start(b)
			open := Open
			if kind == "bare" {
				open = Dial
			}
			cpu(b, server, b.N, func() {
				for range b.N {
					s, err := open(server.Addr, "/"+kind+"/echo")
					if err != nil {
						b.Fatal(err)
					}
					_ = s.Close()
				}
			})
		})
	}
}
