package pbx

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Journal keeps what must outlive the process.
type Journal interface {
	// Append writes a tenant's entries, in order, and returns once they would
	// survive a crash. It is called by one goroutine per tenant, with all that
	// gathered while the call before was under way (group commit).
	Append(ctx context.Context, tenant string, entries []record.Entry) error
}

// Outlet is where the switch's answers to a session, and its events, go out.
// Its methods are called by one goroutine at a time, in order, and return at
// once.
type Outlet interface {
	// Reply answers the request that came with tag: with a response, or with
	// the error that refuses it. A request to which the standard has no response
	// is carried out where both are nil.
	Reply(tag any, response csta.Message, err error)
	// Notify passes on an event of one of the session's monitors.
	Notify(crossRef string, p *Publication)
	// Ask passes on a request of the switch, to which no answer is awaited.
	Ask(request csta.Message)
	// Pass calls f in its turn between replies and events.
	Pass(f func())
}

// item is one thing to deliver: an event, a request, a reply or a turn.
type item struct {
	outlet   Outlet
	event    *Publication
	crossRef string
	request  csta.Message
	tag      any
	response csta.Message
	err      error
	pass     func()
}

func (i *item) deliver() {
	switch {
	case i.event != nil:
		i.outlet.Notify(i.crossRef, i.event)
	case i.request != nil:
		i.outlet.Ask(i.request)
	case i.pass != nil:
		i.outlet.Pass(i.pass)
	default:
		i.outlet.Reply(i.tag, i.response, i.err)
	}
}

// Batch is what came of a number of commands: what to write down first, and
// what to deliver then.
type Batch struct {
	entries []record.Entry
	items   []item
}

// reset empties the batch and keeps its memory.
func (b *Batch) reset() {
	clear(b.entries)
	clear(b.items)
	b.entries, b.items = b.entries[:0], b.items[:0]
}

// stream delivers a tenant's batches in order. What a batch has to be written
// down holds back everything behind it until the journal has it, so that what
// a client has seen, a crash cannot undo.
type stream struct {
	tenant  string
	journal Journal
	log     *slog.Logger

	mu      sync.Mutex
	pending Batch
	wake    chan struct{}
}

func newStream(tenant string, journal Journal, log *slog.Logger) *stream {
	return &stream{tenant: tenant, journal: journal, log: log, wake: make(chan struct{}, 1)}
}

// push adds a batch. The stream copies it; its memory stays the caller's.
func (s *stream) push(b *Batch) {
	if len(b.items) == 0 && len(b.entries) == 0 {
		return
	}
	s.mu.Lock()
	s.pending.entries = append(s.pending.entries, b.entries...)
	s.pending.items = append(s.pending.items, b.items...)
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// take gives what is to be delivered, and puts an empty batch in its place.
func (s *stream) take(empty Batch) Batch {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.pending
	s.pending = empty
	return taken
}

// run delivers until done is closed and nothing is left, or until ctx ends.
func (s *stream) run(ctx context.Context, done <-chan struct{}) {
	var spare Batch
	for {
		group := s.take(spare)
		spare = Batch{entries: group.entries[:0], items: group.items[:0]}
		if len(group.items) == 0 && len(group.entries) == 0 {
			select {
			case <-s.wake:
				continue
			case <-ctx.Done():
				return
			case <-done:
			}
			// done: only what was pushed before it closed is left.
			select {
			case <-s.wake:
				continue
			default:
				return
			}
		}
		if !s.write(ctx, group.entries) {
			return
		}
		for i := range group.items {
			group.items[i].deliver()
		}
		group.reset()
	}
}

// How long to wait before the journal is tried again after it failed.
const (
	journalRetryMin = 10 * time.Millisecond
	journalRetryMax = time.Second
)

// write has the journal take the entries, however often that must be tried:
// to go on without it would be to tell clients what a crash could undo. It
// gives up only when ctx ends.
func (s *stream) write(ctx context.Context, entries []record.Entry) bool {
	if len(entries) == 0 {
		return true
	}
	for wait := journalRetryMin; ; wait = min(2*wait, journalRetryMax) {
		err := s.journal.Append(ctx, s.tenant, entries)
		if err == nil {
			return true
		}
		s.log.Error("journal refused entries, trying again", "tenant", s.tenant, "entries", len(entries), "wait", wait, "error", err)
		select {
		case <-ctx.Done():
			return false
		case <-time.After(wait):
		}
	}
}
