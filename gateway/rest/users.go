package rest

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/gateway/auth"
)

// minPassword is how many bytes a new password has at least.
const minPassword = 8

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
		read:    readUser,
		changed: rs.userChanged,
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
	if len(b.Password) < minPassword {
		return u, invalid("a password has at least 8 characters")
	}
	hash, err := auth.HashPassword(b.Password)
	if err != nil {
		return u, invalid(err.Error())
	}
	u.PasswordHash = hash
	return u, nil
}

// userChanged ends what a user had open when his password or what he may is
// another now, or he is gone: he logs in again, or comes back by himself.
func (rs *routes) userChanged(r *http.Request, was, is *record.User) {
	if was == nil {
		return
	}
	loggedOut := is == nil || is.Disabled || is.PasswordHash != was.PasswordHash
	if loggedOut {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 5*time.Second)
		defer cancel()
		// The tokens of a user who is gone went with him.
		if err := rs.cfg.Store.RevokeUserRefresh(ctx, was.Tenant, was.ID, time.Now(), "changed by an operator"); err != nil {
			rs.cfg.Log.Error("refresh tokens were not revoked", "user", was.ID, "error", err)
		}
	}
	if loggedOut || is.Role != was.Role || is.Device != was.Device || !slices.Equal(is.Teams, was.Teams) ||
		!slices.Equal(is.Control, was.Control) || !slices.Equal(is.Observe, was.Observe) || !slices.Equal(is.Rights, was.Rights) {
		rs.cfg.Live.EndUser(was.Tenant, was.ID)
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
