package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// process is a server that runs as it does for its users.
type process struct {
	cmd    *exec.Cmd
	stdout lines
	stderr lines
	ended  chan struct{} // closed when it has
	err    error
	// http and tcp are where it listens, ready after how long.
	http, tcp string
	took      time.Duration
}

// lines is what a process writes; told gets a token when there is more.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
	told chan struct{}
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Write(p)
	select {
	case l.told <- struct{}{}:
	default:
	}
	return len(p), nil
}

// String gives what was written so far.
func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// startProcess runs a command that ends in the server, and returns when it
// listens or has ended.
func startProcess(t *testing.T, dataDir string, command ...string) *process {
	t.Helper()
	p := &process{ended: make(chan struct{})}
	p.stdout.told, p.stderr.told = make(chan struct{}, 1), make(chan struct{}, 1)
	args := slices.Concat(command, []string{"serve", "--http-addr", "127.0.0.1:0", "--tcp-addr", "127.0.0.1:0", "--data-dir", dataDir})
	p.cmd = exec.Command(args[0], args[1:]...)
	p.cmd.Stdout, p.cmd.Stderr = &p.stdout, &p.stderr
	begin := time.Now()
	endWithTest(p.cmd)
	started := make(chan error)
	go func() {
		// The process lives no longer than the thread that starts it.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.cmd.Start()
		started <- err
		if err == nil {
			p.err = p.cmd.Wait()
			close(p.ended)
		}
	}()
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	deadline := time.After(patience)
	for {
		if found := listening.FindStringSubmatch(p.stdout.String()); found != nil {
			p.http, p.tcp, p.took = found[1], found[2], time.Since(begin)
			return p
		}
		select {
		case <-p.stdout.told:
		case <-p.ended:
			return p
		case <-deadline:
			t.Fatalf("the server does not say where it listens: %s", p.stderr.String())
		}
	}
}

// kill ends the process as a crash would.
func (p *process) kill() {
	_ = p.cmd.Process.Kill() // it may have ended
	<-p.ended
}

// interrupt has the process stop in its own time.
func (p *process) interrupt(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case <-p.ended:
	case <-time.After(patience):
		t.Fatalf("the server does not stop: %s", p.stderr.String())
	}
}

// runCommand runs the command line to its end.
func runCommand(ctx context.Context, args ...string) (code int, out string) {
	var text bytes.Buffer
	code = run(ctx, args, std{in: bytes.NewReader(nil), out: &text, err: &text})
	return code, text.String()
}
