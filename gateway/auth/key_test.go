package auth

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/cstacore/access"
)

func TestKeyIsMadeOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	keys := make([][][]byte, 8)
	var wg sync.WaitGroup
	for i := range keys {
		wg.Go(func() {
			var err error
			if keys[i], err = loadKeys(dir); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, k := range keys {
		if len(k) != 1 || len(k[0]) != keyLength || !bytes.Equal(k[0], keys[0][0]) {
			t.Errorf("two processes that start together have different keys")
		}
	}
	info, err := os.Stat(filepath.Join(dir, keyFile))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key file: %v, %v", info.Mode(), err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("beside the key there are %v, %v", left, err)
	}
	if err := os.WriteFile(filepath.Join(dir, keyFile), []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := loadKeys(dir); err == nil {
		t.Error("a key of five bytes is taken")
	}
}

// TestKeysRotate: a new key signs, those before check until they are retired,
// and a server that runs notices within a second.
func TestKeysRotate(t *testing.T) {
	// The bubble's clock is what "within a second" is told by; the files have
	// their times from the machine's.
	synctest.Test(t, func(t *testing.T) {
		dir := t.TempDir()
		running, err := OpenTokens(dir, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		issue := func(tokens *Tokens) string {
			t.Helper()
			time.Sleep(keysLook)
			token, err := tokens.Issue(principalForKeys, "", time.Hour)
			if err != nil {
				t.Fatal(err)
			}
			return token
		}
		good := func(what string, tokens *Tokens, token string, want bool) {
			t.Helper()
			if _, err := tokens.verify(token); (err == nil) != want {
				t.Errorf("%s: %v", what, err)
			}
		}
		first := issue(running)
		if err := RotateKey(dir); err != nil {
			t.Fatal(err)
		}
		second := issue(running)
		restarted, err := OpenTokens(dir, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		for name, tokens := range map[string]*Tokens{"the running server": running, "one started later": restarted} {
			good("first, "+name, tokens, first, true)
			good("second, "+name, tokens, second, true)
			good("one that names no key of ours, "+name, tokens, mustIssue(t, NewTokens(testKey)), false)
		}
		list, err := Keys(dir)
		if err != nil || len(list) != 2 || !list[0].Signs || list[1].Signs || kidOf(t, second) != list[0].ID || kidOf(t, first) != list[1].ID {
			t.Fatalf("%+v, %v; the tokens name %s and %s", list, err, kidOf(t, first), kidOf(t, second))
		}
		if retired, err := RetireKeys(dir, list[1].Since.Add(-time.Second)); err != nil || len(retired) != 0 {
			t.Errorf("retired too early: %v, %v", retired, err)
		}
		if retired, err := RetireKeys(dir, list[1].Since); err != nil || len(retired) != 1 || retired[0] != list[1].ID {
			t.Errorf("%v, %v", retired, err)
		}
		time.Sleep(keysLook)
		good("first, retired", running, first, false)
		good("second, which signs", running, second, true)
		// Files that cannot be used change nothing.
		if err := os.WriteFile(filepath.Join(dir, oldKeys+strings.Repeat("0", 16)), []byte("short"), 0o600); err != nil {
			t.Fatal(err)
		}
		time.Sleep(keysLook)
		good("second, with a broken file beside it", running, second, true)
		if err := os.Remove(filepath.Join(dir, oldKeys+strings.Repeat("0", 16))); err != nil {
			t.Fatal(err)
		}
		for range maxKeys - 1 {
			if err := RotateKey(dir); err != nil {
				t.Fatal(err)
			}
		}
		if err := RotateKey(dir); err == nil {
			t.Error("keys grow without end")
		}
	})
}

// TestRotationBreaksOff: a crash in the middle leaves the key that was there.
func TestRotationBreaksOff(t *testing.T) {
	dir := t.TempDir()
	before, err := loadKeys(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Link(filepath.Join(dir, keyFile), filepath.Join(dir, oldKeys+idOf(before[0]))); err != nil {
		t.Fatal(err)
	}
	if after, err := loadKeys(dir); err != nil || len(after) != 1 || !bytes.Equal(after[0], before[0]) {
		t.Errorf("%d keys, %v", len(after), err)
	}
	if list, err := Keys(dir); err != nil || len(list) != 1 || !list[0].Signs {
		t.Errorf("%+v, %v", list, err)
	}
	if err := RotateKey(dir); err != nil {
		t.Fatal(err)
	}
	if list, err := Keys(dir); err != nil || len(list) != 2 || list[1].ID != idOf(before[0]) {
		t.Errorf("%+v, %v", list, err)
	}
}

var principalForKeys = &access.Principal{User: "alice@demo", Tenant: "demo"}

func mustIssue(t *testing.T, tokens *Tokens) string {
	t.Helper()
	token, err := tokens.Issue(principalForKeys, "", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// kidOf gives the key that a token names.
func kidOf(t *testing.T, token string) string {
	t.Helper()
	parsed, _, err := jwt.NewParser().ParseUnverified(token, jwt.MapClaims{})
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Header["kid"].(string)
}

// TestKeysChangeTwiceAtOnce: a change that leaves the folder with the time that
// it had is noticed too.
func TestKeysChangeTwiceAtOnce(t *testing.T) {
	dir := t.TempDir()
	f := &keyFiles{dataDir: dir, log: slog.New(slog.DiscardHandler)}
	if err := f.load(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := RotateKey(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(dir, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if n := len(f.ring()); n != 2 {
		t.Errorf("there are %d keys, want 2", n)
	}
}

// TestOldKeyCeasesNow: a key that has signed for long has ceased to only when it
// is replaced.
func TestOldKeyCeasesNow(t *testing.T) {
	dir := t.TempDir()
	if _, err := loadKeys(dir); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-1000 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, keyFile), long, long); err != nil {
		t.Fatal(err)
	}
	if err := RotateKey(dir); err != nil {
		t.Fatal(err)
	}
	retired, err := RetireKeys(dir, time.Now().Add(-time.Hour))
	if err != nil || len(retired) != 0 {
		t.Errorf("retired %v, %v", retired, err)
	}
	if left, err := Keys(dir); err != nil || len(left) != 2 {
		t.Errorf("%v, %v", left, err)
	}
}
