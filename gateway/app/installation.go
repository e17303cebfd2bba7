package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
)

// openStore opens the store in the data folder, or one that is gone when the
// server ends.
func openStore(ctx context.Context, cfg *config.Server, log *slog.Logger) (*store.SQLite, error) {
	if cfg.InMemory {
		return store.OpenMemory(ctx, log)
	}
	db, err := store.Open(ctx, cfg.DataDir, log)
	if errors.Is(err, store.ErrDamaged) {
		return nil, fmt.Errorf("%w: put a backup in its place with \"cstahub store restore\"", err)
	}
	return db, err
}

// directories gives the tenants of an installation. With --demo an empty store
// is filled first; one that holds something is left as it is.
func directories(ctx context.Context, cfg *config.Server, db *store.SQLite) ([]record.Directory, error) {
	dirs, err := db.Directories(ctx)
	if err != nil {
		return nil, err
	}
	if cfg.Demo && len(dirs) == 0 {
		demo, err := Demo(cfg.DemoPassword)
		if err != nil {
			return nil, err
		}
		if err := db.CreateDirectory(ctx, demo); err != nil {
			return nil, err
		}
		if dirs, err = db.Directories(ctx); err != nil {
			return nil, err
		}
	}
	if !config.Loopback(cfg.HTTPAddr) || !config.Loopback(cfg.TCPAddr) || cfg.TLSCert != "" && !config.Loopback(cfg.TCPTLSAddr) {
		if err := refuseKnownPassword(dirs); err != nil {
			return nil, err
		}
	}
	return dirs, nil
}

// refuseKnownPassword keeps an installation off the network that was once
// filled with the demo's well-known password.
func refuseKnownPassword(dirs []record.Directory) error {
	checked := make(map[string]bool)
	for i := range dirs {
		for j := range dirs[i].Users {
			user := &dirs[i].Users[j]
			if user.PasswordHash == "" || checked[user.PasswordHash] || !strings.HasSuffix(user.ID, "@"+demoTenant) {
				continue
			}
			checked[user.PasswordHash] = true
			known, err := auth.VerifyPassword(user.PasswordHash, config.DefaultDemoPassword)
			if err != nil {
				return fmt.Errorf("user %s: %w", user.ID, err)
			}
			if known {
				return fmt.Errorf("the data folder holds the demo with the password everybody knows: use a loopback address, or another --data-dir and a --demo-password")
			}
		}
	}
	return nil
}

// Token makes a token for a user of the installation, good for ttl or until he
// has another password. The server may be running.
func Token(ctx context.Context, dataDir, userID string, ttl time.Duration) (_ string, err error) {
	db, err := store.OpenReadOnly(ctx, dataDir)
	if errors.Is(err, store.ErrEmpty) {
		return "", fmt.Errorf("there is nobody in %s yet: start the server with --demo once", dataDir)
	}
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	user, found, err := db.FindUser(ctx, userID, "")
	if err != nil {
		return "", err
	}
	if !found || user.Disabled {
		return "", fmt.Errorf("there is no user %q, or he is disabled", userID)
	}
	tokens, err := auth.OpenTokens(dataDir, slog.New(slog.DiscardHandler))
	if err != nil {
		return "", err
	}
	p := access.Of(&user)
	return tokens.Issue(&p, "", ttl)
}

// queuedToday gives the records of the day's calls that came to a tenant's
// queues, and of those that these became part of, in which agents went on
// talking to their callers. Calls that began before midnight, and may have come
// to a queue after it, are among them.
func queuedToday(ctx context.Context, db *store.SQLite, dir *record.Directory) ([]record.CallRecord, error) {
	if len(dir.Queues) == 0 {
		return nil, nil
	}
	now := time.Now()
	from := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()).Add(-pbx.CallTime)
	queues := make([]string, len(dir.Queues))
	for i := range dir.Queues {
		queues[i] = dir.Queues[i].Device
	}
	today, err := callsOf(ctx, db, dir.Tenant.ID, from, queues)
	if err != nil {
		return nil, err
	}
	var agents []string
	here := make(map[string]bool, len(today))
	for i := range today {
		here[today[i].Call] = true
		for _, p := range today[i].Parties {
			if p.Queue != "" && !p.Answered.IsZero() && !slices.Contains(agents, p.Device) {
				agents = append(agents, p.Device)
			}
		}
	}
	others, err := callsOf(ctx, db, dir.Tenant.ID, from, agents)
	if err != nil {
		return nil, err
	}
	for i := range others {
		tookOver := func(p record.Party) bool { return p.Queue != "" && !p.Answered.IsZero() }
		if !here[others[i].Call] && slices.ContainsFunc(others[i].Parties, tookOver) {
			today = append(today, others[i])
		}
	}
	return today, nil
}

// callsOf gives the records of a tenant's calls since a time in which one of
// these devices took part.
func callsOf(ctx context.Context, db *store.SQLite, tenant string, from time.Time, devices []string) ([]record.CallRecord, error) {
	if len(devices) == 0 {
		return nil, nil
	}
	var calls []record.CallRecord
	for r, err := range db.EachCallRecord(ctx, tenant, &store.CallFilter{From: from, Within: devices}) {
		if err != nil {
			return nil, fmt.Errorf("read the day's calls of tenant %s: %w", tenant, err)
		}
		calls = append(calls, r)
	}
	return calls, nil
}
