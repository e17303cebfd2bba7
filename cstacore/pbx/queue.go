package pbx

import (
	"slices"
	"strings"
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
	telling *timer // when the statistics are told next, nil where nothing is new
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

// attended reports whether anybody takes the queue's calls.
func (q *queue) attended() bool {
	return slices.ContainsFunc(q.members, (*member).loggedIn)
}

// place gives a waiting call's index, -1 where it does not wait here.
func (q *queue) place(call string) int {
	return slices.IndexFunc(q.waiting, func(w *waiter) bool { return w.call == call })
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
	case q.Attended && !q.attended(), q.Hunt && !s.anyFree(q, call):
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
	s.count(q, func(st *queueStats) { st.total++ })
	s.apply(effects, nil)
	if q.MaxWait > 0 && q.Overflow != "" {
		s.startTimer(a.leg, queueTimer, time.Duration(q.MaxWait)*time.Second)
	}
	s.work(q)
}

// overflow sends a call on that a queue has no room for, or that nobody would
// take there.
func (s *Switch) overflow(a *arrival, q *queue, cause csta.EventCause) {
	if q.Overflow != "" && s.forwardTo(a, q.Overflow, cause) {
		s.count(q, func(st *queueStats) { st.total++; st.overflowed++ })
		return
	}
	if a.recall == "" { // otherwise it goes back and has never been here
		s.count(q, func(st *queueStats) { st.total++; st.overflowed++ })
	}
	s.arrivalFailed(a, csta.EventCauseBusy)
}

// waitedTooLong sends a waiting call to where the queue overflows.
func (s *Switch) waitedTooLong(leg line.Leg, cause csta.EventCause) {
	q := s.queues[leg.Device]
	if q == nil || q.Overflow == "" || q.place(leg.Call) < 0 || s.inCall(leg.Call, q.Overflow) {
		return
	}
	s.stopRinging(leg.Call, q.Device, q.Overflow, cause)
	if s.apply(s.model.Divert(s.now, leg.Call, q.Device, q.Overflow, cause)) {
		s.bring(&arrival{leg: line.Leg{Call: leg.Call, Device: q.Overflow}, cause: cause, forwards: []string{q.Device}})
	}
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

// withdraw ends the ringing of a device from which the call goes elsewhere.
func (s *Switch) withdraw(a *arrival, to string, cause csta.EventCause) {
	s.arrived(a)
	if !s.apply(s.model.Divert(s.now, a.leg.Call, a.leg.Device, to, cause)) {
		s.line(a.kind).Release(a.leg, cause)
	}
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
	if q.Attended && !q.attended() {
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
		s.agentReady(m.device) && s.idle(m.device) && !s.now.Before(m.rests) && (f == nil || f.doNotDisturb == nil)
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
	s.stopRinging(a.leg.Call, a.queue, a.leg.Device, csta.EventCauseDistributed)
	today := false
	if i := q.place(a.leg.Call); i >= 0 {
		today = dayOf(q.waiting[i].since) == dayOf(s.now)
	}
	if !s.apply(s.model.Divert(s.now, a.leg.Call, a.queue, a.leg.Device, csta.EventCauseDistributed)) {
		return
	}
	s.calls[a.leg.Call].service = &service{queue: a.queue, device: a.leg.Device, since: s.now}
	if m := q.member(a.leg.Device); m != nil {
		m.taken++
	}
	s.agentBusy(a.leg.Device, a.queue)
	if today {
		s.count(q, func(st *queueStats) { st.agent(a.leg.Device).answered++ })
	}
}

// notTaken is what follows when a member did not take a call: he is left alone
// for a while, and the call waits on.
func (s *Switch) notTaken(a *arrival, cause csta.EventCause) {
	s.withdraw(a, a.queue, cause)
	s.missed(a)
}

// missed counts a call that a member did not take.
func (s *Switch) missed(a *arrival) {
	q := s.queues[a.queue]
	if q == nil {
		return
	}
	if m := q.member(a.leg.Device); m != nil {
		m.rests, m.since = s.now.Add(MissTime), s.now
		s.timers.set(m.rests, restTimer, line.Leg{Device: a.leg.Device})
	}
	s.count(q, func(st *queueStats) { st.agent(a.leg.Device).missed++ })
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
	if dayOf(w.since) == dayOf(s.now) { // one that came yesterday is not today's
		s.count(q, func(st *queueStats) { st.left(outcome, s.now.Sub(w.since), q.ServiceLevel) })
	}
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
			if t := s.calls[from].timers[timerKey{queueTimer, id}]; t != nil {
				s.startTimer(line.Leg{Call: into, Device: id}, queueTimer, t.due.Sub(s.now))
			}
		}
	}
}

// service is a member's work on a call that he took from a queue.
type service struct {
	queue, device string
	since         time.Time
}

// served ends a member's work on a call.
func (s *Switch) served(v *service) {
	q := s.queues[v.queue]
	if q == nil {
		return
	}
	s.count(q, func(st *queueStats) { st.agent(v.device).talk += s.now.Sub(v.since) })
	if m := q.member(v.device); m != nil {
		m.since = s.now
	}
	s.afterCall(v.device, q)
}

// putQueue adds a queue, or changes its rules and its members; those who stay
// keep their state, and waiting calls go on waiting.
func (s *Switch) putQueue(r record.Queue) {
	now := newQueue(r)
	was, known := s.queues[r.Device]
	if known {
		now.waiting, now.stats, now.telling = was.waiting, was.stats, was.telling
		for i, m := range now.members {
			if old := was.member(m.device); old != nil {
				now.members[i] = old
			}
		}
	}
	s.queues[r.Device] = now
	s.listQueues()
	if !known {
		s.tellTrunk(&csta.QueueAddedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: r.Device, QueueName: r.Name})
	}
	s.work(now)
}

// removeQueue takes a queue away; what waits there overflows, or ends.
func (s *Switch) removeQueue(device string) {
	q, ok := s.queues[device]
	if !ok {
		return
	}
	for _, w := range slices.Clone(q.waiting) {
		s.waitedTooLong(line.Leg{Call: w.call, Device: device}, csta.EventCauseQueueCleared)
		if call, up := s.model.Call(w.call); up && q.place(w.call) >= 0 {
			s.end(call, device, csta.EventCauseQueueCleared)
		}
	}
	s.timers.stop(q.telling)
	delete(s.queues, device)
	s.listQueues()
	s.tellTrunk(&csta.QueueRemovedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: device})
}

// listQueues makes the lists that depend on which queues and members there are.
func (s *Switch) listQueues() {
	s.queueIDs = s.queueIDs[:0]
	clear(s.memberOf)
	for id, q := range s.queues {
		s.queueIDs = append(s.queueIDs, id)
		for _, m := range q.members {
			s.memberOf[m.device] = append(s.memberOf[m.device], id)
		}
	}
	slices.SortFunc(s.queueIDs, strings.Compare)
	for _, ids := range s.memberOf {
		slices.Sort(ids)
	}
}

// tellTrunk tells those who monitor the trunk of something.
func (s *Switch) tellTrunk(event csta.Event) {
	s.tellDevices(event, func(*csta.MonitorFilter) bool { return false }, Trunk)
}
