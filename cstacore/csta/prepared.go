package csta

// Prepared is an event that is encoded for everyone: all of its bytes save the
// cross reference of the monitor and the position in the session's event log.
// It is immutable and may be used by many goroutines at once.
type Prepared struct {
	doc []byte
	// The cross reference goes in before doc[cross:], the position before
	// doc[pos:]; form says how they are written.
	cross, pos int
	form       preparedForm
}

// preparedForm says how a cross reference and a position are written.
type preparedForm uint8

const (
	formJSON      preparedForm = 1 << iota // as members; XML elements otherwise
	formPosition                           // epoch and offset
	formIncrement                          // the offset as eventOrderIncrement
	formNothing   preparedForm = 0
)

// PrepareXML encodes an event for all sessions of a dialect. withPosition says
// whether they have asked for the position of events. The event's own cross
// reference and position are left out.
func PrepareXML(event Event, d *Dialect, withPosition bool) Prepared {
	mark := eventMark{record: true, withPosition: withPosition}
	doc := appendEventXML(make([]byte, 0, preparedSize), event, d, &mark)
	if mark.form == formNothing {
		mark.pos = mark.cross
	}
	return Prepared{doc: doc, cross: mark.cross, pos: mark.pos, form: mark.form}
}

// PrepareJSON encodes an event for all sessions that speak JSON.
func PrepareJSON(event Event) Prepared {
	// The object is opened by Append, with what is each session's own.
	doc := appendEventJSON(append(make([]byte, 0, preparedSize), ','), event)
	return Prepared{doc: closeObject(doc), form: formJSON | formPosition}
}

// preparedSize is room for a usual event.
const preparedSize = 1024

// Append appends the event as a session gets it.
func (p Prepared) Append(dst []byte, crossRef string, pos Position) []byte {
	if p.form&formJSON != 0 {
		dst = append(dst, '{')
		dst = jsonString(dst, `"monitorCrossRefId":`, crossRef)
		dst = appendPositionJSON(dst, pos)
		// A prepared event begins with the comma that stands here already, or
		// with the closing brace where it says nothing.
		return append(dst[:len(dst)-1], p.doc...)
	}
	dst = append(dst, p.doc[:p.cross]...)
	dst = appendText(dst, crossRef)
	dst = append(dst, p.doc[p.cross:p.pos]...)
	dst = appendPositionXML(dst, pos, p.form)
	return append(dst, p.doc[p.pos:]...)
}

func appendPositionJSON(b []byte, pos Position) []byte {
	b = jsonString(b, `"epoch":`, pos.Epoch)
	return jsonUint(b, `"offset":`, pos.Offset)
}

func appendPositionXML(b []byte, pos Position, form preparedForm) []byte {
	if form&formIncrement != 0 {
		b = xmlUint(b, "eventOrderIncrement", pos.Offset)
	}
	if form&formPosition != 0 {
		b = xmlString(b, "epoch", pos.Epoch)
		b = xmlUint(b, "offset", pos.Offset)
	}
	return b
}

// eventMark lets one routine encode an event either as it is or with its gaps
// noted. A nil mark is for messages that are no events.
type eventMark struct {
	record       bool // note the gaps instead of filling them
	withPosition bool
	cross, pos   int
	form         preparedForm
}

// crossRef fills or notes the gap of the cross reference.
func (k *eventMark) crossRef(b []byte, crossRef string) []byte {
	if k.record {
		k.cross, k.pos = len(b), len(b)
		return b
	}
	return appendText(b, crossRef)
}

// position fills or notes the gap of the position.
func (k *eventMark) position(b []byte, pos Position, increment bool) []byte {
	form := formNothing
	if increment {
		form |= formIncrement
	}
	if k.withPosition {
		form |= formPosition
	}
	if k.record {
		k.pos, k.form = len(b), form
		return b
	}
	return appendPositionXML(b, pos, form)
}

// keepsOpen says whether the element around the position has to stay, because
// the position is yet to come.
func (k *eventMark) keepsOpen() bool { return k != nil && k.record && k.form != formNothing }
