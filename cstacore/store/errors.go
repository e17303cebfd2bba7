package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a call.
var (
	// ErrNotFound: there is no such row.
	ErrNotFound = errors.New("not found")
	// ErrExists: there is such a row already.
	ErrExists = errors.New("exists already")
	// ErrChanged: the row has been edited since the version that was named.
	ErrChanged = errors.New("changed meanwhile")
	// ErrMissing: what the row refers to does not exist.
	ErrMissing = errors.New("refers to what does not exist")
	// ErrNeeded: other rows refer to the row.
	ErrNeeded = errors.New("others refer to it")
	// ErrCursor: a page's cursor is none that the store gave.
	ErrCursor = errors.New("not a cursor")
)

// What can be wrong with a data folder.
var (
	// ErrInUse: another process has it open.
	ErrInUse = errors.New("in use by another process")
	// ErrNewer: it was written by a later release.
	ErrNewer = errors.New("written by a later release")
	// ErrDamaged: the database file is not what was written to it.
	ErrDamaged = errors.New("database is damaged")
	// ErrEmpty: there is no database in it yet.
	ErrEmpty = errors.New("holds no database yet")
	// ErrClosed: the store was closed.
	ErrClosed = errors.New("store is closed")
)

// sqliteCode gives SQLite's extended result code of an error, 0 if it is none
// of SQLite's.
func sqliteCode(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()
	}
	return 0
}

// translate says in the package's own words what SQLite's say.
func translate(err error) error {
	code := sqliteCode(err)
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE:
		return ErrExists
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return ErrMissing
	}
	switch code & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

// ours reports whether an error concerns one call alone, so that others of
// the same transaction may go on.
func ours(err error) bool {
	for _, known := range []error{ErrNotFound, ErrExists, ErrChanged, ErrMissing, ErrNeeded, ErrRevoked} {
		if errors.Is(err, known) {
			return true
		}
	}
	return sqliteCode(err)&0xff == sqlite3.SQLITE_CONSTRAINT
}
