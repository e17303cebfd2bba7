package csta

// AppendXML appends a message as an XML document in a dialect, unitel where d
// is nil. An event is written with the cross reference of its head, and with
// its position if that has an epoch.
func AppendXML(dst []byte, m Message, d *Dialect) []byte {
	if d == nil {
		d = Unitel
	}
	if event, ok := m.(Event); ok {
		mark := eventMark{withPosition: event.Head().Position.Epoch != ""}
		return appendEventXML(dst, event, d, &mark)
	}
	l, base := m.layout(), m.Common()
	dst, root := openRoot(dst, m, l, d)
	at := len(dst)
	dst = m.appendXML(dst, d)
	if d.unitel {
		dst = appendUnitelPrivate(dst, d, base.Private, nil, l.unitelPrivate, nil)
		if l.unitelTail != nil {
			dst = l.unitelTail(m, dst, d)
		}
	} else {
		dst = appendExtensions(dst, d, l, base, nil, nil)
		if l.tail != nil {
			dst = l.tail(m, dst, d)
		}
	}
	return closeXML(dst, at, root)
}

// appendEventXML appends an event, or notes in mark where its cross reference
// and position belong.
func appendEventXML(b []byte, event Event, d *Dialect, mark *eventMark) []byte {
	if d == nil {
		d = Unitel
	}
	l, base, head := event.layout(), event.Common(), event.Head()
	b, root := openRoot(b, event, l, d)
	b = openXML(b, "monitorCrossRefID")
	b = mark.crossRef(b, head.MonitorCrossRefID)
	b = endXML(b, "monitorCrossRefID")
	b = event.appendXML(b, d)
	if d.unitel {
		b = appendUnitelPrivate(b, d, base.Private, head, l.unitelPrivate, mark)
		if l.unitelTail != nil {
			b = l.unitelTail(event, b, d)
		}
	} else {
		b = appendExtensions(b, d, l, base, head, mark)
		if l.tail != nil {
			b = l.tail(event, b, d)
		}
	}
	return endXML(b, root)
}

// openRoot appends the root's start tag and returns its name. Requests have no
// namespace in the unitel dialect; session messages have that of ECMA-354 in
// the others.
func openRoot(b []byte, m Message, l *layout, d *Dialect) (_ []byte, root string) {
	root, namespace := l.root, d.namespace
	switch {
	case d.unitel:
		if l.unitelRoot != "" {
			root = l.unitelRoot
		}
		if l.unitelNoSpace || m.Kind() == KindRequest {
			namespace = ""
		}
	case l.session:
		namespace = ecma354Namespace
	}
	b = append(append(b, '<'), root...)
	if namespace != "" {
		b = append(b, ` xmlns="`...)
		b = append(b, namespace...)
		b = append(b, '"')
	}
	return append(b, '>'), root
}
