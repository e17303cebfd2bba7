//go:build !race

package csta_test

const raceEnabled = false
