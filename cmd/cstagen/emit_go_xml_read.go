package main

import "strings"

// decodeStruct writes the reading method of a message, struct or choice.
func (w *goWriter) decodeStruct(e encoding, d *decl) {
	bits := map[string]int{}
	if e.name == "XML" {
		bits = w.needs(d)
	} else {
		for i, name := range d.needed() {
			bits[name] = i
		}
	}
	next, key := "r.child()", "r.name"
	if e.name == "JSON" {
		next, key = "r.member()", "r.key"
	}
	partial := d.kind == kindChoice || d.kind == kindMembers
	w.line("func (m *%s) decode%s(r *%sReader) bool {", goName(d.name), e.name, e.pre)
	if len(bits) > 0 {
		w.line("var seen uint64")
	}
	if partial {
		w.line("found := false")
	}
	w.bareText(e, d)
	w.line("for %s {", next)
	w.line("switch string(%s) {", key)
	for _, f := range d.fields {
		w.decodeCase(e, d, f, bits, partial)
	}
	if e.name == "XML" {
		w.flattenedCases(d)
	}
	w.line("default:")
	w.decodeUnknown(e, d)
	w.line("}")
	w.line("}")
	if len(bits) > 0 {
		w.line("r.require(seen, &%sNeeds)", lowerGoName(d.name))
	}
	if partial {
		w.line("return found")
	} else {
		w.line("return true")
	}
	w.line("}\n")
}

// needed lists the fields that needs gave a bit, in its order.
func (d *decl) needed() []string {
	var names []string
	for _, f := range d.fields {
		if f.required && f.editions.all() && f.name != "extensions" {
			names = append(names, f.name)
		}
	}
	return names
}

// decodeCase writes the case of one field.
func (w *goWriter) decodeCase(e encoding, d *decl, f *field, bits map[string]int, partial bool) {
	if f.rest || d.kind.isMessage() && f.name == "extensions" {
		return
	}
	// What only the other encoding writes is not looked for here.
	if e.name == "XML" && f.jsonOnly || e.name == "JSON" && f.unitel {
		return
	}
	w.line("case %s:", strings.Join(f.inputNames(e, d), ", "))
	found := seenBit(bits, f.name)
	if partial {
		found = "found = true"
	}
	if d.kind == kindChoice {
		// The last alternative counts.
		w.line("*m = %s{}", goName(d.name))
	}
	if ch := d.changes["unitel"]; e.name == "XML" && ch != nil && ch.blank == f.name {
		w.line("if r.isEmpty() {")
		w.line("r.skip()")
		w.line("continue")
		w.line("}")
	}
	w.decodeField(e, d, f, "m."+f.fieldGoName(), found)
}

// inputNames are the names a field is recognised by: in XML those of all
// editions and dialects, in JSON its key in small letters.
func (f *field) inputNames(e encoding, d *decl) []string {
	names := []string{f.name}
	if f.former != nil {
		names = append(names, f.former.name)
	}
	if ch := d.changes["unitel"]; ch != nil && ch.rename[f.name] != "" {
		names = append(names, ch.rename[f.name])
	}
	if e.name == "JSON" {
		names = []string{strings.ToLower(f.name)}
	}
	for i, name := range names {
		names[i] = `"` + name + `"`
	}
	return names
}

// decodeUnknown writes what happens to an element that is no field.
func (w *goWriter) decodeUnknown(e encoding, d *decl) {
	for _, f := range d.fields {
		if f.rest {
			if d.name == privateDataType {
				// ECMA-323 puts foreign elements into one called private.
				w.line("if string(%s) == \"private\" {\nm.decode%s(r)\ncontinue\n}", map[string]string{"XML": "r.name", "JSON": "r.key"}[e.name], e.name)
			}
			w.line("r.foreignElement(&m.Foreign)")
			return
		}
	}
	if d.kind.isMessage() && d.of == "" {
		if d.kind == kindEvent && e.name == "JSON" {
			w.line("r.event(&m.Base, &m.EventHead)")
			return
		}
		w.line("r.common(&m.Base)")
		return
	}
	w.line("r.skip()")
}

// flattenedCases reads the alternatives of a choice that a dialect puts side
// by side into the message.
func (w *goWriter) flattenedCases(d *decl) {
	ch := d.changes["unitel"]
	if ch == nil || ch.flatten == "" {
		return
	}
	f := d.field(ch.flatten)
	inner := w.c.mustResolve(f.typ.name).decl
	for _, alternative := range inner.fields {
		w.line("case %q:", alternative.name)
		found := ""
		for i, name := range d.needed() {
			if name == f.name {
				found = seenBit(map[string]int{f.name: i}, f.name)
			}
		}
		w.decodeField(xmlEncoding, inner, alternative, "m."+f.fieldGoName()+"."+alternative.fieldGoName(), found)
	}
}

// bareText reads a choice that a dialect writes as the bare text of one of
// its alternatives.
func (w *goWriter) bareText(e encoding, d *decl) {
	ch := d.changes["unitel"]
	if ch == nil || ch.textOf == "" || e.name != "XML" {
		return
	}
	w.line("if r.startsWithText() {")
	w.line("if v, ok := r.string(); ok {")
	w.line("*m = %s{%s: v}", goName(d.name), d.field(ch.textOf).fieldGoName())
	w.line("found = true")
	w.line("}")
	w.line("return found")
	w.line("}")
}

// enumXML writes an enumeration's words for a dialect and the way back, which
// understands the words of all dialects.
func (w *goWriter) enumXML(d *decl) {
	name := goName(d.name)
	var fallback, dialect []string
	for _, word := range d.words {
		if !word.editions.all() {
			fallback = append(fallback, "case "+name+goName(word.name)+":\nif !("+word.editions.condition()+") {\nv = "+name+goName(word.instead)+"\n}")
		}
		if ch := d.changes["unitel"]; ch != nil && ch.words[word.name] != "" {
			dialect = append(dialect, "case "+name+goName(word.name)+":\nreturn \""+ch.words[word.name]+"\"")
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

	w.line("// %sOf returns the value of a word, zero where there is none.", lowerGoName(d.name))
	w.line("func %sOf(word []byte) %s {", lowerGoName(d.name), name)
	w.line("switch string(word) {")
	for _, word := range d.words {
		words := []string{word.name}
		if ch := d.changes["unitel"]; ch != nil && ch.words[word.name] != "" {
			words = append(words, ch.words[word.name])
		}
		w.line("case %s:\nreturn %s%s", quoteAll(words), name, goName(word.name))
	}
	w.line("default:\nreturn 0\n}\n}\n")
	w.enumDecode(xmlEncoding, d)
}

func (w *goWriter) enumDecode(e encoding, d *decl) {
	w.line("func (v *%s) decode%s(r *%sReader) bool {", goName(d.name), e.name, e.pre)
	w.line("word := r.token()")
	w.line("*v = %sOf(word)", lowerGoName(d.name))
	w.line("if *v == 0 && len(word) > 0 {")
	w.line("r.badWord(word)")
	w.line("}")
	w.line("return *v != 0")
	w.line("}\n")
}

// flagsXML writes the codec of a flag set. Names are looked up in small
// letters, the same way for XML and JSON.
func (w *goWriter) flagsXML(d *decl) {
	name := goName(d.name)
	table := lowerGoName(d.name) + "Names"
	masks := ""
	for _, word := range d.words {
		if !word.editions.all() {
			masks += "if !(" + word.editions.condition() + ") {\nm &^= " + name + goName(word.name) + "\n}\n"
		}
	}
	parameter := "d"
	if masks == "" {
		parameter = "_"
	}
	w.line("func (m %s) appendXML(b []byte, %s *Dialect, tag string) []byte {", name, parameter)
	w.line("%sreturn xmlFlags(b, tag, uint64(m), %s[:])", masks, table)
	w.line("}\n")
	w.line("// %sOf returns the flag of a name in small letters, zero where there is none.", lowerGoName(d.name))
	w.line("func %sOf(name []byte) %s {", lowerGoName(d.name), name)
	w.line("switch string(name) {")
	for _, word := range d.words {
		w.line("case %q:\nreturn %s%s", strings.ToLower(word.name), name, goName(word.name))
	}
	w.line("default:\nreturn 0\n}\n}\n")
	w.flagsDecode(xmlEncoding, d)
}

func (w *goWriter) flagsDecode(e encoding, d *decl) {
	next, key := "r.child()", "r.folded()"
	if e.name == "JSON" {
		next, key = "r.member()", "r.key"
	}
	w.line("func (m *%s) decode%s(r *%sReader) bool {", goName(d.name), e.name, e.pre)
	w.line("*m = 0")
	w.line("for %s {", next)
	w.line("flag := %sOf(%s)", lowerGoName(d.name), key)
	w.line("if flag == 0 {\nr.skip()\ncontinue\n}")
	w.line("if on, _ := r.boolean(); on {\n*m |= flag\n}")
	w.line("}")
	w.line("return true")
	w.line("}\n")
}
