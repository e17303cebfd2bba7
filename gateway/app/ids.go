package app

import (
	"crypto/rand"
	"fmt"
	"strings"
	"sync/atomic"
	"time"
)

// callIDs names calls and conversations. A call's id is short, since people
// read it in logs, and never used again: it has the second in which the server
// started in it.
type callIDs struct {
	prefix string
	calls  atomic.Uint64
}

func newCallIDs(now time.Time) *callIDs {
	return &callIDs{prefix: strings.ToLower(fmt.Sprintf("%x-%s", now.Unix(), rand.Text()[:4]))}
}

// Call implements pbx.IDs.
func (c *callIDs) Call() string { return fmt.Sprintf("%s-%d", c.prefix, c.calls.Add(1)) }

// Linkage implements pbx.IDs.
func (c *callIDs) Linkage() string { return rand.Text() }
