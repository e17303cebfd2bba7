package auth

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// ClaimMap says in which claims of an issuer's tokens stands what we need. A
// claim is named as it is, such as "https://example.com/tenant"; one within
// another by its path, such as "realm_access.roles". Empty: not in the token.
type ClaimMap struct {
	// User is the claim with the user's id; "sub" where it is empty.
	User string
	// Tenant is the claim with the tenant's id.
	Tenant string
	// Role is the claim with one or more roles in the issuer's words, and Roles
	// what they mean, the first that matches. It is an array, or a text: one role,
	// or several between spaces or commas. Without Roles the issuer speaks our
	// words.
	Role  string
	Roles []RoleName
	// DefaultRole is the role of a token in which none is found. Without it
	// such a token is refused, where Role is set.
	DefaultRole record.Role
	// Device is the claim with the user's own device; Control and Observe those
	// with lists of devices: arrays, or words between spaces or commas.
	Device, Control, Observe string
}

// RoleName says what a role of an issuer is here.
type RoleName struct {
	Name string
	Role record.Role
}

// maxScope bounds a list of devices in a token.
const maxScope = 1000

// find gives the value of a claim. A name with dots in it is looked for as it
// is before it is taken for a path.
func find(claims map[string]any, name string) (any, bool) {
	if name == "" {
		return nil, false
	}
	if value, ok := claims[name]; ok {
		return value, true
	}
	for i, c := range name {
		if c != '.' {
			continue
		}
		if inner, ok := claims[name[:i]].(map[string]any); ok {
			if value, ok := find(inner, name[i+1:]); ok {
				return value, true
			}
		}
	}
	return nil, false
}

// text gives a claim as one word; empty where it is missing.
func text(claims map[string]any, name string) (string, error) {
	value, ok := find(claims, name)
	if !ok || value == nil {
		return "", nil
	}
	s, ok := word(value)
	if !ok {
		return "", fmt.Errorf("claim %s is not a text", name)
	}
	return s, nil
}

// list gives a claim as a list of words.
func list(claims map[string]any, name string) ([]string, error) {
	value, ok := find(claims, name)
	if !ok || value == nil {
		return nil, nil
	}
	var words []string
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			w, ok := word(element)
			if !ok {
				return nil, fmt.Errorf("claim %s is not a list of texts", name)
			}
			words = append(words, w)
		}
	default:
		w, ok := word(v)
		if !ok {
			return nil, fmt.Errorf("claim %s is not a list", name)
		}
		words = strings.FieldsFunc(w, func(r rune) bool { return r == ' ' || r == ',' })
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) > maxScope {
		return nil, fmt.Errorf("claim %s has over %d entries", name, maxScope)
	}
	return words, nil
}

// word gives a text, or a whole number as people write it: extensions are
// numbers in some directories.
func word(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case float64:
		if v == math.Trunc(v) && math.Abs(v) < 1<<53 {
			return strconv.FormatFloat(v, 'f', -1, 64), true
		}
	}
	return "", false
}

// role gives the role that a token's words stand for.
func (m *ClaimMap) role(claims map[string]any) (record.Role, error) {
	words, err := list(claims, m.Role)
	if err != nil {
		return "", err
	}
	// A text may be one role whose name has spaces in it.
	if value, ok := find(claims, m.Role); ok {
		if whole, ok := value.(string); ok {
			words = append(words, strings.TrimSpace(whole))
		}
	}
	if len(m.Roles) == 0 {
		for _, w := range words {
			if access.Known(record.Role(w)) {
				return record.Role(w), nil
			}
		}
	}
	for _, name := range m.Roles {
		if slices.Contains(words, name.Name) {
			return name.Role, nil
		}
	}
	if m.DefaultRole == "" && m.Role != "" {
		return "", fmt.Errorf("claim %s has no role that is known here", m.Role)
	}
	return m.DefaultRole, nil
}
