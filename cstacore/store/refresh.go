package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/cstahub/cstahub/cstacore/record"
)

// Why a refresh token is refused, beside ErrNotFound.
var (
	// ErrReused: the token has been exchanged before. Somebody else may have it,
	// so its whole family was revoked.
	ErrReused = errors.New("refresh token was used twice")
	// ErrRevoked: the family was revoked.
	ErrRevoked = errors.New("refresh token is revoked")
	// ErrExpired: the token has run out.
	ErrExpired = errors.New("refresh token has expired")
)

// Reasons of families that the store revoked itself.
const (
	// ReasonReused: one of its tokens came twice, see ErrReused.
	ReasonReused = "reused"
	// ReasonChanged: the user has another password, or was disabled.
	ReasonChanged = "user changed"
)

// hashOf is what is stored of a token. Tokens are random and long, so that a
// plain hash cannot be guessed back.
func hashOf(token string) []byte {
	hash := sha256.Sum256([]byte(token))
	return hash[:]
}

// CreateRefresh begins a family with its first token, which is good until
// f.Expires, for a user who has proven himself in a generation of his.
// ErrMissing: there is no such user; ErrRevoked: he is of another generation
// by now, or disabled.
func (s *SQLite) CreateRefresh(ctx context.Context, f record.RefreshFamily, generation int64, token string) error {
	err := s.write(ctx, func(tx *tx) error {
		var now int64
		var disabled bool
		err := tx.queryRow("SELECT generation, disabled FROM user_account WHERE tenant = ? AND id = ?", f.Tenant, f.User).scan(&now, &disabled)
		switch {
		case errors.Is(err, ErrNotFound):
			return ErrMissing
		case err != nil:
			return err
		case now != generation || disabled:
			return ErrRevoked
		}
		err = tx.exec("INSERT INTO refresh_family (id, tenant, user_id, scope, client, created, used, expires, revoked, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
			f.ID, f.Tenant, f.User, f.Scope, f.Client, micros(f.Created), micros(f.Used), micros(f.Expires))
		if err != nil {
			return err
		}
		return tx.exec("INSERT INTO refresh_token (hash, family, spent) VALUES (?, ?, 0)", hashOf(token), f.ID)
	})
	if err != nil {
		return fmt.Errorf("refresh family %q: %w", f.ID, err)
	}
	return nil
}

// RotateRefresh exchanges a token for the next one of its family, which is good
// until expires, and gives the family. Of any number of calls with the same
// token one succeeds. The others get ErrReused, and the family is revoked; it
// is given with ErrReused, ErrRevoked and ErrExpired as well, for the audit log.
// ErrNotFound: nobody was ever given the token, or that is long ago.
func (s *SQLite) RotateRefresh(ctx context.Context, token, next string, now, expires time.Time) (record.RefreshFamily, error) {
	var f record.RefreshFamily
	var refusal error
	err := s.write(ctx, func(tx *tx) error {
		refusal = nil
		var spent int64
		if err := tx.queryRow("SELECT family, spent FROM refresh_token WHERE hash = ?", hashOf(token)).scan(&f.ID, &spent); err != nil {
			return err
		}
		if err := tx.queryRow("SELECT "+familyColumns+" FROM refresh_family WHERE id = ?", f.ID).scan(familyFields(&f)...); err != nil {
			return err
		}
		switch {
		case !f.Revoked.IsZero():
			refusal = ErrRevoked
			return nil
		case spent != 0:
			refusal = ErrReused
			f.Revoked, f.Reason = now, ReasonReused
			return revoke(tx, "id = ?", now, ReasonReused, f.ID)
		case !now.Before(f.Expires):
			refusal = ErrExpired
			return nil
		}
		f.Used, f.Expires = now, expires
		err := tx.exec("UPDATE refresh_token SET spent = ? WHERE hash = ?", micros(now), hashOf(token))
		if err == nil {
			err = tx.exec("UPDATE refresh_family SET used = ?, expires = ? WHERE id = ?", micros(now), micros(expires), f.ID)
		}
		if err == nil {
			err = tx.exec("INSERT INTO refresh_token (hash, family, spent) VALUES (?, ?, 0)", hashOf(next), f.ID)
		}
		return err
	})
	return f, errors.Join(err, refusal)
}

// RevokeRefresh ends a family of a tenant, such as at a logout; reason is for
// people to read. ErrNotFound: there is none, or it was revoked before.
func (s *SQLite) RevokeRefresh(ctx context.Context, tenant, family string, now time.Time, reason string) error {
	return s.write(ctx, func(tx *tx) error { return revoke(tx, "tenant = ? AND id = ?", now, reason, tenant, family) })
}

// RevokeRefreshOf ends the family of a token, and gives it. ErrNotFound: there
// is none, or it was revoked before.
func (s *SQLite) RevokeRefreshOf(ctx context.Context, token string, now time.Time, reason string) (f record.RefreshFamily, err error) {
	err = s.write(ctx, func(tx *tx) error {
		err := tx.queryRow("SELECT "+familyColumns+" FROM refresh_family WHERE id = (SELECT family FROM refresh_token WHERE hash = ?)", hashOf(token)).
			scan(familyFields(&f)...)
		if err != nil {
			return err
		}
		f.Revoked, f.Reason = now, reason
		return revoke(tx, "id = ?", now, reason, f.ID)
	})
	return f, err
}

// RevokeUserRefresh ends all families of a user, such as when the password was
// changed. It is no error if there are none.
func (s *SQLite) RevokeUserRefresh(ctx context.Context, tenant, user string, now time.Time, reason string) error {
	err := s.write(ctx, func(tx *tx) error { return revoke(tx, "tenant = ? AND user_id = ?", now, reason, tenant, user) })
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}

func revoke(tx *tx, where string, now time.Time, reason string, args ...any) error {
	n, err := tx.execCount("UPDATE refresh_family SET revoked = ?, reason = ? WHERE revoked = 0 AND "+where, append([]any{micros(now), reason}, args...)...)
	if err == nil && n == 0 {
		return ErrNotFound
	}
	return err
}

// RefreshLives reports whether there is a family of an id that was not revoked.
// One whose newest refresh token has expired lives until it is purged.
func (s *SQLite) RefreshLives(ctx context.Context, family string) (lives bool, err error) {
	err = s.view(ctx, func(q *sql.Tx) error {
		return q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM refresh_family WHERE id = ? AND revoked = 0)", family).Scan(&lives)
	})
	if err != nil {
		return false, fmt.Errorf("refresh family %q: %w", family, err)
	}
	return lives, nil
}

// RefreshFamilies gives a user's families, newest first, those that have ended
// but are not purged yet included.
func (s *SQLite) RefreshFamilies(ctx context.Context, tenant, user string) (list []record.RefreshFamily, err error) {
	err = s.view(ctx, func(q *sql.Tx) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var f record.RefreshFamily
			if err := rows.Scan(familyFields(&f)...); err != nil {
				return err
			}
			list = append(list, f)
			return nil
		}, "SELECT "+familyColumns+" FROM refresh_family WHERE tenant = ? AND user_id = ? ORDER BY created DESC, id", tenant, user)
	})
	if err != nil {
		return nil, fmt.Errorf("refresh families of %q: %w", user, err)
	}
	return list, nil
}

// PurgeRefresh forgets the families that expired before a time, revoked ones
// too, and tells how many. Until then a token that is used again is recognised.
func (s *SQLite) PurgeRefresh(ctx context.Context, before time.Time) (n int64, err error) {
	err = s.write(ctx, func(tx *tx) error {
		n, err = tx.execCount("DELETE FROM refresh_family WHERE expires < ?", micros(before))
		return err
	})
	return n, err
}

const familyColumns = "id, tenant, user_id, scope, client, created, used, expires, revoked, reason"

func familyFields(f *record.RefreshFamily) []any {
	return []any{
		&f.ID, &f.Tenant, &f.User, &f.Scope, &f.Client,
		(*instant)(&f.Created), (*instant)(&f.Used), (*instant)(&f.Expires), (*instant)(&f.Revoked), &f.Reason,
	}
}
