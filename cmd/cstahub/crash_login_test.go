package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"testing"
)

// crashUser logs in and out while the server is killed.
const crashUser, crashPassword = "ann@big", "long enough"

// loginTokens are what a login gave.
type loginTokens struct {
	Access  string `json:"accessToken"`
	Refresh string `json:"refreshToken"`
}

// logins are those that the server said have begun, or ended.
type logins struct{ begun, ended []loginTokens }

// untilKilled logs in, and every other time out again, until the server is gone.
func (l *logins) untilKilled(addr string) {
	for out := false; ; out = !out {
		var got loginTokens
		if !post(addr, "login", map[string]string{"userId": crashUser, "password": crashPassword}, http.StatusOK, &got) {
			return
		}
		if !out {
			l.begun = append(l.begun, got)
			continue
		}
		if !post(addr, "logout", map[string]string{"refreshToken": got.Refresh}, http.StatusNoContent, nil) {
			return // it may have ended, or not
		}
		l.ended = append(l.ended, got)
	}
}

// compare holds a server that was started again against what was said.
func (l *logins) compare(t *testing.T, round int, addr string) {
	t.Helper()
	for _, one := range l.ended {
		if got := me(t, addr, one.Access); got != http.StatusUnauthorized {
			t.Errorf("round %d: the token of a login that has ended: %d", round, got)
		}
		if post(addr, "refresh", map[string]string{"refreshToken": one.Refresh}, http.StatusOK, nil) {
			t.Errorf("round %d: a login that has ended goes on", round)
		}
	}
	for _, one := range l.begun {
		if got := me(t, addr, one.Access); got != http.StatusOK {
			t.Errorf("round %d: the token of a login: %d", round, got)
		}
		if !post(addr, "refresh", map[string]string{"refreshToken": one.Refresh}, http.StatusOK, nil) {
			t.Errorf("round %d: a login is forgotten", round)
		}
	}
}

// post asks a server, and reports whether it answered as it should.
func post(addr, what string, body map[string]string, want int, into any) bool {
	text, err := json.Marshal(body)
	if err != nil {
		return false
	}
	answer, err := http.Post("http://"+addr+"/api/v1/"+what, "application/json", bytes.NewReader(text))
	if err != nil {
		return false
	}
	text, err = io.ReadAll(answer.Body)
	if answer.Body.Close() != nil || err != nil || answer.StatusCode != want {
		return false
	}
	return into == nil || json.Unmarshal(text, into) == nil
}

// me tells how a server takes a token.
func me(t *testing.T, addr, token string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr+"/api/v1/me", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}
