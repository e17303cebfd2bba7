// Package store keeps what must outlive the process.
package store

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/cstahub/cstahub/cstacore/record"
)

// keepRecords is how many call records per tenant are kept in memory.
const keepRecords = 1000

// Memory is a store that forgets everything when the process ends: the
// directories it was given, and the last call records of each tenant. It may
// be used from any goroutine.
type Memory struct {
	mu      sync.RWMutex
	dirs    []record.Directory
	open    map[string]*record.CallRecord
	records map[string][]*record.CallRecord
	feature map[featureKey]string
}

type featureKey struct{ tenant, device, name string }

// NewMemory gives a store of the directories.
func NewMemory(dirs ...record.Directory) *Memory {
	return &Memory{
		dirs:    dirs,
		open:    make(map[string]*record.CallRecord),
		records: make(map[string][]*record.CallRecord),
		feature: make(map[featureKey]string),
	}
}

// Directories gives all tenants with their people and devices.
func (m *Memory) Directories(context.Context) ([]record.Directory, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Clone(m.dirs), nil
}

// FindUser gives the user with an id, or with a name before the "@" of its id,
// in the tenant of a domain where one is given. It reports false where there
// is none, or more than one.
func (m *Memory) FindUser(_ context.Context, name, domain string) (record.User, bool, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var found record.User
	n := 0
	for i := range m.dirs {
		dir := &m.dirs[i]
		if domain != "" && !strings.EqualFold(domain, dir.Tenant.Domain) {
			continue
		}
		for j := range dir.Users {
			user := &dir.Users[j]
			local, _, _ := strings.Cut(user.ID, "@")
			if strings.EqualFold(user.ID, name) || strings.EqualFold(local, name) {
				found = *user
				n++
			}
		}
	}
	return found, n == 1, nil
}

// Append takes a tenant's entries, see pbx.Journal.
func (m *Memory) Append(_ context.Context, tenant string, entries []record.Entry) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range entries {
		switch e := &entries[i]; e.Kind {
		case record.CallBegan, record.CallAnswered:
			m.open[e.Call.Call] = e.Call
		case record.CallEnded:
			delete(m.open, e.Call.Call)
			m.records[tenant] = keepLast(append(m.records[tenant], e.Call))
		case record.FeatureSet:
			m.feature[featureKey{tenant, e.Feature.Device, e.Feature.Name}] = e.Feature.Value
		}
	}
	return nil
}

// keepLast drops old records, seldom and many at a time.
func keepLast(records []*record.CallRecord) []*record.CallRecord {
	if len(records) < 2*keepRecords {
		return records
	}
	return append([]*record.CallRecord(nil), records[len(records)-keepRecords:]...)
}

// CallRecords gives a tenant's last call records, oldest first.
func (m *Memory) CallRecords(tenant string) []record.CallRecord {
	m.mu.RLock()
	defer m.mu.RUnlock()
	list := make([]record.CallRecord, len(m.records[tenant]))
	for i, r := range m.records[tenant] {
		list[i] = *r
	}
	return list
}

// OpenCalls counts the calls that began and have not ended.
func (m *Memory) OpenCalls() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.open)
}
