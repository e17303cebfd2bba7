package pbx

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// maxHandled is how many calls the expected wait is judged by: the last ones,
// so that it follows how the day goes.
const maxHandled = 20

// handled are how long the last calls of a queue kept those who took them,
// oldest first.
type handled []time.Duration

// add adds a call, and forgets the oldest of too many.
func (h handled) add(took time.Duration) handled {
	if len(h) >= maxHandled {
		h = slices.Delete(h, 0, len(h)-maxHandled+1)
	}
	return append(h, took)
}

func (h handled) mean() time.Duration {
	sum := time.Duration(0)
	for _, took := range h {
		sum += took
	}
	return sum / time.Duration(max(1, len(h)))
}

// expectedWait estimates how long a caller waits for an agent with inFront
// callers before him. Of staff agents, each is taken up by a call for busy on
// average, with the work after it, so one of them comes free every busy/staff;
// free of them are waiting for a call now. An agent for whom callers wait in
// several queues is a part of the staff of each: of two, a half. So
//
//	0                               where inFront < free,
//	(inFront - free + 1)·busy/staff otherwise.
//
// It reports false where nobody can know: with no staff, or before any call.
func expectedWait(inFront int, staff float64, free int, busy time.Duration) (time.Duration, bool) {
	switch {
	case staff == 0:
		return 0, false
	case inFront < free:
		return 0, true
	case busy == 0:
		return 0, false
	default:
		return time.Duration(float64(inFront-free+1) * float64(busy) / staff), true
	}
}

// expects tells in how many seconds a caller with so many before him is likely
// to be answered in a queue, nothing where nobody knows.
func (s *Switch) expects(q *queue, inFront int) (seconds csta.Opt[int64]) {
	staff, free, elsewhere := 0.0, 0, s.wanted(q)
	for _, m := range q.members {
		if !s.staffs(m) {
			continue
		}
		staff += 1 / float64(1+elsewhere[m.device])
		if s.agentReady(m.device) && s.idle(m.device) {
			free++
		}
	}
	busy := q.handled.mean()
	if len(q.handled) > 0 {
		busy += time.Duration(q.WrapUpTime) * time.Second
	}
	if wait, known := expectedWait(inFront, staff, free, busy); known {
		return csta.Some(int64((wait + time.Second/2) / time.Second))
	}
	return seconds
}

// wanted counts, by device, the other queues in which callers wait for a member
// who takes their calls.
func (s *Switch) wanted(q *queue) map[string]int {
	elsewhere := make(map[string]int)
	for _, other := range s.queues {
		if other == q || len(other.waiting) == 0 {
			continue
		}
		for _, m := range other.members {
			if m.loggedIn() {
				elsewhere[m.device]++
			}
		}
	}
	return elsewhere
}

// staffs reports whether a member takes calls of his queue, be it when his
// present one is over.
func (s *Switch) staffs(m *member) bool {
	a := s.agents[m.device]
	away := a != nil && (a.state == csta.AgentStateAgentNotReady || a.state == csta.AgentStateAgentNull)
	return m.loggedIn() && s.devices[m.device] != nil && !away
}

// handledIn gives the last calls of a queue by their records.
func handledIn(q *record.Queue, calls []record.CallRecord, talks talks) handled {
	type end struct {
		at   time.Time
		took time.Duration
	}
	var ends []end
	for i := range calls {
		for _, p := range calls[i].Parties {
			if p.Device != q.Device || moved(&p) {
				continue
			}
			if a := whoTook(&p, calls[i].Parties); a != nil {
				ends = append(ends, end{a.Left, talks.of(a)})
			}
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return a.at.Compare(b.at) })
	var h handled
	for _, e := range ends {
		h = h.add(e.took)
	}
	return h
}
