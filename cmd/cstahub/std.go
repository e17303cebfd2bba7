package main

import "io"

// std is where a command reads and writes.
type std struct {
	in       io.Reader
	out, err io.Writer
}
