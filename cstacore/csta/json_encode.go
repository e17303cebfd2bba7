package csta

// AppendJSON appends a message as a JSON object. The name of the message is
// not part of it. An event is written with the cross reference of its head,
// and with its position if that has an epoch.
func AppendJSON(dst []byte, m Message) []byte {
	dst = append(dst, '{')
	if event, ok := m.(Event); ok {
		head := event.Head()
		dst = jsonString(dst, `"monitorCrossRefId":`, head.MonitorCrossRefID)
		if head.Position.Epoch != "" {
			dst = appendPositionJSON(dst, head.Position)
		}
		dst = appendEventJSON(dst, event)
	} else {
		dst = m.appendJSON(dst)
		dst = appendCommonJSON(dst, m)
	}
	return closeObject(dst)
}

// appendEventJSON appends the members of an event that are the same for
// everyone.
func appendEventJSON(b []byte, event Event) []byte {
	b = jsonTime(b, `"time":`, event.Head().Time)
	b = event.appendJSON(b)
	return appendCommonJSON(b, event)
}

// appendCommonJSON appends the members that any message may have.
func appendCommonJSON(b []byte, m Message) []byte {
	base := m.Common()
	if code := errorIn(m); code != nil {
		// Both keys are error categories here. There is no security in an
		// error, and the category privateData goes before private data.
		if code.PrivateData != 0 {
			return b
		}
	} else {
		b = base.Security.appendJSON(b, `"security":`)
	}
	if base.Private == nil {
		return b
	}
	const label = `"privateData":`
	start := len(b)
	b = base.Private.appendJSON(b, label)
	if len(b) == start+len(label)+len("{},") {
		return b[:start]
	}
	return b
}
