package csta

import (
	"bytes"
	"strings"
)

// scalar consumes a string, number, true or false and returns its text. It is
// valid until the next call. Anything else is reported and skipped.
func (r *jsonReader) scalar() (text []byte, ok bool) {
	if r.err != nil {
		return nil, false
	}
	if r.pos >= len(r.doc) {
		r.fail("a value is expected")
		return nil, false
	}
	switch c := r.doc[r.pos]; c {
	case '"':
		r.fresh = false
		text, _ = r.readString()
		return text, r.err == nil
	case '{', '[':
		r.notA("a single value")
		return nil, false
	default:
		r.fresh = false
		return r.literal()
	}
}

// literal consumes a number, true, false or null.
func (r *jsonReader) literal() (text []byte, ok bool) {
	start := r.pos
	for r.pos < len(r.doc) && nameBytes[r.doc[r.pos]] || r.pos < len(r.doc) && r.doc[r.pos] == '+' {
		r.pos++
	}
	text = r.doc[start:r.pos]
	switch string(text) {
	case "true", "false":
		return text, true
	case "null":
		return nil, false
	}
	if !isNumber(text) {
		r.pos = start
		r.fail("a value is expected")
		return nil, false
	}
	return text, true
}

// isNumber checks JSON's grammar of numbers.
func isNumber(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("-"))
	whole, text := cutDigits(text)
	if len(whole) == 0 || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	if len(text) > 0 && text[0] == '.' {
		var fraction []byte
		if fraction, text = cutDigits(text[1:]); len(fraction) == 0 {
			return false
		}
	}
	if len(text) > 0 && (text[0] == 'e' || text[0] == 'E') {
		text = text[1:]
		if len(text) > 0 && (text[0] == '+' || text[0] == '-') {
			text = text[1:]
		}
		var exponent []byte
		if exponent, text = cutDigits(text); len(exponent) == 0 {
			return false
		}
	}
	return len(text) == 0
}

func cutDigits(text []byte) (digits, rest []byte) {
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return text[:i], text[i:]
}

// skip consumes the value that stands here, whatever it is.
func (r *jsonReader) skip() {
	depth := len(r.open)
	for r.err == nil {
		switch {
		case r.isObject() && r.fresh:
			r.enter('{', "")
		case r.isArray() && r.fresh:
			r.enter('[', "")
		case r.fresh:
			r.skipScalar()
		}
		// Whatever is closed here was opened here.
		for len(r.open) > depth && !r.skipToNext() && r.err == nil {
			continue
		}
		if len(r.open) <= depth {
			return
		}
	}
}

// skipToNext goes to the next value of the innermost container.
func (r *jsonReader) skipToNext() bool {
	if r.open[len(r.open)-1].kind == '[' {
		if !r.next(']') {
			return false
		}
	} else {
		if !r.next('}') {
			return false
		}
		if r.pos >= len(r.doc) || r.doc[r.pos] != '"' {
			r.fail("a key in quotes is expected")
			return false
		}
		r.readString()
		r.space()
		if r.err != nil || !r.expect(':') {
			return false
		}
		r.space()
	}
	r.fresh = true
	return true
}

func (r *jsonReader) skipScalar() {
	r.fresh = false
	if r.pos < len(r.doc) && r.doc[r.pos] == '"' {
		r.readString()
		return
	}
	r.literal()
}

// notA reports a value of the wrong kind and skips it.
func (r *jsonReader) notA(what string) {
	if r.err == nil {
		r.report(BadValue, r.path(r.rawKey), "", what+" is expected")
	}
	r.skip()
}

// badWord reports the value that was read last.
func (r *jsonReader) badWord(word []byte) {
	r.report(BadValue, r.path(r.rawKey), "", quoteName(string(word)))
}

// token consumes a single value and returns its text without white space
// around it.
func (r *jsonReader) token() []byte {
	text, _ := r.scalar()
	return bytes.TrimSpace(text)
}

// string reads a token as a string. Like all typed readers it says whether
// there was a value.
func (r *jsonReader) string(v *string) bool {
	if text := r.token(); len(text) > 0 {
		*v = r.keep(text)
		return true
	}
	return false
}

// prose reads a text to the letter.
func (r *jsonReader) prose(v *string) bool {
	if text, _ := r.scalar(); len(text) > 0 {
		*v = r.keep(text)
		return true
	}
	return false
}

// present consumes a member that means something by being there, unless it is
// false.
func (r *jsonReader) present(v *bool) bool {
	if r.isObject() {
		r.skip()
		*v = true
		return true
	}
	return readValue(r, v, parseBool) && *v
}

// flag goes to the next member of a flag set.
func (r *jsonReader) flag() (name []byte, more bool) {
	if !r.member() {
		return nil, false
	}
	return r.key, true
}

// jsonKey is an element's key: its name with a small first letter and "ID" at
// the start of a word written "Id".
func jsonKey(element string) string {
	key := []byte(element)
	for i := 0; i+1 < len(key); i++ {
		if key[i] == 'I' && key[i+1] == 'D' && (i == 0 || key[i-1] < 'A' || key[i-1] > 'Z') {
			key[i+1] = 'd'
		}
	}
	return strings.ToLower(string(key[:1])) + string(key[1:])
}
