// Package session keeps application sessions (ECMA-354): who is logged in on a
// connection, for how long, and what goes out to him in which order.
//
// A Session is the slot that one connection has for an application session. It
// begins empty; a login fills it, and its end, by the application, by its timer
// or by the server, empties it again. A connection whose slot stays empty for
// the login time is closed.
//
// # Order
//
// Requests of a session are carried out and answered in the order in which
// Submit was called, and a reply comes before the events its request caused.
// Replies and events leave one by one through the session's Door. The door does
// not get an answer as a return value, which events could overtake: it hands in
// a tag with the request, and the answer comes out with that tag.
//
// # Positions
//
// Every event a session is sent has a position: the session's epoch, and an
// offset that is one more than the last event's. A gap or another epoch tells a
// client that it missed something. Snapshots carry the position at which they
// were taken: events up to it are contained in them, later ones are not.
//
// # Resumption
//
// A session whose application knows its id and is told positions waits for a
// minute when its connection is lost, with its monitors, and takes down what it
// would have been sent. A login of the same user that names the session and a
// position goes on there: the same session, no event missing or twice. It is
// told whether that could be done (recovered); otherwise a snapshot says what
// is so. What answers are awaited for ends with the connection: registrations
// for the system's status and for routeing are made anew. A connection that
// breaks for less than half a minute is bridged by SignalR itself.
package session
