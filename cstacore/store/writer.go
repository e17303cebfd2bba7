package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync/atomic"
	"time"
)

const (
	// maxGroup is how many changes share a transaction at most: what one
	// transaction of a few milliseconds can take.
	maxGroup = 128
	// maxQueued is how many changes wait for their turn; further ones wait to
	// wait.
	maxQueued = 1024
	// aliveEvery is how often it is written down that the process is alive, while
	// calls are up or anything else is written.
	aliveEvery = time.Second
)

// change is something to be done in a transaction of the writer's.
type change struct {
	ctx  context.Context
	do   func(*tx) error
	done chan error
}

// writer makes all changes to the database, on one goroutine and one
// connection. Changes that come while a transaction is on its way to the disk
// share the next one, so that nobody waits for more than two of them, and how
// many share follows the load.
type writer struct {
	conn  *sql.Conn
	tx    tx
	queue chan *change
	quit  chan struct{} // closed to end the writer
	ended chan struct{} // closed when it has ended
	fault atomic.Pointer[error]
	alive time.Time // when the database was last told that the process is alive
}

func newWriter(ctx context.Context, conn *sql.Conn) *writer {
	w := &writer{
		conn: conn, tx: tx{ctx: context.WithoutCancel(ctx), conn: conn, prepared: make(map[string]*sql.Stmt)},
		queue: make(chan *change, maxQueued), quit: make(chan struct{}), ended: make(chan struct{}),
	}
	go w.run()
	return w
}

// write carries out a change and returns when it is on the disk, or when it is
// certain that nothing was changed. ctx counts as long as its turn has not come.
func (w *writer) write(ctx context.Context, do func(*tx) error) error {
	c := &change{ctx: ctx, do: do, done: make(chan error, 1)}
	select {
	case w.queue <- c:
	case <-ctx.Done():
		return ctx.Err()
	case <-w.ended:
		return ErrClosed
	}
	select {
	case err := <-c.done:
		return err
	case <-w.ended:
	}
	// It may have been the last one that was carried out.
	select {
	case err := <-c.done:
		return err
	default:
		return ErrClosed
	}
}

// close has the writer carry out what is queued, and ends it.
func (w *writer) close() error {
	close(w.quit)
	<-w.ended
	var err error
	for _, stmt := range w.tx.prepared {
		err = errors.Join(err, stmt.Close())
	}
	return errors.Join(err, w.conn.Close())
}

func (w *writer) run() {
	defer close(w.ended)
	group := make([]*change, 0, maxGroup)
	beat := time.NewTicker(aliveEvery)
	defer beat.Stop()
	for {
		select {
		case c := <-w.queue:
			group = append(group, c)
		case <-beat.C:
			if !w.callsUp() {
				continue
			}
		case <-w.quit:
			select {
			case c := <-w.queue:
				group = append(group, c)
			default:
				return
			}
		}
		for more := true; more && len(group) < maxGroup; {
			select {
			case c := <-w.queue:
				group = append(group, c)
			default:
				more = false
			}
		}
		w.commit(group)
		clear(group)
		group = group[:0]
	}
}

// commit carries out a group of changes in one transaction and answers each.
// One that is refused, being wrong in itself, is undone alone; any other error
// undoes them all.
func (w *writer) commit(group []*change) {
	answers := make([]error, len(group))
	err := w.transact(group, answers)
	if err != nil {
		err = translate(err)
		// SQLite has ended the transaction itself after some errors.
		_ = w.tx.exec("ROLLBACK")
		w.fault.Store(&err)
	} else {
		w.fault.Store(nil)
	}
	for i, c := range group {
		if err != nil {
			c.done <- err
		} else {
			c.done <- answers[i]
		}
	}
}

// callsUp reports whether a crash would end calls now.
func (w *writer) callsUp() bool {
	var n int
	return w.tx.queryRow("SELECT 1 FROM open_call LIMIT 1").scan(&n) == nil
}

func (w *writer) transact(group []*change, answers []error) error {
	if err := w.tx.exec("BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("begin transaction: %w", err)
	}
	for i, c := range group {
		if answers[i] = c.ctx.Err(); answers[i] != nil {
			continue
		}
		alone := len(group) == 1
		if !alone {
			if err := w.tx.exec("SAVEPOINT change"); err != nil {
				return err
			}
		}
		err := c.do(&w.tx)
		switch {
		case err != nil && !ours(err):
			return err
		case err != nil && alone:
			answers[i] = translate(err)
			return w.tx.exec("ROLLBACK")
		case err != nil:
			answers[i] = translate(err)
			err = w.tx.exec("ROLLBACK TO change; RELEASE change")
		case !alone:
			err = w.tx.exec("RELEASE change")
		}
		if err != nil {
			return err
		}
	}
	if now := time.Now(); now.Sub(w.alive) >= aliveEvery {
		if err := w.tx.exec("UPDATE installation SET alive = ?", micros(now)); err != nil {
			return err
		}
		w.alive = now
	}
	if err := w.tx.exec("COMMIT"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// tx is the writer's transaction, as a change sees it.
type tx struct {
	ctx      context.Context // of the writer; it does not end
	conn     *sql.Conn
	prepared map[string]*sql.Stmt
}

// stmt prepares a statement once. The statements are the package's own, so
// their number is bounded.
func (t *tx) stmt(query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.conn.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %q: %w", query, err)
	}
	t.prepared[query] = s
	return s, nil
}

func (t *tx) exec(query string, args ...any) error {
	_, err := t.execCount(query, args...)
	return err
}

// execCount tells how many rows a statement changed.
func (t *tx) execCount(query string, args ...any) (int64, error) {
	s, err := t.stmt(query)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func (t *tx) queryRow(query string, args ...any) *row {
	s, err := t.stmt(query)
	if err != nil {
		return &row{err: err}
	}
	return &row{row: s.QueryRowContext(t.ctx, args...)}
}

func (t *tx) query(query string, args ...any) (*sql.Rows, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(t.ctx, args...)
}

// row is the first row of a query, or the error there is instead.
type row struct {
	row *sql.Row
	err error
}

// scan reads the row, ErrNotFound if there is none.
func (r *row) scan(into ...any) error {
	if r.err != nil {
		return r.err
	}
	err := r.row.Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	return err
}
