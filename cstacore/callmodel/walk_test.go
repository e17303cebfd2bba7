package callmodel

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// walker plays random moves on a model and knows, from the effects alone, what
// every device must have been told.
type walker struct {
	t     *testing.T
	rand  *rand.Rand
	m     *Model
	at    time.Time
	calls int
	began map[string]bool
	ended map[string]bool
	// told is the state of each connection as its device heard of it.
	told map[[2]string]csta.LocalConnectionState
	done map[string]int
}

const (
	walkDevices = 8
	walkOutside = 4
)

func (w *walker) device() (string, Kind) {
	if n := w.rand.IntN(walkDevices + walkOutside); n >= walkDevices {
		return fmt.Sprintf("5550%03d", n), Network
	} else {
		return fmt.Sprintf("2%02d", n), Station
	}
}

// call picks a call that exists, or now and then one that does not.
func (w *walker) call() string {
	ids := w.m.CallIDs()
	if len(ids) == 0 || w.rand.IntN(50) == 0 {
		return "nowhere"
	}
	slices.Sort(ids) // the same seed must take the same way
	return ids[w.rand.IntN(len(ids))]
}

// step makes one random move and checks everything that must hold after it.
func (w *walker) step() {
	w.at = w.at.Add(time.Duration(w.rand.IntN(1000)) * time.Millisecond)
	before := maps.Clone(w.m.calls)
	switch w.rand.IntN(8) {
	case 0:
		w.merge(before)
		return
	case 1:
		w.conversation()
		return
	}
	trigger := Trigger(w.rand.IntN(int(lastTrigger)-1) + 1)
	if w.rand.IntN(8) == 0 {
		trigger = Clear // so that calls do not get ever more crowded
	}
	device, kind := w.device()
	call, cause := w.call(), csta.EventCauseNormal
	if known, ok := w.m.Call(call); ok && w.rand.IntN(3) > 0 {
		// Mostly somebody who is in the call, so that calls get on.
		conn := known.Connections[w.rand.IntN(len(known.Connections))]
		device, kind = conn.Device, conn.Kind
	}
	var effects []Effect
	var err error
	switch trigger {
	case Initiate:
		w.calls++
		origin := Origin{Call: fmt.Sprint("c", w.calls), Called: []string{"", "1;", "22334455"}[w.rand.IntN(3)]}
		if kind == Network {
			effects, err = w.m.Arrive(w.at, origin, Data{}, device, cause)
		} else {
			effects, err = w.m.Initiate(w.at, origin, Data{}, device, w.rand.IntN(2) == 0, cause)
		}
	case Dial:
		effects, err = w.m.Dial(call, device, "1", w.rand.IntN(2) == 0, cause)
	case Originate:
		effects, err = w.m.Originate(w.at, call, device, "201", record.Internal, cause)
	case Reach:
		if kind != Network {
			return // only parties outside are reached
		}
		effects, err = w.m.Reach(w.at, call, device, cause)
	case Deliver:
		effects, err = w.m.Deliver(w.at, call, device, kind, cause)
	case Offer:
		if kind != Station {
			return
		}
		effects, err = w.m.Offer(w.at, call, device, cause)
	case Enqueue:
		if kind != Station {
			device, kind = "400", Waiting
		}
		effects, err = w.m.Enqueue(w.at, call, device, kind, cause)
	case Join:
		if kind != Station {
			return
		}
		effects, err = w.m.Join(w.at, call, device, w.rand.IntN(2) == 0, cause)
	case Divert:
		effects, err = w.m.Divert(w.at, call, device, "202", cause)
	case Withdraw:
		effects, err = w.m.Withdraw(w.at, call, device, "202", cause)
	case Answer:
		effects, err = w.m.Answer(w.at, call, device, cause)
	case Hold:
		effects, err = w.m.Hold(w.at, call, device, cause)
	case Retrieve:
		effects, err = w.m.Retrieve(w.at, call, device, cause)
	case Fail:
		effects, err = w.m.Fail(w.at, call, device, kind, cause)
	case Clear:
		if w.rand.IntN(4) == 0 {
			effects, err = w.m.End(w.at, call, device, cause)
		} else {
			effects, err = w.m.Clear(w.at, call, device, device, cause)
		}
	default:
		w.t.Fatal(trigger)
	}
	w.took(trigger.String(), before, effects, err)
}

// conversation has two telephones speak with each other as far as they are
// free, one of which may hold another call for it, or finds the other one busy.
// At random this would be rare.
func (w *walker) conversation() {
	from, to := fmt.Sprintf("2%02d", w.rand.IntN(walkDevices)), fmt.Sprintf("2%02d", w.rand.IntN(walkDevices))
	w.calls++
	id := fmt.Sprint("c", w.calls)
	if active := w.m.other(from, "", connected); active != nil {
		w.try("Hold", func() ([]Effect, error) { return w.m.Hold(w.at, active.Call, from, csta.EventCauseConsultation) })
	}
	if from == to || !w.try("Initiate", func() ([]Effect, error) {
		return w.m.Initiate(w.at, Origin{Call: id}, Data{}, from, true, csta.EventCauseMakeCall)
	}) {
		return
	}
	w.try("Originate", func() ([]Effect, error) {
		return w.m.Originate(w.at, id, from, to, record.Internal, csta.EventCauseNewCall)
	})
	if !w.try("Deliver", func() ([]Effect, error) { return w.m.Deliver(w.at, id, to, Station, csta.EventCauseNewCall) }) {
		w.try("Fail", func() ([]Effect, error) { return w.m.Fail(w.at, id, to, Station, csta.EventCauseBusy) })
		if w.rand.IntN(2) == 0 {
			w.try("Intrude", func() ([]Effect, error) { return w.m.Intrude(w.at, id, from, to, false) })
		}
		return
	}
	w.try("Answer", func() ([]Effect, error) { return w.m.Answer(w.at, id, to, csta.EventCauseNormal) })
}

// try makes a move and tells whether it was made.
func (w *walker) try(move string, f func() ([]Effect, error)) bool {
	before := maps.Clone(w.m.calls)
	effects, err := f()
	w.took(move, before, effects, err)
	return err == nil
}

// merge makes a move that concerns two calls.
func (w *walker) merge(before map[string]*Call) {
	first, second := w.call(), w.call()
	c, ok := w.m.Call(first)
	if !ok {
		return
	}
	device := c.Connections[w.rand.IntN(len(c.Connections))].Device
	if w.rand.IntN(4) > 0 {
		// Mostly somebody who does have a call held and another one active.
		for n := range walkDevices {
			d := fmt.Sprintf("2%02d", (n+w.rand.IntN(walkDevices))%walkDevices)
			if held, active := w.m.other(d, "", hold), w.m.other(d, "", connected); held != nil && active != nil {
				device, first, second = d, held.Call, active.Call
			}
		}
		c, _ = w.m.Call(first)
	}
	var effects []Effect
	var err error
	name := []string{"TransferCall", "ConferenceCall", "Leave", "Intrude", "Attach"}[w.rand.IntN(5)]
	switch name {
	case "Leave":
		effects, err = w.m.Leave(w.at, first, device, "202", csta.EventCauseSingleStepTransfer)
	case "Intrude":
		other, _ := c.Other(device)
		effects, err = w.m.Intrude(w.at, first, device, other.Device, false)
	case "Attach":
		effects, err = w.m.Attach(first, device, Data{Subject: "x"})
	default:
		effects, err = w.m.Merge(name, w.at, first, second, device, csta.EventCauseTransfer)
	}
	w.took(name, before, effects, err)
}

// took checks what came of a move.
func (w *walker) took(move string, before map[string]*Call, effects []Effect, err error) {
	if err != nil {
		if len(effects) != 0 || !maps.Equal(before, w.m.calls) {
			w.t.Fatalf("%s was refused (%v) and changed something", move, err)
		}
		return
	}
	w.done[move]++
	for i := range effects {
		w.hear(&effects[i])
	}
	w.check()
}

// hear takes an effect as the world does.
func (w *walker) hear(e *Effect) {
	id := e.Call.Call
	switch e.Kind {
	case CallBegan:
		if w.began[id] {
			w.t.Fatalf("call %s began twice", id)
		}
		w.began[id] = true
		return
	case CallAnswered:
		if e.Call.Answered.IsZero() {
			w.t.Fatalf("call %s was answered at no time", id)
		}
		return
	case CallEnded:
		if !w.began[id] || w.ended[id] {
			w.t.Fatalf("call %s ended without having begun, or twice", id)
		}
		w.ended[id] = true
		return
	case CallCleared, CallInformation:
		return
	case Transferred, Conferenced:
		w.moved(e)
		return
	default:
	}
	key := [2]string{id, e.Subject.Device}
	from, to := w.told[key], e.Subject.State
	if from == 0 {
		from = csta.LocalConnectionStateNull
	}
	legal := slices.ContainsFunc(Table, func(row Transition) bool {
		return row.Effect == e.Kind && row.From == from && row.To == to && slices.Contains(row.Kinds, e.Subject.Kind)
	})
	if !legal {
		w.t.Fatalf("device %s in call %s heard %v, from %v to %v: not in the table", e.Subject.Device, id, e.Kind, from, to)
	}
	if to == csta.LocalConnectionStateNull {
		delete(w.told, key)
	} else {
		w.told[key] = to
	}
}

// moved takes the effects that change several connections: what the parties
// were in the call that ended, they are in the one that goes on; only the
// device that brought them together may be in another state.
func (w *walker) moved(e *Effect) {
	id := e.Call.Call
	by := e.Subject.Device
	delete(w.told, [2]string{id, by})
	if e.Old != nil {
		for i := range e.Old.Connections {
			c := &e.Old.Connections[i]
			key := [2]string{e.Old.Call, c.Device}
			was := w.told[key]
			delete(w.told, key)
			if _, there := w.told[[2]string{id, c.Device}]; there {
				continue // the one intruded upon: it speaks in the other call
			}
			if now := e.Call.State(c.Device); c.Device != by && now != null {
				if now != was {
					w.t.Fatalf("device %s was %v in %s and is %v in %s", c.Device, was, e.Old.Call, now, id)
				}
				w.told[[2]string{id, c.Device}] = now
			}
		}
	}
	if e.Subject.State != null {
		w.told[[2]string{id, by}] = e.Subject.State
	}
}

// check holds the model against its invariants.
func (w *walker) check() {
	connections := 0
	at := make(map[string]int)
	connected := make(map[string]string)
	for id, c := range w.m.calls {
		if id != c.Call || len(c.Connections) == 0 {
			w.t.Fatalf("call %q has %d connections", id, len(c.Connections))
		}
		if !w.began[id] || w.ended[id] {
			w.t.Fatalf("call %s exists, and did not begin or has ended", id)
		}
		seen := make(map[string]bool)
		for _, conn := range c.Connections {
			connections++
			at[conn.Device]++
			if seen[conn.Device] {
				w.t.Fatalf("device %s is in call %s twice", conn.Device, id)
			}
			seen[conn.Device] = true
			if conn.State <= csta.LocalConnectionStateNull || conn.State > csta.LocalConnectionStateFail {
				w.t.Fatalf("device %s is %v in call %s", conn.Device, conn.State, id)
			}
			if got := w.told[[2]string{id, conn.Device}]; got != conn.State {
				w.t.Fatalf("device %s is %v in call %s and was told %v", conn.Device, conn.State, id, got)
			}
			if len(c.Connections) > MaxParties {
				w.t.Fatalf("call %s has %d parties", id, len(c.Connections))
			}
			if conn.Kind == Station && conn.State == csta.LocalConnectionStateConnected {
				if other, ok := connected[conn.Device]; ok {
					w.t.Fatalf("device %s speaks in %s and in %s", conn.Device, id, other)
				}
				connected[conn.Device] = id
			}
		}
	}
	if len(w.told) != connections {
		w.t.Fatalf("%d connections exist, %d were told of", connections, len(w.told))
	}
	if len(w.m.at) != len(at) {
		w.t.Fatalf("the index has %d devices, the calls have %d", len(w.m.at), len(at))
	}
	for device, n := range at {
		if len(w.m.at[device]) != n {
			w.t.Fatalf("device %s is in %d calls, its index says %v", device, n, w.m.at[device])
		}
		if w.m.Load(device) > MaxCalls && device[0] == '2' {
			w.t.Fatalf("device %s has %d calls", device, w.m.Load(device))
		}
	}
	if got := len(w.began) - len(w.ended); got != len(w.m.calls) {
		w.t.Fatalf("%d calls began and did not end, %d exist", got, len(w.m.calls))
	}
}

func TestRandomWalk(t *testing.T) {
	steps := 50_000
	if testing.Short() {
		steps = 5_000
	}
	for seed := range uint64(4) {
		w := &walker{
			t: t, rand: rand.New(rand.NewPCG(seed, 0)), m: New(), at: start,
			began: make(map[string]bool), ended: make(map[string]bool),
			told: make(map[[2]string]csta.LocalConnectionState), done: make(map[string]int),
		}
		for range steps {
			w.step()
		}
		moves := []string{"TransferCall", "ConferenceCall", "Leave", "Intrude", "Attach"}
		for trigger := Initiate; trigger < lastTrigger; trigger++ {
			moves = append(moves, trigger.String())
		}
		for _, move := range moves {
			if w.done[move] == 0 {
				t.Errorf("seed %d: %s never happened, the walk shows nothing about it", seed, move)
			}
		}
	}
}
