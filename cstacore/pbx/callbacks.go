package pbx

import (
	"encoding/json"
	"slices"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// maxCallBacks is how many call backs may be set at one device.
const maxCallBacks = 10

// callBack is the wish of a device to be connected to another one as soon as
// both have no call. It is carried out once, or cancelled.
type callBack struct {
	origin, target string
	user, service  string
	// active: the target has been used since. Before that, a target that did
	// not answer is as free as it was when nobody came to it.
	active bool
}

// callBacks are all call backs that are set, oldest first. The zero value is
// ready to use.
type callBacks struct {
	byDevice map[string][]*callBack // under both devices
	// freed are devices to look at once the present command is carried out.
	freed []string
}

func (c *callBacks) find(origin, target string) *callBack {
	for _, b := range c.byDevice[origin] {
		if b.origin == origin && b.target == target {
			return b
		}
	}
	return nil
}

// at lists the call backs that a device has asked for.
func (c *callBacks) at(origin string) []*callBack {
	list := slices.Clone(c.byDevice[origin])
	return slices.DeleteFunc(list, func(b *callBack) bool { return b.origin != origin })
}

func (c *callBacks) add(b *callBack) {
	if c.byDevice == nil {
		c.byDevice = make(map[string][]*callBack)
	}
	for _, device := range []string{b.origin, b.target} {
		c.byDevice[device] = append(c.byDevice[device], b)
	}
}

func (c *callBacks) remove(b *callBack) {
	for _, device := range []string{b.origin, b.target} {
		rest := slices.DeleteFunc(c.byDevice[device], func(o *callBack) bool { return o == b })
		if len(rest) == 0 {
			delete(c.byDevice, device)
			continue
		}
		c.byDevice[device] = rest
	}
}

// free notes that a device may have become free.
func (c *callBacks) free(device string) {
	if len(c.byDevice[device]) > 0 {
		c.freed = append(c.freed, device)
	}
}

// callBackSetting is the name that call backs are kept under, each with its
// target behind it, at the device that asked for it.
const callBackSetting = "callBack"

// keptCallBack is a call back as it is kept.
type keptCallBack struct {
	Target  string `json:"target"`
	User    string `json:"user,omitempty"`
	Service string `json:"service"`
	Active  bool   `json:"active,omitempty"`
}

func (s *Switch) keepCallBack(b *callBack) {
	s.keepJSON(b.origin, callBackSetting+"/"+b.target, keptCallBack{b.target, b.user, b.service, b.active})
}

// restoreCallBack takes up a call back that was kept.
func (s *Switch) restoreCallBack(origin, value string) error {
	var k keptCallBack
	if err := json.Unmarshal([]byte(value), &k); err != nil {
		return err
	}
	if s.devices[k.Target] != nil {
		s.callBacks.add(&callBack{origin: origin, target: k.Target, user: k.User, service: k.Service, active: k.Active})
		s.callBacks.free(origin) // after a start nobody is in a call
	}
	return nil
}

// usedForCallBacks notes that somebody is at a device.
func (s *Switch) usedForCallBacks(device string) {
	for _, b := range s.callBacks.byDevice[device] {
		if b.target == device && !b.active {
			b.active = true
			s.keepCallBack(b)
		}
	}
}

// setCallBack sets a call back, and tells both devices' monitors. One that is
// set already stays as it is.
func (s *Switch) setCallBack(b *callBack) {
	if s.callBacks.find(b.origin, b.target) != nil {
		return
	}
	s.callBacks.add(b)
	s.keepCallBack(b)
	s.tellCallBack(b, true)
}

// roomForCallBack refuses a call back that would be one too many.
func (s *Switch) roomForCallBack(origin, target string) error {
	if s.callBacks.find(origin, target) == nil && len(s.callBacks.at(origin)) >= maxCallBacks {
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsOutstandingReqLimitExceeded, "device %q has %d call backs set already", origin, maxCallBacks)
	}
	return nil
}

func (s *Switch) dropCallBack(b *callBack) {
	s.callBacks.remove(b)
	s.keepSetting(b.origin, callBackSetting+"/"+b.target, "")
	s.tellCallBack(b, false)
}

func (s *Switch) tellCallBack(b *callBack, set bool) {
	s.tellDevices(&csta.CallBackEvent{
		EventHead:         csta.EventHead{Time: s.now},
		OriginatingDevice: extended(b.origin), TargetDevice: extended(b.target), CallBackSetCanceled: set,
	}, func(f *csta.MonitorFilter) bool {
		return f.LogicalDeviceFeature&csta.LogicalDeviceFeatureEventsCallBack != 0
	}, b.origin, b.target)
}

// callBackWhenFree carries out call backs of devices that have no call any
// more. It is called once a command is carried out, so that a call back is not
// in the middle of what made the device free.
func (s *Switch) callBackWhenFree() {
	for len(s.callBacks.freed) > 0 {
		device := s.callBacks.freed[0]
		s.callBacks.freed = s.callBacks.freed[1:]
		for _, b := range slices.Clone(s.callBacks.byDevice[device]) {
			if b.active && s.idle(b.origin) && s.idle(b.target) {
				s.dropCallBack(b)
				s.callBack(b)
			}
		}
	}
	s.callBacks.freed = nil
}

func (s *Switch) idle(device string) bool {
	return s.model.Load(device) == 0 && s.offers[device] == 0
}

// callBack prompts the device that asked for it; picked up, it is connected to
// the target like any call.
func (s *Switch) callBack(b *callBack) {
	origin := callmodel.Origin{
		Call: s.ids.Call(), Linkage: s.ids.Linkage(), Calling: b.origin, Called: b.target,
		Direction: s.direction(b.target), RequestedBy: b.user, Service: b.service,
	}
	if s.apply(s.model.Initiate(s.now, origin, callmodel.Data{}, b.origin, false, csta.EventCauseCallBack)) {
		s.calls[origin.Call].cause = csta.EventCauseCallBack
		s.pickUpFirst(line.Leg{Call: origin.Call, Device: b.origin}, b.target, true)
	}
}
