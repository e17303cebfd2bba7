package signalr

import (
	"slices"
	"sync"
)

// roster is who can be sent to: the connections the hub has, by id, by user and by group. Its lock is never held while a
// connection's is taken, so sending goes through a copy of the members.
type roster struct {
	mu     sync.RWMutex
	conns  []*Conn
	byID   table[string, *Conn]
	users  table[string, []*Conn]
	groups table[string, []*Conn]
}

func (r *roster) add(c *Conn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c.index = len(r.conns)
	r.conns = append(r.conns, c)
	r.byID.set(c.id, c)
	if c.userID != "" {
		r.users.set(c.userID, append(r.users.entries[c.userID], c))
	}
}

// remove takes a connection out, and out of its groups. It does nothing if the connection is not there.
func (r *roster) remove(c *Conn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byID.entries[c.id] != c {
		return
	}
	r.byID.delete(c.id)
	last := len(r.conns) - 1
	r.conns[c.index] = r.conns[last]
	r.conns[c.index].index = c.index
	r.conns[last] = nil
	r.conns = trimmed(r.conns[:last])
	if c.userID != "" {
		if left := slices.DeleteFunc(r.users.entries[c.userID], func(o *Conn) bool { return o == c }); len(left) > 0 {
			r.users.set(c.userID, trimmed(left))
		} else {
			r.users.delete(c.userID)
		}
	}
	for name := range c.groups {
		r.leaveLocked(c, name)
	}
}

// join puts a connection into a group. It does nothing for a connection that is not there any more.
func (r *roster) join(c *Conn, group string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, member := c.groups[group]; member || r.byID.entries[c.id] != c {
		return
	}
	if c.groups == nil {
		c.groups = make(map[string]int)
	}
	c.groups[group] = len(r.groups.entries[group])
	r.groups.set(group, append(r.groups.entries[group], c))
}

func (r *roster) leave(c *Conn, group string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.leaveLocked(c, group)
}

func (r *roster) leaveLocked(c *Conn, group string) {
	i, member := c.groups[group]
	if !member {
		return
	}
	delete(c.groups, group)
	members := r.groups.entries[group]
	last := len(members) - 1
	members[i] = members[last]
	members[last] = nil
	if i != last {
		members[i].groups[group] = i
	}
	if last == 0 {
		r.groups.delete(group)
	} else {
		r.groups.set(group, trimmed(members[:last]))
	}
}

// id finds a connection by its public id.
func (r *roster) id(id string) *Conn {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.byID.entries[id]
}

// appendAll, appendUser and appendGroup append the present members to a slice.

func (r *roster) appendAll(dst []*Conn) []*Conn {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return append(dst, r.conns...)
}

func (r *roster) appendUser(dst []*Conn, user string) []*Conn {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return append(dst, r.users.entries[user]...)
}

func (r *roster) appendGroup(dst []*Conn, group string) []*Conn {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return append(dst, r.groups.entries[group]...)
}

func (r *roster) len() int {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return len(r.conns)
}
