package rest

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// origins refuses pages of other origins that are not allowed, before anything
// is done for them. A browser hides the answer from the page and its author, so
// the log tells the operator, too.
func (rs *routes) origins(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin")
		if origin != "" && !ownOrigin(origin, r.Host) && !rs.cfg.AllowOrigin(origin) {
			if shown := cut(origin); rs.strangers.news(shown) {
				rs.cfg.Log.Warn("origin refused", "origin", shown, "remote_addr", r.RemoteAddr, "setting", rs.cfg.OriginSetting)
			}
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

const (
	// strangersFor is how long an origin that was refused is not logged again.
	strangersFor = time.Hour
	// maxStrangers is how many origins are logged in that time, at most.
	maxStrangers = 32
)

// strangers are the origins whose refusal has been logged lately. Whoever sends
// requests chooses the origin, so that both their number and their lines in the
// log are limited.
type strangers struct {
	mu    sync.Mutex
	since time.Time
	told  map[string]struct{}
}

// news reports whether the refusal of an origin is to be logged.
func (s *strangers) news(origin string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := time.Now(); s.told == nil || now.Sub(s.since) >= strangersFor {
		s.since, s.told = now, make(map[string]struct{})
	}
	if _, known := s.told[origin]; known || len(s.told) == maxStrangers {
		return false
	}
	s.told[origin] = struct{}{}
	return true
}
