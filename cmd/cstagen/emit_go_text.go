package main

import (
	"fmt"
	"strings"
)

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
	w.line("for r.attribute() {\nm.decodeAttribute(r)\n}")
	w.line("if !r.string(&m.Value) {\nm.Attributes = nil\n}")
	w.line("return m.Value != \"\"")
	w.line("}\n")
	w.line("// decodeAttribute reads the attribute that was found. A value equal to the")
	w.line("// default is as good as absent.")
	w.line("func (m *%s) decodeAttribute(r *xmlReader) {", name)
	w.line("var a %sAttributes", name)
	w.line("if m.Attributes != nil {\na = *m.Attributes\n}")
	w.line("switch string(r.attrName) {")
	for _, f := range d.fields {
		w.line("case %q:", f.name)
		r := w.c.mustResolve(f.typ.name)
		w.attributeRead(d, f, "r.inAttribute()", fmt.Sprintf("%s(%s.flags(r.attrValue))", r.goTyp, w.attributeTable(r)))
	}
	w.line("default:\nreturn\n}")
	w.line("if a.differs() {\nm.Attributes = &a\n}")
	w.line("}\n")
	w.differs(d)
}

// attributeRead writes how the value of one attribute is read from a source of
// text; list is how a list is.
func (w *goWriter) attributeRead(d *decl, f *field, source, list string) {
	r := w.c.mustResolve(f.typ.name)
	value := "a." + f.fieldGoName()
	if f.typ.list {
		w.line("%s = %s", value, list)
		return
	}
	read := "readValue"
	if w.c.shapeOf(d, f) == shapeOpt {
		read = "readOpt"
	}
	if f.def == "" {
		w.line("%s(%s, &%s, %s)", read, source, value, w.parser(r))
		return
	}
	def := f.def
	if r.class == classEnum {
		def = r.goTyp + goName(f.def)
	}
	w.line("if %s(%s, &%s, %s) && %s == %s {", read, source, value, w.parser(r), w.c.bare(d, f, value), def)
	zero := "0"
	if w.c.shapeOf(d, f) == shapeOpt {
		zero = w.c.goFieldType(d, f) + "{}"
	}
	w.line("%s = %s", value, zero)
	w.line("}")
}

// attributeTable names the table of an attribute's words, "" where it has no
// flag set for its type.
func (w *goWriter) attributeTable(r resolved) string {
	if r.class != classFlags {
		return ""
	}
	return w.wordTable(r.decl)
}

// bare is the expression for a field's value without Opt around it.
func (c *contract) bare(d *decl, f *field, value string) string {
	if c.shapeOf(d, f) == shapeOpt {
		return value + ".value"
	}
	return value
}

// differs writes whether any attribute is there.
func (w *goWriter) differs(d *decl) {
	var conditions []string
	for _, f := range d.fields {
		conditions = append(conditions, w.c.present(d, f, "a."+f.fieldGoName()))
	}
	w.line("// differs says whether any attribute is other than its default.")
	w.line("func (a *%sAttributes) differs() bool {", goName(d.name))
	w.line("return %s", strings.Join(conditions, " ||\n"))
	w.line("}\n")
}

// attributeXML appends one attribute, unless it is absent.
func (w *goWriter) attributeXML(d *decl, f *field) {
	r := w.c.mustResolve(f.typ.name)
	value := "a." + f.fieldGoName()
	conditions := []string{w.c.present(d, f, value)}
	if edition := f.editions.condition(); edition != "" {
		conditions = append(conditions, edition)
	}
	for _, e := range f.except {
		conditions = append(conditions, fmt.Sprintf("%s != %s%s", value, r.goTyp, goName(e.word)))
	}
	w.line("if %s {", strings.Join(conditions, " && "))
	text := value
	switch {
	case f.typ.list:
		text = value + ".String()"
	case r.class == classEnum:
		text = value + ".String()"
		if r.decl.changesWords() {
			text = value + ".xmlWord(d)"
		}
	case r.class == classHex:
		text = "hexString(" + value + ")"
	case r.class == classBool:
		text = "strconv.FormatBool(" + value + ".value)"
	case r.class == classInt:
		text = "strconv.FormatInt(" + value + ".value, 10)"
	}
	w.line("b = xmlAttr(b, %q, %s)", f.name, text)
	w.line("}")
}

// foreignXML writes the codec of foreign content with attributes.
func (w *goWriter) foreignXML(d *decl) {
	name := goName(d.name)
	w.line("func (m *%s) appendXML(b []byte, _ *Dialect, tag string) []byte {", name)
	w.line("if m == nil {\nreturn b\n}")
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
		w.line("case %q:\nm.%s = r.keep(r.attrValue)", f.name, f.fieldGoName())
	}
	w.line("}")
	w.line("}")
	w.line("return r.foreign(&m.Content)")
	w.line("}\n")
}
