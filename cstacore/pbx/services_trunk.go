package pbx

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// allTrunk is what uni-tel's clients call their trunk in MonitorTrunk.
const allTrunk = "1"

// monitorTrunk monitors all devices that the requester may observe, and those
// that appear later (uni-tel, MonitorTrunk). A MonitorStarted event names each,
// and the cross reference that its events arrive under. The monitor of the
// trunk itself ends, with all that it started, by MonitorStop.
func (s *Switch) monitorTrunk(r *Request, m *csta.MonitorTrunk) {
	object := m.MonitorObject.DeviceObject.Value
	if device, ok := s.names.Device(object); object != allTrunk && (!ok || device != Trunk) {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "%q is not the trunk: ask for %q or %q", object, allTrunk, s.names.trunk()))
		return
	}
	var observed []*record.Device
	for _, d := range s.deviceList() {
		if s.allowed(r, access.Observe, d.ID) {
			observed = append(observed, d)
		}
	}
	switch before := s.monitors.count(r.Outlet); {
	case len(observed) == 0:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may observe no device", r.Principal.User))
		return
	case before+len(observed) >= maxMonitors:
		s.refuse(r, csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, "a session has at most %d monitors", maxMonitors))
		return
	}
	trunk := s.monitors.start(monitor{outlet: r.Outlet, user: r.Principal.User, device: Trunk, trunk: &trunkMonitor{
		principal: r.Principal, refs: r.CrossRefs, connection: r.Connection,
	}}, r.CrossRefs, s.names.trunk())
	response := &csta.MonitorStartResponse{MonitorCrossRefID: trunk.crossRef}
	if r.CrossRefs == Named {
		response.MonitorCrossRefID = s.tenant.Trunk // as uni-tel prints it, though its events say t-
	}
	response.Private = &csta.PrivateData{
		MonitoredConnection: &csta.MonitoredConnection{DeviceID: s.tenant.Trunk},
		MonitorCount:        csta.Some(int64(len(observed))),
	}
	s.reply(r, response)
	for _, d := range observed {
		s.monitorOnTrunk(trunk, d)
	}
	s.notify(trunk, &Publication{Event: &csta.OutgoingNumbersEvent{
		Base:      csta.Base{Private: &csta.PrivateData{ConnectionID: trunk.trunk.connection}},
		EventHead: csta.EventHead{Time: s.now}, OutgoingNumbers: s.outgoingNumbers(),
	}})
}

// trunkMonitor is what the monitor of a trunk needs for devices that appear.
type trunkMonitor struct {
	principal  *access.Principal
	refs       CrossRefs
	connection string
	started    []string // the cross references of the monitors it started
}

// monitorOnTrunk starts the monitor of one device for that of the trunk.
func (s *Switch) monitorOnTrunk(trunk *monitor, d *record.Device) {
	x := monitor{outlet: trunk.outlet, user: trunk.user, device: d.ID, filter: defaultFilter}
	if !access.Allowed(trunk.trunk.principal, access.Observe, s.tenant.ID, d.ID) || s.monitors.room(&x) != nil {
		return
	}
	started := s.monitors.start(x, trunk.trunk.refs, s.names.Qualified(d))
	s.monitored(started)
	trunk.trunk.started = append(trunk.trunk.started, started.crossRef)
	numbers := csta.MonitoredNumberTypeSIP
	if d.Kind == record.DeviceQueue {
		numbers = csta.MonitoredNumberTypeQueue
	}
	s.notify(trunk, &Publication{Event: &csta.MonitorStartedEvent{
		Base:                csta.Base{Private: &csta.PrivateData{ConnectionID: trunk.trunk.connection}},
		EventHead:           csta.EventHead{Time: s.now},
		MonitoredConnection: csta.MonitoredConnection{DeviceID: d.ID, MonitorCrossRefID: started.crossRef},
		NumberType:          numbers,
	}})
}

// forgetStarted takes a monitor that is gone off the list of the trunk's that
// started it.
func (s *Switch) forgetStarted(x *monitor) {
	for _, trunk := range s.monitors.ofTrunk() {
		if trunk.outlet == x.outlet {
			trunk.trunk.started = slices.DeleteFunc(trunk.trunk.started, func(ref string) bool { return ref == x.crossRef })
		}
	}
}

// trunkStopped ends the monitors that the monitor of a trunk started.
func (s *Switch) trunkStopped(trunk *monitor) {
	for _, ref := range trunk.trunk.started {
		s.monitors.stop(trunk.outlet, ref)
	}
}

// snapshotTrunk lists the calls of all devices that the requester may observe.
func (s *Switch) snapshotTrunk(r *Request) (*csta.SnapshotDeviceDataList, error) {
	list := &csta.SnapshotDeviceDataList{}
	seen := false
	for _, d := range s.deviceList() {
		if s.allowed(r, access.Observe, d.ID) {
			seen = true
			list.SnapshotDeviceResponseInfo = append(list.SnapshotDeviceResponseInfo, s.snapshot(d.ID).SnapshotDeviceResponseInfo...)
		}
	}
	if !seen {
		return nil, csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may observe no device", r.Principal.User)
	}
	return list, nil
}
