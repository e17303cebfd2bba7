package csta

import "time"

// common reads the element that child has found when it is one that any
// message may have, wherever a dialect puts it: extensions, security or
// privateData. Any other element is skipped.
func (r *xmlReader) common(base *Base) {
	switch string(r.name) {
	case "extensions":
		for r.child() {
			r.extension(base)
		}
	case "security", "privateData":
		r.extension(base)
	default:
		r.skip()
	}
}

// extension reads one child of extensions. What is neither security nor
// privateData is kept as foreign: ECMA-354 allows anything there.
func (r *xmlReader) extension(base *Base) {
	switch string(r.name) {
	case "security":
		if base.Security == nil {
			base.Security = new(CSTASecurityData)
		}
		base.Security.decodeXML(r)
	case "privateData":
		if base.Private == nil {
			base.Private = new(PrivateData)
		}
		base.Private.decodeXML(r)
	default:
		if base.Private == nil {
			base.Private = new(PrivateData)
		}
		r.foreignElement(&base.Private.Foreign)
	}
}

// settle brings what is common to all messages into its one form, whatever
// the place it came from: an event's time and position into its head, and
// private data that says nothing to nil.
func settle(m Message) {
	base := m.Common()
	if event, ok := m.(Event); ok {
		base.lift(event.Head())
	}
	if base.Private != nil && base.Private.isZero() {
		base.Private = nil
	}
	if base.Security != nil && *base.Security == (CSTASecurityData{}) {
		base.Security = nil
	}
}

// lift moves an event's time and position into its head.
func (b *Base) lift(head *EventHead) {
	if b.Security != nil && b.Security.TimeStamp != "" {
		if t, ok := parseTime([]byte(b.Security.TimeStamp)); ok {
			if head.Time.IsZero() {
				head.Time = t
			}
			b.Security.TimeStamp = ""
		}
	}
	p := b.Private
	if p == nil {
		return
	}
	if head.Time.IsZero() {
		head.Time = p.Timestamp
	}
	p.Timestamp = time.Time{}
	if p.Epoch != "" {
		head.Position.Epoch = p.Epoch
	}
	if offset, ok := p.EventOrderIncrement.Get(); ok {
		head.Position.Offset = offset
	}
	if offset, ok := p.Offset.Get(); ok {
		head.Position.Offset = offset
	}
	p.Epoch, p.Offset, p.EventOrderIncrement = "", Opt[uint64]{}, Opt[uint64]{}
}

// appendExtensions appends what any message may carry, where the ECMA dialects
// have it. It appends nothing where there is nothing to say or no place for
// it.
func appendExtensions(b []byte, d *Dialect, l *layout, base *Base, head *EventHead, mark *eventMark) []byte {
	if l.place == nowhere || l.extensionsUntil != 0 && d.edition > l.extensionsUntil {
		return b
	}
	start := len(b)
	if l.place == inExtensions {
		b = openXML(b, "extensions")
	}
	at := len(b)
	var happened time.Time
	if head != nil {
		happened = head.Time
	}
	if base.Security != nil || !happened.IsZero() {
		b = appendSecurity(b, d, base.Security, happened)
	}
	b = appendPrivateData(b, d, base.Private, head, mark)
	switch {
	case len(b) == at:
		return b[:start]
	case l.place == inExtensions:
		return endXML(b, "extensions")
	default:
		return b
	}
}

// appendSecurity appends the security values; the time of an event is their
// timeStamp.
func appendSecurity(b []byte, d *Dialect, s *CSTASecurityData, happened time.Time) []byte {
	if s == nil {
		b = openXML(b, "security")
		b = xmlTime(b, d, "timeStamp", happened)
		return endXML(b, "security")
	}
	values := *s
	if !happened.IsZero() {
		values.TimeStamp = string(appendTime(nil, happened))
	}
	return values.appendXML(b, d, "security")
}

// appendPrivateData appends private data as the ECMA dialects have it: one of
// private and string, inside privateData.
func appendPrivateData(b []byte, d *Dialect, p *PrivateData, head *EventHead, mark *eventMark) []byte {
	start := len(b)
	b = openXML(b, "privateData")
	b = openXML(b, "private")
	at := len(b)
	if head != nil {
		b = mark.position(b, head.Position, false)
	}
	if p != nil {
		b = p.appendFields(b, d, ecmaPrivate)
	}
	if len(b) == at && !mark.keepsOpen() {
		b = b[:start]
		if p == nil || len(p.Bytes) == 0 {
			return b
		}
		b = openXML(b, "privateData")
		b = xmlHex(b, "string", p.Bytes)
		return endXML(b, "privateData")
	}
	b = endXML(b, "private")
	return endXML(b, "privateData")
}

// appendUnitelPrivate appends private data as the unitel dialect has it. The
// time of an event goes with its position: whoever asks for the one makes up
// for events he has missed, and needs to know when they were.
func appendUnitelPrivate(b []byte, d *Dialect, p *PrivateData, head *EventHead, selected privateMask, mark *eventMark) []byte {
	start := len(b)
	b = openXML(b, "privateData")
	at := len(b)
	const fromHead = privateEventOrderIncrement | privateEpoch | privateOffset | privateTimestamp
	fields := selected
	if head != nil {
		b = mark.position(b, head.Position, selected&privateEventOrderIncrement != 0)
		fields &^= fromHead
	}
	if p != nil {
		b = p.appendFields(b, d, fields)
	}
	if head != nil && (selected&privateTimestamp != 0 || mark.withPosition) {
		b = xmlTime(b, d, "timestamp", head.Time)
	}
	if len(b) == at && !mark.keepsOpen() {
		return b[:start]
	}
	return endXML(b, "privateData")
}
