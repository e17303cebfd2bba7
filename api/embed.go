// Package api holds the contracts of the server.
package api

import _ "embed" // for the description below

// OpenAPI describes the REST routes (OpenAPI 3.0, YAML).
//
//go:embed openapi.yaml
var OpenAPI []byte
