package config

import (
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
)

// parse reads and validates flags as the command line does.
func parse(t *testing.T, args ...string) (*Server, error) {
	t.Helper()
	var c Server
	p, err := kong.New(&c, kong.Vars{"data_dir": "x"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse(args); err != nil {
		return nil, err
	}
	return &c, nil
}

func TestDefaultsAreSafe(t *testing.T) {
	c, err := parse(t)
	if err != nil {
		t.Fatal(err)
	}
	if !Loopback(c.HTTPAddr) || !Loopback(c.TCPAddr) || c.Demo || len(c.AllowOrigin) != 0 || c.LoginTime != 10*time.Second {
		t.Errorf("%+v", c)
	}
}

func TestEnvironment(t *testing.T) {
	t.Setenv("CSTAHUB_HTTP_ADDR", "127.0.0.1:9999")
	t.Setenv("CSTAHUB_ALLOW_ORIGIN", "https://a.example,https://b.example")
	c, err := parse(t)
	if err != nil || c.HTTPAddr != "127.0.0.1:9999" || len(c.AllowOrigin) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err = parse(t, "--http-addr", "127.0.0.1:1"); err != nil || c.HTTPAddr != "127.0.0.1:1" {
		t.Errorf("a flag must win over the environment: %+v, %v", c, err)
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		args string
		want string // part of the error, empty for none
	}{
		{"--demo", ""},
		{"--demo --http-addr localhost:80", ""},
		{"--demo --http-addr [::1]:80", ""},
		{"--demo --http-addr 0.0.0.0:80", "--demo-password"},
		{"--demo --tcp-addr :4721", "--demo-password"},
		{"--demo --http-addr 0.0.0.0:80 --demo-password long-enough", ""},
		{"--demo --http-addr 0.0.0.0:80 --demo-password short", "--demo-password"},
		{"--demo --http-addr 0.0.0.0:80 --demo-password=", "--demo-password"},
		{"--demo --demo-password=", "--demo-password"},
		{"--http-addr 0.0.0.0:80", ""},
		{"--http-addr 8080", "--http-addr"},
		{"--allow-origin https://crm.example.com", ""},
		{"--allow-origin https://crm.example.com:8443", ""},
		{"--allow-origin *", "name the origins"},
		{"--allow-origin crm.example.com", "scheme"},
		{"--allow-origin https://crm.example.com/page", "no path"},
		{"--allow-origin ftp://crm.example.com", "scheme"},
		{"--login-time 0s", "--login-time"},
		{"--token-time=-1s", "--token-time"},
		{"--drain-time=-1s", "--drain-time"},
		{"--keep-audit=-1", "--keep-audit"},
	} {
		_, err := parse(t, strings.Fields(tt.args)...)
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.args, err, tt.want)
		}
	}
}
