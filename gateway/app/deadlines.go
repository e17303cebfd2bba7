package app

import (
	"net/http"
	"time"
)

// bodyTime is how long the body of a request may take to arrive.
const bodyTime = 10 * time.Second

// inTime bounds how long a request's body may take to arrive, and its answer to
// be made and read, so that nobody holds a connection by doing nothing. Who
// answers at length moves the deadline himself.
func inTime(answerTime time.Duration) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			now, conn := time.Now(), http.NewResponseController(w)
			// Every connection of our server can have deadlines; one of another kind
			// goes without. That for reading is taken back by the server at the end of
			// the body. Where there is none, it would end the request itself.
			if r.ContentLength != 0 {
				_ = conn.SetReadDeadline(now.Add(bodyTime))
			}
			_ = conn.SetWriteDeadline(now.Add(answerTime))
			next.ServeHTTP(w, r)
		})
	}
}
