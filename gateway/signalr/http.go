package signalr

import (
	"net/http"
	"strconv"
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

// writeStatus answers with a status and no body.
func writeStatus(w http.ResponseWriter, status int) {
	w.Header().Set("Content-Length", "0")
	w.WriteHeader(status)
}
