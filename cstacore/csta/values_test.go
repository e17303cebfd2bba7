package csta

import (
	"math"
	"testing"
	"time"
)

// The helpers are the same for all messages; what the messages of today do not
// use of them is tested here.

func TestNumbersFromText(t *testing.T) {
	for text, want := range map[string]int64{
		"0": 0, "-7": -7, "+7": 7, "9223372036854775807": math.MaxInt64, "120.0": 120, "1.2e2": 120, "-1E3": -1000,
	} {
		if got, ok := parseInt([]byte(text)); !ok || got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", " ", "1.5", "1e400", "9223372036854775808", "1e300", "0x10", "1_000", "Inf", "NaN", "--1", "٣"} {
		if got, ok := parseInt([]byte(text)); ok {
			t.Errorf("%q is %d", text, got)
		}
	}
	for text, want := range map[string]uint64{"18446744073709551615": math.MaxUint64, "+1": 1, "2.0": 2} {
		if got, ok := parseUint([]byte(text)); !ok || got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
	if got, ok := parseUint([]byte("-1")); ok {
		t.Errorf("-1 is %d", got)
	}
	if got, ok := parseFloat([]byte("-1.5e3")); !ok || got != -1500 {
		t.Errorf("-1.5e3 is %v", got)
	}
	for _, text := range []string{"INF", "NaN", "", "1e999"} {
		if got, ok := parseFloat([]byte(text)); ok {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestNumbersToText(t *testing.T) {
	for got, want := range map[string]string{
		string(jsonInt(nil, `"a":`, 1<<53-1)):                                                                 `"a":9007199254740991,`,
		string(jsonInt(nil, `"b":`, 1<<53)):                                                                   `"b":"9007199254740992",`,
		string(jsonInt(nil, `"c":`, -1<<53)):                                                                  `"c":"-9007199254740992",`,
		string(jsonUint(nil, `"d":`, math.MaxUint64)):                                                         `"d":"18446744073709551615",`,
		string(jsonOptFloat(nil, `"e":`, Some(0.25))):                                                         `"e":0.25,`,
		string(jsonOptFloat(nil, `"f":`, Opt[float64]{})):                                                     ``,
		string(xmlOptFloat(nil, "g", Some(1e21))):                                                             `<g>1e+21</g>`,
		string(xmlOptFloat(nil, "h", Opt[float64]{})):                                                         ``,
		string(xmlHex(nil, "i", []byte{0xAB, 0x0C})):                                                          `<i>AB0C</i>`,
		string(jsonFlagList(nil, `"j":`, 5, &wordTable{names: packed{text: "xyz", ends: []uint16{1, 2, 3}}})): `"j":["x","z"],`,
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestTimes(t *testing.T) {
	want := time.Date(2025, 4, 30, 13, 23, 23, 456e6, time.UTC)
	for _, text := range []string{
		"2025-04-30T13:23:23.456Z", "2025-04-30T15:23:23.456789+02:00", "2025-04-30 13:23:23.456Z", "2025-04-30T13:23:23.456",
	} {
		if got, ok := parseTime([]byte(text)); !ok || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%s is %v", text, got)
		}
	}
	for _, text := range []string{"", "yesterday", "2025-04-30", "0001-01-01T00:00:00Z", "2025-13-01T00:00:00Z"} {
		if got, ok := parseTime([]byte(text)); ok {
			t.Errorf("%s is %v", text, got)
		}
	}
	if text := string(xmlTime(nil, Unitel, "t", want)) + string(xmlTime(nil, ED3, "t", want.In(time.FixedZone("", 3600)))); text !=
		"<t>2025-04-30 13:23:23Z</t><t>2025-04-30T13:23:23.456Z</t>" {
		t.Error(text)
	}
}

// An element may have been called otherwise in earlier editions.
func TestFormerNames(t *testing.T) {
	if formerly(ED5, 5, "LampMode", "lampMode") != "LampMode" || formerly(ED6, 5, "LampMode", "lampMode") != "lampMode" {
		t.Error("the wrong edition")
	}
}

// Few messages have fields behind extensions, or have in their own fields
// what others have in extensions.
func TestUnusualPlaces(t *testing.T) {
	base := &Base{Private: &PrivateData{RequestID: "42"}}
	for place, want := range map[commonPlace]string{
		inExtensions: "<extensions><privateData><private><requestID>42</requestID></private></privateData></extensions>",
		amongFields:  "<privateData><private><requestID>42</requestID></private></privateData>",
		nowhere:      "",
	} {
		if got := string(appendExtensions(nil, ED6, &layout{place: place}, base, nil, nil)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := string(appendExtensions(nil, ED6, &layout{}, &Base{Private: &PrivateData{Bytes: []byte{1}}}, nil, nil)); got !=
		"<extensions><privateData><string>01</string></privateData></extensions>" {
		t.Error(got)
	}
}

// Strings of a message share memory, but never with the document.
func TestArenaKeepsStringsApart(t *testing.T) {
	var a textArena
	a.reset(1000)
	text := []byte("0123456789")
	var kept []string
	for i := range 200 {
		text[i%10]++
		kept = append(kept, a.keep(text))
		if kept[i] != string(text) {
			t.Fatalf("%q was kept as %q", text, kept[i])
		}
	}
	first := kept[0]
	a.reset(10)
	a.keep([]byte("overwritten?"))
	if first != "1123456789" {
		t.Errorf("an old string became %q", first)
	}
	if long := a.keep(make([]byte, 5000)); len(long) != 5000 {
		t.Errorf("%d bytes were kept", len(long))
	}
}
