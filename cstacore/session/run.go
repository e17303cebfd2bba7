package session

import (
	"crypto/rand"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// How long a session may last without its timer being reset.
const (
	defaultDuration = 2 * time.Minute
	minDuration     = 10 * time.Second
	maxDuration     = 24 * time.Hour
)

// run is one application session, from its login to its end. It is the outlet
// to which the tenant's switch delivers; what comes after the session's end
// goes nowhere.
type run struct {
	session   *Session
	id        string
	tenant    *pbx.Tenant
	principal *access.Principal
	form      Form
	// connection names the session to people; unlike id it proves nothing.
	connection string

	implicit  bool // opened by the connection's own proof, not by a login
	used      bool // something was asked for in it
	over      bool // the application was told that it ends
	crossRefs pbx.CrossRefs

	duration time.Duration
	timed    bool        // the session's timer runs
	timer    *time.Timer // the session's timer
	deadline time.Time   // when the session's timer expires
	expiry   *time.Timer // the end of the proof of identity

	epoch  string
	offset uint64 // of the last event

	// For an application that comes back, see resume.go: the last of what the
	// session was sent, all events after forgotten.
	recent    []sent
	forgotten uint64
	waiting   bool        // the connection is gone, and nobody has come back yet
	claimed   bool        // somebody has, and is about to hear what was under way
	grace     *time.Timer // how long it waits
}

func newRun(s *Session, tenant *pbx.Tenant, p *access.Principal, f Form, duration time.Duration) *run {
	crossRefs, timed := pbx.NamedApart, false // the hub
	switch {
	case f.Dialect == csta.Unitel:
		crossRefs = pbx.Named
	case f.Dialect != nil:
		crossRefs, timed = pbx.Chosen, true
	}
	return &run{
		session:    s,
		id:         rand.Text(),
		tenant:     tenant,
		principal:  p,
		form:       f,
		connection: rand.Text(),
		crossRefs:  crossRefs,
		duration:   duration,
		timed:      timed,
		epoch:      rand.Text()[:8],
	}
}

// startTimers starts what may end the session by itself.
func (r *run) startTimers() {
	if r.timed {
		r.deadline = time.Now().Add(r.duration)
		r.timer = time.AfterFunc(r.duration, r.timerExpired)
	}
	if !r.principal.Expires.IsZero() {
		r.expiry = time.AfterFunc(time.Until(r.principal.Expires), r.proofExpired)
	}
}

func (r *run) stopTimers() {
	for _, t := range []*time.Timer{r.timer, r.expiry} {
		if t != nil {
			t.Stop()
		}
	}
}

// timerExpired ends a session whose timer was not reset in time (ECMA-354).
// The connection may be used for another login.
func (r *run) timerExpired() {
	s := r.session
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.run != r || s.closed || time.Now().Before(r.deadline) {
		return // it ended, or was reset while this waited
	}
	r.terminated(csta.SessionTermReason{DefinedTermReason: csta.DefinedTermReasonSessionTimerExpired})
	s.leave("session timer expired")
	s.awaitLogin()
}

// proofExpired ends a session whose token has run out, and its connection.
func (r *run) proofExpired() {
	s := r.session
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.run != r || s.closed {
		return
	}
	r.terminated(csta.SessionTermReason{ServerTermReason: ReasonProofExpired.Text})
	s.leave("token expired")
	s.close(ReasonProofExpired)
}

// terminated tells the application that its session ends, and why. s.mu is held.
func (r *run) terminated(why csta.SessionTermReason) {
	r.over = true
	r.session.door.Request(&csta.ApplicationSessionTerminated{SessionID: r.id, SessionTermReason: why}, r.form)
}

// Reply implements pbx.Outlet.
func (r *run) Reply(tag any, m csta.Message, err error) {
	s := r.session
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		m = csta.FaultOf(err).Message()
	} else if m != nil && r.form.Positions && snapshot(m) {
		q := private(m)
		q.Epoch, q.Offset = r.epoch, csta.Some(r.offset)
	}
	p := tag.(pending)
	r.note(p.request, err)
	s.reply(p, m)
}

// snapshot reports whether a response describes a state that events go on from.
func snapshot(m csta.Message) bool {
	switch m.(type) {
	case *csta.SnapshotDeviceResponse, *csta.MonitorStartResponse:
		return true
	default:
		return false
	}
}

// Notify implements pbx.Outlet.
func (r *run) Notify(crossRef string, p *pbx.Publication) {
	s := r.session
	s.mu.Lock()
	defer s.mu.Unlock()
	m := sent{offset: r.offset + 1, crossRef: crossRef, event: p}
	switch {
	case r.waiting, r.claimed:
		r.offset++
		r.miss(m)
	case s.run == r && !s.closed:
		r.offset++
		r.remember(m)
		s.door.Event(crossRef, csta.Position{Epoch: r.epoch, Offset: r.offset}, p, r.form)
	}
}

// Ask implements pbx.Outlet.
func (r *run) Ask(request csta.Message) {
	s := r.session
	s.mu.Lock()
	defer s.mu.Unlock()
	m := sent{offset: r.offset, request: request}
	switch {
	case r.waiting, r.claimed:
		r.miss(m)
	case s.run == r && !s.closed:
		r.remember(m)
		s.door.Request(request, r.form)
	}
}

// Pass implements pbx.Outlet.
func (r *run) Pass(f func()) {
	r.session.mu.Lock()
	defer r.session.mu.Unlock()
	f()
}
