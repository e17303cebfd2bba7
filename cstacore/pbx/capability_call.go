package pbx

import "github.com/cstahub/cstahub/cstacore/csta"

// callCapabilities are the services about calls.
var callCapabilities = []capability{
	{"AcceptCall", "AcceptCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.AcceptCall = csta.AcceptCallCapsDeviceIDOnly | csta.AcceptCallCapsAckModelMultiStep
	}},
	{"AlternateCall", "AlternateCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.AlternateCall = csta.AlternateCallCapsHold | csta.AlternateCallCapsDeviceIDOnly
	}},
	{"AnswerCall", "AnswerCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.AnswerCall = csta.AnswerCallCapsAlerting | csta.AnswerCallCapsInitiated | csta.AnswerCallCapsDeviceIDOnly |
			csta.AnswerCallCapsSupportsOfferedModeOfAlerting | csta.AnswerCallCapsAckModelMultiStep
	}},
	{"CallBack", "CallBack", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.CallBack = csta.CallBackCapsAlerting | csta.CallBackCapsFailed | csta.CallBackCapsTargetDeviceInAck |
			csta.CallBackCapsDeviceIDOnly | csta.CallBackCapsAckModelMultiStep
	}},
	{"CallBackMessage", "CallBackMessage", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.CallBackMessage = csta.CallBackMessageCapsPrivateData | csta.CallBackMessageCapsPrivateDataInAck
	}},
	{"CamponCall", "CamponCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.CampOnCall = csta.CampOnCallCapsDeviceIDOnly | csta.CampOnCallCapsAckModelMultiStep
	}},
	{"ClearCall", "ClearCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ClearCall = csta.ClearCallCapsAlerting | csta.ClearCallCapsConnected | csta.ClearCallCapsFailed | csta.ClearCallCapsQueued |
			csta.ClearCallCapsInitiated | csta.ClearCallCapsHold | csta.ClearCallCapsDeviceIDOnly | csta.ClearCallCapsCallIDOnly | csta.ClearCallCapsReason
	}},
	{"ClearConnection", "ClearConnection", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ClearConnection = csta.ClearConnectionCapsAlerting | csta.ClearConnectionCapsConnected | csta.ClearConnectionCapsFail |
			csta.ClearConnectionCapsQueued | csta.ClearConnectionCapsInitiated | csta.ClearConnectionCapsHold | csta.ClearConnectionCapsReason |
			csta.ClearConnectionCapsDeviceIDOnly
	}},
	{"ConferenceCall", "ConferenceCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ConferenceCall = csta.ConferenceCallCapsActiveCallConnected | csta.ConferenceCallCapsHeldCallHold |
			csta.ConferenceCallCapsConnectionParameterInAck | csta.ConferenceCallCapsEndpointDeviceID | csta.ConferenceCallCapsDeviceIDOnly
	}},
	{"ConsultationCall", "ConsultationCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ConsultationCall = csta.ConsultationCallCapsAccountCode | csta.ConsultationCallCapsAuthCode |
			csta.ConsultationCallCapsCorrelatorData | csta.ConsultationCallCapsUserData | csta.ConsultationCallCapsCallCharacteristics |
			csta.ConsultationCallCapsSubjectOfCall | csta.ConsultationCallCapsLanguagePreferences | csta.ConsultationCallCapsDeviceIDOnly |
			csta.ConsultationCallCapsMultiStage | csta.ConsultationCallCapsAckModelMultiStep
	}},
	{"DeflectCall", "DeflectCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.DeflectCall = csta.DeflectCallCapsAlerting | csta.DeflectCallCapsQueued | csta.DeflectCallCapsReason |
			csta.DeflectCallCapsDeviceIDOnly | csta.DeflectCallCapsAckModelMultiStep
	}},
	{"DialDigits", "DialDigits", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.DialDigits = csta.DialDigitsCapsDeviceIDOnly | csta.DialDigitsCapsAckModelMultiStep
	}},
	{"DirectedPickupCall", "DirectedPickupCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.DirectedPickupCall = csta.DirectedPickupCallCapsAlerting | csta.DirectedPickupCallCapsQueued |
			csta.DirectedPickupCallCapsPickedCallInAck | csta.DirectedPickupCallCapsDeviceIDOnly | csta.DirectedPickupCallCapsSupportsOfferedModeOfAlerting |
			csta.DirectedPickupCallCapsAckModelMultiStep
	}},
	{"GroupPickupCall", "GroupPickupCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.GroupPickupCall = csta.GroupPickupCallCapsAlerting | csta.GroupPickupCallCapsPickGroup |
			csta.GroupPickupCallCapsPickedCallInAck | csta.GroupPickupCallCapsSupportsOfferedModeOfAlerting | csta.GroupPickupCallCapsAckModelMultiStep
	}},
	{"HoldCall", "HoldCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.HoldCall = csta.HoldCallCapsDeviceIDOnly
	}},
	{"IntrudeCall", "IntrudeCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.IntrudeCall = csta.IntrudeCallCapsParticipationTypeSilent | csta.IntrudeCallCapsParticipationTypeActive |
			csta.IntrudeCallCapsDeviceIDOnly | csta.IntrudeCallCapsSupportsConference
	}},
	{"JoinCall", "JoinCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.JoinCall = csta.JoinCallCapsAutoOriginatePrompt | csta.JoinCallCapsAutoOriginateDoNotPrompt |
			csta.JoinCallCapsParticipationTypeSilent | csta.JoinCallCapsParticipationTypeActive | csta.JoinCallCapsConferencedCallInAck |
			csta.JoinCallCapsDeviceIDOnly | csta.JoinCallCapsSupportsPrompting | csta.JoinCallCapsAckModelMultiStep
	}},
	{"MakeCall", "MakeCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.MakeCall = csta.MakeCallCapsNull | csta.MakeCallCapsAccountCode | csta.MakeCallCapsAuthCode |
			csta.MakeCallCapsAutoOriginatePrompt | csta.MakeCallCapsAutoOriginateDoNotPrompt | csta.MakeCallCapsCorrelatorData | csta.MakeCallCapsUserData |
			csta.MakeCallCapsCallCharacteristics | csta.MakeCallCapsSubjectOfCall | csta.MakeCallCapsLanguagePreferences | csta.MakeCallCapsMultiStage |
			csta.MakeCallCapsSupportsPrompting | csta.MakeCallCapsAckModelMultiStep
	}},
	{"MakeConnection", "MakeConnection", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.MakeConnection = csta.MakeConnectionCapsPrivateData | csta.MakeConnectionCapsPrivateDataInAck
	}},
	{"MakePredictiveCall", "MakePredictiveCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.MakePredictiveCall = csta.MakePredictiveCallCapsAccountCode | csta.MakePredictiveCallCapsAuthCode |
			csta.MakePredictiveCallCapsAlertTime | csta.MakePredictiveCallCapsCorrelatorData | csta.MakePredictiveCallCapsCallCharacteristics |
			csta.MakePredictiveCallCapsSubjectOfCall | csta.MakePredictiveCallCapsLanguagePreferences | csta.MakePredictiveCallCapsUserData |
			csta.MakePredictiveCallCapsAckModelMultiStep
	}},
	{"ParkCall", "ParkCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ParkCall = csta.ParkCallCapsConnected | csta.ParkCallCapsDeviceIDOnly
	}},
	{"ReconnectCall", "ReconnectCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.ReconnectCall = csta.ReconnectCallCapsAlerting | csta.ReconnectCallCapsConnected | csta.ReconnectCallCapsFail |
			csta.ReconnectCallCapsDeviceIDOnly
	}},
	{"RetrieveCall", "RetrieveCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.RetrieveCall = csta.RetrieveCallCapsDeviceIDOnly
	}},
	{"SendMessage", "SendMessage", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.SendMessage = csta.SendMessageCapsPrivateData | csta.SendMessageCapsPrivateDataInAck
	}},
	{"SingleStepConferenceCall", "SingleStepConferenceCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.SingleStepConference = csta.SingleStepConferenceCapsParticipationTypeActive |
			csta.SingleStepConferenceCapsParticipationTypeSilent | csta.SingleStepConferenceCapsDeviceIDOnly | csta.SingleStepConferenceCapsAckModelMultiStep
	}},
	{"SingleStepTransferCall", "SingleStepTransferCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.SingleStepTransfer = csta.SingleStepTransferCapsConnectionParameterInAck | csta.SingleStepTransferCapsEndpointDeviceID |
			csta.SingleStepTransferCapsDeviceIDOnly | csta.SingleStepTransferCapsAckModelMultiStep
	}},
	{"TransferCall", "TransferCall", groupCallControl, func(l *csta.ServEvtsList) {
		l.CallControlServList.TransferCall = csta.TransferCallCapsActiveCallConnected | csta.TransferCallCapsHeldCallHold |
			csta.TransferCallCapsConnectionsParameterInAck | csta.TransferCallCapsEndpointDeviceID | csta.TransferCallCapsDeviceIDOnly
	}},
	{"AssociateData", "AssociateData", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.AssociateData = csta.AssociateDataCapsAccountCode | csta.AssociateDataCapsAuthCode | csta.AssociateDataCapsCorrelatorData |
			csta.AssociateDataCapsCallQualifyingData | csta.AssociateDataCapsCallCharacteristics | csta.AssociateDataCapsSubjectOfCall |
			csta.AssociateDataCapsLanguagePreferences | csta.AssociateDataCapsDeviceIDOnly
	}},
	{"CancelTelephonyTones", "CancelTelephonyTones", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.CancelTelephonyTones = csta.CancelTelephonyTonesCapsPrivateData | csta.CancelTelephonyTonesCapsPrivateDataInAck
	}},
	{"ChangeConnectionInformation", "ChangeConnectionInformation", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.ChangeConnectionInformation = csta.ChangeConnectionInformationCapsPrivateData |
			csta.ChangeConnectionInformationCapsPrivateDataInAck
	}},
	{"GenerateDigits", "GenerateDigits", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.GenerateDigits = csta.GenerateDigitsCapsDigitModeDTMF | csta.GenerateDigitsCapsDeviceIDOnly |
			csta.GenerateDigitsCapsSupportsDTMFTonesABCD | csta.GenerateDigitsCapsSupportsPauseToneChar
	}},
	{"GenerateTelephonyTones", "GenerateTelephonyTones", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.GenerateTelephonyTones = tonesGiven()
	}},
	{"SendUserInformation", "SendUserInformation", groupCallAssociated, func(l *csta.ServEvtsList) {
		l.CallAssociatedServList.SendUserInformation = csta.SendUserInformationCapsDeviceIDOnly
	}},
	{"RouteRegister", "RouteRegister", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteRegister = csta.RouteRegisterCapsRouteingDevice | csta.RouteRegisterCapsRequestedMonitorMediaClass |
			csta.RouteRegisterCapsRequestedMonitorMediaClassVoice | csta.RouteRegisterCapsActualRouteingMediaClassInAck |
			csta.RouteRegisterCapsAllRouteingDevices
	}},
	{"RouteRegisterCancel", "RouteRegisterCancel", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteRegisterCancel = csta.RouteRegisterCancelCapsPrivateData | csta.RouteRegisterCancelCapsPrivateDataInAck
	}},
	{"RouteRegisterAbort", "RouteRegister", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteRegisterAbort = csta.RouteRegisterAbortCapsPrivateData
	}},
	{"ReRoute", "RouteSelect", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.ReRoute = csta.ReRouteCapsReplyTimeout | csta.ReRouteCapsCorrelatorData
	}},
	{"RouteEnd", "RouteEnd", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteEnd = csta.RouteEndCapsErrorValue | csta.RouteEndCapsCorrelatorData | csta.RouteEndCapsSupportsSending |
			csta.RouteEndCapsSupportsReceiving
	}},
	{"RouteReject", "RouteReject", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteReject = csta.RouteRejectCapsRejectCauseBusyOverflow | csta.RouteRejectCapsRejectCauseQueueTimeOverflow |
			csta.RouteRejectCapsRejectCauseCapacityOverflow | csta.RouteRejectCapsRejectCauseCalendarOverflow | csta.RouteRejectCapsRejectCauseUnknownOverflow |
			csta.RouteRejectCapsCorrelatorData
	}},
	{"RouteRequest", "RouteRegister", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteRequest = csta.RouteRequestCapsCallingDevice | csta.RouteRequestCapsRouteingDevice |
			csta.RouteRequestCapsRouteSelAlgorithmNormal | csta.RouteRequestCapsPriority | csta.RouteRequestCapsReplyTimeout |
			csta.RouteRequestCapsCorrelatorData | csta.RouteRequestCapsCallCharacteristics | csta.RouteRequestCapsSubjectOfCall |
			csta.RouteRequestCapsLanguagePreferences
	}},
	{"RouteSelect", "RouteSelect", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteSelect = csta.RouteSelectCapsAlternateRoutes | csta.RouteSelectCapsRemainRetriesNoListAvailable |
			csta.RouteSelectCapsRemainRetriesNoCountAvailable | csta.RouteSelectCapsRemainRetriesRetryCount | csta.RouteSelectCapsRouteUsed |
			csta.RouteSelectCapsCorrelatorData
	}},
	{"RouteUsed", "RouteSelect", groupRouteing, func(l *csta.ServEvtsList) {
		l.RouteingServList.RouteUsed = csta.RouteUsedCapsCallingDevice | csta.RouteUsedCapsDomain | csta.RouteUsedCapsCorrelatorData
	}},
}
