package csta_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// filler fills messages with a value in every field, so that no field can be
// forgotten by a codec without a test noticing.
type filler struct {
	choices map[string]bool // names of the types that are choices, in small letters
	// types are the contract's types of fields, by Type.field in small letters,
	// and what stands behind them.
	types map[string]string
	gone  map[string]bool // type.word of what ed6 has no more
	// turn decides which alternative of a choice and which word of an
	// enumeration is taken; it advances with each.
	turn uint32
	// json says that what only JSON writes is wanted too.
	json bool
}

var (
	declared  = regexp.MustCompile(`^(\w+) (\w+).*\{`)
	fieldLine = regexp.MustCompile(`^  (\w+) +(.*)`)
	goneWord  = regexp.MustCompile(`^(\w+) +until ed[345]$`)
)

// newFiller reads from the contract what Go types do not tell: which types are
// choices, which fields only one dialect writes, which words are gone.
func newFiller(t testing.TB) *filler {
	files, err := filepath.Glob("../../api/csta/*.csta")
	if err != nil || len(files) == 0 {
		t.Fatalf("no contract files: %v", err)
	}
	f := &filler{choices: map[string]bool{}, types: map[string]string{}, gone: map[string]bool{}}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f.read(string(text))
	}
	return f
}

func (f *filler) read(contract string) {
	name := ""
	for line := range strings.Lines(contract) {
		line = strings.TrimRight(line, "\n")
		if m := declared.FindStringSubmatch(line); m != nil {
			name = strings.ToLower(m[2])
			f.choices[name] = m[1] == "choice"
		}
		if m := fieldLine.FindStringSubmatch(line); m != nil {
			f.types[name+"."+strings.ToLower(m[1])] = m[2]
		}
		if m := goneWord.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			f.gone[name+"."+m[1]] = true
		}
	}
}

// message returns a filled message.
func (f *filler) message(name string) csta.Message {
	m, _ := csta.New(name)
	f.fill(reflect.ValueOf(m).Elem())
	switch m := m.(type) {
	case *csta.CSTAErrorCode:
		f.failure(&m.Base, &m.Code)
	case *csta.ErrorValue:
		f.failure(&m.Base, &m.Code)
	}
	return m
}

// failure takes from an error what has no place in it: security, and in the
// ECMA dialects private data; JSON has it but with the one category whose key
// it shares.
func (f *filler) failure(base *csta.Base, code *csta.UniversalFailure) {
	base.Security = nil
	if !f.json || code.PrivateData != 0 {
		base.Private = nil
	}
}

// next returns a number below n. The numbers follow one another without order,
// but always the same way.
func (f *filler) next(n int) int {
	f.turn = f.turn*1103515245 + 12345
	return int((f.turn >> 16) % uint32(n))
}

var filledTime = time.Date(2025, 4, 30, 13, 23, 23, 456e6, time.UTC)

func (f *filler) fill(v reflect.Value) {
	switch p := v.Addr().Interface().(type) {
	case *csta.Opt[bool]:
		*p = csta.Some(f.next(2) == 0)
		return
	case *csta.Opt[int64]:
		*p = csta.Some(int64(f.next(9)))
		return
	case *csta.Opt[uint64]:
		*p = csta.Some(uint64(f.next(9)))
		return
	case *csta.Opt[float64]:
		*p = csta.Some(float64(f.next(9)) + 0.5)
		return
	case *time.Time:
		*p = filledTime
		return
	case *[]byte:
		*p = []byte{0xAB, byte(f.next(256))}
		return
	case *csta.Foreign:
		*p = csta.Foreign{
			{Name: "vendor", Text: " a < b & \"c\" "},
			{Name: "vendor", Attrs: []csta.Attr{{Name: "kind", Value: "<'\">"}}, Text: "beside", Children: csta.Foreign{{Name: "inner"}}},
		}
		return
	case *csta.EventHead:
		*p = csta.EventHead{MonitorCrossRefID: "m<1>", Position: csta.Position{Epoch: "e1", Offset: 7}, Time: filledTime}
		return
	case *csta.Base:
		f.base(p)
		return
	case *csta.PrivateData:
		// That of a call in a snapshot, which may not hold a snapshot again.
		*p = csta.PrivateData{Started: filledTime, Answered: filledTime, CallerName: "Bob"}
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("<text & 'more' " + string(rune('a'+f.next(26))) + ">")
	case reflect.Int64:
		v.SetInt(int64(f.next(1000)))
	case reflect.Uint64:
		f.number(v)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		f.number(v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Array:
		f.array(v)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Struct:
		f.structure(v)
	default:
		panic("a field of type " + v.Type().String())
	}
}

// number fills an enumeration, a flag set or a plain number.
func (f *filler) number(v reflect.Value) {
	if _, isFlags := v.Type().MethodByName("Has"); isFlags {
		v.SetUint(uint64(1<<v.Type().Bits() - 1))
		// Only flags that have a name.
		names := len(strings.Fields(v.Interface().(fmt.Stringer).String()))
		v.SetUint(uint64(1<<names-1) &^ (1 << f.next(names)))
		if names == 1 {
			v.SetUint(1)
		}
		f.dropGone(v, names)
		return
	}
	words := 0
	for v.SetUint(1); ; v.SetUint(v.Uint() + 1) {
		word, isEnum := reflect.TypeAssert[fmt.Stringer](v)
		if !isEnum {
			v.SetUint(uint64(f.next(1000)))
			return
		}
		if word.String() == "" {
			break
		}
		words++
	}
	v.SetUint(uint64(f.next(words)) + 1)
}

// dropGone takes back the flags that ed6 has no more.
func (f *filler) dropGone(v reflect.Value, names int) {
	all := v.Uint()
	for bit := range names {
		v.SetUint(1 << bit)
		if f.gone[strings.ToLower(v.Type().Name())+"."+v.Interface().(fmt.Stringer).String()] {
			all &^= 1 << bit
		}
	}
	v.SetUint(all)
}

// array fills a wide flag set, or a list of numbers.
func (f *filler) array(v reflect.Value) {
	if _, isFlags := v.Addr().Type().MethodByName("Has"); !isFlags {
		for i := range v.Len() {
			v.Index(i).SetInt(int64(f.next(1000)))
		}
		return
	}
	set := func(bit int) {
		word := v.Index(bit / 64)
		word.SetUint(word.Uint() | 1<<(bit%64))
	}
	for bit := range v.Len() * 64 {
		set(bit)
	}
	// Only flags that have a name.
	names := len(strings.Fields(v.Addr().Interface().(fmt.Stringer).String()))
	v.SetZero()
	for bit := range names {
		if f.next(4) > 0 {
			set(bit)
		}
	}
}

func (f *filler) structure(v reflect.Value) {
	t := v.Type()
	if f.choices[strings.ToLower(t.Name())] {
		f.fill(v.Field(f.next(t.NumField())))
		return
	}
	for i := range t.NumField() {
		name := t.Field(i).Name
		typ := f.types[strings.ToLower(t.Name()+"."+name)]
		switch {
		case strings.Contains(typ, " only unitel"), name == "Private" && !f.json:
			// What only the unitel dialect or only JSON writes would not come back.
		case strings.HasPrefix(typ, "language"):
			v.Field(i).SetString("en")
		case strings.HasPrefix(typ, "foreign(1)"):
			// An element of the standard, which the schema insists on.
			v.Field(i).Set(reflect.ValueOf(csta.Foreign{{Name: "cause", Text: "normal"}}))
		default:
			f.fill(v.Field(i))
		}
	}
	if a, ok := reflect.TypeAssert[*csta.DeviceIDAttributes](v.Addr()); ok {
		settleAttributes(a)
	}
}

// settleAttributes takes back what a codec leaves out: defaults, and the words
// that only one of DeviceID and LocalDeviceID may have.
func settleAttributes(a *csta.DeviceIDAttributes) {
	if a.TypeOfNumber == csta.TypeOfNumberDialingNumber || a.TypeOfNumber == csta.TypeOfNumberDynamic {
		a.TypeOfNumber = csta.TypeOfNumberDeviceNumber
	}
	if a.SwitchingSubDomainCCIEType == csta.SwitchingSubDomainCCIETypeSIP {
		a.SwitchingSubDomainCCIEType = csta.SwitchingSubDomainCCIETypeATM
	}
	a.BitRate = csta.BitRateVariable
	a.PrivateNumber, a.PrivateName = csta.Some(true), csta.Some(true)
}

// base fills what all messages share. In XML only some of it is written.
func (f *filler) base(b *csta.Base) {
	b.Security = &csta.CSTASecurityData{MessageSequenceNumber: csta.Some(int64(4)), SecurityInfo: &csta.SecurityInfo{String: []byte{1}}}
	b.Private = new(csta.PrivateData)
	if f.json {
		f.structure(reflect.ValueOf(b.Private).Elem())
		// In an event these are the head's.
		b.Private.Timestamp = time.Time{}
		b.Private.Epoch, b.Private.Offset, b.Private.EventOrderIncrement = "", csta.Opt[uint64]{}, csta.Opt[uint64]{}
		return
	}
	b.Private.RequestID = "137-<4>"
	b.Private.Snapshot = csta.Some(true)
	b.Private.SnapshotData = new(csta.SnapshotDeviceDataList)
	f.fill(reflect.ValueOf(b.Private.SnapshotData).Elem())
	b.Private.Recovered = csta.Some(true)
	b.Private.Foreign = csta.Foreign{{Name: "line", Text: "tel:73124"}}
}
