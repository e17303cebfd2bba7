package callmodel

import (
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Initiate begins a call: the device goes off hook by itself, or is prompted
// to.
func (m *Model) Initiate(at time.Time, o Origin, d Data, device string, byItself bool, cause csta.EventCause) ([]Effect, error) {
	if err := m.pickingUp(Initiate, o.Call, device); err != nil {
		return nil, err
	}
	if m.Load(device) >= MaxCalls {
		return nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidCallingDeviceState, "device %q has %d calls already", device, MaxCalls)
	}
	return m.begin(Initiate, at, o, d, Connection{Device: device, Kind: Station, Answering: byItself}, cause)
}

// Arrive begins a call that comes in through a trunk, or that goes out for
// nobody yet (a predictive call): its first connection is a party outside.
func (m *Model) Arrive(at time.Time, o Origin, d Data, number string, cause csta.EventCause) ([]Effect, error) {
	return m.begin(Reach, at, o, d, Connection{Device: number, Kind: Network}, cause)
}

func (m *Model) begin(t Trigger, at time.Time, o Origin, d Data, conn Connection, cause csta.EventCause) ([]Effect, error) {
	if _, taken := m.calls[o.Call]; taken {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "call %q exists already", o.Call)
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	c := &Call{Origin: o, Data: d, Started: at}
	conn.State, conn.Joined = null, at
	row, err := m.allowed(t, c, conn)
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

// Dial adds digits to what the caller has dialled; more: others are to follow.
func (m *Model) Dial(call, device, digits string, more bool, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	row, err := m.allowed(Dial, c, conn)
	if err != nil {
		return nil, err
	}
	now := c.set(conn)
	now.Called = strings.TrimSuffix(c.Called, ";") + digits
	if more {
		now.Called += ";"
	}
	m.put(c, now)
	return []Effect{{Kind: row.Effect, Call: now, Subject: conn, Digits: digits, Cause: cause}}, nil
}

// Originate puts the calling device's own leg up: the call goes on its way to
// the number that was dialled, in a direction.
func (m *Model) Originate(at time.Time, call, device, called string, d record.Direction, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	row, err := m.allowed(Originate, c, conn)
	if err != nil {
		return nil, err
	}
	dialled := *c
	dialled.Called, dialled.Direction = called, d
	return m.settle(&dialled, conn, row, at, cause), nil
}

// Reach adds a party outside, to whom the call has left through a trunk.
func (m *Model) Reach(at time.Time, call, number string, cause csta.EventCause) ([]Effect, error) {
	return m.join(Reach, at, call, Connection{Device: number, Kind: Network}, cause)
}

// Offer brings a call to a station that must accept it before it rings.
func (m *Model) Offer(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	if err := m.room(Offer, device); err != nil {
		return nil, err
	}
	return m.join(Offer, at, call, Connection{Device: device, Kind: Station, Offered: true}, cause)
}

// Deliver makes a station ring, or tells that a party outside rings.
func (m *Model) Deliver(at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	state := null
	if c, ok := m.calls[call]; ok {
		state = c.State(device)
	}
	if kind == Station && (state == null || state == queued) {
		if err := m.room(Deliver, device); err != nil {
			return nil, err
		}
	}
	if state != null {
		return m.move(Deliver, at, call, device, cause)
	}
	return m.join(Deliver, at, call, Connection{Device: device, Kind: kind}, cause)
}

// room refuses a call that a station has no room for.
func (m *Model) room(t Trigger, device string) error {
	if m.Load(device) >= MaxCalls {
		return csta.StateFault(Refusal[t], "device %q has %d calls already", device, MaxCalls)
	}
	return nil
}

// Enqueue has a call wait at a place, or for a device at which it failed
// because that is busy.
func (m *Model) Enqueue(at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	if c, ok := m.calls[call]; ok && c.index(device) >= 0 {
		return m.move(Enqueue, at, call, device, cause)
	}
	return m.join(Enqueue, at, call, Connection{Device: device, Kind: kind}, cause)
}

// Answer connects a device that rings.
func (m *Model) Answer(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.move(Answer, at, call, device, cause)
}

// Join connects a station that was not rung: it takes over from another one
// (pick-up), or joins those who speak already, see Announce. A reservation for
// it is used up.
func (m *Model) Join(at time.Time, call, device string, silent bool, cause csta.EventCause) ([]Effect, error) {
	m.Unreserve(call, device)
	if err := m.room(Join, device); err != nil {
		return nil, err
	}
	return m.join(Join, at, call, Connection{Device: device, Kind: Station, Silent: silent}, cause)
}

// Play connects a call to an announcement, which any number of calls hear.
func (m *Model) Play(at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	return m.join(Join, at, call, Connection{Device: device, Kind: Waiting}, cause)
}

func tooMany(c *Call) error {
	return csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsConferenceMemberLimitExceeded, "call %q has %d parties already", c.Call, len(c.Connections))
}

// PickUp notes that a device was told to answer, or to pick up for a call of
// its own. Until it does, it is not told so again, nor to answer another call.
func (m *Model) PickUp(call, device string) error {
	if err := m.CheckService("AnswerCall", call, device); err != nil {
		return err
	}
	was := m.calls[call]
	conn, _ := was.Connection(device)
	conn.Answering = true
	m.put(was, was.set(conn))
	return nil
}

// RingFor notes for which queue a device rings, empty for none any more.
func (m *Model) RingFor(call, device, queue string) {
	if was, conn, err := m.connection(call, device); err == nil {
		conn.Queue = queue
		m.put(was, was.set(conn))
	}
}

// pickingUp refuses a trigger at a device that was told to pick up.
func (m *Model) pickingUp(t Trigger, call, device string) error {
	if m.reserved[device] != "" {
		return csta.StateFault(Occupied(t), "device %q is picking up for another call", device)
	}
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

// Divert takes the call away from a device, for another one. The call may be
// left with one connection until it is there.
func (m *Model) Divert(at time.Time, call, device, to string, cause csta.EventCause) ([]Effect, error) {
	return m.leaveFor(Divert, at, call, device, to, cause)
}

func (m *Model) leaveFor(t Trigger, at time.Time, call, device, to string, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	row, err := m.allowed(t, c, conn)
	if err != nil {
		return nil, err
	}
	now := c.dropTo(c.index(device), at, to, cause)
	now.Redirected = device
	m.put(c, now)
	return []Effect{{Kind: row.Effect, Call: now, Subject: now.last(), To: to, Cause: cause}}, nil
}

// Withdraw takes the call back from a party outside that has not answered, for
// another device. The call may be left with one connection until it is there.
func (m *Model) Withdraw(at time.Time, call, device, to string, cause csta.EventCause) ([]Effect, error) {
	return m.leaveFor(Withdraw, at, call, device, to, cause)
}

// Redirect has a call that has not reached a device go to another one. The
// device took part for no time.
func (m *Model) Redirect(at time.Time, call, device, to string, cause csta.EventCause) ([]Effect, error) {
	c, ok := m.calls[call]
	if !ok {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidCallID, "there is no call %q", call)
	}
	now := *c
	now.Redirected = device
	gone := Connection{
		Device: device, Kind: Station, State: null, Joined: at, Left: at, Order: len(c.Connections) + len(c.Past), Cause: cause, To: to,
	}
	now.Past = append(slices.Clip(c.Past), gone)
	m.put(c, &now)
	return []Effect{{Kind: Diverted, Call: &now, Subject: gone, To: to, Cause: cause}}, nil
}

// Fail tells that the call cannot be brought to a device.
func (m *Model) Fail(at time.Time, call, device string, kind Kind, cause csta.EventCause) ([]Effect, error) {
	if c, ok := m.calls[call]; ok && c.index(device) >= 0 {
		return m.move(Fail, at, call, device, cause)
	}
	return m.join(Fail, at, call, Connection{Device: device, Kind: kind}, cause)
}

// Attach changes the data of a call; device is whose application did it.
func (m *Model) Attach(call, device string, d Data) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	if err := d.check(); err != nil {
		return nil, err
	}
	now := c.set(conn)
	now.Data = d
	m.put(c, now)
	return []Effect{{Kind: CallInformation, Call: now, Subject: conn, Cause: csta.EventCauseNormal}}, nil
}

// Clear ends a device's connection; by is who released it. Where fewer than
// two connections would remain, or none at which somebody is, the call ends
// with it.
func (m *Model) Clear(at time.Time, call, device, by string, cause csta.EventCause) ([]Effect, error) {
	if err := m.Check(Clear, call, device); err != nil {
		return nil, err
	}
	was := m.calls[call]
	if len(was.Connections) <= 2 || !was.far(device, (*Connection).attended) {
		return m.end(at, was, device, by, cause), nil
	}
	back := ""
	if conn, _ := was.Connection(device); by == device && conn.Answered.IsZero() {
		back = conn.Queue
	}
	now := was.dropTo(was.index(device), at, back, cause)
	m.put(was, now)
	return []Effect{{Kind: ConnectionCleared, Call: now, Subject: now.last(), By: by, Cause: cause}}, nil
}

// End clears all connections of a call; by is who asked for it.
func (m *Model) End(at time.Time, call, by string, cause csta.EventCause) ([]Effect, error) {
	c, ok := m.calls[call]
	if !ok {
		return nil, noCall(call)
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
	effects := make([]Effect, 1, 2+len(was.Connections))
	effects[0] = Effect{Kind: CallEnded, Call: now, By: by, Cause: cause}
	for _, gone := range now.Past[len(was.Past):] {
		effects = append(effects, Effect{
			Kind: ConnectionCleared, Call: now, Subject: gone, By: by, Cause: cause, SubjectOnly: true,
		})
	}
	return append(effects, Effect{Kind: CallCleared, Call: now, Subject: now.last(), Cause: cause})
}

// move takes a connection that exists along a line of the table.
func (m *Model) move(t Trigger, at time.Time, call, device string, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	row, err := m.allowed(t, c, conn)
	if err != nil {
		return nil, err
	}
	return m.settle(c, conn, row, at, cause), nil
}

// join adds a connection that did not exist, along a line of the table.
func (m *Model) join(t Trigger, at time.Time, call string, conn Connection, cause csta.EventCause) ([]Effect, error) {
	c, ok := m.calls[call]
	if !ok {
		return nil, noCall(call)
	}
	if c.index(conn.Device) < 0 && len(c.Connections) >= MaxParties {
		return nil, tooMany(c)
	}
	conn.State, conn.Joined = c.State(conn.Device), at
	row, err := m.allowed(t, c, conn)
	if err != nil {
		return nil, err
	}
	return m.settle(c, conn, row, at, cause), nil
}

// settle puts a changed connection in place and tells of it.
func (m *Model) settle(was *Call, conn Connection, row *Transition, at time.Time, cause csta.EventCause) []Effect {
	conn.State, conn.Answering = row.To, false
	switch row.Trigger {
	case Fail:
		conn.Cause = cause
	case Deliver:
		conn.Offered = false
	case Answer, Join:
		return m.connect(was, conn, row, at, cause)
	default:
	}
	now := was.set(conn)
	m.put(was, now)
	return []Effect{{Kind: row.Effect, Call: now, Subject: conn, Cause: cause}}
}

// connect is settle for a device that comes to speak with the others: where
// the parties' time together begins.
func (m *Model) connect(was *Call, conn Connection, row *Transition, at time.Time, cause csta.EventCause) []Effect {
	conn.Answered, conn.Offered = at, false
	now := was.set(conn)
	for i := range now.Connections {
		// A caller who held the call while it rang has been waiting for this as well.
		c := &now.Connections[i]
		if c.Answered.IsZero() && c.Kind == Station && (c.State == connected || c.State == hold) {
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
