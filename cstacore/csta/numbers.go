package csta

import "math/bits"

// A list of numbers has one for each word of its table, all of them mandatory
// in the editions that have the word. Such a list has more of them than the
// bits of needs could tell apart.

// xmlNumbers appends an element with a child for each number.
func xmlNumbers(b []byte, d *Dialect, tag string, numbers []int64, t *wordTable) []byte {
	b = openXML(b, tag)
	for i, number := range numbers {
		if t.has(d.edition, i) {
			b = xmlInt(b, t.names.at(i), number)
		}
	}
	return endXML(b, tag)
}

// jsonNumbers appends an object with a member for each number.
func jsonNumbers(b []byte, label string, numbers []int64, t *wordTable) []byte {
	b = openObject(b, label)
	for i, number := range numbers {
		b = append(append(b, '"'), t.inJSON().at(i)...)
		b = jsonInt(b, `":`, number)
	}
	return endObject(b)
}

func xmlReadNumbers(r *xmlReader, numbers []int64, t *wordTable) bool {
	for _, i := range readNumbers(r, numbers, t) {
		if t.mandatory(r.mode, i) {
			r.report(MissingField, t.names.at(i), "")
			break
		}
	}
	return true
}

func jsonReadNumbers(r *jsonReader, numbers []int64, t *wordTable) bool {
	for _, i := range readNumbers(r, numbers, t) {
		if t.mandatory(inJSON, i) && r.err == nil {
			r.report(MissingField, r.path(r.leaf), t.inJSON().at(i), "")
			break
		}
	}
	return true
}

// readNumbers reads a number for each word and returns the words that there
// was none for. Unknown words are passed over.
func readNumbers(r flagReader, numbers []int64, t *wordTable) (missing []int) {
	seen := make([]uint64, (len(numbers)+63)/64)
	for {
		name, more := r.flag()
		if !more {
			break
		}
		word := t.find(name)
		if word < 0 {
			r.skip()
			continue
		}
		if readValue(r, &numbers[word], parseInt) {
			seen[word/64] |= 1 << (word % 64)
		}
	}
	for i := range seen {
		for lacking := ^seen[i]; lacking != 0; lacking &= lacking - 1 {
			if word := i*64 + bits.TrailingZeros64(lacking); word < len(numbers) {
				missing = append(missing, word)
			}
		}
	}
	return missing
}

// mandatory says whether a reader in a mode insists on a word's number.
func (t *wordTable) mandatory(mode, word int) bool {
	switch mode {
	case inAny:
		for edition := firstEdition; edition <= lastEdition; edition++ {
			if !t.has(edition, word) {
				return false
			}
		}
		return true
	case inUnitel, inJSON:
		return t.has(lastEdition, word)
	default:
		return t.has(firstEdition+mode, word)
	}
}
