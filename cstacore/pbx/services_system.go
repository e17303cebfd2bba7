package pbx

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// maxRegistrations is how many system status registrations a session may have.
const maxRegistrations = 16

// registration is the wish of a session to be told how the switch is.
type registration struct {
	id        string
	serial    uint64
	outlet    Outlet
	principal *access.Principal
	types     csta.RequestTypes
	// filter names the status that is not told.
	filter csta.StatusFilter
}

// registrations are the sessions that want to be told how the system is. The
// zero value is ready to use.
type registrations struct {
	byOutlet map[Outlet][]*registration
	serial   uint64
}

// drop ends all registrations of a session.
func (g *registrations) drop(outlet Outlet) { delete(g.byOutlet, outlet) }

// add adds a registration and gives it its id.
func (g *registrations) add(x *registration) {
	if g.byOutlet == nil {
		g.byOutlet = make(map[Outlet][]*registration)
	}
	g.serial++
	x.serial, x.id = g.serial, strconv.FormatUint(g.serial, 10)
	g.byOutlet[x.outlet] = append(g.byOutlet[x.outlet], x)
}

// cancel ends a session's registration; false where it has none of that id.
func (g *registrations) cancel(outlet Outlet, id string) bool {
	mine := g.byOutlet[outlet]
	rest := slices.DeleteFunc(mine, func(x *registration) bool { return x.id == id })
	if len(rest) == len(mine) {
		return false
	}
	g.byOutlet[outlet] = rest
	return true
}

// wanting gives the registrations for a type of message, oldest first.
func (g *registrations) wanting(kind csta.RequestTypes) []*registration {
	var all []*registration
	for _, mine := range g.byOutlet {
		for _, x := range mine {
			if x.types&kind != 0 {
				all = append(all, x)
			}
		}
	}
	slices.SortFunc(all, func(a, b *registration) int { return cmp.Compare(a.serial, b.serial) })
	return all
}

// systemRegister has a session told of the system's status, or of changes to
// the list of devices (ECMA-269, System Register). Status that its filter names
// is not told. What the switching function can do does not change while it
// runs, so one who registers for that hears nothing.
func (s *Switch) systemRegister(r *Request, m *csta.SystemRegister) {
	if len(s.system.byOutlet[r.Outlet]) >= maxRegistrations {
		s.refuse(r, csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectRegistrationLimitExceeded, "a session registers at most %d times", maxRegistrations))
		return
	}
	x := &registration{outlet: r.Outlet, principal: r.Principal, types: m.RequestTypes, filter: m.RequestedStatusFilter}
	s.system.add(x)
	s.reply(r, &csta.SystemRegisterResponse{SysStatRegisterID: x.id, ActualStatusFilter: x.filter})
}

// systemRegisterCancel ends a registration (ECMA-269, System Register Cancel).
func (s *Switch) systemRegisterCancel(r *Request, m *csta.SystemRegisterCancel) {
	if !s.system.cancel(r.Outlet, m.SysStatRegisterID) {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCrossRefID, "this session has no registration %q", m.SysStatRegisterID))
		return
	}
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
	for _, x := range s.system.wanting(csta.RequestTypesSystemStatus) {
		if x.filter&flag == 0 {
			s.ask(x.outlet, &csta.SystemStatus{SysStatRegisterID: x.id, SystemStatus: status})
		}
	}
}
