package main

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// endWithTest has a process killed when the thread ends that starts it, which
// is one of the test's: interrupted, however rudely, it leaves no server behind
// that holds files, locks and the ends of pipes.
func endWithTest(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

// orphanVariable has TestServerEndsWithItsTest be the test that is killed.
const orphanVariable = "CSTAHUB_TEST_ORPHAN"

// TestServerEndsWithItsTest kills a test that has a server.
func TestServerEndsWithItsTest(t *testing.T) {
	if dataDir := os.Getenv(orphanVariable); dataDir != "" {
		p := startProcess(t, dataDir, "cstahub")
		_, _ = os.Stdout.WriteString("server " + strconv.Itoa(p.cmd.Process.Pid) + "\n")
		select {}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	test := exec.Command(self, "-test.run", "^TestServerEndsWithItsTest$")
	test.Env = append(os.Environ(), orphanVariable+"="+t.TempDir())
	endWithTest(test)
	out, err := test.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := test.Start(); err != nil {
		t.Fatal(err)
	}
	server := 0
	for lines := bufio.NewScanner(out); server == 0 && lines.Scan(); {
		if text, ok := strings.CutPrefix(lines.Text(), "server "); ok {
			if server, err = strconv.Atoi(text); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := test.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = test.Wait() // it was killed
	if server == 0 {
		t.Fatal("the test does not start its server")
	}
	for deadline := time.Now().Add(patience); !errors.Is(syscall.Kill(server, 0), syscall.ESRCH) && !zombie(server); {
		if time.Now().After(deadline) {
			t.Fatal("the server lives on")
		}
		time.Sleep(time.Millisecond)
	}
}

// zombie reports whether a process has ended and nobody has asked for how yet.
func zombie(pid int) bool {
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(text), ") Z ")
}
