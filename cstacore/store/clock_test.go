package store

import (
	"testing"
	"time"
)

// TestClock: what happens to a clock, and when things may be deleted for their
// age again.
func TestClock(t *testing.T) {
	const day, year = 24 * time.Hour, 365 * 24 * time.Hour
	type step struct {
		// set is by how much the clock is set, ran how long the server runs then; a
		// step that does not run is a start after it was off for as long as set.
		set, ran time.Duration
		believed bool
	}
	start := func(off time.Duration, believed bool) step { return step{set: off, believed: believed} }
	for _, tt := range []struct {
		name  string
		steps []step
	}{
		{"it goes on", []step{start(0, true), {0, time.Hour, true}, {0, time.Hour, true}}},
		{"it is set a little", []step{{4 * time.Minute, time.Hour, true}, {-4 * time.Minute, time.Hour, true}}},
		{"a year ahead", []step{{year, time.Hour, false}, {0, 22 * time.Hour, false}, {0, time.Hour, false}, {0, time.Hour, true}}},
		{"a year ahead, and right again", []step{{year, time.Hour, false}, {-year, time.Hour, true}}},
		{"a year ahead, and put right after it was believed", []step{{year, time.Hour, false}, {0, day, true}, {-year, time.Hour, true}}},
		{"a year ahead, twice", []step{{year, time.Hour, false}, {0, 23 * time.Hour, false}, {year, time.Hour, false}, {0, 23 * time.Hour, false}, {0, time.Hour, true}}},
		{"a year ahead, half of it put right", []step{{year, time.Hour, false}, {-year / 2, time.Hour, false}}},
		{"a year back", []step{{-year, time.Hour, true}, {year, time.Hour, false}}},
		{"an hour ahead", []step{{time.Hour, time.Hour, false}, {0, day, true}}},
		{"off over night", []step{start(12*time.Hour, true)}},
		{"off for a week", []step{start(7*day, false), {0, 12 * time.Hour, false}, {0, 12 * time.Hour, true}}},
		{"a year ahead, and restarts do not help", []step{{year, time.Hour, false}, start(time.Minute, false), {0, time.Hour, false}, start(time.Hour, false)}},
		{"a year ahead at a start, put right at the next", []step{start(year, false), start(-year, true)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
			dir := t.TempDir()
			s := openTest(t, dir)
			c, err := s.Clock(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if c = c.Started(now); c.Doubt != 0 {
				t.Fatalf("at the very first: %+v", c)
			}
			for i, step := range tt.steps {
				if now = now.Add(step.set + step.ran); step.ran > 0 {
					c = c.Ran(now, step.ran)
				} else {
					c = c.Started(now)
				}
				if (c.Doubt == 0) != step.believed {
					t.Errorf("step %d: %+v, want believed %v", i, c, step.believed)
				}
				if err := s.KeepClock(t.Context(), c); err != nil {
					t.Fatal(err)
				}
				if c, err = s.Clock(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
