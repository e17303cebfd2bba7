package auth

import (
	"flag"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

var timing = flag.Bool("timing", false, "compare how long refused logins take; wants a quiet machine")

// TestTimingTellsNothing: how long a refusal takes does not tell whether there
// is such a user. It compares medians of interleaved attempts, with a bound
// that is far above the noise of a quiet machine and far below a hash.
func TestTimingTellsNothing(t *testing.T) {
	if !*timing {
		t.Skip("run with -timing")
	}
	i := newInstallation(t)
	hash, err := HashPassword("secret")
	if err != nil {
		t.Fatal(err)
	}
	i.alice.PasswordHash = hash
	if _, err := i.store.Users.Update(t.Context(), i.alice); err != nil {
		t.Fatal(err)
	}
	if _, err := i.store.Users.Create(t.Context(), record.User{ID: "gone@demo", Tenant: "demo", Role: record.RoleAgent, Disabled: true, PasswordHash: hash}); err != nil {
		t.Fatal(err)
	}
	a, err := NewAuthenticator(people{i.store}, i.verifier, nil, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{"alice@demo", "nobody@demo", "gone@demo"}
	took := make(map[string][]time.Duration)
	for n := range 300 {
		for _, user := range kinds {
			began := time.Now()
			_, err := a.Password(t.Context(), Credentials{User: user, Password: "wrong", RemoteAddr: fmt.Sprintf("10.%d.%d.1:1", n/256, n%256)})
			if err == nil {
				t.Fatal("a wrong password is right")
			}
			took[user] = append(took[user], time.Since(began))
		}
		a.throttle = newThrottle()
	}
	median := func(user string) time.Duration {
		slices.Sort(took[user])
		return took[user][len(took[user])/2]
	}
	base := median(kinds[0])
	for _, user := range kinds {
		m := median(user)
		t.Logf("%-12s median %s", user, m)
		if m < base*9/10 || m > base*11/10 {
			t.Errorf("%s takes %s, %s takes %s: the difference tells who is there", user, m, kinds[0], base)
		}
	}
}

// BenchmarkLogin is a login by password, on as many cores as logins may use.
func BenchmarkLogin(b *testing.B) {
	hash, err := HashPassword("secret")
	if err != nil {
		b.Fatal(err)
	}
	stored := users{{"alice@demo", ""}: {ID: "alice@demo", Tenant: "demo", PasswordHash: hash}}
	v, err := NewVerifier(stored, NewTokens(testKey), nil, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(v.Close)
	a, err := NewAuthenticator(stored, v, nil, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := a.Password(b.Context(), Credentials{User: "alice@demo", Password: "secret"}); err != nil {
				b.Error(err)
			}
		}
	})
}

// BenchmarkVerify is what a token costs each time it is shown.
func BenchmarkVerify(b *testing.B) {
	for _, algorithm := range []string{"HS256", "RS256", "ES256", "EdDSA"} {
		b.Run(algorithm, func(b *testing.B) {
			key, err := parseKey("k", algorithm, signers()[algorithm].file)
			if err != nil {
				b.Fatal(err)
			}
			v, err := NewVerifier(users{}, NewTokens(testKey), []Issuer{issuerWith(key)}, slog.New(slog.DiscardHandler))
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(v.Close)
			token := signed(b, algorithm, "k", signers()[algorithm].private, claimsOf())
			b.ReportAllocs()
			for b.Loop() {
				if _, err := v.Verify(b.Context(), token); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkVerifyLogin is what an access token costs each time it is shown: its
// signature, its user's record, and whether its login has ended.
func BenchmarkVerifyLogin(b *testing.B) {
	log := slog.New(slog.DiscardHandler)
	db, err := store.Open(b.Context(), b.TempDir(), log)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	err = db.CreateDirectory(b.Context(), record.Directory{
		Tenant: record.Tenant{ID: "demo"}, Users: []record.User{{ID: "alice@demo", Tenant: "demo", Role: record.RoleAgent}},
	})
	if err != nil {
		b.Fatal(err)
	}
	alice, err := db.Users.Get(b.Context(), "demo", "alice@demo")
	if err != nil {
		b.Fatal(err)
	}
	tokens := NewTokens(testKey)
	v, err := NewVerifier(people{db}, tokens, nil, log)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(v.Close)
	p := access.Of(&alice)
	g, err := NewLogins(tokens, v, db, time.Hour, time.Hour).Begin(b.Context(), &p, "")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := v.Verify(b.Context(), g.Access); err != nil {
			b.Fatal(err)
		}
	}
}
