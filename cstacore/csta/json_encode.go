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
	b = base.Security.appendJSON(b, `"security":`)
	// The key is an error category in CSTAErrorCode; the category goes first.
	if failure, ok := m.(*CSTAErrorCode); ok && failure.Code.PrivateData != 0 || base.Private == nil || base.Private.isZero() {
		return b
	}
	return base.Private.appendJSON(b, `"privateData":`)
}
