package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// associateData attaches data to a call (ECMA-269, Associate Data). What the
// request does not name stays as it is.
func (s *Switch) associateData(r *Request, m *csta.AssociateData) {
	leg, err := s.connection(r, m.ExistingCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	data := call.Data
	if m.CorrelatorData != nil {
		data.Correlator = m.CorrelatorData
	}
	if len(m.AccountCode) > 0 {
		data.Account = m.AccountCode
	}
	if len(m.AuthCode) > 0 {
		data.Auth = m.AuthCode
	}
	if len(m.CallQualifyingData) > 0 {
		data.Qualifying = m.CallQualifyingData
	}
	if m.CallCharacteristics != 0 {
		data.Characteristics = m.CallCharacteristics
	}
	if m.SubjectOfCall != "" {
		data.Subject = m.SubjectOfCall
	}
	if m.LanguagePreferences != "" {
		data.Languages = m.LanguagePreferences
	}
	effects, err := s.model.Attach(leg.Call, leg.Device, data)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.AssociateDataResponse{})
	s.carryOut(r, effects)
}

// sendUserInformation sends data to the other parties of a call (ECMA-269,
// Send User Information).
func (s *Switch) sendUserInformation(r *Request, m *csta.SendUserInformation) {
	leg, err := s.connection(r, m.ExistingCall)
	if err != nil {
		s.refuse(r, err)
		return
	}
	call, _ := s.model.Call(leg.Call)
	data := call.Data
	data.User = &m.UserData
	effects, err := s.model.Attach(leg.Call, leg.Device, data)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.SendUserInformationResponse{})
	s.carryOut(r, effects)
}

// maxDigits is how many digits one request may send.
const maxDigits = 100

// generateDigits sends DTMF digits into a call (ECMA-269, Generate Digits).
func (s *Switch) generateDigits(r *Request, m *csta.GenerateDigits) {
	leg, err := s.connection(r, m.ConnectionToSendDigits)
	if err != nil {
		s.refuse(r, err)
		return
	}
	digits := strings.ToUpper(strings.TrimSpace(m.CharactersToSend))
	switch {
	case m.DigitMode == csta.DigitModeRotaryPulse:
		s.refuse(r, csta.OperationFault(csta.OperationErrorsDigitModeNotSupported, "digits are sent as tones"))
		return
	case digits == "" || len(digits) > maxDigits || strings.Trim(digits, "0123456789*#ABCD,") != "":
		s.refuse(r, csta.OperationFault(csta.OperationErrorsToneCharacterOutOfRange, "%q: want 1 to %d of the characters 0 to 9, *, #, A to D, and a comma for a pause", m.CharactersToSend, maxDigits))
		return
	}
	s.reply(r, &csta.GenerateDigitsResponse{})
	s.phones.Digits(leg, digits)
	s.tell(leg, csta.CallAssociatedEventsDigitsGenerated, func(head csta.EventHead) csta.Event {
		return &csta.DigitsGeneratedEvent{EventHead: head, Connection: connectionID(leg.Call, leg.Device), DigitGeneratedList: digits}
	})
}

// generateTelephonyTones sends a tone into a call (ECMA-269, Generate Telephony
// Tones).
func (s *Switch) generateTelephonyTones(r *Request, m *csta.GenerateTelephonyTones) {
	leg, err := s.connection(r, m.ConnectionToSendTone)
	if err != nil {
		s.refuse(r, err)
		return
	}
	if m.ToneToSend == 0 {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "no tone is named"))
		return
	}
	s.reply(r, &csta.GenerateTelephonyTonesResponse{})
	s.tell(leg, csta.CallAssociatedEventsTelephonyTonesGenerated, func(head csta.EventHead) csta.Event {
		return &csta.TelephonyTonesGeneratedEvent{
			EventHead: head, Connection: connectionID(leg.Call, leg.Device), ToneGenerated: m.ToneToSend, ToneDuration: m.ToneDuration,
		}
	})
}

// cancelTelephonyTones ends a tone (ECMA-269, Cancel Telephony Tones).
func (s *Switch) cancelTelephonyTones(r *Request, m *csta.CancelTelephonyTones) {
	if _, err := s.connection(r, m.ConnectionToStopTone); err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.CancelTelephonyTonesResponse{})
}

// tell tells the monitors of all devices in a call of something that changes
// no connection.
func (s *Switch) tell(leg line.Leg, flag csta.CallAssociatedEvents, event func(csta.EventHead) csta.Event) {
	call, ok := s.model.Call(leg.Call)
	if !ok {
		return
	}
	for i := range call.Connections {
		c := &call.Connections[i]
		var p *Publication
		for _, m := range s.monitors.of(c.Device) {
			if c.Kind == callmodel.Network || m.callType || m.filter.CallAssociated&flag != 0 {
				continue
			}
			if p == nil {
				p = &Publication{Event: event(csta.EventHead{Time: s.now, Local: connectionID(leg.Call, c.Device)})}
			}
			s.notify(m, p)
		}
	}
	var p *Publication
	for _, m := range s.monitors.following(leg.Call) {
		if m.filter.CallAssociated&flag != 0 {
			continue
		}
		if p == nil {
			p = &Publication{Event: event(csta.EventHead{Time: s.now})}
		}
		s.notify(m, p)
	}
}

// dialDigits continues the number that a caller who is off hook, or prompted,
// has begun to dial (ECMA-269, Dial Digits).
func (s *Switch) dialDigits(r *Request, m *csta.DialDigits) {
	leg, err := s.connection(r, m.DiallingConnection)
	if err != nil {
		s.refuse(r, err)
		return
	}
	digits, more := strings.CutSuffix(strings.TrimSpace(m.DiallingSequence.Value), ";")
	number, ok := Number(digits)
	call, _ := s.model.Call(leg.Call)
	if !ok || len(call.Called)+len(number) > maxNumber {
		s.refuse(r, csta.OperationFault(csta.OperationErrorsInvalidCalledDeviceID, "%q cannot be dialled", m.DiallingSequence.Value))
		return
	}
	effects, err := s.model.Dial(leg.Call, leg.Device, number, more, csta.EventCauseNormal)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, &csta.DialDigitsResponse{})
	s.carryOut(r, effects)
	s.goOn(leg)
}

// goOn sends a call on its way when its number is complete.
func (s *Switch) goOn(leg line.Leg) {
	call, ok := s.model.Call(leg.Call)
	state := s.calls[leg.Call]
	if !ok || !state.offHook {
		return
	}
	if callmodel.Dialling(call.Called) && !s.names.Internal(strings.TrimSuffix(call.Called, ";")) {
		s.startTimer(leg, digitTimer, DigitTime)
		return
	}
	s.originate(leg)
}

// dialledAtLine takes digits that were dialled at the telephone: part of the
// number as long as there is no call, DTMF afterwards.
func (s *Switch) dialledAtLine(_ *callmodel.Call, r line.Report, conn callmodel.Connection) {
	number, ok := Number(r.Digits)
	switch {
	case !ok:
	case conn.State == csta.LocalConnectionStateInitiated:
		if s.apply(s.model.Dial(r.Leg.Call, r.Leg.Device, number, true, csta.EventCauseNormal)) {
			s.goOn(r.Leg)
		}
	case conn.State == csta.LocalConnectionStateConnected:
		s.tell(r.Leg, csta.CallAssociatedEventsDigitsGenerated, func(head csta.EventHead) csta.Event {
			return &csta.DigitsGeneratedEvent{EventHead: head, Connection: connectionID(r.Leg.Call, r.Leg.Device), DigitGeneratedList: number}
		})
	}
}
