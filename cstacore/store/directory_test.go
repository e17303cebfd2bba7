package store

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

func TestDirectories(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if got, err := LoadDirectories(dir); err != nil || len(got) != 0 {
		t.Fatalf("an empty folder holds %v, %v", got, err)
	}
	want := []record.Directory{{
		Tenant:  record.Tenant{ID: "demo", NumberPlan: []string{"2xx"}},
		Users:   []record.User{{ID: "alice@demo", Role: record.RoleAgent, PasswordHash: "secret"}},
		Devices: []record.Device{{ID: "200", Kind: record.DeviceStation}},
	}}
	for range 2 { // the second time over what is there
		if err := SaveDirectories(dir, want); err != nil {
			t.Fatal(err)
		}
	}
	got, err := LoadDirectories(dir)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v: want one file", files, err)
	}
	if info, err := files[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v: it has password hashes in it", info.Mode(), err)
	}
	if err := os.WriteFile(filepath.Join(dir, directoryFile), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadDirectories(dir); err == nil {
		t.Error("a broken file is taken for an empty one")
	}
}
