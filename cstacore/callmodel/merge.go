package callmodel

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// This file is transfer and conference: two calls of one device become one.

// Merge is what a service asks of the two connections that it brings together.
type Merge struct {
	Service string
	// Held and Active are the states that the device's connections in the held
	// and in the active call may be in.
	Held, Active []csta.LocalConnectionState
	// Ringing: the other party of the active call may still be called.
	Ringing bool
	// Stays: the device is part of what comes out.
	Stays  bool
	Effect EffectKind
}

// Merges lists the services that make one call of two.
var Merges = map[string]Merge{
	"TransferCall": {
		Service: "TransferCall", Held: []csta.LocalConnectionState{hold}, Active: []csta.LocalConnectionState{connected},
		Ringing: true, Effect: Transferred,
	},
	"ConferenceCall": {
		Service: "ConferenceCall", Held: []csta.LocalConnectionState{hold}, Active: []csta.LocalConnectionState{connected},
		Stays: true, Effect: Conferenced,
	},
}

// CheckMerge says whether a service may bring two calls of a device together,
// without doing it.
func (m *Model) CheckMerge(service, held, active, device string) error {
	_, _, err := m.mergeable(Merges[service], held, active, device)
	return err
}

func (m *Model) mergeable(g Merge, held, active, device string) (h, a *Call, err error) {
	var conn Connection
	if h, conn, err = m.connection(held, device); err != nil {
		return nil, nil, err
	}
	if !slices.Contains(g.Held, conn.State) {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidHeldConnectionState, "device %q is %s in call %q", device, conn.State, held)
	}
	if a, conn, err = m.connection(active, device); err != nil {
		return nil, nil, err
	}
	if !slices.Contains(g.Active, conn.State) {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidActiveConnectionState, "device %q is %s in call %q", device, conn.State, active)
	}
	there := func(o *Connection) bool { return o.State == connected || o.State == hold || o.State == queued }
	ringing := func(o *Connection) bool { return o.State == alerting }
	if !h.far(device, there) {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidHeldConnectionState, "nobody is held in call %q", held)
	}
	if !a.far(device, there) && (!g.Ringing || !a.far(device, ringing)) {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidActiveConnectionState, "nobody is there in call %q", active)
	}
	if !g.Stays && !h.far(device, (*Connection).attended) && !a.far(device, (*Connection).attended) {
		return nil, nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidHeldConnectionState, "nobody would be left in call %q but who waits or rings", held)
	}
	parties := len(h.Connections) + len(a.Connections) - 1
	if !g.Stays {
		parties--
	}
	for i := range a.Connections {
		if d := a.Connections[i].Device; d != device && h.index(d) >= 0 {
			return nil, nil, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithConnection, "device %q is in both calls", d)
		}
	}
	if parties > MaxParties {
		return nil, nil, tooMany(h)
	}
	return h, a, nil
}

// Merge brings the held and the active call of a device together: the held
// call goes on with the parties of the active one, which ends.
func (m *Model) Merge(service string, at time.Time, held, active, device string, cause csta.EventCause) ([]Effect, error) {
	g := Merges[service]
	h, a, err := m.mergeable(g, held, active, device)
	if err != nil {
		return nil, err
	}
	other, _ := a.Other(device)
	now := h
	if g.Stays {
		conn, _ := h.Connection(device)
		conn.State = connected
		now = now.set(conn)
	} else {
		now = now.drop(now.index(device), at, cause)
	}
	for i := range a.Connections {
		if conn := a.Connections[i]; conn.Device != device {
			if conn.Kind != Waiting {
				conn.Joined = at // who waits has waited before
			}
			now = now.set(conn)
		}
	}
	now = now.together(at)
	if now.Correlator == nil && now.User == nil && len(now.Account) == 0 {
		now.Data = a.Data // what came with the consultation is better than nothing
	}
	gone := a
	for len(gone.Connections) > 0 {
		gone = gone.drop(0, at, cause)
	}
	m.put(a, gone)
	m.put(h, now)
	subject, ok := now.Connection(device)
	if !ok {
		subject = now.last()
	}
	effects := []Effect{{Kind: CallEnded, Call: gone, By: device, Cause: cause}}
	if h.Answered.IsZero() && !now.Answered.IsZero() {
		effects = append(effects, Effect{Kind: CallAnswered, Call: now, Cause: cause})
	}
	return append(effects, Effect{Kind: g.Effect, Call: now, Subject: subject, To: other.Device, Old: a, Cause: cause}), nil
}

// together marks a call as answered where two of its parties can hear each
// other by now.
func (c *Call) together(at time.Time) *Call {
	if !c.Answered.IsZero() {
		return c
	}
	n := 0
	for i := range c.Connections {
		if s := c.Connections[i].State; s == connected || s == hold {
			n++
		}
	}
	if n < 2 {
		return c
	}
	next := *c
	next.Answered = at
	return &next
}

// Leave is the first half of a single-step transfer: the device goes out of
// the call, which is then brought to another one.
func (m *Model) Leave(at time.Time, call, device, to string, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	if conn.State != connected || c.Answered.IsZero() || len(c.Connections) == 1 {
		return nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidActiveConnectionState, "device %q is %s in call %q", device, conn.State, call)
	}
	now := c.drop(c.index(device), at, cause)
	now.Redirected = device
	m.put(c, now)
	return []Effect{{Kind: Transferred, Call: now, Subject: now.last(), To: to, Cause: cause}}, nil
}

// Intrude has a device whose call failed, because the called device is busy,
// join the call that this one speaks in.
func (m *Model) Intrude(at time.Time, call, device, target string, silent bool) ([]Effect, error) {
	waiting, conn, err := m.connection(call, device)
	if err != nil {
		return nil, err
	}
	if conn.Kind != Station || conn.State != connected || waiting.State(target) != fail || len(waiting.Connections) != 2 {
		return nil, csta.StateFault(csta.StateIncompatibilityErrorsInvalidConnectionState, "device %q has not found %q busy in call %q", device, target, call)
	}
	active := m.speaking(target)
	switch {
	case active == nil:
		return nil, csta.StateFault(csta.StateIncompatibilityErrorsNoActiveCall, "device %q speaks in no call", target)
	case active.index(device) >= 0:
		return nil, csta.OperationFault(csta.OperationErrorsRequestIncompatibleWithConnection, "device %q is in that call already", device)
	case len(active.Connections) >= MaxParties:
		return nil, tooMany(active)
	}
	gone := waiting
	for len(gone.Connections) > 0 {
		gone = gone.drop(0, at, csta.EventCauseIntrude)
	}
	joined := Connection{Device: device, Kind: Station, State: connected, Silent: silent, Joined: at, Answered: at}
	now := active.set(joined)
	m.put(waiting, gone)
	m.put(active, now)
	joined, _ = now.Connection(device)
	return []Effect{
		{Kind: CallEnded, Call: gone, By: device, Cause: csta.EventCauseIntrude},
		{Kind: Conferenced, Call: now, Subject: joined, To: device, Old: waiting, Cause: csta.EventCauseIntrude},
	}, nil
}

// Announce tells those who speak already that another device is with them by
// now; by is who brought it in. Silent sets how it takes part.
func (m *Model) Announce(call, by, added string, silent bool, cause csta.EventCause) ([]Effect, error) {
	c, conn, err := m.connection(call, added)
	if err != nil {
		return nil, err
	}
	conn.Silent = silent
	now := c.set(conn)
	m.put(c, now)
	subject, ok := now.Connection(by)
	if !ok {
		subject = conn
	}
	return []Effect{{Kind: Conferenced, Call: now, Subject: subject, To: added, Cause: cause}}, nil
}

// speaking gives the call in which a device is connected and answered.
func (m *Model) speaking(device string) *Call {
	for _, id := range m.at[device] {
		if c := m.calls[id]; c.State(device) == connected && !c.Answered.IsZero() {
			return c
		}
	}
	return nil
}
