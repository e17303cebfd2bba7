package rest

import (
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"
)

// TestTrunkRate: a tenant that has too many calls come in waits, others do not.
func TestTrunkRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := &trunk{tenants: make(map[string]*rate.Limiter)}
		for range trunkBurst {
			if tr.wait("demo") != 0 {
				t.Fatal("a call within the burst waits")
			}
		}
		if tr.wait("demo") != trunkEvery || tr.wait("acme") != 0 {
			t.Error("one tenant is not held to its rate, or another is")
		}
		time.Sleep(trunkEvery)
		if tr.wait("demo") != 0 || tr.wait("demo") == 0 {
			t.Error("there is not one call after a wait")
		}
	})
}
