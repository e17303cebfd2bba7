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

// badAttribute reports the value of the attribute that attribute has found.
func (r *xmlReader) badAttribute() {
	if r.issue == nil && r.err == nil && len(r.attrValue) > 0 {
		r.issue = &DecodeError{
			Problem: BadValue,
			Path:    elementPath(r.open, "@"+string(r.attrName)),
			Detail:  quoteName(string(r.attrValue)),
		}
	}
}

func (r *xmlReader) stringAttribute() (string, bool) {
	return r.keep(r.attrValue), len(r.attrValue) > 0
}

func (r *xmlReader) booleanAttribute() (value, ok bool) {
	if value, ok = parseBool(r.attrValue); !ok {
		r.badAttribute()
	}
	return value, ok
}

func (r *xmlReader) integerAttribute() (int64, bool) {
	value, ok := parseInt(r.attrValue)
	if !ok {
		r.badAttribute()
	}
	return value, ok
}

func (r *xmlReader) hexAttribute() ([]byte, bool) {
	value, ok := parseHex(r.attrValue)
	if !ok {
		r.badAttribute()
	}
	return value, ok
}
