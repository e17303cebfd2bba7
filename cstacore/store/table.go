package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Table is the rows of one kind in the directory: T is a noun of package
// record. Rows have a tenant and, within it, an id. The methods may be called
// from any goroutine.
type Table[T any] struct {
	store *SQLite
	schema[T]
}

// schema says how a T is stored.
type schema[T any] struct {
	noun string // in errors
	name string // in SQL
	// columns are those beside tenant, id and version.
	columns []string
	// fields gives a T's tenant, id and version, and what its columns hold:
	// pointers that can be written and scanned.
	fields func(*T) fields
	// links are the lists of other rows that a T refers to.
	links []link[T]
	// settle, where it is set, fills in what the store decides of a row that is
	// about to be written, with the version it will have.
	settle func(tx *tx, v *T, version int64) error
	// owned are statements that delete what goes with a row; they take its
	// tenant and id.
	owned []string
}

type fields struct {
	tenant, id *string
	version    *int64
	values     []any
}

// link is a list of ids that a row refers to, kept in a table with the columns
// tenant, owner, member and position.
type link[T any] struct {
	table string
	list  func(*T) *[]string
}

// Create adds a row and gives it with its version. ErrExists: there is such
// an id; ErrMissing: it refers to what does not exist.
func (t *Table[T]) Create(ctx context.Context, v T) (T, error) {
	err := t.store.write(ctx, func(tx *tx) error { return t.insert(tx, &v) })
	return v, t.explain(err, &v)
}

// Update puts a row in the place of the one with its id, and gives it with its
// new version. ErrNotFound: there is none; ErrChanged: v.Version is neither 0
// nor that of the row.
func (t *Table[T]) Update(ctx context.Context, v T) (T, error) {
	err := t.store.write(ctx, func(tx *tx) error { return t.update(tx, &v) })
	return v, t.explain(err, &v)
}

// Delete removes a row. ErrNotFound: there is none; ErrChanged: version is
// neither 0 nor that of the row; ErrNeeded: other rows refer to it.
func (t *Table[T]) Delete(ctx context.Context, tenant, id string, version int64) error {
	err := t.store.write(ctx, func(tx *tx) error { return t.delete(tx, tenant, id, version) })
	if err != nil {
		return fmt.Errorf("%s %q: %w", t.noun, id, err)
	}
	return nil
}

// Get gives a row; ErrNotFound: there is none.
func (t *Table[T]) Get(ctx context.Context, tenant, id string) (T, error) {
	var v T
	rows, err := t.read(ctx, "tenant = ? AND id = ?", tenant, id)
	switch {
	case err != nil:
		return v, fmt.Errorf("%s %q: %w", t.noun, id, err)
	case len(rows) == 0:
		return v, fmt.Errorf("%s %q: %w", t.noun, id, ErrNotFound)
	}
	return rows[0], nil
}

// List gives a tenant's rows in the order of their ids: those after an id, and
// at most limit of them; all of them for "" and 0.
func (t *Table[T]) List(ctx context.Context, tenant, after string, limit int) ([]T, error) {
	where, args := "tenant = ? AND id > ? ORDER BY tenant, id", []any{tenant, after}
	if limit > 0 {
		where, args = where+" LIMIT ?", append(args, limit)
	}
	rows, err := t.read(ctx, where, args...)
	if err != nil {
		return nil, fmt.Errorf("list %ss: %w", t.noun, err)
	}
	return rows, nil
}

func (t *Table[T]) read(ctx context.Context, where string, args ...any) (list []T, err error) {
	err = t.store.view(ctx, func(q *sql.Tx) error {
		list, err = t.query(ctx, q, where, args...)
		return err
	})
	return list, err
}

// explain names the row that an error is about.
func (t *Table[T]) explain(err error, v *T) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %q: %w", t.noun, *t.fields(v).id, err)
}

func (s *schema[T]) insert(tx *tx, v *T) error {
	f := s.fields(v)
	if *f.id == "" || *f.tenant == "" {
		return fmt.Errorf("%w: an id is empty", ErrMissing)
	}
	version, err := tx.nextVersion()
	if err != nil {
		return err
	}
	if s.settle != nil {
		if err := s.settle(tx, v, version); err != nil {
			return err
		}
	}
	query := fmt.Sprintf("INSERT INTO %s (tenant, id, version, %s) VALUES (?, ?, ?%s)",
		s.name, strings.Join(s.columns, ", "), strings.Repeat(", ?", len(s.columns)))
	if err := tx.exec(query, append([]any{*f.tenant, *f.id, version}, f.values...)...); err != nil {
		return err
	}
	*f.version = version
	return s.insertLinks(tx, v)
}

func (s *schema[T]) update(tx *tx, v *T) error {
	f := s.fields(v)
	if err := s.current(tx, *f.tenant, *f.id, *f.version); err != nil {
		return err
	}
	version, err := tx.nextVersion()
	if err != nil {
		return err
	}
	if s.settle != nil {
		if err := s.settle(tx, v, version); err != nil {
			return err
		}
	}
	query := fmt.Sprintf("UPDATE %s SET version = ?, %s = ? WHERE tenant = ? AND id = ?", s.name, strings.Join(s.columns, " = ?, "))
	if err := tx.exec(query, append(append([]any{version}, f.values...), *f.tenant, *f.id)...); err != nil {
		return err
	}
	*f.version = version
	for _, l := range s.links {
		if err := tx.exec("DELETE FROM "+l.table+" WHERE tenant = ? AND owner = ?", *f.tenant, *f.id); err != nil {
			return err
		}
	}
	return s.insertLinks(tx, v)
}

func (s *schema[T]) insertLinks(tx *tx, v *T) error {
	f := s.fields(v)
	for _, l := range s.links {
		for i, member := range *l.list(v) {
			if slices.Contains((*l.list(v))[:i], member) {
				continue // once is enough
			}
			if err := tx.exec("INSERT INTO "+l.table+" (tenant, owner, member, position) VALUES (?, ?, ?, ?)", *f.tenant, *f.id, member, i); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *schema[T]) delete(tx *tx, tenant, id string, version int64) error {
	if err := s.current(tx, tenant, id, version); err != nil {
		return err
	}
	err := tx.exec("DELETE FROM "+s.name+" WHERE tenant = ? AND id = ?", tenant, id)
	if errors.Is(translate(err), ErrMissing) {
		return ErrNeeded
	}
	for _, query := range s.owned {
		if err == nil {
			err = tx.exec(query, tenant, id)
		}
	}
	return err
}

// current checks that a row is there and has a version.
func (s *schema[T]) current(tx *tx, tenant, id string, version int64) error {
	var has int64
	if err := tx.queryRow("SELECT version FROM "+s.name+" WHERE tenant = ? AND id = ?", tenant, id).scan(&has); err != nil {
		return err
	}
	if version != 0 && version != has {
		return ErrChanged
	}
	return nil
}

// nextVersion gives a version that no row ever had.
func (t *tx) nextVersion() (version int64, err error) {
	err = t.queryRow("UPDATE installation SET change = change + 1 RETURNING change").scan(&version)
	return version, err
}

// query gives the rows of one tenant that where selects, in the order of their
// ids, with their links.
func (s *schema[T]) query(ctx context.Context, q *sql.Tx, where string, args ...any) (list []T, err error) {
	query := fmt.Sprintf("SELECT tenant, id, version, %s FROM %s WHERE %s", strings.Join(s.columns, ", "), s.name, where)
	err = each(ctx, q, func(rows *sql.Rows) error {
		var v T
		f := s.fields(&v)
		if err := rows.Scan(append([]any{f.tenant, f.id, f.version}, f.values...)...); err != nil {
			return err
		}
		list = append(list, v)
		return nil
	}, query, args...)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	for _, l := range s.links {
		if err := s.queryLinks(ctx, q, l, list); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// queryLinks fills in a link of rows that are in the order of their ids.
func (s *schema[T]) queryLinks(ctx context.Context, q *sql.Tx, l link[T], list []T) error {
	first, last := s.fields(&list[0]), s.fields(&list[len(list)-1])
	next := 0
	return each(ctx, q, func(rows *sql.Rows) error {
		var owner, member string
		if err := rows.Scan(&owner, &member); err != nil {
			return err
		}
		for next < len(list) && *s.fields(&list[next]).id < owner {
			next++
		}
		if next < len(list) && *s.fields(&list[next]).id == owner {
			members := l.list(&list[next])
			*members = append(*members, member)
		}
		return nil
	}, "SELECT owner, member FROM "+l.table+" WHERE tenant = ? AND owner BETWEEN ? AND ? ORDER BY owner, position", *first.tenant, *first.id, *last.id)
}

// each calls f for every row of a query.
func each(ctx context.Context, q *sql.Tx, f func(*sql.Rows) error, query string, args ...any) (err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
