package hub

import (
	"strings"
	"sync"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// watchPresence is the name of the streaming hub method that tells who is
// free. Its items are lists of presences: first of every device that the user
// may see, then of those that change.
const watchPresence = "WatchPresence"

// presence is a device as it stands in an item.
type presence struct {
	DeviceID string `json:"deviceId" msgpack:"deviceId"`
	Kind     string `json:"kind" msgpack:"kind"`
	Name     string `json:"name,omitempty" msgpack:"name,omitempty"`
	// State is idle, ringing or busy; gone for a device that was taken away.
	State string `json:"state" msgpack:"state"`
}

// isWatch reports whether a call asks for the presence stream.
func isWatch(inv *signalr.Invocation) bool { return strings.EqualFold(inv.Target(), watchPresence) }

// watch begins the stream; it goes on until the client cancels it, or nobody
// is logged in on the connection any more.
func (d *door) watch(inv *signalr.Invocation) {
	p, tenant, ok := d.session.Who()
	if !ok {
		inv.Fail("CSTAErrorCode operation.securityViolation: log in first, with StartApplicationSession or a token")
		return
	}
	w := &presenceWatch{inv: inv, door: d, principal: p, changed: make(chan struct{}, 1), byDevice: make(map[string]int)}
	stop, ok := tenant.WatchPresence(w.tell)
	if !ok {
		inv.Fail("the tenant is being stopped")
		return
	}
	go w.run(stop)
}

// presenceWatch is one stream. What the client has not read yet is merged by
// device, so that a slow one gets the latest of each and costs no more.
type presenceWatch struct {
	inv       *signalr.Invocation
	door      *door
	principal *access.Principal
	changed   chan struct{}

	mu       sync.Mutex
	waiting  []presence
	byDevice map[string]int // places in waiting
}

// tell takes what the switch says. It does not wait.
func (w *presenceWatch) tell(list []pbx.Presence) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := range list {
		p := &list[i]
		if !access.Allowed(w.principal, access.SeePresence, w.principal.Tenant, p.Device) {
			continue
		}
		now := presence{DeviceID: p.Device, Kind: string(p.Kind), Name: p.Name, State: p.State}
		if p.Gone {
			now.State = "gone"
		}
		if at, ok := w.byDevice[p.Device]; ok {
			w.waiting[at] = now
			continue
		}
		w.byDevice[p.Device] = len(w.waiting)
		w.waiting = append(w.waiting, now)
	}
	select {
	case w.changed <- struct{}{}:
	default:
	}
}

// take gives what waits.
func (w *presenceWatch) take() []presence {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := w.waiting
	w.waiting = nil
	clear(w.byDevice)
	return list
}

func (w *presenceWatch) run(stop func()) {
	defer stop()
	for first := true; ; first = false {
		select {
		case <-w.changed:
		case <-w.inv.Context().Done():
			w.inv.Complete(nil)
			return
		}
		if p, _, ok := w.door.session.Who(); !ok || p != w.principal {
			w.inv.Fail("the session has ended")
			return
		}
		list := w.take()
		if len(list) == 0 && !first {
			continue
		}
		if list == nil {
			list = []presence{}
		}
		if err := w.inv.SendItem(list); err != nil {
			w.inv.Complete(nil)
			return
		}
	}
}
