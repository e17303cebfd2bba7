package pbx

import (
	"strings"
	"unicode/utf8"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// maxLabel is how many characters the label of a button may have.
const maxLabel = 20

// buttonPress presses a button (ECMA-269, Button Press), which does what it does
// when the user presses it, see buttons. A button that does nothing in the
// present state can be pressed all the same. What a button stands for may be
// refused, and then the press is, with that error. Where the same press, by its
// requestID, has made a call that is still up, it is not done again, as for Make
// Call; other buttons leave something behind by which a client that lost the
// answer sees whether they were pressed.
func (s *Switch) buttonPress(r *Request, m *csta.ButtonPress) {
	device, err := s.station(r, m.Device, access.Control)
	place := 0
	if err == nil {
		place, err = buttonAt(m.Button)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	if _, again := s.repeated(r); again {
		s.reply(r, &csta.ButtonPressResponse{})
		return
	}
	p := s.phone(s.devices[device])
	answer := len(s.batch.items)
	s.reply(r, &csta.ButtonPressResponse{})
	s.tellPhysical(device, csta.PhysicalDeviceFeatureEventsButtonPress, &csta.ButtonPressEvent{
		EventHead: csta.EventHead{Time: s.now}, Device: extended(device), Button: m.Button,
		ButtonLabel: p.features.buttonLabel(place), ButtonAssociatedNumber: p.features.buttonNumber(place),
	})
	s.byHand(r, answer, buttons[place].press(p, place))
}

// getButtonInformation (ECMA-269, Get Button Information).
func getButtonInformation(s *Switch, device string, m *csta.GetButtonInformation) (csta.Message, error) {
	from, to := 0, len(buttons)
	if m.Button != "" {
		place, err := buttonAt(m.Button)
		if err != nil {
			return nil, err
		}
		from, to = place, place+1
	}
	f := s.feature(device)
	response := &csta.GetButtonInformationResponse{}
	for place := from; place < to; place++ {
		b := &buttons[place]
		item := csta.ButtonItem{
			Button: b.id, ButtonLabel: f.buttonLabel(place), ButtonLabelSettable: csta.Some(b.programmable), ButtonFunction: b.function,
			ButtonAssociatedNumber: f.buttonNumber(place), ButtonAssociatedNumberSettable: csta.Some(b.programmable),
			ButtonPressIndicator: csta.Some(true),
		}
		if b.lamp != noLamp {
			item.LampList = []string{b.id}
		}
		response.ButtonList = append(response.ButtonList, item)
	}
	return response, nil
}

// setButtonInformation (ECMA-269, Set Button Information) programs a speed-dial
// key. Label or number stay as they are where the request has none; a request
// that has neither leaves the key empty.
func setButtonInformation(s *Switch, device string, m *csta.SetButtonInformation) (*change, error) {
	place, err := buttonAt(m.Button)
	switch {
	case err != nil:
		return nil, err
	case !buttons[place].programmable:
		return nil, csta.OperationFault(csta.OperationErrorsInvalidButtonIdentifier, "button %q, %s, cannot be programmed", m.Button, buttons[place].label)
	case utf8.RuneCountInString(m.ButtonLabel) > maxLabel:
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "a label has at most %d characters", maxLabel)
	}
	for _, c := range strings.ToValidUTF8(m.ButtonLabel, "\x00") {
		if !displayable(c) {
			return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "a label cannot have %+q in it", c)
		}
	}
	if !m.ButtonAssociatedNumber.IsZero() {
		number, err := s.destination(m.ButtonAssociatedNumber, device)
		if err != nil {
			return nil, err
		}
		m.ButtonAssociatedNumber = csta.Device(number)
	}
	f := s.feature(device)
	switch {
	case m.ButtonLabel == "" && m.ButtonAssociatedNumber.IsZero():
	case m.ButtonLabel == "":
		m.ButtonLabel = f.buttonLabel(place)
	case m.ButtonAssociatedNumber.IsZero():
		m.ButtonAssociatedNumber = f.buttonNumber(place)
	}
	return &change{
		name: buttonSetting + "/" + m.Button, response: &csta.SetButtonInformationResponse{}, physical: csta.PhysicalDeviceFeatureEventsButtonInformation,
		event: &csta.ButtonInformationEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), Button: m.Button, ButtonLabel: m.ButtonLabel,
			ButtonAssociatedNumber: m.ButtonAssociatedNumber, ButtonPressIndicator: csta.Some(true),
		},
	}, nil
}

// buttonSetting is what keys are kept under, with their button.
const buttonSetting = "button"

// setKey programs a speed-dial key, and reports whether anything is left on it.
func (f *features) setKey(m *csta.SetButtonInformation) bool {
	if m.ButtonLabel == "" && m.ButtonAssociatedNumber.IsZero() {
		delete(f.keys, m.Button)
		return false
	}
	if f.keys == nil {
		f.keys = make(map[string]*csta.SetButtonInformation)
	}
	f.keys[m.Button] = m
	return true
}

// buttonLabel gives what is written on a button.
func (f *features) buttonLabel(place int) string {
	if m := f.keys[buttons[place].id]; m != nil {
		return m.ButtonLabel
	}
	return buttons[place].label
}

// buttonLabel gives what is written on a button of a telephone.
func (s *Switch) buttonLabel(device string, place int) string {
	return s.feature(device).buttonLabel(place)
}

// buttonNumber gives the number behind a button.
func (f *features) buttonNumber(place int) csta.DeviceID {
	if m := f.keys[buttons[place].id]; m != nil {
		return m.ButtonAssociatedNumber
	}
	if place == messageKey && f.message != nil {
		return f.message.DeviceForMessage
	}
	return csta.DeviceID{}
}
