package rest

import (
	"errors"
	"net/http"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/auth"
)

// minPassword is how many bytes a new password has at least.
const minPassword = 8

const errShortPassword = invalid("a password has at least 8 characters")

// hashOf gives what is stored of a new password.
func hashOf(password string) (string, error) {
	if len(password) < minPassword {
		return "", errShortPassword
	}
	hash, err := auth.HashPassword(password)
	if err != nil {
		return "", invalid(err.Error())
	}
	return hash, nil
}

type passwordRequest struct {
	OldPassword string `json:"oldPassword"`
	NewPassword string `json:"newPassword"`
}

// changePassword gives a user another password. A token alone does not suffice:
// who has found one must not keep its owner out. Everything that was granted for
// the old password ends, the caller's token included.
func (rs *routes) changePassword(w http.ResponseWriter, r *http.Request) {
	var body passwordRequest
	if !decode(w, r, &body) {
		return
	}
	if len(body.NewPassword) < minPassword {
		rs.failFor(w, r, errShortPassword)
		return
	}
	p := principalOf(r)
	entry := record.AuditEntry{Tenant: p.Tenant, Actor: p.User, Action: "password.change", Object: "users/" + p.User, Outcome: record.OutcomeRefused}
	proven, err := rs.cfg.Authenticator.Confirm(r.Context(), p, body.OldPassword, r.RemoteAddr)
	if errors.Is(err, auth.ErrCredentials) {
		rs.note(r, &entry)
		// Not 401: the token is good, and is not to be thrown away.
		fail(w, http.StatusForbidden, "the old password is wrong")
		return
	}
	if err == nil {
		err = rs.putPassword(r, &proven, body.NewPassword)
	}
	if errors.Is(err, store.ErrChanged) {
		fail(w, http.StatusConflict, "the user has been changed meanwhile, try again")
		return
	}
	if err != nil {
		rs.failFor(w, r, err)
		return
	}
	entry.Outcome = record.OutcomeDone
	rs.note(r, &entry)
	w.WriteHeader(http.StatusNoContent)
}

// putPassword stores another password of a user who is still what he was proven
// to be, and closes what he has open.
func (rs *routes) putPassword(r *http.Request, proven *access.Principal, password string) error {
	hash, err := hashOf(password)
	if err != nil {
		return err
	}
	was, err := rs.cfg.Store.Users.Get(r.Context(), proven.Tenant, proven.User)
	if err != nil {
		return err
	}
	is := was
	is.Version, is.PasswordHash = proven.Version, hash
	if is, err = rs.cfg.Store.Users.Update(r.Context(), is); err != nil {
		return err
	}
	rs.userChanged(&was, &is)
	return nil
}
