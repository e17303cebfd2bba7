package pbx

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// This file is what becomes of the model's effects: entries for the journal,
// timers, orders for lines, and events for monitors.

func (s *Switch) effect(e *callmodel.Effect) {
	s.presence.touchCall(e)
	s.bodies.touchCall(e)
	s.memberSeen(e.Subject.Device)
	switch e.Kind {
	case callmodel.CallBegan:
		s.calls[e.Call.Call] = &callState{timers: make(map[timerKey]*timer, 2), cause: csta.EventCauseNewCall}
		s.startTimer(line.Leg{Call: e.Call.Call}, lengthTimer, CallTime)
		s.enter(record.CallBegan, e)
	case callmodel.CallAnswered:
		s.enter(record.CallAnswered, e)
	case callmodel.CallEnded:
		s.forget(e.Call.Call)
		s.enter(record.CallEnded, e)
	case callmodel.ConnectionCleared, callmodel.Diverted:
		leg := line.Leg{Call: e.Call.Call, Device: e.Subject.Device}
		if a := s.arrivalAt(leg); a != nil {
			s.arrived(a)
			if a.queue != "" && e.Subject.To == a.queue {
				s.missed(a, true) // the member does not want it
			}
		}
		if e.Subject.Kind != callmodel.Waiting {
			s.line(e.Subject.Kind).Release(leg, e.Cause)
		}
		s.publish(e)
		s.leftPlace(e)
		s.freed(e.Subject.Device)
	case callmodel.Transferred:
		s.publish(e)
		s.workDone(e)
	case callmodel.CallCleared:
		s.publish(e)
		s.callEnded(e.Call.Call)
	case callmodel.Originated, callmodel.Established:
		s.usedForCallBacks(e.Subject.Device)
		s.publish(e)
	case callmodel.Delivered, callmodel.Offered, callmodel.Queued:
		s.publish(e)
		s.routed(e)
	default:
		s.publish(e)
	}
}

// leftPlace is what follows for queues, agents and route points when a
// connection is gone.
func (s *Switch) leftPlace(e *callmodel.Effect) {
	s.leftRoutePoint(e)
	if q := s.queues[e.Subject.Device]; q != nil {
		s.leftQueue(q, e)
	}
	if state, ok := s.calls[e.Call.Call]; ok && state.camps == e.Subject.Device {
		state.camps = ""
		s.stopTimer(line.Leg{Call: e.Call.Call}, campTimer)
	}
	s.workDone(e)
}

// workDone is what follows when a member who took the call from a queue is in it
// no more.
func (s *Switch) workDone(e *callmodel.Effect) {
	state, ok := s.calls[e.Call.Call]
	if !ok {
		return
	}
	state.services = slices.DeleteFunc(state.services, func(v *service) bool {
		if v.device != e.Subject.Device {
			return false
		}
		s.finished = append(s.finished, v)
		return true
	})
}

// forget stops the timers of a call that ended, and withdraws what was offered
// for it.
func (s *Switch) forget(call string) {
	state, ok := s.calls[call]
	if !ok {
		return
	}
	for _, t := range state.timers {
		s.timers.stop(t)
	}
	s.repeats.forget(call)
	s.routedCallEnded(state)
	for len(state.arrivals) > 0 {
		a := state.arrivals[0]
		s.arrived(a)
		s.line(a.kind).Release(a.leg, csta.EventCauseNormalClearing)
	}
	for _, leg := range state.formerly {
		delete(s.moved, leg)
		delete(s.merged, leg.Call)
	}
	delete(s.calls, call)
	s.finished = append(s.finished, state.services...)
}

// timerKey names a timer of a call: one of each kind runs for each device, and
// for the call as a whole.
type timerKey struct {
	kind   timerKind
	device string
}

// startTimer sets a timer of a leg, or of a whole call where the leg names no
// device, in place of one that runs.
func (s *Switch) startTimer(leg line.Leg, kind timerKind, d time.Duration) {
	state, ok := s.calls[leg.Call]
	if !ok {
		return
	}
	key := timerKey{kind, leg.Device}
	s.timers.stop(state.timers[key])
	state.timers[key] = s.timers.set(s.now.Add(d), kind, leg)
}

func (s *Switch) stopTimer(leg line.Leg, kind timerKind) {
	if state, ok := s.calls[leg.Call]; ok {
		key := timerKey{kind, leg.Device}
		s.timers.stop(state.timers[key])
		delete(state.timers, key)
	}
}

// adopt has one call take over what is under way for another one's devices,
// which are brought into it: all but the one that had both, and with its work
// that one, too, where it stays.
func (s *Switch) adopt(into, from, except string, stays bool) {
	call, ok := s.model.Call(from)
	if !ok {
		return
	}
	state, old := s.calls[into], s.calls[from]
	for i := range call.Connections {
		c := &call.Connections[i]
		was, now := line.Leg{Call: from, Device: c.Device}, line.Leg{Call: into, Device: c.Device}
		if c.Device == except {
			continue
		}
		s.becomes(was, now)
		s.line(c.Kind).Move(was, into)
	}
	state.formerly = append(state.formerly, old.formerly...)
	old.formerly = nil
	s.movedInQueues(from, into)
	s.adoptWaiting(into, from)
	s.movedInRouteing(from, into)
	s.adoptServices(state, old, except, stays)
	state.priority = max(state.priority, old.priority)
	arrivals := old.arrivals
	old.arrivals = nil
	for _, a := range arrivals {
		was := a.leg
		a.leg.Call = into
		state.arrivals = append(state.arrivals, a)
		for _, kind := range []timerKind{ringTimer, offerTimer, autoAnswerTimer} {
			s.moveTimer(was, a.leg, kind)
		}
	}
}

// adoptServices has members who took a call from a queue go on working on the
// one that it becomes part of.
func (s *Switch) adoptServices(state, old *callState, except string, stays bool) {
	var over []*service
	for _, v := range old.services {
		switch {
		case v.device != except:
			state.services = append(state.services, v)
		case stays:
			s.talked(v)
			state.services = append(state.services, v)
		default:
			over = append(over, v)
		}
	}
	old.services = over
}

// adoptWaiting has one call go on waiting as another one did: for a busy device,
// or where it is parked.
func (s *Switch) adoptWaiting(into, from string) {
	state, old := s.calls[into], s.calls[from]
	if state.camps == "" && old.camps != "" {
		state.camps, old.camps = old.camps, ""
		s.moveTimer(line.Leg{Call: from}, line.Leg{Call: into}, campTimer)
	}
	if state.parkedBy == "" && old.parkedBy != "" {
		state.parkedBy, state.parkedAt, old.parkedBy = old.parkedBy, old.parkedAt, ""
		s.moveTimer(line.Leg{Call: from}, line.Leg{Call: into}, parkTimer)
	}
}

// moveTimer has a timer that runs for one leg run for another one.
func (s *Switch) moveTimer(was, now line.Leg, kind timerKind) {
	if t := s.calls[was.Call].timers[timerKey{kind, was.Device}]; t != nil && t.index >= 0 {
		s.stopTimer(was, kind)
		s.startTimer(now, kind, t.due.Sub(s.now))
	}
}

// becomes has reports about one leg, or about those that became it, be about
// another one from now on. Its call must not be over before the leg's.
func (s *Switch) becomes(was, now line.Leg) {
	for _, leg := range s.calls[was.Call].formerly {
		if s.moved[leg] == was {
			s.moved[leg] = now
		}
	}
	s.moved[was] = now
	s.merged[was.Call] = merger{now.Call, s.now}
	s.calls[now.Call].formerly = append(s.calls[now.Call].formerly, was)
}

// enter has the journal keep what a call has come to. The times of a record are
// as far apart as they were, even when the clock is set during the call.
func (s *Switch) enter(kind record.EntryKind, e *callmodel.Effect) {
	c := e.Call
	at := func(t time.Time) time.Time {
		if t.IsZero() {
			return t
		}
		return c.Started.Add(t.Sub(c.Started))
	}
	r := &record.CallRecord{
		Call:        c.Call,
		Linkage:     c.Linkage,
		Tenant:      s.tenant.ID,
		Direction:   c.Direction,
		Calling:     c.Calling,
		Called:      strings.TrimSuffix(c.Called, ";"),
		Started:     c.Started,
		Answered:    at(c.Answered),
		RequestedBy: c.RequestedBy,
		Consults:    c.Consults,
		Parties:     parties(c, at),
	}
	if kind == record.CallEnded {
		r.Ended = at(s.now)
		r.Cause = outcome(e).String()
	}
	s.batch.entries = append(s.batch.entries, record.Entry{Kind: kind, Call: r})
}

// outcome is why a call ended as it did: where it failed that counts, and not
// that the caller then hung up.
func outcome(e *callmodel.Effect) csta.EventCause {
	if e.Call.Answered.IsZero() {
		for i := range e.Call.Past {
			if p := &e.Call.Past[i]; p.Failed {
				return p.Cause
			}
		}
	}
	return e.Cause
}

// parties lists who took part so far, in the order in which they joined.
func parties(c *callmodel.Call, at func(time.Time) time.Time) []record.Party {
	list := make([]record.Party, 0, len(c.Past)+len(c.Connections))
	for _, p := range inOrder(c) {
		party := record.Party{Device: p.Device, Queue: p.Queue, Joined: at(p.Joined), Answered: at(p.Answered), Left: at(p.Left)}
		if !p.Left.IsZero() {
			party.Cause, party.To = p.Cause.String(), p.To
		}
		list = append(list, party)
	}
	return list
}

// inOrder gives the connections that there are and were.
func inOrder(c *callmodel.Call) []callmodel.Connection {
	all := slices.Concat(c.Past, c.Connections)
	slices.SortStableFunc(all, func(a, b callmodel.Connection) int { return cmp.Compare(a.Order, b.Order) })
	return all
}
