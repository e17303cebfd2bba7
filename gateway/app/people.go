package app

import (
	"context"
	"slices"

	"github.com/cstahub/cstahub/cstacore/record"
)

// peopleStore is what is asked about users.
type peopleStore interface {
	FindUser(ctx context.Context, name, domain string) (record.User, bool, error)
	Directory(ctx context.Context, tenant string) (record.Directory, error)
	RefreshLives(ctx context.Context, family string) (bool, error)
}

// people implements auth.Users.
type people struct{ peopleStore }

// TeamDevices gives the devices of the users who work in one of the teams.
func (p people) TeamDevices(ctx context.Context, tenant string, teams []string) ([]string, error) {
	dir, err := p.Directory(ctx, tenant)
	if err != nil {
		return nil, err
	}
	var devices []string
	for i := range dir.Users {
		user := &dir.Users[i]
		shared := slices.ContainsFunc(user.Teams, func(team string) bool { return slices.Contains(teams, team) })
		if shared && user.Device != "" {
			devices = append(devices, user.Device)
		}
	}
	return devices, nil
}
