package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

// slowAudit is a store that waits to be let on.
type slowAudit struct {
	on   chan struct{}
	err  error
	mu   sync.Mutex
	kept []record.AuditEntry
}

func (s *slowAudit) AppendAudit(_ context.Context, entries ...record.AuditEntry) error {
	<-s.on
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept = append(s.kept, entries...)
	return s.err
}

func TestAuditor(t *testing.T) {
	var log strings.Builder
	s := &slowAudit{on: make(chan struct{})}
	a := newAuditor(s, slog.New(slog.NewTextHandler(&log, nil)))
	for i := range 2 * auditQueue {
		a.Note(record.AuditEntry{Action: fmt.Sprint(i)}) // never waits, although the store does
	}
	close(s.on)
	a.Close()
	a.Close()
	a.Note(record.AuditEntry{Action: "too late"})
	if len(s.kept) < auditQueue || len(s.kept) > auditQueue+auditBatch+1 {
		t.Errorf("%d entries were stored", len(s.kept))
	}
	for i, e := range s.kept {
		if e.Action != fmt.Sprint(i) {
			t.Fatalf("entry %d is %q: out of order", i, e.Action)
		}
	}
	if !strings.Contains(log.String(), "entries were not stored") {
		t.Error("nobody is told of entries that are missing")
	}
	s.err = errors.New("the disk is full")
	b := newAuditor(s, slog.New(slog.NewTextHandler(&log, nil)))
	b.Note(record.AuditEntry{})
	b.Close()
	if !strings.Contains(log.String(), "the disk is full") {
		t.Error("nobody is told that the audit log cannot be written")
	}
}
