package auth

import (
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Guessing is slowed down by three counts of failures. What a stranger does
// elsewhere never keeps the owner of a user name out:
//
//   - one name from one address: each failure beyond the free ones doubles the
//     wait, up to pairMax. It concerns that address alone.
//   - all names from one address: the same, with more that are free, since an
//     office may stand behind one address, and a short wait at most.
//   - one name from all addresses: one attempt every nameEvery once the free
//     ones are used up. Addresses from which the user has logged in before are
//     not counted, nor held to it.
const (
	pairFree, pairMax = 5, 15 * time.Minute
	fromFree, fromMax = 50, time.Minute
	nameFree          = 100
	nameEvery         = 2 * time.Second
	// firstWait is what the first failure that is not free costs.
	firstWait = time.Second
	// forgetAfter is how long after the last failure a count is forgotten, and
	// trustFor how long an address from which somebody logged in is his.
	forgetAfter = time.Hour
	trustFor    = 30 * 24 * time.Hour
	// maxThrottled bounds how many counts are kept, and how many addresses.
	maxThrottled = 50_000
)

// throttle keeps the counts. Its zero value is not ready to use.
type throttle struct {
	mu     sync.Mutex
	counts map[string]*count
	known  map[string]time.Time // name and address, to when they were last right
}

// count is the failures of one key.
type count struct {
	failures int
	// open is when the next attempt may be made, last when the last one failed.
	open, last time.Time
}

func newThrottle() *throttle {
	return &throttle{counts: make(map[string]*count), known: make(map[string]time.Time)}
}

// attempt is one login under way.
type attempt struct {
	throttle         *throttle
	pair, from, name string
	known            bool
}

// begin counts an attempt as a failure until it is known to be none, so that
// many at once gain nothing. wait is above 0 for one that must not be made now.
func (t *throttle) begin(user, address string) (a attempt, wait time.Duration) {
	user = strings.ToLower(user)
	a = attempt{throttle: t, pair: "pair " + address + " " + user, from: "from " + address, name: "name " + user}
	now := time.Now()
	t.mu.Lock()
	defer t.mu.Unlock()
	if since, ok := t.known[a.pair]; ok && now.Sub(since) < trustFor {
		a.known = true
	}
	for _, key := range a.keys() {
		if c := t.counts[key]; c != nil && now.Before(c.open) {
			wait = max(wait, c.open.Sub(now))
		}
	}
	if wait > 0 {
		return a, wait
	}
	for _, key := range a.keys() {
		t.count(key, now)
	}
	return a, 0
}

// keys are the counts that an attempt is held to.
func (a *attempt) keys() []string {
	if a.known {
		return []string{a.pair, a.from}
	}
	return []string{a.pair, a.from, a.name}
}

// count adds a failure. t.mu is held.
func (t *throttle) count(key string, now time.Time) {
	c := t.counts[key]
	if c == nil || now.Sub(c.last) > forgetAfter {
		if len(t.counts) >= maxThrottled {
			t.makeRoom(now)
		}
		c = &count{}
		t.counts[key] = c
	}
	c.failures++
	c.last = now
	c.open = now.Add(waitAfter(key, c.failures))
}

// waitAfter is how long a key is closed after a number of failures.
func waitAfter(key string, failures int) time.Duration {
	free, most := pairFree, pairMax
	switch {
	case strings.HasPrefix(key, "name "):
		if failures < nameFree {
			return 0
		}
		return nameEvery
	case strings.HasPrefix(key, "from "):
		free, most = fromFree, fromMax
	}
	if failures < free {
		return 0
	}
	return min(firstWait<<min(failures-free, 20), most)
}

// makeRoom drops counts that say little: those that are old, then those of few
// failures. Who guesses long and hard is remembered. t.mu is held.
func (t *throttle) makeRoom(now time.Time) {
	for limit := 1; len(t.counts) > maxThrottled*9/10; limit *= 4 {
		for key, c := range t.counts {
			if now.Sub(c.last) > forgetAfter || c.failures <= limit {
				delete(t.counts, key)
			}
		}
	}
}

// right takes back what the attempt counted: it was no guess. The failures of
// the address stay, or a guesser could clear them with a name of his own.
func (a *attempt) right() {
	t, now := a.throttle, time.Now()
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.counts, a.pair)
	for _, key := range a.keys()[1:] {
		t.takeBack(key)
	}
	if len(t.known) >= maxThrottled {
		t.known = make(map[string]time.Time)
	}
	t.known[a.pair] = now
}

// undecided takes back what the attempt counted: it was not looked at.
func (a *attempt) undecided() {
	a.throttle.mu.Lock()
	defer a.throttle.mu.Unlock()
	for _, key := range a.keys() {
		a.throttle.takeBack(key)
	}
}

// takeBack counts one failure less. t.mu is held.
func (t *throttle) takeBack(key string) {
	c := t.counts[key]
	if c == nil {
		return
	}
	c.failures--
	c.open = c.last.Add(waitAfter(key, c.failures))
	if c.failures <= 0 {
		delete(t.counts, key)
	}
}

// addressOf gives what counts as one address: without the port, and of IPv6
// the network that one customer usually has (/64).
func addressOf(remote string) string {
	ip, err := netip.ParseAddr(remote)
	if at, withPort := netip.ParseAddrPort(remote); withPort == nil {
		ip, err = at.Addr(), nil
	}
	if err != nil {
		return remote
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is6() {
		if network, err := ip.Prefix(64); err == nil {
			return network.String()
		}
	}
	return ip.String()
}
