package auth

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestBrake(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b brake
		for range failBurst {
			if !b.open("a") {
				t.Fatal("slowed down at once")
			}
			b.failed("a")
		}
		if b.open("a") || !b.open("b") {
			t.Error("the wrong one is slowed down")
		}
		time.Sleep(failEvery)
		if !b.open("a") {
			t.Error("slowed down for ever")
		}
		b.failed("a")
		if b.open("a") {
			t.Error("another failure is free")
		}
		for i := range 2 * maxBraked {
			b.failed(fmt.Sprint(i))
		}
		if len(b.fails) > maxBraked {
			t.Errorf("%d are remembered", len(b.fails))
		}
	})
}
