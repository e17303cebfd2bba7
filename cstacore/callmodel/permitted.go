package callmodel

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// Service is a call control service that acts on one connection.
type Service struct {
	Name string
	// Flag is the service's place in servicesPermitted.
	Flag csta.CallControlServices
	// Trigger is what the service sets off; none for AnswerCall, which has the
	// device pick up, see CheckPickUp.
	Trigger Trigger
}

// Services lists the services whose permission is a question of state.
// AnswerCall also picks up a telephone that was prompted.
var Services = []Service{
	{"AnswerCall", csta.CallControlServicesAnswerCall, 0},
	{"ClearConnection", csta.CallControlServicesClearConnection, Clear},
	{"HoldCall", csta.CallControlServicesHoldCall, Hold},
	{"RetrieveCall", csta.CallControlServicesRetrieveCall, Retrieve},
}

// CheckService says whether a service may be used on a device's connection in
// a call: nil, or the CSTA error with which the request is refused.
func (m *Model) CheckService(s *Service, call, device string) error {
	if s.Trigger == 0 {
		return m.CheckPickUp(call, device)
	}
	return m.Check(s.Trigger, call, device)
}

// ServiceNamed gives a line of Services.
func ServiceNamed(name string) *Service {
	for i := range Services {
		if Services[i].Name == name {
			return &Services[i]
		}
	}
	return nil
}

// Permitted says which services a device may now use on its connection in a
// call (servicesPermitted). It asks the same table that decides on the request.
func (m *Model) Permitted(call, device string) csta.CallControlServices {
	c, ok := m.calls[call]
	if !ok {
		return 0
	}
	conn, ok := c.Connection(device)
	if !ok || conn.Kind != Station {
		return 0
	}
	var permitted csta.CallControlServices
	for i := range Services {
		if s := &Services[i]; m.CheckService(s, call, device) == nil {
			permitted |= s.Flag
		}
	}
	return permitted
}
