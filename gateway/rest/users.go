package rest

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
)

// userBody is a user as operators see and edit him. The password goes in and
// never comes out.
type userBody struct {
	UserID   string      `json:"userId"`
	Name     string      `json:"name"`
	Role     record.Role `json:"role"`
	Disabled bool        `json:"disabled"`
	Device   string      `json:"device,omitempty"`
	Teams    []string    `json:"teams,omitempty"`
	Control  []string    `json:"control,omitempty"`
	Observe  []string    `json:"observe,omitempty"`
	Rights   []string    `json:"rights,omitempty"`
	Password string      `json:"password,omitempty"`
	// HasPassword: the user can log in with one. It is told, not set.
	HasPassword bool `json:"hasPassword"`
}

func (rs *routes) users() *resource[record.User, userBody] {
	return &resource[record.User, userBody]{
		rs: rs, noun: "user", path: "users", table: rs.cfg.Store.Users,
		idOf: func(b *userBody) string { return b.UserID },
		show: func(u *record.User) (userBody, string, int64) {
			return userBody{
				UserID: u.ID, Name: u.Name, Role: u.Role, Disabled: u.Disabled, Device: u.Device, Teams: u.Teams,
				Control: u.Control, Observe: u.Observe, Rights: u.Rights, HasPassword: u.PasswordHash != "",
			}, u.ID, u.Version
		},
		read: readUser,
		check: func(ctx context.Context, u *record.User) error {
			return rs.stations(ctx, u.Tenant, "a user's own device", u.Device)
		},
		changed: func(r *http.Request, was, is *record.User) {
			rs.userChanged(was, is)
			rs.teamChanged(r, was, is)
		},
	}
}

func readUser(tenant, id string, b *userBody, was *record.User) (record.User, error) {
	u := record.User{
		ID: id, Tenant: tenant, Name: b.Name, Role: b.Role, Disabled: b.Disabled, Device: b.Device, Teams: b.Teams,
		Control: b.Control, Observe: b.Observe, Rights: b.Rights,
	}
	if was != nil {
		u.Version, u.PasswordHash = was.Version, was.PasswordHash
	}
	switch {
	case !wellNamed(id) || strings.ContainsAny(id, " \t"):
		return u, invalid("userId must be 1 to 64 characters without spaces, such as alice@example")
	case !fitsLine(b.Name):
		return u, invalid("name must be a line of at most 128 characters")
	case !access.Known(b.Role):
		return u, invalid("role is one of agent, supervisor, operator, integration")
	case !deviceList(b.Control) || !deviceList(b.Observe):
		return u, invalid("control and observe are lists of devices, or of *")
	}
	for _, word := range b.Rights {
		if _, known := access.ParseRight(word); !known {
			return u, invalid("there is no right " + cut(word))
		}
	}
	if b.Password == "" {
		return u, nil
	}
	var err error
	u.PasswordHash, err = hashOf(b.Password)
	return u, err
}

// userChanged ends what a user has open when his password or what he may is
// another now, or he is gone: he logs in again, or comes back by himself. His
// logins and tokens the store has ended with the change.
func (rs *routes) userChanged(was, is *record.User) {
	if was == nil {
		return
	}
	if is == nil || is.Generation != was.Generation || is.Role != was.Role || is.Device != was.Device || !slices.Equal(is.Teams, was.Teams) ||
		!slices.Equal(is.Control, was.Control) || !slices.Equal(is.Observe, was.Observe) || !slices.Equal(is.Rights, was.Rights) {
		rs.cfg.Live.EndUser(was.Tenant, was.ID)
	}
}

// teamChanged has those who look after a team come back with the devices of
// those who work in it now.
func (rs *routes) teamChanged(r *http.Request, was, is *record.User) {
	var before, after record.User
	if was != nil {
		before = *was
	}
	if is != nil {
		after = *is
	}
	if before.Device == after.Device && slices.Equal(before.Teams, after.Teams) {
		return
	}
	tenant := tenantOf(was, is, func(u *record.User) string { return u.Tenant })
	users, err := rs.cfg.Store.Users.List(r.Context(), tenant, "", 0)
	if err != nil {
		rs.cfg.Log.Error("supervisors see another team from their next connection on", "tenant", tenant, "error", err)
		return
	}
	teams := slices.Concat(before.Teams, after.Teams)
	for i := range users {
		u := &users[i]
		if u.Role == record.RoleSupervisor && slices.ContainsFunc(u.Teams, func(team string) bool { return slices.Contains(teams, team) }) {
			rs.cfg.Live.EndUser(tenant, u.ID)
		}
	}
}

// wellNamed reports whether a text can be somebody's id.
func wellNamed(id string) bool {
	return id != "" && len(id) <= 64 && !strings.ContainsFunc(id, func(r rune) bool { return r < ' ' || r == 0x7f || r == '/' || r == 0xfffd })
}

// fitsLine reports whether a text can be shown in a line.
func fitsLine(text string) bool {
	return len(text) <= 128 && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f || r == 0xfffd })
}

// deviceList reports whether a list can be one of devices.
func deviceList(devices []string) bool {
	return len(devices) <= 1000 && !slices.ContainsFunc(devices, func(d string) bool { return d != access.All && !isNumber(d) })
}

// isNumber reports whether a text can be a number that is dialled.
func isNumber(text string) bool {
	return text != "" && len(text) <= 40 && strings.Trim(text, "0123456789*#") == ""
}
