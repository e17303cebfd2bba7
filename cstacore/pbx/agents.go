package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// agent is a telephone's user as an agent (ECMA-269, agent states). Who never
// logged on takes the calls of the queues he is a member of all the same, as a
// member of a hunt group does; he has no agent events. Who has logged off takes
// none until he logs on again. The standard has one state for both, agentNull:
// nobody is logged on at the device.
type agent struct {
	id    string // as he calls himself, empty where he does not
	state csta.AgentState
	// pending is the state after the present call, where he has asked for one.
	pending csta.PendingAgentState
	// reason is why he is not ready, pendingReason why he will not be after the
	// present call; see reasons.
	reason, pendingReason string
	pauses                pauses
	// wrapUp ends his work after a call.
	wrapUp *timer
	// queue is whose call he works on, or after.
	queue string
}

// loggedOn reports whether somebody has logged on.
func (a *agent) loggedOn() bool { return a.state != csta.AgentStateAgentNull && a.state != 0 }

// agent gives the agent of a telephone.
func (s *Switch) agent(device string) *agent {
	a, ok := s.agents[device]
	if !ok {
		a = &agent{}
		s.agents[device] = a
	}
	return a
}

// noAgent forgets the agent of a telephone that is gone.
func (s *Switch) noAgent(device string) {
	if a, ok := s.agents[device]; ok {
		s.timers.stop(a.wrapUp)
		delete(s.agents, device)
	}
}

// agentReady reports whether a telephone's user takes calls of queues.
func (s *Switch) agentReady(device string) bool {
	a, ok := s.agents[device]
	return !ok || a.wrapUp == nil && (a.state == 0 || a.state == csta.AgentStateAgentReady)
}

// changeAgent puts an agent into a state and tells of it, where he has logged
// on. The reason is why he is not ready, empty for other states.
func (s *Switch) changeAgent(device string, state csta.AgentState, reason string) {
	a := s.agent(device)
	s.agentPauses(device, state == csta.AgentStateAgentNotReady, reason)
	a.state = state
	head, id := csta.EventHead{Time: s.now}, a.id
	who, group := extended(device), csta.Device(a.queue)
	var event csta.Event
	var flag csta.LogicalDeviceFeatureEvents
	switch state {
	case csta.AgentStateAgentReady:
		event, flag = &csta.AgentReadyEvent{EventHead: head, AgentDevice: who, AgentID: id}, csta.LogicalDeviceFeatureEventsAgentReady
	case csta.AgentStateAgentNotReady:
		event, flag = &csta.AgentNotReadyEvent{Base: csta.Base{Private: s.privateReason(reason)}, EventHead: head, AgentDevice: who, AgentID: id}, csta.LogicalDeviceFeatureEventsAgentNotReady
	case csta.AgentStateAgentBusy:
		event, flag = &csta.AgentBusyEvent{
			Base: csta.Base{Private: s.privateReason(a.pendingReason)}, EventHead: head, AgentDevice: who, AgentID: id, ACDGroup: group, PendingAgentState: a.pending,
		}, csta.LogicalDeviceFeatureEventsAgentBusy
	case csta.AgentStateAgentWorkingAfterCall:
		event, flag = &csta.AgentWorkingAfterCallEvent{EventHead: head, AgentDevice: who, AgentID: id, ACDGroup: group}, csta.LogicalDeviceFeatureEventsAgentWorkingAfterCall
	case csta.AgentStateAgentNull:
		event, flag = &csta.AgentLoggedOffEvent{EventHead: head, AgentDevice: who, AgentID: id}, csta.LogicalDeviceFeatureEventsAgentLoggedOff
	}
	s.tellAgent(device, event, flag)
	s.memberChanged(device)
	for _, id := range s.memberOf[device] {
		s.tellStats(s.queues[id])
	}
}

// agentPauses ends an agent's pause, or begins one, and has the journal keep
// how long they took.
func (s *Switch) agentPauses(device string, begins bool, reason string) {
	a := s.agent(device)
	ends := !a.pauses.Since.IsZero()
	a.pauses = a.pauses.ended(s.now, a.reason)
	a.reason = reason
	if begins {
		a.pauses.Since = s.now
	}
	if begins || ends {
		s.keepJSON(device, pausesSetting, a.pauses)
	}
}

func (s *Switch) tellAgent(device string, event csta.Event, flag csta.LogicalDeviceFeatureEvents) {
	s.tellDevices(event, func(f *csta.MonitorFilter) bool { return f.LogicalDeviceFeature&flag != 0 }, device)
}

// agentBusy notes that an agent works on a call of a queue.
func (s *Switch) agentBusy(device, queue string) {
	a := s.agent(device)
	a.queue = queue
	switch {
	case a.state == csta.AgentStateAgentNotReady: // he paused while it rang
		a.pending, a.pendingReason = csta.PendingAgentStateAgentNotReady, a.reason
	case a.state == csta.AgentStateAgentWorkingAfterCall && a.wrapUp == nil: // so he said, while it rang
		a.pending = csta.PendingAgentStateAgentWorkingAfterCall
	}
	if a.loggedOn() {
		s.changeAgent(device, csta.AgentStateAgentBusy, "")
	}
}

// afterCall is what follows when an agent's call of a queue is over: the state
// he has asked for, or the time that the queue leaves him to finish his work.
func (s *Switch) afterCall(device string, q *queue) {
	a := s.agent(device)
	switch {
	case a.pending != 0:
		state, reason := afterPending(a.pending), a.pendingReason
		a.pending, a.pendingReason = 0, ""
		s.changeAgent(device, state, reason)
	case q.WrapUpTime > 0:
		s.timers.stop(a.wrapUp)
		a.wrapUp = s.timers.set(s.now.Add(time.Duration(q.WrapUpTime)*time.Second), wrapUpTimer, line.Leg{Device: device})
		if a.loggedOn() {
			s.changeAgent(device, csta.AgentStateAgentWorkingAfterCall, "")
		}
	case a.loggedOn():
		s.changeAgent(device, csta.AgentStateAgentReady, "")
	}
	s.memberChanged(device)
}

// afterPending is the state that a pending one becomes.
func afterPending(p csta.PendingAgentState) csta.AgentState {
	switch p {
	case csta.PendingAgentStateAgentNotReady:
		return csta.AgentStateAgentNotReady
	case csta.PendingAgentStateAgentNull:
		return csta.AgentStateAgentNull
	case csta.PendingAgentStateAgentWorkingAfterCall:
		return csta.AgentStateAgentWorkingAfterCall
	default:
		return csta.AgentStateAgentReady
	}
}

// wrappedUp ends the time after a call.
func (s *Switch) wrappedUp(device string) {
	a := s.agent(device)
	a.wrapUp = nil
	if a.state == csta.AgentStateAgentWorkingAfterCall {
		s.changeAgent(device, csta.AgentStateAgentReady, "")
	}
	s.memberChanged(device)
}

// inService counts, by their devices, those who work on a call of a queue.
func (s *Switch) inService(queue string) map[string]int64 {
	n := make(map[string]int64)
	for _, m := range s.queues[queue].members {
		for _, call := range s.model.CallsAt(m.device) {
			for _, v := range s.calls[call.Call].services {
				if v.queue == queue && v.device == m.device {
					n[m.device]++
				}
			}
		}
	}
	return n
}

// memberState is what a wallboard shows of a member.
func (s *Switch) memberState(q *queue, device string) csta.AgentState {
	m, a := q.member(device), s.agents[device]
	switch {
	case m == nil || !m.loggedIn():
		return csta.AgentStateAgentNull
	case a != nil && a.wrapUp != nil:
		return csta.AgentStateAgentWorkingAfterCall
	case s.model.Load(device) > 0:
		return csta.AgentStateAgentBusy
	case a != nil && a.state != 0:
		return a.state
	default:
		return csta.AgentStateAgentReady
	}
}
