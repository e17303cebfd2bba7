package callmodel

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// EffectKind says what an effect tells.
type EffectKind uint8

// The kinds of effect there are: a call's life, which must be written down,
// and the CSTA events of the same names.
const (
	// CallBegan: the call exists from here on.
	CallBegan EffectKind = iota + 1
	// CallAnswered: its parties are connected to each other for the first time.
	CallAnswered
	// CallEnded: no connection is left, or all of them are in another call by
	// now. It comes before the last events of the call, so that nobody hears of
	// an end that is not written down.
	CallEnded

	ServiceInitiated
	DigitsDialed
	Originated
	NetworkReached
	Offered
	Delivered
	Queued
	Established
	Held
	Retrieved
	Diverted
	Transferred
	Conferenced
	Failed
	ConnectionCleared
	// CallCleared comes last, and concerns those who monitor the call.
	CallCleared
	// CallInformation: the data of the call have changed.
	CallInformation
)

var effectNames = [...]string{
	CallBegan: "CallBegan", CallAnswered: "CallAnswered", CallEnded: "CallEnded",
	ServiceInitiated: "ServiceInitiated", DigitsDialed: "DigitsDialed", Originated: "Originated",
	NetworkReached: "NetworkReached", Offered: "Offered", Delivered: "Delivered", Queued: "Queued",
	Established: "Established", Held: "Held", Retrieved: "Retrieved", Diverted: "Diverted",
	Transferred: "Transferred", Conferenced: "Conferenced", Failed: "Failed",
	ConnectionCleared: "ConnectionCleared", CallCleared: "CallCleared", CallInformation: "CallInformation",
}

// String names the effect as the standard names the event.
func (k EffectKind) String() string {
	if k == 0 || int(k) >= len(effectNames) {
		return "EffectKind(?)"
	}
	return effectNames[k]
}

// Effect is something the world should hear of.
type Effect struct {
	Kind EffectKind
	// Call is the call after the change. For Transferred and Conferenced it is
	// the call that goes on.
	Call *Call
	// Subject is the connection the event is about, after the change. It is
	// empty for the effects of a call's life. For Transferred and Conferenced it
	// is the connection, in the call that goes on, of the device that brought
	// the parties together; its state is null where that device is out.
	Subject Connection
	// By is the device that caused a ConnectionCleared, the releasing device.
	By string
	// To is where a Diverted call goes, who is added by Conferenced, and to whom
	// Transferred leads.
	To string
	// Digits are those that DigitsDialed tells.
	Digits string
	// Old is the other call that Transferred and Conferenced put an end to, as
	// it was before; nil where there was one call only.
	Old *Call
	// Cause is the event's cause, and for CallEnded the cause of the end.
	Cause csta.EventCause
	// SubjectOnly: the event concerns the subject's own monitors only. When a
	// call ends, each device hears of its own connection and of no other.
	SubjectOnly bool
}
