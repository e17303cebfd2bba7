package csta_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// What was written must read back as it was, field by field.
func TestEveryMessageReadsBack(t *testing.T) {
	fill := newFiller(t)
	for _, name := range csta.Names() {
		for range rounds {
			fill.json = false
			want := fill.message(name)
			doc := csta.AppendXML(nil, want, csta.ED6)
			got, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED6})
			if err != nil {
				t.Fatalf("%s as XML: %v\n%s", name, err, doc)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s as XML:\ngot  %s\nwant %s", name, csta.AppendXML(nil, got, csta.ED6), doc)
			}

			fill.json = true
			want = fill.message(name)
			body := csta.AppendJSON(nil, want)
			if !json.Valid(body) {
				t.Fatalf("%s: no JSON: %s", name, body)
			}
			got, err = csta.DecodeJSON(name, body)
			if err != nil {
				t.Fatalf("%s as JSON: %v\n%s", name, err, body)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s as JSON:\ngot  %s\nwant %s", name, csta.AppendJSON(nil, got), body)
			}
		}
	}
}
