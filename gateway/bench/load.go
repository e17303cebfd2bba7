package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// Load says what to put on a server.
type Load struct {
	// Hub is its address, such as http://127.0.0.1:8080/csta, and Token lets in.
	Hub, Token string
	// Connections share the load.
	Connections int
	// Rate is how many calls begin in a second, whether or not those before
	// them are answered; 0 is as many as are answered, one after the other on
	// each connection.
	Rate int
	// Time is how long it lasts.
	Time time.Duration
	// Target and Argument are the hub method and its argument in JSON.
	Target, Argument string
}

// Result is what came of a load. The zero value has nothing in it yet.
type Result struct {
	Failed int
	// Error is the text with which a call failed, if any did.
	Error string
	// Time is how long it all took.
	Time time.Duration

	mu        sync.Mutex
	latencies []time.Duration
	sorted    bool
}

// Add counts a call. With a rate its latency counts from when it was due, so
// that a call that had to wait for its turn counts as slow.
func (r *Result) Add(latency time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.latencies, r.sorted = append(r.latencies, latency), false
}

// fail counts a call that failed.
func (r *Result) fail(why string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.Failed++
	r.Error = why
}

// Calls is how many calls were made, those that failed included.
func (r *Result) Calls() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.latencies)
}

// At gives the latency that a part of the calls did not exceed; 0.99 is p99.
func (r *Result) At(part float64) time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.latencies) == 0 {
		return 0
	}
	if !r.sorted {
		slices.Sort(r.latencies)
		r.sorted = true
	}
	return r.latencies[min(int(part*float64(len(r.latencies))), len(r.latencies)-1)]
}

// Print writes the result for people.
func (r *Result) Print(w io.Writer) {
	fmt.Fprintf(w, "%d calls in %v: %.0f/s, p50 %v, p90 %v, p99 %v, longest %v, failed %d\n",
		r.Calls(), r.Time.Round(time.Millisecond), float64(r.Calls())/r.Time.Seconds(),
		r.At(0.5).Round(time.Microsecond), r.At(0.9).Round(time.Microsecond), r.At(0.99).Round(time.Microsecond),
		r.At(1).Round(time.Microsecond), r.Failed)
	if r.Error != "" {
		fmt.Fprintf(w, "failed with: %s\n", r.Error)
	}
}

// Run puts the load on the server.
func (l *Load) Run(ctx context.Context) (*Result, error) {
	if l.Connections < 1 || l.Rate < 0 || l.Time <= 0 {
		return nil, errors.New("a load has at least one connection, a rate that is not negative, and a time")
	}
	clients := make([]*Client, 0, l.Connections)
	defer func() {
		for _, c := range clients {
			_ = c.Close()
		}
	}()
	for range l.Connections {
		c, err := Dial(ctx, l.Hub, l.Token, nil, nil)
		if err != nil {
			return nil, err
		}
		clients = append(clients, c)
	}
	ctx, cancel := context.WithTimeout(ctx, l.Time+10*time.Second)
	defer cancel()
	r := &Result{}
	begin := time.Now()
	if l.Rate == 0 {
		l.inTurn(ctx, clients, begin, r)
	} else {
		l.atRate(ctx, clients, begin, r)
	}
	r.Time = time.Since(begin)
	return r, nil
}

// inTurn calls one after the other on each connection.
func (l *Load) inTurn(ctx context.Context, clients []*Client, begin time.Time, r *Result) {
	var wg sync.WaitGroup
	for _, c := range clients {
		wg.Go(func() {
			for time.Since(begin) < l.Time && ctx.Err() == nil {
				l.call(ctx, c, time.Now(), r)
			}
		})
	}
	wg.Wait()
}

// atRate begins calls when they are due.
func (l *Load) atRate(ctx context.Context, clients []*Client, begin time.Time, r *Result) {
	var wg sync.WaitGroup
	defer wg.Wait()
	total := int(l.Time.Seconds() * float64(l.Rate))
	for i := range total {
		due := begin.Add(time.Duration(i) * time.Second / time.Duration(l.Rate))
		if wait := time.Until(due); wait > 0 {
			select {
			case <-time.After(wait):
			case <-ctx.Done():
				return
			}
		}
		wg.Go(func() { l.call(ctx, clients[i%len(clients)], due, r) })
	}
}

func (l *Load) call(ctx context.Context, c *Client, due time.Time, r *Result) {
	answer, err := c.Call(ctx, l.Target, l.Argument)
	r.Add(time.Since(due))
	switch {
	case err != nil:
		r.fail(err.Error())
	case answer.Error != "":
		r.fail(answer.Error)
	}
}
