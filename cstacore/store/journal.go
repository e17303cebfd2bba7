package store

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// causeInterrupted is the EventCause of calls that were up when the process
// died.
const causeInterrupted = "switchingFunctionTerminated"

// Append implements pbx.Journal. Entries that are there already are left as
// they are, so that those of a failed call can be given again.
func (s *SQLite) Append(ctx context.Context, tenant string, entries []record.Entry) error {
	j := journalOf(entries)
	err := s.write(ctx, func(tx *tx) error { return j.write(tx) })
	if err != nil {
		return fmt.Errorf("journal of tenant %q: %w", tenant, err)
	}
	return nil
}

// journal is what is to be written of a number of entries: of each call, and of
// each feature, only what it has come to.
type journal struct {
	calls    []journalCall
	features []record.FeatureSetting
}

type journalCall struct {
	record *record.CallRecord
	kind   record.EntryKind
	begun  bool // the call began with these entries
}

func journalOf(entries []record.Entry) *journal {
	j := &journal{calls: make([]journalCall, 0, len(entries))}
	seen := make(map[string]int, len(entries))
	for i := range entries {
		e := &entries[i]
		if e.Kind == record.FeatureSet {
			j.features = append(j.features, *e.Feature)
			continue
		}
		at, again := seen[e.Call.Call]
		if !again {
			at = len(j.calls)
			seen[e.Call.Call] = at
			j.calls = append(j.calls, journalCall{begun: e.Kind == record.CallBegan})
		}
		j.calls[at].record, j.calls[at].kind = e.Call, e.Kind
	}
	return j
}

func (j *journal) write(tx *tx) error {
	for i := range j.calls {
		c := &j.calls[i]
		var err error
		if c.kind == record.CallEnded {
			err = endCall(tx, c.record, c.begun)
		} else {
			err = keepOpen(tx, c.record)
		}
		if err != nil {
			return fmt.Errorf("call %q: %w", c.record.Call, err)
		}
	}
	return setFeatures(tx, j.features)
}

// keepOpen notes how far a call has come. Its record is kept in the form of
// record.CallRecord's JSON, which only recover reads.
func keepOpen(tx *tx, r *record.CallRecord) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return tx.exec("INSERT INTO open_call (call, record) VALUES (?, ?) ON CONFLICT (call) DO UPDATE SET record = excluded.record", r.Call, string(text))
}

// endCall writes a call's record, if it has none yet.
func endCall(tx *tx, r *record.CallRecord, begun bool) error {
	parties, err := json.Marshal(toStored(r.Parties))
	if err != nil {
		return err
	}
	n, err := tx.execCount("INSERT INTO call_record (call, tenant, started, answered, ended, linkage, direction, calling, called, cause, requested_by, consults, interrupted, parties) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call) DO NOTHING",
		r.Call, r.Tenant, micros(r.Started), micros(r.Answered), micros(r.Ended), r.Linkage, string(r.Direction), r.Calling, r.Called,
		r.Cause, r.RequestedBy, r.Consults, r.Interrupted, string(parties))
	if err != nil {
		return err
	}
	if n > 0 {
		for _, number := range numbersOf(r) {
			if err := tx.exec("INSERT INTO call_number (tenant, number, started, call) VALUES (?, ?, ?, ?)", r.Tenant, number, micros(r.Started), r.Call); err != nil {
				return err
			}
		}
	}
	if begun {
		return nil
	}
	return tx.exec("DELETE FROM open_call WHERE call = ?", r.Call)
}

// numbersOf lists by which numbers a record is found, each once.
func numbersOf(r *record.CallRecord) []string {
	list := make([]string, 0, 2+len(r.Parties))
	add := func(number string) {
		if number != "" && !slices.Contains(list, number) {
			list = append(list, number)
		}
	}
	add(r.Calling)
	add(r.Called)
	for i := range r.Parties {
		add(r.Parties[i].Device)
	}
	return list
}

// begin counts a start of the installation and ends the calls that are left of
// the one before.
func (s *SQLite) begin(ctx context.Context, now time.Time, log *slog.Logger) error {
	return s.write(ctx, func(tx *tx) error {
		var alive int64
		if err := tx.queryRow("SELECT epoch, alive FROM installation").scan(&s.epoch, &alive); err != nil {
			return err
		}
		// The clock alone may have been put back, and the count alone may come
		// from a backup.
		s.epoch = max(s.epoch+1, now.Unix())
		if err := tx.exec("UPDATE installation SET epoch = ?, alive = ?", s.epoch, micros(now)); err != nil {
			return err
		}
		return recoverCalls(tx, fromMicros(alive), log)
	})
}

// recoverCalls gives the calls that were up when the process died their
// records: they ended, as far as anybody knows, when it was last alive.
func recoverCalls(tx *tx, alive time.Time, log *slog.Logger) error {
	open, err := openCalls(tx)
	if err != nil {
		return err
	}
	for i := range open {
		r := &open[i]
		r.Ended, r.Cause, r.Interrupted = alive, causeInterrupted, true
		for _, t := range []time.Time{r.Started, r.Answered} {
			if t.After(r.Ended) {
				r.Ended = t
			}
		}
		for i := range r.Parties {
			if p := &r.Parties[i]; p.Left.IsZero() {
				p.Left, p.Cause = r.Ended, r.Cause
			}
		}
		if err := endCall(tx, r, false); err != nil {
			return fmt.Errorf("call %q: %w", r.Call, err)
		}
	}
	if len(open) > 0 {
		log.Warn("calls were up when the server ended without being stopped; they have ended", "calls", len(open), "last_alive", alive)
	}
	return nil
}

func openCalls(tx *tx) (open []record.CallRecord, err error) {
	rows, err := tx.query("SELECT record FROM open_call")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r record.CallRecord
		if err := rows.Scan(jsonOf[record.CallRecord]{&r}); err != nil {
			return nil, fmt.Errorf("open call: %w", err)
		}
		open = append(open, r)
	}
	return open, rows.Err()
}
