package app

import (
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/gateway/config"
)

// TestPortInUse: a server that cannot listen everywhere says so, and listens
// nowhere.
func TestPortInUse(t *testing.T) {
	dir := t.TempDir()
	issued(t, dir, "server", nil)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	// free gives addresses that nobody listens at, or not for long.
	free := func() string {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = l.Close() }()
		return l.Addr().String()
	}
	for what, address := range map[string]func(*config.Server) *string{
		"HTTP":              func(c *config.Server) *string { return &c.HTTPAddr },
		"CSTA":              func(c *config.Server) *string { return &c.TCPAddr },
		"CSTA with TLS":     func(c *config.Server) *string { return &c.TCPTLSAddr },
		"OpenScape clients": func(c *config.Server) *string { return &c.OpenScapeAddr },
	} {
		t.Run(what, func(t *testing.T) {
			cfg := testConfig(t)
			cfg.TLSCert, cfg.TLSKey = filepath.Join(dir, "server.pem"), filepath.Join(dir, "server.key")
			cfg.OpenScapeClient = map[string]string{"127.0.0.1": "crm@demo"}
			all := []*string{&cfg.HTTPAddr, &cfg.TCPAddr, &cfg.TCPTLSAddr, &cfg.OpenScapeAddr}
			for _, addr := range all {
				*addr = free()
			}
			*address(cfg) = taken.Addr().String()
			a, err := New(cfg, slog.New(slog.DiscardHandler))
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Start(); err == nil || !strings.Contains(err.Error(), "listen for "+what) || !strings.Contains(err.Error(), "in use") {
				t.Errorf("started with %v", err)
			}
			for _, addr := range all {
				if addr == address(cfg) {
					continue
				}
				l, err := net.Listen("tcp", *addr)
				if err != nil {
					t.Errorf("it still listens: %v", err)
					continue
				}
				_ = l.Close()
			}
			if err := a.Stop(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}
