package csta

import "time"

// isoTime is how times are written: RFC 3339 in UTC with milliseconds.
// unitelTime is uni-tel's way, in whole seconds.
const (
	isoTime    = "2006-01-02T15:04:05.000Z"
	unitelTime = "2006-01-02 15:04:05Z"
)

// appendTime appends a time in UTC with milliseconds.
func appendTime(b []byte, t time.Time) []byte { return t.UTC().AppendFormat(b, isoTime) }

// parseTime reads both ways, to the millisecond. What comes from outside is
// never more precise than what goes out, so that a message read back is equal.
func parseTime(text []byte) (time.Time, bool) {
	s := string(text)
	for _, layout := range [...]string{time.RFC3339Nano, "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999"} {
		t, err := time.Parse(layout, s)
		if err == nil {
			t = t.UTC().Truncate(time.Millisecond)
			return t, t.Year() >= 0 && t.Year() <= 9999 && !t.IsZero()
		}
	}
	return time.Time{}, false
}
