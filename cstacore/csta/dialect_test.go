package csta_test

import (
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

func TestDialectFor(t *testing.T) {
	const (
		ecma = "http://www.ecma-international.org/standards/ecma-323/csta/"
		old  = "http://www.ecma.ch/standards/ecma-323/csta/"
	)
	for _, c := range []struct {
		requested                []string
		name, namespace, version string
	}{
		{nil, "unitel", old + "ed6", old + "ed6"},
		{[]string{ecma + "ed3"}, "ed3", ecma + "ed3", ecma + "ed3"},
		{[]string{ecma + "ed4", ecma + "ed6", ecma + "ed5"}, "ed6", ecma + "ed6", ecma + "ed6"},
		{[]string{" " + old + "ed5\n"}, "ed5", old + "ed5", old + "ed5"},
		{[]string{ecma + "ed7", ecma + "ed2", old + "ed3"}, "ed3", old + "ed3", old + "ed3"},
		{[]string{ecma + "ed3/priv2"}, "ed3", ecma + "ed3", ecma + "ed3/priv2"},
		{[]string{ecma + "ed3/priv10", ecma + "ed3/priv2"}, "ed3", ecma + "ed3", ecma + "ed3/priv10"},
		{[]string{ecma + "ed7"}, "", "", ""},
		{[]string{""}, "", "", ""},
		{[]string{ecma + "ed"}, "", "", ""},
		{[]string{ecma + "ed3x"}, "", "", ""},
		{[]string{ecma + "ed3/other"}, "", "", ""},
		{[]string{ecma + "ed3/priv" + strings.Repeat("1", 1000)}, "", "", ""},
		{[]string{"urn:else", "v1"}, "", "", ""},
	} {
		d, ok := csta.DialectFor(c.requested)
		if !ok {
			if c.name != "" {
				t.Errorf("%q: none", c.requested)
			}
			continue
		}
		if d.Name() != c.name || d.Namespace() != c.namespace || d.ProtocolVersion() != c.version || d.String() != c.name {
			t.Errorf("%q: %s %s %s", c.requested, d.Name(), d.Namespace(), d.ProtocolVersion())
		}
	}
}

// A session's messages are in the namespace family that it asked for, save
// those of ECMA-354.
func TestNamespaceFamily(t *testing.T) {
	d, _ := csta.DialectFor([]string{"http://www.ecma.ch/standards/ecma-323/csta/ed3/priv4"})
	for name, namespace := range map[string]string{
		"HoldCallResponse":                  "http://www.ecma.ch/standards/ecma-323/csta/ed3",
		"MonitorStop":                       "http://www.ecma.ch/standards/ecma-323/csta/ed3",
		"StopApplicationSessionPosResponse": "http://www.ecma-international.org/standards/ecma-354/appl_session",
	} {
		m, _ := csta.New(name)
		if doc := string(csta.AppendXML(nil, m, d)); doc != "<"+name+` xmlns="`+namespace+`"/>` {
			t.Error(doc)
		}
	}
}
