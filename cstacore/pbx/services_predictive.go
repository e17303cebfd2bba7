package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// makePredictiveCall calls somebody outside and, when he answers, brings the
// call to a telephone of the tenant (ECMA-269, Make Predictive Call). Until
// then that telephone has no part in the call: a monitor of the call, whose id
// the response has, tells how it gets on.
func (s *Switch) makePredictiveCall(r *Request, m *csta.MakePredictiveCall) {
	calling, err := s.caller(r, m.CallingDevice)
	if err != nil {
		s.refuse(r, err)
		return
	}
	called, err := s.destination(m.CalledDirectoryNumber, calling)
	if err != nil {
		s.refuse(r, err)
		return
	}
	if s.direction(called) != record.Outbound {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "%q is not outside", called))
		return
	}
	if len(m.DestinationDetection) > 0 {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsDestinationDetectNotSupported, "who answers is not told apart"))
		return
	}
	origin := callmodel.Origin{
		Call: s.ids.Call(), Linkage: s.ids.Linkage(), Calling: calling, Called: called,
		Direction: record.Outbound, RequestedBy: r.Principal.User, Service: r.Message.Name(),
	}
	data := callmodel.Data{
		Correlator: m.CorrelatorData, User: m.UserData, Account: m.AccountCode, Auth: m.AuthCode,
		Characteristics: m.CallCharacteristics, Subject: m.SubjectOfCall, Languages: m.LanguagePreferences,
	}
	effects, err := s.model.Arrive(s.now, origin, data, called, csta.EventCauseMakePredictiveCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.MakePredictiveCallResponse{InitiatedCall: connectionID(origin.Call, calling), CallLinkageData: linkageData(origin.Linkage)})
	s.carryOut(r, effects)
	state := s.calls[origin.Call]
	state.predicts = &arrival{leg: line.Leg{Call: origin.Call, Device: calling}, cause: csta.EventCauseMakePredictiveCall}
	leg := line.Leg{Call: origin.Call, Device: called}
	state.arrivals = append(state.arrivals, &arrival{
		leg: leg, kind: callmodel.Network, cause: csta.EventCauseMakePredictiveCall, answered: csta.EventCauseMakePredictiveCall, rings: true,
		rung: alertTime(m.AlertTime),
	})
	s.trunk.Offer(line.Offer{Leg: leg, Calling: s.tenant.Trunk})
	s.startTimer(leg, ringTimer, state.arrivals[len(state.arrivals)-1].ringTime())
}

// alertTime is how long the called party of a predictive call is rung, asked
// for in seconds.
func alertTime(asked csta.Opt[int64]) time.Duration {
	seconds := asked.Or(int64(RingTime / time.Second))
	return time.Duration(max(1, min(seconds, int64(RingTime/time.Second)))) * time.Second
}
