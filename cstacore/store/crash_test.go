package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

const (
	// victimVariable has the test's binary write to a store instead of testing.
	victimVariable = "CSTAHUB_TEST_VICTIM"
	// crashesVariable sets how often a process that writes is killed.
	crashesVariable = "CSTAHUB_CRASHES"
	crashes         = 5
	victims         = 6
)

// victim makes changes of every kind, on several goroutines, and says after
// each that it was acknowledged: a goroutine's number and how many it has made.
// The store is in the folder in which it runs.
func victim() {
	ctx := context.Background()
	s, err := Open(ctx, ".", quiet)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	var said sync.Mutex
	for g := range victims {
		go func() {
			last, err := acknowledged(ctx, s, g)
			for n := last + 1; err == nil; n++ {
				if err = makeChange(ctx, s, g, n); err == nil {
					said.Lock()
					fmt.Println(g, n)
					said.Unlock()
				}
			}
			fmt.Println("error", g, err)
		}()
	}
	select {}
}

// makeChange is the n-th change of a goroutine; each has a kind of its own.
func makeChange(ctx context.Context, s *SQLite, g, n int) error {
	now := time.Now()
	switch g {
	case 0: // the setting of a feature
		f := record.FeatureSetting{Tenant: "one", Device: "200", Name: "n", Value: strconv.Itoa(n)}
		return s.Append(ctx, "one", []record.Entry{{Kind: record.FeatureSet, Feature: &f}})
	case 1: // an edit
		d, err := s.Devices.Get(ctx, "one", "201")
		if err != nil {
			return err
		}
		d.Name = strconv.Itoa(n)
		_, err = s.Devices.Update(ctx, d)
		return err
	case 2: // the exchange of a refresh token
		_, err := s.RotateRefresh(ctx, fmt.Sprint("token", n-1), fmt.Sprint("token", n), now, now.Add(time.Hour))
		return err
	case 3: // the audit log
		return s.AppendAudit(ctx, record.AuditEntry{Time: now, Tenant: "one", Detail: strconv.Itoa(n)})
	case 4: // a new row with what it refers to
		_, err := s.Users.Create(ctx, record.User{ID: fmt.Sprintf("u%09d@one", n), Tenant: "one", Role: record.RoleAgent, Device: "200", Teams: []string{"north"}})
		return err
	default: // the setting of another feature, to and from the default
		f := record.FeatureSetting{Tenant: "one", Device: "200", Name: fmt.Sprint("f", n%7), Value: strconv.Itoa(n)}
		if err := s.Append(ctx, "one", []record.Entry{{Kind: record.FeatureSet, Feature: &f}}); err != nil {
			return err
		}
		last := record.FeatureSetting{Tenant: "one", Device: "200", Name: "last", Value: strconv.Itoa(n)}
		return s.Append(ctx, "one", []record.Entry{{Kind: record.FeatureSet, Feature: &last}})
	}
}

// acknowledged reads from the store which change of a goroutine was the last.
func acknowledged(ctx context.Context, s *SQLite, g int) (int, error) {
	setting := func(name string) (int, error) {
		features, err := s.Features(ctx, "one")
		for _, f := range features {
			if f.Name == name {
				return strconv.Atoi(f.Value)
			}
		}
		return 0, err
	}
	switch g {
	case 0:
		return setting("n")
	case 1:
		d, err := s.Devices.Get(ctx, "one", "201")
		if err != nil {
			return 0, err
		}
		return strconv.Atoi(d.Name)
	case 2:
		var spent int
		err := s.reader.QueryRowContext(ctx, "SELECT count(*) FROM refresh_token WHERE spent <> 0").Scan(&spent)
		return spent, err
	case 3:
		entries, _, err := s.Audit(ctx, "one", &AuditFilter{}, "", 1)
		if err != nil || len(entries) == 0 {
			return 0, err
		}
		return strconv.Atoi(entries[0].Detail)
	case 4:
		users, err := s.Users.List(ctx, "one", "u", 0)
		n := 0
		for _, u := range users {
			if digits, ok := strings.CutPrefix(u.ID, "u0"); ok {
				n, _ = strconv.Atoi(strings.TrimSuffix(digits, "@one"))
				if len(u.Teams) != 1 {
					return 0, fmt.Errorf("half a user: %+v", u)
				}
			}
		}
		return n, err
	default:
		return setting("last")
	}
}

// TestNothingAcknowledgedIsLost kills a process that writes, at any moment, and
// looks for what it said was acknowledged.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	rounds := crashes
	if text := os.Getenv(crashesVariable); text != "" {
		var err error
		if rounds, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	s := openTest(t, dir)
	one := testDirectory("one")
	one.Devices[1].Name = "0"
	family := record.RefreshFamily{ID: "f", Tenant: "one", User: "ann@one", Created: time.Now(), Expires: time.Now().Add(time.Hour)}
	if err := errors.Join(s.CreateDirectory(t.Context(), one), s.CreateRefresh(t.Context(), family, generationOf(t, s, "ann@one"), "token0"), s.Close()); err != nil {
		t.Fatal(err)
	}
	all := 0
	for round := range rounds {
		said := runVictim(t, dir, time.Duration(20+rand.IntN(200))*time.Millisecond)
		s, err := Open(t.Context(), dir, quiet)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, s)
		for g := range victims {
			n, err := acknowledged(t.Context(), s, g)
			// One more may have been written and not been said.
			if err != nil || n < said[g] || said[g] > 0 && n > said[g]+1 {
				t.Errorf("round %d: goroutine %d was told of change %d, the store has %d, %v", round, g, said[g], n, err)
			}
			all += said[g]
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if all == 0 {
		t.Error("nothing was ever acknowledged")
	}
}

// runVictim runs a process that writes for a while after its first word, and
// gives the last change of each goroutine that it said was acknowledged.
func runVictim(t *testing.T, dir string, after time.Duration) [victims]int {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), victimVariable+"=yes")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var said [victims]int
	var timer *time.Timer
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if timer == nil {
			timer = time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
			defer timer.Stop()
		}
		var g, n int
		if _, err := fmt.Sscan(lines.Text(), &g, &n); err != nil {
			t.Errorf("the process says %q", lines.Text())
			continue
		}
		said[g] = n
	}
	_ = cmd.Wait() // it was killed
	return said
}
