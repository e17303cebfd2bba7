package csta

// foreign reads an object into elements.
func (r *jsonReader) foreign(v *Foreign) bool {
	if !r.isObject() {
		r.notA("an object")
		return false
	}
	*v = Foreign{}
	for r.member() {
		r.foreignElement(v)
	}
	return true
}

// foreignElement reads the member that member has found into a list: one
// element, or several where the value is an array. How deep it recurses is
// bounded by the reader's depth.
func (r *jsonReader) foreignElement(list *Foreign) {
	name := r.keep(r.rawKey)
	r.elements(name, list)
}

func (r *jsonReader) elements(name string, list *Foreign) {
	for r.element() && r.item() {
		e := Element{Name: name}
		switch {
		case r.isObject():
			r.elementObject(&e)
		case r.isArray():
			r.elements(name, list)
			continue
		default:
			r.prose(&e.Text)
		}
		*list = append(*list, e)
	}
}

// elementObject reads an element with attributes or children. Keys that begin
// with '@' are attributes, "#text" is the text beside them.
func (r *jsonReader) elementObject(e *Element) {
	for r.member() && r.item() {
		switch {
		case len(r.rawKey) > 1 && r.rawKey[0] == '@':
			a := Attr{Name: r.keep(r.rawKey[1:])}
			r.prose(&a.Value)
			e.Attrs = append(e.Attrs, a)
		case string(r.rawKey) == "#text":
			r.prose(&e.Text)
		default:
			r.foreignElement(&e.Children)
		}
	}
}

func jsonForeign(b []byte, label string, content Foreign) []byte {
	if content == nil {
		return b
	}
	return endObject(jsonForeignMembers(openObject(b, label), content))
}

// jsonForeignMembers appends elements as members, those of one name as an
// array where the first of them stands.
func jsonForeignMembers(b []byte, content Foreign) []byte {
	var more map[string][]int
	if len(content) > 1 {
		more = make(map[string][]int, len(content))
		for i := range content {
			more[content[i].Name] = append(more[content[i].Name], i)
		}
	}
	for i := range content {
		same := more[content[i].Name]
		if len(same) > 0 && same[0] != i {
			continue
		}
		b = append(appendQuoted(b, content[i].Name), ':')
		if len(same) < 2 {
			b = append(appendElementJSON(b, &content[i]), ',')
			continue
		}
		b = append(b, '[')
		for _, k := range same {
			b = append(appendElementJSON(b, &content[k]), ',')
		}
		b = endArray(b, "")
	}
	return b
}

// appendElementJSON appends what an element holds: its text, or an object
// where it has attributes or children.
func appendElementJSON(b []byte, e *Element) []byte {
	if len(e.Attrs) == 0 && len(e.Children) == 0 {
		return appendQuoted(b, e.Text)
	}
	b = append(b, '{')
	for _, a := range e.Attrs {
		b = append(appendQuoted(b, "@"+a.Name), ':')
		b = append(appendQuoted(b, a.Value), ',')
	}
	b = jsonString(b, `"#text":`, e.Text)
	b = jsonForeignMembers(b, e.Children)
	return closeObject(b)
}
