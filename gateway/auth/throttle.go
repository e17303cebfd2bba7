package auth

import (
	"math"
	"net/netip"
	"strings"
	"sync"
	"time"
)

// Guessing is slowed down by four counts of failures. What a stranger does
// never keeps an owner out who comes from where he has logged in before: he is
// held to the first two alone.
//
//   - one name from one address;
//   - all names from one address: more are free, since an office may stand
//     behind one address, and the wait is short;
//   - one name from all addresses, against a guesser who has many;
//   - all names from all addresses, against one who tries one password on each.
//     Addresses from which anybody has logged in before are not held to it.
//
// Beyond those that are free each failure makes the next attempt wait, longer
// every so many, up to a limit. While nobody fails, failures are forgiven at
// the rate of those that are free each hour.
const (
	byPair scope = iota
	byAddress
	byName
	overall
)

// scope is what is counted together.
type scope uint8

// limit says how much a scope allows.
type limit struct {
	free int
	// first is the wait after one more failure than are free. It doubles every so
	// many further ones, up to most.
	first time.Duration
	every int
	most  time.Duration
}

var limits = [...]limit{
	byPair:    {free: 5, first: time.Second, every: 1, most: 15 * time.Minute},
	byAddress: {free: 50, first: time.Second, every: 1, most: time.Minute},
	byName:    {free: 100, first: 2 * time.Second, every: 50, most: time.Minute},
	overall:   {free: 1000, first: 100 * time.Millisecond, every: 500, most: time.Second},
}

// wait is how long a scope is closed after a number of failures.
func (l *limit) wait(failures float64) time.Duration {
	over := int(math.Round(failures)) - l.free
	if over < 0 {
		return 0
	}
	return min(l.first<<min(over/l.every, 20), l.most)
}

const (
	// forgetAfter is how long after the last failure a count is forgotten, and
	// forgiveIn in what time those that are free are forgiven.
	forgetAfter = time.Hour
	forgiveIn   = time.Hour
	// trustFor is how long an address from which somebody logged in is his.
	trustFor = 30 * 24 * time.Hour
	// maxThrottled bounds how many counts are kept, and how many addresses.
	maxThrottled = 50_000
)

// throttle keeps the counts. Its times are since it was made, by a clock that
// nobody can set. Its zero value is not ready to use.
type throttle struct {
	since func() time.Duration

	mu     sync.Mutex
	counts map[key]*count
	// known are names and addresses, and addresses alone, to when they were last
	// right.
	known map[key]time.Duration
}

// key is one count: of a name, an address, both, or neither.
type key struct {
	scope         scope
	name, address string
}

// count is the failures of one key.
type count struct {
	failures float64
	// open is when the next attempt may be made, last when the last one failed.
	open, last time.Duration
}

func newThrottle() *throttle {
	began := time.Now()
	return &throttle{
		since:  func() time.Duration { return time.Since(began) },
		counts: make(map[key]*count), known: make(map[key]time.Duration),
	}
}

// attempt is one login under way.
type attempt struct {
	throttle      *throttle
	name, address string
	keys          []key // those that it is held to
	known         bool  // the name has been right from the address
}

// begin counts an attempt as a failure until it is known to be none, so that
// many at once gain nothing. wait is above 0 for one that must not be made now.
// Where the name is no name to guess at, as with a token, which is proof by
// itself, it is counted for the address alone.
func (t *throttle) begin(name, address string, guessable bool) (a attempt, wait time.Duration) {
	a = attempt{throttle: t, name: strings.ToLower(name), address: address}
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.since()
	a.known = t.trusts(key{byPair, a.name, address}, now)
	a.keys = []key{{byPair, a.name, address}, {byAddress, "", address}}
	if guessable && !a.known {
		a.keys = append(a.keys, key{byName, a.name, ""})
		if !t.trusts(key{byAddress, "", address}, now) {
			a.keys = append(a.keys, key{overall, "", ""})
		}
	}
	for _, k := range a.keys {
		if c := t.counts[k]; c != nil {
			wait = max(wait, c.open-now)
		}
	}
	if wait > 0 {
		return a, wait
	}
	for _, k := range a.keys {
		t.count(k, now)
	}
	return a, 0
}

// trusts reports whether somebody has logged in not long ago. t.mu is held.
func (t *throttle) trusts(k key, now time.Duration) bool {
	since, ok := t.known[k]
	return ok && now-since < trustFor
}

// count adds a failure. t.mu is held.
func (t *throttle) count(k key, now time.Duration) {
	l, c := &limits[k.scope], t.counts[k]
	if c == nil || now-c.last > forgetAfter {
		if c == nil && len(t.counts) >= maxThrottled {
			t.makeRoom(now)
		}
		c = &count{open: now}
		t.counts[k] = c
	}
	// The time that it was closed is no time in which nobody failed.
	idle := max(now-c.open, 0)
	c.failures = max(0, c.failures-idle.Hours()*float64(l.free)/forgiveIn.Hours()) + 1
	c.last = now
	c.open = now + l.wait(c.failures)
}

// makeRoom drops counts that say little: those that are old, then those of few
// failures. Who guesses long and hard is remembered. t.mu is held.
func (t *throttle) makeRoom(now time.Duration) {
	for limit := 1.0; len(t.counts) > maxThrottled*9/10; limit *= 4 {
		for k, c := range t.counts {
			if now-c.last > forgetAfter || c.failures <= limit {
				delete(t.counts, k)
			}
		}
	}
}

// right takes back what the attempt counted: it was no guess. The failures of
// the address stay, or a guesser could clear them with a name of his own.
func (a *attempt) right() {
	t := a.throttle
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.counts, a.keys[0])
	for _, k := range a.keys[1:] {
		t.takeBack(k)
	}
	now := t.since()
	for _, k := range a.keys[:2] {
		if _, there := t.known[k]; !there && len(t.known) >= maxThrottled {
			t.forgetKnown()
		}
		t.known[k] = now
	}
}

// forgetKnown drops the older half, or so, of the addresses that are known.
// t.mu is held.
func (t *throttle) forgetKnown() {
	var oldest, newest time.Duration = math.MaxInt64, 0
	for _, since := range t.known {
		oldest, newest = min(oldest, since), max(newest, since)
	}
	for k, since := range t.known {
		if since <= oldest+(newest-oldest)/2 {
			delete(t.known, k)
		}
	}
}

// undecided takes back what the attempt counted: it was not looked at.
func (a *attempt) undecided() { a.takeBack(a.keys) }

// harmless takes back what the attempt counted, but for its name from its
// address: it was wrong, and no guess.
func (a *attempt) harmless() { a.takeBack(a.keys[1:]) }

func (a *attempt) takeBack(keys []key) {
	a.throttle.mu.Lock()
	defer a.throttle.mu.Unlock()
	for _, k := range keys {
		a.throttle.takeBack(k)
	}
}

// takeBack counts one failure less. t.mu is held.
func (t *throttle) takeBack(k key) {
	c := t.counts[k]
	if c == nil {
		return
	}
	c.failures--
	c.open = c.last + limits[k.scope].wait(c.failures)
	if c.failures <= 0 {
		delete(t.counts, k)
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
