package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// callBackBusy has a caller who found a device busy, or whom nobody answers,
// be connected to it once both devices are free (ECMA-269, Call Back
// Call-Related). A device that did not answer must have been used first. The
// call itself is cleared.
func (s *Switch) callBackBusy(r *Request, m *csta.CallBack) {
	leg, err := s.connection(r, m.CallbackConnection)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	target, _ := call.Other(leg.Device)
	if d := s.devices[target.Device]; d == nil || d.Kind != record.DeviceStation {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithObject, "%q cannot be called back: it is no telephone", target.Device))
		return
	}
	if err := s.roomForCallBack(leg.Device, target.Device); err != nil {
		s.refuse(r, err)
		return
	}
	effects, err := s.model.Clear(s.now, leg.Call, leg.Device, leg.Device, csta.EventCauseCallBack)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.CallBackResponse{TargetDevice: csta.Device(target.Device)})
	s.carryOut(r, effects)
	s.setCallBack(&callBack{
		origin: leg.Device, target: target.Device, user: r.Principal.User, service: r.Message.Name(),
		active: target.State == csta.LocalConnectionStateFail,
	})
	s.callBacks.free(target.Device) // it may have become so meanwhile
}

// callBackNonCallRelated has two devices connected once both are free, which
// may be at once (ECMA-269, Call Back Non-Call-Related).
func (s *Switch) callBackNonCallRelated(r *Request, m *csta.CallBackNonCallRelated) {
	origin, target, err := s.callBackDevices(r, m.OriginatingDevice, m.TargetDevice)
	if err == nil {
		err = s.roomForCallBack(origin, target)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.CallBackNonCallRelatedResponse{})
	s.setCallBack(&callBack{origin: origin, target: target, user: r.Principal.User, service: r.Message.Name(), active: true})
	s.callBacks.free(origin)
}

// callBackDevices gives the two devices of a call back: one that the requester
// acts for, and another telephone of the tenant.
func (s *Switch) callBackDevices(r *Request, originating, targeted csta.DeviceID) (origin, target string, err error) {
	if origin, err = s.caller(r, originating); err != nil {
		return "", "", err
	}
	target, err = s.destination(targeted, origin)
	switch {
	case err != nil:
		return "", "", err
	case s.devices[target] == nil || s.devices[target].Kind != record.DeviceStation:
		return "", "", csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "no telephone %q in this tenant", targeted.Value)
	default:
		return origin, target, nil
	}
}

// cancelCallBack takes a call back away (ECMA-269, Cancel Call Back).
func (s *Switch) cancelCallBack(r *Request, m *csta.CancelCallBack) {
	origin, target, err := s.callBackDevices(r, m.OriginatingDevice, m.TargetDevice)
	if err != nil {
		s.refuse(r, err)
		return
	}
	b := s.callBacks.find(origin, target)
	if b == nil {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithObject, "device %q has no call back to %q set", origin, target))
		return
	}
	s.reply(r, &csta.CancelCallBackResponse{})
	s.dropCallBack(b)
}

// getCallBack lists the call backs that a device has asked for (ECMA-269, Get
// Call Back).
func (s *Switch) getCallBack(r *Request, m *csta.GetCallBack) {
	device, err := s.known(r, m.Device, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	list := make([]csta.CallBackListItem, 0)
	for _, b := range s.callBacks.at(device) {
		list = append(list, csta.CallBackListItem{OriginatingDevice: csta.Device(b.origin), TargetDevice: csta.Device(b.target), CallBackMessageIndicator: csta.Some(false)})
	}
	s.reply(r, &csta.GetCallBackResponse{CallBackList: list})
}
