package pbx

import (
	"maps"
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// PutDevice adds a device, or changes one; its calls go on. Whoever monitors
// the trunk and may observe it monitors it from then on.
func (t *Tenant) PutDevice(d record.Device) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.putDevice(d) }})
}

// RemoveDevice takes a device away: its calls are cleared, and its monitors end
// with a MonitorStop of the switch.
func (t *Tenant) RemoveDevice(id string) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.removeDevice(id) }})
}

// PutQueue adds a queue to a device of that kind, or changes its rules and
// members. What waits there goes on waiting.
func (t *Tenant) PutQueue(q record.Queue) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.putQueue(q) }})
}

// RemoveQueue takes a queue away. Its calls overflow, or end.
func (t *Tenant) RemoveQueue(device string) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.removeQueue(device) }})
}

// SetNumbers says which numbers lead into the tenant from outside, and where
// to.
func (t *Tenant) SetNumbers(numbers []record.Number) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.numbers = numbers }})
}

func (s *Switch) putDevice(d record.Device) {
	before := s.devices[d.ID]
	s.devices[d.ID] = &d
	s.presence.touch(d.ID)
	s.bodies.touchAll()
	s.memberChanged(d.ID)
	if before != nil {
		if before.Kind == record.DeviceRoute && d.Kind != before.Kind {
			s.routePointGone(d.ID)
		}
		s.deviceChanged(before, &d)
		return
	}
	for _, trunk := range s.monitors.ofTrunk() {
		s.monitorOnTrunk(trunk, &d)
	}
	s.devicesChanged(d.ID)
}

func (s *Switch) removeDevice(id string) {
	if _, ok := s.devices[id]; !ok {
		return
	}
	for _, call := range s.model.CallsAt(id) {
		s.clear(line.Leg{Call: call.Call, Device: id}, id, csta.EventCauseDestOutOfOrder)
	}
	for _, b := range slices.Clone(s.callBacks.byDevice[id]) {
		s.dropCallBack(b)
	}
	delete(s.devices, id)
	delete(s.features, id)
	s.withdrawAll(id)
	s.noAgent(id)
	s.memberChanged(id)
	s.presence.touch(id)
	s.bodies.touchAll()
	for _, x := range slices.Clone(s.monitors.of(id)) {
		s.monitors.stop(x.outlet, x.crossRef)
		s.forgetStarted(x)
		s.ask(x.outlet, &csta.MonitorStop{MonitorCrossRefID: x.crossRef})
	}
	s.routePointGone(id)
	s.devicesChanged(id)
}

// withdrawAll takes back what is on its way to a device that is gone.
func (s *Switch) withdrawAll(device string) {
	for _, call := range slices.Sorted(maps.Keys(s.calls)) {
		if a := s.arrivalAt(line.Leg{Call: call, Device: device}); a != nil {
			s.line(a.kind).Release(a.leg, csta.EventCauseDestOutOfOrder)
			s.arrivalFailed(a, csta.EventCauseDestOutOfOrder)
		}
	}
}

// deviceList gives all devices, by their numbers.
func (s *Switch) deviceList() []*record.Device {
	list := make([]*record.Device, 0, len(s.devices))
	for _, id := range slices.Sorted(maps.Keys(s.devices)) {
		list = append(list, s.devices[id])
	}
	return list
}
