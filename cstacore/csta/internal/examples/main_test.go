package main

import (
	"bytes"
	"os"
	"testing"
)

// The examples of the reference pages must be what the codec writes today.
func TestExamplesAreCurrent(t *testing.T) {
	got, err := encodeAll("../../../../api/csta/examples")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("../../../../api/reference/examples.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("api/reference/examples.json is not what the codec writes; run go generate ./...")
	}
}

func TestIndent(t *testing.T) {
	got := indent(`<a x="1"><b>text</b><c/><d><e/></d></a>`)
	want := "<a x=\"1\">\n  <b>text</b>\n  <c/>\n  <d>\n    <e/>\n  </d>\n</a>"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
