package rest

import (
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/cstahub/cstahub/cstacore/access"
)

// A tenant has trunkBurst calls come in at once, and then one every trunkEvery:
// each may wait for hours, and leaves a record.
const (
	trunkBurst = 30
	trunkEvery = 40 * time.Millisecond
)

// trunk holds each tenant to its rate of calls from outside.
type trunk struct {
	mu      sync.Mutex
	tenants map[string]*rate.Limiter
}

// wait is above 0 where a tenant must not have a call come in now.
func (t *trunk) wait(tenant string) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.tenants[tenant]
	if l == nil {
		l = rate.NewLimiter(rate.Every(trunkEvery), trunkBurst)
		t.tenants[tenant] = l
	}
	if l.Allow() {
		return 0
	}
	return trunkEvery
}

// inboundBody asks for a call that comes in through the simulated trunk.
type inboundBody struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// callIn has somebody outside call one of the tenant's numbers or devices, by
// the simulated trunk. Operators may, and in the demo everybody who is logged in.
func (rs *routes) callIn(w http.ResponseWriter, r *http.Request) {
	p := principalOf(r)
	if !rs.mayCallIn(p) {
		fail(w, http.StatusForbidden, "calls from outside are tried by operators")
		return
	}
	var body inboundBody
	if !decode(w, r, &body) {
		return
	}
	if wait := rs.trunk.wait(p.Tenant); wait > 0 {
		retryAfter(w, wait, "too many calls from outside, try again later")
		return
	}
	call, err := rs.cfg.Live.CallIn(r.Context(), p.Tenant, body.From, body.To)
	if err != nil {
		fail(w, http.StatusUnprocessableEntity, err.Error())
		return
	}
	answer(w, http.StatusCreated, map[string]string{"callId": call})
}

func (rs *routes) mayCallIn(p *access.Principal) bool {
	return rs.cfg.Demo || access.AllowedEverywhere(p, access.Administer, p.Tenant)
}
