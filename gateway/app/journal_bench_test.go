package app

import (
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/line/sim"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// telephone is a client that makes calls between two devices, one after the
// other, and waits for each answer.
type telephone struct {
	answers chan error
	rings   chan struct{}
}

func (p *telephone) Reply(_ any, _ csta.Message, err error) { p.answers <- err }

func (p *telephone) Notify(_ string, event *pbx.Publication) {
	if event.Event.EventName() == "Delivered" {
		p.rings <- struct{}{}
	}
}

func (p *telephone) Ask(csta.Message) {}

func (p *telephone) Pass(f func()) { f() }

// BenchmarkCallsAndTheDisk makes calls through a tenant's engine, with and
// without a store behind it: one operation is a call that is made, answered and
// cleared. It reports how long MakeCall waited for its answer.
func BenchmarkCallsAndTheDisk(b *testing.B) {
	for _, callers := range []int{1, 50} {
		for _, kind := range []string{"without store", "store"} {
			b.Run(fmt.Sprintf("callers=%d/%s", callers, kind), func(b *testing.B) {
				var journal pbx.Journal = store.NewMemory()
				if kind == "store" {
					db, err := store.Open(b.Context(), b.TempDir(), slog.New(slog.DiscardHandler))
					if err != nil {
						b.Fatal(err)
					}
					defer func() { _ = db.Close() }()
					journal = db
				}
				benchmarkCalls(b, journal, callers)
			})
		}
	}
}

func benchmarkCalls(b *testing.B, journal pbx.Journal, callers int) {
	dir := record.Directory{Tenant: record.Tenant{ID: "demo", NumberPlan: []string{"1xxx"}}}
	for i := range 2 * callers {
		dir.Devices = append(dir.Devices, record.Device{ID: fmt.Sprint(1000 + i), Tenant: "demo", Kind: record.DeviceStation})
	}
	tenant := pbx.Start(pbx.Config{
		Directory: dir, Journal: journal, IDs: newCallIDs(time.Now().Unix()), Log: slog.New(slog.DiscardHandler),
		Lines: func(host line.Host) (phones, trunk line.Line) { return sim.NewPhones(host), sim.NewTrunk(host) },
	})
	defer func() {
		if err := tenant.Stop(b.Context()); err != nil {
			b.Error(err)
		}
	}()
	principal := &access.Principal{User: "crm", Tenant: "demo", Role: record.RoleIntegration, Control: []string{access.All}}
	var mu sync.Mutex
	var waits []time.Duration
	var made atomic.Int64
	work := func(from, to string) error {
		p := &telephone{answers: make(chan error, 1), rings: make(chan struct{}, 1)}
		do := func(m csta.Message) error {
			tenant.Submit(&pbx.Request{Outlet: p, Principal: principal, Message: m, CrossRefs: pbx.NamedApart})
			return <-p.answers
		}
		err := do(&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(from)}})
		var mine []time.Duration
		for err == nil && made.Add(1) <= int64(b.N) {
			begin := time.Now()
			err = do(&csta.MakeCall{CallingDevice: csta.Device(from), CalledDirectoryNumber: csta.Device(to), AutoOriginate: csta.AutoOriginateDoNotPrompt})
			mine = append(mine, time.Since(begin))
			if err == nil {
				<-p.rings
				err = do(&csta.AnswerCall{CallToBeAnswered: csta.ConnectionID{DeviceID: csta.Device(to)}})
			}
			if err == nil {
				err = do(&csta.ClearConnection{ConnectionToBeCleared: csta.ConnectionID{DeviceID: csta.Device(from)}})
			}
		}
		mu.Lock()
		waits = append(waits, mine...)
		mu.Unlock()
		return err
	}
	b.ResetTimer()
	var wg sync.WaitGroup
	for i := range callers {
		wg.Go(func() {
			if err := work(fmt.Sprint(1000+2*i), fmt.Sprint(1001+2*i)); err != nil {
				b.Error(err)
			}
		})
	}
	wg.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "calls/s")
	slices.Sort(waits)
	for _, q := range []int{50, 99} {
		b.ReportMetric(float64(waits[(len(waits)-1)*q/100].Microseconds()), fmt.Sprintf("µs-p%d", q))
	}
}
