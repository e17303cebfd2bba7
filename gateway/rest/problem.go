package rest

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/auth"
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
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	// A client that is gone does not miss the answer.
	_ = json.NewEncoder(w).Encode(problem{Title: http.StatusText(status), Status: status, Detail: detail})
}

// answer answers with a value.
func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // as in fail
}

// retryAfter answers a request that came too soon.
func retryAfter(w http.ResponseWriter, wait time.Duration, detail string) {
	w.Header().Set("Retry-After", strconv.Itoa(int((wait+time.Second-1)/time.Second)))
	fail(w, http.StatusTooManyRequests, detail)
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

// invalid is what is wrong with a value that a client sent, for him to read.
type invalid string

// Error implements error.
func (i invalid) Error() string { return string(i) }

// failFor answers with the problem that an error is. What is a fault of ours
// is logged, and said to be no more than that.
func (rs *routes) failFor(w http.ResponseWriter, r *http.Request, err error) {
	var bad invalid
	var busy *auth.BusyError
	switch {
	case errors.As(err, &bad):
		fail(w, http.StatusUnprocessableEntity, bad.Error())
	case errors.As(err, &busy):
		retryAfter(w, busy.After, auth.ErrBusy.Error())
	case errors.Is(err, auth.ErrBusy):
		w.Header().Set("Retry-After", "2")
		fail(w, http.StatusTooManyRequests, auth.ErrBusy.Error())
	case errors.Is(err, store.ErrNotFound):
		fail(w, http.StatusNotFound, "there is no such resource")
	case errors.Is(err, store.ErrExists):
		fail(w, http.StatusConflict, "there is one of that name already")
	case errors.Is(err, store.ErrMissing):
		fail(w, http.StatusUnprocessableEntity, "it refers to something that does not exist")
	case errors.Is(err, store.ErrNeeded):
		fail(w, http.StatusConflict, "something else refers to it")
	case errors.Is(err, store.ErrChanged):
		fail(w, http.StatusPreconditionFailed, "it has been changed meanwhile: read it again")
	case errors.Is(err, store.ErrCursor):
		fail(w, http.StatusBadRequest, "the cursor is none that was given here")
	default:
		rs.cfg.Log.Error("request failed for a fault of the server", "method", r.Method, "path", r.URL.Path, "error", err)
		fail(w, http.StatusServiceUnavailable, "the server could not do it, try again")
	}
}
