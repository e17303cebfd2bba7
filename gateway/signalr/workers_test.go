package signalr

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// waitingHub has a method Quick and one that waits until hold is closed, whatever becomes of its client.
func waitingHub(hold <-chan struct{}) *Methods {
	hub := NewMethods()
	// Readers run the calls only of clients whose calls run one by one.
	hub.Parallelism = 2
	hub.Handle("Quick", Proc0(func(context.Context, *Conn) error { return nil }))
	hub.Handle("Wait", Proc0(func(context.Context, *Conn) error { <-hold; return nil }))
	return hub
}

// idleWorkers is the number of workers that wait for something to do.
func (s *Server) idleWorkers() int {
	s.workers.mu.Lock()
	defer s.workers.mu.Unlock()
	return len(s.workers.idle)
}

func TestOneWorkerIsEnoughForCallsOneAfterTheOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, waitingHub(nil), Options{})
		a, b := w.connect(), w.connect()
		for i := range 20 {
			for _, p := range []*peer{a, b} {
				p.record(fmt.Sprintf(`{"type":1,"invocationId":"%d","target":"Quick","arguments":[]}`, i))
				p.expect(fmt.Sprintf(`{"type":3,"invocationId":"%d","result":null}`, i))
				// The worker waits for more a moment after its answer is out.
				synctest.Wait()
			}
			if n := w.server.idleWorkers(); n != 1 {
				t.Fatalf("%d workers after call %d", n, i)
			}
		}
	})
}

func TestIdleWorkersAreFewAndGoWhenTheyAreNotNeeded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		w := newWorld(t, waitingHub(hold), Options{})
		// One call for each connection, all at once.
		const n = maxIdleWorkers + 20
		peers := make([]*peer, n)
		for i := range peers {
			peers[i] = w.connect()
			peers[i].record(`{"type":1,"invocationId":"1","target":"Wait","arguments":[]}`)
		}
		synctest.Wait()
		if idle := w.server.idleWorkers(); idle != 0 {
			t.Errorf("%d workers are idle while all wait", idle)
		}
		close(hold)
		for _, p := range peers {
			p.expect(`{"type":3,"invocationId":"1","result":null}`)
		}
		synctest.Wait()
		if idle := w.server.idleWorkers(); idle != maxIdleWorkers {
			t.Errorf("%d workers stay, not %d", idle, maxIdleWorkers)
		}
		time.Sleep(2*sweepInterval + time.Millisecond)
		synctest.Wait()
		if idle := w.server.idleWorkers(); idle != 0 {
			t.Errorf("%d workers are idle after seconds without a call", idle)
		}
		peers[0].record(`{"type":1,"invocationId":"2","target":"Quick","arguments":[]}`)
		peers[0].expect(`{"type":3,"invocationId":"2","result":null}`)
	})
}

func TestNoWorkerStaysWithoutConnections(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		w := newWorld(t, waitingHub(hold), Options{})
		for range 2 {
			p, q := w.connect(), w.connect()
			p.record(`{"type":1,"target":"Wait","arguments":[]}`)
			// Its worker is not the one that the other call leaves behind.
			synctest.Wait()
			q.record(`{"type":1,"invocationId":"1","target":"Quick","arguments":[]}`)
			q.expect(`{"type":3,"invocationId":"1","result":null}`)
			synctest.Wait()
			if idle := w.server.idleWorkers(); idle != 1 {
				t.Errorf("%d workers wait for calls", idle)
			}
			p.drop()
			q.drop()
			synctest.Wait()
			if idle := w.server.idleWorkers(); idle != 0 || w.server.Count() != 0 {
				t.Errorf("%d workers stay for %d connections", idle, w.server.Count())
			}
		}
		// The last worker comes back when nobody is left, and goes too: the bubble would notice one that stays.
		close(hold)
		synctest.Wait()
		if idle := w.server.idleWorkers(); idle != 0 {
			t.Errorf("%d workers stay after the last call", idle)
		}
		// Those who come then find the server as it was.
		p := w.connect()
		time.Sleep(2 * sweepInterval)
		p.record(`{"type":1,"invocationId":"1","target":"Quick","arguments":[]}`)
		p.expect(`{"type":3,"invocationId":"1","result":null}`)
	})
}
