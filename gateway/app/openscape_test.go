package app

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"path/filepath"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
	"github.com/cstahub/cstahub/gateway/config"
)

// TestOpenScapeClient: a program waits for the server's SystemStatus, answers
// it, registers, and works without ever logging in, as who it is by its address.
func TestOpenScapeClient(t *testing.T) {
	a := start(t, func(c *config.Server) {
		c.OpenScapeAddr = "127.0.0.1:0"
		c.OpenScapeClient = map[string]string{"127.0.0.0/8": "crm@demo", "192.0.2.1": "alice@demo"}
	})
	received := make(chan client.Received, 100)
	c, err := client.Dial(t.Context(), a.listeners.openScape.Addr().String(), xmltcp.J2, func(r client.Received) { received <- r })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	first := <-received
	if status, ok := first.Message.(*csta.SystemStatus); !ok || status.SystemStatus != csta.SystemStatusValueNormal {
		t.Fatalf("the server says first: %s", first.Document)
	}
	if err := c.Send("0000", csta.AppendXML(nil, &csta.SystemStatusResponse{}, csta.ED4)); err != nil {
		t.Fatal(err)
	}
	for _, m := range []csta.Message{
		&csta.SystemRegister{RequestTypes: csta.RequestTypesSystemStatus},
		&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device("200")}},
		&csta.MakeCall{CallingDevice: csta.Device("200"), CalledDirectoryNumber: csta.Device("201"), AutoOriginate: csta.AutoOriginateDoNotPrompt},
	} {
		if _, err := c.Do(t.Context(), m, csta.ED4); err != nil {
			t.Fatalf("%s: %v", m.Name(), err)
		}
	}
	for {
		select {
		case r := <-received:
			if _, ok := r.Message.(*csta.DeliveredEvent); ok {
				return
			}
		case <-time.After(patience):
			t.Fatal("Delivered does not come")
		}
	}
}

// TestOpenScapeCertificate: a program is known by the name in its certificate;
// one that is believed but not named is not let in.
func TestOpenScapeCertificate(t *testing.T) {
	dir := t.TempDir()
	server, clients := issued(t, dir, "server", nil), issued(t, dir, "clients", nil)
	known, other := issued(t, dir, "crm", &clients), issued(t, dir, "other", &clients)
	a := start(t, func(c *config.Server) {
		c.TLSCert, c.TLSKey = filepath.Join(dir, "server.pem"), filepath.Join(dir, "server.key")
		c.TCPTLSAddr, c.TCPClientCA = "127.0.0.1:0", filepath.Join(dir, "clients.pem")
		c.OpenScapeAddr, c.OpenScapeClient = "127.0.0.1:0", map[string]string{"cn:crm": "crm@demo"}
	})
	roots := x509.NewCertPool()
	roots.AddCert(server.Leaf)
	hears := func(own tls.Certificate) bool {
		c, err := tls.Dial("tcp", a.listeners.openScape.Addr().String(), &tls.Config{RootCAs: roots, Certificates: []tls.Certificate{own}})
		if err != nil {
			return false
		}
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(patience))
		_, err = io.ReadFull(c, make([]byte, 8))
		return err == nil
	}
	if !hears(known) {
		t.Error("the server does not speak to the client that it knows")
	}
	if hears(other) {
		t.Error("the server speaks to a client that it does not know")
	}
}

// TestOpenScapeStranger: who is not known by his address is not let in.
func TestOpenScapeStranger(t *testing.T) {
	a := start(t, func(c *config.Server) {
		c.OpenScapeAddr = "127.0.0.1:0"
		c.OpenScapeClient = map[string]string{"192.0.2.0/24": "crm@demo"}
	})
	c, err := net.Dial("tcp", a.listeners.openScape.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	_ = c.SetReadDeadline(time.Now().Add(patience))
	if n, err := c.Read(make([]byte, 1)); n > 0 {
		t.Errorf("a stranger is told something: %v", err)
	}
}

// TestOpenScapeClientOfUserWhoIsGone: who was disabled while the server runs is
// not let in any more.
func TestOpenScapeClientOfUserWhoIsGone(t *testing.T) {
	a := start(t, func(c *config.Server) {
		c.OpenScapeAddr = "127.0.0.1:0"
		c.OpenScapeClient = map[string]string{"127.0.0.0/8": "crm@demo"}
	})
	crm, err := a.store.Users.Get(t.Context(), "demo", "crm@demo")
	if err != nil {
		t.Fatal(err)
	}
	spoken := func() bool {
		c, err := net.Dial("tcp", a.listeners.openScape.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		_ = c.SetReadDeadline(time.Now().Add(patience))
		n, _ := c.Read(make([]byte, 1))
		return n > 0
	}
	if !spoken() {
		t.Error("the client is not let in at first")
	}
	crm.Disabled = true
	if _, err := a.store.Users.Update(t.Context(), crm); err != nil {
		t.Fatal(err)
	}
	if spoken() {
		t.Error("a client is let in as a user who is disabled")
	}
}

func TestOpenScapeUser(t *testing.T) {
	cfg := testConfig(t)
	cfg.OpenScapeAddr, cfg.OpenScapeClient = "127.0.0.1:0", map[string]string{"192.0.2.1": "nobody@demo"}
	if a, err := New(cfg, slog.New(slog.DiscardHandler)); err == nil {
		t.Error("a client may act as a user that there is not")
		_ = a.Stop(t.Context())
	}
}

// from is a connection from an address.
type from struct {
	net.Conn
	addr netip.AddrPort
}

func (f from) RemoteAddr() net.Addr { return net.TCPAddrFromAddrPort(f.addr) }

// TestIdentifyClient: the narrowest network counts.
func TestIdentifyClient(t *testing.T) {
	known := make(map[config.Client]string)
	for text, user := range map[string]string{"192.0.2.0/24": "net", "192.0.2.7": "host", "2001:db8::/32": "six", "cn:crm": "name"} {
		c, err := config.ParseClient(text)
		if err != nil {
			t.Fatal(err)
		}
		known[c] = user
	}
	for addr, want := range map[string]string{
		"192.0.2.7:1": "host", "192.0.2.8:1": "net", "[::ffff:192.0.2.8]:1": "net", "[2001:db8::1]:1": "six", "198.51.100.1:1": "", "[2001:db9::1]:1": "",
	} {
		who, ok := identifyClient(t.Context(), from{addr: netip.MustParseAddrPort(addr)}, known)
		if ok != (want != "") || ok && who != want {
			t.Errorf("%s: %v %v, want %q", addr, who, ok, want)
		}
	}
	for _, bad := range []string{"", "cn:", "192.0.2.0/33", "example.com"} {
		if _, err := config.ParseClient(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
