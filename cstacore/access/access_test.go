package access

import (
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

func TestAllowed(t *testing.T) {
	alice := Of(&record.User{ID: "alice@demo", Tenant: "demo", Role: record.RoleAgent, Device: "200"})
	erin := Of(&record.User{ID: "erin@demo", Tenant: "demo", Role: record.RoleSupervisor, Device: "204", Observe: []string{"200", "201"}})
	crm := Of(&record.User{ID: "crm@demo", Tenant: "demo", Role: record.RoleIntegration, Control: []string{All}})
	watcher := Of(&record.User{ID: "wall@demo", Tenant: "demo", Role: record.RoleIntegration, Observe: []string{All}})
	lost := Of(&record.User{ID: "new@demo", Tenant: "demo", Role: record.RoleOperator})
	tests := []struct {
		name   string
		who    *Principal
		right  Right
		tenant string
		device string
		want   bool
	}{
		{"own device, control", &alice, Control, "demo", "200", true},
		{"own device, observe", &alice, Observe, "demo", "200", true},
		{"colleague, observe", &alice, Observe, "demo", "201", false},
		{"colleague, control", &alice, Control, "demo", "201", false},
		{"same number, other tenant", &alice, Control, "acme", "200", false},
		{"team, observe", &erin, Observe, "demo", "201", true},
		{"team, control", &erin, Control, "demo", "201", false},
		{"outside the team", &erin, Observe, "demo", "202", false},
		{"all, control", &crm, Control, "demo", "203", true},
		{"all, observe", &crm, Observe, "demo", "203", true},
		{"all, other tenant", &crm, Control, "acme", "203", false},
		{"all observed is not controlled", &watcher, Control, "demo", "203", false},
		{"all observed", &watcher, Observe, "demo", "203", true},
		{"no scope at all", &lost, Observe, "demo", "200", false},
		{"empty device matches no empty scope", &lost, Control, "demo", "", false},
		{"nobody", nil, Observe, "demo", "200", false},
		{"no tenant", &Principal{Device: "200"}, Observe, "", "200", false},
		{"unknown right", &crm, Right(9), "demo", "200", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Allowed(tt.who, tt.right, tt.tenant, tt.device); got != tt.want {
				t.Errorf("Allowed(%v, %v, %q, %q) = %v, want %v", tt.who, tt.right, tt.tenant, tt.device, got, tt.want)
			}
		})
	}
}
