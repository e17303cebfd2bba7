package hubprotocol

import (
	"encoding"
	"encoding/json"
	"reflect"
	"sync"
	"time"

	"github.com/vmihailenco/msgpack/v5"
)

// marshalsOnlyJSON reports whether some part of a value can say how it looks in JSON but not how in MessagePack. Such a
// value goes to MessagePack by way of JSON, so that both protocols say the same.
func marshalsOnlyJSON(value any) bool {
	t := reflect.TypeOf(value)
	if known, ok := jsonOnly.Load(t); ok {
		return known.(bool)
	}
	answer := typeMarshalsOnlyJSON(t, map[reflect.Type]bool{})
	jsonOnly.Store(t, answer)
	return answer
}

// jsonOnly remembers the answer by type. The types are those of a program's source, so it does not grow without end.
var jsonOnly sync.Map

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	mpMarshaler   = reflect.TypeFor[msgpack.Marshaler]()
	mpEncoder     = reflect.TypeFor[msgpack.CustomEncoder]()
	timeType      = reflect.TypeFor[time.Time]()
)

func typeMarshalsOnlyJSON(t reflect.Type, visited map[reflect.Type]bool) bool {
	if visited[t] || t == timeType {
		return false
	}
	visited[t] = true
	if has(t, mpMarshaler) || has(t, mpEncoder) {
		return false
	}
	if has(t, jsonMarshaler) || has(t, textMarshaler) {
		return true
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return typeMarshalsOnlyJSON(t.Elem(), visited)
	case reflect.Map:
		// MessagePack keeps keys that are no strings; JSON, and the clients, know only names.
		return t.Key().Kind() != reflect.String || typeMarshalsOnlyJSON(t.Elem(), visited)
	case reflect.Struct:
		for f := range t.Fields() {
			if (f.IsExported() || f.Anonymous) && typeMarshalsOnlyJSON(f.Type, visited) {
				return true
			}
		}
	case reflect.Interface:
		// What it will hold is not known from the type.
		return true
	default:
	}
	return false
}

func has(t, want reflect.Type) bool {
	return t.Implements(want) || reflect.PointerTo(t).Implements(want)
}
