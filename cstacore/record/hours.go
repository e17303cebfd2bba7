package record

import (
	"slices"
	"time"
)

// Hours say when a number is open, and where its calls go when it is not.
type Hours struct {
	// Zone is the time zone, such as "Europe/Copenhagen"; UTC where it is empty.
	Zone string `json:"zone,omitempty"`
	// Open are the times of the week at which it is open.
	Open []Opening `json:"open"`
	// Holidays are days on which it is not open, such as "2026-12-24".
	Holidays []string `json:"holidays,omitempty"`
	// Closed is where calls go outside the hours, Holiday where they go on
	// holidays; Closed where that is empty.
	Closed  string `json:"closed"`
	Holiday string `json:"holiday,omitempty"`
}

// Opening is a time of the week, such as Monday to Friday from 08:00 to 16:30.
type Opening struct {
	// Days are 0 for Sunday to 6 for Saturday.
	Days []time.Weekday `json:"days"`
	// From and To are the first minute and the one after the last, as "15:04";
	// "24:00" is the end of the day.
	From string `json:"from"`
	To   string `json:"to"`
}

// HoursState says whether a number is open.
type HoursState string

// The states there are.
const (
	HoursOpen    HoursState = "open"
	HoursClosed  HoursState = "closed"
	HoursHoliday HoursState = "holiday"
)

// State tells how it is at a time.
func (h *Hours) State(at time.Time) HoursState {
	zone, err := time.LoadLocation(h.Zone)
	if err != nil {
		zone = time.UTC
	}
	local := at.In(zone)
	if slices.Contains(h.Holidays, local.Format(time.DateOnly)) {
		return HoursHoliday
	}
	now := local.Format("15:04")
	for i := range h.Open {
		o := &h.Open[i]
		if slices.Contains(o.Days, local.Weekday()) && o.From <= now && now < o.To {
			return HoursOpen
		}
	}
	return HoursClosed
}

// Destination gives the device that a number leads to at a time.
func (n *Number) Destination(at time.Time) string {
	if n.Hours == nil {
		return n.Device
	}
	switch n.Hours.State(at) {
	case HoursOpen:
		return n.Device
	case HoursHoliday:
		if n.Hours.Holiday != "" {
			return n.Hours.Holiday
		}
	case HoursClosed:
	}
	return n.Hours.Closed
}
