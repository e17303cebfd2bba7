package csta

import "strings"

// textArena makes strings out of bytes that do not stay, many of them in one
// allocation. A message's strings keep each other alive, and nothing else: not
// the document they came from.
type textArena struct {
	chunk strings.Builder
	size  int
}

// reset starts a new chunk, sized for a document.
func (a *textArena) reset(document int) {
	const smallest, largest = 128, 1024
	a.chunk.Reset()
	// Tags and keys make up most of a message.
	a.size = min(max(document/4, smallest), largest)
}

// keep returns the bytes as a string of their own.
func (a *textArena) keep(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	if len(text) > a.size/2 {
		return string(text)
	}
	if a.chunk.Cap()-a.chunk.Len() < len(text) {
		a.chunk.Reset()
		a.chunk.Grow(a.size)
	}
	start := a.chunk.Len()
	a.chunk.Write(text)
	return a.chunk.String()[start:]
}
