package callmodel

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Kind says what stands behind a connection.
type Kind uint8

// The kinds of connection there are.
const (
	// Station is a device of the tenant.
	Station Kind = iota + 1
	// Network is a party outside, reached through a trunk. Its device is the
	// number dialled or presented.
	Network
	// Waiting is a place where calls are without anybody: a queue, a device at
	// which a call is parked, or an announcement.
	Waiting
	lastKind
)

var kindNames = [...]string{Station: "telephone", Network: "party outside", Waiting: "queue, parking place or announcement"}

// String names the kind.
func (k Kind) String() string {
	if k == 0 || int(k) >= len(kindNames) {
		return "Kind(?)"
	}
	return kindNames[k]
}

// Connection is one device's part in a call (ECMA-269, connection).
type Connection struct {
	Device string
	Kind   Kind
	State  csta.LocalConnectionState
	// Offered: the device alerts in offered mode; it does not ring before the
	// call is accepted.
	Offered bool
	// Silent: the device hears the call and is not heard (participationType).
	Silent bool
	// Answering: the device was told to pick up, and has not yet.
	Answering bool
	// Joined is when the connection came to be, Answered when it was first
	// connected to the other parties (zero before).
	Joined, Answered time.Time
	// Order counts the connections of the call in the order they joined, from 0.
	Order int
	// Left is set once the connection is gone, see Call.Past.
	Left time.Time
	// Cause is why the connection is gone, or why it failed.
	Cause csta.EventCause
	// Queue is the queue for which the device rings or rang, empty for others.
	Queue string
	// To is the device that the call went to from here: to which it was diverted,
	// or the queue that has it again since the device did not want it. It is empty
	// where the connection is not gone for that.
	To string
	// Failed: the call could not be brought to the device.
	Failed bool
}

// Origin is what is known about a call when it begins, and does not change.
type Origin struct {
	// Call is the new call's id, Linkage the id that all calls of the
	// conversation share (callLinkageData).
	Call, Linkage string
	// Calling and Called are the numbers as dialled. Called is empty while the
	// caller still dials.
	Calling, Called string
	// Direction tells where the call came from and where it goes.
	Direction record.Direction
	// Consults is the call that was put aside for this one, empty if none was.
	Consults string
	// RequestedBy is the user for whom CSTA made the call, and Service the
	// service that was used; both empty for a call made at the telephone.
	RequestedBy, Service string
}

// Call is one call. Its values are never changed; every move makes a new one.
type Call struct {
	Origin
	Data
	// Started is when the call began, Answered when its parties were first
	// connected to each other (zero before).
	Started, Answered time.Time
	// Redirected is the device that the call was last redirected from, empty
	// for a call that went where it was dialled to.
	Redirected string
	// Connections are the connections there are, in the order they joined.
	Connections []Connection
	// Past are the connections there were, in the order they left.
	Past []Connection
}

// Connection gives the connection of a device in the call.
func (c *Call) Connection(device string) (Connection, bool) {
	if i := c.index(device); i >= 0 {
		return c.Connections[i], true
	}
	return Connection{}, false
}

// State gives the state of a device's connection, null where it has none.
func (c *Call) State(device string) csta.LocalConnectionState {
	if i := c.index(device); i >= 0 {
		return c.Connections[i].State
	}
	return csta.LocalConnectionStateNull
}

// Other gives the connection that device speaks with in a call of two; the
// first of the others in a larger one.
func (c *Call) Other(device string) (Connection, bool) {
	for i := range c.Connections {
		if c.Connections[i].Device != device {
			return c.Connections[i], true
		}
	}
	return Connection{}, false
}

// far reports whether some other connection than device's is as wanted.
func (c *Call) far(device string, wanted func(*Connection) bool) bool {
	for i := range c.Connections {
		if o := &c.Connections[i]; o.Device != device && wanted(o) {
			return true
		}
	}
	return false
}

// attended reports whether somebody is at a connection, who dials, speaks or
// waits: not a telephone that only rings, nor a place in a queue.
func (c *Connection) attended() bool {
	return c.State == initiated || c.State == connected || c.State == hold
}

// failed reports whether nobody but failed connections is with a device.
func (c *Call) failed(device string) bool {
	return c.far(device, func(*Connection) bool { return true }) &&
		!c.far(device, func(o *Connection) bool { return o.State != csta.LocalConnectionStateFail })
}

func (c *Call) index(device string) int {
	return slices.IndexFunc(c.Connections, func(o Connection) bool { return o.Device == device })
}

// set gives the call with one connection changed, or added where the device
// has none yet.
func (c *Call) set(conn Connection) *Call {
	next := *c
	if i := c.index(conn.Device); i >= 0 {
		next.Connections = slices.Clone(c.Connections)
		next.Connections[i] = conn
		return &next
	}
	conn.Order = len(c.Connections) + len(c.Past)
	next.Connections = append(slices.Clip(c.Connections), conn)
	return &next
}

// drop gives the call with one connection moved to the past.
func (c *Call) drop(i int, at time.Time, cause csta.EventCause) *Call {
	return c.dropTo(i, at, "", cause)
}

// dropTo is drop for a connection from which the call goes to another device.
func (c *Call) dropTo(i int, at time.Time, to string, cause csta.EventCause) *Call {
	next := *c
	gone := c.Connections[i]
	gone.To = to
	if gone.State == csta.LocalConnectionStateFail {
		gone.Failed = true // for the cause it has
	} else {
		gone.Cause = cause
	}
	gone.State, gone.Left = csta.LocalConnectionStateNull, at
	next.Past = append(slices.Clip(c.Past), gone)
	next.Connections = slices.Concat(c.Connections[:i], c.Connections[i+1:])
	return &next
}

// last gives the connection that left last.
func (c *Call) last() Connection { return c.Past[len(c.Past)-1] }
