package signalr

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestSendKeepsOrderOfEachSender(t *testing.T) {
	const senders, each = 8, 300
	conns := make(chan *Conn, 1)
	w := newWorld(t, &funcHub{connected: func(c *Conn) error { conns <- c; return nil }}, Options{})
	p := w.connect()
	c := <-conns
	var wg sync.WaitGroup
	for s := range senders {
		wg.Go(func() {
			for i := range each {
				if err := c.Send("M", s, i); err != nil {
					t.Error(err)
				}
			}
		})
	}
	next := make([]int, senders)
	for range senders * each {
		var s, i int
		if _, err := fmt.Sscanf(p.next(), `{"type":1,"target":"M","arguments":[%d,%d]}`, &s, &i); err != nil {
			t.Fatal(err)
		}
		if next[s] != i {
			t.Fatalf("sender %d: %d after %d", s, i, next[s])
		}
		next[s]++
	}
	wg.Wait()
}

func TestQueuedRecordsAreJoined(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
			// The pipe takes nothing until the client reads, so all but the first wait for it.
			for i := range 100 {
				_ = inv.Conn().Send("M", i)
			}
		}}, Options{})
		p := w.connect()
		p.record(`{"type":1,"target":"M","arguments":[]}`)
		synctest.Wait()
		frames, records := 0, 0
		for records < 100 {
			_, frame, err := p.socket.ReadMessage()
			if err != nil {
				t.Fatal(err)
			}
			frames++
			records += strings.Count(string(frame), "\x1e")
		}
		if frames > 3 {
			t.Errorf("%d frames for 100 records", frames)
		}
	})
}

func TestSlowReaderIsDisconnectedAndOthersAreNot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		told := make(map[string]error)
		var mu sync.Mutex
		w := newWorld(t, &funcHub{disconnected: func(c *Conn, err error) {
			mu.Lock()
			defer mu.Unlock()
			told[c.ID()] = err
		}}, Options{SendQueueSize: 64 << 10})
		slow, quick := w.connect(), w.connect()
		payload := strings.Repeat("x", 1000)
		quickDone := make(chan struct{})
		go func() {
			defer close(quickDone)
			for i := range 200 {
				quick.expect(fmt.Sprintf(`{"type":1,"target":"M","arguments":[%d,"%s"]}`, i, payload))
			}
		}()
		for i := range 200 {
			if err := w.server.Clients().All().Send("M", i, payload); err != nil {
				t.Error(err)
			}
			synctest.Wait()
		}
		<-quickDone
		// The frame that was under way when the queue ran over is whole, then comes the reason.
		for i := 0; ; i++ {
			record := slow.next()
			if record == `{"type":7,"error":"Connection closed because the client did not read fast enough.","allowReconnect":true}` {
				break
			}
			if record != fmt.Sprintf(`{"type":1,"target":"M","arguments":[%d,"%s"]}`, i, payload) {
				t.Fatalf("received %.80s", record)
			}
			if i > 100 {
				t.Fatal("the queue did not run over")
			}
		}
		slow.expectEnd(1000)
		synctest.Wait()
		if w.server.Count() != 1 || len(told) != 1 {
			t.Errorf("%d connections left", w.server.Count())
		}
		for _, err := range told {
			if !errors.Is(err, ErrSlowReader) {
				t.Errorf("hub was told %v", err)
			}
		}
	})
}

func TestReaderThatStopsIsGoneWithinItsLimits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ended error
		var when time.Time
		w := newWorld(t, &funcHub{
			invocation:   func(inv *Invocation) { _ = inv.Conn().Send("M", "never read") },
			disconnected: func(_ *Conn, err error) { ended, when = err, time.Now() },
		}, Options{})
		p := w.connect()
		start := time.Now()
		p.record(`{"type":1,"target":"M","arguments":[]}`)
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if !errors.Is(ended, ErrSendTimeout) {
			t.Errorf("hub was told %v", ended)
		}
		if took := when.Sub(start); took < 10*time.Second || took > 13*time.Second {
			t.Errorf("after %v", took)
		}
		if len(w.server.all(nil)) != 0 {
			t.Error("still there")
		}
	})
}

func TestOneMessageMayBeLargerThanTheQueue(t *testing.T) {
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) { inv.Complete(strings.Repeat("x", 300<<10)) }},
		Options{SendQueueSize: 64 << 10})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
	if got := p.next(); len(got) < 300<<10 {
		t.Errorf("received %d bytes: %.100s", len(got), got)
	}
}

func TestSendReportsWhatCannotBeEncoded(t *testing.T) {
	errs := make(chan error, 2)
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		errs <- inv.Conn().Send("M", func() {})
		errs <- inv.Conn().Clients().All().Send("M", make(chan int))
		inv.Complete(nil)
	}}, Options{})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"1","result":null}`)
	for range 2 {
		if err := <-errs; err == nil || errors.Is(err, ErrClosed) {
			t.Errorf("error is %v", err)
		}
	}
}
