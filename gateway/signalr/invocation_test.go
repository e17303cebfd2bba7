package signalr

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestInvocationIsAnswered(t *testing.T) {
	type in struct{ X int }
	tests := []struct {
		name   string
		call   string
		answer func(inv *Invocation)
		want   string
	}{
		{"result", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete(map[string]int{"a": 1}) },
			`{"type":3,"invocationId":"1","result":{"a":1}}`},
		{"no result", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete(nil) },
			`{"type":3,"invocationId":"1","result":null}`},
		{"html is not escaped", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete([]string{"<b>&"}) },
			`{"type":3,"invocationId":"1","result":["<b>&"]}`},
		{"encoded before", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete(NewShared([]byte(`{"z":[1,2]}`))) },
			`{"type":3,"invocationId":"1","result":{"z":[1,2]}}`},
		{"prefixed", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) {
				inv.Complete(Prefixed{Members: []byte(`"a":1`), Rest: NewShared([]byte(`{"b":2}`))})
			},
			`{"type":3,"invocationId":"1","result":{"a":1,"b":2}}`},
		{"cannot be encoded", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete(func() {}) },
			`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'M' on the server."}`},
		{"text as it is", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Fail("CSTAErrorCode operation.generic: no") },
			`{"type":3,"invocationId":"1","error":"CSTAErrorCode operation.generic: no"}`},
		{"hub error", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.FailHub("no") },
			`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'M' on the server. HubException: no"}`},
		{"inner error stays inside", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.FailError(errors.New("secret")) },
			`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'M' on the server."}`},
		{"wrapped hub error", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.FailError(fmt.Errorf("secret: %w", &HubError{Message: "no"})) },
			`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'M' on the server. HubException: no"}`},
		{"unknown method", `{"type":1,"invocationId":"1","target":"Nope","arguments":[]}`,
			func(inv *Invocation) { inv.FailUnknown() },
			`{"type":3,"invocationId":"1","error":"Failed to invoke 'Nope' due to an error on the server. HubException: Method does not exist."}`},
		{"panic", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(*Invocation) { panic("secret") },
			`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'M' on the server."}`},
		{"first answer counts", `{"type":1,"invocationId":"1","target":"M","arguments":[]}`,
			func(inv *Invocation) { inv.Complete(1); inv.Complete(2); inv.Fail("3") },
			`{"type":3,"invocationId":"1","result":1}`},
		{"wrong number of arguments", `{"type":1,"invocationId":"1","target":"M","arguments":[1,2]}`,
			func(inv *Invocation) { var n int; inv.FailError(inv.Bind(&n)) },
			`{"type":3,"invocationId":"1","error":"Failed to invoke 'M' due to an error on the server."}`},
		{"wrong type of argument", `{"type":1,"invocationId":"1","target":"M","arguments":["a"]}`,
			func(inv *Invocation) { var n int; inv.FailError(inv.Bind(&n)) },
			`{"type":3,"invocationId":"1","error":"Failed to invoke 'M' due to an error on the server."}`},
		{"bound", `{"arguments":[{"x":7},"é"],"target":"M","invocationId":"é\"1","type":1}`,
			func(inv *Invocation) {
				var a in
				var b string
				if err := inv.Bind(&a, &b); err != nil {
					inv.FailError(err)
					return
				}
				inv.Complete(fmt.Sprint(inv.Target(), inv.NumArguments(), a.X, b))
			},
			`{"type":3,"invocationId":"é\"1","result":"M2 7é"}`},
		{"raw arguments", `{"type":1,"invocationId":"1","target":"M","arguments":[ {"a" : 1} , null ]}`,
			func(inv *Invocation) {
				all, err := inv.Arguments()
				first, err0 := inv.Argument(0)
				third, err2 := inv.Argument(2)
				inv.Complete([]any{string(all), string(first), string(third), errors.Join(err, err0, err2)})
			},
			`{"type":3,"invocationId":"1","result":["[ {\"a\" : 1} , null ]","{\"a\" : 1}","null",null]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, &funcHub{invocation: test.answer}, Options{})
			p := w.connect()
			p.record(test.call)
			p.expect(test.want)
		})
	}
}

func TestDetailedErrorsTellWhatWasWrong(t *testing.T) {
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		var n int
		if err := inv.Bind(&n); err != nil {
			inv.FailError(err)
			return
		}
		inv.FailError(errors.New("disk full"))
	}}, Options{DetailedErrors: true})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[1,2]}`)
	p.expect(`{"type":3,"invocationId":"1","error":"Failed to invoke 'M' due to an error on the server. InvalidDataException: Invocation provides 2 argument(s) but target expects 1."}`)
	p.record(`{"type":1,"invocationId":"2","target":"M","arguments":[1]}`)
	p.expect(`{"type":3,"invocationId":"2","error":"An unexpected error occurred invoking 'M' on the server. Exception: disk full"}`)
	p.record(`{"type":1,"invocationId":"3","target":"M","arguments":["x"]}`)
	if got := p.next(); !strings.Contains(got, "InvalidDataException: Error binding arguments. Make sure that the types") {
		t.Errorf("answered %s", got)
	}
}

func TestInvocationWithoutIDIsNeverAnswered(t *testing.T) {
	called := make(chan string, 3)
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		called <- inv.Target()
		if inv.ID() == "" {
			inv.Fail("never seen")
			return
		}
		inv.Complete(2)
	}}, Options{})
	p := w.connect()
	p.record(`{"type":1,"target":"A","arguments":[]}`)
	p.record(`{"type":1,"invocationId":"2","target":"B","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"2","result":2}`)
	if a, b := <-called, <-called; a != "A" || b != "B" {
		t.Errorf("called %s, %s", a, b)
	}
}

func TestInvocationsAreCalledInOrderAndMayBeAnsweredLater(t *testing.T) {
	const n = 500
	pending := make(chan *Invocation, n)
	var order []string
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		order = append(order, inv.ID())
		pending <- inv
	}}, Options{MaxOutstanding: n + 1})
	p := w.connect()
	var frame strings.Builder
	for i := range n {
		fmt.Fprintf(&frame, `{"type":1,"invocationId":"%d","target":"M","arguments":[%d]}`+"\x1e", i, i)
	}
	p.send(frame.String())
	var all []*Invocation
	for range n {
		all = append(all, <-pending)
	}
	for i := n - 1; i >= 0; i-- {
		go all[i].Complete(i)
	}
	seen := map[string]bool{}
	for range n {
		var m struct {
			InvocationID string
			Result       int
		}
		if err := json.Unmarshal([]byte(p.next()), &m); err != nil {
			t.Fatal(err)
		}
		if m.InvocationID != fmt.Sprint(m.Result) || seen[m.InvocationID] {
			t.Fatalf("answer %v", m)
		}
		seen[m.InvocationID] = true
	}
	for i, id := range order {
		if id != fmt.Sprint(i) {
			t.Fatalf("call %d was that of %s", i, id)
		}
	}
}

func TestWhatAMethodSendsPrecedesItsAnswer(t *testing.T) {
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		for i := range 3 {
			if err := inv.Conn().Send("Progress", i, "of", 3); err != nil {
				t.Error(err)
			}
		}
		inv.Complete(true)
	}}, Options{})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
	for i := range 3 {
		p.expect(fmt.Sprintf(`{"type":1,"target":"Progress","arguments":[%d,"of",3]}`, i))
	}
	p.expect(`{"type":3,"invocationId":"1","result":true}`)
}

func TestReadingPausesWhileTooManyInvocationsAreOutstanding(t *testing.T) {
	const limit = 4
	pending := make(chan *Invocation, 100)
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) { pending <- inv }}, Options{MaxOutstanding: limit})
	p := w.connect()
	var frame strings.Builder
	for i := range 3 * limit {
		fmt.Fprintf(&frame, `{"type":1,"invocationId":"%d","target":"M","arguments":[]}`+"\x1e", i)
	}
	p.sendAside(frame.String())
	var held []*Invocation
	for range limit {
		held = append(held, <-pending)
	}
	for next := limit; next < 3*limit; next++ {
		select {
		case inv := <-pending:
			t.Fatalf("invocation %s was let in although %d are outstanding", inv.ID(), limit)
		default:
		}
		held[0].Complete(nil)
		held = append(held[1:], <-pending)
		p.expect(fmt.Sprintf(`{"type":3,"invocationId":"%d","result":null}`, next-limit))
	}
	// What is left unanswered must not keep the connection from ending.
}

func TestContextEndsWithTheInvocation(t *testing.T) {
	t.Run("completed", func(t *testing.T) {
		done := make(chan struct{})
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
			ctx := inv.Context()
			go func() { <-ctx.Done(); close(done) }()
			inv.Complete(nil)
			if inv.Context().Err() == nil {
				t.Error("context lives on")
			}
		}}, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
		p.next()
		<-done
	})
	t.Run("cancelled", func(t *testing.T) {
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
			ctx := inv.Context()
			go func() { <-ctx.Done(); inv.Complete("cancelled") }()
		}}, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
		p.record(`{"type":5,"invocationId":"other"}`)
		p.record(`{"type":5,"invocationId":"1"}`)
		p.expect(`{"type":3,"invocationId":"1","result":"cancelled"}`)
	})
	t.Run("connection lost", func(t *testing.T) {
		done := make(chan struct{})
		w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
			ctx := inv.Context()
			go func() { <-ctx.Done(); inv.Complete(nil); close(done) }()
		}}, Options{})
		p := w.connect()
		p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[]}`)
		p.drop()
		<-done
	})
}

// bomb is a result whose own code panics.
type bomb struct{}

func (bomb) AppendJSON([]byte) []byte { panic("boom") }

func TestResultThatPanicsIsAnError(t *testing.T) {
	hub := NewMethods()
	hub.Handle("Bomb", Func0(func(context.Context, *Conn) (bomb, error) { return bomb{}, nil }))
	w := newWorld(t, hub, Options{MaxOutstanding: 1})
	p := w.connect()
	for range 3 {
		p.record(`{"type":1,"invocationId":"1","target":"Bomb","arguments":[]}`)
		p.expect(`{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Bomb' on the server."}`)
	}
}
