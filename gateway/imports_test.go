package gateway

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

// core stands for all rooms of the engine.
const core = "cstacore/"

// rooms lists what each package may import of the project, besides packages
// below itself. One that is not listed has no place in the house yet.
var rooms = map[string][]string{
	"gateway":         {},
	"gateway/app":     {core, "gateway/auth", "gateway/config", "gateway/hub", "gateway/rest", "gateway/signalr", "web"},
	"gateway/auth":    {"cstacore/access", "cstacore/record", "cstacore/store"},
	"gateway/bench":   {},
	"gateway/config":  {},
	"gateway/hub":     {core, "gateway/signalr"},
	"gateway/rest":    {"api", "cstacore/access", "cstacore/record", "cstacore/store", "gateway/auth", "gateway/signalr"},
	"gateway/signalr": {},
}

// TestImports holds every package below this folder against its list. Packages
// within a room may import what the room may, and each other.
func TestImports(t *testing.T) {
	found := make(map[string]bool)
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		room := path.Join("gateway", strings.Split(filepath.ToSlash(filepath.Dir(file)), "/")[0])
		allowed, listed := rooms[room]
		if !listed {
			t.Errorf("%s is not listed", room)
			return nil
		}
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
			inside := own == room || strings.HasPrefix(own, room+"/")
			inCore := strings.HasPrefix(own, core) && slices.Contains(allowed, core)
			if ok && !inside && !inCore && !slices.Contains(allowed, own) {
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
