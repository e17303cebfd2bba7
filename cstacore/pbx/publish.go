package pbx

import (
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// publish tells the monitors of an effect: those of the device it is about,
// and, unless the effect concerns nobody else, those of the other devices in
// the call. Each device's monitors see the event from that device's side.
func (s *Switch) publish(e *callmodel.Effect) {
	s.publishTo(e, e.Subject)
	if e.SubjectOnly {
		return
	}
	for i := range e.Call.Connections {
		if c := &e.Call.Connections[i]; c.Device != e.Subject.Device {
			s.publishTo(e, *c)
		}
	}
}

// publishTo tells the monitors of one device in the call.
func (s *Switch) publishTo(e *callmodel.Effect, local callmodel.Connection) {
	if local.Kind != callmodel.Station {
		return
	}
	var p *Publication
	for _, m := range s.monitors.of(local.Device) {
		if m.suppressed&filterFlag[e.Kind] != 0 {
			continue
		}
		if p == nil {
			p = &Publication{Event: s.event(e, &local)}
		}
		s.batch.items = append(s.batch.items, item{outlet: m.outlet, event: p, crossRef: m.crossRef})
	}
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
}

// notRedirected is the lastRedirectionDevice of a call that went where it was
// dialled to.
var notRedirected = csta.RedirectionDeviceID{NotRequired: true}

// event builds the CSTA event of an effect, as seen from the device of local.
func (s *Switch) event(e *callmodel.Effect, local *callmodel.Connection) csta.Event {
	c := e.Call
	var (
		base      = csta.Base{Private: s.private(c, local)}
		head      = csta.EventHead{Time: s.now, Local: connectionID(c.Call, local.Device)}
		subject   = connectionID(c.Call, e.Subject.Device)
		device    = extended(e.Subject.Device)
		calling   = extended(c.Calling)
		called    = extended(c.Called)
		linkage   = linkageData(c.Linkage)
		permitted = s.permitted(c.Call, local.Device)
	)
	switch e.Kind {
	case callmodel.ServiceInitiated:
		return &csta.ServiceInitiatedEvent{
			Base: base, EventHead: head, InitiatedConnection: subject, InitiatingDevice: device, CalledDevice: &called,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.Originated:
		return &csta.OriginatedEvent{
			Base: base, EventHead: head, OriginatedConnection: subject, CallingDevice: device, CalledDevice: called,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.NetworkReached:
		return &csta.NetworkReachedEvent{
			Base: base, EventHead: head, OutboundConnection: subject, NetworkInterfaceUsed: extended(s.tenant.Trunk),
			CallingDevice: calling, CalledDevice: called, LastRedirectionDevice: notRedirected,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.Delivered:
		return &csta.DeliveredEvent{
			Base: base, EventHead: head, Connection: subject, AlertingDevice: device,
			CallingDevice: calling, CalledDevice: called, LastRedirectionDevice: notRedirected,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.Established:
		return &csta.EstablishedEvent{
			Base: base, EventHead: head, EstablishedConnection: subject, AnsweringDevice: device,
			CallingDevice: calling, CalledDevice: called, LastRedirectionDevice: notRedirected,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.Held:
		return &csta.HeldEvent{
			Base: base, EventHead: head, HeldConnection: subject, HoldingDevice: device,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted, CallLinkageData: linkage,
		}
	case callmodel.Retrieved:
		return &csta.RetrievedEvent{
			Base: base, EventHead: head, RetrievedConnection: subject, RetrievingDevice: device,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted, CallLinkageData: linkage,
		}
	case callmodel.Failed:
		return &csta.FailedEvent{
			Base: base, EventHead: head, FailedConnection: subject, FailingDevice: device,
			CallingDevice: calling, CalledDevice: called, LastRedirectionDevice: notRedirected,
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted,
			NetworkCallingDevice: &calling, NetworkCalledDevice: &called, CallLinkageData: linkage,
		}
	case callmodel.ConnectionCleared:
		return &csta.ConnectionClearedEvent{
			Base: base, EventHead: head, DroppedConnection: subject, ReleasingDevice: extended(e.By),
			LocalConnectionInfo: local.State, Cause: e.Cause, ServicesPermitted: permitted, CallLinkageData: linkage,
		}
	case callmodel.CallBegan, callmodel.CallAnswered, callmodel.CallEnded:
	}
	panic("pbx: " + e.Kind.String() + " is no event")
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

func (s *Switch) permitted(call, device string) *csta.ServicesPermitted {
	return &csta.ServicesPermitted{CallControlServices: s.model.Permitted(call, device)}
}

// private describes a call from the side of one of its devices.
func (s *Switch) private(c *callmodel.Call, local *callmodel.Connection) *csta.PrivateData {
	p := &csta.PrivateData{
		IsCSTAOriginated: csta.Some(false),
		CallDirection:    csta.CallDirectionInbound,
		LocalStatus:      localStatus(c, local),
		RemoteUser:       c.Calling,
		CallerName:       s.deviceName(c.Calling),
		Started:          c.Started,
		Answered:         c.Answered,
	}
	if local.Device == c.Calling {
		p.CallDirection, p.RemoteUser = csta.CallDirectionOutbound, c.Called
		p.CSTACallRequestType = c.Service
	}
	p.RemoteName = s.deviceName(p.RemoteUser)
	if s.serving != "" && local.State != csta.LocalConnectionStateNull {
		p.CSTACallRequestType = s.serving
	}
	p.IsCSTAOriginated = csta.Some(p.CSTACallRequestType != "")
	return p
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
	if s.kindOf(called) == callmodel.Network {
		return record.Outbound
	}
	return record.Internal
}
