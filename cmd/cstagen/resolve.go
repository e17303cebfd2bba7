package main

import (
	"fmt"
	"slices"
)

// class says how the generators treat a value.
type class int

const (
	classString class = iota + 1 // a token: white space around it means nothing
	classProse                   // a text kept to the letter
	classBool
	classInt
	classUint
	classFloat
	classHex
	classTime
	classEmpty
	classForeign
	classBase // extensions of ECMA-323
	classEnum
	classFlags
	classText     // text with attributes
	classStruct   // struct, choice and members
	classForeign1 // foreign content with attributes, or exactly one element
)

// scalars are the types that need no declaration, with their Go types.
var scalars = map[string]struct {
	class class
	goTyp string
	tsTyp string
}{
	"string":              {classString, "string", "string"},
	"anyURI":              {classString, "string", "string"},
	"language":            {classString, "string", "string"},
	"prose":               {classProse, "string", "string"},
	"boolean":             {classBool, "bool", "boolean"},
	"short":               {classInt, "int64", "Integer"},
	"long":                {classInt, "int64", "Integer"},
	"integer":             {classInt, "int64", "Integer"},
	"nonNegativeInteger":  {classUint, "uint64", "Integer"},
	"unsignedLong":        {classUint, "uint64", "Integer"},
	"float":               {classFloat, "float64", "number"},
	"hexBinary":           {classHex, "[]byte", "HexBinary"},
	"dateTime":            {classTime, "time.Time", "DateTime"},
	"Empty":               {classEmpty, "bool", "Empty"},
	"foreign":             {classForeign, "Foreign", "Foreign"},
	"CSTACommonArguments": {classBase, "Base", ""},
	"CSTAPrivateData":     {classBase, "Base", ""},
}

// resolved is a type reference with everything the generators ask about it.
type resolved struct {
	class class
	decl  *decl  // nil for scalars
	goTyp string // the Go type of one value
}

// resolve follows aliases to what stands behind a type's name.
func (c *contract) resolve(name string) (resolved, bool) {
	if s, ok := scalars[name]; ok {
		return resolved{class: s.class, goTyp: s.goTyp}, true
	}
	d := c.types[name]
	if d == nil {
		return resolved{}, false
	}
	r := resolved{decl: d, goTyp: goName(d.name)}
	switch d.kind {
	case kindAlias:
		return c.resolve(d.of)
	case kindEnum:
		r.class = classEnum
	case kindFlags:
		r.class = classFlags
	case kindText:
		r.class = classText
		if d.goType != "" {
			r.goTyp = goName(d.goType)
		}
	case kindForeign:
		r.class = classForeign1
		if len(d.fields) == 0 {
			r = resolved{class: classForeign, goTyp: "Foreign"}
		}
	default:
		r.class = classStruct
	}
	return r, true
}

// mustResolve is resolve for names that check has found to be known.
func (c *contract) mustResolve(name string) resolved {
	r, ok := c.resolve(name)
	if !ok {
		panic(fmt.Sprintf("type %s passed the check and is unknown", name))
	}
	return r
}

// valueType is the type of one value of a reference: the child's for a
// wrapper.
func (t typeRef) valueType() typeRef {
	if t.wrap != nil {
		return t.wrap.typ
	}
	return t
}

// isList says whether a reference holds any number of values.
func (t typeRef) isList() bool { return t.repeated || t.wrap != nil }

// optionalSomewhere says whether a field may be missing in some dialect or
// encoding, so that Go needs to tell absent from zero.
func (d *decl) optionalSomewhere(f *field) bool {
	if !f.required || !f.editions.all() {
		return true
	}
	for _, ch := range d.changes {
		if slices.Contains(ch.optional, f.name) {
			return true
		}
		if ch.prints != nil && !slices.Contains(ch.prints, f.name) {
			return true
		}
	}
	return false
}

// shape is how a field is represented in Go.
type shape int

const (
	shapePlain   shape = iota // T, the zero value is absent
	shapeOpt                  // Opt[T]
	shapePointer              // *T
	shapeSlice                // []T
)

// shapeOf decides how a field of the declaration is represented.
func (c *contract) shapeOf(d *decl, f *field) shape {
	if f.typ.isList() {
		return shapeSlice
	}
	switch c.mustResolve(f.typ.name).class {
	case classBool, classInt, classUint, classFloat:
		if d.kind == kindChoice || d.optionalSomewhere(f) {
			return shapeOpt
		}
	case classStruct, classForeign1:
		if d.kind == kindChoice || !f.required {
			return shapePointer
		}
	default:
	}
	return shapePlain
}

// goFieldType is the Go type of a field.
func (c *contract) goFieldType(d *decl, f *field) string {
	base := c.mustResolve(f.typ.valueType().name).goTyp
	switch c.shapeOf(d, f) {
	case shapeOpt:
		return "Opt[" + base + "]"
	case shapePointer:
		return "*" + base
	case shapeSlice:
		return "[]" + base
	default:
		return base
	}
}

// spreads says whether a message has the parts of extensions among its own
// fields.
func (d *decl) spreads() bool {
	f := d.field("privateData")
	return d.kind.isMessage() && f != nil && f.typ.name == "CSTAPrivateData"
}

// isCommon says whether a field of a message is one that all messages share,
// and that the runtime writes and reads by hand.
func (d *decl) isCommon(f *field) bool {
	if !d.kind.isMessage() {
		return false
	}
	return f.name == "extensions" || d.spreads() && (f.name == "security" || f.name == "privateData")
}

// bodyFields are the fields of a message or type that the generated code
// writes by itself: without the cross reference of an event and what all
// messages share.
func (d *decl) bodyFields() []*field {
	var fields []*field
	for _, f := range d.fields {
		if d.kind == kindEvent && f.name == "monitorCrossRefID" || d.isCommon(f) {
			continue
		}
		fields = append(fields, f)
	}
	return fields
}

// isBare says whether a message has nothing but what all messages share. The
// runtime has its codec.
func (d *decl) isBare() bool {
	return d.kind.isMessage() && d.kind != kindEvent && d.of == "" && len(d.bodyFields()) == 0
}

// tailFields are those of the body fields that stand behind extensions.
func (d *decl) tailFields() []*field {
	at := slices.IndexFunc(d.fields, func(f *field) bool { return d.kind.isMessage() && f.name == "extensions" })
	if at < 0 {
		return nil
	}
	return d.fields[at+1:]
}

func (d *decl) field(name string) *field {
	for _, f := range d.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (d *decl) word(name string) *word {
	for _, w := range d.words {
		if w.name == name {
			return w
		}
	}
	return nil
}
