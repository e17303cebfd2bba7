package signalr

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// tokens is an authenticator that knows a few tokens.
func tokens(known map[string]Principal) func(*http.Request) (Principal, error) {
	return func(r *http.Request) (Principal, error) {
		token := BearerToken(r)
		if token == "forbidden" {
			return Principal{}, fmt.Errorf("no access: %w", ErrForbidden)
		}
		if token == "unavailable" {
			return Principal{}, fmt.Errorf("no disk: %w", ErrUnavailable)
		}
		who, ok := known[token]
		if !ok {
			return Principal{}, fmt.Errorf("unknown token")
		}
		return who, nil
	}
}

func TestBearerToken(t *testing.T) {
	tests := []struct{ name, header, query, want string }{
		{"none", "", "", ""},
		{"header", "Bearer abc", "", "abc"},
		{"scheme without case", "bearer abc", "", "abc"},
		{"query", "", "?access_token=abc", "abc"},
		{"query without case", "", "?Access_Token=abc", "abc"},
		{"query escaped", "", "?access_token=a%2Bb", "a+b"},
		{"header wins", "Bearer abc", "?access_token=def", "abc"},
		{"other scheme", "Basic abc", "?access_token=def", "def"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, _ := http.NewRequest(http.MethodGet, "http://hub.test/hub"+test.query, nil)
			if test.header != "" {
				r.Header.Set("Authorization", test.header)
			}
			if got := BearerToken(r); got != test.want {
				t.Errorf("%q, not %q", got, test.want)
			}
		})
	}
}

func TestRequestsAreAuthenticated(t *testing.T) {
	conns := make(chan *Conn, 1)
	w := newWorld(t, &funcHub{connected: func(c *Conn) error { conns <- c; return nil }}, Options{
		Authenticate: tokens(map[string]Principal{
			"a": {UserID: "alice", Identity: 7}, "b": {UserID: "bob"}, "": {},
		}),
		KeepHeaders: []string{"User-Agent"},
	})
	bearer := func(token string) http.Header { return http.Header{"Authorization": {"Bearer " + token}} }

	for token, want := range map[string]int{"x": 401, "forbidden": 403, "unavailable": 503} {
		response, body := w.request(http.MethodPost, "/hub/negotiate", "", bearer(token))
		if response.StatusCode != want || body != "" {
			t.Errorf("negotiate: %d %q", response.StatusCode, body)
		}
		_, response, err := w.socket("/hub", bearer(token))
		if err == nil || response.StatusCode != want {
			t.Errorf("websocket: %v", err)
		}
	}
	token := w.negotiate("?negotiateVersion=1&access_token=a").ConnectionToken
	header := bearer("a")
	header.Set("User-Agent", "test")
	p, _, err := w.socket("/hub?id="+token, header)
	if err != nil {
		t.Fatal(err)
	}
	defer p.drop()
	p.handshake()
	c := <-conns
	if c.User() != "alice" || c.Identity() != 7 || c.Header("user-agent") != "test" || c.Header("Authorization") != "" {
		t.Errorf("connection of %q, %v, %q", c.User(), c.Identity(), c.Header("User-Agent"))
	}
	if c.RemoteAddr() == "" || c.Transport() != WebSockets || c.Protocol() != "json" {
		t.Errorf("%q %v %q", c.RemoteAddr(), c.Transport(), c.Protocol())
	}
	if _, response, err := w.socket("/hub?id="+token, bearer("b")); err == nil || response.StatusCode != http.StatusConflict && response.StatusCode != http.StatusForbidden {
		t.Error("another user got at the connection")
	}
}

func TestExpiryClosesWithReconnect(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ended error
		w := newWorld(t, &funcHub{disconnected: func(_ *Conn, err error) { ended = err }}, Options{
			Authenticate: func(*http.Request) (Principal, error) {
				return Principal{Expires: time.Now().Add(time.Minute)}, nil
			},
		})
		p := w.connect()
		start := time.Now()
		p.expect(`{"type":7,"allowReconnect":true}`)
		if took := time.Since(start); took < time.Minute-time.Second || took > time.Minute+2*time.Second {
			t.Errorf("closed after %v", took)
		}
		p.expectEnd(1000)
		synctest.Wait()
		if ended == nil || ended.Error() != ErrExpired.Error() {
			t.Errorf("hub was told %v", ended)
		}
	})
}
