package main

import (
	"fmt"
	"slices"
	"strings"
)

// wide says whether a flag set has more flags than 64 bits can hold.
func (d *decl) wide() bool { return d.kind == kindFlags && len(d.words) > 64 }

// flagsType writes a flag set: a bit set and its constants.
func (w *goWriter) flagsType(d *decl) {
	name, table := goName(d.name), w.wordTable(d)
	w.comment("", d.doc)
	w.line("//\n// Flags that are not set are left out wherever it is written.")
	if d.wide() {
		w.wideFlags(d, name, table)
		return
	}
	size := "uint64"
	switch n := len(d.words); {
	case n <= 8:
		size = "uint8"
	case n <= 16:
		size = "uint16"
	case n <= 32:
		size = "uint32"
	}
	w.line("type %s %s\n", name, size)
	w.line("// The flags of %s.", name)
	w.constants(d, name, "1 << iota")
	w.writeWordTable(d)
	w.line("// Has says whether all of the given flags are set.")
	w.line("func (v %s) Has(flags %s) bool { return v&flags == flags }\n", name, name)
	w.line("// String lists the names of the flags that are set, separated by blanks.")
	w.line("func (v %s) String() string { return %s.list(uint64(v)) }\n", name, table)
}

// wideFlags writes a flag set that needs several words of bits. Its constants
// are the numbers of the bits.
func (w *goWriter) wideFlags(d *decl, name, table string) {
	w.line("type %s [%d]uint64\n", name, (len(d.words)+63)/64)
	w.line("// %sFlag is one flag of %s.", name, name)
	w.line("type %sFlag uint8\n", name)
	w.line("// The flags of %s.", name)
	w.constants(d, name+"Flag", "iota")
	w.writeWordTable(d)
	w.line("// Has says whether a flag is set.")
	w.line("func (v *%s) Has(flag %sFlag) bool { return v[flag/64]&(1<<(flag%%64)) != 0 }\n", name, name)
	w.line("// Set sets the given flags.")
	w.line("func (v *%s) Set(flags ...%sFlag) {", name, name)
	w.line("for _, flag := range flags {\nv[flag/64] |= 1 << (flag %% 64)\n}")
	w.line("}\n")
	w.line("// String lists the names of the flags that are set, separated by blanks.")
	w.line("func (v *%s) String() string { return %s.list(v[:]...) }\n", name, table)
}

// numbersType writes a list of numbers, one for each word: an array and the
// constants to index it with.
func (w *goWriter) numbersType(d *decl) {
	name := goName(d.name)
	w.comment("", d.doc)
	w.line("//\n// There is a number for each constant, all of them mandatory.")
	w.line("type %s [%d]int64\n", name, len(d.words))
	w.line("// The numbers of %s.", name)
	w.constants(d, "", "iota")
	w.writeWordTable(d)
}

// numbersCodec writes the methods of a list of numbers, for either encoding.
func (w *goWriter) numbersCodec(e encoding, d *decl) {
	name, table := goName(d.name), w.wordTable(d)
	parameters, dialect := "label string", ""
	if e == xmlEncoding {
		parameters, dialect = "d *Dialect, label string", "d, "
	}
	w.line("func (m *%s) append%s(b []byte, %s) []byte {", name, e.name, parameters)
	w.line("if m == nil {\nreturn b\n}")
	w.line("return %sNumbers(b, %slabel, m[:], &%s)", e.pre, dialect, table)
	w.line("}\n")
	w.line("func (m *%s) decode%s(r *%sReader) bool { return %sReadNumbers(r, m[:], &%s) }\n", name, e.name, e.pre, e.pre, table)
}

// wordTable names the table of the words of a flag set or list of numbers.
func (w *goWriter) wordTable(d *decl) string { return lowerGoName(d.name) + "Table" }

// writeWordTable writes the words: their names, their keys in JSON where one
// differs from the name, and those that not all editions have.
func (w *goWriter) writeWordTable(d *decl) {
	names, keys := make([]string, len(d.words)), make([]string, len(d.words))
	for i, word := range d.words {
		names[i], keys[i] = word.name, jsonName(word.name)
	}
	parts := []string{"names: " + packedWords(names)}
	if !slices.Equal(names, keys) {
		parts = append(parts, "keys: "+packedWords(keys))
	}
	var some []string
	for i, word := range d.words {
		if !word.editions.all() {
			some = append(some, fmt.Sprintf("{word: %d, from: %d, to: %d},\n", i, word.editions.from, word.editions.to))
		}
	}
	if some != nil {
		parts = append(parts, "some: []someEditions{\n"+strings.Join(some, "")+"}")
	}
	if len(parts) == 1 {
		w.line("var %s = wordTable{%s}\n", w.wordTable(d), parts[0])
		return
	}
	w.line("var %s = wordTable{\n%s,\n}\n", w.wordTable(d), strings.Join(parts, ",\n"))
}

// packedWords is the Go value of a list of words: all of them in one string,
// and where each ends.
func packedWords(list []string) string {
	const width = 90
	ends, words := make([]string, len(list)), make([]string, len(list))
	length := 0
	for i, word := range list {
		length += len(word)
		ends[i] = fmt.Sprintf("%d,", length)
		words[i] = fmt.Sprintf("%q +", word)
	}
	words[len(words)-1] = strings.TrimSuffix(words[len(words)-1], " +")
	text, numbers := strings.Join(fillLines(words, width), "\n"), strings.Join(fillLines(ends, width), "\n")
	switch short := strings.TrimSuffix(numbers, ","); {
	case strings.Contains(numbers, "\n"):
		return fmt.Sprintf("packed{\ntext: %s,\nends: []uint16{\n%s\n},\n}", text, numbers)
	case len(text)+len(short) > width:
		return fmt.Sprintf("packed{\ntext: %s,\nends: []uint16{%s},\n}", text, short)
	default:
		return fmt.Sprintf("packed{text: %s, ends: []uint16{%s}}", text, short)
	}
}
