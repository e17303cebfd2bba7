package app

import (
	"context"
	"log/slog"
	"time"

	"github.com/cstahub/cstahub/cstacore/store"
)

const (
	// retainEvery is how often what is too old is deleted.
	retainEvery = time.Hour
	// keepRefresh is how long refresh tokens that have expired are recognised,
	// beyond the time in which an access token from them may still be about.
	keepRefresh = 24 * time.Hour
)

// keeper is the part of the store that forgets.
type keeper interface {
	PurgeCallRecords(ctx context.Context, before time.Time) (int64, error)
	PurgeAudit(ctx context.Context, before time.Time) (int64, error)
	PurgeRefresh(ctx context.Context, before time.Time) (int64, error)
	Clock(ctx context.Context) (store.Clock, error)
	KeepClock(ctx context.Context, c store.Clock) error
}

// retain deletes what is too old, once an hour and for the first time an hour
// after the start, until the server stops.
func (a *App) retain() {
	ticker := time.NewTicker(retainEvery)
	defer ticker.Stop()
	r := retention{
		calls: days(a.cfg.KeepCallRecords), audit: days(a.cfg.KeepAudit), refresh: keepRefresh + a.cfg.TokenTime, log: a.log,
	}
	last := time.Now()
	r.look(a.work, a.store, func(c store.Clock) store.Clock { return c.Started(last) })
	for {
		select {
		case <-ticker.C:
		case <-a.work.Done():
			return
		}
		now := time.Now()
		elapsed := now.Sub(last) // by the clock that nobody can set
		last = now
		r.round(a.work, a.store, now, elapsed)
	}
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// retention says how long things are kept; 0 is for ever.
type retention struct {
	calls, audit, refresh time.Duration
	log                   *slog.Logger
}

// look brings up to date what is thought of the clock, and reports whether it
// is believed.
func (r *retention) look(ctx context.Context, from keeper, next func(store.Clock) store.Clock) bool {
	before, err := from.Clock(ctx)
	after := next(before)
	if err == nil {
		err = from.KeepClock(ctx, after)
	}
	switch {
	case err != nil && ctx.Err() == nil:
		r.log.Error("nothing is deleted for its age, it cannot be kept what is thought of the clock", "error", err)
		return false
	case err != nil:
		return false
	case after.Doubt > 0:
		r.log.Warn("the clock is ahead of what it was believed to be, so nothing is deleted for its age; put it right, or wait",
			"clock", after.Seen, "believed", after.Believed, "wait", after.Doubt)
	}
	return after.Doubt == 0
}

// round deletes what is too old now, unless there are doubts about the clock;
// elapsed is how long ago the last look at it was.
func (r *retention) round(ctx context.Context, from keeper, now time.Time, elapsed time.Duration) {
	if !r.look(ctx, from, func(c store.Clock) store.Clock { return c.Ran(now, elapsed) }) {
		return
	}
	for _, kind := range []struct {
		name  string
		keep  time.Duration
		purge func(context.Context, time.Time) (int64, error)
	}{
		{"call records", r.calls, from.PurgeCallRecords},
		{"audit entries", r.audit, from.PurgeAudit},
		{"refresh tokens", r.refresh, from.PurgeRefresh},
	} {
		if kind.keep == 0 {
			continue
		}
		n, err := kind.purge(ctx, now.Add(-kind.keep))
		switch {
		case err != nil && ctx.Err() == nil:
			r.log.Error("what is too old cannot be deleted", "kind", kind.name, "error", err)
		case n > 0:
			r.log.Info("deleted what is too old", "kind", kind.name, "rows", n, "older_than", kind.keep)
		}
	}
}
