package csta

import (
	"bytes"
	"fmt"
)

// startTag reads a start tag or empty-element tag and opens its element.
func (r *xmlReader) startTag() {
	i := r.pos + 1
	start, colon := i, i-1
	for i < len(r.doc) && nameBytes[r.doc[i]] {
		if r.doc[i] == ':' {
			colon = i
		}
		i++
	}
	qualified := r.doc[start:i]
	local := r.doc[colon+1 : i]
	if colon < start {
		local = qualified
	}
	if len(local) == 0 || !nameStart(qualified[0]) || !nameStart(local[0]) {
		r.fail("'<' without an element name")
		return
	}
	if len(r.open) >= r.maxDepth {
		r.failAt(r.pos, TooDeep, fmt.Sprintf("more than %d elements in one another", r.maxDepth))
		return
	}
	attrs := i
	i = r.endOfAttributes(i)
	if i < 0 {
		return
	}
	r.attrs = r.doc[attrs:i]
	r.open = append(r.open, qualified)
	r.name = local
	r.empty = r.doc[i] == '/'
	if r.empty {
		i++
		if i >= len(r.doc) || r.doc[i] != '>' {
			r.pos = i
			r.fail("'/' inside a tag")
			return
		}
	}
	r.pos = i + 1
}

// endOfAttributes checks the attributes from i on and returns where the tag's
// '>' or '/' stands, or -1.
func (r *xmlReader) endOfAttributes(i int) int {
	for {
		for i < len(r.doc) && isSpace(r.doc[i]) {
			i++
		}
		if i >= len(r.doc) {
			r.fail("a tag is not closed")
			return -1
		}
		if r.doc[i] == '>' || r.doc[i] == '/' {
			return i
		}
		attr, ok := cutAttribute(r.doc[i:])
		if !ok {
			r.pos = i
			r.fail("an attribute is not of the form name=\"value\"")
			return -1
		}
		i += attr.length
	}
}

// endTag closes the innermost element.
func (r *xmlReader) endTag() {
	// The name expected, and '>' behind it, is what nearly always follows.
	if n := len(r.open); n > 0 {
		name := r.open[n-1]
		if rest := r.doc[r.pos+2:]; len(rest) > len(name) && rest[len(name)] == '>' && string(rest[:len(name)]) == string(name) {
			r.pos += 2 + len(name) + 1
			r.pop()
			return
		}
	}
	i := r.pos + 2
	start := i
	for i < len(r.doc) && nameBytes[r.doc[i]] {
		i++
	}
	name := r.doc[start:i]
	for i < len(r.doc) && isSpace(r.doc[i]) {
		i++
	}
	switch {
	case i >= len(r.doc) || r.doc[i] != '>':
		r.fail("an end tag is not closed")
	case len(r.open) == 0:
		r.fail("end tag </%s> closes nothing", shorten(name))
	case !bytes.Equal(name, r.open[len(r.open)-1]):
		r.fail("end tag </%s> closes <%s>", shorten(name), shorten(r.open[len(r.open)-1]))
	default:
		r.pos = i + 1
		r.pop()
	}
}
