package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// monitorStart begins to report what happens at a device, or with a call
// (ECMA-269, Monitor Start). A monitor of type device stays with its device; one
// of type call follows the calls of its device, or its call, wherever they go.
// Asked for with privateData/snapshot, the answer has the present state, so that
// state and events have no gap between them.
func (s *Switch) monitorStart(r *Request, m *csta.MonitorStart) {
	start, name, err := s.monitorFor(r, m)
	if err == nil {
		err = s.monitors.room(&start)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	before := s.monitors.count(r.Outlet)
	response := &csta.MonitorStartResponse{MonitorExistingCalls: csta.Some(true)}
	start.filter = defaultFilter
	if m.RequestedMonitorFilter != nil {
		start.filter = *m.RequestedMonitorFilter
	}
	if m.RequestedMonitorFilter != nil || r.CrossRefs != Named { // uni-tel's answer has none
		response.ActualMonitorFilter = &start.filter
	}
	started := s.monitors.start(start, r.CrossRefs, name)
	response.MonitorCrossRefID = started.crossRef
	response.Private = &csta.PrivateData{
		MonitoredConnection: &csta.MonitoredConnection{DeviceID: start.device},
		MonitorCount:        csta.Some(int64(before)),
	}
	if started.callType && started.device != "" {
		for _, call := range s.model.CallsAt(started.device) {
			s.monitors.follow(call.Call, started)
		}
	}
	if started.device != "" && m.Private != nil && m.Private.Snapshot.Or(false) {
		response.Private.SnapshotData = s.snapshot(started.device)
	}
	s.reply(r, response)
	s.monitored(started)
	s.watchBody(started)
}

// monitored has a new monitor of a queue told its statistics soon.
func (s *Switch) monitored(x *monitor) {
	if q := s.queues[x.device]; q != nil {
		s.tellStats(q)
	}
}

// monitorFor gives the monitor that a request asks for, and the name that its
// object is asked for by.
func (s *Switch) monitorFor(r *Request, m *csta.MonitorStart) (x monitor, name string, err error) {
	x = monitor{outlet: r.Outlet, user: r.Principal.User, callType: m.MonitorType == csta.MonitorTypeCall}
	if id := m.MonitorObject.CallObject; id != nil {
		if m.MonitorType == csta.MonitorTypeDevice {
			return x, "", csta.OperationFault(csta.OperationErrorsInvalidMonitorObjectType, "a call is followed: it is monitored with monitorType call")
		}
		call, ok := s.model.Call(id.CallID)
		if !ok {
			return x, "", csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", id.CallID)
		}
		// A predictive call has its telephone's user in it only once it is answered.
		predicted := s.calls[call.Call].predicts != nil && s.allowed(r, access.Observe, call.Calling)
		if !predicted && !s.observesCall(r, call) {
			return x, "", csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may observe no device in call %q", r.Principal.User, id.CallID)
		}
		x.call, x.callType = id.CallID, true
		return x, id.CallID, nil
	}
	id := m.MonitorObject.DeviceObject
	x.device, err = s.known(r, id, access.Observe)
	return x, id.Value, err
}

// changeMonitorFilter sets which events a monitor keeps back (ECMA-269, Change
// Monitor Filter).
func (s *Switch) changeMonitorFilter(r *Request, m *csta.ChangeMonitorFilter) {
	x := s.monitors.find(r.Outlet, m.MonitorCrossRefID)
	if x == nil {
		s.refuse(r, noMonitor(m.MonitorCrossRefID))
		return
	}
	x.filter = m.RequestedFilterList
	s.watchBody(x)
	s.reply(r, &csta.ChangeMonitorFilterResponse{ActualFilterList: x.filter})
}

// getMonitors lists the session's monitors (ECMA-269, Get Monitors).
func (s *Switch) getMonitors(r *Request, _ *csta.GetMonitors) {
	list := &csta.MonitorList{}
	for _, x := range s.monitors.list(r.Outlet) {
		entry := csta.MonitorListEntry{MonitorCrossRefID: x.crossRef, MonitorObject: csta.Device(x.device)}
		if x.trunk != nil {
			entry.MonitorObject = csta.Device(s.names.trunk())
		}
		list.MonitorListEntry = append(list.MonitorListEntry, entry)
	}
	s.reply(r, &csta.GetMonitorsResponse{CrossRefIDOrRegistrationData: &csta.CrossRefIDOrMonitorData{MonitorList: list}})
}

// monitorStop ends a monitor (ECMA-269, Monitor Stop).
func (s *Switch) monitorStop(r *Request, m *csta.MonitorStop) {
	ref := m.MonitorCrossRefID
	if ref == s.tenant.Trunk {
		ref = s.names.trunk() // see monitorTrunk
	}
	x := s.monitors.find(r.Outlet, ref)
	if x == nil {
		s.refuse(r, noMonitor(m.MonitorCrossRefID))
		return
	}
	s.monitors.stop(r.Outlet, ref)
	if x.trunk != nil {
		s.trunkStopped(x)
	}
	s.reply(r, &csta.MonitorStopResponse{})
}

func noMonitor(crossRef string) error {
	return csta.OperationFault(csta.OperationErrorsInvalidMonitorCrossRefID, "this session has no monitor %q", crossRef)
}

// callEnded ends the monitors of a call that has ended, and says so.
func (s *Switch) callEnded(call string) {
	for _, x := range s.monitors.callEnded(call) {
		s.ask(x.outlet, &csta.MonitorStop{MonitorCrossRefID: x.crossRef})
	}
}
