// Command cstahub is the server, and the tools that go with it.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/cstahub/cstahub/gateway/config"
)

// cli is the command line.
type cli struct {
	Serve   serveCommand   `cmd:"" help:"Run the server."`
	Init    initCommand    `cmd:"" help:"Make a new installation: a tenant, its first operator, and a configuration."`
	Config  configCommand  `cmd:"" help:"Check and show the configuration."`
	Token   tokenCommand   `cmd:"" help:"Make a token for a user."`
	Key     keyCommand     `cmd:"" help:"Rotate and list the keys with which the server signs its tokens."`
	TCP     tcpCommand     `cmd:"" name:"tcp" help:"Talk CSTA XML to a server by hand."`
	Store   storeCommand   `cmd:"" help:"Back up, restore and check what the server keeps."`
	Bench   benchCommand   `cmd:"" help:"Put a load on a running server and measure it."`
	Version versionCommand `cmd:"" help:"Tell the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], std{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// Exit codes.
const (
	exitOK    = 0
	exitError = 1
	exitUsage = 2
)

// run carries out a command line and gives the exit code.
func run(ctx context.Context, args []string, s std) int {
	var c cli
	exited := false
	file, err := configuration(args)
	if err != nil {
		fmt.Fprintln(s.err, "cstahub:", err)
		return exitError
	}
	parser, err := kong.New(&c,
		kong.Name("cstahub"),
		kong.Description("CSTA call control for browsers and CTI programs."),
		kong.Vars{"data_dir": config.DefaultDataDir()},
		kong.Writers(s.out, s.err),
		kong.Exit(func(int) { exited = true }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
		kong.Bind(file),
		kong.Resolvers(file),
	)
	if err != nil {
		fmt.Fprintln(s.err, "cstahub:", err)
		return exitError
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	switch {
	case exited: // help was asked for
		return exitOK
	case err != nil:
		fmt.Fprintln(s.err, "cstahub:", err)
		if _, wrong := errors.AsType[*kong.ParseError](err); wrong {
			return exitUsage
		}
		return exitError
	}
	if err := command.Run(); err != nil {
		fmt.Fprintln(s.err, "cstahub:", err)
		return exitError
	}
	return exitOK
}
