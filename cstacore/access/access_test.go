package access

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

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
		{"unknown right", &crm, endOfRights, "demo", "200", false},
		{"no right", &crm, 0, "demo", "200", false},
		{"unknown role", &Principal{Tenant: "demo", Role: "king", Device: "200", Control: []string{All}}, Control, "demo", "200", false},
		{"presence of a colleague", &alice, SeePresence, "demo", "201", true},
		{"presence in another tenant", &alice, SeePresence, "acme", "201", false},
		{"own features", &alice, SetFeatures, "demo", "200", true},
		{"a colleague's features", &alice, SetFeatures, "demo", "201", false},
		{"the team's features", &erin, SetFeatures, "demo", "201", false},
		{"the operator's hand on features", &lost, SetFeatures, "demo", "201", true},
		{"the team's records", &erin, ReadRecords, "demo", "201", true},
		{"records outside the team", &erin, ReadRecords, "demo", "202", false},
		{"a queue that is watched", &erin, ManageQueue, "demo", "200", true},
		{"a watched queue of an agent", &Principal{Tenant: "demo", Role: record.RoleAgent, Observe: []string{"400"}}, ManageQueue, "demo", "400", false},
		{"an integration administers nothing", &crm, Administer, "demo", "200", false},
		{"the operator administers", &lost, Administer, "demo", "200", true},
		{"the operator administers his tenant alone", &lost, Administer, "acme", "200", false},
		{"bounded: both may", bounded(&crm, &alice), Control, "demo", "200", true},
		{"bounded: only the bounded may", bounded(&crm, &alice), Control, "demo", "201", false},
		{"bounded: only the bound may", bounded(&alice, &crm), Control, "demo", "201", false},
		{"bounded by another tenant", bounded(&crm, &Principal{Tenant: "acme", Role: record.RoleIntegration, Control: []string{All}}), Control, "demo", "200", false},
		{"a bound of a bound", bounded(&crm, bounded(&crm, &alice)), Control, "demo", "201", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Allowed(tt.who, tt.right, tt.tenant, tt.device); got != tt.want {
				t.Errorf("Allowed(%v, %v, %q, %q) = %v, want %v", tt.who, tt.right, tt.tenant, tt.device, got, tt.want)
			}
		})
	}
}

func TestOf(t *testing.T) {
	erin := Of(&record.User{
		ID: "erin@demo", Tenant: "demo", Role: record.RoleSupervisor, Device: "204", Observe: []string{"400"},
		Rights: []string{"features", "nonsense"},
	}, "200", "201")
	bob := Of(&record.User{ID: "bob@demo", Tenant: "demo", Role: record.RoleAgent, Device: "201", Rights: []string{"administer"}}, "200")
	for _, tt := range []struct {
		who    *Principal
		right  Right
		device string
		want   bool
	}{
		{&erin, Observe, "200", true},
		{&erin, Observe, "400", true},
		{&erin, Observe, "202", false},
		{&erin, SetFeatures, "200", true}, // an extra right
		{&erin, SetFeatures, "202", false},
		{&erin, Control, "200", false},
		{&bob, Observe, "200", false}, // he works in the team and does not look after it
		{&bob, Administer, "299", true},
	} {
		if got := Allowed(tt.who, tt.right, "demo", tt.device); got != tt.want {
			t.Errorf("%s may %s %s: %v, want %v", tt.who.User, tt.right, tt.device, got, tt.want)
		}
	}
	for _, r := range Rights() {
		if got, ok := ParseRight(r.Word()); !ok || got != r || r.String() == "" || r.Word() == "" {
			t.Errorf("right %d: %q, %q", r, r.Word(), r)
		}
	}
	if _, ok := ParseRight(""); ok || endOfRights.Word() != "" || endOfRights.String() != "unknown right" {
		t.Error("an unknown right is known")
	}
}

// bounded gives p, bounded by another.
func bounded(p, by *Principal) *Principal {
	q := *p
	q.Within = by
	return &q
}

func TestDevices(t *testing.T) {
	crm := Principal{Tenant: "demo", Role: record.RoleIntegration, Control: []string{All}}
	alice := Principal{Tenant: "demo", Role: record.RoleAgent, Device: "200", Observe: []string{"202", "201", "200"}}
	operator := Principal{Tenant: "demo", Role: record.RoleOperator}
	for _, tt := range []struct {
		name  string
		who   *Principal
		right Right
		want  []string
		all   bool
	}{
		{"nobody", nil, Observe, nil, false},
		{"own and watched", &alice, Observe, []string{"200", "201", "202"}, false},
		{"own", &alice, Control, []string{"200"}, false},
		{"everybody's presence", &alice, SeePresence, nil, true},
		{"a program for all", &crm, Control, nil, true},
		{"an operator's records", &operator, ReadRecords, nil, true},
		{"an operator's calls", &operator, Observe, nil, false},
		{"within another's", bounded(&crm, &alice), Observe, []string{"200", "201", "202"}, false},
	} {
		got, all := Devices(tt.who, tt.right)
		if !slices.Equal(got, tt.want) || all != tt.all {
			t.Errorf("%s: %q, %v, want %q, %v", tt.name, got, all, tt.want, tt.all)
		}
		if tt.who != nil && AllowedEverywhere(tt.who, tt.right, "demo") != tt.all {
			t.Errorf("%s: AllowedEverywhere does not agree", tt.name)
		}
	}
	if AllowedEverywhere(&crm, Control, "acme") || AllowedEverywhere(nil, Control, "demo") || AllowedEverywhere(&crm, Control, "") {
		t.Error("a tenant is open to others")
	}
}

// TestNobodyIsStrongerThanHisBound: whatever the two may, together they may
// what both may, and no more.
func TestNobodyIsStrongerThanHisBound(t *testing.T) {
	scopes := rapid.SliceOfN(rapid.SampledFrom([]string{"200", "201", "400", All}), 0, 3)
	principal := rapid.Custom(func(t *rapid.T) Principal {
		return Principal{
			Tenant:  rapid.SampledFrom([]string{"demo", "acme"}).Draw(t, "tenant"),
			Role:    rapid.SampledFrom([]record.Role{"", "king", record.RoleAgent, record.RoleSupervisor, record.RoleOperator, record.RoleIntegration}).Draw(t, "role"),
			Device:  rapid.SampledFrom([]string{"", "200", "201"}).Draw(t, "device"),
			Control: scopes.Draw(t, "control"), Observe: scopes.Draw(t, "observe"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		p, by := principal.Draw(t, "p"), principal.Draw(t, "by")
		both := bounded(&p, &by)
		for right := Right(0); right <= endOfRights; right++ {
			for _, tenant := range []string{"demo", "acme"} {
				for _, device := range []string{"200", "201", "400", "999"} {
					if got, want := Allowed(both, right, tenant, device), Allowed(&p, right, tenant, device) && Allowed(&by, right, tenant, device); got != want {
						t.Fatalf("%s %s/%s: %v, want %v", right, tenant, device, got, want)
					}
				}
			}
			devices, all := Devices(both, right)
			for _, device := range []string{"200", "201", "400"} {
				if got, want := all || slices.Contains(devices, device), Allowed(both, right, p.Tenant, device); got != want {
					t.Fatalf("Devices, %s %s: %v, want %v", right, device, got, want)
				}
			}
		}
	})
}
