package main

import (
	"fmt"
	"slices"
	"strings"
)

// xmlCodec writes how the types of a file are written and read as XML.
func (w *goWriter) xmlCodec(f *file) {
	for _, d := range f.decls {
		switch d.kind {
		case kindEnum:
			w.enumWords(d)
		case kindFlags:
			w.flagWords(d)
		case kindText:
			w.textXML(d)
		case kindChoice:
			w.choiceXML(d)
			w.decodeStruct(xmlEncoding, d)
		case kindAlias:
		case kindForeign:
			if len(d.fields) > 0 {
				w.foreignXML(d)
			}
		default:
			if d.of != "" {
				w.failureXML(d)
				continue
			}
			w.structXML(d)
			w.decodeStruct(xmlEncoding, d)
		}
	}
}

// structXML writes the appending method of a message or struct. That of a
// message appends its fields only: its root, an event's cross reference and
// the extensions are the runtime's business.
func (w *goWriter) structXML(d *decl) {
	if d.name == privateDataType {
		w.privateXML(d)
		return
	}
	name := goName(d.name)
	ch := d.changes["unitel"]
	if d.kind.isMessage() {
		dialect := "d"
		if len(d.bodyFields()) == 0 {
			dialect = "_"
		}
		w.line("func (m *%s) appendXML(b []byte, %s *Dialect) []byte {", name, dialect)
		if ch != nil && (ch.prints != nil || ch.flatten != "") {
			w.line("if d.unitel {")
			w.line("return m.appendUnitel(b, d)")
			w.line("}")
		}
	} else {
		w.line("func (m *%s) appendXML(b []byte, d *Dialect, tag string) []byte {", name)
		w.line("if m == nil {\nreturn b\n}")
		w.line("b = openXML(b, tag)")
		w.line("at := len(b)")
	}
	tail := d.tailFields()
	for _, f := range d.bodyFields() {
		if !f.unitel && !f.jsonOnly && !slices.Contains(tail, f) {
			w.fieldXML(d, f, "m."+f.fieldGoName())
		}
	}
	if ch != nil && ch.blank != "" {
		w.line("if d.unitel && len(m.%s) == 0 {", d.field(ch.blank).fieldGoName())
		w.line("b = xmlEmpty(b, %q)", ch.blank)
		w.line("}")
	}
	if d.kind.isMessage() {
		w.line("return b")
	} else {
		w.line("return closeXML(b, at, tag)")
	}
	w.line("}\n")
	if d.kind.isMessage() && ch != nil && (ch.prints != nil || ch.flatten != "") {
		w.unitelXML(d, ch)
	}
	if len(tail) > 0 {
		w.line("// appendTail appends what stands behind extensions.")
		w.line("func (m *%s) appendTail(b []byte, d *Dialect) []byte {", name)
		for _, f := range tail {
			w.fieldXML(d, f, "m."+f.fieldGoName())
		}
		w.line("return b")
		w.line("}\n")
	}
}

// unitelXML writes a message's appending method for the unitel dialect, which
// has an order of its own and leaves fields out.
func (w *goWriter) unitelXML(d *decl, ch *change) {
	order := ch.prints
	if order == nil {
		for _, f := range d.bodyFields() {
			order = append(order, f.name)
		}
	}
	w.line("// appendUnitel appends what the unitel dialect writes of the message.")
	w.line("func (m *%s) appendUnitel(b []byte, d *Dialect) []byte {", goName(d.name))
	for _, name := range order {
		f := d.field(name)
		if f == nil || name == "monitorCrossRefID" && d.kind == kindEvent {
			continue
		}
		value := "m." + f.fieldGoName()
		switch name {
		case ch.flatten:
			inner := w.c.mustResolve(f.typ.name).decl
			for _, alternative := range inner.fields {
				w.appendField(xmlEncoding, inner, alternative, value+"."+alternative.fieldGoName(), xmlEncoding.label(alternative.name))
			}
		case ch.local:
			w.appendField(xmlEncoding, d, f, "m.localOr(&"+value+")", xmlEncoding.label(name))
		default:
			w.appendField(xmlEncoding, d, f, value, w.xmlLabel(d, f))
		}
	}
	w.line("return b")
	w.line("}\n")
}

// fieldXML writes the statements that append one field, under the conditions
// that editions and dialects put on it.
func (w *goWriter) fieldXML(d *decl, f *field, value string) {
	if f.rest {
		w.line("b = appendForeign(b, %s)", value)
		return
	}
	label := w.xmlLabel(d, f)
	var conditions []string
	if cond := f.editions.condition(); cond != "" {
		conditions = append(conditions, cond)
	}
	for _, e := range f.except {
		enum := w.c.mustResolve(f.typ.name)
		cond := fmt.Sprintf("%s != %s%s", value, enum.goTyp, goName(e.word))
		if !e.editions.all() {
			cond = fmt.Sprintf("(%s || !(%s))", cond, e.editions.condition())
		}
		conditions = append(conditions, cond)
	}
	if len(conditions) == 0 {
		w.appendField(xmlEncoding, d, f, value, label)
		return
	}
	w.line("if %s {", strings.Join(conditions, " && "))
	w.appendField(xmlEncoding, d, f, value, label)
	w.line("}")
}

// xmlLabel is the Go expression for a field's tag.
func (w *goWriter) xmlLabel(d *decl, f *field) string {
	if ch := d.changes["unitel"]; ch != nil && ch.rename[f.name] != "" {
		return fmt.Sprintf("inUnitelNamed(d, %q, %q)", ch.rename[f.name], f.name)
	}
	if f.former != nil {
		return fmt.Sprintf("formerly(d, %d, %q, %q)", f.former.to, f.former.name, f.name)
	}
	return xmlEncoding.label(f.name)
}

// condition is the Go condition that the dialect's edition is in the range,
// "" for all editions.
func (e editions) condition() string {
	switch {
	case e.all():
		return ""
	case e.to >= lastEdition:
		return fmt.Sprintf("d.edition >= %d", e.from)
	case e.from <= firstEdition:
		return fmt.Sprintf("d.edition <= %d", e.to)
	default:
		return fmt.Sprintf("d.edition >= %d && d.edition <= %d", e.from, e.to)
	}
}

// choiceXML writes the appending method of a choice: the first alternative
// that is set, the preferred one before all others.
func (w *goWriter) choiceXML(d *decl) {
	w.line("func (m *%s) appendXML(b []byte, d *Dialect, tag string) []byte {", goName(d.name))
	w.line("if m == nil {\nreturn b\n}")
	if ch := d.changes["unitel"]; ch != nil && ch.textOf != "" {
		w.line("if d.unitel {")
		w.line("return xmlString(b, tag, %s)", w.firstText(d, ch.textOf))
		w.line("}")
	}
	w.line("b = openXML(b, tag)")
	w.line("at := len(b)")
	w.alternatives(xmlEncoding, d, func(f *field) { w.fieldXML(d, f, "m."+f.fieldGoName()) })
	w.line("return closeXML(b, at, tag)")
	w.line("}\n")
}

// alternatives writes the switch over a choice's alternatives.
func (w *goWriter) alternatives(e encoding, d *decl, appendOne func(*field)) {
	w.line("switch {")
	for _, preferred := range []bool{true, false} {
		for _, f := range d.fields {
			if f.prefer != preferred {
				continue
			}
			w.line("case %s:", w.c.present(d, f, "m."+f.fieldGoName()))
			appendOne(f)
		}
	}
	if d.when != "" {
		w.line("default:")
		w.line("b = %sEmpty(b, %s)", e.pre, e.label(d.when))
	}
	w.line("}")
}

// firstText is the Go expression for the bare text of a choice: that of one
// alternative, or of the others where it is empty.
func (w *goWriter) firstText(d *decl, first string) string {
	names := []string{"m." + d.field(first).fieldGoName()}
	for _, f := range d.fields {
		if f.name != first && w.c.mustResolve(f.typ.name).class == classString {
			names = append(names, "m."+f.fieldGoName())
		}
	}
	return "firstText(" + strings.Join(names, ", ") + ")"
}

// privateXML writes the appending method that a dialect's selection governs.
func (w *goWriter) privateXML(d *decl) {
	w.line("// appendFields appends the selected fields and all foreign elements.")
	w.line("func (m *PrivateData) appendFields(b []byte, d *Dialect, selected privateMask) []byte {")
	for _, f := range d.fields {
		if f.rest {
			w.fieldXML(d, f, "m.Foreign")
			continue
		}
		w.line("if selected&private%s != 0 {", f.fieldGoName())
		w.fieldXML(d, f, "m."+f.fieldGoName())
		w.line("}")
	}
	w.line("return b")
	w.line("}\n")
	w.line("// isZero says whether there is no private data at all.")
	w.line("func (m *PrivateData) isZero() bool {")
	var conditions []string
	for _, f := range d.fields {
		if f.rest {
			conditions = append(conditions, "m.Foreign != nil")
			continue
		}
		conditions = append(conditions, w.c.present(d, f, "m."+f.fieldGoName()))
	}
	w.line("return !(%s)", strings.Join(conditions, " ||\n"))
	w.line("}\n")
}

// failureXML writes the codec of a failure that is a choice itself.
func (w *goWriter) failureXML(d *decl) {
	w.line("func (m *%s) appendXML(b []byte, d *Dialect) []byte {", goName(d.name))
	w.line("return m.Code.appendAlternative(b, d)")
	w.line("}\n")
	inner := w.c.mustResolve(d.of).decl
	w.line("// appendAlternative appends the alternative that is set, without a tag around it.")
	w.line("func (m *%s) appendAlternative(b []byte, d *Dialect) []byte {", goName(inner.name))
	w.alternatives(xmlEncoding, inner, func(f *field) { w.fieldXML(inner, f, "m."+f.fieldGoName()) })
	w.line("return b")
	w.line("}\n")
	w.decodeFailure(xmlEncoding, d, inner)
}
