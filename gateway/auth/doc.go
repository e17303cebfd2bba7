// Package auth proves who somebody is: it turns a password or a token into an
// access.Principal, and makes the tokens cstahub issues itself.
//
// What goes wrong is told apart only for the operator's log; a caller learns
// that the proof was not good, never which part of it.
package auth
