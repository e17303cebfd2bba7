// Command cstagen turns the CSTA contract (api/csta/*.csta) into code and
// documentation: Go types and codecs, TypeScript types, and reference pages.
// It is run by "go generate ./..."; the notation is described in
// api/csta/README.md.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "cstagen:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("cstagen", flag.ContinueOnError)
	contractDir := flags.String("contract", "api/csta", "directory of the contract files")
	goDir := flags.String("go", "", "write Go code into this directory")
	tsFile := flags.String("ts", "", "write TypeScript types into this file")
	mdDir := flags.String("md", "", "write reference pages into this directory")
	examples := flags.String("examples", "", "directory of the encoded examples that the reference pages show")
	if err := flags.Parse(args); err != nil {
		return err
	}
	c, err := loadContract(*contractDir)
	if err != nil {
		return err
	}
	if *goDir != "" {
		files, err := c.emitGo()
		if err != nil {
			return err
		}
		if err := writeFiles(*goDir, "_gen.go", files); err != nil {
			return err
		}
	}
	if *tsFile != "" {
		if err := os.MkdirAll(filepath.Dir(*tsFile), 0o750); err != nil {
			return err
		}
		if err := writeFile(*tsFile, c.emitTS()); err != nil {
			return err
		}
	}
	if *mdDir != "" {
		return writeFiles(*mdDir, ".md", c.emitMarkdown(os.DirFS(*examples)))
	}
	return nil
}

// loadContract reads and checks the contract of a directory.
func loadContract(dir string) (*contract, error) {
	c, err := parseDir(dir)
	if err != nil {
		return nil, err
	}
	if len(c.files) == 0 {
		return nil, fmt.Errorf("no contract files in %s", dir)
	}
	return c, c.link()
}

// writeFiles writes the generated files of a directory, and removes files with
// the same ending that are generated no more.
func writeFiles(dir, suffix string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(dir, "*"+suffix))
	if err != nil {
		return err
	}
	for _, path := range old {
		if _, kept := files[filepath.Base(path)]; !kept {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	for name, content := range files {
		if err := writeFile(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	return nil
}

// writeFile leaves a file alone that has the content already, so that builds
// see no change.
func writeFile(path string, content []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	return os.WriteFile(path, content, 0o600)
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
