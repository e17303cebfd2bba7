package store

import (
	"fmt"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

func TestFindUser(t *testing.T) {
	m := NewMemory(
		record.Directory{Tenant: record.Tenant{ID: "demo", Domain: "demo.example"}, Users: []record.User{
			{ID: "alice@demo", Tenant: "demo"}, {ID: "bob@demo", Tenant: "demo"},
		}},
		record.Directory{Tenant: record.Tenant{ID: "acme", Domain: "acme.example"}, Users: []record.User{
			{ID: "alice@acme", Tenant: "acme"},
		}},
	)
	for _, tt := range []struct{ name, domain, want string }{
		{"alice@demo", "", "alice@demo"},
		{"ALICE@demo", "", "alice@demo"},
		{"bob", "", "bob@demo"},
		{"alice", "", ""}, // in two tenants
		{"alice", "acme.example", "alice@acme"},
		{"alice", "ACME.example", "alice@acme"},
		{"alice@demo", "acme.example", ""},
		{"bob", "acme.example", ""},
		{"", "", ""},
		{"nobody", "", ""},
	} {
		user, ok, err := m.FindUser(t.Context(), tt.name, tt.domain)
		if err != nil || ok != (tt.want != "") || ok && user.ID != tt.want {
			t.Errorf("FindUser(%q, %q) = %q, %v, %v, want %q", tt.name, tt.domain, user.ID, ok, err, tt.want)
		}
	}
}

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
