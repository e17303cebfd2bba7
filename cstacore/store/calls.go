package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// CallFilter selects call records. What is empty selects all.
type CallFilter struct {
	// From and To are the times between which the call began; To is excluded.
	From, To time.Time
	// Number took part in the call, or called, or was called: a device of the
	// tenant or a number outside.
	Number string
	// Within limits the calls to those in which one of these numbers had such a
	// part. It is what somebody is permitted to see: nil for everything, while
	// an empty list selects nothing.
	Within []string
	// Direction, Cause, RequestedBy and Linkage are compared as they stand.
	Direction                   record.Direction
	Cause, RequestedBy, Linkage string
	// Answered selects calls that were answered, or those that were not.
	Answered *bool
}

// CallRecord gives the record of a call of a tenant. ErrNotFound: there is
// none, or the call is still up.
func (s *SQLite) CallRecord(ctx context.Context, tenant, call string) (record.CallRecord, error) {
	var w where
	w.and("r.tenant = ?", tenant)
	w.and("r.call = ?", call)
	list, err := s.callRecords(ctx, "call_record r", &w, 1)
	switch {
	case err != nil:
		return record.CallRecord{}, err
	case len(list) == 0:
		return record.CallRecord{}, fmt.Errorf("record of call %q: %w", call, ErrNotFound)
	}
	return list[0], nil
}

// CallRecords gives a page of a tenant's call records, those of calls that began
// last first: at most limit (1 to MaxPage) of those behind cursor, and the
// cursor of the next page, empty when there is none. Records that are added
// meanwhile shift no page. ErrCursor: cursor is neither empty nor one that
// CallRecords gave.
func (s *SQLite) CallRecords(ctx context.Context, tenant string, f *CallFilter, cursor string, limit int) (list []record.CallRecord, next string, err error) {
	from, w := f.where(tenant)
	if w == nil {
		return nil, "", nil
	}
	if cursor != "" {
		started, call, err := parseCallCursor(cursor)
		if err != nil {
			return nil, "", err
		}
		w.and(from.key("(%[1]s.started, %[1]s.call) < (?, ?)"), started, call)
	}
	limit = pageOf(limit)
	list, err = s.callRecords(ctx, from.tables, w, limit+1, from.key("%[1]s.started DESC, %[1]s.call DESC"))
	if err == nil && len(list) > limit {
		list = list[:limit]
		next = callCursor(&list[limit-1])
	}
	return list, next, err
}

// EachCallRecord gives all records that a filter selects, those of calls that
// began last first, page by page, so that a long export holds nothing up.
func (s *SQLite) EachCallRecord(ctx context.Context, tenant string, f *CallFilter) iter.Seq2[record.CallRecord, error] {
	return func(yield func(record.CallRecord, error) bool) {
		for cursor := ""; ; {
			list, next, err := s.CallRecords(ctx, tenant, f, cursor, MaxPage)
			if err != nil {
				yield(record.CallRecord{}, err)
				return
			}
			for i := range list {
				if !yield(list[i], nil) {
					return
				}
			}
			if next == "" {
				return
			}
			cursor = next
		}
	}
}

// A call's cursor is its place in the order: when it began, and its id.
func callCursor(r *record.CallRecord) string {
	return strconv.FormatInt(micros(r.Started), 36) + "." + r.Call
}

func parseCallCursor(cursor string) (started int64, call string, err error) {
	time, call, ok := strings.Cut(cursor, ".")
	started, err = strconv.ParseInt(time, 36, 64)
	if !ok || err != nil || call == "" {
		return 0, "", ErrCursor
	}
	return started, call, nil
}

// source is where records are read from: the table of records alone, or by way
// of the numbers of calls, and which of them has the order of the pages.
type source struct{ tables, ordered string }

func (s source) key(format string) string { return fmt.Sprintf(format, s.ordered) }

// where gives what the filter reads and under which conditions; nil if it
// selects nothing.
func (f *CallFilter) where(tenant string) (source, *where) {
	number, within := f.Number, f.Within
	if within != nil {
		switch {
		case len(within) == 0:
			return source{}, nil
		case len(within) == 1 && (number == "" || number == within[0]):
			number, within = within[0], nil
		}
	}
	w := &where{}
	from := source{"call_record r", "r"}
	if number != "" {
		// The numbers are in the order of the pages too.
		from = source{"call_number n JOIN call_record r ON r.call = n.call", "n"}
		w.and("n.tenant = ?", tenant)
		w.and("n.number = ?", number)
	} else {
		w.and("r.tenant = ?", tenant)
	}
	w.between(from.ordered+".started", f.From, f.To)
	if within != nil {
		args := make([]any, len(within))
		for i := range within {
			args[i] = within[i]
		}
		w.and("EXISTS (SELECT 1 FROM call_number p WHERE p.tenant = r.tenant AND p.started = r.started AND p.call = r.call AND p.number IN (?"+
			strings.Repeat(", ?", len(within)-1)+"))", args...)
	}
	for _, c := range []struct{ column, value string }{
		{"r.direction", string(f.Direction)}, {"r.cause", f.Cause}, {"r.requested_by", f.RequestedBy}, {"r.linkage", f.Linkage},
	} {
		if c.value != "" {
			w.and(c.column+" = ?", c.value)
		}
	}
	if f.Answered != nil {
		if *f.Answered {
			w.and("r.answered <> 0")
		} else {
			w.and("r.answered = 0")
		}
	}
	return from, w
}

const callColumns = "r.call, r.tenant, r.started, r.answered, r.ended, r.linkage, r.direction, r.calling, r.called, r.cause, r.requested_by, r.consults, r.interrupted, r.parties"

func (s *SQLite) callRecords(ctx context.Context, tables string, w *where, limit int, order ...string) (list []record.CallRecord, err error) {
	query := "SELECT " + callColumns + " FROM " + tables + " " + w.String()
	if len(order) > 0 {
		query += " ORDER BY " + strings.Join(order, ", ")
	}
	err = s.view(ctx, func(q *sql.Tx) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var r record.CallRecord
			var parties []storedParty
			err := rows.Scan(&r.Call, &r.Tenant, (*instant)(&r.Started), (*instant)(&r.Answered), (*instant)(&r.Ended),
				&r.Linkage, (*string)(&r.Direction), &r.Calling, &r.Called, &r.Cause, &r.RequestedBy, &r.Consults, &r.Interrupted, jsonOf[[]storedParty]{&parties})
			if err != nil {
				return err
			}
			r.Parties = fromStored(parties)
			list = append(list, r)
			return nil
		}, query+" LIMIT ?", append(w.args, limit)...)
	})
	if err != nil {
		return nil, fmt.Errorf("call records: %w", err)
	}
	return list, nil
}

// storedParty is a party of a call in a record's JSON.
type storedParty struct {
	Device   string `json:"device"`
	Joined   int64  `json:"joined"`
	Answered int64  `json:"answered,omitempty"`
	Left     int64  `json:"left,omitempty"`
	Cause    string `json:"cause,omitempty"`
}

func toStored(parties []record.Party) []storedParty {
	list := make([]storedParty, len(parties))
	for i := range parties {
		p := &parties[i]
		list[i] = storedParty{p.Device, micros(p.Joined), micros(p.Answered), micros(p.Left), p.Cause}
	}
	return list
}

func fromStored(list []storedParty) []record.Party {
	if len(list) == 0 {
		return nil
	}
	parties := make([]record.Party, len(list))
	for i := range list {
		p := &list[i]
		parties[i] = record.Party{Device: p.Device, Joined: fromMicros(p.Joined), Answered: fromMicros(p.Answered), Left: fromMicros(p.Left), Cause: p.Cause}
	}
	return parties
}
