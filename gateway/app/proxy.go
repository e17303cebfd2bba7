package app

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// behindProxies has requests that come through trusted proxies carry the
// address of the client (X-Forwarded-For). What a client has written there
// itself stands left of what the proxies add and is not believed.
func behindProxies(trusted []netip.Prefix, next http.Handler) http.Handler {
	if len(trusted) == 0 {
		return next
	}
	isProxy := func(ip netip.Addr) bool {
		for _, network := range trusted {
			if network.Contains(ip) {
				return true
			}
		}
		return false
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if at, err := netip.ParseAddrPort(r.RemoteAddr); err == nil && isProxy(at.Addr().Unmap()) {
			if client, ok := clientOf(r.Header.Values("X-Forwarded-For"), isProxy); ok {
				r.RemoteAddr = net.JoinHostPort(client.String(), "0")
			}
		}
		next.ServeHTTP(w, r)
	})
}

// clientOf gives the last address that no proxy of ours has.
func clientOf(headers []string, isProxy func(netip.Addr) bool) (netip.Addr, bool) {
	hops := strings.Split(strings.Join(headers, ","), ",")
	for _, hop := range slices.Backward(hops) {
		hop = strings.TrimSpace(hop)
		ip, err := netip.ParseAddr(hop)
		if at, failed := netip.ParseAddrPort(hop); err != nil && failed == nil {
			ip, err = at.Addr(), nil
		}
		if err != nil {
			return netip.Addr{}, false
		}
		if ip = ip.Unmap().WithZone(""); !isProxy(ip) {
			return ip, true
		}
	}
	return netip.Addr{}, false
}
