package csta_test

import (
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// The paths that every message takes have their allocations counted: a
// regression there is felt by every session.
func TestAllocations(t *testing.T) {
	call, event := benchMakeCall(), benchDelivered()
	buf := make([]byte, 0, 8192)
	jsonEvent, ecmaEvent, unitelEvent := csta.PrepareJSON(event), csta.PrepareXML(event, csta.ED6, true), csta.PrepareXML(event, csta.Unitel, false)
	position := csta.Position{Epoch: "1f3a", Offset: 12}
	decodeXML := func(m csta.Message, d *csta.Dialect) func() {
		doc := csta.AppendXML(nil, m, d)
		return func() { _, _ = csta.DecodeXML(doc, csta.XMLOptions{Dialect: d}) }
	}
	decodeJSON := func(m csta.Message) func() {
		body := csta.AppendJSON(nil, m)
		return func() { _, _ = csta.DecodeJSON(m.Name(), body) }
	}
	for _, c := range []struct {
		name string
		most float64
		run  func()
	}{
		{"encode MakeCall, ed6", 0, func() { csta.AppendXML(buf, call, csta.ED6) }},
		{"encode MakeCall, unitel", 0, func() { csta.AppendXML(buf, call, csta.Unitel) }},
		{"encode MakeCall, JSON", 0, func() { csta.AppendJSON(buf, call) }},
		{"encode DeliveredEvent, ed6", 0, func() { csta.AppendXML(buf, event, csta.ED6) }},
		{"encode DeliveredEvent, JSON", 0, func() { csta.AppendJSON(buf, event) }},
		{"prepared event, JSON", 0, func() { jsonEvent.Append(buf, "u-12345678-200", position) }},
		{"prepared event, ed6", 0, func() { ecmaEvent.Append(buf, "u-12345678-200", position) }},
		{"prepared event, unitel", 0, func() { unitelEvent.Append(buf, "u-12345678-200", position) }},
		// The message, its private data, its strings.
		{"decode MakeCall, ed6", 3, decodeXML(call, csta.ED6)},
		{"decode MakeCall, unitel", 3, decodeXML(call, csta.Unitel)},
		{"decode MakeCall, JSON", 3, decodeJSON(call)},
		// The message, its strings, and one for each optional part.
		{"decode DeliveredEvent, ed6", 8, decodeXML(event, csta.ED6)},
		{"decode DeliveredEvent, JSON", 7, decodeJSON(event)},
	} {
		c.run() // fills the pools
		if got := testing.AllocsPerRun(200, c.run); got > c.most && !raceEnabled {
			t.Errorf("%s: %v allocations, at most %v are allowed", c.name, got, c.most)
		}
	}
}
