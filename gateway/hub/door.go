package hub

import (
	"fmt"
	"strings"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/session"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// door is one connection as its session sees it.
type door struct {
	conn    *signalr.Conn
	session *session.Session
}

// invoke turns a call into a request. Answers leave in the order of the calls,
// those of calls that are no requests too.
func (d *door) invoke(inv *signalr.Invocation) {
	if isWatch(inv) && inv.Streaming() {
		d.watch(inv)
		return
	}
	if inv.Streaming() {
		inv.Fail(fmt.Sprintf("The client attempted to invoke the non-streaming '%s' method with a streaming invocation.", inv.Target()))
		return
	}
	request, err := decode(inv)
	if err != nil {
		d.session.Refuse(d.conn.Context(), inv, "", err)
		return
	}
	d.session.Submit(d.conn.Context(), inv, request)
}

// decode gives the request that a call makes.
func decode(inv *signalr.Invocation) (csta.Message, error) {
	if n := inv.NumArguments(); n > 1 {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "%s takes one object, not %d arguments", inv.Target(), n)
	}
	body, err := inv.Argument(0)
	if err != nil {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "%s: the argument is not an object", inv.Target())
	}
	m, err := csta.DecodeJSON(inv.Target(), body)
	if err != nil {
		return nil, err
	}
	if m.Kind() != csta.KindRequest {
		return nil, csta.OperationFault(csta.OperationErrorsServiceNotSupported, "%s is not a service", m.Name())
	}
	return m, nil
}

// Reply implements session.Door.
func (d *door) Reply(tag any, m csta.Message, _ session.Form) {
	inv := tag.(*signalr.Invocation)
	if m == nil {
		inv.Complete(nothing{})
		return
	}
	if m.Kind() == csta.KindFailure {
		inv.Fail(failure(m))
		return
	}
	inv.Complete(message{m})
}

// Event implements session.Door.
func (d *door) Event(crossRef string, pos csta.Position, p *pbx.Publication, _ session.Form) {
	// An error says that the connection has ended, which the session is told too.
	_ = d.conn.Send(p.Event.EventName(), event{p.JSON(), crossRef, pos})
}

// Request implements session.Door.
func (d *door) Request(m csta.Message, _ session.Form) {
	_ = d.conn.Send(m.Name(), message{m}) // as in Event
}

// Close implements session.Door.
func (d *door) Close(reason session.Reason) { d.conn.Close(reason.Text, reason.Return) }

// nothing is the result of a service that says nothing.
type nothing struct{}

// AppendJSON implements signalr.JSONAppender.
func (nothing) AppendJSON(dst []byte) []byte { return append(dst, "{}"...) }

// message is a CSTA message as an argument or a result.
type message struct{ csta.Message }

// AppendJSON implements signalr.JSONAppender.
func (m message) AppendJSON(dst []byte) []byte { return csta.AppendJSON(dst, m.Message) }

// event is an event as one monitor's argument.
type event struct {
	prepared *csta.Prepared
	crossRef string
	pos      csta.Position
}

// AppendJSON implements signalr.JSONAppender.
func (e event) AppendJSON(dst []byte) []byte { return e.prepared.Append(dst, e.crossRef, e.pos) }

// failure is the text with which an invocation fails: the name of the message
// that refuses it, the error in the standard's words, and what is wrong.
func failure(m csta.Message) string {
	if e, ok := m.(*csta.CSTAErrorCode); ok {
		return e.Fault().Error()
	}
	var code string
	switch e := m.(type) {
	case *csta.StartApplicationSessionNegResponse:
		code = e.ErrorCode.DefinedError.String()
	case *csta.StopApplicationSessionNegResponse:
		code = e.ErrorCode.DefinedError.String()
	case *csta.ResetApplicationSessionTimerNegResponse:
		code = e.ErrorCode.DefinedError.String()
	}
	text := strings.TrimSpace(m.Name() + " " + code)
	if p := m.Common().Private; p != nil && p.Detail != "" {
		text += ": " + p.Detail
	}
	return text
}
