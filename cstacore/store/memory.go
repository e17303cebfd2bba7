package store

import (
	"context"
	"sync"

	"github.com/cstahub/cstahub/cstacore/record"
)

// keepRecords is how many call records per tenant are kept in memory.
const keepRecords = 1000

// Memory is a journal without a disk, for tests: it keeps the last call records
// of each tenant. It may be used from any goroutine.
type Memory struct {
	mu      sync.RWMutex
	open    map[string]*record.CallRecord
	records map[string][]*record.CallRecord
}

// NewMemory gives an empty journal.
func NewMemory() *Memory {
	return &Memory{open: make(map[string]*record.CallRecord), records: make(map[string][]*record.CallRecord)}
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
