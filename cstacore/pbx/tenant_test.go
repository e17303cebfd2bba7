package pbx

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// disk is a journal whose writes take time, and fail when told to.
type disk struct {
	mu      sync.Mutex
	takes   time.Duration
	broken  bool
	kept    []record.EntryKind
	appends int
}

func (d *disk) Append(_ context.Context, _ string, entries []record.Entry) error {
	time.Sleep(d.takes)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.broken {
		return errors.New("disk full")
	}
	d.appends++
	for _, e := range entries {
		d.kept = append(d.kept, e.Kind)
	}
	return nil
}

// ear is an outlet that writes down what it hears and how much was on disk then.
type ear struct {
	mu   sync.Mutex
	said []string
	disk *disk
	kept []int
}

func (e *ear) note(text string) {
	e.disk.mu.Lock()
	kept := len(e.disk.kept)
	e.disk.mu.Unlock()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.said = append(e.said, text)
	e.kept = append(e.kept, kept)
}

// heard gives what was said so far.
func (e *ear) heard() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.said)
}

func (e *ear) Reply(_ any, m csta.Message, err error) {
	if err != nil {
		e.note(err.Error())
		return
	}
	e.note(m.Name())
}
func (e *ear) Notify(_ string, p *Publication) { e.note(p.Event.EventName()) }
func (e *ear) Ask(m csta.Message)              { e.note(m.Name()) }
func (e *ear) Pass(f func())                   { f() }

func startTenant(d *disk, log *bytes.Buffer) *Tenant {
	return Start(Config{
		Directory: scenario.Directory(), Journal: d, IDs: &scenario.IDs{}, Log: slog.New(slog.NewTextHandler(log, nil)),
		Lines: func(h line.Host) (line.Line, line.Line) { return sim.NewPhones(h), sim.NewTrunk(h) },
	})
}

var alicePrincipal = &access.Principal{User: "alice", Tenant: "demo", Device: "200"}

func submit(t *testing.T, tenant *Tenant, e *ear, service, body string) {
	t.Helper()
	m, err := csta.DecodeJSON(service, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	if !tenant.Submit(&Request{Outlet: e, Principal: alicePrincipal, Message: m, CrossRefs: NamedApart}) {
		t.Fatal("the tenant takes no requests")
	}
}

// TestNothingIsHeardBeforeItIsKept: what follows an entry for the journal
// waits until the journal has it.
func TestNothingIsHeardBeforeItIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{takes: 100 * time.Millisecond}
		var log bytes.Buffer
		tenant := startTenant(d, &log)
		e := &ear{disk: d}
		submit(t, tenant, e, "MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
		synctest.Wait()
		if !slices.Equal(e.heard(), []string{"MonitorStartResponse"}) {
			t.Errorf("what needs no writing waits: %v", e.heard())
		}
		submit(t, tenant, e, "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"}`)
		time.Sleep(99 * time.Millisecond)
		synctest.Wait()
		if len(e.heard()) != 1 {
			t.Errorf("heard before it was kept: %v", e.heard())
		}
		time.Sleep(time.Minute)
		submit(t, tenant, e, "ClearConnection", `{"connectionToBeCleared":{"deviceId":"200"}}`)
		if err := tenant.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		want := []string{
			"MonitorStartResponse", "MakeCallResponse", "ServiceInitiated", "Originated", "NetworkReached", "Delivered", "Established",
			"ClearConnectionResponse", "ConnectionCleared",
		}
		if !slices.Equal(e.heard(), want) {
			t.Errorf("heard %v, want %v", e.heard(), want)
		}
		if want := []int{0, 1, 1, 1, 1, 1, 2, 3, 3}; !slices.Equal(e.kept, want) {
			t.Errorf("kept by then %v, want %v", e.kept, want)
		}
		if tenant.Submit(&Request{}) || tenant.Pass(e, nil) {
			t.Error("a stopped tenant takes requests")
		}
		if err := tenant.Stop(t.Context()); err != nil {
			t.Errorf("stopped twice: %v", err)
		}
	})
}

// TestJournalThatFails: nothing is heard while the journal takes nothing, and
// nothing is lost.
func TestJournalThatFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{broken: true}
		var log bytes.Buffer
		tenant := startTenant(d, &log)
		e := &ear{disk: d}
		submit(t, tenant, e, "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`)
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if len(e.heard()) != 0 {
			t.Errorf("heard and not kept: %v", e.heard())
		}
		d.mu.Lock()
		d.broken = false
		d.mu.Unlock()
		time.Sleep(time.Second)
		synctest.Wait()
		if !slices.Equal(e.heard(), []string{"MakeCallResponse"}) || d.appends != 1 {
			t.Errorf("heard %v, kept %v", e.heard(), d.kept)
		}
		if err := tenant.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(log.String(), "disk full") {
			t.Errorf("the operator is not told: %s", log.String())
		}
	})
}

// TestStopGivesUp: a journal that never takes what is to be written does not
// keep the tenant from stopping.
func TestStopGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{broken: true}
		var log bytes.Buffer
		tenant := startTenant(d, &log)
		e := &ear{disk: d}
		submit(t, tenant, e, "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`)
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		if err := tenant.Stop(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("stopped with %v", err)
		}
		if len(e.heard()) != 0 {
			t.Errorf("heard and not kept: %v", e.heard())
		}
	})
}

// TestGroupCommit: what gathers while a write is under way is written at once.
func TestGroupCommit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{takes: 5 * time.Millisecond}
		var log bytes.Buffer
		tenant := startTenant(d, &log)
		e := &ear{disk: d}
		for range 50 {
			submit(t, tenant, e, "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"}`)
			submit(t, tenant, e, "ClearConnection", `{"connectionToBeCleared":{"deviceId":"200"}}`)
		}
		if err := tenant.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(d.kept) != 100 || d.appends > 10 {
			t.Errorf("%d entries in %d writes", len(d.kept), d.appends)
		}
		if len(e.heard()) != 100 {
			t.Errorf("%d replies", len(e.heard()))
		}
	})
}

func TestSessionsLeave(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := &disk{}
		var log bytes.Buffer
		tenant := startTenant(d, &log)
		stays, leaves := &ear{disk: d}, &ear{disk: d}
		for _, e := range []*ear{stays, leaves} {
			submit(t, tenant, e, "MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
		}
		tenant.Leave(leaves)
		submit(t, tenant, stays, "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201"}`)
		if err := tenant.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		// The call is up when the tenant stops, and ends with it.
		if len(leaves.heard()) != 1 || len(stays.heard()) != 4 {
			t.Errorf("the one who left heard %v, the other %v", leaves.heard(), stays.heard())
		}
	})
}

// TestTimersCannotBeSet: all that a switch waits for goes by a clock that nobody
// can set, whatever the one on the wall is made to say. In a bubble times have
// no such clock.
func TestTimersCannotBeSet(t *testing.T) {
	d := &disk{}
	var log bytes.Buffer
	tenant := startTenant(d, &log)
	e := &ear{disk: d}
	crm := &access.Principal{User: "crm", Tenant: "demo", Role: record.RoleIntegration, Control: []string{access.All}}
	for _, ask := range []struct{ service, body string }{
		{"MonitorStart", `{"monitorObject":{"deviceObject":"400"}}`},
		{"MakeCall", `{"callingDevice":"202","calledDirectoryNumber":"203"}`},
		{"MakeCall", `{"callingDevice":"204","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`},
		{"MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"400","autoOriginate":"doNotPrompt"}`},
		{"MakeCall", `{"callingDevice":"207","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"}`},
	} {
		m, err := csta.DecodeJSON(ask.service, []byte(ask.body))
		if err != nil || !tenant.Submit(&Request{Outlet: e, Principal: crm, Message: m, CrossRefs: NamedApart}) {
			t.Fatal(err)
		}
	}
	want := []timerKind{promptTimer, ringTimer, lengthTimer, statsTimer, reportTimer}
	seen := make(map[timerKind]bool)
	look := func(s *Switch) {
		for _, item := range s.timers.heap {
			seen[item.kind] = true
			if !strings.Contains(item.due.String(), " m=") {
				t.Errorf("timer %d goes by the clock on the wall", item.kind)
			}
		}
	}
	all := func() bool { return !slices.ContainsFunc(want, func(kind timerKind) bool { return !seen[kind] }) }
	for begin := time.Now(); !all(); { // lines report in their own time
		looked := make(chan struct{})
		tenant.box.put(command{do: func(s *Switch) {
			look(s)
			close(looked)
		}})
		<-looked
		if time.Since(begin) > 10*time.Second {
			t.Fatalf("of the timers %v only %v were seen", want, seen)
		}
	}
	if err := tenant.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
}
