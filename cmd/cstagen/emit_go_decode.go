package main

import (
	"fmt"
	"strings"
)

// readScalar names the reader's method for a class. It returns the value and
// whether there is one.
var readScalar = map[class]string{
	classString: "string", classProse: "prose", classBool: "boolean", classInt: "integer", classUint: "unsigned",
	classFloat: "float", classHex: "hex", classTime: "time", classForeign: "foreign", classEmpty: "present",
}

// decodeField writes the statements that read one field into value; found are
// the statements to run when there was something.
func (w *goWriter) decodeField(e encoding, d *decl, f *field, value, found string) {
	t := f.typ
	switch {
	case t.wrap != nil:
		w.decodeWrapper(e, f, value, found)
		return
	case t.repeated && e.name == "XML":
		w.decodeItem(e, t, value, found)
		return
	case t.repeated:
		w.decodeArray(e, t, value, found)
		return
	}
	r := w.c.mustResolve(t.name)
	if method, ok := readScalar[r.class]; ok {
		set := value + " = v"
		if w.c.shapeOf(d, f) == shapeOpt {
			set = value + " = Some(v)"
		}
		w.line("if v, ok := r.%s(); ok {", method)
		w.line("%s", set)
		if found != "" {
			w.line("%s", found)
		}
		w.line("}")
		return
	}
	if w.c.shapeOf(d, f) == shapePointer {
		w.line("%s = new(%s)", value, r.goTyp)
	}
	w.decodeCall(e, value, found)
}

// decodeCall reads a value that has a method for it.
func (w *goWriter) decodeCall(e encoding, value, found string) {
	if found == "" {
		w.line("%s.decode%s(r)", value, e.name)
		return
	}
	w.line("if %s.decode%s(r) {", value, e.name)
	w.line("%s", found)
	w.line("}")
}

// decodeItem reads one value of a list and appends it.
func (w *goWriter) decodeItem(e encoding, t typeRef, list, found string) {
	r := w.c.mustResolve(t.name)
	if method, ok := readScalar[r.class]; ok {
		w.line("if v, ok := r.%s(); ok {", method)
		w.line("%s = append(%s, v)", list, list)
		w.line("}")
	} else if r.class == classEnum || r.class == classText {
		w.line("var v %s", r.goTyp)
		w.line("if v.decode%s(r) {", e.name)
		w.line("%s = append(%s, v)", list, list)
		w.line("}")
	} else {
		w.line("%s = append(%s, %s{})", list, list, r.goTyp)
		w.line("%s[len(%s)-1].decode%s(r)", list, list, e.name)
	}
	if found != "" {
		w.line("%s", found)
	}
}

func (w *goWriter) decodeArray(e encoding, t typeRef, list, found string) {
	w.line("%s = %s[:0]", list, list)
	w.line("if %s == nil {", list)
	w.line("%s = []%s{}", list, w.c.mustResolve(t.name).goTyp)
	w.line("}")
	w.line("for r.element() {")
	w.decodeItem(e, t, list, "")
	w.line("}")
	if found != "" {
		w.line("%s", found)
	}
}

// decodeWrapper reads an element that holds repeated children. In XML a
// wrapper may, in some editions, hold a single bare value.
func (w *goWriter) decodeWrapper(e encoding, f *field, list, found string) {
	item := f.typ.wrap.typ
	r := w.c.mustResolve(item.name)
	w.line("if %s == nil {", list)
	w.line("%s = []%s{}", list, r.goTyp)
	w.line("}")
	if e.name == "XML" && f.flatTo > 0 {
		w.line("if r.startsWithText() {")
		w.decodeItem(e, item, list, found)
		w.line("break")
		w.line("}")
	}
	if e.name == "XML" {
		w.line("for r.child() {")
		w.line("if string(r.name) != %q {", f.typ.wrap.child)
	} else {
		w.line("for r.member() {")
		w.line("if string(r.key) != %q {", strings.ToLower(f.typ.wrap.child))
	}
	w.line("r.skip()")
	w.line("continue")
	w.line("}")
	if e.name == "XML" {
		w.decodeItem(e, item, list, "")
	} else {
		w.decodeArray(e, item, list, "")
	}
	w.line("}")
	if found != "" {
		w.line("%s", found)
	}
}

// needs writes which fields of a declaration are mandatory, and returns the
// bit of each. A bit is set when the field was there.
func (w *goWriter) needs(d *decl) map[string]int {
	bits := map[string]int{}
	var names []string
	var ecma, unitel, json uint64
	for _, f := range d.fields {
		if !f.required || !f.editions.all() || f.name == "extensions" {
			continue
		}
		bit := uint64(1) << len(names)
		bits[f.name] = len(names)
		names = append(names, f.name)
		ecma |= bit
		if !d.mayLack("unitel", f.name) {
			unitel |= bit
		}
		if !d.mayLack("json", f.name) {
			json |= bit
		}
	}
	if len(names) > 0 {
		w.line("var %sNeeds = needs{", lowerGoName(d.name))
		w.line("names: []string{%s},", quoteAll(names))
		w.line("masks: [...]uint64{inECMA: %#x, inUnitel: %#x, inJSON: %#x, inAny: %#x},", ecma, unitel, json, ecma&unitel)
		w.line("}\n")
	}
	return bits
}

// mayLack says whether a dialect allows a mandatory field to be missing.
func (d *decl) mayLack(dialect, name string) bool {
	ch := d.changes[dialect]
	return ch != nil && (contains(ch.optional, name) || ch.prints != nil && !contains(ch.prints, name))
}

// seenBit is the statement that notes a mandatory field.
func seenBit(bits map[string]int, name string) string {
	if bit, ok := bits[name]; ok {
		return fmt.Sprintf("seen |= 1 << %d", bit)
	}
	return ""
}
