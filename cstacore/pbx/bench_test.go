package pbx

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// silence is an outlet that encodes what it is sent, as a session would.
type silence struct {
	buf   []byte
	bytes int
}

func (s *silence) Reply(_ any, m csta.Message, err error) {
	if err != nil {
		panic(err)
	}
	s.buf = csta.AppendJSON(s.buf[:0], m)
	s.bytes += len(s.buf)
}

func (s *silence) Notify(crossRef string, p *Publication) {
	s.buf = p.JSON().Append(s.buf[:0], crossRef, csta.Position{Epoch: "e", Offset: 1})
	s.bytes += len(s.buf)
}

func (s *silence) Ask(csta.Message) {}

func (s *silence) Pass(f func()) { f() }

// BenchmarkCall sets up, answers and clears one call per operation, on one
// goroutine: three requests through the switch, and with monitors on both
// devices seven events encoded in JSON. "bodies" has the monitors hear of the
// telephones' bodies too.
func BenchmarkCall(b *testing.B) {
	for _, variant := range []struct {
		name      string
		monitored bool
		filter    *csta.MonitorFilter
	}{{"unmonitored", false, nil}, {"monitored", true, nil}, {"bodies", true, &csta.MonitorFilter{}}} {
		b.Run(variant.name, func(b *testing.B) {
			x := &exchange{box: newMailbox(), now: scenarioStart}
			x.sw = NewSwitch(scenario.Directory(), &scenario.IDs{}, sim.NewPhones(x.box), sim.NewTrunk(x.box))
			out := &silence{}
			principal := &access.Principal{User: "crm", Tenant: "demo", Control: []string{access.All}}
			do := func(m csta.Message) {
				x.box.put(command{request: &Request{Outlet: out, Principal: principal, Message: m, CrossRefs: NamedApart}})
				for commands := x.box.take(nil); len(commands) > 0; commands = x.box.take(commands) {
					for i := range commands {
						x.sw.do(x.now, &commands[i])
					}
				}
				for i := range x.sw.batch.items {
					x.sw.batch.items[i].deliver()
				}
				x.sw.batch.reset()
			}
			if variant.monitored {
				for _, device := range []string{"200", "201"} {
					do(&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(device)}, RequestedMonitorFilter: variant.filter})
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				x.now = x.now.Add(time.Millisecond)
				do(&csta.MakeCall{
					CallingDevice: csta.Device("200"), CalledDirectoryNumber: csta.Device("201"), AutoOriginate: csta.AutoOriginateDoNotPrompt,
				})
				do(&csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{DeviceID: csta.Device("201")}})
				do(&csta.ClearConnection{ConnectionToBeCleared: csta.ConnectionID{DeviceID: csta.Device("200")}})
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "calls/s")
		})
	}
}

// BenchmarkTenant has tenants of 100 to 10,000 telephones, of which each tenth
// is in a call all the time, and measures one command: of five, three go to make
// a call between two other telephones, answer and clear it, and two to look at a
// device. The work for a command must not grow with the tenant. bytes/device is
// what the tenant's directory and switch weigh before the first call, bytes/call
// what a call adds.
func BenchmarkTenant(b *testing.B) {
	for _, devices := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(devices, " devices"), func(b *testing.B) {
			before := heapInUse()
			x := &exchange{box: newMailbox(), now: scenarioStart}
			dir := record.Directory{Tenant: record.Tenant{ID: "demo", Trunk: "12345678", NumberPlan: []string{"2xxxxx"}}}
			for i := range devices {
				dir.Devices = append(dir.Devices, record.Device{ID: fmt.Sprint(200_000 + i), Tenant: "demo", Kind: record.DeviceStation, Name: "Somebody"})
			}
			x.sw = NewSwitch(dir, &scenario.IDs{}, sim.NewPhones(x.box), sim.NewTrunk(x.box))
			dir.Devices = nil
			out := &silence{}
			principal := &access.Principal{User: "crm", Tenant: "demo", Control: []string{access.All}}
			commands := 0
			do := func(m csta.Message) {
				commands++
				x.box.put(command{request: &Request{Outlet: out, Principal: principal, Message: m, CrossRefs: NamedApart}})
				for commands := x.box.take(nil); len(commands) > 0; commands = x.box.take(commands) {
					for i := range commands {
						x.sw.do(x.now, &commands[i])
					}
				}
				for i := range x.sw.batch.items {
					x.sw.batch.items[i].deliver()
				}
				x.sw.batch.reset()
			}
			device := func(i int) csta.DeviceID { return csta.Device(fmt.Sprint(200_000 + i)) }
			call := func(i, j int) {
				do(&csta.MakeCall{CallingDevice: device(i), CalledDirectoryNumber: device(j), AutoOriginate: csta.AutoOriginateDoNotPrompt})
				do(&csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{DeviceID: device(j)}})
			}
			bare := heapInUse()
			busy := devices / 5
			for i := 0; i < busy; i += 2 {
				call(i, i+1)
			}
			full := heapInUse()
			next, r := 0, rand.New(rand.NewPCG(1, 1))
			commands = 0
			b.ReportAllocs()
			for b.Loop() {
				i := busy + r.IntN(devices-busy-1)
				switch next = (next + 1) % 2; next {
				case 0:
					call(i, i+1)
					do(&csta.ClearConnection{ConnectionToBeCleared: csta.ConnectionID{DeviceID: device(i)}})
				default:
					do(&csta.SnapshotDevice{SnapshotObject: device(i)})
					do(&csta.SnapshotDevice{SnapshotObject: device(r.IntN(busy))})
				}
			}
			b.ReportMetric(float64(commands)/b.Elapsed().Seconds(), "commands/s")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(commands), "ns/command")
			b.ReportMetric(float64(bare-before)/float64(devices), "bytes/device")
			b.ReportMetric(float64(full-bare)/float64(busy/2), "bytes/call")
			runtime.KeepAlive(x)
		})
	}
}

// heapInUse is how much memory is in use.
func heapInUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkQueue has 1,000 callers wait for 200 agents, all of whom speak. One
// operation is an agent who hangs up, is brought the next call, and takes it;
// another caller joins the queue for each. In "50 wallboards" the queue is
// monitored by fifty sessions, who are told the statistics every second of the
// switch's time, in which a hundred calls end. The figures are of the time from
// the hanging up to Delivered.
func BenchmarkQueue(b *testing.B) {
	for _, wallboards := range []int{0, 50} {
		b.Run(fmt.Sprint(wallboards, " wallboards"), func(b *testing.B) {
			const agents, callers = 200, 1_000
			x := &exchange{box: newMailbox(), now: scenarioStart}
			dir := record.Directory{Tenant: record.Tenant{ID: "demo", Trunk: "12345678", NumberPlan: []string{"2xxx", "4xx"}}}
			dir.Devices = append(dir.Devices, record.Device{ID: "400", Tenant: "demo", Kind: record.DeviceQueue})
			q := record.Queue{Device: "400", Tenant: "demo"}
			for i := range agents {
				id := fmt.Sprint(2_000 + i)
				dir.Devices = append(dir.Devices, record.Device{ID: id, Tenant: "demo", Kind: record.DeviceStation})
				q.Members = append(q.Members, id)
			}
			dir.Queues = []record.Queue{q}
			x.sw = NewSwitch(dir, &scenario.IDs{}, sim.NewPhones(x.box), sim.NewTrunk(x.box))
			principal := &access.Principal{User: "crm", Tenant: "demo", Control: []string{access.All}}
			out := &silence{}
			settle := func() {
				for commands := x.box.take(nil); len(commands) > 0; commands = x.box.take(commands) {
					for i := range commands {
						x.sw.do(x.now, &commands[i])
					}
				}
				for i := range x.sw.batch.items {
					x.sw.batch.items[i].deliver()
				}
				x.sw.batch.reset()
			}
			do := func(o Outlet, m csta.Message) {
				x.box.put(command{request: &Request{Outlet: o, Principal: principal, Message: m, CrossRefs: NamedApart}})
				settle()
			}
			caller := 30_000_000
			callIn := func() {
				caller++
				if _, err := x.sw.callIn(fmt.Sprint(caller), "400"); err != nil {
					b.Fatal(err)
				}
				settle()
			}
			for range wallboards {
				do(&silence{}, &csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device("400")}})
			}
			for i := range agents {
				callIn()
				do(out, &csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{DeviceID: csta.Device(q.Members[i])}})
			}
			for range callers {
				callIn()
			}
			var waits []time.Duration
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				agent := csta.ConnectionID{DeviceID: csta.Device(q.Members[i%agents])}
				i++
				start := time.Now()
				do(out, &csta.ClearConnection{ConnectionToBeCleared: agent})
				waits = append(waits, time.Since(start))
				do(out, &csta.AnswerCall{CallToBeAnswered: agent})
				callIn()
				x.now = x.now.Add(10 * time.Millisecond)
				x.sw.Expire(x.now)
				settle()
			}
			slices.Sort(waits)
			b.ReportMetric(float64(waits[len(waits)/2].Nanoseconds())/1e3, "p50-µs")
			b.ReportMetric(float64(waits[len(waits)*99/100].Nanoseconds())/1e3, "p99-µs")
			b.ReportMetric(float64(3*len(waits))/b.Elapsed().Seconds(), "commands/s")
		})
	}
}
