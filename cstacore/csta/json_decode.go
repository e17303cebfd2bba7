package csta

import "sync"

var jsonReaders = sync.Pool{New: func() any { return new(jsonReader) }}

// DecodeJSON decodes the body of a message whose name is given, matched
// without regard to case. An empty body, or null, is a message without fields.
// It returns a *DecodeError when it cannot. The body is not kept; how long it
// may be is for the caller to say.
func DecodeJSON(name string, body []byte) (Message, error) {
	r := jsonReaders.Get().(*jsonReader)
	r.reset(body, defaultDepth)
	m, err := r.decode(name)
	r.release()
	if err != nil {
		return nil, err
	}
	return m, nil
}

func (r *jsonReader) decode(name string) (Message, *DecodeError) {
	r.key = appendFolded(r.key[:0], name)
	m := newMessage(r.key)
	if m == nil {
		return nil, r.unknownMessage(name)
	}
	r.message = m.Name()
	if r.start() {
		m.decodeJSON(r)
		r.finish()
	} else {
		// Without a body nothing is there, which the message may not allow.
		r.noBody(m)
	}
	settle(m)
	err := r.err
	if err == nil {
		err = r.issue
	}
	if err == nil {
		return m, nil
	}
	err.Message, err.RequestID = m.Name(), m.Common().RequestID()
	return nil, err
}

// start says whether there is a body.
func (r *jsonReader) start() bool {
	if at := invalidUTF8(r.doc); at >= 0 {
		r.failAt(at, NotWellFormed, "a byte that is not UTF-8")
		return true
	}
	r.space()
	r.fresh = true
	if r.pos >= len(r.doc) {
		return false
	}
	if r.isNull() {
		r.skipScalar()
		r.finish()
		return r.err != nil
	}
	return true
}

// noBody reads an empty object in place of the body.
func (r *jsonReader) noBody(m Message) {
	r.doc, r.pos, r.fresh = []byte("{}"), 0, true
	m.decodeJSON(r)
}

// finish checks that nothing follows the body.
func (r *jsonReader) finish() {
	r.space()
	if r.err == nil && r.pos < len(r.doc) {
		r.fail("text after the value")
	}
}

// unknownMessage reads a message of unknown name for its requestID.
func (r *jsonReader) unknownMessage(name string) *DecodeError {
	base := Base{}
	name = string(shorten([]byte(name)))
	r.message = name
	if r.start() {
		for r.member() {
			r.common(&base)
		}
		r.finish()
	}
	err := r.err
	if err == nil {
		err = &DecodeError{Problem: UnknownMessage}
	}
	err.Message, err.RequestID = name, base.RequestID()
	return err
}

// common reads the member that member has found when it is one that any
// message may have. Any other is skipped.
func (r *jsonReader) common(base *Base) {
	switch string(r.key) {
	case "extensions":
		for r.member() {
			r.common(base)
		}
	case "security":
		if base.Security == nil {
			base.Security = new(CSTASecurityData)
		}
		base.Security.decodeJSON(r)
	case "privatedata":
		if base.Private == nil {
			base.Private = new(PrivateData)
		}
		base.Private.decodeJSON(r)
	default:
		r.skip()
	}
}

// event reads a member that any event may have.
func (r *jsonReader) event(base *Base, head *EventHead) {
	switch string(r.key) {
	case "epoch":
		r.string(&head.Position.Epoch)
	case "offset":
		readValue(r, &head.Position.Offset, parseUint)
	case "time":
		readValue(r, &head.Time, parseTime)
	default:
		r.common(base)
	}
}

// release gives the reader back for the next document, without what it holds
// of this one.
func (r *jsonReader) release() {
	clear(r.open[:cap(r.open)])
	r.reset(nil, 0)
	jsonReaders.Put(r)
}
