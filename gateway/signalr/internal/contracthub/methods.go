package main

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr"
)

type conn = signalr.Conn

// person is an object as hubs exchange them.
type person struct {
	Name   string    `json:"name"`
	Age    int       `json:"age"`
	Photo  []byte    `json:"photo"`
	Born   time.Time `json:"born"`
	Friend *person   `json:"friend"`
}

// methods is the hub that every path has.
func methods() *signalr.Methods {
	hub := signalr.NewMethods()
	plainMethods(hub)
	failingMethods(hub)
	streamingMethods(hub)
	sendingMethods(hub)
	return hub
}

func plainMethods(hub *signalr.Methods) {
	hub.Handle("Echo", signalr.Func1(func(_ context.Context, _ *conn, v json.RawMessage) (json.RawMessage, error) { return v, nil }))
	hub.Handle("Three", signalr.Func3(func(_ context.Context, _ *conn, a, b, c json.RawMessage) ([]json.RawMessage, error) {
		return []json.RawMessage{a, b, c}, nil
	}))
	hub.Handle("Nothing", signalr.Proc0(func(context.Context, *conn) error { return nil }))
	hub.Handle("Bytes", signalr.Func1(func(_ context.Context, _ *conn, b []byte) ([]byte, error) { return b, nil }))
	hub.Handle("Tomorrow", signalr.Func1(func(_ context.Context, _ *conn, t time.Time) (time.Time, error) { return t.Add(24 * time.Hour), nil }))
	hub.Handle("Birthday", signalr.Func1(func(_ context.Context, _ *conn, p person) (person, error) {
		p.Age++
		return p, nil
	}))
	hub.Handle("Length", signalr.Func1(func(_ context.Context, _ *conn, s string) (int, error) { return len(s), nil }))
	hub.Handle("Repeat", signalr.Func2(func(_ context.Context, _ *conn, s string, n int) (string, error) { return strings.Repeat(s, n), nil }))
	hub.Handle("Sleep", signalr.Func1(func(ctx context.Context, c *conn, ms int) (bool, error) {
		if err := c.Send("Asleep"); err != nil {
			return false, err
		}
		select {
		case <-time.After(time.Duration(ms) * time.Millisecond):
			return true, nil
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}))
	hub.Handle("Who", signalr.Func0(func(_ context.Context, c *conn) (map[string]any, error) {
		return map[string]any{
			"id": c.ID(), "user": c.User(), "identity": c.Identity(), "transport": c.Transport().String(), "protocol": c.Protocol(),
			"header": c.Header("X-Contract"), "cookie": c.Header("Cookie"), "requestedWith": c.Header("X-Requested-With"),
		}, nil
	}))
}

func failingMethods(hub *signalr.Methods) {
	hub.Handle("Refuse", signalr.Proc1(func(_ context.Context, _ *conn, text string) error { return &signalr.HubError{Message: text} }))
	hub.Handle("Verbatim", signalr.Proc1(func(_ context.Context, _ *conn, text string) error { return &signalr.CallError{Text: text} }))
	hub.Handle("Break", signalr.Proc0(func(context.Context, *conn) error { return errors.New("disk full") }))
	hub.Handle("Panic", signalr.Proc0(func(context.Context, *conn) error { panic("gone wrong") }))
	hub.Handle("Secret", signalr.Proc0(func(context.Context, *conn) error { return nil }).Authorize(func(c *conn) bool { return c.User() == "root" }))
}

func streamingMethods(hub *signalr.Methods) {
	hub.Handle("Count", signalr.Stream1(func(_ context.Context, _ *conn, n int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
		}
	}))
	hub.Handle("Ticks", signalr.Stream1(func(ctx context.Context, _ *conn, ms int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			ticker := time.NewTicker(time.Duration(ms) * time.Millisecond)
			defer ticker.Stop()
			for i := 0; ; i++ {
				select {
				case <-ticker.C:
					if !yield(i, nil) {
						return
					}
				case <-ctx.Done():
					return
				}
			}
		}
	}))
	hub.Handle("FailingStream", signalr.Stream1(func(_ context.Context, _ *conn, text string) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			if !yield(1, nil) {
				return
			}
			if text == "" {
				yield(0, errors.New("disk full"))
			} else {
				yield(0, &signalr.HubError{Message: text})
			}
		}
	}))
	hub.Handle("Sum", signalr.Func1(func(ctx context.Context, _ *conn, numbers *signalr.Upload[int]) ([]int, error) {
		count, total, last := 0, 0, -1
		for n, err := range numbers.All(ctx) {
			if err != nil {
				return nil, err
			}
			if n != last+1 {
				return nil, &signalr.HubError{Message: "out of order"}
			}
			last = n
			count++
			total += n
		}
		return []int{count, total}, nil
	}))
	hub.Handle("Take", signalr.Func2(func(ctx context.Context, _ *conn, numbers *signalr.Upload[int], n int) (int, error) {
		for range n {
			if _, err := numbers.Next(ctx); err != nil {
				return 0, err
			}
		}
		return n, nil
	}))
	hub.Handle("Scale", signalr.Stream2(func(ctx context.Context, _ *conn, numbers *signalr.Upload[float64], by float64) iter.Seq2[float64, error] {
		return func(yield func(float64, error) bool) {
			for n, err := range numbers.All(ctx) {
				if !yield(n*by, err) {
					return
				}
			}
		}
	}))
}

func sendingMethods(hub *signalr.Methods) {
	hub.Handle("SendMe", signalr.Proc2(func(_ context.Context, c *conn, target string, v json.RawMessage) error { return c.Send(target, v) }))
	hub.Handle("SendMany", signalr.Proc2(func(_ context.Context, c *conn, target string, n int) error {
		for i := range n {
			if err := c.Send(target, i); err != nil {
				return err
			}
		}
		return nil
	}))
	hub.Handle("SendAll", signalr.Proc2(func(_ context.Context, c *conn, target string, v json.RawMessage) error {
		return c.Clients().All().Send(target, v)
	}))
	hub.Handle("SendOthers", signalr.Proc2(func(_ context.Context, c *conn, target string, v json.RawMessage) error {
		return c.Clients().Others().Send(target, v)
	}))
	hub.Handle("SendGroup", signalr.Proc3(func(_ context.Context, c *conn, group, target string, v json.RawMessage) error {
		return c.Clients().Group(group).Send(target, v)
	}))
	hub.Handle("SendUser", signalr.Proc3(func(_ context.Context, c *conn, user, target string, v json.RawMessage) error {
		return c.Clients().User(user).Send(target, v)
	}))
	hub.Handle("Join", signalr.Proc1(func(_ context.Context, c *conn, group string) error { c.Join(group); return nil }))
	hub.Handle("Leave", signalr.Proc1(func(_ context.Context, c *conn, group string) error { c.Leave(group); return nil }))
	hub.Handle("SendEvent", signalr.Proc2(func(_ context.Context, c *conn, offset int, body json.RawMessage) error {
		members := append([]byte(`"offset":`), mustJSON(offset)...)
		return c.Send("Event", signalr.Prefixed{Members: members, Rest: signalr.NewShared(body)})
	}))
	hub.Handle("Ask", signalr.Func2(func(ctx context.Context, c *conn, target string, v json.RawMessage) (json.RawMessage, error) {
		ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
		defer cancel()
		answer, err := c.Invoke(ctx, target, v)
		if refused, ok := errors.AsType[*signalr.ClientError](err); ok {
			return nil, &signalr.CallError{Text: refused.Text}
		}
		return answer, err
	}))
	hub.Handle("Leave!", signalr.Proc2(func(_ context.Context, c *conn, reason string, reconnect bool) error {
		c.Close(reason, reconnect)
		return nil
	}))
}

func mustJSON(n int) []byte {
	b, err := json.Marshal(n)
	if err != nil {
		panic(err)
	}
	return b
}
