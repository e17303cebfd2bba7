package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The cost of a hash: 19 MiB, two passes, one lane, as OWASP's password
// storage guide has it for argon2id. Hashes made with another cost are still
// verified, up to the limits below.
const (
	hashMemory = 19 << 10 // KiB
	hashPasses = 2
	hashLanes  = 1
	hashLength = 32
	saltLength = 16
)

// maxPassword bounds what a stranger can make us hash, in bytes.
const maxPassword = 1024

var errHashFormat = errors.New("not an argon2id hash in PHC format")

// HashPassword gives the argon2id hash of a password, in PHC format.
func HashPassword(password string) (string, error) {
	if len(password) > maxPassword {
		return "", fmt.Errorf("a password has at most %d bytes", maxPassword)
	}
	salt := make([]byte, saltLength)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("salt: %w", err)
	}
	sum := argon2.IDKey([]byte(password), salt, hashPasses, hashMemory, hashLanes, hashLength)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, hashMemory, hashPasses, hashLanes, b64.EncodeToString(salt), b64.EncodeToString(sum)), nil
}

// hash is a PHC string taken apart.
type hash struct {
	memory, passes uint32
	lanes          uint8
	salt, sum      []byte
}

func parseHash(phc string) (h hash, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return h, errHashFormat
	}
	var version int
	if _, err := fmt.Sscanf(parts[2], "v=%d", &version); err != nil || version != argon2.Version {
		return h, errHashFormat
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &h.memory, &h.passes, &h.lanes); err != nil {
		return h, errHashFormat
	}
	if h.memory == 0 || h.memory > 1<<20 || h.passes == 0 || h.passes > 100 || h.lanes == 0 {
		return h, errHashFormat
	}
	if h.salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil || len(h.salt) < 8 {
		return h, errHashFormat
	}
	if h.sum, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(h.sum) < 16 {
		return h, errHashFormat
	}
	return h, nil
}

// VerifyPassword reports whether a password belongs to a hash. It takes as
// long for a wrong password as for the right one.
func VerifyPassword(phc, password string) (bool, error) {
	h, err := parseHash(phc)
	if err != nil {
		return false, err
	}
	if len(password) > maxPassword {
		return false, nil
	}
	sum := argon2.IDKey([]byte(password), h.salt, h.passes, h.memory, h.lanes, uint32(len(h.sum)))
	return subtle.ConstantTimeCompare(sum, h.sum) == 1, nil
}
