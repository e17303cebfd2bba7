package hubprotocol

import (
	"bytes"
	"fmt"
)

// MaxVersion is the newest version of the hub protocols. Version 2 added stateful reconnect.
const MaxVersion = 2

// HandshakeRequest is the first thing a client sends, in JSON whatever protocol it asks for.
type HandshakeRequest struct {
	Protocol string
	Version  int64
}

// SplitHandshake finds the handshake request at the start of data, as Protocol.Split does for messages.
func SplitHandshake(data []byte, limit int) (record []byte, size int, err error) {
	return JSON{}.Split(data, limit)
}

// ParseHandshakeRequest reads a handshake request without its separator. Unknown members are skipped; the protocol and
// the version must be there.
func ParseHandshakeRequest(record []byte) (HandshakeRequest, error) {
	var request HandshakeRequest
	var hasProtocol, hasVersion bool
	walk := members{data: record, pos: skipSpace(record, 0)}
	for walk.next() {
		var end int
		var err error
		switch string(walk.key) {
		case "protocol":
			var name []byte
			name, end, err = stringAt(record, walk.pos, "protocol")
			request.Protocol, hasProtocol = string(name), true
		case "version":
			request.Version, end, err = intAt(record, walk.pos, "version")
			hasVersion = true
		default:
			end, err = skipValue(record, walk.pos, 1)
		}
		if err != nil {
			return request, err
		}
		walk.pos = end
	}
	switch {
	case walk.err != nil:
		return request, walk.err
	case skipSpace(record, walk.pos) != len(record):
		return request, invalidf("something follows the handshake request")
	case !hasProtocol:
		return request, missing("protocol")
	case !hasVersion:
		return request, missing("version")
	}
	return request, nil
}

// AppendHandshakeResponse appends the server's answer; an empty text accepts.
func AppendHandshakeResponse(dst []byte, text string) []byte {
	dst = append(dst, '{')
	if text != "" {
		dst = append(dst, `"error":`...)
		dst = AppendJSONString(dst, text)
	}
	return append(dst, '}', RecordSeparator)
}

// AppendHandshakeRequest appends a client's request.
func AppendHandshakeRequest(dst []byte, protocol string, version int) []byte {
	dst = append(dst, `{"protocol":`...)
	dst = AppendJSONString(dst, protocol)
	return append(fmt.Appendf(dst, `,"version":%d}`, version), RecordSeparator)
}

// ParseHandshakeResponse reads the server's answer from the start of data. It returns the error the server gave, if any,
// and the number of bytes the answer takes up, 0 while it is incomplete.
func ParseHandshakeResponse(data []byte) (text string, size int, err error) {
	i := bytes.IndexByte(data, RecordSeparator)
	if i < 0 {
		return "", 0, nil
	}
	walk := members{data: data[:i], pos: 0}
	for walk.next() {
		end, err := skipValue(walk.data, walk.pos, 1)
		if err != nil {
			return "", 0, err
		}
		switch string(walk.key) {
		case "error":
			value, _, err := stringAt(walk.data, walk.pos, "error")
			if err != nil {
				return "", 0, err
			}
			text = string(value)
		case "type":
			return "", 0, invalidf("expected a handshake response")
		}
		walk.pos = end
	}
	return text, i + 1, walk.err
}
