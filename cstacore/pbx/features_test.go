package pbx

import (
	"log/slog"
	"os"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// TestSettingsOutlive plays scenarios in which features are set, and brings up
// another switch with what the journal kept: it must tell the same settings.
func TestSettingsOutlive(t *testing.T) {
	for _, name := range []string{"do_not_disturb_some", "forward_loop", "forward_no_answer", "auto_answer", "telephone_settings", "phone_keys", "phone_filters"} {
		text, err := os.ReadFile("testdata/" + name + ".scenario")
		if err != nil {
			t.Fatal(err)
		}
		x := newExchange(t)
		x.play(string(text))
		kept := make(map[string]record.FeatureSetting)
		for _, e := range x.entries {
			if f := e.Feature; f != nil {
				kept[f.Device+f.Name] = *f
				if f.Value == "" {
					delete(kept, f.Device+f.Name)
				}
			}
		}
		dir := scenario.Directory()
		for _, f := range kept {
			dir.Features = append(dir.Features, f)
		}
		again := NewSwitch(dir, &scenario.IDs{}, nil, nil)
		again.restore(dir.Features, slog.New(slog.DiscardHandler))
		for _, get := range []func(*features) csta.Message{
			getAutoAnswer, getCallerIDStatus, getDoNotDisturb, getForwarding, getMessageWaiting, getMicrophoneMute, getRingerStatus, getSpeakerMute, getSpeakerVolume,
		} {
			for _, d := range x.sw.deviceList() {
				was, is := csta.AppendJSON(nil, get(x.sw.feature(d.ID))), csta.AppendJSON(nil, get(again.feature(d.ID)))
				if string(was) != string(is) {
					t.Errorf("%s: device %s had %s, has %s", name, d.ID, was, is)
				}
			}
		}
		for _, d := range x.sw.deviceList() {
			was, _ := getButtonInformation(x.sw, d.ID, &csta.GetButtonInformation{})
			is, _ := getButtonInformation(again, d.ID, &csta.GetButtonInformation{})
			if was, is := csta.AppendJSON(nil, was), csta.AppendJSON(nil, is); string(was) != string(is) {
				t.Errorf("%s: device %s had keys %s, has %s", name, d.ID, was, is)
			}
		}
	}
}

// TestCallBackOfNobody: one that was kept for a telephone that is gone is left
// out.
func TestCallBackOfNobody(t *testing.T) {
	x := newExchange(t)
	for _, target := range []string{"201", "999"} {
		if err := x.sw.restoreCallBack("200", `{"target":"`+target+`","service":"CallBack"}`); err != nil {
			t.Fatal(err)
		}
	}
	if x.sw.callBacks.find("200", "201") == nil || x.sw.callBacks.find("200", "999") != nil {
		t.Errorf("call backs of 200: %v", x.sw.callBacks.at("200"))
	}
}
