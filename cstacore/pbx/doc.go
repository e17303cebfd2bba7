// Package pbx is the switching function (ECMA-269): one Tenant is one
// customer's telephone exchange, with its devices, calls and monitors.
//
// # Who runs what
//
// One goroutine per tenant owns the tenant's Switch: it takes commands out of
// a mailbox (requests of sessions, reports of lines, timers that are due) and
// carries them out one after the other. There are no locks around calls, and
// tenants run beside each other. A second goroutine per tenant, the stream,
// writes down what must be written down and then delivers replies and events.
//
// # What order is kept
//
// Requests of one session are carried out in the order in which they were
// submitted, and answered in that order. The reply to a request is delivered
// before the events that the request caused. Every session hears the events of
// a tenant in the order in which they happened. What the journal must keep is
// kept before anything that came of it, or after it, is delivered.
//
// # What is deterministic
//
// A Switch has no clock, no goroutine and no source of chance: the same
// commands at the same times, with the same ids, give the same batches. Tests
// drive it directly, with a clock of their own.
package pbx
