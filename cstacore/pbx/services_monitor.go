package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// monitorStart begins to report what happens at a device (ECMA-269, Monitor
// Start). Asked for with privateData/snapshot, the answer has the present
// state, so that state and events have no gap between them.
func (s *Switch) monitorStart(r *Request, m *csta.MonitorStart) {
	if m.MonitorObject.CallObject != nil || m.MonitorType == csta.MonitorTypeCall {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsMonitorTypeNotSupported, "devices can be monitored, calls cannot"))
		return
	}
	device, err := s.known(r, m.MonitorObject.DeviceObject, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	if err := s.monitors.room(r.Outlet, r.Principal.User, device); err != nil {
		s.refuse(r, err)
		return
	}
	before := s.monitors.count(r.Outlet)
	start := monitor{outlet: r.Outlet, user: r.Principal.User, device: device}
	response := &csta.MonitorStartResponse{MonitorExistingCalls: csta.Some(true)}
	if m.RequestedMonitorFilter != nil {
		start.suppressed = m.RequestedMonitorFilter.Callcontrol
		response.ActualMonitorFilter = &csta.MonitorFilter{Callcontrol: start.suppressed}
	}
	response.MonitorCrossRefID = s.monitors.start(start, r.CrossRefs, m.MonitorObject.DeviceObject.Value).crossRef
	response.Private = &csta.PrivateData{
		MonitoredConnection: &csta.MonitoredConnection{DeviceID: device},
		MonitorCount:        csta.Some(int64(before)),
	}
	if m.Private != nil && m.Private.Snapshot.Or(false) {
		response.Private.SnapshotData = s.snapshot(device)
	}
	s.reply(r, response)
}

// monitorStop ends a monitor (ECMA-269, Monitor Stop).
func (s *Switch) monitorStop(r *Request, m *csta.MonitorStop) {
	if !s.monitors.stop(r.Outlet, m.MonitorCrossRefID) {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidMonitorCrossRefID, "this session has no monitor %q", m.MonitorCrossRefID))
		return
	}
	s.reply(r, &csta.MonitorStopResponse{})
}

// snapshotDevice tells in which calls a device takes part (ECMA-269, Snapshot
// Device).
func (s *Switch) snapshotDevice(r *Request, m *csta.SnapshotDevice) {
	device, err := s.known(r, m.SnapshotObject, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.SnapshotDeviceResponse{CrossRefIDOrSnapshotData: csta.CrossRefIDOrSnapshotDeviceData{
		ServiceCrossRefID: m.SnapshotObject.Value,
		SnapshotData:      s.snapshot(device),
	}})
}

// snapshot lists the calls in which a device takes part, oldest first.
func (s *Switch) snapshot(device string) *csta.SnapshotDeviceDataList {
	list := &csta.SnapshotDeviceDataList{}
	for _, call := range s.model.CallsAt(device) {
		local, _ := call.Connection(device)
		list.SnapshotDeviceResponseInfo = append(list.SnapshotDeviceResponseInfo, csta.SnapshotDeviceResponseInfo{
			ConnectionIdentifier: connectionID(call.Call, device),
			LocalCallState:       csta.CallState{CompoundCallState: compoundState(call, device)},
			ServicesPermitted:    s.permitted(call.Call, device),
			CallLinkageData:      linkageData(call.Linkage),
			Private:              s.private(call, &local),
		})
	}
	return list
}

// compoundState lists a call's connection states, the device's own first.
func compoundState(call *callmodel.Call, device string) *csta.CompoundCallState {
	states := make([]csta.LocalConnectionState, 1, len(call.Connections))
	states[0] = call.State(device)
	for i := range call.Connections {
		if c := &call.Connections[i]; c.Device != device {
			states = append(states, c.State)
		}
	}
	return &csta.CompoundCallState{LocalConnectionState: states}
}
