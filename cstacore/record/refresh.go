package record

import "time"

// RefreshFamily is the line of refresh tokens that began with one login: each
// is good once, for the next. What is stored of the tokens are hashes.
type RefreshFamily struct {
	// ID names the family; it is no secret.
	ID string
	// Tenant and User are who logged in.
	Tenant, User string
	// Scope narrows what the family's access tokens may, in the issuer's own
	// form; empty for everything that the user may.
	Scope string
	// Client says where the login came from, for people to recognise.
	Client string
	// Created is when the login was, Used when a token was last exchanged.
	Created, Used time.Time
	// Expires is when the newest token of the family runs out.
	Expires time.Time
	// Revoked is when the family was ended before its time, zero if it was not,
	// and Reason why, see package store.
	Revoked time.Time
	Reason  string
}
