package app

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/cstahub/cstahub/gateway/config"
)

// certificateLook is how often, at most, it is looked whether the certificate
// has changed.
const certificateLook = time.Second

// certificate is a certificate in files that are read again when they change.
// Files that cannot be used leave the one before in force.
type certificate struct {
	cert, key string
	log       *slog.Logger

	mu     sync.Mutex
	looked time.Time
	seen   [2]time.Time // when the files were last written
	loaded *tls.Certificate
}

// transportSecurity is what TLS needs, nil where it is not configured.
type transportSecurity struct{ http, tcp *tls.Config }

// loadTLS reads the certificate and the clients' root certificates.
func loadTLS(cfg *config.Server, log *slog.Logger) (*transportSecurity, error) {
	if cfg.TLSCert == "" {
		return nil, nil //nolint:nilnil // no TLS is no error
	}
	c := &certificate{cert: cfg.TLSCert, key: cfg.TLSKey, log: log}
	if err := c.load(); err != nil {
		return nil, err
	}
	get := func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.current(), nil }
	s := &transportSecurity{
		http: &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: get, NextProtos: []string{"http/1.1"}},
		tcp:  &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: get},
	}
	if cfg.TCPClientCA == "" {
		return s, nil
	}
	text, err := os.ReadFile(cfg.TCPClientCA)
	if err != nil {
		return nil, fmt.Errorf("--tcp-client-ca: %w", err)
	}
	s.tcp.ClientCAs = x509.NewCertPool()
	if !s.tcp.ClientCAs.AppendCertsFromPEM(text) {
		return nil, fmt.Errorf("--tcp-client-ca %s: there is no certificate in it", cfg.TCPClientCA)
	}
	s.tcp.ClientAuth = tls.RequireAndVerifyClientCert
	return s, nil
}

// load reads the files.
func (c *certificate) load() error {
	seen, err := c.written()
	if err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	loaded, err := tls.LoadX509KeyPair(c.cert, c.key)
	if err != nil {
		return fmt.Errorf("certificate %s: %w", c.cert, err)
	}
	c.loaded, c.seen = &loaded, seen
	return nil
}

func (c *certificate) written() (times [2]time.Time, err error) {
	for i, name := range []string{c.cert, c.key} {
		info, failed := os.Stat(name)
		if failed != nil {
			err = errors.Join(err, failed)
			continue
		}
		times[i] = info.ModTime()
	}
	return times, err
}

// current gives the certificate, as it stands in the files now.
func (c *certificate) current() *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := time.Now(); now.Sub(c.looked) >= certificateLook {
		c.looked = now
		if seen, err := c.written(); err != nil || seen != c.seen {
			if err == nil {
				err = c.load()
			}
			if err != nil {
				c.log.Warn("certificate could not be read again; the one before stays in force", "error", err)
			} else {
				c.log.Info("certificate was read again", "file", c.cert)
			}
		}
	}
	return c.loaded
}
