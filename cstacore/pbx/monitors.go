package pbx

import (
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// How many monitors there may be. Who monitors one device over and over makes
// every event of it that much more work.
const (
	// maxMonitors is for one session, in all.
	maxMonitors = 5000
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

// monitor is one session's interest in one device.
type monitor struct {
	outlet   Outlet
	user     string
	crossRef string
	device   string
	// suppressed are the events that are not sent; a flag that is set in a
	// MonitorFilter means that the event is not wanted.
	suppressed csta.CallControlEvents
}

// monitors are all monitors of a tenant. The zero value is ready to use.
type monitors struct {
	byDevice map[string][]*monitor
	byOutlet map[Outlet]*watch
	users    map[userDevice]int
}

type userDevice struct{ user, device string }

// watch is all monitors of one session, by cross reference.
type watch struct {
	monitors map[string]*monitor
	serial   uint64 // of the last cross reference that the switch chose
}

// of gives the monitors of a device, in the order they were started.
func (m *monitors) of(device string) []*monitor { return m.byDevice[device] }

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
func (m *monitors) room(outlet Outlet, user, device string) error {
	switch {
	case m.count(outlet) >= maxMonitors:
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, "a session has at most %d monitors", maxMonitors)
	case m.users[userDevice{user, device}] >= maxOnDevice:
		return csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, "a user has at most %d monitors on one device", maxOnDevice)
	default:
		return nil
	}
}

// start adds a monitor; name is what its device was asked for by.
func (m *monitors) start(x monitor, refs CrossRefs, name string) *monitor {
	if m.byDevice == nil {
		m.byDevice = make(map[string][]*monitor)
		m.byOutlet = make(map[Outlet]*watch)
		m.users = make(map[userDevice]int)
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
	m.byDevice[x.device] = append(m.byDevice[x.device], &x)
	m.users[userDevice{x.user, x.device}]++
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

// forget takes a monitor off its device.
func (m *monitors) forget(x *monitor) {
	key := userDevice{x.user, x.device}
	if m.users[key]--; m.users[key] == 0 {
		delete(m.users, key)
	}
	rest := slices.DeleteFunc(m.byDevice[x.device], func(o *monitor) bool { return o == x })
	if len(rest) == 0 {
		delete(m.byDevice, x.device)
		return
	}
	m.byDevice[x.device] = rest
}
