package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// TestBackup: a backup is taken while calls go on, by this process and by one
// that only reads; it is sound and can be put back.
func TestBackup(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	s := openTest(t, dir)
	if err := s.CreateDirectory(ctx, testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	for i := range 500 {
		appendTest(t, s, end(ended(testCall(i))))
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	quit := sync.OnceFunc(func() {
		close(stop)
		wg.Wait()
	})
	defer quit()
	wg.Go(func() {
		for n := 500; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			if err := s.Append(ctx, "one", []record.Entry{began(testCall(n)), end(ended(testCall(n)))}); err != nil {
				t.Error(err)
			}
		}
	})
	other, err := OpenReadOnly(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	files := []string{filepath.Join(t.TempDir(), "a b.db"), filepath.Join(t.TempDir(), "other.db")}
	for i, from := range []*SQLite{s, other} {
		if err := from.Backup(ctx, files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Backup(ctx, files[0]); !errors.Is(err, ErrExists) {
		t.Errorf("a backup is overwritten: %v", err)
	}
	if err := s.Backup(ctx, filepath.Join(t.TempDir(), "none", "x.db")); err == nil {
		t.Error("a backup into a folder that does not exist")
	}
	quit()
	if err := other.Close(); err != nil {
		t.Error(err)
	}
	for _, file := range files {
		r, err := CheckFile(ctx, file)
		if err != nil || len(r.Problems) > 0 || r.CallRecords < 500 || r.Users != 2 {
			t.Errorf("%+v, %v", r, err)
		}
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v, %v: it has password hashes in it", info.Mode(), err)
		}
		if names, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*")); err != nil || len(names) != 1 {
			t.Errorf("%v is left beside the backup, %v", names, err)
		}
	}

	if _, err := Restore(ctx, dir, files[0]); !errors.Is(err, ErrInUse) {
		t.Errorf("restored under a running server: %v", err)
	}
	after := sound(t, s).CallRecords
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	replaced, err := Restore(ctx, dir, files[0])
	if err != nil {
		t.Fatal(err)
	}
	if r, err := CheckFile(ctx, replaced); err != nil || r.CallRecords != after {
		t.Errorf("what was replaced: %+v, %v, want %d records", r, err, after)
	}
	s = openTest(t, dir)
	if r := sound(t, s); r.CallRecords < 500 || r.CallRecords > after {
		t.Errorf("restored: %+v", r)
	}
	if replaced, err := Restore(ctx, t.TempDir(), files[1]); err != nil || replaced != "" {
		t.Errorf("restored into an empty folder: %q, %v", replaced, err)
	}
}

// TestOneProcess: a second store on a data folder is refused, reading is not.
func TestOneProcess(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	if _, err := Open(context.Background(), dir, quiet); !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v, want %v with the folder", err, ErrInUse)
	}
	r, err := OpenReadOnly(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.CreateTenant(t.Context(), record.Tenant{ID: "x"}); err == nil {
		t.Error("a reader writes")
	}
	if err := errors.Join(r.Close(), s.Close(), s.Close()); err != nil {
		t.Error(err)
	}
	if err := s.Append(t.Context(), "one", []record.Entry{began(testCall(1))}); !errors.Is(err, ErrClosed) {
		t.Errorf("a closed store: %v", err)
	}
	if _, err := OpenReadOnly(t.Context(), t.TempDir()); !errors.Is(err, ErrEmpty) {
		t.Errorf("an empty folder: %v", err)
	}
	openTest(t, dir)
}

// TestDiskFull: what cannot be written is refused as a whole and said so; what
// was acknowledged stays; with room again all goes on.
func TestDiskFull(t *testing.T) {
	s := openTest(t, t.TempDir())
	limit := func(pages int) {
		t.Helper()
		if err := s.write(t.Context(), func(tx *tx) error {
			var n int
			return tx.queryRow(fmt.Sprintf("PRAGMA max_page_count = %d", pages)).scan(&n)
		}); err != nil {
			t.Fatal(err)
		}
	}
	limit(120)
	var wg sync.WaitGroup
	var mu sync.Mutex
	acknowledged := make(map[string]bool)
	refused := 0
	for w := range 4 {
		wg.Go(func() {
			for i := range 500 {
				r := ended(testCall(w*500 + i))
				err := s.Append(t.Context(), "one", []record.Entry{began(r), end(r)})
				mu.Lock()
				if err == nil {
					acknowledged[r.Call] = true
				} else {
					refused++
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if refused == 0 || len(acknowledged) == 0 || s.Fault() == nil || !strings.Contains(s.Fault().Error(), "full") {
		t.Fatalf("%d refused, %d acknowledged, fault %v", refused, len(acknowledged), s.Fault())
	}
	if r := sound(t, s); int(r.CallRecords) != len(acknowledged) {
		t.Errorf("%d records, %d were acknowledged", r.CallRecords, len(acknowledged))
	}
	limit(1 << 30)
	appendTest(t, s, end(ended(testCall(9999))))
	if s.Fault() != nil {
		t.Errorf("there is room again, but %v", s.Fault())
	}
	for _, r := range allRecords(t, s, &CallFilter{}, MaxPage) {
		delete(acknowledged, r.Call)
	}
	if len(acknowledged) > 0 {
		t.Errorf("%d acknowledged calls have no record", len(acknowledged))
	}
}

// TestDamaged: a database that is none, or is broken, is not opened, and a
// backup that is broken not restored.
func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	if err := s.CreateDirectory(t.Context(), testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	for i := range 500 {
		appendTest(t, s, end(ended(testCall(i))))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, databaseFile)
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := func(from, to int) []byte {
		text := append([]byte(nil), good...)
		for i := from; i < to; i++ {
			text[i] ^= 0xa5
		}
		return text
	}
	for name, tt := range map[string]struct {
		text  []byte
		opens bool // what is broken is not needed for the start
	}{
		"not a database": {[]byte(strings.Repeat("something else ", 1000)), false},
		"header":         {broken(0, 100), false},
		"first page":     {broken(100, 4096), false},
		"cut off":        {good[:len(good)/2], false},
		"in the middle":  {broken(len(good)/2, len(good)/2+3*4096), true},
	} {
		if err := os.WriteFile(path, tt.text, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(context.Background(), dir, quiet)
		if err == nil {
			err = s.Close()
		}
		if !tt.opens && (!errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), path)) {
			t.Errorf("%s: opened with %v", name, err)
		}
		report, err := CheckFile(t.Context(), path)
		if err == nil && len(report.Problems) == 0 {
			t.Errorf("%s: the check finds %+v", name, report)
		}
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: the check fails with %v", name, err)
		}
		if _, err := Restore(t.Context(), t.TempDir(), path); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: restored with %v", name, err)
		}
	}
}

// TestNewer: a database of a later release is left alone.
func TestNewer(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	if err := s.write(t.Context(), func(tx *tx) error {
		return tx.exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), dir, quiet); !errors.Is(err, ErrNewer) {
		t.Errorf("opened with %v", err)
	}
	if _, err := OpenReadOnly(t.Context(), dir); !errors.Is(err, ErrNewer) {
		t.Errorf("opened for reading with %v", err)
	}
}

// TestClockSetBack: neither call ids nor pages depend on the clock going
// forward.
func TestClockSetBack(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	first := s.Epoch()
	for i := range 3 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = openTest(t, dir)
		if err := s.begin(t.Context(), time.Unix(int64(1000-i), 0), quiet); err != nil {
			t.Fatal(err)
		}
		if s.Epoch() <= first {
			t.Fatalf("epoch %d after %d", s.Epoch(), first)
		}
		first = s.Epoch()
	}
	r := ended(testCall(5))
	r.Ended = r.Started.Add(-time.Hour)
	appendTest(t, s, began(r), end(r), end(ended(testCall(4))), end(ended(testCall(6))))
	var order []string
	for _, r := range allRecords(t, s, &CallFilter{}, 1) {
		order = append(order, r.Call)
	}
	if fmt.Sprint(order) != "[c-6 c-5 c-4]" {
		t.Error(order)
	}
	sound(t, s)
}

// TestCancelled: whoever gives up before his turn has changed nothing.
func TestCancelled(t *testing.T) {
	s := openTest(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Append(ctx, "one", []record.Entry{end(ended(testCall(1)))}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if r := sound(t, s); r.CallRecords != 0 {
		t.Errorf("%+v", r)
	}
}

func TestOpenMemory(t *testing.T) {
	s, err := OpenMemory(t.Context(), quiet)
	if err != nil {
		t.Fatal(err)
	}
	other, err := OpenMemory(t.Context(), quiet)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.CreateDirectory(t.Context(), testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 100 {
				appendTest(t, s, end(ended(testCall(w*100+i))))
				if _, _, err := s.FindUser(t.Context(), "ann", ""); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if r := sound(t, s); r.CallRecords != 400 {
		t.Errorf("%+v", r)
	}
	if dirs, err := other.Directories(t.Context()); err != nil || len(dirs) != 0 {
		t.Errorf("another store sees %v, %v", dirs, err)
	}
	if err := errors.Join(s.Close(), other.Close()); err != nil {
		t.Error(err)
	}
}
