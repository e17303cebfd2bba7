package callmodel

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Initiate begins a call: the device goes off hook by itself, or is prompted
// to.
func (m *Model) Initiate(at time.Time, o Origin, device string, byItself bool, cause csta.EventCause) ([]Effect, error) {
	if _, taken := m.calls[o.Call]; taken {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "call %q exists already", o.Call)
	}
	if m.Load(device) >= MaxCalls {
		return nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidCallingDeviceState, "device %q has %d calls already", device, MaxCalls)
	}
	c := &Call{Origin: o, Started: at}
	if err := m.pickingUp(Initiate, o.Call, device); err != nil {
		return nil, err
	}
	conn := Connection{Device: device, Kind: Station, State: csta.LocalConnectionStateNull, Joined: at, Answering: byItself}
	row, err := m.allowed(Initiate, c, conn)
	if err != nil {
		return nil, err
	}
	conn.State = row.To
	c = c.set(conn)
	m.put(nil, c)
	return []Effect{
		{Kind: CallBegan, Call: c, Cause: cause},
		{Kind: row.Effect, Call: c, Subject: conn, Cause: cause},
	}, nil
}

// Originate puts the calling device's own leg up: the call goes on its way.
func (m *Model) Originate(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.move(Originate, at, call, device, cause)
}

// Reach adds a party outside, to whom the call has left through a trunk.
func (m *Model) Reach(at time.Time, call, number string, cause csta.EventCause) ([]Effect, error) {
	return m.join(Reach, at, call, number, Network, cause)
}

// Deliver makes a station ring, or tells that a party outside rings.
func (m *Model) Deliver(at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	if c, ok := m.calls[call]; ok && c.index(device) >= 0 {
		return m.move(Deliver, at, call, device, cause)
	}
	if kind == Station && m.Load(device) >= MaxCalls {
		return nil, csta.StateFault(Refusal[Deliver], "device %q has %d calls already", device, MaxCalls)
	}
	return m.join(Deliver, at, call, device, kind, cause)
}

// Answer connects a device that rings.
func (m *Model) Answer(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.move(Answer, at, call, device, cause)
}

// PickUp notes that a device was told to answer, or to pick up for a call of
// its own. Until it does, it is not told so again, nor to answer another call.
func (m *Model) PickUp(call, device string) error {
	if err := m.CheckPickUp(call, device); err != nil {
		return err
	}
	was := m.calls[call]
	conn, _ := was.Connection(device)
	conn.Answering = true
	m.put(was, was.set(conn))
	return nil
}

// CheckPickUp says whether a device may be told to pick up.
func (m *Model) CheckPickUp(call, device string) error {
	trigger := Answer
	if c, ok := m.calls[call]; ok && c.State(device) == csta.LocalConnectionStateInitiated {
		trigger = Originate
	}
	if err := m.Check(trigger, call, device); err != nil {
		return err
	}
	if conn, _ := m.calls[call].Connection(device); conn.Kind != Station {
		return csta.StateFault(Refusal[Answer], "%q is outside: nobody here can answer its telephone", device)
	}
	return m.pickingUp(Answer, call, device)
}

// pickingUp refuses a trigger at a device that was told to pick up.
func (m *Model) pickingUp(t Trigger, call, device string) error {
	for _, id := range m.at[device] {
		conn, _ := m.calls[id].Connection(device)
		switch {
		case conn.Answering && id == call:
			return csta.StateFault(Refusal[t], "device %q is picking up already", device)
		case conn.Answering:
			return csta.StateFault(Occupied(t), "device %q is picking up for another call", device)
		}
	}
	return nil
}

// Hold puts the call aside at one device.
func (m *Model) Hold(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.move(Hold, at, call, device, cause)
}

// Retrieve takes a held call up again.
func (m *Model) Retrieve(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.move(Retrieve, at, call, device, cause)
}

// Fail tells that the call cannot be brought to a device.
func (m *Model) Fail(at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	if c, ok := m.calls[call]; ok && c.index(device) >= 0 {
		return m.move(Fail, at, call, device, cause)
	}
	return m.join(Fail, at, call, device, kind, cause)
}

// Clear ends a device's connection; by is who released it. Where fewer than
// two connections would remain, the call ends with it.
func (m *Model) Clear(at time.Time, call, device, by string, cause csta.EventCause) ([]Effect, error) {
	if err := m.Check(Clear, call, device); err != nil {
		return nil, err
	}
	was := m.calls[call]
	if len(was.Connections) <= 2 {
		return m.end(at, was, device, by, cause), nil
	}
	now := was.drop(was.index(device), at, cause)
	m.put(was, now)
	return []Effect{{Kind: ConnectionCleared, Call: now, Subject: now.Past[len(now.Past)-1], By: by, Cause: cause}}, nil
}

// End clears all connections of a call; by is who asked for it.
func (m *Model) End(at time.Time, call, by string, cause csta.EventCause) ([]Effect, error) {
	c, ok := m.calls[call]
	if !ok {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", call)
	}
	return m.end(at, c, c.Connections[0].Device, by, cause), nil
}

// end clears all connections, the one of first before the others, and tells
// each device of its own.
func (m *Model) end(at time.Time, was *Call, first, by string, cause csta.EventCause) []Effect {
	now := was.drop(was.index(first), at, cause)
	for len(now.Connections) > 0 {
		now = now.drop(0, at, cause)
	}
	m.put(was, now)
	effects := make([]Effect, 1, 1+len(was.Connections))
	effects[0] = Effect{Kind: CallEnded, Call: now, By: by, Cause: cause}
	for _, gone := range now.Past[len(was.Past):] {
		effects = append(effects, Effect{
			Kind: ConnectionCleared, Call: now, Subject: gone, By: by, Cause: cause, SubjectOnly: true,
		})
	}
	return effects
}

// move takes a connection that exists along a line of the table.
func (m *Model) move(t Trigger, at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	if err := m.Check(t, call, device); err != nil {
		return nil, err
	}
	was := m.calls[call]
	conn, _ := was.Connection(device)
	row := next(t, conn.Kind, conn.State)
	conn.State, conn.Answering = row.To, false
	return m.settle(was, conn, row, at, cause), nil
}

// join adds a connection that did not exist, along a line of the table.
func (m *Model) join(t Trigger, at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	was, ok := m.calls[call]
	if !ok {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", call)
	}
	conn := Connection{Device: device, Kind: kind, State: was.State(device), Joined: at}
	row, err := m.allowed(t, was, conn)
	if err != nil {
		return nil, err
	}
	conn.State = row.To
	return m.settle(was, conn, row, at, cause), nil
}

// settle puts a changed connection in place and tells of it; an answer is
// where the parties' time together begins.
func (m *Model) settle(was *Call, conn Connection, row *Transition, at time.Time, cause csta.EventCause) []Effect {
	if row.Trigger == Fail {
		conn.Cause = cause
	}
	if row.Trigger != Answer {
		now := was.set(conn)
		m.put(was, now)
		return []Effect{{Kind: row.Effect, Call: now, Subject: conn, Cause: cause}}
	}
	conn.Answered = at
	now := was.set(conn)
	for i := range now.Connections {
		// A caller who held the call while it rang has been waiting for this as well.
		c := &now.Connections[i]
		if c.Answered.IsZero() && (c.State == csta.LocalConnectionStateConnected || c.State == csta.LocalConnectionStateHold) {
			c.Answered = at
		}
	}
	if !was.Answered.IsZero() {
		m.put(was, now)
		return []Effect{{Kind: row.Effect, Call: now, Subject: conn, Cause: cause}}
	}
	now.Answered = at
	m.put(was, now)
	return []Effect{
		{Kind: CallAnswered, Call: now, Cause: cause},
		{Kind: row.Effect, Call: now, Subject: conn, Cause: cause},
	}
}
