package rest

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestOriginRefused: the operator reads in the log which origin was refused and
// what lets it in, once however often it asks.
func TestOriginRefused(t *testing.T) {
	var log bytes.Buffer
	rs := &routes{cfg: Config{
		Log:           slog.New(slog.NewTextHandler(&log, nil)),
		AllowOrigin:   func(origin string) bool { return origin == "https://crm.example" },
		OriginSetting: "--allow-origin",
	}}
	passed := 0
	handler := rs.origins(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { passed++ }))
	ask := func(origin string) int {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://pbx.example/api/v1/login", nil)
		r.Header.Set("Origin", origin)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		return w.Code
	}
	for _, origin := range []string{"null", "null", "https://evil.example", "null"} {
		if got := ask(origin); got != http.StatusForbidden {
			t.Errorf("%s: %d", origin, got)
		}
	}
	if got := ask("https://crm.example"); got != http.StatusOK || ask("http://pbx.example") != http.StatusOK || passed != 2 {
		t.Errorf("who is allowed gets %d, %d requests passed", got, passed)
	}
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("logged %q, want a line for each of two origins", lines)
	}
	for i, origin := range []string{"null", "https://evil.example"} {
		for _, want := range []string{"level=WARN", "origin=" + origin, "--allow-origin"} {
			if !strings.Contains(lines[i], want) {
				t.Errorf("line %q does not say %q", lines[i], want)
			}
		}
	}
}

// TestStrangersFlood: a stranger who makes up origins fills neither the log nor
// the memory, and an hour later what is refused is logged again.
func TestStrangersFlood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var s strangers
		logged := 0
		for i := range 10 * maxStrangers {
			if s.news("https://" + strconv.Itoa(i) + ".example") {
				logged++
			}
		}
		if logged != maxStrangers || len(s.told) != maxStrangers {
			t.Errorf("%d lines and %d origins kept, want %d", logged, len(s.told), maxStrangers)
		}
		time.Sleep(strangersFor)
		if !s.news("https://0.example") || s.news("https://0.example") {
			t.Error("an hour later an origin is not logged once")
		}
	})
}
