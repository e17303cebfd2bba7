package signalr

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestAddressKey(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7:1234": "192.0.2.7", "192.0.2.7": "192.0.2.7", "[::ffff:192.0.2.7]:1": "192.0.2.7",
		"[2001:db8:1:2:3:4:5:6]:1": "2001:db8:1:2::/64", "2001:db8:1:2::9": "2001:db8:1:2::/64", "[fe80::1%eth0]:5": "fe80::/64",
		"pipe": "pipe", "": "",
	} {
		if got := addressKey(remote); got != want {
			t.Errorf("%s counts as %s, not %s", remote, got, want)
		}
	}
}

// limited answers how many of n attempts to connect succeed, and what the others were told.
func limited(w *world, n int, query func(i int) string) (opened []*peer, told []string) {
	w.t.Helper()
	for i := range n {
		response, body := w.request(http.MethodPost, "/hub/negotiate?negotiateVersion=1&"+query(i), "", nil)
		if response.StatusCode != http.StatusOK {
			told = append(told, body)
			continue
		}
		_, rest, _ := strings.Cut(body, `"connectionToken":"`)
		token, _, _ := strings.Cut(rest, `"`)
		p, response, err := w.socket("/hub?id="+token+"&"+query(i), nil)
		if err != nil {
			if response.StatusCode != http.StatusTooManyRequests {
				w.t.Errorf("status %d", response.StatusCode)
			}
			told = append(told, "at the socket")
			continue
		}
		w.t.Cleanup(p.drop)
		opened = append(opened, p)
	}
	return opened, told
}

func TestConnectionLimits(t *testing.T) {
	user := func(r *http.Request) (Principal, error) { return Principal{UserID: r.URL.Query().Get("user")}, nil }
	from := func(r *http.Request) string { return r.URL.Query().Get("from") }
	tests := []struct {
		name   string
		limits Limits
		query  func(i int) string
		opened int
	}{
		{"per user", Limits{ConnectionsPerUser: 3}, func(int) string { return "user=a" }, 3},
		{"per user, many users", Limits{ConnectionsPerUser: 1}, func(i int) string { return "user=" + string(rune('a'+i)) }, 8},
		{"per user, nobody", Limits{ConnectionsPerUser: 3}, func(int) string { return "" }, 8},
		{"per address", Limits{ConnectionsPerAddress: 3, Address: from}, func(int) string { return "from=192.0.2.1:5" }, 3},
		{"per address, IPv6 network", Limits{ConnectionsPerAddress: 3, Address: from},
			func(i int) string { return "from=2001:db8::" + string(rune('1'+i)) }, 3},
		{"per address, many addresses", Limits{ConnectionsPerAddress: 1, Address: from},
			func(i int) string { return "from=192.0.2." + string(rune('1'+i)) }, 8},
		{"rate", Limits{ConnectRate: 1, ConnectBurst: 4}, func(int) string { return "" }, 4},
		{"none", Limits{ConnectionsPerUser: -1, ConnectionsPerAddress: -1}, func(int) string { return "user=a" }, 8},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, echoHub(), Options{Limits: test.limits, Authenticate: user})
				opened, told := limited(w, 8, test.query)
				if len(opened) != test.opened || len(told) != 8-test.opened {
					t.Fatalf("%d opened, told %q", len(opened), told)
				}
				// Who leaves makes room.
				for _, p := range opened {
					p.drop()
				}
				time.Sleep(20 * time.Second)
				if opened, _ := limited(w, 1, test.query); len(opened) != 1 {
					t.Error("still refused")
				}
				for _, p := range opened {
					p.drop()
				}
				time.Sleep(20 * time.Second)
				synctest.Wait()
				w.server.admission.mu.Lock()
				defer w.server.admission.mu.Unlock()
				if w.server.admission.unconnected != 0 || len(w.server.admission.users.entries) > 1 {
					t.Errorf("left: %+v", w.server.admission.users)
				}
			})
		})
	}
}

func TestUnconnectedAreLimited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{Limits: Limits{Unconnected: 3}})
		for range 3 {
			w.negotiate("")
		}
		response, body := w.request(http.MethodPost, "/hub/negotiate", "", nil)
		if response.StatusCode != http.StatusServiceUnavailable || body != "Too many connections are waiting to be opened." {
			t.Errorf("%d %s", response.StatusCode, body)
		}
		time.Sleep(20 * time.Second)
		w.negotiate("")
	})
}

func TestInvocationRateIsLimited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, echoHub(), Options{Limits: Limits{InvocationRate: 2, InvocationBurst: 3}})
		p := w.connect()
		call := func() string {
			p.record(`{"type":1,"invocationId":"1","target":"E","arguments":[1]}`)
			return p.next()
		}
		const ok, refused = `{"type":3,"invocationId":"1","result":1}`, `{"type":3,"invocationId":"1","error":"Too many calls. This connection may make 2 per second."}`
		for i, want := range []string{ok, ok, ok, refused, refused} {
			if got := call(); got != want {
				t.Errorf("call %d: %s", i, got)
			}
		}
		time.Sleep(time.Second)
		for i, want := range []string{ok, ok, refused} {
			if got := call(); got != want {
				t.Errorf("call %d after a second: %s", i, got)
			}
		}
		// Who wants no answer cannot be told, so he waits.
		start := time.Now()
		for range 10 {
			p.record(`{"type":1,"target":"E","arguments":[1]}`)
		}
		p.record(`{"type":6}`)
		if took := time.Since(start); took < 4*time.Second {
			t.Errorf("10 calls were taken in %v", took)
		}
	})
}

func TestStreamsAreLimited(t *testing.T) {
	w := newWorld(t, methodHub(), Options{Limits: Limits{StreamsPerConnection: 2}})
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"Sum","arguments":[],"streamIds":["a","b","c"]}`)
	p.expect(`{"type":3,"invocationId":"1","error":"A connection may have at most 2 streams at the same time."}`)
	p.record(`{"type":4,"invocationId":"2","target":"Forever","arguments":[]}`)
	p.record(`{"type":4,"invocationId":"3","target":"Forever","arguments":[]}`)
	p.record(`{"type":4,"invocationId":"4","target":"Forever","arguments":[]}`)
	p.expect(`{"type":3,"invocationId":"4","error":"A connection may have at most 2 streams at the same time."}`)
	p.record(`{"type":5,"invocationId":"2"}`)
	p.expect(`{"type":3,"invocationId":"2"}`)
	p.record(`{"type":4,"invocationId":"5","target":"Count","arguments":[0]}`)
	p.expect(`{"type":3,"invocationId":"5"}`)
}

func TestHooks(t *testing.T) {
	type key struct{}
	events := make(chan string, 100)
	w := newWorld(t, &funcHub{invocation: func(inv *Invocation) {
		if inv.Context().Value(key{}) != "traced" {
			t.Error("the hook's context is lost")
		}
		if back, ok := InvocationFrom(inv.Context()); !ok || back != inv {
			t.Error("the context does not know its invocation")
		}
		if inv.Headers()["traceparent"] != "00-1" {
			t.Errorf("headers %v", inv.Headers())
		}
		inv.Fail("no")
	}}, Options{
		Authenticate: func(r *http.Request) (Principal, error) {
			if BearerToken(r) == "bad" {
				return Principal{}, ErrForbidden
			}
			return Principal{}, nil
		},
		Hooks: Hooks{
			Connected:    func(*Conn) { events <- "connected" },
			Disconnected: func(*Conn, error) { events <- "disconnected" },
			Refused:      func(_ *http.Request, status int) { events <- http.StatusText(status) },
			Invoked: func(ctx context.Context, inv *Invocation) (context.Context, func(string)) {
				events <- "invoked " + inv.Target()
				return context.WithValue(ctx, key{}, "traced"), func(failure string) { events <- "failed " + failure }
			},
			Received: func(*Conn, int) { events <- "received" },
			Sent:     func(*Conn, int) { events <- "sent" },
		},
	})
	w.request(http.MethodPost, "/hub?access_token=bad", "", nil)
	w.request(http.MethodPost, "/hub", "", nil)
	w.request(http.MethodGet, "/hub/negotiate", "", nil)
	p := w.connect()
	p.record(`{"type":1,"invocationId":"1","target":"M","arguments":[],"headers":{"traceparent":"00-1"}}`)
	p.next()
	p.drop()
	var got []string
	for len(got) == 0 || got[len(got)-1] != "disconnected" {
		if e := <-events; e != "received" && e != "sent" {
			got = append(got, e)
		}
	}
	want := "Forbidden,Bad Request,Method Not Allowed,connected,invoked M,failed no,disconnected"
	if strings.Join(got, ",") != want {
		t.Errorf("told of %v", got)
	}
}

func TestRedirect(t *testing.T) {
	w := newWorld(t, echoHub(), Options{Redirect: func(r *http.Request) Redirect {
		if r.URL.Query().Get("tenant") == "there" {
			return Redirect{URL: "https://there.test/hub?x=1", AccessToken: "t"}
		}
		return Redirect{}
	}})
	if _, body := w.request(http.MethodPost, "/hub/negotiate?negotiateVersion=1&tenant=there", "", nil); body != `{"url":"https://there.test/hub?x=1","accessToken":"t"}` {
		t.Errorf("answered %s", body)
	}
	if n := w.negotiate("?negotiateVersion=1&tenant=here"); n.ConnectionToken == "" {
		t.Error("sent away")
	}
}
