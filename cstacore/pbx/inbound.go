package pbx

import (
	"fmt"

	"github.com/cstahub/cstahub/cstacore/callmodel"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
	"github.com/cstahub/cstahub/cstacore/record"
)

// CallIn has a call come in through the trunk, from somebody outside to one of
// the tenant's numbers or devices; told gets the call's id, or says why there
// is none.
func (t *Tenant) CallIn(from, number string, told func(call string, err error)) bool {
	return t.box.put(command{do: func(sw *Switch) { told(sw.callIn(from, number)) }})
}

// callIn begins a call that comes in.
func (s *Switch) callIn(from, number string) (string, error) {
	calling, ok := Number(from)
	if !ok || s.kindOf(calling) != callmodel.Network {
		return "", fmt.Errorf("%q is no number outside", from)
	}
	called, _ := Number(number)
	device, priority := s.dialledIn(called)
	if device == "" {
		return "", fmt.Errorf("no device has the number %q", number)
	}
	for _, call := range s.model.CallsAt(calling) {
		if _, up := s.model.Call(call.Call); up {
			return "", fmt.Errorf("%q is in a call already", from)
		}
	}
	origin := callmodel.Origin{
		Call: s.ids.Call(), Linkage: s.ids.Linkage(), Calling: calling, Called: called, Direction: record.Inbound,
	}
	effects, err := s.model.Arrive(s.now, origin, callmodel.Data{}, calling, csta.EventCauseNewCall)
	if err != nil {
		return "", err
	}
	s.apply(effects, nil)
	s.calls[origin.Call].priority = priority
	s.bring(&arrival{leg: line.Leg{Call: origin.Call, Device: device}, cause: csta.EventCauseNewCall})
	s.afterwards()
	return origin.Call, nil
}

// dialledIn gives the device that a number from outside leads to, empty where
// there is none.
func (s *Switch) dialledIn(number string) (device string, priority int) {
	for i := range s.numbers {
		if n := &s.numbers[i]; n.Number == number {
			return n.Destination(s.now), n.Priority
		}
	}
	if _, ok := s.devices[number]; ok {
		return number, 0
	}
	return "", 0
}
