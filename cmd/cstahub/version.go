package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run prints the version that the Go tool put into the binary.
func (versionCommand) Run(s std) error {
	version, goVersion := "unknown", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version, goVersion = info.Main.Version, info.GoVersion
	}
	_, err := fmt.Fprintf(s.out, "cstahub %s, %s\n", version, goVersion)
	return err
}
