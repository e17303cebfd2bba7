package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/cstahub/cstahub/cstacore/record"
)

// Features gives how a tenant's devices have set their features.
func (s *SQLite) Features(ctx context.Context, tenant string) (features []record.FeatureSetting, err error) {
	err = s.view(ctx, func(q *sql.Tx) error { return queryFeatures(ctx, q, tenant, &features) })
	if err != nil {
		return nil, fmt.Errorf("features of tenant %q: %w", tenant, err)
	}
	return features, nil
}

// queryFeatures leaves out the settings of devices that are no more.
func queryFeatures(ctx context.Context, q *sql.Tx, tenant string, into *[]record.FeatureSetting) error {
	return each(ctx, q, func(rows *sql.Rows) error {
		f := record.FeatureSetting{Tenant: tenant}
		if err := rows.Scan(&f.Device, &f.Name, &f.Value); err != nil {
			return err
		}
		*into = append(*into, f)
		return nil
	}, "SELECT device, name, value FROM feature_setting f WHERE tenant = ? "+
		"AND EXISTS (SELECT 1 FROM device d WHERE d.tenant = f.tenant AND d.id = f.device) ORDER BY device, name", tenant)
}

func setFeatures(tx *tx, features []record.FeatureSetting) error {
	for i := range features {
		if err := setFeature(tx, &features[i]); err != nil {
			return err
		}
	}
	return nil
}

func setFeature(tx *tx, f *record.FeatureSetting) error {
	if f.Value == "" {
		return tx.exec("DELETE FROM feature_setting WHERE tenant = ? AND device = ? AND name = ?", f.Tenant, f.Device, f.Name)
	}
	return tx.exec("INSERT INTO feature_setting (tenant, device, name, value) VALUES (?, ?, ?, ?) "+
		"ON CONFLICT (tenant, device, name) DO UPDATE SET value = excluded.value", f.Tenant, f.Device, f.Name, f.Value)
}
