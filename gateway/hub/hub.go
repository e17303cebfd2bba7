// Package hub is the SignalR door: the hub that browsers and back ends speak
// CSTA to. Every CSTA service is a hub method of its name, with one object in
// and the response object out; every event arrives as the client method named
// after it. What the objects look like is package csta's JSON.
package hub

import (
	"log/slog"
	"sync"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/session"
	"github.com/cstahub/cstahub/gateway/signalr"
)

// Hub implements signalr.Hub.
type Hub struct {
	sessions *session.Service
	log      *slog.Logger

	mu    sync.Mutex
	doors map[*signalr.Conn]*door
}

// New gives a hub whose connections have their sessions with a service. The
// Identity of a connection is an *access.Principal, or nil where it has shown
// no token.
func New(sessions *session.Service, log *slog.Logger) *Hub {
	return &Hub{sessions: sessions, log: log, doors: make(map[*signalr.Conn]*door)}
}

// OnConnected opens the connection's session: at once for a principal, waiting
// for a login otherwise.
func (h *Hub) OnConnected(c *signalr.Conn) error {
	principal, _ := c.Identity().(*access.Principal)
	d := &door{conn: c}
	kind := session.Kind{Positions: true, RemoteAddr: c.RemoteAddr()}
	s, err := h.sessions.Open(d, kind, principal)
	if err != nil {
		h.log.Info("connection refused", "remote_addr", c.RemoteAddr(), "error", err)
		return err
	}
	d.session = s
	h.mu.Lock()
	defer h.mu.Unlock()
	h.doors[c] = d
	return nil
}

// OnInvocation hands a call to the connection's session.
func (h *Hub) OnInvocation(inv *signalr.Invocation) {
	h.mu.Lock()
	d := h.doors[inv.Conn()]
	h.mu.Unlock()
	d.invoke(inv)
}

// OnDisconnected ends the connection's session.
func (h *Hub) OnDisconnected(c *signalr.Conn, err error) {
	h.mu.Lock()
	d := h.doors[c]
	delete(h.doors, c)
	h.mu.Unlock()
	d.session.Closed()
	h.log.Debug("connection ended", "remote_addr", c.RemoteAddr(), "error", err)
}
