package rest

import (
	"errors"
	"net/http"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// loginRequest has the names of StartApplicationSession's vendor data.
type loginRequest struct {
	UserID    string `json:"userId"`
	Password  string `json:"password"`
	PBXDomain string `json:"pbxDomain"`
}

type loginResponse struct {
	AccessToken string `json:"accessToken"`
	// ExpiresIn is in seconds.
	ExpiresIn    int64  `json:"expiresIn"`
	RefreshToken string `json:"refreshToken"`
}

func granted(g *auth.Grant) loginResponse {
	return loginResponse{AccessToken: g.Access, ExpiresIn: int64(g.AccessTime / time.Second), RefreshToken: g.Refresh}
}

// login changes a password into tokens.
func (rs *routes) login(w http.ResponseWriter, r *http.Request) {
	var body loginRequest
	if !decode(w, r, &body) {
		return
	}
	p, err := rs.cfg.Authenticator.Password(r.Context(), auth.Credentials{
		User: body.UserID, Password: body.Password, Domain: body.PBXDomain, RemoteAddr: r.RemoteAddr,
	})
	if err == nil && !p.Expires.IsZero() {
		err = auth.ErrCredentials // a token in the password's place gives no other tokens
	}
	if errors.Is(err, auth.ErrCredentials) {
		fail(w, http.StatusUnauthorized, auth.ErrCredentials.Error())
		return
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	grant, err := rs.cfg.Logins.Begin(r.Context(), &p, r.RemoteAddr)
	if errors.Is(err, auth.ErrCredentials) {
		fail(w, http.StatusUnauthorized, auth.ErrCredentials.Error())
		return
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	answer(w, http.StatusOK, granted(&grant))
}

type refreshRequest struct {
	RefreshToken string `json:"refreshToken"`
}

// refresh changes a refresh token into the next pair.
func (rs *routes) refresh(w http.ResponseWriter, r *http.Request) {
	var body refreshRequest
	if !decode(w, r, &body) {
		return
	}
	grant, family, err := rs.cfg.Logins.Refresh(r.Context(), body.RefreshToken)
	if errors.Is(err, auth.ErrRefresh) {
		rs.cfg.Log.Info("refresh refused", "remote_addr", r.RemoteAddr, "user", family.User, "reason", err)
		if errors.Is(err, store.ErrReused) {
			rs.cfg.Live.EndLogin(family.Tenant, family.ID)
		}
		if family.ID != "" { // what strangers make up would fill the disk
			rs.note(r, &record.AuditEntry{
				Tenant: family.Tenant, Actor: family.User, Action: "refresh", Outcome: record.OutcomeRefused, Detail: err.Error(),
			})
		}
		fail(w, http.StatusUnauthorized, auth.ErrRefresh.Error())
		return
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	answer(w, http.StatusOK, granted(&grant))
}

// logout ends the login that a refresh token belongs to, and that of the access
// token where there is one. It succeeds whether or not they were good.
func (rs *routes) logout(w http.ResponseWriter, r *http.Request) {
	var body refreshRequest
	if r.ContentLength != 0 && !decode(w, r, &body) {
		return
	}
	var user *access.Principal
	if token := signalr.BearerToken(r); token != "" {
		p, err := rs.cfg.Authenticator.Token(r.Context(), token)
		if err != nil && !errors.Is(err, auth.ErrToken) {
			rs.failFor(w, r, err) // the login would go on
			return
		}
		if err == nil {
			user = &p
		}
	}
	ended, err := rs.cfg.Logins.End(r.Context(), user, body.RefreshToken)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	for _, login := range ended {
		rs.cfg.Live.EndLogin(login.Tenant, login.ID)
		rs.note(r, &record.AuditEntry{Tenant: login.Tenant, Actor: login.User, Action: "logout", Outcome: record.OutcomeDone})
	}
	w.WriteHeader(http.StatusNoContent)
}

type meResponse struct {
	UserID  string      `json:"userId"`
	Name    string      `json:"name,omitempty"`
	Tenant  string      `json:"tenant"`
	Role    record.Role `json:"role"`
	Device  string      `json:"device,omitempty"`
	Control []string    `json:"control,omitempty"`
	Observe []string    `json:"observe,omitempty"`
	// CallIn says that the user may have somebody outside call in.
	CallIn bool `json:"callIn,omitempty"`
}

// me tells who a token speaks for.
func (rs *routes) me(w http.ResponseWriter, r *http.Request) {
	p := principalOf(r)
	me := meResponse{UserID: p.User, Tenant: p.Tenant, Role: p.Role, Device: p.Device, Control: p.Control, Observe: p.Observe}
	me.CallIn = rs.mayCallIn(p)
	user, found, err := rs.cfg.Users.FindUser(r.Context(), p.User, "")
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	if found && user.Tenant == p.Tenant && user.ID == p.User {
		me.Name = user.Name
	}
	answer(w, http.StatusOK, me)
}
