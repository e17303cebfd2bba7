package csta

import (
	"bytes"
	"math/bits"
	"strings"
)

// flagNames lists the names of the bits that are set, separated by blanks.
// Bits without a name are passed over.
func flagNames(flags uint64, names []string) string {
	var b strings.Builder
	for ; flags != 0; flags &= flags - 1 {
		i := bits.TrailingZeros64(flags)
		if i >= len(names) {
			break
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(names[i])
	}
	return b.String()
}

// flagList collects the flags of blank-separated names. Unknown names are
// passed over.
func flagList[T flagSet](names []byte, flagOf func(name []byte) T) T {
	var flags T
	for name := range bytes.FieldsSeq(names) {
		flags |= flagOf(appendFolded(nil, name))
	}
	return flags
}
