package signalr

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestClientIsCalled(t *testing.T) {
	tests := []struct {
		name   string
		answer string
		want   string
	}{
		{"result", `{"type":3,"invocationId":"s1","result":7}`, "7 <nil>"},
		{"no result", `{"type":3,"invocationId":"s1"}`, "0 <nil>"},
		{"error", `{"type":3,"invocationId":"s1","error":"Client didn't provide a result."}`, "0 signalr: client answered: Client didn't provide a result."},
		{"answers to nobody", `{"type":3,"invocationId":"s2","result":1}` + "\x1e" + `{"type":3,"invocationId":"1","result":2}` + "\x1e" +
			`{"type":3,"invocationId":"s1","result":3}` + "\x1e" + `{"type":3,"invocationId":"s1","result":4}`, "3 <nil>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			hub := NewMethods()
			hub.Handle("Ask", Func0(func(ctx context.Context, c *Conn) (string, error) {
				n, err := Invoke[int](ctx, c, "Answer", "question")
				return fmt.Sprint(n, " ", err), nil
			}))
			w := newWorld(t, hub, Options{})
			p := w.connect()
			p.record(`{"type":1,"invocationId":"1","target":"Ask","arguments":[]}`)
			p.expect(`{"type":1,"invocationId":"s1","target":"Answer","arguments":["question"]}`)
			p.record(test.answer)
			p.expect(`{"type":3,"invocationId":"1","result":"` + test.want + `"}`)
		})
	}
}

func TestClientIsNotCalledFromOnConnected(t *testing.T) {
	failed := make(chan error, 1)
	w := newWorld(t, &funcHub{connected: func(c *Conn) error {
		_, err := c.Invoke(context.Background(), "Answer")
		failed <- err
		return nil
	}}, Options{})
	w.connect()
	if err := <-failed; !errors.Is(err, errTooEarly) {
		t.Errorf("error %v", err)
	}
}

func TestCallOfAClientEndsWithItsConnectionOrContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		conns := make(chan *Conn, 1)
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) { conns <- inv.Conn() }}, Options{})
		p := w.connect()
		p.record(`{"type":1,"target":"Come","arguments":[]}`)
		c := <-conns
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		go func() { _, _ = p.read() }()
		if _, err := c.Invoke(ctx, "A"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v", err)
		}
		go func() { p.drop() }()
		if _, err := c.Invoke(t.Context(), "B"); !errors.Is(err, ErrClosed) {
			t.Errorf("error %v", err)
		}
		if _, err := c.Invoke(t.Context(), "C"); !errors.Is(err, ErrClosed) {
			t.Errorf("error %v", err)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		if len(c.questions) != 0 {
			t.Error("calls are left")
		}
	})
}

// TestClientMayCallBackWhileItIsAsked covers what .NET does too: with calls running one by one, one that waits for the client
// lets the next one run, even where as many are outstanding as may be.
func TestClientMayCallBackWhileItIsAsked(t *testing.T) {
	hub := NewMethods()
	hub.Handle("Ask", Func0(func(ctx context.Context, c *Conn) (int, error) { return Invoke[int](ctx, c, "Answer") }))
	hub.Handle("Help", Func0(func(context.Context, *Conn) (int, error) { return 5, nil }))
	w := newWorld(t, hub, Options{MaxOutstanding: 1})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"Ask","arguments":[]}`)
	p.expect(`{"type":1,"invocationId":"s1","target":"Answer","arguments":[]}`)
	p.record(`{"type":1,"invocationId":"2","target":"Help","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"2","result":5}`)
	p.record(`{"type":3,"invocationId":"s1","result":6}`)
	p.expect(`{"type":3,"invocationId":"1","result":6}`)
	p.record(`{"type":1,"invocationId":"3","target":"Help","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"3","result":5}`)
}

func TestManyCallsOfAClientAtOnce(t *testing.T) {
	conns := make(chan *Conn, 1)
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) { conns <- inv.Conn() }}, Options{})
	p := w.connect()
	p.record(`{"type":1,"target":"Come","arguments":[]}`)
	c := <-conns
	const n = 200
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			if got, err := Invoke[int](t.Context(), c, "Double", i); err != nil || got != 2*i {
				t.Errorf("%d gave %d, %v", i, got, err)
			}
		})
	}
	for range n {
		var id, arg int
		if _, err := fmt.Sscanf(p.next(), `{"type":1,"invocationId":"s%d","target":"Double","arguments":[%d]}`, &id, &arg); err != nil {
			t.Fatal(err)
		}
		p.record(fmt.Sprintf(`{"type":3,"invocationId":"s%d","result":%d}`, id, 2*arg))
	}
	wg.Wait()
}

// TestClientThatNeverAnswersMakesOnlySoManyWait: a call that waits for the client is not one of its outstanding ones, so it has
// a limit of its own.
func TestClientThatNeverAnswersMakesOnlySoManyWait(t *testing.T) {
	hub := NewMethods()
	hub.Handle("Ask", Func0(func(ctx context.Context, c *Conn) (int, error) { return Invoke[int](ctx, c, "Answer") }))
	w := newWorld(t, hub, Options{MaxOutstanding: 2, DetailedErrors: true})
	p := w.connect()
	for i := range 2 {
		p.record(fmt.Sprintf(`{"type":1,"invocationId":"%d","target":"Ask","arguments":[]}`, i))
		p.expect(fmt.Sprintf(`{"type":1,"invocationId":"s%d","target":"Answer","arguments":[]}`, i+1))
	}
	p.record(`{"type":1,"invocationId":"2","target":"Ask","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"2","error":"An unexpected error occurred invoking 'Ask' on the server. Exception: ` + errTooManyQuestions.Error() + `"}`)
	p.record(`{"type":3,"invocationId":"s1","result":1}`)
	p.expect(`{"type":3,"invocationId":"0","result":1}`)
	p.record(`{"type":1,"invocationId":"3","target":"Ask","arguments":[]}`)
	p.expect(`{"type":1,"invocationId":"s3","target":"Answer","arguments":[]}`)
}
