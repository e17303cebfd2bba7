package session

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// place is where a client was in the log of a session.
type place struct {
	id  string
	pos csta.Position
}

// begin logs in to learn the session's id, on a connection that has a token.
func (c *client) begin() place {
	c.t.Helper()
	c.do("begin", "StartApplicationSession", `{}`)
	c.expect("begin: StartApplicationSessionPosResponse")
	m := c.last.(*csta.StartApplicationSessionPosResponse)
	return place{m.SessionID, csta.Position{Epoch: m.Private.Epoch, Offset: m.Private.Offset.Or(99)}}
}

// resume asks for an earlier session, and tells whether it was given.
func (c *client) resume(at place) (recovered bool) {
	c.t.Helper()
	c.do("resume", "StartApplicationSession", fmt.Sprintf(
		`{"applicationInfo":{"applicationSpecificInfo":{"sessionId":%q,"epoch":%q,"offset":%d}}}`, at.id, at.pos.Epoch, at.pos.Offset))
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, m := range c.replies {
		if m, ok := m.(*csta.StartApplicationSessionPosResponse); ok {
			told, _ := m.Private.Recovered.Get()
			if told && (m.SessionID != at.id || m.Private.Epoch != at.pos.Epoch || m.Private.Offset.Or(99) != at.pos.Offset) {
				c.t.Errorf("resumed %v as %s at %s %d", at, m.SessionID, m.Private.Epoch, m.Private.Offset.Or(99))
			}
			return told
		}
	}
	c.t.Fatal("no session was given")
	return false
}

const (
	monitor200 = `{"monitorObject":{"deviceObject":"200"}}`
	call201    = `{"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`
	clear200   = `{"connectionToBeCleared":{"deviceId":"200"}}`
)

// TestResume: who comes back in time hears what he missed, in order and in its
// places, and goes on being told.
func TestResume(t *testing.T) {
	inWorld(t, func(w *world) {
		p, q := alice, alice
		c, other := w.open(hubKind, &p), w.open(hubKind, &q)
		at := c.begin()
		c.do("1", "MonitorStart", monitor200)
		other.do("1", "MakeCall", call201)
		c.expect("1: MonitorStartResponse", "[200] ServiceInitiated", "[200] Originated", "[200] Delivered")
		at.pos = c.events[0] // the connection was lost before the other two came
		c.session.Closed()
		time.Sleep(30 * time.Second)
		other.do("2", "ClearConnection", clear200)

		c = w.open(hubKind, &p)
		if !c.resume(at) {
			t.Fatal("one who comes back in time is not taken back")
		}
		c.expect("resume: StartApplicationSessionPosResponse", "[200] Originated", "[200] Delivered", "[200] ConnectionCleared")
		other.do("3", "MakeCall", call201)
		c.expect("[200] ServiceInitiated", "[200] Originated", "[200] Delivered")
		for i, pos := range c.events {
			if want := (csta.Position{Epoch: at.pos.Epoch, Offset: uint64(i + 2)}); pos != want {
				t.Errorf("event %d is at %v, want %v", i, pos, want)
			}
		}

		at.pos = c.events[len(c.events)-1]
		c.session.Closed()
		c = w.open(hubKind, &p)
		if !c.resume(at) {
			t.Error("a session cannot be resumed twice")
		}
		c.do("4", "MonitorStop", `{"monitorCrossRefId":"200"}`)
		c.expect("resume: StartApplicationSessionPosResponse", "4: MonitorStopResponse")
	})
}

// TestResumeOverTCP: the same for a program that logs in with a password.
func TestResumeOverTCP(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		other := w.open(hubKind, &p)
		login := func(c *client, more string) *csta.PrivateData {
			c.do("login", "StartApplicationSession", `{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice","eventPositions":"true"`+more+`}}}`)
			return c.last.Common().Private
		}
		c := w.open(tcpKind, nil)
		q := login(c, "")
		id := c.last.(*csta.StartApplicationSessionPosResponse).SessionID
		c.do("1", "MonitorStart", monitor200)
		c.session.Closed()
		other.do("1", "MakeCall", call201)

		c = w.open(tcpKind, nil)
		c.do("login", "StartApplicationSession", fmt.Sprintf(
			`{"applicationInfo":{"applicationSpecificInfo":{"userID":"bob","password":"bob","eventPositions":"true","sessionID":%q,"epoch":%q,"offset":0}}}`, id, q.Epoch))
		if recovered, told := c.last.Common().Private.Recovered.Get(); recovered || !told {
			t.Error("a session's id is a credential")
		}
		c = w.open(tcpKind, nil)
		c.do("login", "StartApplicationSession", fmt.Sprintf(
			`{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice","eventPositions":"true","sessionID":%q,"epoch":%q,"offset":0}}}`, id, q.Epoch))
		c.expect("login: StartApplicationSessionPosResponse", "[200] ServiceInitiated", "[200] Originated", "[200] Delivered")
	})
}

// TestNotResumed: who cannot be given all that he missed is told so, and has a
// new session.
func TestNotResumed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		kind  Kind
		back  func(w *world, p *access.Principal, at *place)
		again func(c *client)
	}{
		{name: "too late", back: func(*world, *access.Principal, *place) { time.Sleep(graceTime + time.Millisecond) }},
		{name: "another epoch", back: func(_ *world, _ *access.Principal, at *place) { at.pos.Epoch = "x" }},
		{name: "no epoch", back: func(_ *world, _ *access.Principal, at *place) { at.pos.Epoch = "" }},
		{name: "what is yet to come", back: func(_ *world, _ *access.Principal, at *place) { at.pos.Offset = 77 }},
		{name: "another session", back: func(_ *world, _ *access.Principal, at *place) { at.id = "x" }},
		{name: "another user", back: func(_ *world, p *access.Principal, _ *place) { p.User, p.Device = "bob", "201" }},
		{name: "fewer rights", back: func(_ *world, p *access.Principal, _ *place) { p.Control = []string{"201"} }},
		{name: "in somebody's bounds", back: func(_ *world, p *access.Principal, _ *place) { p.Within = &access.Principal{} }},
		{name: "another form", kind: Kind{RemoteAddr: "test"}, back: func(*world, *access.Principal, *place) {}},
		{name: "something asked for before", back: func(*world, *access.Principal, *place) {}, again: func(c *client) {
			c.do("0", "MonitorStart", monitor200)
		}},
		{name: "too much missed", back: func(w *world, p *access.Principal, _ *place) {
			q := *p
			other := w.open(hubKind, &q)
			for range (2*maxRecent+maxMissed)/4 + 1 {
				other.do("1", "MakeCall", call201)
				other.do("1", "ClearConnection", clear200)
			}
			other.session.Closed()
		}},
		{name: "rights changed", back: func(w *world, p *access.Principal, _ *place) { w.service.EndUser(p.Tenant, p.User) }},
		{name: "taken by another", back: func(w *world, p *access.Principal, at *place) {
			if q := *p; !w.open(hubKind, &q).resume(*at) {
				w.t.Error("the other was not let in")
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			inWorld(t, func(w *world) {
				p := alice
				c := w.open(hubKind, &p)
				at := c.begin()
				c.do("1", "MonitorStart", monitor200)
				c.session.Closed()
				q := alice
				tt.back(w, &q, &at)
				if tt.kind.RemoteAddr == "" {
					tt.kind = hubKind
				}
				c = w.open(tt.kind, &q)
				if tt.again != nil {
					tt.again(c)
				}
				if c.resume(at) {
					t.Error("it is resumed")
				}
				c.said = nil
				if tt.again == nil {
					c.do("2", "MonitorStop", `{"monitorCrossRefId":"200"}`)
					c.expect("2: CSTAErrorCode operation.invalidMonitorCrossRefID")
				}
			})
		})
	}
}

// TestNobodyComesBack: sessions whose application cannot come back end with
// their connection, others when their time is over; a user's oldest makes room.
func TestNobodyComesBack(t *testing.T) {
	waiting := func(w *world) int { synctest.Wait(); return len(w.service.allWaiting()) }
	inWorld(t, func(w *world) {
		p := alice
		for _, tt := range []struct {
			name string
			end  func(*client)
			want int
		}{
			{"its id was never asked for", func(c *client) { c.session.Closed() }, 0},
			{"stopped", func(c *client) { c.begin(); c.do("1", "StopApplicationSession", `{}`); c.session.Closed() }, 0},
			{"ended by the server", func(c *client) { c.begin(); c.session.shut(ReasonUserChanged) }, 0},
			{"lost", func(c *client) { c.begin(); c.session.Closed() }, 1},
		} {
			tt.end(w.open(hubKind, &p))
			if got := waiting(w); got != tt.want {
				t.Errorf("%s: %d sessions wait, want %d", tt.name, got, tt.want)
			}
		}
		time.Sleep(graceTime)
		if got := waiting(w); got != 0 {
			t.Errorf("%d sessions wait for ever", got)
		}
		var first place
		for i := range maxWaiting + 1 {
			c := w.open(hubKind, &p)
			if at := c.begin(); i == 0 {
				first = at
			}
			c.session.Closed()
		}
		if got := waiting(w); got != maxWaiting {
			t.Errorf("%d sessions of one user wait, want %d", got, maxWaiting)
		}
		if w.open(hubKind, &p).resume(first) {
			t.Error("the oldest did not make room")
		}
	})
}

// TestUnderWay: what is on its way to a session when its application comes back
// is heard too, in its place, even if that one is lost again before.
func TestUnderWay(t *testing.T) {
	for _, again := range []bool{false, true} {
		inWorld(t, func(w *world) {
			p := alice
			other := w.open(hubKind, &p)
			var at place
			login := func() *client {
				c := w.open(tcpKind, nil)
				c.do("login", "StartApplicationSession", fmt.Sprintf(
					`{"applicationInfo":{"applicationSpecificInfo":{"userID":"alice","password":"alice","eventPositions":"true","sessionID":%q,"epoch":%q,"offset":0}}}`,
					at.id, at.pos.Epoch))
				return c
			}
			c := login()
			at = place{c.last.(*csta.StartApplicationSessionPosResponse).SessionID, csta.Position{Epoch: c.last.Common().Private.Epoch}}
			c.do("1", "MonitorStart", monitor200)
			c.session.Closed()
			release := w.disk.hold() // the call has begun, and nobody may hear of it yet
			other.do("2", "MakeCall", call201)
			other.expect()
			c = login()
			c.expect()
			if again {
				c.session.Closed()
			}
			release()
			synctest.Wait()
			if again {
				c = login()
			}
			c.expect("login: StartApplicationSessionPosResponse", "[200] ServiceInitiated", "[200] Originated", "[200] Delivered")
			for i, pos := range c.events {
				if want := (csta.Position{Epoch: at.pos.Epoch, Offset: uint64(i + 1)}); pos != want {
					t.Errorf("event %d is at %v, want %v", i, pos, want)
				}
			}
		})
	}
}

// TestRoomForThoseWhoWait: however many connections are lost at a time, a user
// has no more sessions that wait than he may.
func TestRoomForThoseWhoWait(t *testing.T) {
	s := NewService(Config{})
	p := alice
	for i := range 10 * maxWaiting {
		displaced, ok := s.await(&run{principal: &p})
		if !ok || (displaced != nil) != (i >= maxWaiting) {
			t.Fatalf("session %d: %v, %v", i, displaced, ok)
		}
		if got := len(s.allWaiting()); got > maxWaiting {
			t.Fatalf("%d wait", got)
		}
	}
}

// TestForgotten: a position that is further back than a session remembers is
// not gone on from, and one that is not is.
func TestForgotten(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		c := w.open(hubKind, &p)
		at := c.begin()
		c.do("1", "MonitorStart", monitor200)
		for range maxRecent {
			c.do("2", "MakeCall", call201)
			c.do("3", "ClearConnection", clear200)
		}
		c.session.Closed()
		if w.open(hubKind, &p).resume(at) {
			t.Error("what is forgotten is given")
		}
		c = w.open(hubKind, &p)
		at = c.begin()
		c.do("1", "MonitorStart", monitor200)
		for range maxRecent {
			c.do("2", "MakeCall", call201)
			c.do("3", "ClearConnection", clear200)
		}
		at.pos = c.events[len(c.events)-maxRecent]
		c.session.Closed()
		c = w.open(hubKind, &p)
		if !c.resume(at) || len(c.events) != maxRecent-1 {
			t.Errorf("of the last %d events, %d are given", maxRecent-1, len(c.events))
		}
	})
}

// TestDeviceGoesMeanwhile: that a monitor has ended is told afterwards.
func TestDeviceGoesMeanwhile(t *testing.T) {
	inWorld(t, func(w *world) {
		p := alice
		c := w.open(hubKind, &p)
		at := c.begin()
		c.do("1", "MonitorStart", monitor200)
		c.session.Closed()
		w.tenant.RemoveDevice("200")
		c = w.open(hubKind, &p)
		if !c.resume(at) {
			t.Fatal("not resumed")
		}
		c.expect("resume: StartApplicationSessionPosResponse", "server asks MonitorStop")
	})
}

// TestNoGap: however often a connection is lost, and wherever, the pieces that
// a client heard fit together.
func TestNoGap(t *testing.T) {
	inWorld(t, func(w *world) {
		random := rand.New(rand.NewPCG(1, 2))
		p, q := alice, alice
		var busy sync.WaitGroup
		stop := make(chan struct{})
		other := w.open(hubKind, &q)
		busy.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(10 * time.Millisecond):
				}
				for _, one := range []struct{ service, body string }{{"MakeCall", call201}, {"ClearConnection", clear200}} {
					m, err := csta.DecodeJSON(one.service, []byte(one.body))
					if err != nil {
						t.Error(err)
						return
					}
					other.session.Submit(w.t.Context(), "call", m)
				}
			}
		})
		c := w.open(hubKind, &p)
		at := c.begin()
		c.do("1", "MonitorStart", monitor200)
		next := uint64(1)
		for range 200 {
			time.Sleep(time.Duration(random.IntN(200)) * time.Millisecond)
			c.session.Closed()
			c.mu.Lock()
			heard := len(c.events)
			heard -= min(heard, random.IntN(5)) // the last of them did not arrive
			for _, pos := range c.events[:heard] {
				if pos.Offset != next || pos.Epoch != at.pos.Epoch {
					t.Fatalf("event %d of %v came where %d should", pos.Offset, pos.Epoch, next)
				}
				at.pos = pos
				next++
			}
			c.mu.Unlock()
			time.Sleep(time.Duration(random.IntN(500)) * time.Millisecond)
			c = w.open(hubKind, &p)
			if !c.resume(at) {
				t.Fatal("not resumed")
			}
		}
		close(stop)
		busy.Wait()
		if next < 1000 {
			t.Errorf("only %d events were heard", next)
		}
	})
}

// FuzzResumption: nothing that stands in a login breaks the finding of a
// session, or finds one without its epoch.
func FuzzResumption(f *testing.F) {
	for _, seed := range []string{`{"sessionId":"a","epoch":"b","offset":1}`, `{"x":{"sessionID":"a","offset":"18446744073709551616"}}`, `{"sessionId":{"a":1}}`, `[]`, `"x"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, info string) {
		m, err := csta.DecodeJSON("StartApplicationSession", []byte(`{"applicationInfo":{"applicationSpecificInfo":`+info+`}}`))
		if err != nil {
			return
		}
		w := resumptionOf(m.(*csta.StartApplicationSession))
		if w != nil && w.sessionID == "" || w != nil && w.position.epoch != "" && !strings.Contains(info, "epoch") {
			t.Errorf("%s gives %+v", info, w)
		}
	})
}
