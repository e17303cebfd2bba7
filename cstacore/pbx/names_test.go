package pbx

import (
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/record"
)

var testNames = Names{tenant: record.Tenant{Trunk: "12345678", Domain: "12345678.pbx.demo", NumberPlan: []string{"2xx", "4xx"}}}

var deviceNames = []struct{ name, want string }{
	{"200", "200"},
	{" 200 ", "200"},
	{"u-12345678-200", "200"},
	{"U-12345678-200", "200"},
	{"q-12345678-400", "400"},
	{"t-12345678", Trunk},
	{"u-87654321-200", ""},
	{"q-87654321-400", ""},
	{"t-87654321", ""},
	{"u-12345678", ""},
	{"u-12345678-", ""},
	{"u-12345678-20x", ""},
	{"sip:200@12345678.pbx.demo", "200"},
	{"sip:200@12345678.PBX.demo;transport=tcp", "200"},
	{"sip:200@12345678.pbx.demo:5060;transport=tcp", "200"},
	{"sips:200", "200"},
	{"sip:200@elsewhere.example", ""},
	{"sip:alice@12345678.pbx.demo", ""},
	{"tel:+45-22-33-44-55", "+4522334455"},
	{"tel:22334455;phone-context=+45", "22334455"},
	{"TEL:22334455", "22334455"},
	{"+45 (22) 33.44/55", "+4522334455"},
	{"*21#", "*21#"},
	{"", ""},
	{"+", ""},
	{"4+5", ""},
	{"call me", ""},
	{"２００", ""}, // digits, but not those of a telephone
	{"200\x00", ""},
	{"😀", ""},
	{strings.Repeat("1", maxNumber), strings.Repeat("1", maxNumber)},
	{strings.Repeat("1", maxNumber+1), ""},
	{strings.Repeat(" ", 200) + "1", "1"},
	{strings.Repeat("- ", 200) + "1", ""},
}

func TestDeviceNames(t *testing.T) {
	for _, tt := range deviceNames {
		if got, ok := testNames.Device(tt.name); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %q, %v, want %q", tt.name, got, ok, tt.want)
		}
	}
}

func TestInternal(t *testing.T) {
	for number, want := range map[string]bool{
		"200": true, "299": true, "400": true, "300": false, "20": false, "2000": false, "2*0": false, "22334455": false, "": false,
	} {
		if got := testNames.Internal(number); got != want {
			t.Errorf("%q: %v, want %v", number, got, want)
		}
	}
}

// FuzzDeviceNames: a name that is accepted is a number, and its plain form
// names the same device.
func FuzzDeviceNames(f *testing.F) {
	for _, tt := range deviceNames {
		f.Add(tt.name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		plain, ok := testNames.Device(name)
		if ok != (plain != "") {
			t.Fatalf("%q: %q, %v", name, plain, ok)
		}
		if !ok || plain == Trunk {
			return
		}
		if again, ok := testNames.Device(plain); !ok || again != plain || len(plain) > maxNumber {
			t.Fatalf("%q gives %q, which gives %q", name, plain, again)
		}
	})
}
