// Package bench puts a load on a running server, from outside, and measures
// what a client would: how long hub calls take, and how many are served.
package bench
