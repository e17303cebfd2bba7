package outbox

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// take empties a queue and returns what came out, joined.
func take(next func() *Chunk) string {
	var all bytes.Buffer
	for c := next(); c != nil; c = next() {
		all.Write(c.Bytes())
		c.Release()
	}
	return all.String()
}

func TestQueueGivesBackWhatWasPushed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q Queue
		var pushed, taken strings.Builder
		t.Repeat(map[string]func(*rapid.T){
			"push": func(t *rapid.T) {
				record := strings.Repeat(rapid.StringMatching("[a-z]").Draw(t, "letter"), rapid.SampledFrom([]int{1, 10, 1000, 5000, 40000}).Draw(t, "size"))
				q.Push([]byte(record))
				pushed.WriteString(record)
			},
			"next": func(*rapid.T) {
				if c := q.Next(); c != nil {
					taken.Write(c.Bytes())
					c.Release()
				}
			},
			"": func(t *rapid.T) {
				if !strings.HasPrefix(pushed.String(), taken.String()) {
					t.Fatal("order was lost")
				}
				if want := pushed.Len() - taken.Len(); q.Size() != want || q.Ready() != (want > 0) {
					t.Fatalf("size %d, not %d", q.Size(), want)
				}
			},
		})
		taken.WriteString(take(q.Next))
		if taken.String() != pushed.String() || q.Size() != 0 || q.Ready() {
			t.Fatal("something was lost")
		}
	})
}

func TestQueueJoinsRecordsUpToAFrame(t *testing.T) {
	var q Queue
	for range 100 {
		q.Push(make([]byte, 1000))
	}
	frames := 0
	for c := q.Next(); c != nil; c = q.Next() {
		if n := len(c.Bytes()); n > FrameSize || n%1000 != 0 {
			t.Errorf("frame of %d bytes", n)
		}
		frames++
		c.Release()
	}
	if frames != 4 {
		t.Errorf("%d frames", frames)
	}
	q.Push(make([]byte, 5*FrameSize))
	if c := q.Next(); len(c.Bytes()) != 5*FrameSize {
		t.Errorf("frame of %d bytes", len(c.Bytes()))
	}
}

func TestFramed(t *testing.T) {
	for size, head := range map[int]string{
		0: "\x81\x00", 125: "\x81\x7d", 126: "\x81\x7e\x00\x7e", 65535: "\x81\x7e\xff\xff", 65536: "\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00",
	} {
		c := newChunk(size)
		c.add(bytes.Repeat([]byte{'x'}, size))
		if got, want := string(c.Framed(0x81)), head+strings.Repeat("x", size); got != want {
			t.Errorf("%d bytes: frame of %d bytes, not %d: %.20q", size, len(got), len(want), got)
		}
		if len(c.Bytes()) != size {
			t.Errorf("%d bytes became %d", size, len(c.Bytes()))
		}
		c.Release()
	}
}

func TestQueueDrops(t *testing.T) {
	var q Queue
	q.Push([]byte("a"))
	q.Drop()
	if q.Ready() || q.Size() != 0 || q.Next() != nil {
		t.Error("not empty")
	}
	q.Push([]byte("b"))
	if got := take(q.Next); got != "b" {
		t.Errorf("got %q", got)
	}
}

// TestReplayLosesAndDoublesNothing drives a replay queue and a client that receives, acknowledges and loses its socket at
// random, and checks that the client ends up with every record once and in order.
func TestReplayLosesAndDoublesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const window = 3000
		r := NewReplay(window)
		pushed := 0
		// The client: next is the number the next record has, handled the highest it has seen.
		next, handled := 1, 0
		var inFlight []string
		receive := func(n int) {
			for _, record := range inFlight[:n] {
				var number int
				if _, err := fmt.Sscanf(record, "sequence %d", &number); err == nil {
					if number > next {
						t.Fatalf("starts again at %d, but the client has only up to %d", number, next-1)
					}
					next = number
					continue
				}
				if record == "filler" {
					if next++; next > handled+1 {
						t.Fatalf("record %d is left out, but the client has only %d", next-1, handled)
					}
					continue
				}
				if _, err := fmt.Sscanf(record, "%d:", &number); err != nil || number != next {
					t.Fatalf("record %.20s where %d is due", record, next)
				}
				next++
				handled = max(handled, number)
			}
			inFlight = inFlight[n:]
		}
		t.Repeat(map[string]func(*rapid.T){
			"push": func(t *rapid.T) {
				pushed++
				r.Push([]byte(fmt.Sprintf("%d:%s;", pushed, strings.Repeat("x", rapid.SampledFrom([]int{0, 100, 2000, 33000}).Draw(t, "size")))))
			},
			"send": func(*rapid.T) {
				if c := r.Next(); c != nil {
					records := strings.SplitAfter(string(c.Bytes()), ";")
					inFlight = append(inFlight, records[:len(records)-1]...)
					c.Release()
				}
			},
			"receive": func(t *rapid.T) {
				receive(rapid.IntRange(0, len(inFlight)).Draw(t, "n"))
			},
			"acknowledge": func(*rapid.T) { r.Ack(int64(handled)) },
			"reconnect": func(*rapid.T) {
				first, fillers := r.Rewind()
				inFlight = []string{fmt.Sprint("sequence ", first)}
				for range fillers {
					inFlight = append(inFlight, "filler")
				}
			},
			"": func(t *rapid.T) {
				if r.Ready() && r.Blocked() {
					t.Fatal("ready and blocked")
				}
			},
		})
		for r.Ready() || r.Blocked() || len(inFlight) > 0 {
			if c := r.Next(); c != nil {
				records := strings.SplitAfter(string(c.Bytes()), ";")
				inFlight = append(inFlight, records[:len(records)-1]...)
				c.Release()
			}
			receive(len(inFlight))
			r.Ack(int64(handled))
		}
		r.Ack(int64(handled))
		if handled != pushed || r.Size() != 0 {
			t.Fatalf("client has %d of %d, %d bytes are kept", handled, pushed, r.Size())
		}
	})
}

func TestReplayStopsAtItsWindow(t *testing.T) {
	r := NewReplay(1000)
	for range 10 {
		r.Push(make([]byte, 400))
	}
	if got := len(take(r.Next)); got != 1200 {
		t.Errorf("%d bytes under way", got)
	}
	if !r.Blocked() || r.Ready() {
		t.Error("not blocked")
	}
	r.Ack(1)
	if got := len(take(r.Next)); got != 400 {
		t.Errorf("%d bytes more", got)
	}
	if r.Size() != 9*400 {
		t.Errorf("%d bytes kept", r.Size())
	}
	r.Finish()
	if got := len(take(r.Next)); got != 6*400 {
		t.Errorf("%d bytes at the end", got)
	}
}

func TestReplayIgnoresAcksOfWhatWasNotSent(t *testing.T) {
	r := NewReplay(1000)
	r.Push([]byte("a"))
	r.Ack(99)
	r.Ack(-1)
	if got := take(r.Next); got != "a" {
		t.Errorf("got %q", got)
	}
	r.Ack(99)
	if first, fillers := r.Rewind(); r.Size() != 0 || first != 2 || fillers != 0 {
		t.Error("not acknowledged")
	}
}

func TestReplayDrops(t *testing.T) {
	r := NewReplay(1000)
	r.Push([]byte("a"))
	take(r.Next)
	r.Push([]byte("b"))
	r.Drop()
	if r.Ready() || r.Size() != 0 {
		t.Error("not empty")
	}
	if first, fillers := r.Rewind(); first != 3 || fillers != 0 {
		t.Errorf("goes on at %d", first)
	}
}
