package session

import (
	"log/slog"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
)

// Config is what sessions need from the outside. All of it is required, but for
// Audit and Current.
type Config struct {
	Authenticator Authenticator
	Tenants       Tenants
	Log           *slog.Logger
	Audit         Audit
	// LoginTime is how long a connection may be without a session.
	LoginTime time.Duration
	// Current reports whether a principal is what he was when he was proven. It is
	// asked once EndUser and EndLogin would find the session, so that nothing they
	// are called for slips in between. Without it he always is.
	Current func(*access.Principal) bool
}

// Service holds all sessions. Its methods may be called from any goroutine.
type Service struct {
	cfg Config

	mu       sync.Mutex
	sessions map[*Session]struct{}
	waiting  map[user][]*run // without a connection, the longest first
	stopped  bool
}

// NewService gives a service without sessions.
func NewService(cfg Config) *Service {
	return &Service{cfg: cfg, sessions: make(map[*Session]struct{}), waiting: make(map[user][]*run)}
}

// Open gives a new connection its session. The session waits for a login by
// StartApplicationSession, or is open at once for a principal whose connection
// has proven already who it is.
func (s *Service) Open(door Door, kind Kind, principal *access.Principal) (*Session, error) {
	ses := &Session{
		service: s, door: door, kind: kind,
		slots: make(chan struct{}, maxOutstanding), done: make(chan struct{}),
	}
	if !s.add(ses) {
		return nil, errStopped
	}
	if principal == nil {
		ses.mu.Lock()
		ses.awaitLogin()
		ses.mu.Unlock()
		return ses, nil
	}
	if err := ses.openFor(principal); err != nil {
		s.remove(ses)
		return nil, err
	}
	s.recheck(ses, principal)
	return ses, nil
}

func (s *Service) add(ses *Session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return false
	}
	s.sessions[ses] = struct{}{}
	return true
}

func (s *Service) remove(ses *Session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, ses)
}

// Len counts the connections that have a session or wait for one.
func (s *Service) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sessions)
}

// Stop opens no further session, and closes the connections of those there
// are. It does not wait until they are gone.
func (s *Service) Stop() {
	s.mu.Lock()
	s.stopped = true
	all := make([]*Session, 0, len(s.sessions))
	for ses := range s.sessions {
		all = append(all, ses)
	}
	s.mu.Unlock()
	for _, ses := range all {
		ses.shut(ReasonStopping)
	}
	for _, r := range s.allWaiting() {
		r.end("the server is stopping")
	}
}
