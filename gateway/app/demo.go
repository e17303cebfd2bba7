package app

import (
	"fmt"
	"slices"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/gateway/auth"
)

// demoGroup is the demo's pick-up group.
const demoGroup = "everybody"

// demoTenant is the name of the demo's tenant, and what follows the "@" in the
// names of its users.
const demoTenant = "demo"

// Demo gives the tenant that --demo fills an empty installation with. All its
// users have the one password.
func Demo(password string) (record.Directory, error) {
	hash, err := auth.HashPassword(password)
	if err != nil {
		return record.Directory{}, fmt.Errorf("demo password: %w", err)
	}
	agents := []struct{ user, name, device string }{
		{"alice", "Alice Andersen", "200"},
		{"bob", "Bob Berg", "201"},
		{"carol", "Carol Christensen", "202"},
		{"dave", "Dave Dahl", "203"},
		{"erin", "Erin Eriksen", "204"},
	}
	dir := record.Directory{Tenant: record.Tenant{
		ID:         demoTenant,
		Name:       "Demo",
		Trunk:      "12345678",
		Domain:     "12345678.pbx.demo",
		NumberPlan: []string{"2xx", "4xx"},
	}}
	for _, a := range agents {
		dir.Users = append(dir.Users, record.User{
			ID: a.user + "@" + demoTenant, Tenant: demoTenant, Name: a.name, Role: record.RoleAgent, Device: a.device, PasswordHash: hash,
		})
		dir.Devices = append(dir.Devices, record.Device{ID: a.device, Tenant: demoTenant, Kind: record.DeviceStation, Name: a.name, PickupGroups: []string{demoGroup}})
	}
	team := []string{"200", "201", "202", "203"}
	erin := &dir.Users[len(dir.Users)-1]
	erin.Role, erin.Observe = record.RoleSupervisor, append(slices.Clone(team), "400")
	dir.Users = append(dir.Users,
		record.User{ID: "crm@" + demoTenant, Tenant: demoTenant, Name: "CRM", Role: record.RoleIntegration, Control: []string{access.All}, PasswordHash: hash},
		record.User{ID: "admin@" + demoTenant, Tenant: demoTenant, Name: "Administrator", Role: record.RoleOperator, PasswordHash: hash},
	)
	dir.Devices = append(dir.Devices,
		record.Device{ID: "400", Tenant: demoTenant, Kind: record.DeviceQueue, Name: "Customer Support"},
		record.Device{ID: "480", Tenant: demoTenant, Kind: record.DeviceRoute, Name: "Routed by applications", Default: "400"},
		record.Device{ID: "490", Tenant: demoTenant, Kind: record.DevicePark, Name: "Park"},
	)
	dir.Groups = []record.Group{{ID: demoGroup, Tenant: demoTenant, Name: "Everybody"}}
	dir.Queues = []record.Queue{{Device: "400", Tenant: demoTenant, Name: "Customer Support", Members: team, QueueRules: record.QueueRules{ServiceLevel: 20}}}
	for code, label := range map[string]string{"break": "Short break", "lunch": "Lunch", "meeting": "Meeting"} {
		dir.Reasons = append(dir.Reasons, record.Reason{ID: code, Tenant: demoTenant, Label: label})
	}
	dir.Numbers = []record.Number{{Number: dir.Tenant.Trunk, Tenant: demoTenant, Name: "Customer Support", Device: "400"}}
	for _, d := range team {
		dir.Numbers = append(dir.Numbers, record.Number{Number: "12345" + d, Tenant: demoTenant, Name: "Direct", Device: d})
	}
	return dir, nil
}
