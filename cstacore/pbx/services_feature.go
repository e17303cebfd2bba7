package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// station gives a telephone that the requester may set features of, or look at.
func (s *Switch) station(r *Request, id csta.DeviceID, right access.Right) (string, error) {
	device, err := s.known(r, id, right)
	if err == nil && s.devices[device].Kind != record.DeviceStation {
		err = csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithDevice, "%q is no telephone", device)
	}
	return device, err
}

// sets makes a handler of a service that sets a feature of a telephone.
func sets[M csta.Message](device func(M) csta.DeviceID, describe func(s *Switch, device string, m M) (*change, error)) handler {
	return serves(func(s *Switch, r *Request, m M) {
		station, err := s.station(r, device(m), access.SetFeatures)
		var c *change
		if err == nil {
			c, err = describe(s, station, m)
		}
		if err != nil {
			s.refuse(r, err)
			return
		}
		c.device, c.set = station, m
		s.changeFeature(r, c)
	})
}

// gets makes a handler of a service that tells a telephone's features; nil
// where there is nothing to tell.
func gets[M csta.Message](device func(M) csta.DeviceID, describe func(f *features) csta.Message) handler {
	return serves(func(s *Switch, r *Request, m M) {
		station, err := s.station(r, device(m), access.Observe)
		if err != nil {
			s.refuse(r, err)
			return
		}
		response := describe(s.feature(station))
		if response == nil {
			s.refuse(r, csta.StateFault(csta.StateIncompatibilityErrorsGeneric, "device %q has nothing of the kind yet", station))
			return
		}
		s.reply(r, response)
	})
}

// setDoNotDisturb (ECMA-269, Set Do Not Disturb) may be limited to calls from
// inside or outside, or from certain devices.
func setDoNotDisturb(s *Switch, device string, m *csta.SetDoNotDisturb) (*change, error) {
	if len(m.CallingDeviceList) > maxListed {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "at most %d calling devices", maxListed)
	}
	for i := range m.CallingDeviceList {
		number, ok := s.names.Device(m.CallingDeviceList[i].Value)
		if !ok {
			return nil, csta.OperationFault(csta.OperationErrorsInvalidCallingDeviceID, "%q is no number", m.CallingDeviceList[i].Value)
		}
		m.CallingDeviceList[i] = csta.Device(number)
	}
	return &change{
		name: "doNotDisturb", response: &csta.SetDoNotDisturbResponse{}, logical: csta.LogicalDeviceFeatureEventsDoNotDisturb,
		event: &csta.DoNotDisturbEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), DoNotDisturbOn: m.DoNotDisturbOn,
			CallOrigination: m.CallOrigination, CallingDeviceList: m.CallingDeviceList,
		},
	}, nil
}

// maxListed is how many devices a setting may list.
const maxListed = 100

func getDoNotDisturb(f *features) csta.Message {
	d := f.doNotDisturb
	if d == nil {
		return &csta.GetDoNotDisturbResponse{}
	}
	return &csta.GetDoNotDisturbResponse{DoNotDisturbOn: true, CallOrigination: d.CallOrigination, CallingDeviceList: d.CallingDeviceList}
}

// forwardToBusy is what uni-tel's clients set instead of a number to have
// callers hear that the device is busy.
const forwardToBusy = "busy"

// setForwarding (ECMA-269, Set Forwarding) sets one kind of forwarding;
// forwardImmediate where the request names none.
func setForwarding(s *Switch, device string, m *csta.SetForwarding) (*change, error) {
	if m.ForwardingType == 0 {
		m.ForwardingType = csta.ForwardingTypeForwardImmediate
	}
	if m.ActivateForward && m.ForwardDN.Value != forwardToBusy {
		to, ok := s.names.Device(m.ForwardDN.Value)
		switch {
		case !ok || to == Trunk:
			return nil, csta.OperationFault(csta.OperationErrorsInvalidForwardingDestination, "%q cannot be dialled", m.ForwardDN.Value)
		case to == device:
			return nil, csta.OperationFault(csta.OperationErrorsInvalidForwardingDestination, "device %q cannot be forwarded to itself", device)
		}
		m.ForwardDN = csta.Device(to)
	}
	if n := m.RingDuration.Or(0); n < 0 {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "a telephone cannot ring for %d seconds", n)
	}
	return &change{
		name: "forwarding/" + m.ForwardingType.String(), response: &csta.SetForwardingResponse{}, logical: csta.LogicalDeviceFeatureEventsForwarding,
		event: &csta.ForwardingEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), ForwardingType: m.ForwardingType, ForwardStatus: m.ActivateForward,
			ForwardTo: m.ForwardDN, RingCount: m.RingCount, RingDuration: m.RingDuration,
		},
	}, nil
}

// getForwarding (ECMA-269, Get Forwarding) lists what is set, and what becomes
// of calls that nobody answers where nothing is.
func getForwarding(f *features) csta.Message {
	list := make([]csta.ForwardListItem, 0, len(f.forwarding)+1)
	for t := csta.ForwardingTypeForwardImmediate; t.String() != ""; t++ {
		m, ok := f.forwarding[t]
		switch {
		case ok:
			list = append(list, csta.ForwardListItem{
				ForwardingType: t, ForwardStatus: true, ForwardDN: m.ForwardDN, RingCount: m.RingCount, RingDuration: m.RingDuration,
			})
		case t == csta.ForwardingTypeForwardNoAns:
			list = append(list, csta.ForwardListItem{
				ForwardingType: t, ForwardDN: csta.Device(forwardToBusy), RingDuration: csta.Some(int64(RingTime / time.Second)),
			})
		}
	}
	return &csta.GetForwardingResponse{ForwardingList: list}
}

// setAutoAnswer (ECMA-269, Set Auto Answer) has a telephone pick up by itself
// after a number of rings.
func setAutoAnswer(s *Switch, device string, m *csta.SetAutoAnswer) (*change, error) {
	if n := m.NumberOfRings.Or(0); n < 0 || n > int64(RingTime/ringCycle) {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "a telephone rings at most %d times, not %d", RingTime/ringCycle, n)
	}
	return &change{
		name: "autoAnswer", response: &csta.SetAutoAnswerResponse{}, logical: csta.LogicalDeviceFeatureEventsAutoAnswer,
		event: &csta.AutoAnswerEvent{
			EventHead: csta.EventHead{Time: s.now}, InvokingDevice: extended(device), AutoAnswerOn: m.AutoAnswerOn, NumberOfRings: m.NumberOfRings,
		},
	}, nil
}

func getAutoAnswer(f *features) csta.Message {
	if f.autoAnswer == nil {
		return &csta.GetAutoAnswerResponse{}
	}
	return &csta.GetAutoAnswerResponse{AutoAnswerOn: true, NumberOfRings: f.autoAnswer.NumberOfRings}
}

// setCallerIDStatus (ECMA-269, Set Caller ID Status) says whether those who are
// called outside see the caller's number. Inside everybody does.
func setCallerIDStatus(s *Switch, device string, m *csta.SetCallerIDStatus) (*change, error) {
	return &change{
		name: "callerID", response: &csta.SetCallerIDStatusResponse{}, logical: csta.LogicalDeviceFeatureEventsCallerIDStatus,
		event: &csta.CallerIDStatusEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: csta.Device(device), CallerIDProvided: m.CallerIDProvided,
		},
	}, nil
}

func getCallerIDStatus(f *features) csta.Message {
	return &csta.GetCallerIDStatusResponse{CallerIDProvided: f.callerID == nil}
}

// getLastNumberDialed (ECMA-269, Get Last Number Dialed) is refused for a
// telephone that has called nobody since the switch was started.
func getLastNumberDialed(f *features) csta.Message {
	if f.lastDialled == "" {
		return nil
	}
	return &csta.GetLastNumberDialedResponse{NumberDialed: csta.Device(f.lastDialled)}
}

// setMessageWaiting (ECMA-269, Set Message Waiting Indicator) shows that there
// is a message.
func setMessageWaiting(s *Switch, device string, m *csta.SetMessageWaitingIndicator) (*change, error) {
	return &change{
		name: "messageWaiting", response: &csta.SetMessageWaitingIndicatorResponse{}, physical: csta.PhysicalDeviceFeatureEventsMessageWaiting,
		event: &csta.MessageWaitingEvent{
			EventHead: csta.EventHead{Time: s.now}, TargetDevice: extended(device), DeviceForMessage: m.DeviceForMessage, MessageWaitingOn: m.MessageWaitingOn,
		},
	}, nil
}

func getMessageWaiting(f *features) csta.Message {
	if f.message == nil {
		return &csta.GetMessageWaitingIndicatorResponse{LampIsPresent: csta.Some(true)}
	}
	return &csta.GetMessageWaitingIndicatorResponse{LampIsPresent: csta.Some(true), MessageWaitingOn: true, DeviceForMessage: f.message.DeviceForMessage}
}
