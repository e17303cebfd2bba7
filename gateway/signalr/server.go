package signalr

import (
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Server serves one hub to SignalR clients. It is an http.Handler for the hub's path and for negotiate below it; a slash
// at the end of either is legal. WebSockets need HTTP/1.1, the other transports take any version.
type Server struct {
	hub Hub
	// methods is the hub if it is a Methods.
	methods  *Methods
	options  Options
	log      *slog.Logger
	upgrader websocket.Upgrader

	// epoch and elapsed are the clock: elapsed is the time since epoch, brought up to date once a second.
	epoch   time.Time
	elapsed atomic.Int64

	roster    roster
	admission admission
	workers   workers
	watch     watch
	// sockets counts WebSockets that were ever opened.
	sockets atomic.Uint32

	mu sync.Mutex
	// conns are all connections by the token that names them in requests, from negotiate until their end. Guessing one is
	// guessing 128 random bits, and the map's hash is seeded, so that looking one up tells nothing about the others.
	conns table[string, *Conn]
	// stopSweep ends the goroutine that watches over times; it runs while there are connections.
	stopSweep chan struct{}
	down      bool
	// running counts connections that have not ended and the goroutines that serve them.
	running sync.WaitGroup
}

// NewServer returns a server for a hub. It starts nothing: there are goroutines only while there are connections.
func NewServer(hub Hub, options Options) *Server {
	if hub == nil {
		panic("signalr: NewServer needs a hub")
	}
	options = options.withDefaults()
	s := &Server{
		hub:     hub,
		options: options,
		log:     options.Logger,
		epoch:   time.Now(),
		upgrader: websocket.Upgrader{
			HandshakeTimeout: options.HandshakeTimeout,
			ReadBufferSize:   readBufferSize,
			// Only compressed frames are written through it.
			WriteBufferPool:   new(sync.Pool),
			EnableCompression: options.Compression,
			// Origins were checked before (checkOrigin).
			CheckOrigin: func(*http.Request) bool { return true },
		},
	}
	s.methods, _ = hub.(*Methods)
	s.admission = newAdmission(&s.options.Limits)
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength != 0 {
		s.limitBody(http.NewResponseController(w))
	}
	path := strings.TrimSuffix(r.URL.Path, "/")
	hub, negotiate := strings.CutSuffix(path, "/negotiate")
	if s.options.Path != "" && hub != strings.TrimSuffix(s.options.Path, "/") {
		http.NotFound(w, r)
		return
	}
	if !s.checkOrigin(w, r) {
		return
	}
	if isPreflight(r) {
		servePreflight(w, r)
		return
	}
	who, ok := s.authenticate(w, r)
	if !ok {
		return
	}
	if negotiate {
		s.serveNegotiate(w, r)
		return
	}
	s.serveEndpoint(w, r, who) //nolint:contextcheck // calls have contexts of their own
}

// now returns the time since the server's epoch as of the last tick, up to sweepInterval ago. Timestamps are durations of
// this clock; where one is taken for every message, this one is cheap enough.
func (s *Server) now() time.Duration { return time.Duration(s.elapsed.Load()) }

// tick brings the clock up to date and returns the time.
func (s *Server) tick() time.Duration {
	now := time.Since(s.epoch)
	s.elapsed.Store(int64(now))
	return now
}

// add puts a connection into the table. It fails when the server is shutting down.
func (s *Server) add(c *Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.down {
		return false
	}
	s.conns.set(c.token, c)
	s.running.Add(1)
	if s.stopSweep == nil {
		s.tick()
		stop := make(chan struct{})
		s.stopSweep = stop
		s.workers.open()
		s.running.Go(func() { s.sweep(stop) })
	}
	return true
}

// remove takes a connection that has ended out of the table.
func (s *Server) remove(c *Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conns.entries[c.token] != c {
		return
	}
	s.conns.delete(c.token)
	s.running.Done()
	if len(s.conns.entries) == 0 {
		close(s.stopSweep)
		s.stopSweep = nil
		s.workers.close()
	}
}

// lookup finds the connection a request names.
func (s *Server) lookup(token string) *Conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.conns.entries[token]
}

// all returns every connection there is, in buffer if that is large enough.
func (s *Server) all(buffer []*Conn) []*Conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	buffer = trimmed(buffer)[:0]
	for _, c := range s.conns.entries {
		buffer = append(buffer, c)
	}
	return buffer
}

// Options returns the options in force, with defaults filled in.
func (s *Server) Options() Options { return s.options }
