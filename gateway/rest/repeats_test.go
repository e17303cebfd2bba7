package rest

import (
	"fmt"
	"net/http/httptest"
	"testing"
	"time"
)

// TestRepeatsAreBounded: who sends many keys loses his own, and no answers
// grow for ever.
func TestRepeatsAreBounded(t *testing.T) {
	s := newRepeats()
	add := func(user, key string, size int) *repeat {
		r := &repeat{user: user, key: user + key, at: time.Now()}
		known := s.first(r)
		got := &recorder{ResponseWriter: httptest.NewRecorder(), status: 201}
		if _, err := got.Write(make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		s.finish(r, got)
		return known
	}
	add("acme alice", "first", 10)
	for i := range 3 * maxRepeatsEach {
		add("demo mallory", fmt.Sprint(i), 10)
	}
	if n := s.users["demo mallory"]; n != maxRepeatsEach || s.order.Len() != n+1 || len(s.byKey) != n+1 {
		t.Errorf("%d, %d, %d entries are kept", n, s.order.Len(), len(s.byKey))
	}
	if known := add("acme alice", "first", 10); known == nil || known.status != 201 {
		t.Error("another user's answer was forgotten")
	}
	for i := range maxRepeatBytes/maxBody + 10 {
		add(fmt.Sprint(i), "big", maxBody)
	}
	if s.bytes > maxRepeatBytes || s.users["acme alice"] != 0 {
		t.Errorf("%d bytes are kept", s.bytes)
	}
}
