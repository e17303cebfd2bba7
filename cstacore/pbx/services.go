package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// serve carries out a request. Whatever it is, exactly one answer leaves.
func (s *Switch) serve(r *Request) {
	switch m := r.Message.(type) {
	case *csta.MakeCall:
		s.makeCall(r, m)
	case *csta.AnswerCall:
		s.answerCall(r, m)
	case *csta.ClearConnection:
		s.clearConnection(r, m)
	case *csta.HoldCall:
		s.holdCall(r, m)
	case *csta.RetrieveCall:
		s.retrieveCall(r, m)
	case *csta.MonitorStart:
		s.monitorStart(r, m)
	case *csta.MonitorStop:
		s.monitorStop(r, m)
	case *csta.SnapshotDevice:
		s.snapshotDevice(r, m)
	default:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsServiceNotSupported, "%s is not a service of this switch", r.Message.Name()))
	}
}

// allowed is the permission check for a request.
func (s *Switch) allowed(r *Request, right access.Right, device string) bool {
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
