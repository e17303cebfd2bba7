package config

import (
	"fmt"
	"net/netip"
	"strings"
)

// Client is who may use a listener without a login: whoever is in a network,
// or has a certificate in a name.
type Client struct {
	Network    netip.Prefix // not valid where CommonName is set
	CommonName string
}

// ParseClient reads an address, a network such as 192.0.2.0/24, or cn:NAME.
func ParseClient(text string) (Client, error) {
	if name, ok := strings.CutPrefix(text, "cn:"); ok {
		if name == "" {
			return Client{}, fmt.Errorf("%q names nobody behind the colon", text)
		}
		return Client{CommonName: name}, nil
	}
	if addr, err := netip.ParseAddr(text); err == nil {
		return Client{Network: netip.PrefixFrom(addr, addr.BitLen())}, nil
	}
	network, err := netip.ParsePrefix(text)
	if err != nil {
		return Client{}, fmt.Errorf("%q is neither an address, nor a network such as 192.0.2.0/24, nor cn:NAME", text)
	}
	return Client{Network: network.Masked()}, nil
}
