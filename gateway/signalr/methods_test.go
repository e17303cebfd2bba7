package signalr

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
)

type sum struct {
	A, B int
}

// methodHub has a method of every kind.
func methodHub() *Methods {
	h := NewMethods()
	h.Handle("Zero", Func0(func(context.Context, *Conn) (string, error) { return "0", nil }))
	h.Handle("One", Func1(func(_ context.Context, _ *Conn, a []int) (int, error) { return len(a), nil }))
	h.Handle("Two", Func2(func(_ context.Context, _ *Conn, a, b int) (sum, error) { return sum{a, b}, nil }))
	h.Handle("Three", Func3(func(_ context.Context, _ *Conn, a string, b *int, c map[string]bool) (string, error) {
		return fmt.Sprint(a, b == nil, c["x"]), nil
	}))
	h.Handle("Nothing", Proc0(func(context.Context, *Conn) error { return nil }))
	h.Handle("Refuse", Proc1(func(_ context.Context, _ *Conn, text string) error { return &HubError{Message: text} }))
	h.Handle("Verbatim", Proc2(func(_ context.Context, _ *Conn, a, b string) error { return &CallError{Text: a + b} }))
	h.Handle("Break", Proc3(func(_ context.Context, _ *Conn, _, _, _ int) error { return errors.New("secret") }))
	h.Handle("Panic", Proc0(func(context.Context, *Conn) error { panic("secret") }))
	h.Handle("Secret", Proc0(func(context.Context, *Conn) error { return nil }).Authorize(func(c *Conn) bool { return c.User() == "root" }))
	h.Handle("Count", Stream1(func(_ context.Context, _ *Conn, n int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
		}
	}))
	h.Handle("CountAndFail", Stream2(func(_ context.Context, _ *Conn, n int, err string) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
			if err == "" {
				yield(0, errors.New("secret"))
			} else {
				yield(0, &HubError{Message: err})
			}
		}
	}))
	h.Handle("Forever", Stream0(func(ctx context.Context, _ *Conn) iter.Seq2[string, error] {
		return Received(ctx, make(chan string))
	}))
	h.Handle("Sum", Func1(func(ctx context.Context, _ *Conn, numbers *Upload[int]) (int, error) {
		total := 0
		for n, err := range numbers.All(ctx) {
			if err != nil {
				return 0, err
			}
			total += n
		}
		return total, nil
	}))
	h.Handle("Scale", Stream2(func(ctx context.Context, _ *Conn, numbers *Upload[float64], by float64) iter.Seq2[float64, error] {
		return func(yield func(float64, error) bool) {
			for n, err := range numbers.All(ctx) {
				if !yield(n*by, err) {
					return
				}
			}
		}
	}))
	return h
}

func TestMethods(t *testing.T) {
	tests := []struct {
		name string
		send []string
		want []string
	}{
		{"no parameter", []string{`{"type":1,"invocationId":"1","target":"Zero","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","result":"0"}`}},
		{"name in other case", []string{`{"type":1,"invocationId":"1","target":"zERO","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","result":"0"}`}},
		{"one parameter", []string{`{"type":1,"invocationId":"1","target":"One","arguments":[[1,2,3]]}`},
			[]string{`{"type":3,"invocationId":"1","result":3}`}},
		{"two parameters", []string{`{"type":1,"invocationId":"1","target":"Two","arguments":[1,2]}`},
			[]string{`{"type":3,"invocationId":"1","result":{"A":1,"B":2}}`}},
		{"three parameters", []string{`{"type":1,"invocationId":"1","target":"Three","arguments":["a",null,{"x":true}]}`},
			[]string{`{"type":3,"invocationId":"1","result":"atrue true"}`}},
		{"no result", []string{`{"type":1,"invocationId":"1","target":"Nothing","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","result":null}`}},
		{"hub error", []string{`{"type":1,"invocationId":"1","target":"Refuse","arguments":["no"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Refuse' on the server. HubException: no"}`}},
		{"error in the method's own words", []string{`{"type":1,"invocationId":"1","target":"Verbatim","arguments":["a","b"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"ab"}`}},
		{"inner error", []string{`{"type":1,"invocationId":"1","target":"Break","arguments":[1,2,3]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Break' on the server."}`}},
		{"panic", []string{`{"type":1,"invocationId":"1","target":"Panic","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Panic' on the server."}`}},
		{"unknown", []string{`{"type":1,"invocationId":"1","target":"Nope","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Nope' due to an error on the server. HubException: Method does not exist."}`}},
		{"not authorized", []string{`{"type":1,"invocationId":"1","target":"Secret","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Secret' because user is unauthorized"}`}},
		{"too few arguments", []string{`{"type":1,"invocationId":"1","target":"Two","arguments":[1]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Two' due to an error on the server."}`}},
		{"wrong type", []string{`{"type":1,"invocationId":"1","target":"Two","arguments":[1,"2"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Two' due to an error on the server."}`}},
		{"stream", []string{`{"type":4,"invocationId":"1","target":"Count","arguments":[2]}`},
			[]string{`{"type":2,"invocationId":"1","item":0}`, `{"type":2,"invocationId":"1","item":1}`, `{"type":3,"invocationId":"1"}`}},
		{"empty stream", []string{`{"type":4,"invocationId":"1","target":"Count","arguments":[0]}`},
			[]string{`{"type":3,"invocationId":"1"}`}},
		{"stream that fails", []string{`{"type":4,"invocationId":"1","target":"CountAndFail","arguments":[1,""]}`},
			[]string{`{"type":2,"invocationId":"1","item":0}`, `{"type":3,"invocationId":"1","error":"An error occurred on the server while streaming results."}`}},
		{"stream that fails with a hub error", []string{`{"type":4,"invocationId":"1","target":"CountAndFail","arguments":[0,"no"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An error occurred on the server while streaming results. HubException: no"}`}},
		{"stream with arguments that do not fit", []string{`{"type":4,"invocationId":"1","target":"Count","arguments":["x"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Count' due to an error on the server."}`}},
		{"stream called as a plain method", []string{`{"type":1,"invocationId":"1","target":"Count","arguments":[1]}`},
			[]string{`{"type":3,"invocationId":"1","error":"The client attempted to invoke the streaming 'Count' method with a non-streaming invocation."}`}},
		{"plain method called as a stream", []string{`{"type":4,"invocationId":"1","target":"Zero","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"The client attempted to invoke the non-streaming 'Zero' method with a streaming invocation."}`}},
		{"stream that is cancelled", []string{`{"type":4,"invocationId":"1","target":"Forever","arguments":[]}`, `{"type":5,"invocationId":"1"}`},
			[]string{`{"type":3,"invocationId":"1"}`}},
		{"two streams with one id", []string{`{"type":4,"invocationId":"1","target":"Forever","arguments":[]}`, `{"type":4,"invocationId":"1","target":"Forever","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"Invocation ID '1' is already in use."}`}},
		{"upload", []string{`{"type":1,"invocationId":"1","target":"Sum","arguments":[],"streamIds":["2"]}`,
			`{"type":2,"invocationId":"2","item":5}`, `{"type":2,"invocationId":"2","item":6}`, `{"type":3,"invocationId":"2"}`},
			[]string{`{"type":3,"invocationId":"1","result":11}`}},
		{"upload that fails", []string{`{"type":1,"invocationId":"1","target":"Sum","arguments":[],"streamIds":["2"]}`,
			`{"type":2,"invocationId":"2","item":5}`, `{"type":3,"invocationId":"2","error":"lost"}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Sum' on the server. HubException: lost"}`}},
		{"upload of what does not fit", []string{`{"type":1,"invocationId":"1","target":"Sum","arguments":[],"streamIds":["2"]}`,
			`{"type":2,"invocationId":"2","item":"x"}`, `{"type":2,"invocationId":"2","item":1}`},
			[]string{`{"type":3,"invocationId":"1","error":"Failed to invoke 'Sum' due to an error on the server."}`}},
		{"no upload", []string{`{"type":1,"invocationId":"1","target":"Sum","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Sum' on the server. HubException: Client sent 0 stream(s), Hub method expects 1."}`}},
		{"upload that is not expected", []string{`{"type":1,"invocationId":"1","target":"Zero","arguments":[],"streamIds":["2"]}`},
			[]string{`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Zero' on the server. HubException: Client sent 1 stream(s), Hub method expects 0."}`}},
		{"streams both ways", []string{`{"type":4,"invocationId":"1","target":"Scale","arguments":[2.5],"streamIds":["2"]}`,
			`{"type":2,"invocationId":"2","item":2}`, `{"type":2,"invocationId":"2","item":4}`, `{"type":3,"invocationId":"2"}`},
			[]string{`{"type":2,"invocationId":"1","item":5}`, `{"type":2,"invocationId":"1","item":10}`, `{"type":3,"invocationId":"1"}`}},
		{"upload with a call that wants no answer", []string{`{"type":1,"target":"Sum","arguments":[],"streamIds":["2"]}`,
			`{"type":2,"invocationId":"2","item":5}`, `{"type":3,"invocationId":"2"}`, `{"type":1,"invocationId":"3","target":"Zero","arguments":[]}`},
			[]string{`{"type":3,"invocationId":"3","result":"0"}`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, methodHub(), Options{})
			p := w.connect()
			p.sendAside(strings.Join(test.send, "\x1e") + "\x1e")
			for _, want := range test.want {
				p.expect(want)
			}
		})
	}
}

func TestMethodsSeeTheirConnectionEnd(t *testing.T) {
	done := make(chan error, 2)
	hub := NewMethods()
	hub.Handle("Wait", Proc0(func(ctx context.Context, _ *Conn) error {
		<-ctx.Done()
		done <- ctx.Err()
		return nil
	}))
	hub.Handle("Take", Proc1(func(ctx context.Context, _ *Conn, in *Upload[int]) error {
		_, err := in.Next(ctx)
		done <- err
		return nil
	}))
	w := newWorld(t, hub, Options{})
	p := w.connect()
	p.record(`{"type":1,"target":"Take","arguments":[],"streamIds":["1"]}`)
	p.record(`{"type":1,"target":"Wait","arguments":[]}`)
	p.drop()
	for range 2 {
		if err := <-done; err == nil {
			t.Error("no error")
		}
	}
}

func TestRegisteringTwicePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	h := methodHub()
	h.Handle("ZERO", Proc0(func(context.Context, *Conn) error { return nil }))
}

func TestMethodsTellOfConnections(t *testing.T) {
	hub := NewMethods()
	events := make(chan string, 2)
	hub.OnConnect = func(*Conn) error { events <- "connected"; return nil }
	hub.OnDisconnect = func(*Conn, error) { events <- "disconnected" }
	w := newWorld(t, hub, Options{})
	w.connect().drop()
	if a, b := <-events, <-events; a != "connected" || b != "disconnected" {
		t.Errorf("%s, %s", a, b)
	}
}
