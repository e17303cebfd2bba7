package store

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// testCall is a call of tenant one that began at noon plus n seconds.
func testCall(n int) *record.CallRecord {
	began := noon.Add(time.Duration(n) * time.Second)
	return &record.CallRecord{
		Call: fmt.Sprintf("c-%d", n), Linkage: fmt.Sprintf("L%d", n/2), Tenant: "one", Direction: record.Outbound,
		Calling: fmt.Sprint(200 + n%3), Called: fmt.Sprintf("555%04d", n%10), Started: began, RequestedBy: "ann@one",
	}
}

func answered(r *record.CallRecord) *record.CallRecord {
	c := *r
	c.Answered = r.Started.Add(2 * time.Second)
	return &c
}

func ended(r *record.CallRecord) *record.CallRecord {
	c := *r
	c.Ended, c.Cause = r.Started.Add(10*time.Second), "normalClearing"
	c.Parties = []record.Party{
		{Device: r.Calling, Joined: r.Started, Answered: r.Answered, Left: c.Ended, Cause: "normalClearing"},
		{Device: r.Called, Joined: r.Started.Add(time.Millisecond), Answered: r.Answered, Left: c.Ended, Cause: "normalClearing"},
	}
	return &c
}

func began(r *record.CallRecord) record.Entry { return record.Entry{Kind: record.CallBegan, Call: r} }
func answer(r *record.CallRecord) record.Entry {
	return record.Entry{Kind: record.CallAnswered, Call: r}
}
func end(r *record.CallRecord) record.Entry { return record.Entry{Kind: record.CallEnded, Call: r} }

func appendTest(t testing.TB, s *SQLite, entries ...record.Entry) {
	t.Helper()
	if err := s.Append(t.Context(), "one", entries); err != nil {
		t.Fatal(err)
	}
}

// allRecords gives the records that a filter selects, by pages of a size.
func allRecords(t *testing.T, s *SQLite, f *CallFilter, size int) []record.CallRecord {
	t.Helper()
	var all []record.CallRecord
	for cursor := ""; ; {
		page, next, err := s.CallRecords(t.Context(), "one", f, cursor, size)
		if err != nil {
			t.Fatal(err)
		}
		if all = append(all, page...); next == "" {
			return all
		}
		cursor = next
	}
}

// sound checks that nothing is wrong with a store.
func sound(t testing.TB, s *SQLite) *Report {
	t.Helper()
	report, err := s.Check(t.Context())
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("check: %+v, %v", report, err)
	}
	return report
}

// TestEveryCallHasOneRecord: however entries come, together, one by one, or
// again, each call that ended has the one record, and one that did not has none.
func TestEveryCallHasOneRecord(t *testing.T) {
	s := openTest(t, t.TempDir())
	var want []record.CallRecord
	for i := range 4 {
		first, second := testCall(i), answered(testCall(i))
		last := ended(second)
		entries := []record.Entry{began(first), answer(second), end(last)}
		switch i {
		case 0:
			appendTest(t, s, entries...)
		case 1:
			for _, e := range entries {
				appendTest(t, s, e)
			}
		case 2:
			for _, e := range entries {
				appendTest(t, s, e)
				appendTest(t, s, e) // as after an error that was none
			}
			appendTest(t, s, entries...)
		case 3:
			appendTest(t, s, entries[:2]...)
			continue
		}
		want = append([]record.CallRecord{*last}, want...)
	}
	if got := allRecords(t, s, &CallFilter{}, 100); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if r := sound(t, s); r.CallRecords != 3 || r.OpenCalls != 1 {
		t.Errorf("%+v", r)
	}
	got, err := s.CallRecord(t.Context(), "one", "c-1")
	if err != nil || !reflect.DeepEqual(got, want[1]) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := s.CallRecord(t.Context(), "two", "c-1"); err == nil {
		t.Error("another tenant's record is shown")
	}
}

// TestInterruptedCalls: a call that was up when the process died has ended when
// the store is opened again.
func TestInterruptedCalls(t *testing.T) {
	dir := t.TempDir()
	s := openTest(t, dir)
	up := testCall(1)
	up.Started = time.Now().UTC().Truncate(time.Microsecond)
	up.Parties = []record.Party{{Device: "201", Joined: up.Started}}
	appendTest(t, s, began(up), began(testCall(2)), end(ended(testCall(2))), record.Entry{Kind: record.FeatureSet, Feature: &record.FeatureSetting{Tenant: "one", Device: "200", Name: "x", Value: "1"}})
	first := s.Epoch()
	if err := s.Close(); err != nil { // with the call up, as after a crash
		t.Fatal(err)
	}
	s = openTest(t, dir)
	r, err := s.CallRecord(t.Context(), "one", up.Call)
	if err != nil || !r.Interrupted || r.Cause != causeInterrupted || r.Ended.Before(r.Started) || r.Ended.Sub(r.Started) > time.Minute ||
		len(r.Parties) != 1 || !r.Parties[0].Left.Equal(r.Ended) {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := s.CallRecord(t.Context(), "one", "c-2"); err != nil || r.Interrupted {
		t.Errorf("%+v, %v", r, err)
	}
	if s.Epoch() <= first {
		t.Errorf("epoch %d after %d: call ids would come again", s.Epoch(), first)
	}
	if r := sound(t, s); r.CallRecords != 2 || r.OpenCalls != 0 {
		t.Errorf("%+v", r)
	}
}

func TestCallFilters(t *testing.T) {
	s := openTest(t, t.TempDir())
	const calls = 60
	var list []*record.CallRecord
	for i := range calls {
		r := testCall(i)
		if i%2 == 0 {
			r = answered(r)
		}
		if i%5 == 0 {
			r.Direction, r.RequestedBy = record.Internal, ""
		}
		r = ended(r)
		if i%10 == 0 {
			r.Cause = "busy"
		}
		if i == 30 { // somebody who neither called nor was called
			r.Parties = append(r.Parties, record.Party{Device: "299", Joined: r.Started})
		}
		list = append(list, r)
		appendTest(t, s, began(r), end(r))
	}
	other := ended(testCall(1))
	other.Tenant, other.Call = "two", "d-1"
	if err := s.Append(t.Context(), "two", []record.Entry{end(other)}); err != nil {
		t.Fatal(err)
	}
	yes, no := true, false
	has := func(r *record.CallRecord, numbers ...string) bool {
		for _, n := range numbers {
			if slices.Contains(numbersOf(r), n) {
				return true
			}
		}
		return false
	}
	for name, tt := range map[string]struct {
		filter CallFilter
		want   func(*record.CallRecord) bool
	}{
		"all": {CallFilter{}, func(*record.CallRecord) bool { return true }},
		"time": {CallFilter{From: noon.Add(10 * time.Second), To: noon.Add(20 * time.Second)}, func(r *record.CallRecord) bool {
			return !r.Started.Before(noon.Add(10*time.Second)) && r.Started.Before(noon.Add(20*time.Second))
		}},
		"device":       {CallFilter{Number: "201"}, func(r *record.CallRecord) bool { return has(r, "201") }},
		"outside":      {CallFilter{Number: "5550003", From: noon.Add(4 * time.Second)}, func(r *record.CallRecord) bool { return r.Called == "5550003" && r.Call != "c-3" }},
		"joined later": {CallFilter{Number: "299"}, func(r *record.CallRecord) bool { return r.Call == "c-30" }},
		"within": {CallFilter{Within: []string{"200", "202", "5550003"}, Direction: record.Outbound, From: noon.Add(5 * time.Second)}, func(r *record.CallRecord) bool {
			return has(r, "200", "202", "5550003") && r.Direction == record.Outbound && !r.Started.Before(noon.Add(5*time.Second))
		}},
		"within one":   {CallFilter{Within: []string{"200"}}, func(r *record.CallRecord) bool { return has(r, "200") }},
		"within many":  {CallFilter{Within: manyNumbers("200", "202"), Answered: &yes}, func(r *record.CallRecord) bool { return has(r, "200", "202") && !r.Answered.IsZero() }},
		"both":         {CallFilter{Within: []string{"200"}, Number: "5550003"}, func(r *record.CallRecord) bool { return has(r, "200") && has(r, "5550003") }},
		"same":         {CallFilter{Within: []string{"200"}, Number: "200"}, func(r *record.CallRecord) bool { return has(r, "200") }},
		"within none":  {CallFilter{Within: []string{}}, func(*record.CallRecord) bool { return false }},
		"direction":    {CallFilter{Direction: record.Internal}, func(r *record.CallRecord) bool { return r.Direction == record.Internal }},
		"cause":        {CallFilter{Cause: "busy"}, func(r *record.CallRecord) bool { return r.Cause == "busy" }},
		"linkage":      {CallFilter{Linkage: "L7"}, func(r *record.CallRecord) bool { return r.Linkage == "L7" }},
		"requested":    {CallFilter{RequestedBy: "ann@one"}, func(r *record.CallRecord) bool { return r.RequestedBy != "" }},
		"answered":     {CallFilter{Answered: &yes}, func(r *record.CallRecord) bool { return !r.Answered.IsZero() }},
		"not answered": {CallFilter{Answered: &no, Number: "201"}, func(r *record.CallRecord) bool { return r.Answered.IsZero() && has(r, "201") }},
		"injection":    {CallFilter{Cause: "' OR 1=1 --", Number: "'"}, func(*record.CallRecord) bool { return false }},
	} {
		var want []string
		for _, r := range slices.Backward(list) {
			if tt.want(r) {
				want = append(want, r.Call)
			}
		}
		for _, size := range []int{1, 7, 1000} {
			var got []string
			for _, r := range allRecords(t, s, &tt.filter, size) {
				got = append(got, r.Call)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s by pages of %d:\ngot  %v\nwant %v", name, size, got, want)
			}
		}
		n := 0
		for _, err := range s.EachCallRecord(t.Context(), "one", &tt.filter) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != len(want) {
			t.Errorf("%s: %d records one by one, want %d", name, n, len(want))
		}
	}
	for _, cursor := range []string{"x", ".", "1.", "!.c-1"} {
		if _, _, err := s.CallRecords(t.Context(), "one", &CallFilter{}, cursor, 5); err == nil {
			t.Errorf("cursor %q is taken", cursor)
		}
	}
}

// manyNumbers gives more numbers than are looked up one by one.
func manyNumbers(list ...string) []string {
	for i := range maxMerged {
		list = append(list, fmt.Sprint("9", i))
	}
	return list
}

// TestPagesWhileCallsEnd: records that are added shift no page.
func TestPagesWhileCallsEnd(t *testing.T) {
	s := openTest(t, t.TempDir())
	for i := range 20 {
		appendTest(t, s, end(ended(testCall(i))))
	}
	page, next, err := s.CallRecords(t.Context(), "one", &CallFilter{}, "", 10)
	if err != nil || len(page) != 10 {
		t.Fatal(len(page), err)
	}
	for i := range 5 {
		appendTest(t, s, end(ended(testCall(100+i))))
	}
	page, next, err = s.CallRecords(t.Context(), "one", &CallFilter{}, next, 10)
	if err != nil || len(page) != 10 || page[0].Call != "c-9" || next != "" {
		t.Errorf("%d records from %q, next %q, %v", len(page), page[0].Call, next, err)
	}
}

// TestManyTenantsAtOnce: changes of all kinds that share transactions do not
// harm each other, also when some are refused.
func TestManyTenantsAtOnce(t *testing.T) {
	s := openTest(t, t.TempDir())
	if err := s.CreateDirectory(t.Context(), testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	const writers, rounds = 8, 50
	for w := range writers {
		wg.Go(func() {
			for i := range rounds {
				n := w*rounds + i
				if err := s.Append(t.Context(), "one", []record.Entry{began(testCall(n))}); err != nil {
					t.Error(err)
				}
				if _, err := s.Devices.Create(t.Context(), record.Device{ID: "200", Tenant: "one"}); err == nil {
					t.Error("a device exists twice")
				}
				if _, err := s.Devices.Create(t.Context(), record.Device{ID: fmt.Sprint(1000 + n), Tenant: "one", PickupGroups: []string{"none"}}); err == nil {
					t.Error("half a device is stored")
				}
				if _, err := s.Devices.Create(t.Context(), record.Device{ID: fmt.Sprint(3000 + n), Tenant: "one"}); err != nil {
					t.Error(err)
				}
				if err := s.Append(t.Context(), "one", []record.Entry{end(ended(testCall(n)))}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if r := sound(t, s); r.CallRecords != writers*rounds || r.OpenCalls != 0 || r.Devices != 4+writers*rounds {
		t.Errorf("%+v", r)
	}
}

func TestPurge(t *testing.T) {
	s := openTest(t, t.TempDir())
	if err := s.CreateDirectory(t.Context(), testDirectory("one")); err != nil {
		t.Fatal(err)
	}
	const calls = 2*purgeStep + 50
	for i := range calls {
		appendTest(t, s, end(ended(testCall(i))))
		if err := s.AppendAudit(t.Context(), record.AuditEntry{Time: noon.Add(time.Duration(i) * time.Second), Tenant: "one"}); err != nil {
			t.Fatal(err)
		}
	}
	before := noon.Add((calls - 20) * time.Second)
	for _, purge := range []func() (int64, error){
		func() (int64, error) { return s.PurgeCallRecords(t.Context(), before) },
		func() (int64, error) { return s.PurgeAudit(t.Context(), before) },
	} {
		if n, err := purge(); n != calls-20 || err != nil {
			t.Errorf("%d deleted, %v, want %d", n, err, calls-20)
		}
	}
	if r := sound(t, s); r.CallRecords != 20 || r.AuditEntries != 20 {
		t.Errorf("%+v", r)
	}
	var numbers int
	if err := s.reader.QueryRow("SELECT count(*) FROM call_number").Scan(&numbers); err != nil || numbers != 40 {
		t.Errorf("%d numbers of calls are left, %v", numbers, err)
	}
}
