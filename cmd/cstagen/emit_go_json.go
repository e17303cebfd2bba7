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
		case kindEnum:
			w.enumDecode(jsonEncoding, d)
		case kindFlags:
			w.flagsJSON(d)
		case kindText:
			if d.goType == "" {
				w.textJSON(d)
			}
		case kindAlias:
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
// of a message appends its members only, each with a comma behind it.
func (w *goWriter) structJSON(d *decl) {
	w.line("func (m *%s) appendJSON(b []byte) []byte {", goName(d.name))
	if !d.kind.isMessage() {
		w.line("b = append(b, '{')")
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
		w.line("return closeObject(b)")
	}
	w.line("}\n")
}

func (w *goWriter) fieldJSON(d *decl, f *field) {
	switch {
	case f.rest:
		w.line("b = jsonForeignMembers(b, m.Foreign)")
	case f.unitel || !f.editions.has(lastEdition):
		// JSON has ed6's fields only.
	default:
		w.appendField(jsonEncoding, d, f, "m."+f.fieldGoName(), jsonEncoding.label(f.name))
	}
}

func (w *goWriter) flagsJSON(d *decl) {
	name := goName(d.name)
	keys := make([]string, len(d.words))
	for i, word := range d.words {
		keys[i] = jsonName(word.name)
	}
	table := lowerGoName(d.name) + "Names"
	for i, word := range d.words {
		if keys[i] != word.name {
			table = lowerGoName(d.name) + "Keys"
		}
	}
	if strings.HasSuffix(table, "Keys") {
		w.line("var %s = [...]string{%s}\n", table, quoteAll(keys))
	}
	w.line("func (m %s) appendJSON(b []byte) []byte { return jsonFlags(b, uint64(m), %s[:]) }\n", name, table)
	w.flagsDecode(jsonEncoding, d)
}

// textJSON writes a text with attributes: a string, or an object where it has
// attributes.
func (w *goWriter) textJSON(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendJSON(b []byte, label string) []byte {", name)
	w.line("if m.Attributes == nil || m.Value == \"\" {")
	w.line("return jsonString(b, label, m.Value)")
	w.line("}")
	w.line("a := m.Attributes")
	w.line("b = append(append(b, label...), '{')")
	w.line("b = jsonString(b, `\"value\":`, m.Value)")
	for _, f := range d.fields {
		value := "a." + f.fieldGoName()
		if !f.typ.list {
			w.appendField(jsonEncoding, d, f, value, jsonEncoding.label(f.name))
			continue
		}
		r := w.c.mustResolve(f.typ.name)
		w.line("b = jsonFlagList(b, %s, uint64(%s), %sNames[:])", jsonEncoding.label(f.name), value, lowerGoName(r.decl.name))
	}
	w.line("return append(closeObject(b), ',')")
	w.line("}\n")

	w.line("func (m *%s) decodeJSON(r *jsonReader) bool {", name)
	w.line("*m = %s{}", name)
	w.line("if !r.isObject() {")
	w.line("v, ok := r.string()")
	w.line("m.Value = v")
	w.line("return ok")
	w.line("}")
	w.line("var a %sAttributes", name)
	w.line("changed := false")
	w.line("for r.member() {")
	w.line("switch string(r.key) {")
	w.line("case \"value\":\nif v, ok := r.string(); ok {\nm.Value = v\n}")
	for _, f := range d.fields {
		w.attributeDecodeJSON(d, f)
	}
	w.line("default:\nr.skip()\n}\n}")
	w.line("if changed && m.Value != \"\" {\nm.Attributes = &a\n}")
	w.line("return m.Value != \"\"")
	w.line("}\n")
}

func (w *goWriter) attributeDecodeJSON(d *decl, f *field) {
	r := w.c.mustResolve(f.typ.name)
	value := "a." + f.fieldGoName()
	w.line("case %q:", strings.ToLower(f.name))
	switch {
	case f.typ.list:
		w.line("%s = %s(r.flagList(func(name []byte) uint64 { return uint64(%sOf(name)) }))", value, r.goTyp, lowerGoName(r.decl.name))
		w.line("changed = changed || %s != 0", value)
	case r.class == classEnum:
		cond := value + ".decodeJSON(r)"
		if f.def != "" {
			cond += fmt.Sprintf(" && %s != %s%s", value, r.goTyp, goName(f.def))
		}
		w.line("if %s {\nchanged = true\n} else {\n%s = 0\n}", cond, value)
	default:
		cond := "ok"
		if f.def != "" {
			cond = "ok && v != " + f.def
		}
		set := "v"
		if w.c.shapeOf(d, f) == shapeOpt {
			set = "Some(v)"
		}
		w.line("if v, ok := r.%s(); %s {\n%s, changed = %s, true\n}", readScalar[r.class], cond, value, set)
	}
}

func (w *goWriter) foreignJSON(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendJSON(b []byte) []byte {", name)
	w.line("b = append(b, '{')")
	for _, f := range d.fields {
		w.line("b = jsonString(b, `\"@%s\":`, m.%s)", jsonName(f.name), f.fieldGoName())
	}
	w.line("b = jsonForeignMembers(b, m.Content)")
	w.line("return closeObject(b)")
	w.line("}\n")
	w.line("func (m *%s) decodeJSON(r *jsonReader) bool {", name)
	w.line("for r.member() {")
	w.line("switch string(r.key) {")
	for _, f := range d.fields {
		w.line("case %q:\nif v, ok := r.string(); ok {\nm.%s = v\n}", "@"+strings.ToLower(f.name), f.fieldGoName())
	}
	w.line("default:\nr.foreignElement(&m.Content)\n}\n}")
	w.line("return true")
	w.line("}\n")
}

// failureJSON writes the codec of a failure that is a choice itself.
func (w *goWriter) failureJSON(d *decl) {
	inner := w.c.mustResolve(d.of).decl
	w.line("func (m *%s) appendJSON(b []byte) []byte { return m.Code.appendMembers(b) }\n", goName(d.name))
	w.line("// appendMembers appends the alternative that is set as a member.")
	w.line("func (m *%s) appendMembers(b []byte) []byte {", goName(inner.name))
	w.alternatives(jsonEncoding, inner, func(f *field) { w.fieldJSON(inner, f) })
	w.line("return b")
	w.line("}\n")
	w.decodeFailure(jsonEncoding, d, inner)
}
