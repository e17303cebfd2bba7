package main

import "fmt"

// encoding is one of the two encodings that code is generated for. Both are
// written and read by helpers of the runtime with the same names; the
// differences stand here.
type encoding struct {
	name string // XML or JSON
	pre  string // prefix of the appending helpers
}

var (
	xmlEncoding  = encoding{name: "XML", pre: "xml"}
	jsonEncoding = encoding{name: "JSON", pre: "json"}
)

// label is how an element is named in calls of the appending helpers: its tag
// in XML, its quoted key in JSON.
func (e encoding) label(element string) string {
	if e.name == "XML" {
		return fmt.Sprintf("%q", element)
	}
	return "`\"" + jsonName(element) + "\":`"
}

// appendScalar names the helper that appends a value of a class.
var appendScalar = map[class]string{
	classString: "String", classProse: "String", classBool: "Bool", classInt: "Int", classUint: "Uint",
	classFloat: "Float", classHex: "Hex", classTime: "Time", classForeign: "Foreign",
}

// present is the Go condition under which a field has something to say, ""
// where it always has.
func (c *contract) present(d *decl, f *field, value string) string {
	switch c.shapeOf(d, f) {
	case shapeOpt:
		return value + ".set"
	case shapePointer, shapeSlice:
		return value + " != nil"
	default:
	}
	switch c.mustResolve(f.typ.name).class {
	case classString, classProse:
		return value + ` != ""`
	case classHex:
		return "len(" + value + ") > 0"
	case classForeign:
		return value + " != nil"
	case classTime:
		return "!" + value + ".IsZero()"
	case classEmpty:
		return value
	case classEnum, classFlags:
		return value + " != 0"
	case classText:
		return value + `.Value != ""`
	default:
		return ""
	}
}

// appendField writes the statements that append one field. label is a Go
// expression.
func (w *goWriter) appendField(e encoding, d *decl, f *field, value, label string) {
	if f.typ.isList() {
		w.appendList(e, f, value, label)
		return
	}
	r := w.c.mustResolve(f.typ.name)
	shape := w.c.shapeOf(d, f)
	if shape == shapeOpt {
		w.line("if %s.set {", value)
		w.appendValue(e, f.typ, r, value+".value", label)
		w.line("}")
		return
	}
	if r.class == classStruct || r.class == classForeign1 || r.class == classFlags || r.class == classEmpty {
		if cond := w.c.present(d, f, value); cond != "" {
			w.line("if %s {", cond)
			w.appendValue(e, f.typ, r, value, label)
			w.line("}")
			return
		}
	}
	w.appendValue(e, f.typ, r, value, label)
}

// appendValue writes the statement that appends one value. Helpers for text,
// enumerations and the like leave out what is empty by themselves.
func (w *goWriter) appendValue(e encoding, t typeRef, r resolved, value, label string) {
	switch r.class {
	case classEnum:
		if e.name == "XML" {
			w.line("b = xmlWord(b, %s, %s.xmlWord(d))", label, value)
			return
		}
		w.line("b = jsonWord(b, %s, %s.String())", label, value)
	case classEmpty:
		w.line("b = %sEmpty(b, %s)", e.pre, label)
	case classFlags, classStruct, classForeign1, classText:
		if e.name == "XML" {
			w.line("b = %s.%s(b, d, %s)", value, w.xmlMethod(t), label)
			return
		}
		if r.class == classText {
			w.line("b = %s.appendJSON(b, %s)", value, label)
			return
		}
		w.line("b = append(b, %s...)", label)
		w.line("b = append(%s.appendJSON(b), ',')", value)
	case classTime:
		if e.name == "XML" {
			w.line("b = xmlTime(b, d, %s, %s)", label, value)
			return
		}
		w.line("b = jsonTime(b, %s, %s)", label, value)
	default:
		w.line("b = %s%s(b, %s, %s)", e.pre, appendScalar[r.class], label, value)
	}
}

// xmlMethod is the method that appends a value of a type as XML. A text type
// that shares another's Go type has a method of its own.
func (w *goWriter) xmlMethod(t typeRef) string {
	name := t.name
	for d := w.c.types[name]; d != nil && d.kind == kindAlias; d = w.c.types[name] {
		name = d.of
	}
	if d := w.c.types[name]; d != nil && d.kind == kindText && d.goType != "" {
		return "append" + goName(d.name)
	}
	return "appendXML"
}

// appendList writes the loop over a repeated element or a wrapper's children.
func (w *goWriter) appendList(e encoding, f *field, value, label string) {
	item := f.typ.valueType()
	r := w.c.mustResolve(item.name)
	loop := func(label string) {
		w.line("for i := range %s {", value)
		w.appendItem(e, item, r, value+"[i]", label)
		w.line("}")
	}
	switch {
	case e.name == "XML" && f.typ.wrap == nil:
		loop(label)
	case e.name == "XML":
		w.line("if %s != nil {", value)
		if f.flatTo > 0 {
			w.line("if d.edition <= %d {", f.flatTo)
			w.line("if len(%s) > 0 {", value)
			w.appendValue(e, item, r, value+"[0]", label)
			w.line("}")
			w.line("} else {")
		}
		w.line("b = openXML(b, %s)", label)
		w.line("at := len(b)")
		loop(e.label(f.typ.wrap.child))
		w.line("b = closeXML(b, at, %s)", label)
		if f.flatTo > 0 {
			w.line("}")
		}
		w.line("}")
	default:
		w.line("if %s != nil {", value)
		w.line("b = append(b, %s...)", label)
		if f.typ.wrap != nil {
			w.line("b = append(b, '{')")
			w.line("b = append(b, %s...)", e.label(f.typ.wrap.child))
		}
		w.line("b = append(b, '[')")
		loop("``")
		w.line("b = closeArray(b)")
		if f.typ.wrap != nil {
			w.line("b = append(b, '}')")
		}
		w.line("b = append(b, ',')")
		w.line("}")
	}
}

// appendItem appends one value of a list.
func (w *goWriter) appendItem(e encoding, t typeRef, r resolved, value, label string) {
	if e.name == "JSON" && (r.class == classFlags || r.class == classStruct || r.class == classForeign1) {
		w.line("b = append(%s.appendJSON(b), ',')", value)
		return
	}
	w.appendValue(e, t, r, value, label)
}
