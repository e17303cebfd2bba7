package pbx

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx/scenario"
	"github.com/cstahub/cstahub/cstacore/record"
)

// placeOf are the places in the lists that are not called after their message.
var placeOf = map[string]string{
	"CamponCall": "campOnCall", "SingleStepConferenceCall": "singleStepConference", "SingleStepTransferCall": "singleStepTransfer",
	"ChangeSysStatFilter": "changeSystemStatusFilter", "SystemRegisterAbort": "systemStatusRegisterAbort",
	"SystemRegisterCancel": "systemStatusRegisterCancel", "CallBackNonCallRelated": "callBackNonCallRel",
	"CallBackMessageNonCallRelated": "callBackMsgNonCallRel", "CancelCallBackMessage": "cancelCallBackMsg",
	"GetLampInformation": "getLampInfo", "GetAuditoryApparatusInformation": "getAuditoryApparatusInfo",
	"GetHookswitchStatus": "getHookSwitchStatus", "SetHookswitchStatus": "setHookSwitchStatus",
	"TransferedEvent": "transferred", "NetworkReachedEvent": "netwReached",
}

// place is where a message stands in the lists.
func place(message string) string {
	if p, ok := placeOf[message]; ok {
		return p
	}
	if strings.HasPrefix(message, "GetCSTA") || message == "ReRoute" {
		return strings.ToLower(message[:1]) + message[1:]
	}
	message = strings.TrimSuffix(message, "Event")
	message = strings.Replace(message, "CallerID", "CallerId", 1)
	return strings.ToLower(message[:1]) + message[1:]
}

// ask has a switch carry out one request of an integration, and gives all that
// the session hears.
func ask(sw *Switch, m csta.Message) []csta.Message {
	var heard []csta.Message
	var out strings.Builder
	l := &listener{name: "crm", out: &out, heard: &heard}
	sw.do(scenarioStart, &command{request: &Request{
		Outlet: l, Message: m, Principal: &access.Principal{User: "crm", Tenant: "demo", Control: []string{access.All}},
	}})
	for i := range sw.batch.items {
		sw.batch.items[i].deliver()
	}
	sw.batch.reset()
	return heard
}

// listedBy gives the places that stand in a switch's lists.
func listedBy(t *testing.T, sw *Switch) (services, events map[string]bool) {
	t.Helper()
	var features struct {
		SupportedServices, SupportedEvents map[string]map[string]map[string]bool
	}
	if err := json.Unmarshal(csta.AppendJSON(nil, ask(sw, &csta.GetCSTAFeatures{})[0]), &features); err != nil {
		t.Fatal(err)
	}
	gather := func(lists map[string]map[string]map[string]bool) map[string]bool {
		all := make(map[string]bool)
		for _, list := range lists {
			for name := range list {
				all[name] = true
			}
		}
		return all
	}
	return gather(features.SupportedServices), gather(features.SupportedEvents)
}

func newScenarioSwitch() *Switch {
	return NewSwitch(scenario.Directory(), &scenario.IDs{}, nil, nil)
}

// standard reports whether a message is one of ECMA-323, and not uni-tel's own.
func standard(name string) bool {
	m, ok := csta.New(name)
	return ok && csta.ED6.Knows(m)
}

// TestServicesAreListed: the lists have the services of the standard that
// requests are dispatched by, all of them, and none besides but what the switch
// itself sends.
func TestServicesAreListed(t *testing.T) {
	listed, _ := listedBy(t, newScenarioSwitch())
	want := make(map[string]string)
	for name := range services {
		if standard(name) {
			want[place(name)] = name
		}
	}
	for p, name := range want {
		if !listed[p] {
			t.Errorf("%s is carried out and not listed: it needs a line in the capabilities", name)
		}
	}
	for _, c := range capabilities {
		sent := c.with != c.name
		if m, ok := csta.New(c.name); !ok || sent && csta.SenderOf(m) == csta.SentByClient {
			t.Errorf("%s is no request of the switch", c.name)
		}
		if p := place(c.name); sent && services[c.with] != nil {
			want[p] = c.name
			if !listed[p] {
				t.Errorf("%s is sent and not listed", c.name)
			}
		}
	}
	for p := range listed {
		if want[p] == "" {
			t.Errorf("%s is listed, and there is no such service", p)
		}
	}
}

// TestNothingElseIsListed: a service that is not in the table is not listed, nor
// is what comes with it.
func TestNothingElseIsListed(t *testing.T) {
	all, allEvents := listedBy(t, newScenarioSwitch())
	for name := range services {
		if name == "GetCSTAFeatures" || !standard(name) {
			continue
		}
		sw := newScenarioSwitch()
		sw.services = maps.Clone(services)
		delete(sw.services, name)
		less, lessEvents := listedBy(t, sw)
		gone := make(map[string]bool)
		for _, c := range capabilities {
			gone[place(c.name)] = gone[place(c.name)] || c.with == name
		}
		for p := range all {
			if less[p] == gone[p] {
				t.Errorf("without %s, %s is listed: %v", name, p, less[p])
			}
		}
		for _, c := range eventCapabilities {
			if p := place(c.name); allEvents[p] && lessEvents[p] == (c.with == name) {
				t.Errorf("without %s, %s is listed: %v", name, p, lessEvents[p])
			}
		}
	}
}

// notInScenarios are requests of the switch that no scenario can show: those
// that a door makes of an answer.
var notInScenarios = []string{"SnapshotDeviceData"}

// TestWhatIsSentIsListed: the scenarios show every event and every request of
// the switch that the lists have, and none that they do not have.
func TestWhatIsSentIsListed(t *testing.T) {
	files, err := filepath.Glob("testdata/*.scenario")
	if err != nil {
		t.Fatal(err)
	}
	heard := make(map[string]csta.Kind)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		x := newExchange(t)
		x.play(string(text))
		for _, m := range x.heard {
			if standard(m.Name()) && (m.Kind() == csta.KindEvent || m.Kind() == csta.KindRequest) {
				heard[m.Name()] = m.Kind()
			}
		}
	}
	listed, listedEvents := listedBy(t, newScenarioSwitch())
	for name, kind := range heard {
		if kind == csta.KindEvent && !listedEvents[place(name)] || kind == csta.KindRequest && !listed[place(name)] {
			t.Errorf("%s is sent and not listed: it needs a line in the capabilities", name)
		}
	}
	for _, c := range eventCapabilities {
		if heard[c.name] == 0 && listedEvents[place(c.name)] {
			t.Errorf("%s is listed, and no scenario has it", c.name)
		}
	}
	for _, c := range capabilities {
		if heard[c.name] == 0 && c.with != c.name && listed[place(c.name)] && !slices.Contains(notInScenarios, c.name) {
			t.Errorf("%s is listed, and no scenario has it", c.name)
		}
	}
}

// TestAnswersFit: each answer fits into a TCP message however it is written.
func TestAnswersFit(t *testing.T) {
	for _, m := range []csta.Message{
		&csta.GetCSTAFeatures{}, &csta.GetSwitchingFunctionCaps{},
		&csta.GetLogicalDeviceInformation{Device: csta.Device("206")}, &csta.GetPhysicalDeviceInformation{Device: csta.Device("206")},
	} {
		answer := ask(newScenarioSwitch(), m)[0]
		for _, d := range []*csta.Dialect{csta.ED3, csta.ED6, csta.Unitel} {
			size := len(csta.AppendXML(nil, answer, d))
			t.Logf("%s in %s: %d bytes", answer.Name(), d, size)
			if size > 32<<10 {
				t.Errorf("%s is %d bytes in %s", answer.Name(), size, d)
			}
		}
	}
}

// TestUnreported: the filter of what is never reported has no event that the
// lists have.
func TestUnreported(t *testing.T) {
	sw := newScenarioSwitch()
	device, call := sw.unreported(csta.MonitorTypeDevice), sw.unreported(csta.MonitorTypeCall)
	if device.Callcontrol != csta.CallControlEventsBridged|csta.CallControlEventsNetworkCapabilitiesChanged {
		t.Errorf("call control events not reported: %s", device.Callcontrol)
	}
	if device.LogicalDeviceFeature&csta.LogicalDeviceFeatureEventsCallBack != 0 || call.LogicalDeviceFeature&csta.LogicalDeviceFeatureEventsCallBack == 0 {
		t.Error("CallBack is told to monitors of devices, and not to those of calls")
	}
	if call.Maintenance&csta.DeviceMaintenanceEventsDeviceCapabilityChanged == 0 {
		t.Error("those who follow a call do not hear what its devices can do")
	}
}

// TestSegments: a long list of devices comes in segments, each of which fits
// into a message however it is written.
func TestSegments(t *testing.T) {
	dir := scenario.Directory()
	dir.Devices = nil
	for i := range 2*segmentDevices + 50 {
		dir.Devices = append(dir.Devices, record.Device{ID: fmt.Sprintf("%0*d", maxNumber, i), Tenant: "demo", Kind: record.DeviceRoute})
	}
	heard := ask(NewSwitch(dir, &scenario.IDs{}, nil, nil), &csta.GetSwitchingFunctionDevices{})
	ref := heard[0].(*csta.GetSwitchingFunctionDevicesResponse).ServiceCrossRefID
	if len(heard) != 4 {
		t.Fatalf("%d messages, want the response and three segments", len(heard))
	}
	next := 0
	for i, m := range heard[1:] {
		segment := m.(*csta.SwitchingFunctionDevices)
		if segment.ServiceCrossRefID != ref || segment.SegmentID.Or(0) != int64(i+1) || segment.LastSegment != (i == 2) {
			t.Errorf("segment %d: %+v", i, segment)
		}
		for _, d := range segment.DeviceList {
			if d.DeviceID.Value != dir.Devices[next].ID {
				t.Fatalf("device %d is %s", next, d.DeviceID.Value)
			}
			next++
		}
		sizes := map[string]int{"JSON": len(csta.AppendJSON(nil, m))}
		for _, d := range []*csta.Dialect{csta.ED3, csta.ED6, csta.Unitel} {
			sizes[d.Name()] = len(csta.AppendXML(nil, m, d))
		}
		for form, size := range sizes {
			if size > 32<<10 {
				t.Errorf("segment %d is %d bytes in %s", i, size, form)
			}
		}
	}
	if next != len(dir.Devices) {
		t.Errorf("%d devices are listed, of %d", next, len(dir.Devices))
	}
}
