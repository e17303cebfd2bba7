// Package csta is the vocabulary of CSTA: every message of ECMA-323 and
// ECMA-354 that cstahub speaks as a Go type, with its XML and JSON codecs, the
// CSTA errors, and the dialects of XML.
//
// The messages come from the contract in api/csta; the files ending in _gen.go
// are generated from it. What is common to all messages is written by hand:
// the parsers and writers, the errors, and the types below.
//
// # Messages
//
// A message is a struct such as [MakeCall] that embeds [Base]; an event also
// embeds [EventHead]. A field that is optional says so by its Go type:
//
//   - structs are pointers, nil where absent;
//   - booleans and numbers are [Opt];
//   - for strings, enumerations, flag sets, [DeviceID] and lists, the zero
//     value is absent.
//
// A mandatory struct is a value. Choices are structs of which one member is
// set.
//
// # XML
//
// [AppendXML] writes elements in the order of the schema and in the namespace
// of the session's [Dialect]. [DecodeXML] goes by local names: it takes
// elements in any order, ignores namespaces and skips what it does not know.
// It refuses DTDs and with them all entities that are not predefined.
//
// # JSON
//
// [AppendJSON] and [DecodeJSON] know one shape for all dialects, that of
// edition 6: keys are element names in camelCase with "ID" written "Id", a
// choice is an object with one key, repeated elements are arrays, private data
// stands at the top level.
//
// # Events for many
//
// An event that goes to many sessions is encoded once, by [PrepareXML] or
// [PrepareJSON]; [Prepared.Append] adds what differs: the cross reference of
// the monitor and the place in the session's event log.
package csta

//go:generate go run ../../cmd/cstagen -contract ../../api/csta -go . -ts ../../web/sdk/src/gen/csta.ts
//go:generate go run ./internal/examples -in ../../api/csta/examples -out ../../api/reference/examples.json
//go:generate go run ../../cmd/cstagen -contract ../../api/csta -md ../../api/reference -examples ../../api/reference/examples.json
