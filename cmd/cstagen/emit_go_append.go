package main

import (
	"fmt"
	"strings"
)

// encoding is one of the two that code is generated for. Both are written and
// read by helpers of the runtime with the same names; the differences stand
// here.
type encoding struct {
	name string // XML or JSON, as in the names of methods
	pre  string // xml or json, as in the names of helpers
	next string // what goes to the next element or member
	key  string // what that one is called
}

var (
	xmlEncoding  = encoding{name: "XML", pre: "xml", next: "r.child()", key: "r.name"}
	jsonEncoding = encoding{name: "JSON", pre: "json", next: "r.member()", key: "r.key"}
)

// label is how an element is named in calls of the appending helpers: its tag
// in XML, its quoted key in JSON.
func (e encoding) label(element string) string {
	if e == xmlEncoding {
		return fmt.Sprintf("%q", element)
	}
	return "`\"" + jsonName(element) + "\":`"
}

// dialect is the argument that only XML's helpers take.
func (e encoding) dialect() string {
	if e == xmlEncoding {
		return "d, "
	}
	return ""
}

// scalarHelper is the last part of the name of the helper that appends a value
// of a class.
var scalarHelper = map[class]string{
	classString: "String", classProse: "String", classBool: "Bool", classInt: "Int", classUint: "Uint",
	classFloat: "Float", classHex: "Hex", classForeign: "Foreign",
}

// present is the Go condition under which a field has something to say.
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
	case classText:
		return value + `.Value != ""`
	case classFlags:
		if r := c.mustResolve(f.typ.name); r.decl.wide() {
			return value + " != (" + r.goTyp + "{})"
		}
		return value + " != 0"
	default:
		return value + " != 0"
	}
}

// appendField writes the statement that appends one field. Nearly always it is
// one call of a helper or method that appends nothing where nothing is there.
// label is a Go expression.
func (w *goWriter) appendField(e encoding, d *decl, f *field, value, label string) {
	if f.typ.isList() {
		w.appendList(e, d, f, value, label)
		return
	}
	r := w.c.mustResolve(f.typ.name)
	switch {
	case w.c.shapeOf(d, f) == shapeOpt:
		w.line("b = %sOpt%s(b, %s, %s)", e.pre, scalarHelper[r.class], label, value)
	case r.class == classEmpty && d.kind != kindChoice:
		w.line("if %s {", value)
		w.appendValue(e, f.typ, value, label)
		w.line("}")
	default:
		w.appendValue(e, f.typ, value, label)
	}
}

// appendValue writes the statement that appends one value.
func (w *goWriter) appendValue(e encoding, t typeRef, value, label string) {
	r := w.c.mustResolve(t.name)
	switch r.class {
	case classEnum:
		if e == xmlEncoding && r.decl.changesWords() {
			w.line("b = xmlWord(b, %s, %s.xmlWord(d))", label, value)
			return
		}
		w.line("b = %sEnum(b, %s, uint8(%s), &%sWords)", e.pre, label, value, lowerGoName(r.decl.name))
	case classEmpty:
		w.line("b = %sEmpty(b, %s)", e.pre, label)
	case classFlags:
		if r.decl.wide() {
			w.line("b = %sWideFlags(b, %s%s, %s[:], &%s)", e.pre, e.dialect(), label, value, w.wordTable(r.decl))
			return
		}
		w.line("b = %sFlags(b, %s%s, uint64(%s), &%s)", e.pre, e.dialect(), label, value, w.wordTable(r.decl))
	case classTime:
		w.line("b = %sTime(b, %s%s, %s)", e.pre, e.dialect(), label, value)
	case classStruct, classForeign1, classText:
		w.line("b = %s.%s(b, %s%s)", value, w.appendMethod(e, t), e.dialect(), label)
	default:
		w.line("b = %s%s(b, %s, %s)", e.pre, scalarHelper[r.class], label, value)
	}
}

// appendMethod is the method that appends a value of a composite type. A text
// type that shares another's Go type has an XML method of its own.
func (w *goWriter) appendMethod(e encoding, t typeRef) string {
	name := t.name
	for d := w.c.types[name]; d != nil && d.kind == kindAlias; d = w.c.types[name] {
		name = d.of
	}
	if d := w.c.types[name]; e == xmlEncoding && d.kind == kindText && d.goType != "" {
		return "append" + goName(d.name)
	}
	return "append" + e.name
}

// composite says whether values of a class have methods to append and read
// them.
func (c class) composite() bool {
	return c == classStruct || c == classForeign1 || c == classText
}

// appendList writes how a repeated element or a wrapper is appended.
func (w *goWriter) appendList(e encoding, d *decl, f *field, value, label string) {
	item := f.typ.valueType()
	child := ""
	if f.typ.wrap != nil {
		child = e.label(f.typ.wrap.child)
	}
	if flat := d.flatCondition(f); flat != "" && e == xmlEncoding {
		w.line("if (%s) && len(%s) > 0 {", flat, value)
		w.appendValue(e, item, value+"[0]", label)
		w.line("} else {")
		defer w.line("}")
	}
	if f.bareFrom > 0 && e == xmlEncoding {
		w.line("if d.edition >= %d {", f.bareFrom)
		w.line("b = xmlRepeated(b, d, %s, %s)", child, value)
		w.line("} else {")
		defer w.line("}")
	}
	if w.c.mustResolve(item.name).class.composite() {
		if child == "" {
			w.line("b = %sRepeated(b, %s%s, %s)", e.pre, e.dialect(), label, value)
			return
		}
		w.line("b = %sList(b, %s%s, %s, %s)", e.pre, e.dialect(), label, child, value)
		return
	}
	// Lists of plain values are rare and short; the loop is written out.
	if child == "" && e == xmlEncoding {
		w.appendItems(e, item, value, label)
		return
	}
	w.line("if %s != nil {", value)
	if e == xmlEncoding {
		w.line("b = openXML(b, %s)", label)
		w.line("at := len(b)")
		w.appendItems(e, item, value, child)
		w.line("b = closeXML(b, at, %s)", label)
	} else {
		w.line("b = openArray(b, %s, %s)", label, orEmpty(child))
		w.appendItems(e, item, value, "``")
		w.line("b = endArray(b, %s)", orEmpty(child))
	}
	w.line("}")
}

// flatCondition is the Go condition under which a wrapper holds a single bare
// value, "" where it never does.
func (d *decl) flatCondition(f *field) string {
	var conditions []string
	if f.flatTo > 0 {
		conditions = append(conditions, fmt.Sprintf("d.edition <= %d", f.flatTo))
	}
	if ch := d.changes["unitel"]; ch != nil && ch.flat == f.name {
		conditions = append(conditions, "d.unitel")
	}
	return strings.Join(conditions, " || ")
}

func orEmpty(label string) string {
	if label == "" {
		return "``"
	}
	return label
}

func (w *goWriter) appendItems(e encoding, item typeRef, value, label string) {
	w.line("for i := range %s {", value)
	w.appendValue(e, item, value+"[i]", label)
	w.line("}")
}
