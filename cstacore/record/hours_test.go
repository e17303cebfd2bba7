package record

import (
	"testing"
	"time"
)

func TestDestination(t *testing.T) {
	n := Number{Device: "400", Hours: &Hours{
		Zone: "Europe/Copenhagen", Closed: "481", Holiday: "482", Holidays: []string{"2026-12-24"},
		Open: []Opening{
			{Days: []time.Weekday{1, 2, 3, 4, 5}, From: "08:00", To: "16:30"},
			{Days: []time.Weekday{6}, From: "00:00", To: "24:00"},
		},
	}}
	for at, want := range map[string]string{
		"2026-11-20T07:00:00Z": "400", // Friday 08:00
		"2026-11-20T06:59:59Z": "481",
		"2026-11-20T15:29:59Z": "400",
		"2026-11-20T15:30:00Z": "481",
		"2026-07-03T06:00:00Z": "400", // in summer the same hour is earlier
		"2026-11-21T22:59:59Z": "400", // all Saturday
		"2026-11-22T11:00:00Z": "481", // Sunday
		"2026-12-24T10:00:00Z": "482",
		"2026-12-23T23:00:00Z": "482", // the day begins where the number is
		"2026-12-24T23:00:00Z": "481",
	} {
		when, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := n.Destination(when); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
	n.Hours.Holiday = ""
	if got := n.Destination(time.Date(2026, 12, 24, 12, 0, 0, 0, time.UTC)); got != "481" {
		t.Errorf("a holiday without a destination of its own leads to %s", got)
	}
	n.Hours = nil
	if got := n.Destination(time.Time{}); got != "400" {
		t.Errorf("a number without hours leads to %s", got)
	}
}
