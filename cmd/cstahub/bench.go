package main

import (
	"context"
	"strings"
	"time"

	"github.com/cstahub/cstahub/gateway/bench"
)

type benchCommand struct {
	URL         string        `name:"url" help:"The server's address." default:"http://127.0.0.1:8080"`
	Token       string        `help:"Token to connect with, as \"cstahub token\" makes it." required:"" env:"CSTAHUB_TOKEN"`
	Connections int           `help:"How many connections share the load." default:"10"`
	Rate        int           `help:"How many calls begin in a second; 0: as many as are answered." default:"0"`
	Time        time.Duration `help:"How long it lasts." default:"10s"`
	Target      string        `help:"The hub method to call." default:"SnapshotDevice"`
	Argument    string        `help:"Its argument, in JSON." default:"{\"snapshotObject\":\"200\"}"`
}

// Run puts the load on the server and prints what came of it.
func (c *benchCommand) Run(ctx context.Context, s std) error {
	load := bench.Load{
		Hub: strings.TrimSuffix(c.URL, "/") + "/csta", Token: c.Token, Connections: c.Connections, Rate: c.Rate, Time: c.Time,
		Target: c.Target, Argument: c.Argument,
	}
	result, err := load.Run(ctx)
	if err != nil {
		return err
	}
	result.Print(s.out)
	return nil
}
