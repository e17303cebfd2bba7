package pbx

import (
	"slices"
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// putQueue adds a queue, or changes its rules and its members; those who stay
// keep their state, and waiting calls go on waiting.
func (s *Switch) putQueue(r record.Queue) {
	now := newQueue(r)
	was, known := s.queues[r.Device]
	if known {
		now.waiting, now.stats, now.handled, now.telling = was.waiting, was.stats, was.handled, was.telling
		for i, m := range now.members {
			if old := was.member(m.device); old != nil {
				now.members[i] = old
			}
		}
		for _, m := range was.members {
			if !slices.Contains(was.Members, m.device) && now.member(m.device) == nil {
				now.members = append(now.members, m) // who came by SetQueueMember
			}
		}
	}
	s.queues[r.Device] = now
	s.listQueues()
	if known {
		s.membersChanged(was, now)
	} else {
		s.tellOfQueue(now, &csta.QueueAddedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: r.Device, QueueName: r.Name})
	}
	s.tellStats(now)
	s.work(now)
}

// membersChanged tells of members who came to a queue by an edit of it, and of
// those who are none any more; how these were set is forgotten.
func (s *Switch) membersChanged(was, now *queue) {
	var changes []csta.QueueMember
	for _, m := range was.members {
		if now.member(m.device) == nil {
			s.keepSetting(m.device, memberSetting+"/"+now.Device, "")
			changes = append(changes, (&member{device: m.device}).describe())
			changes[len(changes)-1].Removed = csta.Some(true)
		}
	}
	for _, m := range now.members {
		if was.member(m.device) == nil {
			changes = append(changes, m.describe())
		}
	}
	s.tellMembers(now, changes)
}

// tellMembers tells of members of a queue that have changed: those who monitor
// the queue of all of them, and those who monitor a member's telephone, and not
// the queue, of him.
func (s *Switch) tellMembers(q *queue, changes []csta.QueueMember) {
	if len(changes) == 0 {
		return
	}
	head := csta.EventHead{Time: s.now}
	s.tellDevices(&csta.QueueMemberEvent{EventHead: head, MemberList: changes}, func(*csta.MonitorFilter) bool { return false }, q.Device)
	for i := range changes {
		device := changes[i].AgentDN.Value
		p := &Publication{Event: &csta.QueueMemberEvent{EventHead: head, LocalNumber: q.Device, MemberList: changes[i : i+1]}}
		for _, x := range s.monitors.of(device) {
			if !x.callType && !s.monitors.watches(x.outlet, q.Device) {
				s.notify(x, p)
			}
		}
	}
}

// removeQueue takes a queue away; what waits there overflows, or ends.
func (s *Switch) removeQueue(device string) {
	q, ok := s.queues[device]
	if !ok {
		return
	}
	for _, w := range slices.Clone(q.waiting) {
		s.waitedTooLong(line.Leg{Call: w.call, Device: device}, csta.EventCauseQueueCleared)
		if q.place(w.call) >= 0 {
			s.clear(line.Leg{Call: w.call, Device: device}, device, csta.EventCauseQueueCleared)
		}
	}
	s.timers.stop(q.telling)
	for _, m := range q.members {
		s.keepSetting(m.device, memberSetting+"/"+device, "")
	}
	delete(s.queues, device)
	s.listQueues()
	s.tellOfQueue(q, &csta.QueueRemovedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: device})
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

// tellOfQueue tells that there is a queue, or is one no more: each session once
// that monitors the trunk and may know of the queue, or the telephone of one of
// its members.
func (s *Switch) tellOfQueue(q *queue, event csta.Event) {
	p, told := &Publication{Event: event}, make(map[Outlet]bool)
	tell := func(x *monitor) {
		if !told[x.outlet] {
			told[x.outlet] = true
			s.notify(x, p)
		}
	}
	for _, trunk := range s.monitors.ofTrunk() {
		if s.mayKnow(trunk.trunk.principal, q) {
			tell(trunk)
		}
	}
	for _, m := range q.members {
		for _, x := range s.monitors.of(m.device) {
			if !x.callType {
				tell(x)
			}
		}
	}
}

// mayKnow reports whether somebody may know how a queue is: who may observe or
// manage it, and its members.
func (s *Switch) mayKnow(p *access.Principal, q *queue) bool {
	return access.Allowed(p, access.Observe, s.tenant.ID, q.Device) || access.Allowed(p, access.ManageQueue, s.tenant.ID, q.Device) ||
		p.Tenant == s.tenant.ID && q.member(p.Device) != nil
}
