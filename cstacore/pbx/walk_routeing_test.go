package pbx

import (
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// walkRoutePoints are the route points of a walk. One leads to the other.
var walkRoutePoints = []record.Device{
	{ID: "480", Tenant: "demo", Kind: record.DeviceRoute, Default: "200"},
	{ID: "481", Tenant: "demo", Kind: record.DeviceRoute, Default: "480"},
}

// walkRouter is a program that routes calls as it likes, does not always
// answer, and dies in the middle. It holds what it is asked against what a
// dialogue may be.
type walkRouter struct {
	w *walk
	// open are the dialogues that it was asked about and that have not ended.
	open    map[string]bool
	ended   map[string]bool
	replies int
	dead    bool
}

func (w *walk) newRouter() *walkRouter {
	r := &walkRouter{w: w, open: make(map[string]bool), ended: make(map[string]bool)}
	w.routers = append(w.routers, r)
	device := csta.DeviceID{}
	if n := w.r.IntN(3); n > 0 {
		device = csta.Device(walkRoutePoints[n-1].ID)
	}
	r.request("", &csta.RouteRegister{RouteingDevice: device})
	return r
}

// route has a program come, or die.
func (w *walk) route() {
	alive := make([]*walkRouter, 0, len(w.routers))
	for _, r := range w.routers {
		if !r.dead {
			alive = append(alive, r)
		}
	}
	if len(alive) < 3 && w.r.IntN(2) == 0 {
		w.newRouter()
		return
	}
	if len(alive) > 0 {
		r := alive[w.r.IntN(len(alive))]
		w.box.put(command{do: func(sw *Switch) {
			sw.leave(r)
			r.dead = true
			clear(r.open)
		}})
	}
}

func (r *walkRouter) request(tag string, m csta.Message) {
	r.w.requests++
	r.w.box.put(command{request: &Request{Outlet: r, Tag: tag, Principal: r.w.principal, Message: m}})
}

// Reply implements Outlet. A dialogue that the program ends itself is over when
// that is carried out.
func (r *walkRouter) Reply(tag any, m csta.Message, err error) {
	r.replies++
	if err == nil && m == nil && tag != "" {
		r.end(tag.(string))
	}
}

func (r *walkRouter) end(dialogue string) {
	delete(r.open, dialogue)
	r.ended[dialogue] = true
}

func (r *walkRouter) Notify(string, *Publication) {}

func (r *walkRouter) Pass(f func()) { f() }

// Ask implements Outlet.
func (r *walkRouter) Ask(m csta.Message) {
	if r.dead {
		return // it was on its way already
	}
	switch m := m.(type) {
	case *csta.RouteRequest:
		if r.open[m.CrossRefIdentifier] || r.ended[m.CrossRefIdentifier] {
			r.w.t.Fatalf("dialogue %s begins twice", m.CrossRefIdentifier)
		}
		r.open[m.CrossRefIdentifier] = true
		r.answer(m.CrossRefIdentifier)
	case *csta.ReRoute:
		r.known("ReRoute", m.CrossRefIdentifier)
		r.answer(m.CrossRefIdentifier)
	case *csta.RouteUsed:
		r.known("RouteUsed", m.CrossRefIdentifier)
		r.w.routed++
	case *csta.RouteEnd:
		r.known("RouteEnd", m.CrossRefIdentifier)
		r.end(m.CrossRefIdentifier)
	}
}

func (r *walkRouter) known(what, dialogue string) {
	if !r.open[dialogue] {
		r.w.t.Fatalf("%s in dialogue %s, which is not open", what, dialogue)
	}
}

// answer answers as it comes, or does not.
func (r *walkRouter) answer(dialogue string) {
	w := r.w
	switch w.r.IntN(12) {
	case 0:
	case 1:
		r.request(dialogue, &csta.RouteReject{CrossRefIdentifier: dialogue, RejectCause: csta.RejectCause(w.r.IntN(6))})
	case 2:
		r.request(dialogue, &csta.RouteEnd{CrossRefIdentifier: dialogue})
	default:
		m := &csta.RouteSelect{CrossRefIdentifier: dialogue, RouteSelected: w.number(), RouteUsedReq: csta.Some(true)}
		for range w.r.IntN(3) {
			m.AlternateRoutes = append(m.AlternateRoutes, w.number())
		}
		if w.r.IntN(2) == 0 {
			m.RemainRetries = &csta.RetryValue{RetryCount: csta.Some(int64(w.r.IntN(3)))}
		}
		r.request("", m)
	}
}

// checkRouteing: in the end every dialogue has ended, and some calls were
// routed.
func (w *walk) checkRouteing() {
	w.t.Helper()
	for _, r := range w.routers {
		if len(r.open) > 0 {
			w.t.Errorf("dialogues were not ended: %v", r.open)
		}
	}
	if n := len(w.sw.routers.dialogues); n > 0 {
		w.t.Errorf("%d dialogues are left", n)
	}
	if w.routed == 0 && !testing.Short() {
		w.t.Error("no call was routed: the walk shows nothing of it")
	}
}
