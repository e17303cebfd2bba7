package pbx

import (
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// walkSteps is how long TestRandomWalk goes on with each seed:
//
//	go test ./cstacore/pbx -run RandomWalk -walk 1000000 -timeout 1h
var walkSteps = flag.Int("walk", 30_000, "commands of a random walk")

// walkers are the telephones of the walk; the directory has a queue and two
// parking places besides.
const walkers = 50

// walk is a tenant of fifty telephones whose users, and programs, do what they
// like.
type walk struct {
	*exchange
	r         *rand.Rand
	principal *access.Principal
	observers []*observer
	desk      *desk
	routers   []*walkRouter
	routed    int
	requests  int
	numbers   []string
}

func newWalk(t *testing.T, seed uint64, observed bool) *walk {
	dir := scenario.Directory()
	dir.Devices = []record.Device{
		{ID: "400", Tenant: "demo", Kind: record.DeviceQueue}, {ID: "490", Tenant: "demo", Kind: record.DevicePark},
		{ID: "491", Tenant: "demo", Kind: record.DevicePark},
	}
	w := &walk{
		exchange: &exchange{t: t, box: newMailbox(), now: scenarioStart, sessions: make(map[string]*listener)},
		r:        rand.New(rand.NewPCG(seed, 1)),
		numbers:  []string{"299", "400", "400", "401", "401", "402", "485", "490", "491", "480", "480", "480", "481", "22334455", "33445566", "5550001", "5550002", "5550003"},
	}
	w.principal = &access.Principal{User: "walker", Tenant: "demo", Control: []string{access.All}}
	dir.Devices = append(dir.Devices, record.Device{ID: "485", Tenant: "demo", Kind: record.DeviceAnnouncement}, record.Device{ID: "401", Tenant: "demo", Kind: record.DeviceQueue}, record.Device{ID: "402", Tenant: "demo", Kind: record.DeviceQueue})
	dir.Queues = []record.Queue{
		{Device: "400", Members: []string{"200", "201", "202", "203"}, QueueRules: record.QueueRules{MaxWait: 40, MaxWaiting: 5, Overflow: "401", WrapUpTime: 5, ServiceLevel: 10}},
		{Device: "401", Members: []string{"203", "204", "205"}, QueueRules: record.QueueRules{Strategy: record.RingAll, Attended: true, Overflow: "402", RingTime: 8}},
		{Device: "402", Members: []string{"206", "207"}, QueueRules: record.QueueRules{Strategy: record.RoundRobin, Hunt: true, Overflow: "22334455"}},
	}
	dir.Devices = append(dir.Devices, walkRoutePoints...)
	for i := range walkers {
		d := record.Device{ID: fmt.Sprint(200 + i), Tenant: "demo", Kind: record.DeviceStation, Offered: i%10 == 9, PickupGroups: []string{fmt.Sprint("group", i%5)}}
		dir.Devices = append(dir.Devices, d)
		w.numbers = append(w.numbers, d.ID, d.ID) // called more often than the rest
	}
	w.sw = NewSwitch(dir, &scenario.IDs{}, sim.NewPhones(w.box), sim.NewTrunk(w.box))
	w.desk = &desk{hash: fnv.New64a()}
	if observed {
		for i := range walkers {
			o := &observer{t: t, device: fmt.Sprint(200 + i), states: make(map[string]csta.LocalConnectionState)}
			o.seen = w.sw.looks(o.device)
			w.observers = append(w.observers, o)
			w.ask(o, &csta.MonitorStart{
				MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(o.device)}, RequestedMonitorFilter: &csta.MonitorFilter{},
			})
		}
	} else {
		w.ask(w.desk, &csta.MonitorTrunk{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(allTrunk)}})
		for i := range walkers / 2 {
			w.ask(w.desk, &csta.MonitorStart{
				MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(fmt.Sprint(200 + i))}, RequestedMonitorFilter: &csta.MonitorFilter{},
			})
		}
	}
	w.settle()
	return w
}

func (w *walk) ask(o Outlet, m csta.Message) {
	w.requests++
	w.box.put(command{request: &Request{Outlet: o, Principal: w.principal, Message: m, CrossRefs: NamedApart}})
}

func (w *walk) telephone() csta.DeviceID { return csta.Device(fmt.Sprint(200 + w.r.IntN(walkers))) }

func (w *walk) number() csta.DeviceID { return csta.Device(w.numbers[w.r.IntN(len(w.numbers))]) }

// connection gives a connection, more often than not one that a service may
// act on.
func (w *walk) connection(service string) csta.ConnectionID {
	ids := w.sw.model.CallIDs()
	if len(ids) == 0 || w.r.IntN(20) == 0 {
		return csta.ConnectionID{DeviceID: w.number()}
	}
	slices.Sort(ids)
	start := w.r.IntN(len(ids))
	for i := range ids {
		call, _ := w.sw.model.Call(ids[(start+i)%len(ids)])
		for j := range call.Connections {
			if w.sw.model.CheckService(service, call.Call, call.Connections[j].Device) == nil {
				return connectionID(call.Call, call.Connections[j].Device)
			}
		}
		if w.r.IntN(4) == 0 {
			return connectionID(call.Call, call.Connections[w.r.IntN(len(call.Connections))].Device)
		}
	}
	return csta.ConnectionID{CallID: ids[start]}
}

// pair gives a held and an active connection of one device.
func (w *walk) pair(service string) (held, active csta.ConnectionID) {
	id := w.connection(service)
	calls := w.sw.model.CallsAt(id.DeviceID.Value)
	if len(calls) < 2 {
		return id, id
	}
	held, active = connectionID(calls[0].Call, id.DeviceID.Value), connectionID(calls[1].Call, id.DeviceID.Value)
	if calls[1].State(id.DeviceID.Value) == csta.LocalConnectionStateHold {
		held, active = active, held
	}
	return held, active
}

// walkRequests makes the requests of a walk; those that are there more often
// are made more often.
var walkRequests = []func(*walk) csta.Message{
	(*walk).makeCall, (*walk).makeCall, (*walk).makeCall, (*walk).makeCall, (*walk).makeCall, (*walk).makeCall,
	func(w *walk) csta.Message { return &csta.AnswerCall{CallToBeAnswered: w.connection("AnswerCall")} },
	func(w *walk) csta.Message { return &csta.AnswerCall{CallToBeAnswered: w.connection("AnswerCall")} },
	func(w *walk) csta.Message { return &csta.AnswerCall{CallToBeAnswered: w.connection("AnswerCall")} },
	func(w *walk) csta.Message { return &csta.AnswerCall{CallToBeAnswered: w.connection("AnswerCall")} },
	func(w *walk) csta.Message {
		return &csta.ClearConnection{ConnectionToBeCleared: w.connection("ClearConnection")}
	},
	func(w *walk) csta.Message {
		return &csta.ClearConnection{ConnectionToBeCleared: w.connection("ClearConnection")}
	},
	func(w *walk) csta.Message { return &csta.ClearCall{CallToBeCleared: w.connection("ClearCall")} },
	func(w *walk) csta.Message { return &csta.AcceptCall{CallToBeAccepted: w.connection("AcceptCall")} },
	func(w *walk) csta.Message { return &csta.HoldCall{CallToBeHeld: w.connection("HoldCall")} },
	func(w *walk) csta.Message {
		return &csta.RetrieveCall{CallToBeRetrieved: w.connection("RetrieveCall")}
	},
	func(w *walk) csta.Message {
		held, active := w.pair("AlternateCall")
		return &csta.AlternateCall{HeldCall: held, ActiveCall: active}
	},
	func(w *walk) csta.Message {
		held, active := w.pair("ReconnectCall")
		return &csta.ReconnectCall{HeldCall: held, ActiveCall: active}
	},
	(*walk).consultationCall, (*walk).consultationCall,
	func(w *walk) csta.Message {
		held, active := w.pair("TransferCall")
		return &csta.TransferCall{HeldCall: held, ActiveCall: active}
	},
	func(w *walk) csta.Message {
		held, active := w.pair("ConferenceCall")
		return &csta.ConferenceCall{HeldCall: held, ActiveCall: active}
	},
	func(w *walk) csta.Message {
		return &csta.SingleStepTransferCall{ActiveCall: w.connection("SingleStepTransferCall"), TransferredTo: w.number()}
	},
	func(w *walk) csta.Message {
		return &csta.SingleStepConferenceCall{ActiveCall: w.connection("SingleStepConferenceCall"), DeviceToJoin: w.number(), ParticipationType: csta.ParticipationType(w.r.IntN(3))}
	},
	func(w *walk) csta.Message {
		return &csta.JoinCall{ActiveCall: w.connection("JoinCall"), JoiningDevice: w.telephone(), AutoOriginate: csta.AutoOriginate(w.r.IntN(3)), ParticipationType: csta.ParticipationType(w.r.IntN(3))}
	},
	func(w *walk) csta.Message {
		return &csta.DeflectCall{CallToBeDiverted: w.connection("DeflectCall"), NewDestination: []csta.DeviceID{w.number()}}
	},
	func(w *walk) csta.Message {
		return &csta.DirectedPickupCall{CallToBePickedUp: w.connection("DirectedPickupCall"), RequestingDevice: w.telephone()}
	},
	func(w *walk) csta.Message { return &csta.GroupPickupCall{NewDestination: w.telephone()} },
	func(w *walk) csta.Message {
		return &csta.ParkCall{Parking: w.connection("ParkCall"), ParkTo: csta.Device([]string{"490", "491", "200"}[w.r.IntN(3)])}
	},
	func(w *walk) csta.Message { return &csta.CallBack{CallbackConnection: w.connection("CallBack")} },
	func(w *walk) csta.Message {
		return &csta.CallBackNonCallRelated{OriginatingDevice: w.telephone(), TargetDevice: w.number()}
	},
	func(w *walk) csta.Message {
		origin, target := w.telephone(), w.telephone()
		if set := w.sw.callBacks.at(origin.Value); len(set) > 0 {
			target = csta.Device(set[0].target)
		}
		return &csta.CancelCallBack{OriginatingDevice: origin, TargetDevice: target}
	},
	func(w *walk) csta.Message { return &csta.CamponCall{CamponConnection: w.connection("CamponCall")} },
	func(w *walk) csta.Message {
		return &csta.IntrudeCall{Intrude: w.connection("IntrudeCall"), ParticipationType: csta.ParticipationType(w.r.IntN(3))}
	},
	func(w *walk) csta.Message {
		return &csta.DialDigits{DiallingConnection: w.connection("DialDigits"), DiallingSequence: csta.Device(w.number().Value + []string{"", ";"}[w.r.IntN(2)])}
	},
	func(w *walk) csta.Message {
		return &csta.MakePredictiveCall{CallingDevice: w.telephone(), CalledDirectoryNumber: w.number()}
	},
	func(w *walk) csta.Message {
		return &csta.GenerateDigits{ConnectionToSendDigits: w.connection("GenerateDigits"), CharactersToSend: "12#"}
	},
	func(w *walk) csta.Message {
		return &csta.AssociateData{ExistingCall: w.connection("AssociateData"), CorrelatorData: &csta.CorrelatorData{String: fmt.Append(nil, w.requests)}}
	},
	(*walk).setForwarding, (*walk).setForwarding,
	func(w *walk) csta.Message {
		return &csta.SetAgentState{Device: w.telephone(), RequestedAgentState: csta.ReqAgentState(1 + w.r.IntN(5))}
	},
	func(w *walk) csta.Message {
		return &csta.SetQueueMember{
			Device: csta.Device(fmt.Sprint(400 + w.r.IntN(3))), AgentDN: csta.Device(fmt.Sprint(200 + w.r.IntN(10))), ActivateAgent: w.r.IntN(4) > 0,
		}
	},
	func(*walk) csta.Message { return &csta.GetQueueMember{Device: csta.Device("401")} },
	func(w *walk) csta.Message {
		return &csta.SetDoNotDisturb{Device: w.telephone(), DoNotDisturbOn: w.r.IntN(6) == 0, CallOrigination: csta.CallOrigination(w.r.IntN(4))}
	},
	func(w *walk) csta.Message {
		return &csta.SetAutoAnswer{Device: w.telephone(), AutoAnswerOn: w.r.IntN(6) == 0, NumberOfRings: csta.Some(int64(w.r.IntN(4)))}
	},
	(*walk).buttonPress, (*walk).buttonPress, (*walk).buttonPress, (*walk).setHookswitchStatus, (*walk).setHookswitchStatus,
	(*walk).setButtonInformation, (*walk).setDisplay, (*walk).setLampMode, (*walk).setMessageWaiting,
	func(w *walk) csta.Message { return &csta.GetDisplay{Device: w.telephone()} },
	func(w *walk) csta.Message { return &csta.SnapshotDevice{SnapshotObject: w.number()} },
	func(w *walk) csta.Message {
		return &csta.SnapshotCall{SnapshotObject: w.connection("ClearConnection")}
	},
}

func (w *walk) makeCall() csta.Message {
	called := w.number()
	if w.r.IntN(10) == 0 {
		called = csta.Device(";")
	}
	return &csta.MakeCall{CallingDevice: w.telephone(), CalledDirectoryNumber: called, AutoOriginate: csta.AutoOriginate(1 + w.r.IntN(2))}
}

func (w *walk) setForwarding() csta.Message {
	return &csta.SetForwarding{
		Device: w.telephone(), ForwardingType: csta.ForwardingType(1 + w.r.IntN(12)), ActivateForward: w.r.IntN(3) == 0,
		ForwardDN: w.number(), RingDuration: csta.Some(int64(w.r.IntN(30))),
	}
}

func (w *walk) consultationCall() csta.Message {
	return &csta.ConsultationCall{ExistingCall: w.connection("ConsultationCall"), ConsultedDevice: w.number()}
}

// step does one thing at random.
func (w *walk) step(i int) {
	w.said.Reset()
	var outlet Outlet = w.desk
	if len(w.observers) > 0 {
		outlet = w.observers[w.r.IntN(len(w.observers))]
	}
	switch w.r.IntN(24) {
	case 0, 1, 2:
		w.wait(time.Duration(w.r.IntN(5_000)) * time.Millisecond)
	case 3:
		w.wait(time.Duration(w.r.IntN(60)) * time.Second)
	case 6, 7:
		w.box.put(command{do: func(sw *Switch) {
			_, _ = sw.callIn(fmt.Sprint(70000000+w.r.IntN(100)), w.numbers[w.r.IntN(len(w.numbers))])
		}})
	case 4, 5:
		id := w.connection("ClearConnection")
		w.box.Report(line.Report{
			Leg:  line.Leg{Call: id.CallID, Device: id.DeviceID.Value},
			Kind: line.ReportKind(1 + w.r.IntN(int(line.MediaLost))), Cause: csta.EventCauseNormalClearing,
		})
	default:
		w.ask(outlet, walkRequests[w.r.IntN(len(walkRequests))](w))
	}
	if w.r.IntN(60) == 0 {
		w.route()
	}
	if w.r.IntN(3) > 0 { // otherwise the next command comes in the same moment
		w.settle()
	}
	if i%500 == 0 {
		w.checkSwitch()
	}
}

// checkSwitch holds what the switch keeps beside the model against the model.
func (w *walk) checkSwitch() {
	w.t.Helper()
	offers, formerly := make(map[string]int), make(map[line.Leg]bool)
	for _, id := range w.sw.model.CallIDs() {
		state, ok := w.sw.calls[id]
		if !ok {
			w.t.Fatalf("call %s is unknown to the switch", id)
		}
		for _, leg := range state.formerly {
			formerly[leg] = true
		}
		for _, a := range state.arrivals {
			if a.leg.Call != id {
				w.t.Fatalf("call %s has an arrival of call %s", id, a.leg.Call)
			}
			if !a.rings && !a.joins {
				offers[a.leg.Device]++
			}
		}
	}
	if len(w.sw.calls) != w.sw.model.Len() {
		w.t.Fatalf("the switch knows of %d calls, the model of %d", len(w.sw.calls), w.sw.model.Len())
	}
	for device, n := range w.sw.offers {
		if offers[device] != n {
			w.t.Fatalf("%d calls are on their way to %s, counted %d", offers[device], device, n)
		}
	}
	w.checkQueues()
	w.checkBodies()
	for was := range w.sw.moved {
		if !formerly[was] {
			w.t.Fatalf("no call knows that leg %v became one of its own", was)
		}
	}
}

// checkQueues: what waits in a queue is a call that has a connection there, and
// the other way round.
func (w *walk) checkQueues() {
	w.t.Helper()
	for id, q := range w.sw.queues {
		waiting := make(map[string]bool)
		for _, c := range q.waiting {
			waiting[c.call] = true
			if call, ok := w.sw.model.Call(c.call); !ok || call.State(id) != csta.LocalConnectionStateQueued {
				w.t.Fatalf("call %s waits in queue %s, and does not", c.call, id)
			}
		}
		for _, call := range w.sw.model.CallsAt(id) {
			if call.State(id) == csta.LocalConnectionStateQueued && !waiting[call.Call] {
				w.t.Fatalf("call %s is forgotten in queue %s", call.Call, id)
			}
		}
	}
}

// checkStatistics counts each queue's calls of the last day again.
func (w *walk) checkStatistics() {
	w.t.Helper()
	var calls []record.CallRecord
	for _, e := range w.entries {
		if e.Kind == record.CallEnded {
			calls = append(calls, *e.Call)
		}
	}
	talks := talksIn(calls)
	for id, q := range w.sw.queues {
		is, should := q.stats, recount(q.Queue, q.stats.day, calls, talks)
		for device := range maps.Keys(is.agents) {
			should.agent(device)
		}
		for device, a := range should.agents {
			if b := is.agent(device); *a != *b {
				w.t.Errorf("queue %s, agent %s: counted %+v, by the records %+v", id, device, *b, *a)
			}
		}
		is.agents, should.agents = nil, nil
		if fmt.Sprint(is) != fmt.Sprint(should) {
			w.t.Errorf("queue %s: counted %+v, by the records %+v", id, is, should)
		}
	}
}

// finish lets everything end, and checks that nothing is left.
func (w *walk) finish() {
	w.t.Helper()
	w.settle()
	w.said.Reset()
	w.wait(2*CallTime + time.Hour)
	w.checkSwitch()
	w.checkStatistics()
	w.checkRouteing()
	if left := w.left(); left != "" || w.sw.model.Len() != 0 || len(w.sw.moved) != 0 || len(w.sw.merged) != 0 {
		w.t.Errorf("left: %s, %d legs moved, %d calls merged", left, len(w.sw.moved), len(w.sw.merged))
	}
	if _, due := w.sw.NextTimer(); due {
		w.t.Error("a timer is left")
	}
	checkRecords(w.t, w.entries)
}

// TestRandomWalk has a tenant use all call services at random, with telephones
// that do what they like, and checks that every call that began ends in one
// record, that every request is answered once, that every monitor sees a legal
// walk, and that nothing is left in the end.
func TestRandomWalk(t *testing.T) {
	steps := *walkSteps
	if testing.Short() {
		steps = 3_000
	}
	done := make(map[string]int)
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			w := newWalk(t, seed, true)
			for i := range steps {
				w.step(i)
			}
			w.finish()
			replies, refused := 0, make(map[string]int)
			for _, o := range w.observers {
				replies += o.replies
				for name, n := range o.done {
					done[name] += n
				}
				for name, n := range o.refused {
					refused[name] += n
				}
				if len(o.states) != 0 {
					t.Errorf("device %s was not told the end of %v", o.device, o.states)
				}
			}
			for _, r := range w.routers {
				replies += r.replies
			}
			if replies != w.requests {
				t.Errorf("%d requests, %d replies", w.requests, replies)
			}
		})
	}
	for name := range services {
		if n := done[name+"Response"]; n == 0 && walked(name) && !testing.Short() {
			t.Errorf("%s was never carried out: the walk shows nothing of it", name)
		}
	}
	t.Log(done)
}

// walked reports whether a walk makes a request.
func walked(service string) bool {
	w := &walk{exchange: &exchange{sw: NewSwitch(scenario.Directory(), &scenario.IDs{}, nil, nil)}, r: rand.New(rand.NewPCG(0, 0)), numbers: []string{"200"}}
	return slices.ContainsFunc(walkRequests, func(f func(*walk) csta.Message) bool { return f(w).Name() == service })
}

// TestSameSeedSameTrace: what a switch does follows from its commands and their
// times alone.
func TestSameSeedSameTrace(t *testing.T) {
	trace := func() uint64 {
		w := newWalk(t, 7, false)
		for i := range 5_000 {
			w.step(i)
		}
		w.finish()
		return w.desk.hash.Sum64()
	}
	if a, b := trace(), trace(); a != b {
		t.Errorf("the same commands came to %x and to %x", a, b)
	}
}

// checkRecords: a call begins once, is answered at most once, and ends once,
// in this order.
func checkRecords(t *testing.T, entries []record.Entry) {
	t.Helper()
	last := make(map[string]record.EntryKind)
	for _, e := range entries {
		if e.Kind == record.FeatureSet {
			continue
		}
		id, was := e.Call.Call, last[e.Call.Call]
		switch {
		case e.Kind == record.CallBegan && was != 0,
			e.Kind == record.CallAnswered && was != record.CallBegan,
			e.Kind == record.CallEnded && was != record.CallBegan && was != record.CallAnswered:
			t.Fatalf("call %s: entry %d after %d", id, e.Kind, was)
		}
		last[id] = e.Kind
		if e.Kind == record.CallEnded && (e.Call.Ended.Before(e.Call.Started) || len(e.Call.Parties) == 0 || strings.TrimSpace(e.Call.Cause) == "") {
			t.Fatalf("the record of call %s: %+v", id, e.Call)
		}
	}
	for id, kind := range last {
		if kind != record.CallEnded {
			t.Errorf("call %s has no record", id)
		}
	}
}
