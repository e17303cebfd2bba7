package csta_test

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// The vocabulary is everybody's, so it depends on nobody: the standard library
// is all it imports.
func TestImportsAreTheStandardLibrarys(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			if strings.Contains(strings.Split(spec.Path.Value, "/")[0], ".") {
				t.Errorf("%s imports %s", file, spec.Path.Value)
			}
		}
	}
}

func TestNames(t *testing.T) {
	names := csta.Names()
	if !slices.IsSorted(names) || len(names) == 0 {
		t.Errorf("the names are not in order: %q", names)
	}
	for _, name := range names {
		for _, spelled := range []string{name, strings.ToLower(name), strings.ToUpper(name)} {
			m, ok := csta.New(spelled)
			if !ok || m.Name() != name {
				t.Errorf("%s makes %v", spelled, m)
			}
		}
		m, _ := csta.New(name)
		if m.Common() == nil || m.Kind().String() == "unknown" {
			t.Errorf("%s is of kind %v", name, m.Kind())
		}
		event, isEvent := m.(csta.Event)
		if isEvent != (m.Kind() == csta.KindEvent) || isEvent && event.EventName()+"Event" != name {
			t.Errorf("%s is of kind %v", name, m.Kind())
		}
	}
	if m, ok := csta.New("MakeCall "); ok || m != nil {
		t.Error("a name that is none makes a message")
	}
}

// Every request has its answers, and every answer a request.
func TestResponses(t *testing.T) {
	answers := map[string]bool{"CSTAErrorCode": true, "ErrorValue": true}
	for _, name := range csta.Names() {
		m, _ := csta.New(name)
		for i, answer := range csta.Responses(name) {
			a, ok := csta.New(answer)
			if !ok || m.Kind() != csta.KindRequest || (a.Kind() == csta.KindResponse) != (i == 0) {
				t.Errorf("%s is answered by %s", name, answer)
			}
			answers[answer] = true
		}
	}
	for _, name := range csta.Names() {
		if m, _ := csta.New(name); (m.Kind() == csta.KindResponse || m.Kind() == csta.KindFailure) && !answers[name] {
			t.Errorf("%s answers nothing", name)
		}
	}
}

func TestWords(t *testing.T) {
	for word, want := range map[string]csta.EventCause{
		"newCall": csta.EventCauseNewCall, "aCDBusy": csta.EventCauseACDBusy, "Normal Clearing": csta.EventCauseNormalClearing,
	} {
		if got, ok := csta.ParseEventCause(word); !ok || got != want {
			t.Errorf("%q is %v", word, got)
		}
	}
	for _, word := range []string{"", "newcall", "newCall "} {
		if got, ok := csta.ParseEventCause(word); ok || got != 0 {
			t.Errorf("%q is %v", word, got)
		}
	}
	if word := csta.EventCause(0).String() + csta.EventCause(255).String(); word != "" {
		t.Errorf("a cause that is none is called %q", word)
	}
	if got := csta.TypeOfNumberExplicitPrivateLevel3RegionalNumber.String(); got != "explicitPrivate:level3RegionalNumber" {
		t.Error(got)
	}
}

func TestFlags(t *testing.T) {
	permitted := csta.CallControlServicesHoldCall | csta.CallControlServicesAnswerCall
	if permitted.String() != "answerCall holdCall" {
		t.Error(permitted)
	}
	if !permitted.Has(csta.CallControlServicesHoldCall) || permitted.Has(permitted|csta.CallControlServicesMakeCall) {
		t.Error("Has is wrong")
	}
	if undefined := csta.VendorSpecEvents(0x80); undefined.String() != "" {
		t.Errorf("a flag that is none is called %q", undefined)
	}
}

func TestOpt(t *testing.T) {
	var absent csta.Opt[int64]
	if v, ok := absent.Get(); ok || v != 0 || absent.IsSet() || absent.Or(3) != 3 {
		t.Error("the zero Opt is there")
	}
	present := csta.Some(int64(0))
	if v, ok := present.Get(); !ok || v != 0 || !present.IsSet() || present.Or(3) != 0 {
		t.Error("a zero is not there")
	}
}

func TestForeignFind(t *testing.T) {
	foreign := csta.Foreign{
		{Name: "a", Children: csta.Foreign{{Name: "UserID", Text: " alice "}}},
		{Name: "userID", Text: "bob"},
	}
	if e, ok := foreign.Find("userid"); !ok || e.Text != " alice " {
		t.Errorf("found %v", e)
	}
	if text := foreign.Text("USERID"); text != "alice" {
		t.Errorf("found %q", text)
	}
	if e, ok := foreign.Find("password"); ok || e != nil || foreign.Text("password") != "" {
		t.Errorf("found %v", e)
	}
}

// Foreign elements keep their shape through JSON: repeated names, attributes,
// text beside children.
func TestForeignInJSON(t *testing.T) {
	body := `{"userData":{"private":{"item":["1",{"@n":"2","#text":"two","sub":{"x":"y"}}],"empty":""}},"callingDevice":"1","calledDirectoryNumber":"2"}`
	m, err := csta.DecodeJSON("MakeCall", []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	doc := string(csta.AppendXML(nil, m, csta.Unitel))
	want := `<MakeCall><callingDevice>1</callingDevice><calledDirectoryNumber>2</calledDirectoryNumber><userData><private>` +
		`<item>1</item><item n="2">two<sub><x>y</x></sub></item><empty/></private></userData></MakeCall>`
	if doc != want {
		t.Errorf("\n got %s\nwant %s", doc, want)
	}
	back, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
	if err != nil || show(back) != show(m) {
		t.Errorf("\n got %s, %v\nwant %s", show(back), err, show(m))
	}
}

// No text may break the document it is put into.
func TestTextCannotBreakOut(t *testing.T) {
	hostile := "</callID><x a=\"'&amp;]]>\x00\x1f\xff\uFFFE\u2028\r\n\""
	m := &csta.MakeCall{
		CallingDevice:         csta.DeviceID{Value: hostile, Attributes: &csta.DeviceIDAttributes{DelayTolerance: csta.Some(int64(1))}},
		CalledDirectoryNumber: csta.Device(hostile),
		UserData:              &csta.UserData{Private: csta.Foreign{{Name: hostile, Attrs: []csta.Attr{{Name: "a b", Value: hostile}}, Text: hostile}, {Name: ""}}},
		SubjectOfCall:         hostile,
	}
	const want = "</callID><x a=\"'&amp;]]>\uFFFD\uFFFD\uFFFD\uFFFD\u2028\r\n\""
	doc := csta.AppendXML(nil, m, csta.ED6)
	got, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED6})
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	call := got.(*csta.MakeCall)
	if call.SubjectOfCall != want || call.UserData.Private[0].Text != want {
		t.Errorf("got %q\nwant %q", call.SubjectOfCall, want)
	}
	body := csta.AppendJSON(nil, m)
	if got, err = csta.DecodeJSON("MakeCall", body); err != nil {
		t.Fatalf("%v\n%s", err, body)
	}
	if subject := got.(*csta.MakeCall).SubjectOfCall; subject != strings.ToValidUTF8(hostile, "\uFFFD") {
		t.Errorf("got %q", subject)
	}
}
