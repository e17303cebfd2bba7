package record

import "time"

// Outcome says what became of an action.
type Outcome string

// The outcomes there are.
const (
	// OutcomeDone: it was carried out.
	OutcomeDone Outcome = "done"
	// OutcomeRefused: it was not permitted, or the proof of identity was wrong.
	OutcomeRefused Outcome = "refused"
	// OutcomeFailed: it was permitted and went wrong.
	OutcomeFailed Outcome = "failed"
)

// AuditEntry is one line of the audit log: a login, a refusal, a change to the
// directory, something done on behalf of another. It never holds a secret.
type AuditEntry struct {
	// ID orders entries; the store gives it.
	ID int64
	// Time is when it happened.
	Time time.Time
	// Tenant is the ID of the tenant concerned, empty for the installation's
	// own affairs and for logins of which no tenant is known.
	Tenant string
	// Actor is the ID of the user who acted, or the name that was tried.
	Actor string
	// OnBehalf is the user or device for whom the actor acted, empty for himself.
	OnBehalf string
	// Remote is the address the action came from, empty for the server itself.
	Remote string
	// Action names what was done, such as "login" or "user.update".
	Action string
	// Object is what it was done to, such as "users/alice@demo" or "200".
	Object string
	// Outcome is what became of it.
	Outcome Outcome
	// Detail is for people to read.
	Detail string
}
