package hubprotocol

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/vmihailenco/msgpack/v5"
)

// maxPrefix is the most bytes that the length in front of a message takes.
const maxPrefix = 5

// open makes room for the length prefix; frame puts it there and closes the gap.
func open(dst []byte) ([]byte, int) {
	start := len(dst)
	return append(dst, 0, 0, 0, 0, 0), start
}

func frame(dst []byte, start int) []byte {
	length := len(dst) - start - maxPrefix
	head := start
	for n := length; ; head++ {
		dst[head] = byte(n & 0x7f)
		if n >>= 7; n == 0 {
			break
		}
		dst[head] |= 0x80
	}
	head++
	copy(dst[head:], dst[start+maxPrefix:])
	return dst[:head+length]
}

// AppendInvocation implements Protocol.
func (MessagePack) AppendInvocation(dst []byte, stream bool, id, target string, args []any, streamIDs []string) ([]byte, error) {
	dst, start := open(dst)
	kind := Invocation
	if stream {
		kind = StreamInvocation
	}
	dst = append(dst, mpFixArray|6, byte(kind), mpFixMap)
	if id == "" {
		dst = append(dst, mpNil)
	} else {
		dst = appendMPString(dst, id)
	}
	dst = appendMPString(dst, target)
	dst = appendMPCount(dst, mpFixArray, len(args))
	var err error
	for _, arg := range args {
		if dst, err = appendMPValue(dst, arg); err != nil {
			return dst, err
		}
	}
	dst = appendMPCount(dst, mpFixArray, len(streamIDs))
	for _, s := range streamIDs {
		dst = appendMPString(dst, s)
	}
	return frame(dst, start), nil
}

// AppendStreamItem implements Protocol.
func (MessagePack) AppendStreamItem(dst []byte, id string, item any) ([]byte, error) {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|4, byte(StreamItem), mpFixMap)
	dst = appendMPString(dst, id)
	dst, err := appendMPValue(dst, item)
	return frame(dst, start), err
}

// AppendResult implements Protocol.
func (MessagePack) AppendResult(dst []byte, id string, result any) ([]byte, error) {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|5, byte(Completion), mpFixMap)
	dst = append(appendMPString(dst, id), resultValue)
	dst, err := appendMPValue(dst, result)
	return frame(dst, start), err
}

// AppendVoid implements Protocol.
func (MessagePack) AppendVoid(dst []byte, id string) []byte {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|4, byte(Completion), mpFixMap)
	return frame(append(appendMPString(dst, id), resultVoid), start)
}

// AppendError implements Protocol.
func (MessagePack) AppendError(dst []byte, id, text string) []byte {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|5, byte(Completion), mpFixMap)
	dst = append(appendMPString(dst, id), resultError)
	return frame(appendMPString(dst, text), start)
}

// AppendCancel implements Protocol.
func (MessagePack) AppendCancel(dst []byte, id string) []byte {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|3, byte(CancelInvocation), mpFixMap)
	return frame(appendMPString(dst, id), start)
}

// AppendPing implements Protocol.
func (MessagePack) AppendPing(dst []byte) []byte {
	return append(dst, 2, mpFixArray|1, byte(Ping))
}

// AppendClose implements Protocol.
func (MessagePack) AppendClose(dst []byte, text string, allowReconnect bool) []byte {
	dst, start := open(dst)
	dst = append(dst, mpFixArray|3, byte(Close))
	if text == "" {
		dst = append(dst, mpNil)
	} else {
		dst = appendMPString(dst, text)
	}
	return frame(appendMPBool(dst, allowReconnect), start)
}

// AppendAck implements Protocol.
func (MessagePack) AppendAck(dst []byte, sequence int64) []byte {
	dst, start := open(dst)
	return frame(appendMPInt(append(dst, mpFixArray|2, byte(Ack)), sequence), start)
}

// AppendSequence implements Protocol.
func (MessagePack) AppendSequence(dst []byte, sequence int64) []byte {
	dst, start := open(dst)
	return frame(appendMPInt(append(dst, mpFixArray|2, byte(Sequence)), sequence), start)
}

// appendMPValue appends any value. A value that is JSON already is translated; a Go value is encoded by its msgpack
// methods, or else by its json tags, with byte slices as bin and points in time as timestamps.
func appendMPValue(dst []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case nil:
		return append(dst, mpNil), nil
	case MessagePackAppender:
		return v.AppendMessagePack(dst), nil
	case JSONAppender:
		return translate(dst, v.AppendJSON)
	case json.RawMessage:
		if v == nil {
			return append(dst, mpNil), nil
		}
		return AppendAsMessagePack(dst, v)
	case string:
		return appendMPString(dst, v), nil
	case bool:
		return appendMPBool(dst, v), nil
	case int:
		return appendMPInt(dst, int64(v)), nil
	case int32:
		return appendMPInt(dst, int64(v)), nil
	case int64:
		return appendMPInt(dst, v), nil
	case uint64:
		return appendMPUint(dst, v), nil
	case float64:
		return appendMPFloat(dst, v), nil
	case []byte:
		return appendMPBinary(dst, v), nil
	case time.Time:
		return appendMPTime(dst, v), nil
	case []any:
		return appendMPSlice(dst, v)
	case map[string]any:
		return appendMPMap(dst, v)
	}
	if marshalsOnlyJSON(value) {
		text, err := json.Marshal(value)
		if err != nil {
			return dst, fmt.Errorf("encode %T: %w", value, err)
		}
		return AppendAsMessagePack(dst, text)
	}
	return appendMPReflected(dst, value)
}

func appendMPSlice(dst []byte, values []any) ([]byte, error) {
	if values == nil {
		return append(dst, mpNil), nil
	}
	dst = appendMPCount(dst, mpFixArray, len(values))
	var err error
	for _, v := range values {
		if dst, err = appendMPValue(dst, v); err != nil {
			return dst, err
		}
	}
	return dst, nil
}

func appendMPMap(dst []byte, pairs map[string]any) ([]byte, error) {
	if pairs == nil {
		return append(dst, mpNil), nil
	}
	dst = appendMPCount(dst, mpFixMap, len(pairs))
	var err error
	for _, name := range slices.Sorted(maps.Keys(pairs)) {
		dst = appendMPString(dst, name)
		if dst, err = appendMPValue(dst, pairs[name]); err != nil {
			return dst, err
		}
	}
	return dst, nil
}

var scratch = sync.Pool{New: func() any { return new([]byte) }}

// translate appends JSON made by appendJSON as MessagePack.
func translate(dst []byte, appendJSON func([]byte) []byte) ([]byte, error) {
	buffer := scratch.Get().(*[]byte)
	defer scratch.Put(buffer)
	*buffer = appendJSON((*buffer)[:0])
	return AppendAsMessagePack(dst, *buffer)
}

// appendTo lets an encoder write to the end of a slice.
type appendTo struct{ out []byte }

func (a *appendTo) Write(p []byte) (int, error) {
	a.out = append(a.out, p...)
	return len(p), nil
}

func (a *appendTo) WriteByte(c byte) error {
	a.out = append(a.out, c)
	return nil
}

func appendMPReflected(dst []byte, value any) ([]byte, error) {
	out := appendTo{out: dst}
	e := msgpack.GetEncoder()
	defer msgpack.PutEncoder(e)
	e.Reset(&out)
	e.SetCustomStructTag("json")
	e.SetSortMapKeys(true)
	e.UseCompactInts(true)
	if err := e.Encode(value); err != nil {
		return dst, fmt.Errorf("encode %T: %w", value, err)
	}
	return out.out, nil
}

func appendMPBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, mpTrue)
	}
	return append(dst, mpFalse)
}

func appendMPInt(dst []byte, v int64) []byte {
	switch {
	case v >= 0:
		return appendMPUint(dst, uint64(v))
	case v >= -32:
		return append(dst, byte(v))
	case v >= math.MinInt8:
		return append(dst, mpInt8, byte(v))
	case v >= math.MinInt16:
		return binary.BigEndian.AppendUint16(append(dst, mpInt8+1), uint16(v))
	case v >= math.MinInt32:
		return binary.BigEndian.AppendUint32(append(dst, mpInt8+2), uint32(v))
	}
	return binary.BigEndian.AppendUint64(append(dst, mpInt64), uint64(v))
}

func appendMPUint(dst []byte, v uint64) []byte {
	switch {
	case v <= 0x7f:
		return append(dst, byte(v))
	case v <= math.MaxUint8:
		return append(dst, mpUint8, byte(v))
	case v <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(dst, mpUint8+1), uint16(v))
	case v <= math.MaxUint32:
		return binary.BigEndian.AppendUint32(append(dst, mpUint8+2), uint32(v))
	}
	return binary.BigEndian.AppendUint64(append(dst, mpUint64), v)
}

func appendMPFloat(dst []byte, v float64) []byte {
	return binary.BigEndian.AppendUint64(append(dst, mpFloat64), math.Float64bits(v))
}

func appendMPString(dst []byte, s string) []byte {
	switch n := len(s); {
	case n < 32:
		dst = append(dst, mpFixStr|byte(n))
	case n <= math.MaxUint8:
		dst = append(dst, mpStr8, byte(n))
	case n <= math.MaxUint16:
		dst = binary.BigEndian.AppendUint16(append(dst, mpStr8+1), uint16(n))
	default:
		dst = binary.BigEndian.AppendUint32(append(dst, mpStr8+2), uint32(n))
	}
	return append(dst, s...)
}

func appendMPBinary(dst, b []byte) []byte {
	if b == nil {
		return append(dst, mpNil)
	}
	switch n := len(b); {
	case n <= math.MaxUint8:
		dst = append(dst, mpBin8, byte(n))
	case n <= math.MaxUint16:
		dst = binary.BigEndian.AppendUint16(append(dst, mpBin8+1), uint16(n))
	default:
		dst = binary.BigEndian.AppendUint32(append(dst, mpBin8+2), uint32(n))
	}
	return append(dst, b...)
}

// appendMPTime appends the timestamp extension in its 96-bit form when 64 bits do not hold it.
func appendMPTime(dst []byte, t time.Time) []byte {
	seconds, nanoseconds := t.Unix(), uint32(t.Nanosecond())
	if seconds>>34 == 0 {
		dst = append(dst, mpFixExt1+3, 0xff)
		return binary.BigEndian.AppendUint64(dst, uint64(nanoseconds)<<34|uint64(seconds))
	}
	dst = append(dst, mpExt8, 12, 0xff)
	dst = binary.BigEndian.AppendUint32(dst, nanoseconds)
	return binary.BigEndian.AppendUint64(dst, uint64(seconds))
}

// appendMPCount appends the head of an array (fix is mpFixArray) or a map (mpFixMap).
func appendMPCount(dst []byte, fix byte, n int) []byte {
	wide := byte(mpArray16)
	if fix == mpFixMap {
		wide = mpMap16
	}
	switch {
	case n < 16:
		return append(dst, fix|byte(n))
	case n <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(dst, wide), uint16(n))
	}
	return binary.BigEndian.AppendUint32(append(dst, wide+1), uint32(n))
}
