package signalr

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// BearerToken returns the token a SignalR client sent with a request: from the Authorization header, or from the query,
// where browsers have to put it for WebSockets and Server-Sent Events. It is empty if there is none.
func BearerToken(r *http.Request) string {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if strings.EqualFold(scheme, "Bearer") {
		return strings.TrimSpace(token)
	}
	return queryValue(r.URL.Query(), "access_token")
}

// queryValue returns the first value of a query parameter. ASP.NET Core matches the names without regard to case.
func queryValue(query url.Values, name string) string {
	if values := query[name]; len(values) > 0 {
		return values[0]
	}
	for key, values := range query {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// authenticate asks the application who sends a request. If it is nobody it may answer, the answer is given and ok is
// false.
func (s *Server) authenticate(w http.ResponseWriter, r *http.Request) (who Principal, ok bool) {
	if s.options.Authenticate == nil {
		return Principal{}, true
	}
	who, err := s.options.Authenticate(r)
	if err == nil {
		return who, true
	}
	status := http.StatusUnauthorized
	switch {
	case errors.Is(err, ErrForbidden):
		status = http.StatusForbidden
	case errors.Is(err, ErrUnavailable):
		status = http.StatusServiceUnavailable
	}
	s.log.Info("request refused", "status", status, "remote_addr", r.RemoteAddr, "reason", err)
	if s.options.Hooks.Refused != nil {
		s.options.Hooks.Refused(r, status)
	}
	// Clients show the body instead of the status text, so it stays empty.
	writeStatus(w, status)
	return Principal{}, false
}
