package callmodel

import (
	"maps"
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// MaxCalls is how many calls a station takes part in at a time: the one its
// user speaks in, and one that waits or is held. Failed connections do not
// count, their user hears a tone and no call.
const MaxCalls = 2

// Model is the state of one tenant's calls. It belongs to one goroutine.
type Model struct {
	calls map[string]*Call
	// at lists the calls in which a device has a connection, oldest first.
	at map[string][]string
}

// New gives a model without calls.
func New() *Model {
	return &Model{calls: make(map[string]*Call), at: make(map[string][]string)}
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

// Load counts the calls a station takes part in, see MaxCalls.
func (m *Model) Load(device string) int {
	n := 0
	for _, id := range m.at[device] {
		if m.calls[id].State(device) != csta.LocalConnectionStateFail {
			n++
		}
	}
	return n
}

// Check says whether a trigger may happen to a device's connection in a call,
// without doing it: nil, or the CSTA error with which the move is refused.
func (m *Model) Check(t Trigger, call, device string) error {
	c, ok := m.calls[call]
	if !ok {
		return csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", call)
	}
	conn, ok := c.Connection(device)
	if !ok {
		return csta.OperationFault(csta.OperationErrorsInvalidConnectionID, "device %q has no connection in call %q", device, call)
	}
	_, err := m.allowed(t, c, conn)
	return err
}

// allowed finds the table's line for a trigger, or the fault that refuses it.
func (m *Model) allowed(t Trigger, c *Call, conn Connection) (*Transition, error) {
	row := next(t, conn.Kind, conn.State)
	if row == nil || t == Answer && !conn.Answered.IsZero() {
		return nil, csta.StateFault(Refusal[t], "device %q is %s in call %q", conn.Device, conn.State, c.Call)
	}
	if t == Hold && c.failed(conn.Device) {
		return nil, csta.StateFault(Refusal[t], "call %q has failed, nobody is there to be held", c.Call)
	}
	if conn.Kind == Station && TakesVoice[t] && m.connectedElsewhere(conn.Device, c.Call) {
		return nil, csta.StateFault(Occupied(t), "device %q is connected in another call, which must be held or cleared first", conn.Device)
	}
	return row, nil
}

func (m *Model) connectedElsewhere(device, call string) bool {
	for _, id := range m.at[device] {
		if id != call && m.calls[id].State(device) == csta.LocalConnectionStateConnected {
			return true
		}
	}
	return false
}

// put makes next the present value of a call and keeps the index of devices.
func (m *Model) put(was, now *Call) {
	if was != nil {
		for i := range was.Connections {
			if d := was.Connections[i].Device; now == nil || now.index(d) < 0 {
				m.leave(d, was.Call)
			}
		}
	}
	if now == nil || len(now.Connections) == 0 {
		delete(m.calls, was.Call)
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
