package store

import (
	"fmt"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

func TestAppendKeepsTheLastRecords(t *testing.T) {
	m := NewMemory()
	for i := range 3*keepRecords + 1 {
		c := &record.CallRecord{Call: fmt.Sprint(i)}
		if err := m.Append(t.Context(), "demo", []record.Entry{
			{Kind: record.CallBegan, Call: c}, {Kind: record.CallAnswered, Call: c}, {Kind: record.CallEnded, Call: c},
		}); err != nil {
			t.Fatal(err)
		}
	}
	records := m.CallRecords("demo")
	if n := len(records); n < keepRecords || n >= 2*keepRecords || records[n-1].Call != fmt.Sprint(3*keepRecords) {
		t.Errorf("%d records, the last is %q", n, records[n-1].Call)
	}
	if m.OpenCalls() != 0 || len(m.CallRecords("acme")) != 0 {
		t.Errorf("%d calls are open, %d records of another tenant", m.OpenCalls(), len(m.CallRecords("acme")))
	}
}
