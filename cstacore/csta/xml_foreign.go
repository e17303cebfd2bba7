package csta

import (
	"bytes"
	"unicode/utf8"
)

// foreign reads the children of the element that child has found.
func (r *xmlReader) foreign(v *Foreign) bool {
	*v = Foreign{}
	for r.child() {
		r.foreignElement(v)
	}
	return true
}

// foreignElement reads the element that child has found into a list. How deep
// it recurses is bounded by the reader's depth.
func (r *xmlReader) foreignElement(list *Foreign) {
	if !r.item() {
		return
	}
	e := Element{Name: r.keep(r.name)}
	for r.attribute() && r.item() {
		e.Attrs = append(e.Attrs, Attr{Name: r.keep(r.attrName), Value: r.keep(r.attrValue)})
	}
	depth := len(r.open)
	var text []byte
	for len(r.open) >= depth {
		switch r.next() {
		case tokenStart:
			r.foreignElement(&e.Children)
		case tokenCDATA:
			r.checkChars(r.scratch)
			text = append(text, r.scratch...)
		case tokenText:
			text = append(text, r.scratch...)
		case tokenEOF:
			return
		case tokenEnd:
		}
	}
	if len(e.Children) > 0 {
		// What stands between elements is mostly indentation.
		text = bytes.TrimSpace(text)
	}
	e.Text = r.keep(text)
	*list = append(*list, e)
}

// xmlForeign appends an element with foreign content.
func xmlForeign(b []byte, tag string, content Foreign) []byte {
	if content == nil {
		return b
	}
	b = openXML(b, tag)
	at := len(b)
	b = appendForeign(b, content)
	return closeXML(b, at, tag)
}

// appendForeign appends foreign elements, in no namespace of their own.
func appendForeign(b []byte, content Foreign) []byte {
	for i := range content {
		e := &content[i]
		b = append(b, '<')
		start := len(b)
		b = appendXMLName(b, e.Name)
		end := len(b)
		for _, a := range e.Attrs {
			b = append(b, ' ')
			b = appendXMLName(b, a.Name)
			b = append(b, '=', '"')
			b = append(appendAttrText(b, a.Value), '"')
		}
		if e.Text == "" && len(e.Children) == 0 {
			b = append(b, '/', '>')
			continue
		}
		b = append(b, '>')
		b = appendText(b, e.Text)
		b = appendForeign(b, e.Children)
		b = append(b, '<', '/')
		b = append(b, b[start:end]...)
		b = append(b, '>')
	}
	return b
}

// appendXMLName appends a name. Names of elements that came from JSON can hold
// anything; what XML does not take becomes '_'.
func appendXMLName(b []byte, name string) []byte {
	if name == "" {
		return append(b, '_')
	}
	for i, c := range name {
		if !nameChar(c, i == 0) {
			c = '_'
		}
		b = utf8.AppendRune(b, c)
	}
	return b
}
