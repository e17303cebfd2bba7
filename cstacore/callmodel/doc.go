// Package callmodel is the call model of ECMA-269: calls, their connections
// and what may happen to them.
//
// It is pure. There is no goroutine, clock or I/O here: time and names come in
// with each move, and what the world should hear of it goes out as a list of
// effects. Calls are immutable values; a move puts a new value in the place of
// the old one, so an effect can hold on to the call as it was at that moment.
// A move that is refused changes nothing and says why with the CSTA error that
// the standard names for it.
//
// What may happen to a connection is data, see Table. Three things hold after
// every move, whatever the moves were:
//
//   - a connection is in exactly one state, and never in null: a connection in
//     null is gone;
//   - a call without connections does not exist;
//   - every call that began (CallBegan) ends (CallEnded), once.
package callmodel
