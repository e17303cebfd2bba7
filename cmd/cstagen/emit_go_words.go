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
	w.constants(d, "iota + 1")
	w.line("var %s = [...]string{", table)
	w.line("\t\"\",")
	for _, word := range d.words {
		w.line("\t%q,", word.name)
	}
	w.line("}\n")
	w.line("// String returns XML's word for the value, \"\" where it is absent.")
	w.line("func (v %s) String() string {", name)
	w.line("\tif int(v) < len(%s) {\n\t\treturn %s[v]\n\t}", table, table)
	w.line("\treturn \"\"")
	w.line("}\n")
	w.line("// Parse%s returns the value of XML's word.", name)
	w.line("func Parse%s(word string) (%s, bool) { return parse%s([]byte(word)) }\n", name, name, name)
}

// constants writes the constants of an enumeration or flag set, each with what
// the contract says about it.
func (w *goWriter) constants(d *decl, first string) {
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
			w.line("\t%s%s %s = %s%s", name, goName(word.name), name, first, doc)
			continue
		}
		w.line("\t%s%s%s", name, goName(word.name), doc)
	}
	w.line(")\n")
}

// enumWords writes an enumeration's word for a dialect and the way back, which
// understands the words of all dialects.
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
	parameter := "d"
	if len(fallback)+len(dialect) == 0 {
		parameter = "_"
	}
	w.line("// xmlWord is the word that the dialect writes.")
	w.line("func (v %s) xmlWord(%s *Dialect) string {", name, parameter)
	if len(dialect) > 0 {
		w.line("if d.unitel {\nswitch v {\n%s\n}\n}", strings.Join(dialect, "\n"))
	}
	if len(fallback) > 0 {
		w.line("switch v {\n%s\n}", strings.Join(fallback, "\n"))
	}
	w.line("return v.String()")
	w.line("}\n")

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

func (d *decl) unitelWord(w *word) string {
	if ch := d.changes["unitel"]; ch != nil {
		return ch.words[w.name]
	}
	return ""
}

// flagsType writes a flag set: a bit set and its constants.
func (w *goWriter) flagsType(d *decl) {
	name := goName(d.name)
	size := "uint64"
	switch n := len(d.words); {
	case n <= 8:
		size = "uint8"
	case n <= 16:
		size = "uint16"
	case n <= 32:
		size = "uint32"
	}
	w.comment("", d.doc)
	w.line("//\n// Flags that are not set are left out wherever it is written.")
	w.line("type %s %s\n", name, size)
	w.line("// The flags of %s.", name)
	w.constants(d, "1 << iota")
	names := w.flagTable(xmlEncoding, d)
	w.flagTables(d)
	w.line("// Has says whether all of the given flags are set.")
	w.line("func (v %s) Has(flags %s) bool { return v&flags == flags }\n", name, name)
	w.line("// String lists the names of the flags that are set, separated by blanks.")
	w.line("func (v %s) String() string { return flagNames(uint64(v), %s[:]) }\n", name, names)
}

// flagTable names the table of a flag set's names in an encoding. JSON has one
// of its own only where a key differs from the element's name.
func (w *goWriter) flagTable(e encoding, d *decl) string {
	if e == jsonEncoding && slices.ContainsFunc(d.words, func(w *word) bool { return jsonName(w.name) != w.name }) {
		return lowerGoName(d.name) + "Keys"
	}
	return lowerGoName(d.name) + "Names"
}

func (w *goWriter) flagTables(d *decl) {
	xml, json := w.flagTable(xmlEncoding, d), w.flagTable(jsonEncoding, d)
	w.line("var %s = [...]string{", xml)
	for _, word := range d.words {
		w.line("\t%q,", word.name)
	}
	w.line("}\n")
	if json == xml {
		return
	}
	w.line("var %s = [...]string{", json)
	for _, word := range d.words {
		w.line("\t%q,", jsonName(word.name))
	}
	w.line("}\n")
}

// flagWords writes which flags an edition knows and what each name stands for.
// Names are looked up in small letters, the same way for XML and JSON.
func (w *goWriter) flagWords(d *decl) {
	name := goName(d.name)
	if d.hasLaterWords() {
		w.line("// inEdition leaves out the flags that the dialect's edition does not know.")
		w.line("func (v %s) inEdition(d *Dialect) %s {", name, name)
		for _, word := range d.words {
			if !word.editions.all() {
				w.line("if !(%s) {\nv &^= %s%s\n}", word.editions.condition(), name, goName(word.name))
			}
		}
		w.line("return v")
		w.line("}\n")
	}
	w.line("// %sOf returns the flag of a name in small letters, zero where there is none.", lowerGoName(d.name))
	w.line("func %sOf(name []byte) %s {", lowerGoName(d.name), name)
	w.line("switch string(name) {")
	for _, word := range d.words {
		w.line("case %q:\nreturn %s%s", strings.ToLower(word.name), name, goName(word.name))
	}
	w.line("default:\nreturn 0\n}\n}\n")
}
