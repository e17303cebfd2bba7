package pbx

import (
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// consultationCall puts a call aside and makes another one from the same
// device (ECMA-269, Consultation Call).
func (s *Switch) consultationCall(r *Request, m *csta.ConsultationCall) {
	leg, err := s.connection(r, m.ExistingCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	called, err := s.destination(m.ConsultedDevice, leg.Device)
	if err != nil {
		s.refuse(r, err)
		return
	}
	existing, _ := s.model.Call(leg.Call)
	held, err := s.model.Hold(s.now, leg.Call, leg.Device, csta.EventCauseConsultation)
	if err != nil {
		s.refuse(r, err)
		return
	}
	origin := callmodel.Origin{
		Call: s.ids.Call(), Linkage: existing.Linkage, Calling: leg.Device, Called: called, Consults: leg.Call,
		Direction: s.direction(called), RequestedBy: r.Principal.User, Service: r.Message.Name(),
	}
	data := callmodel.Data{
		Correlator: m.CorrelatorData, User: m.UserData, Account: m.AccountCode, Auth: m.AuthCode,
		Characteristics: m.CallCharacteristics, Subject: m.SubjectOfCall, Languages: m.LanguagePreferences,
	}
	if data.Correlator == nil {
		data.Correlator = existing.Correlator
	}
	initiated, err := s.model.Initiate(s.now, origin, data, leg.Device, true, csta.EventCauseConsultation)
	if err != nil {
		// Nobody has heard of the hold yet, and nobody needs to.
		_, _ = s.model.Retrieve(s.now, leg.Call, leg.Device, csta.EventCauseConsultation)
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.ConsultationCallResponse{
		InitiatedCall: connectionID(origin.Call, leg.Device), CallLinkageData: linkageData(origin.Linkage),
	})
	s.carryOut(r, held)
	s.phones.Hold(leg)
	s.carryOut(r, initiated)
	s.calls[origin.Call].cause = csta.EventCauseConsultation
	s.pickUpFirst(line.Leg{Call: origin.Call, Device: leg.Device}, called, false)
}

// alternateCall holds the active call and takes the held one up again
// (ECMA-269, Alternate Call).
func (s *Switch) alternateCall(r *Request, m *csta.AlternateCall) {
	h, a, err := s.twoCalls(r, m.HeldCall, m.ActiveCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	held, err := s.model.Hold(s.now, a.Call, a.Device, csta.EventCauseAlternate)
	if err != nil {
		s.refuse(r, err)
		return
	}
	retrieved, err := s.model.Retrieve(s.now, h.Call, h.Device, csta.EventCauseAlternate)
	if err != nil {
		_, _ = s.model.Retrieve(s.now, a.Call, a.Device, csta.EventCauseAlternate)
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.AlternateCallResponse{})
	s.carryOut(r, held)
	s.phones.Hold(a)
	s.carryOut(r, retrieved)
	s.phones.Retrieve(h)
}

// reconnectCall releases the active call and takes the held one up again
// (ECMA-269, Reconnect Call).
func (s *Switch) reconnectCall(r *Request, m *csta.ReconnectCall) {
	h, a, err := s.twoCalls(r, m.HeldCall, m.ActiveCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	cleared, err := s.model.Clear(s.now, a.Call, a.Device, a.Device, csta.EventCauseNormalClearing)
	if err != nil {
		s.refuse(r, err)
		return
	}
	retrieved, err := s.model.Retrieve(s.now, h.Call, h.Device, csta.EventCauseNormal)
	reconnected := connectionID(h.Call, h.Device)
	s.reply(r, &csta.ReconnectCallResponse{ReconnectedConnection: &reconnected})
	s.carryOut(r, cleared)
	if err == nil {
		s.carryOut(r, retrieved)
		s.phones.Retrieve(h)
	}
}

// transferCall brings the parties of a held and an active call together, and
// takes the device that had both out (ECMA-269, Transfer Call). The active
// call's party may still be rung.
func (s *Switch) transferCall(r *Request, m *csta.TransferCall) {
	h, a, err := s.twoCalls(r, m.HeldCall, m.ActiveCall)
	if err == nil {
		err = s.model.CheckMerge("TransferCall", h.Call, a.Call, h.Device)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	effects := s.merge("TransferCall", h, a, csta.EventCauseTransfer)
	told := effects[len(effects)-1]
	s.reply(r, &csta.TransferCallResponse{
		TransferredCall: connectionID(h.Call, told.To), Connections: connectionList(&told), CallLinkageDataList: linkageList(&told),
	})
	s.carryOut(r, effects)
	for _, leg := range []line.Leg{h, a} {
		s.phones.Release(leg, csta.EventCauseTransfer)
	}
	if rings := s.arrivalAt(line.Leg{Call: h.Call, Device: told.To}); rings != nil {
		rings.recall = h.Device // whom nobody answered gets it back
	}
	s.freed(h.Device)
}

// conferenceCall brings the parties of a held and an active call together,
// with the device that had both (ECMA-269, Conference Call).
func (s *Switch) conferenceCall(r *Request, m *csta.ConferenceCall) {
	h, a, err := s.twoCalls(r, m.HeldCall, m.ActiveCall)
	if err == nil {
		err = s.model.CheckMerge("ConferenceCall", h.Call, a.Call, h.Device)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	effects := s.merge("ConferenceCall", h, a, csta.EventCauseConference)
	told := effects[len(effects)-1]
	s.reply(r, &csta.ConferenceCallResponse{
		ConferenceCall: connectionID(h.Call, h.Device), Connections: connectionList(&told), CallLinkageDataList: linkageList(&told),
	})
	s.carryOut(r, effects)
	s.phones.Release(a, csta.EventCauseConference)
	s.phones.Retrieve(h)
}

// merge has the model bring two calls together that it has found to go
// together, and takes over what is under way for the devices of the active one.
func (s *Switch) merge(service string, h, a line.Leg, cause csta.EventCause) []callmodel.Effect {
	s.adopt(h.Call, a.Call, a.Device, callmodel.Merges[service].Stays)
	effects, err := s.model.Merge(service, s.now, h.Call, a.Call, h.Device, cause)
	if err != nil {
		panic("pbx: calls that go together do not: " + err.Error())
	}
	return effects
}
