package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/record"
)

// maxNumber is how many characters a dialled number may have.
const maxNumber = 40

// Names understands the names that clients give to devices: "200" within the
// tenant; uni-tel's "u-<trunk>-200", "q-<trunk>-400" and "t-<trunk>"; "tel:"
// and "sip:" URIs.
type Names struct {
	tenant record.Tenant
}

// Trunk stands for the tenant's trunk as a device.
const Trunk = "trunk"

// Device gives the plain name of a device. It reports false for what cannot be
// a name of this tenant, such as a name with another tenant's trunk in it.
func (n Names) Device(name string) (string, bool) {
	name = strings.TrimSpace(name)
	if len(name) > 2*maxNumber || name == "" {
		return "", false
	}
	if plain, ok := n.prefixed(name); ok {
		return plain, plain != ""
	}
	if rest, ok := cutScheme(name, "sip:", "sips:"); ok {
		user, host, hasHost := strings.Cut(rest, "@")
		host, _, _ = strings.Cut(host, ";")
		host, _, _ = strings.Cut(host, ":")
		if hasHost && n.tenant.Domain != "" && !strings.EqualFold(host, n.tenant.Domain) {
			return "", false
		}
		name, _, _ = strings.Cut(user, ";")
	} else if rest, ok := cutScheme(name, "tel:"); ok {
		name, _, _ = strings.Cut(rest, ";")
	}
	number, ok := Number(name)
	return number, ok
}

// trunk is uni-tel's name of the tenant's trunk.
func (n Names) trunk() string { return "t-" + n.tenant.Trunk }

// Qualified is uni-tel's name of a device, which is unique among all tenants.
func (n Names) Qualified(d *record.Device) string {
	if d.Kind == record.DeviceQueue {
		return "q-" + n.tenant.Trunk + "-" + d.ID
	}
	return "u-" + n.tenant.Trunk + "-" + d.ID
}

// prefixed understands uni-tel's names; "" for one of another tenant. It
// reports false for names of another form.
func (n Names) prefixed(name string) (string, bool) {
	kind, rest, ok := strings.Cut(name, "-")
	if !ok || len(kind) != 1 {
		return "", false
	}
	switch kind[0] {
	case 't', 'T':
		if rest != n.tenant.Trunk {
			return "", true
		}
		return Trunk, true
	case 'u', 'U', 'q', 'Q':
		trunk, device, ok := strings.Cut(rest, "-")
		if !ok || trunk != n.tenant.Trunk {
			return "", true
		}
		number, _ := Number(device)
		return number, true
	default:
		return "", false
	}
}

func cutScheme(name string, schemes ...string) (string, bool) {
	for _, s := range schemes {
		if len(name) > len(s) && strings.EqualFold(name[:len(s)], s) {
			return name[len(s):], true
		}
	}
	return "", false
}

// Number gives a dialled number its plain form: digits, * and #, with a + at
// the start where there is one. White space and the marks people write between
// digits are dropped. It reports false for what cannot be dialled.
func Number(dialled string) (string, bool) {
	if len(dialled) > 2*maxNumber {
		return "", false
	}
	plain := make([]byte, 0, len(dialled))
	for i := 0; i < len(dialled); i++ {
		switch c := dialled[i]; {
		case c >= '0' && c <= '9', c == '*', c == '#', c == '+' && len(plain) == 0:
			plain = append(plain, c)
		case c == ' ', c == '-', c == '.', c == '(', c == ')', c == '/', c == '\t':
		default:
			return "", false
		}
	}
	if len(plain) == 0 || len(plain) > maxNumber || string(plain) == "+" {
		return "", false
	}
	return string(plain), true
}

// Internal reports whether a number belongs to the tenant's own plan, whether
// or not there is a device with it.
func (n Names) Internal(number string) bool {
	for _, pattern := range n.tenant.NumberPlan {
		if matches(pattern, number) {
			return true
		}
	}
	return false
}

// matches compares a number with a pattern of the plan, in which x is any digit.
func matches(pattern, number string) bool {
	if len(pattern) != len(number) {
		return false
	}
	for i := 0; i < len(pattern); i++ {
		digit := number[i] >= '0' && number[i] <= '9'
		if pattern[i] != number[i] && (pattern[i] != 'x' || !digit) {
			return false
		}
	}
	return true
}
