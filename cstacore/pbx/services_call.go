package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// caller checks that a call can be made from a device by the requester.
func (s *Switch) caller(r *Request, id csta.DeviceID) (string, error) {
	calling, ok := s.names.Device(id.Value)
	device := s.devices[calling]
	switch {
	case !ok || device == nil || device.Kind != record.DeviceStation:
		return "", csta.OperationFault(csta.OperationErrorsInvalidCallingDeviceID, "no telephone %q in this tenant", id.Value)
	case !s.allowed(r, access.Control, calling):
		return "", csta.OperationFault(csta.OperationErrorsPrivilegeViolationCallingDevice, "user %s may not make calls from device %q", r.Principal.User, calling)
	default:
		return calling, nil
	}
}

// destination gives the number that is to be called.
func (s *Switch) destination(id csta.DeviceID, calling string) (string, error) {
	called, ok := s.names.Device(id.Value)
	switch {
	case !ok || called == Trunk:
		return "", csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "%q cannot be dialled", id.Value)
	case called == calling:
		return "", csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithCalledDevice, "device %q cannot call itself", calling)
	default:
		return called, nil
	}
}

// makeCall sets up a call from a device of the tenant (ECMA-269, Make Call).
// The response names the calling device's connection; how the call gets on is
// told by events. With autoOriginate prompt, the default, the calling device
// rings first and AnswerCall picks it up; with doNotPrompt it picks up itself.
// A number that ends with a semicolon is to be continued by DialDigits.
func (s *Switch) makeCall(r *Request, m *csta.MakeCall) {
	calling, err := s.caller(r, m.CallingDevice)
	if err != nil {
		s.refuse(r, err)
		return
	}
	called, err := s.dialled(m.CalledDirectoryNumber, calling)
	if err != nil {
		s.refuse(r, err)
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
	data := callmodel.Data{
		Correlator: m.CorrelatorData, User: m.UserData, Account: m.AccountCode, Auth: m.AuthCode,
		Characteristics: m.CallCharacteristics, Subject: m.SubjectOfCall, Languages: m.LanguagePreferences,
	}
	prompt := m.AutoOriginate != csta.AutoOriginateDoNotPrompt
	effects, err := s.model.Initiate(s.now, origin, data, calling, !prompt, csta.EventCauseMakeCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, makeCallResponse(origin))
	s.carryOut(r, effects)
	s.remember(r, origin)
	s.pickUpFirst(line.Leg{Call: origin.Call, Device: calling}, called, prompt)
}

// dialled is destination for a number that may have to be continued.
func (s *Switch) dialled(id csta.DeviceID, calling string) (string, error) {
	digits, more := strings.CutSuffix(strings.TrimSpace(id.Value), ";")
	if !more {
		return s.destination(id, calling)
	}
	if digits == "" {
		return ";", nil
	}
	if number, ok := Number(digits); ok {
		return number + ";", nil
	}
	return "", csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "%q cannot be dialled", id.Value)
}

// pickUpFirst has the calling device pick up, by itself or prompted.
func (s *Switch) pickUpFirst(leg line.Leg, called string, prompt bool) {
	s.startTimer(leg, promptTimer, PromptTime)
	s.phones.Offer(line.Offer{
		Leg: leg, Calling: called, CallingName: s.deviceName(called), Prompt: prompt, AutoAnswer: !prompt,
	})
}

func makeCallResponse(o callmodel.Origin) *csta.MakeCallResponse {
	return &csta.MakeCallResponse{CallingDevice: connectionID(o.Call, o.Calling), CallLinkageData: linkageData(o.Linkage)}
}

// acceptCall has a device ring to which a call was offered (ECMA-269, Accept
// Call).
func (s *Switch) acceptCall(r *Request, m *csta.AcceptCall) {
	leg, err := s.connection(r, m.CallToBeAccepted)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.AcceptCallResponse{})
	s.accept(leg)
}

// answerCall has a ringing device pick up, or a prompted one (ECMA-269, Answer
// Call).
func (s *Switch) answerCall(r *Request, m *csta.AnswerCall) {
	leg, err := s.connection(r, m.CallToBeAnswered)
	if err == nil {
		err = s.model.PickUp(leg.Call, leg.Device)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.bodies.touch(leg.Device)
	answered := connectionID(leg.Call, leg.Device)
	s.reply(r, &csta.AnswerCallResponse{AnsweredConnection: &answered})
	call, _ := s.model.Call(leg.Call)
	if conn, _ := call.Connection(leg.Device); conn.Offered {
		s.accept(leg) // it must ring before it can be picked up
	}
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
	if m.Reason != 0 && outcomeInQueue(m.Reason) == abandonedCall { // queues have words of their own
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

// clearCall releases all devices from a call (ECMA-269, Clear Call).
func (s *Switch) clearCall(r *Request, m *csta.ClearCall) {
	leg, err := s.connection(r, m.CallToBeCleared)
	if err != nil {
		s.refuse(r, err)
		return
	}
	cause := csta.EventCauseNormalClearing
	if m.Reason != 0 && outcomeInQueue(m.Reason) == abandonedCall { // queues have words of their own
		cause = m.Reason
	}
	effects, err := s.model.End(s.now, leg.Call, leg.Device, cause)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.ClearCallResponse{})
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
