package signalr

import "sync"

// maxIdleWorkers is how many workers a server keeps that have nothing to do. It bounds what is left of a moment in which many
// calls ran at once; a busy server needs no more than what becomes ready to run between two looks of the scheduler.
const maxIdleWorkers = 64

// workers are the goroutines of a server that run the calls of Methods, each one line of calls at a time. A call may wait as
// long as it likes, so there are as many as are needed; those that have done their work wait for more, because a goroutine
// that has run a call before has the stack for the next one. What was not needed for a second is let go (trim), and there are
// none without connections.
type workers struct {
	mu sync.Mutex
	// idle are the workers with nothing to do; the last one was busy most recently.
	idle []*worker
	// unused is the smallest number that were idle at a time since trim was last called.
	unused int
	// staying: there are connections, so that workers that are done may wait for more.
	staying bool
}

// worker is one goroutine.
type worker struct {
	// lines gives it the next line to run; it is closed to let the worker go. There is room for one line, so that giving it
	// never waits.
	lines chan line
}

// run lets a worker run a line of calls.
func (s *Server) run(l line) {
	if w := s.workers.take(); w != nil {
		w.lines <- l
		return
	}
	w := &worker{lines: make(chan line, 1)}
	// Who has calls to run is counted himself, so the server cannot have come to rest in between.
	s.running.Go(func() { w.work(&s.workers, l) })
}

// work runs a line, and more as long as there are some.
func (w *worker) work(all *workers, l line) {
	growStack()
	for more := true; more; {
		l.run(nil)
		// A worker that waits keeps no connection in memory.
		l = line{}
		if !all.put(w) {
			return
		}
		l, more = <-w.lines
	}
}

// take returns a worker that has nothing to do, nil if there is none.
func (all *workers) take() *worker {
	all.mu.Lock()
	defer all.mu.Unlock()
	last := len(all.idle) - 1
	if last < 0 {
		return nil
	}
	w := all.idle[last]
	all.idle[last] = nil
	all.idle = all.idle[:last]
	all.unused = min(all.unused, last)
	return w
}

// put makes a worker wait for more to do, unless it is not needed any more.
func (all *workers) put(w *worker) bool {
	all.mu.Lock()
	defer all.mu.Unlock()
	if !all.staying || len(all.idle) >= maxIdleWorkers {
		return false
	}
	all.idle = append(all.idle, w)
	return true
}

// open lets workers stay when they are done.
func (all *workers) open() {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.staying = true
}

// close lets all workers go, the idle ones now and the others when they are done.
func (all *workers) close() {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.staying = false
	all.release(len(all.idle))
	all.idle, all.unused = nil, 0
}

// trim lets those go that were idle all the time since it was last called.
func (all *workers) trim() {
	all.mu.Lock()
	defer all.mu.Unlock()
	all.release(all.unused)
	all.unused = len(all.idle)
}

// release lets the n workers go that have been idle longest. all.mu is held.
func (all *workers) release(n int) {
	for _, w := range all.idle[:n] {
		close(w.lines)
	}
	kept := copy(all.idle, all.idle[n:])
	clear(all.idle[kept:])
	all.idle = all.idle[:kept]
}
