package callmodel

import (
	"errors"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

var start = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// allStates are the states there are, null included.
var allStates = []csta.LocalConnectionState{null, initiated, alerting, connected, hold, queued, fail}

// with gives a model with one call in which device 200 is in a state and
// device 201 is connected.
func with(kind Kind, state csta.LocalConnectionState) *Model {
	m := New()
	c := &Call{Origin: Origin{Call: "c"}, Started: start}
	c = c.set(Connection{Device: "201", Kind: Station, State: csta.LocalConnectionStateConnected})
	if state != csta.LocalConnectionStateNull {
		c = c.set(Connection{Device: "200", Kind: kind, State: state, Offered: kind == Station && state == alerting})
	}
	m.put(nil, c)
	return m
}

// do moves device 200 in call "c".
func do(m *Model, t Trigger, kind Kind) ([]Effect, error) {
	at, cause := start.Add(time.Second), csta.EventCauseNormal
	switch t {
	case Initiate:
		return m.Initiate(at, Origin{Call: "new"}, Data{}, "200", false, cause)
	case Dial:
		return m.Dial("c", "200", "12", true, cause)
	case Originate:
		return m.Originate(at, "c", "200", "201", record.Internal, cause)
	case Reach:
		return m.Reach(at, "c", "200", cause)
	case Deliver:
		return m.Deliver(at, "c", "200", kind, cause)
	case Offer:
		return m.Offer(at, "c", "200", cause)
	case Enqueue:
		return m.Enqueue(at, "c", "200", kind, cause)
	case Answer:
		return m.Answer(at, "c", "200", cause)
	case Join:
		return m.Join(at, "c", "200", false, cause)
	case Divert:
		return m.Divert(at, "c", "200", "202", cause)
	case Withdraw:
		return m.Withdraw(at, "c", "200", "202", cause)
	case Hold:
		return m.Hold(at, "c", "200", cause)
	case Retrieve:
		return m.Retrieve(at, "c", "200", cause)
	case Fail:
		return m.Fail(at, "c", "200", kind, cause)
	case Clear:
		return m.Clear(at, "c", "200", "200", cause)
	default:
		panic(t)
	}
}

// TestEveryTriggerInEveryState holds the moves against the table: what it
// lists happens and is told, what it does not list is refused and changes
// nothing.
func TestEveryTriggerInEveryState(t *testing.T) {
	for trigger := Initiate + 1; trigger < lastTrigger; trigger++ { // Initiate begins a call of its own
		for _, kind := range anyKind {
			for _, state := range allStates {
				switch { // moves that are for one kind only say so themselves
				case trigger == Reach && kind != Network, trigger == Offer && kind != Station, trigger == Join && kind != Station:
					continue
				}
				m := with(kind, state)
				was := m.calls["c"]
				effects, err := do(m, trigger, kind)
				row := next(trigger, kind, state)
				switch {
				case row == nil && err == nil:
					t.Errorf("%v of kind %d in %v is not in the table and happened", trigger, kind, state)
				case row == nil && m.calls["c"] != was:
					t.Errorf("%v of kind %d in %v was refused and changed the call", trigger, kind, state)
				case row == nil:
					var fault *csta.Fault
					if !errors.As(err, &fault) || fault.Detail == "" {
						t.Errorf("%v of kind %d in %v is refused with %v", trigger, kind, state, err)
					}
				case err != nil:
					t.Errorf("%v of kind %d in %v: %v", trigger, kind, state, err)
				case !told(effects, row.Effect):
					t.Errorf("%v of kind %d in %v is told as %v, want %v", trigger, kind, state, effects, row.Effect)
				case trigger != Clear && m.calls["c"].State("200") != row.To:
					t.Errorf("%v of kind %d in %v leads to %v, want %v", trigger, kind, state, m.calls["c"].State("200"), row.To)
				case trigger == Clear && m.Len() != 0:
					t.Errorf("the call of two goes on without one of them")
				}
			}
		}
	}
}

func told(effects []Effect, kind EffectKind) bool {
	for i := range effects {
		if effects[i].Kind == kind {
			return true
		}
	}
	return false
}

func TestRefusals(t *testing.T) {
	state := func(e csta.StateIncompatibilityErrors) *csta.Fault { return csta.StateFault(e, "") }
	for _, tt := range []struct {
		state   csta.LocalConnectionState
		trigger Trigger
		want    *csta.Fault
	}{
		{csta.LocalConnectionStateConnected, Answer, state(csta.StateIncompatibilityErrorsNoCallToAnswer)},
		{csta.LocalConnectionStateAlerting, Hold, state(csta.StateIncompatibilityErrorsNoActiveCall)},
		{csta.LocalConnectionStateConnected, Retrieve, state(csta.StateIncompatibilityErrorsNoHeldCall)},
		{csta.LocalConnectionStateAlerting, Originate, state(csta.StateIncompatibilityErrorsInvalidConnectionState)},
		{csta.LocalConnectionStateInitiated, Divert, state(csta.StateIncompatibilityErrorsInvalidConnectionState)},
		{csta.LocalConnectionStateNull, Clear, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "")},
	} {
		if _, err := do(with(Station, tt.state), tt.trigger, Station); !errors.Is(err, tt.want) {
			t.Errorf("%v in %v: %v, want %v", tt.trigger, tt.state, err, tt.want)
		}
	}
	if _, err := New().Clear(start, "nowhere", "200", "200", csta.EventCauseNormal); !errors.Is(err, csta.OperationFault(csta.OperationErrorsInvalidCallID, "")) {
		t.Errorf("a call that does not exist: %v", err)
	}
}

// TestOneVoice: a user who speaks in one call cannot begin to speak in another.
func TestOneVoice(t *testing.T) {
	for trigger, state := range map[Trigger]csta.LocalConnectionState{
		Answer: csta.LocalConnectionStateAlerting, Retrieve: csta.LocalConnectionStateHold, Originate: csta.LocalConnectionStateInitiated,
	} {
		m := with(Station, state)
		other := (&Call{Origin: Origin{Call: "other"}}).set(Connection{Device: "200", Kind: Station, State: csta.LocalConnectionStateConnected})
		m.put(nil, other)
		if _, err := do(m, trigger, Station); !errors.Is(err, csta.StateFault(csta.StateIncompatibilityErrorsConnectedCallExists, "")) {
			t.Errorf("%v while connected in another call: %v", trigger, err)
		}
		if _, err := m.Hold(start, "other", "200", csta.EventCauseNormal); err != nil {
			t.Fatal(err)
		}
		if _, err := do(m, trigger, Station); err != nil {
			t.Errorf("%v beside a held call: %v", trigger, err)
		}
	}
	m := with(Station, csta.LocalConnectionStateConnected)
	if _, err := do(m, Initiate, Station); !errors.Is(err, csta.StateFault(csta.StateIncompatibilityErrorsInvalidCallingDeviceState, "")) {
		t.Errorf("a call from a device that is connected: %v", err)
	}
}

func TestMaxCalls(t *testing.T) {
	m := with(Station, csta.LocalConnectionStateHold)
	for _, id := range []string{"second", "third"} {
		m.put(nil, (&Call{Origin: Origin{Call: id}}).set(Connection{Device: id, Kind: Station, State: csta.LocalConnectionStateConnected}))
	}
	if _, err := m.Deliver(start, "second", "200", Station, csta.EventCauseNewCall); err != nil {
		t.Fatalf("a second call does not wait: %v", err)
	}
	if _, err := m.Deliver(start, "third", "200", Station, csta.EventCauseNewCall); err == nil {
		t.Error("a third call rings")
	}
	if _, err := m.Fail(start, "third", "200", Station, csta.EventCauseBusy); err != nil {
		t.Errorf("a third call does not fail: %v", err)
	}
	if got := m.Load("200"); got != 2 {
		t.Errorf("a failed call counts: %d", got)
	}
}

// TestLife follows a call from its beginning to its record.
func TestLife(t *testing.T) {
	m := New()
	at := start
	step := func(effects []Effect, err error) []Effect {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		at = at.Add(time.Second)
		return effects
	}
	origin := Origin{Call: "c", Calling: "200", Called: "201", Direction: record.Internal}
	began := step(m.Initiate(at, origin, Data{}, "200", false, csta.EventCauseMakeCall))
	step(m.Originate(at, "c", "200", "201", record.Internal, csta.EventCauseNewCall))
	step(m.Deliver(at, "c", "201", Station, csta.EventCauseNewCall))
	step(m.Hold(at, "c", "200", csta.EventCauseNormal))
	answered := step(m.Answer(at, "c", "201", csta.EventCauseNormal))
	step(m.Retrieve(at, "c", "200", csta.EventCauseNormal))
	ended := step(m.Clear(at, "c", "201", "201", csta.EventCauseNormalClearing))

	if began[0].Kind != CallBegan || answered[0].Kind != CallAnswered || ended[0].Kind != CallEnded {
		t.Fatalf("began %v, answered %v, ended %v", began, answered, ended)
	}
	if len(ended) != 4 || ended[3].Kind != CallCleared || ended[1].Subject.Device != "201" || ended[2].Subject.Device != "200" || !ended[1].SubjectOnly || ended[2].By != "201" {
		t.Errorf("the end is told as %+v", ended)
	}
	c := ended[0].Call
	if len(c.Connections) != 0 || len(c.Past) != 2 || !c.Started.Equal(start) || !c.Answered.Equal(start.Add(4*time.Second)) {
		t.Errorf("the call at its end: %+v", c)
	}
	for _, p := range c.Past {
		if !p.Answered.Equal(c.Answered) || !p.Left.Equal(start.Add(6*time.Second)) || p.State != csta.LocalConnectionStateNull {
			t.Errorf("party %+v", p)
		}
	}
	// What was told is as it was, whatever happened since.
	if got := began[1].Call.State("200"); got != csta.LocalConnectionStateInitiated {
		t.Errorf("an effect of the past has changed: %v", got)
	}
	if m.Len() != 0 || len(m.at) != 0 {
		t.Errorf("something is left: %v %v", m.calls, m.at)
	}
}

// two gives a model in which device 200 speaks with 202 and holds 201.
func two(t *testing.T) *Model {
	t.Helper()
	m := New()
	h := (&Call{Origin: Origin{Call: "h"}, Started: start, Answered: start}).
		set(Connection{Device: "201", Kind: Station, State: connected, Answered: start}).
		set(Connection{Device: "200", Kind: Station, State: hold, Answered: start})
	a := (&Call{Origin: Origin{Call: "a"}, Started: start, Answered: start}).
		set(Connection{Device: "200", Kind: Station, State: connected, Answered: start}).
		set(Connection{Device: "202", Kind: Station, State: connected, Answered: start})
	m.put(nil, h)
	m.put(nil, a)
	return m
}

func TestMerge(t *testing.T) {
	for service, want := range map[string]struct {
		effect EffectKind
		state  csta.LocalConnectionState
		at     int
	}{"TransferCall": {Transferred, null, 2}, "ConferenceCall": {Conferenced, connected, 3}} {
		m := two(t)
		effects, err := m.Merge(service, start, "h", "a", "200", csta.EventCauseTransfer)
		if err != nil {
			t.Fatal(err)
		}
		if len(effects) != 2 || effects[0].Kind != CallEnded || effects[0].Call.Call != "a" || effects[1].Kind != want.effect ||
			effects[1].Old.Call != "a" || effects[1].To != "202" || effects[1].Subject.State != want.state {
			t.Errorf("%s is told as %+v", service, effects)
		}
		h, ok := m.Call("h")
		if !ok || m.Len() != 1 || len(h.Connections) != want.at || h.State("200") != want.state || h.State("201") != connected || h.State("202") != connected {
			t.Errorf("%s leaves %+v", service, h)
		}
		if got := len(m.CallsAt("202")); got != 1 {
			t.Errorf("%s: device 202 is in %d calls", service, got)
		}
	}
}

func TestMergeRefused(t *testing.T) {
	invalidHeld := csta.StateFault(csta.StateIncompatibilityErrorsInvalidHeldConnectionState, "")
	invalidActive := csta.StateFault(csta.StateIncompatibilityErrorsInvalidActiveConnectionState, "")
	ringing := func(m *Model) {
		m.put(m.calls["a"], m.calls["a"].set(Connection{Device: "202", Kind: Station, State: alerting}))
	}
	for _, tt := range []struct {
		name, service, held, active string
		change                      func(*Model)
		want                        error
	}{
		{"the wrong way round", "TransferCall", "a", "h", nil, invalidHeld},
		{"the same call twice", "TransferCall", "h", "h", nil, invalidActive},
		{"no such call", "TransferCall", "h", "x", nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "")},
		{"a transfer while it rings", "TransferCall", "h", "a", ringing, nil},
		{"a conference while it rings", "ConferenceCall", "h", "a", ringing, invalidActive},
		{"with one who is busy", "TransferCall", "h", "a", func(m *Model) {
			m.put(m.calls["a"], m.calls["a"].set(Connection{Device: "202", Kind: Station, State: fail}))
		}, invalidActive},
		{"with one who is in both", "TransferCall", "h", "a", func(m *Model) {
			m.put(m.calls["a"], m.calls["a"].set(Connection{Device: "201", Kind: Station, State: connected}))
		}, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithConnection, "")},
		{"more than there may be", "ConferenceCall", "h", "a", func(m *Model) {
			for i := range MaxParties - 2 {
				m.put(m.calls["h"], m.calls["h"].set(Connection{Device: string(rune('a' + i)), Kind: Network, State: connected}))
			}
		}, csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsConferenceMemberLimitExceeded, "")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := two(t)
			if tt.change != nil {
				tt.change(m)
			}
			if _, err := m.Merge(tt.service, start, tt.held, tt.active, "200", csta.EventCauseTransfer); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
}

func TestIntrude(t *testing.T) {
	m := two(t)
	w := (&Call{Origin: Origin{Call: "w"}, Started: start}).set(Connection{Device: "203", Kind: Station, State: connected}).
		set(Connection{Device: "202", Kind: Station, State: fail, Cause: csta.EventCauseBusy})
	m.put(nil, w)
	if _, err := m.Intrude(start, "w", "203", "201", false); err == nil {
		t.Error("one who was not called is intruded upon")
	}
	effects, err := m.Intrude(start, "w", "203", "202", true)
	if err != nil || len(effects) != 2 || effects[0].Kind != CallEnded || effects[1].Kind != Conferenced {
		t.Fatalf("%+v, %v", effects, err)
	}
	a, _ := m.Call("a")
	if conn, ok := a.Connection("203"); !ok || !conn.Silent || conn.State != connected || m.Len() != 2 {
		t.Errorf("%+v", a)
	}
}

func TestPermitted(t *testing.T) {
	for state, want := range map[csta.LocalConnectionState]string{
		null:      "",
		initiated: "answerCall clearCall clearConnection dialDigits",
		alerting:  "acceptCall answerCall clearCall clearConnection deflectCall directedPickupCall",
		connected: "clearCall clearConnection holdCall",
		hold:      "clearCall clearConnection retrieveCall",
		queued:    "clearCall clearConnection deflectCall directedPickupCall",
		fail:      "clearCall clearConnection",
	} {
		if got, _ := with(Station, state).Permitted("c", "200"); got.String() != want {
			t.Errorf("in %v: %v, want %v", state, got, want)
		}
	}
	if got, _ := with(Network, connected).Permitted("c", "200"); got != 0 {
		t.Errorf("a party outside: %v", got)
	}
	if got, _ := New().Permitted("c", "200"); got != 0 {
		t.Errorf("no call: %v", got)
	}
	m := two(t)
	for call, want := range map[string]string{
		"h": "alternateCall clearCall clearConnection conferenceCall reconnectCall transferCall",
		"a": "alternateCall clearCall clearConnection conferenceCall holdCall joinCall parkCall reconnectCall singleStepConference singleStepTransfer transferCall",
	} {
		if got, _ := m.Permitted(call, "200"); got.String() != want {
			t.Errorf("call %s: %v, want %v", call, got, want)
		}
	}
}

// TestPermittedIsWhatIsChecked: what a snapshot offers is what a request is
// granted, in every state.
func TestPermittedIsWhatIsChecked(t *testing.T) {
	models := []*Model{two(t)}
	for _, state := range allStates {
		models = append(models, with(Station, state))
	}
	for _, m := range models {
		for id, c := range m.calls {
			for i := range c.Connections {
				device := c.Connections[i].Device
				control, associated := m.Permitted(id, device)
				for j := range Services {
					s := &Services[j]
					listed := control&s.Control|csta.CallControlServices(associated&s.Associated) != 0
					if granted := m.CheckService(s.Name, id, device) == nil; granted != listed {
						t.Errorf("%s of %s in %s (%v): listed %v, granted %v", s.Name, device, id, c.State(device), listed, granted)
					}
				}
			}
		}
	}
}
