package pbx

import (
	"slices"
	"strconv"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// This file is how calls leave a route point. A call that reaches one is queued
// there while an application is asked where it is to go. It then goes there; if
// it cannot get in, it comes back and the application is asked again. Where no
// application is registered, or none answers, it goes to the route point's
// default destination.
//
// Of several applications, those registered for the route point itself come
// before those registered for all; of these the one registered longest is
// asked, and the next one when its session ends.

const (
	// RouteReplyTime is how long an application may take to say where a call is
	// to go; then it goes to the default destination.
	RouteReplyTime = 5 * time.Second
	// maxReRoutes is how often an application is asked again for one call.
	maxReRoutes = 10
	// maxRoutes is how many destinations one answer may name.
	maxRoutes = 20
)

// router is a registration of an application to be asked (ECMA-269, routeing
// registration).
type router struct {
	id        string
	outlet    Outlet
	principal *access.Principal
	// device is the route point, empty for all that the application controls.
	device string
}

// routers are all registrations, oldest first, and the routeing dialogues. The
// zero value is ready to use.
type routers struct {
	list   []*router
	serial uint64
	// dialogues are those that are open, oldest first.
	dialogues []*dialogue
	crossRefs uint64
}

// dialogue is one call at a route point, and what is asked and answered about
// it (ECMA-269, routeing dialogue).
type dialogue struct {
	point string
	// came is how the call came to the route point; its leg is the one there.
	came *arrival
	// crossRef and router are who was asked, under which name; router is nil
	// where nobody is (any more).
	crossRef string
	router   *router
	// closed: the application wants to hear no more of it.
	closed bool
	// away: the call is on its way to a destination.
	away bool
	// routes are the destinations that are left of the last answer.
	routes []csta.DeviceID
	// reRoutes is how often the application may be asked again.
	reRoutes, asked int
	// tellUsed: the application wants to hear where the call has gone.
	tellUsed bool
}

// leg is the call at the route point.
func (d *dialogue) leg() line.Leg { return d.came.leg }

// answers reports whether a session is the one that answers for a dialogue.
func (d *dialogue) answers(outlet Outlet) bool {
	return d.router != nil && !d.closed && d.router.outlet == outlet
}

// enterRoutePoint has a call wait at a route point, and asks where it is to go.
func (s *Switch) enterRoutePoint(a *arrival) {
	point := a.leg.Device
	if slices.Contains(a.forwards, point) || len(a.forwards) >= maxForwards {
		s.arrivalFailed(a, csta.EventCauseDestNotObtainable)
		return
	}
	if !s.apply(s.model.Enqueue(s.now, a.leg.Call, point, callmodel.Waiting, a.cause)) {
		s.arrivalFailed(a, csta.EventCauseBusy)
		return
	}
	a.rings = true
	d := &dialogue{point: point, came: a}
	state := s.calls[a.leg.Call]
	state.dialogues = append(state.dialogues, d)
	s.askRouter(d)
}

// askRouter asks the first application there is, or has the call go by default.
func (s *Switch) askRouter(d *dialogue) {
	d.router = s.routerOf(d.point)
	call, ok := s.model.Call(d.leg().Call)
	if d.router == nil || !ok {
		s.routeByDefault(d)
		return
	}
	s.routers.crossRefs++
	d.crossRef = strconv.FormatUint(s.routers.crossRefs, 10)
	s.routers.dialogues = append(s.routers.dialogues, d)
	calling, point, routed := extended(call.Calling), extended(d.point), connectionID(call.Call, d.point)
	s.ask(d.router.outlet, &csta.RouteRequest{
		CrossRefIdentifier: d.crossRef, RouteRegisterReqID: d.router.id, CurrentRoute: extended(s.defaultRoute(d.point)),
		CallingDevice: &calling, RouteingDevice: &point, RoutedCall: &routed, RouteSelAlgorithm: csta.SelectValueNormal,
		Priority:     csta.Some(call.Characteristics&csta.CallCharacteristicsPriorityCall != 0),
		ReplyTimeout: replyTimeout, CorrelatorData: call.Correlator, CallCharacteristics: call.Characteristics,
		CallLinkageData: linkageData(call.Linkage), SubjectOfCall: call.Subject, LanguagePreferences: call.Languages,
	})
	s.startTimer(d.leg(), routeTimer, RouteReplyTime)
}

// replyTimeout is RouteReplyTime as messages tell it, in milliseconds.
var replyTimeout = csta.Some(int64(RouteReplyTime / time.Millisecond))

// routerOf gives the registration that is asked for a route point, nil where
// there is none.
func (s *Switch) routerOf(point string) *router {
	for _, wanted := range []string{point, ""} {
		for _, g := range s.routers.list {
			if g.device == wanted && access.Allowed(g.principal, access.Control, s.tenant.ID, point) {
				return g
			}
		}
	}
	return nil
}

// tryRoutes sends a call to the first destination that is left and can be
// dialled. Where none is left, the application is asked for others, as often as
// it may be, and then the call goes by default; fault says what was wrong with
// the last one.
func (s *Switch) tryRoutes(d *dialogue, fault *csta.Fault) {
	for len(d.routes) > 0 {
		route := d.routes[0]
		d.routes = d.routes[1:]
		to, err := s.newDestination(d.leg().Call, route)
		if err == nil {
			s.routeTo(d, to)
			return
		}
		fault = csta.FaultOf(err)
	}
	switch {
	case d.closed:
		s.routeByDefault(d)
	case d.router == nil:
		s.askRouter(d) // the one who routed it is gone
	case d.reRoutes == 0:
		s.endDialogue(d, fault)
		s.routeByDefault(d)
	default:
		d.reRoutes--
		d.asked++
		call, _ := s.model.Call(d.leg().Call)
		s.ask(d.router.outlet, &csta.ReRoute{
			CrossRefIdentifier: d.crossRef, RouteRegisterReqID: d.router.id, ReplyTimeout: replyTimeout,
			CorrelatorData: call.Correlator, CallLinkageData: linkageData(call.Linkage),
		})
		s.startTimer(d.leg(), routeTimer, RouteReplyTime)
	}
}

// routeTo sends a call from the route point to a destination.
func (s *Switch) routeTo(d *dialogue, to string) {
	d.away = true
	if !s.apply(s.model.Divert(s.now, d.leg().Call, d.point, to, csta.EventCauseRedirected)) {
		d.away = false // nobody is there who could go
		s.endDialogue(d, csta.FaultOf(csta.StateFault(csta.StateIncompatibilityErrorsInvalidConnectionState, "nobody is in the call")))
		return
	}
	s.bring(&arrival{
		leg: line.Leg{Call: d.leg().Call, Device: to}, cause: csta.EventCauseRedirected, route: d,
		forwards: append(slices.Clone(d.came.forwards), d.point),
	})
}

// routeByDefault sends a call to the route point's default destination, where
// it rings, or fails, like any call.
func (s *Switch) routeByDefault(d *dialogue) {
	s.dropDialogue(d)
	s.stopTimer(d.leg(), routeTimer)
	to := s.defaultRoute(d.point)
	switch {
	case to == "":
		s.arrivalFailed(d.came, csta.EventCauseDestNotObtainable)
	case s.inCall(d.leg().Call, to):
		s.arrivalFailed(d.came, csta.EventCauseBusy) // such as the caller himself
	case s.apply(s.model.Divert(s.now, d.leg().Call, d.point, to, csta.EventCauseRedirected)):
		s.bring(&arrival{
			leg: line.Leg{Call: d.leg().Call, Device: to}, cause: csta.EventCauseRedirected, recall: d.came.recall,
			forwards: append(slices.Clone(d.came.forwards), d.point),
		})
	}
}

// defaultRoute is where the calls of a route point go that nobody routes, empty
// for nowhere.
func (s *Switch) defaultRoute(point string) string {
	if d := s.devices[point]; d != nil {
		return d.Default
	}
	return ""
}

// routeFailed brings a call back to its route point, because it could not get
// in where it was routed to. It reports false for a call that nobody routes.
func (s *Switch) routeFailed(a *arrival, cause csta.EventCause) bool {
	d := a.route
	if d == nil || !d.away || !s.isRoutePoint(d.point) {
		return false
	}
	call, ok := s.model.Call(a.leg.Call)
	if !ok {
		return false
	}
	switch conn, joined := call.Connection(a.leg.Device); {
	case joined && conn.Kind == callmodel.Network:
		s.apply(s.model.Withdraw(s.now, a.leg.Call, a.leg.Device, d.point, cause))
	case joined:
		return false
	case a.kind == callmodel.Station:
		s.apply(s.model.Redirect(s.now, a.leg.Call, a.leg.Device, d.point, cause))
	}
	if !s.apply(s.model.Enqueue(s.now, a.leg.Call, d.point, callmodel.Waiting, csta.EventCauseRedirected)) {
		return false
	}
	d.away = false
	s.tryRoutes(d, routeFault(cause, a.leg.Device))
	return true
}

// routeFault says in an error's words why a call could not get in.
func routeFault(cause csta.EventCause, device string) *csta.Fault {
	if cause == csta.EventCauseDestNotObtainable {
		return csta.FaultOf(csta.OperationFault(csta.OperationErrorsInvalidDestination, "the call cannot get to %q", device))
	}
	return csta.FaultOf(csta.StateFault(csta.StateIncompatibilityErrorsInvalidDestinationDeviceState, "the call cannot get to %q: %s", device, cause))
}

// routed finds out whether a call that was routed has got in: it rings, or
// waits in a queue or at another route point.
func (s *Switch) routed(e *callmodel.Effect) {
	state, ok := s.calls[e.Call.Call]
	if !ok {
		return
	}
	a := s.arrivalAt(line.Leg{Call: e.Call.Call, Device: e.Subject.Device})
	for _, d := range slices.Clone(state.dialogues) {
		switch {
		case !d.away || e.Subject.Device == d.point:
		case a != nil && a.route == d:
			s.gotIn(a)
		case a == nil && e.Subject.Kind == callmodel.Waiting:
			s.gotIn(&arrival{leg: line.Leg{Call: e.Call.Call, Device: e.Subject.Device}, kind: e.Subject.Kind, route: d})
		}
	}
}

// gotIn ends the dialogue of a call that is where it was routed to, and has
// told so if that is wanted.
func (s *Switch) gotIn(a *arrival) {
	d := a.route
	a.route, a.recall = nil, d.came.recall
	if call, ok := s.model.Call(a.leg.Call); ok && d.tellUsed && d.router != nil && !d.closed {
		calling := extended(call.Calling)
		s.ask(d.router.outlet, &csta.RouteUsed{
			CrossRefIdentifier: d.crossRef, RouteRegisterReqID: d.router.id, RouteUsed: extended(a.leg.Device), CallingDevice: &calling,
			Domain: csta.Some(a.kind != callmodel.Network), CorrelatorData: call.Correlator, CallLinkageData: linkageData(call.Linkage),
		})
	}
	s.endDialogue(d, nil)
}

// leftRoutePoint ends the dialogue of a call that has left the route point by
// itself: deflected, or picked up.
func (s *Switch) leftRoutePoint(e *callmodel.Effect) {
	if d := s.dialogueAt(line.Leg{Call: e.Call.Call, Device: e.Subject.Device}); d != nil {
		s.endDialogue(d, csta.FaultOf(csta.StateFault(csta.StateIncompatibilityErrorsInvalidConnectionState, "the call has left %q", d.point)))
	}
}

// dialogueAt gives the dialogue about a call that waits at a route point.
func (s *Switch) dialogueAt(leg line.Leg) *dialogue {
	if state, ok := s.calls[leg.Call]; ok {
		for _, d := range state.dialogues {
			if d.point == leg.Device && !d.away {
				return d
			}
		}
	}
	return nil
}

// routedCallEnded ends the dialogues of a call that is over.
func (s *Switch) routedCallEnded(state *callState) {
	for _, d := range slices.Clone(state.dialogues) {
		s.endDialogue(d, csta.FaultOf(csta.OperationFault(csta.OperationErrorsInvalidCallID, "the call is over")))
	}
}

// movedInRouteing has a call that became part of another one be routed as that.
func (s *Switch) movedInRouteing(from, into string) {
	old, state := s.calls[from], s.calls[into]
	for _, d := range old.dialogues {
		if t := old.timers[timerKey{routeTimer, d.point}]; t != nil {
			s.startTimer(line.Leg{Call: into, Device: d.point}, routeTimer, t.due.Sub(s.now))
		}
		d.came.leg.Call = into
	}
	state.dialogues = append(state.dialogues, old.dialogues...)
	old.dialogues = nil
}

// endDialogue ends a dialogue, and says so to the application that was asked;
// fault is what went wrong, nil where nothing did.
func (s *Switch) endDialogue(d *dialogue, fault *csta.Fault) {
	s.stopTimer(d.leg(), routeTimer)
	s.dropDialogue(d)
	if d.router == nil || d.closed {
		return
	}
	end := &csta.RouteEnd{CrossRefIdentifier: d.crossRef, RouteRegisterReqID: d.router.id}
	if fault != nil {
		end.ErrorValue = &fault.Code
	}
	d.closed = true
	s.ask(d.router.outlet, end)
}

// dropDialogue forgets a dialogue.
func (s *Switch) dropDialogue(d *dialogue) {
	is := func(o *dialogue) bool { return o == d }
	s.routers.dialogues = slices.DeleteFunc(s.routers.dialogues, is)
	if state, ok := s.calls[d.leg().Call]; ok {
		state.dialogues = slices.DeleteFunc(state.dialogues, is)
	}
}

// routeTimedOut has a call go by default that nobody routed in time.
func (s *Switch) routeTimedOut(leg line.Leg) {
	if d := s.dialogueAt(leg); d != nil {
		s.endDialogue(d, csta.FaultOf(csta.OperationFault(csta.OperationErrorsRouteingTimerExpired, "no answer within %v", RouteReplyTime)))
		s.routeByDefault(d)
	}
}

// routerLeft ends the registrations of a session that has ended, and asks the
// next application about the calls that it was asked about.
func (s *Switch) routerLeft(outlet Outlet) {
	s.routers.list = slices.DeleteFunc(s.routers.list, func(g *router) bool { return g.outlet == outlet })
	for _, d := range slices.Clone(s.routers.dialogues) {
		if d.router == nil || d.router.outlet != outlet {
			continue
		}
		d.router = nil
		s.routers.dialogues = slices.DeleteFunc(s.routers.dialogues, func(o *dialogue) bool { return o == d })
		if !d.away {
			s.stopTimer(d.leg(), routeTimer)
			d.routes, d.tellUsed = nil, false
			s.askRouter(d)
		}
	}
}

// isRoutePoint reports whether a device is one at which calls are routed.
func (s *Switch) isRoutePoint(device string) bool {
	d := s.devices[device]
	return d != nil && d.Kind == record.DeviceRoute
}

// routePointGone ends the registrations for a device that is no route point any
// more.
func (s *Switch) routePointGone(device string) {
	s.abortRouters(func(g *router) bool { return g.device == device })
}

// abortRouters ends registrations, and says so to their applications.
func (s *Switch) abortRouters(which func(*router) bool) {
	rest := make([]*router, 0, len(s.routers.list))
	for _, g := range s.routers.list {
		if which(g) {
			s.ask(g.outlet, &csta.RouteRegisterAbort{RouteRegisterReqID: g.id})
		} else {
			rest = append(rest, g)
		}
	}
	s.routers.list = rest
}
