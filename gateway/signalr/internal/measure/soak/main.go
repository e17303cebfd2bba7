// Command soak has clients of all kinds come, call, misbehave and go for a long time, and watches what the server holds: file
// descriptors, goroutines and heap have to be as flat at the end as after the warm-up.
//
//	go run ./gateway/signalr/internal/measure/soak -for 15m
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr/internal/measure"
)

func main() {
	measure.RunIfServer()
	length := flag.Duration("for", 15*time.Minute, "how long to run")
	every := flag.Duration("every", 5*time.Second, "how often to look at the server")
	flag.Parse()
	if err := run(*length, *every); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(length, every time.Duration) error {
	server, err := measure.StartServer()
	if err != nil {
		return err
	}
	s := &soak{addr: server.Addr, stop: make(chan struct{}), counts: make(map[string]int), failures: make(map[string]int)}
	var wg sync.WaitGroup
	for name, actor := range actors {
		for range actor.number {
			wg.Go(func() { s.play(name, actor) })
		}
	}
	samples, err := s.watch(server, length, every)
	close(s.stop)
	wg.Wait()
	if err == nil {
		err = s.report(samples)
	}
	if stopped := server.Stop(); err == nil {
		err = stopped
	}
	return err
}

// watch samples the server until the time is over.
func (s *soak) watch(server *measure.Server, length, every time.Duration) ([]measure.Stats, error) {
	var samples []measure.Stats
	begin := time.Now()
	for time.Since(begin) < length {
		time.Sleep(every)
		stats, err := server.Stats()
		if err != nil {
			return nil, err
		}
		samples = append(samples, stats)
		if len(samples)%12 == 0 {
			fmt.Printf("%8v  %4d connections  %5d goroutines  %4d files  %6d KB heap\n", time.Since(begin).Round(time.Second),
				stats.Connections, stats.Goroutines, stats.Files, stats.Heap>>10)
		}
	}
	return samples, nil
}

// report compares the last third of the samples with the one before it; the first is the warm-up.
func (s *soak) report(samples []measure.Stats) error {
	for _, name := range slices.Sorted(keys(s.counts)) {
		fmt.Printf("%-10s %8d times, %d failures\n", name, s.counts[name], s.failures[name])
	}
	third := len(samples) / 3
	var grown []string
	for _, what := range []struct {
		name  string
		value func(measure.Stats) float64
		// slack is what may come and go.
		slack float64
	}{
		{"connections", func(m measure.Stats) float64 { return float64(m.Connections) }, 10},
		{"goroutines", func(m measure.Stats) float64 { return float64(m.Goroutines) }, 20},
		{"files", func(m measure.Stats) float64 { return float64(m.Files) }, 10},
		{"heap KB", func(m measure.Stats) float64 { return float64(m.Heap >> 10) }, 1024},
	} {
		before, after := median(samples[third:2*third], what.value), median(samples[2*third:], what.value)
		fmt.Printf("%-12s median %10.0f in the second third, %10.0f in the last\n", what.name, before, after)
		if after > before*1.1+what.slack {
			grown = append(grown, what.name)
		}
	}
	if len(grown) > 0 {
		return fmt.Errorf("not flat: %s", strings.Join(grown, ", "))
	}
	for name, n := range s.failures {
		if n > s.counts[name]/100 {
			return fmt.Errorf("%s failed %d times of %d, the last time with: %w", name, n, s.counts[name], s.lastFailure)
		}
	}
	return nil
}

func median(samples []measure.Stats, value func(measure.Stats) float64) float64 {
	values := make([]float64, len(samples))
	for i, sample := range samples {
		values[i] = value(sample)
	}
	slices.Sort(values)
	if len(values) == 0 {
		return 0
	}
	return values[len(values)/2]
}
