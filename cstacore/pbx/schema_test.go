package pbx

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// schemas is where the reconstructed schemas of ECMA lie beside the project.
// They are no part of it, so the test does without where they are missing.
const schemas = "../../../shared/csta/xsd"

// TestScenariosAreValid: what the switch says in the scenarios is valid against
// the schemas of the standard's editions.
func TestScenariosAreValid(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	if _, err := os.Stat(schemas); err != nil {
		t.Skip("the schemas are not there")
	}
	files, err := filepath.Glob("testdata/*.scenario")
	if err != nil {
		t.Fatal(err)
	}
	var heard []csta.Message
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		x := newExchange(t)
		x.play(string(text))
		heard = append(heard, x.heard...)
	}
	for _, d := range []*csta.Dialect{csta.ED3, csta.ED6} {
		t.Run(d.Name(), func(t *testing.T) {
			dir := t.TempDir()
			args := []string{"--noout", "--schema", filepath.Join(schemas, fmt.Sprintf("ecma323-%s-reconstructed.xsd", d.Name()))}
			for i, m := range heard {
				if !d.Knows(m) {
					continue
				}
				var doc []byte
				if e, ok := m.(csta.Event); ok {
					prepared := csta.PrepareXML(e, d, false)
					doc = prepared.Append(nil, "1", csta.Position{})
				} else {
					doc = csta.AppendXML(nil, m, d)
				}
				file := filepath.Join(dir, fmt.Sprintf("%d-%s.xml", i, m.Name()))
				if err := os.WriteFile(file, doc, 0o600); err != nil {
					t.Fatal(err)
				}
				args = append(args, file)
			}
			out, err := exec.Command(xmllint, args...).CombinedOutput()
			if err != nil {
				for line := range strings.Lines(string(out)) {
					if !strings.HasSuffix(strings.TrimSpace(line), "validates") {
						t.Error(strings.TrimSpace(line))
					}
				}
			}
			t.Logf("%d documents", len(args)-3)
		})
	}
}
