package signalr

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// maxTurnWait is how long a request may have to wait for its turn. It bounds the requests that wait, and each of them holds
// more memory than an idle connection.
const maxTurnWait = 2 * time.Second

// turnBurst is the time in which no connection was begun, at the most, that is made up for when many come at once.
const turnBurst = 100 * time.Millisecond

// turns spread the beginning of connections over time. Setting up a connection costs as much as many calls do, not least
// in memory to be collected, so a storm of them has to leave the others their share of the processors.
type turns struct {
	// interval is the time that one connection takes up, 0 if there is no limit.
	interval time.Duration

	mu sync.Mutex
	// next is when the next connection may begin. It lies in the past if nobody waits.
	next time.Time
	// waiting are the numbers of requests that wait, by their address.
	waiting map[string]int
}

func newTurns(rate float64) turns {
	var interval time.Duration
	if rate < unlimited {
		interval = time.Duration(float64(time.Second) / rate)
	}
	return turns{interval: interval, waiting: make(map[string]int)}
}

// wait waits for the turn of a request from an address. It refuses if there are so many before it that it would have to wait
// too long, or if half of all that may wait are from the same address: one that storms shall not keep out all others.
func (t *turns) wait(ctx context.Context, address func() string) answer {
	if t.interval == 0 {
		return answer{}
	}
	delay, from, ok := t.take(time.Now(), address)
	if !ok {
		return answer{http.StatusServiceUnavailable, "Too many connections are being opened."}
	}
	if delay <= 0 {
		return answer{}
	}
	defer t.leave(from)
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return answer{}
	case <-ctx.Done():
		// The client has gone; its turn passes.
		return answer{http.StatusServiceUnavailable, ""}
	}
}

// take takes the next turn and returns how long it is until then. If that is some time, the request counts as waiting, from the
// address that is returned, until leave.
func (t *turns) take(now time.Time, address func() string) (delay time.Duration, from string, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if earliest := now.Add(-turnBurst); t.next.Before(earliest) {
		t.next = earliest
	}
	if delay = t.next.Sub(now); delay > 0 {
		from = address()
		if delay > maxTurnWait || t.waiting[from] >= max(int(maxTurnWait/t.interval/2), 1) {
			return 0, "", false
		}
		t.waiting[from]++
	}
	t.next = t.next.Add(t.interval)
	return delay, from, true
}

func (t *turns) leave(from string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.waiting[from]--; t.waiting[from] == 0 {
		delete(t.waiting, from)
	}
}
