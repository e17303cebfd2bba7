package main

import (
	"fmt"
	"slices"
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
		w.decodeList(e, f, value, found)
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
	case r.class == classFlags:
		return fmt.Sprintf("readFlags(r, %s, %sOf)", target, lowerGoName(r.decl.name))
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
func (w *goWriter) decodeList(e encoding, f *field, list, found string) {
	item := f.typ.valueType()
	r := w.c.mustResolve(item.name)
	child := ""
	if f.typ.wrap != nil {
		child = f.typ.wrap.child
		if e == jsonEncoding {
			child = strings.ToLower(child)
		}
	}
	if f.flatTo > 0 && e == xmlEncoding {
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

// needs writes which fields of a declaration are mandatory. needed gives the
// bit of each, which is set when the field was there.
func (w *goWriter) needs(d *decl) {
	var ecma, unitel, json uint64
	names := d.needed()
	for i, name := range names {
		bit := uint64(1) << i
		ecma |= bit
		if !d.mayLack("unitel", name) {
			unitel |= bit
		}
		if !d.mayLack("json", name) {
			json |= bit
		}
	}
	if len(names) == 0 {
		return
	}
	w.line("var %sNeeds = needs{", lowerGoName(d.name))
	w.line("names: []string{%s},", quoteAll(names))
	w.line("masks: [...]uint64{inECMA: %#x, inUnitel: %#x, inJSON: %#x, inAny: %#x},", ecma, unitel, json, ecma&unitel)
	w.line("}\n")
}

// maxNeeded is how many mandatory fields of one type the codec insists on, one
// bit each. One type of the standard has more: FilterThreshold, with 147.
const maxNeeded = 64

// needed lists the mandatory fields that the codec insists on. What only some
// editions know is not among them.
func (d *decl) needed() []string {
	var names []string
	for _, f := range d.fields {
		if f.required && f.editions.all() && f.name != "extensions" && len(names) < maxNeeded {
			names = append(names, f.name)
		}
	}
	return names
}

// mayLack says whether a dialect allows a mandatory field to be missing.
func (d *decl) mayLack(dialect, name string) bool {
	ch := d.changes[dialect]
	return ch != nil && (slices.Contains(ch.optional, name) || ch.prints != nil && !slices.Contains(ch.prints, name))
}

// seenBit is the statement that notes a mandatory field.
func (d *decl) seenBit(name string) string {
	for i, needed := range d.needed() {
		if needed == name {
			return fmt.Sprintf("seen |= 1 << %d", i)
		}
	}
	return ""
}
