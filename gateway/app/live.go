package app

import (
	"context"
	"fmt"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/session"
)

// live makes what operators edit felt at once. It implements rest.Live.
type live struct {
	tenants  tenants
	sessions *session.Service
}

// PutDevice implements rest.Live.
func (l live) PutDevice(d record.Device) {
	if t, ok := l.tenants[d.Tenant]; ok {
		t.PutDevice(d)
	}
}

// RemoveDevice implements rest.Live.
func (l live) RemoveDevice(tenant, id string) {
	if t, ok := l.tenants[tenant]; ok {
		t.RemoveDevice(id)
	}
}

// EndUser implements rest.Live.
func (l live) EndUser(tenant, user string) { l.sessions.EndUser(tenant, user) }

// Presence implements rest.Live.
func (l live) Presence(ctx context.Context, tenant string) (map[string]string, error) {
	t, ok := l.tenants[tenant]
	if !ok {
		return nil, fmt.Errorf("there is no tenant %q", tenant)
	}
	all, err := t.Presence(ctx)
	states := make(map[string]string, len(all))
	for i := range all {
		states[all[i].Device] = all[i].State
	}
	return states, err
}
