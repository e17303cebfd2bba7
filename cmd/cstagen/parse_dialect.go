package main

// dialect reads "dialect unitel { … }": one setting and its value a line.
func (p *parser) dialect(r *wordReader, doc string) error {
	name, err := r.name("a dialect's name")
	if err != nil {
		return err
	}
	d := &dialect{pos: r.pos, name: name, doc: doc, settings: map[string]string{}}
	p.file.dialects = append(p.file.dialects, d)
	return p.block(r, func(keyword string, r *wordReader) error {
		value, err := r.value("a value")
		if err != nil {
			return err
		}
		d.settings[keyword] = value
		return r.end()
	})
}

// change reads "in unitel HeldEvent { … }": what the dialect does differently
// in one message or type.
func (p *parser) change(r *wordReader, doc string) error {
	dialectName, err := r.name("a dialect's name")
	if err != nil {
		return err
	}
	target, err := r.name("a message or type")
	if err != nil {
		return err
	}
	c := &change{
		pos: r.pos, dialect: dialectName, target: target, doc: doc,
		rename: map[string]string{}, words: map[string]string{}, nest: map[string]string{}, reduce: map[string]string{}, pick: map[string]pick{},
	}
	p.file.changes = append(p.file.changes, c)
	return p.block(r, c.parseLine)
}

// block reads the lines between "{" and "}" and hands each to line.
func (p *parser) block(r *wordReader, line func(keyword string, r *wordReader) error) error {
	if err := r.expect("{"); err != nil {
		return err
	}
	if r.accept("}") {
		return r.end()
	}
	start := r.pos
	for len(p.lines) > 0 {
		source := p.next()
		r := &wordReader{pos: source.pos, words: source.words}
		if r.accept("}") {
			return r.end()
		}
		if err := line(r.take(), r); err != nil {
			return err
		}
	}
	return errorAt(start, "the block is not closed")
}

func (c *change) parseLine(keyword string, r *wordReader) (err error) {
	switch keyword {
	case "root":
		c.root, err = r.name("an element name")
	case "flatten":
		c.flatten, err = r.name("an element name")
	case "text":
		c.textOf, err = r.name("an alternative")
	case "local":
		c.local, err = r.name("an element name")
	case "blank":
		c.blank, err = c.parseNames(c.blank, r)
	case "flat":
		c.flat, err = r.name("an element name")
	case "nest":
		err = r.pair(c.nest)
	case "reduce":
		err = r.pair(c.reduce)
	case "pick":
		err = c.parsePick(r)
	case "no":
		c.noSpace = true
		err = r.expect("namespace")
	case "prints":
		c.prints, err = c.parseNames(c.prints, r)
	case "private":
		c.private, err = c.parseNames(c.private, r)
	case "optional":
		c.optional, err = c.parseNames(c.optional, r)
	case "rename":
		err = r.pair(c.rename)
	case "word":
		err = r.pair(c.words)
	default:
		err = errorAt(r.pos, "unknown change %q", keyword)
	}
	if err != nil {
		return err
	}
	return r.end()
}

// parseNames reads the names up to the end of the line. A list may go on over
// several lines that start with the same keyword.
func (c *change) parseNames(names []string, r *wordReader) ([]string, error) {
	if names == nil {
		names = []string{}
	}
	for !r.done() {
		name, err := r.name("an element name")
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// pair reads a name and what belongs to it.
func (r *wordReader) pair(pairs map[string]string) error {
	from, err := r.name("a name")
	if err != nil {
		return err
	}
	pairs[from], err = r.value("a second name")
	return err
}

// parsePick reads "pick field inner as name".
func (c *change) parsePick(r *wordReader) error {
	field, err := r.name("an element name")
	if err != nil {
		return err
	}
	var p pick
	if p.inner, err = r.name("an element name"); err != nil {
		return err
	}
	if err := r.expect("as"); err != nil {
		return err
	}
	p.as, err = r.name("an element name")
	c.pick[field] = p
	return err
}
