package app

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

const (
	// auditQueue is how many entries may wait to be stored. A stranger who makes
	// more than the disk can take has them counted in the log instead.
	auditQueue = 4096
	// auditBatch is how many are stored at a time.
	auditBatch = 256
	// auditTime is how long storing them may take.
	auditTime = 10 * time.Second
)

// auditStore keeps the audit log.
type auditStore interface {
	AppendAudit(ctx context.Context, entries ...record.AuditEntry) error
}

// auditor writes the audit log in the background, so that nobody waits for the
// disk whose deed is only told.
type auditor struct {
	store auditStore
	log   *slog.Logger
	queue chan record.AuditEntry
	ended chan struct{}

	mu      sync.Mutex
	closed  bool
	dropped int
	// pending is how many were noted and are not stored yet.
	pending int
}

func newAuditor(store auditStore, log *slog.Logger) *auditor {
	a := &auditor{store: store, log: log, queue: make(chan record.AuditEntry, auditQueue), ended: make(chan struct{})}
	go a.run()
	return a
}

// Note implements auth.Audit and session.Audit.
func (a *auditor) Note(e record.AuditEntry) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.closed {
		return
	}
	select {
	case a.queue <- e:
		a.pending++
	default:
		a.dropped++
	}
}

// Close stores what waits and ends the goroutine.
func (a *auditor) Close() {
	a.mu.Lock()
	if !a.closed {
		a.closed = true
		close(a.queue)
	}
	a.mu.Unlock()
	<-a.ended
}

func (a *auditor) run() {
	defer close(a.ended)
	batch := make([]record.AuditEntry, 0, auditBatch)
	for e := range a.queue {
		batch = append(batch[:0], e)
		for more := true; more && len(batch) < auditBatch; {
			select {
			case e, ok := <-a.queue:
				if more = ok; ok {
					batch = append(batch, e)
				}
			default:
				more = false
			}
		}
		a.write(batch)
	}
}

func (a *auditor) write(batch []record.AuditEntry) {
	ctx, cancel := context.WithTimeout(context.Background(), auditTime)
	defer cancel()
	if err := a.store.AppendAudit(ctx, batch...); err != nil {
		a.log.Error("audit log could not be written", "entries", len(batch), "error", err)
	}
	a.mu.Lock()
	dropped := a.dropped
	a.dropped = 0
	a.pending -= len(batch)
	a.mu.Unlock()
	if dropped > 0 {
		a.log.Warn("audit entries were not stored, there were too many at once", "entries", dropped)
	}
}
