package rest

import (
	"context"
	"iter"
	"net/http"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// Store is what is kept, see package store.
type Store struct {
	Users   table[record.User]
	Devices table[record.Device]
	Groups  table[record.Group]
	Teams   table[record.Team]
	Numbers table[record.Number]
	Queues  table[record.Queue]
	Reasons table[record.Reason]
	Calls   calls
	Logins  logins
	// Audit reads the audit log.
	Audit func(ctx context.Context, tenant string, f *store.AuditFilter, cursor string, limit int) ([]record.AuditEntry, string, error)
}

type logins interface {
	RefreshFamilies(ctx context.Context, tenant, user string) ([]record.RefreshFamily, error)
	RevokeRefresh(ctx context.Context, tenant, family string, now time.Time, reason string) error
	RevokeUserRefresh(ctx context.Context, tenant, user string, now time.Time, reason string) error
}

type calls interface {
	CallRecord(ctx context.Context, tenant, call string) (record.CallRecord, error)
	CallRecords(ctx context.Context, tenant string, f *store.CallFilter, cursor string, limit int) ([]record.CallRecord, string, error)
	EachCallRecord(ctx context.Context, tenant string, f *store.CallFilter) iter.Seq2[record.CallRecord, error]
}

// StoreOf gives what the routes use of a store.
func StoreOf(s *store.SQLite) Store {
	return Store{
		Users: s.Users, Devices: s.Devices, Groups: s.Groups, Teams: s.Teams, Numbers: s.Numbers, Queues: s.Queues, Reasons: s.Reasons,
		Calls: s, Logins: s, Audit: s.Audit,
	}
}

// entryBody is a line of the directory.
type entryBody struct {
	DeviceID string            `json:"deviceId"`
	Kind     record.DeviceKind `json:"kind"`
	Name     string            `json:"name,omitempty"`
	// Users are those whose own device it is.
	Users []string `json:"users,omitempty"`
	// State is idle, ringing or busy.
	State string `json:"state"`
}

// directory lists the devices that the requester may see, and whether they are
// free. The hub's WatchPresence tells the same as it changes.
func (rs *routes) directory(w http.ResponseWriter, r *http.Request) {
	p := principalOf(r)
	devices, err := rs.cfg.Store.Devices.List(r.Context(), p.Tenant, "", 0)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	users, err := rs.cfg.Store.Users.List(r.Context(), p.Tenant, "", 0)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	states, err := rs.cfg.Live.Presence(r.Context(), p.Tenant)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	at := make(map[string][]string)
	for i := range users {
		if u := &users[i]; u.Device != "" && !u.Disabled {
			at[u.Device] = append(at[u.Device], u.ID)
		}
	}
	page := pageResponse[entryBody]{Items: []entryBody{}}
	for i := range devices {
		d := &devices[i]
		if access.Allowed(p, access.SeePresence, p.Tenant, d.ID) {
			page.Items = append(page.Items, entryBody{d.ID, d.Kind, d.Name, at[d.ID], states[d.ID]})
		}
	}
	answer(w, http.StatusOK, page)
}

// auditBody is a line of the audit log.
type auditBody struct {
	Time     time.Time      `json:"time"`
	Actor    string         `json:"actor"`
	OnBehalf string         `json:"onBehalfOf,omitempty"`
	Remote   string         `json:"remoteAddr,omitempty"`
	Action   string         `json:"action"`
	Object   string         `json:"object,omitempty"`
	Outcome  record.Outcome `json:"outcome"`
	Detail   string         `json:"detail,omitempty"`
}

// audit gives a page of the tenant's audit log, newest first.
func (rs *routes) audit(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	limit, err := limitOf(r)
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	f := store.AuditFilter{
		Actor: q.Get("actor"), Action: q.Get("action"), Object: q.Get("object"), Outcome: record.Outcome(q.Get("outcome")),
	}
	var failed [2]error
	f.From, failed[0] = timeIn(q.Get("from"))
	f.To, failed[1] = timeIn(q.Get("to"))
	if failed[0] != nil || failed[1] != nil {
		rs.failFor(w, r, invalid("from and to are times such as 2026-01-31T12:00:00Z"))
		return
	}
	entries, next, err := rs.cfg.Store.Audit(r.Context(), principalOf(r).Tenant, &f, q.Get("cursor"), limit)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	page := pageResponse[auditBody]{Items: make([]auditBody, len(entries)), Next: next}
	for i := range entries {
		e := &entries[i]
		page.Items[i] = auditBody{e.Time, e.Actor, e.OnBehalf, e.Remote, e.Action, e.Object, e.Outcome, e.Detail}
	}
	answer(w, http.StatusOK, page)
}
