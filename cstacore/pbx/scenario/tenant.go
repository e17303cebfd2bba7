package scenario

import (
	"fmt"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// IDs names calls c1, c2 and so on, and conversations l1, l2 and so on.
type IDs struct{ calls, linkages int }

// Call implements pbx.IDs.
func (s *IDs) Call() string { s.calls++; return fmt.Sprint("c", s.calls) }

// Linkage implements pbx.IDs.
func (s *IDs) Linkage() string { s.linkages++; return fmt.Sprint("l", s.linkages) }

// Directory is the tenant of the scenarios: telephones 200 to 209, a queue 400,
// a route point 480 that leads to 203 by default, and a place 490 to park calls.
func Directory() record.Directory {
	dir := record.Directory{
		Queues: []record.Queue{{Device: "400", Tenant: "demo", Name: "Support", Members: []string{"200", "201"}}},
		Numbers: []record.Number{
			{Number: "12345678", Tenant: "demo", Device: "400"},
			{Number: "12345670", Tenant: "demo", Device: "400", Priority: 5},
			{Number: "12345671", Tenant: "demo", Device: "400", Hours: &record.Hours{
				Closed: "485", Open: []record.Opening{{Days: []time.Weekday{time.Friday}, From: "08:00", To: "09:30"}},
			}},
			{Number: "12345200", Tenant: "demo", Device: "200"},
		},
		Tenant: record.Tenant{ID: "demo", Trunk: "12345678", Domain: "12345678.pbx.demo", NumberPlan: []string{"2xx", "4xx"}},
		Users: []record.User{
			{ID: "alice", Tenant: "demo", Role: record.RoleAgent, Device: "200"},
			{ID: "bob", Tenant: "demo", Role: record.RoleAgent, Device: "201"},
			{ID: "carol", Tenant: "demo", Role: record.RoleAgent, Device: "202"},
			{ID: "dave", Tenant: "demo", Role: record.RoleAgent, Device: "203"},
			{ID: "erin", Tenant: "demo", Role: record.RoleSupervisor, Device: "204", Observe: []string{"200", "201"}},
			{ID: "crm", Tenant: "demo", Role: record.RoleIntegration, Control: []string{access.All}},
			{ID: "mallory", Tenant: "acme", Role: record.RoleIntegration, Control: []string{access.All}},
		},
		Devices: []record.Device{
			{ID: "400", Tenant: "demo", Kind: record.DeviceQueue, Name: "Support"},
			{ID: "480", Tenant: "demo", Kind: record.DeviceRoute, Name: "Sales", Default: "203"},
			{ID: "490", Tenant: "demo", Kind: record.DevicePark, Name: "Park"},
			{ID: "485", Tenant: "demo", Kind: record.DeviceAnnouncement, Name: "We are closed"},
			{ID: "206", Tenant: "demo", Kind: record.DeviceStation, Name: "Olga", Offered: true},
		},
	}
	for i, name := range []string{"Alice", "Bob", "Carol", "Dave", "Erin", "", "", "Gina", "Hugo", "Ivan"} {
		if d := (record.Device{ID: fmt.Sprint(200 + i), Tenant: "demo", Kind: record.DeviceStation, Name: name}); d.ID != "206" {
			if i < 4 {
				d.PickupGroups = []string{"team"}
			}
			dir.Devices = append(dir.Devices, d)
		}
	}
	return dir
}
