package app

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/netip"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/gateway/config"
)

// handshakeTime is how long a client may take to show its certificate.
const handshakeTime = 10 * time.Second

// userFinder finds users by name.
type userFinder interface {
	FindUser(ctx context.Context, user, domain string) (record.User, bool, error)
}

// openScape is how CTI programs made for OpenScape are dealt with: they wait
// for the server's word, and never log in. They are who the configuration says
// is at their address, or has their certificate.
func openScape(ctx context.Context, clients map[string]string, users userFinder) (xmltcp.Listening, error) {
	known := make(map[config.Client]string, len(clients))
	for text, name := range clients {
		client, err := config.ParseClient(text)
		if err != nil {
			return xmltcp.Listening{}, err
		}
		user, found, err := users.FindUser(ctx, name, "")
		if err != nil {
			return xmltcp.Listening{}, err
		}
		if !found || user.Disabled {
			return xmltcp.Listening{}, fmt.Errorf("OpenScape client %s: there is no user %q", text, name)
		}
		known[client] = user.ID
	}
	return xmltcp.Listening{
		SpeakFirst: true, Dialect: csta.ED4,
		Identify: func(ctx context.Context, c net.Conn) (*access.Principal, bool) {
			id, ok := identifyClient(ctx, c, known)
			if !ok {
				return nil, false
			}
			// He may what his record says now, and nothing once he is gone.
			user, found, err := users.FindUser(ctx, id, "")
			if err != nil || !found || user.ID != id || user.Disabled {
				return nil, false
			}
			principal := access.Of(&user)
			return &principal, true
		},
	}, nil
}

// byCertificate reports whether clients are known by their certificates, for
// which their port speaks TLS.
func byCertificate(clients map[string]string) bool {
	for text := range clients {
		if c, err := config.ParseClient(text); err == nil && c.CommonName != "" {
			return true
		}
	}
	return false
}

// identifyClient finds the client that a connection is of: by its certificate
// where it has shown one, otherwise by the narrowest network it is in.
func identifyClient(ctx context.Context, c net.Conn, known map[config.Client]string) (user string, ok bool) {
	if secured, ok := c.(*tls.Conn); ok {
		ctx, cancel := context.WithTimeout(ctx, handshakeTime)
		defer cancel()
		if secured.HandshakeContext(ctx) != nil {
			return "", false
		}
		if chains := secured.ConnectionState().VerifiedChains; len(chains) > 0 {
			who, ok := known[config.Client{CommonName: chains[0][0].Subject.CommonName}]
			if ok {
				return who, true
			}
		}
	}
	remote, err := netip.ParseAddrPort(c.RemoteAddr().String())
	if err != nil {
		return "", false
	}
	addr := remote.Addr().Unmap()
	for bits := addr.BitLen(); bits >= 0; bits-- {
		network, err := addr.Prefix(bits)
		if err != nil {
			return "", false
		}
		if who, ok := known[config.Client{Network: network}]; ok {
			return who, true
		}
	}
	return "", false
}
