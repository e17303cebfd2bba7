package signalr

import (
	"net/http"
	"net/url"
	"strings"
)

// checkOrigin applies the rules for pages of other origins. A request that may not go on is answered, and ok is false.
// Every browser sends an Origin header with what these endpoints are asked from another origin; requests without one are
// not from such a page.
func (s *Server) checkOrigin(w http.ResponseWriter, r *http.Request) (ok bool) {
	origin := r.Header.Get("Origin")
	if origin == "" || sameOrigin(origin, r) {
		return true
	}
	if s.options.AllowOrigin == nil || !s.options.AllowOrigin(origin) {
		s.log.Warn("origin refused", "origin", origin, "remote_addr", r.RemoteAddr)
		s.refuse(w, r, answer{http.StatusForbidden, refusal(origin, s.options.OriginSetting)})
		return false
	}
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Allow-Credentials", "true")
	h.Add("Vary", "Origin")
	return true
}

func refusal(origin, setting string) string {
	text := "The origin '" + origin + "' is not allowed to use this hub."
	if setting != "" {
		text += " Origins are allowed by the setting " + setting + "."
	}
	return text
}

// sameOrigin compares by host and port alone: behind a proxy that ends TLS the scheme is not known here.
func sameOrigin(origin string, r *http.Request) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// isPreflight reports whether a browser asks if it may send a request to another origin.
func isPreflight(r *http.Request) bool {
	return r.Method == http.MethodOptions && r.Header.Get("Origin") != "" && r.Header.Get("Access-Control-Request-Method") != ""
}

// servePreflight answers for an origin that is allowed. An origin that may send credentials may send any header, since
// clients can be given headers of the application's own.
func servePreflight(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "GET, POST, DELETE")
	if headers := r.Header.Get("Access-Control-Request-Headers"); headers != "" {
		h.Set("Access-Control-Allow-Headers", headers)
		h.Add("Vary", "Access-Control-Request-Headers")
	}
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
}
