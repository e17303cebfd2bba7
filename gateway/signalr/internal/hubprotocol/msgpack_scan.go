package hubprotocol

import (
	"encoding/binary"
	"math"
	"time"
)

// The MessagePack format codes that are told apart below (github.com/msgpack/msgpack/blob/master/spec.md).
const (
	mpNil      = 0xc0
	mpFalse    = 0xc2
	mpTrue     = 0xc3
	mpBin8     = 0xc4
	mpExt8     = 0xc7
	mpFloat32  = 0xca
	mpFloat64  = 0xcb
	mpUint8    = 0xcc
	mpUint64   = 0xcf
	mpInt8     = 0xd0
	mpInt64    = 0xd3
	mpFixExt1  = 0xd4
	mpFixExt16 = 0xd8
	mpStr8     = 0xd9
	mpArray16  = 0xdc
	mpArray32  = 0xdd
	mpMap16    = 0xde
	mpMap32    = 0xdf

	mpFixMap   = 0x80
	mpFixArray = 0x90
	mpFixStr   = 0xa0
	mpNegative = 0xe0

	// mpTimestamp is the extension type of points in time.
	mpTimestamp = -1
)

// class sorts the format codes by what they carry.
type class uint8

const (
	classInvalid class = iota
	classNil
	classBool
	classInt
	classUint
	classFloat
	classString
	classBinary
	classArray
	classMap
	classExt
)

// token is one value of MessagePack without what an array or map holds.
type token struct {
	class class
	// bits is the value of a boolean or number, as it was written.
	bits uint64
	// body is what a string, binary or extension holds.
	body []byte
	// count is the number of elements of an array, or of pairs of a map.
	count int
	// ext is the type of an extension.
	ext int8
	// wide tells a float64 from a float32.
	wide bool
}

// unpacker walks MessagePack. After the first error every read returns zero values and err stays.
type unpacker struct {
	data []byte
	pos  int
	err  error
}

func (u *unpacker) fail(format string, args ...any) token {
	if u.err == nil {
		u.err = invalidf(format, args...)
	}
	u.pos = len(u.data)
	return token{}
}

// take returns the next n bytes.
func (u *unpacker) take(n int) []byte {
	if n < 0 || len(u.data)-u.pos < n {
		u.fail("MessagePack ends early")
		return nil
	}
	b := u.data[u.pos : u.pos+n : u.pos+n]
	u.pos += n
	return b
}

// uint reads a big-endian number of 1, 2, 4 or 8 bytes.
func (u *unpacker) uint(size int) uint64 {
	b := u.take(size)
	if b == nil {
		return 0
	}
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(binary.BigEndian.Uint16(b))
	case 4:
		return uint64(binary.BigEndian.Uint32(b))
	}
	return binary.BigEndian.Uint64(b)
}

// length reads the length of a body or a count. What cannot fit into the bytes that are left is refused before anything
// is sized by it.
func (u *unpacker) length(size int) int {
	n := u.uint(size)
	if n > uint64(len(u.data)-u.pos) {
		u.fail("MessagePack ends early")
		return 0
	}
	return int(n)
}

// next reads one token.
func (u *unpacker) next() token {
	head := u.take(1)
	if head == nil {
		return token{}
	}
	switch c := head[0]; {
	case c <= 0x7f:
		return token{class: classUint, bits: uint64(c)}
	case c >= mpNegative:
		return token{class: classInt, bits: uint64(int64(int8(c)))}
	case c < mpFixArray:
		return u.counted(classMap, int(c&0x0f))
	case c < mpFixStr:
		return u.counted(classArray, int(c&0x0f))
	case c < mpNil:
		return u.bodied(classString, int(c&0x1f))
	case c == mpNil:
		return token{class: classNil}
	case c == mpFalse, c == mpTrue:
		return token{class: classBool, bits: uint64(c - mpFalse)}
	case c >= mpBin8 && c < mpExt8:
		return u.bodied(classBinary, u.length(1<<(c-mpBin8)))
	case c >= mpExt8 && c < mpFloat32:
		return u.extension(u.length(1 << (c - mpExt8)))
	case c == mpFloat32:
		return token{class: classFloat, bits: u.uint(4)}
	case c == mpFloat64:
		return token{class: classFloat, bits: u.uint(8), wide: true}
	case c >= mpUint8 && c <= mpUint64:
		return token{class: classUint, bits: u.uint(1 << (c - mpUint8))}
	case c >= mpInt8 && c <= mpInt64:
		return u.signed(1 << (c - mpInt8))
	case c >= mpFixExt1 && c <= mpFixExt16:
		return u.extension(1 << (c - mpFixExt1))
	case c >= mpStr8 && c < mpArray16:
		return u.bodied(classString, u.length(1<<(c-mpStr8)))
	case c == mpArray16, c == mpArray32:
		return u.counted(classArray, u.length(2<<(c-mpArray16)))
	case c == mpMap16, c == mpMap32:
		return u.counted(classMap, u.length(2<<(c-mpMap16)))
	}
	return u.fail("MessagePack has no format 0x%x", head[0])
}

func (u *unpacker) bodied(c class, n int) token { return token{class: c, body: u.take(n)} }

func (u *unpacker) counted(c class, n int) token {
	if n > len(u.data)-u.pos {
		return u.fail("MessagePack ends early")
	}
	return token{class: c, count: n}
}

func (u *unpacker) extension(n int) token {
	kind := u.uint(1)
	return token{class: classExt, ext: int8(kind), body: u.take(n)}
}

func (u *unpacker) signed(size int) token {
	n := u.uint(size)
	shift := 64 - 8*size
	return token{class: classInt, bits: uint64(int64(n<<shift) >> shift)}
}

// skip checks one value and everything in it. depth is the number of arrays and maps around it.
func (u *unpacker) skip(depth int) {
	t := u.next()
	if t.class != classArray && t.class != classMap {
		return
	}
	if depth >= maxDepth {
		u.fail("MessagePack nests deeper than %d", maxDepth)
		return
	}
	n := t.count
	if t.class == classMap {
		n *= 2
	}
	for ; n > 0 && u.err == nil; n-- {
		u.skip(depth + 1)
	}
}

// raw checks one value and returns its bytes.
func (u *unpacker) raw(depth int) []byte {
	start := u.pos
	u.skip(depth)
	if u.err != nil {
		return nil
	}
	return u.data[start:u.pos:u.pos]
}

// array reads the head of an array.
func (u *unpacker) array(what string) int {
	t := u.next()
	if t.class != classArray {
		u.fail("expected '%s' to be an array", what)
	}
	return t.count
}

// string reads a string, or with orNil set also nil, which gives nil.
func (u *unpacker) string(what string, orNil bool) []byte {
	switch t := u.next(); {
	case t.class == classString:
		return t.body
	case t.class != classNil || !orNil:
		u.fail("expected '%s' to be a string", what)
	}
	return nil
}

// int reads an integer of any width; clients may send one as a float.
func (u *unpacker) int(what string) int64 {
	t := u.next()
	switch t.class {
	case classInt, classUint:
		return int64(t.bits)
	case classFloat:
		if f := t.float(); f == math.Trunc(f) && math.Abs(f) < 1<<63 {
			return int64(f)
		}
	default:
	}
	u.fail("expected '%s' to be an integer", what)
	return 0
}

func (t token) float() float64 {
	if t.wide {
		return math.Float64frombits(t.bits)
	}
	return float64(math.Float32frombits(uint32(t.bits)))
}

// time reads the timestamp extension in its three widths.
func (t token) time() (time.Time, bool) {
	if t.ext != mpTimestamp {
		return time.Time{}, false
	}
	switch len(t.body) {
	case 4:
		return time.Unix(int64(binary.BigEndian.Uint32(t.body)), 0).UTC(), true
	case 8:
		n := binary.BigEndian.Uint64(t.body)
		return time.Unix(int64(n&(1<<34-1)), int64(n>>34)).UTC(), true
	case 12:
		nanoseconds := int64(binary.BigEndian.Uint32(t.body))
		return time.Unix(int64(binary.BigEndian.Uint64(t.body[4:])), nanoseconds).UTC(), true
	}
	return time.Time{}, false
}
