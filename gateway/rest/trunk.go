package rest

import (
	"net/http"

	"github.com/cstahub/cstahub/cstacore/access"
)

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
