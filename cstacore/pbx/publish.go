package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// publish tells the monitors of an effect: those of the device it is about,
// unless the effect concerns nobody else those of the other devices in the
// call, and those that follow the call. Each device's monitors see the event
// from that device's side.
func (s *Switch) publish(e *callmodel.Effect) {
	if e.Old != nil {
		s.monitors.callMoved(e.Old.Call, e.Call.Call)
	}
	s.publishTo(e, e.Subject)
	if !e.SubjectOnly {
		for i := range e.Call.Connections {
			if c := &e.Call.Connections[i]; c.Device != e.Subject.Device {
				s.publishTo(e, *c)
			}
		}
	}
	s.send(e, s.monitors.following(e.Call.Call), nil)
}

// publishTo tells the monitors of one device in the call.
func (s *Switch) publishTo(e *callmodel.Effect, local callmodel.Connection) {
	if e.Kind == callmodel.CallCleared {
		return // the device has heard of its own connection
	}
	watching := s.monitors.of(local.Device)
	for _, m := range watching {
		if m.callType {
			s.monitors.follow(e.Call.Call, m)
		}
	}
	s.send(e, watching, &local)
}

// send sends an event to monitors: as seen from a device, or as those see it
// who follow the call.
func (s *Switch) send(e *callmodel.Effect, to []*monitor, local *callmodel.Connection) {
	var p *Publication
	for _, m := range to {
		if m.callType != (local == nil) || m.suppresses(e.Kind) {
			continue
		}
		if p == nil {
			p = &Publication{Event: s.event(e, local)}
		}
		s.notify(m, p)
	}
}

// notify sends one monitor an event.
func (s *Switch) notify(m *monitor, p *Publication) {
	s.batch.items = append(s.batch.items, item{outlet: m.outlet, event: p, crossRef: m.crossRef})
}

// tellDevices tells the monitors of devices of something that is about them and
// not about a call; suppressed says whether a filter keeps it back.
func (s *Switch) tellDevices(event csta.Event, suppressed func(*csta.MonitorFilter) bool, devices ...string) {
	p := &Publication{Event: event}
	for _, device := range devices {
		for _, m := range s.monitors.of(device) {
			if !m.callType && !suppressed(&m.filter) {
				s.notify(m, p)
			}
		}
	}
}

// suppresses reports whether a monitor's filter keeps an event back.
func (m *monitor) suppresses(kind callmodel.EffectKind) bool {
	if kind == callmodel.CallInformation {
		return m.filter.CallAssociated&csta.CallAssociatedEventsCallInformation != 0
	}
	return m.filter.Callcontrol&filterFlag[kind] != 0
}

// filterFlag gives the flag of a MonitorFilter that suppresses an event.
var filterFlag = map[callmodel.EffectKind]csta.CallControlEvents{
	callmodel.ServiceInitiated:  csta.CallControlEventsServiceInitiated,
	callmodel.Originated:        csta.CallControlEventsOriginated,
	callmodel.NetworkReached:    csta.CallControlEventsNetworkReached,
	callmodel.Delivered:         csta.CallControlEventsDelivered,
	callmodel.Established:       csta.CallControlEventsEstablished,
	callmodel.Held:              csta.CallControlEventsHeld,
	callmodel.Retrieved:         csta.CallControlEventsRetrieved,
	callmodel.Failed:            csta.CallControlEventsFailed,
	callmodel.ConnectionCleared: csta.CallControlEventsConnectionCleared,
	callmodel.CallCleared:       csta.CallControlEventsCallCleared,
	callmodel.DigitsDialed:      csta.CallControlEventsDigitsDialed,
	callmodel.Offered:           csta.CallControlEventsOffered,
	callmodel.Queued:            csta.CallControlEventsQueued,
	callmodel.Diverted:          csta.CallControlEventsDiverted,
	callmodel.Transferred:       csta.CallControlEventsTransferred,
	callmodel.Conferenced:       csta.CallControlEventsConferenced,
}

// view is what the events of an effect have in common, as seen from one side.
type view struct {
	base            csta.Base
	head            csta.EventHead
	state           csta.LocalConnectionState
	permitted       *csta.ServicesPermitted
	subject         csta.ConnectionID
	device          csta.ExtendedDeviceID
	calling, called csta.ExtendedDeviceID
	redirected      csta.RedirectionDeviceID
	linkage         *csta.CallLinkageData
}

// event builds the CSTA event of an effect, as seen from the device of local,
// or from the call where there is none.
func (s *Switch) event(e *callmodel.Effect, local *callmodel.Connection) csta.Event {
	c := e.Call
	v := &view{
		head:    csta.EventHead{Time: s.now},
		subject: connectionID(c.Call, e.Subject.Device), device: extended(e.Subject.Device),
		calling: extended(c.Calling), called: extended(c.Called), redirected: redirection(c.Redirected), linkage: linkageData(c.Linkage),
	}
	if local != nil {
		v.base.Private = s.private(c, local)
		v.head.Local = connectionID(c.Call, local.Device)
		v.state = local.State
		v.permitted = s.permitted(c.Call, local.Device)
	}
	switch e.Kind {
	case callmodel.Transferred, callmodel.Conferenced:
		return s.mergedEvent(e, v)
	case callmodel.CallCleared, callmodel.CallInformation, callmodel.DigitsDialed:
		return s.callEvent(e, v)
	default:
		return s.connectionEvent(e, v)
	}
}

// connectionEvent builds the events about one connection.
func (s *Switch) connectionEvent(e *callmodel.Effect, v *view) csta.Event {
	d := &e.Call.Data
	switch e.Kind {
	case callmodel.ServiceInitiated:
		return &csta.ServiceInitiatedEvent{
			Base: v.base, EventHead: v.head, InitiatedConnection: v.subject, InitiatingDevice: v.device, CalledDevice: &v.called,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Originated:
		return &csta.OriginatedEvent{
			Base: v.base, EventHead: v.head, OriginatedConnection: v.subject, CallingDevice: v.device, CalledDevice: v.called,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.NetworkReached:
		return &csta.NetworkReachedEvent{
			Base: v.base, EventHead: v.head, OutboundConnection: v.subject, NetworkInterfaceUsed: extended(s.tenant.Trunk),
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called,
			CallLinkageData: v.linkage, LanguagePreferences: d.Languages,
		}
	case callmodel.Offered:
		return &csta.OfferedEvent{
			Base: v.base, EventHead: v.head, OfferedConnection: v.subject, OfferedDevice: v.device,
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Delivered:
		return &csta.DeliveredEvent{
			Base: v.base, EventHead: v.head, Connection: v.subject, AlertingDevice: v.device,
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Queued:
		queued, inFront, wait := s.position(e.Subject.Device, e.Call.Call)
		if _, known := wait.Get(); known && v.base.Private == nil {
			v.base.Private = &csta.PrivateData{}
		}
		if v.base.Private != nil {
			v.base.Private.ExpectedWait = wait
		}
		return &csta.QueuedEvent{
			NumberQueued: queued, CallsInFront: inFront,
			Base: v.base, EventHead: v.head, QueuedConnection: v.subject, Queue: v.device,
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Established:
		return &csta.EstablishedEvent{
			Base: v.base, EventHead: v.head, EstablishedConnection: v.subject, AnsweringDevice: v.device,
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Held:
		return &csta.HeldEvent{
			Base: v.base, EventHead: v.head, HeldConnection: v.subject, HoldingDevice: v.device,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, CallLinkageData: v.linkage,
		}
	case callmodel.Retrieved:
		return &csta.RetrievedEvent{
			Base: v.base, EventHead: v.head, RetrievedConnection: v.subject, RetrievingDevice: v.device,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, CallLinkageData: v.linkage,
		}
	case callmodel.Diverted:
		return &csta.DivertedEvent{
			Base: v.base, EventHead: v.head, Connection: v.subject, DivertingDevice: v.device, NewDestination: extended(e.To),
			CallingDevice: &v.calling, CalledDevice: &v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.Failed:
		return &csta.FailedEvent{
			Base: v.base, EventHead: v.head, FailedConnection: v.subject, FailingDevice: v.device,
			CallingDevice: v.calling, CalledDevice: v.called, LastRedirectionDevice: v.redirected,
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, NetworkCalledDevice: &v.called, CallCharacteristics: d.Characteristics,
			CallLinkageData: v.linkage, SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.ConnectionCleared:
		return &csta.ConnectionClearedEvent{
			Base: v.base, EventHead: v.head, DroppedConnection: v.subject, ReleasingDevice: extended(e.By),
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, CallLinkageData: v.linkage,
		}
	default:
		panic("pbx: " + e.Kind.String() + " is no event about one connection")
	}
}

// callEvent builds the events about a call as such.
func (s *Switch) callEvent(e *callmodel.Effect, v *view) csta.Event {
	d := &e.Call.Data
	switch e.Kind {
	case callmodel.DigitsDialed:
		return &csta.DigitsDialedEvent{
			Base: v.base, EventHead: v.head, DialingConnection: v.subject, DialingDevice: v.device, DialingSequence: csta.Device(e.Digits),
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, Cause: e.Cause, ServicesPermitted: v.permitted,
			NetworkCallingDevice: &v.calling, CallCharacteristics: d.Characteristics, CallLinkageData: v.linkage,
		}
	case callmodel.CallInformation:
		return &csta.CallInformationEvent{
			Base: v.base, EventHead: v.head, Connection: v.subject, Device: v.device, CallingDevice: &v.calling,
			AccountInfo: d.Account, AuthCode: d.Auth, CorrelatorData: d.Correlator, ServicesPermitted: v.permitted, UserData: d.User,
			CallQualifyingData: d.Qualifying, CallLinkageDataList: oneLinkage(e.Call.Linkage), CallCharacteristics: d.Characteristics,
			SubjectOfCall: d.Subject, LanguagePreferences: d.Languages,
		}
	case callmodel.CallCleared:
		return &csta.CallClearedEvent{
			Base: v.base, EventHead: v.head, ClearedCall: csta.ConnectionID{CallID: e.Call.Call}, CorrelatorData: d.Correlator, UserData: d.User,
			Cause: e.Cause, CallCharacteristics: d.Characteristics, CallLinkageData: v.linkage,
		}
	default:
		panic("pbx: " + e.Kind.String() + " is no event about a call")
	}
}

// mergedEvent builds the events about two calls that became one, or one that
// another device came to or went from.
func (s *Switch) mergedEvent(e *callmodel.Effect, v *view) csta.Event {
	d := &e.Call.Data
	var secondary *csta.ConnectionID
	if e.Old != nil {
		id := connectionID(e.Old.Call, e.Subject.Device)
		secondary = &id
	}
	if e.Kind == callmodel.Transferred {
		return &csta.TransferedEvent{
			Base: v.base, EventHead: v.head, PrimaryOldCall: v.subject, SecondaryOldCall: secondary,
			TransferringDevice: v.device, TransferredToDevice: extended(e.To), TransferredConnections: connectionList(e),
			LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
			CallCharacteristics: d.Characteristics, CallLinkageDataList: linkageList(e),
		}
	}
	return &csta.ConferencedEvent{
		Base: v.base, EventHead: v.head, PrimaryOldCall: v.subject, SecondaryOldCall: secondary,
		ConferencingDevice: v.device, AddedParty: extended(e.To), ConferenceConnections: connectionList(e),
		LocalConnectionInfo: v.state, CorrelatorData: d.Correlator, UserData: d.User, Cause: e.Cause, ServicesPermitted: v.permitted,
		CallCharacteristics: d.Characteristics, CallLinkageDataList: linkageList(e),
	}
}

// connectionList tells what each connection was before calls came together.
func connectionList(e *callmodel.Effect) []csta.ConnectionListItem {
	list := make([]csta.ConnectionListItem, 0, len(e.Call.Connections))
	for i := range e.Call.Connections {
		device := e.Call.Connections[i].Device
		now, was := connectionID(e.Call.Call, device), connectionID(e.Call.Call, device)
		if e.Old != nil {
			if _, ok := e.Old.Connection(device); ok && device != e.Subject.Device {
				was.CallID = e.Old.Call
			}
		}
		list = append(list, csta.ConnectionListItem{
			NewConnection: &now, OldConnection: &was, Endpoint: &csta.ConnectionEndpoint{DeviceID: csta.Device(device)},
		})
	}
	return list
}

// linkageList tells the linkage of the call that goes on, and of the one that
// became part of it.
func linkageList(e *callmodel.Effect) *csta.CallLinkageDataList {
	old := e.Call.Linkage
	if e.Old != nil {
		old = e.Old.Linkage
	}
	return &csta.CallLinkageDataList{NewCallLinkageData: *linkageData(e.Call.Linkage), OldCallLinkageData: *linkageData(old)}
}

// oneLinkage is linkageList for a call that no other became part of.
func oneLinkage(linkage string) *csta.CallLinkageDataList {
	return &csta.CallLinkageDataList{NewCallLinkageData: *linkageData(linkage), OldCallLinkageData: *linkageData(linkage)}
}

// redirection is the lastRedirectionDevice of a call.
func redirection(device string) csta.RedirectionDeviceID {
	if device == "" {
		return csta.RedirectionDeviceID{NotRequired: true}
	}
	return csta.RedirectionDeviceID{NumberDialed: csta.Device(device)}
}

func connectionID(call, device string) csta.ConnectionID {
	return csta.ConnectionID{CallID: call, DeviceID: csta.Device(device)}
}

func extended(device string) csta.ExtendedDeviceID { return csta.Identified(csta.Device(device)) }

func linkageData(linkage string) *csta.CallLinkageData {
	return &csta.CallLinkageData{GlobalCallData: csta.GlobalCallData{
		GlobalCallLinkageID: csta.GlobalCallLinkageID{GloballyUniqueCallLinkageID: linkage},
	}}
}

// forTelephones are the services that somebody who found a device busy may use
// only where it is a telephone.
const forTelephones = csta.CallControlServicesCallBack | csta.CallControlServicesCampOnCall | csta.CallControlServicesIntrudeCall

// toTelephone reports whether the other one in a device's call is a telephone.
func (s *Switch) toTelephone(call, device string) bool {
	c, ok := s.model.Call(call)
	if !ok {
		return false
	}
	other, _ := c.Other(device)
	d := s.devices[other.Device]
	return d != nil && d.Kind == record.DeviceStation
}

func (s *Switch) permitted(call, device string) *csta.ServicesPermitted {
	control, associated := s.model.Permitted(call, device)
	if control&forTelephones != 0 && !s.toTelephone(call, device) {
		control &^= forTelephones
	}
	return &csta.ServicesPermitted{CallControlServices: control, CallAssociatedServices: associated}
}

// private describes a call from the side of one of its devices.
func (s *Switch) private(c *callmodel.Call, local *callmodel.Connection) *csta.PrivateData {
	p := &csta.PrivateData{
		IsCSTAOriginated: csta.Some(false),
		CallDirection:    csta.CallDirectionInbound,
		LocalStatus:      localStatus(c, local),
		RemoteUser:       remoteUser(c, local.Device),
		CallerName:       s.deviceName(c.Calling),
		Started:          c.Started,
		Answered:         c.Answered,
	}
	if local.Device == c.Calling {
		p.CallDirection = csta.CallDirectionOutbound
		p.CSTACallRequestType = c.Service
	}
	p.RemoteName = s.deviceName(p.RemoteUser)
	if s.serving != "" && local.State != csta.LocalConnectionStateNull {
		p.CSTACallRequestType = s.serving
	}
	p.IsCSTAOriginated = csta.Some(p.CSTACallRequestType != "")
	return p
}

// remoteUser is whom a device has the call with.
func remoteUser(c *callmodel.Call, device string) string {
	remote := c.Calling
	if device == c.Calling {
		remote = c.Called
	}
	// Whom the call was made from or to may have left it to somebody else: by a
	// transfer, a pick-up, or as one of several.
	if other, ok := c.Other(device); ok && c.State(remote) == csta.LocalConnectionStateNull {
		return other.Device
	}
	return remote
}

// localStatus says in uni-tel's words what a device is doing in a call.
func localStatus(c *callmodel.Call, local *callmodel.Connection) csta.LocalStatus {
	switch local.State {
	case csta.LocalConnectionStateAlerting:
		return csta.LocalStatusAlerting
	case csta.LocalConnectionStateHold:
		return csta.LocalStatusHeld
	case csta.LocalConnectionStateConnected:
		if c.Answered.IsZero() {
			return csta.LocalStatusRinging
		}
		return csta.LocalStatusActive
	default:
		return csta.LocalStatusIdle
	}
}

// direction tells where a call to a number goes.
func (s *Switch) direction(called string) record.Direction {
	number := strings.TrimSuffix(called, ";")
	if number != "" && s.kindOf(number) == callmodel.Network {
		return record.Outbound
	}
	return record.Internal
}
