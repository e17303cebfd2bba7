package signalr

import (
	"net"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits bound what one client, one user or one address may take up. 0 stands for the default, a negative number for no
// limit.
type Limits struct {
	// Unconnected is the number of connections that may be negotiated and not opened, on the whole server. More are answered
	// with 503. Default 10000.
	Unconnected int
	// ConnectPace is the number of connections per second that the whole server begins, or resumes by stateful reconnect, so
	// that a storm of them leaves those that are there their share of the processors. More wait for their turn, up to two
	// seconds; one that would have to wait longer is answered with 503. No address gets more than half of the turns that can
	// be waited for. Default: 1000 for each processor (runtime.GOMAXPROCS).
	ConnectPace float64
	// ConnectionsPerUser and ConnectionsPerAddress are the numbers of connections that one user, and one network address, may
	// have. More are answered with 429. A range of IPv6 addresses that one customer usually has (/64) counts as one address.
	// Default: no limit.
	ConnectionsPerUser, ConnectionsPerAddress int
	// ConnectRate is the number of connections per second that one address may begin, or resume by stateful reconnect, in
	// the long run; ConnectBurst how many at once. More are answered with 429. Default: no limit; the default of ConnectBurst is ConnectRate.
	ConnectRate  float64
	ConnectBurst int
	// InvocationRate is the number of invocations per second that one connection may make, in the long run, and
	// InvocationBurst how many at once. An invocation too many fails with an error that says so; one that wants no answer
	// waits, and nothing more is read from its client meanwhile. Default: no limit; the default of InvocationBurst is
	// InvocationRate.
	InvocationRate  float64
	InvocationBurst int
	// StreamsPerConnection is the number of streams that one connection may be sending, and be sent, at the same time. More
	// fail the call. Default 100.
	StreamsPerConnection int
	// Address says from which address a request comes, where that is not the other end of the socket: behind a proxy. Nil:
	// Request.RemoteAddr.
	Address func(*http.Request) string
}

func (l Limits) withDefaults() Limits {
	setLimit(&l.Unconnected, 10_000)
	setLimit(&l.StreamsPerConnection, 100)
	setLimit(&l.ConnectionsPerUser, unlimited)
	setLimit(&l.ConnectionsPerAddress, unlimited)
	switch {
	case l.ConnectPace == 0:
		l.ConnectPace = float64(1000 * runtime.GOMAXPROCS(0))
	case l.ConnectPace < 0:
		l.ConnectPace = unlimited
	}
	setLimit(&l.ConnectBurst, max(int(l.ConnectRate), 1))
	setLimit(&l.InvocationBurst, max(int(l.InvocationRate), 1))
	if l.Address == nil {
		l.Address = func(r *http.Request) string { return r.RemoteAddr }
	}
	return l
}

const unlimited = 1<<31 - 1

const tooManyFromAddress = "Too many connections from this address."

func setLimit(n *int, value int) {
	switch {
	case *n == 0:
		*n = value
	case *n < 0:
		*n = unlimited
	}
}

// admission counts what users and addresses have.
type admission struct {
	limits *Limits
	turns  turns

	mu          sync.Mutex
	unconnected int
	users       table[string, int]
	addresses   table[string, *address]
}

// address is what is known of one network address, while it has connections or has begun some lately.
type address struct {
	connections int
	rate        *rate.Limiter
}

func newAdmission(limits *Limits) admission {
	return admission{limits: limits, turns: newTurns(limits.ConnectPace)}
}

// negotiated counts a connection that is not opened yet; answer says why there may not be another.
func (a *admission) negotiated() answer {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.unconnected >= a.limits.Unconnected {
		return answer{http.StatusServiceUnavailable, "Too many connections are waiting to be opened."}
	}
	a.unconnected++
	return answer{}
}

// begin lets a request begin a connection, or give one with stateful reconnect a new socket, which costs the same. It waits for
// the request's turn; answer says why it may not have one.
func (a *admission) begin(r *http.Request) answer {
	if a.limits.ConnectRate > 0 && !a.inRate(r) {
		return answer{http.StatusTooManyRequests, tooManyFromAddress}
	}
	return a.turns.wait(r.Context(), func() string { return addressKey(a.limits.Address(r)) })
}

// inRate takes a connection out of an address's rate.
func (a *admission) inRate(r *http.Request) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	from := a.from(addressKey(a.limits.Address(r)))
	if from.rate == nil {
		from.rate = rate.NewLimiter(rate.Limit(a.limits.ConnectRate), a.limits.ConnectBurst)
	}
	return from.rate.Allow()
}

// notConnected takes a negotiated connection off the count, because it was opened or given up.
func (a *admission) notConnected() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.unconnected--
}

// opened counts a connection of a user and an address; answer says why there may not be another.
func (a *admission) opened(r *http.Request, user string) (key string, refused answer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if user != "" && a.users.entries[user] >= a.limits.ConnectionsPerUser {
		return "", answer{http.StatusTooManyRequests, "Too many connections of this user."}
	}
	if a.limits.ConnectionsPerAddress < unlimited {
		key = addressKey(a.limits.Address(r))
		from := a.from(key)
		if from.connections >= a.limits.ConnectionsPerAddress {
			return "", answer{http.StatusTooManyRequests, tooManyFromAddress}
		}
		from.connections++
	}
	if user != "" && a.limits.ConnectionsPerUser < unlimited {
		a.users.set(user, a.users.entries[user]+1)
	}
	return key, answer{}
}

// ended takes an opened connection off the counts.
func (a *admission) ended(user, key string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if n, counted := a.users.entries[user]; counted {
		if n == 1 {
			a.users.delete(user)
		} else {
			a.users.set(user, n-1)
		}
	}
	if from := a.addresses.entries[key]; from != nil && from.connections > 0 {
		from.connections--
		a.forget(key, from)
	}
}

func (a *admission) from(key string) *address {
	from := a.addresses.entries[key]
	if from == nil {
		from = &address{}
		a.addresses.set(key, from)
	}
	return from
}

// sweep forgets addresses that have been quiet long enough to be like new.
func (a *admission) sweep() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for key, from := range a.addresses.entries {
		a.forget(key, from)
	}
}

// forget drops an address that has no connections and may begin as many as any other.
func (a *admission) forget(key string, from *address) {
	if from.connections == 0 && (from.rate == nil || from.rate.TokensAt(time.Now()) >= float64(a.limits.ConnectBurst)) {
		a.addresses.delete(key)
	}
}

// addressKey is what counts as one address: without the port, and of IPv6 the network.
func addressKey(remote string) string {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is6() {
		if network, err := ip.Prefix(64); err == nil {
			return network.String()
		}
	}
	return ip.String()
}
