package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

var quiet = slog.New(slog.DiscardHandler)

// openTest opens a store in a folder for a test.
func openTest(t testing.TB, dir string) *SQLite {
	t.Helper()
	s, err := Open(context.Background(), dir, quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// testDirectory is a small tenant with one of everything.
func testDirectory(id string) record.Directory {
	return record.Directory{
		Tenant: record.Tenant{ID: id, Name: "Tenant " + id, Domain: id + ".Example", NumberPlan: []string{"2xx", "4xx"}},
		Groups: []record.Group{{ID: "sales", Tenant: id, Name: "Sales"}},
		Teams:  []record.Team{{ID: "north", Tenant: id, Name: "North"}},
		Devices: []record.Device{
			{ID: "200", Tenant: id, Kind: record.DeviceStation, Name: "Ann", PickupGroups: []string{"sales"}},
			{ID: "201", Tenant: id, Kind: record.DeviceStation, Name: "Ben", PickupGroups: []string{"sales"}, Offered: true},
			{ID: "400", Tenant: id, Kind: record.DeviceQueue, Name: "Help"},
			{ID: "480", Tenant: id, Kind: record.DeviceRoute, Name: "Sales", Default: "201"},
		},
		Users: []record.User{
			{ID: "ann@" + id, Tenant: id, Name: "Ann", Role: record.RoleAgent, Device: "200", Teams: []string{"north"}, PasswordHash: "$x"},
			{ID: "crm@" + id, Tenant: id, Role: record.RoleIntegration, Control: []string{"*"}, Observe: []string{"200"}, Rights: []string{"records"}, Disabled: true},
		},
		Queues:   []record.Queue{{Device: "400", Tenant: id, Name: "Help", Members: []string{"201", "200"}}},
		Numbers:  []record.Number{{Number: "+4930" + id, Tenant: id, Name: "main", Device: "400"}},
		Reasons:  []record.Reason{{ID: "meal", Tenant: id, Label: "Having a meal"}},
		Features: []record.FeatureSetting{{Tenant: id, Device: "200", Name: "doNotDisturb", Value: "true"}},
	}
}

// unversioned is a directory without what the store adds.
func unversioned(d record.Directory) record.Directory {
	d.Tenant.Version = 0
	for i := range d.Groups {
		d.Groups[i].Version = 0
	}
	for i := range d.Teams {
		d.Teams[i].Version = 0
	}
	for i := range d.Devices {
		d.Devices[i].Version = 0
	}
	for i := range d.Users {
		d.Users[i].Version, d.Users[i].Generation = 0, 0
	}
	for i := range d.Queues {
		d.Queues[i].Version = 0
	}
	for i := range d.Numbers {
		d.Numbers[i].Version = 0
	}
	for i := range d.Reasons {
		d.Reasons[i].Version = 0
	}
	return d
}

// TestDirectoryComesBack: what is stored is there after a restart, as it was.
func TestDirectoryComesBack(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	for _, id := range []string{"one", "two"} {
		if err := s.CreateDirectory(t.Context(), testDirectory(id)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.CreateDirectory(t.Context(), testDirectory("one")); !errors.Is(err, ErrExists) {
		t.Errorf("a second tenant of that name: %v", err)
	}
	broken := testDirectory("three")
	broken.Queues[0].Members = []string{"999"}
	if err := s.CreateDirectory(t.Context(), broken); !errors.Is(err, ErrMissing) {
		t.Errorf("a queue with a member that does not exist: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = openTest(t, dir)
	dirs, err := s.Directories(t.Context())
	if err != nil || len(dirs) != 2 {
		t.Fatalf("%d directories, %v", len(dirs), err)
	}
	for i, id := range []string{"one", "two"} {
		if got, want := unversioned(dirs[i]), testDirectory(id); !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
	one, err := s.Directory(t.Context(), "two")
	if err != nil || !reflect.DeepEqual(unversioned(one), testDirectory("two")) {
		t.Errorf("%+v, %v", one, err)
	}
	if _, err := s.Directory(t.Context(), "three"); !errors.Is(err, ErrNotFound) {
		t.Errorf("half a directory was stored: %v", err)
	}
}

func TestFindUser(t *testing.T) {
	s := openTest(t, t.TempDir())
	for _, dir := range []record.Directory{
		{Tenant: record.Tenant{ID: "demo", Domain: "demo.example"}, Users: []record.User{
			{ID: "alice@demo", Tenant: "demo"}, {ID: "Bob@demo", Tenant: "demo"},
		}},
		{Tenant: record.Tenant{ID: "acme", Domain: "Acme.example"}, Users: []record.User{
			{ID: "alice@acme", Tenant: "acme"}, {ID: "root", Tenant: "acme"}, {ID: "root@acme", Tenant: "acme"},
		}},
		{Tenant: record.Tenant{ID: "nowhere"}, Users: []record.User{{ID: "root@nowhere", Tenant: "nowhere"}}},
	} {
		if err := s.CreateDirectory(t.Context(), dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ name, domain, want string }{
		{"alice@demo", "", "alice@demo"},
		{"ALICE@demo", "", "alice@demo"},
		{"bob", "", "Bob@demo"},
		{"alice", "", ""}, // in two tenants
		{"alice", "acme.example", "alice@acme"},
		{"alice", "ACME.example", "alice@acme"},
		{"alice@demo", "acme.example", ""},
		{"bob", "acme.example", ""},
		{"root", "", "root"}, // whatever others are called elsewhere, or here
		{"ROOT", "acme.example", "root"},
		{"root@nowhere", "", "root@nowhere"},
		{"", "", ""},
		{"nobody", "", ""},
		{"alice' OR 1 --", "", ""},
	} {
		user, ok, err := s.FindUser(t.Context(), tt.name, tt.domain)
		if err != nil || ok != (tt.want != "") || ok && user.ID != tt.want {
			t.Errorf("FindUser(%q, %q) = %q, %v, %v, want %q", tt.name, tt.domain, user.ID, ok, err, tt.want)
		}
	}
	if _, err := s.Users.Create(t.Context(), record.User{ID: "ALICE@demo", Tenant: "acme"}); !errors.Is(err, ErrExists) {
		t.Errorf("a name in another case, in another tenant: %v", err)
	}
}

// TestEditing: versions, references, and what is refused.
func TestEditing(t *testing.T) {
	ctx, s := t.Context(), openTest(t, t.TempDir())
	if err := s.CreateDirectory(ctx, testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	ann, err := s.Users.Get(ctx, "one", "ann@one")
	if err != nil || ann.Version == 0 {
		t.Fatal(ann, err)
	}
	stale := ann
	ann.Name, ann.Teams, ann.Observe = "Anna", nil, []string{"201"}
	changed, err := s.Users.Update(ctx, ann)
	if err != nil || changed.Version <= ann.Version {
		t.Fatal(changed, err)
	}
	if got, err := s.Users.Get(ctx, "one", "ann@one"); err != nil || !reflect.DeepEqual(got, changed) {
		t.Errorf("got %+v, %v, want %+v", got, err, changed)
	}
	refused := func(what string, err, want error) {
		t.Helper()
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", what, err, want)
		}
	}
	_, err = s.Users.Update(ctx, stale)
	refused("an edit of an old version", err, ErrChanged)
	refused("a deletion of an old version", s.Users.Delete(ctx, "one", "ann@one", stale.Version), ErrChanged)
	_, err = s.Users.Update(ctx, record.User{ID: "nobody", Tenant: "one"})
	refused("an edit of nobody", err, ErrNotFound)
	_, err = s.Users.Get(ctx, "two", "ann@one")
	refused("a look into another tenant", err, ErrNotFound)
	_, err = s.Users.Create(ctx, record.User{ID: "eve", Tenant: "one", Device: "999"})
	refused("a user of a device that does not exist", err, ErrMissing)
	_, err = s.Users.Create(ctx, record.User{ID: "eve", Tenant: "none"})
	refused("a user of no tenant", err, ErrMissing)
	_, err = s.Users.Create(ctx, record.User{Tenant: "one"})
	refused("a user without a name", err, ErrMissing)
	_, err = s.Devices.Create(ctx, record.Device{ID: "200", Tenant: "one"})
	refused("a second device of a number", err, ErrExists)
	refused("a device in use", s.Devices.Delete(ctx, "one", "200", 0), ErrNeeded)
	refused("a group in use", s.Groups.Delete(ctx, "one", "sales", 0), ErrNeeded)
	if err := s.Teams.Delete(ctx, "one", "north", 0); err != nil {
		t.Errorf("a team without members: %v", err)
	}

	// A device without users, queues and numbers goes, and its settings with it.
	if err := errors.Join(s.Users.Delete(ctx, "one", "ann@one", changed.Version), s.Queues.Delete(ctx, "one", "400", 0), s.Devices.Delete(ctx, "one", "200", 0)); err != nil {
		t.Fatal(err)
	}
	again, err := s.Devices.Create(ctx, record.Device{ID: "200", Tenant: "one", Kind: record.DeviceStation})
	if err != nil || again.Version <= changed.Version {
		t.Errorf("version %d after %d, %v: versions come again", again.Version, changed.Version, err)
	}
	if features, err := s.Features(ctx, "one"); err != nil || len(features) != 0 {
		t.Errorf("%v, %v: the new device has the old one's settings", features, err)
	}

	tenant, err := s.Tenant(ctx, "one")
	if err != nil {
		t.Fatal(err)
	}
	tenant.NumberPlan = []string{"5xx"}
	if _, err := s.UpdateTenant(ctx, tenant); err != nil {
		t.Fatal(err)
	}
	_, err = s.UpdateTenant(ctx, tenant)
	refused("an edit of an old tenant", err, ErrChanged)
	_, err = s.CreateTenant(ctx, record.Tenant{ID: "other", Domain: "ONE.example"})
	refused("a second tenant of a domain", err, ErrExists)
}

// TestPages: a tenant's rows in pages of any size are all its rows.
func TestPages(t *testing.T) {
	ctx, s := t.Context(), openTest(t, t.TempDir())
	dir := record.Directory{Tenant: record.Tenant{ID: "one"}, Groups: []record.Group{{ID: "a", Tenant: "one"}, {ID: "b", Tenant: "one"}}}
	for i := range 100 {
		d := record.Device{ID: fmt.Sprint(200 + i), Tenant: "one", Kind: record.DeviceStation}
		if i%3 == 0 {
			d.PickupGroups = []string{"b", "a"}
		}
		dir.Devices = append(dir.Devices, d)
	}
	if err := s.CreateDirectory(ctx, dir); err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{0, 1, 7, 100, 1000} {
		var all []record.Device
		for after := ""; ; {
			page, err := s.Devices.List(ctx, "one", after, size)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, page...)
			if len(page) == 0 || size == 0 {
				break
			}
			after = page[len(page)-1].ID
		}
		if got := unversioned(record.Directory{Devices: all}).Devices; !reflect.DeepEqual(got, dir.Devices) {
			t.Errorf("pages of %d: %d devices, not those that were stored", size, len(got))
		}
	}
}

func TestRefreshTokens(t *testing.T) {
	ctx, s := t.Context(), openTest(t, t.TempDir())
	if err := s.CreateDirectory(ctx, testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	family := record.RefreshFamily{ID: "f1", Tenant: "one", User: "ann@one", Scope: "x", Client: "tab", Created: now, Used: now, Expires: now.Add(time.Hour)}
	create := func(id, token string) {
		t.Helper()
		f := family
		f.ID = id
		if err := s.CreateRefresh(ctx, f, generationOf(t, s, f.User), token); err != nil {
			t.Fatal(err)
		}
	}
	create("f1", "t1")
	later := now.Add(time.Minute)
	f, err := s.RotateRefresh(ctx, "t1", "t2", later, later.Add(time.Hour))
	want := family
	want.Used, want.Expires = later, later.Add(time.Hour)
	if err != nil || f != want {
		t.Fatalf("%+v, %v, want %+v", f, err, want)
	}
	if f, err = s.RotateRefresh(ctx, "t2", "t3", later, later.Add(time.Hour)); err != nil {
		t.Fatal(f, err)
	}
	// Somebody comes with the first one: nobody gets anything any more.
	if f, err = s.RotateRefresh(ctx, "t1", "x", later, later.Add(time.Hour)); !errors.Is(err, ErrReused) || f.User != "ann@one" {
		t.Errorf("%+v, %v, want %v", f, err, ErrReused)
	}
	if f, err = s.RotateRefresh(ctx, "t3", "x", later, later.Add(time.Hour)); !errors.Is(err, ErrRevoked) || f.Reason != ReasonReused || !f.Revoked.Equal(later) {
		t.Errorf("%+v, %v, want %v", f, err, ErrRevoked)
	}
	if _, err = s.RotateRefresh(ctx, "x", "y", later, later.Add(time.Hour)); !errors.Is(err, ErrNotFound) {
		t.Errorf("a token that was refused is known: %v", err)
	}

	create("f2", "u1")
	if _, err = s.RotateRefresh(ctx, "u1", "u2", family.Expires, later); !errors.Is(err, ErrExpired) {
		t.Errorf("%v, want %v", err, ErrExpired)
	}
	create("f3", "v1")
	if f, err := s.RevokeRefreshOf(ctx, "v1", now, "logout"); err != nil || f.ID != "f3" || f.User != "ann@one" {
		t.Error(f, err)
	}
	if err := s.RevokeRefresh(ctx, "one", "f3", now, "logout"); !errors.Is(err, ErrNotFound) {
		t.Errorf("revoked twice: %v", err)
	}
	create("f4", "w1")
	for range 2 {
		if err := s.RevokeUserRefresh(ctx, "one", "ann@one", now, "password"); err != nil {
			t.Error(err)
		}
	}
	families, err := s.RefreshFamilies(ctx, "one", "ann@one")
	if err != nil || len(families) != 4 {
		t.Fatalf("%+v, %v", families, err)
	}
	for _, f := range families {
		if f.Revoked.IsZero() {
			t.Errorf("%+v is not revoked", f)
		}
	}
	if n, err := s.PurgeRefresh(ctx, now.Add(time.Hour+time.Second)); n != 3 || err != nil {
		t.Errorf("%d purged, %v, want the 3 that have expired", n, err)
	}
	create("f5", "z1")
	if err := s.Users.Delete(ctx, "one", "ann@one", 0); err != nil {
		t.Fatal(err)
	}
	if _, err = s.RotateRefresh(ctx, "z1", "z2", now, later); !errors.Is(err, ErrNotFound) {
		t.Errorf("the token of a user who is no more: %v", err)
	}
	if err := s.CreateRefresh(ctx, family, 1, "z9"); !errors.Is(err, ErrMissing) {
		t.Errorf("a token for nobody: %v", err)
	}
}

// generationOf gives what a user proves himself with now.
func generationOf(t *testing.T, s *SQLite, user string) int64 {
	t.Helper()
	u, _, err := s.FindUser(t.Context(), user, "")
	if err != nil {
		t.Error(err)
	}
	return u.Generation
}

// TestGenerations: with another password, or disabled, a user's logins end in
// the same transaction, and one that was proven before cannot begin any more.
func TestGenerations(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	s := openTest(t, dir)
	if err := s.CreateDirectory(ctx, testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	begin := func(id string, generation int64) error {
		return s.CreateRefresh(ctx, record.RefreshFamily{ID: id, Tenant: "one", User: "ann@one", Created: now, Expires: now.Add(time.Hour)}, generation, id)
	}
	ann, err := s.Users.Get(ctx, "one", "ann@one")
	if err != nil {
		t.Fatal(err)
	}
	edit := func(what string, ends bool, change func()) {
		t.Helper()
		before, id := ann.Generation, "login before "+what
		if err := begin(id, before); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		change()
		var err error
		if ann, err = s.Users.Update(ctx, ann); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = openTest(t, dir)
		if lives, err := s.RefreshLives(ctx, id); err != nil || lives == ends {
			t.Errorf("%s: lives %v, %v", id, lives, err)
		}
		if _, err := s.RotateRefresh(ctx, id, id+" next", now, now.Add(time.Hour)); ends != errors.Is(err, ErrRevoked) {
			t.Errorf("%s: exchanged with %v", id, err)
		}
		if err := begin("login after "+what, before); ends != errors.Is(err, ErrRevoked) {
			t.Errorf("login proven before %s: %v", what, err)
		}
		if stored := generationOf(t, s, "ann@one"); (ann.Generation != before) != ends || stored != ann.Generation {
			t.Errorf("%s: generation %d, then %d, stored %d", what, before, ann.Generation, stored)
		}
	}
	edit("another name", false, func() { ann.Name = "Anne" })
	edit("another role", false, func() { ann.Role = record.RoleSupervisor })
	edit("another password", true, func() { ann.PasswordHash = "other" })
	edit("disabled", true, func() { ann.Disabled = true })
	if err := begin("while disabled", ann.Generation); !errors.Is(err, ErrRevoked) {
		t.Errorf("a disabled user: %v", err)
	}
	ann.Disabled = false
	if ann, err = s.Users.Update(ctx, ann); err != nil {
		t.Fatal(err)
	}
	if err := s.Users.Delete(ctx, "one", "ann@one", 0); err != nil {
		t.Fatal(err)
	}
	again, err := s.Users.Create(ctx, ann)
	if err != nil || again.Generation == ann.Generation {
		t.Errorf("made again: %+v, %v: the generation of the one before", again, err)
	}
	if lives, err := s.RefreshLives(ctx, "login after another name"); lives || err != nil {
		t.Errorf("the login of one who was deleted: %v, %v", lives, err)
	}
}

// TestOneRotationWins: of many exchanges of one token at a time one succeeds.
func TestOneRotationWins(t *testing.T) {
	ctx, s := t.Context(), openTest(t, t.TempDir())
	if err := s.CreateDirectory(ctx, testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	if err := s.CreateRefresh(ctx, record.RefreshFamily{ID: "f", Tenant: "one", User: "ann@one", Created: now, Expires: now.Add(time.Hour)}, generationOf(t, s, "ann@one"), "first"); err != nil {
		t.Fatal(err)
	}
	const clients = 20
	errs := make(chan error, clients)
	for i := range clients {
		go func() {
			_, err := s.RotateRefresh(ctx, "first", fmt.Sprint("next", i), now, now.Add(time.Hour))
			errs <- err
		}()
	}
	won := 0
	for range clients {
		switch err := <-errs; {
		case err == nil:
			won++
		case !errors.Is(err, ErrReused) && !errors.Is(err, ErrRevoked):
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d clients got a token", won)
	}
}

func TestAudit(t *testing.T) {
	ctx, s := t.Context(), openTest(t, t.TempDir())
	begin := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	var want []record.AuditEntry
	for i := range 25 {
		e := record.AuditEntry{
			Time: begin.Add(time.Duration(i) * time.Minute), Tenant: []string{"one", "two"}[i%2], Actor: "ann", OnBehalf: "200", Remote: "::1",
			Action: []string{"login", "user.update", "call"}[i%3], Object: "x", Outcome: record.OutcomeDone, Detail: fmt.Sprint(i),
		}
		if err := s.AppendAudit(ctx, e); err != nil {
			t.Fatal(err)
		}
		if e.Tenant == "one" {
			want = append([]record.AuditEntry{e}, want...)
		}
	}
	var got []record.AuditEntry
	cursor, pages := "", 0
	for {
		page, next, err := s.Audit(ctx, "one", &AuditFilter{}, cursor, 5)
		if err != nil {
			t.Fatal(err)
		}
		got, cursor = append(got, page...), next
		if pages++; next == "" {
			break
		}
	}
	for i := range got {
		got[i].ID = 0
	}
	if pages != 3 || !reflect.DeepEqual(got, want) {
		t.Errorf("%d pages, got %+v, want %+v", pages, got, want)
	}
	filtered, _, err := s.Audit(ctx, "one", &AuditFilter{Action: "login", From: begin.Add(time.Minute), To: begin.Add(24 * time.Minute), Actor: "ann", Object: "x", Outcome: record.OutcomeDone}, "", 100)
	if err != nil || len(filtered) != 3 { // 6, 12 and 18
		t.Errorf("%+v, %v", filtered, err)
	}
	if _, _, err := s.Audit(ctx, "one", &AuditFilter{}, "no cursor", 5); !errors.Is(err, ErrCursor) {
		t.Error(err)
	}
}
