package pbx

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// This file is how a call gets on: reports of lines move the model, and where
// a leg is up the call is sent on its way.

// report takes what a line says about a leg. A report about a leg that is gone
// came too late to matter.
func (s *Switch) report(r line.Report) {
	call, ok := s.model.Call(r.Leg.Call)
	if !ok {
		return
	}
	conn, joined := call.Connection(r.Leg.Device)
	if !joined && !s.offered(r.Leg) {
		return
	}
	switch r.Kind {
	case line.Reached:
		s.apply(s.model.Reach(s.now, r.Leg.Call, r.Leg.Device, csta.EventCauseNewCall))
		s.withdraw(r.Leg)
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
		// The event for digits comes with the services for them.
	}
}

// ringing tells that a device rings. That a prompted device rings for its own
// call is known already.
func (s *Switch) ringing(leg line.Leg, conn callmodel.Connection) {
	if conn.State == csta.LocalConnectionStateInitiated {
		return
	}
	kind := s.kindOf(leg.Device)
	s.withdraw(leg)
	effects, err := s.model.Deliver(s.now, leg.Call, leg.Device, kind, csta.EventCauseNewCall)
	if err != nil {
		// Somebody else's call was faster: the device is busy by now.
		s.line(kind).Release(leg, csta.EventCauseBusy)
		s.fail(leg, csta.EventCauseBusy)
		return
	}
	s.apply(effects, nil)
	s.startTimer(leg.Call, ringTimer, RingTime)
}

// answered connects a device, or sends the call of a caller who picked up on
// its way.
func (s *Switch) answered(call *callmodel.Call, leg line.Leg, conn callmodel.Connection) {
	if conn.State == csta.LocalConnectionStateInitiated {
		s.stopTimer(leg.Call, promptTimer)
		if s.apply(s.model.Originate(s.now, leg.Call, leg.Device, csta.EventCauseNewCall)) {
			s.route(call.Call)
		} else {
			s.clear(leg, leg.Device, csta.EventCauseResourcesNotAvailable)
		}
		return
	}
	switch conn.State {
	case csta.LocalConnectionStateNull:
		s.ringing(leg, conn) // a device that answers without having rung
	case csta.LocalConnectionStateAlerting:
	case csta.LocalConnectionStateConnected:
		if conn.Kind == callmodel.Station {
			return // it says so twice
		}
	default:
		return
	}
	if s.apply(s.model.Answer(s.now, leg.Call, leg.Device, csta.EventCauseNormal)) {
		s.stopTimer(leg.Call, ringTimer)
		return
	}
	// Picked up where the model cannot have it, such as beside another call
	// that the user speaks in: the telephone must not believe that it is.
	if conn.Kind == callmodel.Station {
		s.clear(leg, leg.Device, csta.EventCauseInvalidConnectionState)
	}
}

// rejected tells that a call cannot be brought to a device. A device that rang
// already ends the call; where nobody rang yet, the caller hears why.
func (s *Switch) rejected(call *callmodel.Call, r line.Report, conn callmodel.Connection) {
	switch {
	case conn.State == csta.LocalConnectionStateInitiated, conn.State == csta.LocalConnectionStateAlerting:
		s.clear(r.Leg, r.Leg.Device, r.Cause)
	case conn.State == csta.LocalConnectionStateNull, conn.Kind == callmodel.Network && conn.Answered.IsZero():
		s.withdraw(r.Leg)
		s.fail(r.Leg, r.Cause)
	default:
		s.end(call, r.Leg.Device, r.Cause)
	}
}

// route brings a call to the number its caller dialled.
func (s *Switch) route(id string) {
	call, ok := s.model.Call(id)
	if !ok {
		return
	}
	leg := line.Leg{Call: id, Device: call.Called}
	kind := s.kindOf(call.Called)
	if kind == callmodel.Station {
		device, ok := s.devices[call.Called]
		switch {
		case !ok || device.Kind != record.DeviceStation:
			s.fail(leg, csta.EventCauseDestNotObtainable)
			return
		case s.busy(call.Called):
			s.fail(leg, csta.EventCauseBusy)
			return
		}
	}
	s.calls[id].offered = append(s.calls[id].offered, leg)
	s.offers[leg.Device]++
	s.startTimer(id, ringTimer, RingTime)
	s.line(kind).Offer(line.Offer{Leg: leg, Calling: call.Calling, CallingName: s.deviceName(call.Calling)})
}

// busy counts the calls on their way to a device as well as those it has.
func (s *Switch) busy(device string) bool {
	return s.model.Load(device)+s.offers[device] >= callmodel.MaxCalls
}

// fail tells the caller that the call cannot be brought to a device, and lets
// him hear the tone for a while.
func (s *Switch) fail(leg line.Leg, cause csta.EventCause) {
	s.stopTimer(leg.Call, ringTimer)
	if s.apply(s.model.Fail(s.now, leg.Call, leg.Device, s.kindOf(leg.Device), cause)) {
		s.startTimer(leg.Call, toneTimer, ToneTime)
	}
}

// clear releases one device from a call; by is who released it.
func (s *Switch) clear(leg line.Leg, by string, cause csta.EventCause) bool {
	return s.apply(s.model.Clear(s.now, leg.Call, leg.Device, by, cause))
}

// end clears all connections of a call.
func (s *Switch) end(call *callmodel.Call, by string, cause csta.EventCause) {
	if by == "" {
		by = call.Connections[0].Device
	}
	s.apply(s.model.End(s.now, call.Call, by, cause))
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

// offered reports whether a leg was offered to a line and does not ring yet.
func (s *Switch) offered(leg line.Leg) bool {
	state, ok := s.calls[leg.Call]
	return ok && slices.Contains(state.offered, leg)
}

// withdraw forgets that a leg was offered.
func (s *Switch) withdraw(leg line.Leg) {
	state, ok := s.calls[leg.Call]
	if !ok {
		return
	}
	if i := slices.Index(state.offered, leg); i >= 0 {
		state.offered = slices.Delete(state.offered, i, i+1)
		if s.offers[leg.Device]--; s.offers[leg.Device] == 0 {
			delete(s.offers, leg.Device)
		}
	}
}

// kindOf tells a device of the tenant from a party outside.
func (s *Switch) kindOf(device string) callmodel.Kind {
	if _, ok := s.devices[device]; ok || s.names.Internal(device) {
		return callmodel.Station
	}
	return callmodel.Network
}
