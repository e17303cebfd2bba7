package csta

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"
)

// xmlReader is a pull parser over a whole document. The generated decoders
// drive it: child goes to the next child element of the one they are in, and
// whatever child has found must be consumed by exactly one of token, skip,
// another round of child until it returns false, or one of the typed readers.
//
// A syntax error ends the document: it is kept in err and every method comes
// to an end at once. A missing or bad value is kept in issue, the first one,
// and reading goes on, since the requestID often comes last.
type xmlReader struct {
	textArena

	doc  []byte
	pos  int
	mode int // index into needs.masks
	// maxDepth is how many elements may be open at once.
	maxDepth int

	// open are the qualified names of the elements that are open.
	open [][]byte
	// leaf is the name of the element that was closed last.
	leaf []byte
	// name is the local name of the element that child has found.
	name []byte
	// empty says that the innermost element has neither content nor end tag.
	empty bool
	// attrs is what remains of the attributes of the element child has found.
	attrs               []byte
	attrName, attrValue []byte

	items   int // see maxItems
	scratch []byte
	fold    []byte
	err     *DecodeError
	issue   *DecodeError
}

// tokenKind is what next has found.
type tokenKind uint8

const (
	tokenEOF tokenKind = iota // also after an error
	tokenStart
	tokenEnd
	tokenText  // character data with references in it
	tokenCDATA // character data to be taken as it is
)

// reset prepares the reader for a document.
func (r *xmlReader) reset(doc []byte, maxDepth, mode int) {
	r.doc, r.pos, r.mode, r.maxDepth = doc, 0, mode, maxDepth
	r.open, r.leaf, r.name, r.attrs = r.open[:0], nil, nil, nil
	r.attrName, r.attrValue = nil, nil
	r.empty, r.items = false, 0
	r.err, r.issue = nil, nil
	r.textArena.reset(len(doc))
}

// root reads the prolog and the root's start tag.
func (r *xmlReader) root() bool {
	if at := invalidUTF8(r.doc); at >= 0 {
		r.failAt(at, NotWellFormed, "a byte that is not UTF-8")
		return false
	}
	r.pos = len(r.doc) - len(bytes.TrimPrefix(r.doc, []byte("\xef\xbb\xbf")))
	for {
		r.space()
		switch {
		case r.pos >= len(r.doc):
			r.fail("no element")
			return false
		case r.doc[r.pos] != '<':
			r.fail("text where an element is expected")
			return false
		}
		if r.next() == tokenStart {
			return true
		}
		if r.err != nil {
			return false
		}
	}
}

// finish checks that nothing but comments follows the root.
func (r *xmlReader) finish() {
	for r.err == nil {
		r.space()
		if r.pos >= len(r.doc) {
			return
		}
		if r.doc[r.pos] != '<' {
			r.fail("text after the root element")
			return
		}
		if r.next() == tokenStart {
			r.fail("a second root element")
		}
	}
}

// child goes to the next child of the innermost open element. It returns
// false when there is none left; the element is closed then.
func (r *xmlReader) child() bool {
	for {
		if !r.empty {
			r.space()
		}
		switch r.next() {
		case tokenStart:
			return true
		case tokenEnd, tokenEOF:
			return false
		case tokenText, tokenCDATA:
			// Character data between elements means nothing.
		}
	}
}

// skip consumes the element that child has found.
func (r *xmlReader) skip() {
	depth := len(r.open)
	for len(r.open) >= depth {
		if r.next() == tokenEOF {
			return
		}
	}
}

// next reads up to the next tag or piece of character data. Text is left in
// scratch.
func (r *xmlReader) next() tokenKind {
	if r.err != nil {
		return tokenEOF
	}
	if r.empty {
		r.empty = false
		r.pop()
		return tokenEnd
	}
	for {
		rest := r.doc[r.pos:]
		if len(rest) == 0 {
			if len(r.open) > 0 {
				r.fail("the document ends inside <%s>", shorten(r.open[len(r.open)-1]))
			}
			return tokenEOF
		}
		if rest[0] != '<' {
			end := bytes.IndexByte(rest, '<')
			if end < 0 {
				end = len(rest)
			}
			r.scratch = r.scratch[:0]
			r.pos += end
			r.unescape(rest[:end], r.pos-end)
			return tokenText
		}
		// Most markup is tags; the rarer kinds need a closer look.
		switch {
		case len(rest) > 1 && rest[1] == '/':
			r.endTag()
			if r.err != nil {
				return tokenEOF
			}
			return tokenEnd
		case len(rest) > 1 && nameBytes[rest[1]]:
			r.startTag()
			if r.err != nil {
				return tokenEOF
			}
			return tokenStart
		case bytes.HasPrefix(rest, []byte("<!--")):
			r.skipPast("<!--", "-->", "comment")
		case bytes.HasPrefix(rest, []byte("<?")):
			r.skipPast("<?", "?>", "processing instruction")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(r.open) > 0:
			start := r.pos + len("<![CDATA[")
			r.skipPast("<![CDATA[", "]]>", "CDATA section")
			if r.err == nil {
				r.scratch = append(r.scratch[:0], r.doc[start:r.pos-len("]]>")]...)
				return tokenCDATA
			}
		case bytes.HasPrefix(rest, []byte("<!DOCTYPE")):
			r.failAt(r.pos, DTDRefused, "")
		default:
			r.fail("'<' without an element name")
		}
		if r.err != nil {
			return tokenEOF
		}
		if len(r.open) == 0 {
			// Outside the root the caller looks at what stands between.
			return tokenEnd
		}
	}
}

// skipPast goes behind a construct that starts here with open and reaches to
// the first end.
func (r *xmlReader) skipPast(open, end, what string) {
	i := bytes.Index(r.doc[r.pos+len(open):], []byte(end))
	if i < 0 {
		r.fail("a %s is not closed", what)
		return
	}
	r.pos += len(open) + i + len(end)
}

func (r *xmlReader) pop() {
	r.leaf = r.open[len(r.open)-1]
	r.open = r.open[:len(r.open)-1]
}

func (r *xmlReader) space() {
	for r.pos < len(r.doc) && isSpace(r.doc[r.pos]) {
		r.pos++
	}
}

// isEmpty says whether the element that child has found has no content at all.
func (r *xmlReader) isEmpty() bool {
	return r.empty || bytes.HasPrefix(r.doc[r.pos:], []byte("</"))
}

// startsWithText says whether the content of the element that child has found
// begins with something other than white space or a tag.
func (r *xmlReader) startsWithText() bool {
	if r.empty {
		return false
	}
	rest := bytes.TrimLeft(r.doc[r.pos:], " \t\r\n")
	return len(rest) > 0 && (rest[0] != '<' || bytes.HasPrefix(rest, []byte("<![CDATA[")))
}

// item counts one more item and says whether it is still allowed.
func (r *xmlReader) item() bool {
	r.items++
	if r.items > maxItems {
		r.failAt(r.pos, TooLarge, fmt.Sprintf("more than %d items", maxItems))
	}
	return r.err == nil
}

// folded is name in small letters.
func (r *xmlReader) folded() []byte {
	r.fold = appendFolded(r.fold[:0], r.name)
	return r.fold
}

func (r *xmlReader) fail(format string, args ...any) {
	r.failAt(r.pos, NotWellFormed, fmt.Sprintf(format, args...))
}

func (r *xmlReader) failAt(offset int, problem Problem, detail string) {
	if r.err == nil {
		r.err = &DecodeError{Problem: problem, Offset: offset, Detail: detail}
	}
}

// report keeps the first missing or bad value of the element that was closed
// last; name is what the path goes on with.
func (r *xmlReader) report(problem Problem, name, detail string) {
	if r.issue == nil && r.err == nil {
		r.issue = &DecodeError{Problem: problem, Path: elementPath(append(slices.Clip(r.open), r.leaf), name), Detail: detail}
	}
}

// elementPath joins the local names of elements and what is below them.
func elementPath(elements [][]byte, name string) string {
	var path []byte
	for _, element := range elements {
		path = append(append(path, localName(element)...), '/')
	}
	return string(bytes.TrimSuffix(append(path, name...), []byte("/")))
}

// require reports the first mandatory field that was not seen.
func (r *xmlReader) require(seen uint64, n *needs) {
	if name := n.missing(seen, r.mode); name != "" {
		r.report(MissingField, name, "")
	}
}

func localName(qualified []byte) []byte {
	return qualified[bytes.LastIndexByte(qualified, ':')+1:]
}

// invalidUTF8 returns where a document stops being UTF-8, -1 if nowhere.
func invalidUTF8(doc []byte) int {
	if utf8.Valid(doc) {
		return -1
	}
	for i := 0; i < len(doc); {
		c, size := utf8.DecodeRune(doc[i:])
		if c == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}
