package main

import (
	"fmt"
	"strings"
)

// position is a place in a contract file, for error messages.
type position struct {
	file string
	line int
}

func (p position) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// contractError is a mistake in a contract file.
type contractError struct {
	pos  position
	text string
}

func (e *contractError) Error() string { return e.pos.String() + ": " + e.text }

func errorAt(p position, format string, args ...any) error {
	return &contractError{pos: p, text: fmt.Sprintf(format, args...)}
}

// sourceLine is one line of a contract that says something: its words, and
// the documentation lines ("// …") that stood directly above it.
type sourceLine struct {
	pos   position
	words []string
	doc   string
}

// readLines splits a contract file into its meaningful lines. A "#" starts a
// remark that reaches to the end of the line and is dropped; a blank line or
// a remark on a line of its own detaches documentation that stands above it.
func readLines(file, text string) ([]sourceLine, error) {
	var lines []sourceLine
	var doc []string
	for i, raw := range strings.Split(text, "\n") {
		pos := position{file: file, line: i + 1}
		trimmed := strings.TrimSpace(raw)
		if comment, ok := strings.CutPrefix(trimmed, "//"); ok {
			doc = append(doc, strings.TrimSpace(comment))
			continue
		}
		words, err := splitWords(pos, trimmed)
		if err != nil {
			return nil, err
		}
		if len(words) > 0 {
			lines = append(lines, sourceLine{pos: pos, words: words, doc: strings.TrimSpace(strings.Join(doc, "\n"))})
		}
		doc = nil
	}
	return lines, nil
}

// splitWords cuts a line into words. Quoted strings keep their opening quote
// as a mark, so that a reader can tell "held" from held; brackets, braces and
// the signs = , * are words of their own.
func splitWords(pos position, line string) ([]string, error) {
	var words []string
	for line = strings.TrimLeft(line, " \t"); line != ""; line = strings.TrimLeft(line, " \t") {
		switch c := line[0]; {
		case c == '#':
			return words, nil
		case c == '"':
			end := strings.IndexByte(line[1:], '"')
			if end < 0 {
				return nil, errorAt(pos, "a quoted string is not closed")
			}
			words = append(words, line[:end+1])
			line = line[end+2:]
		case strings.HasPrefix(line, "->"):
			words = append(words, "->")
			line = line[2:]
		case strings.IndexByte("{}[]()=,*|", c) >= 0:
			words = append(words, line[:1])
			line = line[1:]
		default:
			end := strings.IndexAny(line, " \t#\"{}[]()=,*|")
			if end < 0 {
				end = len(line)
			}
			words = append(words, line[:end])
			line = line[end:]
		}
	}
	return words, nil
}

// wordReader reads the words of one line from left to right.
type wordReader struct {
	pos   position
	words []string
}

func (r *wordReader) done() bool { return len(r.words) == 0 }

// peek returns the next word without taking it, or "" at the end.
func (r *wordReader) peek() string {
	if r.done() {
		return ""
	}
	return r.words[0]
}

// take returns the next word, or "" at the end.
func (r *wordReader) take() string {
	word := r.peek()
	if word != "" {
		r.words = r.words[1:]
	}
	return word
}

// accept takes the next word when it is the one asked for.
func (r *wordReader) accept(word string) bool {
	if r.peek() != word {
		return false
	}
	r.take()
	return true
}

func (r *wordReader) expect(word string) error {
	if !r.accept(word) {
		return errorAt(r.pos, "%q expected, found %q", word, r.peek())
	}
	return nil
}

// name takes a word that can name something.
func (r *wordReader) name(what string) (string, error) {
	word := r.take()
	if word == "" || strings.ContainsAny(word[:1], "\"{}[]()=,*|-") {
		return "", errorAt(r.pos, "%s expected, found %q", what, word)
	}
	return word, nil
}

// text takes a quoted string and returns what stands between the quotes.
func (r *wordReader) text(what string) (string, error) {
	word := r.take()
	if !strings.HasPrefix(word, `"`) {
		return "", errorAt(r.pos, "%s in quotes expected, found %q", what, word)
	}
	return word[1:], nil
}

// value takes a word or a quoted string.
func (r *wordReader) value(what string) (string, error) {
	if strings.HasPrefix(r.peek(), `"`) {
		return r.text(what)
	}
	return r.name(what)
}

func (r *wordReader) end() error {
	if !r.done() {
		return errorAt(r.pos, "unexpected %q", strings.Join(r.words, " "))
	}
	return nil
}
