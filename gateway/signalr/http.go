package signalr

import (
	"net/http"
	"strconv"
	"time"
)

// writeText answers with a status and a line of text that clients show to their users.
func writeText(w http.ResponseWriter, status int, text string) {
	h := w.Header()
	h.Set("Content-Type", "text/plain")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	// The client has gone if this fails.
	_, _ = w.Write([]byte(text))
}

// limitBody gives a request's body DisconnectTimeout from now to go on. net/http reads what is left of a body before it lets
// an answer out, and by itself it waits for that as long as the client likes. It is no error if the HTTP server has no
// deadlines.
func (s *Server) limitBody(control *http.ResponseController) {
	_ = control.SetReadDeadline(time.Now().Add(s.options.DisconnectTimeout))
}

// withoutDeadlines lifts the time limits that the HTTP server puts on ordinary requests, but for that of a body, which these
// requests should not have. It is no error if it cannot: then the limits are as the server has them.
func withoutDeadlines(control *http.ResponseController, r *http.Request) {
	if r.ContentLength == 0 {
		_ = control.SetReadDeadline(time.Time{})
	}
	_ = control.SetWriteDeadline(time.Time{})
}

// writeStatus answers with a status and no body.
func writeStatus(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Length", "0")
	w.WriteHeader(status)
}
