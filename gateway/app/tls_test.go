package app

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cstahub/cstahub/gateway/config"
)

// issued makes a certificate for this machine, signed by parent or by itself,
// and puts it into files.
func issued(t *testing.T, dir, name string, parent *tls.Certificate) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: parent == nil, BasicConstraintsValid: true,
		KeyUsage:    x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	signer, by := any(key), c
	if parent != nil {
		signer, by = parent.PrivateKey, parent.Leaf
	}
	der, err := x509.CreateCertificate(rand.Reader, c, by, key.Public(), signer)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	private := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})
	for file, text := range map[string][]byte{name + ".pem": cert, name + ".key": private} {
		if err := os.WriteFile(filepath.Join(dir, file), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pair, err := tls.X509KeyPair(cert, private)
	if err != nil {
		t.Fatal(err)
	}
	return pair
}

// TestTLS: both doors speak TLS, the TCP door to those alone who show a
// certificate where that is asked for.
func TestTLS(t *testing.T) {
	dir := t.TempDir()
	server, clients := issued(t, dir, "server", nil), issued(t, dir, "clients", nil)
	client, stranger := issued(t, dir, "client", &clients), issued(t, dir, "stranger", &server)
	a := start(t, func(cfg *config.Server) {
		cfg.TLSCert, cfg.TLSKey = filepath.Join(dir, "server.pem"), filepath.Join(dir, "server.key")
		cfg.TCPTLSAddr, cfg.TCPClientCA = "127.0.0.1:0", filepath.Join(dir, "clients.pem")
	})
	roots := x509.NewCertPool()
	roots.AddCert(server.Leaf)
	browser := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
	defer browser.CloseIdleConnections()
	response, err := browser.Get("https://" + a.HTTPAddr() + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("%d", response.StatusCode)
	}
	dial := func(own ...tls.Certificate) error {
		conn, err := tls.Dial("tcp", a.listeners.tcpTLS.Addr().String(), &tls.Config{RootCAs: roots, Certificates: own})
		if err != nil {
			return err
		}
		defer func() { _ = conn.Close() }()
		// With TLS 1.3 a client learns of its refusal when it reads. Rubbish is
		// answered, or the connection closed, by the CSTA door itself.
		if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
			return err
		}
		if _, err := conn.Write([]byte("<nonsense/>\x00")); err != nil {
			return err
		}
		_, err = conn.Read(make([]byte, 1))
		return err
	}
	if err := dial(client); err != nil {
		t.Errorf("with a certificate: %v", err)
	}
	if dial() == nil || dial(stranger) == nil {
		t.Error("a client without a certificate, or with a stranger's, is let in")
	}
}

// TestCertificateIsReadAgain, and one that is no good changes nothing.
func TestCertificateIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	first := issued(t, dir, "server", nil)
	c := &certificate{cert: filepath.Join(dir, "server.pem"), key: filepath.Join(dir, "server.key"), log: slog.New(slog.DiscardHandler)}
	if err := c.load(); err != nil {
		t.Fatal(err)
	}
	now := func(when time.Time) string {
		for _, file := range []string{c.cert, c.key} {
			if err := os.Chtimes(file, when, when); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
		}
		c.looked = time.Time{}
		return c.current().Leaf.SerialNumber.String()
	}
	if now(time.Now()) != first.Leaf.SerialNumber.String() {
		t.Error("another certificate")
	}
	second := issued(t, dir, "server", nil)
	if now(time.Now().Add(time.Minute)) != second.Leaf.SerialNumber.String() {
		t.Error("the new certificate is not in force")
	}
	if err := os.WriteFile(c.cert, []byte("half a fi"), 0o600); err != nil {
		t.Fatal(err)
	}
	if now(time.Now().Add(2*time.Minute)) != second.Leaf.SerialNumber.String() {
		t.Error("a bad file took the good certificate out of force")
	}
	if err := os.Remove(c.key); err != nil {
		t.Fatal(err)
	}
	if now(time.Now()) != second.Leaf.SerialNumber.String() {
		t.Error("a missing file took the good certificate out of force")
	}
}
