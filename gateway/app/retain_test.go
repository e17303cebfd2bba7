package app

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"
)

// asked notes what it was told to delete.
type asked struct{ calls, audit, refresh time.Time }

func (a *asked) PurgeCallRecords(_ context.Context, before time.Time) (int64, error) {
	a.calls = before
	return 1, nil
}

func (a *asked) PurgeAudit(_ context.Context, before time.Time) (int64, error) {
	a.audit = before
	return 0, errors.New("no luck")
}

func (a *asked) PurgeRefresh(_ context.Context, before time.Time) (int64, error) {
	a.refresh = before
	return 0, nil
}

// TestRetention: each kind is deleted by its own age, those kept for ever are
// not, and a failure of one does not keep the others.
func TestRetention(t *testing.T) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	var a asked
	r := retention{calls: days(2), audit: days(10), log: slog.New(slog.DiscardHandler)}
	r.round(t.Context(), &a, now)
	want := asked{now.Add(-48 * time.Hour), now.Add(-240 * time.Hour), now.Add(-keepRefresh)}
	if a != want {
		t.Errorf("%+v, want %+v", a, want)
	}
	a, r = asked{}, retention{log: r.log}
	r.round(t.Context(), &a, now)
	if !a.calls.IsZero() || !a.audit.IsZero() {
		t.Errorf("what is kept for ever is deleted: %+v", a)
	}
}
