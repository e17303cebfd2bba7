package session

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// maxOutstanding is how many requests of a session may be under way; Submit
// waits while there are as many.
const maxOutstanding = 256

// maxRefused is how many logins a connection may have refused.
const maxRefused = 5

// errStopped refuses connections that come while the server stops.
var errStopped = errors.New("the server is stopping")

// Session is one connection's slot for an application session.
type Session struct {
	service *Service
	door    Door
	kind    Kind
	refused int           // logins refused; of the goroutine that calls Submit
	slots   chan struct{} // one for each request under way
	done    chan struct{} // closed when the connection is gone

	// mu keeps what leaves through the door in order. Door methods are called
	// with it held.
	mu     sync.Mutex
	run    *run        // nil while nobody is logged in
	login  *time.Timer // runs while run is nil
	closed bool        // the connection is gone
	told   bool        // the door was told to close
}

// Submit hands in a request, whose answer comes out of the door with tag. It
// returns when the session can take the next one: at once, but for logins and
// for sessions with too many requests under way. It is called by one goroutine
// at a time.
func (s *Session) Submit(ctx context.Context, tag any, m csta.Message) {
	if !s.slot(ctx) {
		return
	}
	p := pending{tag: tag, requestID: m.Common().RequestID()}
	switch req := m.(type) {
	case *csta.StartApplicationSession:
		s.start(ctx, p, req)
	case *csta.StopApplicationSession:
		s.stop(ctx, p, req)
	case *csta.ResetApplicationSessionTimer:
		s.reset(p, req)
	default:
		s.request(p, m)
	}
}

// Refuse answers what came instead of a request that could be carried out, in
// the order in which it came: with the fault of err, or, for a message of
// ECMA-354, its negative response.
func (s *Session) Refuse(ctx context.Context, tag any, requestID string, err error) {
	if !s.slot(ctx) {
		return
	}
	p := pending{tag: tag, requestID: requestID}
	if refused, ok := errors.AsType[*csta.DecodeError](err); ok {
		p.requestID = refused.RequestID
	}
	r := s.current()
	if r != nil {
		p.form = r.form
	}
	s.inTurn(r, func() { s.reply(p, refusal(err)) })
}

// refusal is the message that answers what could not be decoded, or not be
// taken for a request.
func refusal(err error) csta.Message {
	fault := csta.FaultOf(err)
	if refused, ok := errors.AsType[*csta.DecodeError](err); ok {
		switch refused.Message {
		case "StartApplicationSession":
			return startRefused(csta.StartApplicationSessionErrorInvalidApplicationInfo, fault.Detail)
		case "StopApplicationSession":
			return stopRefused(fault.Detail)
		case "ResetApplicationSessionTimer":
			return resetRefused(fault.Detail)
		}
	}
	return fault.Message()
}

// End has the door closed once all is answered that was handed in before.
func (s *Session) End(reason Reason) {
	s.inTurn(s.current(), func() { s.close(reason) })
}

// inTurn calls f, with s.mu held, after what was handed in before is answered.
func (s *Session) inTurn(r *run, f func()) {
	if r != nil && r.tenant.Pass(r, f) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

// slot waits until another request may be under way; false when there will be
// none any more.
func (s *Session) slot(ctx context.Context) bool {
	select {
	case s.slots <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	case <-s.done:
		return false
	}
}

// pending is what an answer needs of its request.
type pending struct {
	tag       any
	requestID string
	form      Form
	request   *pbx.Request // nil for what the session itself answers
}

// request passes a request on to the tenant's switch.
func (s *Session) request(p pending, m csta.Message) {
	// With s.mu held no end of the session comes between finding it and
	// submitting: what it left behind in the switch would stay for ever.
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.run
	if r == nil {
		s.reply(p, csta.OperationFault(csta.OperationErrorsSecurityViolation, "log in first, with StartApplicationSession or a token").Message())
		return
	}
	r.used = true
	p.form = r.form
	p.request = &pbx.Request{Outlet: r, Principal: r.principal, Message: m, CrossRefs: r.crossRefs, Connection: r.connection}
	p.request.Tag = p
	if !r.tenant.Submit(p.request) {
		s.reply(p, csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsResourceOutOfService, "the tenant is being stopped").Message())
	}
}

func (s *Session) current() *run {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.run
}

// answer sends an answer that takes no way through the switch: there is no
// session, so nothing is under way that it could overtake.
func (s *Session) answer(p pending, m csta.Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reply(p, m)
}

// reply sends an answer. s.mu is held.
func (s *Session) reply(p pending, m csta.Message) {
	<-s.slots
	if s.closed {
		return
	}
	if p.requestID != "" && m != nil {
		private(m).RequestID = p.requestID
	}
	s.door.Reply(p.tag, m, p.form)
}

// private gives a message's private data, made where there is none.
func private(m csta.Message) *csta.PrivateData {
	base := m.Common()
	if base.Private == nil {
		base.Private = &csta.PrivateData{}
	}
	return base.Private
}

// openFor opens the session for a principal proven by the connection.
func (s *Session) openFor(p *access.Principal) error {
	tenant, ok := s.service.cfg.Tenants.Tenant(p.Tenant)
	if !ok {
		return fmt.Errorf("there is no tenant %q", p.Tenant)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	r := newRun(s, tenant, p, Form{Positions: s.kind.Positions, Dialect: s.kind.Dialect}, defaultDuration)
	r.implicit, r.timed = true, false
	s.enter(r)
	return nil
}

// enter fills the slot. s.mu is held.
func (s *Session) enter(r *run) {
	if s.login != nil {
		s.login.Stop()
	}
	s.run = r
	r.startTimers()
	s.service.cfg.Log.Info("session opened", "session", r.connection, "user", r.principal.User, "tenant", r.principal.Tenant,
		"remote_addr", s.kind.RemoteAddr)
}

// leave empties the slot. s.mu is held.
func (s *Session) leave(why string) {
	r := s.run
	s.run = nil
	r.stopTimers()
	r.tenant.Leave(r)
	s.service.cfg.Log.Info("session ended", "session", r.connection, "user", r.principal.User, "tenant", r.principal.Tenant, "reason", why)
}

// awaitLogin closes the connection unless somebody logs in. s.mu is held.
func (s *Session) awaitLogin() {
	s.login = time.AfterFunc(s.service.cfg.LoginTime, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.run == nil {
			s.close(ReasonNoLogin)
		}
	})
}

// close tells the door to close, once. s.mu is held.
func (s *Session) close(reason Reason) {
	if s.closed || s.told {
		return
	}
	s.told = true
	s.service.cfg.Log.Info("connection closed", "remote_addr", s.kind.RemoteAddr, "reason", reason.Text)
	s.door.Close(reason)
}

// shut closes the connection from outside.
func (s *Session) shut(reason Reason) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.run != nil && !s.closed && !s.told {
		s.run.terminated(csta.SessionTermReason{ServerTermReason: reason.Text})
	}
	s.close(reason)
}

// Closed is called by the door when its connection is gone, whoever ended it.
// Calls go on without the session. Its monitors end, unless the session waits
// for its application to come back.
func (s *Session) Closed() {
	s.service.remove(s)
	if displaced := s.gone(); displaced != nil {
		displaced.end("too many sessions of the user wait")
	}
}

// gone ends what the connection had. It gives a session that has to end for
// one that waits now.
func (s *Session) gone() (displaced *run) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	close(s.done)
	if s.login != nil {
		s.login.Stop()
	}
	r := s.run
	if r == nil {
		return nil
	}
	if r.resumable() {
		if other, ok := s.service.await(r); ok {
			s.run = nil
			r.stopTimers()
			r.wait()
			return other
		}
	}
	s.leave("connection closed")
	return nil
}

// Dialect gives the way in which the session's XML is written, nil while
// nobody is logged in and on the hub. It is called by the goroutine that calls
// Submit.
func (s *Session) Dialect() *csta.Dialect {
	if r := s.current(); r != nil {
		return r.form.Dialect
	}
	return nil
}
