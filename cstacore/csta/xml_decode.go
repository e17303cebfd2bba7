package csta

import "sync"

// XMLOptions limit and guide DecodeXML.
type XMLOptions struct {
	// MaxDepth is how many elements may stand in one another; 64 if 0.
	MaxDepth int
	// MaxBytes is how long a document may be; any length if 0.
	MaxBytes int
	// Dialect decides which fields are mandatory. Where it is nil, those are
	// that every dialect insists on.
	Dialect *Dialect
}

// defaultDepth is the depth limit where none is given. The deepest message of
// the standard has some fifteen elements in one another.
const defaultDepth = 64

var xmlReaders = sync.Pool{New: func() any { return new(xmlReader) }}

// DecodeXML decodes one document. It returns a *DecodeError when it cannot.
// The document is not kept.
func DecodeXML(doc []byte, opts XMLOptions) (Message, error) {
	if opts.MaxBytes > 0 && len(doc) > opts.MaxBytes {
		return nil, &DecodeError{Problem: TooLarge, Offset: opts.MaxBytes}
	}
	if opts.MaxDepth <= 0 {
		opts.MaxDepth = defaultDepth
	}
	r := xmlReaders.Get().(*xmlReader)
	r.reset(doc, opts.MaxDepth, opts.Dialect.mode())
	m, err := r.message()
	r.release()
	if err != nil {
		return nil, err
	}
	return m, nil
}

// message reads the whole document.
func (r *xmlReader) message() (Message, *DecodeError) {
	if !r.root() {
		return nil, r.err
	}
	m := newMessage(r.folded())
	if m == nil {
		return nil, r.unknownMessage()
	}
	m.decodeXML(r)
	r.finish()
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

// unknownMessage reads a message of unknown name for its requestID.
func (r *xmlReader) unknownMessage() *DecodeError {
	name, base := string(shorten(r.name)), Base{}
	for r.child() {
		r.common(&base)
	}
	r.finish()
	err := r.err
	if err == nil {
		err = &DecodeError{Problem: UnknownMessage}
	}
	err.Message, err.RequestID = name, base.RequestID()
	return err
}

// release gives the reader back for the next document, without what it holds
// of this one.
func (r *xmlReader) release() {
	clear(r.open[:cap(r.open)])
	r.reset(nil, 0, 0)
	xmlReaders.Put(r)
}
