package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

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
