package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// micros is how a time is stored: microseconds since 1970, 0 for the zero time.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// fromMicros gives the time that was stored, in UTC.
func fromMicros(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

// instant is a time in a statement or a row.
type instant time.Time

// Value implements driver.Valuer.
func (i *instant) Value() (driver.Value, error) { return micros(time.Time(*i)), nil }

// Scan implements sql.Scanner.
func (i *instant) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("a time is stored as %T", v)
	}
	*i = instant(fromMicros(n))
	return nil
}

// jsonOf is a value that is stored as its JSON text.
type jsonOf[T any] struct{ v *T }

// Value implements driver.Valuer.
func (j jsonOf[T]) Value() (driver.Value, error) {
	text, err := json.Marshal(*j.v)
	return string(text), err
}

// Scan implements sql.Scanner.
func (j jsonOf[T]) Scan(v any) error {
	text, ok := v.(string)
	if !ok {
		return fmt.Errorf("JSON is stored as %T", v)
	}
	return json.Unmarshal([]byte(text), j.v)
}

// list is a list of words that refer to nothing. An empty one is read as nil.
func list(v *[]string) any { return (*words)(v) }

type words []string

// Value implements driver.Valuer.
func (w *words) Value() (driver.Value, error) {
	if len(*w) == 0 {
		return "[]", nil
	}
	return jsonOf[words]{w}.Value()
}

// Scan implements sql.Scanner.
func (w *words) Scan(v any) error {
	*w = nil
	if v == "[]" {
		return nil
	}
	return jsonOf[[]string]{(*[]string)(w)}.Scan(v)
}

// optional is a reference that may be empty, which is stored as NULL.
type optional string

// Value implements driver.Valuer.
func (o *optional) Value() (driver.Value, error) {
	if *o == "" {
		return nil, nil
	}
	return string(*o), nil
}

// Scan implements sql.Scanner.
func (o *optional) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*o = ""
	case string:
		*o = optional(v)
	default:
		return fmt.Errorf("a reference is stored as %T", v)
	}
	return nil
}

// derived is a column that is worked out of another one, and not read.
type derived func() string

// Value implements driver.Valuer.
func (d derived) Value() (driver.Value, error) { return d(), nil }

// Scan implements sql.Scanner.
func (derived) Scan(any) error { return nil }

// fold gives the form in which names are compared whatever their case.
func fold(name string) string { return strings.ToLower(name) }
