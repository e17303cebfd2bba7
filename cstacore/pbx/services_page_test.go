package pbx

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

const servicesPage = "../../api/reference/call-services.md"

// TestServicesPage holds the page about call services against what the switch
// does. It is written with -update, like the scenarios.
func TestServicesPage(t *testing.T) {
	want := writeServicesPage(t)
	if *update {
		if err := os.WriteFile(servicesPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(servicesPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the switch does; run: go test ./cstacore/pbx -run ServicesPage -update", servicesPage)
	}
}

// situation is a state in which device 200 can be, and how it gets there.
type situation struct {
	text  string
	steps []string
	// call is the call that services are tried on, other the device's other one.
	call, other string
	// device is 200, or where there is none the one that waits.
	device string
}

var (
	out             = `crm MakeCall {"callingDevice":"200","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`
	in              = `crm MakeCall {"callingDevice":"201","calledDirectoryNumber":"200","autoOriginate":"doNotPrompt"}`
	answered        = `crm AnswerCall {"callToBeAnswered":{"callId":"c1","deviceId":"201"}}`
	consultation202 = `crm ConsultationCall {"existingCall":{"callId":"c1","deviceId":"200"},"consultedDevice":"202"}`
)

var situations = []situation{
	{"null: there is no call", nil, "c1", "", "200"},
	{"initiated: prompted to pick up for a call of its own", []string{`crm MakeCall {"callingDevice":"200","calledDirectoryNumber":"201"}`}, "c1", "", "200"},
	{"initiated: picked up, and still dialling", []string{`crm MakeCall {"callingDevice":"200","calledDirectoryNumber":";","autoOriginate":"doNotPrompt"}`}, "c1", "", "200"},
	{"alerting: offered, and not ringing yet", []string{`crm MakeCall {"callingDevice":"201","calledDirectoryNumber":"206","autoOriginate":"doNotPrompt"}`}, "c1", "", "206"},
	{"alerting: 201 calls", []string{in}, "c1", "", "200"},
	{"connected: 201 rings", []string{out}, "c1", "", "200"},
	{"connected: 201 is busy", []string{
		`crm MakeCall {"callingDevice":"202","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`,
		`crm AnswerCall {"callToBeAnswered":{"callId":"c1","deviceId":"201"}}`,
		`crm MakeCall {"callingDevice":"203","calledDirectoryNumber":"201","autoOriginate":"doNotPrompt"}`, out,
	}, "c3", "", "200"},
	{"connected: in conversation with 201", []string{out, answered}, "c1", "", "200"},
	{"connected: in conversation with a party outside", []string{`crm MakeCall {"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"}`, "wait 3s"}, "c1", "", "200"},
	{"connected: 202, consulted, rings, and 201 is held", []string{out, answered, consultation202}, "c2", "c1", "200"},
	{"connected: in conversation with 202, and 201 is held", []string{out, answered, consultation202, `crm AnswerCall {"callToBeAnswered":{"callId":"c2","deviceId":"202"}}`}, "c2", "c1", "200"},
	{"hold: of 201", []string{out, answered, `crm HoldCall {"callToBeHeld":{"callId":"c1","deviceId":"200"}}`}, "c1", "", "200"},
	{"hold: of 201, and in conversation with 202", []string{out, answered, consultation202, `crm AnswerCall {"callToBeAnswered":{"callId":"c2","deviceId":"202"}}`}, "c1", "c2", "200"},
	{"queued: 201 is parked at 490", []string{out, answered, `crm ParkCall {"parking":{"callId":"c1","deviceId":"200"},"parkTo":"490"}`}, "c1", "", "490"},
	{"fail: 200 was busy when 203 called", []string{
		out, answered,
		`crm MakeCall {"callingDevice":"202","calledDirectoryNumber":"200","autoOriginate":"doNotPrompt"}`,
		`crm MakeCall {"callingDevice":"203","calledDirectoryNumber":"200","autoOriginate":"doNotPrompt"}`,
	}, "c3", "", "200"},
}

// attempts make each call service's request about a situation.
var attempts = map[string]func(own, other csta.ConnectionID) csta.Message{
	"AcceptCall": func(own, _ csta.ConnectionID) csta.Message { return &csta.AcceptCall{CallToBeAccepted: own} },
	"AlternateCall": func(own, other csta.ConnectionID) csta.Message {
		return &csta.AlternateCall{HeldCall: other, ActiveCall: own}
	},
	"AnswerCall": func(own, _ csta.ConnectionID) csta.Message { return &csta.AnswerCall{CallToBeAnswered: own} },
	"AssociateData": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.AssociateData{ExistingCall: own, AccountCode: []byte("4711")}
	},
	"CallBack":   func(own, _ csta.ConnectionID) csta.Message { return &csta.CallBack{CallbackConnection: own} },
	"CamponCall": func(own, _ csta.ConnectionID) csta.Message { return &csta.CamponCall{CamponConnection: own} },
	"CancelTelephonyTones": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.CancelTelephonyTones{ConnectionToStopTone: own}
	},
	"ClearCall":       func(own, _ csta.ConnectionID) csta.Message { return &csta.ClearCall{CallToBeCleared: own} },
	"ClearConnection": func(own, _ csta.ConnectionID) csta.Message { return &csta.ClearConnection{ConnectionToBeCleared: own} },
	"ConferenceCall": func(own, other csta.ConnectionID) csta.Message {
		return &csta.ConferenceCall{HeldCall: other, ActiveCall: own}
	},
	"ConsultationCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.ConsultationCall{ExistingCall: own, ConsultedDevice: csta.Device("203")}
	},
	"DeflectCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.DeflectCall{CallToBeDiverted: own, NewDestination: []csta.DeviceID{csta.Device("203")}}
	},
	"DialDigits": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.DialDigits{DiallingConnection: own, DiallingSequence: csta.Device("201")}
	},
	"DirectedPickupCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.DirectedPickupCall{CallToBePickedUp: own, RequestingDevice: csta.Device("203")}
	},
	"GenerateDigits": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.GenerateDigits{ConnectionToSendDigits: own, CharactersToSend: "1"}
	},
	"GenerateTelephonyTones": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.GenerateTelephonyTones{ConnectionToSendTone: own, ToneToSend: csta.TelephonyToneBeep}
	},
	"HoldCall":    func(own, _ csta.ConnectionID) csta.Message { return &csta.HoldCall{CallToBeHeld: own} },
	"IntrudeCall": func(own, _ csta.ConnectionID) csta.Message { return &csta.IntrudeCall{Intrude: own} },
	"JoinCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.JoinCall{ActiveCall: own, JoiningDevice: csta.Device("203"), AutoOriginate: csta.AutoOriginateDoNotPrompt}
	},
	"ParkCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.ParkCall{Parking: own, ParkTo: csta.Device("490")}
	},
	"ReconnectCall": func(own, other csta.ConnectionID) csta.Message {
		return &csta.ReconnectCall{HeldCall: other, ActiveCall: own}
	},
	"RetrieveCall": func(own, _ csta.ConnectionID) csta.Message { return &csta.RetrieveCall{CallToBeRetrieved: own} },
	"SendUserInformation": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.SendUserInformation{ExistingCall: own, UserData: csta.UserData{String: []byte("hello")}}
	},
	"SingleStepConferenceCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.SingleStepConferenceCall{ActiveCall: own, DeviceToJoin: csta.Device("203")}
	},
	"SingleStepTransferCall": func(own, _ csta.ConnectionID) csta.Message {
		return &csta.SingleStepTransferCall{ActiveCall: own, TransferredTo: csta.Device("203")}
	},
	"TransferCall": func(own, other csta.ConnectionID) csta.Message {
		return &csta.TransferCall{HeldCall: other, ActiveCall: own}
	},
}

// notOnConnections are the call services that no connection is named for; the
// scenarios show them.
var notOnConnections = []string{"GroupPickupCall", "MakeCall", "MakePredictiveCall"}

// onTwoCalls are the services that name an active and a held call.
var onTwoCalls = []string{"AlternateCall", "ConferenceCall", "ReconnectCall", "TransferCall"}

func writeServicesPage(t *testing.T) string {
	for name := range services {
		if _, ok := attempts[name]; !ok && strings.HasSuffix(name, "Call") && !slices.Contains(notOnConnections, name) && !strings.HasPrefix(name, "Snapshot") {
			t.Errorf("%s is not on the page", name)
		}
	}
	var b strings.Builder
	b.WriteString("# Call services by connection state\n\n" +
		"Made by a test that has the switch do it; do not edit. Each service is tried on a connection of device 200 (where the " +
		"table says so, of another one) in every state the connection can be in. What happens is told as the monitors of the " +
		"devices hear it: event (cause) device. What is done only later, such as the ringing of a device that was called, is told " +
		"as far as it comes within the same second; the simulated telephones ring at once. Two calls are named where a service takes " +
		"two: the connection itself, and the device's other one.\n\n" +
		"MakeCall, MakePredictiveCall and GroupPickupCall act on devices; the scenarios in `cstacore/pbx/testdata` show them.\n")
	for _, name := range slices.Sorted(maps.Keys(attempts)) {
		fmt.Fprintf(&b, "\n## %s\n\n| connection | what happens |\n|---|---|\n", name)
		for i := range situations {
			fmt.Fprintf(&b, "| %s | %s |\n", situations[i].text, situations[i].try(t, name))
		}
	}
	return b.String()
}

// setUp brings a switch into a situation, and has all telephones monitored.
func (s *situation) setUp(t *testing.T) (x *exchange, notes *notebook, ask func(csta.Message)) {
	x = newExchange(t)
	for _, step := range s.steps {
		x.command(step)
		x.settle()
	}
	notes = &notebook{}
	principal := x.session("crm").principal
	ask = func(m csta.Message) {
		x.box.put(command{request: &Request{Outlet: notes, Principal: principal, Message: m, CrossRefs: NamedApart}})
		x.settle()
	}
	for _, d := range x.sw.deviceList() {
		if d.Kind != record.DeviceQueue {
			ask(&csta.MonitorStart{MonitorObject: csta.CSTAObject{DeviceObject: csta.Device(d.ID)}})
		}
	}
	notes.lines, notes.answer = nil, ""
	return x, notes, ask
}

// try brings a switch into a situation, makes a request, and tells what came
// of it.
func (s *situation) try(t *testing.T, service string) string {
	x, notes, ask := s.setUp(t)
	own := connectionID(s.call, s.device)
	other := own
	if s.other != "" {
		other.CallID = s.other
		call, _ := x.sw.model.Call(s.call)
		if call.State(s.device) == csta.LocalConnectionStateHold && slices.Contains(onTwoCalls, service) {
			own, other = other, own // the request's active call is the other one
		}
	}
	ask(attempts[service](own, other))
	return notes.text()
}

// notebook is a session that notes what it hears in few words.
type notebook struct {
	answer string
	lines  []note
}

// note is an event, with the devices whose monitors heard it.
type note struct {
	text    string
	devices []string
}

func (n *notebook) Reply(_ any, _ csta.Message, err error) {
	if err != nil {
		text, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), "CSTAErrorCode "), ":")
		n.answer = "*" + text + "*"
	}
}

func (n *notebook) Notify(crossRef string, p *Publication) {
	var body struct{ Cause string }
	if err := json.Unmarshal(csta.AppendJSON(nil, p.Event), &body); err != nil {
		n.answer = err.Error()
	}
	text := p.Event.EventName()
	if body.Cause != "" {
		text += " (" + body.Cause + ")"
	}
	for i := range n.lines {
		if n.lines[i].text == text {
			n.lines[i].devices = append(n.lines[i].devices, crossRef)
			return
		}
	}
	n.lines = append(n.lines, note{text, []string{crossRef}})
}

func (n *notebook) Ask(csta.Message) {}

func (n *notebook) Pass(f func()) { f() }

// text tells what was heard; why the request was refused, if it was.
func (n *notebook) text() string {
	if n.answer != "" {
		return n.answer
	}
	if len(n.lines) == 0 {
		return "done; no event"
	}
	parts := make([]string, len(n.lines))
	for i, l := range n.lines {
		parts[i] = l.text + " " + strings.Join(l.devices, " ")
	}
	return strings.Join(parts, "; ")
}
