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
	// Originate: the device's own leg is up, and the call goes on its way.
	Originate
	// Reach: the call has left through a trunk.
	Reach
	// Deliver: the call rings at a device.
	Deliver
	// Answer: the device that rang is connected.
	Answer
	// Hold and Retrieve: the device puts the call aside and takes it up again.
	Hold
	Retrieve
	// Fail: the call cannot be brought to the device.
	Fail
	// Clear: the connection ends.
	Clear
	lastTrigger
)

var triggerNames = [...]string{
	Initiate: "Initiate", Originate: "Originate", Reach: "Reach", Deliver: "Deliver", Answer: "Answer",
	Hold: "Hold", Retrieve: "Retrieve", Fail: "Fail", Clear: "Clear",
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
	station = []Kind{Station}
	network = []Kind{Network}
	both    = []Kind{Station, Network}
)

// Table holds every transition there is (ECMA-269, connection state
// transitions). What it does not list is refused, see Refusal.
//
// A party outside is first connected to (NetworkReached), then rings as far as
// the network tells (Delivered), then answers (Established); a station rings
// at once.
var Table = []Transition{
	{Initiate, station, csta.LocalConnectionStateNull, csta.LocalConnectionStateInitiated, ServiceInitiated},
	{Originate, station, csta.LocalConnectionStateInitiated, csta.LocalConnectionStateConnected, Originated},
	{Reach, network, csta.LocalConnectionStateNull, csta.LocalConnectionStateConnected, NetworkReached},
	{Deliver, station, csta.LocalConnectionStateNull, csta.LocalConnectionStateAlerting, Delivered},
	{Deliver, network, csta.LocalConnectionStateConnected, csta.LocalConnectionStateAlerting, Delivered},
	{Answer, both, csta.LocalConnectionStateAlerting, csta.LocalConnectionStateConnected, Established},
	{Answer, network, csta.LocalConnectionStateConnected, csta.LocalConnectionStateConnected, Established},
	{Hold, station, csta.LocalConnectionStateConnected, csta.LocalConnectionStateHold, Held},
	{Retrieve, station, csta.LocalConnectionStateHold, csta.LocalConnectionStateConnected, Retrieved},
	{Fail, both, csta.LocalConnectionStateNull, csta.LocalConnectionStateFail, Failed},
	{Fail, network, csta.LocalConnectionStateConnected, csta.LocalConnectionStateFail, Failed},
	{Clear, station, csta.LocalConnectionStateInitiated, csta.LocalConnectionStateNull, ConnectionCleared},
	{Clear, both, csta.LocalConnectionStateAlerting, csta.LocalConnectionStateNull, ConnectionCleared},
	{Clear, both, csta.LocalConnectionStateConnected, csta.LocalConnectionStateNull, ConnectionCleared},
	{Clear, station, csta.LocalConnectionStateHold, csta.LocalConnectionStateNull, ConnectionCleared},
	{Clear, both, csta.LocalConnectionStateFail, csta.LocalConnectionStateNull, ConnectionCleared},
}

// Refusal says with which error a trigger is refused that the table does not
// list for the connection's state.
var Refusal = map[Trigger]csta.StateIncompatibilityErrors{
	Initiate:  csta.StateIncompatibilityErrorsInvalidCallingDeviceState,
	Originate: csta.StateIncompatibilityErrorsInvalidConnectionState,
	Reach:     csta.StateIncompatibilityErrorsInvalidConnectionState,
	Deliver:   csta.StateIncompatibilityErrorsInvalidCalledDeviceState,
	Answer:    csta.StateIncompatibilityErrorsNoCallToAnswer,
	Hold:      csta.StateIncompatibilityErrorsNoActiveCall,
	Retrieve:  csta.StateIncompatibilityErrorsNoHeldCall,
	Fail:      csta.StateIncompatibilityErrorsInvalidConnectionState,
	Clear:     csta.StateIncompatibilityErrorsNoConnectionToClear,
}

// TakesVoice lists the triggers after which a station's user speaks or listens
// in the call. A user does so in one call at a time: they are refused with
// Occupied while another connection of the device is connected.
var TakesVoice = map[Trigger]bool{Initiate: true, Originate: true, Answer: true, Retrieve: true}

// Occupied says with which error a trigger is refused at a device that is
// connected in another call.
func Occupied(t Trigger) csta.StateIncompatibilityErrors {
	if t == Initiate {
		return csta.StateIncompatibilityErrorsInvalidCallingDeviceState
	}
	return csta.StateIncompatibilityErrorsConnectedCallExists
}

// stateCount is one more than the highest connection state.
const stateCount = int(csta.LocalConnectionStateFail) + 1

// lookup is Table by trigger, kind and state, made once.
var lookup = func() (l [lastTrigger][Network + 1][stateCount]*Transition) {
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
