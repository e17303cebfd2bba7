package session

import (
	"crypto/subtle"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// A session whose connection is lost is kept for a while, with its monitors,
// and takes down what it would have been sent. Who comes back in time, and
// says where he was, goes on from there: this file.

// What is kept for those who come back.
const (
	// graceTime is how long a session waits for its application. A SignalR
	// client takes half a minute to notice that its connection is dead.
	graceTime = time.Minute
	// maxRecent is how many messages a connected session remembers at least: what
	// was sent and may not have arrived. It remembers up to twice as many.
	maxRecent = 256
	// maxMissed is how many messages a session takes down while nobody is
	// there. One that would need more ends: a snapshot is less to read.
	maxMissed = 1024
	// maxWaiting is how many sessions of one user may wait; the one that has
	// waited longest makes room.
	maxWaiting = 16
)

// sent is an event or a request that a session was sent, or will be.
type sent struct {
	offset   uint64 // that of the last event
	crossRef string
	event    *pbx.Publication // nil for a request
	request  csta.Message
}

// resumable reports whether an application could come back to the session: it
// has been told the session's id, and is told its positions.
func (r *run) resumable() bool { return r.form.Positions && !r.implicit && !r.over }

// remember takes down what a connected session is sent. s.mu is held.
func (r *run) remember(m sent) {
	if !r.resumable() {
		return
	}
	if len(r.recent) >= 2*maxRecent {
		r.forgotten = r.recent[maxRecent-1].offset
		r.recent = slices.Delete(r.recent, 0, maxRecent)
	}
	r.recent = append(r.recent, m)
}

// miss takes down what a session is sent while nobody is there. Of one that has
// been claimed it is no more than was under way already. s.mu is held.
func (r *run) miss(m sent) {
	if r.waiting && len(r.recent) >= 2*maxRecent+maxMissed {
		r.giveUp("too much to take down")
		return
	}
	r.recent = append(r.recent, m)
}

// since gives what a session was sent after a position; false where it does
// not remember all of that, or where the position is none of its own.
func (r *run) since(p position) ([]sent, bool) {
	if p.epoch != r.epoch || p.offset < r.forgotten || p.offset > r.offset {
		return nil, false
	}
	i := slices.IndexFunc(r.recent, func(m sent) bool { return m.offset > p.offset })
	if i < 0 {
		i = len(r.recent)
	}
	// A request that went out right behind that event may have been lost, and is
	// no harm when it comes twice.
	for i > 0 && r.recent[i-1].event == nil {
		i--
	}
	return r.recent[i:], true
}

// wait keeps the session for its application to come back to. s.mu is held, of
// the session whose connection is gone.
func (r *run) wait() {
	r.waiting = true
	r.tenant.Rest(r)
	r.grace = time.AfterFunc(graceTime, func() {
		r.session.mu.Lock()
		defer r.session.mu.Unlock()
		r.giveUp("nobody came back")
	})
}

// giveUp ends a session that waits. s.mu is held.
func (r *run) giveUp(why string) {
	if !r.waiting {
		return
	}
	r.waiting, r.recent = false, nil
	r.grace.Stop()
	r.tenant.Leave(r)
	r.session.service.forget(r)
	r.session.service.cfg.Log.Info("session ended", "session", r.connection, "user", r.principal.User, "tenant", r.principal.Tenant, "reason", why)
}

// resumption is the wish to go on with an earlier session, as it stands in
// applicationSpecificInfo.
type resumption struct {
	sessionID string
	position  position
}

// position is a place in the log of a session.
type position struct {
	epoch  string
	offset uint64
}

// resumptionOf finds what session a login wants to go on with, nil for none.
func resumptionOf(req *csta.StartApplicationSession) *resumption {
	info := req.ApplicationInfo.ApplicationSpecificInfo
	id := info.Text("sessionId")
	if id == "" {
		id = info.Text("sessionID")
	}
	if id == "" {
		return nil
	}
	w := &resumption{sessionID: id, position: position{epoch: info.Text("epoch")}}
	offset, err := strconv.ParseUint(info.Text("offset"), 10, 64)
	if err != nil {
		w.position.epoch = "" // none is without a name
	}
	w.position.offset = offset
	return w
}

// resume has the session r, in which nothing was asked for yet, go on where an
// earlier one was left, and answers the login that wanted it; false where that
// cannot be. s.mu is held.
func (r *run) resume(p pending, w *resumption) bool {
	old := r.session.service.claim(r, w)
	if old == nil {
		return false
	}
	return r.tenant.Adopt(old, r, func() { r.goOn(p, old, w.position) })
}

// goOn is called when all that the earlier session was to be sent has been
// delivered, and before anything is delivered that comes after. s.mu is held.
func (r *run) goOn(p pending, old *run, from position) {
	old.session.mu.Lock()
	missed, _ := old.since(from)
	r.id, r.epoch, r.offset = old.id, old.epoch, old.offset
	r.recent, r.forgotten = slices.Clone(missed), from.offset
	old.claimed, old.recent = false, nil
	old.session.mu.Unlock()

	s := r.session
	s.service.cfg.Log.Info("session resumed", "session", r.connection, "user", r.principal.User, "tenant", r.principal.Tenant, "missed", len(missed))
	m := r.started()
	q := private(m)
	q.Recovered, q.Epoch, q.Offset = csta.Some(true), from.epoch, csta.Some(from.offset)
	s.reply(p, m)
	if s.closed {
		return
	}
	for _, x := range missed {
		if x.event == nil {
			s.door.Request(x.request, r.form)
			continue
		}
		s.door.Event(x.crossRef, csta.Position{Epoch: r.epoch, Offset: x.offset}, x.event, r.form)
	}
}

// await puts a session on the list of those that wait; false where none may
// any more. Where its user has too many, it takes off and gives the one that
// has to end.
func (s *Service) await(r *run) (displaced *run, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return nil, false
	}
	who := userOf(r.principal)
	s.waiting[who] = append(s.waiting[who], r)
	if list := s.waiting[who]; len(list) > maxWaiting {
		displaced, s.waiting[who] = list[0], list[1:]
	}
	return displaced, true
}

// claim finds the session that a login wants to go on with, and has it wait no
// longer: the caller takes its place. It is that of the same user, with the
// same rights, at the same kind of door, and remembers everything since.
func (s *Service) claim(r *run, w *resumption) *run {
	for _, old := range s.waitingOf(r.principal) {
		if found, is := s.claimOne(old, r, w); is {
			return found
		}
	}
	return nil
}

// claimOne has a session wait no longer, if it is the one that is wanted: is
// tells. It gives nil where that one cannot be gone on with.
func (s *Service) claimOne(old, r *run, w *resumption) (found *run, is bool) {
	// Whoever holds the lock of a session takes none but those of earlier ones.
	old.session.mu.Lock()
	defer old.session.mu.Unlock()
	if subtle.ConstantTimeCompare([]byte(old.id), []byte(w.sessionID)) != 1 {
		return nil, false
	}
	if !old.waiting {
		return nil, true // it has just ended, or somebody else came first
	}
	if _, ok := old.since(w.position); !ok || old.form != r.form || old.crossRefs != r.crossRefs || !alike(old.principal, r.principal) {
		old.giveUp("it cannot be resumed")
		return nil, true
	}
	old.waiting, old.claimed = false, true
	old.grace.Stop()
	s.forget(old)
	return old, true
}

// waitingOf lists a user's sessions that wait.
func (s *Service) waitingOf(p *access.Principal) []*run {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.waiting[userOf(p)])
}

// allWaiting lists the sessions that wait.
func (s *Service) allWaiting() []*run {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Concat(slices.Collect(maps.Values(s.waiting))...)
}

// end ends a session that waits.
func (r *run) end(why string) {
	r.session.mu.Lock()
	defer r.session.mu.Unlock()
	r.giveUp(why)
}

// forget takes a session off the list of those that wait.
func (s *Service) forget(r *run) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who := userOf(r.principal)
	rest := slices.DeleteFunc(slices.Clone(s.waiting[who]), func(o *run) bool { return o == r })
	if len(rest) == 0 {
		delete(s.waiting, who)
		return
	}
	s.waiting[who] = rest
}

// user names whose sessions they are.
type user struct{ tenant, id string }

func userOf(p *access.Principal) user { return user{p.Tenant, p.User} }

// alike reports whether two proofs give the same rights, so that what was
// granted by one may stay with the other.
func alike(a, b *access.Principal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.User == b.User && a.Tenant == b.Tenant && a.Role == b.Role && a.Device == b.Device &&
		slices.Equal(a.Control, b.Control) && slices.Equal(a.Observe, b.Observe) && slices.Equal(a.Rights, b.Rights) &&
		alike(a.Within, b.Within)
}
