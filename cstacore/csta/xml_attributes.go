package csta

import "bytes"

// attribute goes to the next attribute of the element that child has found.
// It must be called before the element's content is read. Namespace
// declarations are passed over.
func (r *xmlReader) attribute() bool {
	for {
		r.attrs = bytes.TrimLeft(r.attrs, " \t\r\n")
		a, ok := cutAttribute(r.attrs)
		if !ok || r.err != nil {
			return false
		}
		r.attrs = r.attrs[a.length:]
		if string(a.name) == "xmlns" || bytes.HasPrefix(a.name, []byte("xmlns:")) {
			continue
		}
		r.attrName = localName(a.name)
		r.scratch = r.scratch[:0]
		r.unescape(a.value, r.pos)
		r.attrValue = bytes.TrimSpace(r.scratch)
		return r.err == nil
	}
}

// xmlAttribute reads values from the attribute that was found, in place of
// the element's content.
type xmlAttribute xmlReader

func (r *xmlReader) inAttribute() *xmlAttribute { return (*xmlAttribute)(r) }

func (r *xmlAttribute) token() []byte { return r.attrValue }

func (r *xmlAttribute) badWord(word []byte) {
	if r.issue == nil && r.err == nil {
		path := elementPath(r.open, "@"+string(r.attrName))
		r.issue = &DecodeError{Problem: BadValue, Path: path, Detail: quoteName(string(word))}
	}
}
