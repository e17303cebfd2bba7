package csta_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// BenchmarkCorpus decodes and encodes every message of the set, each with every
// field filled, and beside it has the standard library take the same bytes: as
// tokens for XML, the least it can do with them, and as a value of any kind for
// JSON.
func BenchmarkCorpus(b *testing.B) {
	fill := newFiller(b)
	var messages []csta.Message
	var documents, objects [][]byte
	var values []any
	size := [2]int64{}
	for _, name := range csta.Names() {
		m := fill.message(name)
		if !csta.ED6.Knows(m) {
			continue
		}
		document, object := csta.AppendXML(nil, m, csta.ED6), csta.AppendJSON(nil, m)
		var value any
		if err := json.Unmarshal(object, &value); err != nil {
			b.Fatal(err)
		}
		messages, documents, objects, values = append(messages, m), append(documents, document), append(objects, object), append(values, value)
		size[0] += int64(len(document))
		size[1] += int64(len(object))
	}
	run := func(name string, bytes int64, each func(i int) error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for i := range messages {
					if err := each(i); err != nil {
						b.Fatal(messages[i].Name(), err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(messages)), "ns/message")
		})
	}
	var buf []byte
	run("decode XML", size[0], func(i int) error { _, err := csta.DecodeXML(documents[i], csta.XMLOptions{}); return err })
	run("decode XML, encoding_xml tokens", size[0], func(i int) error {
		for d := xml.NewDecoder(bytes.NewReader(documents[i])); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	})
	run("encode XML", size[0], func(i int) error { buf = csta.AppendXML(buf[:0], messages[i], csta.ED6); return nil })
	run("decode JSON", size[1], func(i int) error { _, err := csta.DecodeJSON(messages[i].Name(), objects[i]); return err })
	run("decode JSON, encoding_json", size[1], func(i int) error { var v any; return json.Unmarshal(objects[i], &v) })
	run("encode JSON", size[1], func(i int) error { buf = csta.AppendJSON(buf[:0], messages[i]); return nil })
	run("encode JSON, encoding_json", size[1], func(i int) error { _, err := json.Marshal(values[i]); return err })
}
