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
		now.waiting, now.stats, now.telling = was.waiting, was.stats, was.telling
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
	if !known {
		s.tellTrunk(r.Device, &csta.QueueAddedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: r.Device, QueueName: r.Name})
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
		if q.place(w.call) >= 0 {
			s.clear(line.Leg{Call: w.call, Device: device}, device, csta.EventCauseQueueCleared)
		}
	}
	s.timers.stop(q.telling)
	delete(s.queues, device)
	s.listQueues()
	s.tellTrunk(device, &csta.QueueRemovedEvent{EventHead: csta.EventHead{Time: s.now}, LocalNumber: device})
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

// tellTrunk tells those who monitor the trunk, and may observe a device, of
// something about it.
func (s *Switch) tellTrunk(device string, event csta.Event) {
	p := &Publication{Event: event}
	for _, trunk := range s.monitors.ofTrunk() {
		if access.Allowed(trunk.trunk.principal, access.Observe, s.tenant.ID, device) {
			s.notify(trunk, p)
		}
	}
}
