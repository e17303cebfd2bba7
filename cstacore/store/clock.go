package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

const (
	// maxOff is how long the server may have been off, and maxSet by how much the
	// clock may be set forward while it runs, without doubts about the clock.
	maxOff = 24 * time.Hour
	maxSet = 5 * time.Minute
	// settle is for how long the server has to run before a clock that was set
	// forward is believed: time enough to notice, and to put it right.
	settle = 24 * time.Hour
)

// Clock is what is thought of the machine's clock, by which the age of what is
// kept is told. A clock that is ahead makes everything old: nothing may be
// deleted for its age while there are doubts. One that is behind keeps things
// longer, which does no harm.
type Clock struct {
	// Seen is what the clock said when it was last looked at, Believed what it
	// would have said by then had it gone on from when it was last believed.
	Seen, Believed time.Time
	// Doubt is how long the server has yet to run until the clock is believed, 0
	// when it is.
	Doubt time.Duration
}

// Started gives what to think of a clock that says now when the server starts.
func (c Clock) Started(now time.Time) Clock {
	if c.Seen.IsZero() { // for the first time
		return Clock{Seen: now, Believed: now}
	}
	return c.next(now, 0, maxOff)
}

// Ran gives what to think of a clock that says now, elapsed after Seen by a
// clock that nobody can set.
func (c Clock) Ran(now time.Time, elapsed time.Duration) Clock { return c.next(now, elapsed, maxSet) }

func (c Clock) next(now time.Time, elapsed, allowed time.Duration) Clock {
	now = now.Round(0) // by the clock that may be set
	next := Clock{Seen: now, Believed: c.Believed.Add(elapsed), Doubt: max(0, c.Doubt-elapsed)}
	switch {
	case now.Sub(next.Believed) <= allowed: // it goes right, was put right, or is behind
		next.Doubt = 0
	case now.Sub(c.Seen)-elapsed > allowed:
		next.Doubt = settle
	}
	if next.Doubt == 0 {
		next.Believed = now
	}
	return next
}

// Clock gives what was last kept of the clock.
func (s *SQLite) Clock(ctx context.Context) (c Clock, err error) {
	var doubt int64
	err = s.view(ctx, func(q *sql.Tx) error {
		return q.QueryRowContext(ctx, "SELECT clock_seen, clock_believed, clock_doubt FROM installation").
			Scan((*instant)(&c.Seen), (*instant)(&c.Believed), &doubt)
	})
	if err != nil {
		return Clock{}, fmt.Errorf("clock: %w", err)
	}
	c.Doubt = time.Duration(doubt) * time.Microsecond
	return c, nil
}

// KeepClock keeps what is thought of the clock for the next start.
func (s *SQLite) KeepClock(ctx context.Context, c Clock) error {
	err := s.write(ctx, func(tx *tx) error {
		return tx.exec("UPDATE installation SET clock_seen = ?, clock_believed = ?, clock_doubt = ?", micros(c.Seen), micros(c.Believed), c.Doubt.Microseconds())
	})
	if err != nil {
		return fmt.Errorf("clock: %w", err)
	}
	return nil
}
