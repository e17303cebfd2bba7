package pbx

import (
	"slices"
	"testing"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// desk is a session that remembers a hash of all that it hears.
type desk struct {
	hash interface {
		Write([]byte) (int, error)
		Sum64() uint64
	}
	buf []byte
}

func (d *desk) Reply(_ any, m csta.Message, err error) {
	if err != nil {
		m = csta.FaultOf(err).Message()
	}
	if m != nil {
		d.Ask(m)
	}
}

func (d *desk) Notify(crossRef string, p *Publication) {
	_, _ = d.hash.Write([]byte(crossRef))
	d.Ask(p.Event)
}

func (d *desk) Ask(m csta.Message) {
	d.buf = csta.AppendJSON(d.buf[:0], m)
	_, _ = d.hash.Write(d.buf)
}

func (d *desk) Pass(f func()) { f() }

// observer is a session that monitors one device and holds what it hears
// against the table of transitions.
type observer struct {
	t       *testing.T
	device  string
	states  map[string]csta.LocalConnectionState
	replies int
	refused map[string]int
	done    map[string]int
	// seen is the telephone's look as its events tell it.
	seen look
}

func (o *observer) Reply(_ any, m csta.Message, err error) {
	o.replies++
	if o.done == nil {
		o.done, o.refused = make(map[string]int), make(map[string]int)
	}
	if err != nil {
		o.refused[err.Error()]++
		return
	}
	o.done[m.Name()]++
}

func (o *observer) Ask(csta.Message) {}

func (o *observer) Pass(f func()) { f() }

func (o *observer) Notify(_ string, p *Publication) {
	if o.sees(p.Event) {
		return
	}
	local := p.Event.Head().Local
	state, old, told := localState(p.Event)
	if !told {
		return
	}
	if local.DeviceID.Value != o.device {
		o.t.Fatalf("device %s hears of %v as its own", o.device, local)
	}
	was := csta.LocalConnectionStateNull
	for _, call := range append(old, local.CallID) {
		if s, ok := o.states[call]; ok && s != csta.LocalConnectionStateFail || was == csta.LocalConnectionStateNull && ok {
			was = s // an intruder's failed attempt becomes part of the conversation
		}
		delete(o.states, call)
	}
	if was != state && !legal(was, state) {
		o.t.Fatalf("device %s hears %s: from %v to %v in call %s", o.device, p.Event.EventName(), was, state, local.CallID)
	}
	if state != csta.LocalConnectionStateNull {
		o.states[local.CallID] = state
	}
}

func legal(from, to csta.LocalConnectionState) bool {
	return slices.ContainsFunc(callmodel.Table, func(row callmodel.Transition) bool {
		return row.From == from && row.To == to && (slices.Contains(row.Kinds, callmodel.Station) || slices.Contains(row.Kinds, callmodel.Waiting))
	})
}

// localState gives the state of the monitored device's connection after an
// event, and the calls that the event says became the one it is about. Events
// that are not about a connection tell none.
func localState(e csta.Event) (state csta.LocalConnectionState, old []string, told bool) {
	switch e := e.(type) {
	case *csta.ServiceInitiatedEvent:
		state = e.LocalConnectionInfo
	case *csta.DigitsDialedEvent:
		state = e.LocalConnectionInfo
	case *csta.OriginatedEvent:
		state = e.LocalConnectionInfo
	case *csta.OfferedEvent:
		state = e.LocalConnectionInfo
	case *csta.DeliveredEvent:
		state = e.LocalConnectionInfo
	case *csta.QueuedEvent:
		state = e.LocalConnectionInfo
	case *csta.EstablishedEvent:
		state = e.LocalConnectionInfo
	case *csta.HeldEvent:
		state = e.LocalConnectionInfo
	case *csta.RetrievedEvent:
		state = e.LocalConnectionInfo
	case *csta.FailedEvent:
		state = e.LocalConnectionInfo
	case *csta.NetworkReachedEvent:
		state = e.LocalConnectionInfo
	case *csta.DivertedEvent:
		state = e.LocalConnectionInfo
	case *csta.ConnectionClearedEvent:
		state = e.LocalConnectionInfo
	case *csta.TransferedEvent:
		return e.LocalConnectionInfo, oldCalls(e.PrimaryOldCall, e.SecondaryOldCall), true
	case *csta.ConferencedEvent:
		return e.LocalConnectionInfo, oldCalls(e.PrimaryOldCall, e.SecondaryOldCall), true
	default:
		return 0, nil, false
	}
	return state, nil, true
}

func oldCalls(primary csta.ConnectionID, secondary *csta.ConnectionID) []string {
	calls := []string{primary.CallID}
	if secondary != nil {
		calls = append(calls, secondary.CallID)
	}
	return calls
}
