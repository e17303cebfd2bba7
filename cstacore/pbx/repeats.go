package pbx

import (
	"crypto/sha256"
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// A client that lost the answer to a MakeCall asks again, with the same
// requestID and the same words; that must not dial twice. As long as the call
// is up, and for repeatTime at most, such a request gets the first answer
// again. Many clients count their requestIDs from 1 on each connection, so an
// id whose call is over says nothing.
const (
	repeatTime = 60 * time.Second
	// maxRequestID is how long an id may be to be remembered, and maxRepeats how
	// many of one user's are.
	maxRequestID = 128
	maxRepeats   = 100
)

// repeats remembers the calls that were made under a request id. The zero
// value is ready to use.
type repeats struct {
	made map[repeatKey]*madeCall
	// byCall finds what is remembered of a call, to forget it with the call.
	byCall map[string]*madeCall
	// users counts what is remembered for each.
	users map[string]int
}

type repeatKey struct{ user, requestID string }

// madeCall is a call that was made on request.
type madeCall struct {
	key    repeatKey
	body   [sha256.Size]byte
	until  time.Time
	origin callmodel.Origin
}

func bodyOf(r *Request) [sha256.Size]byte { return sha256.Sum256(csta.AppendJSON(nil, r.Message)) }

// repeated gives the call that the same request made, if that is still up.
func (s *Switch) repeated(r *Request) (callmodel.Origin, bool) {
	made, ok := s.repeats.made[repeatKey{r.Principal.User, r.Message.Common().RequestID()}]
	if !ok || !s.now.Before(made.until) || made.body != bodyOf(r) {
		return callmodel.Origin{}, false
	}
	return made.origin, true
}

// remember keeps the call that a request made, until it ends.
func (s *Switch) remember(r *Request, o callmodel.Origin) {
	id, user := r.Message.Common().RequestID(), r.Principal.User
	p := &s.repeats
	if id == "" || len(id) > maxRequestID || p.users[user] >= maxRepeats {
		return
	}
	if p.made == nil {
		p.made = make(map[repeatKey]*madeCall)
		p.byCall = make(map[string]*madeCall)
		p.users = make(map[string]int)
	}
	key := repeatKey{user, id}
	if old, ok := p.made[key]; ok {
		p.forget(old.origin.Call)
	}
	made := &madeCall{key: key, body: bodyOf(r), until: s.now.Add(repeatTime), origin: o}
	p.made[key] = made
	p.byCall[o.Call] = made
	p.users[user]++
	s.startTimer(line.Leg{Call: o.Call}, repeatTimer, repeatTime)
}

// forget drops what is remembered of a call.
func (p *repeats) forget(call string) {
	made, ok := p.byCall[call]
	if !ok {
		return
	}
	delete(p.byCall, call)
	if p.made[made.key] == made {
		delete(p.made, made.key)
	}
	if p.users[made.key.user]--; p.users[made.key.user] == 0 {
		delete(p.users, made.key.user)
	}
}
