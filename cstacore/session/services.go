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
	if s.enterWith(p, req, r) {
		s.service.recheck(s, principal)
	}
}

// enterWith begins a session and answers its login, unless the connection is
// about to close.
func (s *Session) enterWith(p pending, req *csta.StartApplicationSession, r *run) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || s.told {
		<-s.slots
		return false
	}
	s.enter(r)
	s.begin(p, req, r)
	return true
}

// begin answers a login: with the earlier session that it wants to go on with,
// or with a new one. It is the first thing asked for in r. s.mu is held.
func (s *Session) begin(p pending, req *csta.StartApplicationSession, r *run) {
	wish := resumptionOf(req)
	if wish != nil && !s.closed && !r.used && r.resume(p, wish) {
		return
	}
	r.forgotten = r.offset
	m := r.started()
	if wish != nil {
		private(m).Recovered = csta.Some(false)
	}
	s.reply(p, m)
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
	s.through(r, p, func() {
		switch {
		case s.run != r || !r.implicit:
			s.reply(p, startRefused(csta.StartApplicationSessionErrorMaxNumberSessions, "this connection has a session already"))
		case refusal != nil:
			s.reply(p, refusal)
		default:
			r.implicit = false
			r.duration = duration(req.RequestedSessionDuration)
			s.begin(p, req, r)
		}
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

// through has answer called in the session's order, after what was submitted
// before, with s.mu held.
func (s *Session) through(r *run, p pending, answer func()) {
	if !r.tenant.Pass(r, answer) {
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
	s.through(r, p, func() {
		if s.run != r || req.SessionID != "" && req.SessionID != r.id {
			s.reply(p, resetRefused(noSuchSession))
			return
		}
		r.duration = duration(req.RequestedSessionDuration)
		if r.timer != nil {
			r.deadline = time.Now().Add(r.duration)
			r.timer.Reset(r.duration)
		}
		s.reply(p, &csta.ResetApplicationSessionTimerPosResponse{ActualSessionDuration: seconds(r.duration)})
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
	s.through(r, p, func() {
		defer close(done)
		if s.run != r || req.SessionID != "" && req.SessionID != r.id {
			s.reply(p, stopRefused(noSuchSession))
			return
		}
		s.leave("stopped by the application")
		s.awaitLogin()
		s.reply(p, &csta.StopApplicationSessionPosResponse{})
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
