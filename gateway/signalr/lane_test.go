package signalr

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
)

func TestCallsOfOneClientRunOneByOneInOrder(t *testing.T) {
	var running, most atomic.Int32
	hub := NewMethods()
	var order []int
	hub.Handle("M", Proc1(func(_ context.Context, _ *Conn, n int) error {
		most.Store(max(most.Load(), running.Add(1)))
		order = append(order, n)
		running.Add(-1)
		return nil
	}))
	w := newWorld(t, hub, Options{})
	p := w.connect()
	var frame strings.Builder
	const n = 1000
	for i := range n {
		id := ""
		if i%3 == 0 || i == n-1 {
			id = fmt.Sprintf(`"invocationId":"%d",`, i)
		}
		fmt.Fprintf(&frame, `{"type":1,%s"target":"M","arguments":[%d]}`+"\x1e", id, i)
	}
	p.sendAside(frame.String())
	for p.next() != fmt.Sprintf(`{"type":3,"invocationId":"%d","result":null}`, n-1) {
	}
	if most.Load() != 1 {
		t.Errorf("%d calls ran at the same time", most.Load())
	}
	for i, got := range order {
		if got != i {
			t.Fatalf("call %d was %d", i, got)
		}
	}
}

func TestParallelism(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		running, most := 0, 0
		hold := make(chan struct{})
		hub := NewMethods()
		hub.Parallelism = 3
		lock := make(chan struct{}, 1)
		hub.Handle("M", Proc0(func(context.Context, *Conn) error {
			lock <- struct{}{}
			running++
			most = max(most, running)
			<-lock
			<-hold
			return nil
		}))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		for range 10 {
			p.record(`{"type":1,"target":"M","arguments":[]}`)
		}
		p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
		synctest.Wait()
		if running != 3 {
			t.Errorf("%d calls run", running)
		}
		close(hold)
		p.expect(`{"type":3,"invocationId":"1","result":null}`)
	})
}

func TestStreamingCallsLeaveTheLine(t *testing.T) {
	w := newWorld(t, methodHub(), Options{})
	p := w.connect()
	p.record(`{"type":4,"invocationId":"1","target":"Forever","arguments":[]}`)
	p.record(`{"type":1,"invocationId":"2","target":"Sum","arguments":[],"streamIds":["9"]}`)
	p.record(`{"type":1,"invocationId":"3","target":"Zero","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"3","result":"0"}`)
}

func TestCallsThatWantNoAnswerHoldTheirClientUpToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		hub := NewMethods()
		started := 0
		hub.Handle("M", Proc0(func(context.Context, *Conn) error { started++; <-hold; return nil }))
		w := newWorld(t, hub, Options{MaxOutstanding: 5})
		p := w.connect()
		sent := 0
		go func() {
			for range 50 {
				if p.socket.WriteMessage(1, []byte(`{"type":1,"target":"M","arguments":[]}`+"\x1e")) != nil {
					return
				}
				sent++
			}
		}()
		synctest.Wait()
		if sent > 8 {
			t.Errorf("%d calls were taken from the client", sent)
		}
		close(hold)
		synctest.Wait()
		if sent != 50 || started != 50 {
			t.Errorf("%d sent, %d started", sent, started)
		}
	})
}

func TestCallThatIsOverHasNoPlaceInTheLineToGive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int32
		over, hold := make(chan struct{}), make(chan struct{})
		hub := NewMethods()
		hub.Handle("Leave", Proc0(func(ctx context.Context, c *Conn) error {
			go func() {
				<-over
				// The call is over, so there is nothing to wait for, and nothing to step aside from.
				_, _ = c.Invoke(ctx, "Answer")
			}()
			return nil
		}))
		hub.Handle("M", Proc0(func(context.Context, *Conn) error {
			most.Store(max(most.Load(), running.Add(1)))
			<-hold
			running.Add(-1)
			return nil
		}))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"Leave","arguments":[]}`)
		p.expect(`{"type":3,"invocationId":"1","result":null}`)
		close(over)
		p.expect(`{"type":1,"invocationId":"s1","target":"Answer","arguments":[]}`)
		for range 3 {
			p.record(`{"type":1,"target":"M","arguments":[]}`)
		}
		synctest.Wait()
		if most.Load() != 1 {
			t.Errorf("%d calls run at the same time", most.Load())
		}
		close(hold)
	})
}
