package rest

import (
	"encoding/json"
	"errors"
	"net/http"
)

// problem is an error as RFC 9457 has it.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

// fail answers with a problem.
func fail(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	// A client that is gone does not miss the answer.
	_ = json.NewEncoder(w).Encode(problem{Title: http.StatusText(status), Status: status, Detail: detail})
}

// answer answers with a value.
func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(value) // as in fail
}

// maxBody is how long a request's body may be, in bytes.
const maxBody = 64 << 10

// decode reads a request's body, or answers what is wrong with it.
func decode(w http.ResponseWriter, r *http.Request, value any) bool {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	err := d.Decode(value)
	var tooLong *http.MaxBytesError
	switch {
	case err == nil:
		return true
	case errors.As(err, &tooLong):
		fail(w, http.StatusRequestEntityTooLarge, "the body is too long")
	default:
		fail(w, http.StatusBadRequest, "the body is not the JSON object that is expected")
	}
	return false
}
