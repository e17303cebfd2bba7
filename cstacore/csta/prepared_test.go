package csta_test

import (
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// A prepared event with a cross reference and position filled in must be byte
// for byte the event that has them.
func TestPreparedEqualsEncoded(t *testing.T) {
	fill := newFiller(t)
	for _, name := range csta.Names() {
		event, ok := fill.message(name).(csta.Event)
		if !ok {
			continue
		}
		head := event.Head()
		for _, position := range []csta.Position{{Epoch: "e<1>", Offset: 1 << 60}, {Epoch: "", Offset: 5}} {
			head.MonitorCrossRefID, head.Position = `m&"1"`, position
			for _, d := range []*csta.Dialect{csta.Unitel, csta.ED3, csta.ED6, nil} {
				want := string(csta.AppendXML(nil, event, d))
				got := string(csta.PrepareXML(event, d, position.Epoch != "").Append(nil, head.MonitorCrossRefID, position))
				if got != want {
					t.Errorf("%s in %v:\n got %s\nwant %s", name, d, got, want)
				}
			}
		}
		head.Position = csta.Position{Epoch: "e\"1", Offset: 12}
		want := string(csta.AppendJSON(nil, event))
		if got := string(csta.PrepareJSON(event).Append(nil, head.MonitorCrossRefID, head.Position)); got != want {
			t.Errorf("%s in JSON:\n got %s\nwant %s", name, got, want)
		}
	}
}

// An event may say nothing beyond what is each session's own.
func TestPreparedEventsMayBeEmpty(t *testing.T) {
	event := &csta.RetrievedEvent{}
	position := csta.Position{Epoch: "e", Offset: 1}
	for got, want := range map[string]string{
		string(csta.PrepareJSON(event).Append(nil, "m", position)): `{"monitorCrossRefId":"m","epoch":"e","offset":1,` +
			`"retrievedConnection":{},"retrievingDevice":{"notKnown":{}}}`,
		string(csta.PrepareXML(&csta.ConnectionClearedEvent{}, csta.Unitel, false).Append(nil, "m", position)): `<ConnectionClearedEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">` +
			`<monitorCrossRefID>m</monitorCrossRefID><droppedConnection/><releasingDevice><notKnown/></releasingDevice></ConnectionClearedEvent>`,
		string(csta.PrepareXML(&csta.ConnectionClearedEvent{}, csta.Unitel, true).Append(nil, "m", position)): `<ConnectionClearedEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">` +
			`<monitorCrossRefID>m</monitorCrossRefID><droppedConnection/><releasingDevice><notKnown/></releasingDevice>` +
			`<privateData><epoch>e</epoch><offset>1</offset></privateData></ConnectionClearedEvent>`,
	} {
		if got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// What is prepared is written for many sessions at once.
func TestPreparedIsNotChangedByAppending(t *testing.T) {
	event := benchDelivered()
	for _, p := range []csta.Prepared{csta.PrepareJSON(event), csta.PrepareXML(event, csta.ED6, true)} {
		first := string(p.Append(nil, "a", csta.Position{Epoch: "e", Offset: 1}))
		_ = p.Append(make([]byte, 0, 4096), "another cross reference", csta.Position{Epoch: "f", Offset: 123456})
		if again := string(p.Append(nil, "a", csta.Position{Epoch: "e", Offset: 1})); again != first {
			t.Errorf("\n got %s\nwant %s", again, first)
		}
	}
}
