package pbx

import (
	"bytes"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// category is what the standard calls a kind of device.
type category struct {
	category  csta.DeviceCategory
	requested csta.ReqDeviceCategory
	named     csta.NamedDeviceTypes
	also      csta.DeviceAttributes
}

// categories say for every kind of device what the standard calls it.
var categories = map[record.DeviceKind]category{
	record.DeviceStation:      {csta.DeviceCategoryStation, csta.ReqDeviceCategoryStation, csta.NamedDeviceTypesStation, csta.DeviceAttributesMediaAccessDevice},
	record.DeviceQueue:        {csta.DeviceCategoryACD, csta.ReqDeviceCategoryACD, csta.NamedDeviceTypesACD, 0},
	record.DeviceAnnouncement: {csta.DeviceCategoryMessageInteractiveVoice, csta.ReqDeviceCategoryMessageIV, csta.NamedDeviceTypesOther, 0},
	record.DevicePark:         {csta.DeviceCategoryPark, csta.ReqDeviceCategoryPark, csta.NamedDeviceTypesParkingDevice, 0},
	record.DeviceRoute:        {csta.DeviceCategoryRouteingDevice, csta.ReqDeviceCategoryRouteingDevice, csta.NamedDeviceTypesOther, csta.DeviceAttributesRouteingDevice},
}

// segmentDevices is how many devices one SwitchingFunctionDevices lists: as many
// as stay below 32 KB in every way of writing them.
const segmentDevices = 100

// getSwitchingFunctionDevices lists the devices that the requester may observe
// (ECMA-269, Get Switching Function Devices). The response has the reference
// under which the list follows, in requests of the switch.
func (s *Switch) getSwitchingFunctionDevices(r *Request, m *csta.GetSwitchingFunctionDevices) {
	only := ""
	if !m.RequestedDeviceID.IsZero() {
		device, err := s.known(r, m.RequestedDeviceID, access.Observe)
		if err != nil {
			s.refuse(r, err)
			return
		}
		only = device
	}
	list := []csta.DeviceListDevice{} // an empty one is a list, too
	for _, d := range s.deviceList() {
		c := categories[d.Kind]
		if only != "" && d.ID != only || m.RequestedDeviceCategory != 0 && m.RequestedDeviceCategory != c.requested || !s.allowed(r, access.Observe, d.ID) {
			continue
		}
		list = append(list, listed(d))
	}
	s.lists++
	ref := strconv.FormatUint(s.lists, 10)
	s.reply(r, &csta.GetSwitchingFunctionDevicesResponse{ServiceCrossRefID: ref})
	for segment := int64(1); ; segment++ {
		n := min(len(list), segmentDevices)
		s.ask(r.Outlet, &csta.SwitchingFunctionDevices{
			ServiceCrossRefID: ref, SegmentID: csta.Some(segment), LastSegment: n == len(list), DeviceList: list[:n:n],
		})
		if list = list[n:]; len(list) == 0 {
			return
		}
	}
}

// listed is a device in the list of devices.
func listed(d *record.Device) csta.DeviceListDevice {
	c := categories[d.Kind]
	return csta.DeviceListDevice{DeviceID: csta.Device(d.ID), DeviceCategory: c.category, NamedDeviceTypes: c.named, DeviceAttributes: c.also}
}

// deviceChanged tells, where it is so, that a device can do other things now
// than before: its monitors by DeviceCapsChanged, and where the list of devices
// has another entry for it, those who registered for that.
func (s *Switch) deviceChanged(before, now *record.Device) {
	if !bytes.Equal(csta.AppendJSON(nil, s.logicalDevice(before)), csta.AppendJSON(nil, s.logicalDevice(now))) {
		s.tellDevices(&csta.DeviceCapsChangedEvent{EventHead: csta.EventHead{Time: s.now}, Device: extended(now.ID)}, func(f *csta.MonitorFilter) bool {
			return f.Maintenance&csta.DeviceMaintenanceEventsDeviceCapabilityChanged != 0
		}, now.ID)
	}
	if listed(before) != listed(now) {
		s.devicesChanged(now.ID)
	}
}

// devicesChanged tells those who registered for it that the list of devices has
// changed, as far as they may observe the device that it has changed for.
func (s *Switch) devicesChanged(device string) {
	for _, g := range s.system.wanting(csta.RequestTypesSwitchingFunctionDevicesChanged) {
		if access.Allowed(g.principal, access.Observe, s.tenant.ID, device) {
			s.ask(g.outlet, &csta.SwFunctionDevicesChanged{SysStatRegisterID: g.id})
		}
	}
}
