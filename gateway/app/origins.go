package app

import (
	"net/url"
	"slices"
	"strings"
)

// originRule says whether pages of an origin may use the server: those that
// are listed, and with demo those of any port of this machine.
func originRule(allowed []string, demo bool) func(origin string) bool {
	list := make([]string, len(allowed))
	for i, o := range allowed {
		list[i] = strings.ToLower(strings.TrimSuffix(o, "/"))
	}
	return func(origin string) bool {
		if slices.Contains(list, strings.ToLower(origin)) {
			return true
		}
		if !demo {
			return false
		}
		u, err := url.Parse(origin)
		return err == nil && u.Scheme == "http" && (u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1")
	}
}
