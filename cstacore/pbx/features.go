package pbx

import (
	"encoding/json"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// ringCycle is how long a telephone takes for one ring, where a feature counts
// rings.
const ringCycle = 5 * time.Second

// features are what the users of one device have set, each as the request that
// set it. Nil means the default.
type features struct {
	doNotDisturb *csta.SetDoNotDisturb
	forwarding   map[csta.ForwardingType]*csta.SetForwarding
	autoAnswer   *csta.SetAutoAnswer
	callerID     *csta.SetCallerIDStatus
	message      *csta.SetMessageWaitingIndicator
	microphone   *csta.SetMicrophoneMute
	speaker      *csta.SetSpeakerMute
	volume       *csta.SetSpeakerVolume
	ringer       *csta.SetRingerStatus
	profile      *csta.SetCallProfile
	keys         map[string]*csta.SetButtonInformation // by button
	// lastDialled is the number that was called last. It is not kept.
	lastDialled string
}

// settings are the names that features are kept under, and the requests that
// set them. What follows a slash in a name is a variety of the feature.
var settings = map[string]string{
	"doNotDisturb":   "SetDoNotDisturb",
	"forwarding":     "SetForwarding",
	"autoAnswer":     "SetAutoAnswer",
	"callerID":       "SetCallerIDStatus",
	"messageWaiting": "SetMessageWaitingIndicator",
	"microphone":     "SetMicrophoneMute",
	"speaker":        "SetSpeakerMute",
	"volume":         "SetSpeakerVolume",
	"ringer":         "SetRingerStatus",
	"callProfile":    "SetCallProfile",
	buttonSetting:    "SetButtonInformation",
	memberSetting:    "SetQueueMember",
	agentSetting:     "SetAgentState",
}

// ownSettings take up what is kept of a device in forms of our own.
var ownSettings = map[string]func(s *Switch, device, value string) error{
	pausesSetting:   (*Switch).restorePauses,
	callBackSetting: (*Switch).restoreCallBack,
}

// restore takes up the settings that were kept. One that cannot be read is
// left out, and said so.
func (s *Switch) restore(kept []record.FeatureSetting, log *slog.Logger) {
	for i := range kept {
		k := &kept[i]
		if err := s.restoreOne(k); err != nil {
			log.Warn("a feature setting that was kept cannot be read", "tenant", k.Tenant, "device", k.Device, "feature", k.Name, "error", err)
		}
	}
	s.restorePaused()
}

func (s *Switch) restoreOne(k *record.FeatureSetting) error {
	name, _, _ := strings.Cut(k.Name, "/")
	if restore, ok := ownSettings[name]; ok {
		return restore(s, k.Device, k.Value)
	}
	m, err := csta.DecodeJSON(settings[name], []byte(k.Value))
	if err != nil {
		return err
	}
	s.feature(k.Device).set(m)
	s.restoreAgent(m)
	return nil
}

// feature gives the features of a device.
func (s *Switch) feature(device string) *features {
	f, ok := s.features[device]
	if !ok {
		f = &features{}
		s.features[device] = f
	}
	return f
}

// set takes a setting over, and reports whether it is one that differs from
// the default.
func (f *features) set(m csta.Message) bool {
	switch m := m.(type) {
	case *csta.SetDoNotDisturb:
		return keep(&f.doNotDisturb, m, m.DoNotDisturbOn)
	case *csta.SetForwarding:
		if !m.ActivateForward {
			delete(f.forwarding, m.ForwardingType)
			return false
		}
		if f.forwarding == nil {
			f.forwarding = make(map[csta.ForwardingType]*csta.SetForwarding)
		}
		f.forwarding[m.ForwardingType] = m
		return true
	case *csta.SetAutoAnswer:
		return keep(&f.autoAnswer, m, m.AutoAnswerOn)
	case *csta.SetCallerIDStatus:
		return keep(&f.callerID, m, !m.CallerIDProvided)
	case *csta.SetMessageWaitingIndicator:
		return keep(&f.message, m, m.MessageWaitingOn)
	case *csta.SetMicrophoneMute:
		return keep(&f.microphone, m, m.MicrophoneMuteOn)
	case *csta.SetSpeakerMute:
		return keep(&f.speaker, m, m.SpeakerMuteOn)
	case *csta.SetSpeakerVolume:
		return keep(&f.volume, m, true)
	case *csta.SetCallProfile:
		return keep(&f.profile, m, true)
	case *csta.SetButtonInformation:
		return f.setKey(m)
	case *csta.SetRingerStatus:
		return keep(&f.ringer, m, true)
	default:
		return false
	}
}

// keep puts a setting into its place, or the default.
func keep[M any](place **M, m *M, differs bool) bool {
	if !differs {
		m = nil
	}
	*place = m
	return differs
}

// change is a setting that a request asks for, and what is told of it.
type change struct {
	device, name string
	set          csta.Message
	response     csta.Message
	event        csta.Event // nil for what nobody is told of
	logical      csta.LogicalDeviceFeatureEvents
	physical     csta.PhysicalDeviceFeatureEvents
}

// changeFeature carries out a setting: it is written down before the answer
// and the event leave.
func (s *Switch) changeFeature(r *Request, c *change) {
	*c.set.Common() = csta.Base{} // who asked, and with which request id, is no part of it
	value := ""
	if s.feature(c.device).set(c.set) {
		value = string(csta.AppendJSON(nil, c.set))
	}
	s.keepSetting(c.device, c.name, value)
	s.bodies.touch(c.device)
	s.reply(r, c.response)
	s.memberChanged(c.device) // who may be disturbed again takes calls that wait
	if c.event == nil {
		return
	}
	s.tellDevices(c.event, func(f *csta.MonitorFilter) bool {
		return f.LogicalDeviceFeature&c.logical != 0 || f.PhysicalDeviceFeature&c.physical != 0
	}, c.device)
}

// keepSetting has the journal keep a setting; an empty value is the default.
func (s *Switch) keepSetting(device, name, value string) {
	s.batch.entries = append(s.batch.entries, record.Entry{Kind: record.FeatureSet, Feature: &record.FeatureSetting{
		Tenant: s.tenant.ID, Device: device, Name: name, Value: value,
	}})
}

// keepJSON keeps a setting in a form of our own.
func (s *Switch) keepJSON(device, name string, v any) {
	value, err := json.Marshal(v)
	if err != nil {
		panic("pbx: " + err.Error()) // they are made of words, numbers and times
	}
	s.keepSetting(device, name, string(value))
}

// disturbs reports whether a call is one that a device does not want.
func (f *features) disturbs(calling string, internal bool) bool {
	d := f.doNotDisturb
	switch {
	case d == nil:
		return false
	case d.CallOrigination != 0 && d.CallOrigination&origination(internal) == 0:
		return false
	case len(d.CallingDeviceList) > 0:
		return slices.ContainsFunc(d.CallingDeviceList, func(id csta.DeviceID) bool { return id.Value == calling })
	default:
		return true
	}
}

func origination(internal bool) csta.CallOrigination {
	if internal {
		return csta.CallOriginationInternal
	}
	return csta.CallOriginationExternal
}

// forwards gives the forwarding that is set for calls from inside, or outside,
// by the kinds of it that are asked for; nil where there is none.
func (f *features) forwards(all, internally, externally csta.ForwardingType, internal bool) *csta.SetForwarding {
	particular := externally
	if internal {
		particular = internally
	}
	if m, ok := f.forwarding[particular]; ok {
		return m
	}
	return f.forwarding[all]
}

func (f *features) forwardsAtOnce(internal bool) *csta.SetForwarding {
	return f.forwards(csta.ForwardingTypeForwardImmediate, csta.ForwardingTypeForwardImmInt, csta.ForwardingTypeForwardImmExt, internal)
}

func (f *features) forwardsBusy(internal bool) *csta.SetForwarding {
	return f.forwards(csta.ForwardingTypeForwardBusy, csta.ForwardingTypeForwardBusyInt, csta.ForwardingTypeForwardBusyExt, internal)
}

func (f *features) forwardsUnanswered(internal bool) *csta.SetForwarding {
	return f.forwards(csta.ForwardingTypeForwardNoAns, csta.ForwardingTypeForwardNoAnsInt, csta.ForwardingTypeForwardNoAnsExt, internal)
}

func (f *features) forwardsUndisturbed(internal bool) *csta.SetForwarding {
	return f.forwards(csta.ForwardingTypeForwardDND, csta.ForwardingTypeForwardDNDInt, csta.ForwardingTypeForwardDNDExt, internal)
}

// answerTime is how long a device with forwarding is rung before it is taken
// not to answer.
func answerTime(m *csta.SetForwarding) time.Duration {
	switch {
	case m.RingDuration.Or(0) > 0:
		return min(time.Duration(m.RingDuration.Or(0))*time.Second, RingTime)
	case m.RingCount.Or(0) > 0:
		return min(time.Duration(m.RingCount.Or(0))*ringCycle, RingTime)
	default:
		return unansweredTime
	}
}

// unansweredTime is answerTime where nothing else is set.
const unansweredTime = 20 * time.Second
