package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"

	"github.com/cstahub/cstahub/cstacore/record"
)

const (
	// databaseFile and lockFile are what a store keeps in its data folder,
	// beside SQLite's own -wal and -shm.
	databaseFile = "cstahub.db"
	lockFile     = "lock"

	// readers is how many queries run at a time.
	readers = 4
	// busyTimeout is how long SQLite waits for another process that holds the
	// database for a moment, such as a check.
	busyTimeout = 5 * time.Second
	// maxWAL is what a write-ahead log that was once longer is cut to, in bytes.
	maxWAL = 64 << 20
)

//go:embed migrations/*.sql
var migrations embed.FS

// memories tells databases in memory from one another.
var memories atomic.Uint64

// SQLite is a store in a data folder. Its methods may be called from any
// goroutine.
type SQLite struct {
	Groups  *Table[record.Group]
	Teams   *Table[record.Team]
	Devices *Table[record.Device]
	Users   *Table[record.User]
	// Queues are found by the numbers of their devices.
	Queues *Table[record.Queue]
	// Numbers are found by the numbers themselves.
	Numbers *Table[record.Number]
	Reasons *Table[record.Reason]

	reader *sql.DB
	dbs    []*sql.DB // in the order in which they are to be closed
	writer *writer   // nil where the store may only be read
	lock   *flock.Flock
	epoch  int64
	close  func() error
}

// Open opens the store of a data folder for reading and writing, and makes both
// if there are none. Calls that were up when the process died are given their
// records. ErrInUse, ErrNewer, ErrDamaged: see there.
func Open(ctx context.Context, dataDir string, log *slog.Logger) (*SQLite, error) {
	if err := os.MkdirAll(dataDir, 0o700); err != nil {
		return nil, fmt.Errorf("make data folder: %w", err)
	}
	if err := writable(dataDir); err != nil {
		return nil, err
	}
	lock, err := lockFolder(dataDir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dataDir, databaseFile)
	s, err := open(ctx, path, log)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("database %s: %w", path, translate(err)), lock.Unlock())
	}
	s.lock = lock
	return s, nil
}

func open(ctx context.Context, path string, log *slog.Logger) (*SQLite, error) {
	// SQLite gives its other files the permissions of this one. There are
	// password hashes in it.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("cannot be written: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return start(ctx, uri(path), url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(FULL)", fmt.Sprintf("journal_size_limit(%d)", maxWAL)}}, log)
}

// OpenMemory gives a store that is gone when it is closed.
func OpenMemory(ctx context.Context, log *slog.Logger) (*SQLite, error) {
	s, err := start(ctx, fmt.Sprintf("file:/cstahub-%d", memories.Add(1)), url.Values{"vfs": {"memdb"}}, log)
	if err != nil {
		return nil, fmt.Errorf("database in memory: %w", err)
	}
	return s, nil
}

// OpenReadOnly opens the store of a data folder for reading alone, whether or
// not another process has it open. What changes something fails. ErrEmpty:
// there is none.
func OpenReadOnly(ctx context.Context, dataDir string) (*SQLite, error) {
	path := filepath.Join(dataDir, databaseFile)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("data folder %s: %w", dataDir, ErrEmpty)
	}
	db, err := connect(ctx, uri(path), url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", path, err)
	}
	s := newSQLite(db)
	if err := s.known(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("database %s: %w", path, translate(err)), s.Close())
	}
	return s, nil
}

// start opens a database for writing, brings it up to date, and ends the calls
// that are left in it.
func start(ctx context.Context, name string, options url.Values, log *slog.Logger) (_ *SQLite, err error) {
	db, err := connect(ctx, name, options)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	defer func() {
		if err != nil {
			err = errors.Join(err, db.Close())
		}
	}()
	if err := migrate(ctx, db); err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	options.Set("mode", "ro")
	reader, err := connect(ctx, name, options)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	reader.SetMaxOpenConns(readers)
	reader.SetMaxIdleConns(readers)
	s := newSQLite(reader)
	s.dbs = append(s.dbs, db)
	s.writer = newWriter(ctx, conn)
	if err := s.begin(ctx, time.Now(), log); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func newSQLite(reader *sql.DB) *SQLite {
	s := &SQLite{reader: reader, dbs: []*sql.DB{reader}}
	s.close = sync.OnceValue(s.end)
	s.Groups, s.Teams = &Table[record.Group]{s, groups}, &Table[record.Team]{s, teams}
	s.Devices, s.Users = &Table[record.Device]{s, devices}, &Table[record.User]{s, users}
	s.Queues, s.Numbers = &Table[record.Queue]{s, queues}, &Table[record.Number]{s, numbers}
	s.Reasons = &Table[record.Reason]{s, reasons}
	return s
}

// uri gives SQLite's URI for a path.
func uri(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

func connect(ctx context.Context, name string, options url.Values) (*sql.DB, error) {
	all := url.Values{"_pragma": {fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()), "foreign_keys(1)"}}
	for key, values := range options {
		all[key] = append(all[key], values...)
	}
	db, err := sql.Open("sqlite", name+"?"+all.Encode())
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(translate(err), db.Close())
	}
	return db, nil
}

// writable checks that files can be made in a data folder, which SQLite does
// while it works.
func writable(dataDir string) error {
	f, err := os.CreateTemp(dataDir, "probe")
	if err != nil {
		return fmt.Errorf("data folder %s cannot be written: %w", dataDir, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// lockFolder makes sure that no other process writes to a data folder.
func lockFolder(dataDir string) (*flock.Flock, error) {
	path := filepath.Join(dataDir, lockFile)
	lock := flock.New(path, flock.SetPermissions(0o600))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("data folder %s cannot be written: %w", dataDir, err)
	}
	if !locked {
		return nil, fmt.Errorf("data folder %s: %w; stop that one first, or give this one a --data-dir of its own", dataDir, ErrInUse)
	}
	return lock, nil
}

// migrate brings a database to the tables of this release.
func migrate(ctx context.Context, db *sql.DB) error {
	p, err := migrator(db)
	if err != nil {
		return err
	}
	if err := notNewer(ctx, p); err != nil {
		return err
	}
	_, err = p.Up(ctx)
	return err
}

func migrator(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files, goose.WithLogger(goose.NopLogger()))
}

func notNewer(ctx context.Context, p *goose.Provider) error {
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if have > want {
		return fmt.Errorf("%w: it has version %d, this one knows versions up to %d", ErrNewer, have, want)
	}
	return nil
}

// known checks that a database that may only be read has this release's tables.
func (s *SQLite) known(ctx context.Context) error {
	p, err := migrator(s.reader)
	if err != nil {
		return err
	}
	if err := notNewer(ctx, p); err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err == nil && have < want {
		return fmt.Errorf("it was written by an earlier release: start the server once to bring it up to date")
	}
	return err
}

// Epoch is a number that no start of the installation had before.
func (s *SQLite) Epoch() int64 { return s.epoch }

// Fault tells why the last change could not be written, nil if it was.
func (s *SQLite) Fault() error {
	if s.writer == nil {
		return nil
	}
	if fault := s.writer.fault.Load(); fault != nil {
		return *fault
	}
	return nil
}

// Close writes what is queued and closes the store. It may be called more than
// once. Changes that come later fail with ErrClosed.
func (s *SQLite) Close() error { return s.close() }

func (s *SQLite) end() error {
	var err error
	if s.writer != nil {
		err = s.writer.close()
	}
	// The last one tidies up, which is the writer's.
	for _, db := range s.dbs {
		err = errors.Join(err, db.Close())
	}
	if s.lock != nil {
		err = errors.Join(err, s.lock.Unlock())
	}
	return err
}

// errReadOnly refuses changes to a store that was opened by OpenReadOnly.
var errReadOnly = errors.New("the store was opened for reading")

func (s *SQLite) write(ctx context.Context, do func(*tx) error) error {
	if s.writer == nil {
		return errReadOnly
	}
	return s.writer.write(ctx, do)
}

// view has f read what is in the database at one moment.
func (s *SQLite) view(ctx context.Context, f func(*sql.Tx) error) error {
	q, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return translate(err)
	}
	err = f(q)
	// Nothing was written, and ctx may have ended the transaction already.
	_ = q.Rollback()
	return translate(err)
}
