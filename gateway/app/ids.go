package app

import (
	"crypto/rand"
	"strconv"
	"sync/atomic"
)

// callIDs names calls and conversations. A call's id is short, since people
// read it in logs, and never used again: it begins with the epoch of the store,
// which no start of the installation shares with another.
type callIDs struct {
	prefix string
	calls  atomic.Uint64
}

func newCallIDs(epoch int64) *callIDs {
	return &callIDs{prefix: strconv.FormatInt(epoch, 36) + "-"}
}

// Call implements pbx.IDs.
func (c *callIDs) Call() string { return c.prefix + strconv.FormatUint(c.calls.Add(1), 10) }

// Linkage implements pbx.IDs.
func (c *callIDs) Linkage() string { return rand.Text() }
