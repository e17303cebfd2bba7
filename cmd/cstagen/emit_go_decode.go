package main

import (
	"fmt"
	"strings"
)

// parserOf names the function that reads a value of a class from its text.
var parserOf = map[class]string{
	classBool: "parseBool", classInt: "parseInt", classUint: "parseUint", classFloat: "parseFloat",
	classHex: "parseHex", classTime: "parseTime",
}

// readerOf names the reader's method for classes that are more than one text.
var readerOf = map[class]string{
	classString: "string", classProse: "prose", classForeign: "foreign", classEmpty: "present",
}

// decodeField writes the statements that read one field into value; found is
// the statement to run when there was something.
func (w *goWriter) decodeField(e encoding, d *decl, f *field, value, found string) {
	if f.typ.isList() {
		w.decodeList(e, d, f, value, found)
		return
	}
	r := w.c.mustResolve(f.typ.name)
	target := "&" + value
	switch w.c.shapeOf(d, f) {
	case shapeOpt:
		w.when(fmt.Sprintf("readOpt(r, %s, %s)", target, w.parser(r)), found)
	case shapePointer:
		w.when(fmt.Sprintf("fresh(%s).decode%s(r)", target, e.name), found)
	default:
		w.when(w.readCall(e, r, target), found)
	}
}

// readCall is the expression that reads one value into what target points to
// and says whether there was one.
func (w *goWriter) readCall(e encoding, r resolved, target string) string {
	switch {
	case r.class.composite():
		return fmt.Sprintf("%s.decode%s(r)", strings.TrimPrefix(target, "&"), e.name)
	case r.class == classFlags && r.decl.wide():
		return fmt.Sprintf("readWideFlags(r, %s[:], &%s)", strings.TrimPrefix(target, "&"), w.wordTable(r.decl))
	case r.class == classFlags:
		return fmt.Sprintf("readFlags(r, %s, &%s)", target, w.wordTable(r.decl))
	case readerOf[r.class] != "":
		return fmt.Sprintf("r.%s(%s)", readerOf[r.class], target)
	default:
		return fmt.Sprintf("readValue(r, %s, %s)", target, w.parser(r))
	}
}

// parser names the function that reads a value from its text.
func (w *goWriter) parser(r resolved) string {
	if r.class == classEnum {
		return "parse" + r.goTyp
	}
	return parserOf[r.class]
}

// when writes a call whose result decides on a statement.
func (w *goWriter) when(call, found string) {
	if found == "" {
		w.line("%s", call)
		return
	}
	w.line("if %s {\n%s\n}", call, found)
}

// decodeList writes how a repeated element or a wrapper is read.
func (w *goWriter) decodeList(e encoding, d *decl, f *field, list, found string) {
	item := f.typ.valueType()
	r := w.c.mustResolve(item.name)
	child := ""
	if f.typ.wrap != nil {
		child = f.typ.wrap.child
		if e == jsonEncoding {
			child = strings.ToLower(child)
		}
	}
	if d.flatCondition(f) != "" {
		w.line("if r.startsWithText() {")
		w.decodeItem(e, r, list)
		w.line("%s\ncontinue\n}", found)
	}
	switch {
	case r.class.composite() && child == "":
		w.line("%sReadRepeated(r, &%s)", e.pre, list)
	case r.class.composite():
		w.line("%sReadList(r, &%s, %q)", e.pre, list, child)
	case child == "" && e == xmlEncoding:
		w.decodeItem(e, r, list)
	default:
		w.decodeItems(e, r, list, child)
	}
	if found != "" {
		w.line("%s", found)
	}
}

// decodeItems writes the loop over a list of plain values.
func (w *goWriter) decodeItems(e encoding, r resolved, list, child string) {
	w.line("%s = []%s{}", list, r.goTyp)
	switch {
	case child != "" && e == xmlEncoding:
		w.line("for r.child() {")
		w.line("if string(r.name) != %q {\nr.skip()\ncontinue\n}", child)
		defer w.line("}")
	case child != "":
		w.line("for r.wrapped(%q) {", child)
		defer w.line("}")
	default:
	}
	if e == jsonEncoding {
		w.line("for r.element() {")
		defer w.line("}")
	}
	w.decodeItem(e, r, list)
}

// decodeItem reads one value and appends it to a list.
func (w *goWriter) decodeItem(e encoding, r resolved, list string) {
	w.line("var v %s", r.goTyp)
	w.when(w.readCall(e, r, "&v"), fmt.Sprintf("%s = append(%s, v)", list, list))
}
