package main

import (
	"fmt"
	"slices"
	"strings"
)

// registry writes what is known of all messages: their names, and how to make an
// empty one from a name.
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
	w.dialects()
}

// layout writes what the codec has to know about a message besides its
// fields. What is the same for nearly all messages is left out.
func (w *goWriter) layout(d *decl) {
	name := goName(d.name)
	parts := []string{fmt.Sprintf("root: %q", d.name)}
	say := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if len(d.answers) > 0 {
		say("answers: %q", strings.Join(d.answers, " "))
	}
	if d.kind == kindRequest && d.from != "" && d.from != "client" {
		say("sender: SentBy%s", goName(d.from))
	}
	if d.file.protocol == "ecma-354" {
		say("session: true")
	}
	if d.file.protocol == "unitel" {
		say("own: true")
	} else if !d.editions.all() {
		say("since: %d", d.editions.from)
	}
	if place := d.commonPlace(); place != "inExtensions" {
		say("place: %s", place)
	} else if f := d.field("extensions"); f.editions.to < lastEdition {
		say("extensionsUntil: %d", f.editions.to)
	}
	if len(d.tailFields()) > 0 {
		say("tail: func(m Message, b []byte, d *Dialect) []byte { return m.(*%s).appendTail(b, d) }", name)
	}
	parts = append(parts, w.unitelLayout(d)...)
	const width = 100
	if line := strings.Join(parts, ", "); len(line) <= width {
		w.line("var %sLayout = layout{%s}\n", lowerGoName(d.name), line)
	} else {
		w.line("var %sLayout = layout{\n%s,\n}\n", lowerGoName(d.name), strings.Join(parts, ",\n"))
	}
	w.line("func (*%s) layout() *layout { return &%sLayout }\n", name, lowerGoName(d.name))
}

// unitelLayout lists what is to be known for the unitel dialect.
func (w *goWriter) unitelLayout(d *decl) []string {
	ch := d.changes["unitel"]
	if ch == nil {
		return nil
	}
	var parts []string
	if ch.root != "" {
		parts = append(parts, fmt.Sprintf("unitelRoot: %q", ch.root))
	}
	if ch.noSpace {
		parts = append(parts, "unitelNoSpace: true")
	}
	mask := "unitelPrivateIn" + goName(d.kind.String()) + "s"
	if fallback := w.c.privateDefaults["unitel"][d.kind]; !slices.Equal(ch.private, fallback) {
		mask = w.maskOf(w.c.types[privateDataType], func(f *field) bool { return slices.Contains(ch.private, f.name) })
	}
	if mask != "0" {
		parts = append(parts, "unitelPrivate: "+mask)
	}
	if _, behind := d.unitelOrder(); len(behind) > 0 {
		parts = append(parts, fmt.Sprintf(
			"unitelTail: func(m Message, b []byte, d *Dialect) []byte { return m.(*%s).appendUnitelTail(b, d) }", goName(d.name)))
	}
	return parts
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
