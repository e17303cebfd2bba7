package signalr

import "maps"

// wasteful is how many times as much room as it needs something may keep that has become smaller, and roomy how much room is
// never too much.
const (
	wasteful = 8
	roomy    = 64
)

// table is a map that gives memory back when most of what it held is gone: a plain one keeps the room.
type table[K comparable, V any] struct {
	entries map[K]V
	// most is the largest number of entries since the map was made.
	most int
}

func (t *table[K, V]) set(key K, value V) {
	if t.entries == nil {
		t.entries = make(map[K]V)
	}
	t.entries[key] = value
	t.most = max(t.most, len(t.entries))
}

func (t *table[K, V]) delete(key K) {
	delete(t.entries, key)
	if t.most <= roomy || len(t.entries) > t.most/wasteful {
		return
	}
	smaller := make(map[K]V, len(t.entries))
	maps.Copy(smaller, t.entries)
	t.entries, t.most = smaller, len(smaller)
}

// trimmed returns a list without most of the room that it does not need, if that is much.
func trimmed[E any](list []E) []E {
	if cap(list) <= roomy || len(list) > cap(list)/wasteful {
		return list
	}
	return append(make([]E, 0, 2*len(list)), list...)
}
