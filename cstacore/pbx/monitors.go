package pbx

import (
	"slices"
	"strconv"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// maxMonitors is how many monitors one session may have.
const maxMonitors = 5000

// monitor is one session's interest in one device.
type monitor struct {
	outlet   Outlet
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
}

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

// start adds a monitor. With an empty cross reference it chooses one; one that
// the session has already takes the place of the monitor that had it.
func (m *monitors) start(x monitor) *monitor {
	if m.byDevice == nil {
		m.byDevice = make(map[string][]*monitor)
		m.byOutlet = make(map[Outlet]*watch)
	}
	w, ok := m.byOutlet[x.outlet]
	if !ok {
		w = &watch{monitors: make(map[string]*monitor)}
		m.byOutlet[x.outlet] = w
	}
	if x.crossRef == "" {
		w.serial++
		x.crossRef = strconv.FormatUint(w.serial, 10)
	}
	m.stop(x.outlet, x.crossRef)
	m.byOutlet[x.outlet] = w // the stop may have been of its last monitor
	w.monitors[x.crossRef] = &x
	m.byDevice[x.device] = append(m.byDevice[x.device], &x)
	return &x
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
	if delete(w.monitors, crossRef); len(w.monitors) == 0 && w.serial == 0 {
		delete(m.byOutlet, outlet)
	}
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

func (m *monitors) forget(x *monitor) {
	rest := slices.DeleteFunc(m.byDevice[x.device], func(o *monitor) bool { return o == x })
	if len(rest) == 0 {
		delete(m.byDevice, x.device)
		return
	}
	m.byDevice[x.device] = rest
}
