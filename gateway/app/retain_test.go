package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// asked notes what it was told to delete.
type asked struct {
	calls, audit, refresh time.Time
	clock                 store.Clock
}

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

func (a *asked) Clock(context.Context) (store.Clock, error) { return a.clock, nil }

func (a *asked) KeepClock(_ context.Context, c store.Clock) error {
	a.clock = c
	return nil
}

// TestRetention: each kind is deleted by its own age, those kept for ever are
// not, and a failure of one does not keep the others.
func TestRetention(t *testing.T) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	from := store.Clock{Seen: now.Add(-time.Hour), Believed: now.Add(-time.Hour)}
	a := asked{clock: from}
	r := retention{calls: days(2), audit: days(10), refresh: time.Hour, log: slog.New(slog.DiscardHandler)}
	r.round(t.Context(), &a, now, time.Hour)
	want := asked{now.Add(-48 * time.Hour), now.Add(-240 * time.Hour), now.Add(-time.Hour), store.Clock{Seen: now, Believed: now}}
	if a != want {
		t.Errorf("%+v, want %+v", a, want)
	}
	a, r = asked{clock: from}, retention{log: r.log}
	r.round(t.Context(), &a, now, time.Hour)
	if !a.calls.IsZero() || !a.audit.IsZero() {
		t.Errorf("what is kept for ever is deleted: %+v", a)
	}
}

// TestClockJumps: records are made, and the clock is set. Whatever it says,
// what is fresh is there afterwards; what is old goes once the clock is right.
func TestClockJumps(t *testing.T) {
	const day, year = 24 * time.Hour, 365 * 24 * time.Hour
	for _, tt := range []struct {
		name string
		jump time.Duration
		// kept are the ages, in days, of the calls that are there half a day later,
		// of which all are kept for ten days.
		kept []int
	}{
		{"right", 0, []int{9, 1, 0}},
		{"a year ahead", year, []int{20, 9, 1, 0}},
		{"two days ahead", 2 * day, []int{20, 9, 1, 0}},
		{"a year back", -year, []int{20, 9, 1, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			log := slog.New(slog.DiscardHandler)
			db, err := store.OpenMemory(t.Context(), log)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = db.Close() }()
			if err := db.CreateDirectory(t.Context(), record.Directory{Tenant: record.Tenant{ID: "demo"}}); err != nil {
				t.Fatal(err)
			}
			now := time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
			r := retention{calls: days(10), audit: days(10), refresh: day, log: log}
			r.look(t.Context(), db, func(c store.Clock) store.Clock { return c.Started(now) })
			for _, age := range []int{20, 9, 1, 0} {
				began := now.Add(-time.Duration(age) * day)
				call := &record.CallRecord{Call: fmt.Sprint(age), Tenant: "demo", Started: began, Ended: began}
				if err := db.Append(t.Context(), "demo", []record.Entry{{Kind: record.CallBegan, Call: call}, {Kind: record.CallEnded, Call: call}}); err != nil {
					t.Fatal(err)
				}
			}
			now = now.Add(tt.jump)
			for range 12 {
				now = now.Add(time.Hour)
				r.round(t.Context(), db, now, time.Hour)
			}
			var kept []int
			for c, err := range db.EachCallRecord(t.Context(), "demo", &store.CallFilter{}) {
				if err != nil {
					t.Fatal(err)
				}
				age, _ := strconv.Atoi(c.Call)
				kept = append(kept, age)
			}
			slices.SortFunc(kept, func(a, b int) int { return b - a })
			if !slices.Equal(kept, tt.kept) {
				t.Errorf("kept are those of %v days, want %v", kept, tt.kept)
			}
		})
	}
}
