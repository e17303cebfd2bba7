package main

import (
	"fmt"
	"slices"
	"strings"
)

// tsWriter collects the text of the TypeScript file.
type tsWriter struct {
	c *contract
	b strings.Builder
}

func (w *tsWriter) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

// doc writes text as a doc comment.
func (w *tsWriter) doc(indent, text string) {
	lines := wrapText(text, 96-len(indent))
	switch len(lines) {
	case 0:
	case 1:
		w.line("%s/** %s */", indent, lines[0])
	default:
		w.line("%s/**", indent)
		for _, line := range lines {
			w.line("%s * %s", indent, line)
		}
		w.line("%s */", indent)
	}
}

const tsHead = `// ` + generatedNotice + `
// The messages of CSTA as the hub speaks them: the JSON of ECMA-323 ed6.

/** An element that means something by being there. */
export type Empty = Record<string, never>;

/**
 * An integer. One beyond Number.MAX_SAFE_INTEGER arrives as a string; nothing that cstahub
 * counts gets there.
 */
export type Integer = number;

/** Bytes, two hexadecimal digits each. */
export type HexBinary = string;

/** A time as RFC 3339 has it, in UTC with milliseconds. */
export type DateTime = string;

/** A set of flags. One that is missing is not set. */
export type Flags<K extends string> = { [key in K]?: boolean };

/** An object of which exactly one member is there. */
export type OneOf<T> = {
  [K in keyof T]: Pick<T, K> & { [L in Exclude<keyof T, K>]?: undefined };
}[keyof T];

/**
 * Elements that the standard does not know, by name. One with neither attributes nor
 * children is its text; of those that have the same name there is an array. Attributes have
 * an "@" before their name, "#text" is the text beside them. The server takes numbers and
 * booleans for their text, and sends text.
 */
export type Foreign = { [name: string]: ForeignValue };
export type ForeignValue = string | number | boolean | Foreign | ForeignValue[];

/** What every message may carry. */
export interface Base {
  security?: CSTASecurityData;
  privateData?: PrivateData;
}

/** What every event carries. */
export interface EventHead extends Base {
  /** The monitor under which the event is reported. */
  monitorCrossRefId: string;
  /** The run of the event log that offset counts in; another one means that it began anew. */
  epoch: string;
  /** The place in the session's event log: one more than that of the last event. */
  offset: Integer;
  /** When it happened. */
  time: DateTime;
}
`

// emitTS generates the TypeScript types of all messages.
func (c *contract) emitTS() []byte {
	w := &tsWriter{c: c}
	fmt.Fprintf(&w.b, tsHead, "*.csta")
	for _, f := range c.files {
		for _, d := range f.decls {
			w.line("")
			w.decl(d)
		}
	}
	w.maps()
	return []byte(w.b.String())
}

func (w *tsWriter) decl(d *decl) {
	w.doc("", d.doc)
	name := goName(d.name)
	switch d.kind {
	case kindEnum:
		w.words("export type "+name, "=", d)
	case kindFlags:
		w.words("export type "+name+" = Flags<", "", d)
		w.line(">;")
	case kindNumbers:
		w.words("export type "+name+" = Record<", "", d)
		w.line("  Integer>;")
	case kindAlias:
		w.line("export type %s = %s;", name, w.typeName(d.of))
	case kindForeign:
		w.line("export type %s = Foreign;", name)
	case kindText:
		w.line("export type %s = string | %sWithAttributes;", name, name)
		w.line("")
		w.line("/** A %s where an attribute differs from its default. */", name)
		w.line("export interface %sWithAttributes {", name)
		w.line("  value: string;")
		w.fields(d, d.fields)
		w.line("}")
	case kindChoice:
		w.line("export type %s = OneOf<{", name)
		w.fields(d, d.fields)
		w.line("}>;")
	default:
		if d.of == "" && d.kind.isMessage() && !slices.ContainsFunc(d.bodyFields(), (*field).inJSON) {
			w.line("export type %s = Base;", name)
			return
		}
		w.line("export interface %s%s {", name, w.extends(d))
		if d.of != "" {
			w.errorFields(w.c.types[d.of])
		}
		w.fields(d, d.bodyFields())
		w.line("}")
	}
}

// errorFields writes the alternatives of an error, save those whose key is
// that of something every message may carry.
func (w *tsWriter) errorFields(d *decl) {
	members := *d
	members.kind = kindMembers
	w.fields(&members, slices.DeleteFunc(slices.Clone(d.fields), func(f *field) bool {
		return f.name == "privateData" || f.name == "security"
	}))
}

func (w *tsWriter) extends(d *decl) string {
	switch {
	case d.kind == kindEvent:
		return " extends EventHead"
	case d.kind.isMessage():
		return " extends Base"
	default:
		return ""
	}
}

// words writes the words of an enumeration as a union, or of a flag set or
// list of numbers as its argument: one on a line where the contract says
// something about them, as many as fit otherwise.
func (w *tsWriter) words(head, sign string, d *decl) {
	w.line("%s", strings.TrimSpace(head+" "+sign))
	end := ""
	switch d.kind {
	case kindEnum:
		end = ";"
	case kindNumbers:
		end = ","
	default:
	}
	told := slices.ContainsFunc(d.words, func(w *word) bool { return w.doc != "" })
	members := make([]string, len(d.words))
	for i, word := range d.words {
		members[i] = "| '" + word.name + "'"
		if d.kind != kindEnum {
			members[i] = "| '" + jsonName(word.name) + "'"
		}
	}
	members[len(members)-1] += end
	if !told {
		members = fillLines(members, 96)
	}
	for i, member := range members {
		if told {
			w.doc("  ", docSentence(d.words[i].doc))
		}
		w.line("  %s", member)
	}
}

func docSentence(doc string) string {
	if doc == "" {
		return ""
	}
	return strings.ToUpper(doc[:1]) + doc[1:] + "."
}

func (w *tsWriter) fields(d *decl, fields []*field) {
	for _, f := range fields {
		if !f.inJSON() {
			continue
		}
		if f.rest {
			w.line("  /** Everything else. */")
			w.line("  [name: string]: unknown;")
			continue
		}
		w.doc("  ", w.c.jsonFieldDoc(f))
		mark := "?"
		if d.kind == kindChoice || f.required && !d.mayLack("json", f.name) {
			mark = ""
		}
		w.line("  %s%s: %s;", jsonName(f.name), mark, w.fieldType(f.typ))
	}
}

// jsonFieldDoc is a field's documentation without what concerns XML only.
func (c *contract) jsonFieldDoc(f *field) string {
	doc := f.doc
	if doc == "" {
		doc = c.about[f.name]
	} else if !strings.HasSuffix(doc, ".") {
		doc = docSentence(doc)
	}
	if f.def != "" {
		doc = strings.TrimSpace(doc + " Default " + f.def + ".")
	}
	return doc
}

func (w *tsWriter) fieldType(t typeRef) string {
	switch {
	case t.wrap != nil:
		return fmt.Sprintf("{ %s: %s }", jsonName(t.wrap.child), w.fieldType(t.wrap.typ))
	case t.list:
		return fmt.Sprintf("(keyof %s)[]", goName(t.name))
	case t.repeated:
		return w.typeName(t.name) + "[]"
	default:
		return w.typeName(t.name)
	}
}

func (w *tsWriter) typeName(name string) string {
	if s, ok := scalars[name]; ok {
		return s.tsTyp
	}
	return goName(name)
}

// maps writes which messages belong together, for clients that check the names
// of methods and handlers.
func (w *tsWriter) maps() {
	w.line("")
	w.line("/** The hub's methods, by name: what goes in and what comes out. */")
	w.line("export interface Services {")
	for _, d := range w.c.messages {
		if d.kind == kindRequest && d.from != "server" && len(d.answers) > 0 {
			w.line("  %s: { request: %s; response: %s };", d.name, goName(d.name), goName(d.answers[0]))
		}
	}
	w.line("}")
	w.line("")
	w.line("/** The events, by the name of the client method they arrive as. */")
	w.line("export interface Events {")
	for _, d := range w.c.messages {
		if d.kind == kindEvent {
			w.line("  %s: %s;", strings.TrimSuffix(d.name, "Event"), goName(d.name))
		}
	}
	w.line("}")
	w.line("")
	w.line("/** What the server asks of or tells the client, by the name of the client method. */")
	w.line("export interface ServerRequests {")
	for _, d := range w.c.messages {
		if d.kind == kindRequest && (d.from == "server" || d.from == "both") {
			w.line("  %s: %s;", d.name, goName(d.name))
		}
	}
	w.line("}")
}
