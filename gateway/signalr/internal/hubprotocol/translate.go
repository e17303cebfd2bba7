package hubprotocol

import (
	"encoding/base64"
	"math"
	"strconv"
	"time"
)

// AppendAsJSON appends one MessagePack value as JSON: bin becomes base64, a timestamp RFC 3339, a key that is a number
// or a boolean its text. Other extensions, and numbers that JSON has no word for, are errors.
func AppendAsJSON(dst, value []byte) ([]byte, error) {
	u := unpacker{data: value}
	dst = appendTokenJSON(dst, &u, 0)
	if u.err == nil && u.pos != len(value) {
		u.fail("something follows the MessagePack value")
	}
	return dst, u.err
}

func appendTokenJSON(dst []byte, u *unpacker, depth int) []byte {
	t := u.next()
	if u.err != nil {
		return dst
	}
	switch t.class {
	case classArray, classMap:
		if depth >= maxDepth {
			u.fail("MessagePack nests deeper than %d", maxDepth)
			return dst
		}
		if t.class == classArray {
			return appendArrayJSON(dst, u, t.count, depth+1)
		}
		return appendMapJSON(dst, u, t.count, depth+1)
	default:
		return appendScalarJSON(dst, u, t)
	}
}

func appendArrayJSON(dst []byte, u *unpacker, n, depth int) []byte {
	dst = append(dst, '[')
	for i := 0; i < n && u.err == nil; i++ {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendTokenJSON(dst, u, depth)
	}
	return append(dst, ']')
}

func appendMapJSON(dst []byte, u *unpacker, n, depth int) []byte {
	dst = append(dst, '{')
	for i := 0; i < n && u.err == nil; i++ {
		if i > 0 {
			dst = append(dst, ',')
		}
		switch key := u.next(); key.class {
		case classString:
			dst = AppendJSONString(dst, string(key.body))
		case classInt, classUint, classBool:
			dst = append(dst, '"')
			dst = append(appendScalarJSON(dst, u, key), '"')
		default:
			u.fail("key of a MessagePack map is no name")
		}
		dst = append(dst, ':')
		dst = appendTokenJSON(dst, u, depth)
	}
	return append(dst, '}')
}

func appendScalarJSON(dst []byte, u *unpacker, t token) []byte {
	switch t.class {
	case classNil:
		return append(dst, "null"...)
	case classBool:
		return strconv.AppendBool(dst, t.bits != 0)
	case classInt:
		return strconv.AppendInt(dst, int64(t.bits), 10)
	case classUint:
		return strconv.AppendUint(dst, t.bits, 10)
	case classFloat:
		return appendFloatJSON(dst, u, t)
	case classString:
		return AppendJSONString(dst, string(t.body))
	case classBinary:
		dst = append(dst, '"')
		dst = base64.StdEncoding.AppendEncode(dst, t.body)
		return append(dst, '"')
	case classExt:
		if when, ok := t.time(); ok && 0 <= when.Year() && when.Year() <= 9999 {
			dst = append(dst, '"')
			dst = when.AppendFormat(dst, time.RFC3339Nano)
			return append(dst, '"')
		}
		u.fail("MessagePack extension %d has no JSON", t.ext)
	default:
		u.fail("MessagePack value has no JSON")
	}
	return dst
}

// appendFloatJSON writes integral values without a point, so that they bind to integers.
func appendFloatJSON(dst []byte, u *unpacker, t token) []byte {
	f, bits := t.float(), 64
	if !t.wide {
		bits = 32
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		u.fail("JSON has no number for %v", f)
		return dst
	}
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(dst, f, format, -1, bits)
}

// AppendAsMessagePack appends one JSON value as MessagePack. Integers that fit 64 bits stay integers.
func AppendAsMessagePack(dst, text []byte) ([]byte, error) {
	pos := skipSpace(text, 0)
	dst, end, err := appendValueMP(dst, text, pos, 0)
	if err != nil {
		return dst, err
	}
	if skipSpace(text, end) != len(text) {
		return dst, invalidf("something follows the JSON value")
	}
	return dst, nil
}

func appendValueMP(dst, text []byte, pos, depth int) ([]byte, int, error) {
	if pos < len(text) {
		switch text[pos] {
		case '{':
			return appendObjectMP(dst, text, pos, depth+1)
		case '[':
			return appendListMP(dst, text, pos, depth+1)
		case '"':
			return appendStringMP(dst, text, pos)
		}
	}
	end, err := skipValue(text, pos, depth)
	if err != nil {
		return dst, 0, err
	}
	switch text[pos] {
	case 'n':
		dst = append(dst, mpNil)
	case 't', 'f':
		dst = appendMPBool(dst, text[pos] == 't')
	default:
		dst, err = appendNumberMP(dst, string(text[pos:end]))
	}
	return dst, end, err
}

func appendNumberMP(dst []byte, number string) ([]byte, error) {
	if n, err := strconv.ParseInt(number, 10, 64); err == nil && number != "-0" {
		return appendMPInt(dst, n), nil
	}
	if n, err := strconv.ParseUint(number, 10, 64); err == nil {
		return appendMPUint(dst, n), nil
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return dst, invalidf("number %s is out of range", number)
	}
	return appendMPFloat(dst, f), nil
}

func appendStringMP(dst, text []byte, pos int) ([]byte, int, error) {
	s, end, err := stringAt(text, pos, "string")
	if err != nil {
		return dst, 0, err
	}
	return appendMPString(dst, string(s)), end, nil
}

func appendListMP(dst, text []byte, pos, depth int) ([]byte, int, error) {
	if depth > maxDepth {
		return dst, 0, invalidf("JSON nests deeper than %d", maxDepth)
	}
	head := len(dst)
	dst = append(dst, 0)
	count := 0
	pos = skipSpace(text, pos+1)
	if pos < len(text) && text[pos] == ']' {
		return fixCount(dst, head, mpFixArray, 0), pos + 1, nil
	}
	for {
		var err error
		if dst, pos, err = appendValueMP(dst, text, pos, depth); err != nil {
			return dst, 0, err
		}
		count++
		pos = skipSpace(text, pos)
		if pos >= len(text) {
			return dst, 0, invalidf("JSON array does not end")
		}
		switch text[pos] {
		case ',':
			pos = skipSpace(text, pos+1)
		case ']':
			return fixCount(dst, head, mpFixArray, count), pos + 1, nil
		default:
			return dst, 0, invalidf("comma or bracket expected in JSON array at byte %d", pos)
		}
	}
}

func appendObjectMP(dst, text []byte, pos, depth int) ([]byte, int, error) {
	if depth > maxDepth {
		return dst, 0, invalidf("JSON nests deeper than %d", maxDepth)
	}
	head := len(dst)
	dst = append(dst, 0)
	count, err := 0, error(nil)
	walk := members{data: text, pos: pos}
	for walk.next() {
		dst = appendMPString(dst, string(walk.key))
		if dst, walk.pos, err = appendValueMP(dst, text, walk.pos, depth); err != nil {
			return dst, 0, err
		}
		count++
	}
	if walk.err != nil {
		return dst, 0, walk.err
	}
	return fixCount(dst, head, mpFixMap, count), walk.pos, nil
}

// fixCount puts the number of elements into the one byte left at head, and makes room when it needs more. Few arrays
// and maps have more than fifteen elements, so nearly nothing is ever moved.
func fixCount(dst []byte, head int, fix byte, n int) []byte {
	if n < 16 {
		dst[head] = fix | byte(n)
		return dst
	}
	var wide [5]byte
	prefix := appendMPCount(wide[:0], fix, n)
	grow := len(prefix) - 1
	dst = append(dst, wide[:grow]...)
	copy(dst[head+len(prefix):], dst[head+1:len(dst)-grow])
	copy(dst[head:], prefix)
	return dst
}

// AppendMapAsMessagePack appends the members of several JSON objects, given without their braces, as one map. It lets a
// part that is shared be joined with a part that is not.
func AppendMapAsMessagePack(dst []byte, parts ...MapPart) []byte {
	n := 0
	for _, p := range parts {
		n += p.Count
	}
	dst = appendMPCount(dst, mpFixMap, n)
	for _, p := range parts {
		dst = append(dst, p.Pairs...)
	}
	return dst
}

// MapPart is a number of MessagePack key and value pairs without a head.
type MapPart struct {
	Count int
	Pairs []byte
}

// NewMapPart translates a JSON object.
func NewMapPart(object []byte) (MapPart, error) {
	packed, err := AppendAsMessagePack(nil, object)
	if err != nil {
		return MapPart{}, err
	}
	u := unpacker{data: packed}
	t := u.next()
	if t.class != classMap {
		return MapPart{}, invalidf("JSON object expected")
	}
	return MapPart{Count: t.count, Pairs: packed[u.pos:]}, nil
}
