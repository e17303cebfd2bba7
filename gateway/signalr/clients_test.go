package signalr

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
)

// crowd connects clients of the users a, a, b and c, the first and the last in the group "g". Their connections come in the
// same order.
func crowd(t *testing.T) (w *world, peers []*peer, conns []*Conn) {
	t.Helper()
	arrived := make(chan *Conn, 1)
	w = newWorld(t, &funcHub{
		connected: func(c *Conn) error { arrived <- c; return nil },
		invocation: func(inv *Invocation) {
			clients := inv.Conn().Clients()
			for name, a := range map[string]Addressees{"caller": clients.Caller(), "others": clients.Others(), "othersingroup": clients.OthersInGroup("g")} {
				if inv.Target() == name {
					_ = a.Send("M", name)
				}
			}
			inv.Complete(nil)
		},
	}, Options{Authenticate: func(r *http.Request) (Principal, error) { return Principal{UserID: BearerToken(r)}, nil }})
	for i, user := range []string{"a", "a", "b", "c"} {
		p, _, err := w.socket("/hub", http.Header{"Authorization": {"Bearer " + user}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(p.drop)
		p.handshake()
		c := <-arrived
		if i == 0 || i == 3 {
			c.Join("g")
			c.Join("g")
		}
		peers, conns = append(peers, p), append(conns, c)
	}
	return w, peers, conns
}

func TestAddressees(t *testing.T) {
	w, peers, conns := crowd(t)
	all := w.server.Clients()
	tests := []struct {
		name string
		to   Addressees
		want []int
	}{
		{"all", all.All(), []int{0, 1, 2, 3}},
		{"all but some", all.All().Except(conns[1].ID(), conns[2].ID()), []int{0, 3}},
		{"client", all.Client(conns[2].ID()), []int{2}},
		{"clients, one of them gone", all.Client(conns[0].ID(), "gone", conns[3].ID()), []int{0, 3}},
		{"user", all.User("a"), []int{0, 1}},
		{"users", all.User("b", "c", "nobody"), []int{2, 3}},
		{"group", all.Group("g"), []int{0, 3}},
		{"no group", all.Group("h"), nil},
		{"group but one", all.Group("g").Except(conns[0].ID()), []int{3}},
		{"caller of nobody", all.Caller(), nil},
		{"caller", conns[1].Clients().Caller(), []int{1}},
		{"others", conns[1].Clients().Others(), []int{0, 2, 3}},
		{"others in group", conns[0].Clients().OthersInGroup("g"), []int{3}},
		{"others in a group one is not in", conns[1].Clients().OthersInGroup("g"), []int{0, 3}},
	}
	for i, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if err := test.to.Send("M", i); err != nil {
				t.Error(err)
			}
			// Everybody gets the second message, so that who did not get the first one shows.
			if err := all.All().Send("End", i); err != nil {
				t.Error(err)
			}
			var got []int
			for n, p := range peers {
				record := p.next()
				if record == fmt.Sprintf(`{"type":1,"target":"M","arguments":[%d]}`, i) {
					got = append(got, n)
					record = p.next()
				}
				if record != fmt.Sprintf(`{"type":1,"target":"End","arguments":[%d]}`, i) {
					t.Errorf("received %s", record)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("reached %v, not %v", got, test.want)
			}
		})
	}
}

func TestGroupsAreLeftAndForgotten(t *testing.T) {
	w, peers, conns := crowd(t)
	w.server.Groups().Add(conns[1].ID(), "g")
	w.server.Groups().Add("gone", "g")
	w.server.Groups().Remove(conns[0].ID(), "g")
	w.server.Groups().Remove("gone", "g")
	conns[0].Leave("h")
	if err := w.server.Clients().Group("g").Send("M"); err != nil {
		t.Error(err)
	}
	for _, n := range []int{1, 3} {
		peers[n].expect(`{"type":1,"target":"M","arguments":[]}`)
	}
	if n := w.server.Clients().All().Close("", false); n != 4 {
		t.Errorf("%d were closed", n)
	}
	for _, p := range peers {
		p.expect(`{"type":7}`)
		p.expectEnd(1000)
	}
	r := &w.server.roster
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.conns)+len(r.byID.entries)+len(r.users.entries)+len(r.groups.entries) != 0 {
		t.Error("something is left of them")
	}
	conns[0].groups = nil
}

func TestJoiningAfterTheEndDoesNothing(t *testing.T) {
	w, peers, conns := crowd(t)
	conns[0].Close("", false)
	peers[0].expect(`{"type":7}`)
	conns[0].Join("late")
	w.server.roster.mu.Lock()
	defer w.server.roster.mu.Unlock()
	if len(w.server.roster.groups.entries["late"]) != 0 {
		t.Error("it is in the group")
	}
}

func TestClosingAUsersConnections(t *testing.T) {
	w, peers, _ := crowd(t)
	if n := w.server.Clients().User("a").Close("Logged out.", false); n != 2 {
		t.Errorf("%d were closed", n)
	}
	for _, p := range peers[:2] {
		p.expect(`{"type":7,"error":"Logged out."}`)
	}
	if w.server.Count() != 2 {
		t.Errorf("%d are left", w.server.Count())
	}
}

func TestMessageIsEncodedOnce(t *testing.T) {
	w, peers, _ := crowd(t)
	counted := &countingAppender{}
	if err := w.server.Clients().All().Send("M", counted); err != nil {
		t.Error(err)
	}
	for _, p := range peers {
		p.expect(`{"type":1,"target":"M","arguments":["once"]}`)
	}
	if counted.n != 1 {
		t.Errorf("encoded %d times", counted.n)
	}
}

type countingAppender struct {
	mu sync.Mutex
	n  int
}

func (a *countingAppender) AppendJSON(dst []byte) []byte {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.n++
	return append(dst, `"once"`...)
}

func TestSharedAndPrefixed(t *testing.T) {
	body := NewShared([]byte(`{"b":[1,2],"c":"é"}`))
	tests := []struct {
		name  string
		value interface {
			AppendJSON([]byte) []byte
			AppendMessagePack([]byte) []byte
		}
		json string
		pack string
	}{
		{"shared", body, `{"b":[1,2],"c":"é"}`, "\x82\xa1b\x92\x01\x02\xa1c\xa2é"},
		{"shared value", NewShared([]byte(`7`)), `7`, "\x07"},
		{"prefixed", Prefixed{[]byte(`"a":1`), body}, `{"a":1,"b":[1,2],"c":"é"}`, "\x83\xa1a\x01\xa1b\x92\x01\x02\xa1c\xa2é"},
		{"prefixed, nothing of its own", Prefixed{nil, body}, `{"b":[1,2],"c":"é"}`, "\x82\xa1b\x92\x01\x02\xa1c\xa2é"},
		{"prefixed, nothing shared", Prefixed{[]byte(`"a":1`), NewShared([]byte(`{}`))}, `{"a":1}`, "\x81\xa1a\x01"},
		{"broken", NewShared([]byte(`{`)), `{`, "\xc0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(test.value.AppendJSON([]byte("x"))); got != "x"+test.json {
				t.Errorf("JSON %s", got)
			}
			if got := string(test.value.AppendMessagePack([]byte("x"))); got != "x"+test.pack {
				t.Errorf("MessagePack %q", got)
			}
		})
	}
}

func TestAddresseesUnderChurn(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	stop := make(chan struct{})
	var sender sync.WaitGroup
	sender.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
				_ = w.server.Clients().All().Send("M", strings.Repeat("x", 100))
				_ = w.server.Clients().Group("g").Send("M", 1)
			}
		}
	})
	var clients sync.WaitGroup
	for range 4 {
		clients.Go(func() {
			for range 25 {
				p, _, err := w.socket("/hub", nil)
				if err != nil {
					t.Error(err)
					return
				}
				_ = p.socket.WriteMessage(1, []byte(`{"protocol":"json","version":1}`+"\x1e"))
				if got, err := p.read(); got != "{}" || err != nil {
					t.Errorf("handshake answered with %s, %v", got, err)
				}
				p.drop()
			}
		})
	}
	clients.Wait()
	close(stop)
	sender.Wait()
}
