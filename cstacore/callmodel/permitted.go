package callmodel

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Service is a call control service that acts on one connection.
type Service struct {
	Name string
	// Flag is the service's place in servicesPermitted.
	Flag csta.CallControlServices
	// Triggers are what the service can set off; which of them, the
	// connection's state decides.
	Triggers []Trigger
}

// Services lists the services whose permission is a question of state.
// AnswerCall also picks up a telephone that was prompted.
var Services = []Service{
	{"AnswerCall", csta.CallControlServicesAnswerCall, []Trigger{Answer, Originate}},
	{"ClearConnection", csta.CallControlServicesClearConnection, []Trigger{Clear}},
	{"HoldCall", csta.CallControlServicesHoldCall, []Trigger{Hold}},
	{"RetrieveCall", csta.CallControlServicesRetrieveCall, []Trigger{Retrieve}},
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
		s := &Services[i]
		if slices.ContainsFunc(s.Triggers, func(t Trigger) bool { _, err := m.allowed(t, c, conn); return err == nil }) {
			permitted |= s.Flag
		}
	}
	return permitted
}
