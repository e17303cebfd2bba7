package main

import "strings"

// parseField reads one line of a message or type: an element's name, its
// type, and what is to be known about it.
func parseField(r *wordReader, doc string) (*field, error) {
	f := &field{pos: r.pos, doc: doc, editions: allEditions()}
	if r.accept("*") {
		f.rest = true
	} else {
		name, err := r.name("an element name")
		if err != nil {
			return nil, err
		}
		f.name = name
	}
	typ, err := parseType(r)
	if err != nil {
		return nil, err
	}
	f.typ = typ
	for !r.done() {
		if err := f.parseModifier(r); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// parseType reads a type: Name, Name*, [child Type], list(Name) or foreign(1).
func parseType(r *wordReader) (typeRef, error) {
	var t typeRef
	switch {
	case r.accept("["):
		child, err := r.name("an element name")
		if err != nil {
			return t, err
		}
		inner, err := parseType(r)
		if err != nil {
			return t, err
		}
		if err := r.expect("]"); err != nil {
			return t, err
		}
		t.wrap = &wrapper{child: child, typ: inner}
	default:
		name, err := r.name("a type")
		if err != nil {
			return t, err
		}
		t.name = name
		if !r.accept("(") {
			break
		}
		argument, err := r.name("an argument")
		if err != nil {
			return t, err
		}
		switch {
		case name == "list":
			t.list, t.name = true, argument
		case name == "foreign" && argument == "1":
			t.single = true
		default:
			return t, errorAt(r.pos, "%s takes no argument %s", name, argument)
		}
		if err := r.expect(")"); err != nil {
			return t, err
		}
	}
	t.repeated = r.accept("*")
	return t, nil
}

func (f *field) parseModifier(r *wordReader) (err error) {
	switch modifier := r.take(); {
	case modifier == "required":
		f.required = true
	case modifier == "preferred":
		f.prefer = true
	case modifier == "=":
		f.def, err = r.value("a default")
	case modifier == "since" || modifier == "until":
		err = f.editions.read(modifier, r)
	case modifier == "go":
		f.goName, err = r.name("a Go name")
	case modifier == "only":
		err = f.parseOnly(r)
	case modifier == "also":
		err = f.parseAlso(r)
	case modifier == "except":
		err = f.parseException(r)
	case modifier == "formerly":
		f.former = &former{}
		if f.former.name, err = r.name("an element name"); err == nil {
			f.former.to, err = f.parseUntil(r)
		}
	case modifier == "flat":
		f.flatTo, err = f.parseUntil(r)
	case modifier == "bare":
		if err = r.expect("since"); err == nil {
			f.bareFrom, err = readEdition(r)
		}
	case strings.HasPrefix(modifier, `"`):
		f.doc = modifier[1:]
	default:
		err = errorAt(r.pos, "unexpected %q", modifier)
	}
	return err
}

func (f *field) parseUntil(r *wordReader) (int, error) {
	if err := r.expect("until"); err != nil {
		return 0, err
	}
	return readEdition(r)
}

// parseOnly reads "only unitel" or "only json".
func (f *field) parseOnly(r *wordReader) error {
	switch where := r.take(); where {
	case "unitel":
		f.unitel = true
	case "json":
		f.jsonOnly = true
	default:
		return errorAt(r.pos, "only unitel or only json expected, found %q", where)
	}
	return nil
}

// parseAlso reads "also ecma" or "also json".
func (f *field) parseAlso(r *wordReader) error {
	switch where := r.take(); where {
	case "ecma":
		f.ecma = true
	case "json":
		f.json = true
	default:
		return errorAt(r.pos, "also ecma or also json expected, found %q", where)
	}
	return nil
}

// exception is read as "except sip" or "except sip until ed5".
func (f *field) parseException(r *wordReader) error {
	word, err := r.value("a word")
	if err != nil {
		return err
	}
	e := exception{word: word, editions: allEditions()}
	if r.peek() == "until" {
		err = e.editions.read(r.take(), r)
	}
	f.except = append(f.except, e)
	return err
}
