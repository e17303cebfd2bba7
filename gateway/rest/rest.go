// Package rest is what browsers and programs reach over plain HTTP beside the
// hub: login, the directory and who may edit it, call records, and the server's
// health.
package rest

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/cors"
	"golang.org/x/time/rate"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// Users finds users by their ids.
type Users interface {
	FindUser(ctx context.Context, name, domain string) (record.User, bool, error)
}

// Live makes edits felt in the server that runs.
type Live interface {
	// PutDevice adds a device to its tenant's switch, or changes it there.
	PutDevice(d record.Device)
	// RemoveDevice takes a device away; its calls are cleared.
	RemoveDevice(tenant, id string)
	// PutQueue adds a queue, or changes its rules and members.
	PutQueue(q record.Queue)
	// RemoveQueue takes a queue away; its calls overflow or end.
	RemoveQueue(tenant, device string)
	// SetNumbers says where calls from outside go.
	SetNumbers(tenant string, numbers []record.Number)
	// SetReasons says why agents may say that they are not ready.
	SetReasons(tenant string, reasons []record.Reason)
	// CallIn has somebody outside call a number, and gives the call's id.
	CallIn(ctx context.Context, tenant, from, number string) (string, error)
	// EndUser closes the connections of a user, with leave to come back: what
	// he may has changed, or he is gone.
	EndUser(tenant, user string)
	// EndLogin closes the connections that were opened with the tokens of a login.
	EndLogin(tenant, login string)
	// Presence tells of a tenant's devices whether they are free.
	Presence(ctx context.Context, tenant string) (map[string]string, error)
}

// Config is what the routes need. All of it is required.
type Config struct {
	Authenticator *auth.Authenticator
	Logins        *auth.Logins
	Users         Users
	Store         Store
	Live          Live
	Audit         auth.Audit
	Log           *slog.Logger
	// AllowOrigin says whether pages of another origin may use the routes, and
	// OriginSetting is the setting that a refusal names.
	AllowOrigin   func(origin string) bool
	OriginSetting string
	// Demo: everybody who is logged in may have somebody call in.
	Demo bool
	// Ready says whether the server takes calls.
	Ready func() bool
}

type routes struct {
	cfg     Config
	repeats *repeats
	trunk   *trunk
	// strangers are the origins that were refused.
	strangers strangers
}

// Mount adds the routes to a router.
func Mount(r chi.Router, cfg Config) {
	rs := &routes{cfg: cfg, repeats: newRepeats(), trunk: &trunk{tenants: make(map[string]*rate.Limiter)}}
	alive := func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]string{"status": "alive"})
	}
	r.Get("/healthz", alive)
	r.Head("/healthz", alive)
	r.Get("/readyz", rs.ready)
	r.Head("/readyz", rs.ready)
	mountDocs(r)
	r.Route("/api/v1", func(r chi.Router) {
		r.Use(rs.origins, cors.Handler(cors.Options{
			AllowOriginFunc: func(_ *http.Request, origin string) bool { return cfg.AllowOrigin(origin) },
			AllowedMethods:  []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete},
			AllowedHeaders:  []string{"Authorization", "Content-Type", "If-Match", "Idempotency-Key"},
			ExposedHeaders:  []string{"ETag", "Location", "Link", "Retry-After"},
			MaxAge:          600,
		}))
		r.NotFound(func(w http.ResponseWriter, _ *http.Request) {
			fail(w, http.StatusNotFound, "there is no such resource")
		})
		r.MethodNotAllowed(func(w http.ResponseWriter, _ *http.Request) { fail(w, http.StatusMethodNotAllowed, "") })
		r.Post("/login", rs.login)
		r.Post("/refresh", rs.refresh)
		r.Post("/logout", rs.logout)
		r.Group(func(r chi.Router) {
			r.Use(rs.identify)
			r.Get("/me", rs.me)
			r.Post("/me/password", rs.changePassword)
			r.Get("/directory", rs.directory)
			r.Get("/calls", rs.calls)
			r.Get("/calls/{id}", rs.call)
			r.Get("/calls.csv", rs.callsCSV)
			r.Post("/trunk/calls", rs.repeats.once(rs.callIn))
			reasons := rs.reasons()
			reasons.mountReads(r)
			r.Group(func(r chi.Router) {
				r.Use(rs.operators)
				rs.users().mount(r)
				rs.mountLogins(r)
				rs.devices().mount(r)
				rs.groups().mount(r)
				rs.teams().mount(r)
				rs.numbers().mount(r)
				rs.queues().mount(r)
				reasons.mountWrites(r)
				r.Get("/audit", rs.audit)
			})
		})
	})
}

func (rs *routes) ready(w http.ResponseWriter, _ *http.Request) {
	if !rs.cfg.Ready() {
		fail(w, http.StatusServiceUnavailable, "starting or stopping")
		return
	}
	answer(w, http.StatusOK, map[string]string{"status": "ready"})
}

// principalKey is where a request's context has its principal.
type principalKey struct{}

// identify finds out who a request comes from, or answers that nobody knows.
func (rs *routes) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := signalr.BearerToken(r)
		if token == "" {
			w.Header().Set("WWW-Authenticate", "Bearer")
			fail(w, http.StatusUnauthorized, "a token is required")
			return
		}
		p, err := rs.cfg.Authenticator.Token(r.Context(), token)
		if err != nil && !errors.Is(err, auth.ErrToken) {
			rs.failFor(w, r, err) // the token may be good, and is not to be thrown away
			return
		}
		if err != nil {
			rs.cfg.Log.Info("token refused", "remote_addr", r.RemoteAddr, "error", err)
			w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
			fail(w, http.StatusUnauthorized, auth.ErrToken.Error())
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), principalKey{}, &p)))
	})
}

// principalOf gives who a request comes from that identify let through.
func principalOf(r *http.Request) *access.Principal {
	return r.Context().Value(principalKey{}).(*access.Principal)
}

// operators lets through who may administer his tenant.
func (rs *routes) operators(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := principalOf(r)
		if !access.AllowedEverywhere(p, access.Administer, p.Tenant) {
			rs.refused(w, r, "this takes the right to administer the tenant")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refused answers who may not what he asks for, and notes it.
func (rs *routes) refused(w http.ResponseWriter, r *http.Request, detail string) {
	p := principalOf(r)
	rs.note(r, &record.AuditEntry{
		Tenant: p.Tenant, Actor: p.User, Action: r.Method + " " + cut(r.URL.Path), Outcome: record.OutcomeRefused, Detail: detail,
	})
	fail(w, http.StatusForbidden, detail)
}

// note tells the audit log.
func (rs *routes) note(r *http.Request, e *record.AuditEntry) {
	e.Time, e.Remote = time.Now(), r.RemoteAddr
	rs.cfg.Audit.Note(*e)
}
