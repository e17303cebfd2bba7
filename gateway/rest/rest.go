// Package rest is what browsers and programs reach over plain HTTP beside the
// hub: login, who one is, and the server's health.
package rest

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/cors"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// Users finds users by their ids.
type Users interface {
	FindUser(ctx context.Context, name, domain string) (record.User, bool, error)
}

// Config is what the routes need. All of it is required.
type Config struct {
	Authenticator *auth.Authenticator
	Tokens        *auth.Tokens
	Users         Users
	Log           *slog.Logger
	// TokenTime is how long a token from a login is good for.
	TokenTime time.Duration
	// AllowOrigin says whether pages of another origin may use the routes, and
	// OriginSetting is the setting that a refusal names.
	AllowOrigin   func(origin string) bool
	OriginSetting string
	// Ready says whether the server takes calls.
	Ready func() bool
}

type routes struct{ cfg Config }

// Mount adds the routes to a router.
func Mount(r chi.Router, cfg Config) {
	rs := &routes{cfg}
	alive := func(w http.ResponseWriter, _ *http.Request) { answer(w, map[string]string{"status": "alive"}) }
	r.Get("/healthz", alive)
	r.Head("/healthz", alive)
	r.Get("/readyz", rs.ready)
	r.Head("/readyz", rs.ready)
	r.Route("/api/v1", func(r chi.Router) {
		r.Use(rs.origins, bodyTime, cors.Handler(cors.Options{
			AllowOriginFunc: func(_ *http.Request, origin string) bool { return cfg.AllowOrigin(origin) },
			AllowedMethods:  []string{http.MethodGet, http.MethodPost},
			AllowedHeaders:  []string{"Authorization", "Content-Type"},
			MaxAge:          600,
		}))
		r.Post("/login", rs.login)
		r.Get("/me", rs.me)
		r.NotFound(func(w http.ResponseWriter, _ *http.Request) {
			fail(w, http.StatusNotFound, "there is no such resource")
		})
		r.MethodNotAllowed(func(w http.ResponseWriter, _ *http.Request) { fail(w, http.StatusMethodNotAllowed, "") })
	})
}

// origins refuses pages of other origins that are not allowed, before anything
// is done for them.
func (rs *routes) origins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if origin != "" && !ownOrigin(origin, r.Host) && !rs.cfg.AllowOrigin(origin) {
			fail(w, http.StatusForbidden, "the origin "+origin+" is not allowed; origins are allowed by the setting "+rs.cfg.OriginSetting)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownOrigin compares by host and port alone: behind a proxy that ends TLS the
// scheme is not known here.
func ownOrigin(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, host)
}

// bodyTime gives a request's body ten seconds to arrive.
func bodyTime(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Every connection of our server can have a deadline; one of another kind
		// goes without.
		_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(10 * time.Second))
		next.ServeHTTP(w, r)
	})
}

func (rs *routes) ready(w http.ResponseWriter, _ *http.Request) {
	if !rs.cfg.Ready() {
		fail(w, http.StatusServiceUnavailable, "starting or stopping")
		return
	}
	answer(w, map[string]string{"status": "ready"})
}

// loginRequest has the names of StartApplicationSession's vendor data.
type loginRequest struct {
	UserID    string `json:"userId"`
	Password  string `json:"password"`
	PBXDomain string `json:"pbxDomain"`
}

type loginResponse struct {
	AccessToken string `json:"accessToken"`
	// ExpiresIn is in seconds.
	ExpiresIn int64 `json:"expiresIn"`
}

// login changes a password into a token.
func (rs *routes) login(w http.ResponseWriter, r *http.Request) {
	var body loginRequest
	if !decode(w, r, &body) {
		return
	}
	p, err := rs.cfg.Authenticator.Password(r.Context(), auth.Credentials{
		User: body.UserID, Password: body.Password, Domain: body.PBXDomain, RemoteAddr: r.RemoteAddr,
	})
	switch {
	case errors.Is(err, auth.ErrCredentials):
		fail(w, http.StatusUnauthorized, auth.ErrCredentials.Error())
		return
	case errors.Is(err, auth.ErrBusy):
		w.Header().Set("Retry-After", "10")
		fail(w, http.StatusTooManyRequests, auth.ErrBusy.Error())
		return
	case err != nil:
		rs.cfg.Log.Error("login failed for a fault of the server", "error", err)
		fail(w, http.StatusServiceUnavailable, "the login could not be checked, try again")
		return
	}
	token, err := rs.cfg.Tokens.Issue(&p, "login", rs.cfg.TokenTime)
	if err != nil {
		rs.cfg.Log.Error("no token could be issued", "error", err)
		fail(w, http.StatusInternalServerError, "")
		return
	}
	answer(w, loginResponse{AccessToken: token, ExpiresIn: int64(rs.cfg.TokenTime / time.Second)})
}

type meResponse struct {
	UserID  string      `json:"userId"`
	Name    string      `json:"name,omitempty"`
	Tenant  string      `json:"tenant"`
	Role    record.Role `json:"role"`
	Device  string      `json:"device,omitempty"`
	Control []string    `json:"control,omitempty"`
	Observe []string    `json:"observe,omitempty"`
}

// me tells who a token speaks for.
func (rs *routes) me(w http.ResponseWriter, r *http.Request) {
	p, ok := rs.principal(w, r)
	if !ok {
		return
	}
	me := meResponse{UserID: p.User, Tenant: p.Tenant, Role: p.Role, Device: p.Device, Control: p.Control, Observe: p.Observe}
	user, found, err := rs.cfg.Users.FindUser(r.Context(), p.User, "")
	if err != nil {
		rs.cfg.Log.Error("user not found for a fault of the server", "error", err)
		fail(w, http.StatusServiceUnavailable, "try again")
		return
	}
	if found && user.Tenant == p.Tenant {
		me.Name = user.Name
	}
	answer(w, me)
}

// principal gives who a request comes from, or answers that nobody knows.
func (rs *routes) principal(w http.ResponseWriter, r *http.Request) (access.Principal, bool) {
	token := signalr.BearerToken(r)
	if token == "" {
		w.Header().Set("WWW-Authenticate", "Bearer")
		fail(w, http.StatusUnauthorized, "a token is required")
		return access.Principal{}, false
	}
	p, err := rs.cfg.Authenticator.Token(r.Context(), token)
	if err != nil {
		rs.cfg.Log.Info("token refused", "remote_addr", r.RemoteAddr, "error", err)
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		fail(w, http.StatusUnauthorized, auth.ErrToken.Error())
		return access.Principal{}, false
	}
	return p, true
}
