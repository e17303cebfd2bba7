package signalr

import (
	"errors"
	"slices"
	"sync"
)

// Clients chooses whom to send to. Server.Clients gives one that knows no caller, Conn.Clients one in which that
// connection is the caller.
type Clients struct {
	server *Server
	caller *Conn
}

// Clients returns the connections of the server.
func (s *Server) Clients() Clients { return Clients{server: s} }

// Clients returns the connections of the server, seen from this one.
func (c *Conn) Clients() Clients { return Clients{server: c.server, caller: c} }

// Addressees are the connections that a choice stands for at the moment something is sent to them.
type Addressees struct {
	server *Server
	choose func(r *roster, dst []*Conn) []*Conn
	except []string
}

// All is every connection.
func (cs Clients) All() Addressees {
	return cs.choose(func(r *roster, dst []*Conn) []*Conn { return r.appendAll(dst) })
}

// Client is the connections with these ids.
func (cs Clients) Client(ids ...string) Addressees {
	return cs.choose(func(r *roster, dst []*Conn) []*Conn {
		for _, id := range ids {
			if c := r.id(id); c != nil {
				dst = append(dst, c)
			}
		}
		return dst
	})
}

// User is every connection of these users.
func (cs Clients) User(ids ...string) Addressees {
	return cs.choose(func(r *roster, dst []*Conn) []*Conn {
		for _, id := range ids {
			dst = r.appendUser(dst, id)
		}
		return dst
	})
}

// Group is every connection in these groups. One that is in several gets as many copies, as with ASP.NET Core.
func (cs Clients) Group(names ...string) Addressees {
	return cs.choose(func(r *roster, dst []*Conn) []*Conn {
		for _, name := range names {
			dst = r.appendGroup(dst, name)
		}
		return dst
	})
}

// Caller is the connection that Clients was asked for; nobody, if it was the server.
func (cs Clients) Caller() Addressees {
	return cs.choose(func(_ *roster, dst []*Conn) []*Conn {
		if cs.caller != nil {
			dst = append(dst, cs.caller)
		}
		return dst
	})
}

// Others is every connection but the caller.
func (cs Clients) Others() Addressees { return cs.All().exceptCaller(cs) }

// OthersInGroup is every connection in a group but the caller.
func (cs Clients) OthersInGroup(name string) Addressees { return cs.Group(name).exceptCaller(cs) }

func (cs Clients) choose(f func(r *roster, dst []*Conn) []*Conn) Addressees {
	return Addressees{server: cs.server, choose: f}
}

func (a Addressees) exceptCaller(cs Clients) Addressees {
	if cs.caller == nil {
		return a
	}
	return a.Except(cs.caller.id)
}

// Except leaves out the connections with these ids.
func (a Addressees) Except(ids ...string) Addressees {
	a.except = slices.Concat(a.except, ids)
	return a
}

// choices lends out memory for the connections that something is being sent to.
var choices = sync.Pool{New: func() any { return new([]*Conn) }}

// each calls f for every connection that is addressed.
func (a Addressees) each(f func(*Conn)) {
	chosen := choices.Get().(*[]*Conn)
	*chosen = a.choose(&a.server.roster, (*chosen)[:0])
	for _, c := range *chosen {
		if len(a.except) == 0 || !slices.Contains(a.except, c.id) {
			f(c)
		}
	}
	clear(*chosen)
	choices.Put(chosen)
}

// Send calls a method of all clients addressed. The call is encoded once. Connections that have ended are passed over, so
// the error is about the arguments.
func (a Addressees) Send(target string, args ...any) error {
	return a.SendMessage(NewMessage(target, args...))
}

// SendMessage is Send for a message that goes to others too.
func (a Addressees) SendMessage(m *Message) error {
	var failed error
	a.each(func(c *Conn) {
		if err := c.SendMessage(m); err != nil && !errors.Is(err, ErrClosed) && !errors.Is(err, ErrSlowReader) {
			failed = err
		}
	})
	return failed
}

// Close ends all connections addressed, as Conn.Close does, and returns their number.
func (a Addressees) Close(reason string, allowReconnect bool) int {
	n := 0
	a.each(func(c *Conn) {
		c.Close(reason, allowReconnect)
		n++
	})
	return n
}

// Join puts the connection into a group. A connection leaves its groups when it ends.
func (c *Conn) Join(group string) { c.server.roster.join(c, group) }

// Leave takes the connection out of a group.
func (c *Conn) Leave(group string) { c.server.roster.leave(c, group) }

// Groups changes who is in which group, by connection id.
type Groups struct{ server *Server }

// Groups returns the groups of the server.
func (s *Server) Groups() Groups { return Groups{s} }

// Add puts a connection into a group, if there is such a connection.
func (g Groups) Add(connectionID, group string) {
	if c := g.server.roster.id(connectionID); c != nil {
		c.Join(group)
	}
}

// Remove takes a connection out of a group, if there is such a connection.
func (g Groups) Remove(connectionID, group string) {
	if c := g.server.roster.id(connectionID); c != nil {
		c.Leave(group)
	}
}

// Conn finds a connection by its id.
func (s *Server) Conn(id string) (c *Conn, ok bool) {
	c = s.roster.id(id)
	return c, c != nil
}

// Count returns the number of connections that the hub has.
func (s *Server) Count() int { return s.roster.len() }
