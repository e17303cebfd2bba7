package hubprotocol

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// maxDepth is how deep JSON and MessagePack values may nest, the envelope included; it is .NET's limit.
const maxDepth = 64

// The scanner checks JSON (RFC 8259) strictly and finds where values end, without building anything. Each function takes
// the position of the first byte of what it reads and returns the position behind it.

func skipSpace(data []byte, pos int) int {
	for pos < len(data) {
		switch data[pos] {
		case ' ', '\t', '\n', '\r':
			pos++
		default:
			return pos
		}
	}
	return pos
}

// skipValue checks one value of any kind. depth is the number of arrays and objects around it.
func skipValue(data []byte, pos, depth int) (int, error) {
	if pos >= len(data) {
		return 0, invalidf("JSON ends where a value should be")
	}
	switch c := data[pos]; c {
	case '"':
		end, _, err := skipString(data, pos)
		return end, err
	case '{':
		return skipObject(data, pos, depth+1)
	case '[':
		return skipArray(data, pos, depth+1, nil)
	case 't':
		return skipWord(data, pos, "true")
	case 'f':
		return skipWord(data, pos, "false")
	case 'n':
		return skipWord(data, pos, "null")
	default:
		return skipNumber(data, pos)
	}
}

func skipWord(data []byte, pos int, word string) (int, error) {
	if len(data)-pos < len(word) || string(data[pos:pos+len(word)]) != word {
		return 0, invalidf("JSON word at byte %d is none of true, false, null", pos)
	}
	return pos + len(word), nil
}

// skipString checks a string. It reports whether the string holds escapes; its contents lie between the quotes, at
// data[pos+1 : end-1].
func skipString(data []byte, pos int) (end int, escaped bool, err error) {
	if pos >= len(data) || data[pos] != '"' {
		return 0, false, invalidf("JSON string expected at byte %d", pos)
	}
	for i := skipPlain(data, pos+1); i < len(data); i = skipPlain(data, i) {
		switch c := data[i]; {
		case c == '"':
			return i + 1, escaped, nil
		case c == '\\':
			escaped = true
			n, err := skipEscape(data, i)
			if err != nil {
				return 0, false, err
			}
			i = n
		case c < 0x20:
			return 0, false, invalidf("control character in JSON string at byte %d", i)
		default:
			r, n := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && n <= 1 {
				return 0, false, invalidf("JSON string is not UTF-8 at byte %d", i)
			}
			i += n
		}
	}
	return 0, false, invalidf("JSON string does not end")
}

// skipPlain skips bytes of a string that mean nothing but themselves, eight at a time, up to the first that does not.
func skipPlain(data []byte, i int) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x8080808080808080
	)
	for ; i+8 <= len(data); i += 8 {
		x := binary.LittleEndian.Uint64(data[i:])
		// The high bit of a byte tells that it is a control character, a quote, a backslash or not ASCII. A byte behind such a
		// one may have it too without being special, because of what was borrowed from it, but the first is always right.
		special := (x - ones*' ') | ((x ^ ones*'"') - ones) | ((x ^ ones*'\\') - ones) | x
		if special &= highs; special != 0 {
			return i + bits.TrailingZeros64(special)/8
		}
	}
	for ; i < len(data); i++ {
		if c := data[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			break
		}
	}
	return i
}

func skipEscape(data []byte, pos int) (int, error) {
	if pos+1 >= len(data) {
		return 0, invalidf("JSON string does not end")
	}
	switch data[pos+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return pos + 2, nil
	case 'u':
		if pos+6 > len(data) {
			return 0, invalidf("JSON string does not end")
		}
		for _, c := range data[pos+2 : pos+6] {
			if !isHex(c) {
				return 0, invalidf("bad escape in JSON string at byte %d", pos)
			}
		}
		return pos + 6, nil
	}
	return 0, invalidf("bad escape in JSON string at byte %d", pos)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func skipNumber(data []byte, pos int) (int, error) {
	i := pos
	if i < len(data) && data[i] == '-' {
		i++
	}
	digits := skipDigits(data, i)
	if digits == i || data[i] == '0' && digits > i+1 {
		return 0, invalidf("JSON value expected at byte %d", pos)
	}
	i = digits
	if i < len(data) && data[i] == '.' {
		if digits = skipDigits(data, i+1); digits == i+1 {
			return 0, invalidf("JSON number at byte %d is incomplete", pos)
		}
		i = digits
	}
	if i < len(data) && (data[i] == 'e' || data[i] == 'E') {
		i++
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if digits = skipDigits(data, i); digits == i {
			return 0, invalidf("JSON number at byte %d is incomplete", pos)
		}
		i = digits
	}
	return i, nil
}

func skipDigits(data []byte, pos int) int {
	for pos < len(data) && '0' <= data[pos] && data[pos] <= '9' {
		pos++
	}
	return pos
}

// skipArray checks an array and calls each, if it is not nil, with the bounds of every element.
func skipArray(data []byte, pos, depth int, each func(start, end int)) (int, error) {
	if depth > maxDepth {
		return 0, invalidf("JSON nests deeper than %d", maxDepth)
	}
	if pos >= len(data) || data[pos] != '[' {
		return 0, invalidf("JSON array expected at byte %d", pos)
	}
	pos = skipSpace(data, pos+1)
	if pos < len(data) && data[pos] == ']' {
		return pos + 1, nil
	}
	for {
		end, err := skipValue(data, pos, depth)
		if err != nil {
			return 0, err
		}
		if each != nil {
			each(pos, end)
		}
		pos = skipSpace(data, end)
		if pos >= len(data) {
			return 0, invalidf("JSON array does not end")
		}
		switch data[pos] {
		case ',':
			pos = skipSpace(data, pos+1)
		case ']':
			return pos + 1, nil
		default:
			return 0, invalidf("comma or bracket expected in JSON array at byte %d", pos)
		}
	}
}

func skipObject(data []byte, pos, depth int) (int, error) {
	if depth > maxDepth {
		return 0, invalidf("JSON nests deeper than %d", maxDepth)
	}
	m := members{data: data, pos: pos}
	for m.next() {
		end, err := skipValue(data, m.pos, depth)
		if err != nil {
			return 0, err
		}
		m.pos = end
	}
	return m.pos, m.err
}

// members walks the members of an object:
//
//	m := members{data: data, pos: positionOfBrace}
//	for m.next() {
//		// m.key is the name; m.pos is where the value starts, and must be moved behind it.
//	}
//	// m.err, or m.pos behind the object
type members struct {
	data []byte
	pos  int
	key  []byte
	err  error

	started bool
}

func (m *members) next() bool {
	if !m.started {
		m.started = true
		if m.pos >= len(m.data) || m.data[m.pos] != '{' {
			return m.fail("JSON object expected at byte %d", m.pos)
		}
		m.pos = skipSpace(m.data, m.pos+1)
		if m.pos < len(m.data) && m.data[m.pos] == '}' {
			m.pos++
			return false
		}
		return m.name()
	}
	m.pos = skipSpace(m.data, m.pos)
	if m.pos >= len(m.data) {
		return m.fail("JSON object does not end")
	}
	switch m.data[m.pos] {
	case ',':
		m.pos = skipSpace(m.data, m.pos+1)
		return m.name()
	case '}':
		m.pos++
		return false
	}
	return m.fail("comma or brace expected in JSON object at byte %d", m.pos)
}

func (m *members) name() bool {
	end, escaped, err := skipString(m.data, m.pos)
	if err != nil {
		m.err = err
		return false
	}
	m.key = m.data[m.pos+1 : end-1]
	if escaped {
		if m.key, m.err = unescape(m.data[m.pos:end]); m.err != nil {
			return false
		}
	}
	m.pos = skipSpace(m.data, end)
	if m.pos >= len(m.data) || m.data[m.pos] != ':' {
		return m.fail("colon expected in JSON object at byte %d", m.pos)
	}
	m.pos = skipSpace(m.data, m.pos+1)
	return true
}

func (m *members) fail(format string, args ...any) bool {
	m.err = invalidf(format, args...)
	return false
}
