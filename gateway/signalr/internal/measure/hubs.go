package measure

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr"
)

// echoHub answers every call with its argument.
type echoHub struct{}

func (echoHub) OnConnected(*signalr.Conn) error     { return nil }
func (echoHub) OnDisconnected(*signalr.Conn, error) {}
func (echoHub) OnInvocation(inv *signalr.Invocation) {
	argument, err := inv.Argument(0)
	if err != nil {
		inv.FailError(err)
		return
	}
	inv.Complete(argument)
}

// echoMethods does the same by a registered method.
func echoMethods() *signalr.Methods {
	hub := signalr.NewMethods()
	hub.Handle("Echo", signalr.Func1(func(_ context.Context, _ *signalr.Conn, v json.RawMessage) (json.RawMessage, error) { return v, nil }))
	return hub
}

// soakMethods is a hub with a method of every kind.
func soakMethods() *signalr.Methods {
	hub := echoMethods()
	hub.Handle("Join", signalr.Proc0(func(_ context.Context, c *signalr.Conn) error { c.Join("g"); return nil }))
	hub.Handle("Fail", signalr.Proc0(func(context.Context, *signalr.Conn) error { return errors.New("as asked") }))
	hub.Handle("Wait", signalr.Proc0(func(ctx context.Context, _ *signalr.Conn) error { <-ctx.Done(); return ctx.Err() }))
	hub.Handle("Ask", signalr.Func0(func(ctx context.Context, c *signalr.Conn) (int, error) {
		ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
		defer cancel()
		return signalr.Invoke[int](ctx, c, "Answer")
	}))
	hub.Handle("Count", signalr.Stream1(func(_ context.Context, _ *signalr.Conn, n int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
		}
	}))
	hub.Handle("Sum", signalr.Func1(func(ctx context.Context, _ *signalr.Conn, numbers *signalr.Upload[int]) (int, error) {
		total := 0
		for n, err := range numbers.All(ctx) {
			if err != nil {
				return 0, err
			}
			total += n
		}
		return total, nil
	}))
	return hub
}

const (
	eventTarget = "Delivered"
	eventHead   = `{"type":1,"target":"` + eventTarget + `","arguments":[`
	eventTail   = "]}\x1e"
	// eventSize is the size of an event on the wire.
	eventSize = 200
	// eventNumber is where the number of an event begins; it has a fixed width.
	eventNumber      = len(eventHead) + len(`{"offset":"`)
	eventNumberWidth = 10
)

// event makes the record of the event with a number.
func event(number int) string {
	record := fmt.Sprintf(`%s{"offset":"%0*d","pad":"`, eventHead, eventNumberWidth, number)
	return record + strings.Repeat("x", eventSize-len(record)-len(`"}`)-len(eventTail)) + `"}` + eventTail
}

// numberOf returns the number of an event.
func numberOf(record []byte) (int, error) {
	if len(record) < eventNumber+eventNumberWidth {
		return 0, fmt.Errorf("measure: no event: %q", record)
	}
	return strconv.Atoi(string(record[eventNumber : eventNumber+eventNumberWidth]))
}
