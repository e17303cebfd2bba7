package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// repeatTime is how long a MakeCall that comes again is answered as before.
const repeatTime = 60 * time.Second

// repeats remembers the calls that were made under a request id. A client that
// lost the answer asks again, with the same id and the same words; that must
// not dial twice. The zero value is ready to use.
type repeats struct {
	made   map[repeatKey]*madeCall
	oldest []*madeCall // in the order in which they are forgotten
}

type repeatKey struct{ user, requestID string }

// madeCall is a call that was made on request.
type madeCall struct {
	key     repeatKey
	body    string
	expires time.Time
	origin  callmodel.Origin
}

// key gives what a request is remembered by; false for one without an id.
func (r *Request) repeatKey() (repeatKey, bool) {
	id := r.Message.Common().RequestID()
	return repeatKey{r.Principal.User, id}, id != ""
}

// find gives the call that was made by the same request, if it was lately.
func (p *repeats) find(now time.Time, r *Request) (callmodel.Origin, bool) {
	p.expire(now)
	key, ok := r.repeatKey()
	if !ok {
		return callmodel.Origin{}, false
	}
	made, ok := p.made[key]
	if !ok || made.body != string(csta.AppendJSON(nil, r.Message)) {
		return callmodel.Origin{}, false
	}
	return made.origin, true
}

// remember keeps the call that a request made.
func (p *repeats) remember(now time.Time, r *Request, o callmodel.Origin) {
	key, ok := r.repeatKey()
	if !ok {
		return
	}
	if p.made == nil {
		p.made = make(map[repeatKey]*madeCall)
	}
	made := &madeCall{key: key, body: string(csta.AppendJSON(nil, r.Message)), expires: now.Add(repeatTime), origin: o}
	p.made[key] = made
	p.oldest = append(p.oldest, made)
}

// expire forgets what is old.
func (p *repeats) expire(now time.Time) {
	n := 0
	for n < len(p.oldest) && !p.oldest[n].expires.After(now) {
		if made := p.oldest[n]; p.made[made.key] == made {
			delete(p.made, made.key)
		}
		p.oldest[n] = nil
		n++
	}
	p.oldest = p.oldest[n:]
}
