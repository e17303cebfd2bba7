package xmltcp

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/cstahub/cstahub/cstacore/session"
)

// Config is what the door needs. Sessions and Log are required, everything
// else has a default.
type Config struct {
	Sessions *session.Service
	Log      *slog.Logger
	// Limits bound documents; DefaultLimits where it is zero.
	Limits Limits
	// MaxDepth is how deep elements may be nested; 32 where it is zero.
	MaxDepth int
	// MaxConnections is how many clients there may be at a time, and
	// MaxPerAddress how many from one address; 10,000 and 500 where zero.
	MaxConnections, MaxPerAddress int
	// WriteBound is how many bytes may wait for a client that does not read,
	// and WriteTime how long one write may take; 1 MiB and 10 s where zero.
	WriteBound int
	WriteTime  time.Duration
}

func (c Config) withDefaults() Config {
	if c.Limits == (Limits{}) {
		c.Limits = DefaultLimits
	}
	setDefault(&c.MaxDepth, 32)
	setDefault(&c.MaxConnections, 10_000)
	setDefault(&c.MaxPerAddress, 500)
	setDefault(&c.WriteBound, 1<<20)
	setDefault(&c.WriteTime, 10*time.Second)
	return c
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Server is the TCP door. It may listen on several listeners.
type Server struct {
	cfg    Config
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup

	mu        sync.Mutex
	listeners map[net.Listener]struct{}
	conns     map[*conn]struct{}
	addresses map[string]int
	stopped   bool
}

// NewServer gives a server that does not listen yet.
func NewServer(cfg Config) *Server {
	ctx, cancel := context.WithCancel(context.Background())
	return &Server{
		cfg: cfg.withDefaults(), ctx: ctx, cancel: cancel,
		listeners: make(map[net.Listener]struct{}), conns: make(map[*conn]struct{}), addresses: make(map[string]int),
	}
}

// keepAlive finds out in about a minute that the machine at the other end is
// gone.
var keepAlive = net.KeepAliveConfig{Enable: true, Idle: 30 * time.Second, Interval: 10 * time.Second, Count: 3}

// Serve takes connections from l until Stop, or until l fails.
func (s *Server) Serve(l net.Listener) error { return s.ServeAs(l, Listening{}) }

// ServeAs is Serve for clients that are dealt with in a way of their own.
func (s *Server) ServeAs(l net.Listener, way Listening) error {
	if !s.listen(l) {
		return net.ErrClosed
	}
	defer s.unlisten(l)
	for wait := time.Duration(0); ; {
		nc, err := l.Accept()
		if err != nil {
			if s.isStopped() || errors.Is(err, net.ErrClosed) {
				return nil
			}
			// Out of file descriptors, most likely: it may get better.
			wait = min(max(5*time.Millisecond, 2*wait), time.Second)
			s.cfg.Log.Error("accept failed", "error", err, "wait", wait)
			select {
			case <-time.After(wait):
				continue
			case <-s.ctx.Done():
				return nil
			}
		}
		wait = 0
		s.accept(nc, way)
	}
}

// accept gives a connection its goroutine, or closes it where there are too many.
func (s *Server) accept(nc net.Conn, way Listening) {
	if tcp, ok := nc.(*net.TCPConn); ok {
		if err := tcp.SetKeepAliveConfig(keepAlive); err != nil {
			s.cfg.Log.Debug("no keep-alive", "error", err)
		}
	}
	c := &conn{
		server: s,
		way:    way,
		net:    nc,
		reader: NewReader(nc, s.cfg.Limits),
		queue:  newQueue(nc, s.cfg.WriteBound, s.cfg.WriteTime),
		log:    s.cfg.Log.With("remote_addr", nc.RemoteAddr().String()),
	}
	if !s.add(c) {
		c.log.Warn("too many connections, closed")
		_ = nc.Close()
		return
	}
	go func() {
		defer s.remove(c)
		c.serve(s.ctx)
	}()
}

// host is the address that connections are counted by.
func (c *conn) host() string {
	host, _, err := net.SplitHostPort(c.net.RemoteAddr().String())
	if err != nil {
		return c.net.RemoteAddr().String()
	}
	return host
}

func (s *Server) add(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped || len(s.conns) >= s.cfg.MaxConnections || s.addresses[c.host()] >= s.cfg.MaxPerAddress {
		return false
	}
	s.conns[c] = struct{}{}
	s.addresses[c.host()]++
	s.wg.Add(1)
	return true
}

func (s *Server) remove(c *conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.conns, c)
	if s.addresses[c.host()]--; s.addresses[c.host()] == 0 {
		delete(s.addresses, c.host())
	}
	s.wg.Done()
}

func (s *Server) listen(l net.Listener) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return false
	}
	s.listeners[l] = struct{}{}
	return true
}

func (s *Server) unlisten(l net.Listener) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.listeners, l)
}

func (s *Server) isStopped() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stopped
}

// Len counts the clients that are connected.
func (s *Server) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns)
}

// StopListening takes no more connections; those there are go on.
func (s *Server) StopListening() {
	s.mu.Lock()
	s.stopped = true
	listeners := make([]net.Listener, 0, len(s.listeners))
	for l := range s.listeners {
		listeners = append(listeners, l)
	}
	s.mu.Unlock()
	for _, l := range listeners {
		_ = l.Close()
	}
}

// Stop ends the server: it takes no more connections and waits until the
// sessions of those there are, which session.Service.Stop ends, are gone. When
// ctx ends first, it cuts them off.
func (s *Server) Stop(ctx context.Context) error {
	s.StopListening()
	done := make(chan struct{})
	go func() {
		s.wg.Wait()
		close(done)
	}()
	defer s.cancel()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
	}
	s.mu.Lock()
	for c := range s.conns {
		c.queue.abandon()
	}
	s.mu.Unlock()
	s.cancel()
	<-done
	return ctx.Err()
}
