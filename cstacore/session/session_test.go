package session

import (
	"context"
	"errors"
	"fmt"
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
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// world is a service with one tenant, in a bubble of fake time.
type world struct {
	t       *testing.T
	service *Service
	tenant  *pbx.Tenant
	disk    *disk
}

// disk is a journal that may be held up.
type disk struct {
	pbx.Journal
	mu   sync.Mutex
	held chan struct{}
}

// hold has what is written wait until release is called.
func (d *disk) hold() (release func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.held = make(chan struct{})
	return sync.OnceFunc(func() { close(d.held) })
}

// Append implements pbx.Journal.
func (d *disk) Append(ctx context.Context, tenant string, entries []record.Entry) error {
	d.mu.Lock()
	held := d.held
	d.mu.Unlock()
	if held != nil {
		<-held
	}
	return d.Journal.Append(ctx, tenant, entries)
}

// Authenticate knows alice and bob, whose passwords are their names.
func (w *world) Authenticate(_ context.Context, user, password, domain, _ string) (access.Principal, bool, error) {
	devices := map[string]string{"alice": "200", "bob": "201"}
	switch {
	case user == "broken":
		return access.Principal{}, false, errors.New("the disk is gone")
	case devices[user] == "" || password != user || domain != "" && domain != "demo.example":
		return access.Principal{}, false, nil
	}
	return access.Principal{User: user, Tenant: "demo", Device: devices[user]}, true, nil
}

func (w *world) Tenant(id string) (*pbx.Tenant, bool) { return w.tenant, id == "demo" }

// numbers names calls.
type numbers struct{ calls, linkages int }

func (n *numbers) Call() string    { n.calls++; return fmt.Sprint("c", n.calls) }
func (n *numbers) Linkage() string { n.linkages++; return fmt.Sprint("l", n.linkages) }

// inWorld runs a test in a bubble and checks that nothing is left of it.
func inWorld(t *testing.T, test func(*world)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		w := &world{t: t, disk: &disk{Journal: store.NewMemory()}}
		w.tenant = pbx.Start(pbx.Config{
			Directory: record.Directory{
				Tenant: record.Tenant{ID: "demo", Trunk: "12345678", NumberPlan: []string{"2xx"}},
				Devices: []record.Device{
					{ID: "200", Tenant: "demo", Kind: record.DeviceStation}, {ID: "201", Tenant: "demo", Kind: record.DeviceStation},
				},
			},
			Journal: w.disk, IDs: &numbers{}, Log: slog.New(slog.DiscardHandler),
			Lines: func(h line.Host) (line.Line, line.Line) { return sim.NewPhones(h), sim.NewTrunk(h) },
		})
		w.service = NewService(Config{
			Authenticator: w, Tenants: w, Log: slog.New(slog.DiscardHandler), LoginTime: 10 * time.Second,
		})
		test(w)
		w.service.Stop()
		synctest.Wait()
		if n := w.service.Len(); n != 0 {
			t.Errorf("%d sessions are left", n)
		}
		if err := w.tenant.Stop(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

// client is a door and who stands before it: it writes down what comes.
type client struct {
	t       *testing.T
	session *Session
	opened  chan struct{} // closed when session is set

	mu      sync.Mutex
	said    []string
	last    csta.Message
	replies []csta.Message
	events  []csta.Position
	closed  *Reason
}

func (w *world) open(kind Kind, principal *access.Principal) *client {
	w.t.Helper()
	c := &client{t: w.t, opened: make(chan struct{})}
	s, err := w.service.Open(c, kind, principal)
	if err != nil {
		w.t.Fatal(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.session = s
	close(c.opened)
	return c
}

func (c *client) say(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.said = append(c.said, fmt.Sprintf(format, args...))
}

func (c *client) Reply(tag any, m csta.Message, _ Form) {
	text := m.Name()
	if e, ok := m.(*csta.CSTAErrorCode); ok {
		text += " " + e.Code.String()
	}
	if id := m.Common().RequestID(); id != "" {
		text += " for " + id
	}
	c.say("%v: %s", tag, text)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = m
	c.replies = append(c.replies, m)
}

func (c *client) Event(crossRef string, pos csta.Position, p *pbx.Publication, _ Form) {
	c.say("[%s] %s", crossRef, p.Event.EventName())
	c.mu.Lock()
	defer c.mu.Unlock()
	c.events = append(c.events, pos)
}

func (c *client) Request(m csta.Message, _ Form) {
	c.say("server asks %s", m.Name())
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = m
}

// Close does what a door does: it closes, and says so.
func (c *client) Close(reason Reason) {
	c.say("closed: %s", reason.Text)
	c.closed = &reason
	go c.gone()
}

func (c *client) gone() {
	<-c.opened
	c.mu.Lock()
	s := c.session
	c.mu.Unlock()
	s.Closed()
}

// do submits a request and waits until everything is quiet.
func (c *client) do(tag string, service, body string) {
	c.t.Helper()
	m, err := csta.DecodeJSON(service, []byte(body))
	if err != nil {
		c.t.Fatal(err)
	}
	c.session.Submit(c.t.Context(), tag, m)
	synctest.Wait()
}

func (c *client) login(user string) {
	c.do("login", "StartApplicationSession",
		fmt.Sprintf(`{"applicationInfo":{"applicationSpecificInfo":{"v:userID":%q,"v:password":%q}},"requestedSessionDuration":60}`, user, user))
}

// expect compares what came since the last time.
func (c *client) expect(want ...string) {
	c.t.Helper()
	synctest.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	if !slices.Equal(c.said, want) {
		c.t.Errorf("heard\n\t%s\nwant\n\t%s", strings.Join(c.said, "\n\t"), strings.Join(want, "\n\t"))
	}
	c.said = nil
}

var (
	tcpKind = Kind{Dialects: true, RemoteAddr: "test"}
	hubKind = Kind{Positions: true, RemoteAddr: "test"}
	alice   = access.Principal{User: "alice", Tenant: "demo", Device: "200"}
)

func TestNothingBeforeLogin(t *testing.T) {
	inWorld(t, func(w *world) {
		c := w.open(tcpKind, nil)
		c.do("1", "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201","privateData":{"requestId":"r1"}}`)
		c.do("2", "StopApplicationSession", `{}`)
		c.do("3", "ResetApplicationSessionTimer", `{}`)
		c.session.Refuse(w.t.Context(), "4", "r4", csta.OperationFault(csta.OperationErrorsServiceNotSupported, ""))
		c.expect(
			"1: CSTAErrorCode operation.securityViolation for r1",
			"2: StopApplicationSessionNegResponse",
			"3: ResetApplicationSessionTimerNegResponse",
			"4: CSTAErrorCode operation.serviceNotSupported for r4",
		)
		time.Sleep(10*time.Second - time.Millisecond)
		c.expect()
		time.Sleep(time.Millisecond)
		c.expect("closed: " + ReasonNoLogin.Text)
		if c.closed.Return {
			t.Error("one who does not log in is told to come back")
		}
	})
}

func TestLogin(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"unitel", `{"applicationInfo":{"applicationSpecificInfo":{"vendorData:userID":"alice","vendorData:password":"alice","vendorData:pbxDomain":"demo.example"}}}`, "StartApplicationSessionPosResponse"},
		{"user name, deeper", `{"applicationInfo":{"applicationSpecificInfo":{"SessionLoginInfo":{"userName":"alice","password":"alice"}}}}`, "StartApplicationSessionPosResponse"},
		{"wrong password", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"x"}}}`, "StartApplicationSessionNegResponse"},
		{"wrong user", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"x","password":"alice"}}}`, "StartApplicationSessionNegResponse"},
		{"wrong domain", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice","pbxDomain":"x"}}}`, "StartApplicationSessionNegResponse"},
		{"nothing", `{"applicationInfo":{"applicationID":"x"}}`, "StartApplicationSessionNegResponse"},
		{"our own fault", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"broken"}}}`, "StartApplicationSessionNegResponse"},
		{"unknown version", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice"}},"requestedProtocolVersions":{"protocolVersion":["x"]}}`, "StartApplicationSessionNegResponse"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				c := w.open(tcpKind, nil)
				c.do("1", "StartApplicationSession", tt.body)
				c.expect("1: " + tt.want)
				if refused, ok := c.last.(*csta.StartApplicationSessionNegResponse); ok {
					for _, secret := range []string{"password is", "no such user", "disk"} {
						if strings.Contains(refused.Private.Detail, secret) {
							t.Errorf("the refusal says %q", refused.Private.Detail)
						}
					}
				}
			})
		})
	}
}

// TestRefusalsAreAlike: which part of a login was wrong shows in nothing.
func TestRefusalsAreAlike(t *testing.T) {
	inWorld(t, func(w *world) {
		var texts []string
		for _, info := range []string{`"userID":"alice","password":"x"`, `"userID":"x","password":"alice"`, `"userID":"alice","password":"alice","pbxDomain":"x"`} {
			c := w.open(tcpKind, nil)
			c.do("1", "StartApplicationSession", `{"applicationInfo":{"applicationSpecificInfo":{`+info+`}}}`)
			texts = append(texts, string(csta.AppendXML(nil, c.last, csta.Unitel)))
		}
		if texts[0] != texts[1] || texts[1] != texts[2] {
			t.Errorf("refused differently:\n%s", strings.Join(texts, "\n"))
		}
	})
}

func TestOneSessionAConnection(t *testing.T) {
	inWorld(t, func(w *world) {
		c := w.open(tcpKind, nil)
		c.login("alice")
		id := c.last.(*csta.StartApplicationSessionPosResponse).SessionID
		c.login("alice")
		c.do("stop", "StopApplicationSession", `{"sessionId":"another"}`)
		c.do("stop", "StopApplicationSession", fmt.Sprintf(`{"sessionId":%q}`, id))
		c.do("after", "SnapshotDevice", `{"snapshotObject":"200"}`)
		c.login("bob")
		c.do("again", "SnapshotDevice", `{"snapshotObject":"201"}`)
		c.expect(
			"login: StartApplicationSessionPosResponse",
			"login: StartApplicationSessionNegResponse",
			"stop: StopApplicationSessionNegResponse",
			"stop: StopApplicationSessionPosResponse",
			"after: CSTAErrorCode operation.securityViolation",
			"login: StartApplicationSessionPosResponse",
			"again: SnapshotDeviceResponse",
		)
	})
}

func TestTimer(t *testing.T) {
	ed6 := `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice"}},"requestedSessionDuration":60,
		"requestedProtocolVersions":{"protocolVersion":["http://www.ecma-international.org/standards/ecma-323/csta/ed6"]}}`
	inWorld(t, func(w *world) {
		c := w.open(tcpKind, nil)
		c.do("1", "StartApplicationSession", ed6)
		time.Sleep(59 * time.Second)
		c.do("2", "ResetApplicationSessionTimer", `{"requestedSessionDuration":90}`)
		if got := c.last.(*csta.ResetApplicationSessionTimerPosResponse).ActualSessionDuration; got != 90 {
			t.Errorf("the timer is set to %d s", got)
		}
		time.Sleep(89 * time.Second)
		c.expect("1: StartApplicationSessionPosResponse", "2: ResetApplicationSessionTimerPosResponse")
		time.Sleep(time.Second)
		c.expect("server asks ApplicationSessionTerminated")
		if why := c.last.(*csta.ApplicationSessionTerminated).SessionTermReason.DefinedTermReason; why != csta.DefinedTermReasonSessionTimerExpired {
			t.Errorf("terminated for %v", why)
		}
		c.do("3", "StartApplicationSession", ed6) // the connection may be used again
		c.expect("3: StartApplicationSessionPosResponse")
		time.Sleep(60 * time.Second)
		c.expect("server asks ApplicationSessionTerminated")
		time.Sleep(10 * time.Second)
		c.expect("closed: " + ReasonNoLogin.Text)
	})
}

func TestNoTimerWhileTheConnectionLives(t *testing.T) {
	inWorld(t, func(w *world) {
		unitel, hub := w.open(tcpKind, nil), w.open(hubKind, nil)
		unitel.login("alice")
		hub.login("alice")
		time.Sleep(24 * time.Hour)
		unitel.expect("login: StartApplicationSessionPosResponse")
		hub.expect("login: StartApplicationSessionPosResponse")
	})
}

func TestDurationBounds(t *testing.T) {
	for requested, want := range map[csta.Opt[int64]]time.Duration{
		{}:                        defaultDuration,
		csta.Some[int64](0):       minDuration,
		csta.Some[int64](-5):      minDuration,
		csta.Some[int64](120):     2 * time.Minute,
		csta.Some[int64](1 << 62): maxDuration,
	} {
		if got := duration(requested); got != want {
			t.Errorf("%v: %v, want %v", requested, got, want)
		}
	}
}

func TestProofExpires(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		p.Expires = time.Now().Add(time.Minute)
		c := w.open(hubKind, &p)
		time.Sleep(time.Minute)
		c.expect("server asks ApplicationSessionTerminated", "closed: "+ReasonProofExpired.Text)
		if !c.closed.Return {
			t.Error("a client whose token expired is not told to come back")
		}
	})
}

func TestSessionOfAToken(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		c := w.open(hubKind, &p)
		c.do("1", "MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
		// The login that published clients send anyway sets the duration, once;
		// with another's password it is refused, and nothing changes.
		c.do("2", "StartApplicationSession", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"bob","password":"bob"}}}`)
		c.do("3", "StartApplicationSession", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"wrong"}}}`)
		c.login("alice")
		c.login("alice")
		c.do("6", "MonitorStop", `{"monitorCrossRefId":"200"}`)
		c.expect(
			"1: MonitorStartResponse",
			"2: StartApplicationSessionNegResponse",
			"3: StartApplicationSessionNegResponse",
			"login: StartApplicationSessionPosResponse",
			"login: StartApplicationSessionNegResponse",
			"6: MonitorStopResponse",
		)
	})
}

func TestUnknownTenant(t *testing.T) {
	inWorld(t, func(w *world) {
		if _, err := w.service.Open(&client{t: t}, hubKind, &access.Principal{User: "x", Tenant: "acme"}); err == nil {
			t.Error("a token for a tenant that is not here opens a session")
		}
	})
}

func TestOrderAndPositions(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		c, other := w.open(hubKind, &p), w.open(hubKind, &p)
		other.do("0", "MonitorStart", `{"monitorObject":{"deviceObject":"u-12345678-200"}}`)
		other.expect("0: MonitorStartResponse")
		c.do("1", "MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
		c.do("2", "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`)
		c.session.Refuse(w.t.Context(), "3", "", csta.OperationFault(csta.OperationErrorsServiceNotSupported, ""))
		c.do("4", "SnapshotDevice", `{"snapshotObject":"200"}`)
		c.expect(
			"1: MonitorStartResponse",
			"2: MakeCallResponse",
			"[200] ServiceInitiated", "[200] Originated", "[200] Delivered",
			"3: CSTAErrorCode operation.serviceNotSupported",
			"4: SnapshotDeviceResponse",
		)
		if p := c.last.Common().Private; p.Offset.Or(0) != 3 || p.Epoch != c.events[0].Epoch {
			t.Errorf("the snapshot is taken at %s %d, the events are %v", p.Epoch, p.Offset.Or(0), c.events)
		}
		c.do("5", "ClearConnection", `{"connectionToBeCleared":{"deviceId":"200"}}`)
		c.expect("5: ClearConnectionResponse", "[200] ConnectionCleared")
		other.expect("[u-12345678-200] ServiceInitiated", "[u-12345678-200] Originated", "[u-12345678-200] Delivered", "[u-12345678-200] ConnectionCleared")
		for _, one := range []*client{c, other} {
			for i, pos := range one.events {
				if pos.Offset != uint64(i+1) || pos.Epoch != one.events[0].Epoch {
					t.Errorf("event %d has position %v", i, pos)
				}
			}
		}
		if c.events[0].Epoch == other.events[0].Epoch {
			t.Error("two sessions have the same epoch")
		}
	})
}

// TestCallsOutliveSessions: when a connection goes, its monitors go and its
// calls stay.
func TestCallsOutliveSessions(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		c := w.open(hubKind, &p)
		c.do("1", "MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
		c.do("2", "MakeCall", `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"}`)
		c.session.Closed()
		c.session.Closed() // a door may say so twice
		c.said = nil
		time.Sleep(5 * time.Second)
		c.expect()
		again := w.open(hubKind, &p)
		again.do("3", "ClearConnection", `{"connectionToBeCleared":{"deviceId":"200"}}`)
		again.expect("3: ClearConnectionResponse")
	})
}

func TestStop(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		in, out := w.open(hubKind, &p), w.open(tcpKind, nil)
		w.service.Stop()
		in.expect("server asks ApplicationSessionTerminated", "closed: "+ReasonStopping.Text)
		out.expect("closed: " + ReasonStopping.Text)
		if _, err := w.service.Open(&client{t: t}, hubKind, &p); err == nil {
			t.Error("a session opens while the server stops")
		}
	})
}

// TestSubmitWaits: a session takes no more requests than may be under way, and
// a client that is gone does not wait for ever.
func TestSubmitWaits(t *testing.T) {
	inWorld(t, func(w *world) {
		c := w.open(tcpKind, nil)
		for range maxOutstanding {
			c.session.slots <- struct{}{}
		}
		m := &csta.SnapshotDevice{SnapshotObject: csta.Device("200")}
		submitted := false
		go func() {
			c.session.Submit(w.t.Context(), "1", m)
			submitted = true
		}()
		synctest.Wait()
		if submitted {
			t.Error("a request too many is taken")
		}
		<-c.session.slots
		synctest.Wait()
		if !submitted {
			t.Error("there is room, and the request waits")
		}
		c.expect("1: CSTAErrorCode operation.securityViolation")
		c.session.slots <- struct{}{}
		go c.session.Submit(w.t.Context(), "2", m)
		synctest.Wait()
		c.session.Closed() // otherwise the bubble would end with the goroutine in it
	})
}

// TestTimerCannotBeSet: a session's time goes by a clock that nobody can set. In
// a bubble times have no such clock.
func TestTimerCannotBeSet(t *testing.T) {
	p := alice
	r := newRun(&Session{}, nil, &p, Form{Dialect: csta.ED3}, time.Hour)
	r.startTimers()
	defer r.stopTimers()
	if !strings.Contains(r.deadline.String(), " m=") {
		t.Errorf("the session ends at %s by the clock on the wall", r.deadline)
	}
}
