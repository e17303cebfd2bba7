package cstacore

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/cstahub/cstahub/"

// rooms lists what each package may import of the project. One that is not
// listed has no place in the house yet. The engine's rooms stand first: none of
// them imports gateway.
var rooms = map[string][]string{
	"cstacore":               {},
	"cstacore/access":        {"cstacore/record"},
	"cstacore/callmodel":     {"cstacore/csta", "cstacore/record"},
	"cstacore/csta":          {},
	"cstacore/line":          {"cstacore/csta"},
	"cstacore/line/sim":      {"cstacore/csta", "cstacore/line"},
	"cstacore/pbx":           {"cstacore/access", "cstacore/callmodel", "cstacore/csta", "cstacore/line", "cstacore/record"},
	"cstacore/pbx/scenario":  {"cstacore/access", "cstacore/record"},
	"cstacore/record":        {},
	"cstacore/session":       {"cstacore/access", "cstacore/csta", "cstacore/pbx", "cstacore/record"},
	"cstacore/store":         {"cstacore/record"},
	"cstacore/xmltcp":        {"cstacore/access", "cstacore/csta", "cstacore/pbx", "cstacore/session"},
	"cstacore/xmltcp/client": {"cstacore/csta", "cstacore/xmltcp"},
}

// roomOf gives the room that a package is in: its own, or with "internal" in
// its path the one it belongs to.
func roomOf(name string) string {
	name, _, _ = strings.Cut(name, "/internal/")
	if _, listed := rooms[name]; !listed {
		return ""
	}
	return name
}

// TestImports holds every package below this folder against its list.
func TestImports(t *testing.T) {
	found := make(map[string]bool)
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		room := roomOf(path.Join("cstacore", filepath.ToSlash(filepath.Dir(file))))
		if room == "" {
			t.Errorf("%s is in no room that is listed", file)
			return nil
		}
		allowed := rooms[room]
		found[room] = true
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			own, ok := strings.CutPrefix(name, module)
			if ok && own != room && roomOf(own) != room && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s", file, own)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !found[room] {
			t.Errorf("%s is listed and does not exist", room)
		}
	}
}
