package csta_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// schemas is where the reconstructed schemas of ECMA lie beside the project.
// They are no part of it, so the test does without where they are missing.
const schemas = "../../../shared/csta/xsd"

// rounds is how often each message is filled anew, so that each alternative of
// its choices and many words have their turn.
const rounds = 6

// Every message with every field set must be valid against the schema of the
// edition it is written for: names, order, types and words.
func TestSchemasAcceptEveryMessage(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	for _, edition := range []struct {
		dialect *csta.Dialect
		schema  string
	}{
		{csta.ED3, "ecma323-ed3-reconstructed.xsd"},
		{csta.ED6, "ecma323-ed6-reconstructed.xsd"},
	} {
		t.Run(edition.dialect.Name(), func(t *testing.T) {
			dir := t.TempDir()
			bySchema := map[string][]string{}
			fill := newFiller(t)
			for _, name := range csta.Names() {
				if m, _ := csta.New(name); !edition.dialect.Knows(m) {
					continue
				}
				for round := range rounds {
					doc := csta.AppendXML(nil, fill.message(name), edition.dialect)
					schema := schemaOf(doc, edition.schema)
					file := filepath.Join(dir, fmt.Sprintf("%s-%d.xml", name, round))
					if err := os.WriteFile(file, doc, 0o600); err != nil {
						t.Fatal(err)
					}
					bySchema[schema] = append(bySchema[schema], file)
				}
			}
			for schema, files := range bySchema {
				validate(t, xmllint, filepath.Join(schemas, schema), files)
			}
		})
	}
}

// What the reference shows must be valid, too: it is what people copy.
func TestSchemasAcceptTheExamples(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	text, err := os.ReadFile("../../api/reference/examples.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples map[string]struct{ ECMA string }
	if err := json.Unmarshal(text, &examples); err != nil {
		t.Fatal(err)
	}
	dir, bySchema := t.TempDir(), map[string][]string{}
	for name, example := range examples {
		if m, ok := csta.New(name); !ok || !csta.ED6.Knows(m) {
			continue
		}
		schema := schemaOf([]byte(example.ECMA), "ecma323-ed6-reconstructed.xsd")
		file := filepath.Join(dir, name+".xml")
		if err := os.WriteFile(file, []byte(example.ECMA), 0o600); err != nil {
			t.Fatal(err)
		}
		bySchema[schema] = append(bySchema[schema], file)
	}
	for schema, files := range bySchema {
		validate(t, xmllint, filepath.Join(schemas, schema), files)
	}
}

// schemaOf is the schema that a document has to obey: that of its edition, or
// of the application session.
func schemaOf(doc []byte, edition string) string {
	if bytes.Contains(doc, []byte("ecma-354/appl_session")) {
		return "ecma354-appl_session-reconstructed.xsd"
	}
	return edition
}

func validate(t *testing.T, xmllint, schema string, files []string) {
	t.Helper()
	if _, err := os.Stat(schema); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the schemas are not there")
	}
	args := append([]string{"--noout", "--schema", schema}, files...)
	if out, err := exec.Command(xmllint, args...).CombinedOutput(); err != nil {
		for line := range bytes.Lines(out) {
			if !bytes.HasSuffix(bytes.TrimSpace(line), []byte("validates")) {
				t.Errorf("%s", bytes.TrimSpace(line))
			}
		}
	}
}
