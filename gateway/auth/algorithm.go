package auth

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"fmt"
	"slices"
	"strings"
)

// minRSA is how many bits an RSA key must have (RFC 7518, 3.3).
const minRSA = 2048

// algorithms are the signature algorithms that are understood (RFC 7518, 3.1,
// and RFC 8037), each with the check that a key belongs to it. "none" is not
// among them.
var algorithms = map[string]func(key any) error{
	"HS256": secretOf(32), "HS384": secretOf(48), "HS512": secretOf(64),
	"RS256": rsaKey, "RS384": rsaKey, "RS512": rsaKey,
	"PS256": rsaKey, "PS384": rsaKey, "PS512": rsaKey,
	"ES256": curve(256), "ES384": curve(384), "ES512": curve(521),
	"EdDSA": edwardsKey,
}

// Algorithms lists the signature algorithms that can be configured.
func Algorithms() []string {
	names := make([]string, 0, len(algorithms))
	for name := range algorithms {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// symmetric reports whether an algorithm's key is a secret, with which whoever
// can check tokens can make them too.
func symmetric(algorithm string) bool { return strings.HasPrefix(algorithm, "HS") }

// fits says whether a key may be used with an algorithm. A key that fits one
// family of algorithms fits no other, so that none can be taken for another.
func fits(algorithm string, key any) error {
	check, known := algorithms[algorithm]
	if !known {
		return fmt.Errorf("algorithm %q is not one of %s", algorithm, strings.Join(Algorithms(), ", "))
	}
	if err := check(key); err != nil {
		return fmt.Errorf("%s: %w", algorithm, err)
	}
	return nil
}

// secretOf checks for a secret as long as the hash (RFC 7518, 3.2).
func secretOf(length int) func(any) error {
	return func(key any) error {
		secret, ok := key.([]byte)
		switch {
		case !ok:
			return fmt.Errorf("the key is a %T, not a secret", key)
		case len(secret) < length:
			return fmt.Errorf("the secret has %d bytes, want at least %d", len(secret), length)
		}
		return nil
	}
}

func rsaKey(key any) error {
	public, ok := key.(*rsa.PublicKey)
	switch {
	case !ok:
		return fmt.Errorf("the key is a %T, not an RSA public key", key)
	case public.N.BitLen() < minRSA:
		return fmt.Errorf("the RSA key has %d bits, want at least %d", public.N.BitLen(), minRSA)
	}
	return nil
}

func curve(bits int) func(any) error {
	return func(key any) error {
		public, ok := key.(*ecdsa.PublicKey)
		switch {
		case !ok:
			return fmt.Errorf("the key is a %T, not an ECDSA public key", key)
		case public.Curve.Params().BitSize != bits:
			return fmt.Errorf("the key is on a curve of %d bits, want %d", public.Curve.Params().BitSize, bits)
		}
		if _, err := public.ECDH(); err != nil {
			return fmt.Errorf("the key is no point of its curve: %w", err)
		}
		return nil
	}
}

func edwardsKey(key any) error {
	if public, ok := key.(ed25519.PublicKey); !ok || len(public) != ed25519.PublicKeySize {
		return fmt.Errorf("the key is a %T, not an Ed25519 public key", key)
	}
	return nil
}
