package pbx

import (
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/line"
)

// command is something for the switch to do: exactly one field is set.
type command struct {
	request *Request
	report  *line.Report
	delayed *delayedReport
	do      func(*Switch)
}

type delayedReport struct {
	after  time.Duration
	report line.Report
}

// mailbox holds what a tenant's switch has yet to do, in order. Putting never
// blocks, so that a line may report from within an order it was just given; it
// stays small because each session has a bounded number of requests under way
// and each leg a handful of reports.
type mailbox struct {
	mu     sync.Mutex
	queue  []command
	closed bool
	wake   chan struct{}
}

func newMailbox() *mailbox { return &mailbox{wake: make(chan struct{}, 1)} }

// put adds a command; false once the mailbox is closed.
func (m *mailbox) put(c command) bool {
	m.mu.Lock()
	if m.closed {
		m.mu.Unlock()
		return false
	}
	m.queue = append(m.queue, c)
	m.mu.Unlock()
	select {
	case m.wake <- struct{}{}:
	default:
	}
	return true
}

// take empties the mailbox into a queue, whose memory it takes over for reuse.
func (m *mailbox) take(spare []command) []command {
	clear(spare)
	m.mu.Lock()
	defer m.mu.Unlock()
	taken := m.queue
	m.queue = spare[:0]
	return taken
}

// shut refuses further commands.
func (m *mailbox) shut() {
	m.mu.Lock()
	m.closed = true
	m.mu.Unlock()
	select {
	case m.wake <- struct{}{}:
	default:
	}
}

// shutDown reports whether the mailbox is shut and empty.
func (m *mailbox) shutDown() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.closed && len(m.queue) == 0
}

// Report implements line.Host.
func (m *mailbox) Report(r line.Report) { m.put(command{report: &r}) }

// ReportAfter implements line.Host.
func (m *mailbox) ReportAfter(d time.Duration, r line.Report) {
	m.put(command{delayed: &delayedReport{after: d, report: r}})
}
