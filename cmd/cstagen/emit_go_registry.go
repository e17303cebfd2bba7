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
	w.line("// newMessages makes an empty message of each kind, by its name in small letters.")
	w.line("var newMessages = map[string]func() Message{")
	for _, d := range messages {
		w.line("\t%q: func() Message { return new(%s) },", strings.ToLower(d.name), goName(d.name))
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
// fields. What is the same for nearly all messages is left out.
func (w *goWriter) layout(d *decl) {
	name := goName(d.name)
	w.line("var %sLayout = layout{", lowerGoName(d.name))
	w.line("root: %q,", d.name)
	if len(d.answers) > 0 {
		w.line("answers: %q,", strings.Join(d.answers, " "))
	}
	if d.kind == kindRequest && d.from != "" && d.from != "client" {
		w.line("sender: SentBy%s,", goName(d.from))
	}
	if d.file.protocol == "ecma-354" {
		w.line("session: true,")
	}
	if d.file.protocol == "unitel" {
		w.line("own: true,")
	} else if !d.editions.all() {
		w.line("since: %d,", d.editions.from)
	}
	if place := d.commonPlace(); place != "inExtensions" {
		w.line("place: %s,", place)
	} else if f := d.field("extensions"); f.editions.to < lastEdition {
		w.line("extensionsUntil: %d,", f.editions.to)
	}
	if len(d.tailFields()) > 0 {
		w.line("tail: func(m Message, b []byte, d *Dialect) []byte { return m.(*%s).appendTail(b, d) },", name)
	}
	w.unitelLayout(d)
	w.line("}\n")
	w.line("func (*%s) layout() *layout { return &%sLayout }\n", name, lowerGoName(d.name))
}

// unitelLayout writes what is to be known for the unitel dialect.
func (w *goWriter) unitelLayout(d *decl) {
	ch := d.changes["unitel"]
	if ch == nil {
		return
	}
	if ch.root != "" {
		w.line("unitelRoot: %q,", ch.root)
	}
	if ch.noSpace {
		w.line("unitelNoSpace: true,")
	}
	mask := "unitelPrivateIn" + goName(d.kind.String()) + "s"
	if fallback := w.c.privateDefaults["unitel"][d.kind]; !slices.Equal(ch.private, fallback) {
		mask = w.maskOf(w.c.types[privateDataType], func(f *field) bool { return slices.Contains(ch.private, f.name) })
	}
	if mask != "0" {
		w.line("unitelPrivate: %s,", mask)
	}
	if _, behind := d.unitelOrder(); len(behind) > 0 {
		w.line("unitelTail: func(m Message, b []byte, d *Dialect) []byte { return m.(*%s).appendUnitelTail(b, d) },", goName(d.name))
	}
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
		w.line("// The private data that the %s dialect writes, unless a message has its own.", d.name)
		w.line("const (")
		for _, k := range []kind{kindRequest, kindResponse, kindEvent, kindFailure} {
			private := w.c.privateDefaults[d.name][k]
			mask := w.maskOf(w.c.types[privateDataType], func(f *field) bool { return slices.Contains(private, f.name) })
			w.line("\t%sPrivateIn%ss privateMask = %s", d.name, goName(k.String()), mask)
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
