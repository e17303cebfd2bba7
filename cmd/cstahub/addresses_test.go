package main

import (
	"os"
	"regexp"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var listening = regexp.MustCompile(`(?s)hub +http://(\S+)/csta.*CSTA XML +(\S+) .*stop with Ctrl-C`)

// addresses waits until a server has told in a file where it listens, and puts
// that into the variables HTTP and TCP:
//
//	addresses out.txt
func addresses(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: addresses file")
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		text, err := os.ReadFile(ts.MkAbs(args[0]))
		if found := listening.FindSubmatch(text); err == nil && found != nil {
			ts.Setenv("HTTP", string(found[1]))
			ts.Setenv("TCP", string(found[2]))
			return
		}
		if time.Now().After(deadline) {
			ts.Fatalf("the server does not say where it listens: %v %s", err, text)
		}
	}
}
