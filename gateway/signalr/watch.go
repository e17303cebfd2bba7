package signalr

import (
	"sync/atomic"
	"time"
)

// patience is how long calls may keep the client that made them from being read, and up to twice that.
const patience = time.Millisecond

// watchPosts is how many readers of one server may run calls at the same time. Those of other sockets give theirs to
// workers.
const watchPosts = 64

// watch is the watch over those readers of a server that run calls. There is a goroutine for it while there are any.
type watch struct {
	posts [watchPosts]post
	on    atomic.Bool
}

// post is where a reader stands while it runs calls. Whoever takes it from there, the reader itself or who relieves it, has
// decided who goes on reading. Every post has a cache line of its own.
type post struct {
	atomic.Pointer[reader]
	_ [56]byte
}

// post returns the post of a reader, which it shares with those of other sockets.
func (w *watch) post(r *reader) *post { return &w.posts[r.socket.number%watchPosts] }

// needed reports whether a goroutine has to be started for the watch. It is asked when a reader has taken its post.
func (w *watch) needed() bool { return !w.on.Load() && w.on.CompareAndSwap(false, true) }

// run relieves readers until there are none that run calls.
func (w *watch) run() {
	type run struct {
		reader *reader
		number uint32
	}
	var before [watchPosts]run
	for {
		time.Sleep(patience)
		for i := range w.posts {
			var now run
			if now.reader = w.posts[i].Load(); now.reader != nil {
				if now.number = now.reader.runs.Load(); now == before[i] {
					now.reader.relieve()
				}
			}
			before[i] = now
		}
		if before != [watchPosts]run{} {
			continue
		}
		w.on.Store(false)
		// A reader that has begun just now may have relied on this goroutine.
		if w.idle() || !w.needed() {
			return
		}
	}
}

// idle reports whether no reader runs calls.
func (w *watch) idle() bool {
	for i := range w.posts {
		if w.posts[i].Load() != nil {
			return false
		}
	}
	return true
}
