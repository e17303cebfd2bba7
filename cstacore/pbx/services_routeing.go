package pbx

import (
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// maxRouters is how many routeing registrations a session may have.
const maxRouters = 64

// routeRegister registers a session to be asked where the calls of a route
// point go, or those of all that it controls (ECMA-269, Route Register). See
// routeing.go for who is asked where there are several.
func (s *Switch) routeRegister(r *Request, m *csta.RouteRegister) {
	g := &router{outlet: r.Outlet, principal: r.Principal}
	err := s.mayRegister(r, m, g)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.routers.serial++
	g.id = strconv.FormatUint(s.routers.serial, 10)
	s.routers.list = append(s.routers.list, g)
	s.reply(r, &csta.RouteRegisterResponse{RouteRegisterReqID: g.id, ActualRouteingMediaClass: csta.MediaClassVoice})
}

// mayRegister checks a registration, and says which route point it is for.
func (s *Switch) mayRegister(r *Request, m *csta.RouteRegister, g *router) (err error) {
	if m.RequestedRouteingMediaClass != 0 && !m.RequestedRouteingMediaClass.Has(csta.MediaClassVoice) {
		return csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithMedia, "calls are voice calls")
	}
	if len(slices.DeleteFunc(slices.Clone(s.routers.list), func(g *router) bool { return g.outlet != r.Outlet })) >= maxRouters {
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectRegistrationLimitExceeded, "a session registers for at most %d route points", maxRouters)
	}
	if !m.RouteingDevice.IsZero() {
		g.device, err = s.known(r, m.RouteingDevice, access.Control)
		if err == nil && !s.isRoutePoint(g.device) {
			err = csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithDevice, "device %q is no route point", g.device)
		}
		return err
	}
	for device := range s.devices {
		if s.isRoutePoint(device) && s.allowed(r, access.Control, device) {
			return nil
		}
	}
	return csta.OperationFault(csta.OperationErrorsPrivilegeViolationSpecifiedDevice, "user %s controls no route point", r.Principal.User)
}

// routeRegisterCancel ends a registration (ECMA-269, Route Register Cancel).
// What the session was asked already it may still answer.
func (s *Switch) routeRegisterCancel(r *Request, m *csta.RouteRegisterCancel) {
	i := slices.IndexFunc(s.routers.list, func(g *router) bool { return g.outlet == r.Outlet && g.id == m.RouteRegisterReqID })
	if i < 0 {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidRouteRegistrationCrossRefID, "this session has no routeing registration %q", m.RouteRegisterReqID))
		return
	}
	s.routers.list = slices.Delete(slices.Clone(s.routers.list), i, i+1)
	s.reply(r, &csta.RouteRegisterCancelResponse{})
}

// dialogue finds the dialogue that a session answers for.
func (s *Switch) dialogue(r *Request, crossRef, registration string) (*dialogue, error) {
	for _, d := range s.routers.dialogues {
		switch {
		case d.crossRef != crossRef || !d.answers(r.Outlet):
		case registration != "" && registration != d.router.id:
			return nil, csta.OperationFault(csta.OperationErrorsInvalidRouteRegistrationCrossRefID, "the dialogue %q is not of the registration %q", crossRef, registration)
		default:
			return d, nil
		}
	}
	return nil, csta.OperationFault(csta.OperationErrorsInvalidRouteingCrossRefID, "this session has no routeing dialogue %q", crossRef)
}

// awaiting finds a dialogue in which an answer is awaited; effects are those of
// the data that came with it.
func (s *Switch) awaiting(r *Request, crossRef, registration string, data *csta.CorrelatorData) (d *dialogue, effects []callmodel.Effect, err error) {
	if d, err = s.dialogue(r, crossRef, registration); err != nil {
		return nil, nil, err
	}
	if d.away {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidConnectionState, "the call of the dialogue %q is on its way", crossRef)
	}
	if data != nil {
		call, _ := s.model.Call(d.leg().Call)
		with := call.Data
		with.Correlator = data
		if effects, err = s.model.Attach(d.leg().Call, d.point, with); err != nil {
			return nil, nil, err
		}
	}
	s.stopTimer(d.leg(), routeTimer)
	return d, effects, nil
}

// routeSelect tells where a call is to go (ECMA-269, Route Select). Where it
// cannot get in anywhere, the session is asked again with ReRoute, as often as
// remainRetries allows; without that, and where nobody knows the count, as
// often as it takes, up to maxReRoutes times.
func (s *Switch) routeSelect(r *Request, m *csta.RouteSelect) {
	if len(m.AlternateRoutes) >= maxRoutes {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "at most %d destinations", maxRoutes))
		return
	}
	d, effects, err := s.awaiting(r, m.CrossRefIdentifier, m.RouteRegisterReqID, m.CorrelatorData)
	if err != nil {
		s.refuse(r, err)
		return
	}
	d.routes = append([]csta.DeviceID{m.RouteSelected}, m.AlternateRoutes...)
	d.tellUsed = m.RouteUsedReq.Or(false)
	d.reRoutes = maxReRoutes - d.asked
	if retry := m.RemainRetries; retry != nil {
		if retry.NoListAvailable.Or(false) {
			d.reRoutes = 0
		}
		if n, ok := retry.RetryCount.Get(); ok {
			d.reRoutes = int(max(0, min(n, int64(d.reRoutes))))
		}
	}
	s.done(r)
	s.carryOut(r, effects)
	s.tryRoutes(d, nil)
}

// rejections are the causes that callers hear of who are rejected.
var rejections = map[csta.RejectCause]csta.EventCause{
	csta.RejectCauseBusyOverflow:      csta.EventCauseBusyOverflow,
	csta.RejectCauseQueueTimeOverflow: csta.EventCauseQueueTimeOverflow,
	csta.RejectCauseCapacityOverflow:  csta.EventCauseCapacityOverflow,
	csta.RejectCauseCalendarOverflow:  csta.EventCauseCalendarOverflow,
	csta.RejectCauseUnknownOverflow:   csta.EventCauseUnknownOverflow,
}

// routeReject has a call fail at its route point (ECMA-269, Route Reject). That
// ends the dialogue.
func (s *Switch) routeReject(r *Request, m *csta.RouteReject) {
	d, effects, err := s.awaiting(r, m.CrossRefIdentifier, m.RouteRegisterReqID, m.CorrelatorData)
	if err != nil {
		s.refuse(r, err)
		return
	}
	cause := csta.EventCauseBusy
	if m.RejectCause != 0 {
		cause = rejections[m.RejectCause]
	}
	s.done(r)
	s.carryOut(r, effects)
	d.closed = true
	s.dropDialogue(d)
	s.arrivalFailed(d.came, cause)
}

// routeEnd ends a dialogue from the application's side (ECMA-269, Route End):
// the call goes by default, now, or when it cannot get in where it is going.
func (s *Switch) routeEnd(r *Request, m *csta.RouteEnd) {
	d, err := s.dialogue(r, m.CrossRefIdentifier, m.RouteRegisterReqID)
	var effects []callmodel.Effect
	if err == nil && !d.away {
		d, effects, err = s.awaiting(r, m.CrossRefIdentifier, m.RouteRegisterReqID, m.CorrelatorData)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.done(r)
	s.carryOut(r, effects)
	d.closed, d.routes = true, nil
	if !d.away {
		s.routeByDefault(d)
	}
}
