package csta

import (
	"bytes"
	"math/bits"
	"strings"
)

// wordTable is what is known of the words of a flag set, or of a list of
// numbers: their names in the order of their bits or places.
type wordTable struct {
	names packed
	// keys are the names in JSON; none where they are all the same.
	keys packed
	// some lists the words that only some editions have.
	some []someEditions
}

// someEditions says which editions of ECMA-323 have a word, both ends
// included.
type someEditions struct {
	word     uint8
	from, to uint8
}

// has says whether an edition has a word.
func (t *wordTable) has(edition, word int) bool {
	for _, s := range t.some {
		if int(s.word) == word {
			return edition >= int(s.from) && edition <= int(s.to)
		}
	}
	return true
}

// inJSON are the names of the words in JSON.
func (t *wordTable) inJSON() *packed {
	if t.keys.count() > 0 {
		return &t.keys
	}
	return &t.names
}

// find returns the number of a name in small letters, -1 where there is none.
func (t *wordTable) find(name []byte) int {
	start := 0
	for i, end := range t.names.ends {
		if int(end)-start == len(name) && isFolded(name, t.names.text[start:end]) {
			return i
		}
		start = int(end)
	}
	return -1
}

// isFolded says whether folded is name in small letters. They are equally
// long.
func isFolded(folded []byte, name string) bool {
	for i := range folded {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if folded[i] != c {
			return false
		}
	}
	return true
}

// list lists the names of the flags that are set, separated by blanks. Bits
// without a name are passed over.
func (t *wordTable) list(flags ...uint64) string {
	var b strings.Builder
	for i, set := range flags {
		for ; set != 0; set &= set - 1 {
			word := i*64 + bits.TrailingZeros64(set)
			if word >= t.names.count() {
				break
			}
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.names.at(word))
		}
	}
	return b.String()
}

// flags collects the flags of blank-separated names. Unknown names are passed
// over.
func (t *wordTable) flags(names []byte) (flags uint64) {
	for name := range bytes.FieldsSeq(names) {
		if word := t.find(appendFolded(nil, string(name))); word >= 0 {
			flags |= 1 << word
		}
	}
	return flags
}

// flagReader is what reading a flag set or a list of numbers needs of a
// reader.
type flagReader interface {
	tokenReader
	// flag goes to the next flag and returns its name in small letters.
	flag() (name []byte, more bool)
	skip()
}

// flagSet is any generated flag set of up to 64 flags.
type flagSet interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
}

// readFlags reads a flag set. Unknown flags are passed over.
func readFlags[T flagSet](r flagReader, v *T, t *wordTable) bool {
	var flags [1]uint64
	found := readWideFlags(r, flags[:], t)
	*v = T(flags[0])
	return found
}

// readWideFlags reads a flag set of any size.
func readWideFlags(r flagReader, v []uint64, t *wordTable) (found bool) {
	clear(v)
	for {
		name, more := r.flag()
		if !more {
			return found
		}
		word := t.find(name)
		if word < 0 {
			r.skip()
			continue
		}
		on := false
		if readValue(r, &on, parseBool) && on {
			v[word/64] |= 1 << (word % 64)
			found = true
		}
	}
}

// xmlFlags appends a flag set: one element with the text true for each flag
// that the dialect's edition has.
func xmlFlags(b []byte, d *Dialect, tag string, flags uint64, t *wordTable) []byte {
	if flags == 0 {
		return b
	}
	start := len(b)
	b = openXML(b, tag)
	at := len(b)
	b = xmlFlagElements(b, d, flags, 0, t)
	if len(b) == at {
		return b[:start]
	}
	return endXML(b, tag)
}

// xmlWideFlags appends a flag set of any size.
func xmlWideFlags(b []byte, d *Dialect, tag string, flags []uint64, t *wordTable) []byte {
	start := len(b)
	b = openXML(b, tag)
	at := len(b)
	for i, set := range flags {
		b = xmlFlagElements(b, d, set, i*64, t)
	}
	if len(b) == at {
		return b[:start]
	}
	return endXML(b, tag)
}

// xmlFlagElements appends an element for each flag that is set; first is the
// number of the lowest bit.
func xmlFlagElements(b []byte, d *Dialect, flags uint64, first int, t *wordTable) []byte {
	for ; flags != 0; flags &= flags - 1 {
		word := first + bits.TrailingZeros64(flags)
		if word >= t.names.count() {
			break
		}
		if t.some == nil || t.has(d.edition, word) {
			b = xmlWord(b, t.names.at(word), "true")
		}
	}
	return b
}

// jsonFlags appends a flag set: an object with true for each flag.
func jsonFlags(b []byte, label string, flags uint64, t *wordTable) []byte {
	if flags == 0 {
		return b
	}
	return endObject(jsonFlagMembers(openObject(b, label), flags, 0, t))
}

// jsonWideFlags appends a flag set of any size.
func jsonWideFlags(b []byte, label string, flags []uint64, t *wordTable) []byte {
	start := len(b)
	b = openObject(b, label)
	at := len(b)
	for i, set := range flags {
		b = jsonFlagMembers(b, set, i*64, t)
	}
	if len(b) == at {
		return b[:start]
	}
	return endObject(b)
}

func jsonFlagMembers(b []byte, flags uint64, first int, t *wordTable) []byte {
	keys := t.inJSON()
	for ; flags != 0; flags &= flags - 1 {
		word := first + bits.TrailingZeros64(flags)
		if word >= t.names.count() {
			break
		}
		b = append(append(b, '"'), keys.at(word)...)
		b = append(b, `":true,`...)
	}
	return b
}

// jsonFlagList appends a flag set as an array of names.
func jsonFlagList(b []byte, label string, flags uint64, t *wordTable) []byte {
	if flags == 0 {
		return b
	}
	b = openArray(b, label, "")
	for ; flags != 0; flags &= flags - 1 {
		word := bits.TrailingZeros64(flags)
		if word >= t.names.count() {
			break
		}
		b = jsonWord(b, "", t.names.at(word))
	}
	return endArray(b, "")
}

// jsonReadFlagList reads an array of names, or a string of blank-separated
// ones.
func jsonReadFlagList(r *jsonReader, t *wordTable) (flags uint64) {
	for r.element() {
		flags |= t.flags(r.token())
	}
	return flags
}
