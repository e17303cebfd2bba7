package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// makeCall sets up a call from a device of the tenant (ECMA-269, Make Call).
// The response names the calling device's connection; how the call gets on is
// told by events. With autoOriginate prompt, the default, the calling device
// rings first and AnswerCall picks it up; with doNotPrompt it picks up itself.
func (s *Switch) makeCall(r *Request, m *csta.MakeCall) {
	calling, ok := s.names.Device(m.CallingDevice.Value)
	device := s.devices[calling]
	if !ok || device == nil || device.Kind != record.DeviceStation {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCallingDeviceID, "no telephone %q in this tenant", m.CallingDevice.Value))
		return
	}
	if !s.allowed(r, access.Control, calling) {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsPrivilegeViolationCallingDevice, "user %s may not make calls from device %q", r.Principal.User, calling))
		return
	}
	called, ok := s.names.Device(m.CalledDirectoryNumber.Value)
	switch {
	case !ok || called == Trunk:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "%q cannot be dialled", m.CalledDirectoryNumber.Value))
		return
	case called == calling:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithCalledDevice, "device %q cannot call itself", calling))
		return
	}
	if made, again := s.repeated(r); again {
		s.reply(r, makeCallResponse(made))
		return
	}
	origin := callmodel.Origin{
		Call: s.ids.Call(), Linkage: s.ids.Linkage(), Calling: calling, Called: called,
		Direction: s.direction(called), RequestedBy: r.Principal.User, Service: r.Message.Name(),
	}
	prompt := m.AutoOriginate != csta.AutoOriginateDoNotPrompt
	effects, err := s.model.Initiate(s.now, origin, calling, !prompt, csta.EventCauseMakeCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, makeCallResponse(origin))
	s.carryOut(r, effects)
	s.remember(r, origin)
	leg := line.Leg{Call: origin.Call, Device: calling}
	s.startTimer(origin.Call, promptTimer, PromptTime)
	s.phones.Offer(line.Offer{
		Leg: leg, Calling: called, CallingName: s.deviceName(called), Prompt: prompt, AutoAnswer: !prompt,
	})
}

func makeCallResponse(o callmodel.Origin) *csta.MakeCallResponse {
	return &csta.MakeCallResponse{CallingDevice: connectionID(o.Call, o.Calling), CallLinkageData: linkageData(o.Linkage)}
}

// answerCall has a ringing device pick up, or a prompted one (ECMA-269, Answer
// Call).
func (s *Switch) answerCall(r *Request, m *csta.AnswerCall) {
	leg, err := s.connection(r, m.CallToBeAnswered)
	if err != nil {
		s.refuse(r, err)
		return
	}
	if err := s.model.PickUp(leg.Call, leg.Device); err != nil {
		s.refuse(r, err)
		return
	}
	answered := connectionID(leg.Call, leg.Device)
	s.reply(r, &csta.AnswerCallResponse{AnsweredConnection: &answered})
	s.phones.Answer(leg)
}

// clearConnection releases a device from a call; in a call of two that ends
// the call (ECMA-269, Clear Connection). A party outside is released by
// whoever controls a device in the call.
func (s *Switch) clearConnection(r *Request, m *csta.ClearConnection) {
	leg, err := s.connection(r, m.ConnectionToBeCleared)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	cause := csta.EventCauseNormalClearing
	if call.State(leg.Device) == csta.LocalConnectionStateAlerting && call.Calling != leg.Device {
		cause = csta.EventCauseCallCancelled // the called user does not want it
	}
	if m.Reason != 0 {
		cause = m.Reason
	}
	effects, err := s.model.Clear(s.now, leg.Call, leg.Device, leg.Device, cause)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.ClearConnectionResponse{})
	s.carryOut(r, effects)
}

// holdCall puts a call aside (ECMA-269, Hold Call).
func (s *Switch) holdCall(r *Request, m *csta.HoldCall) {
	leg, err := s.connection(r, m.CallToBeHeld)
	if err != nil {
		s.refuse(r, err)
		return
	}
	effects, err := s.model.Hold(s.now, leg.Call, leg.Device, csta.EventCauseNormal)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.HoldCallResponse{})
	s.carryOut(r, effects)
	s.phones.Hold(leg)
}

// retrieveCall takes a held call up again (ECMA-269, Retrieve Call).
func (s *Switch) retrieveCall(r *Request, m *csta.RetrieveCall) {
	leg, err := s.connection(r, m.CallToBeRetrieved)
	if err != nil {
		s.refuse(r, err)
		return
	}
	effects, err := s.model.Retrieve(s.now, leg.Call, leg.Device, csta.EventCauseNormal)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.RetrieveCallResponse{})
	s.carryOut(r, effects)
	s.phones.Retrieve(leg)
}
