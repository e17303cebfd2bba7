package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cstahub/cstahub/cstacore/record"
)

// directoryFile holds the tenants of an installation in its data folder.
const directoryFile = "directory.json"

// LoadDirectories reads the tenants that a data folder holds; none where it
// holds nothing yet.
func LoadDirectories(dataDir string) ([]record.Directory, error) {
	text, err := os.ReadFile(filepath.Join(dataDir, directoryFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("directory: %w", err)
	}
	var dirs []record.Directory
	if err := json.Unmarshal(text, &dirs); err != nil {
		return nil, fmt.Errorf("directory %s: %w", filepath.Join(dataDir, directoryFile), err)
	}
	return dirs, nil
}

// SaveDirectories puts tenants into a data folder, whole or not at all. The
// file has password hashes in it and is its owner's alone.
func SaveDirectories(dataDir string, dirs []record.Directory) error {
	text, err := json.MarshalIndent(dirs, "", "\t")
	if err != nil {
		return fmt.Errorf("directory: %w", err)
	}
	if err := os.MkdirAll(dataDir, 0o700); err != nil {
		return fmt.Errorf("directory: %w", err)
	}
	f, err := os.CreateTemp(dataDir, directoryFile+".*")
	if err != nil {
		return fmt.Errorf("directory: %w", err)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dataDir, directoryFile))
	}
	if err != nil {
		return fmt.Errorf("directory: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}
