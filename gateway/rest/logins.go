package rest

import (
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/cstahub/cstahub/cstacore/record"
)

// endedByOperator is the reason of logins that an operator ended.
const endedByOperator = "operator"

// loginBody is a login of a user: what a refresh token and its access tokens
// came from.
type loginBody struct {
	LoginID string `json:"loginId"`
	// Client is the address that it came from.
	Client  string    `json:"client,omitempty"`
	Created time.Time `json:"created"`
	// Used is when a token was last exchanged, Expires when the newest runs out.
	Used    time.Time  `json:"used"`
	Expires time.Time  `json:"expires"`
	Ended   *time.Time `json:"ended,omitempty"`
	Reason  string     `json:"reason,omitempty"`
}

func (rs *routes) mountLogins(r chi.Router) {
	r.Get("/users/{id}/logins", rs.logins)
	r.Delete("/users/{id}/logins", rs.endLogins)
	r.Delete("/users/{id}/logins/{login}", rs.endLogin)
}

// logins lists a user's logins, newest first, those that ended not long ago
// included.
func (rs *routes) logins(w http.ResponseWriter, r *http.Request) {
	families, err := rs.families(r)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	page := pageResponse[loginBody]{Items: make([]loginBody, len(families))}
	for i := range families {
		f := &families[i]
		page.Items[i] = loginBody{f.ID, f.Client, f.Created, f.Used, f.Expires, optional(f.Revoked), f.Reason}
	}
	answer(w, http.StatusOK, page)
}

// families gives the logins of the user in a request's path.
func (rs *routes) families(r *http.Request) ([]record.RefreshFamily, error) {
	tenant, id := principalOf(r).Tenant, idIn(r)
	if _, err := rs.cfg.Store.Users.Get(r.Context(), tenant, id); err != nil {
		return nil, err
	}
	return rs.cfg.Store.Logins.RefreshFamilies(r.Context(), tenant, id)
}

// endLogins ends all logins of a user, and closes whatever he has open.
func (rs *routes) endLogins(w http.ResponseWriter, r *http.Request) {
	tenant, id := principalOf(r).Tenant, idIn(r)
	_, err := rs.cfg.Store.Users.Get(r.Context(), tenant, id)
	if err == nil {
		err = rs.cfg.Store.Logins.RevokeUserRefresh(r.Context(), tenant, id, time.Now(), endedByOperator)
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	rs.cfg.Live.EndUser(tenant, id)
	rs.loginsEnded(w, r, "users/"+id+"/logins")
}

// endLogin ends one login, and closes the connections opened with its tokens.
func (rs *routes) endLogin(w http.ResponseWriter, r *http.Request) {
	tenant, login := principalOf(r).Tenant, chi.URLParam(r, "login")
	families, err := rs.families(r)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	for i := range families {
		if f := &families[i]; f.ID != login || !f.Revoked.IsZero() {
			continue
		}
		if err := rs.cfg.Store.Logins.RevokeRefresh(r.Context(), tenant, login, time.Now(), endedByOperator); err != nil {
			rs.failFor(w, r, err)
			return
		}
		rs.cfg.Live.EndLogin(tenant, login)
		rs.loginsEnded(w, r, "users/"+idIn(r)+"/logins/"+login)
		return
	}
	fail(w, http.StatusNotFound, "there is no such login, or it has ended")
}

func (rs *routes) loginsEnded(w http.ResponseWriter, r *http.Request, object string) {
	p := principalOf(r)
	rs.note(r, &record.AuditEntry{Tenant: p.Tenant, Actor: p.User, Action: "login.end", Object: object, Outcome: record.OutcomeDone})
	w.WriteHeader(http.StatusNoContent)
}
