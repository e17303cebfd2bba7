package pbx

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// The kinds of number that a call profile shows to those who are called
// outside. With any other kind the profile names the number itself.
const (
	numberNone = "None" // the telephone's own number
	numberMain = "Main" // the trunk's number
)

// setCallProfile (uni-tel, SetCallProfile) says which number is shown to those
// who are called outside, and whether the telephone rings for calls to it. Of a
// user's devices there is the telephone only.
func setCallProfile(s *Switch, _ string, m *csta.SetCallProfile) (*change, error) {
	if shown := shownNumber(m); shown != nil && shown.Number != "" {
		if number, ok := Number(shown.Number); !ok || !s.ownNumber(number) {
			return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "%q is no number of this tenant", shown.Number)
		}
	}
	return &change{name: "callProfile", response: &csta.SetCallProfileResponse{}}, nil
}

// shownNumber is what a profile says of calls from the telephone, nil where it
// says nothing.
func shownNumber(m *csta.SetCallProfile) *csta.NumberPresentation {
	if p := m.CallProfile.OutgoingNumberPresentation; p != nil {
		return p.LocalNumberPresentation
	}
	return nil
}

// ownNumber reports whether calls from the tenant may show a number.
func (s *Switch) ownNumber(number string) bool {
	for _, n := range s.outgoingNumbers() {
		if n.Number == number {
			return true
		}
	}
	return false
}

// outgoingNumbers are the numbers that calls from the tenant may show: its
// trunk's, and those by which it is reached.
func (s *Switch) outgoingNumbers() []csta.OutgoingNumber {
	list := []csta.OutgoingNumber{{Number: s.tenant.Trunk}}
	for i := range s.numbers {
		if s.numbers[i].Number != s.tenant.Trunk {
			list = append(list, csta.OutgoingNumber{Number: s.numbers[i].Number})
		}
	}
	return list
}

func getCallProfile(f *features) csta.Message {
	if f.profile != nil {
		return &csta.GetCallProfileResponse{CallProfile: f.profile.CallProfile}
	}
	none := func() *csta.NumberPresentation { return &csta.NumberPresentation{NumberType: numberNone} }
	return &csta.GetCallProfileResponse{CallProfile: csta.CallProfile{
		OutgoingNumberPresentation: &csta.OutgoingNumberPresentation{
			LocalNumberPresentation: none(), MobileNumberPresentation: none(), TeamsNumberPresentation: none(),
		},
		IncomingCallMatrix: &csta.IncomingCallMatrix{
			LocalDevice: &csta.RingingDevices{Local: true}, MobileDevice: &csta.RingingDevices{Mobile: true}, TeamsDevice: &csta.RingingDevices{Teams: true},
		},
		RouteHandling: "None",
	}}
}

// silent reports whether a profile has the telephone not ring for calls to it.
func (f *features) silent() bool {
	if f.profile == nil || f.profile.CallProfile.IncomingCallMatrix == nil {
		return false
	}
	rings := f.profile.CallProfile.IncomingCallMatrix.LocalDevice
	return rings != nil && !rings.Local
}

// shows is the number that a telephone's calls show outside.
func (s *Switch) shows(device string) string {
	f := s.features[device]
	if f == nil || f.profile == nil {
		return device
	}
	switch shown := shownNumber(f.profile); {
	case shown == nil || shown.NumberType == numberNone:
		return device
	case shown.NumberType == numberMain || shown.Number == "":
		return s.tenant.Trunk
	default:
		number, _ := Number(shown.Number)
		return number
	}
}
