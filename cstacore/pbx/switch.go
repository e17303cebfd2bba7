package pbx

import (
	"fmt"
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// How long things may last.
const (
	// PromptTime is how long a prompted telephone waits to be picked up.
	PromptTime = 30 * time.Second
	// DigitTime is how long a caller may take for the next digit.
	DigitTime = 15 * time.Second
	// OfferTime is how long a device may take to accept a call that is offered
	// to it; then it rings by itself.
	OfferTime = 10 * time.Second
	// RingTime is how long a called device rings.
	RingTime = 60 * time.Second
	// ToneTime is how long a caller hears the tone of a call that failed.
	ToneTime = 30 * time.Second
	// ParkTime is how long a call stays parked; then it goes back to the device
	// that parked it.
	ParkTime = 3 * time.Minute
	// CampTime is how long a call waits for a busy device to become free.
	CampTime = 5 * time.Minute
	// MergeTime is how long a request may name a call by the id that it had before
	// it became part of another one: as long as requests that were sent before the
	// event was read are under way.
	MergeTime = 2 * time.Second
	// CallTime is how long a call may last in all.
	CallTime = 4 * time.Hour
)

// Request is a CSTA request of a session.
type Request struct {
	// Outlet is where the answer goes, with Tag.
	Outlet Outlet
	Tag    any
	// Principal is who asks. It must not change.
	Principal *access.Principal
	Message   csta.Message
	// CrossRefs says how a monitor's cross reference is chosen.
	CrossRefs CrossRefs
	// Connection names the session's connection, for those who are told.
	Connection string
	// ActsFor is set by the switch before it answers: the device for which the
	// principal was last checked for more than looking at it.
	ActsFor string
}

// Switch is one tenant's switching function. It belongs to one goroutine and
// has no clock: every command comes with its time.
type Switch struct {
	// services are those that are offered.
	services map[string]handler

	names     Names
	tenant    record.Tenant
	devices   map[string]*record.Device
	queues    map[string]*queue
	queueIDs  []string            // in order
	queueWork []string            // queues that have something to do
	finished  []*service          // whose agents are to be freed
	memberOf  map[string][]string // the queues of a device
	agents    map[string]*agent
	numbers   []record.Number
	reasons   map[string]string    // the words for why agents are not ready, by code
	features  map[string]*features // by device
	ids       IDs
	phones    line.Line
	trunk     line.Line

	model     *callmodel.Model
	calls     map[string]*callState
	offers    map[string]int // by device, the legs offered that do not ring yet
	moved     map[line.Leg]line.Leg
	merged    map[string]merger // calls that are part of others now
	timers    timers
	monitors  monitors
	callBacks callBacks
	repeats   repeats
	system    registrations
	routers   routers
	lists     uint64 // of devices, that were asked for

	now      time.Time
	serving  string // the service whose effects are being applied, empty otherwise
	batch    Batch
	presence presences
	bodies   bodies
}

// callState is what the switch keeps of a call beside its model.
type callState struct {
	timers map[timerKey]*timer
	// arrivals are the legs on their way, see arrival.
	arrivals []*arrival
	// cause is that of Originated and Delivered as long as the call goes where
	// it was dialled to.
	cause csta.EventCause
	// offHook: the caller has picked up, and may still be dialling.
	offHook bool
	// parkedBy is the device that parked the call, parkedAt where it is parked.
	parkedBy, parkedAt string
	// camps is the device that the call waits for.
	camps string
	// predicts is whom the call is brought to when the called party answers.
	predicts *arrival
	// priority is the call's in queues.
	priority int
	// overflows is how often the call has waited too long in a queue.
	overflows int
	// services are whose work the call is, of those who take queues' calls.
	services []*service
	// dialogues are what applications are asked about the call at route points.
	dialogues []*dialogue
	// formerly are legs of other calls that became legs of this one.
	formerly []line.Leg
}

// merger is that a call became part of another one.
type merger struct {
	into string
	at   time.Time
}

// NewSwitch gives the switch of a tenant.
func NewSwitch(dir record.Directory, ids IDs, phones, trunk line.Line) *Switch {
	s := &Switch{
		services: services,
		names:    Names{tenant: dir.Tenant},
		tenant:   dir.Tenant,
		devices:  make(map[string]*record.Device, len(dir.Devices)),
		queues:   make(map[string]*queue, len(dir.Queues)),
		memberOf: make(map[string][]string),
		agents:   make(map[string]*agent),
		numbers:  dir.Numbers,
		features: make(map[string]*features),
		ids:      ids,
		phones:   phones,
		trunk:    trunk,
		model:    callmodel.New(),
		calls:    make(map[string]*callState),
		offers:   make(map[string]int),
		moved:    make(map[line.Leg]line.Leg),
		merged:   make(map[string]merger),
	}
	for i := range dir.Devices {
		d := dir.Devices[i]
		s.devices[d.ID] = &d
	}
	for i := range dir.Queues {
		s.queues[dir.Queues[i].Device] = newQueue(dir.Queues[i])
	}
	s.setReasons(dir.Reasons)
	s.listQueues()
	return s
}

// do carries out one command.
func (s *Switch) do(now time.Time, c *command) {
	s.now = now
	switch {
	case c.request != nil:
		s.serve(c.request)
	case c.report != nil:
		s.report(*c.report)
	case c.delayed != nil:
		s.timers.setReport(now.Add(c.delayed.after), c.delayed.report)
	case c.do != nil:
		c.do(s)
	}
	s.afterwards()
}

// afterwards does what became due by a command: not in its middle, where one
// thing leads to another.
func (s *Switch) afterwards() {
	s.workQueues()
	s.callBackWhenFree()
	s.tellBodies()
}

// NextTimer tells when Expire has something to do.
func (s *Switch) NextTimer() (time.Time, bool) { return s.timers.next() }

// Expire does what is due.
func (s *Switch) Expire(now time.Time) {
	s.now = now
	for t := s.timers.pop(now); t != nil; t = s.timers.pop(now) {
		s.due(t)
		s.afterwards()
	}
}

// deviceTimers are those that belong to a device and no call.
var deviceTimers = map[timerKind]func(s *Switch, device string){
	wrapUpTimer: (*Switch).wrappedUp,
	restTimer:   (*Switch).memberChanged,
	statsTimer:  (*Switch).statsDue,
}

func (s *Switch) due(t *timer) {
	if t.kind == reportTimer {
		s.report(t.report)
		return
	}
	if f, ok := deviceTimers[t.kind]; ok {
		f(s, t.leg.Device)
		return
	}
	call, ok := s.model.Call(t.leg.Call)
	if !ok {
		return
	}
	switch t.kind {
	case promptTimer:
		s.end(call, "", csta.EventCauseCallNotAnswered)
	case digitTimer:
		s.originate(t.leg)
	case offerTimer:
		s.accept(t.leg)
	case ringTimer:
		s.notAnswered(t.leg)
	case routeTimer:
		s.routeTimedOut(t.leg)
	case queueTimer:
		s.waitedTooLong(t.leg, csta.EventCauseQueueTimeOverflow)
	case autoAnswerTimer:
		s.pickUpByItself(t.leg)
	case toneTimer:
		s.end(call, "", failure(call))
	case announcementTimer:
		s.announced(t.leg.Device, t.leg.Call)
	case parkTimer:
		s.parkedTooLong(call)
	case campTimer:
		s.end(call, "", csta.EventCauseBusy)
	case lengthTimer:
		s.end(call, "", csta.EventCauseDurationExceeded)
	case repeatTimer:
		s.repeats.forget(t.leg.Call)
	case reportTimer, wrapUpTimer, restTimer, statsTimer:
	}
}

// endAll ends all calls: the switching function stops.
func (s *Switch) endAll() {
	for _, id := range slices.Sorted(slices.Values(s.model.CallIDs())) {
		if call, ok := s.model.Call(id); ok {
			s.end(call, "", csta.EventCauseSwitchingFunctionTerminated)
		}
	}
	s.abortRouters(func(*router) bool { return true })
	s.tellStatus(csta.SystemStatusValueDisabled, csta.StatusFilterDisabled)
}

// failure gives the cause for which a call failed.
func failure(c *callmodel.Call) csta.EventCause {
	for i := range c.Connections {
		if c.Connections[i].State == csta.LocalConnectionStateFail {
			return c.Connections[i].Cause
		}
	}
	return csta.EventCauseNormalClearing
}

// pass has f called in its turn.
func (s *Switch) pass(outlet Outlet, f func()) {
	s.batch.items = append(s.batch.items, item{outlet: outlet, pass: f})
}

// leave ends all monitors and registrations of a session.
func (s *Switch) leave(outlet Outlet) {
	s.monitors.drop(outlet)
	s.rest(outlet)
}

// rest ends the registrations of a session, not its monitors.
func (s *Switch) rest(outlet Outlet) {
	s.system.drop(outlet)
	s.routerLeft(outlet)
}

// reply answers a request with a response.
func (s *Switch) reply(r *Request, m csta.Message) {
	s.batch.items = append(s.batch.items, item{outlet: r.Outlet, tag: r.Tag, response: m})
}

// done answers a request of those to which the standard has no response.
func (s *Switch) done(r *Request) { s.reply(r, nil) }

// refuse answers a request with an error.
func (s *Switch) refuse(r *Request, err error) {
	s.batch.items = append(s.batch.items, item{outlet: r.Outlet, tag: r.Tag, err: err})
}

// ask sends a request of the switch to a session.
func (s *Switch) ask(outlet Outlet, m csta.Message) {
	s.batch.items = append(s.batch.items, item{outlet: outlet, request: m})
}

// line gives the line of a connection.
func (s *Switch) line(kind callmodel.Kind) line.Line {
	if kind == callmodel.Network {
		return s.trunk
	}
	return s.phones
}

// deviceName gives the name to show for a number, empty for one outside.
func (s *Switch) deviceName(number string) string {
	if d, ok := s.devices[number]; ok {
		return d.Name
	}
	return ""
}

// String names the switch in logs.
func (s *Switch) String() string { return fmt.Sprintf("tenant %s", s.tenant.ID) }
