package csta_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// lossy are the messages that ed6 has no place in for all they hold.
var lossy = map[string]bool{"SnapshotCallData": true, "PrivateDataVersionSelection": true}

// What was written must read back as it was, field by field; and in a dialect
// that leaves things out, what it has read must stay as it is from then on.
// What becomes of a message of one encoding in the others is tried with the
// seeds of the fuzz tests.
func TestEveryMessageReadsBack(t *testing.T) {
	fill := newFiller(t)
	for _, name := range csta.Names() {
		t.Run(name, func(t *testing.T) {
			for range rounds {
				fill.json = false
				want := fill.message(name)
				doc := csta.AppendXML(nil, want, csta.ED6)
				got, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED6})
				if err != nil {
					t.Fatalf("XML: %v\n%s", err, doc)
				}
				if !lossy[name] && !reflect.DeepEqual(got, want) {
					t.Fatalf("XML:\ngot  %s\nwant %s", csta.AppendXML(nil, got, csta.ED6), doc)
				}
				checkDialects(t, want)

				fill.json = true
				want = fill.message(name)
				body := csta.AppendJSON(nil, want)
				if !json.Valid(body) {
					t.Fatalf("no JSON: %s", body)
				}
				got, err = csta.DecodeJSON(name, body)
				if err != nil {
					t.Fatalf("JSON: %v\n%s", err, body)
				}
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("JSON:\ngot  %s\nwant %s", csta.AppendJSON(nil, got), body)
				}
			}
		})
	}
}

// checkDialects writes a filled message in each dialect that knows it and
// reads it in the same: nothing mandatory may be missing there, and nothing
// may change.
func checkDialects(t *testing.T, m csta.Message) {
	t.Helper()
	for _, d := range []*csta.Dialect{csta.ED3, csta.ED4, csta.ED5, csta.ED6, csta.Unitel} {
		if !d.Knows(m) {
			continue
		}
		doc := csta.AppendXML(nil, m, d)
		got, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: d})
		if err != nil {
			t.Fatalf("%s does not read what it has written: %v\n%s", d, err, doc)
		}
		if again := csta.AppendXML(nil, got, d); !bytes.Equal(again, doc) {
			t.Fatalf("%s changes\n%s\ninto\n%s", d, doc, again)
		}
	}
}

// A message without content is either all right or lacks a field, and says
// which one.
func TestEmptyMessages(t *testing.T) {
	for _, name := range csta.Names() {
		for _, d := range []*csta.Dialect{nil, csta.ED3, csta.ED6, csta.Unitel} {
			m, err := csta.DecodeXML([]byte("<"+name+"/>"), csta.XMLOptions{Dialect: d})
			checkEmpty(t, name, m, err)
		}
		m, err := csta.DecodeJSON(name, nil)
		checkEmpty(t, name, m, err)
	}
}

func checkEmpty(t *testing.T, name string, m csta.Message, err error) {
	t.Helper()
	if err == nil {
		if m == nil || m.Name() != name {
			t.Errorf("%s is read as %s", name, show(m))
		}
		return
	}
	refused, ok := errors.AsType[*csta.DecodeError](err)
	if !ok || refused.Problem != csta.MissingField || refused.Message != name || refused.Path == "" {
		t.Errorf("%s: %v", name, err)
	}
}

// A stranger's nesting costs nothing: it is refused where it becomes too deep,
// long before its end.
func TestDeepNestingIsRefusedAtOnce(t *testing.T) {
	const megabyte = 1 << 20
	nested := func(open string) []byte {
		doc := make([]byte, 0, megabyte)
		for len(doc) < megabyte {
			doc = append(doc, open...)
		}
		return doc
	}
	for _, c := range []struct {
		name   string
		decode func() error
	}{
		{"XML", func() error {
			_, err := csta.DecodeXML(append([]byte("<MakeCall>"), nested("<a>")...), csta.XMLOptions{})
			return err
		}},
		{"XML, foreign", func() error {
			_, err := csta.DecodeXML(append([]byte("<Escape><privateData>"), nested("<private>")...), csta.XMLOptions{})
			return err
		}},
		{"XML, unknown", func() error {
			_, err := csta.DecodeXML(nested("<a>"), csta.XMLOptions{})
			return err
		}},
		{"JSON", func() error {
			_, err := csta.DecodeJSON("MakeCall", append([]byte(`{"x":`), nested("[")...))
			return err
		}},
		{"JSON, foreign", func() error {
			_, err := csta.DecodeJSON("Escape", append([]byte(`{"privateData":`), nested(`{"a":`)...))
			return err
		}},
	} {
		refused := refusal(c.decode())
		if refused == nil || refused.Problem != csta.TooDeep || refused.Offset > 1000 {
			t.Errorf("%s: %v", c.name, refused)
		}
	}
}
