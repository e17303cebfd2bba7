package pbx

import (
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

func TestExpectedWait(t *testing.T) {
	const minute = time.Minute
	for _, tt := range []struct {
		name          string
		inFront, free int
		staff         float64
		busy          time.Duration
		want          time.Duration
		unknown       bool
	}{
		{name: "nobody is there", busy: minute, unknown: true},
		{name: "nobody is there, and others wait", inFront: 7, busy: minute, unknown: true},
		{name: "somebody is free", staff: 3, free: 1, busy: minute},
		{name: "somebody is free before any call", staff: 3, free: 1},
		{name: "who is free is for those in front", inFront: 1, staff: 3, free: 1, busy: 3 * minute, want: minute},
		{name: "the next of one agent", staff: 1, busy: minute, want: minute},
		{name: "the next of three", staff: 3, busy: 3 * minute, want: minute},
		{name: "the tenth of three", inFront: 9, staff: 3, busy: 3 * minute, want: 10 * minute},
		{name: "the next of one who has two queues", staff: 0.5, busy: minute, want: 2 * minute},
		{name: "no call has ended yet", staff: 2, unknown: true},
	} {
		got, known := expectedWait(tt.inFront, tt.staff, tt.free, tt.busy)
		if got != tt.want || known == tt.unknown {
			t.Errorf("%s: %v, %v", tt.name, got, known)
		}
	}
}

// TestExpectedWaitGrows: it is never shorter for who comes later.
func TestExpectedWaitGrows(t *testing.T) {
	for staff := 1; staff < 5; staff++ {
		for free := 0; free <= staff; free++ {
			last := time.Duration(0)
			for inFront := range 20 {
				wait, known := expectedWait(inFront, float64(staff), free, time.Minute)
				if !known || wait < last {
					t.Errorf("%d agents, %d free, %d in front: %v after %v", staff, free, inFront, wait, last)
				}
				last = wait
			}
		}
	}
}

func TestHandled(t *testing.T) {
	var h handled
	if h.mean() != 0 {
		t.Error("a mean of nothing")
	}
	for i := range 2 * maxHandled {
		h = h.add(time.Duration(i) * time.Second)
	}
	// The last twenty of forty: 20 to 39 seconds.
	if len(h) != maxHandled || h.mean() != 29500*time.Millisecond {
		t.Errorf("%d, %v", len(h), h.mean())
	}
}

// TestHandledAfterStart: the calls that count are those that ended last, in
// whatever order their records come.
func TestHandledAfterStart(t *testing.T) {
	began := time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)
	var calls []record.CallRecord
	for i := 2*maxHandled - 1; i >= 0; i-- { // the last one first
		answered := began.Add(time.Duration(i) * time.Hour)
		calls = append(calls, record.CallRecord{Parties: []record.Party{
			{Device: "400", Joined: began, Left: answered, To: "200", Cause: csta.EventCauseDistributed.String()},
			{Device: "200", Queue: "400", Joined: began, Answered: answered, Left: answered.Add(time.Duration(i) * time.Second)},
		}})
	}
	if h := handledIn(&record.Queue{Device: "400"}, calls, talksIn(calls)); len(h) != maxHandled || h.mean() != 29500*time.Millisecond {
		t.Errorf("%d, %v", len(h), h.mean())
	}
}
