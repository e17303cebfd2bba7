package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// getCSTAFeatures tells which services and events there are (ECMA-269, Get CSTA
// Features).
func (s *Switch) getCSTAFeatures(r *Request, _ *csta.GetCSTAFeatures) {
	l := s.offered(everyService, everyEvent)
	s.reply(r, &csta.GetCSTAFeaturesResponse{
		SupportedServices: &csta.SupportedServices{
			CapExchangeServList: l.CapExchangeServList, SystemStatServList: l.SystemServList, MonitoringServList: l.MonitoringServList,
			SnapshotServList: l.SnapshotServList, CallControlServList: l.CallControlServList, CallAssociatedServList: l.CallAssociatedServList,
			RouteingServList: l.RouteingServList, PhysDevServList: l.PhysDevServList, LogicalServList: l.LogicalServList,
		},
		SupportedEvents: &csta.SupportedEvents{
			CallControlEvtsList: l.CallControlEvtsList, CallAssociatedEvtsList: l.CallAssociatedEvtsList, PhysDevEvtsList: l.PhysDevEvtsList,
			LogicalEvtsList: l.LogicalEvtsList, DeviceMaintEvtsList: l.DeviceMaintEvtsList,
		},
	})
}

// twoCallsBy is how two calls of a device come about that can be transferred or
// conferenced.
const twoCallsBy = csta.TransAndConfSetupConsultationCall | csta.TransAndConfSetupHoldCallMakeCall | csta.TransAndConfSetupAlternateCall

// getSwitchingFunctionCaps tells what the switch can do as a whole (ECMA-269,
// Get Switching Function Capabilities). Its services and events are told by
// GetCSTAFeatures alone: both together would be longer than a TCP message.
func (s *Switch) getSwitchingFunctionCaps(r *Request, _ *csta.GetSwitchingFunctionCaps) {
	s.reply(r, &csta.GetSwitchingFunctionCapsResponse{
		SwitchingSubDomainName: s.tenant.Domain,
		ManufacturerName:       "cstahub",
		DeviceIDFormat: csta.DeviceIDFormatDialableDigitsAsterix | csta.DeviceIDFormatDialableDigitsHash |
			csta.DeviceIDFormatDialableDigitsSemicolon,
		SwDomainFeatures: csta.SwDomainFeaturesSupportFailedWithAssConn | csta.SwDomainFeaturesRecall | csta.SwDomainFeaturesCallBack |
			csta.SwDomainFeaturesExtCallsOutgoing | csta.SwDomainFeaturesPrompting,
		SwAppearanceAddressability:  csta.SwAppearanceAddressabilityNonAddressable,
		SwAppearanceTypes:           csta.SwAppearanceTypesSelectedStandard,
		IgnoreUnsupportedParameters: csta.IgnoreUnsupportedParametersIgnoreParameters,
		MediaClassSupport:           csta.MonitorMediaClassVoice,
		CurrentTime:                 s.now.UTC().Format(time.RFC3339),
		TransAndConfSetup:           twoCallsBy,
		MonitorFilterItems: &csta.MonitorFilterItems{
			DeviceOnDeviceMonitorFilter: s.unreported(csta.MonitorTypeDevice), CallOnDeviceMonitorFilter: s.unreported(csta.MonitorTypeCall),
			CallOnConnectionMonitorFilter: s.unreported(csta.MonitorTypeCall),
		},
		CorrelatorDataSupported:         csta.Some(true),
		DynamicFeatureSupported:         csta.DynamicFeatureSupportedSome, // those on calls
		CallLinkageOptions:              csta.CallLinkageOptionsCallLinkageFeatureSupported,
		ACDModels:                       csta.ACDModelsVisibleACDRelatedDevices,
		ConnectionView:                  csta.ConnectionViewFixed,
		MaxDestinationDevicesForDeflect: csta.Some(int64(1)),
	})
}

// getLogicalDeviceInformation tells what a device can do as a party to calls
// (ECMA-269, Get Logical Device Information).
func (s *Switch) getLogicalDeviceInformation(r *Request, m *csta.GetLogicalDeviceInformation) {
	device, err := s.known(r, m.Device, access.Observe)
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, s.logicalDevice(s.devices[device]))
}

// logicalDevice describes a device as a party to calls.
func (s *Switch) logicalDevice(d *record.Device) *csta.GetLogicalDeviceInformationResponse {
	l := s.offered(
		func(c *capability) bool { return takesPart(d, c) },
		func(c *eventCapability) bool { return occurs(d, c) },
	)
	response := &csta.GetLogicalDeviceInformationResponse{
		DeviceCategory:                categories[d.Kind].category,
		NamedDeviceTypes:              categories[d.Kind].named,
		HasPhysicalElement:            hasPhysicalElement(d),
		ACDModels:                     csta.ACDModelsVisibleACDRelatedDevices,
		AppearanceType:                csta.AppearanceTypeSelectedStandard,
		DeviceOnDeviceMonitorFilter:   s.unreported(csta.MonitorTypeDevice),
		CallOnDeviceMonitorFilter:     s.unreported(csta.MonitorTypeCall),
		CallOnConnectionMonitorFilter: s.unreported(csta.MonitorTypeCall),
		MediaClassSupport:             csta.MonitorMediaClassVoice,
		RouteingServList:              l.RouteingServList,
		DeviceMaintEvtsList:           l.DeviceMaintEvtsList,
		LogDevServList: filled(&csta.LogDevServList{
			CallControlServList: l.CallControlServList, CallAssociatedServList: l.CallAssociatedServList, LogicalServList: l.LogicalServList,
		}),
		LogDevEvtsList: filled(&csta.LogDevEvtsList{
			CallControlEvtsList: l.CallControlEvtsList, CallAssociatedEvtsList: l.CallAssociatedEvtsList, LogicalEvtsList: l.LogicalEvtsList,
		}),
	}
	for _, g := range d.PickupGroups {
		response.AssociatedGroupList = append(response.AssociatedGroupList, csta.Device(g))
	}
	if d.Kind == record.DeviceStation {
		response.MaxCallbacks = csta.Some(int64(maxCallBacks))
		response.MaxActiveCalls = csta.Some(int64(1))
		response.MaxHeldCalls = csta.Some(int64(callmodel.MaxCalls))
		response.MaxDevicesInConf = csta.Some(int64(callmodel.MaxParties))
		response.TransAndConfSetup = twoCallsBy
		response.MaxAutoAnswerRings = csta.Some(int64(RingTime / ringCycle))
		response.MaxFwdSettings = csta.Some(int64(csta.ForwardingTypeForwardDNDExt)) // the last one: one of each type
	}
	return response
}

// hasPhysicalElement: a telephone can be touched, a place where calls wait
// cannot.
func hasPhysicalElement(d *record.Device) bool { return d.Kind == record.DeviceStation }

// getPhysicalDeviceInformation tells what a device has to offer to its user
// (ECMA-269, Get Physical Device Information).
func (s *Switch) getPhysicalDeviceInformation(r *Request, m *csta.GetPhysicalDeviceInformation) {
	device, err := s.known(r, m.Device, access.Observe)
	d := s.devices[device]
	if err == nil && !hasPhysicalElement(d) {
		err = csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithDevice, "device %q has no physical element", device)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	s.reply(r, s.physicalDevice(d))
}

// physicalDevice describes a device as something to be touched.
func (s *Switch) physicalDevice(d *record.Device) *csta.GetPhysicalDeviceInformationResponse {
	l := s.offered(
		func(c *capability) bool { return takesPart(d, c) },
		func(c *eventCapability) bool { return occurs(d, c) },
	)
	return &csta.GetPhysicalDeviceInformationResponse{
		DeviceCategory:                categories[d.Kind].category,
		NamedDeviceTypes:              categories[d.Kind].named,
		HasLogicalElement:             true,
		MaxDisplays:                   csta.Some(int64(1)),
		MaxButtons:                    csta.Some(int64(len(buttons))),
		MaxLamps:                      csta.Some(int64(len(lamps()))),
		DeviceOnDeviceMonitorFilter:   s.unreported(csta.MonitorTypeDevice),
		CallOnDeviceMonitorFilter:     s.unreported(csta.MonitorTypeCall),
		CallOnConnectionMonitorFilter: s.unreported(csta.MonitorTypeCall),
		PhysDevServList:               l.PhysDevServList,
		PhysDevEvtsList:               l.PhysDevEvtsList,
	}
}
