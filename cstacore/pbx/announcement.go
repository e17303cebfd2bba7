package pbx

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// AnnouncementTime is how long an announcement is.
const AnnouncementTime = 10 * time.Second

// announce connects a call to an announcement, which answers by itself, and
// hangs up when it is over.
func (s *Switch) announce(a *arrival) {
	if !s.apply(s.model.Play(s.now, a.leg.Call, a.leg.Device, csta.EventCauseNormal)) {
		s.arrivalFailed(a, csta.EventCauseResourcesNotAvailable)
		return
	}
	s.startTimer(a.leg, announcementTimer, AnnouncementTime)
}

// announced ends an announcement.
func (s *Switch) announced(device string, call string) {
	if c, ok := s.model.Call(call); ok && c.State(device) == csta.LocalConnectionStateConnected {
		s.apply(s.model.Clear(s.now, call, device, device, csta.EventCauseNormalClearing))
	}
}
