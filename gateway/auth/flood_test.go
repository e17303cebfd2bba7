package auth

import (
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

// counted counts audit entries.
type counted int

func (c *counted) Note(record.AuditEntry) { *c++ }

// TestHopelessLoginsAreSlowedDown: those that need no look at a password fill
// the audit log no faster than others.
func TestHopelessLoginsAreSlowedDown(t *testing.T) {
	i := newInstallation(t)
	var audit counted
	a, err := NewAuthenticator(people{i.store}, i.verifier, &audit, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	busy := 0
	for _, c := range []Credentials{{User: "alice"}, {User: strings.Repeat("x", 10*maxName), Password: "p"}} {
		c.RemoteAddr = "192.0.2.1:1"
		for range 10 * limits[byPair].free {
			if _, err := a.Password(t.Context(), c); errors.Is(err, ErrBusy) {
				busy++
			}
		}
	}
	if int(audit) > 4*limits[byPair].free || busy == 0 {
		t.Errorf("%d entries in the audit log, %d logins slowed down", int(audit), busy)
	}
}
