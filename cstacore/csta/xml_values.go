package csta

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// content returns the character data of the element that child has found, with
// references resolved, and closes the element. Elements inside are passed
// over, their text counts: a product that wraps a device id in an element of
// its own is understood. The result is valid until the next call.
func (r *xmlReader) content() []byte {
	if r.err != nil {
		return nil
	}
	if r.empty {
		r.empty = false
		r.pop()
		return nil
	}
	// Nearly all content is one plain text up to the end tag.
	i := r.pos
	for i < len(r.doc) && plainBytes[r.doc[i]] {
		i++
	}
	if i+1 < len(r.doc) && r.doc[i] == '<' && r.doc[i+1] == '/' {
		text := r.doc[r.pos:i]
		r.pos = i
		r.endTag()
		return text
	}
	return r.mixedContent()
}

// mixedContent is content for text with references, CDATA sections, comments
// or elements in it.
func (r *xmlReader) mixedContent() []byte {
	depth := len(r.open)
	var text []byte
	for len(r.open) >= depth {
		switch r.next() {
		case tokenText:
			text = append(text, r.scratch...)
		case tokenCDATA:
			r.checkChars(r.scratch)
			text = append(text, r.scratch...)
		case tokenEOF:
			return nil
		case tokenStart, tokenEnd:
		}
	}
	return text
}

// unescape appends character data to scratch with its references resolved and
// its line ends made one. offset is where it stands in the document.
func (r *xmlReader) unescape(raw []byte, offset int) {
	for i := 0; i < len(raw); {
		start := i
		for i < len(raw) && plainBytes[raw[i]] {
			i++
		}
		r.scratch = append(r.scratch, raw[start:i]...)
		if i >= len(raw) {
			return
		}
		switch raw[i] {
		case '&':
			n := r.reference(raw[i:])
			if n == 0 {
				r.failAt(offset+i, NotWellFormed, "'&' without one of the predefined entities or a character number")
				return
			}
			i += n
		case '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
			r.scratch = append(r.scratch, '\n')
			i++
		default:
			char, size := utf8.DecodeRune(raw[i:])
			if !validChar(char) {
				r.failAt(offset+i, NotWellFormed, "a character that XML excludes")
				return
			}
			r.scratch = append(r.scratch, raw[i:i+size]...)
			i += size
		}
	}
}

// checkChars refuses characters that XML excludes in a CDATA section.
func (r *xmlReader) checkChars(text []byte) {
	for i, c := range string(text) {
		if !validChar(c) {
			r.failAt(r.pos-len(text)-len("]]>")+i, NotWellFormed, "a character that XML excludes")
			return
		}
	}
}

// reference resolves the reference at the start of raw into scratch and
// returns its length, 0 if it is none.
func (r *xmlReader) reference(raw []byte) int {
	const longest = 12 // &#x0010FFFF; and some zeros less
	end := bytes.IndexByte(raw[:min(len(raw), longest)], ';')
	if end < 2 {
		return 0
	}
	var char rune
	switch name := raw[1:end]; string(name) {
	case "lt":
		char = '<'
	case "gt":
		char = '>'
	case "amp":
		char = '&'
	case "quot":
		char = '"'
	case "apos":
		char = '\''
	default:
		if name[0] != '#' || len(name) < 2 {
			return 0
		}
		base, digits := 10, name[1:]
		if digits[0] == 'x' {
			base, digits = 16, digits[1:]
		}
		number, err := strconv.ParseUint(string(digits), base, 32)
		if err != nil || number > utf8.MaxRune || !validChar(rune(number)) {
			return 0
		}
		char = rune(number)
	}
	r.scratch = utf8.AppendRune(r.scratch, char)
	return end + 1
}

// token is content without white space around it.
func (r *xmlReader) token() []byte { return bytes.TrimSpace(r.content()) }

// string reads a token as a string. Like all typed readers it says whether
// there was a value.
func (r *xmlReader) string(v *string) bool {
	if text := r.token(); len(text) > 0 {
		*v = r.keep(text)
		return true
	}
	return false
}

// prose reads a text to the letter.
func (r *xmlReader) prose(v *string) bool {
	if text := r.content(); len(text) > 0 {
		*v = r.keep(text)
		return true
	}
	return false
}

// present consumes an element that means something by being there.
func (r *xmlReader) present(v *bool) bool {
	r.skip()
	*v = true
	return true
}

// flag goes to the next child of a flag set.
func (r *xmlReader) flag() (name []byte, more bool) {
	if !r.child() {
		return nil, false
	}
	return r.folded(), true
}

// badWord reports the value of the element that was closed last.
func (r *xmlReader) badWord(word []byte) { r.report(BadValue, "", quoteName(string(word))) }
