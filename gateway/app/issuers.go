package app

import (
	"errors"
	"fmt"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
)

// issuers gives those that are configured, their keys read.
func issuers(list []config.Issuer) ([]auth.Issuer, error) {
	var all []auth.Issuer
	var errs []error
	for _, c := range list {
		i := auth.Issuer{
			Name: c.Issuer, Audience: c.Audience, JWKS: c.JWKSURL, Algorithms: c.Algorithms, Leeway: c.Leeway, Tenants: c.Tenants,
			Directory: c.Directory, Within: c.Within,
			Claims: auth.ClaimMap{
				User: c.Claims.User, Tenant: c.Claims.Tenant, Role: c.Claims.Role, DefaultRole: record.Role(c.Claims.DefaultRole),
				Device: c.Claims.Device, Control: c.Claims.Control, Observe: c.Claims.Observe,
			},
		}
		for _, r := range c.Claims.Roles {
			i.Claims.Roles = append(i.Claims.Roles, auth.RoleName{Name: r.Name, Role: record.Role(r.Role)})
		}
		for _, k := range c.Keys {
			key, err := auth.ReadKey(k.ID, k.Algorithm, k.File)
			if err != nil {
				errs = append(errs, fmt.Errorf("issuer %q: %w", c.Issuer, err))
				continue
			}
			i.Keys = append(i.Keys, key)
		}
		errs = append(errs, i.Validate())
		all = append(all, i)
	}
	return all, errors.Join(errs...)
}

// Check says what is wrong with a configuration beyond what its values tell:
// files that it names, and what is in them.
func Check(cfg *config.Server) error {
	_, err := issuers(cfg.Issuers)
	_, tlsErr := loadTLS(cfg, nil)
	return errors.Join(err, tlsErr)
}
