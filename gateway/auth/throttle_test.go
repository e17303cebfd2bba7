package auth

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

// guess makes a wrong attempt, and gives how long it must wait instead.
func guess(t *throttle, user, address string) time.Duration {
	_, wait := t.begin(user, address)
	return wait
}

func TestDelayGrows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		for i := range pairFree {
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
		if wait := guess(th, "alice", "192.0.2.1"); wait != pairMax {
			t.Errorf("waits %s, want %s at most", wait, pairMax)
		}
		time.Sleep(forgetAfter + time.Second)
		for range pairFree {
			if wait := guess(th, "alice", "192.0.2.1"); wait != 0 {
				t.Errorf("what was long ago costs %s", wait)
			}
		}
	})
}

// TestOwnerIsNotLockedOut: whatever strangers do, from however many addresses.
func TestOwnerIsNotLockedOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		th := newThrottle()
		a, _ := th.begin("alice", "198.51.100.7")
		a.right()
		for range 100_000 / 100 {
			for i := range 100 {
				guess(th, "alice", fmt.Sprintf("192.0.2.%d", i))
			}
			time.Sleep(time.Second)
		}
		if wait := guess(th, "alice", "198.51.100.7"); wait != 0 {
			t.Errorf("from where he always logs in he waits %s", wait)
		}
		if wait := guess(th, "alice", "203.0.113.1"); wait > nameEvery {
			t.Errorf("from a new address he waits %s", wait)
		}
		if wait := guess(th, "bob", "203.0.113.1"); wait != 0 {
			t.Errorf("somebody else waits %s", wait)
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
	if through != pairFree {
		t.Errorf("%d guesses at once, want %d", through, pairFree)
	}
	through = 0
	for i := range 200 {
		if guess(th, fmt.Sprint("user", i), "192.0.2.2") == 0 {
			through++
		}
	}
	if through != fromFree {
		t.Errorf("%d guesses at many names, want %d", through, fromFree)
	}
}

func TestRightAndUndecidedCostNothing(t *testing.T) {
	th := newThrottle()
	for range 1000 {
		a, wait := th.begin("alice", "192.0.2.1")
		if wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		a.right()
		b, wait := th.begin("bob", "192.0.2.1")
		if wait != 0 {
			t.Fatalf("waits %s", wait)
		}
		b.undecided()
	}
	if len(th.counts) != 0 {
		t.Errorf("%d counts are left", len(th.counts))
	}
	// Who has a name of his own does not clear his address with it.
	for i := range fromFree {
		guess(th, fmt.Sprint("user", i), "192.0.2.9")
	}
	a := attempt{throttle: th, pair: "pair 192.0.2.9 mallory", from: "from 192.0.2.9", name: "name mallory"}
	a.right()
	guess(th, "alice", "192.0.2.9")
	if guess(th, "alice", "192.0.2.9") == 0 {
		t.Error("the failures of an address are forgotten for a login")
	}
}

func TestThrottleIsBounded(t *testing.T) {
	th := newThrottle()
	for range 3 * pairFree {
		guess(th, "alice", "192.0.2.1")
	}
	for i := range 2 * maxThrottled {
		guess(th, fmt.Sprint("user", i), fmt.Sprint("address ", i))
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
