package main

import (
	"fmt"
	"strings"
)

// example is a message in all encodings, as the codec writes it.
type example struct {
	JSON   string `json:"json"`
	ECMA   string `json:"ecma"`
	Unitel string `json:"unitel"`
}

// mdWriter collects the text of one reference page.
type mdWriter struct {
	c        *contract
	examples map[string]example
	b        strings.Builder
}

func (w *mdWriter) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

// text writes paragraphs with an empty line behind them.
func (w *mdWriter) text(doc string) {
	if doc != "" {
		w.line("%s\n", strings.ReplaceAll(doc, "\n", " "))
	}
}

// emitMarkdown generates the reference: a page for each contract file, and the
// ways to them.
func (c *contract) emitMarkdown(examples map[string]example) map[string][]byte {
	pages := map[string][]byte{}
	for _, f := range c.files {
		if len(f.decls) == 0 && len(f.changes) == 0 {
			continue
		}
		w := &mdWriter{c: c, examples: examples}
		w.page(f)
		pages[f.stem+".md"] = []byte(w.b.String())
	}
	for name, write := range map[string]func(*mdWriter){
		"README.md":   (*mdWriter).index,
		"messages.md": (*mdWriter).messageIndex,
		"types.md":    (*mdWriter).typeIndex,
	} {
		w := &mdWriter{c: c}
		write(w)
		pages[name] = []byte(w.b.String())
	}
	return pages
}

func (w *mdWriter) notice(origin string) {
	w.line("<!-- "+generatedNotice+" -->\n", origin)
}

// link is a link to a declared type or message, or the name of a scalar.
func (w *mdWriter) link(name string) string {
	d := w.c.types[name]
	if d == nil {
		return "`" + scalarWord(name) + "`"
	}
	return fmt.Sprintf("[%s](%s.md#%s)", name, d.file.stem, strings.ToLower(name))
}

// scalarWord names a built-in type as the schema does.
func scalarWord(name string) string {
	if name == "prose" {
		return "string"
	}
	return name
}

func (w *mdWriter) page(f *file) {
	w.notice(f.stem + ".csta")
	w.line("# %s\n", f.title)
	w.text(f.intro)
	if len(f.sources) > 0 {
		w.line("Source: %s.\n", strings.Join(f.sources, "; "))
	}
	w.contents(f)
	for _, d := range f.decls {
		w.decl(d)
	}
	w.changesPage(f)
}

func (w *mdWriter) decl(d *decl) {
	w.line("## %s\n", d.name)
	w.text(d.doc)
	switch d.kind {
	case kindAlias:
		w.line("The same as %s.\n", w.link(d.of))
	case kindEnum:
		w.words(d, "one of these words")
	case kindFlags:
		w.words(d, "any of these elements, each `true`; in JSON an object with `true` for each")
	case kindNumbers:
		w.words(d, "an integer for each of these elements")
	case kindForeign:
		w.line("Any elements.\n")
	case kindText:
		w.line("A text (`%s`) with these attributes:\n", d.of)
		w.fields(d)
	case kindChoice:
		w.line("One of:\n")
		w.fields(d)
	case kindMembers:
		w.line("Any of, each at most once:\n")
		w.fields(d)
	default:
		w.message(d)
		return
	}
	w.dialects(d)
}

// message describes a message or struct.
func (w *mdWriter) message(d *decl) {
	if len(d.answers) > 0 {
		links := make([]string, len(d.answers))
		for i, answer := range d.answers {
			links[i] = w.link(answer)
		}
		w.line("Answered by %s%s.\n", strings.Join(links, " or "), w.orError(d))
	}
	if note := d.editions.note(); note != "" {
		w.line("%s\n", note)
	}
	switch d.from {
	case "server":
		w.line("Sent by the server.\n")
	case "both":
		w.line("Sent by clients and by the server.\n")
	}
	if d.of != "" {
		w.line("One of the alternatives of %s.\n", w.link(d.of))
	} else {
		w.fields(d)
	}
	w.dialects(d)
	w.example(d)
}

func (w *mdWriter) orError(d *decl) string {
	if d.file.protocol == "ecma-354" || w.c.types["CSTAErrorCode"] == nil {
		return ""
	}
	return " or " + w.link("CSTAErrorCode")
}

// fields writes the table of a declaration's elements.
func (w *mdWriter) fields(d *decl) {
	if len(d.fields) == 0 {
		return
	}
	w.line("| element | type | | editions | in JSON | |")
	w.line("|---|---|---|---|---|---|")
	for _, f := range d.fields {
		if f.rest {
			w.line("| any other | `foreign` | o | | | Everything else. |")
			continue
		}
		key := "`" + jsonName(f.name) + "`"
		switch {
		case d.isCommon(f):
			key = "`security`, `privateData`"
		case !f.inJSON():
			key = ""
		}
		w.line("| `%s` | %s | %s | %s | %s | %s |", f.name, w.typeRef(f.typ), w.mandatory(d, f), editionRange(f), key, w.description(f))
	}
	w.line("")
}

func (w *mdWriter) typeRef(t typeRef) string {
	if t.wrap != nil {
		return fmt.Sprintf("`%s`: %s", t.wrap.child, w.typeRef(t.wrap.typ))
	}
	text := w.link(t.name)
	if t.list {
		text = "words of " + text
	}
	if t.repeated {
		text += "\\*"
	}
	return text
}

// mandatory is M or o, with the dialects that do without a mandatory element.
func (w *mdWriter) mandatory(d *decl, f *field) string {
	switch {
	case d.kind == kindChoice || d.kind == kindMembers || d.kind == kindText:
		return ""
	case !f.required:
		return "o"
	}
	var without []string
	for _, dialect := range []string{"json", "unitel"} {
		if d.mayLack(dialect, f.name) {
			without = append(without, dialect)
		}
	}
	if len(without) == 0 {
		return "**M**"
	}
	return "**M** (not " + strings.Join(without, ", ") + ")"
}

func editionRange(f *field) string {
	switch {
	case f.unitel:
		return "unitel only"
	case f.jsonOnly:
		return "JSON only"
	case f.editions.all():
		return ""
	case f.editions.from == f.editions.to:
		return fmt.Sprintf("ed%d", f.editions.from)
	default:
		return fmt.Sprintf("ed%d–ed%d", f.editions.from, f.editions.to)
	}
}

// description is a field's documentation with its peculiarities.
func (w *mdWriter) description(f *field) string {
	parts := []string{w.c.jsonFieldDoc(f)}
	if f.former != nil {
		parts = append(parts, fmt.Sprintf("Called `%s` until ed%d.", f.former.name, f.former.to))
	}
	if f.flatTo > 0 {
		parts = append(parts, fmt.Sprintf("Until ed%d the bare value.", f.flatTo))
	}
	if f.bareFrom > 0 {
		parts = append(parts, fmt.Sprintf("From ed%d on the `%s` stand by themselves.", f.bareFrom, f.typ.wrap.child))
	}
	for _, e := range f.except {
		until := ""
		if !e.editions.all() {
			until = fmt.Sprintf(" until ed%d", e.editions.to)
		}
		parts = append(parts, fmt.Sprintf("Never `%s`%s.", e.word, until))
	}
	return strings.TrimSpace(strings.ReplaceAll(strings.Join(parts, " "), "\n", " "))
}

// words writes the words of an enumeration or flag set: a table where the
// contract says something about them, a plain list otherwise.
func (w *mdWriter) words(d *decl, what string) {
	w.line("%s:\n", docSentence(what)[:len(docSentence(what))-1])
	told := false
	for _, word := range d.words {
		told = told || word.doc != ""
	}
	if !told {
		names := make([]string, len(d.words))
		for i, word := range d.words {
			names[i] = "`" + word.name + "`"
			if note := word.editions.note(); note != "" {
				names[i] += " (" + strings.ToLower(strings.TrimSuffix(note, ".")) + ")"
			}
		}
		w.line("%s\n", strings.Join(names, ", "))
		return
	}
	w.line("| word | editions | |")
	w.line("|---|---|---|")
	for _, word := range d.words {
		note := strings.TrimSuffix(word.editions.note(), ".")
		if word.instead != "" {
			note += fmt.Sprintf(", earlier `%s`", word.instead)
		}
		w.line("| `%s` | %s | %s |", word.name, note, word.doc)
	}
	w.line("")
}

// example shows a message in all encodings, XML folded away: it says the same
// as JSON, only longer.
func (w *mdWriter) example(d *decl) {
	e, ok := w.examples[d.name]
	if !ok {
		return
	}
	if d.kind == kindFailure && d.of != "" {
		w.line("On the hub the invocation fails instead, with category, value and detail as its text.\n")
	} else {
		w.line("JSON:\n\n```json\n%s\n```\n", e.JSON)
	}
	w.line("<details><summary>XML, ed6</summary>\n\n```xml\n%s\n```\n\n</details>\n", e.ECMA)
	w.line("<details><summary>XML, unitel</summary>\n\n```xml\n%s\n```\n\n</details>\n", e.Unitel)
}
