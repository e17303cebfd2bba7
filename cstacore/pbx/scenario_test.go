package pbx

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// A scenario is a text file: lines that begin with # are comments, those that
// begin with > are commands, everything else is what the switch says to them.
// A new scenario is a new file with comments and commands;
//
//	go test ./cstacore/pbx -run Scenarios -update
//
// writes what happens between them, to be read before it is committed.
//
//	> alice MakeCall {"callingDevice":"200",…}   a request of a session
//	> wait 2s                                    time passes
//	> line 201 ended c1                          a telephone reports by itself
//	> leave alice                                a session ends
//	> device put 210                             a telephone is added, or changed
//	> device put 210 offered                     it is offered its calls
//	> device put 481 route 200                   a route point, with its default
//	> device remove 201                          a device is taken away
//	> in 33445566 12345678                       somebody outside calls a number
//	> queue 400 {"Strategy":"ringAll",…}         a queue gets other rules
//	> unqueue 400                                the queue is taken away
//	> reasons [{"ID":"meal","Label":"At table"}] why agents may not be ready
//	> stop                                       the switch stops
//	> restart                                    it starts anew from what was kept
//
// A command that begins with & instead comes in the same moment as the next
// one: neither has come to anything when the other arrives.
//
// Sessions are named after their users; alice2 is a second session of alice.
var update = flag.Bool("update", false, "write what happens into the scenarios")

func TestScenarios(t *testing.T) {
	files, err := filepath.Glob("testdata/*.scenario")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".scenario"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := play(t, string(text))
			switch {
			case *update:
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			case got != string(text):
				t.Errorf("the scenario goes another way:\n%s", got)
			}
		})
	}
}

// play carries out a scenario's commands and writes what happens between them.
func play(t *testing.T, text string) string {
	t.Helper()
	x := newExchange(t)
	return x.play(text)
}

func (x *exchange) play(text string) string {
	var out strings.Builder
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n")
		switch {
		case strings.HasPrefix(l, ">"):
			fmt.Fprintln(&out, l)
			x.command(strings.TrimSpace(l[1:]))
			x.settle()
			out.WriteString(x.said.String())
			x.said.Reset()
		case strings.HasPrefix(l, "&"):
			fmt.Fprintln(&out, l)
			x.command(strings.TrimSpace(l[1:]))
		case strings.HasPrefix(l, "#"), l == "":
			fmt.Fprintln(&out, l)
		}
	}
	fmt.Fprint(&x.said, x.left())
	out.WriteString(x.said.String())
	return out.String()
}

// exchange is a switch with a clock of its own, and everybody who uses it.
type exchange struct {
	t        *testing.T
	sw       *Switch
	box      *mailbox
	now      time.Time
	sessions map[string]*listener
	said     strings.Builder
	entries  []record.Entry
	heard    []csta.Message // everything that sessions were sent
}

var scenarioStart = time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)

func newExchange(t *testing.T) *exchange {
	x := &exchange{t: t, box: newMailbox(), now: scenarioStart, sessions: make(map[string]*listener)}
	x.sw = NewSwitch(scenario.Directory(), &scenario.IDs{}, sim.NewPhones(x.box), sim.NewTrunk(x.box))
	return x
}

// command carries out one line of a scenario.
func (x *exchange) command(l string) {
	x.t.Helper()
	who, rest, _ := strings.Cut(l, " ")
	switch who {
	case "wait":
		d, err := time.ParseDuration(rest)
		if err != nil {
			x.t.Fatal(err)
		}
		x.wait(d)
	case "line":
		x.reported(strings.Fields(rest))
	case "device":
		words := strings.Fields(rest)
		x.box.put(command{do: func(sw *Switch) {
			if words[0] == "put" {
				sw.putDevice(newDevice(words[1:]))
				return
			}
			sw.removeDevice(words[1])
		}})
	case "in":
		from, number, _ := strings.Cut(rest, " ")
		x.box.put(command{do: func(sw *Switch) {
			if _, err := sw.callIn(from, number); err != nil {
				fmt.Fprintf(&x.said, "  refused: %v\n", err)
			}
		}})
	case "queue":
		id, rules, _ := strings.Cut(rest, " ")
		q := record.Queue{Device: id, Tenant: "demo", Name: "Support", Members: scenario.Directory().Queues[0].Members}
		if err := json.Unmarshal([]byte(rules), &q); err != nil {
			x.t.Fatal(err)
		}
		x.box.put(command{do: func(sw *Switch) { sw.putQueue(q) }})
	case "unqueue":
		x.box.put(command{do: func(sw *Switch) { sw.removeQueue(rest) }})
	case "reasons":
		var reasons []record.Reason
		if err := json.Unmarshal([]byte(rest), &reasons); err != nil {
			x.t.Fatal(err)
		}
		x.box.put(command{do: func(sw *Switch) { sw.setReasons(reasons) }})
	case "restart":
		x.restart()
	case "stop":
		x.box.put(command{do: (*Switch).endAll})
	case "leave":
		x.box.put(command{do: func(sw *Switch) { sw.leave(x.session(rest)) }})
	default:
		service, body, _ := strings.Cut(rest, " ")
		m, err := csta.DecodeJSON(service, []byte(body))
		if err != nil {
			x.t.Fatalf("%s: %v", l, err)
		}
		x.request(who, m)
	}
}

// restart puts a switch in the place of this one that knows what the journal
// kept. Its calls and its sessions' monitors are gone.
func (x *exchange) restart() {
	dir := scenario.Directory()
	dir.Features = nil
	kept := make(map[[2]string]int)
	for _, e := range x.entries {
		if e.Feature == nil {
			continue
		}
		key := [2]string{e.Feature.Device, e.Feature.Name}
		if i, ok := kept[key]; ok {
			dir.Features[i].Value = e.Feature.Value
			continue
		}
		kept[key] = len(dir.Features)
		dir.Features = append(dir.Features, *e.Feature)
	}
	dir.Features = slices.DeleteFunc(dir.Features, func(f record.FeatureSetting) bool { return f.Value == "" })
	slices.SortFunc(dir.Features, func(a, b record.FeatureSetting) int {
		return cmp.Or(cmp.Compare(a.Device, b.Device), cmp.Compare(a.Name, b.Name))
	})
	reasons := x.sw.reasons
	x.box = newMailbox()
	x.sw = NewSwitch(dir, &scenario.IDs{}, sim.NewPhones(x.box), sim.NewTrunk(x.box))
	x.sw.now, x.sw.reasons = x.now, reasons
	x.sw.restore(dir.Features, slog.New(slog.DiscardHandler))
	x.sw.batch.reset()
}

// newDevice is the telephone of a number, one that is offered its calls, the
// device of a queue, or a route point with its default.
func newDevice(words []string) record.Device {
	d := record.Device{ID: words[0], Tenant: "demo", Kind: record.DeviceStation}
	switch {
	case len(words) == 2 && words[1] == "offered":
		d.Offered = true
	case len(words) == 2 && words[1] == "queue":
		d.Kind = record.DeviceQueue
	case len(words) == 3 && words[1] == "route":
		d.Kind, d.Default = record.DeviceRoute, strings.TrimPrefix(words[2], "none")
	}
	return d
}

func (x *exchange) reported(words []string) {
	r := line.Report{Leg: line.Leg{Device: words[0], Call: words[2]}, Cause: csta.EventCauseNormalClearing}
	for kind, name := range map[line.ReportKind]string{
		line.Ringing: "ringing", line.Answered: "answered", line.Rejected: "rejected", line.Ended: "ended", line.MediaLost: "lost",
	} {
		if name == words[1] {
			r.Kind = kind
		}
	}
	if r.Kind == 0 {
		x.t.Fatalf("no such report: %v", words)
	}
	if len(words) > 3 {
		r.Cause, _ = csta.ParseEventCause(words[3])
	}
	x.box.Report(r)
}

func (x *exchange) request(who string, m csta.Message) {
	s := x.session(who)
	x.box.put(command{request: &Request{Outlet: s, Principal: s.principal, Message: m, CrossRefs: NamedApart}})
}

// session gives a user's session, opened at its first use.
func (x *exchange) session(name string) *listener {
	if s, ok := x.sessions[name]; ok {
		return s
	}
	dir := scenario.Directory()
	i := slices.IndexFunc(dir.Users, func(u record.User) bool { return u.ID == strings.TrimRight(name, "0123456789") })
	if i < 0 {
		x.t.Fatalf("no user %q", name)
	}
	principal := access.Of(&dir.Users[i])
	s := &listener{name: name, principal: &principal, out: &x.said, heard: &x.heard}
	x.sessions[name] = s
	return s
}

// settle does what there is to do now.
func (x *exchange) settle() {
	for {
		commands := x.box.take(nil)
		if len(commands) == 0 {
			break
		}
		for i := range commands {
			x.sw.do(x.now, &commands[i])
		}
	}
	x.entries = append(x.entries, x.sw.batch.entries...)
	for _, e := range x.sw.batch.entries {
		fmt.Fprintf(&x.said, "  journal: %s\n", describeEntry(e))
	}
	for i := range x.sw.batch.items {
		x.sw.batch.items[i].deliver()
	}
	x.sw.batch.reset()
}

// wait lets time pass, from one timer to the next.
func (x *exchange) wait(d time.Duration) {
	end := x.now.Add(d)
	for {
		due, ok := x.sw.NextTimer()
		if !ok || due.After(end) {
			break
		}
		x.now = due
		x.sw.Expire(due)
		x.settle()
	}
	x.now = end
}

// left tells of calls that a scenario leaves up.
func (x *exchange) left() string {
	ids := x.sw.model.CallIDs()
	if len(ids) == 0 && len(x.sw.calls) == 0 && len(x.sw.offers) == 0 {
		return ""
	}
	slices.Sort(ids)
	return fmt.Sprintf("  left up: %s\n", strings.Join(ids, " "))
}

// listener is a session that writes down what it hears.
type listener struct {
	name      string
	principal *access.Principal
	out       *strings.Builder
	heard     *[]csta.Message
}

func (l *listener) Reply(_ any, m csta.Message, err error) {
	if err != nil {
		*l.heard = append(*l.heard, csta.FaultOf(err).Message())
		fmt.Fprintf(l.out, "  %s < %v\n", l.name, err)
		return
	}
	if m == nil {
		fmt.Fprintf(l.out, "  %s < done\n", l.name)
		return
	}
	*l.heard = append(*l.heard, m)
	fmt.Fprintf(l.out, "  %s < %s%s\n", l.name, m.Name(), scenario.Describe(csta.AppendJSON(nil, m)))
}

func (l *listener) Notify(crossRef string, p *Publication) {
	*l.heard = append(*l.heard, p.Event)
	if e, ok := p.Event.(*csta.MonitorStartedEvent); ok {
		fmt.Fprintf(l.out, "  %s [%s] MonitorStarted of %s as %s, %s\n", l.name, crossRef, e.MonitoredConnection.DeviceID, e.MonitoredConnection.MonitorCrossRefID, e.NumberType)
		return
	}
	fmt.Fprintf(l.out, "  %s [%s] %s%s\n", l.name, crossRef, p.Event.EventName(), scenario.Describe(csta.AppendJSON(nil, p.Event)))
}

func (l *listener) Ask(m csta.Message) {
	*l.heard = append(*l.heard, m)
	fmt.Fprintf(l.out, "  %s < asked %s%s\n", l.name, m.Name(), scenario.Describe(csta.AppendJSON(nil, m)))
}

func (l *listener) Pass(f func()) { f() }

func describeEntry(e record.Entry) string {
	if f := e.Feature; f != nil {
		return fmt.Sprintf("%s %s is %s", f.Device, f.Name, cmp.Or(f.Value, "the default"))
	}
	kind := map[record.EntryKind]string{record.CallBegan: "began", record.CallAnswered: "answered", record.CallEnded: "ended"}[e.Kind]
	c := e.Call
	text := fmt.Sprintf("%s %s %s %s to %s by %q", c.Call, kind, c.Direction, c.Calling, c.Called, c.RequestedBy)
	if e.Kind == record.CallEnded {
		text += fmt.Sprintf(" after %v", c.Ended.Sub(c.Started))
		if !c.Answered.IsZero() {
			text += fmt.Sprintf(", answered after %v", c.Answered.Sub(c.Started))
		}
		text += " " + c.Cause
		for _, p := range c.Parties {
			text += fmt.Sprintf("; %s %s", p.Device, p.Cause)
		}
	}
	return text
}
