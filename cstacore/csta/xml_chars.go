package csta

import (
	"bytes"
	"unicode/utf8"
)

// nameBytes are the bytes that can be part of a name. Which characters beyond
// ASCII XML allows in names does not matter here.
var nameBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
			c == '_' || c == '-' || c == '.' || c == ':'
	}
	return table
}()

// plainBytes are the bytes of character data that stand for themselves. 0xEF
// is not among them: U+FFFE and U+FFFF, which XML excludes, begin with it.
var plainBytes = func() (table [256]bool) {
	for c := range table {
		table[c] = c >= ' ' && c != '<' && c != '&' && c != 0xEF || c == '\t' || c == '\n'
	}
	return table
}()

func nameStart(c byte) bool {
	return nameBytes[c] && c != '-' && c != '.' && c != ':' && (c < '0' || c > '9')
}

// nameRanges are the characters beyond ASCII that XML allows in names.
var nameRanges = []struct {
	first, last rune
	start       bool // also as the first character
}{
	{0xB7, 0xB7, false}, {0xC0, 0xD6, true}, {0xD8, 0xF6, true}, {0xF8, 0x2FF, true}, {0x300, 0x36F, false},
	{0x370, 0x37D, true}, {0x37F, 0x1FFF, true}, {0x200C, 0x200D, true}, {0x203F, 0x2040, false},
	{0x2070, 0x218F, true}, {0x2C00, 0x2FEF, true}, {0x3001, 0xD7FF, true}, {0xF900, 0xFDCF, true},
	{0xFDF0, 0xFFFD, true}, {0x10000, 0xEFFFF, true},
}

// nameChar says whether XML allows a character in a local name.
func nameChar(c rune, first bool) bool {
	if c < utf8.RuneSelf {
		return nameBytes[byte(c)] && c != ':' && (!first || nameStart(byte(c)))
	}
	for _, r := range nameRanges {
		if c >= r.first && c <= r.last {
			return r.start || !first
		}
	}
	return false
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// validChar says whether XML allows a character.
func validChar(c rune) bool {
	return c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 && c <= utf8.MaxRune ||
		c == '\t' || c == '\n' || c == '\r'
}

// appendFolded appends ASCII in small letters.
func appendFolded[T string | []byte](dst []byte, name T) []byte {
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// attribute is one attribute as it stands in a tag.
type attribute struct {
	name, value []byte // value still has its references
	length      int    // bytes up to behind the closing quote
}

// cutAttribute reads name="value" from the start of b.
func cutAttribute(b []byte) (attribute, bool) {
	i := 0
	for i < len(b) && nameBytes[b[i]] {
		i++
	}
	name := b[:i]
	if i == 0 || !nameStart(b[0]) {
		return attribute{}, false
	}
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	if i >= len(b) || b[i] != '=' {
		return attribute{}, false
	}
	i++
	for i < len(b) && isSpace(b[i]) {
		i++
	}
	if i >= len(b) || b[i] != '"' && b[i] != '\'' {
		return attribute{}, false
	}
	start := i + 1
	end := bytes.IndexByte(b[start:], b[i])
	if end < 0 || bytes.IndexByte(b[start:start+end], '<') >= 0 {
		return attribute{}, false
	}
	return attribute{name: name, value: b[start : start+end], length: start + end + 1}, true
}
