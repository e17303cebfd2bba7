package main

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// checker collects what is wrong with a contract, so that one run shows all of
// it.
type checker struct {
	c      *contract
	used   map[string]bool
	faults []error
}

func (k *checker) fault(p position, format string, args ...any) {
	k.faults = append(k.faults, errorAt(p, format, args...))
}

// link gathers the declarations of all files, connects dialect changes with
// what they change, and checks that the whole makes sense.
func (c *contract) link() error {
	k := &checker{c: c, used: map[string]bool{}}
	k.gather()
	k.attachChanges()
	if len(k.faults) > 0 {
		return errors.Join(k.faults...)
	}
	for _, f := range c.files {
		for _, d := range f.decls {
			k.decl(d)
		}
	}
	for _, f := range c.files {
		for _, d := range f.decls {
			if !d.kind.isMessage() && !k.used[d.name] && d.name != privateDataType {
				k.fault(d.pos, "%s %s is used nowhere", d.kind, d.name)
			}
		}
	}
	return errors.Join(k.faults...)
}

// Types that the runtime refers to by name.
const (
	privateDataType  = "PrivateData"
	securityDataType = "CSTASecurityData"
	connectionType   = "ConnectionID"
)

func (k *checker) gather() {
	k.used[securityDataType] = true
	goNames := map[string]string{}
	for _, f := range k.c.files {
		for name, doc := range f.about {
			if k.c.about[name] != "" {
				k.fault(position{file: f.stem + ".csta"}, "a second text about %s", name)
			}
			k.c.about[name] = doc
		}
		k.c.dialects = append(k.c.dialects, f.dialects...)
		for _, d := range f.decls {
			if known := k.c.types[d.name]; known != nil {
				k.fault(d.pos, "%s is already declared at %s", d.name, known.pos)
				continue
			}
			if _, scalar := scalars[d.name]; scalar {
				k.fault(d.pos, "%s is a built-in type", d.name)
			}
			if other, taken := goNames[goName(d.name)]; taken {
				k.fault(d.pos, "%s and %s have the same Go name", d.name, other)
			}
			goNames[goName(d.name)] = d.name
			k.c.types[d.name] = d
			if d.kind.isMessage() {
				k.c.messages = append(k.c.messages, d)
			}
		}
	}
}

// attachChanges hands each dialect change to the declaration it is about. A
// change to "requests", "responses", "events" or "failures" is the default
// for all messages of that kind.
func (k *checker) attachChanges() {
	known := map[string]bool{"json": true}
	for _, d := range k.c.dialects {
		known[d.name] = true
	}
	defaults := map[string]map[kind]*change{}
	kinds := map[string]kind{"requests": kindRequest, "responses": kindResponse, "events": kindEvent, "failures": kindFailure}
	for _, f := range k.c.files {
		for _, ch := range f.changes {
			if !known[ch.dialect] {
				k.fault(ch.pos, "unknown dialect %s", ch.dialect)
			}
			if all, ok := kinds[ch.target]; ok {
				if defaults[ch.dialect] == nil {
					defaults[ch.dialect] = map[kind]*change{}
				}
				defaults[ch.dialect][all] = ch
				continue
			}
			d := k.c.types[ch.target]
			switch {
			case d == nil:
				k.fault(ch.pos, "%s changes %s, which is unknown", ch.dialect, ch.target)
			case d.changes[ch.dialect] != nil:
				k.fault(ch.pos, "%s changes %s a second time", ch.dialect, ch.target)
			default:
				d.changes[ch.dialect] = ch
			}
		}
	}
	k.c.privateDefaults = map[string]map[kind][]string{}
	for name, byKind := range defaults {
		k.c.privateDefaults[name] = map[kind][]string{}
		for kind, ch := range byKind {
			k.c.privateDefaults[name][kind] = ch.private
		}
	}
	for _, d := range k.c.messages {
		for name, byKind := range defaults {
			fallback := byKind[d.kind]
			if fallback == nil {
				continue
			}
			if d.changes[name] == nil {
				d.changes[name] = &change{pos: fallback.pos, dialect: name, target: d.name}
			}
			if d.changes[name].private == nil {
				d.changes[name].private = fallback.private
			}
		}
	}
}

func (k *checker) decl(d *decl) {
	switch {
	case d.kind == kindAlias || d.kind == kindFailure && d.of != "":
		k.use(d.pos, d.of)
	case d.kind == kindEnum || d.kind == kindFlags || d.kind == kindNumbers:
		k.words(d)
	default:
		k.fields(d)
	}
	if d.kind.isMessage() {
		k.message(d)
	}
	if d.when != "" && (d.kind != kindChoice || d.field(d.when) == nil) {
		k.fault(d.pos, "%s has no alternative %s", d.name, d.when)
	}
	if d.goType != "" {
		k.use(d.pos, d.goType)
		if known := k.c.types[d.goType]; known != nil && known.kind != kindText {
			k.fault(d.pos, "%s is no text type", d.goType)
		}
	}
	for _, ch := range d.changes {
		k.change(d, ch)
	}
}

func (k *checker) use(p position, name string) {
	if _, ok := k.c.resolve(name); !ok {
		k.fault(p, "unknown type %s", name)
		return
	}
	k.used[name] = true
	if d := k.c.types[name]; d != nil && d.kind.isMessage() {
		k.fault(p, "%s is a message, not a type", name)
	}
}

// maxWords is what the one byte of an enumeration can tell apart, absent being
// 0, and what the numbers of flags may be.
const maxWords = 255

func (k *checker) words(d *decl) {
	seen := map[string]bool{}
	goSeen := map[string]bool{}
	for _, w := range d.words {
		if seen[w.name] || goSeen[goName(w.name)] {
			k.fault(w.pos, "%s has %s twice", d.name, w.name)
		}
		seen[w.name], goSeen[goName(w.name)] = true, true
		if w.instead != "" && d.word(w.instead) == nil {
			k.fault(w.pos, "%s has no word %s", d.name, w.instead)
		}
		if d.kind == kindEnum && !w.editions.all() && w.instead == "" {
			k.fault(w.pos, "editions without %s need to know what to write: add \"earlier WORD\"", w.name)
		}
	}
	if len(d.words) > maxWords {
		k.fault(d.pos, "%s has too many words", d.name)
	}
}

func (k *checker) fields(d *decl) {
	if d.kind == kindText {
		k.use(d.pos, d.of)
	}
	seen := map[string]bool{}
	for _, f := range d.fields {
		key := strings.ToLower(jsonName(f.name + "*"))
		if seen[key] {
			k.fault(f.pos, "%s has %s twice", d.name, f.name)
		}
		seen[key] = true
		k.typeRef(d, f)
		if f.required && (f.typ.isList() && f.typ.wrap == nil || d.kind == kindChoice || d.kind == kindMembers || d.kind == kindText) {
			k.fault(f.pos, "%s cannot be required here", f.name)
		}
		if f.former != nil && !f.editions.has(f.former.to) {
			k.fault(f.pos, "%s does not exist in ed%d", f.name, f.former.to)
		}
		if f.flatTo > 0 && f.typ.wrap == nil {
			k.fault(f.pos, "only a wrapper can be flat")
		}
		if f.bareFrom > 0 && (f.typ.wrap == nil || !k.isComposite(f.typ.valueType().name)) {
			k.fault(f.pos, "only a wrapper of structs can be bare")
		}
		k.values(f)
	}
	if needed := len(d.needed()); needed > maxNeeded {
		k.fault(d.pos, "%s has %d mandatory fields, more than %d: numbers may have any number", d.name, needed, maxNeeded)
	}
}

func (k *checker) isComposite(name string) bool {
	r, ok := k.c.resolve(name)
	return ok && r.class.composite()
}

func (k *checker) typeRef(d *decl, f *field) {
	t := f.typ
	if t.wrap != nil {
		if t = t.wrap.typ; t.wrap != nil {
			k.fault(f.pos, "a wrapper in a wrapper needs a named struct between them")
			return
		}
		if !t.repeated {
			k.fault(f.pos, "the child of a wrapper repeats: write %s*", t.name)
		}
	}
	k.use(f.pos, t.name)
	r, ok := k.c.resolve(t.name)
	if !ok {
		return
	}
	if t.list && r.class != classFlags {
		k.fault(f.pos, "list(%s) needs a flag set", t.name)
	}
	if d.kind == kindText && (t.isList() || r.class == classStruct || r.class == classText) {
		k.fault(f.pos, "%s cannot be an attribute", f.name)
	}
	if f.rest && r.class != classForeign {
		k.fault(f.pos, "* takes foreign elements")
	}
}

// values checks the words a field names: its default and its exceptions.
func (k *checker) values(f *field) {
	r, ok := k.c.resolve(f.typ.valueType().name)
	if !ok {
		return
	}
	for _, e := range f.except {
		if r.class != classEnum || r.decl.word(e.word) == nil {
			k.fault(f.pos, "%s is no word of %s", e.word, f.typ.name)
		}
		if f.required {
			k.fault(f.pos, "a required field has to carry every word")
		}
	}
	if f.def != "" && r.class == classEnum && r.decl.word(f.def) == nil {
		k.fault(f.pos, "%s is no word of %s", f.def, f.typ.name)
	}
}

// reserved are the names that all messages have in Go.
var reserved = []string{"Name", "Kind", "Common", "RequestID", "Security", "Private", "EventName", "Head", "Position", "Time", "Local"}

// message checks what all messages have in common.
func (k *checker) message(d *decl) {
	for _, f := range d.bodyFields() {
		if slices.Contains(reserved, f.fieldGoName()) {
			k.fault(f.pos, "every message has a %s in Go: add \"go OTHERNAME\"", f.fieldGoName())
		}
	}
	if d.kind == kindEvent {
		if len(d.fields) == 0 || d.fields[0].name != "monitorCrossRefID" {
			k.fault(d.pos, "an event begins with monitorCrossRefID")
		}
		if !strings.HasSuffix(d.name, "Event") {
			k.fault(d.pos, "an event's name ends in Event")
		}
	}
	if f := d.field("extensions"); f != nil {
		want := "CSTACommonArguments"
		if d.file.protocol == "ecma-354" {
			want = "foreign"
		}
		if f.typ.name != want {
			k.fault(f.pos, "extensions are %s", want)
		}
	}
	k.spread(d)
	for _, answer := range d.answers {
		if a := k.c.types[answer]; a == nil || a.kind != kindResponse && a.kind != kindFailure {
			k.fault(d.pos, "%s answers with %s, which is no response", d.name, answer)
		}
	}
	if d.kind == kindRequest && d.from != "" && !slices.Contains([]string{"client", "server", "both"}, d.from) {
		k.fault(d.pos, "a request comes from client, server or both")
	}
}

// spread checks a message that has what others have in extensions among its
// own fields.
func (k *checker) spread(d *decl) {
	security, private := d.field("security"), d.field("privateData")
	if !d.spreads() {
		return
	}
	n := len(d.fields)
	if n < 2 || d.fields[n-2] != security || d.fields[n-1] != private || security.typ.name != securityDataType || d.field("extensions") != nil {
		k.fault(d.pos, "security and privateData stand last, and instead of extensions")
	}
}

// change checks that a dialect speaks of things that exist, and lists private
// data in the order in which it is declared, the only one it is written in.
func (k *checker) change(d *decl, ch *change) {
	has := func(name string) bool {
		return d.field(name) != nil || d.word(name) != nil || name == "privateData" && d.kind.isMessage()
	}
	for _, name := range ch.prints {
		if !has(name) {
			k.fault(ch.pos, "%s has no %s", d.name, name)
		}
	}
	for _, name := range ch.optional {
		if f := d.field(name); f == nil || !f.required {
			k.fault(ch.pos, "%s has no mandatory %s", d.name, name)
		}
	}
	for name := range ch.rename {
		if !has(name) {
			k.fault(ch.pos, "%s has no %s", d.name, name)
		}
	}
	for name := range ch.words {
		if d.kind != kindEnum || d.word(name) == nil {
			k.fault(ch.pos, "%s has no word %s", d.name, name)
		}
	}
	named := append([]string{ch.flatten, ch.textOf, ch.local, ch.flat}, ch.blank...)
	named = slices.AppendSeq(named, maps.Keys(ch.nest))
	for _, name := range named {
		if name != "" && d.field(name) == nil {
			k.fault(ch.pos, "%s has no %s", d.name, name)
		}
	}
	if f := d.field(ch.flat); f != nil && f.typ.wrap == nil {
		k.fault(ch.pos, "only a wrapper can be flat")
	}
	k.inner(d, ch)
	if f := d.field(ch.local); f != nil && (d.kind != kindEvent || f.typ.name != connectionType) {
		k.fault(ch.pos, "%s is no connection of an event", ch.local)
	}
	k.private(ch)
}

// inner checks what a dialect says of elements of structs inside.
func (k *checker) inner(d *decl, ch *change) {
	for name, inner := range ch.reduce {
		f := d.field(name)
		if f == nil || f.typ.wrap == nil {
			k.fault(ch.pos, "%s has no list %s", d.name, name)
			continue
		}
		if r, ok := k.c.resolve(f.typ.valueType().name); !ok || r.decl == nil || r.decl.field(inner) == nil {
			k.fault(ch.pos, "%s has no %s in it", name, inner)
		}
	}
	for name, p := range ch.pick {
		f := d.field(name)
		if f == nil || f.typ.isList() || k.c.shapeOf(d, f) != shapePointer {
			k.fault(ch.pos, "%s has no optional struct %s", d.name, name)
			continue
		}
		r, _ := k.c.resolve(f.typ.name)
		if picked := r.decl.field(p.inner); picked == nil || !k.isComposite(picked.typ.name) {
			k.fault(ch.pos, "%s has no struct %s in it", name, p.inner)
		}
	}
}

func (k *checker) private(ch *change) {
	p := k.c.types[privateDataType]
	if p == nil {
		return
	}
	last := -1
	for _, name := range ch.private {
		at := slices.IndexFunc(p.fields, func(f *field) bool { return f.name == name })
		if at <= last {
			k.fault(ch.pos, "private data %s is unknown or out of order", name)
		}
		last = at
	}
}
