package pbx

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// The parts of a soft phone, as the physical device services name them. It has
// one of each.
const (
	handset = "1" // its auditory apparatus: microphone and speaker
	bell    = "1" // its ringer
	// loudest is the highest volume; fullVolume that of a telephone nobody has
	// changed.
	loudest, fullVolume = 100, 100
)

// part checks that a request means the telephone's one apparatus or ringer.
func part(named, is string) error {
	if named != "" && named != is {
		return csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "the telephone has no part %q, only %q", named, is)
	}
	return nil
}

// setMicrophoneMute (ECMA-269, Set Microphone Mute).
func setMicrophoneMute(s *Switch, device string, m *csta.SetMicrophoneMute) (*change, error) {
	return &change{
		name: "microphone", response: &csta.SetMicrophoneMuteResponse{}, physical: csta.PhysicalDeviceFeatureEventsMicrophoneMute,
		event: &csta.MicrophoneMuteEvent{
			EventHead: csta.EventHead{Time: s.now}, InvokingDevice: extended(device), AuditoryApparatus: handset, MicrophoneMuteOn: m.MicrophoneMuteOn,
		},
	}, part(m.AuditoryApparatus, handset)
}

func getMicrophoneMute(f *features) csta.Message {
	return &csta.GetMicrophoneMuteResponse{MicrophoneMuteList: []csta.MicrophoneMuteItem{{AuditoryApparatus: handset, MicrophoneMuteOn: f.microphone != nil}}}
}

// setSpeakerMute (ECMA-269, Set Speaker Mute).
func setSpeakerMute(s *Switch, device string, m *csta.SetSpeakerMute) (*change, error) {
	return &change{
		name: "speaker", response: &csta.SetSpeakerMuteResponse{}, physical: csta.PhysicalDeviceFeatureEventsSpeakerMute,
		event: &csta.SpeakerMuteEvent{
			EventHead: csta.EventHead{Time: s.now}, InvokingDevice: extended(device), AuditoryApparatus: handset, SpeakerMuteOn: m.SpeakerMuteOn,
		},
	}, part(m.AuditoryApparatus, handset)
}

func getSpeakerMute(f *features) csta.Message {
	return &csta.GetSpeakerMuteResponse{SpeakerMuteList: []csta.SpeakerMuteItem{{AuditoryApparatus: handset, SpeakerMuteOn: f.speaker != nil}}}
}

// setSpeakerVolume (ECMA-269, Set Speaker Volume): absolute, 0 to 100.
func setSpeakerVolume(s *Switch, device string, m *csta.SetSpeakerVolume) (*change, error) {
	absolute, ok := m.SpeakerVolume.VolAbs.Get()
	if !ok || absolute < 0 || absolute > loudest {
		return nil, csta.OperationFault(csta.OperationErrorsInvalidParameterValue, "want an absolute volume from 0 to %d", loudest)
	}
	return &change{
		name: "volume", response: &csta.SetSpeakerVolumeResponse{}, physical: csta.PhysicalDeviceFeatureEventsSpeakerVolume,
		event: &csta.SpeakerVolumeEvent{
			EventHead: csta.EventHead{Time: s.now}, InvokingDevice: extended(device), AuditoryApparatus: handset, SpeakerVolume: m.SpeakerVolume,
		},
	}, part(m.AuditoryApparatus, handset)
}

func getSpeakerVolume(f *features) csta.Message {
	volume := csta.Some[int64](fullVolume)
	if f.volume != nil {
		volume = f.volume.SpeakerVolume.VolAbs
	}
	return &csta.GetSpeakerVolumeResponse{SpeakerVolumeList: []csta.SpeakerVolumeItem{{AuditoryApparatus: handset, SpeakerVolAbs: volume}}}
}

// setRingerStatus (ECMA-269, Set Ringer Status).
func setRingerStatus(s *Switch, device string, m *csta.SetRingerStatus) (*change, error) {
	return &change{
		name: "ringer", response: &csta.SetRingerStatusResponse{}, physical: csta.PhysicalDeviceFeatureEventsRingerStatus,
		event: &csta.RingerStatusEvent{
			EventHead: csta.EventHead{Time: s.now}, Device: extended(device), Ringer: bell, RingMode: m.RingMode, RingPattern: m.RingPattern, RingVolume: m.RingVolume,
		},
	}, part(m.Ringer, bell)
}

func getRingerStatus(f *features) csta.Message {
	item := csta.RingerStatusItem{Ringer: bell}
	if m := f.ringer; m != nil {
		item.RingMode, item.RingPattern = m.RingMode, m.RingPattern
		if m.RingVolume != nil {
			item.RingVolAbs = m.RingVolume.VolAbs
		}
	}
	return &csta.GetRingerStatusResponse{RingerStatusList: []csta.RingerStatusItem{item}}
}
