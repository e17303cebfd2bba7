package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// test says whether a connection is one that a request can mean: nil, or the
// CSTA error with which the request is refused.
type test func(line.Leg) error

// connection finds the connection that a service acts on, checks that the
// requester controls it, and that the service is permitted on it.
func (s *Switch) connection(r *Request, id csta.ConnectionID) (line.Leg, error) {
	return s.find(r, id, s.controls, func(leg line.Leg) error {
		return s.model.CheckService(r.Message.Name(), leg.Call, leg.Device)
	})
}

// consultation is what uni-tel's clients put behind a call's id to name the
// call that was made from it to consult somebody.
const consultation = "-att"

// find finds the connection that a ConnectionID means, checks that may allows
// the requester to do with it what he wants, and that it passes the test. A
// ConnectionID with a call alone means the requester's own or monitored device
// in that call; with a device alone, that device's only call that passes.
func (s *Switch) find(r *Request, id csta.ConnectionID, may allowance, fits test) (line.Leg, error) {
	switch {
	case id.CallID == "" && id.DeviceID.IsZero():
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "neither a call nor a device is named")
	case id.CallID == "":
		return s.findAt(r, id.DeviceID, may, fits)
	}
	call, ok := s.model.Call(id.CallID)
	if !ok {
		call, ok = s.consulting(id.CallID)
	}
	if !ok {
		if call, ok = s.becameOf(id.CallID); ok {
			fits = s.movedFrom(id.CallID, fits)
		}
	}
	if !ok {
		return line.Leg{}, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", id.CallID)
	}
	if id.DeviceID.IsZero() {
		return s.findIn(r, call, may, fits)
	}
	device, ok := s.names.Device(id.DeviceID.Value)
	if !ok {
		return line.Leg{}, noDevice(id.DeviceID)
	}
	if err := may(r, call, device); err != nil {
		return line.Leg{}, err
	}
	leg := line.Leg{Call: call.Call, Device: device}
	return leg, fits(leg)
}

// consulting gives the call that consults somebody from the call with an id.
func (s *Switch) consulting(id string) (*callmodel.Call, bool) {
	base, ok := strings.CutSuffix(id, consultation)
	if !ok {
		return nil, false
	}
	held, ok := s.model.Call(base)
	if !ok {
		return nil, false
	}
	for i := range held.Connections {
		for _, c := range s.model.CallsAt(held.Connections[i].Device) {
			if c.Consults == base {
				return c, true
			}
		}
	}
	return nil, false
}

// findAt finds a device's only call that passes the test.
func (s *Switch) findAt(r *Request, id csta.DeviceID, may allowance, fits test) (line.Leg, error) {
	device, ok := s.names.Device(id.Value)
	if ok {
		_, ok = s.devices[device]
	}
	if !ok {
		return line.Leg{}, noDevice(id)
	}
	if err := may(r, nil, device); err != nil {
		return line.Leg{}, err
	}
	var found line.Leg
	refusal := error(csta.StateFault(callmodel.RefusalOf(r.Message.Name()), "device %q has no call", device))
	for _, call := range s.model.CallsAt(device) {
		if call.State(device) == csta.LocalConnectionStateFail && call.Calling != device {
			continue // somebody else's attempt, of which the device's user knows nothing
		}
		leg := line.Leg{Call: call.Call, Device: device}
		if err := fits(leg); err != nil {
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

// findIn finds the requester's own or monitored device in a call. Of several,
// the one that passes the test is meant.
func (s *Switch) findIn(r *Request, call *callmodel.Call, may allowance, fits test) (line.Leg, error) {
	var candidates, fitting []line.Leg
	var refusal error
	for i := range call.Connections {
		device := call.Connections[i].Device
		if device != r.Principal.Device && !s.monitors.watches(r.Outlet, device) || may(r, call, device) != nil {
			continue
		}
		leg := line.Leg{Call: call.Call, Device: device}
		candidates = append(candidates, leg)
		if err := fits(leg); err != nil {
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

// becameOf gives the call that another one has become part of only just: a
// request that names it by its old id has crossed the event that tells the new
// one. (ECMA-269 leaves it to the switching function whether it takes old
// connection identifiers, see rejectsRequestsWithOldConnectionID.)
func (s *Switch) becameOf(old string) (*callmodel.Call, bool) {
	for range maxForwards { // one merger may follow another
		m, ok := s.merged[old]
		if !ok || s.now.Sub(m.at) > MergeTime {
			return nil, false
		}
		if call, up := s.model.Call(m.into); up {
			return call, true
		}
		old = m.into
	}
	return nil, false
}

// movedFrom has a test pass only the connections that were of another call
// before.
func (s *Switch) movedFrom(old string, fits test) test {
	return func(leg line.Leg) error {
		if s.moved[line.Leg{Call: old, Device: leg.Device}] != leg {
			return csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", old)
		}
		return fits(leg)
	}
}

// allowance says whether a requester may do what he wants with a device in a
// call, or with the device as such where call is nil: nil, or the CSTA error.
type allowance func(r *Request, call *callmodel.Call, device string) error

// controls allows to act for a device of one's own, or for a party outside to
// which one of one's own is connected. Such a party can only be released, which
// the call model sees to.
func (s *Switch) controls(r *Request, call *callmodel.Call, device string) error {
	if s.allowed(r, access.Control, device) {
		return nil
	}
	if call != nil {
		if conn, ok := call.Connection(device); ok && conn.Kind == callmodel.Network {
			for i := range call.Connections {
				if c := &call.Connections[i]; c.Kind == callmodel.Station && s.allowed(r, access.Control, c.Device) {
					return nil
				}
			}
		}
	}
	return s.privilegeViolation(r, access.Control, device)
}

// observes allows to look at a device one may observe, or at a party outside
// that is in a call with one.
func (s *Switch) observes(r *Request, call *callmodel.Call, device string) error {
	if s.allowed(r, access.Observe, device) {
		return nil
	}
	if call != nil && s.observesCall(r, call) {
		return nil
	}
	return s.privilegeViolation(r, access.Observe, device)
}

// observesCall reports whether a requester may observe some device in a call.
func (s *Switch) observesCall(r *Request, call *callmodel.Call) bool {
	for i := range call.Connections {
		if s.allowed(r, access.Observe, call.Connections[i].Device) {
			return true
		}
	}
	return false
}

func (s *Switch) privilegeViolation(r *Request, right access.Right, device string) error {
	if _, ok := s.devices[device]; !ok {
		return noDevice(csta.Device(device))
	}
	return csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may not %s device %q", r.Principal.User, right, device)
}

func noDevice(id csta.DeviceID) error {
	return csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", id.Value)
}

// twoCalls finds the held and the active connection of one device, which a
// service brings together or changes between.
func (s *Switch) twoCalls(r *Request, held, active csta.ConnectionID) (h, a line.Leg, err error) {
	in := func(states ...csta.LocalConnectionState) test {
		return func(leg line.Leg) error {
			call, ok := s.model.Call(leg.Call)
			if ok {
				for _, state := range states {
					if call.State(leg.Device) == state {
						return nil
					}
				}
			}
			return csta.StateFault(csta.StateIncompatibilityErrorsInvalidConnectionState, "device %q is %s in call %q", leg.Device, call.State(leg.Device), leg.Call)
		}
	}
	if h, err = s.find(r, held, s.controls, in(csta.LocalConnectionStateHold)); err != nil {
		return h, a, as(err, csta.StateIncompatibilityErrorsInvalidHeldConnectionState)
	}
	if active.DeviceID.IsZero() {
		active.DeviceID = csta.Device(h.Device) // both are of one device
	}
	if a, err = s.find(r, active, s.controls, in(csta.LocalConnectionStateConnected)); err != nil {
		return h, a, as(err, csta.StateIncompatibilityErrorsInvalidActiveConnectionState)
	}
	if a.Device != h.Device {
		return h, a, csta.OperationFault(csta.OperationErrorsNotSameDevice, "the held call is device %q's, the active one device %q's", h.Device, a.Device)
	}
	return h, a, nil
}

// as gives an error of the connection's state the value that says which of two
// connections it is about.
func as(err error, value csta.StateIncompatibilityErrors) error {
	if fault := csta.FaultOf(err); fault.Code.StateIncompatibility != 0 {
		return csta.StateFault(value, "%s", fault.Detail)
	}
	return err
}
