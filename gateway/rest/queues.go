package rest

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// queueBody is a queue. Times are in seconds.
type queueBody struct {
	Device       string          `json:"device"`
	Name         string          `json:"name"`
	Members      []string        `json:"members"`
	Strategy     record.Strategy `json:"strategy,omitempty"`
	RingTime     int             `json:"ringTime,omitempty"`
	WrapUpTime   int             `json:"wrapUpTime,omitempty"`
	MaxWait      int             `json:"maxWait,omitempty"`
	MaxWaiting   int             `json:"maxWaiting,omitempty"`
	Overflow     string          `json:"overflow,omitempty"`
	Attended     bool            `json:"attended,omitempty"`
	Hunt         bool            `json:"hunt,omitempty"`
	ServiceLevel int             `json:"serviceLevel,omitempty"`
}

func (rs *routes) queues() *resource[record.Queue, queueBody] {
	return &resource[record.Queue, queueBody]{
		rs: rs, noun: "queue", path: "queues", table: rs.cfg.Store.Queues,
		idOf: func(b *queueBody) string { return b.Device },
		show: func(q *record.Queue) (queueBody, string, int64) {
			return queueBody{
				q.Device, q.Name, q.Members, q.Strategy, q.RingTime, q.WrapUpTime, q.MaxWait, q.MaxWaiting, q.Overflow, q.Attended, q.Hunt, q.ServiceLevel,
			}, q.Device, q.Version
		},
		read:  readQueue,
		check: rs.checkQueue,
		changed: func(_ *http.Request, was, is *record.Queue) {
			if is == nil {
				rs.cfg.Live.RemoveQueue(was.Tenant, was.Device)
				return
			}
			rs.cfg.Live.PutQueue(*is)
		},
	}
}

// maxQueueTime bounds the times of a queue: four hours, as long as a call lasts.
const maxQueueTime = 4 * 60 * 60

func readQueue(tenant, id string, b *queueBody, was *record.Queue) (record.Queue, error) {
	q := record.Queue{Device: id, Tenant: tenant, Name: b.Name, Members: b.Members, QueueRules: record.QueueRules{
		Strategy: b.Strategy, RingTime: b.RingTime, WrapUpTime: b.WrapUpTime, MaxWait: b.MaxWait, MaxWaiting: b.MaxWaiting,
		Overflow: b.Overflow, Attended: b.Attended, Hunt: b.Hunt, ServiceLevel: b.ServiceLevel,
	}}
	if was != nil {
		q.Version = was.Version
	}
	switch {
	case !isNumber(id):
		return q, invalid("device is the queue's number")
	case !fitsLine(b.Name):
		return q, invalid("name must be a line of at most 128 characters")
	case len(b.Members) > 1000:
		return q, invalid("a queue has at most 1000 members")
	case !slices.Contains([]record.Strategy{"", record.LongestIdle, record.RoundRobin, record.FewestCalls, record.RingAll}, b.Strategy):
		return q, invalid("strategy is longestIdle, roundRobin, fewestCalls or ringAll")
	case b.Overflow != "" && (!isNumber(strings.TrimPrefix(b.Overflow, "+")) || b.Overflow == id):
		return q, invalid("overflow is a number, and not the queue's own")
	case b.MaxWaiting < 0 || b.MaxWaiting > 10_000:
		return q, invalid("maxWaiting is from 0, which is no limit, to 10000")
	}
	for _, seconds := range []int{b.RingTime, b.WrapUpTime, b.MaxWait, b.ServiceLevel} {
		if seconds < 0 || seconds > maxQueueTime {
			return q, invalid("times are in seconds, from 0 to 14400")
		}
	}
	return q, nil
}

// checkQueue holds a queue against the devices there are: it stands on one that
// is a queue, and its members are telephones.
func (rs *routes) checkQueue(ctx context.Context, q *record.Queue) error {
	d, err := rs.cfg.Store.Devices.Get(ctx, q.Tenant, q.Device)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return invalid("there is no device " + cut(q.Device) + ": make one of the kind queue first")
	case err != nil:
		return err
	case d.Kind != record.DeviceQueue:
		return invalid("device " + cut(q.Device) + " is a " + string(d.Kind) + ", not a queue")
	}
	return rs.stations(ctx, q.Tenant, "a member of a queue", q.Members...)
}

// stations checks that devices are telephones, for what they are to be. An
// empty one is none.
func (rs *routes) stations(ctx context.Context, tenant, what string, devices ...string) error {
	for _, id := range devices {
		if id == "" {
			continue
		}
		d, err := rs.cfg.Store.Devices.Get(ctx, tenant, id)
		switch {
		case errors.Is(err, store.ErrNotFound):
			return invalid("there is no device " + cut(id))
		case err != nil:
			return err
		case d.Kind != record.DeviceStation:
			return invalid(what + " is a station, and " + cut(id) + " is a " + string(d.Kind))
		}
	}
	return nil
}
