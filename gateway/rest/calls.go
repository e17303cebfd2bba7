package rest

import (
	"encoding/csv"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
)

// callBody is the record of a call.
type callBody struct {
	CallID    string           `json:"callId"`
	Linkage   string           `json:"linkageId,omitempty"`
	Direction record.Direction `json:"direction"`
	Calling   string           `json:"calling"`
	Called    string           `json:"called"`
	Started   time.Time        `json:"started"`
	Answered  *time.Time       `json:"answered,omitempty"`
	Ended     time.Time        `json:"ended"`
	// Duration is from the answer to the end, in seconds.
	Duration    float64     `json:"duration"`
	Cause       string      `json:"cause"`
	RequestedBy string      `json:"requestedBy,omitempty"`
	Interrupted bool        `json:"interrupted,omitempty"`
	Parties     []partyBody `json:"parties"`
}

type partyBody struct {
	Device   string     `json:"device"`
	Joined   time.Time  `json:"joined"`
	Answered *time.Time `json:"answered,omitempty"`
	Left     time.Time  `json:"left"`
	Cause    string     `json:"cause"`
}

func optional(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func showCall(c *record.CallRecord) callBody {
	b := callBody{
		CallID: c.Call, Linkage: c.Linkage, Direction: c.Direction, Calling: c.Calling, Called: c.Called,
		Started: c.Started, Answered: optional(c.Answered), Ended: c.Ended, Cause: c.Cause, RequestedBy: c.RequestedBy,
		Interrupted: c.Interrupted, Parties: make([]partyBody, len(c.Parties)),
	}
	if b.Answered != nil {
		b.Duration = c.Ended.Sub(c.Answered).Seconds()
	}
	for i, p := range c.Parties {
		b.Parties[i] = partyBody{p.Device, p.Joined, optional(p.Answered), p.Left, p.Cause}
	}
	return b
}

// callFilter reads what selects call records, within what the requester may
// see.
func callFilter(r *http.Request) (f store.CallFilter, err error) {
	q := r.URL.Query()
	f = store.CallFilter{
		Number: q.Get("number"), Direction: record.Direction(q.Get("direction")), Cause: q.Get("cause"),
		RequestedBy: q.Get("requestedBy"), Linkage: q.Get("linkageId"),
	}
	if f.From, err = timeIn(q.Get("from")); err != nil {
		return f, invalid("from is no time such as 2026-01-31T12:00:00Z")
	}
	if f.To, err = timeIn(q.Get("to")); err != nil {
		return f, invalid("to is no time such as 2026-01-31T12:00:00Z")
	}
	if text := q.Get("answered"); text != "" {
		answered, err := strconv.ParseBool(text)
		if err != nil {
			return f, invalid("answered is true or false")
		}
		f.Answered = &answered
	}
	switch f.Direction {
	case "", record.Internal, record.Inbound, record.Outbound:
	default:
		return f, invalid("direction is internal, inbound or outbound")
	}
	if devices, all := access.Devices(principalOf(r), access.ReadRecords); !all {
		f.Within = append([]string{}, devices...) // not nil: that would be everything
	}
	return f, nil
}

func timeIn(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339, text)
}

// calls gives a page of call records, those that began last first.
func (rs *routes) calls(w http.ResponseWriter, r *http.Request) {
	f, err := callFilter(r)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	limit, err := limitOf(r)
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	records, next, err := rs.cfg.Store.Calls.CallRecords(r.Context(), principalOf(r).Tenant, &f, r.URL.Query().Get("cursor"), limit)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	page := pageResponse[callBody]{Items: make([]callBody, len(records)), Next: next}
	for i := range records {
		page.Items[i] = showCall(&records[i])
	}
	answer(w, http.StatusOK, page)
}

// call gives one record. That of a call in which nobody took part whom the
// requester may ask for does not exist for him.
func (rs *routes) call(w http.ResponseWriter, r *http.Request) {
	p := principalOf(r)
	c, err := rs.cfg.Store.Calls.CallRecord(r.Context(), p.Tenant, idIn(r))
	if err == nil && !maySee(p, &c) {
		err = store.ErrNotFound
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	answer(w, http.StatusOK, showCall(&c))
}

func maySee(p *access.Principal, c *record.CallRecord) bool {
	numbers := []string{c.Calling, c.Called}
	for i := range c.Parties {
		numbers = append(numbers, c.Parties[i].Device)
	}
	return slices.ContainsFunc(numbers, func(n string) bool { return access.Allowed(p, access.ReadRecords, p.Tenant, n) })
}

const (
	// exportTime is how long an export may take to be read in all.
	exportTime = time.Hour
	// exportStep is after how many records it is looked whether it moves, and
	// exportPause how long those may take to be read.
	exportStep  = 500
	exportPause = time.Minute
)

// callsCSV gives all records that a filter selects as CSV (RFC 4180).
func (rs *routes) callsCSV(w http.ResponseWriter, r *http.Request) {
	f, err := callFilter(r)
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	out, conn := csv.NewWriter(w), http.NewResponseController(w)
	end, written := time.Now().Add(exportTime), 0
	begun := false
	begin := func() {
		w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
		w.Header().Set("Content-Disposition", `attachment; filename="calls.csv"`)
		w.Header().Set("Cache-Control", "no-store")
		_ = out.Write([]string{"callId", "linkageId", "direction", "calling", "called", "started", "answered", "ended", "duration", "cause", "requestedBy", "interrupted"})
		begun = true
	}
	for c, err := range rs.cfg.Store.Calls.EachCallRecord(r.Context(), principalOf(r).Tenant, &f) {
		if err != nil {
			if !begun {
				rs.failFor(w, r, err)
				return
			}
			// The status is out: a connection cut off tells that the file is not whole.
			rs.cfg.Log.Warn("export of call records broke off", "error", err)
			panic(http.ErrAbortHandler)
		}
		if !begun {
			begin()
		}
		if written%exportStep == 0 {
			// A connection that can have no deadline goes without.
			_ = conn.SetWriteDeadline(earlier(time.Now().Add(exportPause), end))
		}
		written++
		if err := out.Write(csvLine(&c)); err != nil {
			return // the client is gone, or does not read
		}
	}
	if !begun {
		begin()
	}
	out.Flush()
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func csvLine(c *record.CallRecord) []string {
	b := showCall(c)
	answered := ""
	if b.Answered != nil {
		answered = b.Answered.UTC().Format(time.RFC3339Nano)
	}
	line := []string{
		b.CallID, b.Linkage, string(b.Direction), b.Calling, b.Called, b.Started.UTC().Format(time.RFC3339Nano), answered,
		b.Ended.UTC().Format(time.RFC3339Nano), strconv.FormatFloat(b.Duration, 'f', 3, 64), b.Cause, b.RequestedBy, strconv.FormatBool(b.Interrupted),
	}
	for i := range line {
		line[i] = harmless(line[i])
	}
	return line
}

// harmless keeps a spreadsheet from taking a text for a formula. Numbers that
// are dialled with + stay as they are.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) || isNumber(strings.TrimPrefix(text, "+")) {
		return text
	}
	return "'" + text
}
