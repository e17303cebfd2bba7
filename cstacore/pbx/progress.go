package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// This file is how a call gets on: reports of lines move the model, and where
// a caller's own leg is up the call is sent on its way.

// report takes what a line says about a leg. A report about a leg that is gone
// came too late to matter.
func (s *Switch) report(r line.Report) {
	r.Leg = s.present(r.Leg)
	call, ok := s.model.Call(r.Leg.Call)
	if !ok {
		return
	}
	conn, joined := call.Connection(r.Leg.Device)
	if !joined && s.arrivalAt(r.Leg) == nil {
		return
	}
	switch r.Kind {
	case line.Reached:
		s.reached(r.Leg)
	case line.Ringing:
		s.ringing(r.Leg, conn)
	case line.Answered:
		s.answered(call, r.Leg, conn)
	case line.Rejected:
		s.rejected(call, r, conn)
	case line.Ended:
		s.clear(r.Leg, r.Leg.Device, csta.EventCauseNormalClearing)
	case line.MediaLost:
		s.clear(r.Leg, r.Leg.Device, csta.EventCauseDestOutOfOrder)
	case line.Digits:
		s.dialledAtLine(call, r, conn)
	}
}

// present gives the leg that a leg has become: calls are brought together
// while reports about their legs are under way.
func (s *Switch) present(leg line.Leg) line.Leg {
	if now, ok := s.moved[leg]; ok {
		return now
	}
	return leg
}

// reached tells that a call has left through the trunk.
func (s *Switch) reached(leg line.Leg) {
	if a := s.arrivalAt(leg); a != nil && a.kind == callmodel.Network {
		s.apply(s.model.Reach(s.now, leg.Call, leg.Device, a.cause))
	}
}

// ringing tells that a device rings. That a prompted device rings for its own
// call is known already.
func (s *Switch) ringing(leg line.Leg, conn callmodel.Connection) {
	a := s.arrivalAt(leg)
	if a == nil || a.joins || conn.State == csta.LocalConnectionStateInitiated {
		return
	}
	effects, err := s.model.Deliver(s.now, leg.Call, leg.Device, a.kind, a.cause)
	switch {
	case err == nil:
		s.notOffered(a)
		s.model.RingFor(leg.Call, leg.Device, a.queue)
		s.apply(effects, nil)
		s.startTimer(leg, ringTimer, a.ringTime())
		s.answersByItself(leg)
	case conn.State == csta.LocalConnectionStateNull:
		// Somebody else's call was faster: the device is busy by now.
		s.line(a.kind).Release(leg, csta.EventCauseBusy)
		s.arrivalFailed(a, csta.EventCauseBusy)
	}
}

// answered connects a device, or sends the call of a caller who picked up on
// its way.
func (s *Switch) answered(call *callmodel.Call, leg line.Leg, conn callmodel.Connection) {
	a := s.arrivalAt(leg)
	switch {
	case conn.State == csta.LocalConnectionStateInitiated:
		s.callerPickedUp(call, leg)
		return
	case a == nil:
		return // it says so twice
	case a.joins:
		s.join(a)
		return
	case conn.State == csta.LocalConnectionStateNull:
		s.ringing(leg, conn) // a device that answers without having rung
	}
	if a.queue != "" {
		s.takenFromQueue(a)
	}
	s.arrived(a)
	if !s.apply(s.model.Answer(s.now, leg.Call, leg.Device, a.answered)) {
		// Picked up where the model cannot have it, such as beside another call
		// that the user speaks in: the telephone must not believe that it is.
		s.clear(leg, leg.Device, csta.EventCauseInvalidConnectionState)
		return
	}
	s.connected(a)
}

// join makes a device that has picked up part of the call.
func (s *Switch) join(a *arrival) {
	s.arrived(a)
	if s.apply(s.model.Join(s.now, a.leg.Call, a.leg.Device, a.silent, a.answered)) {
		s.connected(a)
		return
	}
	s.phones.Release(a.leg, csta.EventCauseInvalidConnectionState)
	s.arrivalFailed(a, csta.EventCauseInvalidConnectionState)
}

// connected is what follows when a device speaks with the others.
func (s *Switch) connected(a *arrival) {
	if a.route != nil {
		s.gotIn(a) // answered without having rung
	}
	if a.by != "" {
		s.apply(s.model.Announce(a.leg.Call, a.by, a.leg.Device, a.silent, a.answered))
	}
	state := s.calls[a.leg.Call]
	if state != nil && state.predicts != nil && a.leg.Device != state.predicts.leg.Device {
		agent := state.predicts
		state.predicts = nil
		s.bring(agent)
	}
}

// callerPickedUp sends the call of a caller who is off hook on its way, as soon
// as he has dialled all digits.
func (s *Switch) callerPickedUp(call *callmodel.Call, leg line.Leg) {
	s.stopTimer(leg, promptTimer)
	state := s.calls[leg.Call]
	state.offHook = true
	s.bodies.touch(leg.Device)
	if callmodel.Dialling(call.Called) {
		s.startTimer(leg, digitTimer, DigitTime)
		return
	}
	s.originate(leg)
}

// originate sends a call on its way.
func (s *Switch) originate(leg line.Leg) {
	s.stopTimer(leg, digitTimer)
	call, ok := s.model.Call(leg.Call)
	if !ok {
		return
	}
	called := strings.TrimSuffix(call.Called, ";")
	if called == "" {
		s.end(call, leg.Device, csta.EventCauseInterdigitTimeout)
		return
	}
	if called == leg.Device {
		s.end(call, leg.Device, csta.EventCauseBusy) // who calls himself finds himself speaking
		return
	}
	cause := s.calls[leg.Call].cause
	if !s.apply(s.model.Originate(s.now, leg.Call, leg.Device, called, s.direction(called), cause)) {
		s.clear(leg, leg.Device, csta.EventCauseResourcesNotAvailable)
		return
	}
	s.feature(leg.Device).lastDialled = called
	s.bring(&arrival{leg: line.Leg{Call: leg.Call, Device: called}, cause: cause})
}

// rejected tells that a call cannot be brought to a device. A device that rang
// already ends the call; where nobody rang yet, the caller hears why.
func (s *Switch) rejected(call *callmodel.Call, r line.Report, conn callmodel.Connection) {
	a := s.arrivalAt(r.Leg)
	switch {
	case conn.State == csta.LocalConnectionStateInitiated:
		s.clear(r.Leg, r.Leg.Device, r.Cause)
	case a != nil && a.queue != "":
		s.notTaken(a, r.Cause)
	case a != nil && a.recall != "":
		s.recall(a, csta.EventCauseRecallNoAnswer)
	case conn.State == csta.LocalConnectionStateAlerting:
		s.clear(r.Leg, r.Leg.Device, r.Cause)
	case a != nil:
		s.arrivalFailed(a, r.Cause)
	default:
		s.end(call, r.Leg.Device, r.Cause)
	}
}

// clear releases one device from a call; by is who released it.
func (s *Switch) clear(leg line.Leg, by string, cause csta.EventCause) bool {
	return s.apply(s.model.Clear(s.now, leg.Call, leg.Device, by, cause))
}

// end clears all connections of a call.
func (s *Switch) end(call *callmodel.Call, by string, cause csta.EventCause) {
	if now, ok := s.model.Call(call.Call); ok {
		if by == "" {
			by = now.Connections[0].Device
		}
		s.apply(s.model.End(s.now, call.Call, by, cause))
	}
}

// apply takes what came of a move to where it belongs. It reports whether the
// move was made; a move that the model refuses has no effect.
func (s *Switch) apply(effects []callmodel.Effect, err error) bool {
	if err != nil {
		return false
	}
	for i := range effects {
		s.effect(&effects[i])
	}
	return true
}

// kindOf tells a device of the tenant from a party outside.
func (s *Switch) kindOf(device string) callmodel.Kind {
	if _, ok := s.devices[device]; ok || s.names.Internal(device) {
		return callmodel.Station
	}
	return callmodel.Network
}
