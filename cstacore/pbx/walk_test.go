package pbx

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// observer is a session that monitors one device and holds what it hears
// against the table of transitions.
type observer struct {
	t       *testing.T
	device  string
	states  map[string]csta.LocalConnectionState
	replies int
	refused int
}

func (o *observer) Reply(_ any, _ csta.Message, err error) {
	o.replies++
	if err != nil {
		o.refused++
	}
}

func (o *observer) Ask(csta.Message) {}

func (o *observer) Pass(f func()) { f() }

func (o *observer) Notify(_ string, p *Publication) {
	local := p.Event.Head().Local
	state := localState(p.Event)
	was, ok := o.states[local.CallID]
	if !ok {
		was = csta.LocalConnectionStateNull
	}
	if local.DeviceID.Value != o.device {
		o.t.Fatalf("device %s hears of %v as its own", o.device, local)
	}
	if was != state && !legal(was, state) {
		o.t.Fatalf("device %s hears %s: from %v to %v in call %s", o.device, p.Event.EventName(), was, state, local.CallID)
	}
	if state == csta.LocalConnectionStateNull {
		delete(o.states, local.CallID)
	} else {
		o.states[local.CallID] = state
	}
}

func legal(from, to csta.LocalConnectionState) bool {
	return slices.ContainsFunc(callmodel.Table, func(row callmodel.Transition) bool {
		return row.From == from && row.To == to && slices.Contains(row.Kinds, callmodel.Station)
	})
}

func localState(e csta.Event) csta.LocalConnectionState {
	switch e := e.(type) {
	case *csta.ServiceInitiatedEvent:
		return e.LocalConnectionInfo
	case *csta.OriginatedEvent:
		return e.LocalConnectionInfo
	case *csta.DeliveredEvent:
		return e.LocalConnectionInfo
	case *csta.EstablishedEvent:
		return e.LocalConnectionInfo
	case *csta.HeldEvent:
		return e.LocalConnectionInfo
	case *csta.RetrievedEvent:
		return e.LocalConnectionInfo
	case *csta.FailedEvent:
		return e.LocalConnectionInfo
	case *csta.NetworkReachedEvent:
		return e.LocalConnectionInfo
	case *csta.ConnectionClearedEvent:
		return e.LocalConnectionInfo
	default:
		return 0
	}
}

// TestRandomWalk has a whole tenant make, answer, hold and clear calls at
// random, with telephones that do what they like, and checks that every call
// that began ends in one record, that every request is answered once, that
// every monitor sees a legal walk, and that nothing is left in the end.
func TestRandomWalk(t *testing.T) {
	steps := 30_000
	if testing.Short() {
		steps = 3_000
	}
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			x := newExchange(t)
			r := rand.New(rand.NewPCG(seed, 1))
			numbers := []string{"200", "201", "202", "203", "204", "205", "299", "400", "22334455", "5550001", "5550002", "5550003"}
			principal := &access.Principal{User: "walker", Tenant: "demo", Control: []string{access.All}}
			var observers []*observer
			requests := 0
			ask := func(o *observer, m csta.Message) {
				requests++
				x.box.put(command{request: &Request{Outlet: o, Principal: principal, Message: m, CrossRefs: NamedApart}})
			}
			for _, device := range numbers[:6] {
				o := &observer{t: t, device: device, states: make(map[string]csta.LocalConnectionState)}
				observers = append(observers, o)
				ask(o, &csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(device)}})
			}
			x.settle()
			connection := func() csta.ConnectionID {
				id := csta.ConnectionID{DeviceID: csta.Device(numbers[r.IntN(len(numbers))])}
				if ids := x.sw.model.CallIDs(); len(ids) > 0 && r.IntN(4) > 0 {
					slices.Sort(ids)
					call, _ := x.sw.model.Call(ids[r.IntN(len(ids))])
					id = connectionID(call.Call, call.Connections[r.IntN(len(call.Connections))].Device)
				}
				return id
			}
			for range steps {
				x.said.Reset()
				o := observers[r.IntN(len(observers))]
				switch r.IntN(9) {
				case 0, 1:
					ask(o, &csta.MakeCall{
						CallingDevice: csta.Device(numbers[r.IntN(6)]), CalledDirectoryNumber: csta.Device(numbers[r.IntN(len(numbers))]),
						AutoOriginate: csta.AutoOriginate(1 + r.IntN(2)),
					})
				case 2, 3:
					ask(o, &csta.AnswerCall{CallToBeAnswered: connection()})
				case 4:
					ask(o, &csta.HoldCall{CallToBeHeld: connection()})
				case 5:
					ask(o, &csta.RetrieveCall{CallToBeRetrieved: connection()})
				case 6:
					ask(o, &csta.ClearConnection{ConnectionToBeCleared: connection()})
				case 7:
					x.wait(time.Duration(r.IntN(5_000)) * time.Millisecond)
				case 8:
					id := connection()
					x.box.Report(line.Report{
						Leg:  line.Leg{Call: id.CallID, Device: id.DeviceID.Value},
						Kind: line.ReportKind(1 + r.IntN(int(line.MediaLost))), Cause: csta.EventCauseNormalClearing,
					})
				}
				if r.IntN(3) > 0 { // otherwise the next command comes in the same moment
					x.settle()
				}
			}
			x.settle()
			x.said.Reset()
			x.wait(CallTime + time.Hour)
			replies, refused := 0, 0
			for _, o := range observers {
				replies += o.replies
				refused += o.refused
				if len(o.states) != 0 {
					t.Errorf("device %s was not told the end of %v", o.device, o.states)
				}
			}
			if replies != requests {
				t.Errorf("%d requests, %d replies", requests, replies)
			}
			if done := requests - refused; done < requests/10 {
				t.Errorf("only %d of %d requests were carried out, the walk shows little", done, requests)
			}
			if left := x.left(); left != "" || len(x.sw.model.CallIDs()) != 0 {
				t.Errorf("left: %s", left)
			}
			if _, due := x.sw.NextTimer(); due {
				t.Error("a timer is left")
			}
			checkRecords(t, x.entries)
		})
	}
}

// checkRecords: a call begins once, is answered at most once, and ends once,
// in this order.
func checkRecords(t *testing.T, entries []record.Entry) {
	t.Helper()
	last := make(map[string]record.EntryKind)
	for _, e := range entries {
		id, was := e.Call.Call, last[e.Call.Call]
		switch {
		case e.Kind == record.CallBegan && was != 0,
			e.Kind == record.CallAnswered && was != record.CallBegan,
			e.Kind == record.CallEnded && was != record.CallBegan && was != record.CallAnswered:
			t.Fatalf("call %s: entry %d after %d", id, e.Kind, was)
		}
		last[id] = e.Kind
		if e.Kind == record.CallEnded && (e.Call.Ended.Before(e.Call.Started) || len(e.Call.Parties) == 0 || e.Call.Cause == "") {
			t.Fatalf("the record of call %s: %+v", id, e.Call)
		}
	}
	for id, kind := range last {
		if kind != record.CallEnded {
			t.Errorf("call %s has no record", id)
		}
	}
}
