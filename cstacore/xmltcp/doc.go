// Package xmltcp is the classic door: CSTA XML (ECMA-323) on a TCP port, for
// programs that will never change.
//
// Both framings seen in the field come in on one port and are told apart by
// the first bytes: documents that end with a zero byte, and documents with the
// eight-byte header of ECMA-323 Annex J.2. Which dialect of CSTA is spoken
// depends on what the login asks for. One message is one write, because some
// clients rely on finding one message in what they read.
package xmltcp
