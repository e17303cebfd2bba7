// Package line is the port to the telephones: what rings, answers and speaks.
//
// The engine tells a Line what to do with a leg, which is one device's end of
// one call, and goes on at once; whatever comes of it the line reports to its
// Host, in its own time. Neither side ever waits for the other. A line keeps
// no state of calls that the engine would have to ask for: the truth about
// calls is the engine's, the truth about the telephone is the line's.
package line

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Leg names one device's end of one call.
type Leg struct {
	// Call is the CSTA call id.
	Call string
	// Device is the device's number, or for a trunk the outside party's.
	Device string
}

// Offer is a call that a line should bring to the leg's device.
type Offer struct {
	Leg Leg
	// Calling is the number to show, CallingName the name that belongs to it.
	Calling, CallingName string
	// Prompt: the device is asked to pick up for a call of its own.
	Prompt bool
	// AutoAnswer: the device should pick up by itself, for a call that its own
	// user asked for.
	AutoAnswer bool
}

// Line is a telephone, or a trunk with the telephones behind it. Its methods
// return at once. What they are told about a leg the line does not know of is
// ignored: the leg ended while the order was under way.
type Line interface {
	// Offer brings a call to the leg's device. The line reports Ringing, and
	// later Answered or Rejected.
	Offer(Offer)
	// Answer has the device pick up. The line reports Answered.
	Answer(Leg)
	// Hold takes the device's voice out of the call, Retrieve puts it back.
	Hold(Leg)
	Retrieve(Leg)
	// Digits sends DTMF digits (0 to 9, *, # and A to D) into the call.
	Digits(leg Leg, digits string)
	// Move makes the leg part of another call: what it hears and who hears it
	// changes, nothing else. Reports name the new call from then on; those that
	// are under way may still name the old one.
	Move(leg Leg, call string)
	// Release ends the leg, whatever state it is in. Nothing is reported for
	// it any more.
	Release(leg Leg, cause csta.EventCause)
}

// ReportKind says what a line reports.
type ReportKind uint8

// The kinds of report there are.
const (
	// Reached: a trunk has passed the call on to the network.
	Reached ReportKind = iota + 1
	// Ringing: the device rings.
	Ringing
	// Answered: the device is off hook and hears the call.
	Answered
	// Rejected: the call cannot be brought to the device, for the report's cause.
	Rejected
	// Digits: the device's user dialled digits in the call.
	Digits
	// Ended: the device went on hook.
	Ended
	// MediaLost: nothing has been heard from the device for so long that it
	// must be gone.
	MediaLost
)

var reportNames = [...]string{
	Reached: "reached", Ringing: "ringing", Answered: "answered", Rejected: "rejected",
	Digits: "digits", Ended: "ended", MediaLost: "media lost",
}

// String names the kind of report.
func (k ReportKind) String() string {
	if k == 0 || int(k) >= len(reportNames) {
		return "unknown report"
	}
	return reportNames[k]
}

// Report is what a line has to say about a leg.
type Report struct {
	Leg  Leg
	Kind ReportKind
	// Cause is set for Rejected and Ended.
	Cause csta.EventCause
	// Digits is set for the kind of that name.
	Digits string
}

// Host takes the reports of lines. It may be called from any goroutine and
// returns at once; the reports of one leg are dealt with in their order.
type Host interface {
	Report(Report)
	// ReportAfter makes a report when d has passed, by the engine's clock.
	ReportAfter(d time.Duration, r Report)
}
