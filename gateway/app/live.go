package app

import (
	"context"
	"errors"
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

// PutQueue implements rest.Live.
func (l live) PutQueue(q record.Queue) {
	if t, ok := l.tenants[q.Tenant]; ok {
		t.PutQueue(q)
	}
}

// RemoveQueue implements rest.Live.
func (l live) RemoveQueue(tenant, device string) {
	if t, ok := l.tenants[tenant]; ok {
		t.RemoveQueue(device)
	}
}

// SetNumbers implements rest.Live.
func (l live) SetNumbers(tenant string, numbers []record.Number) {
	if t, ok := l.tenants[tenant]; ok {
		t.SetNumbers(numbers)
	}
}

// SetReasons implements rest.Live.
func (l live) SetReasons(tenant string, reasons []record.Reason) {
	if t, ok := l.tenants[tenant]; ok {
		t.SetReasons(reasons)
	}
}

// CallIn implements rest.Live.
func (l live) CallIn(ctx context.Context, tenant, from, number string) (string, error) {
	t, ok := l.tenants[tenant]
	if !ok {
		return "", fmt.Errorf("there is no tenant %q", tenant)
	}
	type outcome struct {
		call string
		err  error
	}
	told := make(chan outcome, 1)
	if !t.CallIn(from, number, func(call string, err error) { told <- outcome{call, err} }) {
		return "", errors.New("the tenant is stopping")
	}
	select {
	case o := <-told:
		return o.call, o.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// EndUser implements rest.Live.
func (l live) EndUser(tenant, user string) { l.sessions.EndUser(tenant, user) }

// EndLogin implements rest.Live.
func (l live) EndLogin(tenant, login string) { l.sessions.EndLogin(tenant, login) }

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
