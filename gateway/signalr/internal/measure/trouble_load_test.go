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

// side is a server that is put to trouble: the SignalR server, or the bare loops.
type side struct {
	open func(addr, path string) (*Socket, error)
	// echo is where calls are made, events where events come from and publish where they are published.
	echo, events, publish string
	call, answer          string
}

const (
	echoCall   = `{"type":1,"invocationId":"1","target":"Echo","arguments":[1]}` + "\x1e"
	echoAnswer = `{"type":3,"invocationId":"1","result":1}` + "\x1e"
	joinCall   = `{"type":1,"invocationId":"j","target":"Join","arguments":[]}` + "\x1e"
	joinAnswer = `{"type":3,"invocationId":"j","result":null}` + "\x1e"
)

var sides = map[string]side{
	"bare":   {Dial, "/bare/echo", "/bare/fanout", "/bare/publish", echoCall, echoCall},
	"rushed": {Open, "/rushed", "/rushed", "/rushed/publish", echoCall, echoAnswer},
	"hub":    {Open, "/soak", "/soak", "/soak/publish", echoCall, echoAnswer},
}

// subscribe opens a connection that events are published to.
func (s side) subscribe(tb testing.TB, addr string) *Socket {
	tb.Helper()
	socket, err := s.open(addr, s.events)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = socket.Close() })
	if s.events != s.echo {
		return socket
	}
	if err := echo(socket, Frame(joinCall), joinAnswer); err != nil {
		tb.Fatal(err)
	}
	return socket
}

// callers make calls one after the other and note how long each takes.
type callers struct {
	side    side
	sockets []*Socket
	mu      sync.Mutex
	took    []time.Duration
}

func newCallers(tb testing.TB, s side, addr string, n int) *callers {
	tb.Helper()
	c := &callers{side: s}
	for range n {
		socket, err := s.open(addr, s.echo)
		if err != nil {
			tb.Fatal(err)
		}
		tb.Cleanup(func() { _ = socket.Close() })
		c.sockets = append(c.sockets, socket)
	}
	return c
}

// run makes calls for a time and returns the median and the 99th percentile of their duration.
func (c *callers) run(tb testing.TB, d time.Duration) (median, p99 time.Duration) {
	tb.Helper()
	c.took = nil
	until := time.Now().Add(d)
	var wg sync.WaitGroup
	call := Frame(c.side.call)
	for _, s := range c.sockets {
		wg.Go(func() {
			for time.Now().Before(until) {
				begin := time.Now()
				if err := echo(s, call, c.side.answer); err != nil {
					tb.Error(err)
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
	if len(c.took) == 0 {
		tb.Fatal("no call was answered")
	}
	slices.Sort(c.took)
	return c.took[len(c.took)/2], c.took[len(c.took)*99/100]
}

// trouble is everything that must not disturb others.
type trouble struct {
	side side
	addr string
	// calm ends the storm, and stop the events.
	calm, stop chan struct{}
	// storming are the connects that come and go, and sending is who publishes.
	storming, sending, readers sync.WaitGroup
	storm                      atomic.Int32
	published                  int
	good                       []*Socket
	// arrived has an entry for every good reader that has an event; failed is closed when one cannot go on.
	arrived, failed chan struct{}
	fail            func()
}

const goodReaders = 5

// startTrouble publishes to good readers, to one that has stopped reading and to one that reads 1 KB a second.
func startTrouble(tb testing.TB, s side, addr string) *trouble {
	tb.Helper()
	tr := &trouble{side: s, addr: addr, calm: make(chan struct{}), stop: make(chan struct{}), arrived: make(chan struct{}, goodReaders), failed: make(chan struct{})}
	tr.fail = sync.OnceFunc(func() { close(tr.failed) })
	for range goodReaders {
		socket := s.subscribe(tb, addr)
		tr.good = append(tr.good, socket)
		tr.readers.Go(func() { tr.readInOrder(tb, socket) })
	}
	tr.addSlow(tb)
	publish, err := Dial(addr, s.publish)
	if err != nil {
		tb.Fatal(err)
	}
	tr.sending.Go(func() { tr.publish(tb, publish) })
	return tr
}

// addSlow adds a reader that has stopped and one that reads 1 KB a second.
func (tr *trouble) addSlow(tb testing.TB) {
	tb.Helper()
	narrow(tb, tr.side.subscribe(tb, tr.addr))
	slow := tr.side.subscribe(tb, tr.addr)
	narrow(tb, slow)
	tr.storming.Go(func() { readSlowly(slow, tr.calm) })
}

// startStorm lets connections come and go, a hundred at a time.
func (tr *trouble) startStorm(tb testing.TB) {
	tb.Helper()
	for range 100 {
		tr.storming.Go(func() {
			for !over(tr.calm) {
				s, err := tr.side.open(tr.addr, tr.side.echo)
				if err != nil {
					tb.Error(err)
					return
				}
				_ = s.Close()
				tr.storm.Add(1)
			}
		})
	}
}

// endStorm waits until the storm is over. Events are still published.
func (tr *trouble) endStorm() {
	close(tr.calm)
	tr.storming.Wait()
}

// end waits until the good readers have the last event, and closes them.
func (tr *trouble) end() {
	close(tr.stop)
	tr.sending.Wait()
	tr.readers.Wait()
	for _, s := range tr.good {
		_ = s.Close()
	}
}

// publish sends events of 20 KB, up to 100 a second. An event waits until the good readers have the last one, so that these
// never have much to catch up with, however slow the machine is.
func (tr *trouble) publish(tb testing.TB, s *Socket) {
	pad := strings.Repeat("x", 20_000)
	for last := false; !last; {
		last = over(tr.stop)
		event := "end"
		if !last {
			event = fmt.Sprintf("%08d%s", tr.published, pad)
			tr.published++
		}
		if err := s.Write(Frame(event)); err != nil {
			tb.Error(err)
		}
		for range goodReaders {
			select {
			case <-tr.arrived:
			case <-tr.failed:
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	_ = s.Close()
}

// readInOrder reads events until the last, and none may be missing.
func (tr *trouble) readInOrder(tb testing.TB, s *Socket) {
	for next := 0; ; {
		frame, err := s.Read()
		if err != nil {
			tb.Errorf("a good reader was disconnected: %v", err)
			tr.fail()
			return
		}
		for _, record := range records(frame) {
			last := bytes.Contains(record, []byte("end"))
			if want := fmt.Sprintf("%08dx", next); !last && !bytes.Contains(record, []byte(want)) {
				tb.Errorf("event %.60s where %s is due", record, want)
				tr.fail()
				return
			}
			next++
			select {
			case tr.arrived <- struct{}{}:
			case <-tr.failed:
			}
			if last {
				return
			}
		}
	}
}

// readSlowly reads 1 KB a second.
func readSlowly(s *Socket, stop <-chan struct{}) {
	var b [100]byte
	for !over(stop) {
		if _, err := s.reader.Read(b[:]); err != nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// narrow makes a socket take little that is not read.
func narrow(tb testing.TB, s *Socket) {
	tb.Helper()
	if err := s.conn.(*net.TCPConn).SetReadBuffer(4096); err != nil {
		tb.Fatal(err)
	}
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

func over(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}
