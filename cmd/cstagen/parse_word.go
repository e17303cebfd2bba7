package main

import (
	"strconv"
	"strings"
)

// parseWords reads one line of an enumeration or flag set: a word and what is
// to be known about it, or several words of which nothing is.
func parseWords(r *wordReader, doc string) ([]*word, error) {
	var words []*word
	for len(words) == 0 || !r.done() && !startsRemark(r.peek()) {
		name, err := r.value("a word")
		if err != nil {
			return nil, err
		}
		names, err := expandRange(r.pos, name)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			words = append(words, &word{pos: r.pos, name: name, editions: allEditions()})
		}
	}
	w := words[0]
	w.doc = doc
	if !r.done() && len(words) > 1 {
		return nil, errorAt(r.pos, "a word with remarks needs a line of its own")
	}
	for !r.done() {
		if err := w.parseRemark(r); err != nil {
			return nil, err
		}
	}
	return words, nil
}

// startsRemark says whether a word of the line is no word of the enumeration
// but says something about the one before.
func startsRemark(word string) bool {
	return word == "since" || word == "until" || word == "earlier" || strings.HasPrefix(word, `"`)
}

func (w *word) parseRemark(r *wordReader) (err error) {
	switch remark := r.take(); {
	case remark == "since" || remark == "until":
		err = w.editions.read(remark, r)
	case remark == "earlier":
		w.instead, err = r.name("a word")
	case strings.HasPrefix(remark, `"`):
		w.doc = remark[1:]
	default:
		err = errorAt(r.pos, "unexpected %q", remark)
	}
	return err
}

// expandRange turns a range such as lampColorSf0..94 into its words. Any other
// word stands for itself.
func expandRange(pos position, name string) ([]string, error) {
	first, end, found := strings.Cut(name, "..")
	if !found {
		return []string{name}, nil
	}
	stem := strings.TrimRight(first, "0123456789")
	from, fromErr := strconv.Atoi(first[len(stem):])
	to, toErr := strconv.Atoi(end)
	if fromErr != nil || toErr != nil || from > to || to > maxWords {
		return nil, errorAt(pos, "%s is no range of words", name)
	}
	var words []string
	for n := from; n <= to; n++ {
		words = append(words, stem+strconv.Itoa(n))
	}
	return words, nil
}
