package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"
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
	var after *place
	if cursor != "" {
		if after, err = parsePlace(cursor); err != nil {
			return nil, "", err
		}
	}
	limit = pageOf(limit)
	from, w := f.where(tenant, after, limit+1)
	if w == nil {
		return nil, "", nil
	}
	list, err = s.callRecords(ctx, from.tables, w, limit+1, from.order()...)
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

// place is a call's place in the order of pages: when it began, and its id.
// The cursor of a page is the place of its last call.
type place struct {
	started int64
	call    string
}

func callCursor(r *record.CallRecord) string {
	return strconv.FormatInt(micros(r.Started), 36) + "." + r.Call
}

func parsePlace(cursor string) (*place, error) {
	time, call, ok := strings.Cut(cursor, ".")
	started, err := strconv.ParseInt(time, 36, 64)
	if !ok || err != nil || call == "" {
		return nil, ErrCursor
	}
	return &place{started, call}, nil
}

// source is where records are read from: the table of records alone, or by way
// of the numbers of calls, and which of them has the order of the pages.
type source struct{ tables, ordered string }

// order gives the terms of the order of the pages.
func (s source) order() []string {
	return []string{s.ordered + ".started DESC", s.ordered + ".call DESC"}
}

// maxMerged is for how many numbers of CallFilter.Within each one's calls are
// looked up. With more, a call's numbers are: so many have most of the calls.
const maxMerged = 100

// where gives what the filter reads behind a place, and under which conditions,
// for as many records as limit; nil if it selects nothing.
func (f *CallFilter) where(tenant string, after *place, limit int) (source, *where) {
	number, within := f.Number, f.Within
	if within != nil {
		switch {
		case len(within) == 0:
			return source{}, nil
		case number == "" && len(within) == 1, number != "" && slices.Contains(within, number):
			number, within = cmp.Or(number, within[0]), nil
		case number == "" && len(within) <= maxMerged:
			return f.merge(tenant, after, limit)
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
	if after != nil {
		w.and(fmt.Sprintf("(%[1]s.started, %[1]s.call) < (?, ?)", from.ordered), after.started, after.call)
	}
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

// merge selects the calls of several numbers: of each as many as there may be
// in the answer, which has the last of them all.
func (f *CallFilter) merge(tenant string, after *place, limit int) (source, *where) {
	var parts []string
	all := &where{}
	for _, number := range f.Within {
		one := *f
		one.Number, one.Within = number, nil
		from, w := one.where(tenant, after, limit)
		parts = append(parts, "SELECT call FROM (SELECT n.call AS call FROM "+from.tables+" "+w.String()+" ORDER BY "+strings.Join(from.order(), ", ")+" LIMIT ?) part")
		all.args = append(append(all.args, w.args...), limit)
	}
	all.conditions = []string{"r.call IN (" + strings.Join(parts, " UNION ") + ")"}
	return source{"call_record r", "r"}, all
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
	Queue    string `json:"queue,omitempty"`
	To       string `json:"to,omitempty"`
}

func toStored(parties []record.Party) []storedParty {
	list := make([]storedParty, len(parties))
	for i := range parties {
		p := &parties[i]
		list[i] = storedParty{p.Device, micros(p.Joined), micros(p.Answered), micros(p.Left), p.Cause, p.Queue, p.To}
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
		parties[i] = record.Party{Device: p.Device, Joined: fromMicros(p.Joined), Answered: fromMicros(p.Answered), Left: fromMicros(p.Left), Cause: p.Cause, Queue: p.Queue, To: p.To}
	}
	return parties
}
