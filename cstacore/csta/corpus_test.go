package csta_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// wireCase is a message and the bytes it has on each wire, indented for
// reading. An empty document is not tried. The names in oneWay are encodings
// that do not carry all of the message: it is written so, but reads back with
// less.
type wireCase struct {
	name                   string
	message                csta.Message
	ed6, ed3, unitel, json string
	oneWay                 string
}

var (
	aliceCall = csta.ConnectionID{CallID: "c-1", DeviceID: csta.Device("200")}
	alice     = csta.Identified(csta.Device("200"))
	bob       = csta.Identified(csta.Device("201"))
	linkage   = &csta.CallLinkageData{GlobalCallData: csta.GlobalCallData{
		GlobalCallLinkageID: csta.GlobalCallLinkageID{GloballyUniqueCallLinkageID: "g-1"},
	}}
	request42 = csta.Base{Private: &csta.PrivateData{RequestID: "42"}}
	half      = time.Date(2026, 4, 30, 13, 23, 23, 500e6, time.UTC)
)

var corpus = []wireCase{
	{
		name: "login with credentials and versions",
		message: &csta.StartApplicationSession{
			ApplicationInfo: csta.ApplicationInfo{
				ApplicationID: "crm",
				ApplicationSpecificInfo: csta.Foreign{
					{Name: "SessionLoginInfo", Children: csta.Foreign{{Name: "userName", Text: "alice@demo"}, {Name: "password", Text: " s<e&c "}}},
				},
			},
			RequestedProtocolVersions: []string{"v1", "v2"},
			RequestedSessionDuration:  csta.Some(int64(120)),
		},
		ed6: `<StartApplicationSession xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">
			<applicationInfo>
				<applicationID>crm</applicationID>
				<applicationSpecificInfo>
					<SessionLoginInfo><userName>alice@demo</userName><password> s&lt;e&amp;c </password></SessionLoginInfo>
				</applicationSpecificInfo>
			</applicationInfo>
			<requestedProtocolVersions><protocolVersion>v1</protocolVersion><protocolVersion>v2</protocolVersion></requestedProtocolVersions>
			<requestedSessionDuration>120</requestedSessionDuration>
		</StartApplicationSession>`,
		json: `{"applicationInfo":{"applicationId":"crm","applicationSpecificInfo":{"SessionLoginInfo":{"userName":"alice@demo","password":" s<e&c "}}},
			"requestedProtocolVersions":{"protocolVersion":["v1","v2"]},"requestedSessionDuration":120}`,
	},
	{
		name: "login accepted, an earlier session resumed",
		message: &csta.StartApplicationSessionPosResponse{
			Base:      csta.Base{Private: &csta.PrivateData{RequestID: "42", Epoch: "e1", Offset: csta.Some(uint64(7)), Recovered: csta.Some(true)}},
			SessionID: "s-1", ActualProtocolVersion: "v1", ActualSessionDuration: 120,
		},
		ed6: `<StartApplicationSessionPosResponse xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">
			<sessionID>s-1</sessionID><actualProtocolVersion>v1</actualProtocolVersion><actualSessionDuration>120</actualSessionDuration>
			<extensions><privateData><private>
				<requestID>42</requestID><epoch>e1</epoch><offset>7</offset><recovered>true</recovered>
			</private></privateData></extensions>
		</StartApplicationSessionPosResponse>`,
		unitel: `<StartApplicationSessionPosResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<sessionID>s-1</sessionID><actualProtocolVersion>v1</actualProtocolVersion><actualSessionDuration>120</actualSessionDuration>
			<privateData><requestID>42</requestID><epoch>e1</epoch><offset>7</offset><recovered>true</recovered></privateData>
		</StartApplicationSessionPosResponse>`,
		json: `{"sessionId":"s-1","actualProtocolVersion":"v1","actualSessionDuration":120,
			"privateData":{"requestId":"42","epoch":"e1","offset":7,"recovered":true}}`,
	},
	{
		name: "login refused",
		message: &csta.StartApplicationSessionNegResponse{ErrorCode: csta.StartApplicationSessionErrorCode{
			DefinedError: csta.StartApplicationSessionErrorInvalidApplicationInfo,
		}},
		ed6: `<StartApplicationSessionNegResponse xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">
			<errorCode><definedError>invalidApplicationInfo</definedError></errorCode></StartApplicationSessionNegResponse>`,
		unitel: `<StartApplicationSessionNegResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<errorCode><definedError>invalidApplicationInfo</definedError></errorCode></StartApplicationSessionNegResponse>`,
		json: `{"errorCode":{"definedError":"invalidApplicationInfo"}}`,
	},
	{
		name: "session ended by the server",
		message: &csta.ApplicationSessionTerminated{
			SessionID: "s-1", SessionTermReason: csta.SessionTermReason{ServerTermReason: "a new session took over"},
		},
		ed6: `<ApplicationSessionTerminated xmlns="http://www.ecma-international.org/standards/ecma-354/appl_session">
			<sessionID>s-1</sessionID><sessionTermReason><serverTermReason>a new session took over</serverTermReason></sessionTermReason>
			</ApplicationSessionTerminated>`,
		unitel: `<ApplicationSessionTerminated><sessionID>s-1</sessionID>
			<sessionTermReason><serverTermReason>a new session took over</serverTermReason></sessionTermReason></ApplicationSessionTerminated>`,
		json: `{"sessionId":"s-1","sessionTermReason":{"serverTermReason":"a new session took over"}}`,
	},
	{
		name: "monitor with filter and snapshot",
		message: &csta.MonitorStart{
			Base:          csta.Base{Private: &csta.PrivateData{RequestID: "42", Snapshot: csta.Some(true)}},
			MonitorObject: csta.CSTAObject{DeviceObject: csta.Device("200")},
			RequestedMonitorFilter: &csta.MonitorFilter{
				Callcontrol: csta.CallControlEventsOriginated | csta.CallControlEventsServiceInitiated,
			},
			MonitorType: csta.MonitorTypeDevice,
		},
		ed3: `<MonitorStart xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3">
			<monitorObject><deviceObject>200</deviceObject></monitorObject>
			<requestedMonitorFilter><callcontrol><originated>true</originated><serviceInitiated>true</serviceInitiated></callcontrol></requestedMonitorFilter>
			<monitorType>device</monitorType>
			<extensions><privateData><private><requestID>42</requestID><snapshot>true</snapshot></private></privateData></extensions>
		</MonitorStart>`,
		unitel: `<MonitorStart>
			<monitorObject><deviceObject>200</deviceObject></monitorObject>
			<requestedMonitorFilter><callcontrol><originated>true</originated><serviceInitiated>true</serviceInitiated></callcontrol></requestedMonitorFilter>
			<monitorType>device</monitorType>
			<privateData><requestID>42</requestID><snapshot>true</snapshot></privateData>
		</MonitorStart>`,
		json: `{"monitorObject":{"deviceObject":"200"},"requestedMonitorFilter":{"callcontrol":{"originated":true,"serviceInitiated":true}},
			"monitorType":"device","privateData":{"requestId":"42","snapshot":true}}`,
	},
	{
		name: "snapshot of two calls",
		message: &csta.SnapshotDeviceResponse{CrossRefIDOrSnapshotData: csta.CrossRefIDOrSnapshotDeviceData{
			SnapshotData: &csta.SnapshotDeviceDataList{SnapshotDeviceResponseInfo: []csta.SnapshotDeviceResponseInfo{
				{
					ConnectionIdentifier: aliceCall,
					LocalCallState: csta.CallState{CompoundCallState: &csta.CompoundCallState{LocalConnectionState: []csta.LocalConnectionState{
						csta.LocalConnectionStateHold, csta.LocalConnectionStateConnected,
					}}},
				},
				{
					ConnectionIdentifier: csta.ConnectionID{CallID: "c-2", DeviceID: csta.Device("200")},
					LocalCallState:       csta.CallState{SimpleCallState: csta.SimpleCallStateCallReceived},
				},
			}},
		}},
		ed6: `<SnapshotDeviceResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6"><crossRefIDorSnapshotData><snapshotData>
			<snapshotDeviceResponseInfo>
				<connectionIdentifier><callID>c-1</callID><deviceID>200</deviceID></connectionIdentifier>
				<localCallState><compoundCallState>
					<localConnectionState>hold</localConnectionState><localConnectionState>connected</localConnectionState>
				</compoundCallState></localCallState>
			</snapshotDeviceResponseInfo>
			<snapshotDeviceResponseInfo>
				<connectionIdentifier><callID>c-2</callID><deviceID>200</deviceID></connectionIdentifier>
				<localCallState><simpleCallState>callReceived</simpleCallState></localCallState>
			</snapshotDeviceResponseInfo>
		</snapshotData></crossRefIDorSnapshotData></SnapshotDeviceResponse>`,
		json: `{"crossRefIdorSnapshotData":{"snapshotData":{"snapshotDeviceResponseInfo":[
			{"connectionIdentifier":{"callId":"c-1","deviceId":"200"},"localCallState":{"compoundCallState":{"localConnectionState":["hold","connected"]}}},
			{"connectionIdentifier":{"callId":"c-2","deviceId":"200"},"localCallState":{"simpleCallState":"callReceived"}}]}}}`,
	},
	{
		name: "call with attributes, account code and correlator data",
		message: &csta.MakeCall{
			CallingDevice: csta.Device("200"),
			CalledDirectoryNumber: csta.DeviceID{Value: "+4522334455", Attributes: &csta.DeviceIDAttributes{
				TypeOfNumber: csta.TypeOfNumberExplicitPublicInternational, MediaClass: csta.MediaClassVoice | csta.MediaClassIM,
				PrivateNumber: csta.Some(true),
			}},
			AccountCode:    []byte{0x0A, 0xFF},
			CorrelatorData: &csta.CorrelatorData{String: []byte("x")},
			Reason:         csta.EventCauseCallBack,
		},
		ed6: `<MakeCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<callingDevice>200</callingDevice>
			<calledDirectoryNumber typeOfNumber="explicitPublic:international" mediaClass="voice im" privateNumber="true">+4522334455</calledDirectoryNumber>
			<accountCode>0AFF</accountCode>
			<correlatorData><string>78</string></correlatorData>
			<reason>callBack</reason>
		</MakeCall>`,
		ed3: `<MakeCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3">
			<callingDevice>200</callingDevice>
			<calledDirectoryNumber typeOfNumber="explicitPublic:international" mediaClass="voice im">+4522334455</calledDirectoryNumber>
			<accountCode>0AFF</accountCode>
			<correlatorData><string>78</string></correlatorData>
		</MakeCall>`,
		json: `{"callingDevice":"200","calledDirectoryNumber":{"value":"+4522334455","typeOfNumber":"explicitPublic:international",
			"mediaClass":["voice","im"],"privateNumber":true},"accountCode":"0AFF","correlatorData":{"string":"78"},"reason":"callBack"}`,
		oneWay: "ed3",
	},
	{
		name: "call made",
		message: &csta.MakeCallResponse{
			Base: request42, CallingDevice: aliceCall, CallLinkageData: linkage,
		},
		ed6: `<MakeCallResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<callingDevice><callID>c-1</callID><deviceID>200</deviceID></callingDevice>
			<callLinkageData><globalCallData><globalCallLinkageID><globallyUniqueCallLinkageID>g-1</globallyUniqueCallLinkageID></globalCallLinkageID></globalCallData></callLinkageData>
			<extensions><privateData><private><requestID>42</requestID></private></privateData></extensions>
		</MakeCallResponse>`,
		ed3: `<MakeCallResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3">
			<callingDevice><callID>c-1</callID><deviceID>200</deviceID></callingDevice>
			<extensions><privateData><private><requestID>42</requestID></private></privateData></extensions>
		</MakeCallResponse>`,
		unitel: `<MakeCallResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<privateData><requestID>42</requestID></privateData>
			<callingDevice><callID>c-1</callID><deviceID>200</deviceID></callingDevice>
			<callLinkageData><globalCallData><globalCallLinkageId>g-1</globalCallLinkageId></globalCallData></callLinkageData>
		</MakeCallResponse>`,
		json: `{"callingDevice":{"callId":"c-1","deviceId":"200"},
			"callLinkageData":{"globalCallData":{"globalCallLinkageId":{"globallyUniqueCallLinkageId":"g-1"}}},"privateData":{"requestId":"42"}}`,
		oneWay: "ed3",
	},
	{
		name:    "answer, uni-tel's response names the connection",
		message: &csta.AnswerCallResponse{Base: request42, AnsweredConnection: &aliceCall},
		ed6: `<AnswerCallResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<extensions><privateData><private><requestID>42</requestID></private></privateData></extensions></AnswerCallResponse>`,
		unitel: `<AnswerCallResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<answeredConnection><callID>c-1</callID><deviceID>200</deviceID></answeredConnection>
			<privateData><requestID>42</requestID></privateData></AnswerCallResponse>`,
		json:   `{"privateData":{"requestId":"42"}}`,
		oneWay: "ed6 json",
	},
	{
		name:    "a response that says nothing",
		message: &csta.HoldCallResponse{},
		ed6:     `<HoldCallResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6"/>`,
		unitel:  `<HoldCallResponse xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6"/>`,
		json:    `{}`,
	},
	{
		name:    "hold with reservation",
		message: &csta.HoldCall{CallToBeHeld: aliceCall, ConnectionReservation: csta.Some(false)},
		ed6: `<HoldCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<callToBeHeld><callID>c-1</callID><deviceID>200</deviceID></callToBeHeld><connectionReservation>false</connectionReservation></HoldCall>`,
		json: `{"callToBeHeld":{"callId":"c-1","deviceId":"200"},"connectionReservation":false}`,
	},
	{
		name:    "error",
		message: csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q", "999").Message(),
		ed6:     `<CSTAErrorCode xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6"><operation>invalidDeviceID</operation></CSTAErrorCode>`,
		unitel: `<CSTAErrorCode xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6"><operation>invalidDeviceID</operation>
			<privateData><detail>no device "999"</detail></privateData></CSTAErrorCode>`,
		json:   `{"operation":"invalidDeviceID","privateData":{"detail":"no device \"999\""}}`,
		oneWay: "ed6",
	},
	{
		name: "error of the category privateData, beside private data",
		message: &csta.CSTAErrorCode{
			Base: request42, Code: csta.UniversalFailure{PrivateData: csta.PrivateDataInfoErrorsCSTAPrivateDataInfoError},
		},
		unitel: `<CSTAErrorCode xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6"><privateData>cSTAPrivateDataInfoError</privateData>
			<privateData><requestID>42</requestID></privateData></CSTAErrorCode>`,
		json:   `{"privateData":"cSTAPrivateDataInfoError"}`,
		oneWay: "json",
	},
	{
		name: "an error word that earlier editions lack",
		message: &csta.CSTAErrorCode{Code: csta.UniversalFailure{
			SystemResourceAvailibility: csta.SystemResourceAvailabilityErrorsMaxDevicesExceeded,
		}},
		ed6:    `<CSTAErrorCode xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6"><systemResourceAvailibility>maxDevicesExceeded</systemResourceAvailibility></CSTAErrorCode>`,
		ed3:    `<CSTAErrorCode xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"><systemResourceAvailibility>conferenceMemberLimitExceeded</systemResourceAvailibility></CSTAErrorCode>`,
		oneWay: "ed3",
	},
}

// compact takes out the line breaks and tabs that indent a case.
func compact(doc string) string {
	return strings.TrimSpace(regexp.MustCompile(`\n\t*`).ReplaceAllString(doc, ""))
}

func TestCorpus(t *testing.T) {
	for _, c := range append(corpus, eventCorpus...) {
		t.Run(c.name, func(t *testing.T) {
			for _, d := range []*csta.Dialect{csta.ED6, csta.ED3, csta.Unitel} {
				doc := compact(map[*csta.Dialect]string{csta.ED6: c.ed6, csta.ED3: c.ed3, csta.Unitel: c.unitel}[d])
				if doc == "" {
					continue
				}
				if got := string(csta.AppendXML(nil, c.message, d)); got != doc {
					t.Errorf("written in %s:\n got %s\nwant %s", d, got, doc)
				}
				if strings.Contains(c.oneWay, d.Name()) {
					continue
				}
				got, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{Dialect: d})
				c.check(t, d.Name(), got, err)
			}
			body := compact(c.json)
			if body == "" {
				return
			}
			if got := string(csta.AppendJSON(nil, c.message)); got != body {
				t.Errorf("written in JSON:\n got %s\nwant %s", got, body)
			}
			if !strings.Contains(c.oneWay, "json") {
				got, err := csta.DecodeJSON(c.message.Name(), []byte(body))
				c.check(t, "JSON", got, err)
			}
		})
	}
}

func (c *wireCase) check(t *testing.T, encoding string, got csta.Message, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("read from %s: %v", encoding, err)
	} else if !reflect.DeepEqual(got, c.message) {
		t.Errorf("read from %s:\n got %s\nwant %s", encoding, csta.AppendJSON(nil, got), csta.AppendJSON(nil, c.message))
	}
}
