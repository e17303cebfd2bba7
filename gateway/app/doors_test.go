package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/session"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
	"github.com/cstahub/cstahub/gateway/bench"
	"github.com/cstahub/cstahub/gateway/hub"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// TestScenariosThroughTheDoors plays the engine's scenarios, those in which no
// time has to pass, through the hub, through the TCP port, and with every other
// session at the other door; each session must hear, in the same order, what
// the scenario has for it.
func TestScenariosThroughTheDoors(t *testing.T) {
	files, err := filepath.Glob("../../cstacore/pbx/testdata/*.scenario")
	if err != nil {
		t.Fatal(err)
	}
	played := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if clockwork.Match(text) {
			continue
		}
		played++
		name := strings.TrimSuffix(filepath.Base(file), ".scenario")
		for _, doors := range []string{"hub", "tcp", "hub and tcp"} {
			t.Run(name+" by "+doors, func(t *testing.T) {
				t.Parallel()
				newHouse(t, doors).play(string(text))
			})
		}
	}
	if 3*played < len(files) {
		t.Errorf("only %d of %d scenarios are played", played, len(files))
	}
}

// clockwork finds what cannot be done through a door: to have time pass or two
// things come at once, to report for a line, to change or stop the switch. The
// cross references of monitors differ between the doors, so scenarios in which
// clients name them are left out too, and so are those with requestIDs, which the
// doors' answers have.
var clockwork = regexp.MustCompile(`(?m)^(&|> (wait|line|device|stop|leave|in|queue|unqueue|reasons) |> (stop|restart)$)|monitorCrossRefId|requestId|#\d\]`)

// house is the scenarios' tenant behind both doors.
type house struct {
	t       *testing.T
	doors   string
	hubAddr string
	tcpAddr string
	guests  map[string]guest
}

// guest is a session at one of the doors.
type guest interface {
	// ask makes a request and tells the answer in a scenario's words.
	ask(service, body string) string
	// next tells the next event, or request of the server.
	next() string
	// plain takes from a scenario's line what this door does not tell.
	plain(line string) string
}

// still is a tenant for whose trunk no time passes: what the network does after
// a while it never does, however slowly a scenario is played.
type still struct{ line.Host }

// ReportAfter implements line.Host.
func (still) ReportAfter(time.Duration, line.Report) {}

// byClock is the event that a queue's monitors hear whenever a second has
// passed, which no scenario that is played here has in it.
const byClock = "QueueStatistics"

// names lets everybody of the scenarios in under his name.
type names map[string]access.Principal

// Authenticate implements session.Authenticator.
func (n names) Authenticate(_ context.Context, user, _, _, _ string) (access.Principal, bool, error) {
	p, ok := n[user]
	return p, ok, nil
}

func newHouse(t *testing.T, doors string) *house {
	dir := scenario.Directory()
	people := make(names)
	for i := range dir.Users {
		for _, twin := range []string{"", "2", "3"} {
			people[dir.Users[i].ID+twin] = access.Of(&dir.Users[i])
		}
	}
	log := slog.New(slog.DiscardHandler)
	tenant := pbx.Start(pbx.Config{
		Directory: dir, Journal: store.NewMemory(), IDs: &scenario.IDs{}, Log: log,
		Lines: func(host line.Host) (phones, trunk line.Line) { return sim.NewPhones(host), sim.NewTrunk(still{host}) },
	})
	sessions := session.NewService(session.Config{
		Authenticator: people, Tenants: tenants{"demo": tenant, "acme": tenant}, Log: log, LoginTime: patience,
	})
	signalrServer := signalr.NewServer(hub.New(sessions, log), signalr.Options{
		Path: "/csta", Logger: log,
		Authenticate: func(r *http.Request) (signalr.Principal, error) {
			p := people[signalr.BearerToken(r)]
			return signalr.Principal{UserID: p.User, Identity: &p}, nil
		},
	})
	web := httptest.NewServer(signalrServer)
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	tcp := xmltcp.NewServer(xmltcp.Config{Sessions: sessions, Log: log})
	served := make(chan error, 1)
	go func() { served <- tcp.Serve(port) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		tcp.StopListening()
		sessions.Stop()
		for _, err := range []error{signalrServer.Shutdown(ctx), tcp.Stop(ctx), <-served, tenant.Stop(ctx)} {
			if err != nil && !errors.Is(err, net.ErrClosed) { // stopped before it listened
				t.Error(err)
			}
		}
		web.Close()
	})
	return &house{t: t, doors: doors, hubAddr: web.URL, tcpAddr: port.Addr().String(), guests: make(map[string]guest)}
}

// play makes a scenario's requests, and holds what each session hears against
// the lines that follow.
func (h *house) play(text string) {
	h.t.Helper()
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if !strings.HasPrefix(l, "> ") {
			continue
		}
		who, request, _ := strings.Cut(l[2:], " ")
		service, body, _ := strings.Cut(request, " ")
		answer := who + " < " + h.guest(who).ask(service, body)
		for _, expected := range lines[i+1:] {
			expected, isHeard := strings.CutPrefix(expected, "  ")
			if !isHeard {
				break
			}
			name, what, _ := strings.Cut(expected, " ")
			switch {
			case name == "journal:" || name == "left":
			case strings.HasPrefix(what, "< ") && !strings.HasPrefix(what, "< asked"):
				h.compare(who, l, expected, answer)
			default:
				h.compare(name, l, expected, name+" "+h.guest(name).next())
			}
		}
	}
}

func (h *house) compare(name, request, expected, got string) {
	h.t.Helper()
	if g := h.guest(name); g.plain(expected) != g.plain(got) {
		h.t.Fatalf("%s\nexpected %s\nheard    %s", request, g.plain(expected), g.plain(got))
	}
}

func (h *house) guest(name string) guest {
	if g, ok := h.guests[name]; ok {
		return g
	}
	var g guest
	if h.doors == "hub" || h.doors != "tcp" && len(h.guests)%2 == 0 {
		g = newHubGuest(h.t, h.hubAddr, name)
	} else {
		g = newTCPGuest(h.t, h.tcpAddr, name)
	}
	h.guests[name] = g
	return g
}

// heard gives the next thing from a channel.
func heard(t *testing.T, from <-chan string) string {
	t.Helper()
	select {
	case text := <-from:
		return text
	case <-time.After(patience):
		return "nothing"
	}
}

var (
	crossRef    = regexp.MustCompile(`\[[^\]]*\] `)
	privateData = regexp.MustCompile(` privateData=\{[^}]*\}`)
	errorDetail = regexp.MustCompile(`(CSTAErrorCode [\w.]+).*`)
)

// hubGuest is a session at the hub.
type hubGuest struct {
	*bench.Client
	t      *testing.T
	events chan string
}

func newHubGuest(t *testing.T, addr, name string) *hubGuest {
	t.Helper()
	g := &hubGuest{t: t, events: make(chan string, 1000)}
	var err error
	g.Client, err = bench.Dial(t.Context(), addr+"/csta", name, nil, func(target string, argument json.RawMessage) {
		var event struct{ MonitorCrossRefID string }
		_ = json.Unmarshal(argument, &event)
		if target == byClock {
			return
		}
		if event.MonitorCrossRefID == "" {
			g.events <- "< asked " + target + scenario.Describe(argument)
			return
		}
		g.events <- fmt.Sprintf("[%s] %s%s", event.MonitorCrossRefID, target, scenario.Describe(argument))
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close() })
	return g
}

func (g *hubGuest) ask(service, body string) string {
	g.t.Helper()
	if body == "" {
		body = "{}"
	}
	answer, err := g.Call(g.t.Context(), service, body)
	switch {
	case err != nil:
		g.t.Fatal(err)
		return ""
	case answer.Error != "":
		return answer.Error
	case len(csta.Responses(service)) == 0:
		return "done"
	default:
		return strings.Replace(service, "SnapShot", "Snapshot", 1) + "Response" + scenario.Describe(answer.Result)
	}
}

func (g *hubGuest) next() string { g.t.Helper(); return heard(g.t, g.events) }

func (g *hubGuest) plain(line string) string { return line }

// tcpGuest is a CTI program that speaks the standard's sixth edition.
type tcpGuest struct {
	*client.Client
	t       *testing.T
	events  chan string
	refused chan string
}

func newTCPGuest(t *testing.T, addr, name string) *tcpGuest {
	t.Helper()
	g := &tcpGuest{t: t, events: make(chan string, 1000), refused: make(chan string, 1000)}
	var err error
	g.Client, err = client.Dial(t.Context(), addr, xmltcp.J2, func(r client.Received) {
		switch m := r.Message.(type) {
		case *csta.CSTAErrorCode:
			g.refused <- m.Fault().Error()
		case csta.Event:
			if m.EventName() == byClock {
				return
			}
			g.events <- fmt.Sprintf("[] %s%s", m.EventName(), scenario.Describe(csta.AppendJSON(nil, m)))
		default:
			if m.Kind() == csta.KindRequest {
				g.events <- "< asked " + m.Name() + scenario.Describe(csta.AppendJSON(nil, m))
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.Close() })
	if _, err := g.Do(t.Context(), &csta.StartApplicationSession{
		ApplicationInfo:           csta.ApplicationInfo{ApplicationID: "scenario", ApplicationSpecificInfo: csta.Foreign{{Name: "userID", Text: name}, {Name: "password", Text: "x"}}},
		RequestedProtocolVersions: []string{csta.ED6.Namespace()},
	}, csta.ED6); err != nil {
		t.Fatal(err)
	}
	return g
}

func (g *tcpGuest) ask(service, body string) string {
	g.t.Helper()
	m, err := csta.DecodeJSON(service, []byte(body))
	if err != nil {
		g.t.Fatal(err)
	}
	if len(csta.Responses(service)) == 0 {
		return g.tell(m)
	}
	answer, err := g.Do(g.t.Context(), m, csta.ED6)
	if err != nil {
		<-g.refused
		return err.Error()
	}
	return answer.Name() + scenario.Describe(csta.AppendJSON(nil, answer))
}

// tell makes a request that is not answered, unless to refuse it; another one,
// which is answered, shows that it was carried out.
func (g *tcpGuest) tell(m csta.Message) string {
	g.t.Helper()
	if err := g.Send(g.NextInvokeID(), csta.AppendXML(nil, m, csta.ED6)); err != nil {
		g.t.Fatal(err)
	}
	if _, err := g.Do(g.t.Context(), &csta.RequestSystemStatus{}, csta.ED6); err != nil {
		g.t.Fatal(err)
	}
	select {
	case refused := <-g.refused:
		return refused
	default:
		return "done"
	}
}

func (g *tcpGuest) next() string { g.t.Helper(); return heard(g.t, g.events) }

// plain: the program gets no cross references of its choice, no private data
// and no words to explain errors.
func (g *tcpGuest) plain(line string) string {
	line = crossRef.ReplaceAllString(line, "[] ")
	line = privateData.ReplaceAllString(line, "")
	return errorDetail.ReplaceAllString(line, "$1")
}
