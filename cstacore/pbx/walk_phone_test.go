package pbx

import (
	"fmt"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// What a walk does with the bodies of telephones.
func (w *walk) buttonPress() csta.Message {
	return &csta.ButtonPress{Device: w.telephone(), Button: fmt.Sprint(1 + w.r.IntN(len(buttons)+1))}
}

func (w *walk) setHookswitchStatus() csta.Message {
	return &csta.SetHookswitchStatus{Device: w.telephone(), Hookswitch: hookswitch, HookswitchOnhook: w.r.IntN(3) > 0}
}

func (w *walk) setButtonInformation() csta.Message {
	m := &csta.SetButtonInformation{Device: w.telephone(), Button: fmt.Sprint(7 + w.r.IntN(4))}
	if w.r.IntN(4) > 0 {
		m.ButtonAssociatedNumber = w.number()
	}
	if w.r.IntN(4) > 0 {
		m.ButtonLabel = fmt.Sprint("Key ", w.r.IntN(1000))
	}
	return m
}

func (w *walk) setDisplay() csta.Message {
	m := &csta.SetDisplay{Device: w.telephone(), ContentsOfDisplay: []string{" ", "Lunch", "Back at 14:00"}[w.r.IntN(3)]}
	if w.r.IntN(2) == 0 {
		m.Offset = csta.Some(int64(w.r.IntN(100) - 10))
	}
	return m
}

func (w *walk) setLampMode() csta.Message {
	return &csta.SetLampMode{Device: w.telephone(), Lamp: fmt.Sprint(1 + w.r.IntN(len(buttons))), LampMode: int64(w.r.IntN(6))}
}

func (w *walk) setMessageWaiting() csta.Message {
	return &csta.SetMessageWaitingIndicator{Device: w.telephone(), MessageWaitingOn: w.r.IntN(2) == 0, DeviceForMessage: w.number()}
}

// checkBodies: what telephones show is what was told of them, and what is
// remembered of them is of use to somebody.
func (w *walk) checkBodies() {
	w.t.Helper()
	if len(w.sw.bodies.touched) != 0 {
		w.t.Fatalf("%d telephones may have changed, and nobody was told", len(w.sw.bodies.touched))
	}
	for device, b := range w.sw.bodies.known {
		if base := appears(w.sw.phone(w.sw.devices[device])); b.base != base {
			w.t.Fatalf("telephone %s shows %+v, and is believed to show %+v", device, base, b.base)
		}
		if b.told != w.sw.looks(device) {
			w.t.Fatalf("telephone %s shows %+v, and told was %+v", device, w.sw.looks(device), b.told)
		}
	}
	for _, o := range w.observers {
		if o.seen != w.sw.looks(o.device) {
			w.t.Fatalf("telephone %s shows %+v, and by its events %+v", o.device, w.sw.looks(o.device), o.seen)
		}
	}
}

// sees takes up what an event tells of the telephone's look, and reports
// whether it does. It must tell something new.
func (o *observer) sees(e csta.Event) bool {
	was := o.seen
	switch e := e.(type) {
	case *csta.HookswitchEvent:
		o.seen.offHook = !e.HookswitchOnHook
	case *csta.LampModeEvent:
		place, err := lampAt(e.Lamp)
		if err != nil {
			o.t.Fatal(err)
		}
		o.seen.lamps[place] = lampMode(e.LampMode)
	case *csta.DisplayUpdatedEvent:
		o.seen.screen = screen{}
		o.seen.screen.write(0, e.ContentsOfDisplay)
	case *csta.ButtonPressEvent, *csta.ButtonInformationEvent:
		return true
	default:
		return false
	}
	if o.seen == was {
		o.t.Fatalf("telephone %s: %s tells nothing new: %+v", o.device, e.EventName(), e)
	}
	return true
}
