package pbx

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// permissionsPage is what the matrix is printed to.
const permissionsPage = "../../api/reference/permissions.md"

// A service's try is how it is asked for at a device $D: what must be there
// first, and the request.
type try struct {
	setup []string
	body  string
	// session: the service concerns the session that asks, and no device.
	session bool
}

// The calls that stand at $D when it is tried: c1 with 209, and c2 with 208
// where $D consults.
var (
	ringing    = []string{`crm MakeCall {"callingDevice":"209","calledDirectoryNumber":"$D","autoOriginate":"doNotPrompt"}`}
	connected  = append(slices.Clone(ringing), `crm AnswerCall {"callToBeAnswered":{"callId":"c1","deviceId":"$D"}}`)
	onHold     = append(slices.Clone(connected), `crm HoldCall {"callToBeHeld":{"callId":"c1","deviceId":"$D"}}`)
	consulting = append(slices.Clone(connected),
		`crm ConsultationCall {"existingCall":{"callId":"c1","deviceId":"$D"},"consultedDevice":"208"}`,
		`crm AnswerCall {"callToBeAnswered":{"callId":"c2","deviceId":"208"}}`)
)

// tries has an entry for every service of the switch. A service that is added
// needs one, and with it a row in the page.
var tries = map[string]try{
	"AcceptCall":               {ringing, `{"callToBeAccepted":{"callId":"c1","deviceId":"$D"}}`, false},
	"AlternateCall":            {consulting, `{"heldCall":{"callId":"c1","deviceId":"$D"},"activeCall":{"callId":"c2","deviceId":"$D"}}`, false},
	"AnswerCall":               {ringing, `{"callToBeAnswered":{"callId":"c1","deviceId":"$D"}}`, false},
	"CallBack":                 {connected, `{"callbackConnection":{"callId":"c1","deviceId":"$D"}}`, false},
	"CallBackNonCallRelated":   {nil, `{"originatingDevice":"$D","targetDevice":"207"}`, false},
	"CamponCall":               {connected, `{"camponConnection":{"callId":"c1","deviceId":"$D"}}`, false},
	"CancelCallBack":           {nil, `{"originatingDevice":"$D","targetDevice":"207"}`, false},
	"ClearCall":                {connected, `{"callToBeCleared":{"callId":"c1","deviceId":"$D"}}`, false},
	"ClearConnection":          {connected, `{"connectionToBeCleared":{"callId":"c1","deviceId":"$D"}}`, false},
	"ConferenceCall":           {consulting, `{"heldCall":{"callId":"c1","deviceId":"$D"},"activeCall":{"callId":"c2","deviceId":"$D"}}`, false},
	"ConsultationCall":         {connected, `{"existingCall":{"callId":"c1","deviceId":"$D"},"consultedDevice":"207"}`, false},
	"DeflectCall":              {ringing, `{"callToBeDiverted":{"callId":"c1","deviceId":"$D"},"newDestination":{"device":["207"]}}`, false},
	"DialDigits":               {connected, `{"diallingConnection":{"callId":"c1","deviceId":"$D"},"diallingSequence":"0;"}`, false},
	"DirectedPickupCall":       {ringing, `{"callToBePickedUp":{"callId":"c1","deviceId":"$D"},"requestingDevice":"$own"}`, false},
	"GetCallBack":              {nil, `{"device":"$D"}`, false},
	"GroupPickupCall":          {nil, `{"newDestination":"$D"}`, false},
	"HoldCall":                 {connected, `{"callToBeHeld":{"callId":"c1","deviceId":"$D"}}`, false},
	"IntrudeCall":              {connected, `{"intrude":{"callId":"c1","deviceId":"$D"},"participationType":"active"}`, false},
	"JoinCall":                 {connected, `{"activeCall":{"callId":"c1","deviceId":"$D"},"joiningDevice":"$own","autoOriginate":"doNotPrompt","participationType":"silent"}`, false},
	"MakeCall":                 {nil, `{"callingDevice":"$D","calledDirectoryNumber":"207","autoOriginate":"doNotPrompt"}`, false},
	"MakePredictiveCall":       {nil, `{"callingDevice":"$D","calledDirectoryNumber":"22334455"}`, false},
	"ParkCall":                 {connected, `{"parking":{"callId":"c1","deviceId":"$D"},"parkTo":"490"}`, false},
	"ReconnectCall":            {consulting, `{"heldCall":{"callId":"c1","deviceId":"$D"},"activeCall":{"callId":"c2","deviceId":"$D"}}`, false},
	"RetrieveCall":             {onHold, `{"callToBeRetrieved":{"callId":"c1","deviceId":"$D"}}`, false},
	"SingleStepConferenceCall": {connected, `{"activeCall":{"callId":"c1","deviceId":"$D"},"deviceToJoin":"207","participationType":"active"}`, false},
	"SingleStepTransferCall":   {connected, `{"activeCall":{"callId":"c1","deviceId":"$D"},"transferredTo":"207"}`, false},
	"TransferCall":             {consulting, `{"heldCall":{"callId":"c1","deviceId":"$D"},"activeCall":{"callId":"c2","deviceId":"$D"}}`, false},
	"AssociateData":            {connected, `{"existingCall":{"callId":"c1","deviceId":"$D"},"correlatorData":{"string":"cafe"}}`, false},
	"CancelTelephonyTones":     {connected, `{"connectionToStopTone":{"callId":"c1","deviceId":"$D"}}`, false},
	"GenerateDigits":           {connected, `{"connectionToSendDigits":{"callId":"c1","deviceId":"$D"},"charactersToSend":"12"}`, false},
	"GenerateTelephonyTones":   {connected, `{"connectionToSendTone":{"callId":"c1","deviceId":"$D"},"toneToSend":"beep"}`, false},
	"SendUserInformation":      {connected, `{"existingCall":{"callId":"c1","deviceId":"$D"},"userData":{"string":"beef"}}`, false},
	"MonitorStart":             {nil, `{"monitorObject":{"deviceObject":"$D"}}`, false},
	"SnapshotCall":             {connected, `{"snapshotObject":{"callId":"c1","deviceId":"$D"}}`, false},
	"SnapshotDevice":           {nil, `{"snapshotObject":"$D"}`, false},

	"GetLogicalDeviceInformation":  {nil, `{"device":"$D"}`, false},
	"GetPhysicalDeviceInformation": {nil, `{"device":"$D"}`, false},

	"GetAutoAnswer":              {nil, `{"device":"$D"}`, false},
	"GetCallerIDStatus":          {nil, `{"device":"$D"}`, false},
	"GetDoNotDisturb":            {nil, `{"device":"$D"}`, false},
	"GetForwarding":              {nil, `{"device":"$D"}`, false},
	"GetLastNumberDialed":        {nil, `{"device":"$D"}`, false},
	"GetMessageWaitingIndicator": {nil, `{"device":"$D"}`, false},
	"GetMicrophoneMute":          {nil, `{"device":"$D"}`, false},
	"GetRingerStatus":            {nil, `{"device":"$D"}`, false},
	"GetSpeakerMute":             {nil, `{"device":"$D"}`, false},
	"GetSpeakerVolume":           {nil, `{"device":"$D"}`, false},
	"SetAutoAnswer":              {nil, `{"device":"$D","autoAnswerOn":true}`, false},
	"SetCallerIDStatus":          {nil, `{"device":"$D","callerIDProvided":false}`, false},
	"SetDoNotDisturb":            {nil, `{"device":"$D","doNotDisturbOn":true}`, false},
	"SetForwarding":              {nil, `{"device":"$D","activateForward":true,"forwardDN":"207"}`, false},
	"SetMessageWaitingIndicator": {nil, `{"device":"$D","messageWaitingOn":true}`, false},
	"SetMicrophoneMute":          {nil, `{"device":"$D","auditoryApparatus":"1","microphoneMuteOn":true}`, false},
	"SetRingerStatus":            {nil, `{"device":"$D","ringer":"1","ringMode":"ringing"}`, false},
	"SetSpeakerMute":             {nil, `{"device":"$D","auditoryApparatus":"1","speakerMuteOn":true}`, false},
	"SetSpeakerVolume":           {nil, `{"device":"$D","auditoryApparatus":"1","speakerVolume":{"volAbs":50}}`, false},

	"ButtonPress":                     {nil, `{"device":"$D","button":"1"}`, false},
	"GetAuditoryApparatusInformation": {nil, `{"device":"$D"}`, false},
	"GetButtonInformation":            {nil, `{"device":"$D"}`, false},
	"GetDisplay":                      {nil, `{"device":"$D"}`, false},
	"GetHookswitchStatus":             {nil, `{"device":"$D"}`, false},
	"GetLampInformation":              {nil, `{"device":"$D"}`, false},
	"GetLampMode":                     {nil, `{"device":"$D"}`, false},
	"SetButtonInformation":            {nil, `{"device":"$D","button":"7","buttonAssociatedNumber":"207"}`, false},
	"SetDisplay":                      {nil, `{"device":"$D","contentsOfDisplay":"Lunch"}`, false},
	"SetHookswitchStatus":             {nil, `{"device":"$D","hookswitch":"1","hookswitchOnhook":false}`, false},
	"SetLampMode":                     {nil, `{"device":"$D","lamp":"7","lampMode":3}`, false},

	"GetCallProfile":              {nil, `{"device":"$D"}`, false},
	"SetCallProfile":              {nil, `{"device":"$D","callProfile":{"routeHandling":"None"}}`, false},
	"GetCSTAFeatures":             {nil, `{}`, true},
	"GetSwitchingFunctionCaps":    {nil, `{}`, true},
	"GetSwitchingFunctionDevices": {nil, `{}`, true}, // what the session may observe
	"GetAgentState":               {nil, `{"device":"$D"}`, false},
	"SetAgentState":               {nil, `{"device":"$D","requestedAgentState":"loggedOn"}`, false},
	"SetQueueMember":              {nil, `{"device":"400","agentDN":"$D","activateAgent":true}`, false},
	"GetQueue":                    {nil, `{"device":"400"}`, true}, // of a queue, not of the device
	"GetQueueMember":              {nil, `{"device":"400"}`, true},

	"RouteRegister": {nil, `{"routeingDevice":"$D"}`, false},

	"RouteEnd":            {nil, `{"crossRefIdentifier":"1"}`, true}, // of a dialogue of the session
	"RouteRegisterCancel": {nil, `{"routeRegisterReqId":"1"}`, true},
	"RouteReject":         {nil, `{"crossRefIdentifier":"1"}`, true},
	"RouteSelect":         {nil, `{"crossRefIdentifier":"1","routeSelected":"201"}`, true},

	"ChangeMonitorFilter":  {nil, `{"monitorCrossRefId":"x","requestedFilterList":{}}`, true},
	"GetMonitors":          {nil, `{}`, true},
	"MonitorStop":          {nil, `{"monitorCrossRefId":"x"}`, true},
	"MonitorTrunk":         {nil, `{"monitorObject":{"deviceObject":"1"}}`, true}, // of the trunk, what the session may observe
	"RequestSystemStatus":  {nil, `{}`, true},
	"SystemRegister":       {nil, `{"requestTypes":{"systemStatus":true}}`, true},
	"SystemRegisterCancel": {nil, `{"sysStatRegisterId":"1"}`, true},
	"SystemStatus":         {nil, `{"systemStatus":"normal"}`, true},
}

// tried are the principals whose rights the matrix shows.
var tried = []access.Principal{
	{User: "agent", Tenant: "demo", Role: record.RoleAgent, Device: "200", Observe: []string{"201"}},
	{User: "supervisor", Tenant: "demo", Role: record.RoleSupervisor, Device: "200", Observe: []string{"201"}},
	{User: "operator", Tenant: "demo", Role: record.RoleOperator, Device: "200", Observe: []string{"201"}},
	{User: "integration", Tenant: "demo", Role: record.RoleIntegration, Control: []string{"200"}, Observe: []string{"201"}},
}

// columns are the devices at which everybody is tried: 205 is in no pick-up
// group, and 203 in that of 200.
var columns = []struct{ name, device string }{
	{"own", "200"}, {"observed", "201"}, {"same pick-up group", "203"}, {"another's", "205"}, {"another tenant's", "200"},
}

// TestPermissionMatrix tries every service as everybody at everybody's device,
// and holds the page against what comes of it:
//
//	go test ./cstacore/pbx -run PermissionMatrix -update
func TestPermissionMatrix(t *testing.T) {
	var page strings.Builder
	page.WriteString(permissionsHead)
	for _, service := range slices.Sorted(maps.Keys(services)) {
		how, ok := tries[service]
		if !ok {
			t.Errorf("%s is not tried: add it to tries", service)
			continue
		}
		for i := range tried {
			fmt.Fprintf(&page, "| %s | %s |", service, tried[i].User)
			for _, c := range columns {
				p := tried[i]
				if c.name == "another tenant's" {
					p.Tenant = "acme"
				}
				verdict := attempt(t, service, how, &p, c.device)
				fmt.Fprintf(&page, " %s |", verdict)
				refused := verdict != "yes"
				switch c.name {
				case "another's", "another tenant's":
					// Operators set features for everybody in their tenant.
					runs := c.name == "another's" && p.Role == record.RoleOperator && strings.HasPrefix(service, "Set")
					if !how.session && !refused && !runs {
						t.Errorf("%s: %s may at %s device", service, p.User, c.name)
					}
				case "own":
					program := p.Role == record.RoleIntegration && strings.Contains(service, "Queue") // is a member of no queue
					if refused && !program {
						t.Errorf("%s: %s is refused at his own device: %s", service, p.User, verdict)
					}
				}
			}
			page.WriteString("\n")
		}
	}
	for service := range tries {
		if _, ok := services[service]; !ok {
			t.Errorf("%s is tried and does not exist", service)
		}
	}
	comparePage(t, permissionsPage, page.String())
}

// attempt tells what becomes of a service at a device: "yes", or the error of
// the refusal. That the state is a wrong one for it is no refusal.
func attempt(t *testing.T, service string, how try, p *access.Principal, device string) string {
	t.Helper()
	x := newExchange(t)
	replace := strings.NewReplacer("$D", device, "$own", "200")
	for _, l := range how.setup {
		x.command(replace.Replace(l))
		x.settle()
	}
	m, err := csta.DecodeJSON(service, []byte(replace.Replace(how.body)))
	if err != nil {
		t.Fatalf("%s: %v", service, err)
	}
	got := &verdict{}
	x.box.put(command{request: &Request{Outlet: got, Principal: p, Message: m, CrossRefs: NamedApart}})
	x.settle()
	if !got.answered {
		t.Fatalf("%s: no answer", service)
	}
	fault, refused := errors.AsType[*csta.Fault](got.err)
	if !refused || !fault.Refusal() {
		return "yes"
	}
	code, _, _ := strings.Cut(strings.TrimPrefix(fault.Error(), "CSTAErrorCode operation."), ":")
	return "no, " + strings.TrimPrefix(code, "privilegeViolation")
}

// verdict is a session that remembers the last answer.
type verdict struct {
	answered bool
	err      error
}

func (v *verdict) Reply(_ any, _ csta.Message, err error) { v.answered, v.err = true, err }
func (*verdict) Notify(string, *Publication)              {}
func (*verdict) Ask(csta.Message)                         {}
func (*verdict) Pass(f func())                            { f() }

func comparePage(t *testing.T, file, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s does not say what is so; write it with -update and read it", filepath.Base(file))
	}
}

const permissionsHead = `<!-- Code generated by go test ./cstacore/pbx -run PermissionMatrix -update. DO NOT EDIT. -->

# Who may ask for which service, and where

Every service of the switch, asked for by every role at five devices: one's own (an integration's: one it controls), one
that is observed (a supervisor's: a device of the team), one in the same pick-up group, another's in the tenant, and
another tenant's. "yes" says that the permission check lets it through; "no, SpecifiedDevice" that the request is refused
with operation.privilegeViolationSpecifiedDevice, and so on. A device that another tenant's user names by its own tenant's
name is not found at all (operation.invalidDeviceID): the last column shows that the check would hold even then. Services that concern the session alone, such as GetMonitors, are everybody's.

What REST allows is in [permissions_rest.md](permissions_rest.md); the table of roles in ` + "`cstacore/access/right.go`" + `.

| service | role | own | observed | same pick-up group | another's | another tenant's |
|---|---|---|---|---|---|---|
`
