package pbx

import "github.com/cstahub/cstahub/cstacore/csta"

// eventCapabilities are the events, each with a service that brings it about.
var eventCapabilities = []eventCapability{
	{"CallClearedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsCallCleared}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.CallCleared = csta.CallClearedCapsCorrelatorData | csta.CallClearedCapsUserData | csta.CallClearedCapsCallCharacteristics |
			csta.CallClearedCapsCallLinkageData | csta.CallClearedCapsCallIDOnly
	}},
	{"ConferencedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsConferenced}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Conferenced = csta.ConferencedCapsConferenceConnectionsEndpointDeviceID | csta.ConferencedCapsUserData |
			csta.ConferencedCapsServicesPermitted | csta.ConferencedCapsCallCharacteristics
	}},
	{"ConnectionClearedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsConnectionCleared}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.ConnectionCleared = csta.ConnectionClearedCapsCorrelatorData | csta.ConnectionClearedCapsUserData |
			csta.ConnectionClearedCapsServicesPermitted | csta.ConnectionClearedCapsCallCharacteristics | csta.ConnectionClearedCapsCallLinkageData
	}},
	{"DeliveredEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsDelivered}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Delivered = csta.DeliveredCapsUserData | csta.DeliveredCapsServicesPermitted | csta.DeliveredCapsNetwCallingDevice |
			csta.DeliveredCapsNetwCalledDevice | csta.DeliveredCapsCallCharacteristics | csta.DeliveredCapsSubjectOfCall |
			csta.DeliveredCapsLanguagePreferences
	}},
	{"DigitsDialedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsDigitsDialed}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.DigitsDialed = csta.DigitsDialedCapsServicesPermitted | csta.DigitsDialedCapsNetwCallingDevice |
			csta.DigitsDialedCapsCallCharacteristics
	}},
	{"DivertedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsDiverted}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Diverted = csta.DivertedCapsCallingDevice | csta.DivertedCapsCalledDevice | csta.DivertedCapsUserData |
			csta.DivertedCapsServicesPermitted | csta.DivertedCapsCallCharacteristics | csta.DivertedCapsNetwCallingDevice | csta.DivertedCapsNetwCalledDevice |
			csta.DivertedCapsSubjectOfCall | csta.DivertedCapsLanguagePreferences | csta.DivertedCapsSendsDivertedToAll
	}},
	{"EstablishedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsEstablished}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Established = csta.EstablishedCapsUserData | csta.EstablishedCapsServicesPermitted | csta.EstablishedCapsNetwCallingDevice |
			csta.EstablishedCapsNetwCalledDevice | csta.EstablishedCapsCallCharacteristics | csta.EstablishedCapsSubjectOfCall |
			csta.EstablishedCapsLanguagePreferences
	}},
	{"FailedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsFailed}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Failed = csta.FailedCapsUserData | csta.FailedCapsServicesPermitted | csta.FailedCapsNetwCallingDevice |
			csta.FailedCapsNetwCalledDevice | csta.FailedCapsCallCharacteristics | csta.FailedCapsSubjectOfCall | csta.FailedCapsLanguagePreferences
	}},
	{"HeldEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsHeld}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Held = csta.HeldCapsCorrelatorData | csta.HeldCapsServicesPermitted | csta.HeldCapsCallCharacteristics |
			csta.HeldCapsCallLinkageData
	}},
	{"NetworkReachedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsNetworkReached}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.NetwReached = csta.NetwReachedCapsUserData | csta.NetwReachedCapsServicesPermitted | csta.NetwReachedCapsCallCharacteristics |
			csta.NetwReachedCapsNetwCallingDevice | csta.NetwReachedCapsNetwCalledDevice | csta.NetwReachedCapsLanguagePreferences
	}},
	{"OfferedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsOffered}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Offered = csta.OfferedCapsUserData | csta.OfferedCapsServicesPermitted | csta.OfferedCapsNetwCallingDevice |
			csta.OfferedCapsNetwCalledDevice | csta.OfferedCapsCallCharacteristics | csta.OfferedCapsSubjectOfCall | csta.OfferedCapsLanguagePreferences
	}},
	{"OriginatedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsOriginated}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Originated = csta.OriginatedCapsServicesPermitted | csta.OriginatedCapsNetwCallingDevice | csta.OriginatedCapsNetwCalledDevice |
			csta.OriginatedCapsCallCharacteristics | csta.OriginatedCapsSubjectOfCall | csta.OriginatedCapsLanguagePreferences
	}},
	{"QueuedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsQueued}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Queued = csta.QueuedCapsUserData | csta.QueuedCapsServicesPermitted | csta.QueuedCapsNetwCallingDevice |
			csta.QueuedCapsNetwCalledDevice | csta.QueuedCapsCallCharacteristics | csta.QueuedCapsSubjectOfCall | csta.QueuedCapsLanguagePreferences
	}},
	{"RetrievedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsRetrieved}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Retrieved = csta.RetrievedCapsCorrelatorData | csta.RetrievedCapsServicesPermitted | csta.RetrievedCapsCallCharacteristics |
			csta.RetrievedCapsCallLinkageData
	}},
	{"ServiceInitiatedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsServiceInitiated}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.ServiceInitiated = csta.ServiceInitiatedCapsServicesPermitted | csta.ServiceInitiatedCapsCallCharacteristics |
			csta.ServiceInitiatedCapsNetwCallingDevice | csta.ServiceInitiatedCapsNetwCalledDevice | csta.ServiceInitiatedCapsSubjectOfCall |
			csta.ServiceInitiatedCapsLanguagePreferences | csta.ServiceInitiatedCapsCalledDevice
	}},
	{"TransferedEvent", "MonitorStart", csta.MonitorFilter{Callcontrol: csta.CallControlEventsTransferred}, func(l *csta.ServEvtsList) {
		l.CallControlEvtsList.Transferred = csta.TransferredCapsTransferredConnectionsEndpointDeviceID | csta.TransferredCapsUserData |
			csta.TransferredCapsServicesPermitted | csta.TransferredCapsCallCharacteristics
	}},
	{"CallInformationEvent", "AssociateData", csta.MonitorFilter{CallAssociated: csta.CallAssociatedEventsCallInformation}, func(l *csta.ServEvtsList) {
		l.CallAssociatedEvtsList.CallInformation = csta.CallInformationCapsCallingDevice | csta.CallInformationCapsAccountInfo |
			csta.CallInformationCapsAuthorisatinonCode | csta.CallInformationCapsCorrelatorData | csta.CallInformationCapsServicesPermitted |
			csta.CallInformationCapsUserData | csta.CallInformationCapsCallQualifyingData | csta.CallInformationCapsCallLinkageData |
			csta.CallInformationCapsCallCharacteristics | csta.CallInformationCapsSubjectOfCall | csta.CallInformationCapsLanguagePreferences
	}},
	{"DigitsGeneratedEvent", "GenerateDigits", csta.MonitorFilter{CallAssociated: csta.CallAssociatedEventsDigitsGenerated}, func(l *csta.ServEvtsList) {
		l.CallAssociatedEvtsList.DigitsGenerated = csta.DigitsGeneratedCapsPrivateData
	}},
	{"TelephonyTonesGeneratedEvent", "GenerateTelephonyTones", csta.MonitorFilter{CallAssociated: csta.CallAssociatedEventsTelephonyTonesGenerated}, func(l *csta.ServEvtsList) {
		l.CallAssociatedEvtsList.TelephonyTonesGenerated.Set(csta.TelephonyTonesGeneratedCapsToneDuration)
	}},
	{"AgentBusyEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentBusy}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentBusy = csta.AgentBusyCapsPrivateData
	}},
	{"AgentLoggedOffEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentLoggedOff}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentLoggedOff = csta.AgentLoggedOffCapsPrivateData
	}},
	{"AgentLoggedOnEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentLoggedOn}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentLoggedOn = csta.AgentLoggedOnCapsPrivateData
	}},
	{"AgentNotReadyEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentNotReady}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentNotReady = csta.AgentNotReadyCapsPrivateData
	}},
	{"AgentReadyEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentReady}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentReady = csta.AgentReadyCapsPrivateData
	}},
	{"AgentWorkingAfterCallEvent", "SetAgentState", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAgentWorkingAfterCall}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AgentWorkingAfterCall = csta.AgentWorkingAfterCallCapsPrivateData
	}},
	{"AutoAnswerEvent", "SetAutoAnswer", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAutoAnswer}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AutoAnswer = csta.AutoAnswerCapsNumberOfRings
	}},
	{"AutoWorkModeEvent", "SetAutoWorkMode", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsAutoWorkMode}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.AutoWorkMode = csta.AutoWorkModeCapsPrivateData
	}},
	{"CallBackEvent", "CallBack", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsCallBack}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.CallBack = csta.CallBackEventCapsPrivateData
	}},
	{"CallBackMessageEvent", "CallBackMessage", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsCallBackMessage}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.CallBackMessage = csta.CallBackMessageEventCapsPrivateData
	}},
	{"CallerIDStatusEvent", "SetCallerIDStatus", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsCallerIDStatus}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.CallerIDStatus = csta.CallerIDStatusCapsPrivateData
	}},
	{"DoNotDisturbEvent", "SetDoNotDisturb", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsDoNotDisturb}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.DoNotDisturb = csta.DoNotDisturbCapsCallOriginationParameter | csta.DoNotDisturbCapsCallOriginationInternal |
			csta.DoNotDisturbCapsCallOriginationExternal | csta.DoNotDisturbCapsCallingDeviceList
	}},
	{"ForwardingEvent", "SetForwarding", csta.MonitorFilter{LogicalDeviceFeature: csta.LogicalDeviceFeatureEventsForwarding}, func(l *csta.ServEvtsList) {
		l.LogicalEvtsList.Forwarding = csta.ForwardingCapsForwardingTypeBusy | csta.ForwardingCapsForwardingTypeBusyInt |
			csta.ForwardingCapsForwardingTypeBusyExt | csta.ForwardingCapsForwardingTypeDND | csta.ForwardingCapsForwardingTypeDNDInt |
			csta.ForwardingCapsForwardingTypeDNDExt | csta.ForwardingCapsForwardingTypeNoAns | csta.ForwardingCapsForwardingTypeNoAnsInt |
			csta.ForwardingCapsForwardingTypeNoAnsExt | csta.ForwardingCapsForwardingTypeImmediate | csta.ForwardingCapsForwardingTypeImmInt |
			csta.ForwardingCapsForwardingTypeImmExt | csta.ForwardingCapsForwardTo | csta.ForwardingCapsRingCount | csta.ForwardingCapsRingDuration
	}},
	{"ButtonInformationEvent", "SetButtonInformation", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsButtonInformation}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.ButtonInformation = csta.ButtonInformationCapsButtonLabel | csta.ButtonInformationCapsButtonAssociatedNumber |
			csta.ButtonInformationCapsButtonPressIndicator
	}},
	{"ButtonPressEvent", "ButtonPress", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsButtonPress}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.ButtonPress = csta.ButtonPressEventCapsButtonLabel | csta.ButtonPressEventCapsButtonAssociatedNumber
	}},
	{"DisplayUpdatedEvent", "SetDisplay", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsDisplayUpdated}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.DisplayUpdated = csta.DisplayUpdatedCapsCharacterSetUnicode
	}},
	{"HookswitchEvent", "SetHookswitchStatus", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsHookswitch}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.Hookswitch = csta.HookswitchCapsPrivateData
	}},
	{"LampModeEvent", "SetLampMode", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsLampMode}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.LampMode.Set(
			csta.LampModeCapsLampModeBrokenFlutter, csta.LampModeCapsLampModeFlutter, csta.LampModeCapsLampModeOff, csta.LampModeCapsLampModeSteady,
			csta.LampModeCapsLampModeWink, csta.LampModeCapsLampColorRed, csta.LampModeCapsLampColorGreen,
		)
	}},
	{"MessageWaitingEvent", "SetMessageWaitingIndicator", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsMessageWaiting}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.MessageWaiting = csta.MessageWaitingCapsDeviceForMsg
	}},
	{"MicrophoneGainEvent", "SetMicrophoneGain", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsMicrophoneGain}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.MicrophoneGain = csta.MicrophoneGainCapsPrivateData
	}},
	{"MicrophoneMuteEvent", "SetMicrophoneMute", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsMicrophoneMute}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.MicrophoneMute = csta.MicrophoneMuteCapsPrivateData
	}},
	{"RingerStatusEvent", "SetRingerStatus", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsRingerStatus}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.RingerStatus = csta.RingerStatusCapsRingerModeRinging | csta.RingerStatusCapsRingerModeNotRinging |
			csta.RingerStatusCapsRingPattern | csta.RingerStatusCapsRingVolumeAbs
	}},
	{"SpeakerMuteEvent", "SetSpeakerMute", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsSpeakerMute}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.SpeakerMute = csta.SpeakerMuteCapsPrivateData
	}},
	{"SpeakerVolumeEvent", "SetSpeakerVolume", csta.MonitorFilter{PhysicalDeviceFeature: csta.PhysicalDeviceFeatureEventsSpeakerVolume}, func(l *csta.ServEvtsList) {
		l.PhysDevEvtsList.SpeakerVolume = csta.SpeakerVolumeCapsSpeakerVolumeAbs
	}},
	{"DeviceCapsChangedEvent", "GetLogicalDeviceInformation", csta.MonitorFilter{Maintenance: csta.DeviceMaintenanceEventsDeviceCapabilityChanged}, func(l *csta.ServEvtsList) {
		l.DeviceMaintEvtsList.DeviceCapsChanged = csta.DeviceCapsChangedCapsPrivateData
	}},
}
