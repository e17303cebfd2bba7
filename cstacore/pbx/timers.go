package pbx

import (
	"container/heap"
	"time"

	"github.com/cstahub/cstahub/cstacore/line"
)

// timerKind says what is due.
type timerKind uint8

const (
	promptTimer       timerKind = iota + 1 // the prompted device was not picked up
	digitTimer                             // no further digit was dialled
	offerTimer                             // the device that the call was offered to did not accept it
	ringTimer                              // the device was not answered
	autoAnswerTimer                        // the device picks up by itself
	toneTimer                              // the caller has heard the tone of a failed call long enough
	announcementTimer                      // the announcement is over
	routeTimer                             // the application has not said where the call is to go
	parkTimer                              // the parked call was not picked up
	campTimer                              // the device did not become free
	lengthTimer                            // the call has lasted as long as a call may
	repeatTimer                            // the request that made the call is forgotten
	queueTimer                             // the call has waited long enough in a queue
	wrapUpTimer                            // the agent's work after a call is over
	restTimer                              // the member who missed a call may be rung again
	statsTimer                             // a queue's statistics are to be told
	reportTimer                            // a line's delayed report
)

// timer is something due at a time. Timers due at the same time fire in the
// order in which they were set.
type timer struct {
	due    time.Time
	serial uint64
	kind   timerKind
	leg    line.Leg    // without a device for the timers of a whole call
	report line.Report // for reportTimer
	index  int         // place in the heap, -1 once it fired or was stopped
}

// timers is a switch's clockwork: no goroutine and no clock of its own, it is
// asked what is due at a time.
type timers struct {
	heap   timerHeap
	serial uint64
}

// set starts a timer.
func (t *timers) set(due time.Time, kind timerKind, leg line.Leg) *timer {
	return t.add(&timer{due: due, kind: kind, leg: leg})
}

// setReport has a line's report made later.
func (t *timers) setReport(due time.Time, r line.Report) {
	t.add(&timer{due: due, kind: reportTimer, leg: r.Leg, report: r})
}

func (t *timers) add(item *timer) *timer {
	t.serial++
	item.serial = t.serial
	heap.Push(&t.heap, item)
	return item
}

// stop takes a timer back. A timer that fired, was stopped or never was is
// left alone.
func (t *timers) stop(item *timer) {
	if item != nil && item.index >= 0 {
		heap.Remove(&t.heap, item.index)
	}
}

// next tells when the earliest timer is due.
func (t *timers) next() (time.Time, bool) {
	if len(t.heap) == 0 {
		return time.Time{}, false
	}
	return t.heap[0].due, true
}

// pop gives the earliest timer that is due at a time, or nil.
func (t *timers) pop(at time.Time) *timer {
	if len(t.heap) == 0 || t.heap[0].due.After(at) {
		return nil
	}
	return heap.Pop(&t.heap).(*timer)
}

// timerHeap implements heap.Interface.
type timerHeap []*timer

func (h timerHeap) Len() int { return len(h) }

func (h timerHeap) Less(i, j int) bool {
	if !h[i].due.Equal(h[j].due) {
		return h[i].due.Before(h[j].due)
	}
	return h[i].serial < h[j].serial
}

func (h timerHeap) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}

func (h *timerHeap) Push(x any) {
	item := x.(*timer)
	item.index = len(*h)
	*h = append(*h, item)
}

func (h *timerHeap) Pop() any {
	old := *h
	item := old[len(old)-1]
	old[len(old)-1] = nil
	*h = old[:len(old)-1]
	item.index = -1
	return item
}
