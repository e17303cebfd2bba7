package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// recordsVariable sets how many call records the benchmarks of large stores
// have. With a million, which take half a minute to write and 1 GiB in the
// temporary folder, all of BenchmarkLarge takes two minutes at -benchtime 5x.
const recordsVariable = "CSTAHUB_BENCH_RECORDS"

// spans are how long things took.
type spans struct {
	mu   sync.Mutex
	list []time.Duration
}

func (s *spans) add(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, d)
}

func (s *spans) report(b *testing.B, what string) {
	slices.Sort(s.list)
	for _, q := range []struct {
		name string
		at   int
	}{{"p50", 50}, {"p99", 99}} {
		if len(s.list) > 0 {
			b.ReportMetric(float64(s.list[(len(s.list)-1)*q.at/100].Microseconds()), "µs-"+what+"-"+q.name)
		}
	}
}

// BenchmarkAppend writes the start, the answer and the end of calls, one after
// the other as one tenant's stream does, for a number of tenants at a time. An
// operation is one call.
func BenchmarkAppend(b *testing.B) {
	for _, tenants := range []int{1, 8, 64} {
		b.Run(fmt.Sprintf("tenants=%d", tenants), func(b *testing.B) {
			s := openTest(b, b.TempDir())
			var next atomic.Int64
			var waits spans
			b.ReportAllocs()
			b.SetParallelism(max(1, tenants/2))
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					first := testCall(int(next.Add(1)))
					second := answered(first)
					for _, e := range []record.Entry{began(first), answer(second), end(ended(second))} {
						begin := time.Now()
						appendTest(b, s, e)
						waits.add(time.Since(begin))
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "calls/s")
			waits.report(b, "wait")
		})
	}
}

// large gives a store with many call records, of 1,000 devices.
func large(b *testing.B) (*SQLite, int) {
	b.Helper()
	n := 20_000
	if text := os.Getenv(recordsVariable); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	s := openTest(b, b.TempDir())
	// Each transaction writes most leaves of the index by number, of which each
	// number has its own. With few and large ones the disk is written far less.
	const step = 50_000
	begin := time.Now()
	for at := 0; at < n; at += step {
		entries := make([]record.Entry, 0, step)
		for i := range min(step, n-at) {
			r := answered(testCall(at + i))
			r.Calling, r.Called = fmt.Sprint(1000+(at+i)%1000), fmt.Sprintf("555%04d", (at+i)*7%10000)
			entries = append(entries, began(r), end(ended(r)))
		}
		appendTest(b, s, entries...)
	}
	b.Logf("%d call records written in %s", n, time.Since(begin).Round(time.Second))
	return s, n
}

// BenchmarkLarge is what is done with a store that has many call records.
func BenchmarkLarge(b *testing.B) {
	s, n := large(b)
	middle := noon.Add(time.Duration(n/2) * time.Second)
	no := false
	for _, q := range []struct {
		name   string
		filter CallFilter
		cursor string
	}{
		{"newest", CallFilter{}, ""},
		{"from the middle", CallFilter{}, callCursor(testCall(n / 2))},
		{"a day", CallFilter{From: middle, To: middle.Add(24 * time.Hour)}, ""},
		{"one device", CallFilter{Number: "1500"}, ""},
		{"one device, deep", CallFilter{Number: "1500"}, callCursor(testCall(n / 2))},
		{"within ten devices", CallFilter{Within: []string{"1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "1010"}}, ""},
		{"a conversation", CallFilter{Linkage: fmt.Sprint("L", n/4)}, ""},
		{"none fits", CallFilter{Answered: &no}, ""},
	} {
		b.Run("page/"+q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := s.CallRecords(b.Context(), "one", &q.filter, q.cursor, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			for _, err := range s.EachCallRecord(b.Context(), "one", &CallFilter{From: middle}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(n/2)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			sound(b, s)
		}
	})
	b.Run("backup", func(b *testing.B) { benchmarkBackup(b, s, n) })
}

// benchmarkBackup takes backups while calls go on.
func benchmarkBackup(b *testing.B, s *SQLite, n int) {
	var waits spans
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for ; ; n++ {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
			}
			begin := time.Now()
			appendTest(b, s, end(ended(testCall(n))))
			waits.add(time.Since(begin))
		}
	})
	i := 0
	for b.Loop() {
		i++
		path := filepath.Join(b.TempDir(), fmt.Sprint(i))
		if err := s.Backup(b.Context(), path); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/(1<<20), "MiB")
	}
	close(stop)
	wg.Wait()
	waits.report(b, "wait")
}

// BenchmarkOpen opens a store with 10,000 devices and reads its directory, as a
// start does.
func BenchmarkOpen(b *testing.B) {
	dataDir := b.TempDir()
	s := openTest(b, dataDir)
	dir := record.Directory{Tenant: record.Tenant{ID: "one"}, Groups: []record.Group{{ID: "g", Tenant: "one"}}}
	for i := range 10_000 {
		id := fmt.Sprint(10000 + i)
		dir.Devices = append(dir.Devices, record.Device{ID: id, Tenant: "one", Kind: record.DeviceStation, Name: "Telephone " + id, PickupGroups: []string{"g"}})
		dir.Users = append(dir.Users, record.User{ID: "u" + id + "@one", Tenant: "one", Role: record.RoleAgent, Device: id})
	}
	if err := s.CreateDirectory(b.Context(), dir); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Open(b.Context(), dataDir, quiet)
		if err != nil {
			b.Fatal(err)
		}
		if dirs, err := s.Directories(b.Context()); err != nil || len(dirs[0].Devices) != 10_000 {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
