package callmodel

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// MaxData is how many bytes of data a call carries at most, all kinds together.
// Every event of the call has them.
const MaxData = 4 << 10

// Data is what applications attach to a call. It stays with the call across
// transfer and conference.
type Data struct {
	Correlator *csta.CorrelatorData
	User       *csta.UserData
	// Account and Auth are account and authorisation codes, Qualifying says what
	// the call was about (callQualifyingData).
	Account, Auth, Qualifying []byte
	Characteristics           csta.CallCharacteristics
	Subject, Languages        string
}

// check refuses more data than a call carries.
func (d *Data) check() error {
	size := len(d.Account) + len(d.Auth) + len(d.Qualifying) + len(d.Subject) + len(d.Languages)
	if d.Correlator != nil {
		size += len(d.Correlator.String) + foreignSize(d.Correlator.Private)
	}
	if d.User != nil {
		size += len(d.User.String) + foreignSize(d.User.Private)
	}
	if size > MaxData {
		return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "a call carries at most %d bytes of data, these are %d", MaxData, size)
	}
	return nil
}

// foreignSize is about how long XML is when it is written.
func foreignSize(f csta.Foreign) int {
	size := 0
	for i := range f {
		e := &f[i]
		size += 2*len(e.Name) + len("<></>") + len(e.Text) + foreignSize(e.Children)
		for _, a := range e.Attrs {
			size += len(a.Name) + len(a.Value) + len(` =""`)
		}
	}
	return size
}
