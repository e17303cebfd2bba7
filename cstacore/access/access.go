// Package access says who may do what. Both doors, and whatever else acts on a
// tenant, ask the one function here; what it does not grant is denied.
package access

import (
	"slices"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// All in a scope list stands for every device of the tenant.
const All = "*"

// Principal is who a request comes from, as proven by a password or a token.
type Principal struct {
	// User is the user's ID, such as "alice@demo".
	User string
	// Tenant is the only tenant the principal can see.
	Tenant string
	// Role decides the rights that need no listing.
	Role record.Role
	// Device is the principal's own device; empty for a program.
	Device string
	// Control lists the devices the principal acts for, Observe those it may
	// only watch. All in either stands for every device of the tenant.
	Control, Observe []string
	// Expires is when the proof runs out; zero if it does not.
	Expires time.Time
}

// Right is something one may do with a device.
type Right uint8

// The rights there are.
const (
	// Observe is to monitor a device and to look at its calls.
	Observe Right = iota + 1
	// Control is everything a user could do at the device, watching included.
	Control
)

// String names the right.
func (r Right) String() string {
	switch r {
	case Observe:
		return "observe"
	case Control:
		return "control"
	default:
		return "unknown right"
	}
}

// Allowed is the one permission check: it reports whether p may do what needs
// right with a device of the tenant. Nobody may do anything in another tenant,
// and what is not granted here is denied.
func Allowed(p *Principal, right Right, tenant, device string) bool {
	if p == nil || tenant == "" || device == "" || p.Tenant != tenant {
		return false
	}
	if p.Device == device || grants(p.Control, device) {
		return right == Observe || right == Control
	}
	return right == Observe && grants(p.Observe, device)
}

func grants(scope []string, device string) bool {
	return slices.Contains(scope, device) || slices.Contains(scope, All)
}

// Of gives the principal that a stored user is. A supervisor's team and a
// program's devices are what the user's record lists.
func Of(u *record.User) Principal {
	return Principal{
		User:    u.ID,
		Tenant:  u.Tenant,
		Role:    u.Role,
		Device:  u.Device,
		Control: slices.Clone(u.Control),
		Observe: slices.Clone(u.Observe),
	}
}
