package pbx

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// screen is what a telephone displays, row by row. Zero characters are blank.
type screen [displayRows * displayColumns]rune

// text gives the rows one after the other, each but the last with blanks up to
// its full length.
func (s *screen) text() string {
	var b strings.Builder
	for _, c := range s {
		if c == 0 {
			c = ' '
		}
		b.WriteRune(c)
	}
	return strings.TrimRight(b.String(), " ")
}

// write puts text on the screen from an offset on. What does not fit is left
// out, and so is what cannot be displayed.
func (s *screen) write(offset int, text string) {
	for _, c := range text {
		if offset >= len(s) {
			return
		}
		if c == ' ' || !displayable(c) {
			c = 0
		}
		s[offset] = c
		offset++
	}
}

// writeRow is write for one row.
func (s *screen) writeRow(row int, text string) {
	if r := []rune(text); len(r) > displayColumns {
		text = string(r[:displayColumns])
	}
	s.write(row*displayColumns, text)
}

// displayable reports whether a character takes one place on the display.
func displayable(c rune) bool { return unicode.IsPrint(c) && !unicode.Is(unicode.M, c) }

// shows gives what a telephone displays by itself: each line in its row; in the
// first row of an idle telephone whose it is, and in the second one, unless a
// call needs it, which features are on.
func (p *phone) shows() (s screen) {
	s.writeRow(0, named(p.device, p.name))
	s.writeRow(1, p.marks())
	for i := range p.lines {
		if l := &p.lines[i]; l.call != "" {
			clear(s[i*displayColumns : (i+1)*displayColumns])
			s.writeRow(i, l.text())
		}
	}
	return s
}

// marks says which features are on that keep calls away, and whether a message
// waits.
func (p *phone) marks() string {
	var marks []string
	if p.features.doNotDisturb != nil {
		marks = append(marks, "DND")
	}
	for _, t := range []csta.ForwardingType{
		csta.ForwardingTypeForwardImmediate, csta.ForwardingTypeForwardImmInt, csta.ForwardingTypeForwardImmExt,
	} {
		if m, ok := p.features.forwarding[t]; ok {
			marks = append(marks, "FWD "+m.ForwardDN.Value)
			break
		}
	}
	if p.features.message != nil {
		marks = append(marks, "MSG")
	}
	return strings.Join(marks, " ")
}

// text says in a row what a line's call is doing.
func (l *phoneLine) text() string {
	who := named(l.other, l.otherName)
	switch l.state {
	case csta.LocalConnectionStateInitiated:
		return l.initiatedText(who)
	case csta.LocalConnectionStateAlerting:
		if l.offered {
			return "Offered " + who
		}
		return "Call from " + who
	case csta.LocalConnectionStateHold:
		return "Held " + who
	default:
		return l.connectedText(who)
	}
}

func (l *phoneLine) initiatedText(who string) string {
	switch {
	case !l.pickedUp && l.dialled == "":
		return "Pick up to dial"
	case !l.pickedUp:
		return "Pick up to call " + who
	case l.dialling:
		return strings.TrimSpace("Dial " + l.dialled)
	default:
		return "Calling " + who
	}
}

func (l *phoneLine) connectedText(who string) string {
	switch {
	case l.otherState == csta.LocalConnectionStateFail && l.otherCause == csta.EventCauseBusy:
		return "Busy " + who
	case l.otherState == csta.LocalConnectionStateFail:
		return "Not reached " + who
	case l.otherState == csta.LocalConnectionStateQueued:
		return "Waiting at " + who
	case !l.answered:
		return "Calling " + who
	case l.parties > 2:
		return fmt.Sprintf("Conference of %d", l.parties)
	default:
		return "Connected " + who
	}
}

// named puts a number and a name together.
func named(number, name string) string {
	if number == "" {
		number = "unknown"
	}
	return strings.TrimSpace(number + " " + name)
}
