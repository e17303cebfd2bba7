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
