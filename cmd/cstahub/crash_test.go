package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
	"github.com/cstahub/cstahub/gateway/auth"
)

const (
	// crashes is how often the server is killed, unless crashesVariable says
	// otherwise.
	crashes         = 5
	crashesVariable = "CSTAHUB_CRASHES"
	// crashDevices is how many devices the tenant has, crashCallers how many
	// clients make calls between them.
	crashDevices = 10_000
	crashCallers = 8
	// maxRestart is how long a start may take after a crash. It is asked for
	// only where crashesVariable is set, by somebody who has the machine for
	// himself.
	maxRestart = 2 * time.Second
)

// TestKilledInTheMiddle kills the server while clients make calls, starts it
// again, and compares what the clients were told with what is stored: each call
// that a client saw begin has one record, which says no less than the client
// saw, and the database is sound. Whoever was told that he is logged in, or out,
// still is.
func TestKilledInTheMiddle(t *testing.T) {
	rounds, alone := crashes, false
	if text := os.Getenv(crashesVariable); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatalf("%s: %v", crashesVariable, err)
		}
		rounds, alone = n, true
	}
	dataDir := filepath.Join(t.TempDir(), "data")
	fillForCrash(t, dataDir)
	seen := newWitness()
	p := startProcess(t, dataDir, "cstahub")
	if p.tcp == "" {
		t.Fatal(p.stderr.String())
	}
	token := strings.TrimSpace(commandOutput(t, "token", "--user", "crm@big", "--data-dir", dataDir))
	var slowest time.Duration
	begun, over := 0, 0
	t.Cleanup(http.DefaultClient.CloseIdleConnections)
	for round := range rounds {
		var people logins
		callUntilKilled(t, p, token, seen, &people, time.Duration(100+rand.IntN(400))*time.Millisecond)
		p = startProcess(t, dataDir, "cstahub")
		if p.tcp == "" {
			t.Fatalf("round %d: not started again: %s", round, p.stderr.String())
		}
		slowest = max(slowest, p.took)
		if report := seen.compare(t, round, dataDir, "big"); report.Devices != crashDevices {
			t.Errorf("round %d: %+v", round, report)
		}
		people.compare(t, round, p.http)
		begun, over = begun+len(people.begun), over+len(people.ended)
	}
	p.interrupt(t)
	began, answered, ended := seen.counts()
	t.Logf("%d crashes, %d calls seen to begin, %d of them answered, %d ended; slowest start with %d devices %v",
		rounds, began, answered, ended, crashDevices, slowest)
	t.Logf("%d logins, %d logouts", begun, over)
	// A login takes long, and of few rounds none may be long enough.
	if rounds >= 20 && (begun == 0 || over == 0) {
		t.Error("nobody logged in, or out")
	}
	if began < rounds {
		t.Errorf("only %d calls in %d rounds: there was no load", began, rounds)
	}
	if alone && slowest > maxRestart {
		t.Errorf("a start took %v", slowest)
	}
}

// fillForCrash makes a store with a large tenant.
func fillForCrash(t *testing.T, dataDir string) {
	t.Helper()
	db, err := store.Open(t.Context(), dataDir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	hash, err := auth.HashPassword(crashPassword)
	if err != nil {
		t.Fatal(err)
	}
	dir := record.Directory{
		Tenant: record.Tenant{ID: "big", Domain: "big.example", NumberPlan: []string{"1xxxx"}},
		Users: []record.User{
			{ID: "crm@big", Tenant: "big", Role: record.RoleIntegration, Control: []string{"*"}},
			{ID: crashUser, Tenant: "big", Role: record.RoleAgent, PasswordHash: hash},
		},
	}
	for i := range crashDevices {
		dir.Devices = append(dir.Devices, record.Device{ID: fmt.Sprint(10000 + i), Tenant: "big", Kind: record.DeviceStation})
	}
	if err := errors.Join(db.CreateDirectory(t.Context(), dir), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// callUntilKilled has clients make calls and people log in for a while, and
// kills the server.
func callUntilKilled(t *testing.T, p *process, token string, seen *witness, people *logins, after time.Duration) {
	t.Helper()
	var clients []*caller
	for i := range crashCallers {
		c, err := newCaller(t.Context(), p.tcp, "crm@big", token, fmt.Sprint(10000+2*i), fmt.Sprint(10001+2*i), seen)
		if err != nil {
			t.Fatal(err)
		}
		clients = append(clients, c)
	}
	timer := time.AfterFunc(after, p.kill)
	defer timer.Stop()
	var wg sync.WaitGroup
	wg.Go(func() { people.untilKilled(p.http) })
	for _, c := range clients {
		wg.Go(func() {
			if err := c.run(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	<-p.ended
}

// caller is a client that makes calls between two devices of its own.
type caller struct {
	*client.Client
	from, to string
	seen     *witness
	rings    chan struct{} // gets a token for each call that rings
}

// newCaller logs in with a user's token.
func newCaller(ctx context.Context, addr, user, token, from, to string, seen *witness) (*caller, error) {
	c := &caller{from: from, to: to, seen: seen, rings: make(chan struct{}, 1)}
	var err error
	if c.Client, err = client.Dial(ctx, addr, xmltcp.NUL, c.received); err != nil {
		return nil, err
	}
	_, err = c.Do(ctx, &csta.StartApplicationSession{ApplicationInfo: csta.ApplicationInfo{ApplicationSpecificInfo: csta.Foreign{
		{Name: "userID", Text: user}, {Name: "password", Text: token},
	}}, RequestedSessionDuration: csta.Some[int64](120)}, csta.Unitel)
	if err == nil {
		_, err = c.Do(ctx, &csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(c.from)}}, csta.Unitel)
	}
	return c, err
}

// received notes what the events say.
func (c *caller) received(r client.Received) {
	switch e := r.Message.(type) {
	case *csta.DeliveredEvent:
		c.rings <- struct{}{}
	case *csta.EstablishedEvent:
		c.seen.saw(e.EstablishedConnection.CallID, sawAnswer)
	case *csta.ConnectionClearedEvent:
		c.seen.saw(e.DroppedConnection.CallID, sawEnd)
	default:
	}
}

// run makes one call after the other until the server is gone. It returns an
// error when the server refuses something.
func (c *caller) run(ctx context.Context) error {
	defer func() { _ = c.Close() }()
	for {
		answer, err := c.Do(ctx, &csta.MakeCall{
			CallingDevice: csta.Device(c.from), CalledDirectoryNumber: csta.Device(c.to), AutoOriginate: csta.AutoOriginateDoNotPrompt,
		}, csta.Unitel)
		if err == nil {
			c.seen.saw(answer.(*csta.MakeCallResponse).CallingDevice.CallID, sawBegin)
			select {
			case <-c.rings:
			case <-c.Done():
			}
			_, err = c.Do(ctx, &csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{DeviceID: csta.Device(c.to)}}, csta.Unitel)
		}
		if err == nil {
			_, err = c.Do(ctx, &csta.ClearConnection{ConnectionToBeCleared: csta.ConnectionID{DeviceID: csta.Device(c.from)}}, csta.Unitel)
		}
		if err == nil {
			to := c.seen.next(c.from, "forwarding/forwardNoAns")
			if _, err = c.Do(ctx, &csta.SetForwarding{
				Device: csta.Device(c.from), ForwardingType: csta.ForwardingTypeForwardNoAns, ActivateForward: true, ForwardDN: csta.Device(strconv.Itoa(to)),
			}, csta.Unitel); err == nil {
				c.seen.acknowledged(c.from, "forwarding/forwardNoAns", to)
			}
		}
		if err == nil {
			to := c.seen.next(c.from, "button/7")
			if _, err = c.Do(ctx, &csta.SetButtonInformation{
				Device: csta.Device(c.from), Button: "7", ButtonAssociatedNumber: csta.Device(strconv.Itoa(to)),
			}, csta.Unitel); err == nil {
				c.seen.acknowledged(c.from, "button/7", to)
			}
		}
		if _, refused := errors.AsType[*client.Refused](err); refused {
			return err
		}
		if err != nil {
			return nil // the server was killed, as it should
		}
	}
}

// sight is how much of a call was seen.
type sight uint8

const (
	sawBegin sight = iota + 1
	sawAnswer
	sawEnd
)

// witness remembers what clients were told. What else may be told and must
// then be stored gets its own map here and its own comparison.
type witness struct {
	mu    sync.Mutex
	calls map[string]sight
	// settings are the last ones that were acknowledged: each is a number that is
	// one higher than the one before.
	settings map[setting]int
}

// setting names a setting of a device as the store does.
type setting struct{ device, name string }

func newWitness() *witness {
	return &witness{calls: make(map[string]sight), settings: make(map[setting]int)}
}

// acknowledged notes that a setting was.
func (w *witness) acknowledged(device, name string, to int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.settings[setting{device, name}] = to
}

// next gives the number that a device is set to next.
func (w *witness) next(device, name string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return max(w.settings[setting{device, name}], firstNumber) + 1
}

// firstNumber is the number before those that devices are set to.
const firstNumber = 30_000_000

// compareSettings holds what is stored against what was acknowledged: a setting
// is that one, or a later one whose answer was lost with the server.
func (w *witness) compareSettings(t *testing.T, round int, kept []record.FeatureSetting) {
	t.Helper()
	stored := make(map[setting]int)
	for _, k := range kept {
		number, err := numberIn(k)
		if err != nil {
			t.Fatalf("round %d: %+v: %v", round, k, err)
		}
		stored[setting{k.Device, k.Name}] = number
	}
	for s, to := range w.settings {
		if stored[s] < to || stored[s] > to+1 {
			t.Errorf("round %d: device %s has %s set to %d, and %d was acknowledged", round, s.device, s.name, stored[s], to)
		}
	}
}

// numberIn gives the number that a setting has in it.
func numberIn(k record.FeatureSetting) (int, error) {
	request := "SetForwarding"
	if k.Name == "button/7" {
		request = "SetButtonInformation"
	}
	m, err := csta.DecodeJSON(request, []byte(k.Value))
	switch m := m.(type) {
	case *csta.SetForwarding:
		return strconv.Atoi(m.ForwardDN.Value)
	case *csta.SetButtonInformation:
		return strconv.Atoi(m.ButtonAssociatedNumber.Value)
	default:
		return 0, err
	}
}

func (w *witness) saw(call string, s sight) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls[call] = max(w.calls[call], s)
}

func (w *witness) counts() (began, answered, ended int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.calls {
		began++
		if s >= sawAnswer {
			answered++
		}
		if s >= sawEnd {
			ended++
		}
	}
	return began, answered, ended
}

// compare looks into the store of a running server that has just started, so
// that no call is up.
func (w *witness) compare(t *testing.T, round int, dataDir, tenant string) *store.Report {
	t.Helper()
	db, err := store.OpenReadOnly(t.Context(), dataDir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	report, err := db.Check(t.Context())
	if err != nil || len(report.Problems) > 0 || report.OpenCalls != 0 {
		t.Fatalf("round %d: the database is not sound: %+v, %v", round, report, err)
	}
	records := make(map[string]record.CallRecord)
	for r, err := range db.EachCallRecord(t.Context(), tenant, &store.CallFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := records[r.Call]; twice {
			t.Errorf("round %d: call %s has two records", round, r.Call)
		}
		records[r.Call] = r
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for call, s := range w.calls {
		r, ok := records[call]
		switch {
		case !ok:
			t.Errorf("round %d: call %s was seen to begin and has no record", round, call)
		case s >= sawAnswer && r.Answered.IsZero():
			t.Errorf("round %d: call %s was seen answered: %+v", round, call, r)
		case s >= sawEnd && r.Interrupted:
			t.Errorf("round %d: call %s was seen to end: %+v", round, call, r)
		case r.Ended.Before(r.Started), r.Cause == "", len(r.Parties) == 0:
			t.Errorf("round %d: half a record: %+v", round, r)
		}
	}
	kept, err := db.Features(t.Context(), tenant)
	if err != nil {
		t.Fatal(err)
	}
	w.compareSettings(t, round, kept)
	return report
}

func commandOutput(t *testing.T, args ...string) string {
	t.Helper()
	code, out := runCommand(t.Context(), args...)
	if code != exitOK {
		t.Fatalf("%v: exit code %d: %s", args, code, out)
	}
	return out
}
