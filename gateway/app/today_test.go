package app

import (
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// TestQueuedToday: of the day's calls those count that came to a queue, and
// those that one of them became part of, but none in which an agent spoke with
// somebody else.
func TestQueuedToday(t *testing.T) {
	ctx := t.Context()
	db, err := store.OpenMemory(ctx, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	dir := record.Directory{Tenant: record.Tenant{ID: demoTenant}, Queues: []record.Queue{{Device: "400"}}}
	if _, err := db.CreateTenant(ctx, record.Tenant{ID: demoTenant, Name: "Demo"}); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	agent := record.Party{Device: "200", Queue: "400", Joined: now, Answered: now, Left: now}
	for call, parties := range map[string][]record.Party{
		"waited": {{Device: "201", Joined: now, Left: now}, {Device: "400", Joined: now, Left: now, To: "200"}, agent},
		"became": {{Device: "202", Joined: now, Left: now}, agent},
		"own":    {{Device: "200", Joined: now, Answered: now, Left: now}, {Device: "202", Joined: now, Left: now}},
		"others": {{Device: "201", Joined: now, Left: now}, {Device: "202", Joined: now, Left: now}},
	} {
		r := &record.CallRecord{Call: call, Linkage: call, Tenant: demoTenant, Started: now, Ended: now, Parties: parties}
		if err := db.Append(ctx, demoTenant, []record.Entry{{Kind: record.CallBegan, Call: r}, {Kind: record.CallEnded, Call: r}}); err != nil {
			t.Fatal(err)
		}
	}
	today, err := queuedToday(ctx, db, &dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range today {
		got = append(got, today[i].Call)
	}
	if slices.Sort(got); !slices.Equal(got, []string{"became", "waited"}) {
		t.Errorf("the day's calls are %q", got)
	}
}
