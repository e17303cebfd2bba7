package auth

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	keyFile   = "token.key"
	keyLength = 32
)

// LoadKey reads the key with which cstahub signs its own tokens from the data
// directory, and makes one where there is none yet. The file is readable by
// its owner alone; whoever has it can be anybody.
func LoadKey(dataDir string) ([]byte, error) {
	path := filepath.Join(dataDir, keyFile)
	key, err := os.ReadFile(path)
	switch {
	case err == nil:
		if len(key) < keyLength {
			return nil, fmt.Errorf("token key %s: %d bytes, want %d", path, len(key), keyLength)
		}
		return key, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("token key: %w", err)
	}
	key = make([]byte, keyLength)
	if _, err := rand.Read(key); err != nil {
		return nil, fmt.Errorf("token key: %w", err)
	}
	if err := writeOnce(path, key); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return LoadKey(dataDir) // another process was first
		}
		return nil, fmt.Errorf("token key: %w", err)
	}
	return key, nil
}

// writeOnce makes a file that nobody else can read, whole or not at all; it
// fails with fs.ErrExist where there is one.
func writeOnce(path string, content []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), keyFile+".*") // CreateTemp makes it 0600
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	if _, err := f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Link(f.Name(), path) // unlike Rename, fails where path exists
}
