package auth

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// guess makes a wrong attempt, and gives how long it must wait instead.
func guess(t *throttle, user, address string) time.Duration {
	_, wait := t.begin(user, address, true)
	return wait
}

func TestDelayGrows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		for i := range limits[byPair].free {
			if wait := guess(th, "alice", "192.0.2.1"); wait != 0 {
				t.Fatalf("attempt %d waits %s", i, wait)
			}
		}
		for _, want := range []time.Duration{1, 2, 4, 8, 16, 32} {
			wait := guess(th, "ALICE", "192.0.2.1")
			if wait != want*time.Second {
				t.Errorf("waits %s, want %ds", wait, want)
			}
			time.Sleep(wait)
			if guess(th, "alice", "192.0.2.1") != 0 {
				t.Error("waits after it has waited")
			}
		}
		for range 20 {
			time.Sleep(guess(th, "alice", "192.0.2.1"))
			guess(th, "alice", "192.0.2.1")
		}
		if wait := guess(th, "alice", "192.0.2.1"); wait != limits[byPair].most {
			t.Errorf("waits %s, want %s at most", wait, limits[byPair].most)
		}
		time.Sleep(forgetAfter + time.Second)
		for range limits[byPair].free {
			if wait := guess(th, "alice", "192.0.2.1"); wait != 0 {
				t.Errorf("what was long ago costs %s", wait)
			}
		}
	})
}

// TestOwnerIsNotLockedOut: one name is guessed at from a thousand addresses. A
// day brings few guesses, and the owner comes in from where he has come in
// before.
func TestOwnerIsNotLockedOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		a, _ := th.begin("alice", "198.51.100.7", true)
		a.right()
		guesses := 0
		const hours = 6
		for i := range hours * 60 * 60 {
			if guess(th, "alice", fmt.Sprintf("192.0.%d.%d", i%1000/250, i%250)) == 0 {
				guesses++
			}
			time.Sleep(time.Second)
		}
		if most := 200 + hours*160; guesses > most {
			t.Errorf("%d guesses in %d hours, want %d at most", guesses, hours, most)
		}
		if wait := guess(th, "alice", "198.51.100.7"); wait != 0 {
			t.Errorf("from where he always logs in he waits %s", wait)
		}
		if wait := guess(th, "alice", "203.0.113.1"); wait > limits[byName].most {
			t.Errorf("from a new address he waits %s", wait)
		}
		if wait := guess(th, "bob", "203.0.113.1"); wait != 0 {
			t.Errorf("somebody else waits %s", wait)
		}
		time.Sleep(forgetAfter + time.Minute)
		if wait := guess(th, "alice", "203.0.113.2"); wait != 0 {
			t.Errorf("once it is over he waits %s", wait)
		}
	})
}

// TestSpraying: one password is tried on a hundred thousand names, each time
// from another address. It is bounded, and those who have logged in before, or
// sit where somebody has, are not kept out.
func TestSpraying(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		a, _ := th.begin("alice", "198.51.100.7", true)
		a.right()
		guesses := 0
		for i := range 100_000 {
			if guess(th, fmt.Sprint("user", i), fmt.Sprint("address ", i)) == 0 {
				guesses++
			}
			time.Sleep(50 * time.Millisecond)
		}
		seconds := 100_000 / 20
		if most := limits[overall].free + 5*500 + seconds; guesses > most || guesses < seconds/2 {
			t.Errorf("%d guesses in %d s, want %d at most", guesses, seconds, most)
		}
		for user, address := range map[string]string{"alice": "198.51.100.7", "a colleague of hers": "198.51.100.7"} {
			if wait := guess(th, user, address); wait != 0 {
				t.Errorf("%s waits %s", user, wait)
			}
		}
		if wait := guess(th, "alice", "203.0.113.1"); wait > limits[overall].most {
			t.Errorf("from a new address she waits %s", wait)
		}
	})
}

// TestFewFailuresAreForgiven: people who mistype now and then are never slowed
// down, however many there are and however long it goes on.
func TestFewFailuresAreForgiven(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		for i := range 20_000 {
			if wait := guess(th, fmt.Sprint("user", i%500), fmt.Sprint("home of ", i%500)); wait != 0 {
				t.Fatalf("failure %d waits %s", i, wait)
			}
			time.Sleep(6 * time.Second) // 600 an hour, each of them one in 50 minutes
		}
	})
}

// TestManyAtOnce: no more guesses than are free get through, however fast.
func TestManyAtOnce(t *testing.T) {
	th := newThrottle()
	through := 0
	for range 100 {
		if guess(th, "alice", "192.0.2.1") == 0 {
			through++
		}
	}
	if through != limits[byPair].free {
		t.Errorf("%d guesses at once, want %d", through, limits[byPair].free)
	}
	through = 0
	for i := range 200 {
		if guess(th, fmt.Sprint("user", i), "192.0.2.2") == 0 {
			through++
		}
	}
	if through != limits[byAddress].free {
		t.Errorf("%d guesses at many names, want %d", through, limits[byAddress].free)
	}
}

func TestRightAndUndecidedCostNothing(t *testing.T) {
	th := newThrottle()
	for range 1000 {
		a, wait := th.begin("alice", "192.0.2.1", true)
		if wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		a.right()
		b, wait := th.begin("bob", "192.0.2.1", true)
		if wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		b.undecided()
	}
	if len(th.counts) != 0 {
		t.Errorf("%d counts are left", len(th.counts))
	}
	// Who has a name of his own does not clear his address with it.
	for i := range limits[byAddress].free {
		guess(th, fmt.Sprint("user", i), "192.0.2.9")
	}
	a := attempt{throttle: th, keys: []key{{byPair, "mallory", "192.0.2.9"}, {byAddress, "", "192.0.2.9"}}}
	a.right()
	guess(th, "alice", "192.0.2.9")
	if guess(th, "alice", "192.0.2.9") == 0 {
		t.Error("the failures of an address are forgotten for a login")
	}
}

func TestThrottleIsBounded(t *testing.T) {
	th := newThrottle()
	th.since = func() time.Duration { return time.Minute } // all at one moment
	for range 3 * limits[byPair].free {
		guess(th, "alice", "192.0.2.1")
	}
	for i := range 2 * maxThrottled {
		a, _ := th.begin(fmt.Sprint("user", i), fmt.Sprint("address ", i), false)
		if i%2 == 0 {
			a.right()
			guess(th, "alice", fmt.Sprint("address ", i))
		}
	}
	if len(th.known) > maxThrottled {
		t.Errorf("%d addresses are known", len(th.known))
	}
	if len(th.counts) > maxThrottled {
		t.Errorf("%d counts are kept", len(th.counts))
	}
	if guess(th, "alice", "192.0.2.1") == 0 {
		t.Error("who guesses hard is forgotten when many come")
	}
}

func TestAddressOf(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.1:1234": "192.0.2.1", "192.0.2.1": "192.0.2.1", "[::ffff:192.0.2.1]:5": "192.0.2.1",
		"[2001:db8:1:2:3::4]:80": "2001:db8:1:2::/64", "2001:db8:1:2:9::": "2001:db8:1:2::/64", "pipe": "pipe",
	} {
		if got := addressOf(remote); got != want {
			t.Errorf("%s: %s, want %s", remote, got, want)
		}
	}
}
