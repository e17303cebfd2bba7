package pbx

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// How long things take in queues that say nothing else.
const (
	// AgentRingTime is how long one member is rung.
	AgentRingTime = 20 * time.Second
	// MissTime is how long a member who did not take a call is left alone.
	MissTime = 10 * time.Second
)

// queue is a queue, or a hunt group, at work. A caller has a connection to the
// queue's device, queued, until a member answers; members are rung beside it.
type queue struct {
	*record.Queue
	members []*member
	waiting []*waiter // in the order in which they are served
	next    int       // the member after the one who was rung last
	stats   queueStats
	handled handled
	telling *timer // when the statistics are told next, nil where nothing is new
	// shown is what its members were doing when the statistics were told last.
	shown map[string]csta.AgentState
}

// member is one who takes a queue's calls.
type member struct {
	device string
	// active, and the ways by which he is reached; of which there is the
	// telephone only.
	active, telephone, mobile, skype bool
	// since is when he came free last, rests until when he is left alone.
	since, rests time.Time
	taken        int
}

// loggedIn reports whether a member takes calls.
func (m *member) loggedIn() bool { return m.active && m.telephone }

// waiter is a call in a queue.
type waiter struct {
	call     string
	since    time.Time
	priority int
}

func newQueue(q record.Queue) *queue {
	w := &queue{Queue: &q}
	for _, device := range q.Members {
		w.members = append(w.members, &member{device: device, active: true, telephone: true})
	}
	return w
}

// member gives a device's membership, nil where it has none.
func (q *queue) member(device string) *member {
	for _, m := range q.members {
		if m.device == device {
			return m
		}
	}
	return nil
}

// attended reports whether anybody takes a queue's calls.
func (s *Switch) attended(q *queue) bool {
	return slices.ContainsFunc(q.members, func(m *member) bool { return m.loggedIn() && s.devices[m.device] != nil })
}

// place gives a waiting call's index, -1 where it does not wait here.
func (q *queue) place(call string) int {
	return slices.IndexFunc(q.waiting, func(w *waiter) bool { return w.call == call })
}

// came tells when a waiting call came into the queue, the zero time where it
// does not wait here.
func (q *queue) came(call string) time.Time {
	if i := q.place(call); i >= 0 {
		return q.waiting[i].since
	}
	return time.Time{}
}

// insert puts a call behind those of its priority.
func (q *queue) insert(w *waiter) {
	i := slices.IndexFunc(q.waiting, func(o *waiter) bool { return o.priority < w.priority })
	if i < 0 {
		i = len(q.waiting)
	}
	q.waiting = slices.Insert(q.waiting, i, w)
}

// enterQueue has a call wait at a queue, or sends it on where it cannot.
func (s *Switch) enterQueue(a *arrival) {
	q := s.queues[a.leg.Device]
	call, ok := s.model.Call(a.leg.Call)
	switch {
	case !ok:
		return
	case q == nil:
		s.arrivalFailed(a, csta.EventCauseDestNotObtainable)
		return
	case q.Attended && !s.attended(q), q.Hunt && !s.anyFree(q, call):
		s.overflow(a, q, csta.EventCauseNoAvailableAgents)
		return
	case q.MaxWaiting > 0 && len(q.waiting) >= q.MaxWaiting:
		s.overflow(a, q, csta.EventCauseOverflow)
		return
	}
	effects, err := s.model.Enqueue(s.now, a.leg.Call, a.leg.Device, callmodel.Waiting, csta.EventCauseEnteringDistribution)
	if err != nil {
		s.arrivalFailed(a, csta.EventCauseBusy)
		return
	}
	q.insert(&waiter{call: a.leg.Call, since: s.now, priority: s.calls[a.leg.Call].priority})
	s.count(q, s.now, func(st *queueStats) { st.total++ })
	s.apply(effects, nil)
	if q.MaxWait > 0 && q.Overflow != "" {
		s.startTimer(a.leg, queueTimer, time.Duration(q.MaxWait)*time.Second)
	}
	s.work(q)
}

// position tells how many calls wait in a queue, how many of them will be
// served before a call, and in how many seconds it is likely to be; nothing for
// other places.
func (s *Switch) position(queue, call string) (queued, inFront, wait csta.Opt[int64]) {
	if q := s.queues[queue]; q != nil {
		if i := q.place(call); i >= 0 {
			return csta.Some(int64(len(q.waiting))), csta.Some(int64(i)), s.expects(q, i)
		}
	}
	return queued, inFront, wait
}

// overflow sends a call on that a queue has no room for, or that nobody would
// take there.
func (s *Switch) overflow(a *arrival, q *queue, cause csta.EventCause) {
	if q.Overflow != "" && s.forwardTo(a, q.Overflow, cause) {
		s.count(q, s.now, func(st *queueStats) { st.total++; st.overflowed++ })
		return
	}
	if a.recall == "" { // otherwise it goes back and has never been here
		s.count(q, s.now, func(st *queueStats) { st.total++; st.overflowed++ })
	}
	s.arrivalFailed(a, csta.EventCauseBusy)
}

// waitedTooLong sends a waiting call to where the queue overflows.
func (s *Switch) waitedTooLong(leg line.Leg, cause csta.EventCause) {
	q := s.queues[leg.Device]
	if q == nil || q.place(leg.Call) < 0 {
		return
	}
	if q.Overflow == "" {
		if cause == csta.EventCauseNoAvailableAgents {
			s.nowhereToGo(leg, cause)
		}
		return
	}
	if a := s.arrivalAt(line.Leg{Call: leg.Call, Device: q.Overflow}); a != nil && a.queue == q.Device {
		// It rings there already, and goes on to, for the queue no more.
		a.queue, a.rung = "", 0
		s.model.RingFor(leg.Call, q.Overflow, "")
		s.startTimer(a.leg, ringTimer, a.ringTime())
		s.apply(s.model.Divert(s.now, leg.Call, q.Device, q.Overflow, cause))
		return
	}
	state := s.calls[leg.Call]
	if s.inCall(leg.Call, q.Overflow) || state.overflows >= maxForwards {
		s.nowhereToGo(leg, cause)
		return
	}
	state.overflows++
	s.stopRinging(leg.Call, q.Device, q.Overflow, cause)
	if s.apply(s.model.Divert(s.now, leg.Call, q.Device, q.Overflow, cause)) {
		s.bring(&arrival{leg: line.Leg{Call: leg.Call, Device: q.Overflow}, cause: cause, forwards: []string{q.Device}})
	}
}

// nowhereToGo ends the waiting of a call that must not wait any longer and
// cannot be sent on: there is no overflow, or it is the caller himself, or the
// call has come round to it too often. The caller finds the queue busy.
func (s *Switch) nowhereToGo(leg line.Leg, cause csta.EventCause) {
	if s.ringingFor(leg.Call, leg.Device) > 0 && cause == csta.EventCauseNoAvailableAgents {
		return // somebody who has just logged out may still answer
	}
	s.stopRinging(leg.Call, leg.Device, "", cause)
	s.clear(leg, leg.Device, cause)
}

// stopRinging has the members not ring any more whom a queue has rung for a
// call, which goes to another device.
func (s *Switch) stopRinging(call, queue, to string, cause csta.EventCause) {
	state, ok := s.calls[call]
	if !ok {
		return
	}
	for _, a := range slices.Clone(state.arrivals) {
		if a.queue == queue && a.leg.Device != to {
			s.withdraw(a, to, cause)
		}
	}
}

// withdraw ends the ringing of a device from which the call goes elsewhere. It
// reports whether it has rung.
func (s *Switch) withdraw(a *arrival, to string, cause csta.EventCause) bool {
	s.arrived(a)
	rang := s.apply(s.model.Divert(s.now, a.leg.Call, a.leg.Device, to, cause))
	if !rang {
		s.line(a.kind).Release(a.leg, cause)
	}
	return rang
}

// work notes that a queue has something to do, once the present command is
// carried out.
func (s *Switch) work(q *queue) {
	if !slices.Contains(s.queueWork, q.Device) {
		s.queueWork = append(s.queueWork, q.Device)
	}
}

// memberChanged notes that a device may be free, or not, for the queues it is a
// member of.
func (s *Switch) memberChanged(device string) {
	for _, id := range s.memberOf[device] {
		s.work(s.queues[id])
	}
	s.memberSeen(device)
}

// workQueues ends the work on calls that are over, and brings waiting calls to
// free members.
func (s *Switch) workQueues() {
	for _, v := range s.finished {
		s.served(v)
	}
	s.finished = s.finished[:0]
	for len(s.queueWork) > 0 {
		q := s.queues[s.queueWork[0]]
		s.queueWork = s.queueWork[1:]
		if q != nil {
			s.distribute(q)
		}
	}
	s.queueWork = nil
}

// distribute rings members for the calls that wait, in their order.
func (s *Switch) distribute(q *queue) {
	if q.Attended && !s.attended(q) {
		for _, w := range slices.Clone(q.waiting) {
			s.waitedTooLong(line.Leg{Call: w.call, Device: q.Device}, csta.EventCauseNoAvailableAgents)
		}
	}
	for _, w := range slices.Clone(q.waiting) {
		call, ok := s.model.Call(w.call)
		if !ok {
			continue
		}
		ringing := s.ringingFor(w.call, q.Device)
		if ringing > 0 && q.Strategy != record.RingAll {
			continue
		}
		rung := s.choose(q, call)
		for _, m := range rung {
			s.ringMember(q, m, w.call)
		}
		if len(rung) == 0 && ringing == 0 {
			return // nor is there anybody for those behind
		}
	}
}

// ringingFor counts the members whom a queue rings for a call.
func (s *Switch) ringingFor(call, queue string) int {
	n := 0
	for _, a := range s.calls[call].arrivals {
		if a.queue == queue {
			n++
		}
	}
	return n
}

// ringMember brings a waiting call to a member.
func (s *Switch) ringMember(q *queue, m *member, call string) {
	q.next = slices.Index(q.members, m) + 1
	ring := AgentRingTime
	if q.RingTime > 0 {
		ring = time.Duration(q.RingTime) * time.Second
	}
	s.bring(&arrival{
		leg: line.Leg{Call: call, Device: m.device}, cause: csta.EventCauseDistributed, rung: ring, queue: q.Device, direct: true,
	})
}

// free reports whether a member can be rung for a call.
func (s *Switch) free(m *member, call *callmodel.Call) bool {
	d := s.devices[m.device]
	f := s.features[m.device]
	_, takesPart := call.Connection(m.device)
	return d != nil && d.Kind == record.DeviceStation && m.loggedIn() && !takesPart && call.Calling != m.device &&
		s.agentReady(m.device) && s.idle(m.device) && !s.now.Before(m.rests) && (f == nil || !f.disturbs(call.Calling, s.internal(call)))
}

func (s *Switch) anyFree(q *queue, call *callmodel.Call) bool {
	return slices.ContainsFunc(q.members, func(m *member) bool { return s.free(m, call) })
}

// choose gives the members to be rung for a call: all that are free, or the one
// whose turn it is.
func (s *Switch) choose(q *queue, call *callmodel.Call) []*member {
	var free []*member
	for i := range q.members {
		// From the one whose turn it is in a round; for the other strategies that
		// is who comes first among equals.
		if m := q.members[(q.next+i)%len(q.members)]; s.free(m, call) {
			free = append(free, m)
		}
	}
	if len(free) == 0 || q.Strategy == record.RingAll {
		return free
	}
	switch q.Strategy {
	case record.RoundRobin:
		return free[:1]
	case record.FewestCalls:
		return []*member{slices.MinFunc(free, func(a, b *member) int { return a.taken - b.taken })}
	default:
		return []*member{slices.MinFunc(free, func(a, b *member) int { return a.since.Compare(b.since) })}
	}
}

// takenFromQueue moves a call from the queue to the member who answers it. It
// is called before he is connected.
func (s *Switch) takenFromQueue(a *arrival) {
	q := s.queues[a.queue]
	if q == nil || s.model.Check(callmodel.Answer, a.leg.Call, a.leg.Device) != nil {
		return
	}
	came := q.came(a.leg.Call)
	s.stopRinging(a.leg.Call, a.queue, a.leg.Device, csta.EventCauseDistributed)
	if !s.apply(s.model.Divert(s.now, a.leg.Call, a.queue, a.leg.Device, csta.EventCauseDistributed)) {
		return
	}
	state := s.calls[a.leg.Call]
	state.services = append(state.services, &service{queue: a.queue, device: a.leg.Device, came: came, since: s.now})
	if m := q.member(a.leg.Device); m != nil {
		m.taken++
	}
	s.agentBusy(a.leg.Device, a.queue)
	s.count(q, came, func(st *queueStats) { st.agent(a.leg.Device).answered++ })
}

// notTaken is what follows when a member did not take a call: he is left alone
// for a while, and the call waits on.
func (s *Switch) notTaken(a *arrival, cause csta.EventCause) {
	s.missed(a, s.withdraw(a, a.queue, cause))
}

// missed leaves a member alone for a while who did not take a call, and counts
// it where it rang.
func (s *Switch) missed(a *arrival, rang bool) {
	q := s.queues[a.queue]
	if q == nil {
		return
	}
	if m := q.member(a.leg.Device); m != nil {
		m.rests, m.since = s.now.Add(MissTime), s.now
		s.timers.set(m.rests, restTimer, line.Leg{Device: a.leg.Device})
	}
	if rang {
		s.count(q, q.came(a.leg.Call), func(st *queueStats) { st.agent(a.leg.Device).missed++ })
	}
	s.work(q)
}

// leftQueue is what follows when a waiting call is in the queue no more.
func (s *Switch) leftQueue(q *queue, e *callmodel.Effect) {
	i := q.place(e.Call.Call)
	if i < 0 {
		return
	}
	w := q.waiting[i]
	q.waiting = slices.Delete(q.waiting, i, i+1)
	s.stopTimer(line.Leg{Call: w.call, Device: q.Device}, queueTimer)
	outcome := outcomeInQueue(e.Cause)
	s.count(q, w.since, func(st *queueStats) { st.left(outcome, s.now.Sub(w.since), q.ServiceLevel) })
	if outcome != answeredCall {
		s.stopRinging(w.call, q.Device, e.To, e.Cause)
	}
	s.work(q)
}

// movedInQueues has a call that became part of another one wait as that.
func (s *Switch) movedInQueues(from, into string) {
	for _, id := range s.queueIDs {
		q := s.queues[id]
		if i := q.place(from); i >= 0 {
			q.waiting[i].call = into
			s.moveTimer(line.Leg{Call: from, Device: id}, line.Leg{Call: into, Device: id}, queueTimer)
		}
	}
}

// service is a member's work on a call that he took from a queue.
type service struct {
	queue, device string
	// came is when the call came into the queue, since when he took it.
	came, since time.Time
	// told: how long he talked is counted already.
	told bool
}

// talked counts how long a member has talked. Where he brings two calls together
// it is counted then: the record of the call from the queue ends there.
func (s *Switch) talked(v *service) {
	q := s.queues[v.queue]
	if q == nil || v.told {
		return
	}
	v.told = true
	took := s.now.Sub(v.since)
	q.handled = q.handled.add(took)
	s.count(q, v.came, func(st *queueStats) { st.agent(v.device).talk += took })
}

// served ends a member's work on a call.
func (s *Switch) served(v *service) {
	q := s.queues[v.queue]
	if q == nil {
		return
	}
	s.talked(v)
	if m := q.member(v.device); m != nil {
		m.since = s.now
	}
	if _, here := s.devices[v.device]; here {
		s.afterCall(v.device, q)
	}
}
