// Package cstacore is the engine: everything that would be the same if there
// were no browsers. It has no code of its own; this page says how its rooms
// belong together. It never imports gateway.
//
//	CTI client ──XML/TCP──▶ xmltcp ─┐
//	                                ├─▶ session ─▶ pbx ─▶ line
//	gateway/hub ────────────────────┘      ▲        │
//	                                       └── replies, events
//
// # The rooms
//
//   - csta is the vocabulary: every message as a Go type, with its XML and JSON
//     codecs, generated from the contract under api/csta.
//   - callmodel is the call model of ECMA-269, pure: what may happen to a
//     connection is a table, and a move gives a list of effects.
//   - line is the port to telephones; line/sim simulates them.
//   - pbx is one tenant's switching function: a goroutine that owns the tenant's
//     calls, and a stream that delivers what comes of them in order.
//   - session keeps application sessions: login, timer, order, positions.
//   - xmltcp is the TCP door; xmltcp/client is the other end of it.
//   - access is the one permission check, record the nouns that are stored,
//     store what keeps them.
//
// # The way of a request
//
// A door decodes a request once, into a csta type, and submits it to its
// session with a tag. The session puts it into the tenant's mailbox. The
// tenant's goroutine carries it out: it checks names and rights, asks the call
// model for the move, and appends to its batch the reply, the entries for the
// journal, and one publication for each device that is monitored. The tenant's
// stream has the journal keep the entries, then delivers replies and events to
// the sessions, one by one, in order; a session gives each event its position
// and hands it to its door, which writes it. Nothing behind the doors knows
// which door a request came through, and nothing in front of a session knows
// what a call is.
//
// # What may be relied on
//
//   - Requests of one session are answered in the order in which they came, and
//     a reply comes before the events that its request caused.
//   - All sessions of a tenant hear of things in the order in which they
//     happened.
//   - What was heard is kept: a crash does not undo what a client has seen.
//   - A door that cannot deliver closes itself; it never holds up the engine.
package cstacore
