package pbx

import (
	"context"
	"errors"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// The states in which colleagues see a device.
const (
	Idle    = "idle"
	Ringing = "ringing" // a call has come that is not answered, and no other is up
	Busy    = "busy"
)

// Presence is what colleagues may know of a device: less than its calls.
type Presence struct {
	Device string
	Kind   record.DeviceKind
	Name   string
	// State is Idle, Ringing or Busy.
	State string
	// Gone: the device is not there any more.
	Gone bool
}

// errTenantStopped says that a tenant is being stopped.
var errTenantStopped = errors.New("the tenant is being stopped")

// Presence tells of all devices.
func (t *Tenant) Presence(ctx context.Context) ([]Presence, error) {
	answer := make(chan []Presence, 1)
	if !t.box.put(command{do: func(sw *Switch) { answer <- sw.presenceOfAll() }}) {
		return nil, errTenantStopped
	}
	select {
	case all := <-answer:
		return all, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// WatchPresence has f told of all devices at first, and then of those that
// change, until stop is called. f is called in the order in which things happen
// and must not wait. It reports false once the tenant has stopped.
func (t *Tenant) WatchPresence(f func([]Presence)) (stop func(), ok bool) {
	w := &presenceWatch{f}
	stop = func() { t.box.put(command{do: func(sw *Switch) { delete(sw.presence.watches, w) }}) }
	return stop, t.box.put(command{do: func(sw *Switch) { sw.presence.add(sw, w) }})
}

// presenceWatch is somebody who is told.
type presenceWatch struct{ f func([]Presence) }

// Reply and the other methods make it an Outlet, which is only ever passed
// what it is to be told.
func (*presenceWatch) Reply(any, csta.Message, error) {}

// Notify implements Outlet.
func (*presenceWatch) Notify(string, *Publication) {}

// Ask implements Outlet.
func (*presenceWatch) Ask(csta.Message) {}

// Pass implements Outlet.
func (*presenceWatch) Pass(f func()) { f() }

// presences knows who is told, and of what. The zero value is ready to use.
type presences struct {
	watches map[*presenceWatch]struct{}
	touched map[string]struct{} // devices that may have changed since all was told
	told    map[string]Presence
}

func (x *presences) add(s *Switch, w *presenceWatch) {
	if len(x.watches) == 0 {
		x.watches = make(map[*presenceWatch]struct{})
		x.touched, x.told = make(map[string]struct{}), make(map[string]Presence)
	} else {
		s.tellPresence() // what the others have yet to hear the new one hears now
	}
	all := s.presenceOfAll()
	for i := range all {
		x.told[all[i].Device] = all[i]
	}
	x.watches[w] = struct{}{}
	s.pass(w, func() { w.f(all) })
}

// touch notes that a device may have changed.
func (x *presences) touch(device string) {
	if len(x.watches) > 0 {
		x.touched[device] = struct{}{}
	}
}

// touchCall notes that something happened to a call.
func (x *presences) touchCall(e *callmodel.Effect) {
	if len(x.watches) == 0 {
		return
	}
	x.touched[e.Subject.Device] = struct{}{}
	for i := range e.Call.Connections {
		x.touched[e.Call.Connections[i].Device] = struct{}{}
	}
}

// tellPresence tells of the devices that have changed.
func (s *Switch) tellPresence() {
	x := &s.presence
	if len(x.touched) == 0 {
		return
	}
	var changes []Presence
	for device := range x.touched {
		was, known := x.told[device]
		d, here := s.devices[device]
		switch {
		case here:
			if now := s.presenceOf(d); now != was {
				x.told[device] = now
				changes = append(changes, now)
			}
		case known:
			delete(x.told, device)
			was.Gone = true
			changes = append(changes, was)
		}
	}
	clear(x.touched)
	if len(changes) == 0 {
		return
	}
	for w := range x.watches {
		s.pass(w, func() { w.f(changes) })
	}
}

func (s *Switch) presenceOfAll() []Presence {
	list := s.deviceList()
	all := make([]Presence, len(list))
	for i, d := range list {
		all[i] = s.presenceOf(d)
	}
	return all
}

func (s *Switch) presenceOf(d *record.Device) Presence {
	p := Presence{Device: d.ID, Kind: d.Kind, Name: d.Name, State: Idle}
	for _, call := range s.model.CallsAt(d.ID) {
		if state := call.State(d.ID); state != csta.LocalConnectionStateAlerting {
			p.State = Busy
			break
		}
		p.State = Ringing
	}
	return p
}
