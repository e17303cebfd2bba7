package callmodel

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// Trigger is something that can happen to a connection.
type Trigger uint8

// The triggers there are.
const (
	// Initiate: a device goes off hook, or is prompted to, for a new call.
	Initiate Trigger = iota + 1
	// Dial: digits are dialled, and more are to follow.
	Dial
	// Originate: the device's own leg is up, and the call goes on its way.
	Originate
	// Reach: the call has left through a trunk.
	Reach
	// Offer: the call reaches a device that must accept it before it rings.
	Offer
	// Deliver: the call rings at a device.
	Deliver
	// Enqueue: the call waits at a queue or parking place, or for a busy device.
	Enqueue
	// Answer: the device that rang is connected.
	Answer
	// Join: a device is connected that did not ring, or for which another did.
	Join
	// Hold and Retrieve: the device puts the call aside and takes it up again.
	Hold
	Retrieve
	// Divert: the call leaves the device for another one.
	Divert
	// Withdraw: the call is taken back from a party outside that it cannot be
	// brought to, for another device.
	Withdraw
	// Fail: the call cannot be brought to the device.
	Fail
	// Clear: the connection ends.
	Clear
	lastTrigger
)

var triggerNames = [...]string{
	Initiate: "Initiate", Dial: "Dial", Originate: "Originate", Reach: "Reach", Offer: "Offer", Deliver: "Deliver",
	Enqueue: "Enqueue", Answer: "Answer", Join: "Join", Hold: "Hold", Retrieve: "Retrieve", Divert: "Divert", Withdraw: "Withdraw",
	Fail: "Fail", Clear: "Clear",
}

// String names the trigger.
func (t Trigger) String() string {
	if t == 0 || int(t) >= len(triggerNames) {
		return "Trigger(?)"
	}
	return triggerNames[t]
}

// Transition is one line of the table: a connection of one of the kinds, in
// state From, goes to To and the effect is told.
type Transition struct {
	Trigger Trigger
	Kinds   []Kind
	From    csta.LocalConnectionState
	To      csta.LocalConnectionState
	Effect  EffectKind
}

var (
	stations = []Kind{Station}
	networks = []Kind{Network}
	places   = []Kind{Waiting}
	parties  = []Kind{Station, Network}
	anyKind  = []Kind{Station, Network, Waiting}
)

const (
	null      = csta.LocalConnectionStateNull
	initiated = csta.LocalConnectionStateInitiated
	alerting  = csta.LocalConnectionStateAlerting
	connected = csta.LocalConnectionStateConnected
	hold      = csta.LocalConnectionStateHold
	queued    = csta.LocalConnectionStateQueued
	fail      = csta.LocalConnectionStateFail
)

// Table holds every transition of one connection (ECMA-269, connection state
// transitions). What it does not list is refused, see Refusal. Transfer and
// conference, which concern the connections of two calls, are in Merges.
//
// A party outside is first connected to (NetworkReached), then rings as far as
// the network tells (Delivered), then answers (Established); a station rings
// at once, or is offered the call first.
var Table = []Transition{
	{Initiate, stations, null, initiated, ServiceInitiated},
	{Dial, stations, initiated, initiated, DigitsDialed},
	{Originate, stations, initiated, connected, Originated},
	{Reach, networks, null, connected, NetworkReached},
	{Offer, stations, null, alerting, Offered},
	{Deliver, stations, null, alerting, Delivered},
	{Deliver, stations, alerting, alerting, Delivered}, // accepted, see Connection.Offered
	{Deliver, stations, queued, alerting, Delivered},   // the busy device is free
	{Deliver, networks, connected, alerting, Delivered},
	{Enqueue, places, null, queued, Queued},
	{Enqueue, stations, fail, queued, Queued}, // camp on
	{Answer, parties, alerting, connected, Established},
	{Answer, networks, connected, connected, Established},
	{Join, stations, null, connected, Established},
	{Join, places, null, connected, Established}, // an announcement
	{Hold, stations, connected, hold, Held},
	{Retrieve, stations, hold, connected, Retrieved},
	{Divert, stations, alerting, null, Diverted},
	{Divert, stations, connected, null, Diverted}, // park
	{Divert, stations, queued, null, Diverted},
	{Divert, places, queued, null, Diverted},
	{Withdraw, networks, connected, null, Diverted},
	{Fail, parties, null, fail, Failed},
	{Fail, stations, alerting, fail, Failed}, // it was offered, and cannot ring
	{Fail, networks, connected, fail, Failed},
	{Fail, places, queued, fail, Failed}, // it is refused where it waits
	{Clear, stations, initiated, null, ConnectionCleared},
	{Clear, parties, alerting, null, ConnectionCleared},
	{Clear, parties, connected, null, ConnectionCleared},
	{Clear, places, connected, null, ConnectionCleared},
	{Clear, stations, hold, null, ConnectionCleared},
	{Clear, anyKind, queued, null, ConnectionCleared},
	{Clear, anyKind, fail, null, ConnectionCleared},
}

// Refusal says with which error a trigger is refused that the table does not
// list for the connection's state.
var Refusal = map[Trigger]csta.StateIncompatibilityErrors{
	Initiate:  csta.StateIncompatibilityErrorsInvalidCallingDeviceState,
	Dial:      csta.StateIncompatibilityErrorsInvalidConnectionState,
	Originate: csta.StateIncompatibilityErrorsInvalidConnectionState,
	Reach:     csta.StateIncompatibilityErrorsInvalidConnectionState,
	Offer:     csta.StateIncompatibilityErrorsInvalidCalledDeviceState,
	Deliver:   csta.StateIncompatibilityErrorsInvalidCalledDeviceState,
	Enqueue:   csta.StateIncompatibilityErrorsInvalidConnectionState,
	Answer:    csta.StateIncompatibilityErrorsNoCallToAnswer,
	Join:      csta.StateIncompatibilityErrorsInvalidDeviceState,
	Hold:      csta.StateIncompatibilityErrorsNoActiveCall,
	Retrieve:  csta.StateIncompatibilityErrorsNoHeldCall,
	Divert:    csta.StateIncompatibilityErrorsInvalidConnectionState,
	Withdraw:  csta.StateIncompatibilityErrorsInvalidConnectionState,
	Fail:      csta.StateIncompatibilityErrorsInvalidConnectionState,
	Clear:     csta.StateIncompatibilityErrorsNoConnectionToClear,
}

// TakesVoice lists the triggers after which a station's user speaks or listens
// in the call. A user does so in one call at a time: they are refused with
// Occupied while another connection of the device is connected.
var TakesVoice = map[Trigger]bool{Initiate: true, Originate: true, Answer: true, Join: true, Retrieve: true}

// Occupied says with which error a trigger is refused at a device that is
// connected in another call.
func Occupied(t Trigger) csta.StateIncompatibilityErrors {
	if t == Initiate {
		return csta.StateIncompatibilityErrorsInvalidCallingDeviceState
	}
	return csta.StateIncompatibilityErrorsConnectedCallExists
}

// stateCount is one more than the highest connection state.
const stateCount = int(fail) + 1

// lookup is Table by trigger, kind and state, made once.
var lookup = func() (l [lastTrigger][lastKind][stateCount]*Transition) {
	for i := range Table {
		row := &Table[i]
		for _, kind := range row.Kinds {
			l[row.Trigger][kind][row.From] = row
		}
	}
	return l
}()

// next gives the line of the table for a trigger, or nil where there is none.
func next(t Trigger, kind Kind, from csta.LocalConnectionState) *Transition {
	return lookup[t][kind][from]
}
