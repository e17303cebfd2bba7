package pbx

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Config is what a tenant needs from the outside.
type Config struct {
	Directory record.Directory
	// Today are the records of the day's calls in which queues took part, from
	// which their statistics go on.
	Today []record.CallRecord
	// Journal keeps calls and settings. Required.
	Journal Journal
	// Lines makes the tenant's telephones and its trunk. Required.
	Lines func(line.Host) (phones, trunk line.Line)
	// IDs names calls. Required.
	IDs IDs
	// Log takes what an operator should know. Required.
	Log *slog.Logger
}

// IDs makes names that are never used twice in the installation.
type IDs interface {
	// Call names a call, Linkage a conversation.
	Call() string
	Linkage() string
}

// Tenant runs one tenant's switch. Its methods may be called from any
// goroutine and do not block, Stop excepted.
type Tenant struct {
	sw     *Switch
	box    *mailbox
	stream *stream
	cancel context.CancelFunc
	wg     sync.WaitGroup
	stop   sync.Once
}

// Start makes a tenant and sets it to work, until Stop.
func Start(cfg Config) *Tenant {
	ctx, cancel := context.WithCancel(context.Background())
	t := &Tenant{
		box:    newMailbox(),
		stream: newStream(cfg.Directory.Tenant.ID, cfg.Journal, cfg.Log),
		cancel: cancel,
	}
	phones, trunk := cfg.Lines(t.box)
	t.sw = NewSwitch(cfg.Directory, cfg.IDs, phones, trunk)
	t.sw.now = time.Now()
	t.sw.restore(cfg.Directory.Features, cfg.Log)
	t.sw.recountAll(t.sw.now, cfg.Today)
	t.box.put(command{do: (*Switch).afterwards}) // calls that are called back
	done := make(chan struct{})
	t.wg.Go(func() {
		defer close(done)
		t.work()
	})
	t.wg.Go(func() { t.stream.run(ctx, done) })
	return t
}

// Submit gives the switch a request. The answer comes out of the request's
// outlet. It reports false once the tenant has stopped.
func (t *Tenant) Submit(r *Request) bool { return t.box.put(command{request: r}) }

// Pass has f called by the outlet in its turn: after the replies and events of
// what was submitted before.
func (t *Tenant) Pass(outlet Outlet, f func()) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.pass(outlet, f) }})
}

// Leave ends all monitors of an outlet, whose session is over.
func (t *Tenant) Leave(outlet Outlet) {
	t.box.put(command{do: func(sw *Switch) { sw.leave(outlet) }})
}

// Rest ends an outlet's registrations and keeps its monitors: nobody is there
// to answer, but somebody may come back.
func (t *Tenant) Rest(outlet Outlet) {
	t.box.put(command{do: func(sw *Switch) { sw.rest(outlet) }})
}

// Adopt gives the monitors of one outlet to another, which has none yet. In
// between, f is called by the new outlet: after all that the old one was to
// be told, and before all that the new one will be.
func (t *Tenant) Adopt(from, to Outlet, f func()) bool {
	return t.box.put(command{do: func(sw *Switch) {
		sw.monitors.adopt(from, to)
		sw.pass(to, f)
	}})
}

// Stop carries out what was submitted, ends all calls, delivers what came of
// it, and ends the tenant's goroutines. When ctx ends first, what is not yet delivered is lost.
// It may be called more than once.
func (t *Tenant) Stop(ctx context.Context) error {
	t.stop.Do(func() {
		t.box.put(command{do: (*Switch).endAll})
		t.box.shut()
	})
	done := make(chan struct{})
	go func() {
		t.wg.Wait()
		close(done)
	}()
	select {
	case <-done:
		t.cancel()
		return nil
	case <-ctx.Done():
		t.cancel()
		<-done
		return ctx.Err()
	}
}

// work is the switch's goroutine.
func (t *Tenant) work() {
	alarm := time.NewTimer(time.Hour)
	defer alarm.Stop()
	var commands []command
	for {
		commands = t.box.take(commands)
		now := time.Now()
		t.sw.Expire(now)
		for i := range commands {
			t.sw.do(now, &commands[i])
		}
		t.sw.tellPresence()
		t.stream.push(&t.sw.batch)
		t.sw.batch.reset()
		if len(commands) > 0 {
			continue
		}
		if t.box.shutDown() {
			return
		}
		if due, ok := t.sw.NextTimer(); ok {
			alarm.Reset(time.Until(due))
		} else {
			alarm.Stop()
		}
		select {
		case <-t.box.wake:
		case <-alarm.C:
		}
	}
}
