package pbx

import (
	"maps"
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// maxRegistrations is how many system status registrations a session may have.
const maxRegistrations = 16

// registrations are the sessions that want to be told how the system is. The
// zero value is ready to use.
type registrations struct {
	byOutlet map[Outlet]map[string]csta.StatusFilter
	serial   uint64
}

// drop ends all registrations of a session.
func (g *registrations) drop(outlet Outlet) { delete(g.byOutlet, outlet) }

// systemRegister has a session told of the system's status (ECMA-269, System
// Register). Status that its filter names is not told.
func (s *Switch) systemRegister(r *Request, m *csta.SystemRegister) {
	g := &s.system
	if len(g.byOutlet[r.Outlet]) >= maxRegistrations {
		s.refuse(r, csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectRegistrationLimitExceeded, "a session registers at most %d times", maxRegistrations))
		return
	}
	if g.byOutlet == nil {
		g.byOutlet = make(map[Outlet]map[string]csta.StatusFilter)
	}
	if g.byOutlet[r.Outlet] == nil {
		g.byOutlet[r.Outlet] = make(map[string]csta.StatusFilter)
	}
	g.serial++
	id := strconv.FormatUint(g.serial, 10)
	g.byOutlet[r.Outlet][id] = m.RequestedStatusFilter
	s.reply(r, &csta.SystemRegisterResponse{SysStatRegisterID: id, ActualStatusFilter: m.RequestedStatusFilter})
}

// systemRegisterCancel ends a registration (ECMA-269, System Register Cancel).
func (s *Switch) systemRegisterCancel(r *Request, m *csta.SystemRegisterCancel) {
	mine := s.system.byOutlet[r.Outlet]
	if _, ok := mine[m.SysStatRegisterID]; !ok {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCrossRefID, "this session has no registration %q", m.SysStatRegisterID))
		return
	}
	delete(mine, m.SysStatRegisterID)
	s.reply(r, &csta.SystemRegisterCancelResponse{})
}

// requestSystemStatus tells how the system is (ECMA-269, Request System
// Status).
func (s *Switch) requestSystemStatus(r *Request, _ *csta.RequestSystemStatus) {
	s.reply(r, &csta.RequestSystemStatusResponse{SystemStatus: csta.SystemStatusValueNormal})
}

// systemStatus takes note of how the other side is (ECMA-269, System Status).
func (s *Switch) systemStatus(r *Request, _ *csta.SystemStatus) {
	s.reply(r, &csta.SystemStatusResponse{})
}

// tellStatus tells registered sessions of a change; flag is its place in their
// filters.
func (s *Switch) tellStatus(status csta.SystemStatusValue, flag csta.StatusFilter) {
	for outlet, mine := range s.system.byOutlet {
		for _, id := range slices.Sorted(maps.Keys(mine)) {
			if mine[id]&flag == 0 {
				s.ask(outlet, &csta.SystemStatus{SysStatRegisterID: id, SystemStatus: status})
			}
		}
	}
}
