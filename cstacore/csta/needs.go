package csta

import (
	"math/bits"
	"strings"
)

// needs lists the mandatory fields of a message or type, and which of them
// each edition, dialect and encoding insists on, one bit a field.
type needs struct {
	names string // separated by blanks
	masks [modes]uint64
}

// What a reader insists on: a column of needs.masks. inAny is for a reader
// that does not know the dialect yet: it insists on what all dialects of XML
// insist on.
const (
	inED3 = iota
	inED4
	inED5
	inED6
	inUnitel
	inJSON
	inAny
	modes
)

// missing names the first mandatory field whose bit is not set.
func (n *needs) missing(seen uint64, mode int) string {
	lacking := n.masks[mode] &^ seen
	if lacking == 0 {
		return ""
	}
	return strings.Fields(n.names)[bits.TrailingZeros64(lacking)]
}

// maxItems is how many foreign elements, attributes of such, and structs in
// lists one document may hold. A few bytes can ask for each of them, so that
// the size of the document alone would not bound what it costs.
const maxItems = 8192
