package pbx

import (
	"strings"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// A telephone of this switch has, besides handset and bell (see
// services_physical.go), a body as a soft phone shows it (ECMA-269 clause 21):
//
//   - one hookswitch, "1". It is off hook while the user is connected in a call
//     or dials one; with calls that only ring or are held it is on hook.
//   - one display, "1", of two rows of forty characters.
//   - ten buttons, "1" to "10", see buttons, and eight lamps. A lamp has the
//     name of the button that it belongs to.
//
// The two line keys are the rows of a list of calls: line 1 is the older call
// of the telephone, line 2 the newer one. When the older one ends, the other
// moves up.
//
// What the telephone shows is a function of its calls and settings, appears.
// What an application writes over that, see body, lasts until the telephone
// itself has something else to show in the same place.
const (
	hookswitch = "1"
	display    = "1"

	displayRows    = 2
	displayColumns = 40

	lineKeys = callmodel.MaxCalls
)

// phone is all that a telephone's appearance, and what its buttons do, follow
// from.
type phone struct {
	device   string
	name     string
	lines    [lineKeys]phoneLine
	features *features
}

// phoneLine is a call as the telephone's user sees it.
type phoneLine struct {
	// call is empty where there is none, and so is the rest.
	call  string
	state csta.LocalConnectionState
	// pickedUp tells one who dials, or is about to, from one whose telephone rings
	// for his own call (both are initiated).
	pickedUp bool
	// dialling: digits are still to follow; dialled are those there are.
	dialling bool
	dialled  string
	offered  bool // it does not ring yet
	answered bool // somebody was connected to somebody
	parties  int  // who are connected, or have it on hold
	// other is whom it is with, with his name where he is of this tenant, and
	// the state and cause of his connection where he has one.
	other, otherName string
	otherState       csta.LocalConnectionState
	otherCause       csta.EventCause
}

// phone looks at a telephone.
func (s *Switch) phone(d *record.Device) *phone {
	p := &phone{device: d.ID, name: d.Name, features: s.feature(d.ID)}
	n := 0
	for _, call := range s.model.CallsAt(d.ID) {
		conn, _ := call.Connection(d.ID)
		switch conn.State {
		case csta.LocalConnectionStateInitiated, csta.LocalConnectionStateAlerting, csta.LocalConnectionStateConnected, csta.LocalConnectionStateHold:
			if n < lineKeys {
				p.lines[n] = s.phoneLine(call, &conn)
				n++
			}
		case csta.LocalConnectionStateNull, csta.LocalConnectionStateQueued, csta.LocalConnectionStateFail:
			// Attempts of others to reach the telephone: its user knows nothing of them.
		}
	}
	return p
}

func (s *Switch) phoneLine(call *callmodel.Call, conn *callmodel.Connection) phoneLine {
	other := remoteUser(call, conn.Device)
	l := phoneLine{
		call: call.Call, state: conn.State, offered: conn.Offered, answered: !call.Answered.IsZero(),
		dialling: callmodel.Dialling(call.Called), dialled: strings.TrimSuffix(call.Called, ";"),
		other: strings.TrimSuffix(other, ";"), otherName: s.deviceName(other),
	}
	if state, ok := s.calls[call.Call]; ok {
		l.pickedUp = state.offHook || conn.Answering
	}
	for i := range call.Connections {
		if state := call.Connections[i].State; state == csta.LocalConnectionStateConnected || state == csta.LocalConnectionStateHold {
			l.parties++
		}
	}
	if o, ok := call.Connection(other); ok {
		l.otherState, l.otherCause = o.State, o.Cause
	}
	return l
}

// rings reports whether the telephone rings with the call, were it for one of
// its user's own.
func (l *phoneLine) rings() bool {
	return l.state == csta.LocalConnectionStateAlerting || l.state == csta.LocalConnectionStateInitiated && !l.pickedUp
}

// active reports whether the user listens on the line.
func (l *phoneLine) active() bool {
	return l.state == csta.LocalConnectionStateConnected || l.state == csta.LocalConnectionStateInitiated && l.pickedUp
}

// first gives the first line that is as wanted, nil where none is.
func (p *phone) first(wanted func(*phoneLine) bool) *phoneLine {
	for i := range p.lines {
		if l := &p.lines[i]; l.call != "" && wanted(l) {
			return l
		}
	}
	return nil
}

// active gives the line that the user listens on.
func (p *phone) active() *phoneLine { return p.first((*phoneLine).active) }

// connection names the telephone's connection in a line's call.
func (p *phone) connection(l *phoneLine) csta.ConnectionID { return connectionID(l.call, p.device) }

// look is what can be seen of a telephone.
type look struct {
	offHook bool
	screen  screen
	lamps   [len(buttons)]lampMode
}

// lampMode is how a lamp is lit, by the numbers of ECMA-323's LampMode.
type lampMode uint8

// The modes a lamp can have here.
const (
	lampBrokenFlutter lampMode = iota // the call has failed
	lampFlutter                       // the call rings
	lampOff
	lampSteady // the user is in the call; the feature is on
	lampWink   // the call is held
)

// appears gives what a telephone shows by itself.
func appears(p *phone) look {
	l := look{offHook: p.active() != nil, screen: p.shows()}
	for i := range l.lamps {
		l.lamps[i] = lampOff
	}
	for i := range p.lines {
		l.lamps[i] = p.lines[i].lamp()
	}
	if p.features.doNotDisturb != nil {
		l.lamps[disturbKey] = lampSteady
	}
	if p.features.message != nil {
		l.lamps[messageKey] = lampSteady
	}
	return l
}

// lamp says how the lamp of a line is lit.
func (l *phoneLine) lamp() lampMode {
	switch {
	case l.call == "":
		return lampOff
	case l.rings():
		return lampFlutter
	case l.state == csta.LocalConnectionStateHold:
		return lampWink
	case l.otherState == csta.LocalConnectionStateFail:
		return lampBrokenFlutter
	default:
		return lampSteady
	}
}
