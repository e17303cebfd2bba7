package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
)

// Report is what a check found.
type Report struct {
	// Problems says what is wrong, one line each, at most a hundred; none if the
	// database is sound.
	Problems []string
	// Tenants, Users, Devices, CallRecords, OpenCalls and AuditEntries are how
	// many of each there are. OpenCalls are up, or have yet to be given their
	// records by the next start.
	Tenants, Users, Devices, CallRecords, OpenCalls, AuditEntries int64
	// Bytes is the size of the database.
	Bytes int64
}

// maxProblems is how many problems a report lists.
const maxProblems = 100

// CheckFile checks a database file, such as a backup, which may have been
// written by an earlier release. ErrEmpty: there is none; ErrDamaged: it can
// not be read at all.
func CheckFile(ctx context.Context, path string) (*Report, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	db, err := connect(ctx, uri(path), url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, translate(err)
	}
	s := newSQLite(db)
	report, err := s.Check(ctx)
	return report, errors.Join(err, s.Close())
}

// Check reads the whole database and reports what is wrong with it. Reading and
// writing go on meanwhile.
func (s *SQLite) Check(ctx context.Context) (*Report, error) {
	p, err := migrator(s.reader)
	if err == nil {
		err = notNewer(ctx, p)
	}
	if err != nil {
		return nil, fmt.Errorf("check: %w", translate(err))
	}
	r := &Report{}
	err = s.view(ctx, func(q *sql.Tx) error {
		for _, c := range []struct {
			query string
			find  func(*sql.Rows) (string, error)
		}{
			{fmt.Sprintf("PRAGMA integrity_check(%d)", maxProblems), integrityProblem},
			{"PRAGMA foreign_key_check", referenceProblem},
			{"SELECT 'a number of call ' || n.call || ' without its record' FROM call_number n WHERE NOT EXISTS (SELECT 1 FROM call_record r WHERE r.call = n.call)", textProblem},
			{"SELECT 'call ' || o.call || ' is open and has a record' FROM open_call o JOIN call_record r ON r.call = o.call", textProblem},
			{"SELECT 'call ' || r.call || ' cannot be found by its number' FROM call_record r WHERE r.calling <> '' AND NOT EXISTS (SELECT 1 FROM call_number n WHERE n.tenant = r.tenant AND n.number = r.calling AND n.started = r.started AND n.call = r.call)", textProblem},
		} {
			if err := s.find(ctx, q, r, c.query, c.find); err != nil {
				return err
			}
		}
		return q.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM tenant), (SELECT count(*) FROM user_account), (SELECT count(*) FROM device), "+
			"(SELECT count(*) FROM call_record), (SELECT count(*) FROM open_call), (SELECT count(*) FROM audit), "+
			"(SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)").
			Scan(&r.Tenants, &r.Users, &r.Devices, &r.CallRecords, &r.OpenCalls, &r.AuditEntries, &r.Bytes)
	})
	if len(r.Problems) > 0 {
		// What is broken may be past counting.
		return r, nil
	}
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	return r, nil
}

// find adds the problems that a query finds.
func (s *SQLite) find(ctx context.Context, q *sql.Tx, r *Report, query string, problem func(*sql.Rows) (string, error)) error {
	if len(r.Problems) > 0 {
		return nil
	}
	return each(ctx, q, func(rows *sql.Rows) error {
		text, err := problem(rows)
		if err == nil && text != "" && len(r.Problems) < maxProblems {
			r.Problems = append(r.Problems, text)
		}
		return err
	}, query)
}

func textProblem(rows *sql.Rows) (text string, err error) {
	err = rows.Scan(&text)
	return text, err
}

func integrityProblem(rows *sql.Rows) (string, error) {
	text, err := textProblem(rows)
	if text == "ok" {
		return "", err
	}
	return text, err
}

func referenceProblem(rows *sql.Rows) (string, error) {
	var table, parent string
	var row sql.NullInt64
	var key int
	err := rows.Scan(&table, &row, &parent, &key)
	return fmt.Sprintf("a row of %s refers to none of %s", table, parent), err
}
