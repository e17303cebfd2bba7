package csta

import (
	"encoding/hex"
	"strconv"
	"time"
	"unicode/utf8"
)

// The helpers below append one element each to b. Those for optional kinds of
// values append nothing where the value is absent.
//
// Generated code calls them in some thousand places. So what is inlined there
// is only the question whether there is a value; what appends one is kept out
// of line.

func openXML(b []byte, tag string) []byte {
	b = append(b, '<')
	b = append(b, tag...)
	return append(b, '>')
}

func endXML(b []byte, tag string) []byte {
	b = append(b, '<', '/')
	b = append(b, tag...)
	return append(b, '>')
}

// closeXML closes an element that was opened by openXML. at is where its
// content starts; an element without content becomes an empty one.
//
//go:noinline
func closeXML(b []byte, at int, tag string) []byte {
	if len(b) == at {
		b[at-1] = '/'
		return append(b, '>')
	}
	return endXML(b, tag)
}

//go:noinline
func xmlEmpty(b []byte, tag string) []byte {
	b = append(b, '<')
	b = append(b, tag...)
	return append(b, '/', '>')
}

func xmlString(b []byte, tag, value string) []byte {
	if value == "" {
		return b
	}
	return xmlText(b, tag, value)
}

//go:noinline
func xmlText(b []byte, tag, value string) []byte {
	return endXML(appendText(openXML(b, tag), value), tag)
}

// xmlWord appends an element with a word that needs no escaping.
func xmlWord(b []byte, tag, word string) []byte {
	if word == "" {
		return b
	}
	return xmlPlain(b, tag, word)
}

// xmlEnum appends an element with a word of an enumeration.
func xmlEnum(b []byte, tag string, value uint8, words *packed) []byte {
	if value == 0 {
		return b
	}
	return xmlEnumWord(b, tag, value, words)
}

//go:noinline
func xmlEnumWord(b []byte, tag string, value uint8, words *packed) []byte {
	word := words.at(int(value))
	if word == "" {
		return b
	}
	return endXML(append(openXML(b, tag), word...), tag)
}

//go:noinline
func xmlPlain(b []byte, tag, text string) []byte {
	return endXML(append(openXML(b, tag), text...), tag)
}

//go:noinline
func xmlBool(b []byte, tag string, value bool) []byte {
	return endXML(strconv.AppendBool(openXML(b, tag), value), tag)
}

//go:noinline
func xmlInt(b []byte, tag string, value int64) []byte {
	return endXML(strconv.AppendInt(openXML(b, tag), value, 10), tag)
}

//go:noinline
func xmlUint(b []byte, tag string, value uint64) []byte {
	return endXML(strconv.AppendUint(openXML(b, tag), value, 10), tag)
}

//go:noinline
func xmlFloat(b []byte, tag string, value float64) []byte {
	return endXML(strconv.AppendFloat(openXML(b, tag), value, 'g', -1, 64), tag)
}

func xmlHex(b []byte, tag string, value []byte) []byte {
	if len(value) == 0 {
		return b
	}
	return endXML(appendHex(openXML(b, tag), value), tag)
}

func xmlTime(b []byte, d *Dialect, tag string, value time.Time) []byte {
	if value.IsZero() {
		return b
	}
	b = openXML(b, tag)
	if d.unitel {
		b = value.UTC().AppendFormat(b, unitelTime)
	} else {
		b = appendTime(b, value)
	}
	return endXML(b, tag)
}

func xmlOptBool(b []byte, tag string, value Opt[bool]) []byte {
	if !value.set {
		return b
	}
	return xmlBool(b, tag, value.value)
}

func xmlOptInt(b []byte, tag string, value Opt[int64]) []byte {
	if !value.set {
		return b
	}
	return xmlInt(b, tag, value.value)
}

func xmlOptUint(b []byte, tag string, value Opt[uint64]) []byte {
	if !value.set {
		return b
	}
	return xmlUint(b, tag, value.value)
}

func xmlOptFloat(b []byte, tag string, value Opt[float64]) []byte {
	if !value.set {
		return b
	}
	return xmlFloat(b, tag, value.value)
}

func xmlAttr(b []byte, name, value string) []byte {
	b = append(b, ' ')
	b = append(b, name...)
	b = append(b, '=', '"')
	return append(appendAttrText(b, value), '"')
}

// hexString is hexBinary in its canonical form, in capitals.
func hexString(value []byte) string { return string(appendHex(nil, value)) }

func appendHex(b, value []byte) []byte {
	start := len(b)
	b = hex.AppendEncode(b, value)
	for i := start; i < len(b); i++ {
		if b[i] >= 'a' {
			b[i] -= 'a' - 'A'
		}
	}
	return b
}

// appendText appends character data, escaped. What XML excludes becomes
// U+FFFD.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && s[i] < utf8.RuneSelf && plainBytes[s[i]] && s[i] != '>' {
			i++
		}
		b = append(b, s[start:i]...)
		if i >= len(s) {
			break
		}
		var size int
		b, size = appendEscaped(b, s[i:])
		i += size
	}
	return b
}

// appendAttrText appends an attribute's value, escaped.
func appendAttrText(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		size := 1
		switch c := s[i]; {
		case c == '"':
			b = append(b, "&#34;"...)
		case c == '\t':
			b = append(b, "&#9;"...)
		case c == '\n':
			b = append(b, "&#10;"...)
		case c < utf8.RuneSelf && plainBytes[c] && c != '>':
			b = append(b, c)
		default:
			b, size = appendEscaped(b, s[i:])
		}
		i += size
	}
	return b
}

// appendEscaped appends the first character of s, which is none that stands
// for itself in ASCII, and returns its length.
func appendEscaped(b []byte, s string) (_ []byte, size int) {
	switch s[0] {
	case '&':
		return append(b, "&amp;"...), 1
	case '<':
		return append(b, "&lt;"...), 1
	case '>':
		return append(b, "&gt;"...), 1
	case '\r':
		return append(b, "&#13;"...), 1
	}
	char, size := utf8.DecodeRuneInString(s)
	if !validChar(char) {
		char = utf8.RuneError
	}
	return utf8.AppendRune(b, char), size
}

// formerly picks the name an element had up to an edition.
func formerly(d *Dialect, until int, former, name string) string {
	if d.edition <= until {
		return former
	}
	return name
}

// inUnitelNamed picks the name an element has in the unitel dialect.
func inUnitelNamed(d *Dialect, unitel, name string) string {
	if d.unitel {
		return unitel
	}
	return name
}

// firstText returns the first text that is not empty.
func firstText(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
