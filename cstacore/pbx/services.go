package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// handler carries out a request.
type handler func(*Switch, *Request)

// serves makes a handler of a service's method.
func serves[M csta.Message](f func(*Switch, *Request, M)) handler {
	return func(s *Switch, r *Request) { f(s, r, r.Message.(M)) }
}

// services are all services there are, by the names of their requests. What the
// switch tells of itself is derived from it, see capability.
var services = map[string]handler{
	"AcceptCall":               serves((*Switch).acceptCall),
	"AlternateCall":            serves((*Switch).alternateCall),
	"AnswerCall":               serves((*Switch).answerCall),
	"CallBack":                 serves((*Switch).callBackBusy),
	"CallBackNonCallRelated":   serves((*Switch).callBackNonCallRelated),
	"CancelCallBack":           serves((*Switch).cancelCallBack),
	"GetCallBack":              serves((*Switch).getCallBack),
	"CamponCall":               serves((*Switch).camponCall),
	"ClearCall":                serves((*Switch).clearCall),
	"ClearConnection":          serves((*Switch).clearConnection),
	"ConferenceCall":           serves((*Switch).conferenceCall),
	"ConsultationCall":         serves((*Switch).consultationCall),
	"DeflectCall":              serves((*Switch).deflectCall),
	"DialDigits":               serves((*Switch).dialDigits),
	"DirectedPickupCall":       serves((*Switch).directedPickupCall),
	"GroupPickupCall":          serves((*Switch).groupPickupCall),
	"HoldCall":                 serves((*Switch).holdCall),
	"IntrudeCall":              serves((*Switch).intrudeCall),
	"JoinCall":                 serves((*Switch).joinCall),
	"MakeCall":                 serves((*Switch).makeCall),
	"MakePredictiveCall":       serves((*Switch).makePredictiveCall),
	"ParkCall":                 serves((*Switch).parkCall),
	"ReconnectCall":            serves((*Switch).reconnectCall),
	"RetrieveCall":             serves((*Switch).retrieveCall),
	"SingleStepConferenceCall": serves((*Switch).singleStepConferenceCall),
	"SingleStepTransferCall":   serves((*Switch).singleStepTransferCall),
	"TransferCall":             serves((*Switch).transferCall),

	"AssociateData":          serves((*Switch).associateData),
	"CancelTelephonyTones":   serves((*Switch).cancelTelephonyTones),
	"GenerateDigits":         serves((*Switch).generateDigits),
	"GenerateTelephonyTones": serves((*Switch).generateTelephonyTones),
	"SendUserInformation":    serves((*Switch).sendUserInformation),

	"GetAutoAnswer":              gets(func(m *csta.GetAutoAnswer) csta.DeviceID { return m.Device }, getAutoAnswer),
	"GetCallerIDStatus":          gets(func(m *csta.GetCallerIDStatus) csta.DeviceID { return m.Device }, getCallerIDStatus),
	"GetCallProfile":             gets(func(m *csta.GetCallProfile) csta.DeviceID { return m.Device }, getCallProfile),
	"SetCallProfile":             sets(func(m *csta.SetCallProfile) csta.DeviceID { return m.Device }, setCallProfile),
	"GetDoNotDisturb":            gets(func(m *csta.GetDoNotDisturb) csta.DeviceID { return m.Device }, getDoNotDisturb),
	"GetForwarding":              gets(func(m *csta.GetForwarding) csta.DeviceID { return m.Device }, getForwarding),
	"GetLastNumberDialed":        gets(func(m *csta.GetLastNumberDialed) csta.DeviceID { return m.Device }, getLastNumberDialed),
	"GetMessageWaitingIndicator": gets(func(m *csta.GetMessageWaitingIndicator) csta.DeviceID { return m.Device }, getMessageWaiting),
	"GetMicrophoneMute":          gets(func(m *csta.GetMicrophoneMute) csta.DeviceID { return m.Device }, getMicrophoneMute),
	"GetRingerStatus":            gets(func(m *csta.GetRingerStatus) csta.DeviceID { return m.Device }, getRingerStatus),
	"GetSpeakerMute":             gets(func(m *csta.GetSpeakerMute) csta.DeviceID { return m.Device }, getSpeakerMute),
	"GetSpeakerVolume":           gets(func(m *csta.GetSpeakerVolume) csta.DeviceID { return m.Device }, getSpeakerVolume),
	"SetAutoAnswer":              sets(func(m *csta.SetAutoAnswer) csta.DeviceID { return m.Device }, setAutoAnswer),
	"SetCallerIDStatus":          sets(func(m *csta.SetCallerIDStatus) csta.DeviceID { return m.Device }, setCallerIDStatus),
	"SetDoNotDisturb":            sets(func(m *csta.SetDoNotDisturb) csta.DeviceID { return m.Device }, setDoNotDisturb),
	"SetForwarding":              sets(func(m *csta.SetForwarding) csta.DeviceID { return m.Device }, setForwarding),
	"SetMessageWaitingIndicator": sets(func(m *csta.SetMessageWaitingIndicator) csta.DeviceID { return m.Device }, setMessageWaiting),
	"SetMicrophoneMute":          sets(func(m *csta.SetMicrophoneMute) csta.DeviceID { return m.Device }, setMicrophoneMute),
	"SetRingerStatus":            sets(func(m *csta.SetRingerStatus) csta.DeviceID { return m.Device }, setRingerStatus),
	"SetSpeakerMute":             sets(func(m *csta.SetSpeakerMute) csta.DeviceID { return m.Device }, setSpeakerMute),
	"SetSpeakerVolume":           sets(func(m *csta.SetSpeakerVolume) csta.DeviceID { return m.Device }, setSpeakerVolume),

	"ButtonPress":                     serves((*Switch).buttonPress),
	"GetAuditoryApparatusInformation": looksAt(func(m *csta.GetAuditoryApparatusInformation) csta.DeviceID { return m.Device }, getAuditoryApparatus),
	"GetButtonInformation":            looksAt(func(m *csta.GetButtonInformation) csta.DeviceID { return m.Device }, getButtonInformation),
	"GetDisplay":                      looksAt(func(m *csta.GetDisplay) csta.DeviceID { return m.Device }, getDisplay),
	"GetHookswitchStatus":             looksAt(func(m *csta.GetHookswitchStatus) csta.DeviceID { return m.Device }, getHookswitchStatus),
	"GetLampInformation":              looksAt(func(m *csta.GetLampInformation) csta.DeviceID { return m.Device }, getLampInformation),
	"GetLampMode":                     looksAt(func(m *csta.GetLampMode) csta.DeviceID { return m.Device }, getLampMode),
	"SetButtonInformation":            sets(func(m *csta.SetButtonInformation) csta.DeviceID { return m.Device }, setButtonInformation),
	"SetDisplay":                      serves((*Switch).setDisplay),
	"SetHookswitchStatus":             serves((*Switch).setHookswitchStatus),
	"SetLampMode":                     serves((*Switch).setLampMode),

	"GetAgentState":  serves((*Switch).getAgentState),
	"GetQueue":       serves((*Switch).getQueue),
	"GetQueueMember": serves((*Switch).getQueueMember),
	"SetAgentState":  serves((*Switch).setAgentState),
	"SetQueueMember": serves((*Switch).setQueueMember),

	"ChangeMonitorFilter": serves((*Switch).changeMonitorFilter),
	"GetMonitors":         serves((*Switch).getMonitors),
	"MonitorStart":        serves((*Switch).monitorStart),
	"MonitorTrunk":        serves((*Switch).monitorTrunk),
	"MonitorStop":         serves((*Switch).monitorStop),
	"SnapshotCall":        serves((*Switch).snapshotCall),
	"SnapshotDevice":      serves((*Switch).snapshotDevice),

	"RouteEnd":            serves((*Switch).routeEnd),
	"RouteRegister":       serves((*Switch).routeRegister),
	"RouteRegisterCancel": serves((*Switch).routeRegisterCancel),
	"RouteReject":         serves((*Switch).routeReject),
	"RouteSelect":         serves((*Switch).routeSelect),

	"GetCSTAFeatures":              serves((*Switch).getCSTAFeatures),
	"GetLogicalDeviceInformation":  serves((*Switch).getLogicalDeviceInformation),
	"GetPhysicalDeviceInformation": serves((*Switch).getPhysicalDeviceInformation),
	"GetSwitchingFunctionCaps":     serves((*Switch).getSwitchingFunctionCaps),
	"GetSwitchingFunctionDevices":  serves((*Switch).getSwitchingFunctionDevices),

	"RequestSystemStatus":  serves((*Switch).requestSystemStatus),
	"SystemRegister":       serves((*Switch).systemRegister),
	"SystemRegisterCancel": serves((*Switch).systemRegisterCancel),
	"SystemStatus":         serves((*Switch).systemStatus),
}

// serve carries out a request. Whatever it is, exactly one answer leaves.
func (s *Switch) serve(r *Request) {
	if handle, ok := s.services[r.Message.Name()]; ok {
		handle(s, r)
		return
	}
	s.refuse(r, csta.OperationFault(csta.OperationErrorsServiceNotSupported, "%s is not offered by this switch", r.Message.Name()))
}

// allowed is the permission check for a request.
func (s *Switch) allowed(r *Request, right access.Right, device string) bool {
	if right != access.Observe {
		r.ActsFor = device
	}
	return access.Allowed(r.Principal, right, s.tenant.ID, device)
}

// known gives the plain name of a device of this tenant, and checks that the
// request may do what needs right with it.
func (s *Switch) known(r *Request, id csta.DeviceID, right access.Right) (string, error) {
	device, ok := s.names.Device(id.Value)
	if ok {
		_, ok = s.devices[device]
	}
	if !ok {
		return "", csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", id.Value)
	}
	if !s.allowed(r, right, device) {
		return "", csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may not %s device %q", r.Principal.User, right, device)
	}
	return device, nil
}

// carryOut applies what a request brought about, once it is answered.
func (s *Switch) carryOut(r *Request, effects []callmodel.Effect) {
	s.serving = r.Message.Name()
	s.apply(effects, nil)
	s.serving = ""
}
