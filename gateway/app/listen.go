package app

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
)

// listeners are where the server listens. Those that are off are nil.
type listeners struct {
	http, tcp         net.Listener
	tcpTLS, openScape net.Listener
}

// listen opens all addresses, or none.
func (a *App) listen() (l listeners, err error) {
	var open []net.Listener
	defer func() {
		if err != nil {
			for _, l := range open {
				err = errors.Join(err, l.Close())
			}
		}
	}()
	for _, at := range []struct {
		into *net.Listener
		what string
		addr string
		off  bool
	}{
		{&l.http, "HTTP", a.cfg.HTTPAddr, false},
		{&l.tcp, "CSTA", a.cfg.TCPAddr, false},
		{&l.tcpTLS, "CSTA with TLS", a.cfg.TCPTLSAddr, a.security == nil},
		{&l.openScape, "OpenScape clients", a.cfg.OpenScapeAddr, a.openScape == nil},
	} {
		if at.off {
			continue
		}
		if *at.into, err = net.Listen("tcp", at.addr); err != nil {
			return listeners{}, fmt.Errorf("listen for %s: %w", at.what, err)
		}
		open = append(open, *at.into)
	}
	return l, nil
}

// serve sets the servers to work on the listeners.
func (a *App) serve(l *listeners) {
	web := l.http
	if a.security != nil {
		web = tls.NewListener(web, a.security.http)
	}
	a.wg.Go(func() {
		if err := a.http.Serve(web); !errors.Is(err, http.ErrServerClosed) {
			a.log.Error("HTTP ended", "error", err)
		}
	})
	a.serveTCP("CSTA TCP", func() error { return a.tcp.Serve(l.tcp) })
	if l.tcpTLS != nil {
		secured := tls.NewListener(l.tcpTLS, a.security.tcp)
		a.serveTCP("CSTA TCP with TLS", func() error { return a.tcp.Serve(secured) })
		a.log.Info("listening with TLS", "tcp_tls_addr", l.tcpTLS.Addr().String())
	}
	if l.openScape != nil {
		clients := l.openScape
		if byCertificate(a.cfg.OpenScapeClient) {
			clients = tls.NewListener(clients, a.security.tcp)
		}
		a.serveTCP("CSTA for OpenScape clients", func() error { return a.tcp.ServeAs(clients, *a.openScape) })
		a.log.Info("listening for OpenScape clients", "addr", l.openScape.Addr().String())
	}
}

func (a *App) serveTCP(what string, serve func() error) {
	a.wg.Go(func() {
		if err := serve(); err != nil && !errors.Is(err, net.ErrClosed) { // stopped before it began
			a.log.Error("listening ended", "door", what, "error", err)
		}
	})
}
