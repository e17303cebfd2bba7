package pbx

import "github.com/cstahub/cstahub/cstacore/csta"

// systemCapabilities are the services about the switching function itself: what
// it can do, how it is, and what is reported.
var systemCapabilities = []capability{
	{"GetCSTAFeatures", "GetCSTAFeatures", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetCSTAFeatures = csta.GetCSTAFeaturesCapsPrivateDataInReq | csta.GetCSTAFeaturesCapsPrivateDataInAck
	}},
	{"GetLogicalDeviceInformation", "GetLogicalDeviceInformation", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetLogicalDeviceInformation = csta.GetLogicalDeviceInformationCapsPrivateDataInReq |
			csta.GetLogicalDeviceInformationCapsNamedDeviceTypeInAck | csta.GetLogicalDeviceInformationCapsMaxCallBacksInAck |
			csta.GetLogicalDeviceInformationCapsMaxActiveCallsInAck | csta.GetLogicalDeviceInformationCapsMaxHeldCallsInAck |
			csta.GetLogicalDeviceInformationCapsMaxDevicesInConfInAck | csta.GetLogicalDeviceInformationCapsTransAndConfSetupParameter |
			csta.GetLogicalDeviceInformationCapsTransAndConfSetupConsultationInAck | csta.GetLogicalDeviceInformationCapsTransAndConfSetupHoldMakeInAck |
			csta.GetLogicalDeviceInformationCapsTransAndConfSetupAlternateInAck | csta.GetLogicalDeviceInformationCapsMediaClassSupportInAck |
			csta.GetLogicalDeviceInformationCapsPrivateDataInAck
	}},
	{"GetPhysicalDeviceInformation", "GetPhysicalDeviceInformation", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetPhysicalDeviceInformation = csta.GetPhysicalDeviceInformationCapsPrivateDataInReq |
			csta.GetPhysicalDeviceInformationCapsNamedDeviceTypesInAck | csta.GetPhysicalDeviceInformationCapsPrivateDataInAck
	}},
	{"GetSwitchingFunctionCaps", "GetSwitchingFunctionCaps", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetSwitchingFunctionCaps = csta.GetSwitchingFunctionCapabilitiesCapsPrivateDataInReq |
			csta.GetSwitchingFunctionCapabilitiesCapsMediaClassSupportInAck | csta.GetSwitchingFunctionCapabilitiesCapsCurrentTimeInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupParameterInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupConsultationInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupHoldMakeInAck | csta.GetSwitchingFunctionCapabilitiesCapsTransAndConfSetupAlternateInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsCorrelatorDataSupportedInAck | csta.GetSwitchingFunctionCapabilitiesCapsDynamicFeatureSupportedInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsCallLinkageOptionsInAck | csta.GetSwitchingFunctionCapabilitiesCapsACDModelsInAck |
			csta.GetSwitchingFunctionCapabilitiesCapsPrivateDataInAck
	}},
	{"GetSwitchingFunctionDevices", "GetSwitchingFunctionDevices", groupExchange, func(l *csta.ServEvtsList) {
		l.CapExchangeServList.GetSwitchingFunctionDevices = csta.GetSwitchingFunctionDevicesCapsRequestedDeviceID |
			csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryACD | csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryPark |
			csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryRouteingDevice | csta.GetSwitchingFunctionDevicesCapsRequestedDeviceCategoryStation |
			csta.GetSwitchingFunctionDevicesCapsPrivateData | csta.GetSwitchingFunctionDevicesCapsPrivateDataInAck
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
			csta.SystemRegisterCapsStatusFilterOverloadRelieved | csta.SystemRegisterCapsPrivateData | csta.SystemRegisterCapsPrivateDataInAck
	}},
	{"SystemRegisterCancel", "SystemRegisterCancel", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SystemStatusRegisterCancel = csta.SystemStatusRegisterCancelCapsPrivateData | csta.SystemStatusRegisterCancelCapsPrivateDataInAck
	}},
	{"RequestSystemStatus", "RequestSystemStatus", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.RequestSystemStatus = csta.RequestSystemStatusCapsPrivateDataInReq | csta.RequestSystemStatusCapsSystemStatusNormal |
			csta.RequestSystemStatusCapsPrivateDataInAck | csta.RequestSystemStatusCapsSwitchingFunctionSupportsReceiving
	}},
	{"SystemStatus", "SystemStatus", groupSystem, func(l *csta.ServEvtsList) {
		l.SystemServList.SystemStatus = csta.SystemStatusCapsSystemStatusNormal | csta.SystemStatusCapsSystemStatusDisabled |
			csta.SystemStatusCapsPrivateData | csta.SystemStatusCapsPrivateDataInAck | csta.SystemStatusCapsSwitchingFunctionSupportsSending |
			csta.SystemStatusCapsSwitchingFunctionSupportsReceiving
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
			csta.MonitorStartCapsMonitorExistingCallsInAck | csta.MonitorStartCapsPrivateDataInAck | csta.MonitorStartCapsCallIDOnly |
			csta.MonitorStartCapsSwDomainDefaultForMonitorTypeIsDevice
	}},
	{"MonitorStop", "MonitorStop", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.MonitorStop = csta.MonitorStopCapsPrivateData | csta.MonitorStopCapsPrivateDataInAck |
			csta.MonitorStopCapsSwitchingFunctionSupportsSending | csta.MonitorStopCapsSwitchingFunctionSupportsReceiving
	}},
	{"GetMonitors", "GetMonitors", groupReporting, func(l *csta.ServEvtsList) {
		l.MonitoringServList.GetMonitors = csta.GetMonitorsCapsPrivateData | csta.GetMonitorsCapsPrivateDataInAck
	}},
	{"SnapshotCall", "SnapshotCall", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotCall = csta.SnapshotCallCapsPrivateData | csta.SnapshotCallCapsLocaConnectionStateInAck |
			csta.SnapshotCallCapsCallCharacteristicsInAck | csta.SnapshotCallCapsCallingDeviceInAck | csta.SnapshotCallCapsCalledDeviceInAck |
			csta.SnapshotCallCapsSubjectOfCallInAck | csta.SnapshotCallCapsLanguagePreferencesInAck | csta.SnapshotCallCapsPrivateDataInAck |
			csta.SnapshotCallCapsCallIDOnly
	}},
	{"SnapshotDevice", "SnapshotDevice", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotDevice = csta.SnapshotDeviceCapsPrivateData | csta.SnapshotDeviceCapsLocalCallStateCompoundCallState |
			csta.SnapshotDeviceCapsPrivateDataInAck | csta.SnapshotDeviceCapsReportsWithSnapsDeviceData
	}},
	{"SnapshotDeviceData", "SnapshotDevice", groupReporting, func(l *csta.ServEvtsList) {
		l.SnapshotServList.SnapshotDeviceData = csta.SnapshotDeviceDataCapsSegmentID | csta.SnapshotDeviceDataCapsLocalCallStateCompoundCallState |
			csta.SnapshotDeviceDataCapsPrivateData
	}},
}
