package app

import (
	"errors"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
)

// TestEverythingEmptyIsAnswered sends every message there is, with nothing in
// it, through both doors: each request is answered, be it with an error, and
// what is no request costs nobody the connection.
func TestEverythingEmptyIsAnswered(t *testing.T) {
	h := newHouse(t, "hub and tcp")
	tab, program := newHubGuest(t, h.hubAddr, "crm"), newTCPGuest(t, h.tcpAddr, "crm")
	for _, name := range csta.Names() {
		m, _ := csta.New(name)
		if m.Kind() != csta.KindRequest || name == "StopApplicationSession" {
			continue
		}
		if _, err := tab.Call(t.Context(), name, "{}"); err != nil {
			t.Fatalf("%s on the hub: %v", name, err)
		}
		if _, err := program.Do(t.Context(), m, csta.ED6); err != nil {
			if _, refused := errors.AsType[*client.Refused](err); !refused {
				t.Fatalf("%s over TCP: %v", name, err)
			}
		}
	}
	for _, name := range csta.Names() {
		if m, _ := csta.New(name); m.Kind() != csta.KindRequest {
			if answer, err := tab.Call(t.Context(), name, "{}"); err != nil || answer.Error == "" {
				t.Fatalf("%s on the hub: %+v, %v", name, answer, err)
			}
			if err := program.Send("9999", csta.AppendXML(nil, m, csta.ED6)); err != nil {
				t.Fatalf("%s over TCP: %v", name, err)
			}
		}
	}
	if _, err := program.Do(t.Context(), &csta.RequestSystemStatus{}, csta.ED6); err != nil {
		t.Errorf("after all that: %v", err)
	}
}
