package main

import "strings"

// enumType writes an enumeration: a small number whose zero value is absent,
// its constants, its words and the way back.
func (w *goWriter) enumType(d *decl) {
	name := goName(d.name)
	table := lowerGoName(d.name) + "Words"
	w.comment("", d.doc)
	w.line("type %s uint8\n", name)
	w.line("// The values of %s. Zero means absent.", name)
	w.line("const (")
	for i, word := range d.words {
		doc := word.doc
		if note := word.editions.note(); note != "" {
			doc = strings.TrimSpace(doc + "; " + note)
			doc = strings.TrimPrefix(doc, "; ")
		}
		suffix := ""
		if doc != "" {
			suffix = " // " + doc
		}
		if i == 0 {
			w.line("\t%s%s %s = iota + 1%s", name, goName(word.name), name, suffix)
			continue
		}
		w.line("\t%s%s%s", name, goName(word.name), suffix)
	}
	w.line(")\n")
	w.line("var %s = [...]string{", table)
	w.line("\t\"\",")
	for _, word := range d.words {
		w.line("\t%q,", word.name)
	}
	w.line("}\n")
	w.line("// String returns XML's word for the value, \"\" where it is absent.")
	w.line("func (v %s) String() string {", name)
	w.line("\tif int(v) < len(%s) {", table)
	w.line("\t\treturn %s[v]", table)
	w.line("\t}")
	w.line("\treturn \"\"")
	w.line("}\n")
	w.line("// Parse%s returns the value of XML's word.", name)
	w.line("func Parse%s(word string) (%s, bool) {", name, name)
	w.line("\tv := %sOf([]byte(word))", lowerGoName(d.name))
	w.line("\treturn v, v != 0")
	w.line("}\n")
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
	w.line("const (")
	for i, word := range d.words {
		suffix := ""
		if note := word.editions.note(); note != "" {
			suffix = " // " + note
		}
		if i == 0 {
			w.line("\t%s%s %s = 1 << iota%s", name, goName(word.name), name, suffix)
			continue
		}
		w.line("\t%s%s%s", name, goName(word.name), suffix)
	}
	w.line(")\n")
	table := lowerGoName(d.name) + "Names"
	w.line("var %s = [...]string{", table)
	for _, word := range d.words {
		w.line("\t%q,", word.name)
	}
	w.line("}\n")
	w.line("// Has says whether all of the given flags are set.")
	w.line("func (v %s) Has(flags %s) bool { return v&flags == flags }\n", name, name)
	w.line("// String lists the names of the flags that are set, separated by blanks.")
	w.line("func (v %s) String() string { return flagNames(uint64(v), %s[:]) }\n", name, table)
}
