package main

import (
	"fmt"
	"strings"
)

// dialects lists what the unitel dialect does differently in a message or
// type.
func (w *mdWriter) dialects(d *decl) {
	ch := d.changes["unitel"]
	if ch == nil {
		return
	}
	changes := differences(ch)
	if len(changes) == 0 {
		return
	}
	w.line("In the unitel dialect:\n")
	for _, difference := range changes {
		w.line("- %s", difference)
	}
	w.line("")
}

// differences puts a change into words.
func differences(ch *change) []string {
	var list []string
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	if ch.doc != "" {
		say("%s", strings.ReplaceAll(ch.doc, "\n", " "))
	}
	if ch.root != "" {
		say("the root element is `%s`", ch.root)
	}
	if ch.prints != nil {
		say("these elements are written, in this order: %s", codes(ch.prints))
	}
	if ch.local != "" {
		say("`%s` is the connection of the monitored device", ch.local)
	}
	if ch.private != nil {
		if len(ch.private) == 0 {
			say("no private data is written")
		} else {
			say("`privateData` has, where known: %s", codes(ch.private))
		}
	}
	if ch.optional != nil {
		say("%s may be missing", codes(ch.optional))
	}
	if ch.flatten != "" {
		say("the alternatives of `%s` stand side by side, without it", ch.flatten)
	}
	if ch.textOf != "" {
		say("it is the bare text of `%s`", ch.textOf)
	}
	if ch.blank != nil {
		say("where there is nothing in it, an empty element is written: %s", codes(ch.blank))
	}
	if ch.flat != "" {
		say("`%s` is the bare value of the first entry", ch.flat)
	}
	for _, name := range sortedKeys(ch.nest) {
		say("the value of `%s` stands in a `%s` inside", name, ch.nest[name])
	}
	for _, name := range sortedKeys(ch.reduce) {
		say("of the entries of `%s` only `%s` is written; those without it are left out", name, ch.reduce[name])
	}
	for _, name := range sortedKeys(ch.pick) {
		say("in place of `%s` stands its `%s`, as `%s`", name, ch.pick[name].inner, ch.pick[name].as)
	}
	if ch.noSpace {
		say("the root element is in no namespace")
	}
	for _, name := range sortedKeys(ch.rename) {
		say("`%s` is called `%s`", name, ch.rename[name])
	}
	for _, name := range sortedKeys(ch.words) {
		say("`%s` is written `%s`", name, ch.words[name])
	}
	return list
}

func codes(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "`" + name + "`"
	}
	return strings.Join(quoted, ", ")
}

// changesPage describes a dialect as a whole, and what it changes in each
// message and type.
func (w *mdWriter) changesPage(f *file) {
	for _, d := range f.dialects {
		w.text(d.doc)
		for _, key := range sortedKeys(d.settings) {
			w.line("- %s: `%s`", key, d.settings[key])
		}
		w.line("")
	}
	for _, ch := range f.changes {
		if ch.dialect == "json" {
			w.line("- %s: %s may be missing", w.link(ch.target), codes(ch.optional))
			continue
		}
		d := w.c.types[ch.target]
		if d == nil {
			w.line("## All %s\n", ch.target)
			w.text(ch.doc)
			w.line("- `privateData` has, where known: %s\n", codes(ch.private))
			continue
		}
		w.line("## %s\n", ch.target)
		w.line("See %s.\n", w.link(ch.target))
		for _, difference := range differences(ch) {
			w.line("- %s", difference)
		}
		w.line("")
	}
}
