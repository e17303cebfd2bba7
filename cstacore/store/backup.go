package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Backup writes a copy of the store, as it is at one moment, to a new file.
// Reading and writing go on meanwhile. The file is there whole or not at all.
func (s *SQLite) Backup(ctx context.Context, path string) error {
	if err := s.backup(ctx, path); err != nil {
		return fmt.Errorf("back up to %s: %w", path, err)
	}
	return nil
}

func (s *SQLite) backup(ctx context.Context, path string) (err error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, ErrExists)
	}
	// Beside the file, so that it can be renamed; its owner's alone, as it has
	// password hashes in it.
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.partial")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = s.reader.ExecContext(ctx, "VACUUM INTO ?", f.Name())
	if err = errors.Join(translate(err), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// Restore puts a backup in the place of a data folder's database, which is kept
// under another name: Restore gives it, empty if there was none. The backup is
// checked first. ErrInUse: a server has the folder open.
func Restore(ctx context.Context, dataDir, backup string) (replaced string, err error) {
	if err := os.MkdirAll(dataDir, 0o700); err != nil {
		return "", fmt.Errorf("make data folder: %w", err)
	}
	lock, err := lockFolder(dataDir)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	report, err := CheckFile(ctx, backup)
	if err == nil && len(report.Problems) > 0 {
		err = fmt.Errorf("%w: %s", ErrDamaged, report.Problems[0])
	}
	if err != nil {
		return "", fmt.Errorf("backup %s: %w", backup, err)
	}
	path := filepath.Join(dataDir, databaseFile)
	replaced, err = replaceDatabase(path, backup)
	if err != nil {
		return "", fmt.Errorf("restore %s: %w", path, err)
	}
	return replaced, nil
}

// replaceDatabase works in an order in which a crash leaves either database, and
// never none. A database's log goes before the database itself: it would spoil
// any other.
func replaceDatabase(path, backup string) (replaced string, err error) {
	fresh := path + ".new"
	if err := copyFile(fresh, backup); err != nil {
		return "", errors.Join(err, os.Remove(fresh))
	}
	if _, err := os.Lstat(path); err == nil {
		replaced = path + ".replaced-" + time.Now().UTC().Format("20060102T150405.000")
		if err := os.Link(path, replaced); err != nil {
			return "", errors.Join(err, os.Remove(fresh))
		}
		for _, suffix := range []string{"-wal", "-shm"} {
			if err := os.Rename(path+suffix, replaced+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return "", errors.Join(err, os.Remove(fresh))
			}
		}
	}
	if err := os.Rename(fresh, path); err != nil {
		return "", err
	}
	return replaced, syncFolder(filepath.Dir(path))
}

// copyFile copies a file and returns when it is on the disk.
func copyFile(to, from string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// syncFolder returns when the names in a folder are on the disk.
func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
