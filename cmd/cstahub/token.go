package main

import (
	"context"
	"fmt"
	"time"

	"github.com/cstahub/cstahub/gateway/app"
	"github.com/cstahub/cstahub/gateway/config"
)

type tokenCommand struct {
	config.Data `embed:""`

	User string        `help:"User that the token is for, such as alice@demo." required:""`
	For  time.Duration `help:"How long the token is good for." default:"1h"`
}

// Run prints a token, and nothing else, so that a script can use it.
func (c *tokenCommand) Run(ctx context.Context, s std) error {
	if c.For <= 0 {
		return fmt.Errorf("--for must be positive")
	}
	token, err := app.Token(ctx, c.DataDir, c.User, c.For)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, token)
	return err
}
