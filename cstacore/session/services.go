package session

import (
	"context"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// This file holds the services of ECMA-354, which the session itself carries
// out.

// start logs in.
func (s *Session) start(ctx context.Context, p pending, req *csta.StartApplicationSession) {
	if r := s.current(); r != nil {
		s.startAgain(ctx, p, req, r)
		return
	}
	form := Form{Positions: s.kind.Positions || asks(req, "eventPositions")}
	if s.kind.Dialects {
		var known bool
		if form.Dialect, known = csta.DialectFor(req.RequestedProtocolVersions); !known {
			s.answer(p, startRefused(csta.StartApplicationSessionErrorRequestedProtocolVersionNotSupported, "ECMA-323 editions 3 to 6 are spoken"))
			return
		}
	}
	p.form = form
	principal, refusal := s.authenticate(ctx, req)
	if refusal != nil {
		s.answer(p, refusal)
		if s.refused++; s.refused >= maxRefused {
			s.shut(ReasonManyLogins)
		}
		return
	}
	tenant, ok := s.service.cfg.Tenants.Tenant(principal.Tenant)
	if !ok {
		s.answer(p, badLogin())
		return
	}
	r := newRun(s, tenant, principal, form, duration(req.RequestedSessionDuration))
	if s.enterWith(p, r) {
		s.service.recheck(s, principal)
	}
}

// enterWith begins a session and answers its login, unless the connection is
// about to close.
func (s *Session) enterWith(p pending, r *run) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.told {
		<-s.slots
		return false
	}
	s.enter(r)
	s.reply(p, r.started())
	return true
}

// startAgain answers a login on a session that lives. Where the connection's
// own proof opened it, the first login may still set the duration; a user and
// password beside the proof must be the same user's.
func (s *Session) startAgain(ctx context.Context, p pending, req *csta.StartApplicationSession, r *run) {
	p.form = r.form
	var refusal csta.Message
	if loginOf(req).user != "" {
		var principal *access.Principal
		principal, refusal = s.authenticate(ctx, req)
		if refusal == nil && (principal.User != r.principal.User || principal.Tenant != r.principal.Tenant) {
			refusal = badLogin()
		}
	}
	s.through(r, p, func() csta.Message {
		switch {
		case s.run != r || !r.implicit:
			return startRefused(csta.StartApplicationSessionErrorMaxNumberSessions, "this connection has a session already")
		case refusal != nil:
			return refusal
		}
		r.implicit = false
		r.duration = duration(req.RequestedSessionDuration)
		return r.started()
	})
}

// started is the answer to a login.
func (r *run) started() *csta.StartApplicationSessionPosResponse {
	dialect := r.form.Dialect
	if dialect == nil {
		dialect = csta.ED6 // what JSON's names and values are
	}
	m := &csta.StartApplicationSessionPosResponse{
		SessionID:             r.id,
		ActualProtocolVersion: dialect.ProtocolVersion(),
		ActualSessionDuration: seconds(r.duration),
	}
	if r.form.Positions {
		q := private(m)
		q.Epoch, q.Offset = r.epoch, csta.Some(r.offset)
	}
	return m
}

// through answers in the session's order: after what was submitted before.
// Build is called in its turn, with s.mu held.
func (s *Session) through(r *run, p pending, build func() csta.Message) {
	if !r.tenant.Pass(r, func() { s.reply(p, build()) }) {
		s.answer(p, csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsResourceOutOfService, "the tenant is being stopped").Message())
	}
}

// reset begins the session's time anew.
func (s *Session) reset(p pending, req *csta.ResetApplicationSessionTimer) {
	r := s.current()
	if r == nil {
		s.answer(p, resetRefused(noSuchSession))
		return
	}
	p.form = r.form
	s.through(r, p, func() csta.Message {
		if s.run != r || req.SessionID != "" && req.SessionID != r.id {
			return resetRefused(noSuchSession)
		}
		r.duration = duration(req.RequestedSessionDuration)
		if r.timer != nil {
			r.deadline = time.Now().Add(r.duration)
			r.timer.Reset(r.duration)
		}
		return &csta.ResetApplicationSessionTimerPosResponse{ActualSessionDuration: seconds(r.duration)}
	})
}

// stop logs out. It returns when that is done, so that a login that follows
// finds the slot empty.
func (s *Session) stop(ctx context.Context, p pending, req *csta.StopApplicationSession) {
	r := s.current()
	if r == nil {
		s.answer(p, stopRefused(noSuchSession))
		return
	}
	p.form = r.form
	done := make(chan struct{})
	s.through(r, p, func() csta.Message {
		defer close(done)
		if s.run != r || req.SessionID != "" && req.SessionID != r.id {
			return stopRefused(noSuchSession)
		}
		s.leave("stopped by the application")
		s.awaitLogin()
		return &csta.StopApplicationSessionPosResponse{}
	})
	select {
	case <-done:
	case <-ctx.Done():
	case <-s.done:
	}
}

// duration keeps a requested session duration, in seconds, within bounds.
func duration(requested csta.Opt[int64]) time.Duration {
	seconds := requested.Or(int64(defaultDuration / time.Second))
	seconds = max(int64(minDuration/time.Second), min(seconds, int64(maxDuration/time.Second)))
	return time.Duration(seconds) * time.Second
}

func seconds(d time.Duration) int64 { return int64(d / time.Second) }
