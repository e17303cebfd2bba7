package pbx

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// snapshotDevice tells in which calls a device takes part (ECMA-269, Snapshot
// Device).
func (s *Switch) snapshotDevice(r *Request, m *csta.SnapshotDevice) {
	if device, ok := s.names.Device(m.SnapshotObject.Value); ok && device == Trunk {
		s.snapshotOfTrunk(r)
		return
	}
	device, err := s.known(r, m.SnapshotObject, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	response := &csta.SnapshotDeviceResponse{CrossRefIDOrSnapshotData: csta.CrossRefIDOrSnapshotDeviceData{
		ServiceCrossRefID: m.SnapshotObject.Value,
		SnapshotData:      s.snapshot(device),
	}}
	if s.devices[device].Kind == record.DeviceQueue {
		response.Private = s.queueSnapshot(device)
	}
	s.reply(r, response)
}

// snapshotOfTrunk tells which calls there are at all devices that the requester
// may observe.
func (s *Switch) snapshotOfTrunk(r *Request) {
	list, err := s.snapshotTrunk(r)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.SnapshotDeviceResponse{CrossRefIDOrSnapshotData: csta.CrossRefIDOrSnapshotDeviceData{
		ServiceCrossRefID: "u-" + s.tenant.Trunk + "-" + s.names.trunk(), // uni-tel's word for it
		SnapshotData:      list,
	}})
}

// queueSnapshot tells a queue's name and its members.
func (s *Switch) queueSnapshot(device string) *csta.PrivateData {
	p := &csta.PrivateData{QueueName: s.names.Qualified(s.devices[device])}
	if q := s.queues[device]; q != nil {
		p.QueueMembers = q.memberList()
	}
	return p
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

// snapshotCall tells who takes part in a call (ECMA-269, Snapshot Call).
func (s *Switch) snapshotCall(r *Request, m *csta.SnapshotCall) {
	call, ok := s.model.Call(m.SnapshotObject.CallID)
	switch {
	case !ok:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", m.SnapshotObject.CallID))
		return
	case !s.observesCall(r, call):
		s.refuse(r, csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s may observe no device in call %q", r.Principal.User, call.Call))
		return
	}
	list := &csta.SnapshotCallDataList{}
	for i := range call.Connections {
		c := &call.Connections[i]
		id := connectionID(call.Call, c.Device)
		list.SnapshotCallResponseInfo = append(list.SnapshotCallResponseInfo, csta.SnapshotCallResponseInfo{
			DeviceOnCall: extended(c.Device), CallIdentifier: &id, LocalConnectionInfo: c.State,
			ServicesPermitted: s.permitted(call.Call, c.Device),
		})
	}
	calling, called := extended(call.Calling), extended(call.Called)
	s.reply(r, &csta.SnapshotCallResponse{
		CrossRefIDOrSnapshotData: csta.CrossRefIDOrSnapshotCallData{SnapshotData: list},
		CallCharacteristics:      call.Characteristics,
		CallingDevice:            &calling, CalledDevice: &called,
		CorrelatorData: call.Correlator, CallLinkageData: linkageData(call.Linkage),
		SubjectOfCall: call.Subject, LanguagePreferences: call.Languages,
	})
}
