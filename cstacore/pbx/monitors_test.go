package pbx

import (
	"testing"
)

// TestMonitorsCounted: what is counted of a user is taken off again, also where
// the call that he monitored became part of another one meanwhile.
func TestMonitorsCounted(t *testing.T) {
	var m monitors
	outlet := &presenceWatch{}
	x := m.start(monitor{outlet: outlet, user: "alice", call: "c1", callType: true}, Chosen, "c1")
	m.start(monitor{outlet: outlet, user: "alice", device: "200"}, Chosen, "200")
	m.callMoved("c1", "c2")
	if n := m.users[userObject{"alice", "call c2"}]; n != 1 || x.call != "c2" {
		t.Errorf("the monitor is of call %q, and call c2 has %d monitors", x.call, n)
	}
	m.drop(outlet)
	if len(m.users)+len(m.byCall)+len(m.byDevice)+len(m.byOutlet) != 0 {
		t.Errorf("something is left: %v", m)
	}
}

// TestAdoptedMonitors are the new session's alone: the end of the old one does
// nothing to them.
func TestAdoptedMonitors(t *testing.T) {
	from, to := &hand{}, &hand{}
	var m monitors
	x := m.start(monitor{outlet: from, user: "alice", device: "200"}, Chosen, "200")
	m.adopt(from, to)
	m.drop(from)
	if m.count(from) != 0 || m.find(to, x.crossRef) != x || !m.watches(to, "200") || m.watches(from, "200") {
		t.Errorf("the old session has %d monitors, the new one %d", m.count(from), m.count(to))
	}
	m.adopt(from, to) // which has none any more
	if m.count(to) != 1 {
		t.Errorf("the new session has %d monitors", m.count(to))
	}
}
