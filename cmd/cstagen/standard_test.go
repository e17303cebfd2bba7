package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
)

// standardFile holds what the schemas of ECMA say, beside the project. It is
// no part of it, so the test does without where it is missing.
const standardFile = "../../../shared/csta/messages.json"

// edition is what one schema says.
type edition struct {
	Messages map[string]*shapeNode `json:"messages"`
	Types    map[string]*shapeNode `json:"types"`
	Enums    map[string]*shapeNode `json:"enums"`
}

// shapeNode is a type, field or alternative of a schema.
type shapeNode struct {
	Name       string       `json:"name"`
	Type       string       `json:"type"`
	Extends    string       `json:"extends"`
	Optional   bool         `json:"optional"`
	Repeats    bool         `json:"repeats"`
	Any        bool         `json:"any"`
	Default    string       `json:"default"`
	Text       string       `json:"text"`
	List       string       `json:"list"`
	Enum       []string     `json:"enum"`
	Inline     *shapeNode   `json:"inline"`
	Fields     []*shapeNode `json:"fields"`
	Choice     []*shapeNode `json:"choice"`
	Attributes []*shapeNode `json:"attributes"`
	Mandatory  []string     `json:"mandatory"`
}

// The contract must say of every message what the standard says: the same
// elements in the same order, types, words, defaults, and what is mandatory,
// in the editions that the schemas are known of.
func TestContractIsTheStandard(t *testing.T) {
	standard := readStandard(t)
	c := mustLoad(t)
	compared, standardMessages := 0, 0
	for _, d := range c.messages {
		schemas := map[string]int{"ecma323-ed3": 3, "ecma323-ed6": 6}
		switch d.file.protocol {
		case "ecma-354":
			schemas = map[string]int{"ecma354": 6}
		case "unitel":
			continue
		}
		standardMessages++
		for name, number := range schemas {
			e := standard[name]
			theirs := e.Messages[d.name]
			if known := d.editions.has(number); theirs == nil || !known {
				if (theirs != nil) != known {
					t.Errorf("%s is known in %s: %v", d.name, name, theirs != nil)
				}
				continue
			}
			// What is mandatory is known of the latest edition only, and there not
			// of all messages.
			w := &shapeWriter{c: c, e: e, number: number, mandatory: number == lastEdition, top: theirs}
			w.checkMandatory(t, d, theirs)
			got, want := w.ours(d), w.theirs(theirs)
			if got != want {
				t.Errorf("%s in %s:\n got %s\nwant %s", d.name, name, got, want)
			}
			compared++
		}
	}
	if compared < standardMessages {
		t.Errorf("only %d of %d messages were compared", compared, standardMessages)
	}
}

func readStandard(t *testing.T) map[string]*edition {
	t.Helper()
	text, err := os.ReadFile(standardFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the standard is not there")
	} else if err != nil {
		t.Fatal(err)
	}
	var standard map[string]*edition
	if err := json.Unmarshal(text, &standard); err != nil {
		t.Fatal(err)
	}
	return standard
}

// shapeWriter writes a message of the contract and one of the standard in the
// same way, so that they can be compared as text.
type shapeWriter struct {
	c         *contract
	e         *edition
	number    int
	mandatory bool
	top       *shapeNode // the message of the standard
}

// looseMandatory says that the standard's list of what is mandatory in the
// message is not known. The contract may ask for more then than the schema
// shows.
func (w *shapeWriter) looseMandatory() bool { return w.top.Mandatory == nil }

// checkMandatory checks what the schema shows to be mandatory of a message
// whose list is not known.
func (w *shapeWriter) checkMandatory(t *testing.T, d *decl, theirs *shapeNode) {
	t.Helper()
	if !w.mandatory || !w.looseMandatory() {
		return
	}
	for _, n := range theirs.Fields {
		if f := d.field(n.Name); f != nil && !n.Optional && !n.Repeats && !f.required {
			t.Errorf("%s: %s is mandatory", d.name, n.Name)
		}
	}
}

func (w *shapeWriter) theirs(n *shapeNode) string {
	switch {
	case n.Type != "":
		return w.theirsNamed(n.Type)
	case n.Extends != "":
		return w.theirsNamed(n.Extends)
	case n.Inline != nil:
		return w.theirs(n.Inline)
	case n.List != "":
		return "list"
	case n.Enum != nil:
		return words(n.Enum)
	case n.Text != "":
		return "text(" + w.theirsFields(n.Attributes, nil) + ")"
	}
	if len(n.Fields) == 1 && n.Fields[0].Choice != nil {
		return "one(" + w.theirsFields(n.Fields[0].Choice, nil) + ")"
	}
	if len(n.Fields) == 1 && n.Fields[0].Any {
		return "foreign"
	}
	return "{" + w.theirsFields(n.Fields, w.theirMandatory(n)) + "}"
}

// theirMandatory lists the mandatory fields of a type or message. A schema
// insists on plain values even where the standard does not; of a message whose
// list is known that counts alone.
func (w *shapeWriter) theirMandatory(n *shapeNode) []string {
	if n == w.top {
		return n.Mandatory
	}
	mandatory := slices.Clone(n.Mandatory)
	for _, f := range n.Fields {
		if !f.Optional && !f.Repeats {
			mandatory = append(mandatory, f.Name)
		}
	}
	return mandatory
}

func (w *shapeWriter) theirsNamed(name string) string {
	if name == "CSTACommonArguments" || name == "CSTAPrivateData" {
		return name
	}
	if n := w.e.Types[name]; n != nil && name != "Empty" {
		return w.theirs(n)
	}
	if n := w.e.Enums[name]; n != nil {
		return w.theirs(n)
	}
	return name
}

func (w *shapeWriter) theirsFields(fields []*shapeNode, mandatory []string) string {
	var b strings.Builder
	for _, f := range fields {
		w.field(&b, f.Name, w.theirs(f), f.Repeats, slices.Contains(mandatory, f.Name), f.Default)
	}
	return b.String()
}

// field writes one field the way both sides do.
func (w *shapeWriter) field(b *strings.Builder, name, content string, repeats, required bool, def string) {
	fmt.Fprintf(b, "%s:%s", name, content)
	if repeats {
		b.WriteByte('*')
	}
	if required && w.mandatory {
		b.WriteByte('!')
	}
	if def != "" {
		b.WriteString("=" + def)
	}
	b.WriteByte(' ')
}

// words lists an enumeration's words in an order of our own: that of the
// schema means nothing.
func words(list []string) string {
	sorted := slices.Clone(list)
	sort.Strings(sorted)
	return "(" + strings.Join(sorted, "|") + ")"
}

func (w *shapeWriter) ours(d *decl) string {
	switch d.kind {
	case kindAlias:
		return w.oursNamed(d.of, nil)
	case kindEnum:
		return w.oursWords(d, nil)
	case kindFlags:
		var b strings.Builder
		for _, word := range d.words {
			if word.editions.has(w.number) {
				w.field(&b, word.name, "boolean", false, false, "")
			}
		}
		return "{" + b.String() + "}"
	case kindNumbers:
		var b strings.Builder
		for _, word := range d.words {
			if word.editions.has(w.number) {
				w.field(&b, word.name, "long", false, true, "")
			}
		}
		return "{" + b.String() + "}"
	case kindForeign:
		return "foreign"
	case kindText:
		return "text(" + w.oursFields(d) + ")"
	case kindChoice, kindMembers:
		return "one(" + w.oursFields(d) + ")"
	default:
		if d.of != "" {
			return w.oursNamed(d.of, nil)
		}
		return "{" + w.oursFields(d) + "}"
	}
}

func (w *shapeWriter) oursWords(d *decl, except []exception) string {
	var list []string
	for _, word := range d.words {
		excepted := slices.ContainsFunc(except, func(e exception) bool { return e.word == word.name && e.editions.has(w.number) })
		if word.editions.has(w.number) && !excepted {
			list = append(list, word.name)
		}
	}
	return words(list)
}

func (w *shapeWriter) oursNamed(name string, except []exception) string {
	if d := w.c.types[name]; d != nil {
		if d.kind == kindEnum {
			return w.oursWords(d, except)
		}
		return w.ours(d)
	}
	return scalarWord(name)
}

func (w *shapeWriter) oursFields(d *decl) string {
	var b strings.Builder
	for _, f := range d.fields {
		if f.unitel || f.jsonOnly || !f.editions.has(w.number) {
			continue
		}
		name := f.name
		if f.former != nil && w.number <= f.former.to {
			name = f.former.name
		}
		required := f.required && d.kind != kindChoice && d.kind != kindMembers && d.kind != kindText &&
			(!d.kind.isMessage() || !w.looseMandatory())
		typ := f.typ
		if w.number <= f.flatTo {
			typ = typ.wrap.typ
			typ.repeated = false
		}
		if f.bareFrom > 0 && w.number >= f.bareFrom {
			name, typ, required = typ.wrap.child, typ.wrap.typ, false
		}
		w.field(&b, name, w.oursType(typ, f.except), typ.repeated, required, f.def)
	}
	return b.String()
}

func (w *shapeWriter) oursType(t typeRef, except []exception) string {
	switch {
	case t.wrap != nil:
		var b strings.Builder
		w.field(&b, t.wrap.child, w.oursType(t.wrap.typ, nil), t.wrap.typ.repeated, false, "")
		return "{" + b.String() + "}"
	case t.list:
		return "list"
	default:
		return w.oursNamed(t.name, except)
	}
}

// Every message of the standard is in the contract. What the schemas declare
// in small letters are elements of messages, not messages.
func TestContractIsComplete(t *testing.T) {
	known := map[string]bool{}
	for _, d := range mustLoad(t).messages {
		known[d.name] = true
	}
	for name, e := range readStandard(t) {
		for message := range e.Messages {
			if message[0] >= 'A' && message[0] <= 'Z' && !known[message] {
				t.Errorf("%s of %s is not in the contract", message, name)
			}
		}
	}
}
