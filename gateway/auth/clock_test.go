package auth

import (
	"errors"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
)

// TestClockJumps: tokens are judged by the clock as it is when they are shown.
// One that is set and put right again has cost nobody his login.
func TestClockJumps(t *testing.T) {
	const year = 365 * 24 * time.Hour
	i := newInstallation(t)
	now := time.Now()
	i.tokens = newTokens(i.tokens.keys, func() time.Time { return now })
	i.verifier.own, i.logins = i.tokens, NewLogins(i.tokens, i.verifier, i.store, 10*time.Minute, time.Hour)
	g := i.begin(t)
	right := now
	for _, tt := range []struct {
		name            string
		jump            time.Duration
		access, refresh bool
	}{
		{"right", 0, true, true},
		{"a little back", -leeway + time.Second, true, true},
		{"further back: the token is of a time to come", -leeway - 2*time.Second, false, true},
		{"a year back", -year, false, true},
		{"ahead, within its time", 9 * time.Minute, true, true},
		{"ahead, beyond the access token's", 11 * time.Minute, false, true},
		{"a year ahead", year, false, false},
		{"right again", 0, true, true},
	} {
		now = right.Add(tt.jump)
		if tt.access {
			taken(t, i.verifier, tt.name, g.Access)
		} else {
			refused(t, i.verifier, tt.name, g.Access)
		}
		again, _, err := i.logins.Refresh(t.Context(), g.Refresh)
		if errors.Is(err, ErrRefresh) == tt.refresh {
			t.Errorf("%s: refreshed with %v", tt.name, err)
		}
		if err == nil { // what is given is good by the clock as it is
			taken(t, i.verifier, tt.name+", refreshed", again.Access)
			now = right
			p := access.Of(&i.alice)
			if g, err = i.logins.Begin(t.Context(), &p, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
}
