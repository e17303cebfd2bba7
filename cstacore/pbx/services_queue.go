package pbx

import (
	"cmp"
	"slices"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// queueOf gives the queue that a request names.
func (s *Switch) queueOf(r *Request, id csta.DeviceID) (*queue, error) {
	device, ok := s.names.Device(id.Value)
	q := s.queues[device]
	switch {
	case !ok || q == nil:
		return nil, csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no queue %q in this tenant", id.Value)
	case !s.mayKnow(r.Principal, q):
		return nil, s.privilegeViolation(r, access.Observe, device)
	default:
		return q, nil
	}
}

// getQueue tells a queue's name, its service level, and how long who would call
// now is likely to wait (uni-tel, GetQueue).
func (s *Switch) getQueue(r *Request, m *csta.GetQueue) {
	q, err := s.queueOf(r, m.Device)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.GetQueueResponse{
		Base:        csta.Base{Private: &csta.PrivateData{ServiceLevelAgreement: csta.Some(int64(q.ServiceLevel)), ExpectedWait: s.expects(q, len(q.waiting))}},
		QueueDevice: csta.QueueDevice{DeviceDescription: q.Name, DeviceIdentifier: csta.Device(q.Device)},
	})
}

// getQueueMember lists a queue's members (uni-tel, GetQueueMember).
func (s *Switch) getQueueMember(r *Request, m *csta.GetQueueMember) {
	q, err := s.queueOf(r, m.Device)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.GetQueueMemberResponse{MemberList: q.memberList()})
}

func (q *queue) memberList() []csta.QueueMember {
	list := make([]csta.QueueMember, 0, len(q.members))
	for _, m := range q.members {
		list = append(list, m.describe())
	}
	return list
}

func (m *member) describe() csta.QueueMember {
	return csta.QueueMember{
		Active: m.active, ActiveSIP: csta.Some(m.telephone), ActiveMobile: csta.Some(m.mobile), ActiveSkype: csta.Some(m.skype), AgentDN: csta.Device(m.device),
	}
}

// setQueueMember has somebody take a queue's calls, or not any more (uni-tel,
// SetQueueMember). Agents log themselves in and out; who manages the queue does
// so for others, and adds members.
func (s *Switch) setQueueMember(r *Request, m *csta.SetQueueMember) {
	q, err := s.queueOf(r, m.Device)
	if err != nil {
		s.refuse(r, err)
		return
	}
	device, ok := s.names.Device(m.AgentDN.Value)
	d := s.devices[device]
	manages := s.allowed(r, access.ManageQueue, q.Device)
	switch {
	case !ok || d == nil || d.Kind != record.DeviceStation:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidAgentIdentifier, "no telephone %q in this tenant", m.AgentDN.Value))
		return
	case !manages && !s.allowed(r, access.SetFeatures, device):
		s.refuse(r, s.privilegeViolation(r, access.SetFeatures, device))
		return
	case !manages && q.member(device) == nil:
		s.refuse(r, s.privilegeViolation(r, access.ManageQueue, q.Device))
		return
	}
	m.AgentDN, m.Device = csta.Device(device), csta.Device(q.Device)
	s.reply(r, &csta.SetQueueMemberResponse{})
	*m.Common() = csta.Base{}
	s.keepSetting(device, memberSetting+"/"+q.Device, string(csta.AppendJSON(nil, m)))
	s.takeMember(q, m)
}

// memberSetting, agentSetting and pausesSetting are the names that the states
// of members and agents, and how long those were not ready, are kept under.
const (
	memberSetting = "queueMember"
	agentSetting  = "agent"
	pausesSetting = "agentPauses"
)

// takeMember takes a member's new state over, and tells of it.
func (s *Switch) takeMember(q *queue, set *csta.SetQueueMember) {
	m := q.member(set.AgentDN.Value)
	if m == nil {
		m = &member{device: set.AgentDN.Value, since: s.now}
		at := len(q.members)
		if position, ok := set.AgentPosition.Get(); ok && position > 0 {
			at = min(at, int(position)-1)
		}
		q.members = slices.Insert(q.members, at, m)
		s.listQueues()
	}
	if !m.loggedIn() {
		m.since = s.now
	}
	m.active = set.ActivateAgent
	m.telephone = set.ActivateSIP.Or(true)
	m.mobile, m.skype = set.ActivateMobile.Or(false), set.ActivateSkype.Or(false)
	s.tellMembers(q, []csta.QueueMember{m.describe()})
	s.tellStats(q)
	s.work(q)
}

// setAgentState logs an agent on or off, or has him pause (ECMA-269, Set Agent
// State). In the middle of a call of a queue the state changes when the call is
// over. A group logs him in to that queue too, or out of it. Why he is not ready
// stands in the private data.
func (s *Switch) setAgentState(r *Request, m *csta.SetAgentState) {
	device, err := s.station(r, m.Device, access.SetFeatures)
	if err == nil {
		m.Group = s.plain(m.Group)
		err = s.checkAgentState(device, m)
	}
	reason := ""
	if err == nil {
		reason, err = s.reasonIn(m)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	a := s.agent(device)
	if a.state == csta.AgentStateAgentBusy && m.RequestedAgentState != csta.ReqAgentStateLoggedOn {
		a.pending, a.pendingReason = pendingState(m.RequestedAgentState), reason
		s.keepAgentState(device, m, reason)
		s.reply(r, &csta.SetAgentStateResponse{PendingAgentState: a.pending})
		s.changeAgent(device, csta.AgentStateAgentBusy, "") // with what is to come
		return
	}
	s.reply(r, &csta.SetAgentStateResponse{})
	s.takeAgentState(device, m, reason)
	if group := s.queues[m.Group.Value]; group != nil {
		on := m.RequestedAgentState != csta.ReqAgentStateLoggedOff
		set := &csta.SetQueueMember{Device: m.Group, AgentDN: csta.Device(device), ActivateAgent: on, ActivateSIP: csta.Some(on)}
		s.keepSetting(device, memberSetting+"/"+group.Device, string(csta.AppendJSON(nil, set)))
		s.takeMember(group, set)
	}
}

// plain gives a device the name that it has within the tenant.
func (s *Switch) plain(id csta.DeviceID) csta.DeviceID {
	if device, ok := s.names.Device(id.Value); ok {
		return csta.Device(device)
	}
	return id
}

// checkAgentState refuses what an agent cannot do.
func (s *Switch) checkAgentState(device string, m *csta.SetAgentState) error {
	a := s.agents[device]
	on := a != nil && a.loggedOn()
	switch {
	case m.Group.Value != "" && s.queues[m.Group.Value] == nil:
		return csta.OperationFault(csta.OperationErrorsInvalidAgentGroup, "no queue %q in this tenant", m.Group.Value)
	case m.Group.Value != "" && s.queues[m.Group.Value].member(device) == nil:
		return csta.OperationFault(csta.OperationErrorsInvalidAgentGroup, "device %q is no member of queue %q", device, m.Group.Value)
	case m.RequestedAgentState != csta.ReqAgentStateLoggedOn && !on:
		return csta.StateFault(csta.StateIncompatibilityErrorsInvalidDeviceState, "nobody is logged on at device %q", device)
	default:
		return nil
	}
}

// pendingState is the state that is asked for, to come after the present call.
func pendingState(asked csta.ReqAgentState) csta.PendingAgentState {
	switch asked {
	case csta.ReqAgentStateNotReady:
		return csta.PendingAgentStateAgentNotReady
	case csta.ReqAgentStateLoggedOff:
		return csta.PendingAgentStateAgentNull
	case csta.ReqAgentStateWorkingAfterCall:
		return csta.PendingAgentStateAgentWorkingAfterCall
	default:
		return csta.PendingAgentStateAgentReady
	}
}

// takeAgentState takes an agent's new state over, tells of it and keeps it.
func (s *Switch) takeAgentState(device string, m *csta.SetAgentState, reason string) {
	a := s.agent(device)
	s.keepAgentState(device, m, reason)
	s.timers.stop(a.wrapUp)
	a.wrapUp, a.pending, a.pendingReason = nil, 0, ""
	switch m.RequestedAgentState {
	case csta.ReqAgentStateLoggedOn:
		s.tellAgent(device, &csta.AgentLoggedOnEvent{EventHead: csta.EventHead{Time: s.now}, AgentDevice: extended(device), AgentID: a.id, ACDGroup: m.Group},
			csta.LogicalDeviceFeatureEventsAgentLoggedOn)
		s.changeAgent(device, csta.AgentStateAgentNotReady, "")
	case csta.ReqAgentStateLoggedOff:
		s.changeAgent(device, csta.AgentStateAgentNull, "")
	case csta.ReqAgentStateNotReady:
		s.changeAgent(device, csta.AgentStateAgentNotReady, reason)
	case csta.ReqAgentStateReady:
		s.changeAgent(device, csta.AgentStateAgentReady, "")
	case csta.ReqAgentStateWorkingAfterCall:
		s.changeAgent(device, csta.AgentStateAgentWorkingAfterCall, "")
	}
}

// keepAgentState has the journal keep an agent's state, be it one that is yet to
// come: after a restart there is no call that it would have to wait for. That
// he has logged off is kept as well, or he would be one who never logged on.
func (s *Switch) keepAgentState(device string, m *csta.SetAgentState, reason string) {
	a := s.agent(device)
	if m.AgentID != "" {
		a.id = m.AgentID
	}
	kept := &csta.SetAgentState{Device: csta.Device(device), RequestedAgentState: m.RequestedAgentState, AgentID: a.id}
	if reason != "" {
		kept.Private = &csta.PrivateData{Reason: reason}
	}
	s.keepSetting(device, agentSetting, string(csta.AppendJSON(nil, kept)))
}

// getAgentState tells what an agent is doing, for each queue that he is a
// member of (ECMA-269, Get Agent State), and in the private data why he is not
// ready. agentNull is nobody who is logged on, be it that he has logged off or
// that nobody ever logged on; the latter takes calls as a member of a hunt group
// does, which GetQueueMember tells.
func (s *Switch) getAgentState(r *Request, m *csta.GetAgentState) {
	device, err := s.station(r, m.Device, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	entry := csta.AgentStateEntry{}
	state := csta.AgentStateAgentNull
	if a := s.agents[device]; a != nil && a.loggedOn() {
		entry.AgentID, entry.LoggedOnState, state = a.id, true, a.state
	}
	groups, only := s.memberOf[device], s.plain(m.ACDGroup).Value
	if len(groups) == 0 {
		entry.AgentInfo = []csta.AgentInfo{{AgentState: state, PendingAgentState: s.pendingOf(device)}}
	}
	for _, id := range groups {
		if only == "" || only == id {
			entry.AgentInfo = append(entry.AgentInfo, csta.AgentInfo{ACDGroup: csta.Device(id), AgentState: state, PendingAgentState: s.pendingOf(device)})
		}
	}
	response := &csta.GetAgentStateResponse{AgentStateList: []csta.AgentStateEntry{entry}}
	if a := s.agents[device]; a != nil {
		response.Private = s.privateReason(cmp.Or(a.pendingReason, a.reason))
	}
	s.reply(r, response)
}

func (s *Switch) pendingOf(device string) csta.PendingAgentState {
	if a := s.agents[device]; a != nil {
		return a.pending
	}
	return 0
}

// restoreAgent takes up what was kept of an agent or a member.
func (s *Switch) restoreAgent(m csta.Message) {
	switch m := m.(type) {
	case *csta.SetAgentState:
		a := s.agent(m.Device.Value)
		a.id, a.state = m.AgentID, csta.AgentStateAgentNotReady
		switch m.RequestedAgentState {
		case csta.ReqAgentStateReady:
			a.state = csta.AgentStateAgentReady
		case csta.ReqAgentStateLoggedOff:
			a.state = csta.AgentStateAgentNull
		default:
			if m.Private != nil {
				a.reason = m.Private.Reason
			}
		}
	case *csta.SetQueueMember:
		if q := s.queues[m.Device.Value]; q != nil {
			s.takeMember(q, m)
		}
	}
}
