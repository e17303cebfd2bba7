package pbx

import (
	"maps"
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// How many monitors there may be. Who monitors one device over and over makes
// every event of it that much more work.
const (
	// maxMonitors is for one session, in all.
	maxMonitors = 20_000
	// maxOnDevice is for one user on one device, over all his sessions.
	maxOnDevice = 200
)

// CrossRefs says how a monitor's cross reference is chosen.
type CrossRefs uint8

// The ways there are.
const (
	// Chosen: by the switch. It means nothing to anybody else.
	Chosen CrossRefs = iota
	// Named: the name that the device was asked for by, as uni-tel has it. The
	// same name again takes the place of the monitor that had it.
	Named
	// NamedApart: the name for the first monitor that asks by it; others, which
	// are monitors of their own, get a number behind it.
	NamedApart
)

// monitor is one session's interest in one device, or in one call.
type monitor struct {
	outlet   Outlet
	user     string
	crossRef string
	// device is what is monitored, empty where it is a call.
	device string
	// call is the call that is monitored, empty where it is a device.
	call string
	// callType: the monitor follows calls wherever they go, with everybody in
	// them, instead of staying with a device (monitorType call).
	callType bool
	// filter names the events that are not sent; a flag that is set in a
	// MonitorFilter means that the event is not wanted.
	filter csta.MonitorFilter
	// trunk is set where all devices are monitored, by monitors of their own.
	trunk *trunkMonitor
}

// object is what limits count a monitor by.
func (x *monitor) object() string {
	if x.call != "" {
		return "call " + x.call
	}
	return x.device
}

// monitors are all monitors of a tenant. The zero value is ready to use.
type monitors struct {
	byDevice map[string][]*monitor
	// byCall lists the monitors that follow a call.
	byCall   map[string][]*monitor
	byOutlet map[Outlet]*watch
	users    map[userObject]int
}

type userObject struct{ user, object string }

// watch is all monitors of one session, by cross reference.
type watch struct {
	monitors map[string]*monitor
	serial   uint64 // of the last cross reference that the switch chose
}

// ofTrunk gives the monitors of the trunk, in the order they were started.
func (m *monitors) ofTrunk() []*monitor { return slices.Clone(m.byDevice[Trunk]) }

// of gives the monitors of a device, in the order they were started.
func (m *monitors) of(device string) []*monitor { return m.byDevice[device] }

// following gives the monitors that follow a call.
func (m *monitors) following(call string) []*monitor { return m.byCall[call] }

// follow has a monitor follow a call, unless it does already.
func (m *monitors) follow(call string, x *monitor) {
	if !slices.Contains(m.byCall[call], x) {
		m.byCall[call] = append(m.byCall[call], x)
	}
}

// callMoved has those who follow one call follow another one, which it has
// become part of.
func (m *monitors) callMoved(from, to string) {
	for _, x := range m.byCall[from] {
		if x.call == from {
			m.uncount(x)
			x.call = to
			m.users[userObject{x.user, x.object()}]++
		}
		m.follow(to, x)
	}
	delete(m.byCall, from)
}

// callEnded forgets who followed a call, and gives those monitors that were of
// nothing else: they end with it.
func (m *monitors) callEnded(call string) (ended []*monitor) {
	for _, x := range m.byCall[call] {
		if x.call == call {
			ended = append(ended, x)
		}
	}
	delete(m.byCall, call)
	for _, x := range ended {
		m.stop(x.outlet, x.crossRef)
	}
	return ended
}

// list gives a session's monitors, in the order of their cross references.
func (m *monitors) list(outlet Outlet) []*monitor {
	w, ok := m.byOutlet[outlet]
	if !ok {
		return nil
	}
	list := make([]*monitor, 0, len(w.monitors))
	for _, ref := range slices.Sorted(maps.Keys(w.monitors)) {
		list = append(list, w.monitors[ref])
	}
	return list
}

// find gives a session's monitor, nil where it has none of that name.
func (m *monitors) find(outlet Outlet, crossRef string) *monitor {
	if w, ok := m.byOutlet[outlet]; ok {
		return w.monitors[crossRef]
	}
	return nil
}

// count tells how many monitors a session has.
func (m *monitors) count(outlet Outlet) int {
	if w, ok := m.byOutlet[outlet]; ok {
		return len(w.monitors)
	}
	return 0
}

// watches reports whether a session monitors a device.
func (m *monitors) watches(outlet Outlet, device string) bool {
	return slices.ContainsFunc(m.byDevice[device], func(x *monitor) bool { return x.outlet == outlet })
}

// room refuses a monitor that would be one too many.
func (m *monitors) room(x *monitor) error {
	switch {
	case m.count(x.outlet) >= maxMonitors:
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, "a session has at most %d monitors", maxMonitors)
	case m.users[userObject{x.user, x.object()}] >= maxOnDevice:
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, "a user has at most %d monitors on one device or call", maxOnDevice)
	default:
		return nil
	}
}

// start adds a monitor; name is what its device was asked for by.
func (m *monitors) start(x monitor, refs CrossRefs, name string) *monitor {
	if m.byDevice == nil {
		m.byDevice = make(map[string][]*monitor)
		m.byCall = make(map[string][]*monitor)
		m.byOutlet = make(map[Outlet]*watch)
		m.users = make(map[userObject]int)
	}
	w, ok := m.byOutlet[x.outlet]
	if !ok {
		w = &watch{monitors: make(map[string]*monitor)}
		m.byOutlet[x.outlet] = w
	}
	x.crossRef = w.crossRef(refs, name)
	if old, ok := w.monitors[x.crossRef]; ok {
		m.forget(old)
	}
	w.monitors[x.crossRef] = &x
	if x.call != "" {
		m.follow(x.call, &x)
	} else {
		m.byDevice[x.device] = append(m.byDevice[x.device], &x)
	}
	m.users[userObject{x.user, x.object()}]++
	return &x
}

// crossRef chooses the cross reference of a new monitor.
func (w *watch) crossRef(refs CrossRefs, name string) string {
	_, taken := w.monitors[name]
	switch {
	case refs == Named, refs == NamedApart && !taken:
		return name
	case refs == NamedApart:
		name += "#"
	default:
		name = ""
	}
	for {
		w.serial++
		ref := name + strconv.FormatUint(w.serial, 10)
		if _, taken := w.monitors[ref]; !taken {
			return ref
		}
	}
}

// stop ends a monitor; false where the session has none of that name.
func (m *monitors) stop(outlet Outlet, crossRef string) bool {
	w, ok := m.byOutlet[outlet]
	if !ok {
		return false
	}
	x, ok := w.monitors[crossRef]
	if !ok {
		return false
	}
	m.forget(x)
	delete(w.monitors, crossRef)
	return true
}

// drop ends all monitors of a session.
func (m *monitors) drop(outlet Outlet) {
	w, ok := m.byOutlet[outlet]
	if !ok {
		return
	}
	for _, x := range w.monitors {
		m.forget(x)
	}
	delete(m.byOutlet, outlet)
}

// adopt gives a session's monitors to another session, which has none.
func (m *monitors) adopt(from, to Outlet) {
	w, ok := m.byOutlet[from]
	if !ok {
		return
	}
	for _, x := range w.monitors {
		x.outlet = to
	}
	delete(m.byOutlet, from)
	m.byOutlet[to] = w
}

// forget takes a monitor off its device, and off the calls it follows.
func (m *monitors) forget(x *monitor) {
	m.uncount(x)
	if x.callType {
		for call := range m.byCall {
			without(m.byCall, call, x)
		}
	}
	if x.call == "" {
		without(m.byDevice, x.device, x)
	}
}

// uncount takes a monitor off what is counted of its user.
func (m *monitors) uncount(x *monitor) {
	key := userObject{x.user, x.object()}
	if m.users[key]--; m.users[key] <= 0 {
		delete(m.users, key)
	}
}

// without takes a monitor out of a list, and the list away when it is empty.
func without(lists map[string][]*monitor, key string, x *monitor) {
	rest := slices.DeleteFunc(lists[key], func(o *monitor) bool { return o == x })
	if len(rest) == 0 {
		delete(lists, key)
		return
	}
	lists[key] = rest
}
