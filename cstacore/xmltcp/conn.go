package xmltcp

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"strconv"
	"sync/atomic"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/session"
)

// conn is one client: the door of its session.
type conn struct {
	server *Server
	way    Listening
	net    net.Conn
	reader *Reader
	queue  *queue
	log    *slog.Logger
	// framing is the reader's, once it is decided.
	framing atomic.Uint32
	// asked counts the server's own requests, and the answers in segments.
	asked atomic.Uint32
}

// tag is what an answer needs of its request: the invoke id, empty with NUL
// framing.
type tag string

// serve takes requests until the connection ends. It returns when the session
// is gone and nothing is left to write.
func (c *conn) serve(ctx context.Context) {
	written := make(chan struct{})
	go func() {
		defer close(written)
		if err := c.queue.run(); err != nil {
			c.log.Info("write failed, connection closed", "error", err)
		}
	}()
	s, err := c.open(ctx)
	if err != nil {
		c.log.Info("connection refused", "error", err)
		c.queue.abandon()
		<-written
		return
	}
	err = c.read(ctx, s)
	c.log.Debug("no more requests", "error", err)
	if _, violated := errors.AsType[*Violation](err); violated || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		// What was asked for is still answered, also to those who ask, close
		// their side and listen.
		s.End(session.Reason{Text: err.Error()})
	} else {
		c.queue.abandon()
	}
	<-written
	s.Closed()
}

// open opens the connection's session, and says the first word where that is
// the server's.
func (c *conn) open(ctx context.Context) (*session.Session, error) {
	kind := session.Kind{Dialects: true, Dialect: c.way.Dialect, RemoteAddr: c.net.RemoteAddr().String()}
	var who *access.Principal
	if c.way.Identify != nil {
		var known bool
		if who, known = c.way.Identify(ctx, c.net); !known {
			return nil, errors.New("nobody is known at this address")
		}
	}
	if c.way.SpeakFirst {
		c.reader.Expect(J2)
		c.framing.Store(uint32(J2))
		c.Request(&csta.SystemStatus{SystemStatus: csta.SystemStatusValueNormal}, session.Form{Dialect: c.way.Dialect})
	}
	return c.server.cfg.Sessions.Open(c, kind, who)
}

// read hands requests to the session until the connection ends, or until
// nothing more can be made of it.
func (c *conn) read(ctx context.Context, s *session.Session) error {
	for {
		frame, err := c.reader.Next()
		c.framing.Store(uint32(c.reader.Framing()))
		violation, violated := errors.AsType[*Violation](err)
		if errors.Is(err, io.ErrUnexpectedEOF) {
			violation, violated = errCutOff, true
		}
		switch {
		case violated:
			id := frame.InvokeID
			if id == "" {
				id = EventInvokeID // there is no telling which request it was
			}
			s.Refuse(ctx, tag(id), "", csta.OperationFault(csta.OperationErrorsGeneric, "%v", violation))
			return err
		case err != nil:
			return err
		}
		c.request(ctx, s, frame)
	}
}

// request decodes a document and hands it in.
func (c *conn) request(ctx context.Context, s *session.Session, f Frame) {
	m, err := csta.DecodeXML(f.Document, csta.XMLOptions{MaxDepth: c.server.cfg.MaxDepth, Dialect: s.Dialect()})
	if err != nil {
		s.Refuse(ctx, tag(f.InvokeID), "", err)
		return
	}
	switch m.Kind() {
	case csta.KindRequest:
		s.Submit(ctx, tag(f.InvokeID), m)
	case csta.KindResponse, csta.KindFailure:
		// Answers to requests of the server, which waits for none.
	case csta.KindEvent:
		fault := csta.OperationFault(csta.OperationErrorsServiceNotSupported, "%s: events come from the server", m.Name())
		s.Refuse(ctx, tag(f.InvokeID), m.Common().RequestID(), fault)
	}
}

// Reply implements session.Door. What has no response in the standard gets none.
func (c *conn) Reply(t any, m csta.Message, f session.Form) {
	if m == nil {
		return
	}
	d := c.dialect(f)
	message := c.frame(string(t.(tag)), func(b []byte) []byte { return csta.AppendXML(b, m, d) })
	if message == nil && c.replyInSegments(string(t.(tag)), m, d) {
		return
	}
	if message == nil {
		fault := csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsResourceLimitExceeded, "the answer is too long for the header's length")
		refusal := fault.Message()
		if id := m.Common().RequestID(); id != "" {
			refusal.Private.RequestID = id
		}
		message = c.frame(string(t.(tag)), func(b []byte) []byte { return csta.AppendXML(b, refusal, d) })
	}
	c.put(message)
}

// replyInSegments answers with a reference, and sends what it stands for in
// messages that follow. It reports false where that cannot be done.
func (c *conn) replyInSegments(id string, m csta.Message, d *csta.Dialect) bool {
	if d == csta.Unitel {
		return false // it has no such messages
	}
	ref := strconv.FormatUint(uint64(c.asked.Add(1)), 10)
	first, parts, ok := segments(m, ref, maxJ2Document, func(m csta.Message) int { return len(csta.AppendXML(nil, m, d)) })
	if !ok {
		return false
	}
	head := c.frame(id, func(b []byte) []byte { return csta.AppendXML(b, first, d) })
	if head == nil {
		return false
	}
	c.put(head)
	for _, part := range parts {
		c.put(c.frame(EventInvokeID, func(b []byte) []byte { return csta.AppendXML(b, part, d) }))
	}
	return true
}

// Event implements session.Door.
func (c *conn) Event(crossRef string, pos csta.Position, p *pbx.Publication, f session.Form) {
	prepared := p.XML(c.dialect(f), f.Positions)
	message := c.frame(EventInvokeID, func(b []byte) []byte { return prepared.Append(b, crossRef, pos) })
	if message == nil {
		c.log.Error("an event is too long for the header's length", "event", p.Event.Name())
		return
	}
	c.put(message)
}

// Request implements session.Door. The client's answer, which nobody waits for,
// has the invoke id that is chosen here; the ids of each direction are its own.
// The parts of a list are not answered.
func (c *conn) Request(m csta.Message, f session.Form) {
	d := c.dialect(f)
	id := EventInvokeID
	if _, part := m.(*csta.SwitchingFunctionDevices); m.Kind() == csta.KindRequest && !part {
		id = FormatInvokeID(uint(c.asked.Add(1) - 1))
	}
	c.put(c.frame(id, func(b []byte) []byte { return csta.AppendXML(b, m, d) }))
}

// Close implements session.Door. A client that did not log in in time is told
// so, if it has said enough to be answered.
func (c *conn) Close(reason session.Reason) {
	if reason == session.ReasonNoLogin && Framing(c.framing.Load()) != Undecided {
		fault := csta.OperationFault(csta.OperationErrorsSecurityViolation, "%s", reason.Text)
		c.Request(fault.Message(), session.Form{})
	}
	c.queue.end()
}

func (c *conn) put(message []byte) {
	if !c.queue.put(message) {
		c.log.Warn("client does not keep up, connection closed", "bound", c.queue.bound)
	}
}

// dialect is the session's, or before a login the one that goes with the
// framing.
func (c *conn) dialect(f session.Form) *csta.Dialect {
	switch {
	case f.Dialect != nil:
		return f.Dialect
	case c.way.Dialect != nil:
		return c.way.Dialect
	case Framing(c.framing.Load()) == J2:
		return csta.ED6
	default:
		return csta.Unitel
	}
}

// messageSize is room for a usual message.
const messageSize = 2 << 10

// frame gives a document as it goes over the wire; nil where it is too long
// for the framing.
func (c *conn) frame(invokeID string, document func([]byte) []byte) []byte {
	b := make([]byte, 0, messageSize)
	if Framing(c.framing.Load()) != J2 {
		return append(document(b), 0)
	}
	b = document(b[:headerSize])
	if _, err := AppendHeader(b[:0], invokeID, len(b)-headerSize); err != nil {
		return nil
	}
	return b
}
