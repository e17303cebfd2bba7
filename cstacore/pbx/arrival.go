package pbx

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// arrival is a leg on its way: a line was told to bring a call to a device,
// and what is to happen when it is there.
type arrival struct {
	leg  line.Leg
	kind callmodel.Kind
	// joins: the device picks up by itself and is then part of the call, instead
	// of being rung.
	joins bool
	// prompted: a device that joins is rung as for a call of its own.
	prompted bool
	// cause is that of Offered and Delivered, answered that of Established.
	cause, answered csta.EventCause
	// by is the device that brings this one into a conversation (conference),
	// empty otherwise; silent is how it takes part.
	by     string
	silent bool
	// recall is the device that gets the call back when it is not answered.
	recall string
	// rung is how long it is rung, RingTime where it is zero.
	rung time.Duration
	// queue is the queue that brings its call to a member, empty otherwise.
	queue string
	// direct: the device's features do not send it elsewhere.
	direct bool
	// forwards are the devices that it was forwarded from.
	forwards []string
	// route is the dialogue of the route point that sent it, until it is in.
	route *dialogue
	// rings: it is known to the model by now, and no more in offers.
	rings bool
}

// arrivalAt gives the arrival of a leg, nil where none is under way.
func (s *Switch) arrivalAt(leg line.Leg) *arrival {
	state, ok := s.calls[leg.Call]
	if !ok {
		return nil
	}
	for _, a := range state.arrivals {
		if a.leg == leg {
			return a
		}
	}
	return nil
}

// bring brings a call to a device, as far as there is one and it has room.
func (s *Switch) bring(a *arrival) {
	state, ok := s.calls[a.leg.Call]
	if !ok {
		return
	}
	a.kind = s.kindOf(a.leg.Device)
	if a.answered == 0 {
		a.answered = csta.EventCauseNormal
	}
	if s.meetsFeatures(a) {
		return
	}
	device := s.devices[a.leg.Device]
	if device != nil && device.Kind == record.DeviceQueue {
		s.enterQueue(a)
		return
	}
	if device != nil && device.Kind == record.DeviceAnnouncement {
		s.announce(a)
		return
	}
	if s.isRoutePoint(a.leg.Device) && !a.joins && a.by == "" {
		s.enterRoutePoint(a)
		return
	}
	if cause := s.unreachable(a, device); cause != 0 {
		s.arrivalFailed(a, cause)
		return
	}
	if device != nil && device.Offered && !a.joins {
		s.offerFirst(a)
		return
	}
	state.arrivals = append(state.arrivals, a)
	s.tellLine(a)
}

// unreachable says why a call cannot be brought to a device, 0 if it can.
func (s *Switch) unreachable(a *arrival, device *record.Device) csta.EventCause {
	switch {
	case a.kind != callmodel.Station:
		return 0
	case device == nil || device.Kind != record.DeviceStation:
		return csta.EventCauseDestNotObtainable
	case !a.joins && s.busy(a.leg.Device):
		return csta.EventCauseBusy
	default:
		return 0
	}
}

// tellLine has the line ring the device, or pick it up.
func (s *Switch) tellLine(a *arrival) {
	call, ok := s.model.Call(a.leg.Call)
	if !ok {
		return
	}
	if !a.joins {
		s.offers[a.leg.Device]++
	}
	s.startTimer(a.leg, ringTimer, a.ringTime())
	s.line(a.kind).Offer(line.Offer{
		Leg: a.leg, Calling: s.presented(a, call.Calling), CallingName: s.deviceName(call.Calling),
		Prompt: a.prompted, AutoAnswer: a.joins && !a.prompted,
	})
}

// presented is the caller's number as the called party sees it: outside what
// the caller's profile says, and nothing where he withholds it.
func (s *Switch) presented(a *arrival, calling string) string {
	if a.kind != callmodel.Network {
		return calling
	}
	if f := s.features[calling]; f != nil && f.callerID != nil {
		return ""
	}
	return s.shows(calling)
}

// ringTime is how long an arrival is rung.
func (a *arrival) ringTime() time.Duration {
	if a.rung == 0 {
		return RingTime
	}
	return a.rung
}

// offerFirst lets the device know of the call before it rings.
func (s *Switch) offerFirst(a *arrival) {
	state := s.calls[a.leg.Call]
	if s.apply(s.model.Offer(s.now, a.leg.Call, a.leg.Device, a.cause)) {
		a.rings = true
		s.model.RingFor(a.leg.Call, a.leg.Device, a.queue)
		state.arrivals = append(state.arrivals, a)
		s.startTimer(a.leg, offerTimer, OfferTime)
		return
	}
	s.arrivalFailed(a, csta.EventCauseBusy)
}

// accept has a device ring that the call was offered to.
func (s *Switch) accept(leg line.Leg) {
	s.stopTimer(leg, offerTimer)
	if a := s.arrivalAt(leg); a != nil {
		s.startTimer(leg, ringTimer, a.ringTime())
		call, _ := s.model.Call(leg.Call)
		s.phones.Offer(line.Offer{Leg: leg, Calling: call.Calling, CallingName: s.deviceName(call.Calling)})
	}
}

// arrived ends an arrival: the device rings no more, for better or worse.
func (s *Switch) arrived(a *arrival) {
	s.stopTimer(a.leg, ringTimer)
	s.stopTimer(a.leg, offerTimer)
	s.stopTimer(a.leg, autoAnswerTimer)
	s.notOffered(a)
	if state, ok := s.calls[a.leg.Call]; ok {
		state.arrivals = slices.DeleteFunc(state.arrivals, func(o *arrival) bool { return o == a })
	}
}

// notOffered stops counting an arrival among what is on its way to a device.
func (s *Switch) notOffered(a *arrival) {
	if a.rings || a.joins {
		return
	}
	a.rings = true
	if s.offers[a.leg.Device]--; s.offers[a.leg.Device] <= 0 {
		delete(s.offers, a.leg.Device)
	}
	s.lighter(a.leg.Device)
}

// busy counts the calls on their way to a device as well as those it has.
func (s *Switch) busy(device string) bool {
	return s.model.Load(device)+s.offers[device] >= callmodel.MaxCalls
}

// arrivalFailed tells that a call cannot be brought to a device: whoever is to
// get it back gets it back; where it was to join others nothing comes of it;
// otherwise the caller hears why.
func (s *Switch) arrivalFailed(a *arrival, cause csta.EventCause) {
	s.arrived(a)
	s.model.Unreserve(a.leg.Call, a.leg.Device)
	s.lighter(a.leg.Device)
	call, ok := s.model.Call(a.leg.Call)
	switch {
	case !ok:
	case s.routeFailed(a, cause):
	case a.queue != "":
		s.missed(a, false)
	case a.recall != "":
		s.recall(a, csta.EventCauseRecallBusy)
	case a.by != "", conversation(call, a.leg.Device):
		if s.apply(s.model.Fail(s.now, a.leg.Call, a.leg.Device, a.kind, cause)) {
			s.clear(a.leg, a.leg.Device, cause)
		}
	case a.joins && len(call.Connections) == 1:
		s.end(call, "", cause)
	case a.joins:
	case !slices.ContainsFunc(call.Connections, func(c callmodel.Connection) bool { return c.Kind == callmodel.Station }):
		// Nobody is there to hear why; the record says it.
		s.apply(s.model.Fail(s.now, a.leg.Call, a.leg.Device, a.kind, cause))
		s.end(call, a.leg.Device, cause)
	default:
		s.fail(a.leg, a.kind, cause)
	}
}

// conversation reports whether a call has parties who go on without a device
// that cannot be reached.
func conversation(call *callmodel.Call, without string) bool {
	n := 0
	for i := range call.Connections {
		c := &call.Connections[i]
		if c.Device != without && (c.State == csta.LocalConnectionStateConnected || c.State == csta.LocalConnectionStateHold) {
			n++
		}
	}
	return n > 1
}

// notAnswered ends the ringing of a device that nobody answers.
func (s *Switch) notAnswered(leg line.Leg) {
	call, ok := s.model.Call(leg.Call)
	a := s.arrivalAt(leg)
	switch {
	case !ok || a == nil:
	case a.route != nil:
		s.line(a.kind).Release(leg, csta.EventCauseCallNotAnswered) // it has not even rung
		s.arrivalFailed(a, csta.EventCauseCallNotAnswered)
	case a.queue != "":
		s.notTaken(a, csta.EventCauseCallNotAnswered)
	case s.forwardedUnanswered(a):
	case a.recall != "":
		s.recall(a, csta.EventCauseRecallNoAnswer)
	case a.joins:
		s.line(a.kind).Release(leg, csta.EventCauseCallNotAnswered)
		s.arrivalFailed(a, csta.EventCauseCallNotAnswered)
	case len(call.Connections) > 2:
		s.clear(leg, leg.Device, csta.EventCauseCallNotAnswered)
	default:
		s.end(call, "", csta.EventCauseCallNotAnswered)
	}
}

// recall brings a call back to the device that sent it on.
func (s *Switch) recall(a *arrival, cause csta.EventCause) {
	s.arrived(a)
	if s.model.Check(callmodel.Divert, a.leg.Call, a.leg.Device) == nil {
		s.apply(s.model.Divert(s.now, a.leg.Call, a.leg.Device, a.recall, cause))
	} else {
		s.line(a.kind).Release(a.leg, cause)
	}
	s.bring(&arrival{leg: line.Leg{Call: a.leg.Call, Device: a.recall}, cause: cause, direct: true})
}

// fail tells the caller that the call cannot be brought to a device, and lets
// him hear the tone for a while.
func (s *Switch) fail(leg line.Leg, kind callmodel.Kind, cause csta.EventCause) {
	if s.apply(s.model.Fail(s.now, leg.Call, leg.Device, kind, cause)) {
		s.startTimer(line.Leg{Call: leg.Call}, toneTimer, ToneTime)
	}
}
