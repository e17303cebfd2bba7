package main

import (
	"fmt"
	"slices"
	"strings"
)

// index writes the first page: the groups, and how to read their pages.
func (w *mdWriter) index() {
	w.notice("*.csta")
	w.line("# The CSTA vocabulary\n")
	w.line("The messages that cstahub speaks, generated from the contract in [`api/csta`](../csta/README.md).")
	w.line("XML is that of ECMA-323, editions 3 to 6, and of the [unitel dialect](unitel.md); the hub speaks")
	w.line("[JSON](json.md). What happens to connections is told by [the connection states](connection-states.md).\n")
	w.line("Everything by name: [%d messages](messages.md), [%d types](types.md).\n",
		len(w.c.messages), len(w.c.types)-len(w.c.messages))
	w.line("## Services and events\n")
	w.groups("messages", func(d *decl) bool { return d.kind.isMessage() })
	w.line("## Types that many messages use\n")
	w.groups("types", func(d *decl) bool { return !d.kind.isMessage() && !d.file.hasMessages() })
	w.line("## Reading the tables\n")
	w.line("Elements stand in the order in which they are written; on input any order is accepted. **M** is mandatory, o optional;")
	w.line("a dialect in brackets may lack a mandatory element. `T*` is any number of elements of type T, and `child: T*` an element that")
	w.line("holds such. In JSON a repeated element is an array, a choice an object with one member, and a device id without attributes")
	w.line("a string. Every message may also carry `security` and `privateData` ([PrivateData](private.md#privatedata)).")
}

// groups writes a table of the pages that have declarations of a sort.
func (w *mdWriter) groups(what string, sort func(*decl) bool) {
	w.line("| | %s | |", what)
	w.line("|---|---|---|")
	for _, f := range w.c.files {
		count := 0
		for _, d := range f.decls {
			if sort(d) {
				count++
			}
		}
		if count > 0 {
			w.line("| [%s](%s.md) | %d | %s |", f.title, f.stem, count, firstSentence(f.intro))
		}
	}
	w.line("")
}

func (f *file) hasMessages() bool {
	return slices.ContainsFunc(f.decls, func(d *decl) bool { return d.kind.isMessage() })
}

// messageIndex lists all messages by name.
func (w *mdWriter) messageIndex() {
	w.notice("*.csta")
	w.line("# All messages\n")
	w.byName(slices.Clone(w.c.messages), "| message | | group | |")
}

// typeIndex lists all types by name.
func (w *mdWriter) typeIndex() {
	w.notice("*.csta")
	w.line("# All types\n")
	var types []*decl
	for _, f := range w.c.files {
		for _, d := range f.decls {
			if !d.kind.isMessage() {
				types = append(types, d)
			}
		}
	}
	w.byName(types, "| type | | group | |")
}

func (w *mdWriter) byName(list []*decl, head string) {
	slices.SortFunc(list, func(a, b *decl) int { return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)) })
	w.line("%s", head)
	w.line("|---|---|---|---|")
	for _, d := range list {
		w.line("| %s | %s | [%s](%s.md) | %s |", w.link(d.name), d.kind, d.file.title, d.file.stem, summary(d))
	}
}

// contents lists what a page is about at its top, where that is more than the
// eye takes in: each request with its answers behind it.
func (w *mdWriter) contents(f *file) {
	const few = 4
	if len(f.decls) < few {
		return
	}
	for _, section := range []struct {
		title string
		kinds []kind
	}{
		{"Services", []kind{kindRequest}},
		{"Events", []kind{kindEvent}},
		{"Types", nil},
	} {
		var lines []string
		for _, d := range f.decls {
			if slices.Contains(section.kinds, d.kind) || section.kinds == nil && !d.kind.isMessage() {
				lines = append(lines, fmt.Sprintf("| %s | %s | %s |", w.link(d.name), w.answers(d, f), summary(d)))
			}
		}
		if lines != nil {
			w.line("| %s | | |\n|---|---|---|\n%s\n", section.title, strings.Join(lines, "\n"))
		}
	}
}

// answers links a request's answers that stand on the same page.
func (w *mdWriter) answers(d *decl, f *file) string {
	var links []string
	for _, answer := range d.answers {
		if a := w.c.types[answer]; a.file == f {
			links = append(links, fmt.Sprintf("[%s](%s.md#%s)", shortAnswer(d.name, answer), f.stem, strings.ToLower(answer)))
		}
	}
	return strings.Join(links, ", ")
}

// shortAnswer is an answer's name without the request's, which stands beside
// it.
func shortAnswer(request, answer string) string {
	if rest, ok := strings.CutPrefix(answer, request); ok && rest != "" {
		return rest
	}
	return answer
}

// summary is the first sentence about a declaration, without its name at the
// beginning: that stands beside it.
func summary(d *decl) string {
	return strings.TrimPrefix(firstSentence(d.doc), d.name+" ")
}

// firstSentence is the text up to the first full stop at the end of a word.
func firstSentence(text string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	if at := strings.Index(text, ". "); at >= 0 {
		return text[:at+1]
	}
	return text
}
