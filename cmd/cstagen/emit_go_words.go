package main

import (
	"slices"
	"strings"
)

// enumType writes an enumeration: a small number whose zero value is absent,
// its constants, its words and the way back.
func (w *goWriter) enumType(d *decl) {
	name := goName(d.name)
	table := lowerGoName(d.name) + "Words"
	w.comment("", d.doc)
	w.line("type %s uint8\n", name)
	w.line("// The values of %s. Zero means absent.", name)
	w.constants(d, name, "iota + 1")
	words := []string{""}
	for _, word := range d.words {
		words = append(words, word.name)
	}
	w.line("var %s = %s\n", table, packedWords(words))
	w.line("// String returns XML's word for the value, \"\" where it is absent.")
	w.line("func (v %s) String() string { return %s.at(int(v)) }\n", name, table)
	w.line("// Parse%s returns the value of XML's word.", name)
	w.line("func Parse%s(word string) (%s, bool) { return parse%s([]byte(word)) }\n", name, name, name)
}

// constants writes the constants of an enumeration or flag set, each with what
// the contract says about it.
func (w *goWriter) constants(d *decl, typ, first string) {
	name := goName(d.name)
	w.line("const (")
	for i, word := range d.words {
		doc := word.doc
		if note := word.editions.note(); note != "" {
			doc = strings.TrimPrefix(doc+"; "+strings.ToLower(note[:1])+strings.TrimSuffix(note[1:], "."), "; ")
		}
		if doc != "" {
			doc = " // " + doc
		}
		if i == 0 {
			w.line("\t%s%s %s = %s%s", name, goName(word.name), typ, first, doc)
			continue
		}
		w.line("\t%s%s%s", name, goName(word.name), doc)
	}
	w.line(")\n")
}

// enumWords writes an enumeration's word for a dialect, where it is not always
// the same, and the way back, which understands the words of all dialects.
func (w *goWriter) enumWords(d *decl) {
	name := goName(d.name)
	var fallback, dialect []string
	for _, word := range d.words {
		if !word.editions.all() {
			fallback = append(fallback, "case "+name+goName(word.name)+":\nif !("+word.editions.condition()+") {\nv = "+name+goName(word.instead)+"\n}")
		}
		if own := d.unitelWord(word); own != "" {
			dialect = append(dialect, "case "+name+goName(word.name)+":\nreturn \""+own+"\"")
		}
	}
	if d.changesWords() {
		w.line("// xmlWord is the word that the dialect writes.")
		w.line("func (v %s) xmlWord(d *Dialect) string {", name)
		if len(dialect) > 0 {
			w.line("if d.unitel {\nswitch v {\n%s\n}\n}", strings.Join(dialect, "\n"))
		}
		if len(fallback) > 0 {
			w.line("switch v {\n%s\n}", strings.Join(fallback, "\n"))
		}
		w.line("return v.String()")
		w.line("}\n")
	}

	w.line("// parse%s returns the value of a word in any dialect.", name)
	w.line("func parse%s(word []byte) (%s, bool) {", name, name)
	w.line("switch string(word) {")
	for _, word := range d.words {
		words := []string{word.name}
		if own := d.unitelWord(word); own != "" {
			words = append(words, own)
		}
		w.line("case %s:\nreturn %s%s, true", quoteAll(words), name, goName(word.name))
	}
	w.line("default:\nreturn 0, false\n}\n}\n")
}

// changesWords says whether some word of an enumeration is another one in some
// edition or dialect.
func (d *decl) changesWords() bool {
	return slices.ContainsFunc(d.words, func(w *word) bool { return !w.editions.all() || d.unitelWord(w) != "" })
}

func (d *decl) unitelWord(w *word) string {
	if ch := d.changes["unitel"]; ch != nil {
		return ch.words[w.name]
	}
	return ""
}
