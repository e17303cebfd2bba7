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
		case kindNumbers:
			w.numbersCodec(xmlEncoding, d)
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
	switch {
	case d.isBare():
	case d.name == privateDataType:
		w.privateXML(d)
	case d.kind.isMessage():
		w.messageXML(d)
	default:
		w.line("func (m *%s) appendXML(b []byte, d *Dialect, tag string) []byte {", goName(d.name))
		w.line("if m == nil {\nreturn b\n}")
		w.line("b = openXML(b, tag)")
		w.line("at := len(b)")
		ch := d.changes["unitel"]
		if ch != nil && ch.prints != nil {
			w.line("if d.unitel {")
			w.unitelFields(d, ch.prints)
			w.line("return closeXML(b, at, tag)")
			w.line("}")
		}
		w.ecmaFields(d, d.fields)
		w.line("return closeXML(b, at, tag)")
		w.line("}\n")
	}
}

// messageXML writes the appending methods of a message. What stands behind
// private data or extensions has a method of its own.
func (w *goWriter) messageXML(d *decl) {
	name := goName(d.name)
	tail := d.tailFields()
	body := slices.DeleteFunc(d.bodyFields(), func(f *field) bool { return slices.Contains(tail, f) })
	dialect := "d"
	if len(body) == 0 && !d.ownUnitel() {
		dialect = "_"
	}
	w.line("func (m *%s) appendXML(b []byte, %s *Dialect) []byte {", name, dialect)
	before, behind := d.unitelOrder()
	if d.ownUnitel() {
		w.line("if d.unitel {")
		if len(before) == 0 {
			w.line("return b")
		} else {
			w.line("return m.appendUnitel(b, d)")
		}
		w.line("}")
	}
	w.ecmaFields(d, body)
	w.line("return b")
	w.line("}\n")
	for _, part := range []struct {
		method, doc string
		fields      []string
	}{
		{"appendUnitel", "what the unitel dialect writes of the message", before},
		{"appendUnitelTail", "what the unitel dialect writes behind private data", behind},
	} {
		if len(part.fields) == 0 {
			continue
		}
		w.line("// %s appends %s.", part.method, part.doc)
		w.line("func (m *%s) %s(b []byte, d *Dialect) []byte {", name, part.method)
		w.unitelFields(d, part.fields)
		w.line("return b")
		w.line("}\n")
	}
	if len(tail) > 0 {
		w.line("// appendTail appends what stands behind extensions.")
		w.line("func (m *%s) appendTail(b []byte, d *Dialect) []byte {", name)
		w.ecmaFields(d, tail)
		w.line("return b")
		w.line("}\n")
	}
}

// ownUnitel says whether the unitel dialect writes a message in a way of its
// own.
func (d *decl) ownUnitel() bool {
	ch := d.changes["unitel"]
	return ch != nil && (ch.prints != nil || ch.flatten != "" || len(ch.nest) > 0)
}

// unitelOrder lists what the unitel dialect writes of a message in a way of
// its own: before private data and behind it.
func (d *decl) unitelOrder() (before, behind []string) {
	if !d.ownUnitel() {
		return nil, nil
	}
	order := d.changes["unitel"].prints
	if order == nil {
		for _, f := range d.bodyFields() {
			order = append(order, f.name)
		}
	}
	if d.kind == kindEvent {
		order = slices.DeleteFunc(slices.Clone(order), func(name string) bool { return name == "monitorCrossRefID" })
	}
	at := slices.Index(order, "privateData")
	if at < 0 {
		return order, nil
	}
	return order[:at], order[at+1:]
}

// ecmaFields writes the statements that append fields as ECMA-323 has them.
func (w *goWriter) ecmaFields(d *decl, fields []*field) {
	for _, f := range fields {
		if f.unitel || f.jsonOnly {
			continue
		}
		w.fieldXML(d, f, "m."+f.fieldGoName())
		w.blankXML(d, f, "d.unitel && ")
	}
}

// unitelFields writes the statements that append fields as the unitel dialect
// has them.
func (w *goWriter) unitelFields(d *decl, names []string) {
	ch := d.changes["unitel"]
	for _, name := range names {
		f := d.field(name)
		value := "m." + f.fieldGoName()
		switch {
		case name == ch.flatten:
			inner := w.c.mustResolve(f.typ.name).decl
			for _, alternative := range inner.fields {
				w.appendField(xmlEncoding, inner, alternative, value+"."+alternative.fieldGoName(), xmlEncoding.label(alternative.name))
			}
		case name == ch.local:
			w.appendField(xmlEncoding, d, f, "m.localOr(&"+value+")", xmlEncoding.label(name))
		case ch.reduce[name] != "":
			w.reducedXML(f, value, ch.reduce[name])
		case ch.pick[name].inner != "":
			inner := w.c.mustResolve(f.typ.name).decl
			picked := inner.field(ch.pick[name].inner)
			w.line("if %s {", w.c.present(d, f, value))
			w.appendField(xmlEncoding, inner, picked, value+"."+picked.fieldGoName(), xmlEncoding.label(ch.pick[name].as))
			w.line("}")
		case ch.nest[name] != "":
			w.line("if %s {", w.c.present(d, f, value))
			w.line("b = openXML(b, %q)", name)
			w.appendField(xmlEncoding, d, f, value, xmlEncoding.label(ch.nest[name]))
			w.line("b = endXML(b, %q)", name)
			w.line("}")
		default:
			w.appendField(xmlEncoding, d, f, value, w.xmlLabel(d, f))
		}
		w.blankXML(d, f, "")
	}
}

// reducedXML writes how a list of structs is appended of which one element
// each is written; those that lack it are left out.
func (w *goWriter) reducedXML(f *field, value, name string) {
	inner := w.c.mustResolve(f.typ.valueType().name).decl
	kept := inner.field(name)
	item := value + "[i]." + kept.fieldGoName()
	w.line("if %s != nil {", value)
	w.line("b = openXML(b, %q)", f.name)
	w.line("at := len(b)")
	w.line("for i := range %s {", value)
	w.line("if %s {", w.c.present(inner, kept, item))
	w.line("b = openXML(b, %q)", f.typ.wrap.child)
	w.appendField(xmlEncoding, inner, kept, item, xmlEncoding.label(name))
	w.line("b = endXML(b, %q)", f.typ.wrap.child)
	w.line("}\n}")
	w.line("b = closeXML(b, at, %q)", f.name)
	w.line("}")
}

// blankXML writes how an element is written empty that has nothing in it.
// unless is a condition that comes first.
func (w *goWriter) blankXML(d *decl, f *field, unless string) {
	ch := d.changes["unitel"]
	if ch == nil || !slices.Contains(ch.blank, f.name) {
		return
	}
	value := "m." + f.fieldGoName()
	absent := "!(" + w.c.present(d, f, value) + ")"
	switch {
	case f.typ.repeated:
		absent = "len(" + value + ") == 0"
	case w.c.mustResolve(f.typ.valueType().name).class == classString:
		absent = value + ` == ""`
	case w.c.shapeOf(d, f) == shapeSlice || w.c.mustResolve(f.typ.name).class == classForeign:
		absent = value + " == nil"
	}
	w.line("if %s%s {", unless, absent)
	w.line("b = xmlEmpty(b, %q)", f.name)
	w.line("}")
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
	if w.c.firstFailure(d.of) != d {
		w.decodeFailure(xmlEncoding, d, inner)
		return
	}
	w.line("// appendAlternative appends the alternative that is set, without a tag around it.")
	w.line("func (m *%s) appendAlternative(b []byte, d *Dialect) []byte {", goName(inner.name))
	w.alternatives(xmlEncoding, inner, func(f *field) { w.fieldXML(inner, f, "m."+f.fieldGoName()) })
	w.line("return b")
	w.line("}\n")
	w.decodeFailure(xmlEncoding, d, inner)
}

// firstFailure is the first message that a choice of errors is the content of;
// the methods that all such messages use are written with it.
func (c *contract) firstFailure(of string) *decl {
	for _, d := range c.messages {
		if d.of == of {
			return d
		}
	}
	return nil
}
