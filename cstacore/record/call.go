package record

import "time"

// Direction tells where a call came from and where it went.
type Direction string

// The directions there are.
const (
	Internal Direction = "internal"
	Inbound  Direction = "inbound"
	Outbound Direction = "outbound"
)

// Party is one device's part in a call.
type Party struct {
	// Device is an internal number, or an outside party's.
	Device string
	// Joined is when its connection came to be.
	Joined time.Time
	// Answered is when it was first connected; zero if it never was.
	Answered time.Time
	// Left is when its connection ended; zero while it has not.
	Left time.Time
	// Cause is why it ended, in CSTA's words (EventCause).
	Cause string
	// Queue is the queue for which the device was rung, empty for others.
	Queue string
	// To is the device that the call was sent on to from here, or the queue that
	// had it again since the device did not take it; otherwise empty.
	To string
}

// CallRecord is what remains of a call. There is exactly one for each call
// that began.
type CallRecord struct {
	// Call is the CSTA call id, unique in the installation.
	Call string
	// Linkage is the global call linkage id, shared by the calls of one conversation.
	Linkage string
	// Tenant is the ID of the tenant.
	Tenant string
	// Direction tells where the call came from and went.
	Direction Direction
	// Calling and Called are the numbers as dialled.
	Calling, Called string
	// Started, Answered and Ended are the call's times; Answered is zero for a
	// call nobody answered.
	Started, Answered, Ended time.Time
	// Cause is why the call ended, in CSTA's words (EventCause).
	Cause string
	// RequestedBy is the user for whom the call was made by CSTA, empty for a
	// call made at the telephone.
	RequestedBy string
	// Consults is the call that was put aside for this one, empty if none was.
	Consults string
	// Interrupted: the process died while the call was up. Ended is then the last
	// moment at which the call is known to have been up.
	Interrupted bool
	// Parties took part, in the order in which they joined.
	Parties []Party
}
