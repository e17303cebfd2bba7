package pbx

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// This file is what the switch tells of itself. It is derived from the table
// of services by which requests are carried out: what is not in that table is
// never told, whatever is known about it here.

// group is the part of the standard that a service belongs to.
type group uint8

const (
	groupExchange group = iota + 1
	groupSystem
	groupReporting
	groupCallControl
	groupCallAssociated
	groupRouteing
	groupLogical
	groupPhysical
)

// capability is how one service stands in the lists of the capability exchange
// services: its place, and the options it comes with. Every service takes
// private data, of which the switch uses few; since the lists have to fit into
// a message, that option is set only where there is no other to set.
type capability struct {
	// name is that of the request.
	name string
	// with is the service that must be offered for this one to be: the service
	// itself, or, for a request of the switch, the one that asks for it.
	with  string
	group group
	list  func(*csta.ServEvtsList)
}

// eventCapability is the same for an event. Its flag is the place in a
// MonitorFilter that suppresses it.
type eventCapability struct {
	name, with string
	flag       csta.MonitorFilter
	list       func(*csta.ServEvtsList)
}

// capabilities are all services that have a place in the lists, offered or not.
var capabilities = slices.Concat(systemCapabilities, callCapabilities, deviceCapabilities)

// has reports whether a service is in the table of services.
func (s *Switch) has(name string) bool {
	_, ok := s.services[name]
	return ok
}

// offered lists the services and events that the switch offers, as far as they
// are wanted. Groups of which nothing is offered are absent.
func (s *Switch) offered(wanted func(*capability) bool, wantedEvent func(*eventCapability) bool) *csta.ServEvtsList {
	l := &csta.ServEvtsList{
		CapExchangeServList: new(csta.CapExchangeServList), SystemServList: new(csta.SystemStatusServList),
		MonitoringServList: new(csta.MonitoringServList), SnapshotServList: new(csta.SnapshotServList),
		CallControlServList: new(csta.CallControlServList), CallControlEvtsList: new(csta.CallControlEvtsList),
		CallAssociatedServList: new(csta.CallAssociatedServList), CallAssociatedEvtsList: new(csta.CallAssociatedEvtsList),
		RouteingServList: new(csta.RouteingServList),
		PhysDevServList:  new(csta.PhysDevServList), PhysDevEvtsList: new(csta.PhysDevEvtsList),
		LogicalServList: new(csta.LogicalServList), LogicalEvtsList: new(csta.LogicalEvtsList),
		DeviceMaintEvtsList: new(csta.DeviceMaintEvtsList),
	}
	for i := range capabilities {
		if c := &capabilities[i]; s.has(c.with) && wanted(c) {
			c.list(l)
		}
	}
	for i := range eventCapabilities {
		if c := &eventCapabilities[i]; s.has(c.with) && wantedEvent(c) {
			c.list(l)
		}
	}
	return &csta.ServEvtsList{
		CapExchangeServList: filled(l.CapExchangeServList), SystemServList: filled(l.SystemServList),
		MonitoringServList: filled(l.MonitoringServList), SnapshotServList: filled(l.SnapshotServList),
		CallControlServList: filled(l.CallControlServList), CallControlEvtsList: filled(l.CallControlEvtsList),
		CallAssociatedServList: filled(l.CallAssociatedServList), CallAssociatedEvtsList: filled(l.CallAssociatedEvtsList),
		RouteingServList: filled(l.RouteingServList),
		PhysDevServList:  filled(l.PhysDevServList), PhysDevEvtsList: filled(l.PhysDevEvtsList),
		LogicalServList: filled(l.LogicalServList), LogicalEvtsList: filled(l.LogicalEvtsList),
		DeviceMaintEvtsList: filled(l.DeviceMaintEvtsList),
	}
}

// filled gives a list in which something stands, nil for an empty one.
func filled[T comparable](list *T) *T {
	var empty T
	if *list == empty {
		return nil
	}
	return list
}

func everyService(*capability) bool { return true }

func everyEvent(*eventCapability) bool { return true }

// takesPart reports whether a service can be used at a device. At a place where
// calls wait it is the services that act on a call that waits.
func takesPart(d *record.Device, c *capability) bool {
	switch {
	case c.group == groupRouteing:
		return d.Kind == record.DeviceRoute
	case d.Kind != record.DeviceStation:
		return actsOnQueued(c.name)
	case c.name == "AcceptCall":
		return d.Offered
	default:
		return c.group == groupCallControl || c.group == groupCallAssociated || c.group == groupLogical || c.group == groupPhysical
	}
}

// actsOnQueued reports whether a service can be used on a queued connection.
func actsOnQueued(service string) bool {
	return slices.ContainsFunc(callmodel.Services, func(line callmodel.Service) bool {
		return line.Name == service && slices.Contains(line.States, csta.LocalConnectionStateQueued)
	})
}

// occurs reports whether an event can be about a device. What is set at a
// device is set at telephones.
func occurs(d *record.Device, c *eventCapability) bool {
	switch {
	case c.name == "OfferedEvent":
		return d.Kind != record.DeviceStation || d.Offered
	case c.flag.LogicalDeviceFeature != 0, c.flag.PhysicalDeviceFeature != 0:
		return d.Kind == record.DeviceStation
	default:
		return true
	}
}

// unreported is the filter of the events that monitors of a type never report:
// those that the switch does not have, and, where calls are followed, those
// that are about devices.
func (s *Switch) unreported(kind csta.MonitorType) *csta.MonitorFilter {
	f := &csta.MonitorFilter{
		Callcontrol: allFlags[csta.CallControlEvents](), CallAssociated: allFlags[csta.CallAssociatedEvents](),
		MediaAttachment: allFlags[csta.MediaAttachmentEvents](), PhysicalDeviceFeature: allFlags[csta.PhysicalDeviceFeatureEvents](),
		LogicalDeviceFeature: allFlags[csta.LogicalDeviceFeatureEvents](), Maintenance: allFlags[csta.DeviceMaintenanceEvents](),
		Voice: allFlags[csta.VoiceEvents](), Private: allFlags[csta.VendorSpecEvents](),
	}
	for i := range eventCapabilities {
		c := &eventCapabilities[i]
		if !s.has(c.with) {
			continue
		}
		f.Callcontrol &^= c.flag.Callcontrol
		f.CallAssociated &^= c.flag.CallAssociated
		if kind == csta.MonitorTypeDevice {
			f.PhysicalDeviceFeature &^= c.flag.PhysicalDeviceFeature
			f.LogicalDeviceFeature &^= c.flag.LogicalDeviceFeature
			f.Maintenance &^= c.flag.Maintenance
		}
	}
	return f
}

// flags are sets whose words are known to the codec.
type flags interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
	String() string
}

// allFlags sets every flag that has a name.
func allFlags[F flags]() F {
	var all F
	for flag := F(1); flag != 0 && flag.String() != ""; flag <<= 1 {
		all |= flag
	}
	return all
}

// tonesGiven says that all tones that have names can be given into a call.
func tonesGiven() (c csta.GenerateTelephonyTonesCaps) {
	for tone := csta.GenerateTelephonyTonesCapsToneToSendBeep; tone <= csta.GenerateTelephonyTonesCapsToneToSendSitNC; tone++ {
		c.Set(tone)
	}
	c.Set(csta.GenerateTelephonyTonesCapsToneDuration, csta.GenerateTelephonyTonesCapsDeviceIDOnly)
	return c
}
