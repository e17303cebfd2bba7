package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// connection finds the connection that a service means, checks that the
// requester controls it, and that the service may be used on it. A
// ConnectionID with a call alone means the requester's own or monitored device
// in that call; with a device alone, that device's only call in a fitting
// state.
func (s *Switch) connection(r *Request, id csta.ConnectionID) (line.Leg, error) {
	service := callmodel.ServiceNamed(r.Message.Name())
	switch {
	case id.CallID == "" && id.DeviceID.IsZero():
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "neither a call nor a device is named")
	case id.CallID == "":
		return s.connectionAt(r, id.DeviceID, service)
	}
	call, ok := s.model.Call(id.CallID)
	if !ok {
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", id.CallID)
	}
	if id.DeviceID.IsZero() {
		return s.connectionIn(r, call, service)
	}
	device, ok := s.names.Device(id.DeviceID.Value)
	if !ok {
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", id.DeviceID.Value)
	}
	if !s.controls(r, call, device) {
		return line.Leg{}, s.privilegeViolation(r, device)
	}
	leg := line.Leg{Call: call.Call, Device: device}
	return leg, s.model.CheckService(service, leg.Call, leg.Device)
}

// connectionAt finds a device's only call in a fitting state.
func (s *Switch) connectionAt(r *Request, id csta.DeviceID, service *callmodel.Service) (line.Leg, error) {
	device, err := s.known(r, id, access.Control)
	if err != nil {
		return line.Leg{}, err
	}
	var found line.Leg
	refusal := error(csta.StateFault(callmodel.Refusal[max(service.Trigger, callmodel.Answer)], "device %q has no call", device))
	for _, call := range s.model.CallsAt(device) {
		if call.State(device) == csta.LocalConnectionStateFail && call.Calling != device {
			continue // somebody else's attempt, of which the device's user knows nothing
		}
		leg := line.Leg{Call: call.Call, Device: device}
		if err := s.model.CheckService(service, leg.Call, leg.Device); err != nil {
			refusal = err
			continue
		}
		if found != (line.Leg{}) {
			return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "device %q has more than one such call: name the call", device)
		}
		found = leg
	}
	if found == (line.Leg{}) {
		return found, refusal
	}
	return found, nil
}

// connectionIn finds the requester's own or monitored device in a call. Of
// several, the one in a fitting state is meant.
func (s *Switch) connectionIn(r *Request, call *callmodel.Call, service *callmodel.Service) (line.Leg, error) {
	var candidates, fitting []line.Leg
	var refusal error
	for i := range call.Connections {
		device := call.Connections[i].Device
		if device != r.Principal.Device && !s.monitors.watches(r.Outlet, device) || !s.allowed(r, access.Control, device) {
			continue
		}
		leg := line.Leg{Call: call.Call, Device: device}
		candidates = append(candidates, leg)
		if err := s.model.CheckService(service, leg.Call, leg.Device); err != nil {
			refusal = err
		} else {
			fitting = append(fitting, leg)
		}
	}
	switch {
	case len(fitting) == 1:
		return fitting[0], nil
	case len(fitting) > 1:
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "more than one of your devices is in call %q: name the device", call.Call)
	case len(candidates) > 0:
		return line.Leg{}, refusal
	default:
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "none of your own or monitored devices is in call %q: name the device", call.Call)
	}
}

// controls reports whether the requester may act for a device in a call: one
// of his own, or a party outside to which one of his own is connected. Such a
// party can only be released, which the call model sees to.
func (s *Switch) controls(r *Request, call *callmodel.Call, device string) bool {
	conn, ok := call.Connection(device)
	if !ok || conn.Kind == callmodel.Station {
		return s.allowed(r, access.Control, device)
	}
	for i := range call.Connections {
		if c := &call.Connections[i]; c.Kind == callmodel.Station && s.allowed(r, access.Control, c.Device) {
			return true
		}
	}
	return false
}

func (s *Switch) privilegeViolation(r *Request, device string) error {
	if _, ok := s.devices[device]; !ok {
		return csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", device)
	}
	return csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may not control device %q", r.Principal.User, device)
}
