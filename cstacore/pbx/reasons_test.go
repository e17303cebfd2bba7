package pbx

import (
	"fmt"
	"maps"
	"testing"
	"time"
)

// TestPauses: they add up by reason, and each day begins with nothing but the
// pause that goes on.
func TestPauses(t *testing.T) {
	at := func(clock string) time.Time {
		moment, err := time.Parse("02 15:04", clock)
		if err != nil {
			t.Fatal(err)
		}
		return moment
	}
	begin := func(p pauses, clock, before string) pauses {
		p = p.ended(at(clock), before)
		p.Since = at(clock)
		return p
	}
	check := func(what string, p pauses, want map[string]time.Duration) {
		t.Helper()
		if !maps.Equal(p.Took, want) {
			t.Errorf("%s: %v, want %v", what, p.Took, want)
		}
	}
	p := begin(pauses{}, "05 09:00", "")
	check("a first pause so far", p.ended(at("05 09:10"), "meal"), map[string]time.Duration{"meal": 10 * time.Minute})
	p = begin(p, "05 09:30", "meal")
	check("another reason", p.ended(at("05 09:40"), "talk"), map[string]time.Duration{"meal": 30 * time.Minute, "talk": 10 * time.Minute})
	p = p.ended(at("05 10:00"), "talk")
	p = begin(p, "05 23:00", "")
	check("a second meal", p.ended(at("05 23:30"), "meal"), map[string]time.Duration{"meal": time.Hour, "talk": 30 * time.Minute})
	check("past midnight", p.ended(at("06 01:30"), "meal"), map[string]time.Duration{"meal": 90 * time.Minute})
	check("days later", p.ended(at("09 00:05"), "meal"), map[string]time.Duration{"meal": 5 * time.Minute})
	check("a clock that was set back", p.ended(at("05 22:00"), "meal"), map[string]time.Duration{"meal": 30 * time.Minute, "talk": 30 * time.Minute})
	if p = p.ended(at("09 00:05"), "meal"); !p.Since.IsZero() {
		t.Error("a pause that is over goes on")
	}
	many := pauses{}
	for i := range 3 * maxReasons {
		many = many.ended(at("10 08:00").Add(time.Duration(i)*time.Minute), fmt.Sprint(i-1))
		many.Since = at("10 08:00").Add(time.Duration(i) * time.Minute)
	}
	sum := time.Duration(0)
	for _, took := range many.Took {
		sum += took
	}
	if len(many.Took) > maxReasons+1 || sum != (3*maxReasons-1)*time.Minute {
		t.Errorf("%d reasons of one day are remembered, %v of them all", len(many.Took), sum)
	}
	check("none on a new day", p.ended(at("10 08:00"), ""), nil)
}
