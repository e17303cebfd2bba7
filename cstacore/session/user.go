package session

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// Why connections are closed whose users may come back, if they are let in.
var (
	// ReasonUserChanged: the user may something else now, or nothing any more.
	ReasonUserChanged = Reason{Text: "what this user may has changed, connect again", Return: true}
	// ReasonLoginEnded: the login with whose token the connection was opened is
	// over.
	ReasonLoginEnded = Reason{Text: "the login of this connection has ended, log in again", Return: true}
)

// Who gives who is logged in, and where. It reports false while nobody is.
func (s *Session) Who() (*access.Principal, *pbx.Tenant, bool) {
	r := s.current()
	if r == nil {
		return nil, nil, false
	}
	return r.principal, r.tenant, true
}

// EndUser closes the connections of a user of a tenant, and of those for whom
// he vouches.
func (s *Service) EndUser(tenant, user string) {
	s.endAll(ReasonUserChanged, func(p *access.Principal) bool { return p.Tenant == tenant && p.User == user })
}

// EndLogin closes the connections that were opened with the tokens of a login.
func (s *Service) EndLogin(tenant, login string) {
	s.endAll(ReasonLoginEnded, func(p *access.Principal) bool { return p.Tenant == tenant && p.Login == login && login != "" })
}

// endAll closes the connections of those who are meant, and of those for whom
// they vouch.
func (s *Service) endAll(why Reason, meant func(*access.Principal) bool) {
	s.mu.Lock()
	all := make([]*Session, 0, len(s.sessions))
	for ses := range s.sessions {
		all = append(all, ses)
	}
	s.mu.Unlock()
	for _, ses := range all {
		if p, _, _ := ses.Who(); anyOf(p, meant) {
			ses.shut(why)
		}
	}
	for _, r := range s.allWaiting() {
		if anyOf(r.principal, meant) {
			r.end(why.Text)
		}
	}
}

// recheck closes a session that was opened for one who has changed meanwhile.
func (s *Service) recheck(ses *Session, p *access.Principal) {
	if s.cfg.Current != nil && !s.cfg.Current(p) {
		ses.shut(ReasonUserChanged)
	}
}

// anyOf reports whether a principal is meant, or one by whose leave he is there.
func anyOf(p *access.Principal, meant func(*access.Principal) bool) bool {
	for ; p != nil; p = p.Within {
		if meant(p) {
			return true
		}
	}
	return false
}
