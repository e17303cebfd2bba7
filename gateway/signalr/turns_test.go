package signalr

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// storm lets a number of requests from an address ask for a turn at once, and returns when those that got one did, in order,
// and how many were refused.
func storm(turns *turns, n int, address string) (got []time.Duration, refused int) {
	start := time.Now()
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			a := turns.wait(context.Background(), func() string { return address })
			mu.Lock()
			defer mu.Unlock()
			if a.status == http.StatusServiceUnavailable {
				refused++
			} else {
				got = append(got, time.Since(start))
			}
		})
	}
	wg.Wait()
	return got, refused
}

func TestStormIsSpreadOverTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(100)
		got, refused := storm(&turns, 150, "a")
		// 11 are due at once, because there were none for a tenth of a second; half of the 200 that may wait do.
		if len(got) != 111 || refused != 39 {
			t.Fatalf("%d got in, %d were refused", len(got), refused)
		}
		for i, at := range got {
			if want := time.Duration(max(i-10, 0)) * 10 * time.Millisecond; at != want {
				t.Fatalf("turn %d was after %v, not %v", i, at, want)
			}
		}
		if len(turns.waiting) != 0 {
			t.Errorf("left: %v", turns.waiting)
		}
	})
}

func TestStormOfOneAddressLeavesTurnsToOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(100)
		var wg sync.WaitGroup
		wg.Go(func() { storm(&turns, 10_000, "a") })
		synctest.Wait()
		for _, other := range []string{"b", "c"} {
			if got, refused := storm(&turns, 1, other); refused != 0 || got[0] > maxTurnWait/2+10*time.Millisecond {
				t.Errorf("%s: %v, %d refused", other, got, refused)
			}
		}
		wg.Wait()
	})
}

func TestClientThatIsGoneWaitsNoLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1)
		storm(&turns, 1, "a")
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		start := time.Now()
		if a := turns.wait(ctx, func() string { return "a" }); a.status == 0 || time.Since(start) != 100*time.Millisecond {
			t.Errorf("%+v after %v", a, time.Since(start))
		}
		if len(turns.waiting) != 0 {
			t.Errorf("left: %v", turns.waiting)
		}
	})
}

func TestNoPace(t *testing.T) {
	limits := Limits{ConnectPace: -1}.withDefaults()
	turns := newTurns(limits.ConnectPace)
	if got, refused := storm(&turns, 1000, "a"); len(got) != 1000 || refused != 0 {
		t.Errorf("%d refused", refused)
	}
}
