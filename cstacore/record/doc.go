// Package record holds the nouns that are stored: tenants, users, devices,
// queues and what is written down about calls. They are plain values without
// behaviour, so that the engine, the store and the gateway can share them
// without knowing each other.
package record
