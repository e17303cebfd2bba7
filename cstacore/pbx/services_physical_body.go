package pbx

import (
	"strings"
	"unicode/utf8"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// looksAt makes a handler of a service that tells what there is to see of a
// telephone.
func looksAt[M csta.Message](device func(M) csta.DeviceID, describe func(s *Switch, device string, m M) (csta.Message, error)) handler {
	return serves(func(s *Switch, r *Request, m M) {
		station, err := s.station(r, device(m), access.Observe)
		var response csta.Message
		if err == nil {
			response, err = describe(s, station, m)
		}
		if err != nil {
			s.refuse(r, err)
			return
		}
		s.reply(r, response)
	})
}

// getAuditoryApparatus (ECMA-269, Get Auditory Apparatus Information) describes
// the one handset, to which the one hookswitch belongs.
func getAuditoryApparatus(s *Switch, device string, m *csta.GetAuditoryApparatusInformation) (csta.Message, error) {
	item := csta.AuditoryApparatusItem{
		AuditoryApparatus: handset, AuditoryApparatusType: csta.AuditoryApparatusTypeHandset,
		Speaker: csta.SpeakerFeaturesPresent | csta.SpeakerFeaturesVolumeSettable | csta.SpeakerFeaturesVolumeReadable |
			csta.SpeakerFeaturesMuteSettable | csta.SpeakerFeaturesMuteReadable,
		Microphone: csta.MicrophoneFeaturesPresent | csta.MicrophoneFeaturesMuteSettable | csta.MicrophoneFeaturesMuteReadable,
		Hookswitch: csta.HookswitchFeaturesHookswitchSettable, HookswitchID: hookswitch,
	}
	if !s.looks(device).offHook {
		item.Hookswitch |= csta.HookswitchFeaturesHookswitchOnHook
	}
	return &csta.GetAuditoryApparatusInformationResponse{AuditoryApparatusList: []csta.AuditoryApparatusItem{item}}, part(m.AuditorityApparatus, handset)
}

// getHookswitchStatus (ECMA-269, Get Hookswitch Status).
func getHookswitchStatus(s *Switch, device string, m *csta.GetHookswitchStatus) (csta.Message, error) {
	return &csta.GetHookswitchStatusResponse{HookswitchStatusList: []csta.HookswitchStatusItem{
		{Hookswitch: hookswitch, HookswitchOnHook: !s.looks(device).offHook},
	}}, hook(m.Hookswitch)
}

// hook checks that a request means the telephone's one hookswitch.
func hook(named string) error {
	if named != "" && named != hookswitch {
		return csta.OperationFault(csta.OperationErrorsInvalidHookswitchComponent, "the telephone has no hookswitch %q, only %q", named, hookswitch)
	}
	return nil
}

// setHookswitchStatus (ECMA-269, Set Hookswitch Status) lifts the telephone or
// hangs it up, and does what that does: going off hook answers a call that
// rings, and begins one otherwise, which waits for digits; going on hook ends
// the call the user is in, and leaves alone those that are held or ring. It does
// nothing where the telephone is as wanted. It is refused as the service that it
// stands for.
func (s *Switch) setHookswitchStatus(r *Request, m *csta.SetHookswitchStatus) {
	device, err := s.station(r, m.Device, access.Control)
	if err == nil {
		err = hook(m.Hookswitch)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	steps := s.phone(s.devices[device]).lift
	if m.HookswitchOnhook {
		steps = s.phone(s.devices[device]).hangUp
	}
	s.reply(r, &csta.SetHookswitchStatusResponse{})
	s.byHand(r, len(s.batch.items)-1, steps())
}

// byHand carries out the requests that something done at the telephone stands
// for. That has been answered already, at a place in the batch; where one of the
// requests is refused, so is it, and with the first one nothing has happened. A
// call that they make is remembered, see repeated.
func (s *Switch) byHand(r *Request, answer int, steps []csta.Message) {
	for i, m := range steps {
		hand := &hand{}
		step := &Request{Outlet: hand, Principal: r.Principal, Message: m, CrossRefs: r.CrossRefs, Connection: r.Connection}
		from := len(s.batch.items)
		s.serve(step)
		response, err := s.batch.takeReply(from, hand)
		switch {
		case err != nil && i == 0:
			s.batch.items = s.batch.items[:answer]
			s.refuse(r, err)
			return
		case err != nil:
			s.batch.items[answer].response, s.batch.items[answer].err = nil, err
			return
		}
		if made := madeBy(response); made.CallID != "" {
			s.remember(r, callmodel.Origin{Call: made.CallID, Calling: made.DeviceID.Value})
		}
	}
}

// madeBy gives the connection of who made a call, from the answer to his
// request; none where the request made no call.
func madeBy(response csta.Message) csta.ConnectionID {
	switch m := response.(type) {
	case *csta.MakeCallResponse:
		return m.CallingDevice
	case *csta.ConsultationCallResponse:
		return m.InitiatedCall
	default:
		return csta.ConnectionID{}
	}
}

// hand is the outlet of a request that was made at a telephone. Nothing is ever
// delivered to it: see takeReply. It is not empty so that no two are the same.
type hand struct{ _ byte }

func (*hand) Reply(any, csta.Message, error) {}
func (*hand) Notify(string, *Publication)    {}
func (*hand) Ask(csta.Message)               {}
func (*hand) Pass(func())                    {}

// takeReply takes the reply to a request that was made at a telephone out of the
// batch: the response, or the error with which it was refused.
func (b *Batch) takeReply(from int, to *hand) (csta.Message, error) {
	for i := from; i < len(b.items); i++ {
		if b.items[i].outlet == Outlet(to) {
			response, err := b.items[i].response, b.items[i].err
			b.items = append(b.items[:i], b.items[i+1:]...)
			return response, err
		}
	}
	return nil, nil
}

// getDisplay (ECMA-269, Get Display).
func getDisplay(s *Switch, device string, m *csta.GetDisplay) (csta.Message, error) {
	screen := s.looks(device).screen
	return &csta.GetDisplayResponse{DisplayList: []csta.DisplayListItem{{
		DisplayID: display, LogicalRows: displayRows, LogicalColumns: displayColumns,
		PhysicalRows: csta.Some(int64(displayRows)), PhysicalColumns: csta.Some(int64(displayColumns)),
		CharacterSet: csta.CharacterSetUnicode, ContentsOfDisplay: screen.text(),
	}}}, part(m.Display, display)
}

// setDisplay (ECMA-269, Set Display) writes over what the telephone displays,
// until it has something else to display itself. Without an offset the text
// takes the place of everything, and one of blanks gives the display back to the
// telephone; with one, the text takes the place of as many characters, counted
// from 0 row by row.
func (s *Switch) setDisplay(r *Request, m *csta.SetDisplay) {
	device, err := s.station(r, m.Device, access.Control)
	if err == nil {
		err = writable(m)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	b := s.body(device)
	var written screen
	offset, some := m.Offset.Get()
	if some {
		written = b.over(b.base).screen
	}
	written.write(int(offset), m.ContentsOfDisplay)
	b.written = &written
	if !some && written == (screen{}) || written == b.base.screen {
		b.written = nil
	}
	s.bodies.touch(device)
	s.reply(r, &csta.SetDisplayResponse{})
}

// writable checks that a text can be displayed where it is to be.
func writable(m *csta.SetDisplay) error {
	offset := m.Offset.Or(0)
	switch {
	case part(m.Display, display) != nil:
		return part(m.Display, display)
	case m.PhysicalBaseRowNumber.Or(0) != 0 || m.PhysicalBaseColumnNumber.Or(0) != 0:
		return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "the display shows all of its text: its base is row 0, column 0")
	case m.CharacterSet == csta.CharacterSetProprietary:
		return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "the display has no character set of its own, only unicode and ascii")
	case offset < 0 || offset >= displayRows*displayColumns:
		return csta.OperationFault(csta.OperationErrorsValueOutOfRange, "the display has places 0 to %d, not %d", displayRows*displayColumns-1, offset)
	case offset+int64(utf8.RuneCountInString(m.ContentsOfDisplay)) > displayRows*displayColumns:
		return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "%d characters do not fit from place %d on: the display has %d rows of %d",
			utf8.RuneCountInString(m.ContentsOfDisplay), offset, displayRows, displayColumns)
	}
	for _, c := range strings.ToValidUTF8(m.ContentsOfDisplay, "\x00") {
		if !displayable(c) || m.CharacterSet == csta.CharacterSetAscii && c >= utf8.RuneSelf {
			return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "the display cannot show %+q", c)
		}
	}
	return nil
}

// getLampInformation (ECMA-269, Get Lamp Information).
func getLampInformation(s *Switch, device string, m *csta.GetLampInformation) (csta.Message, error) {
	places, err := lampsNamed(m.Lamp)
	response := &csta.GetLampInformationResponse{}
	for _, place := range places {
		b := &buttons[place]
		response.LampList = append(response.LampList, csta.LampItem{
			Lamp: b.id, LampLabel: s.buttonLabel(device, place), Button: b.id, LampColor: csta.Some(b.lamp),
		})
	}
	return response, err
}

// getLampMode (ECMA-269, Get Lamp Mode).
func getLampMode(s *Switch, device string, m *csta.GetLampMode) (csta.Message, error) {
	places, err := lampsNamed(m.Lamp)
	lamps := s.looks(device).lamps
	response := &csta.GetLampModeResponse{}
	for _, place := range places {
		b := &buttons[place]
		response.LampModeList = append(response.LampModeList, csta.LampModeItem{
			Lamp: b.id, LampMode: int64(lamps[place]), LampColor: csta.Some(b.lamp), Button: b.id,
		})
	}
	return response, err
}

// lampsNamed gives the place of a lamp; of all lamps where none is named.
func lampsNamed(id string) ([]int, error) {
	if id != "" {
		place, err := lampAt(id)
		return []int{place}, err
	}
	return lamps(), nil
}

// setLampMode (ECMA-269, Set Lamp Mode) lights a lamp, until the telephone has
// something else to show with it: the lamps of speed-dial keys, which it never
// uses, stay so until the switch is started again. Brightness and colour are the
// lamp's own.
func (s *Switch) setLampMode(r *Request, m *csta.SetLampMode) {
	device, err := s.station(r, m.Device, access.Control)
	place := 0
	if err == nil {
		place, err = lampAt(m.Lamp)
	}
	if err == nil && (m.LampMode < 0 || m.LampMode > int64(lampWink)) {
		err = csta.OperationFault(csta.OperationErrorsInvalidLampMode, "a lamp has modes 0 to %d, not %d", lampWink, m.LampMode)
	}
	if err != nil {
		s.refuse(r, err)
		return
	}
	b := s.body(device)
	if mode := lampMode(m.LampMode); mode != b.base.lamps[place] {
		if b.lit == nil {
			b.lit = make(map[int]lampMode)
		}
		b.lit[place] = mode
	} else {
		delete(b.lit, place)
	}
	s.bodies.touch(device)
	s.reply(r, &csta.SetLampModeResponse{})
}
