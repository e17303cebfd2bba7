package csta_test

import (
	"reflect"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// All of these are the same call, in the ways that products write it.
func TestXMLIsReadHoweverItIsWritten(t *testing.T) {
	want := &csta.MakeCall{
		Base:                  csta.Base{Private: &csta.PrivateData{RequestID: "4&2"}},
		CallingDevice:         csta.Device("200"),
		CalledDirectoryNumber: csta.Device("22334455"),
		AutoOriginate:         csta.AutoOriginateDoNotPrompt,
	}
	const (
		fields  = `<callingDevice>200</callingDevice><calledDirectoryNumber>22334455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>`
		private = `<privateData><requestID>4&amp;2</requestID></privateData>`
	)
	for name, doc := range map[string]string{
		"bare":                    `<MakeCall>` + fields + private + `</MakeCall>`,
		"private data first":      `<MakeCall>` + private + fields + `</MakeCall>`,
		"other order":             `<MakeCall>` + private + `<autoOriginate>doNotPrompt</autoOriginate><calledDirectoryNumber>22334455</calledDirectoryNumber><callingDevice>200</callingDevice></MakeCall>`,
		"extensions":              `<MakeCall>` + fields + `<extensions>` + private + `</extensions></MakeCall>`,
		"extensions, private":     `<MakeCall>` + fields + `<extensions><privateData><private><requestID>4&amp;2</requestID></private></privateData></extensions></MakeCall>`,
		"default namespace":       `<MakeCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed5">` + fields + private + `</MakeCall>`,
		"prefixes, undeclared":    `<c:MakeCall><c:callingDevice>200</c:callingDevice><x:calledDirectoryNumber>22334455</x:calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>` + private + `</c:MakeCall>`,
		"declaration, utf-16":     `<?xml version="1.0" encoding="utf-16"?>` + "\r\n" + `<MakeCall>` + fields + private + `</MakeCall>`,
		"byte order mark":         "\xef\xbb\xbf" + `<MakeCall>` + fields + private + `</MakeCall>` + "\n\n",
		"single quotes":           `<MakeCall xmlns='urn:x' a = '<1>'.>`, // replaced below
		"attributes everywhere":   `<MakeCall a='"1&amp;2"' b = "3" ><callingDevice x="y">200</callingDevice ><calledDirectoryNumber typeOfNumber="dialingNumber" bitRate='constant' privateName="false">22334455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>` + private + `</MakeCall>`,
		"unknown elements":        `<MakeCall><new><deep>&lt;<callingDevice>1</callingDevice></deep></new>` + fields + `<empty/>` + private + `</MakeCall>`,
		"white space":             "<MakeCall>\n\t<callingDevice>\r\n 200 \t</callingDevice> <calledDirectoryNumber>22334455\n</calledDirectoryNumber><autoOriginate> doNotPrompt </autoOriginate>" + private + "\n</MakeCall>\n",
		"comments and PIs":        `<!-- a --><?pi b?><MakeCall><!-- <c> --><callingDevice>2<!-- - -->00</callingDevice><?pi?><calledDirectoryNumber>22<?x?>334455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>` + private + `</MakeCall><!-- end -->`,
		"CDATA":                   `<MakeCall><callingDevice><![CDATA[200]]></callingDevice><calledDirectoryNumber>22<![CDATA[334]]>455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate><privateData><requestID><![CDATA[4&2]]></requestID></privateData></MakeCall>`,
		"character numbers":       `<MakeCall><callingDevice>&#50;&#x30;0</callingDevice><calledDirectoryNumber>2&#x0032;334455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate><privateData><requestID>4&#38;2</requestID></privateData></MakeCall>`,
		"a device in an element":  `<MakeCall><callingDevice><deviceID>200</deviceID></callingDevice><calledDirectoryNumber>22334455</calledDirectoryNumber><autoOriginate>doNotPrompt</autoOriginate>` + private + `</MakeCall>`,
		"root in small letters":   `<makecall>` + fields + private + `</makecall>`,
		"the last one counts":     `<MakeCall><callingDevice>1</callingDevice>` + fields + private + `</MakeCall>`,
		"empty optional elements": `<MakeCall><accountCode/><reason></reason><mediaSessionInfo/>` + fields + private + `</MakeCall>`,
	} {
		t.Run(name, func(t *testing.T) {
			if name == "single quotes" {
				doc = `<?xml version='1.0'?><MakeCall xmlns='urn:x' a='&lt;1>'>` + fields + private + `</MakeCall>`
			}
			got, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("got %s, %v", show(got), err)
			}
		})
	}
}

func show(m csta.Message) string {
	if m == nil {
		return "nothing"
	}
	return m.Name() + string(csta.AppendJSON(nil, m))
}

// What the unitel dialect writes differently is understood in every dialect.
func TestUnitelIsUnderstoodEverywhere(t *testing.T) {
	doc := []byte(`<SnapShotDeviceResponse><serviceCrossRefID>u-1</serviceCrossRefID>
		<snapshotData><snapshotDeviceResponseInfo /></snapshotData></SnapShotDeviceResponse>`)
	for _, d := range []*csta.Dialect{nil, csta.ED3, csta.ED6, csta.Unitel} {
		m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: d})
		if err != nil {
			t.Fatalf("%v: %v", d, err)
		}
		data := m.(*csta.SnapshotDeviceResponse).CrossRefIDOrSnapshotData
		if data.ServiceCrossRefID != "u-1" || data.SnapshotData == nil || len(data.SnapshotData.SnapshotDeviceResponseInfo) != 0 {
			t.Errorf("%v: %s", d, show(m))
		}
	}
	doc = []byte(`<ConnectionClearedEvent><monitorCrossRefID>m</monitorCrossRefID><droppedConnection><callID>c</callID></droppedConnection>
		<releasingDevice><deviceIdentifier>2</deviceIdentifier></releasingDevice><localConnectionInfo>held</localConnectionInfo><cause>Normal Clearing</cause>
		<callLinkageData><globalCallData><globalCallLinkageId> g </globalCallLinkageId></globalCallData></callLinkageData></ConnectionClearedEvent>`)
	m, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED6})
	if err != nil {
		t.Fatal(err)
	}
	event := m.(*csta.ConnectionClearedEvent)
	if event.Cause != csta.EventCauseNormalClearing || event.LocalConnectionInfo != csta.LocalConnectionStateHold ||
		event.CallLinkageData.GlobalCallData.GlobalCallLinkageID.GloballyUniqueCallLinkageID != "g" {
		t.Error(show(m))
	}
}

// All of these are the same call, in the ways that programs write JSON.
func TestJSONIsReadHoweverItIsWritten(t *testing.T) {
	want := &csta.MakeCall{
		Base:                  csta.Base{Private: &csta.PrivateData{RequestID: "42"}},
		CallingDevice:         csta.Device("200"),
		CalledDirectoryNumber: csta.Device("22334455"),
		AutoOriginate:         csta.AutoOriginateDoNotPrompt,
		CallCharacteristics:   csta.CallCharacteristicsPriorityCall,
		CallingConnectionInfo: &csta.ConnectionInformation{NumberOfChannels: csta.Some(int64(2))},
	}
	const rest = `,"callCharacteristics":{"priorityCall":true},"callingConnectionInfo":{"numberOfChannels":2}`
	const private = `,"privateData":{"requestId":"42"}}`
	for name, body := range map[string]string{
		"plain":              `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"` + rest + private,
		"other order, space": " {\n\"privateData\" :\t{ \"requestId\" : \"42\" } ,\r\n\"autoOriginate\":\"doNotPrompt\",\"calledDirectoryNumber\":\"22334455\",\"callingDevice\":\"200\"" + rest + "}\n",
		"other case":         `{"CALLINGDEVICE":"200","CalledDirectoryNumber":"22334455","autooriginate":"doNotPrompt"` + rest + `,"privatedata":{"requestID":"42"}}`,
		"prefixes":           `{"csta:callingDevice":"200","a:b:calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"` + rest + private,
		"escapes":            `{"calling\u0044evice":"\u0032\u00300","calledDirectoryNumber":"22334455","autoOriginate":"doNot\u0050rompt"` + rest + private,
		"device objects":     `{"callingDevice":{"value":"200"},"calledDirectoryNumber":{"typeOfNumber":"dialingNumber","value":22334455,"privateName":false},"autoOriginate":"doNotPrompt"` + rest + private,
		"numbers as devices": `{"callingDevice":200,"calledDirectoryNumber":22334455,"autoOriginate":"doNotPrompt"` + rest + `,"privateData":{"requestId":42}}`,
		"strings as values":  `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt","callCharacteristics":{"priorityCall":"true","acdCall":"0"},"callingConnectionInfo":{"numberOfChannels":"2"}` + private,
		"other numbers":      `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt","callCharacteristics":{"priorityCall":1},"callingConnectionInfo":{"numberOfChannels":0.2e1}` + private,
		"null is absent":     `{"accountCode":null,"callingDevice":"200","userData":null,"calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"` + rest + `,"security":null` + private,
		"unknown members":    `{"x":[1,{"y":[[],"]}"]},null,true,-1.5e+3],"callingDevice":"200","calledDirectoryNumber":"22334455","z":{"a":{}},"autoOriginate":"doNotPrompt"` + rest + private,
		"extensions":         `{"callingDevice":"200","calledDirectoryNumber":"22334455","autoOriginate":"doNotPrompt"` + rest + `,"extensions":{"privateData":{"private":{"requestID":"42"}}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			for _, root := range []string{"MakeCall", "makecall", "MAKECALL"} {
				got, err := csta.DecodeJSON(root, []byte(body))
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("got %s, %v", show(got), err)
				}
			}
		})
	}
}

// A single value is taken where an array belongs, and a message without fields
// needs no body.
func TestJSONTakesSingleValuesAndEmptyBodies(t *testing.T) {
	m, err := csta.DecodeJSON("SnapShotDeviceResponse", []byte(`{"crossRefIDorSnapshotData":{"snapshotData":{"snapshotDeviceResponseInfo":
		{"connectionIdentifier":{"deviceID":"200","callID":"c"},"localCallState":{"compoundCallState":{"localConnectionState":"alerting"}}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	calls := m.(*csta.SnapshotDeviceResponse).CrossRefIDOrSnapshotData.SnapshotData.SnapshotDeviceResponseInfo
	if len(calls) != 1 || calls[0].ConnectionIdentifier.CallID != "c" ||
		!reflect.DeepEqual(calls[0].LocalCallState.CompoundCallState.LocalConnectionState, []csta.LocalConnectionState{csta.LocalConnectionStateAlerting}) {
		t.Error(show(m))
	}
	for _, versions := range []string{`{"protocolVersion":["a","b"]}`, `["a","b"]`, `{"x":1,"protocolVersion":["a","b"],"y":[]}`} {
		m, err := csta.DecodeJSON("StartApplicationSession", []byte(`{"requestedProtocolVersions":`+versions+`,"requestedSessionDuration":1}`))
		if err != nil {
			t.Fatal(err)
		}
		if login := m.(*csta.StartApplicationSession); len(login.RequestedProtocolVersions) != 2 || login.RequestedSessionDuration.Or(0) != 1 {
			t.Error(show(m))
		}
	}
	m, err = csta.DecodeJSON("SnapshotDeviceResponse", []byte(`{"crossRefIdorSnapshotData":{"snapshotData":{"snapshotDeviceResponseInfo":[
		{"connectionIdentifier":{"callId":"c"},"localCallState":{"unknown":{}},"mediaServiceInfoList":[{"mediaStreamId":"1"},{"mediaStreamId":"2"}]}]}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if infos := m.(*csta.SnapshotDeviceResponse).CrossRefIDOrSnapshotData.SnapshotData.SnapshotDeviceResponseInfo; len(infos[0].MediaServiceInfoList) != 2 {
		t.Error(show(m))
	}
	for _, body := range []string{"", " ", "null", " null ", "{}"} {
		if m, err := csta.DecodeJSON("StopApplicationSession", []byte(body)); err != nil {
			t.Errorf("%q: %s, %v", body, show(m), err)
		}
	}
}

// What is mandatory is each dialect's own affair.
func TestMandatoryFieldsAreJudgedByDialect(t *testing.T) {
	held := []byte(`<HeldEvent><monitorCrossRefID>m</monitorCrossRefID><heldConnection><callID>c</callID></heldConnection>
		<holdingDevice><deviceIdentifier>2</deviceIdentifier></holdingDevice></HeldEvent>`)
	login := []byte(`<StartApplicationSession><applicationInfo/><requestedSessionDuration>120</requestedSessionDuration></StartApplicationSession>`)
	anyLength := []byte(`<StartApplicationSession><applicationInfo/></StartApplicationSession>`)
	joins := []byte(`<SingleStepConferenceCall><activeCall><callID>c</callID></activeCall><deviceToJoin>2</deviceToJoin></SingleStepConferenceCall>`)
	join := []byte(`<JoinCall><activeCall><callID>c</callID></activeCall><joiningDevice>2</joiningDevice></JoinCall>`)
	joinNobody := []byte(`<JoinCall><activeCall><callID>c</callID></activeCall></JoinCall>`)
	for _, c := range []struct {
		doc     []byte
		dialect *csta.Dialect
		path    string
	}{
		{anyLength, csta.Unitel, ""},
		{anyLength, nil, ""},
		{anyLength, csta.ED6, "StartApplicationSession/requestedProtocolVersions"},
		{joins, csta.ED3, ""},
		{joins, csta.ED6, ""},
		{join, csta.ED3, ""},
		{join, csta.ED6, ""},
		{joinNobody, csta.ED6, "JoinCall/joiningDevice"},
		{held, csta.Unitel, ""},
		{held, nil, ""},
		{held, csta.ED3, "HeldEvent/cause"},
		{login, csta.Unitel, ""},
		{login, nil, ""},
		{login, csta.ED6, "StartApplicationSession/requestedProtocolVersions"},
	} {
		_, err := csta.DecodeXML(c.doc, csta.XMLOptions{Dialect: c.dialect})
		if refusedPath(err) != c.path {
			t.Errorf("%v: %v, want %q", c.dialect, err, c.path)
		}
	}
	if _, err := csta.DecodeJSON("StartApplicationSession", []byte(`{}`)); err != nil {
		t.Errorf("JSON: %v", err)
	}
}
