package sim

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// The numbers beyond the simulated trunk that do not simply answer.
const (
	// NumberBusy is busy.
	NumberBusy = "5550001"
	// NumberNoAnswer rings and is never answered.
	NumberNoAnswer = "5550002"
	// NumberRejects refuses the call.
	NumberRejects = "5550003"
)

// How long the simulated network takes.
const (
	// RingAfter passes between the call's leaving and the far end's ringing,
	// or its being refused.
	RingAfter = 500 * time.Millisecond
	// AnswerAfter passes between the call's leaving and the answer.
	AnswerAfter = 2 * time.Second
)

// Trunk simulates a line to the network, and all the telephones behind it:
// every number rings and answers after AnswerAfter, save those named above.
type Trunk struct {
	host line.Host
}

// NewTrunk gives a trunk that reports to host.
func NewTrunk(host line.Host) *Trunk { return &Trunk{host: host} }

// Offer sends the call out.
func (t *Trunk) Offer(o line.Offer) {
	t.host.Report(line.Report{Leg: o.Leg, Kind: line.Reached})
	switch o.Leg.Device {
	case NumberBusy:
		t.host.ReportAfter(RingAfter, line.Report{Leg: o.Leg, Kind: line.Rejected, Cause: csta.EventCauseBusy})
	case NumberRejects:
		t.host.ReportAfter(RingAfter, line.Report{Leg: o.Leg, Kind: line.Rejected, Cause: csta.EventCauseCallCancelled})
	case NumberNoAnswer:
		t.host.ReportAfter(RingAfter, line.Report{Leg: o.Leg, Kind: line.Ringing})
	default:
		t.host.ReportAfter(RingAfter, line.Report{Leg: o.Leg, Kind: line.Ringing})
		t.host.ReportAfter(AnswerAfter, line.Report{Leg: o.Leg, Kind: line.Answered})
	}
}

// Answer does nothing: the far end's telephone cannot be answered from here.
func (t *Trunk) Answer(line.Leg) {}

// Hold does nothing: no voice is simulated.
func (t *Trunk) Hold(line.Leg) {}

// Retrieve does nothing: no voice is simulated.
func (t *Trunk) Retrieve(line.Leg) {}

// Digits does nothing: no voice is simulated.
func (t *Trunk) Digits(line.Leg, string) {}

// Move does nothing: no voice is simulated.
func (t *Trunk) Move(line.Leg, string) {}

// Release needs no work: reports for a leg that is gone are ignored.
func (t *Trunk) Release(line.Leg, csta.EventCause) {}
