package main

import (
	"slices"
	"strings"
)

// decodeStruct writes the reading method of a message, struct or choice.
func (w *goWriter) decodeStruct(e encoding, d *decl) {
	if d.isBare() {
		return
	}
	if e == xmlEncoding {
		w.needs(d)
	}
	needed := len(d.needed()) > 0
	partial := d.kind == kindChoice || d.kind == kindMembers
	w.line("func (m *%s) decode%s(r *%sReader) bool {", goName(d.name), e.name, e.pre)
	if needed {
		w.line("var seen uint64")
	}
	if partial {
		w.line("found := false")
	}
	if e == xmlEncoding {
		w.bareText(d)
	}
	w.line("for %s {", e.next)
	w.line("switch string(%s) {", e.key)
	for _, f := range d.fields {
		w.decodeCase(e, d, f, partial)
	}
	if e == xmlEncoding {
		w.flattenedCases(d)
		w.pickedCases(d)
	}
	w.line("default:")
	w.decodeUnknown(e, d)
	w.line("}")
	w.line("}")
	if needed {
		w.line("r.require(seen, &%sNeeds)", lowerGoName(d.name))
	}
	if partial {
		w.line("return found")
	} else {
		w.line("return true")
	}
	w.line("}\n")
}

// decodeCase writes the case of one field.
func (w *goWriter) decodeCase(e encoding, d *decl, f *field, partial bool) {
	if f.rest || d.isCommon(f) {
		return
	}
	// What only the other encoding writes is not looked for here.
	if e == xmlEncoding && f.jsonOnly || e == jsonEncoding && f.unitel {
		return
	}
	w.line("case %s:", strings.Join(f.inputNames(e, d), ", "))
	found := d.seenBit(f.name)
	if partial {
		found = "found = true"
	}
	if d.kind == kindChoice {
		// The last alternative counts.
		w.line("*m = %s{}", goName(d.name))
	}
	if ch := d.changes["unitel"]; e == xmlEncoding && ch != nil && f.typ.repeated && slices.Contains(ch.blank, f.name) {
		w.line("if r.isEmpty() {\nr.skip()\ncontinue\n}")
	}
	if ch := d.changes["unitel"]; e == xmlEncoding && ch != nil && ch.nest[f.name] != "" {
		w.line("if !r.startsWithText() {\nfor r.child() {")
		w.decodeField(e, d, f, "m."+f.fieldGoName(), found)
		w.line("}\ncontinue\n}")
	}
	w.decodeField(e, d, f, "m."+f.fieldGoName(), found)
	if e == xmlEncoding && f.bareFrom > 0 {
		w.line("case %q:", f.typ.wrap.child)
		w.line("xmlReadRepeated(r, &m.%s)", f.fieldGoName())
		w.line("%s", found)
	}
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
	if e == jsonEncoding {
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
		if !f.rest {
			continue
		}
		if d.name == privateDataType {
			// ECMA-323 puts foreign elements into one called private.
			w.line("if string(%s) == \"private\" {\nm.decode%s(r)\ncontinue\n}", e.key, e.name)
		}
		w.line("r.foreignElement(&m.Foreign)")
		return
	}
	switch {
	case d.kind == kindEvent && e == jsonEncoding:
		w.line("r.event(&m.Base, &m.EventHead)")
	case d.kind.isMessage():
		w.line("r.common(&m.Base)")
	default:
		w.line("r.skip()")
	}
}

// pickedCases reads the elements that a dialect has in the place of the structs
// they belong to.
func (w *goWriter) pickedCases(d *decl) {
	ch := d.changes["unitel"]
	if ch == nil {
		return
	}
	for _, name := range sortedKeys(ch.pick) {
		f := d.field(name)
		picked := w.c.mustResolve(f.typ.name).decl.field(ch.pick[name].inner)
		w.line("case %q:", ch.pick[name].as)
		w.line("fresh(&m.%s).%s.decodeXML(r)", f.fieldGoName(), picked.fieldGoName())
	}
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
		value := "m." + f.fieldGoName() + "." + alternative.fieldGoName()
		w.decodeField(xmlEncoding, inner, alternative, value, d.seenBit(f.name))
	}
}

// bareText reads a choice that a dialect writes as the bare text of one of its
// alternatives.
func (w *goWriter) bareText(d *decl) {
	ch := d.changes["unitel"]
	if ch == nil || ch.textOf == "" {
		return
	}
	w.line("if r.startsWithText() {")
	w.line("*m = %s{}", goName(d.name))
	w.line("return r.string(&m.%s)", d.field(ch.textOf).fieldGoName())
	w.line("}")
}

// decodeFailure writes the reading method of a failure that is a choice. Its
// category privateData has the name that private data has in other messages;
// what holds elements is private data.
func (w *goWriter) decodeFailure(e encoding, d, inner *decl) {
	holdsElements := "!r.startsWithText()"
	if e == jsonEncoding {
		holdsElements = "r.isObject()"
	}
	w.line("func (m *%s) decode%s(r *%sReader) bool {", goName(d.name), e.name, e.pre)
	w.line("found := false")
	w.line("for %s {", e.next)
	w.line("switch string(%s) {", e.key)
	for _, f := range inner.fields {
		w.line("case %s:", strings.Join(f.inputNames(e, inner), ", "))
		if f.name == "privateData" {
			w.line("if %s {\nr.common(&m.Base)\ncontinue\n}", holdsElements)
		}
		w.line("m.Code = %s{}", goName(inner.name))
		w.decodeField(e, inner, f, "m.Code."+f.fieldGoName(), "found = true")
	}
	w.line("default:\nr.common(&m.Base)\n}\n}")
	w.line("return found")
	w.line("}\n")
}
