package store

import (
	"errors"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

var groups = schema[record.Group]{
	noun: "group", name: "pickup_group", columns: []string{"name"},
	fields: func(g *record.Group) fields {
		return fields{&g.Tenant, &g.ID, &g.Version, []any{&g.Name}}
	},
}

var teams = schema[record.Team]{
	noun: "team", name: "team", columns: []string{"name"},
	fields: func(t *record.Team) fields {
		return fields{&t.Tenant, &t.ID, &t.Version, []any{&t.Name}}
	},
}

var devices = schema[record.Device]{
	noun: "device", name: "device", columns: []string{"kind", "name", "offered", "default_destination"},
	fields: func(d *record.Device) fields {
		return fields{&d.Tenant, &d.ID, &d.Version, []any{(*string)(&d.Kind), &d.Name, &d.Offered, &d.Default}}
	},
	owned: []string{"DELETE FROM feature_setting WHERE tenant = ? AND device = ?"},
	links: []link[record.Device]{{"device_group", func(d *record.Device) *[]string { return &d.PickupGroups }}},
}

var users = schema[record.User]{
	noun: "user", name: "user_account",
	columns: []string{"id_folded", "local_folded", "name", "role", "disabled", "device", "control", "observe", "rights", "password_hash", "generation"},
	fields: func(u *record.User) fields {
		return fields{&u.Tenant, &u.ID, &u.Version, []any{
			derived(func() string { return fold(u.ID) }),
			derived(func() string { return fold(localPart(u.ID)) }),
			&u.Name, (*string)(&u.Role), &u.Disabled, (*optional)(&u.Device),
			list(&u.Control), list(&u.Observe), list(&u.Rights), &u.PasswordHash, &u.Generation,
		}}
	},
	links:  []link[record.User]{{"user_team", func(u *record.User) *[]string { return &u.Teams }}},
	settle: settleUser,
}

// settleUser gives a user his generation, and ends his logins where it is
// another one now, in the same transaction: no crash comes in between.
func settleUser(tx *tx, u *record.User, version int64) error {
	var hash string
	var disabled bool
	err := tx.queryRow("SELECT password_hash, disabled, generation FROM user_account WHERE tenant = ? AND id = ?", u.Tenant, u.ID).
		scan(&hash, &disabled, &u.Generation)
	switch {
	case errors.Is(err, ErrNotFound): // a new one
		u.Generation = version
		return nil
	case err != nil:
		return err
	case hash == u.PasswordHash && disabled == u.Disabled:
		return nil
	}
	u.Generation = version
	err = revoke(tx, "tenant = ? AND user_id = ?", time.Now(), ReasonChanged, u.Tenant, u.ID)
	if errors.Is(err, ErrNotFound) {
		return nil // he has none
	}
	return err
}

// localPart is what stands before the "@" of a user's id.
func localPart(id string) string {
	local, _, _ := strings.Cut(id, "@")
	return local
}

var queues = schema[record.Queue]{
	noun: "queue", name: "queue", columns: []string{
		"name", "strategy", "ring_time", "wrap_up_time", "max_wait", "max_waiting", "overflow", "attended", "hunt", "service_level",
	},
	fields: func(q *record.Queue) fields {
		return fields{&q.Tenant, &q.Device, &q.Version, []any{
			&q.Name, (*string)(&q.Strategy), &q.RingTime, &q.WrapUpTime, &q.MaxWait, &q.MaxWaiting, &q.Overflow, &q.Attended, &q.Hunt, &q.ServiceLevel,
		}}
	},
	links: []link[record.Queue]{{"queue_member", func(q *record.Queue) *[]string { return &q.Members }}},
}

var reasons = schema[record.Reason]{
	noun: "reason", name: "reason", columns: []string{"label"},
	fields: func(r *record.Reason) fields {
		return fields{&r.Tenant, &r.ID, &r.Version, []any{&r.Label}}
	},
}

var numbers = schema[record.Number]{
	noun: "number", name: "number", columns: []string{"name", "device", "priority", "hours"},
	fields: func(n *record.Number) fields {
		return fields{&n.Tenant, &n.Number, &n.Version, []any{&n.Name, (*optional)(&n.Device), &n.Priority, jsonOf[*record.Hours]{&n.Hours}}}
	},
}
