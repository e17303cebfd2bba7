package signalr

import (
	"context"
	"fmt"
	"time"
)

// cutGrace is how long Shutdown waits for connections that it has cut, and how long the rest of a body may take that nobody
// needs.
const cutGrace = time.Second

// Shutdown ends every connection and waits until all are gone. New ones are refused from its start on. Clients are told
// that they may reconnect, spread over Options.ShutdownSpread. When ctx is done first, what is left is cut and ctx's error
// is returned, at most a second later. When Shutdown returns without error, OnDisconnected has been called for every
// connection and every method registered with Methods has returned.
func (s *Server) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.down = true
	s.mu.Unlock()

	gone := make(chan struct{})
	go func() {
		s.running.Wait()
		close(gone)
	}()
	interrupted := s.closeSpread(ctx)
	if !interrupted {
		select {
		case <-gone:
			return nil
		case <-ctx.Done():
		}
	}
	for _, c := range s.all(nil) {
		c.end(endShutdown, nil)
		c.cut()
	}
	// Cut sockets end at once; only a callback or a method of the hub that does not return can hold this up.
	select {
	case <-gone:
	case <-time.After(cutGrace):
	}
	return fmt.Errorf("signalr: shutdown: %w", context.Cause(ctx))
}

// closeSpread closes all connections, a few at a time, and reports whether ctx was done before.
func (s *Server) closeSpread(ctx context.Context) (interrupted bool) {
	conns := s.all(nil)
	if len(conns) == 0 {
		return false
	}
	pause := s.options.ShutdownSpread / time.Duration(len(conns))
	const step = 10 * time.Millisecond
	var owed time.Duration
	for _, c := range conns {
		c.end(endShutdown, nil)
		if owed += pause; owed < step {
			continue
		}
		select {
		case <-time.After(owed):
		case <-ctx.Done():
			return true
		}
		owed = 0
	}
	return false
}
