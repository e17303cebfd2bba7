package main

import (
	"slices"
	"strings"
)

// registry writes what is known of all messages: their names, how to make an
// empty one from a name, and how each dialect writes them.
func (w *goWriter) registry() {
	messages := slices.Clone(w.c.messages)
	slices.SortFunc(messages, func(a, b *decl) int { return strings.Compare(a.name, b.name) })
	w.line("// messageNames lists all messages in the order of their names.")
	w.line("var messageNames = []string{")
	for _, d := range messages {
		w.line("\t%q,", d.name)
	}
	w.line("}\n")
	w.line("// newMessage returns an empty message for a root name in small letters.")
	w.line("func newMessage(name []byte) Message {")
	w.line("\tswitch string(name) {")
	for _, d := range messages {
		w.line("\tcase %q:\n\t\treturn new(%s)", strings.ToLower(d.name), goName(d.name))
	}
	w.line("\tdefault:\n\t\treturn nil\n\t}\n}\n")
	w.line("// responses names the answers to each request, the positive one first.")
	w.line("var responses = map[string][]string{")
	for _, d := range messages {
		if len(d.answers) > 0 {
			w.line("\t%q: {%s},", d.name, quoteAll(d.answers))
		}
	}
	w.line("}\n")
	for _, f := range w.c.files {
		for _, d := range f.decls {
			if d.kind.isMessage() {
				w.layout(d)
			}
		}
	}
	w.dialects()
}

// layout writes what the codec has to know about a message besides its
// fields.
func (w *goWriter) layout(d *decl) {
	name := goName(d.name)
	root, first := d.name, false
	var private []string
	if ch := d.changes["unitel"]; ch != nil {
		if ch.root != "" {
			root = ch.root
		}
		first = len(ch.prints) > 0 && ch.prints[0] == "privateData"
		private = ch.private
	}
	mask := w.maskOf(w.c.types[privateDataType], func(f *field) bool { return slices.Contains(private, f.name) })
	w.line("var %sLayout = layout{", lowerGoName(d.name))
	w.line("\troot: %q, unitelRoot: %q, session: %v, place: %s,", d.name, root, d.file.session, d.commonPlace())
	w.line("\tunitelPrivate: %s, unitelPrivateFirst: %v,", mask, first)
	if len(d.tailFields()) > 0 {
		w.line("\ttail: func(m Message, b []byte, d *Dialect) []byte { return m.(*%s).appendTail(b, d) },", name)
	}
	w.line("}\n")
	w.line("func (*%s) layout() *layout { return &%sLayout }\n", name, lowerGoName(d.name))
}

// commonPlace names where ECMA dialects have what all messages share.
func (d *decl) commonPlace() string {
	switch {
	case d.field("extensions") != nil:
		return "inExtensions"
	case d.spreads():
		return "amongFields"
	default:
		return "nowhere"
	}
}

// dialects writes the settings of each dialect as constants.
func (w *goWriter) dialects() {
	for _, d := range w.c.dialects {
		w.line("// What the contract sets for the %s dialect.", d.name)
		w.line("const (")
		for _, key := range sortedKeys(d.settings) {
			value := d.settings[key]
			if strings.Trim(value, "0123456789") != "" {
				value = quoteAll([]string{value})
			}
			w.line("\t%s%s = %s", d.name, goName(key), value)
		}
		w.line(")\n")
	}
}

func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = `"` + s + `"`
	}
	return strings.Join(quoted, ", ")
}
