package main

import "fmt"

// textXML writes the codec of a text with attributes.
func (w *goWriter) textXML(d *decl) {
	name, method := goName(d.name), "appendXML"
	if d.goType != "" {
		name, method = goName(d.goType), "append"+goName(d.name)
	}
	w.line("func (m *%s) %s(b []byte, d *Dialect, tag string) []byte {", name, method)
	w.line("if m.Attributes == nil || m.Value == \"\" {")
	w.line("return xmlString(b, tag, m.Value)")
	w.line("}")
	w.line("a := m.Attributes")
	w.line("b = append(append(b, '<'), tag...)")
	for _, f := range d.fields {
		w.attributeXML(d, f)
	}
	w.line("b = appendText(append(b, '>'), m.Value)")
	w.line("return endXML(b, tag)")
	w.line("}\n")
	if d.goType != "" {
		return
	}
	w.line("func (m *%s) decodeXML(r *xmlReader) bool {", name)
	w.line("*m = %s{}", name)
	w.line("for r.attribute() {")
	w.line("m.decodeAttribute(r)")
	w.line("}")
	w.line("if v, ok := r.string(); ok {")
	w.line("m.Value = v")
	w.line("return true")
	w.line("}")
	w.line("m.Attributes = nil")
	w.line("return false")
	w.line("}\n")
	w.line("func (m *%s) decodeAttribute(r *xmlReader) {", name)
	w.line("var a %sAttributes", name)
	w.line("if m.Attributes != nil {\na = *m.Attributes\n}")
	w.line("changed := false")
	w.line("switch string(r.attrName) {")
	for _, f := range d.fields {
		w.attributeDecodeXML(d, f)
	}
	w.line("}")
	w.line("if changed {\nm.Attributes = &a\n}")
	w.line("}\n")
}

// attributeXML appends one attribute, unless it is absent.
func (w *goWriter) attributeXML(d *decl, f *field) {
	r := w.c.mustResolve(f.typ.name)
	value := "a." + f.fieldGoName()
	cond := w.c.present(d, f, value)
	if edition := f.editions.condition(); edition != "" {
		cond += " && " + edition
	}
	for _, e := range f.except {
		cond += fmt.Sprintf(" && %s != %s%s", value, r.goTyp, goName(e.word))
	}
	w.line("if %s {", cond)
	switch {
	case f.typ.list:
		w.line("b = xmlAttr(b, %q, flagNames(uint64(%s), %sNames[:]))", f.name, value, lowerGoName(r.decl.name))
	case r.class == classEnum:
		w.line("b = xmlAttr(b, %q, %s.xmlWord(d))", f.name, value)
	case r.class == classString:
		w.line("b = xmlAttr(b, %q, %s)", f.name, value)
	case r.class == classHex:
		w.line("b = xmlAttr(b, %q, hexString(%s))", f.name, value)
	default:
		w.line("b = xmlAttr%s(b, %q, %s.value)", appendScalar[r.class], f.name, value)
	}
	w.line("}")
}

// attributeDecodeXML writes the case that reads one attribute. A value equal
// to the default is as good as absent.
func (w *goWriter) attributeDecodeXML(d *decl, f *field) {
	r := w.c.mustResolve(f.typ.name)
	value := "a." + f.fieldGoName()
	w.line("case %q:", f.name)
	switch {
	case f.typ.list:
		w.line("%s, changed = %s(flagList(r.attrValue, func(name []byte) uint64 { return uint64(%sOf(name)) })), true", value, r.goTyp, lowerGoName(r.decl.name))
	case r.class == classEnum:
		w.line("%s = %sOf(r.attrValue)", value, lowerGoName(r.decl.name))
		w.line("if %s == 0 {\nr.badAttribute()\n}", value)
		if f.def != "" {
			w.line("if %s == %s%s {\n%s = 0\n}", value, r.goTyp, goName(f.def), value)
		}
		w.line("changed = %s != 0", value)
	default:
		cond := "ok"
		if f.def != "" {
			cond = "ok && v != " + f.def
		}
		set := "v"
		if w.c.shapeOf(d, f) == shapeOpt {
			set = "Some(v)"
		}
		w.line("if v, ok := r.%sAttribute(); %s {\n%s, changed = %s, true\n}", readScalar[r.class], cond, value, set)
	}
}

// foreignXML writes the codec of foreign content with attributes.
func (w *goWriter) foreignXML(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendXML(b []byte, _ *Dialect, tag string) []byte {", name)
	w.line("b = append(append(b, '<'), tag...)")
	for _, f := range d.fields {
		w.line("if m.%s != \"\" {\nb = xmlAttr(b, %q, m.%s)\n}", f.fieldGoName(), f.name, f.fieldGoName())
	}
	w.line("b = append(b, '>')")
	w.line("at := len(b)")
	w.line("b = appendForeign(b, m.Content)")
	w.line("return closeXML(b, at, tag)")
	w.line("}\n")
	w.line("func (m *%s) decodeXML(r *xmlReader) bool {", name)
	w.line("for r.attribute() {")
	w.line("switch string(r.attrName) {")
	for _, f := range d.fields {
		w.line("case %q:\nif v, ok := r.stringAttribute(); ok {\nm.%s = v\n}", f.name, f.fieldGoName())
	}
	w.line("}")
	w.line("}")
	w.line("if v, ok := r.foreign(); ok {\nm.Content = v\n}")
	w.line("return true")
	w.line("}\n")
}
