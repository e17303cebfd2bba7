package app

import (
	"context"
	"log/slog"
	"time"
)

const (
	// retainEvery is how often what is too old is deleted.
	retainEvery = time.Hour
	// maxClockJump is by how much the clock may be set between two rounds before
	// ages are taken to be wrong.
	maxClockJump = 5 * time.Minute
	// keepRefresh is how long refresh tokens that have expired are recognised.
	keepRefresh = 24 * time.Hour
)

// keeper is the part of the store that forgets.
type keeper interface {
	PurgeCallRecords(ctx context.Context, before time.Time) (int64, error)
	PurgeAudit(ctx context.Context, before time.Time) (int64, error)
	PurgeRefresh(ctx context.Context, before time.Time) (int64, error)
}

// retain deletes what is too old, once an hour and for the first time an hour
// after the start, until the server stops.
func (a *App) retain() {
	ticker := time.NewTicker(retainEvery)
	defer ticker.Stop()
	last := time.Now()
	for {
		select {
		case <-ticker.C:
		case <-a.work.Done():
			return
		}
		now := time.Now()
		// What the two clocks say has passed since the last round.
		jump := now.Round(0).Sub(last.Round(0)) - now.Sub(last)
		last = now
		if jump.Abs() > maxClockJump {
			a.log.Warn("the clock was set, so nothing is deleted for its age this time", "jump", jump)
			continue
		}
		r := retention{calls: days(a.cfg.KeepCallRecords), audit: days(a.cfg.KeepAudit), log: a.log}
		r.round(a.work, a.store, now)
	}
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// retention says how long things are kept; 0 is for ever.
type retention struct {
	calls, audit time.Duration
	log          *slog.Logger
}

// round deletes what is too old now.
func (r *retention) round(ctx context.Context, from keeper, now time.Time) {
	for _, kind := range []struct {
		name  string
		keep  time.Duration
		purge func(context.Context, time.Time) (int64, error)
	}{
		{"call records", r.calls, from.PurgeCallRecords},
		{"audit entries", r.audit, from.PurgeAudit},
		{"refresh tokens", keepRefresh, from.PurgeRefresh},
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
