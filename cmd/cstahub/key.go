package main

import (
	"fmt"
	"time"

	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
)

type keyCommand struct {
	List   listKeysCommand   `cmd:"" help:"List the keys, the one that signs first."`
	Rotate rotateKeyCommand  `cmd:"" help:"Make a new key that signs from now on. Those before stay good for the tokens they have signed. The server may be running."`
	Retire retireKeysCommand `cmd:"" help:"Remove keys that do not sign any more. Tokens that they signed are refused from then on. The server may be running."`
}

type listKeysCommand struct {
	config.Data `embed:""`
}

// Run lists the keys.
func (c *listKeysCommand) Run(s std) error {
	keys, err := auth.Keys(c.DataDir)
	if err != nil {
		return err
	}
	for _, k := range keys {
		state := "signed until"
		if k.Signs {
			state = "signs since"
		}
		fmt.Fprintf(s.out, "%s  %s %s\n", k.ID, state, k.Since.UTC().Format(time.RFC3339))
	}
	return nil
}

type rotateKeyCommand struct {
	config.Data `embed:""`
}

// Run makes a new key.
func (c *rotateKeyCommand) Run(s std) error {
	if err := auth.RotateKey(c.DataDir); err != nil {
		return err
	}
	return (&listKeysCommand{Data: c.Data}).Run(s)
}

type retireKeysCommand struct {
	config.Data `embed:""`

	After time.Duration `help:"How long ago a key must have ceased to sign: as long as the longest of its tokens was good for." default:"24h"`
}

// Run removes old keys.
func (c *retireKeysCommand) Run(s std) error {
	if c.After < 0 {
		return fmt.Errorf("--after must not be negative")
	}
	retired, err := auth.RetireKeys(c.DataDir, time.Now().Add(-c.After))
	for _, id := range retired {
		fmt.Fprintf(s.out, "%s  is retired\n", id)
	}
	return err
}
