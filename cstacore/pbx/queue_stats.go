package pbx

import (
	"maps"
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// statsTime is how often a queue's statistics are told at most.
const statsTime = time.Second

// queueStats are what happened in a queue on one day. Everything in it can be
// counted from the day's call records.
type queueStats struct {
	day                                            int // of the year, with its year: yyyyddd
	total, answered, inTime, abandoned, overflowed int64
	waited, longest                                time.Duration // of the answered calls; of all
	agents                                         map[string]*agentStats
}

// agentStats are what one member did of it.
type agentStats struct {
	answered, missed int64
	talk             time.Duration
}

func (t *queueStats) agent(device string) *agentStats {
	if t.agents == nil {
		t.agents = make(map[string]*agentStats)
	}
	a, ok := t.agents[device]
	if !ok {
		a = &agentStats{}
		t.agents[device] = a
	}
	return a
}

// queueOutcome is how a call leaves a queue.
type queueOutcome uint8

const (
	answeredCall queueOutcome = iota + 1
	abandonedCall
	overflowedCall
	fetchedCall // sent or picked up elsewhere by somebody
)

// outcomeInQueue tells the outcome from why the call's connection to the queue
// ended.
func outcomeInQueue(cause csta.EventCause) queueOutcome {
	switch cause {
	case csta.EventCauseDistributed:
		return answeredCall
	case csta.EventCauseBusy, csta.EventCauseOverflow, csta.EventCauseQueueTimeOverflow, csta.EventCauseNoAvailableAgents, csta.EventCauseQueueCleared:
		return overflowedCall
	case csta.EventCauseRedirected, csta.EventCauseCallPickup:
		return fetchedCall
	default:
		return abandonedCall
	}
}

// left counts a call that has left the queue.
func (t *queueStats) left(how queueOutcome, waited time.Duration, serviceLevel int) {
	t.longest = max(t.longest, waited)
	switch how {
	case answeredCall:
		t.answered++
		t.waited += waited
		if serviceLevel == 0 || waited <= time.Duration(serviceLevel)*time.Second {
			t.inTime++
		}
	case abandonedCall:
		t.abandoned++
	case overflowedCall:
		t.overflowed++
	case fetchedCall:
	}
}

func dayOf(at time.Time) int { return at.Year()*1000 + at.YearDay() }

// count changes a queue's statistics, those of a new day from nothing, and has
// them told. A call counts, with all that becomes of it, on the day on which it
// came into the queue.
func (s *Switch) count(q *queue, came time.Time, change func(*queueStats)) {
	s.turnDay(q)
	if dayOf(came) == q.stats.day {
		change(&q.stats)
	}
	s.tellStats(q)
}

// turnDay begins a queue's statistics anew on a new day.
func (s *Switch) turnDay(q *queue) {
	if day := dayOf(s.now); q.stats.day != day {
		q.stats = queueStats{day: day}
	}
}

// tellStats has a queue's statistics told before long.
func (s *Switch) tellStats(q *queue) {
	if q.telling == nil && len(s.monitors.of(q.Device)) > 0 {
		q.telling = s.timers.set(s.now.Add(statsTime), statsTimer, line.Leg{Device: q.Device})
	}
}

// memberSeen has the statistics told of those queues whose member a device is
// and does something else than when they were told last, for another queue
// perhaps or in a call of his own.
func (s *Switch) memberSeen(device string) {
	for _, id := range s.memberOf[device] {
		if q := s.queues[id]; q.telling == nil && q.shown != nil && q.shown[device] != s.memberState(q, device) {
			s.tellStats(q)
		}
	}
}

// statsDue tells a queue's statistics to those who monitor it.
func (s *Switch) statsDue(device string) {
	if q, ok := s.queues[device]; ok {
		q.telling = nil
		if len(s.monitors.of(device)) == 0 {
			q.shown = nil
			return
		}
		s.tellDevices(s.statistics(q), func(*csta.MonitorFilter) bool { return false }, device)
	}
}

// statistics is the event that tells them.
func (s *Switch) statistics(q *queue) *csta.QueueStatisticsEvent {
	s.turnDay(q)
	t := &q.stats
	servicing := int64(0)
	for _, n := range s.inService(q.Device) {
		servicing += n
	}
	e := &csta.QueueStatisticsEvent{
		EventHead: csta.EventHead{Time: s.now}, LocalNumber: q.Device,
		CurrentCalls: csta.Some(int64(len(q.waiting)) + servicing), ServicingCalls: csta.Some(servicing), WaitingCalls: csta.Some(int64(len(q.waiting))),
		TotalNoOfCalls: csta.Some(t.total), TotalAnsweredCalls: csta.Some(t.answered), TotalMissedCalls: csta.Some(t.abandoned),
		TotalAnsweredInTime: csta.Some(t.inTime), TotalOverflowed: csta.Some(t.overflowed), ServiceLevel: csta.Some(int64(q.ServiceLevel)),
		MaxWaitTime: csta.Some(int64(t.longest / time.Second)), ExpectedWait: s.expects(q, len(q.waiting)),
	}
	longest, talk := time.Duration(0), time.Duration(0)
	for _, w := range q.waiting {
		longest = max(longest, s.now.Sub(w.since))
	}
	e.MaxCurrentWait = csta.Some(int64(longest / time.Second))
	q.shown = make(map[string]csta.AgentState, len(q.members))
	for _, device := range s.agentsOf(q) {
		a := t.agent(device)
		talk += a.talk
		e.AgentList = append(e.AgentList, csta.QueueAgentStatistics{
			Device: extended(device), TotalNoOfCalls: csta.Some(a.answered + a.missed), TotalAnsweredCalls: csta.Some(a.answered),
			TotalMissedCalls: csta.Some(a.missed), AverageTalkTime: csta.Some(average(a.talk, a.answered)), AgentState: s.memberState(q, device),
			ReasonTimes: s.reasonTimes(s.agents[device]),
		})
		last := &e.AgentList[len(e.AgentList)-1]
		q.shown[device] = last.AgentState
		if last.AgentState == csta.AgentStateAgentNotReady {
			last.Reason = s.agents[device].reason
			last.ReasonLabel = s.reasons[last.Reason]
		}
	}
	e.AverageWaitTime, e.AverageTalkTime = csta.Some(average(t.waited, t.answered)), csta.Some(average(talk, t.answered))
	return e
}

// agentsOf lists a queue's members, and who else has taken its calls today.
func (s *Switch) agentsOf(q *queue) []string {
	devices := slices.Collect(maps.Keys(q.stats.agents))
	for _, m := range q.members {
		devices = append(devices, m.device)
	}
	slices.Sort(devices)
	return slices.Compact(devices)
}

// average is in seconds.
func average(sum time.Duration, n int64) int64 {
	if n == 0 {
		return 0
	}
	return int64(sum/time.Second) / n
}

// recountAll has all queues' statistics go on from the day's call records.
func (s *Switch) recountAll(now time.Time, today []record.CallRecord) {
	talks := talksIn(today)
	for _, q := range s.queues {
		q.stats, q.handled = recount(q.Queue, dayOf(now), today, talks), handledIn(q.Queue, today, talks)
	}
}

// recount counts a queue's statistics of a day from the day's call records.
func recount(q *record.Queue, day int, calls []record.CallRecord, talks talks) queueStats {
	t := queueStats{day: day}
	for i := range calls {
		came := time.Time{}
		for j := range calls[i].Parties {
			p := &calls[i].Parties[j]
			switch {
			case p.Device == q.Device:
				came = p.Joined
				if dayOf(came) == day && !moved(p) {
					t.recountCall(q, p, calls[i].Parties, talks)
				}
			case p.Queue == q.Device && p.To == q.Device && p.Answered.IsZero() && dayOf(came) == day:
				t.agent(p.Device).missed++ // it went back
			}
		}
	}
	return t
}

// moved reports whether a party went on in another call, whose record has it
// too.
func moved(p *record.Party) bool {
	cause, _ := csta.ParseEventCause(p.Cause)
	return cause == csta.EventCauseTransfer || cause == csta.EventCauseConference
}

// recountCall counts one stay in a queue, p, of a call with these parties.
func (t *queueStats) recountCall(q *record.Queue, p *record.Party, parties []record.Party, talks talks) {
	t.total++
	if dayOf(p.Left) != t.day {
		return // how it ended belongs to no day's statistics
	}
	cause, _ := csta.ParseEventCause(p.Cause)
	t.left(outcomeInQueue(cause), p.Left.Sub(p.Joined), q.ServiceLevel)
	if a := whoTook(p, parties); a != nil {
		t.agent(a.Device).answered++
		t.agent(a.Device).talk += talks.of(a)
	}
}

// whoTook gives the party to whom a stay in a queue, p, led; nil where nobody
// of the queue answered.
func whoTook(p *record.Party, parties []record.Party) *record.Party {
	for i := range parties {
		if a := &parties[i]; a.Queue == p.Device && a.Device == p.To && a.Answered.Equal(p.Left) {
			return a
		}
	}
	return nil
}

// talks tell when parties who were connected at a time hung up. Where two calls
// became one the same party is in the records of both.
type talks map[talk]time.Time

type talk struct {
	device   string
	answered int64 // in nanoseconds since 1970
}

func talksIn(calls []record.CallRecord) talks {
	until := make(talks)
	for i := range calls {
		for _, p := range calls[i].Parties {
			if key := (talk{p.Device, p.Answered.UnixNano()}); !p.Answered.IsZero() && p.Left.After(until[key]) {
				until[key] = p.Left
			}
		}
	}
	return until
}

// of tells how long a party talked.
func (t talks) of(p *record.Party) time.Duration {
	return t[talk{p.Device, p.Answered.UnixNano()}].Sub(p.Answered)
}
