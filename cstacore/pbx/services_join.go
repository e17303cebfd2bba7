package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// singleStepConferenceCall rings another device and, when it answers, adds it
// to a call (ECMA-269, Single Step Conference Call).
func (s *Switch) singleStepConferenceCall(r *Request, m *csta.SingleStepConferenceCall) {
	leg, err := s.connection(r, m.ActiveCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	to, err := s.newDestination(leg.Call, m.DeviceToJoin)
	if err != nil {
		s.refuse(r, err)
		return
	}
	a := &arrival{
		leg: line.Leg{Call: leg.Call, Device: to}, cause: csta.EventCauseSingleStepConference,
		answered: participation(m.ParticipationType, csta.EventCauseSingleStepConference), by: leg.Device, silent: m.ParticipationType == csta.ParticipationTypeSilent,
	}
	if cause := s.unreachable(s.kinded(a), s.devices[to]); cause != 0 {
		s.refuse(r, csta.StateFault(csta.StateIncompatibilityErrorsInvalidDestinationDeviceState, "device %q cannot be reached: %s", to, cause))
		return
	}
	call, _ := s.model.Call(leg.Call)
	s.reply(r, &csta.SingleStepConferenceCallResponse{
		ConferencedCall: connectionID(leg.Call, to), CallLinkageDataList: oneLinkage(call.Linkage),
	})
	s.bring(a)
}

// kinded fills in what kind of device an arrival is for.
func (s *Switch) kinded(a *arrival) *arrival {
	a.kind = s.kindOf(a.leg.Device)
	return a
}

// participation is the cause that tells how a device takes part.
func participation(p csta.ParticipationType, otherwise csta.EventCause) csta.EventCause {
	if p == csta.ParticipationTypeSilent {
		return csta.EventCauseSilentParticipation
	}
	return otherwise
}

// joinCall adds a device of the requester to a call that goes on without it
// (ECMA-269, Join Call): the device picks up by itself, or is prompted to. Who
// may only observe a device in the call may listen.
func (s *Switch) joinCall(r *Request, m *csta.JoinCall) {
	device, ok := s.names.Device(m.JoiningDevice.Value)
	d := s.devices[device]
	switch {
	case !ok || d == nil || d.Kind != record.DeviceStation:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no telephone %q in this tenant", m.JoiningDevice.Value))
		return
	case !s.allowed(r, access.Control, device):
		s.refuse(r, s.privilegeViolation(r, access.Control, device))
		return
	}
	silent := m.ParticipationType == csta.ParticipationTypeSilent
	may := s.controls
	if silent {
		may = s.observes
	}
	leg, err := s.find(r, m.ActiveCall, may, func(leg line.Leg) error {
		return s.model.CheckService("JoinCall", leg.Call, leg.Device)
	})
	if err == nil {
		err = s.model.Reserve(leg.Call, device)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	s.reply(r, &csta.JoinCallResponse{ConferencedCall: connectionID(leg.Call, device), CallLinkageDataList: oneLinkage(call.Linkage)})
	s.bring(&arrival{
		leg: line.Leg{Call: leg.Call, Device: device}, joins: true, prompted: m.AutoOriginate != csta.AutoOriginateDoNotPrompt,
		answered: participation(m.ParticipationType, csta.EventCauseJoinCall), by: device, silent: silent,
	})
}

// intrudeCall has a caller who found a device busy join the call that it is
// busy with (ECMA-269, Intrude Call). He must be one who may observe that
// device, or, where he is heard, sit in a pick-up group with it.
func (s *Switch) intrudeCall(r *Request, m *csta.IntrudeCall) {
	leg, err := s.connection(r, m.Intrude)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	busy, _ := call.Other(leg.Device)
	silent := m.ParticipationType == csta.ParticipationTypeSilent
	if !s.allowed(r, access.Observe, busy.Device) && (silent || !s.sameGroup(leg.Device, busy.Device, "")) {
		s.refuse(r, s.privilegeViolation(r, access.Observe, busy.Device))
		return
	}
	effects, err := s.model.Intrude(s.now, leg.Call, leg.Device, busy.Device, silent)
	if err != nil {
		s.refuse(r, err)
		return
	}
	told := &effects[len(effects)-1]
	conferenced := connectionID(told.Call.Call, leg.Device)
	s.reply(r, &csta.IntrudeCallResponse{ConferencedCall: &conferenced, CallLinkageDataList: linkageList(told)})
	now := line.Leg{Call: told.Call.Call, Device: leg.Device}
	state := s.calls[told.Call.Call]
	s.becomes(leg, now)
	state.formerly = append(state.formerly, s.calls[leg.Call].formerly...)
	s.calls[leg.Call].formerly = nil
	s.phones.Move(leg, now.Call)
	s.carryOut(r, effects)
}

// camponCall has a caller who found a telephone busy wait for it (ECMA-269, Camp
// On Call). A busy queue has its own rules for who waits.
func (s *Switch) camponCall(r *Request, m *csta.CamponCall) {
	leg, err := s.connection(r, m.CamponConnection)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	busy, _ := call.Other(leg.Device)
	if d := s.devices[busy.Device]; d == nil || d.Kind != record.DeviceStation {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithObject, "nobody can wait for %q, which is no telephone", busy.Device))
		return
	}
	effects, err := s.model.Enqueue(s.now, leg.Call, busy.Device, callmodel.Station, csta.EventCauseCampOn)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.CamponCallResponse{})
	s.stopTimer(line.Leg{Call: leg.Call}, toneTimer)
	s.startTimer(line.Leg{Call: leg.Call}, campTimer, CampTime)
	s.calls[leg.Call].camps = busy.Device
	s.carryOut(r, effects)
	s.freed(busy.Device) // it may have become so meanwhile
}

// lighter notes that a device has less to do: it can be called back, or rung
// for a queue, if it has nothing to do by now.
func (s *Switch) lighter(device string) {
	s.callBacks.free(device)
	s.memberChanged(device)
}

// freed looks whether a device that has one call less can be brought another
// one that waits for it, or can be called back.
func (s *Switch) freed(device string) {
	if d := s.devices[device]; d == nil || d.Kind != record.DeviceStation {
		return
	}
	s.lighter(device)
	for _, call := range s.model.CallsAt(device) {
		state := s.calls[call.Call]
		if state != nil && state.camps == device && !s.busy(device) {
			state.camps = ""
			s.stopTimer(line.Leg{Call: call.Call}, campTimer)
			s.bring(&arrival{leg: line.Leg{Call: call.Call, Device: device}, cause: csta.EventCauseCampOn})
		}
	}
}
