package store

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// firstRows is what a database of the first version may hold: each later one
// can be written by the same words.
const firstRows = `
	UPDATE installation SET epoch = 3, change = 40, alive = 1700000000000000;
	INSERT INTO tenant VALUES ('one', 1, 'One', '12345678', 'one.example', 'one.example', '["2xx"]');
	INSERT INTO device (tenant, id, version, kind, name, offered) VALUES ('one', '200', 2, 'station', 'Ann', 0), ('one', '400', 3, 'queue', 'Help', 0);
	INSERT INTO user_account (tenant, id, version, id_folded, local_folded, name, role, disabled, device, control, observe, rights, password_hash)
		VALUES ('one', 'ann@one', 4, 'ann@one', 'ann', 'Ann', 'agent', 0, '200', '[]', '[]', '[]', '$x');
	INSERT INTO queue (tenant, id, version, name) VALUES ('one', '400', 5, 'Help');
	INSERT INTO queue_member VALUES ('one', '400', '200', 0);
	INSERT INTO number (tenant, id, version, name, device) VALUES ('one', '12345678', 6, 'main', '400');
	INSERT INTO feature_setting VALUES ('one', '200', 'doNotDisturb', 'true');
	INSERT INTO call_record VALUES ('c1', 'one', 1700000000000000, 0, 1700000001000000, 'l1', 'internal', '200', '400', 'x', 'ann@one', '', 0, '[]');
	INSERT INTO call_number VALUES ('one', '200', 1700000000000000, 'c1');
	INSERT INTO refresh_family VALUES ('f1', 'one', 'ann@one', '', 'there', 1700000000000000, 1700000000000000, 1900000000000000, 0, '');`

// TestUpgrade: a database of each earlier release is brought up to date with
// all that is in it, and can be worked with.
func TestUpgrade(t *testing.T) {
	for _, version := range versions(t) {
		name := filepath.Base(version.Path)
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			writeEarlier(t, dir, version.Version)
			s := openTest(t, dir)
			sound(t, s)
			dirs, err := s.Directories(t.Context())
			if err != nil || len(dirs) != 1 {
				t.Fatalf("%+v, %v", dirs, err)
			}
			d := dirs[0]
			if len(d.Devices) != 2 || len(d.Users) != 1 || len(d.Queues) != 1 || len(d.Queues[0].Members) != 1 || len(d.Numbers) != 1 || len(d.Features) != 1 {
				t.Errorf("of what was there, there is %+v", d)
			}
			ann := d.Users[0]
			if ann.ID != "ann@one" || ann.Generation == 0 || ann.PasswordHash != "$x" {
				t.Errorf("%+v", ann)
			}
			if _, err := s.CallRecord(t.Context(), "one", "c1"); err != nil {
				t.Error(err)
			}
			if lives, err := s.RefreshLives(t.Context(), "f1"); err != nil || !lives {
				t.Errorf("the login lives: %v, %v", lives, err)
			}
			before := ann.Generation
			ann.PasswordHash = "$y"
			if ann, err = s.Users.Update(t.Context(), ann); err != nil || ann.Generation == before {
				t.Errorf("with another password %+v, %v", ann, err)
			}
			if lives, err := s.RefreshLives(t.Context(), "f1"); err != nil || lives {
				t.Errorf("the login of the password before lives: %v, %v", lives, err)
			}
			if _, err := s.Reasons.Create(t.Context(), record.Reason{ID: "meal", Tenant: "one", Label: "Meal"}); err != nil {
				t.Error(err)
			}
			if c, err := s.Clock(t.Context()); err != nil || !c.Seen.IsZero() || c.Started(time.Now()).Doubt != 0 {
				t.Errorf("%+v, %v", c, err)
			}
		})
	}
}

// version is a step on the way to the present tables.
type version struct {
	Version int64
	Path    string
}

// versions lists all there ever were.
func versions(t *testing.T) (list []version) {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	p, err := migrator(db)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range p.ListSources() {
		list = append(list, version{source.Version, strings.TrimSuffix(source.Path, ".sql")})
	}
	return list
}

// writeEarlier makes a database as the release of a version left it.
func writeEarlier(t *testing.T, dir string, version int64) {
	t.Helper()
	db, err := connect(t.Context(), uri(filepath.Join(dir, databaseFile)), url.Values{"_pragma": {"journal_mode(WAL)"}})
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	p, err := migrator(db)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), firstRows); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}
