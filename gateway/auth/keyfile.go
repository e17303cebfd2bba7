package auth

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"strings"
)

// maxKeyFile bounds a key file, in bytes.
const maxKeyFile = 64 << 10

// Key is a key of an issuer, pinned to one algorithm.
type Key struct {
	// ID is the kid that tokens made with the key name. A token that names none
	// is good with a key that has none, where that is the issuer's only key for
	// the token's algorithm.
	ID string
	// Algorithm is the only one the key is used with, such as "RS256".
	Algorithm string
	// key is a []byte for HS*, otherwise a public key.
	key any
}

// ReadKey reads a key of an issuer from a file: for RS*, PS*, ES* and EdDSA a
// public key or a certificate in PEM; for HS* the secret itself, in base64
// after "base64:", white space at the end dropped.
func ReadKey(id, algorithm, file string) (Key, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return Key{}, fmt.Errorf("key: %w", err)
	}
	k, err := parseKey(id, algorithm, content)
	if err != nil {
		return Key{}, fmt.Errorf("key %s: %w", file, err)
	}
	return k, nil
}

func parseKey(id, algorithm string, content []byte) (Key, error) {
	if len(content) > maxKeyFile {
		return Key{}, fmt.Errorf("over %d bytes", maxKeyFile)
	}
	read := publicKey
	if symmetric(algorithm) {
		read = secretKey
	}
	key, err := read(content)
	if err != nil {
		return Key{}, err
	}
	if err := fits(algorithm, key); err != nil {
		return Key{}, err
	}
	return Key{ID: id, Algorithm: algorithm, key: key}, nil
}

// secretKey reads a shared secret. What everybody may know, such as a public
// key, is none.
func secretKey(content []byte) (any, error) {
	if bytes.Contains(content, []byte("-----BEGIN ")) {
		return nil, errors.New("this is PEM, which is no shared secret")
	}
	text := strings.TrimRight(string(content), "\r\n\t ")
	coded, ok := strings.CutPrefix(text, "base64:")
	if !ok {
		return []byte(text), nil
	}
	secret, err := base64.StdEncoding.DecodeString(coded)
	if err != nil {
		return nil, fmt.Errorf("after base64: %w", err)
	}
	return secret, nil
}

// publicKey reads the first PEM block. A private key is refused: it does not
// belong on the machine that checks tokens.
func publicKey(content []byte) (any, error) {
	block, _ := pem.Decode(content)
	if block == nil {
		return nil, errors.New("no PEM in it")
	}
	switch {
	case block.Type == "CERTIFICATE":
		cert, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, err
		}
		return cert.PublicKey, nil
	case block.Type == "RSA PUBLIC KEY":
		return asKey(x509.ParsePKCS1PublicKey(block.Bytes))
	case block.Type == "PUBLIC KEY":
		return asKey(x509.ParsePKIXPublicKey(block.Bytes))
	case strings.HasSuffix(block.Type, "PRIVATE KEY"):
		return nil, errors.New("this is a private key; tokens are checked with the public one")
	default:
		return nil, fmt.Errorf("PEM of type %q is no public key", block.Type)
	}
}

// asKey drops the type of a parsed key.
func asKey[K crypto.PublicKey](key K, err error) (any, error) { return key, err }
