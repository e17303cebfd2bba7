package main

import (
	"fmt"
	"strings"
)

// jsonCodec writes how the types of a file are written and read as JSON,
// which has the shape of ed6 whatever the dialect.
func (w *goWriter) jsonCodec(f *file) {
	for _, d := range f.decls {
		switch d.kind {
		case kindEnum, kindFlags, kindAlias:
		case kindNumbers:
			w.numbersCodec(jsonEncoding, d)
		case kindText:
			if d.goType == "" {
				w.textJSON(d)
			}
		case kindForeign:
			if len(d.fields) > 0 {
				w.foreignJSON(d)
			}
		default:
			if d.of != "" {
				w.failureJSON(d)
				continue
			}
			w.structJSON(d)
			w.decodeStruct(jsonEncoding, d)
		}
	}
}

// structJSON writes the appending method of a message, struct or choice. That
// of a message appends its members only.
func (w *goWriter) structJSON(d *decl) {
	if d.isBare() {
		return
	}
	if d.kind.isMessage() {
		w.line("func (m *%s) appendJSON(b []byte) []byte {", goName(d.name))
	} else {
		w.line("func (m *%s) appendJSON(b []byte, label string) []byte {", goName(d.name))
		w.line("if m == nil {\nreturn b\n}")
		w.line("b = openObject(b, label)")
	}
	if d.kind == kindChoice {
		w.alternatives(jsonEncoding, d, func(f *field) { w.fieldJSON(d, f) })
	} else {
		for _, f := range d.bodyFields() {
			w.fieldJSON(d, f)
		}
	}
	if d.kind.isMessage() {
		w.line("return b")
	} else {
		w.line("return endObject(b)")
	}
	w.line("}\n")
}

func (w *goWriter) fieldJSON(d *decl, f *field) {
	switch {
	case f.rest:
		w.line("b = jsonForeignMembers(b, m.Foreign)")
	case f.inJSON():
		w.appendField(jsonEncoding, d, f, "m."+f.fieldGoName(), jsonEncoding.label(f.name))
	}
}

// inJSON says whether JSON has a field: it has those of ed6, and what the
// contract says it has, too.
func (f *field) inJSON() bool { return !f.unitel && (f.json || f.editions.has(lastEdition)) }

// textJSON writes a text with attributes: a string, or an object where it has
// attributes.
func (w *goWriter) textJSON(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendJSON(b []byte, label string) []byte {", name)
	w.line("if m.Attributes == nil || m.Value == \"\" {")
	w.line("return jsonString(b, label, m.Value)")
	w.line("}")
	w.line("a := m.Attributes")
	w.line("b = openObject(b, label)")
	w.line("b = jsonString(b, `\"value\":`, m.Value)")
	for _, f := range d.fields {
		value := "a." + f.fieldGoName()
		if !f.typ.list {
			w.appendField(jsonEncoding, d, f, value, jsonEncoding.label(f.name))
			continue
		}
		r := w.c.mustResolve(f.typ.name)
		w.line("b = jsonFlagList(b, %s, uint64(%s), &%s)", jsonEncoding.label(f.name), value, w.wordTable(r.decl))
	}
	w.line("return endObject(b)")
	w.line("}\n")

	w.line("func (m *%s) decodeJSON(r *jsonReader) bool {", name)
	w.line("*m = %s{}", name)
	w.line("if !r.isObject() {")
	w.line("return r.string(&m.Value)")
	w.line("}")
	w.line("var a %sAttributes", name)
	w.line("for r.member() {")
	w.line("switch string(r.key) {")
	// A product that puts the text into an element of its type's name has it
	// in a member of that name here.
	w.line("case \"value\", %q:\nr.string(&m.Value)", strings.ToLower(d.name))
	for _, f := range d.fields {
		w.line("case %q:", strings.ToLower(f.name))
		r := w.c.mustResolve(f.typ.name)
		w.attributeRead(d, f, "r", fmt.Sprintf("%s(jsonReadFlagList(r, &%s))", r.goTyp, w.attributeTable(r)))
	}
	w.line("default:\nr.skip()\n}\n}")
	w.line("if m.Value != \"\" && a.differs() {\nm.Attributes = &a\n}")
	w.line("return m.Value != \"\"")
	w.line("}\n")
}

func (w *goWriter) foreignJSON(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendJSON(b []byte, label string) []byte {", name)
	w.line("if m == nil {\nreturn b\n}")
	w.line("b = openObject(b, label)")
	for _, f := range d.fields {
		w.line("b = jsonString(b, `\"@%s\":`, m.%s)", jsonName(f.name), f.fieldGoName())
	}
	w.line("b = jsonForeignMembers(b, m.Content)")
	w.line("return endObject(b)")
	w.line("}\n")
	w.line("func (m *%s) decodeJSON(r *jsonReader) bool {", name)
	w.line("for r.member() {")
	w.line("switch string(r.key) {")
	for _, f := range d.fields {
		w.line("case %q:\nr.string(&m.%s)", "@"+strings.ToLower(f.name), f.fieldGoName())
	}
	w.line("default:\nr.foreignElement(&m.Content)\n}\n}")
	w.line("return true")
	w.line("}\n")
}

// failureJSON writes the codec of a failure that is a choice itself.
func (w *goWriter) failureJSON(d *decl) {
	inner := w.c.mustResolve(d.of).decl
	w.line("func (m *%s) appendJSON(b []byte) []byte { return m.Code.appendMembers(b) }\n", goName(d.name))
	if w.c.firstFailure(d.of) != d {
		w.decodeFailure(jsonEncoding, d, inner)
		return
	}
	w.line("// appendMembers appends the alternative that is set as a member.")
	w.line("func (m *%s) appendMembers(b []byte) []byte {", goName(inner.name))
	w.alternatives(jsonEncoding, inner, func(f *field) { w.fieldJSON(inner, f) })
	w.line("return b")
	w.line("}\n")
	w.decodeFailure(jsonEncoding, d, inner)
}
