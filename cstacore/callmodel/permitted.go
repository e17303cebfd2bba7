package callmodel

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Service is a call service that acts on a connection, and what must be so for
// it to be permitted there. Requests are decided by the same lines.
type Service struct {
	Name string
	// Control or Associated is the service's place in servicesPermitted.
	Control    csta.CallControlServices
	Associated csta.CallAssociatedServices
	// States are those of the device's own connection.
	States []csta.LocalConnectionState
	// Also must hold besides; nil where the state says it all.
	Also *Condition
	// Refusal is the error with which it is refused otherwise.
	Refusal csta.StateIncompatibilityErrors
}

// Condition is what a service needs besides a connection's state.
type Condition struct {
	// Text says it for people: "…, and <text>".
	Text  string
	holds func(m *Model, c *Call, conn *Connection) bool
}

var (
	offeredMode = &Condition{"it was offered and does not ring yet", func(_ *Model, _ *Call, conn *Connection) bool {
		return conn.Offered
	}}
	freeVoice = &Condition{"the device is connected in no other call", func(m *Model, c *Call, conn *Connection) bool {
		return !m.connectedElsewhere(conn.Device, c.Call)
	}}
	canPickUp = &Condition{"the device is connected in no other call and does not pick up already", func(m *Model, c *Call, conn *Connection) bool {
		return conn.Kind == Station && !m.connectedElsewhere(conn.Device, c.Call) && m.pickingUp(Answer, c.Call, conn.Device) == nil
	}}
	notPickedUp = &Condition{"the device does not pick up already", func(_ *Model, _ *Call, conn *Connection) bool {
		return !conn.Answering
	}}
	somebody = &Condition{"somebody is there", func(_ *Model, c *Call, conn *Connection) bool {
		return !c.failed(conn.Device)
	}}
	leavable = &Condition{"the call is answered and somebody else is in it", func(_ *Model, c *Call, conn *Connection) bool {
		return !c.Answered.IsZero() && c.far(conn.Device, (*Connection).attended)
	}}
	roomForParty = &Condition{"the call is answered and has room for another party", func(_ *Model, c *Call, _ *Connection) bool {
		return !c.Answered.IsZero() && len(c.Connections) < MaxParties
	}}
	secondCall = &Condition{"the call is answered and the device has no other call", func(m *Model, c *Call, conn *Connection) bool {
		return !c.Answered.IsZero() && m.Load(conn.Device) < MaxCalls
	}}
	dialling = &Condition{"not all digits are dialled", func(_ *Model, c *Call, _ *Connection) bool {
		return Dialling(c.Called)
	}}
	farBusy = &Condition{"the called device is busy", func(_ *Model, c *Call, conn *Connection) bool {
		return len(c.Connections) == 2 && c.far(conn.Device, func(o *Connection) bool {
			return o.State == fail && o.Cause == csta.EventCauseBusy && o.Kind == Station
		})
	}}
	farAway = &Condition{"the called device is busy or does not answer", func(_ *Model, c *Call, conn *Connection) bool {
		return len(c.Connections) == 2 && c.far(conn.Device, func(o *Connection) bool {
			return o.Kind == Station && (o.State == alerting || o.State == fail && o.Cause == csta.EventCauseBusy)
		})
	}}
	otherHeld = &Condition{"the device holds another call", func(m *Model, c *Call, conn *Connection) bool {
		return m.other(conn.Device, c.Call, hold) != nil
	}}
	canAlternate = &Condition{"the device holds one call and somebody is there in the other one", func(m *Model, c *Call, conn *Connection) bool {
		held, active := m.other(conn.Device, c.Call, hold), c
		if conn.State == hold {
			held, active = c, m.other(conn.Device, c.Call, connected)
		}
		return held != nil && active != nil && !active.failed(conn.Device)
	}}
	otherConnected = &Condition{"the device is connected in another call", func(m *Model, c *Call, conn *Connection) bool {
		return m.other(conn.Device, c.Call, connected) != nil
	}}
	mergeTransfer   = mergeCondition("TransferCall")
	mergeConference = mergeCondition("ConferenceCall")
)

// mergeCondition holds where a service can bring the call together with the
// device's other one.
func mergeCondition(service string) *Condition {
	return &Condition{"the device has another call, held where this one is active and active where this one is held", func(m *Model, c *Call, conn *Connection) bool {
		if conn.State == hold {
			other := m.other(conn.Device, c.Call, connected)
			return other != nil && m.CheckMerge(service, c.Call, other.Call, conn.Device) == nil
		}
		other := m.other(conn.Device, c.Call, hold)
		return other != nil && m.CheckMerge(service, other.Call, c.Call, conn.Device) == nil
	}}
}

// other gives the other call of a device in which it is in a state.
func (m *Model) other(device, call string, state csta.LocalConnectionState) *Call {
	for _, id := range m.at[device] {
		if id != call && m.calls[id].State(device) == state {
			return m.calls[id]
		}
	}
	return nil
}

// Dialling reports whether a number is not dialled completely: a dialling
// sequence that ends with a semicolon is to be continued (ECMA-269, dialling
// sequence), and so is an empty one.
func Dialling(called string) bool { return called == "" || called[len(called)-1] == ';' }

func states(s ...csta.LocalConnectionState) []csta.LocalConnectionState { return s }

// Services lists the services that act on a connection. A service that is
// there twice is permitted where either line permits it.
var Services = []Service{
	{"AcceptCall", csta.CallControlServicesAcceptCall, 0, states(alerting), offeredMode, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"AlternateCall", csta.CallControlServicesAlternateCall, 0, states(connected), canAlternate, csta.StateIncompatibilityErrorsNoHeldCall},
	{"AlternateCall", csta.CallControlServicesAlternateCall, 0, states(hold), canAlternate, csta.StateIncompatibilityErrorsNoActiveCall},
	{"AnswerCall", csta.CallControlServicesAnswerCall, 0, states(initiated, alerting), canPickUp, csta.StateIncompatibilityErrorsNoCallToAnswer},
	{"CallBack", csta.CallControlServicesCallBack, 0, states(connected), farAway, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"CamponCall", csta.CallControlServicesCampOnCall, 0, states(connected), farBusy, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"ClearCall", csta.CallControlServicesClearCall, 0, states(initiated, alerting, connected, hold, queued, fail), nil, csta.StateIncompatibilityErrorsNoCallToClear},
	{"ClearConnection", csta.CallControlServicesClearConnection, 0, states(initiated, alerting, connected, hold, queued, fail), nil, csta.StateIncompatibilityErrorsNoConnectionToClear},
	{"ConferenceCall", csta.CallControlServicesConferenceCall, 0, states(connected, hold), mergeConference, csta.StateIncompatibilityErrorsInvalidActiveConnectionState},
	{"ConsultationCall", csta.CallControlServicesConsultationCall, 0, states(connected), secondCall, csta.StateIncompatibilityErrorsNoActiveCall},
	{"DeflectCall", csta.CallControlServicesDeflectCall, 0, states(alerting, queued), notPickedUp, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"DirectedPickupCall", csta.CallControlServicesDirectedPickupCall, 0, states(alerting, queued), notPickedUp, csta.StateIncompatibilityErrorsNoCallToAnswer},
	{"DialDigits", csta.CallControlServicesDialDigits, 0, states(initiated), dialling, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"HoldCall", csta.CallControlServicesHoldCall, 0, states(connected), somebody, csta.StateIncompatibilityErrorsNoActiveCall},
	{"IntrudeCall", csta.CallControlServicesIntrudeCall, 0, states(connected), farBusy, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"JoinCall", csta.CallControlServicesJoinCall, 0, states(connected), roomForParty, csta.StateIncompatibilityErrorsNoActiveCall},
	{"ParkCall", csta.CallControlServicesParkCall, 0, states(connected), leavable, csta.StateIncompatibilityErrorsNoActiveCall},
	{"ReconnectCall", csta.CallControlServicesReconnectCall, 0, states(connected), otherHeld, csta.StateIncompatibilityErrorsNoHeldCall},
	{"ReconnectCall", csta.CallControlServicesReconnectCall, 0, states(hold), otherConnected, csta.StateIncompatibilityErrorsNoActiveCall},
	{"RetrieveCall", csta.CallControlServicesRetrieveCall, 0, states(hold), freeVoice, csta.StateIncompatibilityErrorsNoHeldCall},
	{"SingleStepConferenceCall", csta.CallControlServicesSingleStepConference, 0, states(connected), roomForParty, csta.StateIncompatibilityErrorsNoActiveCall},
	{"SingleStepTransferCall", csta.CallControlServicesSingleStepTransfer, 0, states(connected), leavable, csta.StateIncompatibilityErrorsNoActiveCall},
	{"TransferCall", csta.CallControlServicesTransferCall, 0, states(connected, hold), mergeTransfer, csta.StateIncompatibilityErrorsInvalidActiveConnectionState},

	{"AssociateData", 0, csta.CallAssociatedServicesAssociateData, states(initiated, alerting, connected, hold, queued), nil, csta.StateIncompatibilityErrorsInvalidConnectionState},
	{"GenerateDigits", 0, csta.CallAssociatedServicesGenerateDigits, states(connected), somebody, csta.StateIncompatibilityErrorsNoActiveCall},
	{"GenerateTelephonyTones", 0, csta.CallAssociatedServicesGenerateTelephonyTones, states(connected), somebody, csta.StateIncompatibilityErrorsNoActiveCall},
	{"CancelTelephonyTones", 0, csta.CallAssociatedServicesCancelTelephonyTones, states(connected), somebody, csta.StateIncompatibilityErrorsNoActiveCall},
	{"SendUserInformation", 0, csta.CallAssociatedServicesSendUserInformation, states(alerting, connected, hold, queued), nil, csta.StateIncompatibilityErrorsInvalidConnectionState},
}

// permits decides one line.
func (s *Service) permits(m *Model, c *Call, conn *Connection) bool {
	return slices.Contains(s.States, conn.State) && (s.Also == nil || s.Also.holds(m, c, conn))
}

// CheckService says whether a service may act on a device's connection: nil,
// or the CSTA error with which it is refused.
func (m *Model) CheckService(name, call, device string) error {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return err
	}
	var refusal error
	for i := range Services {
		s := &Services[i]
		if s.Name != name {
			continue
		}
		if s.permits(m, c, &conn) {
			return nil
		}
		if refusal == nil || slices.Contains(s.States, conn.State) {
			refusal = s.refuse(m, c, &conn)
		}
	}
	return refusal
}

// refuse gives the error of a line that does not permit.
func (s *Service) refuse(m *Model, c *Call, conn *Connection) error {
	switch {
	case !slices.Contains(s.States, conn.State):
		return csta.StateFault(s.Refusal, "device %q is %s in call %q", conn.Device, conn.State, c.Call)
	case s.Also == canPickUp && conn.Kind != Station:
		return csta.StateFault(s.Refusal, "%q is outside: nobody here can answer its telephone", conn.Device)
	case s.Also == canPickUp && !m.connectedElsewhere(conn.Device, c.Call):
		return m.pickingUp(Answer, c.Call, conn.Device)
	case s.Also == freeVoice, s.Also == canPickUp:
		return csta.StateFault(csta.StateIncompatibilityErrorsConnectedCallExists, "device %q is connected in another call, which must be held or cleared first", conn.Device)
	case s.Also == roomForParty && len(c.Connections) >= MaxParties:
		return tooMany(c)
	case s.Also == secondCall && m.Load(conn.Device) >= MaxCalls:
		return csta.StateFault(csta.StateIncompatibilityErrorsInvalidDeviceState, "device %q has %d calls already", conn.Device, MaxCalls)
	default:
		return csta.StateFault(s.Refusal, "%s for device %q in call %q is possible only when %s", s.Name, conn.Device, c.Call, s.Also.Text)
	}
}

// Permitted says which services may now be used on a device's connection in a
// call (servicesPermitted).
func (m *Model) Permitted(call, device string) (control csta.CallControlServices, associated csta.CallAssociatedServices) {
	c, ok := m.calls[call]
	if !ok {
		return 0, 0
	}
	conn, ok := c.Connection(device)
	if !ok || conn.Kind != Station {
		return 0, 0
	}
	for i := range Services {
		if s := &Services[i]; s.permits(m, c, &conn) {
			control |= s.Control
			associated |= s.Associated
		}
	}
	return control, associated
}

// RefusalOf gives the error with which a service is refused at a device that
// has no call it could act on.
func RefusalOf(service string) csta.StateIncompatibilityErrors {
	for i := range Services {
		if Services[i].Name == service {
			return Services[i].Refusal
		}
	}
	return csta.StateIncompatibilityErrorsInvalidDeviceState
}
