package csta

// composite is implemented by the pointers to generated types that are more
// than one text: structs, choices and texts with attributes.
type composite[T any] interface {
	*T
	appendXML(b []byte, d *Dialect, tag string) []byte
	decodeXML(r *xmlReader) bool
	appendJSON(b []byte, label string) []byte
	decodeJSON(r *jsonReader) bool
}

// xmlRepeated appends an element for each value.
func xmlRepeated[T any, P composite[T]](b []byte, d *Dialect, tag string, list []T) []byte {
	for i := range list {
		b = P(&list[i]).appendXML(b, d, tag)
	}
	return b
}

// xmlList appends an element that holds one child for each value.
func xmlList[T any, P composite[T]](b []byte, d *Dialect, tag, child string, list []T) []byte {
	if list == nil {
		return b
	}
	return xmlSomeList[T, P](b, d, tag, child, list)
}

//go:noinline
func xmlSomeList[T any, P composite[T]](b []byte, d *Dialect, tag, child string, list []T) []byte {
	b = openXML(b, tag)
	at := len(b)
	b = xmlRepeated[T, P](b, d, child, list)
	return closeXML(b, at, tag)
}

// xmlReadRepeated reads one more value of a repeated element. One that says
// nothing does not count.
func xmlReadRepeated[T any, P composite[T]](r *xmlReader, list *[]T) {
	if !r.item() {
		return
	}
	var zero T
	*list = append(*list, zero)
	last := len(*list) - 1
	if !P(&(*list)[last]).decodeXML(r) {
		*list = (*list)[:last]
	}
}

// xmlReadList reads an element that holds any number of children. One without
// children is an empty list, not an absent one.
func xmlReadList[T any, P composite[T]](r *xmlReader, list *[]T, child string) {
	*list = []T{}
	for r.child() {
		if string(r.name) == child {
			xmlReadRepeated[T, P](r, list)
		} else {
			r.skip()
		}
	}
}

// jsonRepeated appends an array.
func jsonRepeated[T any, P composite[T]](b []byte, label string, list []T) []byte {
	return jsonList[T, P](b, label, "", list)
}

// jsonList appends an array, inside an object of one member where child has
// that one's label.
func jsonList[T any, P composite[T]](b []byte, label, child string, list []T) []byte {
	if list == nil {
		return b
	}
	return jsonSomeList[T, P](b, label, child, list)
}

//go:noinline
func jsonSomeList[T any, P composite[T]](b []byte, label, child string, list []T) []byte {
	b = openArray(b, label, child)
	for i := range list {
		b = P(&list[i]).appendJSON(b, "")
	}
	return endArray(b, child)
}

// jsonReadRepeated reads an array.
func jsonReadRepeated[T any, P composite[T]](r *jsonReader, list *[]T) {
	*list = []T{}
	for r.element() && r.item() {
		var zero T
		*list = append(*list, zero)
		last := len(*list) - 1
		if !P(&(*list)[last]).decodeJSON(r) {
			*list = (*list)[:last]
		}
	}
}

// jsonReadList reads an array that is the member child of an object.
func jsonReadList[T any, P composite[T]](r *jsonReader, list *[]T, child string) {
	*list = []T{}
	for r.wrapped(child) {
		jsonReadRepeated[T, P](r, list)
	}
}
