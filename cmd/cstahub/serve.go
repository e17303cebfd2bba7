package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/cstahub/cstahub/gateway/app"
	"github.com/cstahub/cstahub/gateway/config"
)

type serveCommand struct {
	configFlag    `embed:""`
	config.Server `embed:""`
}

// Run serves until ctx ends, and then stops within the drain time.
func (c *serveCommand) Run(ctx context.Context, file *config.File, s std) error {
	c.Issuers = file.Issuers
	log := logger(&c.Server, s)
	server, err := app.New(&c.Server, log) //nolint:contextcheck // what New starts ends with Stop, not with a context
	if err != nil {
		return err
	}
	if err := server.Start(); err != nil {
		return errors.Join(err, stop(ctx, server, c.DrainTime))
	}
	welcome(ctx, &c.Server, server, s)
	<-ctx.Done()
	log.Info("stopping", "drain_time", c.DrainTime)
	return stop(ctx, server, c.DrainTime)
}

// stop ends the server within a time that begins now, although ctx has ended.
func stop(ctx context.Context, server *app.App, within time.Duration) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), within)
	defer cancel()
	return server.Stop(ctx)
}

func logger(c *config.Server, s std) *slog.Logger {
	var level slog.Level
	// The command line has seen to it that it is one of the four levels.
	_ = level.UnmarshalText([]byte(c.LogLevel))
	options := &slog.HandlerOptions{Level: level}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(s.err, options))
	}
	return slog.New(slog.NewTextHandler(s.err, options))
}

// welcome tells a person where to look and how to get in.
func welcome(ctx context.Context, c *config.Server, server *app.App, s std) {
	fmt.Fprintf(s.out, "\n  cstahub is running\n\n")
	fmt.Fprintf(s.out, "  web app   http://%s/\n", reachable(server.HTTPAddr()))
	fmt.Fprintf(s.out, "  hub       http://%s/csta\n", reachable(server.HTTPAddr()))
	fmt.Fprintf(s.out, "  CSTA XML  %s (TCP)\n", reachable(server.TCPAddr()))
	data := c.DataDir
	if c.InMemory {
		data = "in memory, gone at the end"
	}
	fmt.Fprintf(s.out, "  data      %s\n", data)
	if here, known := server.Demo(ctx); here && c.Demo {
		password := "the one given when the data folder was filled"
		switch {
		case !known:
		case c.DemoPassword == config.DefaultDemoPassword:
			password = c.DemoPassword
		default:
			password = "the one given by --demo-password"
		}
		fmt.Fprintf(s.out, "\n  log in as alice@demo (200), bob@demo (201), carol@demo (202), dave@demo (203) or erin@demo (204);\n"+
			"  a program as crm@demo. Password: %s. pbxDomain: 12345678.pbx.demo\n", password)
	}
	fmt.Fprintf(s.out, "\n  stop with Ctrl-C\n\n")
}

// reachable gives an address that a browser on this machine understands.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
