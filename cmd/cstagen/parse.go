package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// parseDir reads every contract file of a directory in the order of names.
func parseDir(dir string) (*contract, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.csta"))
	if err != nil {
		return nil, err
	}
	c := &contract{types: map[string]*decl{}, about: map[string]string{}}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		f, err := parseFile(filepath.Base(path), string(text))
		if err != nil {
			return nil, err
		}
		c.files = append(c.files, f)
	}
	return c, nil
}

// parser reads the lines of one file.
type parser struct {
	file  *file
	lines []sourceLine
}

// parseFile reads one contract file.
func parseFile(name, text string) (*file, error) {
	lines, err := readLines(name, text)
	if err != nil {
		return nil, err
	}
	p := &parser{file: &file{stem: strings.TrimSuffix(name, ".csta"), about: map[string]string{}}, lines: lines}
	for len(p.lines) > 0 {
		if err := p.declaration(p.next()); err != nil {
			return nil, err
		}
	}
	return p.file, nil
}

func (p *parser) next() sourceLine {
	line := p.lines[0]
	p.lines = p.lines[1:]
	return line
}

// declaration reads what starts on the line: a heading of the file, a message
// or type, a dialect, or what a dialect changes.
func (p *parser) declaration(line sourceLine) error {
	r := &wordReader{pos: line.pos, words: line.words}
	switch keyword := r.take(); keyword {
	case "title":
		title, err := r.text("a title")
		if err != nil {
			return err
		}
		p.file.title, p.file.intro = title, line.doc
		return r.end()
	case "source":
		source, err := r.text("a source")
		if err != nil {
			return err
		}
		p.file.sources = append(p.file.sources, source)
		return r.end()
	case "protocol":
		var err error
		if p.file.protocol, err = r.name("a protocol"); err != nil {
			return err
		}
		return r.end()
	case "about":
		return p.aboutElement(r, line.doc)
	case "dialect":
		return p.dialect(r, line.doc)
	case "in":
		return p.change(r, line.doc)
	default:
		k, ok := kindWords[keyword]
		if !ok {
			return errorAt(line.pos, "unknown declaration %q", keyword)
		}
		return p.decl(k, r, line.doc)
	}
}

// aboutElement reads "about localConnectionInfo", whose documentation stands
// above it.
func (p *parser) aboutElement(r *wordReader, doc string) error {
	for {
		name, err := r.name("an element name")
		if err != nil {
			return err
		}
		if _, dup := p.file.about[name]; dup {
			return errorAt(r.pos, "a second text about %s", name)
		}
		p.file.about[name] = doc
		if !r.accept(",") {
			return r.end()
		}
	}
}

// decl reads a message or a type: its head line and, where it has one, the
// block of lines that follows.
func (p *parser) decl(k kind, r *wordReader, doc string) error {
	name, err := r.name("a name")
	if err != nil {
		return err
	}
	d := &decl{pos: r.pos, kind: k, name: name, doc: doc, file: p.file, editions: allEditions(), changes: map[string]*change{}}
	p.file.decls = append(p.file.decls, d)
	open, err := d.parseHead(r)
	if err != nil || !open {
		return err
	}
	for {
		if len(p.lines) == 0 {
			return errorAt(d.pos, "%s %s is not closed", d.kind, d.name)
		}
		line := p.next()
		r := &wordReader{pos: line.pos, words: line.words}
		if r.accept("}") {
			return r.end()
		}
		if d.kind.hasFields() {
			f, err := parseField(r, line.doc)
			if err != nil {
				return err
			}
			d.fields = append(d.fields, f)
			continue
		}
		words, err := parseWords(r, line.doc)
		if err != nil {
			return err
		}
		d.words = append(d.words, words...)
	}
}

// parseHead reads the rest of a declaration's first line and says whether a
// block follows.
func (d *decl) parseHead(r *wordReader) (open bool, err error) {
	for !r.done() {
		switch word := r.take(); word {
		case "{":
			// "{}" on one line declares something without fields.
			if r.accept("}") {
				return false, r.end()
			}
			return true, r.end()
		case "->":
			for {
				answer, err := r.name("a response")
				if err != nil {
					return false, err
				}
				d.answers = append(d.answers, answer)
				if !r.accept("|") {
					break
				}
			}
		case "=", "of":
			if d.of, err = r.name("a type"); err != nil {
				return false, err
			}
		case "like":
			if d.goType, err = r.name("a type"); err != nil {
				return false, err
			}
		case "from":
			if d.from, err = r.name("client, server or both"); err != nil {
				return false, err
			}
		case "when-empty":
			if d.when, err = r.name("an alternative"); err != nil {
				return false, err
			}
		case "since", "until":
			if err := d.editions.read(word, r); err != nil {
				return false, err
			}
		default:
			return false, errorAt(r.pos, "unexpected %q", word)
		}
	}
	return false, nil
}

// read narrows a range of editions by "since ed5" or "until ed4".
func (e *editions) read(keyword string, r *wordReader) error {
	n, err := readEdition(r)
	if err != nil {
		return err
	}
	if keyword == "since" {
		e.from = n
	} else {
		e.to = n
	}
	if e.from > e.to {
		return errorAt(r.pos, "no edition is left")
	}
	return nil
}

func readEdition(r *wordReader) (int, error) {
	word := r.take()
	number, ok := strings.CutPrefix(word, "ed")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < firstEdition || n > lastEdition {
		return 0, errorAt(r.pos, "an edition from ed%d to ed%d expected, found %q", firstEdition, lastEdition, word)
	}
	return n, nil
}
