// Package scenario is what tests need to play the event traces of
// cstacore/pbx/testdata: the tenant they take place in, the names that calls
// have in them, and the short form in which messages are written down.
//
// A scenario is a text file. Lines that begin with # are comments, those that
// begin with > or & are commands, everything else is what the switch says to
// them; see the scenario test of package pbx.
package scenario
