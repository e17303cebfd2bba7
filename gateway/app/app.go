// Package app puts the server together: New makes it, Start sets it to work,
// Stop ends it within a given time.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/session"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
	"github.com/cstahub/cstahub/gateway/hub"
	"github.com/cstahub/cstahub/gateway/rest"
	"github.com/cstahub/cstahub/gateway/signalr"
)

const (
	// hubPath is where the hub is.
	hubPath = "/csta"
	// originSetting is how an operator lets pages of other origins in.
	originSetting = "--allow-origin"
	// tenantGrace is what tenants have to end their calls when everything else
	// took all the time there was.
	tenantGrace = time.Second
)

// App is the server.
type App struct {
	cfg *config.Server
	log *slog.Logger

	store    *store.SQLite
	tenants  tenants
	audit    *auditor
	security *transportSecurity // nil without TLS
	verifier *auth.Verifier
	sessions *session.Service
	signalr  *signalr.Server
	tcp      *xmltcp.Server
	http     *http.Server

	openScape *xmltcp.Listening // nil where it is off
	listeners listeners         // set by Start

	ready atomic.Bool
	work  context.Context // of what goes on beside requests; ends with Stop
	quit  context.CancelFunc
	wg    sync.WaitGroup
	stop  sync.Once
	ended error
}

// tenants finds tenants by their ids.
type tenants map[string]*pbx.Tenant

// Tenant implements session.Tenants.
func (t tenants) Tenant(id string) (*pbx.Tenant, bool) {
	tenant, ok := t[id]
	return tenant, ok
}

// New makes a server, which opens the store and does nothing else yet. Stop
// closes it.
func New(cfg *config.Server, log *slog.Logger) (_ *App, err error) {
	ctx := context.Background()
	db, err := openStore(ctx, cfg, log)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.Close())
		}
	}()
	dirs, err := directories(ctx, cfg, db)
	if err != nil {
		return nil, err
	}
	tokens, err := auth.OpenTokens(cfg.DataDir, log)
	if err != nil {
		return nil, err
	}
	a := &App{cfg: cfg, log: log, store: db, tenants: make(tenants)}
	a.work, a.quit = context.WithCancel(ctx)
	proxies, err := cfg.Proxies()
	if err != nil {
		return nil, err
	}
	others, err := issuers(cfg.Issuers)
	if err != nil {
		return nil, err
	}
	if a.security, err = loadTLS(cfg, log); err != nil {
		return nil, err
	}
	people := people{a.store}
	a.audit = newAuditor(db, log)
	defer func() {
		if err != nil {
			a.audit.Close()
		}
	}()
	if a.verifier, err = auth.NewVerifier(people, tokens, others, log); err != nil {
		return nil, err
	}
	authenticator, err := auth.NewAuthenticator(people, a.verifier, a.audit, log)
	if err != nil {
		a.verifier.Close()
		return nil, err
	}
	a.sessions = session.NewService(session.Config{
		Authenticator: passwords{authenticator}, Tenants: a.tenants, Log: log, Audit: a.audit, LoginTime: cfg.LoginTime,
		Current: a.current,
	})
	origins := originRule(cfg.AllowOrigin, cfg.Demo)
	a.signalr = signalr.NewServer(hub.New(a.sessions, log), signalr.Options{
		Path:          hubPath,
		Authenticate:  identify(authenticator, a.tenants),
		AllowOrigin:   origins,
		OriginSetting: originSetting,
		Logger:        log,
	})
	a.tcp = xmltcp.NewServer(xmltcp.Config{Sessions: a.sessions, Log: log})
	if cfg.OpenScapeAddr != "" {
		way, err := openScape(context.Background(), cfg.OpenScapeClient, a.store)
		if err != nil {
			return nil, err
		}
		a.openScape = &way
	}

	router := chi.NewRouter()
	router.Handle(hubPath, a.signalr)
	router.Handle(hubPath+"/*", a.signalr)
	// The hub sees to its connections itself.
	plain := router.With(inTime(cfg.AnswerTime))
	rest.Mount(plain, rest.Config{
		Authenticator: authenticator, Users: a.store, Log: log, Audit: a.audit,
		Logins: auth.NewLogins(tokens, a.verifier, db, cfg.TokenTime, cfg.RefreshTime),
		Store:  rest.StoreOf(db), Live: live{a.tenants, a.sessions}, AllowOrigin: origins, OriginSetting: originSetting, Ready: a.isReady,
		Demo: cfg.Demo,
	})
	plain.Handle("/*", pages())
	a.http = &http.Server{
		Handler:           behindProxies(proxies, router),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	if len(dirs) == 0 {
		log.Warn("there is no tenant, so nobody can log in: fill an empty data folder with --demo", "data_dir", cfg.DataDir)
	}
	ids := newCallIDs(db.Epoch())
	today := make(map[string][]record.CallRecord)
	for i := range dirs {
		if today[dirs[i].Tenant.ID], err = queuedToday(ctx, a.store, &dirs[i]); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		a.tenants[dir.Tenant.ID] = pbx.Start(pbx.Config{
			Directory: dir, Today: today[dir.Tenant.ID], Journal: a.store, IDs: ids, Log: log,
			Lines: func(host line.Host) (phones, trunk line.Line) { return sim.NewPhones(host), sim.NewTrunk(host) },
		})
	}
	return a, nil
}

// isReady reports whether the server can serve: it has started, does not stop,
// and what happens can be written down.
func (a *App) isReady() bool { return a.ready.Load() && a.store.Fault() == nil }

// currentTime is how long it may take to find out whether a principal is what
// is stored.
const currentTime = 5 * time.Second

// current reports whether a principal is still what is stored. One of whom that
// cannot be found out is not.
func (a *App) current(p *access.Principal) bool {
	ctx, cancel := context.WithTimeout(a.work, currentTime)
	defer cancel()
	ok, err := a.verifier.Current(ctx, p)
	if err != nil && a.work.Err() == nil {
		a.log.Error("it cannot be found out who may connect", "user", p.User, "error", err)
	}
	return ok
}

// passwords lets sessions log in.
type passwords struct{ *auth.Authenticator }

// Authenticate implements session.Authenticator.
func (p passwords) Authenticate(ctx context.Context, user, password, domain, remoteAddr string) (access.Principal, bool, error) {
	principal, err := p.Password(ctx, auth.Credentials{User: user, Password: password, Domain: domain, RemoteAddr: remoteAddr})
	if errors.Is(err, auth.ErrCredentials) {
		return access.Principal{}, false, nil
	}
	return principal, err == nil, err
}

// identify finds out who a hub request comes from. One without a token is let
// in, to log in on the hub; one with a bad token is not.
func identify(a *auth.Authenticator, tenants tenants) func(*http.Request) (signalr.Principal, error) {
	return func(r *http.Request) (signalr.Principal, error) {
		token := signalr.BearerToken(r)
		if token == "" {
			return signalr.Principal{}, nil
		}
		p, err := a.Token(r.Context(), token)
		if err != nil && !errors.Is(err, auth.ErrToken) {
			err = fmt.Errorf("%w: %w", signalr.ErrUnavailable, err)
		}
		if err != nil {
			return signalr.Principal{}, err
		}
		if _, here := tenants[p.Tenant]; !here {
			return signalr.Principal{}, fmt.Errorf("%w: there is no tenant %q", auth.ErrToken, p.Tenant)
		}
		return signalr.Principal{UserID: p.Tenant + "/" + p.User, Identity: &p, Expires: p.Expires}, nil
	}
}

// Start listens and serves. It returns when the server can be reached, or
// cannot, and then listens nowhere.
func (a *App) Start() error {
	l, err := a.listen()
	if err != nil {
		return err
	}
	a.listeners = l
	a.serve(&l)
	a.wg.Go(a.retain)
	a.ready.Store(true)
	a.log.Info("listening", "http_addr", a.HTTPAddr(), "tcp_addr", a.TCPAddr())
	return nil
}

// Demo tells whether the demo's tenant is here, and whether its users, as they
// are stored, log in with the password that the server was started with.
func (a *App) Demo(ctx context.Context) (here, password bool) {
	user, found, err := a.store.FindUser(ctx, "alice@"+demoTenant, "")
	if err != nil || !found {
		return false, false
	}
	right, err := auth.VerifyPassword(user.PasswordHash, a.cfg.DemoPassword)
	return true, err == nil && right
}

// HTTPAddr and TCPAddr tell where the server listens, once it was started.
func (a *App) HTTPAddr() string { return a.listeners.http.Addr().String() }

// TCPAddr is where CSTA clients connect to, see HTTPAddr.
func (a *App) TCPAddr() string { return a.listeners.tcp.Addr().String() }

// Stop ends the server: nobody new is let in, sessions are told and closed,
// calls end with the tenants. It returns once everything has ended; when ctx
// ends first, what is left is cut off and ctx's error returned, at most
// tenantGrace later. It may be called more than once.
func (a *App) Stop(ctx context.Context) error {
	a.stop.Do(func() { a.ended = a.end(ctx) })
	return a.ended
}

func (a *App) end(ctx context.Context) error {
	a.ready.Store(false)
	a.quit()
	a.tcp.StopListening()
	// It stops listening at once, and then waits for requests under way: those
	// of the hub end with their sessions.
	served := make(chan error, 1)
	go func() { served <- a.http.Shutdown(ctx) }()
	a.sessions.Stop()
	err := errors.Join(a.signalr.Shutdown(ctx), a.tcp.Stop(ctx))
	if waited := <-served; waited != nil {
		err = errors.Join(err, a.http.Close()) // requests that take for ever
	}
	if ctx.Err() != nil {
		// Whoever took all the time, calls still end with their records.
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), tenantGrace)
		defer cancel()
	}
	for _, t := range a.tenants {
		err = errors.Join(err, t.Stop(ctx))
	}
	a.verifier.Close()
	a.wg.Wait()
	a.audit.Close()
	return errors.Join(err, a.store.Close())
}
