package hubprotocol

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"unicode/utf8"
)

// AppendInvocation implements Protocol.
func (JSON) AppendInvocation(dst []byte, stream bool, id, target string, args []any, streamIDs []string) ([]byte, error) {
	if stream {
		dst = append(dst, `{"type":4`...)
	} else {
		dst = append(dst, `{"type":1`...)
	}
	if id != "" {
		dst = append(dst, `,"invocationId":`...)
		dst = AppendJSONString(dst, id)
	}
	dst = append(dst, `,"target":`...)
	dst = AppendJSONString(dst, target)
	dst = append(dst, `,"arguments":[`...)
	for i, arg := range args {
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = appendJSONValue(dst, arg); err != nil {
			return dst, err
		}
	}
	dst = append(dst, ']')
	if len(streamIDs) > 0 {
		dst = append(dst, `,"streamIds":[`...)
		for i, s := range streamIDs {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = AppendJSONString(dst, s)
		}
		dst = append(dst, ']')
	}
	return append(dst, '}', RecordSeparator), nil
}

// AppendStreamItem implements Protocol.
func (JSON) AppendStreamItem(dst []byte, id string, item any) ([]byte, error) {
	dst = append(dst, `{"type":2,"invocationId":`...)
	dst = AppendJSONString(dst, id)
	dst = append(dst, `,"item":`...)
	dst, err := appendJSONValue(dst, item)
	return append(dst, '}', RecordSeparator), err
}

// AppendResult implements Protocol.
func (JSON) AppendResult(dst []byte, id string, result any) ([]byte, error) {
	dst = appendJSONCompletion(dst, id)
	dst = append(dst, `,"result":`...)
	dst, err := appendJSONValue(dst, result)
	return append(dst, '}', RecordSeparator), err
}

// AppendVoid implements Protocol.
func (JSON) AppendVoid(dst []byte, id string) []byte {
	return append(appendJSONCompletion(dst, id), '}', RecordSeparator)
}

// AppendError implements Protocol.
func (JSON) AppendError(dst []byte, id, text string) []byte {
	dst = appendJSONCompletion(dst, id)
	dst = append(dst, `,"error":`...)
	dst = AppendJSONString(dst, text)
	return append(dst, '}', RecordSeparator)
}

func appendJSONCompletion(dst []byte, id string) []byte {
	dst = append(dst, `{"type":3,"invocationId":`...)
	return AppendJSONString(dst, id)
}

// AppendCancel implements Protocol.
func (JSON) AppendCancel(dst []byte, id string) []byte {
	dst = append(dst, `{"type":5,"invocationId":`...)
	dst = AppendJSONString(dst, id)
	return append(dst, '}', RecordSeparator)
}

// AppendPing implements Protocol.
func (JSON) AppendPing(dst []byte) []byte { return append(dst, "{\"type\":6}\x1e"...) }

// AppendClose implements Protocol.
func (JSON) AppendClose(dst []byte, text string, allowReconnect bool) []byte {
	dst = append(dst, `{"type":7`...)
	if text != "" {
		dst = append(dst, `,"error":`...)
		dst = AppendJSONString(dst, text)
	}
	if allowReconnect {
		dst = append(dst, `,"allowReconnect":true`...)
	}
	return append(dst, '}', RecordSeparator)
}

// AppendAck implements Protocol.
func (JSON) AppendAck(dst []byte, sequence int64) []byte {
	dst = append(dst, `{"type":8,"sequenceId":`...)
	dst = strconv.AppendInt(dst, sequence, 10)
	return append(dst, '}', RecordSeparator)
}

// AppendSequence implements Protocol.
func (JSON) AppendSequence(dst []byte, sequence int64) []byte {
	dst = append(dst, `{"type":9,"sequenceId":`...)
	dst = strconv.AppendInt(dst, sequence, 10)
	return append(dst, '}', RecordSeparator)
}

// appendJSONValue appends any value. Values that are JSON already, and the simple ones that events are made of, take no
// reflection.
func appendJSONValue(dst []byte, value any) ([]byte, error) {
	switch v := value.(type) {
	case nil:
		return append(dst, "null"...), nil
	case JSONAppender:
		return v.AppendJSON(dst), nil
	case json.RawMessage:
		if v == nil {
			return append(dst, "null"...), nil
		}
		return append(dst, v...), nil
	case string:
		return AppendJSONString(dst, v), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case int:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case int32:
		return strconv.AppendInt(dst, int64(v), 10), nil
	case int64:
		return strconv.AppendInt(dst, v, 10), nil
	case uint64:
		return strconv.AppendUint(dst, v, 10), nil
	}
	return appendReflected(dst, value)
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.json = json.NewEncoder(&e.out)
	// .NET's server does not escape HTML either.
	e.json.SetEscapeHTML(false)
	return e
}}

type encoder struct {
	out  bytes.Buffer
	json *json.Encoder
}

func appendReflected(dst []byte, value any) ([]byte, error) {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	e.out.Reset()
	if err := e.json.Encode(value); err != nil {
		// An encoder that failed once may keep the error.
		e.json = json.NewEncoder(&e.out)
		e.json.SetEscapeHTML(false)
		return dst, fmt.Errorf("encode %T: %w", value, err)
	}
	return append(dst, bytes.TrimSuffix(e.out.Bytes(), []byte{'\n'})...), nil
}

const hexDigits = "0123456789abcdef"

// AppendJSONString appends s as a JSON string. Bytes that are not UTF-8 become U+FFFD, control characters are escaped,
// and so no string can hold a bare RecordSeparator.
func AppendJSONString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				dst = append(dst, s[start:i]...)
				dst = append(dst, "\ufffd"...)
				start = i + 1
			}
			i += n
			continue
		}
		if c >= 0x20 && c != '"' && c != '\\' {
			i++
			continue
		}
		dst = append(dst, s[start:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}
