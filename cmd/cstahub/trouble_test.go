package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// filled makes a data folder with the demo in it.
func filled(t *testing.T) (dataDir, token string) {
	t.Helper()
	t.Setenv("CSTAHUB_DEMO", "true")
	dataDir = filepath.Join(t.TempDir(), "data")
	startProcess(t, dataDir, "cstahub").interrupt(t)
	return dataDir, strings.TrimSpace(commandOutput(t, "token", "--user", "crm@demo", "--data-dir", dataDir))
}

// refused checks that a server does not start, and says why.
func refused(t *testing.T, dataDir string, reasons ...string) {
	t.Helper()
	p := startProcess(t, dataDir, "cstahub")
	if p.tcp != "" {
		t.Fatal("the server starts")
	}
	said := p.stderr.String()
	for _, reason := range reasons {
		if !strings.Contains(said, reason) {
			t.Errorf("the server says %q, and not %q", said, reason)
		}
	}
	if p.cmd.ProcessState.ExitCode() != exitError || strings.Count(said, "\n") > 2 {
		t.Errorf("exit code %d, %q", p.cmd.ProcessState.ExitCode(), said)
	}
}

// TestSecondServer: a data folder is one server's, which says where it is.
func TestSecondServer(t *testing.T) {
	dataDir, _ := filled(t)
	first := startProcess(t, dataDir, "cstahub")
	if out := first.stdout.String(); !strings.Contains(out, dataDir) {
		t.Errorf("nothing says where the data is: %s", out)
	}
	refused(t, dataDir, dataDir, "in use by another process", "--data-dir")
	if code, out := runCommand(t.Context(), "store", "restore", "--data-dir", dataDir, filepath.Join(dataDir, "cstahub.db")); code != exitError || !strings.Contains(out, "in use") {
		t.Errorf("restored under a running server: %d, %s", code, out)
	}
	first.interrupt(t)
	startProcess(t, dataDir, "cstahub").interrupt(t)
}

// TestReadOnlyFolder: a folder that cannot be written is named.
func TestReadOnlyFolder(t *testing.T) {
	dataDir := "/sys" // where not even root can make files
	if os.Geteuid() != 0 {
		dataDir = t.TempDir()
		if err := os.Chmod(dataDir, 0o500); err != nil {
			t.Fatal(err)
		}
	} else if _, err := os.Stat(dataDir); err != nil {
		t.Skip("root can write everywhere here")
	}
	refused(t, dataDir, dataDir, "cannot be written")
}

// TestDamagedDatabase: a server does not start on a database that is broken,
// and starts again with a backup.
func TestDamagedDatabase(t *testing.T) {
	dataDir, _ := filled(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	running := startProcess(t, dataDir, "cstahub")
	commandOutput(t, "store", "backup", "--data-dir", dataDir, backup)
	running.interrupt(t)
	database := filepath.Join(dataDir, "cstahub.db")
	text, err := os.ReadFile(database)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(database, text[:len(text)/3], 0o600); err != nil {
		t.Fatal(err)
	}
	refused(t, dataDir, database, "damaged", "store restore")
	if code, out := runCommand(t.Context(), "store", "check", "--data-dir", dataDir); code != exitError || !strings.Contains(out, "damaged") {
		t.Errorf("the check says %d, %s", code, out)
	}
	if out := commandOutput(t, "store", "restore", "--data-dir", dataDir, backup); !strings.Contains(out, "replaced") {
		t.Errorf("restored: %s", out)
	}
	if out := commandOutput(t, "store", "check", "--data-dir", dataDir); !strings.Contains(out, "sound: tenants 1, users 7") {
		t.Errorf("the check says %s", out)
	}
	startProcess(t, dataDir, "cstahub").interrupt(t)
}

// TestFullDisk: when nothing can be written any more, nobody is told what could
// not be; the server says that it is not ready, and why. With room again,
// everything that was told is there.
func TestFullDisk(t *testing.T) {
	dataDir, token := filled(t)
	// Files may have 300 KiB, as if that were all there is.
	p := startProcess(t, dataDir, "sh", "-c", `ulimit -f 600; exec cstahub "$@"`, "sh")
	if p.tcp == "" {
		t.Fatal(p.stderr.String())
	}
	seen := newWitness()
	c, err := newCaller(t.Context(), p.tcp, "crm@demo", token, "200", "201", seen)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := c.run(t.Context()); err != nil {
			t.Error(err)
		}
	})
	status := func(path string) int {
		t.Helper()
		answer, err := http.Get("http://" + p.http + path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = answer.Body.Close() }()
		return answer.StatusCode
	}
	deadline := time.Now().Add(patience)
	for status("/readyz") == http.StatusOK || !strings.Contains(p.stderr.String(), "journal refused entries") {
		if time.Now().After(deadline) {
			t.Fatalf("the disk is not full yet: %s", p.stderr.String())
		}
		time.Sleep(10 * time.Millisecond)
	}
	if code := status("/healthz"); code != http.StatusOK {
		t.Errorf("healthz answers %d: a restart would not help", code)
	}
	p.kill()
	wg.Wait()
	p = startProcess(t, dataDir, "cstahub")
	if p.tcp == "" {
		t.Fatalf("with room again: %s", p.stderr.String())
	}
	seen.compare(t, 0, dataDir, "demo")
	if began, _, _ := seen.counts(); began == 0 {
		t.Error("no call was seen")
	}
	p.interrupt(t)
	http.DefaultClient.CloseIdleConnections()
}
