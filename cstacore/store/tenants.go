package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/cstahub/cstahub/cstacore/record"
)

// CreateTenant adds a tenant and gives it with its version. ErrExists: there is
// one with its id or its domain.
func (s *SQLite) CreateTenant(ctx context.Context, t record.Tenant) (record.Tenant, error) {
	err := s.write(ctx, func(tx *tx) error { return insertTenant(tx, &t) })
	if err != nil {
		return t, fmt.Errorf("tenant %q: %w", t.ID, err)
	}
	return t, nil
}

// UpdateTenant puts a tenant in the place of the one with its id, see
// Table.Update.
func (s *SQLite) UpdateTenant(ctx context.Context, t record.Tenant) (record.Tenant, error) {
	err := s.write(ctx, func(tx *tx) error {
		var has int64
		if err := tx.queryRow("SELECT version FROM tenant WHERE id = ?", t.ID).scan(&has); err != nil {
			return err
		}
		if t.Version != 0 && t.Version != has {
			return ErrChanged
		}
		version, err := tx.nextVersion()
		if err != nil {
			return err
		}
		t.Version = version
		return tx.exec("UPDATE tenant SET version = ?, name = ?, trunk = ?, domain = ?, domain_folded = ?, number_plan = ? WHERE id = ?",
			t.Version, t.Name, t.Trunk, t.Domain, fold(t.Domain), list(&t.NumberPlan), t.ID)
	})
	if err != nil {
		return t, fmt.Errorf("tenant %q: %w", t.ID, err)
	}
	return t, nil
}

// Tenant gives a tenant; ErrNotFound: there is none of that id.
func (s *SQLite) Tenant(ctx context.Context, id string) (record.Tenant, error) {
	tenants, err := s.tenants(ctx, "WHERE id = ?", id)
	switch {
	case err != nil:
		return record.Tenant{}, fmt.Errorf("tenant %q: %w", id, err)
	case len(tenants) == 0:
		return record.Tenant{}, fmt.Errorf("tenant %q: %w", id, ErrNotFound)
	}
	return tenants[0], nil
}

// Tenants gives all tenants in the order of their ids.
func (s *SQLite) Tenants(ctx context.Context) ([]record.Tenant, error) {
	return s.tenants(ctx, "ORDER BY id")
}

func (s *SQLite) tenants(ctx context.Context, where string, args ...any) (tenants []record.Tenant, err error) {
	err = s.view(ctx, func(q *sql.Tx) error {
		tenants, err = queryTenants(ctx, q, where, args...)
		return err
	})
	return tenants, err
}

func queryTenants(ctx context.Context, q *sql.Tx, where string, args ...any) (tenants []record.Tenant, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var t record.Tenant
		if err := rows.Scan(&t.ID, &t.Version, &t.Name, &t.Trunk, &t.Domain, list(&t.NumberPlan)); err != nil {
			return err
		}
		tenants = append(tenants, t)
		return nil
	}, "SELECT id, version, name, trunk, domain, number_plan FROM tenant "+where, args...)
	return tenants, err
}

func insertTenant(tx *tx, t *record.Tenant) error {
	if t.ID == "" {
		return fmt.Errorf("%w: the id is empty", ErrMissing)
	}
	version, err := tx.nextVersion()
	if err != nil {
		return err
	}
	t.Version = version
	return tx.exec("INSERT INTO tenant (id, version, name, trunk, domain, domain_folded, number_plan) VALUES (?, ?, ?, ?, ?, ?, ?)",
		t.ID, t.Version, t.Name, t.Trunk, t.Domain, fold(t.Domain), list(&t.NumberPlan))
}

// CreateDirectory adds a tenant with all that belongs to it, or nothing.
func (s *SQLite) CreateDirectory(ctx context.Context, dir record.Directory) error {
	err := s.write(ctx, func(tx *tx) error {
		if err := insertTenant(tx, &dir.Tenant); err != nil {
			return err
		}
		err := errors.Join(
			insertAll(tx, &groups, dir.Groups), insertAll(tx, &teams, dir.Teams), insertAll(tx, &devices, dir.Devices),
			insertAll(tx, &users, dir.Users), insertAll(tx, &queues, dir.Queues), insertAll(tx, &numbers, dir.Numbers),
			insertAll(tx, &reasons, dir.Reasons))
		if err != nil {
			return err
		}
		return setFeatures(tx, dir.Features)
	})
	if err != nil {
		return fmt.Errorf("directory of tenant %q: %w", dir.Tenant.ID, err)
	}
	return nil
}

func insertAll[T any](tx *tx, s *schema[T], list []T) error {
	for _, v := range list {
		if err := s.insert(tx, &v); err != nil {
			return fmt.Errorf("%s %q: %w", s.noun, *s.fields(&v).id, translate(err))
		}
	}
	return nil
}

// Directories gives all tenants with their people, devices and settings, as
// they were at one moment.
func (s *SQLite) Directories(ctx context.Context) ([]record.Directory, error) {
	var dirs []record.Directory
	err := s.view(ctx, func(q *sql.Tx) error {
		tenants, err := queryTenants(ctx, q, "ORDER BY id")
		if err != nil {
			return err
		}
		dirs = make([]record.Directory, len(tenants))
		for i := range tenants {
			dirs[i].Tenant = tenants[i]
			if err := queryDirectory(ctx, q, &dirs[i]); err != nil {
				return fmt.Errorf("tenant %q: %w", tenants[i].ID, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("directories: %w", err)
	}
	return dirs, nil
}

// Directory gives one tenant's; ErrNotFound: there is no such tenant.
func (s *SQLite) Directory(ctx context.Context, tenant string) (record.Directory, error) {
	var dir record.Directory
	err := s.view(ctx, func(q *sql.Tx) error {
		tenants, err := queryTenants(ctx, q, "WHERE id = ?", tenant)
		if err != nil {
			return err
		}
		if len(tenants) == 0 {
			return ErrNotFound
		}
		dir.Tenant = tenants[0]
		return queryDirectory(ctx, q, &dir)
	})
	if err != nil {
		return record.Directory{}, fmt.Errorf("directory of tenant %q: %w", tenant, err)
	}
	return dir, nil
}

// queryDirectory fills in what belongs to dir.Tenant.
func queryDirectory(ctx context.Context, q *sql.Tx, dir *record.Directory) error {
	tenant := dir.Tenant.ID
	return errors.Join(
		queryAll(ctx, q, &groups, tenant, &dir.Groups), queryAll(ctx, q, &teams, tenant, &dir.Teams),
		queryAll(ctx, q, &devices, tenant, &dir.Devices), queryAll(ctx, q, &users, tenant, &dir.Users),
		queryAll(ctx, q, &queues, tenant, &dir.Queues), queryAll(ctx, q, &numbers, tenant, &dir.Numbers),
		queryAll(ctx, q, &reasons, tenant, &dir.Reasons),
		queryFeatures(ctx, q, tenant, &dir.Features))
}

func queryAll[T any](ctx context.Context, q *sql.Tx, s *schema[T], tenant string, into *[]T) (err error) {
	*into, err = s.query(ctx, q, "tenant = ? ORDER BY tenant, id", tenant)
	return err
}

// FindUser gives the user with an id, or with a name before the "@" of its id,
// in the tenant of a domain where one is given. It reports false where there
// is none, or more than one. An id counts before names, or whoever adds
// "admin@other" would keep the user "admin" out.
func (s *SQLite) FindUser(ctx context.Context, name, domain string) (record.User, bool, error) {
	if name == "" {
		return record.User{}, false, nil
	}
	within, args := "", []any{fold(name)}
	if domain != "" {
		within = " AND tenant = (SELECT id FROM tenant WHERE domain_folded = ?)"
		args = append(args, fold(domain))
	}
	for _, column := range []string{"id_folded", "local_folded"} {
		// More than one of different tenants: that they are in no order is no matter.
		found, err := s.Users.read(ctx, column+" = ?"+within+" LIMIT 2", args...)
		if err != nil {
			return record.User{}, false, fmt.Errorf("user %q: %w", name, err)
		}
		if len(found) == 1 {
			return found[0], true, nil
		}
	}
	return record.User{}, false, nil
}
