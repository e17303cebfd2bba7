package signalr

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestStreamWaitsForItsReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		produced := 0
		hub := NewMethods()
		payload := strings.Repeat("x", 1000)
		hub.Handle("S", Stream0(func(context.Context, *Conn) iter.Seq2[string, error] {
			return func(yield func(string, error) bool) {
				for range 1000 {
					produced++
					if !yield(payload, nil) {
						return
					}
				}
			}
		}))
		w := newWorld(t, hub, Options{SendQueueSize: 128 << 10})
		p := w.connect()
		p.record(`{"type":4,"invocationId":"1","target":"S","arguments":[]}`)
		synctest.Wait()
		if produced > 120 {
			t.Errorf("%d items were produced although nobody reads", produced)
		}
		for range 1000 {
			p.next()
		}
		p.expect(`{"type":3,"invocationId":"1"}`)
	})
}

func TestUploadWaitsForItsMethod(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hold := make(chan struct{})
		hub := NewMethods()
		hub.Handle("U", Func1(func(ctx context.Context, _ *Conn, in *Upload[int]) (int, error) {
			<-hold
			n := 0
			for _, err := range in.All(ctx) {
				if err != nil {
					return 0, err
				}
				n++
			}
			return n, nil
		}))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"U","arguments":[],"streamIds":["2"]}`)
		sent := 0
		go func() {
			for i := range 100 {
				p.record(fmt.Sprintf(`{"type":2,"invocationId":"2","item":%d}`, i))
				sent++
			}
			p.record(`{"type":3,"invocationId":"2"}`)
		}()
		synctest.Wait()
		if sent < 10 || sent > 13 {
			t.Errorf("%d items were taken from the client, not 10", sent)
		}
		close(hold)
		p.expect(`{"type":3,"invocationId":"1","result":100}`)
	})
}

func TestUploadIsDroppedWhenItsMethodReturns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := NewMethods()
		var kept *Upload[int]
		hub.Handle("U", Func1(func(_ context.Context, _ *Conn, in *Upload[int]) (int, error) {
			time.Sleep(time.Second)
			kept = in
			return 0, nil
		}))
		hub.Handle("Zero", Func0(func(context.Context, *Conn) (int, error) { return 0, nil }))
		w := newWorld(t, hub, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"U","arguments":[],"streamIds":["2"]}`)
		go func() {
			for i := range 100 {
				p.record(fmt.Sprintf(`{"type":2,"invocationId":"2","item":%d}`, i))
			}
			p.record(`{"type":1,"invocationId":"3","target":"Zero","arguments":[]}`)
		}()
		p.expect(`{"type":3,"invocationId":"1","result":0}`)
		p.expect(`{"type":3,"invocationId":"3","result":0}`)
		for range 20 {
			if _, err := kept.Next(t.Context()); err != nil {
				return
			}
		}
		t.Error("the stream goes on")
	})
}
