package hubprotocol

import (
	"errors"
	"testing"
)

func TestSplitJSON(t *testing.T) {
	tests := []struct {
		name, data string
		limit      int
		record     string
		size       int
		err        error
	}{
		{"nothing", "", 10, "", 0, nil},
		{"incomplete", "abc", 10, "", 0, nil},
		{"one", "abc\x1e", 10, "abc", 4, nil},
		{"first of two", "a\x1eb\x1e", 10, "a", 2, nil},
		{"empty", "\x1e", 10, "", 1, nil},
		{"as long as allowed", "123456789\x1e", 10, "123456789", 10, nil},
		{"too long", "1234567890\x1e", 10, "", 0, ErrTooLarge},
		{"too long already", "1234567890", 10, "", 0, ErrTooLarge},
		{"not too long yet", "123456789", 10, "", 0, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			record, size, err := JSON{}.Split([]byte(test.data), test.limit)
			if string(record) != test.record || size != test.size || !errors.Is(err, test.err) {
				t.Errorf("%q %d %v", record, size, err)
			}
		})
	}
}

func TestSplitMessagePack(t *testing.T) {
	long := append([]byte{0x80, 0x01}, make([]byte, 128)...)
	tests := []struct {
		name  string
		data  []byte
		limit int
		size  int
		err   error
	}{
		{"nothing", nil, 10, 0, nil},
		{"prefix alone", []byte{3}, 10, 0, nil},
		{"incomplete", []byte{3, 1, 2}, 10, 0, nil},
		{"one", []byte{3, 1, 2, 3}, 10, 4, nil},
		{"more behind it", []byte{1, 1, 2, 3}, 10, 2, nil},
		{"two bytes of prefix", long, 1000, 130, nil},
		{"half a prefix", long[:1], 1000, 0, nil},
		{"as long as allowed", []byte{3, 1, 2, 3}, 4, 4, nil},
		{"too long", []byte{4, 1}, 4, 0, ErrTooLarge},
		{"more than 2 GB", []byte{0xff, 0xff, 0xff, 0xff, 0x0f}, 1 << 62, 0, ErrTooLarge},
		{"prefix of six bytes", []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, 10, 0, ErrInvalid},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, size, err := MessagePack{}.Split(test.data, test.limit)
			if size != test.size || !errors.Is(err, test.err) {
				t.Errorf("%d %v", size, err)
			}
		})
	}
}
