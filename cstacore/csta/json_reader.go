package csta

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonReader is a pull parser over a whole document. The generated decoders
// drive it: member goes to the next member of the object they are in, element
// to the next element of an array; the value found must be consumed by exactly
// one of skip, a round of member or element until it returns false, or one of
// the typed readers.
//
// Errors are kept as in xmlReader.
type jsonReader struct {
	textArena

	doc      []byte
	pos      int
	maxDepth int

	// open are the containers that are open.
	open []container
	// fresh says that a value was found and is not consumed yet.
	fresh bool
	// key is the key that member has found, in small letters; rawKey as it
	// stands there. Neither has its prefix.
	key, rawKey []byte
	// leaf is the key of the container that was closed last.
	leaf []byte

	items   int // see maxItems
	scratch []byte
	message string
	err     *DecodeError
	issue   *DecodeError
}

// container is an open object or array. A single value where an array is
// expected counts as an array with one element.
type container struct {
	kind byte // '{', '[', or '1' for a single value
	key  []byte
	more bool // something was read from it
}

func (r *jsonReader) reset(doc []byte, maxDepth int) {
	r.doc, r.pos, r.maxDepth = doc, 0, maxDepth
	r.open, r.fresh = r.open[:0], false
	r.key, r.rawKey, r.leaf = r.key[:0], nil, nil
	r.message, r.err, r.issue, r.items = "", nil, nil, 0
	r.textArena.reset(len(doc))
}

// member goes to the next member of the object, which it enters at first. It
// returns false when there is none left; the object is closed then. Members
// that are null are as good as absent.
func (r *jsonReader) member() bool {
	if r.fresh && !r.enter('{', "an object") {
		return false
	}
	for r.next('}') {
		r.readKey()
		r.space()
		if r.err != nil || !r.expect(':') {
			return false
		}
		r.space()
		r.fresh = true
		if !r.isNull() {
			return r.err == nil
		}
		r.skip()
	}
	return false
}

// element goes to the next element of an array, as member does. A value that
// is no array is taken as the only element of one.
func (r *jsonReader) element() bool {
	if r.fresh && !r.isArray() {
		return r.single()
	}
	if r.fresh && !r.enter('[', "an array") {
		return false
	}
	if n := len(r.open); n > 0 && r.open[n-1].kind == '1' {
		r.pop()
		return false
	}
	for r.next(']') {
		r.fresh = true
		if !r.isNull() {
			return r.err == nil
		}
		r.skip()
	}
	return false
}

// single opens a value as an array of one element. The value stays fresh; the
// container on top tells the next call of element that it was the last one.
func (r *jsonReader) single() bool { return r.push('1') }

// wrapped goes to the list inside a wrapper: the member child of the object.
// It returns false when there is none left. A list that stands there without
// its wrapper is taken, too.
func (r *jsonReader) wrapped(child string) bool {
	if r.fresh && r.isArray() {
		return r.push('1')
	}
	if n := len(r.open); !r.fresh && n > 0 && r.open[n-1].kind == '1' {
		r.pop()
		return false
	}
	for r.member() {
		if string(r.key) == child {
			return true
		}
		r.skip()
	}
	return false
}

// enter opens the object or array that stands here.
func (r *jsonReader) enter(kind byte, what string) bool {
	if r.err != nil {
		return false
	}
	if r.pos >= len(r.doc) || r.doc[r.pos] != kind {
		r.notA(what)
		return false
	}
	if !r.push(kind) {
		return false
	}
	r.pos++
	r.fresh = false
	return true
}

func (r *jsonReader) push(kind byte) bool {
	if r.err != nil {
		return false
	}
	if len(r.open) >= r.maxDepth {
		r.failAt(r.pos, TooDeep, fmt.Sprintf("more than %d values in one another", r.maxDepth))
		return false
	}
	r.open = append(r.open, container{kind: kind, key: r.rawKey})
	return true
}

func (r *jsonReader) pop() {
	r.leaf = r.open[len(r.open)-1].key
	r.open = r.open[:len(r.open)-1]
}

// next goes behind the comma to the next member or element of the innermost
// container, or closes it.
func (r *jsonReader) next(closing byte) bool {
	if r.err != nil {
		return false
	}
	r.space()
	if r.pos >= len(r.doc) {
		r.fail("the document ends inside a value")
		return false
	}
	top := &r.open[len(r.open)-1]
	if r.doc[r.pos] == closing {
		r.pos++
		r.pop()
		return false
	}
	if top.more {
		if !r.expect(',') {
			return false
		}
		r.space()
	}
	top.more = true
	return true
}

// readKey reads a member's key.
func (r *jsonReader) readKey() {
	if r.pos >= len(r.doc) || r.doc[r.pos] != '"' {
		r.fail("a key in quotes is expected")
		return
	}
	start := r.pos + 1
	r.key = r.key[:0]
	for i := start; i < len(r.doc) && unescapedJSON[r.doc[i]]; i++ {
		c := r.doc[i]
		switch {
		case c == ':':
			r.key, start = r.key[:0], i+1
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		r.key = append(r.key, c)
		if i+1 < len(r.doc) && r.doc[i+1] == '"' {
			r.rawKey = r.doc[start : i+1]
			r.pos = i + 2
			return
		}
	}
	r.readRareKey()
}

// readRareKey reads a key that is empty, ends in its prefix, or has escapes or
// characters beyond ASCII.
func (r *jsonReader) readRareKey() {
	raw, escaped := r.readString()
	if escaped {
		// The path of an error may still name this key when scratch holds
		// another.
		raw = slices.Clone(raw)
	}
	r.rawKey = raw[bytes.LastIndexByte(raw, ':')+1:]
	r.key = appendFolded(r.key[:0], r.rawKey)
}

// stringBytes are the bytes of a JSON string that stand for themselves.
var stringBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return table
}()

// readString reads the string that stands here. The result is part of the
// document, or of scratch where there were escapes.
func (r *jsonReader) readString() (text []byte, escaped bool) {
	start := r.pos + 1
	i := start
	for i < len(r.doc) && stringBytes[r.doc[i]] {
		i++
	}
	r.pos = i
	switch {
	case i >= len(r.doc):
		r.fail("a string is not closed")
	case r.doc[i] == '"':
		r.pos++
		return r.doc[start:i], false
	case r.doc[i] == '\\':
		return r.readEscaped(start), true
	default:
		r.fail("a control character in a string")
	}
	return nil, false
}

// readEscaped goes on with a string whose first escape stands here.
func (r *jsonReader) readEscaped(start int) []byte {
	r.scratch = append(r.scratch[:0], r.doc[start:r.pos]...)
	for r.pos < len(r.doc) {
		switch c := r.doc[r.pos]; {
		case c == '"':
			r.pos++
			return r.scratch
		case c == '\\':
			r.escape()
			if r.err != nil {
				return nil
			}
		case c < ' ':
			r.fail("a control character in a string")
			return nil
		default:
			r.scratch = append(r.scratch, c)
			r.pos++
		}
	}
	r.fail("a string is not closed")
	return nil
}

// escape resolves the escape that stands here into scratch. A surrogate
// without its other half becomes U+FFFD.
func (r *jsonReader) escape() {
	if r.pos+1 >= len(r.doc) {
		r.fail("a string is not closed")
		return
	}
	if i := strings.IndexByte(`"\/bfnrt`, r.doc[r.pos+1]); i >= 0 {
		r.pos += 2
		r.scratch = append(r.scratch, "\"\\/\b\f\n\r\t"[i])
		return
	}
	char, ok := r.unicode(r.pos)
	if !ok {
		r.fail("an unknown escape")
		return
	}
	r.pos += len(`\u0000`)
	if utf16.IsSurrogate(char) {
		low, ok := r.unicode(r.pos)
		char = utf16.DecodeRune(char, low)
		if ok && char != utf8.RuneError {
			r.pos += len(`\u0000`)
		}
	}
	r.scratch = utf8.AppendRune(r.scratch, char)
}

// unicode reads \uXXXX at a place.
func (r *jsonReader) unicode(at int) (rune, bool) {
	if at+6 > len(r.doc) || r.doc[at] != '\\' || r.doc[at+1] != 'u' {
		return 0, false
	}
	var char rune
	for _, c := range r.doc[at+2 : at+6] {
		digit, ok := hexDigit(c)
		if !ok {
			return 0, false
		}
		char = char<<4 | rune(digit)
	}
	return char, true
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	default:
		return 0, false
	}
}

func (r *jsonReader) space() {
	for r.pos < len(r.doc) && isSpace(r.doc[r.pos]) {
		r.pos++
	}
}

func (r *jsonReader) expect(c byte) bool {
	if r.pos >= len(r.doc) || r.doc[r.pos] != c {
		r.fail("'%c' is expected", c)
		return false
	}
	r.pos++
	return true
}

func (r *jsonReader) isObject() bool { return r.pos < len(r.doc) && r.doc[r.pos] == '{' }

func (r *jsonReader) isArray() bool { return r.pos < len(r.doc) && r.doc[r.pos] == '[' }

// startsWithText says whether the value found is neither an object nor an
// array.
func (r *jsonReader) startsWithText() bool { return !r.isObject() && !r.isArray() }

func (r *jsonReader) isNull() bool { return r.pos < len(r.doc) && r.doc[r.pos] == 'n' }

// item counts one more item and says whether it is still allowed.
func (r *jsonReader) item() bool {
	r.items++
	if r.items > maxItems {
		r.failAt(r.pos, TooLarge, fmt.Sprintf("more than %d items", maxItems))
	}
	return r.err == nil
}

func (r *jsonReader) fail(format string, args ...any) {
	r.failAt(r.pos, NotWellFormed, fmt.Sprintf(format, args...))
}

func (r *jsonReader) failAt(offset int, problem Problem, detail string) {
	if r.err == nil {
		r.err = &DecodeError{Problem: problem, Offset: offset, Detail: detail}
	}
}

// report keeps the first missing or bad value; key is the last of its path.
func (r *jsonReader) report(problem Problem, keys [][]byte, name, detail string) {
	if r.issue != nil || r.err != nil {
		return
	}
	path := []byte(r.message)
	for _, key := range keys {
		if len(key) > 0 {
			path = append(append(path, '/'), key...)
		}
	}
	if name != "" {
		path = append(append(path, '/'), name...)
	}
	r.issue = &DecodeError{Problem: problem, Path: string(path), Detail: detail}
}

func (r *jsonReader) path(last []byte) [][]byte {
	keys := make([][]byte, 0, len(r.open)+1)
	for _, c := range r.open {
		keys = append(keys, c.key)
	}
	return append(keys, last)
}

// require reports the first mandatory field that was not seen, below the
// object that was closed last.
func (r *jsonReader) require(seen uint64, n *needs) {
	if name := n.missing(seen, inJSON); name != "" && r.err == nil {
		r.report(MissingField, r.path(r.leaf), jsonKey(name), "")
	}
}
