package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/config"
)

type storeCommand struct {
	Backup  backupCommand  `cmd:"" help:"Copy the store to a file, while the server runs or not."`
	Restore restoreCommand `cmd:"" help:"Put a backup in the store's place. The server must be stopped."`
	Check   checkCommand   `cmd:"" help:"Read all of the store, or of a backup, and tell whether it is sound."`
}

type backupCommand struct {
	config.Data `embed:""`

	To string `arg:"" help:"File to write, which must not exist yet." type:"path"`
}

// Run writes a backup.
func (c *backupCommand) Run(ctx context.Context, s std) (err error) {
	db, err := store.OpenReadOnly(ctx, c.DataDir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Backup(ctx, c.To); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "the store of %s is in %s\n", c.DataDir, c.To)
	return nil
}

type restoreCommand struct {
	config.Data `embed:""`

	From string `arg:"" help:"File that \"store backup\" wrote." type:"path"`
}

// Run restores a backup.
func (c *restoreCommand) Run(ctx context.Context, s std) error {
	replaced, err := store.Restore(ctx, c.DataDir, c.From)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "the store of %s is that of %s\n", c.DataDir, c.From)
	if replaced != "" {
		fmt.Fprintf(s.out, "the one before is kept as %s\n", replaced)
	}
	return nil
}

type checkCommand struct {
	config.Data `embed:""`

	File string `arg:"" optional:"" help:"A backup to check instead of the store in the data folder." type:"path"`
}

// Run checks the store; what it finds wrong makes it fail.
func (c *checkCommand) Run(ctx context.Context, s std) error {
	report, err := c.check(ctx)
	if err != nil {
		return err
	}
	for _, problem := range report.Problems {
		fmt.Fprintln(s.out, problem)
	}
	if n := len(report.Problems); n > 0 {
		return fmt.Errorf("%w: %d problems", store.ErrDamaged, n)
	}
	fmt.Fprintf(s.out, "sound: tenants %d, users %d, devices %d, call records %d, open calls %d, audit entries %d, %.1f MiB\n",
		report.Tenants, report.Users, report.Devices, report.CallRecords, report.OpenCalls, report.AuditEntries, float64(report.Bytes)/(1<<20))
	return nil
}

func (c *checkCommand) check(ctx context.Context) (_ *store.Report, err error) {
	if c.File != "" {
		return store.CheckFile(ctx, c.File)
	}
	db, err := store.OpenReadOnly(ctx, c.DataDir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Check(ctx)
}
