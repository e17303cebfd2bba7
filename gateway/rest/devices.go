package rest

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

type deviceBody struct {
	DeviceID     string            `json:"deviceId"`
	Kind         record.DeviceKind `json:"kind"`
	Name         string            `json:"name"`
	PickupGroups []string          `json:"pickupGroups,omitempty"`
	Offered      bool              `json:"offered"`
	// Default is where a route point's calls go that no application routes.
	Default string `json:"default,omitempty"`
}

func (rs *routes) devices() *resource[record.Device, deviceBody] {
	return &resource[record.Device, deviceBody]{
		rs: rs, noun: "device", path: "devices", table: rs.cfg.Store.Devices,
		idOf: func(b *deviceBody) string { return b.DeviceID },
		show: func(d *record.Device) (deviceBody, string, int64) {
			return deviceBody{DeviceID: d.ID, Kind: d.Kind, Name: d.Name, PickupGroups: d.PickupGroups, Offered: d.Offered, Default: d.Default}, d.ID, d.Version
		},
		read: readDevice,
		changed: func(_ *http.Request, was, is *record.Device) {
			if is == nil {
				rs.cfg.Live.RemoveDevice(was.Tenant, was.ID)
				return
			}
			rs.cfg.Live.PutDevice(*is)
		},
	}
}

func readDevice(tenant, id string, b *deviceBody, was *record.Device) (record.Device, error) {
	if b.Kind == "" {
		b.Kind = record.DeviceStation
	}
	d := record.Device{ID: id, Tenant: tenant, Kind: b.Kind, Name: b.Name, PickupGroups: b.PickupGroups, Offered: b.Offered, Default: b.Default}
	if was != nil {
		d.Version = was.Version
	}
	switch {
	case !isNumber(id):
		return d, invalid("deviceId is a number of at most 40 digits")
	case !fitsLine(b.Name):
		return d, invalid("name must be a line of at most 128 characters")
	case !slices.Contains([]record.DeviceKind{
		record.DeviceStation, record.DeviceQueue, record.DevicePark, record.DeviceAnnouncement, record.DeviceRoute,
	}, b.Kind):
		return d, invalid("kind is station, queue, park, announcement or route")
	case was != nil && was.Kind != b.Kind:
		return d, invalid("a device stays what it is; make another")
	case b.Default != "" && (b.Kind != record.DeviceRoute || !isNumber(b.Default) || b.Default == id):
		return d, invalid("default is the number that a route point's calls go to")
	case len(b.PickupGroups) > 100:
		return d, invalid("a device is in at most 100 pick-up groups")
	}
	return d, nil
}

type groupBody struct {
	GroupID string `json:"groupId"`
	Name    string `json:"name"`
}

func (rs *routes) groups() *resource[record.Group, groupBody] {
	return &resource[record.Group, groupBody]{
		rs: rs, noun: "group", path: "groups", table: rs.cfg.Store.Groups,
		idOf: func(b *groupBody) string { return b.GroupID },
		show: func(g *record.Group) (groupBody, string, int64) { return groupBody{g.ID, g.Name}, g.ID, g.Version },
		read: func(tenant, id string, b *groupBody, was *record.Group) (record.Group, error) {
			g := record.Group{ID: id, Tenant: tenant, Name: b.Name}
			if was != nil {
				g.Version = was.Version
			}
			return g, named("groupId", id, b.Name)
		},
	}
}

type teamBody struct {
	TeamID string `json:"teamId"`
	Name   string `json:"name"`
}

func (rs *routes) teams() *resource[record.Team, teamBody] {
	return &resource[record.Team, teamBody]{
		rs: rs, noun: "team", path: "teams", table: rs.cfg.Store.Teams,
		idOf: func(b *teamBody) string { return b.TeamID },
		show: func(t *record.Team) (teamBody, string, int64) { return teamBody{t.ID, t.Name}, t.ID, t.Version },
		read: func(tenant, id string, b *teamBody, was *record.Team) (record.Team, error) {
			t := record.Team{ID: id, Tenant: tenant, Name: b.Name}
			if was != nil {
				t.Version = was.Version
			}
			return t, named("teamId", id, b.Name)
		},
	}
}

type numberBody struct {
	Number string `json:"number"`
	Name   string `json:"name"`
	Device string `json:"device,omitempty"`
	// Priority puts its callers before others in queues.
	Priority int `json:"priority,omitempty"`
	// Hours say when it is open; nil for always.
	Hours *record.Hours `json:"hours,omitempty"`
	// Now says how it is as this is told; it is not read.
	Now *numberNow `json:"now,omitempty"`
}

// numberNow is where a number's calls go at this moment, and why.
type numberNow struct {
	State  record.HoursState `json:"state"`
	Device string            `json:"device,omitempty"`
}

func (rs *routes) numbers() *resource[record.Number, numberBody] {
	return &resource[record.Number, numberBody]{
		rs: rs, noun: "number", path: "numbers", table: rs.cfg.Store.Numbers,
		idOf: func(b *numberBody) string { return b.Number },
		show: func(n *record.Number) (numberBody, string, int64) {
			at := time.Now()
			now := &numberNow{State: record.HoursOpen, Device: n.Destination(at)}
			if n.Hours != nil {
				now.State = n.Hours.State(at)
			}
			return numberBody{n.Number, n.Name, n.Device, n.Priority, n.Hours, now}, n.Number, n.Version
		},
		read: func(tenant, id string, b *numberBody, was *record.Number) (record.Number, error) {
			n := record.Number{Number: id, Tenant: tenant, Name: b.Name, Device: b.Device, Priority: b.Priority, Hours: b.Hours}
			if was != nil {
				n.Version = was.Version
			}
			switch {
			case !isNumber(strings.TrimPrefix(id, "+")):
				return n, invalid("number is one as the network gives it, such as +4512345678")
			case !fitsLine(b.Name):
				return n, invalid("name must be a line of at most 128 characters")
			case b.Priority < 0 || b.Priority > 100:
				return n, invalid("priority is from 0 to 100")
			}
			return n, checkHours(b.Hours)
		},
		changed: func(r *http.Request, was, is *record.Number) {
			tenant := tenantOf(was, is, func(n *record.Number) string { return n.Tenant })
			numbers, err := rs.cfg.Store.Numbers.List(r.Context(), tenant, "", 0)
			if err != nil {
				rs.cfg.Log.Error("numbers are changed from the next start on", "tenant", tenant, "error", err)
				return
			}
			rs.cfg.Live.SetNumbers(tenant, numbers)
		},
	}
}

// checkHours refuses opening hours that mean nothing.
func checkHours(h *record.Hours) error {
	if h == nil {
		return nil
	}
	if _, err := time.LoadLocation(h.Zone); err != nil {
		return invalid("hours.zone is a time zone such as Europe/Copenhagen")
	}
	if !isNumber(h.Closed) || h.Holiday != "" && !isNumber(h.Holiday) {
		return invalid("hours.closed and hours.holiday are numbers that calls go to")
	}
	if len(h.Open) > 100 || len(h.Holidays) > 1000 {
		return invalid("hours are at most 100 openings and 1000 holidays")
	}
	for i := range h.Open {
		o := &h.Open[i]
		if !clockTime(o.From) || !clockTime(o.To) || o.From >= o.To || len(o.Days) == 0 || slices.ContainsFunc(o.Days, func(d time.Weekday) bool { return d < 0 || d > 6 }) {
			return invalid("an opening has days from 0, Sunday, to 6, and times such as 08:00 and 16:30")
		}
	}
	for _, day := range h.Holidays {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return invalid("a holiday is a day such as 2026-12-24")
		}
	}
	return nil
}

// clockTime reports whether a text is a time of day; 24:00 is its end.
func clockTime(text string) bool {
	_, err := time.Parse("15:04", text)
	return err == nil && len(text) == len("15:04") || text == "24:00"
}

// tenantOf gives the tenant of what changed.
func tenantOf[T any](was, is *T, of func(*T) string) string {
	if is != nil {
		return of(is)
	}
	return of(was)
}

// named checks what has no more than an id and a name.
func named(field, id, name string) error {
	switch {
	case !wellNamed(id):
		return invalid(field + " must be 1 to 64 characters")
	case !fitsLine(name):
		return invalid("name must be a line of at most 128 characters")
	}
	return nil
}
