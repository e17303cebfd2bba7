package xmltcp

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// Framing is how documents are told apart on a connection.
type Framing uint8

// The framings there are.
const (
	// Undecided: nothing has come yet that would tell.
	Undecided Framing = iota
	// NUL: every document ends with a zero byte.
	NUL
	// J2: every document has the eight-byte header of ECMA-323 Annex J.2 in
	// front: two bytes of format, the length of header and document as a
	// big-endian 16-bit number, and four digits of invoke id.
	J2
)

// String names the framing.
func (f Framing) String() string {
	switch f {
	case NUL:
		return "nul"
	case J2:
		return "j2"
	default:
		return "undecided"
	}
}

const (
	headerSize = 8
	// maxJ2Document is the longest document that is sent with a header: there
	// are clients that read its length as a signed number.
	maxJ2Document = 1<<15 - 1 - headerSize
	// EventInvokeID is the invoke id of messages that have no answer.
	EventInvokeID = "9999"
)

// Violation is something wrong with a connection's framing. It cannot be
// recovered from: the place where the next document starts is lost.
type Violation struct{ text string }

// Error says what is wrong.
func (v *Violation) Error() string { return v.text }

// The violations there are, see also TooLong.
var (
	// ErrUTF16: the bytes are UTF-16, in which zero bytes end nothing.
	ErrUTF16 = &Violation{"the document is in UTF-16; send UTF-8, whatever the XML declaration says"}
	// ErrUnknownFraming: the first bytes are neither XML nor a header.
	ErrUnknownFraming = &Violation{"the first bytes are neither an XML document nor a header as in ECMA-323 Annex J.2"}
	// ErrHeaderLength: the header's length is shorter than the header.
	ErrHeaderLength = &Violation{"the length in the header is under 8, and it counts the header"}
	// ErrInvokeID: the header's invoke id is not four digits.
	ErrInvokeID = &Violation{"the invoke id in the header is not four digits"}
	// ErrEmpty: nothing but zero bytes, more of them than are passed over.
	ErrEmpty = &Violation{"too many zero bytes without a document"}

	errCutOff = &Violation{"the connection ended within a document"}
)

// TooLong is the violation of a document that is longer than limit bytes.
func TooLong(limit int) *Violation {
	return &Violation{fmt.Sprintf("the document is longer than %d bytes", limit)}
}

// Is reports whether a violation is the same as another.
func (v *Violation) Is(target error) bool {
	other, ok := target.(*Violation)
	return ok && *other == *v
}

// Limits bound what a reader takes in before there is a document.
type Limits struct {
	// NULDocument and J2Document are the longest documents accepted, in bytes.
	NULDocument, J2Document int
	// Zeros is how many zero bytes in a row, without a document, are passed over.
	Zeros int
}

// DefaultLimits are the limits of a listener that names none.
var DefaultLimits = Limits{NULDocument: 256 << 10, J2Document: 64 << 10, Zeros: 64 << 10}

// Frame is one document as it came.
type Frame struct {
	// Document is valid until the next call of Next.
	Document []byte
	// InvokeID is the header's, empty with NUL framing.
	InvokeID string
}

// Reader takes documents out of a stream of bytes. The first bytes decide on
// the framing, for good.
type Reader struct {
	src     io.Reader
	limits  Limits
	framing Framing
	buf     []byte
	start   int // first byte not yet used
	zeros   int // zero bytes passed over since the last document
}

const (
	firstRead = 4 << 10
	// keepBuffer is the largest buffer kept between documents.
	keepBuffer = 16 << 10
)

// NewReader gives a reader of documents from src.
func NewReader(src io.Reader, limits Limits) *Reader {
	return &Reader{src: src, limits: limits}
}

// Expect decides on the framing before the first byte has come.
func (r *Reader) Expect(f Framing) { r.framing = f }

// Framing tells what was decided; Undecided until the first document began.
func (r *Reader) Framing() Framing { return r.framing }

// Next gives the next document. It returns io.EOF at the end of the stream
// between two documents, io.ErrUnexpectedEOF at its end within one.
func (r *Reader) Next() (Frame, error) {
	r.release()
	for {
		frame, need, err := r.parse(r.buf[r.start:])
		if err != nil || need == 0 {
			return frame, err
		}
		if err := r.fill(need); err != nil {
			if errors.Is(err, io.EOF) && len(bytes.Trim(r.buf[r.start:], "\x00 \t\r\n")) > 0 {
				err = io.ErrUnexpectedEOF
			}
			return Frame{}, err
		}
	}
}

// parse finds a frame at the start of b. Where b is too short it says how many
// bytes more are surely needed.
func (r *Reader) parse(b []byte) (f Frame, need int, err error) {
	if r.framing == Undecided {
		skip, framing, err := decide(b)
		r.start += skip
		r.zeros += skip
		switch {
		case r.zeros > r.limits.Zeros:
			return f, 0, ErrEmpty
		case err != nil:
			r.framing = framing
			return f, 0, err
		case framing == Undecided:
			return f, 1, nil
		}
		r.framing = framing
		b = b[skip:]
	}
	if r.framing == J2 {
		return r.parseJ2(b)
	}
	return r.parseNUL(b)
}

// decide tells the framing from the first bytes, and how many zero bytes in
// front of them mean nothing. Undecided without an error: there are too few.
func decide(b []byte) (skip int, f Framing, err error) {
	for ; len(b) > 0; skip++ {
		switch {
		case b[0] == '<', b[0] == 0xEF, b[0] == ' ', b[0] == '\t', b[0] == '\r', b[0] == '\n':
			return skip, NUL, nil
		case len(b) > 1 && (b[0] == 0xFF && b[1] == 0xFE || b[0] == 0xFE && b[1] == 0xFF):
			return skip, Undecided, ErrUTF16
		case b[0] != 0 && b[0] != '0' && b[0] != 0xFF && b[0] != 0xFE:
			return skip, Undecided, ErrUnknownFraming
		case len(b) < 2:
			return skip, Undecided, nil
		}
		switch header, sure := looksLikeHeader(b); {
		case header && !sure:
			return skip, Undecided, nil
		case header && length(b) < headerSize:
			return skip, J2, ErrHeaderLength
		case header:
			return skip, J2, nil
		case b[0] != 0:
			return skip, Undecided, ErrUnknownFraming
		}
		b = b[1:]
	}
	return skip, Undecided, nil
}

// looksLikeHeader reports whether b may begin with a header, and whether that
// is sure because there are enough bytes of it.
func looksLikeHeader(b []byte) (header, sure bool) {
	if b[0] != b[1] || b[0] != 0 && b[0] != '0' {
		return false, true
	}
	for i := 4; i < headerSize; i++ {
		if i >= len(b) {
			return true, false
		}
		if b[i] < '0' || b[i] > '9' {
			return false, true
		}
	}
	return true, true
}

func length(header []byte) int { return int(header[2])<<8 | int(header[3]) }

func (r *Reader) parseJ2(b []byte) (f Frame, need int, err error) {
	if len(b) < headerSize {
		return f, headerSize - len(b), nil
	}
	size := length(b)
	for _, d := range b[4:headerSize] {
		if d < '0' || d > '9' {
			return f, 0, ErrInvokeID
		}
	}
	f.InvokeID = string(b[4:headerSize])
	switch {
	case size < headerSize:
		return f, 0, ErrHeaderLength
	case size-headerSize > r.limits.J2Document:
		return f, 0, TooLong(r.limits.J2Document)
	case len(b) < size:
		return Frame{}, size - len(b), nil
	}
	r.start += size
	f.Document = b[headerSize:size]
	return f, 0, nil
}

func (r *Reader) parseNUL(b []byte) (f Frame, need int, err error) {
	for {
		end := bytes.IndexByte(b, 0)
		switch {
		case end < 0 && len(b) > r.limits.NULDocument || end > r.limits.NULDocument:
			return f, 0, TooLong(r.limits.NULDocument)
		case end < 0:
			return f, 1, nil
		}
		r.start += end + 1
		if doc := b[:end]; len(bytes.TrimSpace(doc)) > 0 {
			r.zeros = 0
			f.Document = doc
			return f, 0, nil
		}
		if r.zeros += end + 1; r.zeros > r.limits.Zeros {
			return f, 0, ErrEmpty
		}
		b = b[end+1:]
	}
}

// fill reads more bytes, at least one, and makes room for need of them.
func (r *Reader) fill(need int) error {
	if r.start > 0 {
		n := copy(r.buf, r.buf[r.start:])
		r.buf = r.buf[:n]
		r.start = 0
	}
	if free := cap(r.buf) - len(r.buf); free < need || free == 0 {
		grown := make([]byte, len(r.buf), max(firstRead, 2*cap(r.buf), len(r.buf)+need))
		copy(grown, r.buf)
		r.buf = grown
	}
	for range 100 {
		n, err := r.src.Read(r.buf[len(r.buf):cap(r.buf)])
		r.buf = r.buf[:len(r.buf)+n]
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// release lets go of a buffer that a long document made large.
func (r *Reader) release() {
	if r.start == len(r.buf) {
		r.buf, r.start = r.buf[:0], 0
		if cap(r.buf) > keepBuffer {
			r.buf = nil
		}
	}
}

// AppendNUL appends a document with the zero byte that ends it.
func AppendNUL(dst, document []byte) []byte {
	return append(append(dst, document...), 0)
}

// AppendHeader appends a J.2 header for a document of a size. Size is at most
// 65527 bytes, the invoke id four digits.
func AppendHeader(dst []byte, invokeID string, size int) ([]byte, error) {
	if size > maxJ2Document {
		return dst, TooLong(maxJ2Document)
	}
	total := size + headerSize
	dst = append(dst, 0, 0, byte(total>>8), byte(total))
	return append(dst, invokeID...), nil
}

// FormatInvokeID gives the four digits of an invoke id for a request, n counted
// from 0; 9999 is left to events.
func FormatInvokeID(n uint) string {
	s := strconv.FormatUint(uint64(n%9999), 10)
	return "0000"[:4-len(s)] + s
}
