package pbx

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// maxForwards is how often one call is forwarded on its way.
const maxForwards = 10

// meetsFeatures has the features of a device decide on a call that is brought
// to it: forwarded at once, not to be disturbed, forwarded while busy. It
// reports true where that is the end of this arrival.
func (s *Switch) meetsFeatures(a *arrival) bool {
	f := s.features[a.leg.Device]
	call, ok := s.model.Call(a.leg.Call)
	if f == nil || !ok || a.joins || a.direct || a.kind != callmodel.Station {
		return false
	}
	internal := s.internal(call)
	if m := f.forwardsAtOnce(internal); m != nil {
		s.forward(a, m, csta.EventCauseCallForwardImmediate)
		return true
	}
	if f.silent() {
		s.arrivalFailed(a, csta.EventCauseDestNotObtainable)
		return true
	}
	if f.disturbs(call.Calling, internal) {
		if m := f.forwardsUndisturbed(internal); m != nil {
			s.forward(a, m, csta.EventCauseDoNotDisturb)
		} else {
			s.arrivalFailed(a, csta.EventCauseDoNotDisturb)
		}
		return true
	}
	if m := f.forwardsBusy(internal); m != nil && s.busy(a.leg.Device) {
		s.forward(a, m, csta.EventCauseCallForwardBusy)
		return true
	}
	if m := f.forwardsUnanswered(internal); m != nil {
		a.rung = answerTime(m)
	}
	return false
}

// internal reports whether a call comes from inside the tenant.
func (s *Switch) internal(call *callmodel.Call) bool { return call.Direction != record.Inbound }

// forwardedUnanswered forwards a call that a device did not answer, where that
// is set and leads anywhere.
func (s *Switch) forwardedUnanswered(a *arrival) bool {
	f := s.features[a.leg.Device]
	call, ok := s.model.Call(a.leg.Call)
	if f == nil || !ok || a.joins || a.direct || a.kind != callmodel.Station {
		return false
	}
	m := f.forwardsUnanswered(s.internal(call))
	switch {
	case m == nil:
		return false
	case m.ForwardDN.Value == forwardToBusy:
		s.clear(a.leg, a.leg.Device, csta.EventCauseBusy)
		return true
	default:
		return s.forwardTo(a, m.ForwardDN.Value, csta.EventCauseCallForwardNoAnswer)
	}
}

// forward sends a call on to where its device is forwarded, or tells the caller
// why that cannot be.
func (s *Switch) forward(a *arrival, m *csta.SetForwarding, cause csta.EventCause) {
	switch to := m.ForwardDN.Value; {
	case to == forwardToBusy:
		s.arrivalFailed(a, csta.EventCauseBusy)
	case !s.forwardTo(a, to, cause):
		s.arrivalFailed(a, csta.EventCauseDestNotObtainable)
	}
}

// forwardTo sends a call on to another device. A call that comes back to a
// device that it was forwarded from, or to one that is in it, or is sent on for
// ever, goes nowhere: then it reports false.
func (s *Switch) forwardTo(a *arrival, to string, cause csta.EventCause) bool {
	been := append(slices.Clone(a.forwards), a.leg.Device)
	if slices.Contains(been, to) || len(been) > maxForwards || s.inCall(a.leg.Call, to) {
		return false
	}
	s.arrived(a)
	s.model.Unreserve(a.leg.Call, a.leg.Device)
	if s.model.Check(callmodel.Divert, a.leg.Call, a.leg.Device) == nil {
		s.apply(s.model.Divert(s.now, a.leg.Call, a.leg.Device, to, cause))
	} else {
		s.apply(s.model.Redirect(s.now, a.leg.Call, a.leg.Device, to, cause))
	}
	s.bring(&arrival{
		leg: line.Leg{Call: a.leg.Call, Device: to}, cause: cause, answered: a.answered, by: a.by, silent: a.silent, recall: a.recall, forwards: been, route: a.route,
	})
	return true
}

// inCall reports whether a device has made a call, or takes part in it.
func (s *Switch) inCall(call, device string) bool {
	c, ok := s.model.Call(call)
	if !ok {
		return false
	}
	_, takesPart := c.Connection(device)
	return takesPart || c.Calling == device
}

// answersByItself has a telephone that rings pick up, where that is set.
func (s *Switch) answersByItself(leg line.Leg) {
	if f := s.features[leg.Device]; f != nil && f.autoAnswer != nil {
		rings := f.autoAnswer.NumberOfRings.Or(0)
		if rings == 0 {
			s.pickUpByItself(leg)
			return
		}
		s.startTimer(leg, autoAnswerTimer, time.Duration(rings)*ringCycle)
	}
}

// pickUpByItself answers for a telephone whose user cannot be asked; where that
// cannot be it goes on ringing.
func (s *Switch) pickUpByItself(leg line.Leg) {
	if s.model.CheckService("AnswerCall", leg.Call, leg.Device) == nil && s.model.PickUp(leg.Call, leg.Device) == nil {
		s.phones.Answer(leg)
	}
}
