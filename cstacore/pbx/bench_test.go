package pbx

import (
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
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
// devices seven events encoded in JSON.
func BenchmarkCall(b *testing.B) {
	for _, monitored := range []bool{false, true} {
		name := "unmonitored"
		if monitored {
			name = "monitored"
		}
		b.Run(name, func(b *testing.B) {
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
			if monitored {
				for _, device := range []string{"200", "201"} {
					do(&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(device)}})
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
