package signalr

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// slowHub has methods that take their time in different ways.
func slowHub() *Methods {
	hub := NewMethods()
	hub.Handle("Sleep", Func1(func(_ context.Context, _ *Conn, microseconds int) (int, error) {
		time.Sleep(time.Duration(microseconds) * time.Microsecond)
		return microseconds, nil
	}))
	hub.Handle("Wait", Func0(func(ctx context.Context, _ *Conn) (string, error) {
		<-ctx.Done()
		return "cancelled", nil
	}))
	hub.Handle("Ask", Func0(func(ctx context.Context, c *Conn) (int, error) { return Invoke[int](ctx, c, "Answer") }))
	return hub
}

func TestCallsThatTakeLongDoNotKeepTheirClientsFromBeingRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, slowHub(), Options{})
		// More than there are posts, so that some of the calls are run by workers.
		peers := make([]*peer, watchPosts+10)
		for i := range peers {
			peers[i] = w.connect()
			peers[i].record(`{"type":1,"invocationId":"1","target":"Wait","arguments":[]}`)
		}
		for _, p := range peers {
			p.record(`{"type":5,"invocationId":"1"}`)
			p.expect(`{"type":3,"invocationId":"1","result":"cancelled"}`)
			p.record(`{"type":1,"invocationId":"2","target":"Sleep","arguments":[0]}`)
			p.expect(`{"type":3,"invocationId":"2","result":0}`)
		}
	})
}

func TestCallThatWaitsForItsClientIsRelievedAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, slowHub(), Options{})
		p := w.connect()
		start := time.Now()
		for i := range 3 {
			p.record(fmt.Sprintf(`{"type":1,"invocationId":"%d","target":"Ask","arguments":[]}`, i))
			p.expect(fmt.Sprintf(`{"type":1,"invocationId":"s%d","target":"Answer","arguments":[]}`, i+1))
			// Other calls run before the client has answered.
			p.record(`{"type":1,"invocationId":"x","target":"Sleep","arguments":[0]}`)
			p.expect(`{"type":3,"invocationId":"x","result":0}`)
			p.record(fmt.Sprintf(`{"type":3,"invocationId":"s%d","result":7}`, i+1))
			p.expect(fmt.Sprintf(`{"type":3,"invocationId":"%d","result":7}`, i))
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("the answers took %v to be read", took)
		}
	})
}

func TestOneReaderAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, slowHub(), Options{})
		const calls = 300
		var wg sync.WaitGroup
		for range 20 {
			p := w.connect()
			wg.Go(func() {
				for i := 0; i < calls; i++ {
					// Just about as long as it takes to be relieved, one call in a frame or several.
					var frame strings.Builder
					for range 1 + rand.IntN(3) {
						fmt.Fprintf(&frame, `{"type":1,"invocationId":"%d","target":"Sleep","arguments":[%d]}`+"\x1e", i, rand.IntN(3000))
						i++
					}
					i--
					if p.socket.WriteMessage(1, []byte(frame.String())) != nil {
						t.Error("not sent")
						return
					}
				}
				p.record(`{"type":1,"invocationId":"end","target":"Sleep","arguments":[0]}`)
			})
			wg.Go(func() {
				for i := 0; ; i++ {
					record, err := p.read()
					switch {
					case err != nil:
						t.Errorf("after %d answers: %v", i, err)
						return
					case record == `{"type":3,"invocationId":"end","result":0}`:
						if i < calls {
							t.Errorf("%d answers", i)
						}
						return
					case record == `{"type":6}`:
						i--
					case !strings.HasPrefix(record, fmt.Sprintf(`{"type":3,"invocationId":"%d",`, i)):
						t.Errorf("answer %d is %s", i, record)
						return
					}
				}
			})
		}
		wg.Wait()
	})
}

func TestNobodyWatchesWhereNothingRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, slowHub(), Options{})
		p := w.connect()
		for range 3 {
			p.record(`{"type":1,"invocationId":"1","target":"Sleep","arguments":[5000]}`)
			synctest.Wait()
			if !w.server.watch.on.Load() {
				t.Error("nobody watches over a call")
			}
			p.expect(`{"type":3,"invocationId":"1","result":5000}`)
			time.Sleep(3 * patience)
			synctest.Wait()
			if w.server.watch.on.Load() {
				t.Error("somebody watches where nothing runs")
			}
		}
	})
}

func TestMethodThatEndsItsGoroutineLeavesTheSocketAReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := slowHub()
		hub.Handle("Exit", Proc0(func(context.Context, *Conn) error { runtime.Goexit(); return nil }))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		p.record(`{"type":1,"target":"Exit","arguments":[]}`)
		p.record(`{"type":7}`)
		p.expect(`{"type":7}`)
		p.expectEnd(1000)
	})
}
