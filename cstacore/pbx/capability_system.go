package pbx

import "github.com/cstahub/cstahub/cstacore/csta"

// systemCapabilities are the services about the switching function itself: what
// it can do, how it is, and what is reported.
var systemCapabilities = []capability{
	{"GetCSTAFeatures", "GetCSTAFeatures", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetCSTAFeatures = csta.GetCSTAFeaturesCapsPrivateDataInReq | csta.GetCSTAFeaturesCapsPrivateDataInAck
	}},
	{"GetLogicalDeviceInformation", "GetLogicalDeviceInformation", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetLogicalDeviceInformation = csta.GetLogicalDeviceInformationCapsNamedDeviceTypeInAck |
			csta.GetLogicalDeviceInformationCapsMaxCallBacksInAck | csta.GetLogicalDeviceInformationCapsMaxAutoAnswerRingsInAck |
			csta.GetLogicalDeviceInformationCapsMaxActiveCallsInAck | csta.GetLogicalDeviceInformationCapsMaxHeldCallsInAck |
			csta.GetLogicalDeviceInformationCapsMaxFwdSettingsInAck | csta.GetLogicalDeviceInformationCapsMaxDevicesInConfInAck |
			csta.GetLogicalDeviceInformationCapsTransAndConfSetupParameter | csta.GetLogicalDeviceInformationCapsTransAndConfSetupConsultationInAck |
			csta.GetLogicalDeviceInformationCapsTransAndConfSetupHoldMakeInAck | csta.GetLogicalDeviceInformationCapsTransAndConfSetupAlternateInAck |
			csta.GetLogicalDeviceInformationCapsMediaClassSupportInAck
	}},
	{"GetPhysicalDeviceInformation", "GetPhysicalDeviceInformation", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetPhysicalDeviceInformation = csta.GetPhysicalDeviceInformationCapsNamedDeviceTypesInAck
	}},
	{"GetSwitchingFunctionCaps", "GetSwitchingFunctionCaps", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetSwitchingFunctionCaps = csta.GetSwitchingFunctionCapabilitiesCapsMediaClassSupportInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsCurrentTimeInAck | csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupParameterInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupConsultationInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupHoldMakeInAck | csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupAlternateInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsCorrelatorDataSupportedInAck | csta.GetSwitchingFunctionCapabilitiesCapsDynamicFeatureSupportedInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsCallLinkageOptionsInAck | csta.GetSwitchingFunctionCapabilitiesCapsACDModelsInAck
	}},
	{"GetSwitchingFunctionDevices", "GetSwitchingFunctionDevices", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetSwitchingFunctionDevices = csta.GetSwitchingFunctionDevicesCapsRequestedDeviceID |
			csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryACD | csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryPark |
			csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryRouteingDevice | csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryStation
	}},
	{"SwitchingFunctionDevices", "GetSwitchingFunctionDevices", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.SwitchingFunctionDevices = csta.SwitchingFunctionDevicesCapsSegmentID |
			csta.SwitchingFunctionDevicesCapsDeviceListDeviceCategory | csta.SwitchingFunctionDevicesCapsDeviceListNamedDeviceTypes |
			csta.SwitchingFunctionDevicesCapsDeviceListDeviceAttributes
	}},
	{"ChangeSysStatFilter", "ChangeSysStatFilter", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.ChangeSystemStatusFilter = csta.ChangeSystemStatusFilterCapsPrivateData | csta.ChangeSystemStatusFilterCapsPrivateDataInAck
	}},
	{"SystemRegister", "SystemRegister", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SystemRegister = csta.SystemRegisterCapsRequestTypesSystemStatus |
			csta.SystemRegisterCapsRequestTypesSwitchingFuncionDevicesChanged | csta.SystemRegisterCapsStatusFilterInitializing |
			csta.SystemRegisterCapsStatusFilterEnabled | csta.SystemRegisterCapsStatusFilterNormal | csta.SystemRegisterCapsStatusFilterMessageLost |
			csta.SystemRegisterCapsStatusFilterDisabled | csta.SystemRegisterCapsStatusFilterPartiallyDisabled |
			csta.SystemRegisterCapsStatusFilterOverloadImminent | csta.SystemRegisterCapsStatusFilterOverloadReached |
			csta.SystemRegisterCapsStatusFilterOverloadRelieved
	}},
	{"SystemRegisterCancel", "SystemRegisterCancel", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SystemStatusRegisterCancel = csta.SystemStatusRegisterCancelCapsPrivateData | csta.SystemStatusRegisterCancelCapsPrivateDataInAck
	}},
	{"RequestSystemStatus", "RequestSystemStatus", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.RequestSystemStatus = csta.RequestSystemStatusCapsSystemStatusNormal |
			csta.RequestSystemStatusCapsSwitchingFunctionSupportsReceiving
	}},
	{"SystemStatus", "SystemStatus", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SystemStatus = csta.SystemStatusCapsSystemStatusNormal | csta.SystemStatusCapsSystemStatusDisabled |
			csta.SystemStatusCapsSwitchingFunctionSupportsSending | csta.SystemStatusCapsSwitchingFunctionSupportsReceiving
	}},
	{"SwFunctionDevicesChanged", "SystemRegister", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SwFunctionDevicesChanged = csta.SwFunctionDevicesChangedCapsPrivateData | csta.SwFunctionDevicesChangedCapsPrivateDataInAck
	}},
	{"GetRegistrations", "GetRegistrations", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.GetRegistrations = csta.GetRegistrationsCapsPrivateData | csta.GetRegistrationsCapsPrivateDataInAck
	}},
	{"ChangeMonitorFilter", "ChangeMonitorFilter", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.ChangeMonitorFilter = csta.ChangeMonitorFilterCapsPrivateData | csta.ChangeMonitorFilterCapsPrivateDataInAck
	}},
	{"MonitorStart", "MonitorStart", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.MonitorStart = csta.MonitorStartCapsMonitorObjectDevice | csta.MonitorStartCapsMonitorObjectCall |
			csta.MonitorStartCapsRequestedMonitorFilter | csta.MonitorStartCapsMonitorTypeCall | csta.MonitorStartCapsMonitorTypeDevice |
			csta.MonitorStartCapsMonitorExistingCallsInAck | csta.MonitorStartCapsCallIDOnly | csta.MonitorStartCapsSwDomainDefaultForMonitorTypeIsDevice
	}},
	{"MonitorStop", "MonitorStop", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.MonitorStop = csta.MonitorStopCapsSwitchingFunctionSupportsSending | csta.MonitorStopCapsSwitchingFunctionSupportsReceiving
	}},
	{"GetMonitors", "GetMonitors", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.GetMonitors = csta.GetMonitorsCapsPrivateData | csta.GetMonitorsCapsPrivateDataInAck
	}},
	{"SnapshotCall", "SnapshotCall", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotCall = csta.SnapshotCallCapsLocaConnectionStateInAck | csta.SnapshotCallCapsCallCharacteristicsInAck |
			csta.SnapshotCallCapsCallingDeviceInAck | csta.SnapshotCallCapsCalledDeviceInAck | csta.SnapshotCallCapsSubjectOfCallInAck |
			csta.SnapshotCallCapsLanguagePreferencesInAck | csta.SnapshotCallCapsCallIDOnly
	}},
	{"SnapshotDevice", "SnapshotDevice", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotDevice = csta.SnapshotDeviceCapsLocalCallStateCompoundCallState | csta.SnapshotDeviceCapsReportsWithSnapsDeviceData
	}},
	{"SnapshotDeviceData", "SnapshotDevice", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotDeviceData = csta.SnapshotDeviceDataCapsSegmentID | csta.SnapshotDeviceDataCapsLocalCallStateCompoundCallState
	}},
}
