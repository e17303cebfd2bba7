package csta

// Opt is an optional value whose zero value would mean something. The zero Opt
// is absent.
type Opt[T any] struct {
	value T
	set   bool
}

// Some returns a value that is present.
func Some[T any](value T) Opt[T] { return Opt[T]{value: value, set: true} }

// Get returns the value and whether it is present.
func (o Opt[T]) Get() (T, bool) { return o.value, o.set }

// Or returns the value, or another one where it is absent.
func (o Opt[T]) Or(other T) T {
	if o.set {
		return o.value
	}
	return other
}

// IsSet says whether the value is present.
func (o Opt[T]) IsSet() bool { return o.set }
