package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// This file is what becomes of the model's effects: entries for the journal,
// timers, orders for lines, and events for monitors.

func (s *Switch) effect(e *callmodel.Effect) {
	switch e.Kind {
	case callmodel.CallBegan:
		s.calls[e.Call.Call] = &callState{timers: make(map[timerKind]*timer, 2)}
		s.startTimer(e.Call.Call, lengthTimer, CallTime)
		s.enter(record.CallBegan, e)
	case callmodel.CallAnswered:
		s.enter(record.CallAnswered, e)
	case callmodel.CallEnded:
		s.forget(e.Call.Call)
		s.enter(record.CallEnded, e)
	case callmodel.ConnectionCleared:
		s.line(e.Subject.Kind).Release(line.Leg{Call: e.Call.Call, Device: e.Subject.Device}, e.Cause)
		s.publish(e)
	default:
		s.publish(e)
	}
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
	for len(state.offered) > 0 {
		leg := state.offered[0]
		s.line(s.kindOf(leg.Device)).Release(leg, csta.EventCauseNormalClearing)
		s.withdraw(leg)
	}
	delete(s.calls, call)
}

// startTimer sets a call's timer of a kind, in place of one that runs.
func (s *Switch) startTimer(call string, kind timerKind, d time.Duration) {
	state, ok := s.calls[call]
	if !ok {
		return
	}
	s.timers.stop(state.timers[kind])
	state.timers[kind] = s.timers.set(s.now.Add(d), kind, call, line.Report{})
}

func (s *Switch) stopTimer(call string, kind timerKind) {
	if state, ok := s.calls[call]; ok {
		s.timers.stop(state.timers[kind])
		delete(state.timers, kind)
	}
}

// enter has the journal keep what a call has come to.
func (s *Switch) enter(kind record.EntryKind, e *callmodel.Effect) {
	c := e.Call
	r := &record.CallRecord{
		Call:        c.Call,
		Linkage:     c.Linkage,
		Tenant:      s.tenant.ID,
		Direction:   c.Direction,
		Calling:     c.Calling,
		Called:      c.Called,
		Started:     c.Started,
		Answered:    c.Answered,
		RequestedBy: c.RequestedBy,
	}
	if kind == record.CallEnded {
		r.Ended = s.now
		r.Cause = outcome(e).String()
		r.Parties = parties(c.Past)
	}
	s.batch.entries = append(s.batch.entries, record.Entry{Kind: kind, Call: r})
}

// outcome is why a call ended as it did: where it failed that counts, and not
// that the caller then hung up.
func outcome(e *callmodel.Effect) csta.EventCause {
	if e.Call.Answered.IsZero() {
		for i := range e.Call.Past {
			if p := &e.Call.Past[i]; p.Cause != e.Cause && p.Cause != csta.EventCauseNormalClearing {
				return p.Cause
			}
		}
	}
	return e.Cause
}

// parties lists who took part, in the order in which they joined.
func parties(past []callmodel.Connection) []record.Party {
	list := make([]record.Party, len(past))
	for i := range past {
		p := &past[i]
		list[p.Order] = record.Party{Device: p.Device, Joined: p.Joined, Answered: p.Answered, Left: p.Left, Cause: p.Cause.String()}
	}
	return list
}
