package signalr

import (
	"slices"
	"testing"
)

func TestTableHasItsRoomBackWhenMostIsGone(t *testing.T) {
	var table table[int, int]
	const n = 10_000
	for i := range n {
		table.set(i, i)
	}
	full := table.entries
	for i := range n - 100 {
		table.delete(i)
	}
	// What was made for all of them is not used any more.
	if clear(full); len(table.entries) != 100 || table.most > n/4 {
		t.Errorf("still made for %d", table.most)
	}
	for i := range n {
		if v, ok := table.entries[i]; ok != (i >= n-100) || ok && v != i {
			t.Fatalf("%d: %d, %v", i, v, ok)
		}
	}
	table.set(1, 1)
	table.delete(1)
}

func TestTrimmed(t *testing.T) {
	list := make([]int, 10_000)
	if got := trimmed(list); cap(got) != cap(list) {
		t.Errorf("room for %d", cap(got))
	}
	list = append(list[:0], 1, 2, 3)
	if got := trimmed(list); cap(got) > 10 || !slices.Equal(got, list) {
		t.Errorf("%v, room for %d", got, cap(got))
	}
}
