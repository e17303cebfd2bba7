package auth

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A brake slows those down who fail to log in: after failBurst failures from
// one address or for one user, another one every failEvery. Who succeeds is
// not slowed down.
const (
	failBurst = 30
	failEvery = 2 * time.Second
	// maxBraked is how many addresses and users are remembered; the memory of a
	// brake that is full begins anew.
	maxBraked = 20_000
)

// brake counts failures by key.
type brake struct {
	mu    sync.Mutex
	fails map[string]*rate.Limiter
}

// open reports whether another attempt may be made for a key.
func (b *brake) open(key string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	l, ok := b.fails[key]
	return !ok || l.Tokens() >= 1
}

// failed counts a failure.
func (b *brake) failed(key string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l, ok := b.fails[key]
	if !ok {
		if b.fails == nil || len(b.fails) >= maxBraked {
			b.fails = make(map[string]*rate.Limiter)
		}
		l = rate.NewLimiter(rate.Every(failEvery), failBurst)
		b.fails[key] = l
	}
	l.Allow()
}
