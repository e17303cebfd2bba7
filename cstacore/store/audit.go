package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// AuditFilter selects entries of the audit log. What is empty selects all.
type AuditFilter struct {
	// From and To are the times between which it happened; To is excluded.
	From, To time.Time
	// Actor, Action, Object and Outcome are compared as they stand.
	Actor, Action, Object string
	Outcome               record.Outcome
}

// AppendAudit adds entries to the audit log.
func (s *SQLite) AppendAudit(ctx context.Context, entries ...record.AuditEntry) error {
	err := s.write(ctx, func(tx *tx) error {
		for i := range entries {
			e := &entries[i]
			err := tx.exec("INSERT INTO audit (time, tenant, actor, on_behalf, remote, action, object, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				micros(e.Time), e.Tenant, e.Actor, e.OnBehalf, e.Remote, e.Action, e.Object, string(e.Outcome), e.Detail)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	return nil
}

// Audit gives a page of a tenant's entries, newest first, "" being the
// installation's own: at most limit (1 to MaxPage) of those behind cursor, and
// the cursor of the next page, empty when there is none. ErrCursor: cursor is
// neither empty nor one that Audit gave.
func (s *SQLite) Audit(ctx context.Context, tenant string, f *AuditFilter, cursor string, limit int) (entries []record.AuditEntry, next string, err error) {
	var w where
	w.and("tenant = ?", tenant)
	if cursor != "" {
		id, err := strconv.ParseInt(cursor, 36, 64)
		if err != nil {
			return nil, "", ErrCursor
		}
		w.and("id < ?", id)
	}
	w.between("time", f.From, f.To)
	for _, c := range []struct{ column, value string }{{"actor", f.Actor}, {"action", f.Action}, {"object", f.Object}, {"outcome", string(f.Outcome)}} {
		if c.value != "" {
			w.and(c.column+" = ?", c.value)
		}
	}
	limit = pageOf(limit)
	err = s.view(ctx, func(q *sql.Tx) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var e record.AuditEntry
			err := rows.Scan(&e.ID, (*instant)(&e.Time), &e.Tenant, &e.Actor, &e.OnBehalf, &e.Remote, &e.Action, &e.Object, (*string)(&e.Outcome), &e.Detail)
			if err != nil {
				return err
			}
			entries = append(entries, e)
			return nil
		}, "SELECT id, time, tenant, actor, on_behalf, remote, action, object, outcome, detail FROM audit "+w.String()+" ORDER BY id DESC LIMIT ?", append(w.args, limit+1)...)
	})
	if err != nil {
		return nil, "", fmt.Errorf("audit: %w", err)
	}
	if len(entries) > limit {
		entries = entries[:limit]
		next = strconv.FormatInt(entries[limit-1].ID, 36)
	}
	return entries, next, nil
}

// MaxPage is how many entries a page has at most.
const MaxPage = 1000

func pageOf(limit int) int { return min(max(limit, 1), MaxPage) }

// where gathers conditions that all must hold.
type where struct {
	conditions []string
	args       []any
}

func (w *where) and(condition string, args ...any) {
	w.conditions = append(w.conditions, condition)
	w.args = append(w.args, args...)
}

// between keeps to what is not before from and before to, where they are given.
func (w *where) between(column string, from, to time.Time) {
	if !from.IsZero() {
		w.and(column+" >= ?", micros(from))
	}
	if !to.IsZero() {
		w.and(column+" < ?", micros(to))
	}
}

// String gives the clause.
func (w *where) String() string {
	return "WHERE " + strings.Join(w.conditions, " AND ")
}
