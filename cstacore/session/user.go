package session

import (
	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/pbx"
)

// ReasonUserChanged closes the connections of a user who may something else
// now, or nothing any more.
var ReasonUserChanged = Reason{Text: "what this user may has changed, connect again", Return: true}

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
	s.mu.Lock()
	all := make([]*Session, 0, len(s.sessions))
	for ses := range s.sessions {
		all = append(all, ses)
	}
	s.mu.Unlock()
	for _, ses := range all {
		if p, _, _ := ses.Who(); vouchedFor(p, tenant, user) {
			ses.shut(ReasonUserChanged)
		}
	}
	for _, r := range s.allWaiting() {
		if vouchedFor(r.principal, tenant, user) {
			r.end("the user's rights have changed")
		}
	}
}

// vouchedFor reports whether a principal is a user, or is there by his leave.
func vouchedFor(p *access.Principal, tenant, user string) bool {
	for ; p != nil; p = p.Within {
		if p.Tenant == tenant && p.User == user {
			return true
		}
	}
	return false
}
