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
	// CallEnded: no connection is left. It comes before the last events of the
	// call, so that nobody hears of an end that is not written down.
	CallEnded

	ServiceInitiated
	Originated
	NetworkReached
	Delivered
	Established
	Held
	Retrieved
	Failed
	ConnectionCleared
)

var effectNames = [...]string{
	CallBegan: "CallBegan", CallAnswered: "CallAnswered", CallEnded: "CallEnded",
	ServiceInitiated: "ServiceInitiated", Originated: "Originated", NetworkReached: "NetworkReached",
	Delivered: "Delivered", Established: "Established", Held: "Held", Retrieved: "Retrieved",
	Failed: "Failed", ConnectionCleared: "ConnectionCleared",
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
	// Call is the call after the change.
	Call *Call
	// Subject is the connection the event is about, after the change. It is
	// empty for the effects of a call's life.
	Subject Connection
	// By is the device that caused a ConnectionCleared, the releasing device.
	By string
	// Cause is the event's cause, and for CallEnded the cause of the end.
	Cause csta.EventCause
	// SubjectOnly: the event concerns the subject's own monitors only. When a
	// call ends, each device hears of its own connection and of no other.
	SubjectOnly bool
}
