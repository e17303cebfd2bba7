package auth

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

const (
	// keyFile is the key that signs, and oldKeys what the names of those begin
	// with that signed before, followed by their ids.
	keyFile   = "token.key"
	oldKeys   = keyFile + "."
	tempKeys  = ".token.key-"
	keyLength = 32
	// maxKeys bounds how many keys may be in a data folder.
	maxKeys = 16
)

// oldKeyName is what a file with a key that does not sign any more is called.
var oldKeyName = regexp.MustCompile(`^` + regexp.QuoteMeta(oldKeys) + `[0-9a-f]{16}$`)

// KeyInfo is a key of ours in a data folder.
type KeyInfo struct {
	// ID is the kid of its tokens.
	ID string
	// Signs: tokens are signed with it. The others are only checked with.
	Signs bool
	// Since is when it began to sign, or, where it does not any more, when it
	// ceased to.
	Since time.Time
}

// loadKeys reads the keys of a data folder, the one that signs first. Where
// there is none yet it makes one. The files are readable by their owner alone;
// whoever has one can be anybody.
func loadKeys(dataDir string) ([][]byte, error) {
	signing, err := loadKey(dataDir)
	if err != nil {
		return nil, err
	}
	secrets := [][]byte{signing}
	old, err := oldKeyFiles(dataDir)
	if err != nil {
		return nil, err
	}
	for _, name := range old {
		secret, err := readKey(filepath.Join(dataDir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // it was retired just now
		}
		if err != nil {
			return nil, fmt.Errorf("token key: %w", err)
		}
		if idOf(secret) != idOf(signing) { // which it is while a rotation is under way
			secrets = append(secrets, secret)
		}
	}
	return secrets, nil
}

func loadKey(dataDir string) ([]byte, error) {
	path := filepath.Join(dataDir, keyFile)
	key, err := readKey(path)
	if !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return nil, fmt.Errorf("token key: %w", err)
		}
		return key, nil
	}
	if err := os.MkdirAll(dataDir, 0o700); err != nil {
		return nil, fmt.Errorf("token key: %w", err)
	}
	// Unlike Rename, Link fails where another process was first.
	if err := newKey(dataDir, os.Link); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return readKey(path)
}

func readKey(path string) ([]byte, error) {
	key, err := os.ReadFile(path)
	if err == nil && len(key) < keyLength {
		return nil, fmt.Errorf("%s: %d bytes, want %d", path, len(key), keyLength)
	}
	return key, err
}

// newKey makes a key and puts it in its place, whole or not at all.
func newKey(dataDir string, put func(from, to string) error) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("token key: %w", err)
		}
	}()
	key := make([]byte, keyLength)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	f, err := os.CreateTemp(dataDir, tempKeys+"*") // CreateTemp makes it 0600
	if err != nil {
		return err
	}
	defer func() {
		if failed := os.Remove(f.Name()); failed != nil && !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, failed)
		}
	}()
	if _, err := f.Write(key); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := put(f.Name(), filepath.Join(dataDir, keyFile)); err != nil {
		return err
	}
	return syncFolder(dataDir)
}

// syncFolder has a folder's entries on the disk.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// RotateKey makes a new key that signs from now on. The one before stays good
// for the tokens it has signed until RetireKeys. A server that is running takes
// the new one within a second.
func RotateKey(dataDir string) error {
	secrets, err := loadKeys(dataDir)
	if err != nil {
		return err
	}
	if len(secrets) >= maxKeys {
		return fmt.Errorf("there are %d token keys: retire old ones first", len(secrets))
	}
	old := filepath.Join(dataDir, oldKeys+idOf(secrets[0]))
	if err := os.Link(filepath.Join(dataDir, keyFile), old); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("token key: %w", err)
	}
	// It is told before: a crash in between must not make it look as if the key
	// had long ceased to sign, or RetireKeys would take it too early.
	now := time.Now()
	if err := os.Chtimes(old, now, now); err != nil {
		return fmt.Errorf("token key: %w", err)
	}
	return newKey(dataDir, os.Rename)
}

// RetireKeys removes the keys that have not signed since a time, and gives their
// ids. Tokens that they signed are refused from then on.
func RetireKeys(dataDir string, since time.Time) (retired []string, err error) {
	keys, err := Keys(dataDir)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if k.Signs || k.Since.After(since) {
			continue
		}
		if err := os.Remove(filepath.Join(dataDir, oldKeys+k.ID)); err != nil {
			return retired, fmt.Errorf("token key: %w", err)
		}
		retired = append(retired, k.ID)
	}
	if len(retired) > 0 { // a crash must not bring back what was told to be gone
		if err := syncFolder(dataDir); err != nil {
			return retired, fmt.Errorf("token key: %w", err)
		}
	}
	return retired, nil
}

// Keys lists the keys of a data folder, the one that signs first.
func Keys(dataDir string) ([]KeyInfo, error) {
	old, err := oldKeyFiles(dataDir)
	if err != nil {
		return nil, err
	}
	var list []KeyInfo
	for _, name := range append([]string{keyFile}, old...) {
		path := filepath.Join(dataDir, name)
		secret, err := readKey(path)
		if err != nil {
			return nil, fmt.Errorf("token key: %w", err)
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("token key: %w", err)
		}
		k := KeyInfo{ID: idOf(secret), Signs: name == keyFile, Since: info.ModTime()}
		if !k.Signs && name != oldKeys+k.ID {
			return nil, fmt.Errorf("token key: %s holds another key than its name says", path)
		}
		if !k.Signs && k.ID == list[0].ID {
			continue // a rotation broke off; it still signs
		}
		list = append(list, k)
	}
	return list, nil
}

// oldKeyFiles names the files of keys that do not sign any more.
func oldKeyFiles(dataDir string) ([]string, error) {
	entries, err := os.ReadDir(dataDir)
	if err != nil {
		return nil, fmt.Errorf("token keys: %w", err)
	}
	var names []string
	for _, e := range entries {
		if oldKeyName.MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}
