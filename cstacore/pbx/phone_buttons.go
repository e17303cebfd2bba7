package pbx

import (
	"slices"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// button is a button of a telephone.
type button struct {
	id string
	// label is what is written on it, as long as nobody has written something
	// else on one that can be programmed.
	label string
	// function is what it is for.
	function string
	// lamp is the colour of its lamp, by ECMA-323's LampColor; noLamp where it has
	// none.
	lamp int64
	// programmable: label and number can be set.
	programmable bool
	// press gives the requests that a press of the button, of the place it has in
	// buttons, stands for: none where it does nothing in the present state.
	press func(p *phone, place int) []csta.Message
}

// The colours of lamps.
const (
	noLamp    = 0
	redLamp   = 1
	greenLamp = 3
)

// The places in buttons of those whose lamps show features.
const (
	disturbKey = 4
	messageKey = 5
)

// buttons are the buttons of a telephone.
var buttons = [...]button{
	{"1", "Line 1", "line", greenLamp, false, pressLine},
	{"2", "Line 2", "line", greenLamp, false, pressLine},
	{"3", "Hold", "hold", noLamp, false, pressHold},
	{"4", "Release", "release", noLamp, false, pressRelease},
	{"5", "Do not disturb", "doNotDisturb", redLamp, false, pressDisturb},
	{"6", "Message", "message", redLamp, false, pressMessage},
	{"7", "", "speedDial", greenLamp, true, pressKey("7")},
	{"8", "", "speedDial", greenLamp, true, pressKey("8")},
	{"9", "", "speedDial", greenLamp, true, pressKey("9")},
	{"10", "", "speedDial", greenLamp, true, pressKey("10")},
}

// buttonAt finds the place of a button.
func buttonAt(id string) (int, error) {
	place := slices.IndexFunc(buttons[:], func(b button) bool { return b.id == id })
	if place < 0 {
		return 0, csta.OperationFault(csta.OperationErrorsInvalidButtonIdentifier, "the telephone has no button %q, only \"1\" to %q", id, buttons[len(buttons)-1].id)
	}
	return place, nil
}

// lamps gives the places of the buttons that have lamps.
func lamps() []int {
	var places []int
	for place := range buttons {
		if buttons[place].lamp != noLamp {
			places = append(places, place)
		}
	}
	return places
}

// lampAt finds the place of the button that a lamp belongs to.
func lampAt(id string) (int, error) {
	place, err := buttonAt(id)
	if err != nil || buttons[place].lamp == noLamp {
		return 0, csta.OperationFault(csta.OperationErrorsInvalidLampID, "the telephone has no lamp %q", id)
	}
	return place, nil
}

// What the buttons do. A line key takes the line's call: one that rings is
// answered, one that is held is retrieved, and on a free line one dials. The
// call that is connected meanwhile on the other line is held.
func pressLine(p *phone, place int) []csta.Message {
	l, active := &p.lines[place], p.active()
	switch {
	case l.call == "":
		return p.holding(active, p.dialTone())
	case l.rings():
		return p.holding(active, &csta.AnswerCall{CallToBeAnswered: p.connection(l)})
	case l.state == csta.LocalConnectionStateHold && active != nil:
		return []csta.Message{&csta.AlternateCall{HeldCall: p.connection(l), ActiveCall: p.connection(active)}}
	case l.state == csta.LocalConnectionStateHold:
		return []csta.Message{&csta.RetrieveCall{CallToBeRetrieved: p.connection(l)}}
	default:
		return nil // the user speaks on it already
	}
}

// holding puts HoldCall before a request where a call is connected.
func (p *phone) holding(active *phoneLine, m csta.Message) []csta.Message {
	if active == nil || active.state != csta.LocalConnectionStateConnected {
		return []csta.Message{m}
	}
	return []csta.Message{&csta.HoldCall{CallToBeHeld: p.connection(active)}, m}
}

// dialTone is a call whose digits are still to be dialled.
func (p *phone) dialTone() csta.Message {
	return &csta.MakeCall{
		CallingDevice: csta.Device(p.device), CalledDirectoryNumber: csta.Device(";"), AutoOriginate: csta.AutoOriginateDoNotPrompt,
	}
}

// pressHold holds the call that is connected; where none is, it retrieves the
// older one that is held.
func pressHold(p *phone, _ int) []csta.Message {
	if l := p.active(); l != nil {
		return []csta.Message{&csta.HoldCall{CallToBeHeld: p.connection(l)}}
	}
	if l := p.first(func(l *phoneLine) bool { return l.state == csta.LocalConnectionStateHold }); l != nil {
		return []csta.Message{&csta.RetrieveCall{CallToBeRetrieved: p.connection(l)}}
	}
	return nil
}

// pressRelease ends the call that the user is in; where he is in none, it
// declines one that rings.
func pressRelease(p *phone, _ int) []csta.Message {
	l := p.active()
	if l == nil {
		l = p.first((*phoneLine).rings)
	}
	if l == nil {
		return nil
	}
	return []csta.Message{&csta.ClearConnection{ConnectionToBeCleared: p.connection(l)}}
}

func pressDisturb(p *phone, _ int) []csta.Message {
	return []csta.Message{&csta.SetDoNotDisturb{Device: csta.Device(p.device), DoNotDisturbOn: p.features.doNotDisturb == nil}}
}

// pressMessage calls whoever has a message for the user, where that is known.
func pressMessage(p *phone, _ int) []csta.Message {
	if m := p.features.message; m != nil {
		return p.call(m.DeviceForMessage)
	}
	return nil
}

// pressKey calls the number of a speed-dial key, where it has one.
func pressKey(id string) func(p *phone, place int) []csta.Message {
	return func(p *phone, _ int) []csta.Message {
		if m := p.features.keys[id]; m != nil {
			return p.call(m.ButtonAssociatedNumber)
		}
		return nil
	}
}

// call calls a number, or dials it where the user is dialling. The call that is
// connected meanwhile is held, as for a consultation.
func (p *phone) call(number csta.DeviceID) []csta.Message {
	l := p.active()
	switch {
	case number.IsZero():
		return nil
	case l == nil:
		return []csta.Message{&csta.MakeCall{
			CallingDevice: csta.Device(p.device), CalledDirectoryNumber: number, AutoOriginate: csta.AutoOriginateDoNotPrompt,
		}}
	case l.state == csta.LocalConnectionStateConnected:
		return []csta.Message{&csta.ConsultationCall{ExistingCall: p.connection(l), ConsultedDevice: number}}
	case l.dialling:
		return []csta.Message{&csta.DialDigits{DiallingConnection: p.connection(l), DiallingSequence: number}}
	default:
		return nil
	}
}

// lift gives the requests that going off hook stands for: a call that rings is
// answered, otherwise one is begun whose digits are to be dialled.
func (p *phone) lift() []csta.Message {
	if p.active() != nil {
		return nil // it is off hook
	}
	if l := p.first((*phoneLine).rings); l != nil {
		return []csta.Message{&csta.AnswerCall{CallToBeAnswered: p.connection(l)}}
	}
	return []csta.Message{p.dialTone()}
}

// hangUp gives the requests that going on hook stands for: the call that the
// user is in ends for him.
func (p *phone) hangUp() []csta.Message {
	if l := p.active(); l != nil {
		return []csta.Message{&csta.ClearConnection{ConnectionToBeCleared: p.connection(l)}}
	}
	return nil
}
