// Command examples encodes the examples of the contract (api/csta/examples)
// with the codec, for the reference pages to show. It is run by "go generate".
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// example is one message in all encodings.
type example struct {
	JSON   string `json:"json"`
	ECMA   string `json:"ecma"`
	Unitel string `json:"unitel"`
}

func main() {
	in := flag.String("in", "", "directory of the examples: JSON files of messages by name")
	out := flag.String("out", "", "file to write")
	flag.Parse()
	content, err := encodeAll(*in)
	if err == nil {
		err = os.WriteFile(*out, content, 0o644) //nolint:gosec // documentation is for everyone who may read the project
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "examples:", err)
		os.Exit(1)
	}
}

// encodeAll encodes the examples of a directory.
func encodeAll(dir string) ([]byte, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	examples := map[string]example{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var bodies map[string]json.RawMessage
		if err := json.Unmarshal(text, &bodies); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for name, body := range bodies {
			if examples[name], err = encode(name, body); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, name, err)
			}
		}
	}
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(examples)
	return content.Bytes(), err
}

func encode(name string, body []byte) (example, error) {
	m, err := csta.DecodeJSON(name, body)
	if err != nil {
		return example{}, err
	}
	written := csta.AppendJSON(nil, m)
	if err := sameShape(body, written); err != nil {
		return example{}, err
	}
	var text bytes.Buffer
	if err := json.Indent(&text, written, "", "  "); err != nil {
		return example{}, err
	}
	return example{
		JSON:   text.String(),
		ECMA:   indent(string(csta.AppendXML(nil, m, csta.ED6))),
		Unitel: indent(string(csta.AppendXML(nil, m, csta.Unitel))),
	}, nil
}

// sameShape says what of an example the codec does not know: it passes over
// members of unknown names.
func sameShape(body, written []byte) error {
	var want, got any
	if err := errors.Join(json.Unmarshal(body, &want), json.Unmarshal(written, &got)); err != nil {
		return err
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Errorf("%s is written as %s", body, written)
	}
	return nil
}

// indent puts each element of a document that the codec has written on a line
// of its own. Such a document has no comments, and no text beside elements.
func indent(doc string) string {
	var b strings.Builder
	depth := 0
	for doc != "" {
		end := strings.IndexByte(doc, '>') + 1
		tag := doc[:end]
		doc = doc[end:]
		if strings.HasPrefix(tag, "</") {
			depth--
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth), tag)
		if text, rest, found := strings.Cut(doc, "</"); found && !strings.Contains(text, "<") && !strings.HasSuffix(tag, "/>") && !strings.HasPrefix(tag, "</") {
			end := strings.IndexByte(rest, '>') + 1
			fmt.Fprintf(&b, "%s</%s\n", text, rest[:end])
			doc = rest[end:]
			continue
		}
		if !strings.HasPrefix(tag, "</") && !strings.HasSuffix(tag, "/>") {
			depth++
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}
