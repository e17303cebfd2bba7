package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// purgeStep is how many rows are deleted in one transaction, so that calls need
// not wait for longer than that takes.
const purgeStep = 200

// PurgeCallRecords deletes the records of calls that began before a time, and
// tells how many.
func (s *SQLite) PurgeCallRecords(ctx context.Context, before time.Time) (int64, error) {
	tenants, err := s.Tenants(ctx)
	if err != nil {
		return 0, err
	}
	var all int64
	for i := range tenants {
		n, err := s.purge(ctx, func(tx *tx) (int64, error) { return purgeCalls(tx, tenants[i].ID, before) })
		all += n
		if err != nil {
			return all, fmt.Errorf("purge call records of tenant %q: %w", tenants[i].ID, err)
		}
	}
	return all, nil
}

// PurgeAudit deletes the entries of the audit log from before a time, and tells
// how many.
func (s *SQLite) PurgeAudit(ctx context.Context, before time.Time) (int64, error) {
	n, err := s.purge(ctx, func(tx *tx) (int64, error) {
		return tx.execCount("DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE time < ? LIMIT ?)", micros(before), purgeStep)
	})
	if err != nil {
		return n, fmt.Errorf("purge audit log: %w", err)
	}
	return n, nil
}

// purge repeats a step until it finds less than a step's worth.
func (s *SQLite) purge(ctx context.Context, step func(*tx) (int64, error)) (all int64, err error) {
	for {
		var n int64
		err = s.write(ctx, func(tx *tx) error {
			n, err = step(tx)
			return err
		})
		if err != nil {
			return all, err
		}
		all += n
		if n < purgeStep {
			return all, nil
		}
	}
}

func purgeCalls(tx *tx, tenant string, before time.Time) (int64, error) {
	old, err := oldCalls(tx, tenant, before)
	if err != nil {
		return 0, err
	}
	for i := range old {
		r := &old[i]
		for _, number := range numbersOf(r) {
			if err := tx.exec("DELETE FROM call_number WHERE tenant = ? AND number = ? AND started = ? AND call = ?", tenant, number, micros(r.Started), r.Call); err != nil {
				return 0, err
			}
		}
		if err := tx.exec("DELETE FROM call_record WHERE call = ?", r.Call); err != nil {
			return 0, err
		}
	}
	return int64(len(old)), nil
}

// oldCalls gives as much of some records as numbersOf needs.
func oldCalls(tx *tx, tenant string, before time.Time) (old []record.CallRecord, err error) {
	rows, err := tx.query("SELECT call, started, calling, called, parties FROM call_record WHERE tenant = ? AND started < ? ORDER BY started, call LIMIT ?", tenant, micros(before), purgeStep)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r record.CallRecord
		var text string
		if err := rows.Scan(&r.Call, (*instant)(&r.Started), &r.Calling, &r.Called, &text); err != nil {
			return nil, err
		}
		var parties []storedParty
		if err := json.Unmarshal([]byte(text), &parties); err != nil {
			return nil, fmt.Errorf("parties of call %q: %w", r.Call, err)
		}
		r.Parties = fromStored(parties)
		old = append(old, r)
	}
	return old, rows.Err()
}
