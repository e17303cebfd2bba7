package pbx

import "github.com/cstahub/cstahub/cstacore/csta"

// deviceCapabilities are the services about what devices are set to.
var deviceCapabilities = []capability{
	{"CallBackNonCallRelated", "CallBackNonCallRelated", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.CallBackNonCallRel = csta.CallBackNonCallRelCapsPrivateData | csta.CallBackNonCallRelCapsPrivateDataInAck
	}},
	{"CallBackMessageNonCallRelated", "CallBackMessageNonCallRelated", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.CallBackMsgNonCallRel = csta.CallBackMsgNonCallRelCapsPrivateData | csta.CallBackMsgNonCallRelCapsPrivateDataInAck
	}},
	{"CancelCallBack", "CancelCallBack", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.CancelCallBack = csta.CancelCallBackCapsPrivateData | csta.CancelCallBackCapsPrivateDataInAck
	}},
	{"CancelCallBackMessage", "CancelCallBackMessage", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.CancelCallBackMsg = csta.CancelCallBackMsgCapsPrivateData | csta.CancelCallBackMsgCapsPrivateDataInAck
	}},
	{"GetAgentState", "GetAgentState", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetAgentState = csta.GetAgentStateCapsPrivateData | csta.GetAgentStateCapsPrivateDataInAck
	}},
	{"GetAutoAnswer", "GetAutoAnswer", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetAutoAnswer = csta.GetAutoAnswerCapsNumberOfRingsInAck
	}},
	{"GetAutoWorkMode", "GetAutoWorkMode", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetAutoWorkMode = csta.GetAutoWorkModeCapsPrivateData | csta.GetAutoWorkModeCapsPrivateDataInAck
	}},
	{"GetCallBack", "GetCallBack", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetCallBack = csta.GetCallBackCapsPrivateData | csta.GetCallBackCapsPrivateDataInAck
	}},
	{"GetCallerIDStatus", "GetCallerIDStatus", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetCallerIDStatus = csta.GetCallerIDStatusCapsPrivateData | csta.GetCallerIDStatusCapsPrivateDataInAck
	}},
	{"GetDoNotDisturb", "GetDoNotDisturb", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetDoNotDisturb = csta.GetDoNotDisturbCapsCallOriginParameterInAck | csta.GetDoNotDisturbCapsCallOriginInternInAck |
			csta.GetDoNotDisturbCapsCallOriginExternInAck | csta.GetDoNotDisturbCapsCallingDeviceListInAck
	}},
	{"GetForwarding", "GetForwarding", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetForwarding = csta.GetForwardingCapsForwardListInAck | csta.GetForwardingCapsForwardListImmediateInAck |
			csta.GetForwardingCapsForwardListBusyInAck | csta.GetForwardingCapsForwardListDNDInAck | csta.GetForwardingCapsForwardListNoAnsInAck |
			csta.GetForwardingCapsForwardListBusyIntInAck | csta.GetForwardingCapsForwardListBusyExtInAck | csta.GetForwardingCapsForwardListDNDIntInAck |
			csta.GetForwardingCapsForwardListDNDExtInAck | csta.GetForwardingCapsForwardListNoAnsIntInAck | csta.GetForwardingCapsForwardListNoAnsExtInAck |
			csta.GetForwardingCapsForwardListImmIntInAck | csta.GetForwardingCapsForwardListImmExtInAck | csta.GetForwardingCapsForwardDNInAck |
			csta.GetForwardingCapsRingCountInAck
	}},
	{"GetLastNumberDialed", "GetLastNumberDialed", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetLastNumberDialed = csta.GetLastNumberDialedCapsPrivateData | csta.GetLastNumberDialedCapsPrivateDataInAck
	}},
	{"GetRouteingMode", "GetRouteingMode", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.GetRouteingMode = csta.GetRouteingModeCapsPrivateData | csta.GetRouteingModeCapsPrivateDataInAck
	}},
	{"SetAgentState", "SetAgentState", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetAgentState = csta.SetAgentStateCapsPrivateData | csta.SetAgentStateCapsPrivateDataInAck
	}},
	{"SetAutoAnswer", "SetAutoAnswer", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetAutoAnswer = csta.SetAutoAnswerCapsNumberOfRings
	}},
	{"SetAutoWorkMode", "SetAutoWorkMode", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetAutoWorkMode = csta.SetAutoWorkModeCapsPrivateData | csta.SetAutoWorkModeCapsPrivateDataInAck
	}},
	{"SetCallerIDStatus", "SetCallerIDStatus", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetCallerIDStatus = csta.SetCallerIDStatusCapsPrivateData | csta.SetCallerIDStatusCapsPrivateDataInAck
	}},
	{"SetDoNotDisturb", "SetDoNotDisturb", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetDoNotDisturb = csta.SetDoNotDisturbCapsCallOriginationInternal | csta.SetDoNotDisturbCapsCallOriginationExternal |
			csta.SetDoNotDisturbCapsCallingDeviceList
	}},
	{"SetForwarding", "SetForwarding", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetForwarding = csta.SetForwardingCapsForwardingTypeBusy | csta.SetForwardingCapsForwardingTypeBusyInt |
			csta.SetForwardingCapsForwardingTypeBusyExt | csta.SetForwardingCapsForwardingTypeDND | csta.SetForwardingCapsForwardingTypeDNDInt |
			csta.SetForwardingCapsForwardingTypeDNDExt | csta.SetForwardingCapsForwardingTypeNoAns | csta.SetForwardingCapsForwardingTypeNoAnsInt |
			csta.SetForwardingCapsForwardingTypeNoAnsExt | csta.SetForwardingCapsForwardingTypeImmediate | csta.SetForwardingCapsForwardingTypeImmInt |
			csta.SetForwardingCapsForwardingTypeImmExt | csta.SetForwardingCapsForwardDN | csta.SetForwardingCapsRingCount | csta.SetForwardingCapsRingDuration
	}},
	{"SetRouteingMode", "SetRouteingMode", groupLogical, func(l *csta.ServEvtsList) {
		l.LogicalServList.SetRouteingMode = csta.SetRouteingModeCapsPrivateData | csta.SetRouteingModeCapsPrivateDataInAck
	}},
	{"ButtonPress", "ButtonPress", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.ButtonPress = csta.ButtonPressCapsAckModelMultiStep
	}},
	{"GetAuditoryApparatusInformation", "GetAuditoryApparatusInformation", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetAuditoryApparatusInfo = csta.GetAuditoryApparatusInfoCapsAuditoryApparatus |
			csta.GetAuditoryApparatusInfoCapsAuditoryApparatusTypeHandset | csta.GetAuditoryApparatusInfoCapsSpeakerPresent |
			csta.GetAuditoryApparatusInfoCapsSpeakerVolumeSettable | csta.GetAuditoryApparatusInfoCapsSpeakerVolumeReadable |
			csta.GetAuditoryApparatusInfoCapsSpeakerMuteSettable | csta.GetAuditoryApparatusInfoCapsSpeakerMuteReadable |
			csta.GetAuditoryApparatusInfoCapsMicrophonePresent | csta.GetAuditoryApparatusInfoCapsMicrophoneMuteSettable |
			csta.GetAuditoryApparatusInfoCapsMicrophoneMuteReadable | csta.GetAuditoryApparatusInfoCapsHookswitchSettable |
			csta.GetAuditoryApparatusInfoCapsHookswitchOnHook
	}},
	{"GetButtonInformation", "GetButtonInformation", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetButtonInformation = csta.GetButtonInformationCapsButton | csta.GetButtonInformationCapsButtonLabelInAck |
			csta.GetButtonInformationCapsButtonLabelSettableInAck | csta.GetButtonInformationCapsButtonFunctionInAck |
			csta.GetButtonInformationCapsButtonAssociatedNumberInAck | csta.GetButtonInformationCapsButtonAssociatedNumberSettableInAck |
			csta.GetButtonInformationCapsListOfLampsInAck
	}},
	{"GetDisplay", "GetDisplay", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetDisplay = csta.GetDisplayCapsDisplayID | csta.GetDisplayCapsCharacterSetUnicode
	}},
	{"GetHookswitchStatus", "GetHookswitchStatus", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetHookSwitchStatus = csta.GetHookSwitchStatusCapsHookSwitch
	}},
	{"GetLampInformation", "GetLampInformation", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetLampInfo = csta.GetLampInfoCapsLamp | csta.GetLampInfoCapsLampLabelInAck | csta.GetLampInfoCapsButtonInAck | csta.GetLampInfoCapsLampColorInAck
	}},
	{"GetLampMode", "GetLampMode", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetLampMode = csta.GetLampModeCapsLamp | csta.GetLampModeCapsLampModeInAck | csta.GetLampModeCapsLampColorInAck | csta.GetLampModeCapsButtonInAck
	}},
	{"GetMessageWaitingIndicator", "GetMessageWaitingIndicator", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetMessageWaitingIndicator = csta.GetMessageWaitingIndicatorCapsDeviceForMsgInAck
	}},
	{"GetMicrophoneGain", "GetMicrophoneGain", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetMicrophoneGain = csta.GetMicrophoneGainCapsPrivateData | csta.GetMicrophoneGainCapsPrivateDataInAck
	}},
	{"GetMicrophoneMute", "GetMicrophoneMute", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetMicrophoneMute = csta.GetMicrophoneMuteCapsAuditoryApparatus
	}},
	{"GetRingerStatus", "GetRingerStatus", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetRingerStatus = csta.GetRingerStatusCapsRinger | csta.GetRingerStatusCapsRingPatternInAck |
			csta.GetRingerStatusCapsRingVolumeAbsInAck
	}},
	{"GetSpeakerMute", "GetSpeakerMute", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetSpeakerMute = csta.GetSpeakerMuteCapsAuditoryApparatus
	}},
	{"GetSpeakerVolume", "GetSpeakerVolume", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.GetSpeakerVolume = csta.GetSpeakerVolumeCapsAuditoryApparatus | csta.GetSpeakerVolumeCapsSpeakerVolAbsInAck
	}},
	{"SetButtonInformation", "SetButtonInformation", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetButtonInformation = csta.SetButtonInformationCapsButtonLabel | csta.SetButtonInformationCapsButtonAssociatedNumber
	}},
	{"SetDisplay", "SetDisplay", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetDisplay = csta.SetDisplayCapsOffset
	}},
	{"SetHookswitchStatus", "SetHookswitchStatus", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetHookSwitchStatus = csta.SetHookSwitchStatusCapsAckModelMultiStep
	}},
	{"SetLampMode", "SetLampMode", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetLampMode.Set(
			csta.SetLampModeCapsLampModeBrokenFlutter, csta.SetLampModeCapsLampModeFlutter, csta.SetLampModeCapsLampModeOff,
			csta.SetLampModeCapsLampModeSteady, csta.SetLampModeCapsLampModeWink,
		)
	}},
	{"SetMessageWaitingIndicator", "SetMessageWaitingIndicator", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetMessageWaitingIndicator = csta.SetMessageWaitingIndicatorCapsDeviceForMsg
	}},
	{"SetMicrophoneGain", "SetMicrophoneGain", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetMicrophoneGain = csta.SetMicrophoneGainCapsPrivateData | csta.SetMicrophoneGainCapsPrivateDataInAck
	}},
	{"SetMicrophoneMute", "SetMicrophoneMute", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetMicrophoneMute = csta.SetMicrophoneMuteCapsPrivateData | csta.SetMicrophoneMuteCapsPrivateDataInAck
	}},
	{"SetRingerStatus", "SetRingerStatus", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetRingerStatus = csta.SetRingerStatusCapsRingerModeRinging | csta.SetRingerStatusCapsRingerModeNotRinging |
			csta.SetRingerStatusCapsRingVolumeAbs
	}},
	{"SetSpeakerMute", "SetSpeakerMute", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetSpeakerMute = csta.SetSpeakerMuteCapsPrivateData | csta.SetSpeakerMuteCapsPrivateDataInAck
	}},
	{"SetSpeakerVolume", "SetSpeakerVolume", groupPhysical, func(l *csta.ServEvtsList) {
		l.PhysDevServList.SetSpeakerVolume = csta.SetSpeakerVolumeCapsSpeakerVolumeAbs
	}},
}
