// Package access says who may do what. Both doors, REST, and whatever else acts
// on a tenant, ask the functions here; what the table of roles does not grant
// is denied.
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
	// Role decides how far each right reaches.
	Role record.Role
	// Device is the principal's own device; empty for a program.
	Device string
	// Control lists the devices the principal acts for, Observe those it may
	// only watch. All in either stands for every device of the tenant.
	Control, Observe []string
	// Rights are held beside those of the role: for the devices above, and
	// Administer for the tenant.
	Rights []Right
	// Expires is when the proof runs out; zero if it does not.
	Expires time.Time
	// Version is that of the user's record from which the principal was made, and
	// Generation the record's (record.User); 0 where there is no record.
	Version, Generation int64
	// Login is the login that the proof came from (record.RefreshFamily); empty
	// for any other proof.
	Login string
	// Within bounds the principal: it may nothing that Within may not. It is
	// set where one who has rights himself vouches for another, such as a
	// program for the users of its pages.
	Within *Principal
}

// Allowed is the one permission check: it reports whether p may do what needs
// right with a device of the tenant. Nobody may do anything in another tenant,
// and what is not granted here is denied.
func Allowed(p *Principal, right Right, tenant, device string) bool {
	if p == nil || tenant == "" || device == "" || p.Tenant != tenant {
		return false
	}
	if p.Within != nil && !Allowed(p.Within, right, tenant, device) {
		return false
	}
	r := p.reach(right)
	return r&whole != 0 ||
		r&own != 0 && p.Device == device ||
		r&controlled != 0 && lists(p.Control, device) ||
		r&observed != 0 && lists(p.Observe, device)
}

// AllowedEverywhere reports whether p may do what needs right with every
// device of the tenant, those included that are yet to come. What concerns the
// tenant as a whole is asked with it.
func AllowedEverywhere(p *Principal, right Right, tenant string) bool {
	if p == nil || tenant == "" || p.Tenant != tenant {
		return false
	}
	if p.Within != nil && !AllowedEverywhere(p.Within, right, tenant) {
		return false
	}
	r := p.reach(right)
	return r&whole != 0 ||
		r&controlled != 0 && slices.Contains(p.Control, All) ||
		r&observed != 0 && slices.Contains(p.Observe, All)
}

// Devices lists the devices of p's tenant for which it has a right; all says
// that it has it for every one, and there is no list then.
func Devices(p *Principal, right Right) (devices []string, all bool) {
	if p == nil {
		return nil, false
	}
	if AllowedEverywhere(p, right, p.Tenant) {
		return nil, true
	}
	candidates := slices.Concat(p.Control, p.Observe)
	if p.Device != "" {
		candidates = append(candidates, p.Device)
	}
	if p.Within != nil { // where p's own list says All, the list is the other's
		candidates = slices.Concat(candidates, p.Within.Control, p.Within.Observe, []string{p.Within.Device})
	}
	for _, device := range candidates {
		if device != All && Allowed(p, right, p.Tenant, device) {
			devices = append(devices, device)
		}
	}
	slices.Sort(devices)
	return slices.Compact(devices), false
}

func lists(scope []string, device string) bool {
	return slices.Contains(scope, device) || slices.Contains(scope, All)
}

// reach says how far one of p's rights reaches.
func (p *Principal) reach(right Right) reach {
	r := grants[p.Role][right]
	if slices.Contains(p.Rights, right) {
		r |= extra(right)
	}
	return r
}

// Of gives the principal that a stored user is. team are the devices of those
// who work in the user's teams, which a supervisor observes.
func Of(u *record.User, team ...string) Principal {
	p := Principal{
		User:    u.ID,
		Tenant:  u.Tenant,
		Role:    u.Role,
		Device:  u.Device,
		Control: slices.Clone(u.Control),
		Observe: slices.Clone(u.Observe),
		Version: u.Version, Generation: u.Generation,
	}
	if u.Role == record.RoleSupervisor {
		p.Observe = append(p.Observe, team...)
	}
	for _, word := range u.Rights {
		if right, known := ParseRight(word); known {
			p.Rights = append(p.Rights, right)
		}
	}
	return p
}
