package rest

import (
	"bytes"
	"container/list"
	"crypto/sha256"
	"io"
	"net/http"
	"sync"
	"time"
)

const (
	// repeatTime is how long the answer to a request with an Idempotency-Key is
	// given again.
	repeatTime = 24 * time.Hour
	// maxRepeats bounds how many answers are kept; the oldest go first.
	maxRepeats = 10_000
	// maxRepeatsEach bounds them for one user, who then loses his own oldest
	// and nobody else's, and maxRepeatBytes the answers of all together.
	maxRepeatsEach = 500
	maxRepeatBytes = 16 << 20
	// maxRepeatKey bounds an Idempotency-Key, in bytes.
	maxRepeatKey = 128
)

// repeats gives a request that comes again, because its answer was lost, the
// first answer instead of a second effect. It remembers until the process ends.
type repeats struct {
	mu    sync.Mutex
	byKey map[string]*list.Element
	order list.List // of *repeat, oldest first
	// users counts the entries of each user, bytes those of their answers.
	users map[string]int
	bytes int
}

// repeat is one request that was answered, or is being.
type repeat struct {
	user   string // with his tenant
	key    string
	body   [sha256.Size]byte
	at     time.Time
	status int // 0 while it is under way
	header http.Header
	answer []byte
}

func newRepeats() *repeats {
	return &repeats{byKey: make(map[string]*list.Element), users: make(map[string]int)}
}

// once carries a request with an Idempotency-Key out once for each user.
func (s *repeats) once(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key := r.Header.Get("Idempotency-Key")
		switch {
		case key == "":
			next(w, r)
			return
		case len(key) > maxRepeatKey:
			fail(w, http.StatusBadRequest, "the Idempotency-Key is too long")
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			fail(w, http.StatusRequestEntityTooLarge, "the body is too long")
			return
		}
		p := principalOf(r)
		user := p.Tenant + "\x00" + p.User
		mine := &repeat{
			user: user, key: user + "\x00" + r.Method + "\x00" + r.URL.Path + "\x00" + key,
			body: sha256.Sum256(body), at: time.Now(),
		}
		if first := s.first(mine); first != nil {
			first.replay(w, mine)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		recorded := &recorder{ResponseWriter: w, status: http.StatusOK}
		defer func() { s.finish(mine, recorded) }()
		next(recorded, r)
	}
}

// first gives what is known of the same request, nil if it is the first.
func (s *repeats) first(mine *repeat) *repeat {
	s.mu.Lock()
	defer s.mu.Unlock()
	for e := s.order.Front(); e != nil; e = s.order.Front() {
		old := e.Value.(*repeat)
		if s.order.Len() < maxRepeats && mine.at.Sub(old.at) < repeatTime {
			break
		}
		s.forget(e)
	}
	if e, ok := s.byKey[mine.key]; ok {
		known := *e.Value.(*repeat) // what changes of it is copied under the lock
		return &known
	}
	for e := s.order.Front(); e != nil && s.users[mine.user] >= maxRepeatsEach; {
		old := e
		e = e.Next()
		if old.Value.(*repeat).user == mine.user {
			s.forget(old)
		}
	}
	s.byKey[mine.key] = s.order.PushBack(mine)
	s.users[mine.user]++
	return nil
}

// forget drops an entry. s.mu is held.
func (s *repeats) forget(e *list.Element) {
	old := e.Value.(*repeat)
	delete(s.byKey, old.key)
	s.order.Remove(e)
	s.bytes -= len(old.answer)
	if s.users[old.user]--; s.users[old.user] == 0 {
		delete(s.users, old.user)
	}
}

// finish remembers an answer. What failed for a fault of ours, or came too
// soon, is forgotten: it is worth trying again.
func (s *repeats) finish(mine *repeat, got *recorder) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byKey[mine.key]
	if !ok || e.Value.(*repeat) != mine {
		return
	}
	if !got.wrote || got.status >= http.StatusInternalServerError || got.status == http.StatusTooManyRequests {
		s.forget(e)
		return
	}
	mine.status, mine.header, mine.answer = got.status, got.Header().Clone(), got.body.Bytes()
	for s.bytes += len(mine.answer); s.bytes > maxRepeatBytes; {
		s.forget(s.order.Front())
	}
}

// replay gives the first answer again.
func (p *repeat) replay(w http.ResponseWriter, again *repeat) {
	switch {
	case p.body != again.body:
		fail(w, http.StatusUnprocessableEntity, "the Idempotency-Key was used for another request")
	case p.status == 0:
		w.Header().Set("Retry-After", "1")
		fail(w, http.StatusConflict, "the first request with this Idempotency-Key is under way")
	default:
		for _, name := range []string{"Content-Type", "Cache-Control", "ETag", "Location"} {
			if value := p.header.Get(name); value != "" {
				w.Header().Set(name, value)
			}
		}
		w.WriteHeader(p.status)
		_, _ = w.Write(p.answer) // as in fail
	}
}

// recorder keeps a copy of an answer.
type recorder struct {
	http.ResponseWriter
	status int
	wrote  bool
	body   bytes.Buffer
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	r.status, r.wrote = status, true
	r.ResponseWriter.WriteHeader(status)
}

// Write implements io.Writer.
func (r *recorder) Write(p []byte) (int, error) {
	r.wrote = true
	r.body.Write(p)
	return r.ResponseWriter.Write(p)
}
