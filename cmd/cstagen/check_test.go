package main

import (
	"fmt"
	"strings"
	"testing"
)

// load reads a contract from one text. Its private data and security values
// are there already.
func load(text string) (*contract, error) {
	const common = `
struct PrivateData {
  requestID string also ecma
  detail    prose
}
struct CSTASecurityData {
  messageSequenceNumber long
}
`
	c := &contract{types: map[string]*decl{}, about: map[string]string{}}
	for name, text := range map[string]string{"common.csta": common, "test.csta": text} {
		f, err := parseFile(name, text)
		if err != nil {
			return nil, err
		}
		c.files = append(c.files, f)
	}
	return c, c.link()
}

// Each of these is a mistake that must be found, with its place.
func TestMistakesAreFound(t *testing.T) {
	for mistake, text := range map[string]string{
		`test.csta:1: unknown declaration "wish"`:           "wish A {\n}",
		`struct A is not closed`:                            "struct A {\n  a string",
		`test.csta:2: an element name expected, found "="`:  "struct A {\n  = string\n}",
		`test.csta:2: a type expected, found ""`:            "struct A {\n  a\n}",
		`test.csta:2: unexpected "maybe"`:                   "struct A {\n  a string maybe\n}",
		`a quoted string is not closed`:                     "enum A {\n  a \"b\n}",
		`an edition from ed3 to ed6 expected, found "ed9"`:  "struct A {\n  a string since ed9\n}",
		`no edition is left`:                                "struct A {\n  a string since ed5 until ed4\n}",
		`"]" expected`:                                      "struct A {\n  a [b string* c\n}",
		`only unitel or only json expected`:                 "struct A {\n  a string only xml\n}",
		`string takes no argument B`:                        "struct A {\n  a string(B)\n}",
		`unknown type B`:                                    "struct A {\n  a B\n}",
		`A is already declared at test.csta:1`:              "enum A {\n  a\n}\nenum A {\n  a\n}",
		`string is a built-in type`:                         "struct string {\n  a string\n}",
		`Ab and ab have the same Go name`:                   "enum ab {\n  a\n}\nenum Ab {\n  a\n}",
		`A has a twice`:                                     "struct A {\n  a string\n  a long\n}",
		`A has x twice`:                                     "enum A {\n  x\n  x\n}",
		`enum A is used nowhere`:                            "enum A {\n  a\n}",
		`add "earlier WORD"`:                                "enum A {\n  a\n  b since ed6\n}",
		`A has no word c`:                                   "enum A {\n  a\n  b since ed6 earlier c\n}",
		`c is no word of B`:                                 "enum B {\n  b\n}\nstruct A {\n  a B = c\n}",
		`d is no word of B`:                                 "enum B {\n  b\n}\nstruct A {\n  a B except d\n}",
		`a required field has to carry every word`:          "enum B {\n  b\n}\nstruct A {\n  a B required except b\n}",
		`a cannot be required here`:                         "choice A {\n  a string required\n}",
		`A has no alternative b`:                            "choice A when-empty b {\n  a string\n}",
		`only a wrapper can be flat`:                        "struct A {\n  a string flat until ed4\n}",
		`the child of a wrapper repeats: write string*`:     "struct A {\n  a [b string]\n}",
		`a wrapper in a wrapper`:                            "struct A {\n  a [b [c string*]*]\n}",
		`list(string) needs a flag set`:                     "struct A {\n  a list(string)\n}",
		`a cannot be an attribute`:                          "text A of string {\n  a string*\n}",
		`* takes foreign elements`:                          "struct A {\n  * string\n}",
		`a does not exist in ed6`:                           "struct A {\n  a string until ed4 formerly b until ed6\n}",
		`AEvent is a message, not a type`:                   "event AEvent {\n  monitorCrossRefID string\n  extensions CSTACommonArguments\n}\nstruct B {\n  b AEvent\n}",
		`an event begins with monitorCrossRefID`:            "event AEvent {\n  extensions CSTACommonArguments\n}",
		`an event's name ends in Event`:                     "event A {\n  monitorCrossRefID string\n  extensions CSTACommonArguments\n}",
		`extensions are CSTACommonArguments`:                "request A {\n  extensions foreign\n}",
		`security and privateData stand last`:               "request A {\n  privateData CSTAPrivateData\n  a string\n}",
		`A answers with B, which is no response`:            "request A -> B {\n  extensions CSTACommonArguments\n}",
		`a request comes from client, server or both`:       "request A from nobody {\n  extensions CSTACommonArguments\n}",
		`a second text about a`:                             "about a, a",
		`unknown dialect latin`:                             "in latin A {\n}",
		`unitel changes A, which is unknown`:                "dialect unitel {\n}\nin unitel A {\n}",
		`unitel changes CSTASecurityData a second time`:     "dialect unitel {\n}\nin unitel CSTASecurityData {\n}\nin unitel CSTASecurityData {\n}",
		`unknown change "wishes"`:                           "dialect unitel {\n}\nin unitel CSTASecurityData {\n  wishes a\n}",
		`CSTASecurityData has no b`:                         "dialect unitel {\n}\nin unitel CSTASecurityData {\n  rename b c\n}",
		`CSTASecurityData has no mandatory`:                 "dialect unitel {\n}\nin unitel CSTASecurityData {\n  optional messageSequenceNumber\n}",
		`private data requestID is unknown or out of order`: "dialect unitel {\n}\nin unitel CSTASecurityData {\n  private detail requestID\n}",
		`a is no connection of an event`:                    "dialect unitel {\n}\nrequest A {\n  a string\n  extensions CSTACommonArguments\n}\nin unitel A {\n  local a\n}",
		`test.csta:3: the block is not closed`:              "dialect unitel {\n}\nin unitel CSTASecurityData {\n  rename a b",
	} {
		if _, err := load(text); err == nil || !strings.Contains(err.Error(), mistake) {
			t.Errorf("%s\n got %v\nwant %s", text, err, mistake)
		}
	}
}

// A struct has one bit for each mandatory field; what has more of them is
// numbers.
func TestManyMandatoryFields(t *testing.T) {
	var fields strings.Builder
	for i := range maxNeeded {
		fmt.Fprintf(&fields, "  f%d long required\n", i)
	}
	if _, err := load("request A {\n" + fields.String() + "}"); err != nil {
		t.Error(err)
	}
	if _, err := load("request A {\n" + fields.String() + "  more long required\n}"); err == nil || !strings.Contains(err.Error(), "A has 65 mandatory fields, more than 64") {
		t.Errorf("got %v", err)
	}
	c, err := load("request A {\n  counts Counts\n}\nnumbers Counts {\n  n0..146\n  late since ed6\n}")
	if err != nil {
		t.Fatal(err)
	}
	files, err := c.emitGo()
	if err != nil || !strings.Contains(string(files["test_gen.go"]), "type Counts [148]int64") {
		t.Errorf("%v\n%s", err, files["test_gen.go"])
	}
}

// A message may have lost its extensions in an edition.
func TestExtensionsUntilAnEdition(t *testing.T) {
	c, err := load("request A {\n  extensions CSTACommonArguments until ed5\n}")
	if err != nil {
		t.Fatal(err)
	}
	files, err := c.emitGo()
	if err != nil || !strings.Contains(string(files["test_gen.go"]), "extensionsUntil: 5") {
		t.Errorf("%v\n%s", err, files["test_gen.go"])
	}
}

// All mistakes of a contract are shown at once.
func TestAllMistakesAreShown(t *testing.T) {
	_, err := load("struct A {\n  a B\n  c D\n}")
	for _, mistake := range []string{"unknown type B", "unknown type D", "struct A is used nowhere"} {
		if err == nil || !strings.Contains(err.Error(), mistake) {
			t.Errorf("%q is not in %v", mistake, err)
		}
	}
}

// everything uses all of the notation at least once.
const everything = `
// What a file is about.
title "Everything"
source "nowhere"   # a remark

// Ask asks.
request Ask -> AskResponse | CSTAErrorCode from both {
  // Which one.
  which     Name          required
  colour    Colour        = red
  amounts   long*
  parts     [part Part*]  since ed5
  device    Device        formerly Gadget until ed4
  flatOnce  [item Name*]  flat until ed4
  any       foreign(1)
  place     Place
  things    [thing foreign*]
  at        dateTime
  share     float
  here      Empty
  extensions CSTACommonArguments
  after     string        "stands behind extensions"
}

// AskResponse answers.
response AskResponse {
  said        Said
  security    CSTASecurityData
  privateData CSTAPrivateData
}

// GoneEvent tells.
event GoneEvent {
  monitorCrossRefID string required
  subject           ConnectionID required
  says              anyURI only json
  extensions        CSTACommonArguments
}

// CSTAErrorCode refuses.
failure CSTAErrorCode = Said

struct Part {
  name   Name  required
  count  short required
  only   boolean only unitel
}
choice Said when-empty nothing {
  word    string preferred
  nothing Empty
  part    Part
}
members ConnectionID {
  callID   string
  deviceID Device
}
enum Colour {
  red    "like blood"
  blue   since ed6 earlier red
  "sky-blue"
}
flags Taste {
  sweet
  sour  since ed5
  aCDBitter
}
text Device of string {
  taste list(Taste)
  hue   Colour = blue  except red
  size  integer
  raw   hexBinary
  on    boolean = false
}
text LocalDevice of string like Device {
  taste list(Taste)
}
alias Name = LocalDevice
foreign Place {
  src anyURI
}
about which, said
dialect unitel {
  namespace "urn:u"
  edition   6
}
in unitel requests {
  private requestID
}
in unitel Ask {
  root     ASK
  prints   privateData device which parts
  optional which
}
in unitel AskResponse {
  flatten said
  private requestID detail
}
in unitel GoneEvent {
  prints monitorCrossRefID subject
  local  subject
}
in unitel Part {
  rename name Name
}
in unitel Said {
  text word
}
in unitel Colour {
  word red "dark red"
}
in json Ask {
  optional which
}
`

// The whole notation can be said, and all outputs made from it.
func TestTheWholeNotation(t *testing.T) {
	c, err := load(everything)
	if err != nil {
		t.Fatal(err)
	}
	files, err := c.emitGo()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ file, text string }{
		{"test_gen.go", "Parts []Part"},
		{"test_gen.go", "At time.Time"},
		{"test_gen.go", "ColourSkyBlue"},
		{"test_gen.go", "TasteACDBitter"},
		{"test_xml_gen.go", `formerly(d, 4, "Gadget", "device")`},
		{"test_xml_gen.go", "if d.edition >= 5 {"},
		{"test_xml_gen.go", "appendTail(b []byte, d *Dialect)"},
		{"test_xml_gen.go", "appendLocalDevice(b, d,"},
		{"test_xml_gen.go", `m.localOr(&m.Subject).appendXML(b, d, "subject")`},
		{"test_xml_gen.go", `inUnitelNamed(d, "Name", "name")`},
		{"test_xml_gen.go", `return "dark red"`},
		{"test_json_gen.go", "jsonOptFloat(b, `\"share\":`, m.Share)"},
		{"test_gen.go", `root: "Ask", answers: "AskResponse CSTAErrorCode", sender: SentByBoth,`},
		{"test_gen.go", `unitelRoot: "ASK"`},
		{"test_gen.go", "place: amongFields"},
	} {
		// gofmt aligns fields.
		if text := strings.Join(strings.Fields(string(files[want.file])), " "); !strings.Contains(text, want.text) {
			t.Errorf("%s has no %s\n%s", want.file, want.text, files[want.file])
		}
	}
	ts := string(c.emitTS())
	for _, want := range []string{"parts?: { part: Part[] };", "which?: Name;", "  | 'sky-blue';", "export type Said = OneOf<{", "Gone: GoneEvent;"} {
		if !strings.Contains(ts, want) {
			t.Errorf("the TypeScript has no %s", want)
		}
	}
	page := string(c.emitMarkdown(nil)["test.md"])
	for _, want := range []string{"**M** (not json, unitel)", "ed5–ed6", "Called `Gadget` until ed4.", "Never `red`.", "the root element is `ASK`", "`red` is written `dark red`"} {
		if !strings.Contains(page, want) {
			t.Errorf("the reference has no %s", want)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][3]string{
		"callID":                   {"CallID", "callID", "callId"},
		"crossRefIDorSnapshotData": {"CrossRefIDOrSnapshotData", "crossRefIDOrSnapshotData", "crossRefIdorSnapshotData"},
		"callLinkageIDTimestamp":   {"CallLinkageIDTimestamp", "callLinkageIDTimestamp", "callLinkageIdTimestamp"},
		"originatingNIDConnection": {"OriginatingNIDConnection", "originatingNIDConnection", "originatingNIDConnection"},
		"DeviceHistoryListItem":    {"DeviceHistoryListItem", "deviceHistoryListItem", "deviceHistoryListItem"},
		"aCDBusy":                  {"ACDBusy", "acdBusy", "aCDBusy"},
		"isCstaOriginated":         {"IsCSTAOriginated", "isCSTAOriginated", "isCstaOriginated"},
		"CSTAErrorCode":            {"CSTAErrorCode", "cstaErrorCode", "cSTAErrorCode"},
		"explicitPublic:unknown":   {"ExplicitPublicUnknown", "explicitPublicUnknown", "explicitPublic:unknown"},
		"Active_AttendedTransfer":  {"ActiveAttendedTransfer", "activeAttendedTransfer", "active_AttendedTransfer"},
		"im":                       {"IM", "im", "im"},
	} {
		if got := [3]string{goName(name), lowerGoName(name), jsonName(name)}; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
