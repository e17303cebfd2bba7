package callmodel

import (
	"maps"
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
)

const (
	// MaxCalls is how many calls a station takes part in at a time: the one its
	// user speaks in, and one that waits or is held. Calls that failed or wait
	// for the device to become free do not count.
	MaxCalls = 2
	// MaxParties is how many devices one call may have.
	MaxParties = 8
)

// Model is the state of one tenant's calls. It belongs to one goroutine.
type Model struct {
	calls map[string]*Call
	// at lists the calls in which a device has a connection, oldest first.
	at map[string][]string
	// reserved are the stations that are told to pick up for a call in which
	// they have no connection yet.
	reserved map[string]string
}

// New gives a model without calls.
func New() *Model {
	return &Model{calls: make(map[string]*Call), at: make(map[string][]string), reserved: make(map[string]string)}
}

// Call gives a call that exists.
func (m *Model) Call(id string) (*Call, bool) {
	c, ok := m.calls[id]
	return c, ok
}

// Len counts the calls that exist.
func (m *Model) Len() int { return len(m.calls) }

// CallIDs lists the calls that exist, in no particular order.
func (m *Model) CallIDs() []string { return slices.Collect(maps.Keys(m.calls)) }

// CallsAt gives the calls in which a device has a connection, oldest first.
func (m *Model) CallsAt(device string) []*Call {
	ids := m.at[device]
	calls := make([]*Call, len(ids))
	for i, id := range ids {
		calls[i] = m.calls[id]
	}
	return calls
}

// Load counts the calls that occupy a station, see MaxCalls.
func (m *Model) Load(device string) int {
	n := 0
	for _, id := range m.at[device] {
		switch m.calls[id].State(device) {
		case initiated, alerting, connected, hold:
			n++
		case null, queued, fail:
		}
	}
	if m.reserved[device] != "" {
		n++
	}
	return n
}

// Reserve notes that a station is told to pick up for a call, which it is then
// to Join. Until it does, it is not told to pick up for anything else.
func (m *Model) Reserve(call, device string) error {
	c, ok := m.calls[call]
	if !ok {
		return noCall(call)
	}
	conn, takesPart := c.Connection(device)
	switch {
	case takesPart && conn.Kind != Waiting: // what is parked at a device its user has no part in
		return csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithConnection, "device %q is in call %q already", device, call)
	case m.connectedElsewhere(device, call):
		return csta.StateFault(Occupied(Join), "device %q is connected in another call, which must be held or cleared first", device)
	}
	if err := m.pickingUp(Join, call, device); err != nil {
		return err
	}
	if err := m.room(Join, device); err != nil {
		return err
	}
	m.reserved[device] = call
	return nil
}

// Unreserve takes a Reserve back.
func (m *Model) Unreserve(call, device string) {
	if m.reserved[device] == call {
		delete(m.reserved, device)
	}
}

// Check says whether a trigger may happen to a device's connection in a call,
// without doing it: nil, or the CSTA error with which the move is refused.
func (m *Model) Check(t Trigger, call, device string) error {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return err
	}
	_, err = m.allowed(t, c, conn)
	return err
}

// connection finds a device's connection in a call.
func (m *Model) connection(call, device string) (*Call, Connection, error) {
	c, ok := m.calls[call]
	if !ok {
		return nil, Connection{}, noCall(call)
	}
	conn, ok := c.Connection(device)
	if !ok {
		return nil, Connection{}, csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "device %q has no connection in call %q", device, call)
	}
	return c, conn, nil
}

func noCall(id string) error {
	return csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", id)
}

// allowed finds the table's line for a trigger, or the fault that refuses it.
func (m *Model) allowed(t Trigger, c *Call, conn Connection) (*Transition, error) {
	row := next(t, conn.Kind, conn.State)
	if row == nil || !conn.ready(t) {
		return nil, csta.StateFault(Refusal[t], "device %q is %s in call %q", conn.Device, conn.State, c.Call)
	}
	if (t == Divert || t == Withdraw) && len(c.Connections) == 1 {
		return nil, csta.StateFault(Refusal[t], "device %q is alone in call %q", conn.Device, c.Call)
	}
	if t == Hold && c.failed(conn.Device) {
		return nil, csta.StateFault(Refusal[t], "call %q has failed, nobody is there to be held", c.Call)
	}
	if conn.Kind == Station && TakesVoice[t] && m.connectedElsewhere(conn.Device, c.Call) {
		return nil, csta.StateFault(Occupied(t), "device %q is connected in another call, which must be held or cleared first", conn.Device)
	}
	return row, nil
}

// ready says what the state alone does not: a party outside answers once, and
// only a call that was offered can be accepted.
func (c *Connection) ready(t Trigger) bool {
	switch {
	case t == Answer:
		return c.Answered.IsZero()
	case t == Deliver && c.Kind == Network, t == Withdraw:
		return c.Answered.IsZero()
	case t == Deliver && c.State == alerting, t == Fail && c.State == alerting:
		return c.Offered
	default:
		return true
	}
}

func (m *Model) connectedElsewhere(device, call string) bool {
	for _, id := range m.at[device] {
		if id != call && m.calls[id].State(device) == connected {
			return true
		}
	}
	return false
}

// put makes now the present value of a call and keeps the index of devices.
// A call without connections is gone.
func (m *Model) put(was, now *Call) {
	if was != nil {
		for i := range was.Connections {
			if d := was.Connections[i].Device; now.index(d) < 0 {
				m.leave(d, was.Call)
			}
		}
	}
	if len(now.Connections) == 0 {
		delete(m.calls, now.Call)
		maps.DeleteFunc(m.reserved, func(_, call string) bool { return call == now.Call })
		return
	}
	for i := range now.Connections {
		if d := now.Connections[i].Device; was == nil || was.index(d) < 0 {
			m.at[d] = append(m.at[d], now.Call)
		}
	}
	m.calls[now.Call] = now
}

func (m *Model) leave(device, call string) {
	ids := m.at[device]
	if len(ids) == 1 {
		delete(m.at, device)
		return
	}
	m.at[device] = slices.DeleteFunc(ids, func(id string) bool { return id == call })
}
