// Package config is the configuration of the server: one struct in which each
// field stands with its default, its environment variable and its explanation.
// Flags, their help and the documentation are made from it.
package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Data is what every subcommand needs to find what the server keeps.
type Data struct {
	DataDir string `help:"Folder of what must outlive the process: keys and the database." default:"${data_dir}" env:"CSTAHUB_DATA_DIR" type:"path"`
}

// Server configures "cstahub serve".
type Server struct {
	Data `embed:""`

	HTTPAddr string `name:"http-addr" help:"Address for browsers: hub, REST and the web app." default:"127.0.0.1:8080" env:"CSTAHUB_HTTP_ADDR"`
	TCPAddr  string `name:"tcp-addr" help:"Address for CSTA XML over TCP." default:"127.0.0.1:4721" env:"CSTAHUB_TCP_ADDR"`

	TrustedProxy []string `name:"trusted-proxy" help:"Networks, such as 127.0.0.1/32, of proxies whose X-Forwarded-For header is believed. Behind a proxy that is not named all clients have its address, and share what is allowed for one." env:"CSTAHUB_TRUSTED_PROXY" sep:","`

	TLSCert     string `name:"tls-cert" help:"File with the certificate, and those between it and its root, in PEM. With it the HTTP address speaks TLS alone. Read again when it changes." env:"CSTAHUB_TLS_CERT" type:"path"`
	TLSKey      string `name:"tls-key" help:"File with the certificate's private key in PEM." env:"CSTAHUB_TLS_KEY" type:"path"`
	TCPTLSAddr  string `name:"tcp-tls-addr" help:"Address for CSTA XML over TCP with TLS. Opens only with a certificate." default:"127.0.0.1:4722" env:"CSTAHUB_TCP_TLS_ADDR"`
	TCPClientCA string `name:"tcp-client-ca" help:"File with certificates in PEM, one of which must have signed that of each client of the TLS port. Without it clients need none." env:"CSTAHUB_TCP_CLIENT_CA" type:"path"`

	OpenScapeAddr   string            `name:"openscape-addr" help:"Address for CTI programs made for OpenScape, to which the server speaks first and which never log in. Off unless it is given." env:"CSTAHUB_OPENSCAPE_ADDR"`
	OpenScapeClient map[string]string `name:"openscape-client" help:"Who such programs are: an address or network, or cn:NAME for the name in a client certificate, with which that port speaks TLS, and the user they act as, such as 192.0.2.0/24=crm@demo. Others are not let in." env:"CSTAHUB_OPENSCAPE_CLIENT" mapsep:","`
	InMemory        bool              `help:"Keep everything but keys in memory: whatever happens is forgotten when the server ends." env:"CSTAHUB_IN_MEMORY"`

	KeepCallRecords int `help:"Days after which call records are deleted; 0 keeps them for ever." default:"0" env:"CSTAHUB_KEEP_CALL_RECORDS"`
	KeepAudit       int `help:"Days after which entries of the audit log are deleted; 0 keeps them for ever." default:"365" env:"CSTAHUB_KEEP_AUDIT"`

	AllowOrigin []string `help:"Origins, such as https://crm.example.com, whose pages may use the hub and REST. The server's own origin always may." env:"CSTAHUB_ALLOW_ORIGIN" sep:","`

	Demo         bool   `help:"Fill an empty data folder with the tenant demo, and let pages of any http://localhost and http://127.0.0.1 port in." env:"CSTAHUB_DEMO"`
	DemoPassword string `help:"Password of the demo's users." default:"demo" env:"CSTAHUB_DEMO_PASSWORD"`

	LoginTime   time.Duration `help:"How long a connection may take to log in." default:"10s" env:"CSTAHUB_LOGIN_TIME"`
	DrainTime   time.Duration `help:"How long connections may take to end when the server stops." default:"10s" env:"CSTAHUB_DRAIN_TIME"`
	TokenTime   time.Duration `help:"How long an access token from a login is good for." default:"1h" env:"CSTAHUB_TOKEN_TIME"`
	RefreshTime time.Duration `help:"How long a refresh token is good for; it is exchanged for the next one each time it is used." default:"168h" env:"CSTAHUB_REFRESH_TIME"`

	AnswerTime time.Duration `help:"How long the answer to an HTTP request may take to be made and read; what is exported may take longer as long as it moves. The hub has times of its own." default:"1m" env:"CSTAHUB_ANSWER_TIME"`

	LogLevel  string `help:"Least level of what is logged: debug, info, warn or error." default:"info" enum:"debug,info,warn,error" env:"CSTAHUB_LOG_LEVEL"`
	LogFormat string `help:"Form of the log: text or json." default:"text" enum:"text,json" env:"CSTAHUB_LOG_FORMAT"`

	// Issuers stand in the file alone.
	Issuers []Issuer `kong:"-"`
}

// DefaultDemoPassword is the demo's password unless another is given. It is in
// every copy of the documentation.
const DefaultDemoPassword = "demo"

// minPassword is how long the demo's password must be where others can try it.
const minPassword = 8

// DefaultDataDir is where data is kept when nothing else is said: the user's
// own folder for application data.
func DefaultDataDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "cstahub")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "cstahub-data"
	}
	return filepath.Join(home, ".local", "share", "cstahub")
}

// Validate refuses what cannot work or would not be safe, all of it at once.
// The command line calls it after parsing.
func (c *Server) Validate() error {
	var errs []error
	for _, a := range []struct{ flag, addr string }{{"--http-addr", c.HTTPAddr}, {"--tcp-addr", c.TCPAddr}, {"--tcp-tls-addr", c.TCPTLSAddr}} {
		if _, _, err := net.SplitHostPort(a.addr); err != nil {
			errs = append(errs, fmt.Errorf("%s %q is not host:port: %w", a.flag, a.addr, err))
			continue
		}
		if a.flag == "--tcp-tls-addr" && c.TLSCert == "" {
			continue // it does not open
		}
		if c.Demo && !Loopback(a.addr) && (c.DemoPassword == DefaultDemoPassword || len(c.DemoPassword) < minPassword) {
			errs = append(errs, fmt.Errorf("%s %s can be reached from other machines, and everybody knows the demo's password: give a --demo-password of at least %d characters, or a loopback address", a.flag, a.addr, minPassword))
		}
	}
	if c.OpenScapeAddr != "" {
		if _, _, err := net.SplitHostPort(c.OpenScapeAddr); err != nil {
			errs = append(errs, fmt.Errorf("--openscape-addr %q is not host:port: %w", c.OpenScapeAddr, err))
		}
		if len(c.OpenScapeClient) == 0 {
			errs = append(errs, errors.New("--openscape-addr needs --openscape-client, or nobody is let in"))
		}
	}
	for who := range c.OpenScapeClient {
		client, err := ParseClient(who)
		switch {
		case err != nil:
			errs = append(errs, fmt.Errorf("--openscape-client %w", err))
		case client.CommonName != "" && c.TCPClientCA == "":
			errs = append(errs, fmt.Errorf("--openscape-client %s needs --tcp-client-ca, or nobody's certificate is believed", who))
		}
	}
	if c.Demo && c.DemoPassword == "" {
		errs = append(errs, errors.New("--demo-password must not be empty"))
	}
	for _, o := range c.AllowOrigin {
		if err := checkOrigin(o); err != nil {
			errs = append(errs, fmt.Errorf("--allow-origin %q: %w", o, err))
		}
	}
	for _, d := range []struct {
		flag  string
		value time.Duration
	}{{"--login-time", c.LoginTime}, {"--token-time", c.TokenTime}, {"--refresh-time", c.RefreshTime}, {"--answer-time", c.AnswerTime}} {
		if d.value <= 0 {
			errs = append(errs, fmt.Errorf("%s must be positive", d.flag))
		}
	}
	if c.KeepCallRecords < 0 || c.KeepAudit < 0 {
		errs = append(errs, errors.New("--keep-call-records and --keep-audit must not be negative"))
	}
	if _, err := c.Proxies(); err != nil {
		errs = append(errs, err)
	}
	if (c.TLSCert == "") != (c.TLSKey == "") {
		errs = append(errs, errors.New("--tls-cert and --tls-key go together"))
	}
	if c.TCPClientCA != "" && c.TLSCert == "" {
		errs = append(errs, errors.New("--tcp-client-ca needs a --tls-cert: without TLS nobody shows a certificate"))
	}
	if c.DrainTime < 0 {
		errs = append(errs, errors.New("--drain-time must not be negative"))
	}
	return errors.Join(errs...)
}

// Proxies gives the networks of trusted proxies.
func (c *Server) Proxies() ([]netip.Prefix, error) {
	var networks []netip.Prefix
	var errs []error
	for _, text := range c.TrustedProxy {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			errs = append(errs, fmt.Errorf("--trusted-proxy %q is not a network such as 127.0.0.1/32: %w", text, err))
			continue
		}
		networks = append(networks, network)
	}
	return networks, errors.Join(errs...)
}

// checkOrigin accepts what a browser sends as Origin, and nothing with a path.
func checkOrigin(o string) error {
	u, err := url.Parse(o)
	switch {
	case err != nil:
		return err
	case o == "*":
		return errors.New("every page of the web could act for your users; name the origins")
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return errors.New("want a scheme and a host, such as https://crm.example.com")
	case strings.TrimSuffix(o, "/") != u.Scheme+"://"+u.Host:
		return errors.New("an origin has no path, query or user")
	}
	return nil
}

// Loopback reports whether an address can be reached from this machine alone.
func Loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
