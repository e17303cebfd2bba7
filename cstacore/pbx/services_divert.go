package pbx

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// deflectCall sends a call that rings or waits at a device to another one
// (ECMA-269, Deflect Call).
func (s *Switch) deflectCall(r *Request, m *csta.DeflectCall) {
	leg, err := s.connection(r, m.CallToBeDiverted)
	if err != nil {
		s.refuse(r, err)
		return
	}
	if len(m.NewDestination) != 1 {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidDestination, "a call is deflected to one device, not to %d", len(m.NewDestination)))
		return
	}
	to, err := s.newDestination(leg.Call, m.NewDestination[0])
	if err != nil {
		s.refuse(r, err)
		return
	}
	cause := csta.EventCauseRedirected
	if m.Reason != 0 && s.queues[leg.Device] == nil { // queues have words of their own
		cause = m.Reason
	}
	sent := &arrival{leg: line.Leg{Call: leg.Call, Device: to}, cause: cause}
	rang := s.arrivalAt(leg)
	if rang != nil {
		sent.answered, sent.by, sent.silent, sent.recall = rang.answered, rang.by, rang.silent, rang.recall
	}
	effects, err := s.model.Divert(s.now, leg.Call, leg.Device, to, cause)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.DeflectCallResponse{})
	s.carryOut(r, effects)
	s.fetched(rang, to, csta.EventCauseRedirected)
	s.bring(sent)
}

// fetched takes a call out of the queue for which a device rang, nil where none
// did, from which it was sent or picked up elsewhere.
func (s *Switch) fetched(rang *arrival, to string, cause csta.EventCause) {
	if rang != nil && rang.queue != "" {
		s.apply(s.model.Divert(s.now, rang.leg.Call, rang.queue, to, cause))
	}
}

// newDestination gives a device that a call can be sent to: one that is not in
// it, and that can be dialled.
func (s *Switch) newDestination(call string, id csta.DeviceID) (string, error) {
	to, ok := s.names.Device(id.Value)
	c, _ := s.model.Call(call)
	switch _, joined := c.Connection(to); {
	case !ok || to == Trunk:
		return "", csta.OperationFault(csta.OperationErrorsInvalidDestinationDeviceID, "%q cannot be dialled", id.Value)
	case joined:
		return "", csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithDestinationDevice, "device %q is in call %q already", to, call)
	default:
		return to, nil
	}
}

// singleStepTransferCall sends a call on to another device without asking
// there first (ECMA-269, Single Step Transfer Call). When nobody answers, or
// the device is busy, the call comes back.
func (s *Switch) singleStepTransferCall(r *Request, m *csta.SingleStepTransferCall) {
	leg, err := s.connection(r, m.ActiveCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	to, err := s.newDestination(leg.Call, m.TransferredTo)
	if err != nil {
		s.refuse(r, err)
		return
	}
	effects, err := s.model.Leave(s.now, leg.Call, leg.Device, to, csta.EventCauseSingleStepTransfer)
	if err != nil {
		s.refuse(r, err)
		return
	}
	told := &effects[len(effects)-1]
	s.reply(r, &csta.SingleStepTransferCallResponse{
		TransferredCall: connectionID(leg.Call, to), Connections: connectionList(told), CallLinkageDataList: linkageList(told),
	})
	s.carryOut(r, effects)
	s.phones.Release(leg, csta.EventCauseSingleStepTransfer)
	s.freed(leg.Device)
	s.bring(&arrival{leg: line.Leg{Call: leg.Call, Device: to}, cause: csta.EventCauseSingleStepTransfer, recall: leg.Device})
}

// directedPickupCall has a device take a call that rings at, or waits at,
// another one (ECMA-269, Directed Pickup Call). A parked call is picked up in
// the same way.
func (s *Switch) directedPickupCall(r *Request, m *csta.DirectedPickupCall) {
	device, err := s.picker(r, m.RequestingDevice)
	if err != nil {
		s.refuse(r, err)
		return
	}
	leg, err := s.find(r, m.CallToBePickedUp, s.pickable(device), func(leg line.Leg) error {
		return s.model.CheckService("DirectedPickupCall", leg.Call, leg.Device)
	})
	if err == nil {
		err = s.pickUp(r, leg, device, func(picked csta.ConnectionID, linkage *csta.CallLinkageData) csta.Message {
			return &csta.DirectedPickupCallResponse{PickedCall: &picked, CallLinkageData: linkage}
		})
	}
	if err != nil {
		s.refuse(r, err)
	}
}

// groupPickupCall has a device take the call that has been ringing longest at
// the other devices of its pick-up group (ECMA-269, Group Pickup Call).
func (s *Switch) groupPickupCall(r *Request, m *csta.GroupPickupCall) {
	device, err := s.picker(r, m.NewDestination)
	if err != nil {
		s.refuse(r, err)
		return
	}
	leg, err := s.ringingInGroup(device, m.PickGroup.Value)
	if err == nil {
		err = s.pickUp(r, leg, device, func(picked csta.ConnectionID, linkage *csta.CallLinkageData) csta.Message {
			return &csta.GroupPickupCallResponse{PickedCall: &picked, CallLinkageData: linkage}
		})
	}
	if err != nil {
		s.refuse(r, err)
	}
}

// picker checks that the requester may pick calls up at a device.
func (s *Switch) picker(r *Request, id csta.DeviceID) (string, error) {
	device, ok := s.names.Device(id.Value)
	switch d := s.devices[device]; {
	case !ok || d == nil || d.Kind != record.DeviceStation:
		return "", csta.OperationFault(csta.OperationErrorsInvalidPickUpDeviceID, "no telephone %q in this tenant", id.Value)
	case !s.allowed(r, access.Control, device):
		return "", csta.OperationFault(csta.OperationErrorsPrivilegeViolationPickUpDevice, "user %s may not control device %q", r.Principal.User, device)
	default:
		return device, nil
	}
}

// pickable allows to pick up at device what rings at one that the requester
// may observe, or that is in a pick-up group with it.
func (s *Switch) pickable(device string) allowance {
	return func(r *Request, _ *callmodel.Call, target string) error {
		if s.allowed(r, access.Observe, target) || s.sameGroup(device, target, "") {
			return nil
		}
		return s.privilegeViolation(r, access.Observe, target)
	}
}

// sameGroup reports whether two devices are in one pick-up group, of a name
// where one is given. Places where calls wait belong to everybody's group.
func (s *Switch) sameGroup(a, b, group string) bool {
	da, db := s.devices[a], s.devices[b]
	if da == nil || db == nil {
		return false
	}
	if db.Kind == record.DevicePark {
		return true
	}
	return slices.ContainsFunc(da.PickupGroups, func(g string) bool {
		return (group == "" || g == group) && slices.Contains(db.PickupGroups, g)
	})
}

// ringingInGroup finds the call that has been ringing longest at the devices
// with which device is in a pick-up group.
func (s *Switch) ringingInGroup(device, group string) (line.Leg, error) {
	var oldest line.Leg
	var since callmodel.Connection
	for other := range s.devices {
		if other == device || !s.sameGroup(device, other, group) {
			continue
		}
		for _, call := range s.model.CallsAt(other) {
			conn, _ := call.Connection(other)
			if conn.State != csta.LocalConnectionStateAlerting || conn.Answering {
				continue
			}
			if oldest.Call == "" || conn.Joined.Before(since.Joined) || conn.Joined.Equal(since.Joined) && before(call.Call, other, oldest) {
				oldest, since = line.Leg{Call: call.Call, Device: other}, conn
			}
		}
	}
	if oldest.Call == "" {
		return oldest, csta.StateFault(csta.StateIncompatibilityErrorsNoCallToAnswer, "nothing rings in a pick-up group of device %q", device)
	}
	return oldest, nil
}

// before orders legs; the same call may ring at several devices.
func before(call, device string, leg line.Leg) bool {
	return call < leg.Call || call == leg.Call && device < leg.Device
}

// pickUp takes a call away from where it rings or waits, and has a device pick
// it up.
func (s *Switch) pickUp(r *Request, leg line.Leg, device string, response func(csta.ConnectionID, *csta.CallLinkageData) csta.Message) error {
	if err := s.model.Reserve(leg.Call, device); err != nil {
		return err
	}
	rang := s.arrivalAt(leg)
	effects, err := s.model.Divert(s.now, leg.Call, leg.Device, device, csta.EventCauseCallPickup)
	if err != nil {
		s.model.Unreserve(leg.Call, device)
		return err
	}
	call, _ := s.model.Call(leg.Call)
	s.stopTimer(line.Leg{Call: leg.Call}, parkTimer)
	s.reply(r, response(connectionID(leg.Call, device), linkageData(call.Linkage)))
	s.carryOut(r, effects)
	s.fetched(rang, device, csta.EventCauseCallPickup)
	s.bring(&arrival{leg: line.Leg{Call: leg.Call, Device: device}, joins: true, answered: csta.EventCauseCallPickup})
	return nil
}

// parkCall leaves a call waiting at a place, or at another telephone, where it
// can be picked up (ECMA-269, Park Call). Nobody having done so for ParkTime,
// it comes back.
func (s *Switch) parkCall(r *Request, m *csta.ParkCall) {
	leg, err := s.connection(r, m.Parking)
	if err != nil {
		s.refuse(r, err)
		return
	}
	place, ok := s.names.Device(m.ParkTo.Value)
	device := s.devices[place]
	call, _ := s.model.Call(leg.Call)
	_, joined := call.Connection(place)
	if !ok || device == nil || device.Kind == record.DeviceQueue || device.Kind == record.DeviceRoute || joined {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidParkToDeviceID, "no call can be parked at %q", m.ParkTo.Value))
		return
	}
	diverted, err := s.model.Divert(s.now, leg.Call, leg.Device, place, csta.EventCausePark)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.ParkCallResponse{})
	s.carryOut(r, diverted)
	s.apply(s.model.Enqueue(s.now, leg.Call, place, callmodel.Waiting, csta.EventCausePark))
	state := s.calls[leg.Call]
	state.parkedBy, state.parkedAt = leg.Device, place
	s.startTimer(line.Leg{Call: leg.Call}, parkTimer, ParkTime)
}

// parkedTooLong brings a parked call back to the device that parked it. It may
// wait at other places, too: in a queue, after a transfer.
func (s *Switch) parkedTooLong(call *callmodel.Call) {
	state := s.calls[call.Call]
	if s.apply(s.model.Divert(s.now, call.Call, state.parkedAt, state.parkedBy, csta.EventCauseRecallNoAnswer)) {
		s.bring(&arrival{leg: line.Leg{Call: call.Call, Device: state.parkedBy}, cause: csta.EventCauseRecallNoAnswer, direct: true})
	}
}
