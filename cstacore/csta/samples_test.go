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

// What uni-tel's pages print otherwise than uni-tel's other pages, or than
// itself.
var misprints = map[string]string{
	"unitel-startApplicationSession-StartApplicationSession.xml": "is not well formed",
	"unitel-case_login-StartApplicationSession.xml":              "is not well formed",
	// The page of the use case has private data last, that of the service has it
	// first.
	"unitel-case_makecall-MakeCallResponse.xml": "has another order",
	// A number that is not set is written empty, as in GetCallProfileResponse;
	// it is a client that leaves it out, and nothing else is.
	"unitel-setCallProfile-SetCallProfile.xml": "lacks empty elements",
	// The pages of two services show their requests with a namespace; no other
	// request has one, nor have these on the pages of the use cases.
	"unitel-monitorStart-MonitorStart.xml": "has a namespace",
	"unitel-monitorTrunk-MonitorTrunk.xml": "has a namespace",
}

// What uni-tel has printed must come out of our codec as it went in: the same
// elements in the same order with the same text, in the same namespace.
func TestUnitelSamplesComeOutAsTheyWentIn(t *testing.T) {
	for _, file := range sampleFiles(t, "unitel-*.xml") {
		doc, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.Unitel})
		if err != nil {
			if misprints[name] != "is not well formed" {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		got, want := outline(t, csta.AppendXML(nil, m, csta.Unitel)), outline(t, doc)
		if same := got == want; same != (misprints[name] == "") {
			t.Errorf("%s: the same is %v\n got %s\nwant %s", name, same, got, want)
		}
		if misprints[name] == "has a namespace" && got != strings.Replace(want, "{"+csta.Unitel.Namespace()+"}", "{}", 1) {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

// outline is a document without its declaration and indentation; the root has
// its namespace before its name.
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
			if b.Len() == 0 {
				fmt.Fprintf(&b, "{%s}", token.Name.Space)
			}
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
			if filepath.Base(file) == "gemeinschaft-SetForwarding.xml" {
				// Its elements are not in the order of the schema.
				continue
			}
			_, got, _ := strings.Cut(outline(t, csta.AppendXML(nil, m, csta.ED6)), "}")
			_, want, _ := strings.Cut(outline(t, doc), "}")
			if got != want {
				t.Errorf("%s:\n got %s\nwant %s", filepath.Base(file), got, want)
			}
		}
	}
}
