package pbx

import (
	"maps"
	"slices"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// bodyEvents are the events of a telephone's body. There are several of them for
// each event of a call, and most clients draw a telephone of their own.
const bodyEvents = csta.PhysicalDeviceFeatureEventsButtonInformation | csta.PhysicalDeviceFeatureEventsButtonPress |
	csta.PhysicalDeviceFeatureEventsDisplayUpdated | csta.PhysicalDeviceFeatureEventsHookswitch | csta.PhysicalDeviceFeatureEventsLampMode

// defaultFilter is the filter of monitors that were started without one. A
// client that asks for no filter would have to get every event there is
// (ECMA-269, Monitor Start); the switching function may keep back more, and says
// so in actualMonitorFilter. This one keeps back the events of the body, which
// uni-tel's clients, who know of no filters, never heard of. Who wants them
// starts his monitor with a filter that does not name them, an empty one for
// example, or changes it to one.
var defaultFilter = csta.MonitorFilter{PhysicalDeviceFeature: bodyEvents}

// body is a telephone that somebody watches, or that an application has written
// on.
type body struct {
	// base is what the telephone last showed by itself, told what it last showed.
	base, told look
	// written is what an application has put on the display instead, nil for
	// nothing.
	written *screen
	// lit are the lamps that an application has set.
	lit map[int]lampMode
}

// over gives what is seen of a telephone that shows base by itself.
func (b *body) over(base look) look {
	if b.written != nil {
		base.screen = *b.written
	}
	for place, mode := range b.lit {
		base.lamps[place] = mode
	}
	return base
}

// shows takes up what the telephone shows by itself. What applications have put
// in a place ends where that changes.
func (b *body) shows(base look) {
	if base.screen != b.base.screen {
		b.written = nil
	}
	for place := range base.lamps {
		if base.lamps[place] != b.base.lamps[place] {
			delete(b.lit, place)
		}
	}
	b.base = base
}

// bodies are the telephones of which it must be known what they show. The zero
// value is ready to use, and costs nothing as long as nobody watches one.
type bodies struct {
	known   map[string]*body
	touched map[string]struct{} // those that may show something else by now
}

// touch notes that a telephone may show something else. It is short, as is
// touchCall, so that it is compiled into its callers, who call it all the time.
func (x *bodies) touch(device string) {
	if len(x.known) != 0 {
		x.note(device)
	}
}

func (x *bodies) note(device string) {
	if _, ok := x.known[device]; ok {
		x.touched[device] = struct{}{}
	}
}

// touchAll notes that every telephone may, such as when somebody is renamed.
func (x *bodies) touchAll() {
	for device := range x.known {
		x.touched[device] = struct{}{}
	}
}

// touchCall notes that something happened to a call.
func (x *bodies) touchCall(e *callmodel.Effect) {
	if len(x.known) != 0 {
		x.noteCall(e)
	}
}

func (x *bodies) noteCall(e *callmodel.Effect) {
	x.note(e.Subject.Device)
	for i := range e.Call.Connections {
		x.note(e.Call.Connections[i].Device)
	}
}

// body begins to keep what a telephone shows.
func (s *Switch) body(device string) *body {
	x := &s.bodies
	b, ok := x.known[device]
	if !ok {
		if x.known == nil {
			x.known, x.touched = make(map[string]*body), make(map[string]struct{})
		}
		base := appears(s.phone(s.devices[device]))
		b = &body{base: base, told: base}
		x.known[device] = b
	}
	return b
}

// watchBody begins to keep what a monitor's telephone shows, if the monitor is
// to be told.
func (s *Switch) watchBody(m *monitor) {
	if d, ok := s.devices[m.device]; ok && d.Kind == record.DeviceStation && m.wantsBody() {
		s.body(m.device)
	}
}

// wantsBody reports whether a monitor hears of what its telephone shows.
func (m *monitor) wantsBody() bool {
	return !m.callType && m.filter.PhysicalDeviceFeature&bodyEvents != bodyEvents
}

// looks gives what is seen of a telephone.
func (s *Switch) looks(device string) look {
	base := appears(s.phone(s.devices[device]))
	if b, ok := s.bodies.known[device]; ok {
		return b.over(base)
	}
	return base
}

// tellBodies tells of what changed at telephones that are watched.
func (s *Switch) tellBodies() {
	x := &s.bodies
	if len(x.touched) == 0 {
		return
	}
	for _, device := range slices.Sorted(maps.Keys(x.touched)) {
		d, b := s.devices[device], x.known[device]
		if d == nil || d.Kind != record.DeviceStation {
			delete(x.known, device)
			continue
		}
		b.shows(appears(s.phone(d)))
		s.tellBody(device, b)
		if b.written == nil && len(b.lit) == 0 && !slices.ContainsFunc(s.monitors.of(device), (*monitor).wantsBody) {
			delete(x.known, device)
		}
	}
	clear(x.touched)
}

// tellBody tells of what is seen of one telephone and was not before.
func (s *Switch) tellBody(device string, b *body) {
	now := b.over(b.base)
	if now.offHook != b.told.offHook {
		s.tellPhysical(device, csta.PhysicalDeviceFeatureEventsHookswitch, &csta.HookswitchEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), Hookswitch: hookswitch, HookswitchOnHook: !now.offHook,
		})
	}
	for place := range now.lamps {
		if now.lamps[place] != b.told.lamps[place] {
			s.tellPhysical(device, csta.PhysicalDeviceFeatureEventsLampMode, &csta.LampModeEvent{
				EventHead: csta.EventHead{Time: s.now}, Device: extended(device), Lamp: buttons[place].id, LampLabel: s.buttonLabel(device, place),
				LampMode: int64(now.lamps[place]), LampColor: csta.Some(buttons[place].lamp),
			})
		}
	}
	if now.screen != b.told.screen {
		s.tellPhysical(device, csta.PhysicalDeviceFeatureEventsDisplayUpdated, &csta.DisplayUpdatedEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), DisplayID: display,
			LogicalRows: displayRows, LogicalColumns: displayColumns,
			PhysicalRows: csta.Some(int64(displayRows)), PhysicalColumns: csta.Some(int64(displayColumns)),
			CharacterSet: csta.CharacterSetUnicode, ContentsOfDisplay: now.screen.text(),
		})
	}
	b.told = now
}

// tellPhysical tells the monitors of a telephone, unless their filters keep the
// event back.
func (s *Switch) tellPhysical(device string, flag csta.PhysicalDeviceFeatureEvents, event csta.Event) {
	s.tellDevices(event, func(f *csta.MonitorFilter) bool { return f.PhysicalDeviceFeature&flag != 0 }, device)
}
