package csta_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"reflect"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Whatever comes in: no panic, no endless loop, and what is accepted is
// written as sound XML and JSON in every dialect, which reads back as the same
// message.

func FuzzDecodeXML(f *testing.F) {
	for _, c := range append(corpus, eventCorpus...) {
		for _, doc := range []string{c.ed6, c.ed3, c.unitel} {
			f.Add([]byte(compact(doc)))
		}
	}
	for _, c := range xmlRefusals {
		f.Add([]byte(c.doc))
	}
	fill := newFiller(f)
	for _, name := range csta.Names() {
		f.Add(csta.AppendXML(nil, fill.message(name), csta.ED6))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, d := range []*csta.Dialect{nil, csta.ED6, csta.Unitel} {
			m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: d, MaxDepth: 32})
			if err != nil {
				if refusal(err) == nil || csta.FaultOf(err).Code.Operation == 0 {
					t.Fatalf("an error of another kind: %v", err)
				}
				continue
			}
			checkEncodings(t, m)
		}
	})
}

func FuzzDecodeJSON(f *testing.F) {
	for _, c := range append(corpus, eventCorpus...) {
		if c.json != "" {
			f.Add(c.message.Name(), []byte(compact(c.json)))
		}
	}
	for _, c := range jsonRefusals {
		f.Add("MakeCall", []byte(c.body))
	}
	fill := newFiller(f)
	fill.json = true
	for _, name := range csta.Names() {
		f.Add(name, csta.AppendJSON(nil, fill.message(name)))
	}
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		m, err := csta.DecodeJSON(name, body)
		if err != nil {
			if refusal(err) == nil {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		if len(bytes.TrimSpace(body)) > 0 && !json.Valid(body) {
			t.Fatalf("accepted what is no JSON: %q", body)
		}
		checkEncodings(t, m)
	})
}

// checkEncodings writes a message in all encodings and reads it back. The
// first writing may change it, since not every encoding has a place for all
// of it; from then on it must stay as it is.
func checkEncodings(t *testing.T, m csta.Message) {
	t.Helper()
	for _, d := range []*csta.Dialect{csta.ED3, csta.ED6, csta.Unitel} {
		first := csta.AppendXML(nil, m, d)
		wellFormed(t, first)
		once, err := csta.DecodeXML(first, csta.XMLOptions{MaxDepth: 100})
		if err != nil {
			if lacksField(err) {
				continue
			}
			t.Fatalf("%s does not read what it has written: %v\n%s", d, err, first)
		}
		second := csta.AppendXML(nil, once, d)
		if !bytes.Equal(first, second) {
			t.Fatalf("%s changes\n%s\ninto\n%s", d, first, second)
		}
		twice, err := csta.DecodeXML(second, csta.XMLOptions{MaxDepth: 100})
		if err != nil || !reflect.DeepEqual(once, twice) {
			t.Fatalf("%s reads %s differently a second time: %v", d, second, err)
		}
		if event, ok := m.(csta.Event); ok {
			head := event.Head()
			p := csta.PrepareXML(event, d, head.Position.Epoch != "")
			if got := p.Append(nil, head.MonitorCrossRefID, head.Position); !bytes.Equal(got, first) {
				t.Fatalf("prepared as\n%s\ninstead of\n%s", got, first)
			}
		}
	}
	body := csta.AppendJSON(nil, m)
	if !json.Valid(body) {
		t.Fatalf("no JSON: %s", body)
	}
	back, err := csta.DecodeJSON(m.Name(), body)
	if err != nil {
		if !lacksField(err) {
			t.Fatalf("JSON does not read what it has written: %v\n%s", err, body)
		}
		return
	}
	if again := csta.AppendJSON(nil, back); !bytes.Equal(again, body) {
		t.Fatalf("JSON changes\n%s\ninto\n%s", body, again)
	}
}

// lacksField says that a message was written without a field that is
// mandatory where it is read: dialects differ in that.
func lacksField(err error) bool {
	refused := refusal(err)
	return refused != nil && (refused.Problem == csta.MissingField || refused.Problem == csta.TooDeep)
}

// wellFormed asks the standard library's parser.
func wellFormed(t *testing.T, doc []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(doc))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, doc)
		}
	}
}
