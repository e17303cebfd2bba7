package xmltcp

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// header gives a J.2 header, right or wrong.
func header(format string, length int, id string) string {
	return format + string([]byte{byte(length >> 8), byte(length)}) + id
}

// j2 gives a document with its header.
func j2(id, doc string) string { return header("\x00\x00", len(doc)+8, id) + doc }

var framingCases = []struct {
	name    string
	in      string
	framing Framing
	want    []Frame
	err     error
}{
	{"one document", "<a/>\x00", NUL, []Frame{{Document: []byte("<a/>")}}, io.EOF},
	{"two documents in one segment", "<a/>\x00<b/>\x00", NUL, []Frame{{Document: []byte("<a/>")}, {Document: []byte("<b/>")}}, io.EOF},
	{"zero bytes in front", "\x00\x00\x00<a/>\x00", NUL, []Frame{{Document: []byte("<a/>")}}, io.EOF},
	{"zero bytes and blanks between", "<a/>\x00\x00\r\n\x00<b/>\x00\r\n", NUL, []Frame{{Document: []byte("<a/>")}, {Document: []byte("<b/>")}}, io.EOF},
	{"byte-order mark", "\xEF\xBB\xBF<a/>\x00", NUL, []Frame{{Document: []byte("\xEF\xBB\xBF<a/>")}}, io.EOF},
	{"white space first", "\r\n<a/>\x00", NUL, []Frame{{Document: []byte("\r\n<a/>")}}, io.EOF},
	{"cut within a document", "<a/>\x00<b", NUL, []Frame{{Document: []byte("<a/>")}}, io.ErrUnexpectedEOF},
	{"nothing", "", Undecided, nil, io.EOF},
	{"document over the limit", "<" + strings.Repeat("a", 2000) + "\x00", NUL, nil, TooLong(1000)},
	{"endless document", "<" + strings.Repeat("a", 20000), NUL, nil, TooLong(1000)},
	{"storm of zero bytes", strings.Repeat("\x00", 5000), Undecided, nil, ErrEmpty},
	{"storm of zero bytes later", "<a/>" + strings.Repeat("\x00", 5000), NUL, []Frame{{Document: []byte("<a/>")}}, ErrEmpty},
	{"UTF-16, little end first", "\xFF\xFE<\x00a\x00", Undecided, nil, ErrUTF16},
	{"UTF-16, big end first", "\xFE\xFF\x00<\x00a", Undecided, nil, ErrUTF16},
	{"no framing", "GET / HTTP/1.1\r\n", Undecided, nil, ErrUnknownFraming},
	{"TLS", "\x16\x03\x01\x02\x00\x01", Undecided, nil, ErrUnknownFraming},

	{"J.2", j2("0001", "<a/>"), J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}}, io.EOF},
	{"J.2, two at once", j2("0001", "<a/>") + j2("0002", "<b/>"), J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}, {Document: []byte("<b/>"), InvokeID: "0002"}}, io.EOF},
	{"J.2 with an ASCII format", header("00", 12, "0003") + "<a/>", J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0003"}}, io.EOF},
	{"J.2, format not looked at again", j2("0001", "<a/>") + header("zz", 12, "0004") + "<b/>", J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}, {Document: []byte("<b/>"), InvokeID: "0004"}}, io.EOF},
	{"J.2, empty document", j2("0005", ""), J2, []Frame{{Document: []byte{}, InvokeID: "0005"}}, io.EOF},
	{"J.2, document with zero bytes", j2("0006", "<a>\x00</a>"), J2, []Frame{{Document: []byte("<a>\x00</a>"), InvokeID: "0006"}}, io.EOF},
	{"J.2, length under 8 at once", header("\x00\x00", 7, "0001") + "<a/>", J2, nil, ErrHeaderLength},
	{"J.2, length under 8 later", j2("0001", "<a/>") + header("\x00\x00", 3, "0002"), J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}}, ErrHeaderLength},
	{"J.2, invoke id of letters later", j2("0001", "<a/>") + header("\x00\x00", 12, "abcd"), J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}}, ErrInvokeID},
	{"J.2 over the limit", j2("0001", "<"+strings.Repeat("a", 2000)), J2, nil, TooLong(1500)},
	{"J.2, cut in the header", j2("0001", "<a/>") + "\x00\x00\x00", J2, []Frame{{Document: []byte("<a/>"), InvokeID: "0001"}}, io.EOF},
	{"J.2, cut in the document", j2("0001", "<a/>")[:10], J2, nil, io.ErrUnexpectedEOF},
	{"header without digits is zero bytes and rubbish", header("\x00\x00", 12, "abcd"), Undecided, nil, ErrUnknownFraming},
	{"ASCII format without digits", header("00", 12, "abcd"), Undecided, nil, ErrUnknownFraming},
}

var testLimits = Limits{NULDocument: 1000, J2Document: 1500, Zeros: 4000}

func TestReader(t *testing.T) {
	readers := map[string]func(io.Reader) io.Reader{
		"at once":               func(r io.Reader) io.Reader { return r },
		"byte-wise":             iotest.OneByteReader,
		"half reads":            iotest.HalfReader,
		"data and EOF together": iotest.DataErrReader,
	}
	for _, tt := range framingCases {
		for how, wrap := range readers {
			t.Run(tt.name+", "+how, func(t *testing.T) {
				r := NewReader(wrap(strings.NewReader(tt.in)), testLimits)
				var got []Frame
				var err error
				for {
					var f Frame
					if f, err = r.Next(); err != nil {
						break
					}
					f.Document = bytes.Clone(f.Document)
					got = append(got, f)
				}
				if len(got) != len(tt.want) {
					t.Fatalf("%d documents, want %d (%v)", len(got), len(tt.want), err)
				}
				for i := range got {
					if !bytes.Equal(got[i].Document, tt.want[i].Document) || got[i].InvokeID != tt.want[i].InvokeID {
						t.Errorf("document %d: %q %q, want %q %q", i, got[i].InvokeID, got[i].Document, tt.want[i].InvokeID, tt.want[i].Document)
					}
				}
				if !errors.Is(err, tt.err) {
					t.Errorf("error %v, want %v", err, tt.err)
				}
				if r.Framing() != tt.framing {
					t.Errorf("framing %v, want %v", r.Framing(), tt.framing)
				}
			})
		}
	}
}

func TestReaderKeepsNoLargeBuffer(t *testing.T) {
	doc := "<" + strings.Repeat("a", 200<<10) + ">"
	r := NewReader(strings.NewReader(doc+"\x00<b/>\x00"), DefaultLimits)
	for range 2 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Next(); !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	if cap(r.buf) > keepBuffer {
		t.Errorf("a buffer of %d bytes is kept", cap(r.buf))
	}
}

func TestAppendHeader(t *testing.T) {
	got, err := AppendHeader(nil, "0042", 4)
	if want := "\x00\x00\x00\x0c0042"; err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := AppendHeader(nil, "0042", maxJ2Document); err != nil {
		t.Errorf("the longest document: %v", err)
	}
	if _, err := AppendHeader(nil, "0042", maxJ2Document+1); !errors.Is(err, TooLong(maxJ2Document)) {
		t.Errorf("a document too long: %v", err)
	}
}

func TestFormatInvokeID(t *testing.T) {
	for n, want := range map[uint]string{0: "0000", 7: "0007", 9998: "9998", 9999: "0000", 10001: "0002"} {
		if got := FormatInvokeID(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// FuzzReader holds a reader that gets everything at once against one that gets
// it byte by byte: both must give the same, and neither may take in more than
// its limits.
func FuzzReader(f *testing.F) {
	for _, tt := range framingCases {
		f.Add([]byte(tt.in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		whole := NewReader(bytes.NewReader(in), testLimits)
		bytewise := NewReader(iotest.OneByteReader(bytes.NewReader(in)), testLimits)
		for {
			a, errA := whole.Next()
			b, errB := bytewise.Next()
			if (errA == nil) != (errB == nil) || errA != nil && errA.Error() != errB.Error() {
				t.Fatalf("at once %v, byte-wise %v", errA, errB)
			}
			if errA != nil {
				return
			}
			if !bytes.Equal(a.Document, b.Document) || a.InvokeID != b.InvokeID {
				t.Fatalf("at once %q %q, byte-wise %q %q", a.InvokeID, a.Document, b.InvokeID, b.Document)
			}
			if len(a.Document) > max(testLimits.NULDocument, testLimits.J2Document) {
				t.Fatalf("a document of %d bytes", len(a.Document))
			}
		}
	})
}
