package csta

import "strings"

// Foreign is XML of any kind: what applications and vendors carry along that
// the standard does not know.
type Foreign []Element

// Element is one foreign element. Namespaces are not kept.
type Element struct {
	// Name is the local name.
	Name  string
	Attrs []Attr
	// Text is the character data of the element. Beside child elements it is
	// trimmed and stands before them.
	Text     string
	Children Foreign
}

// Attr is an attribute of a foreign element.
type Attr struct{ Name, Value string }

// Find returns the first element of the given local name at any depth,
// matched without regard to case, in the order of the document.
func (f Foreign) Find(name string) (*Element, bool) {
	for i := range f {
		if strings.EqualFold(f[i].Name, name) {
			return &f[i], true
		}
		if found, ok := f[i].Children.Find(name); ok {
			return found, true
		}
	}
	return nil, false
}

// Text returns the trimmed text of the first element of the given name, as
// Find finds it, "" where there is none.
func (f Foreign) Text(name string) string {
	if e, ok := f.Find(name); ok {
		return strings.TrimSpace(e.Text)
	}
	return ""
}
