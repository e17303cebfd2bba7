package csta_test

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// samples is where messages of real products lie beside the project. They are
// no part of it, so the tests do without where they are missing.
const samples = "../../../shared/csta/samples"

func sampleFiles(t *testing.T, pattern string) []string {
	files, err := filepath.Glob(filepath.Join(samples, pattern))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the samples are not there")
	}
	return files
}

// What uni-tel has printed must come out of our codec as it went in: the same
// elements in the same order with the same text.
func TestUnitelSamplesComeOutAsTheyWentIn(t *testing.T) {
	seen := map[string]bool{}
	for _, file := range sampleFiles(t, "unitel-*.xml") {
		doc, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.Unitel})
		if err != nil {
			// Messages outside this vocabulary, and one that is misprinted.
			if refused := refusal(err); refused.Problem != csta.UnknownMessage && !strings.Contains(file, "StartApplicationSession.xml") {
				t.Errorf("%s: %v", filepath.Base(file), err)
			}
			continue
		}
		seen[m.Name()] = true
		got, want := outline(t, csta.AppendXML(nil, m, csta.Unitel)), outline(t, doc)
		if filepath.Base(file) == "unitel-case_makecall-MakeCallResponse.xml" {
			// The page of the use case has private data last, that of the
			// service has it first.
			continue
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", filepath.Base(file), got, want)
		}
	}
	for _, name := range []string{
		"StartApplicationSessionPosResponse", "MonitorStart", "MonitorStartResponse", "SnapshotDevice", "SnapshotDeviceResponse",
		"MakeCall", "MakeCallResponse", "AnswerCall", "AnswerCallResponse", "ClearConnection", "ClearConnectionResponse",
		"HoldCall", "HoldCallResponse", "RetrieveCall", "RetrieveCallResponse",
		"DeliveredEvent", "EstablishedEvent", "HeldEvent", "ConnectionClearedEvent",
	} {
		if !seen[name] {
			t.Errorf("no sample of %s was read", name)
		}
	}
}

// outline is a document without its declaration, indentation and the one
// namespace that uni-tel's pages give MonitorStart and no other request.
func outline(t *testing.T, doc []byte) string {
	t.Helper()
	_, doc2, found := strings.Cut(string(doc), "?>")
	if !found {
		doc2 = string(doc)
	}
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(doc2))
	for {
		token, err := d.Token()
		if err != nil {
			return b.String()
		}
		switch token := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&b, "<%s>", token.Name.Local)
		case xml.EndElement:
			fmt.Fprintf(&b, "</%s>", token.Name.Local)
		case xml.CharData:
			b.WriteString(strings.TrimSpace(string(token)))
		}
	}
}

// What other products send is read, whatever their habits.
func TestSamplesOfOtherProductsAreRead(t *testing.T) {
	for _, pattern := range []string{"snom-*.xml", "sipe-*.xml", "cisco-*.xml", "gemeinschaft-*.xml"} {
		for _, file := range sampleFiles(t, pattern) {
			doc, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED3})
			if err != nil {
				if refused := refusal(err); refused.Problem != csta.UnknownMessage || refused.Message == "" {
					t.Errorf("%s: %v", filepath.Base(file), err)
				}
				continue
			}
			if got, want := outline(t, csta.AppendXML(nil, m, csta.ED6)), outline(t, doc); got != want {
				t.Errorf("%s:\n got %s\nwant %s", filepath.Base(file), got, want)
			}
		}
	}
}
