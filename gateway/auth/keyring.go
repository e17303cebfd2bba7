package auth

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// ring is keys of ours: the first signs, and tokens signed with any are good.
type ring []ringKey

type ringKey struct {
	id     string // the kid of its tokens
	secret []byte
}

// idOf names a key: by a hash, from which a random key cannot be found.
func idOf(secret []byte) string {
	sum := sha256.Sum256(secret)
	return hex.EncodeToString(sum[:8])
}

func ringOf(secrets [][]byte) ring {
	r := make(ring, len(secrets))
	for i, secret := range secrets {
		r[i] = ringKey{idOf(secret), secret}
	}
	return r
}

func (r ring) signing() ringKey { return r[0] }

// keyFor implements jwt.Keyfunc: the key that a token names, or, where it names
// none, each of them.
func (r ring) keyFor(t *jwt.Token) (any, error) {
	kid, named := t.Header["kid"]
	var set jwt.VerificationKeySet
	for _, k := range r {
		if !named {
			set.Keys = append(set.Keys, k.secret)
		} else if kid == k.id {
			return k.secret, nil
		}
	}
	if named {
		return nil, fmt.Errorf("there is no key %.40q", fmt.Sprint(kid))
	}
	return set, nil
}

// keyring gives the keys as they are now.
type keyring interface{ ring() ring }

// fixedKeys do not change.
type fixedKeys struct{ keys ring }

func (f *fixedKeys) ring() ring { return f.keys }

const (
	// keysLook is how often, at most, it is looked whether keys have changed.
	keysLook = time.Second
	// folderTick is how far apart two changes of a folder are, at most, that may
	// leave it with the same time.
	folderTick = 3 * time.Second
)

// keyFiles are the keys in a data folder, which may be rotated while the server
// runs. Files that cannot be used leave those before in force.
type keyFiles struct {
	dataDir string
	log     *slog.Logger

	mu     sync.Mutex
	looked time.Time
	seen   time.Time // when a file was last made or removed in the folder
	keys   ring
}

// OpenTokens gives tokens signed with the newest key of a data folder, and good
// with each that is in it. A folder without any is given one.
func OpenTokens(dataDir string, log *slog.Logger) (*Tokens, error) {
	f := &keyFiles{dataDir: dataDir, log: log}
	if err := f.load(); err != nil {
		return nil, err
	}
	return newTokens(f, time.Now), nil
}

// load reads the keys. f.mu is held.
func (f *keyFiles) load() error {
	if _, err := loadKey(f.dataDir); err != nil { // makes it where there is none
		return err
	}
	info, err := os.Stat(f.dataDir) // before they are read, so that no change is missed
	if err != nil {
		return fmt.Errorf("token key: %w", err)
	}
	secrets, err := loadKeys(f.dataDir)
	if err != nil {
		return err
	}
	f.keys, f.seen = ringOf(secrets), info.ModTime()
	if time.Since(f.seen) < folderTick {
		f.seen = time.Time{} // another change may get the same time: look again
	}
	return nil
}

func (f *keyFiles) ring() ring {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := time.Now()
	if now.Sub(f.looked) < keysLook {
		return f.keys
	}
	f.looked = now
	info, err := os.Stat(f.dataDir)
	if err == nil && info.ModTime().Equal(f.seen) {
		return f.keys
	}
	before := f.keys
	if err == nil {
		err = f.load()
	}
	if err != nil {
		f.log.Warn("token keys could not be read again; those before stay in force", "error", err)
	} else if before.signing().id != f.keys.signing().id || len(before) != len(f.keys) {
		f.log.Info("token keys were read again", "signing", f.keys.signing().id, "keys", len(f.keys))
	}
	return f.keys
}
