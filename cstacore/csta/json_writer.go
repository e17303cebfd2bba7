package csta

import (
	"strconv"
	"time"
	"unicode/utf8"
)

// The helpers below append one member each to b: its label, which is the
// quoted key with its colon, the value and a comma. In a list the label is
// empty. Those for optional kinds of values append nothing where the value is
// absent. closeObject takes back the last comma, endObject adds the one behind
// the object. As with XML, what appends a value is kept out of line.

func openObject(b []byte, label string) []byte { return append(append(b, label...), '{') }

func endObject(b []byte) []byte { return append(closeObject(b), ',') }

func closeObject(b []byte) []byte { return closeWith(b, '}') }

// openArray opens an array, inside an object of one member where child has
// that one's label.
func openArray(b []byte, label, child string) []byte {
	b = append(b, label...)
	if child != "" {
		b = append(append(b, '{'), child...)
	}
	return append(b, '[')
}

func endArray(b []byte, child string) []byte {
	b = closeWith(b, ']')
	if child != "" {
		b = append(b, '}')
	}
	return append(b, ',')
}

func closeWith(b []byte, bracket byte) []byte {
	if last := len(b) - 1; b[last] == ',' {
		b[last] = bracket
		return b
	}
	return append(b, bracket)
}

func jsonString(b []byte, label, value string) []byte {
	if value == "" {
		return b
	}
	return jsonText(b, label, value)
}

func jsonText(b []byte, label, value string) []byte {
	return append(appendQuoted(append(b, label...), value), ',')
}

// jsonWord appends a word that needs no escaping.
func jsonWord(b []byte, label, word string) []byte {
	if word == "" {
		return b
	}
	return jsonPlain(b, label, word)
}

// jsonEnum appends a word of an enumeration.
func jsonEnum(b []byte, label string, value uint8, words *packed) []byte {
	if value == 0 {
		return b
	}
	return jsonEnumWord(b, label, value, words)
}

//go:noinline
func jsonEnumWord(b []byte, label string, value uint8, words *packed) []byte {
	word := words.at(int(value))
	if word == "" {
		return b
	}
	b = append(append(b, label...), '"')
	return append(append(b, word...), '"', ',')
}

//go:noinline
func jsonPlain(b []byte, label, word string) []byte {
	b = append(append(b, label...), '"')
	return append(append(b, word...), '"', ',')
}

//go:noinline
func jsonEmpty(b []byte, label string) []byte {
	return append(append(b, label...), '{', '}', ',')
}

//go:noinline
func jsonBool(b []byte, label string, value bool) []byte {
	return append(strconv.AppendBool(append(b, label...), value), ',')
}

// maxSafeInteger is the largest integer that a JavaScript number holds
// exactly; larger ones are written as strings.
const maxSafeInteger = 1<<53 - 1

//go:noinline
func jsonInt(b []byte, label string, value int64) []byte {
	b = append(b, label...)
	if value >= -maxSafeInteger && value <= maxSafeInteger {
		return append(strconv.AppendInt(b, value, 10), ',')
	}
	return append(strconv.AppendInt(append(b, '"'), value, 10), '"', ',')
}

//go:noinline
func jsonUint(b []byte, label string, value uint64) []byte {
	b = append(b, label...)
	if value <= maxSafeInteger {
		return append(strconv.AppendUint(b, value, 10), ',')
	}
	return append(strconv.AppendUint(append(b, '"'), value, 10), '"', ',')
}

//go:noinline
func jsonFloat(b []byte, label string, value float64) []byte {
	return append(strconv.AppendFloat(append(b, label...), value, 'g', -1, 64), ',')
}

func jsonHex(b []byte, label string, value []byte) []byte {
	if len(value) == 0 {
		return b
	}
	return append(appendHex(append(append(b, label...), '"'), value), '"', ',')
}

func jsonTime(b []byte, label string, value time.Time) []byte {
	if value.IsZero() {
		return b
	}
	return append(appendTime(append(append(b, label...), '"'), value), '"', ',')
}

func jsonOptBool(b []byte, label string, value Opt[bool]) []byte {
	if !value.set {
		return b
	}
	return jsonBool(b, label, value.value)
}

func jsonOptInt(b []byte, label string, value Opt[int64]) []byte {
	if !value.set {
		return b
	}
	return jsonInt(b, label, value.value)
}

func jsonOptUint(b []byte, label string, value Opt[uint64]) []byte {
	if !value.set {
		return b
	}
	return jsonUint(b, label, value.value)
}

func jsonOptFloat(b []byte, label string, value Opt[float64]) []byte {
	if !value.set {
		return b
	}
	return jsonFloat(b, label, value.value)
}

// unescapedJSON are the bytes that stand for themselves in a JSON string.
var unescapedJSON = func() (table [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\' && c != 0x7F
	}
	return table
}()

// appendQuoted appends a JSON string. What is not UTF-8 becomes U+FFFD. The
// line separators of JavaScript are escaped, so that the text may stand in a
// script.
func appendQuoted(b []byte, s string) []byte {
	const digits = "0123456789abcdef"
	b = append(b, '"')
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && unescapedJSON[s[i]] {
			i++
		}
		b = append(b, s[start:i]...)
		if i >= len(s) {
			break
		}
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
			i++
		case c == '\n':
			b = append(b, '\\', 'n')
			i++
		case c < utf8.RuneSelf:
			b = append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&0xF])
			i++
		default:
			char, size := utf8.DecodeRuneInString(s[i:])
			if char == '\u2028' || char == '\u2029' {
				b = append(b, `\u202`...)
				b = append(b, digits[char&0xF])
			} else {
				b = utf8.AppendRune(b, char)
			}
			i += size
		}
	}
	return append(b, '"')
}
