package csta_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

func refusal(err error) *csta.DecodeError {
	refused, _ := errors.AsType[*csta.DecodeError](err)
	return refused
}

func refusedPath(err error) string {
	if refused := refusal(err); refused != nil {
		return refused.Path
	}
	return ""
}

// xmlRefusals are documents that cannot be decoded, and what is said of them.
var xmlRefusals = []struct {
	name, doc string
	problem   csta.Problem
	text      string // of the error, or part of it
}{
	{"empty", "", csta.NotWellFormed, "at byte 0: no element"},
	{"space", " \n", csta.NotWellFormed, "at byte 2: no element"},
	{"text", "MakeCall", csta.NotWellFormed, "at byte 0: text where an element is expected"},
	{"JSON", `{"a":1}`, csta.NotWellFormed, "at byte 0"},
	{"no name", "<>", csta.NotWellFormed, "'<' without an element name"},
	{"a number for a name", "<1a/>", csta.NotWellFormed, "'<' without an element name"},
	{"a prefix for a name", "<a:/>", csta.NotWellFormed, "'<' without an element name"},
	{"tag not closed", "<MakeCall", csta.NotWellFormed, "a tag is not closed"},
	{"element not closed", "<MakeCall><callingDevice>200", csta.NotWellFormed, "the document ends inside <callingDevice>"},
	{"wrong end tag", "<MakeCall><callingDevice>200</calledDevice></MakeCall>", csta.NotWellFormed, "at byte 28: end tag </calledDevice> closes <callingDevice>"},
	{"uni-tel's misprint", "<StartApplicationSession><password>x<password></StartApplicationSession>", csta.NotWellFormed, "closes <password>"},
	{"other prefix at the end", "<a:MakeCall></b:MakeCall>", csta.NotWellFormed, "end tag </b:MakeCall> closes <a:MakeCall>"},
	{"end tag at first", "</MakeCall>", csta.NotWellFormed, "closes nothing"},
	{"end tag not closed", "<MakeCall></MakeCall", csta.NotWellFormed, "an end tag is not closed"},
	{"two roots", "<MonitorStop/><MonitorStop/>", csta.NotWellFormed, "a second root element"},
	{"text behind the root", "<AnswerCallResponse/>x", csta.NotWellFormed, "text after the root element"},
	{"attribute without value", "<MakeCall a/>", csta.NotWellFormed, "name=\"value\""},
	{"attribute without quotes", "<MakeCall a=b/>", csta.NotWellFormed, "name=\"value\""},
	{"attribute not closed", "<MakeCall a=\"b/>", csta.NotWellFormed, "name=\"value\""},
	{"'<' in an attribute", "<MakeCall a=\"<\"/>", csta.NotWellFormed, "name=\"value\""},
	{"stray slash", "<MakeCall / >", csta.NotWellFormed, "'/' inside a tag"},
	{"comment not closed", "<MakeCall><!-- </MakeCall>", csta.NotWellFormed, "a comment is not closed"},
	{"CDATA not closed", "<MakeCall><![CDATA[ </MakeCall>", csta.NotWellFormed, "a CDATA section is not closed"},
	{"unknown declaration", "<MakeCall><!ELEMENT a></MakeCall>", csta.NotWellFormed, "'<' without an element name"},
	{"unknown entity", "<MonitorStop><monitorCrossRefID>&nbsp;</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "at byte 32: '&' without"},
	{"bare ampersand", "<MonitorStop><monitorCrossRefID>a & b</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "at byte 34: '&' without"},
	{"number beyond Unicode", "<MonitorStop><monitorCrossRefID>&#x110000;</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "'&' without"},
	{"number of a forbidden character", "<MonitorStop><monitorCrossRefID>&#0;</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "'&' without"},
	{"forbidden character", "<MonitorStop><monitorCrossRefID>a\x01</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "at byte 33: a character that XML excludes"},
	{"forbidden character in CDATA", "<MonitorStop><monitorCrossRefID><![CDATA[\uFFFE]]></monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "a character that XML excludes"},
	{"not UTF-8", "<MonitorStop><monitorCrossRefID>\xe9</monitorCrossRefID></MonitorStop>", csta.NotWellFormed, "at byte 32: a byte that is not UTF-8"},
	{"UTF-16", "\xff\xfe<\x00M\x00", csta.NotWellFormed, "at byte 0: a byte that is not UTF-8"},
	{"DTD", "<!DOCTYPE MakeCall><MakeCall/>", csta.DTDRefused, "document type declarations are refused at byte 0"},
	{"DTD with entities", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><MakeCall>&b;</MakeCall>`, csta.DTDRefused, "refused at byte 21"},
	{"DTD inside", "<MakeCall><!DOCTYPE a></MakeCall>", csta.DTDRefused, "refused at byte 10"},
	{"too deep", "<MakeCall>" + strings.Repeat("<a>", 100), csta.TooDeep, "more than 64 elements"},
	{"too deep in private data", "<MakeCall><privateData>" + strings.Repeat("<private>", 100), csta.TooDeep, "more than 64 elements"},
	{"too many foreign elements", "<MakeCall><privateData>" + strings.Repeat("<a/>", 9000), csta.TooLarge, "too large: more than 8192 items"},
	{"too many attributes", "<MakeCall><privateData><x" + strings.Repeat(` a=""`, 9000) + "/>", csta.TooLarge, "more than 8192 items"},
	{"too long a list", "<MonitorStartResponse><privateData><snapshotData>" + strings.Repeat("<snapshotDeviceResponseInfo>0</snapshotDeviceResponseInfo>", 9000), csta.TooLarge, "more than 8192 items"},
	{"unknown message", "<GetWeather/>", csta.UnknownMessage, `unknown message "GetWeather"`},
	{"missing", "<MakeCall><callingDevice>200</callingDevice></MakeCall>", csta.MissingField, "mandatory field missing MakeCall/calledDirectoryNumber"},
	{"empty and so missing", "<MakeCall><callingDevice> </callingDevice><calledDirectoryNumber>1</calledDirectoryNumber></MakeCall>", csta.MissingField, "missing MakeCall/callingDevice"},
	{"an empty connection", "<AnswerCall><callToBeAnswered/></AnswerCall>", csta.MissingField, "missing AnswerCall/callToBeAnswered"},
	{"an empty choice", "<MonitorStart><monitorObject><x/></monitorObject></MonitorStart>", csta.MissingField, "missing MonitorStart/monitorObject"},
	{"missing inside", "<MakeCallResponse><callingDevice><callID>1</callID></callingDevice><callLinkageData/></MakeCallResponse>", csta.MissingField, "missing MakeCallResponse/callLinkageData/globalCallData"},
	{"no such word", "<MakeCall><autoOriginate>perhaps</autoOriginate></MakeCall>", csta.BadValue, `bad value MakeCall/autoOriginate: "perhaps"`},
	{"no number", "<ResetApplicationSessionTimer><requestedSessionDuration>2 min</requestedSessionDuration></ResetApplicationSessionTimer>", csta.BadValue, `bad value ResetApplicationSessionTimer/requestedSessionDuration: "2 min"`},
	{"number too large", "<ResetApplicationSessionTimer><requestedSessionDuration>9223372036854775808</requestedSessionDuration></ResetApplicationSessionTimer>", csta.BadValue, "requestedSessionDuration"},
	{"no boolean", "<HoldCall><connectionReservation>yes</connectionReservation></HoldCall>", csta.BadValue, "HoldCall/connectionReservation"},
	{"no flag", "<MonitorStart><requestedMonitorFilter><callcontrol><held>x</held></callcontrol></requestedMonitorFilter></MonitorStart>", csta.BadValue, "MonitorStart/requestedMonitorFilter/callcontrol/held"},
	{"odd hexBinary", "<MakeCall><accountCode>ABC</accountCode></MakeCall>", csta.BadValue, "MakeCall/accountCode"},
	{"bad attribute", `<MakeCall><callingDevice typeOfNumber="x">1</callingDevice></MakeCall>`, csta.BadValue, `bad value MakeCall/callingDevice/@typeOfNumber: "x"`},
	{"bad private data", "<MonitorStart><c:privateData><snapshot>maybe</snapshot></c:privateData></MonitorStart>", csta.BadValue, "MonitorStart/privateData/snapshot"},
}

func TestXMLRefusals(t *testing.T) {
	for _, c := range xmlRefusals {
		t.Run(c.name, func(t *testing.T) {
			m, err := csta.DecodeXML([]byte(c.doc), csta.XMLOptions{})
			refused := refusal(err)
			if m != nil || refused == nil || refused.Problem != c.problem || !strings.Contains(err.Error(), c.text) {
				t.Errorf("got %v, %v\nwant %v: %s", show(m), err, c.problem, c.text)
			}
		})
	}
}

// jsonRefusals are bodies of MakeCall that cannot be decoded.
var jsonRefusals = []struct {
	name, body string
	problem    csta.Problem
	text       string
}{
	{"no body", "", csta.MissingField, "missing MakeCall/callingDevice"},
	{"an array", "[]", csta.BadValue, "bad value MakeCall: an object is expected"},
	{"a string", `"x"`, csta.BadValue, "an object is expected"},
	{"a word", "nil", csta.NotWellFormed, "at byte 0"},
	{"not closed", `{"callingDevice":"200"`, csta.NotWellFormed, "the document ends inside a value"},
	{"string not closed", `{"callingDevice":"200`, csta.NotWellFormed, "a string is not closed"},
	{"key not closed", `{"callingDevice`, csta.NotWellFormed, "a string is not closed"},
	{"no key", `{1:2}`, csta.NotWellFormed, "at byte 1: a key in quotes is expected"},
	{"no colon", `{"callingDevice" "200"}`, csta.NotWellFormed, "':' is expected"},
	{"no comma", `{"callingDevice":"200" "x":1}`, csta.NotWellFormed, "',' is expected"},
	{"comma at the end", `{"callingDevice":"200",}`, csta.NotWellFormed, "a key in quotes is expected"},
	{"no value", `{"callingDevice":}`, csta.NotWellFormed, "a value is expected"},
	{"single quotes", `{'callingDevice':'200'}`, csta.NotWellFormed, "at byte 1"},
	{"control character", "{\"callingDevice\":\"2\n00\"}", csta.NotWellFormed, "a control character in a string"},
	{"control character behind an escape", "{\"callingDevice\":\"\\t\x01\"}", csta.NotWellFormed, "a control character in a string"},
	{"unknown escape", `{"callingDevice":"\x"}`, csta.NotWellFormed, "an unknown escape"},
	{"short escape", `{"callingDevice":"\u12"}`, csta.NotWellFormed, "an unknown escape"},
	{"half an escape", `{"callingDevice":"\`, csta.NotWellFormed, "a string is not closed"},
	{"bad number", `{"callingDevice":01}`, csta.NotWellFormed, "a value is expected"},
	{"bad number, skipped", `{"x":1.}`, csta.NotWellFormed, "a value is expected"},
	{"comment", `{/* */}`, csta.NotWellFormed, "at byte 1"},
	{"text behind", `{} x`, csta.NotWellFormed, "text after the value"},
	{"text behind null", `null,`, csta.NotWellFormed, "text after the value"},
	{"not UTF-8", "{\"callingDevice\":\"\xff\"}", csta.NotWellFormed, "at byte 18: a byte that is not UTF-8"},
	{"too deep", `{"x":` + strings.Repeat("[", 100), csta.TooDeep, "more than 64 values"},
	{"too deep, foreign", `{"correlatorData":{"private":` + strings.Repeat(`{"a":`, 100), csta.TooDeep, "more than 64 values"},
	{"too many foreign elements", `{"userData":{"private":{"a":[` + strings.Repeat("1,", 9000), csta.TooLarge, "more than 8192 items"},
	{"too long a list", `{"privateData":{"snapshotData":{"snapshotDeviceResponseInfo":[` + strings.Repeat("{},", 9000), csta.TooLarge, "more than 8192 items"},
	{"missing", `{"callingDevice":"200"}`, csta.MissingField, "missing MakeCall/calledDirectoryNumber"},
	{"missing inside", `{"callCharacteristics":{},"callingConnectionInfo":{},"calledDirectoryNumber":"1"}`, csta.MissingField, "missing MakeCall/callingDevice"},
	{"no such word", `{"autoOriginate":"perhaps"}`, csta.BadValue, `bad value MakeCall/autoOriginate: "perhaps"`},
	{"array for a device", `{"callingDevice":["200"]}`, csta.BadValue, "bad value MakeCall/callingDevice: a single value is expected"},
	{"string for a struct", `{"mediaCallCharacteristics":"x"}`, csta.BadValue, "bad value MakeCall/mediaCallCharacteristics: an object is expected"},
	{"string for foreign", `{"userData":{"private":"x"}}`, csta.BadValue, "bad value MakeCall/userData/private: an object is expected"},
	{"no number", `{"callingConnectionInfo":{"numberOfChannels":1.5}}`, csta.BadValue, `bad value MakeCall/callingConnectionInfo/numberOfChannels: "1.5"`},
	{"bad attribute", `{"callingDevice":{"value":"1","typeOfNumber":"x"}}`, csta.BadValue, `bad value MakeCall/callingDevice/typeOfNumber: "x"`},
}

func TestJSONRefusals(t *testing.T) {
	for _, c := range jsonRefusals {
		t.Run(c.name, func(t *testing.T) {
			m, err := csta.DecodeJSON("MakeCall", []byte(c.body))
			refused := refusal(err)
			if m != nil || refused == nil || refused.Problem != c.problem || !strings.Contains(err.Error(), c.text) {
				t.Errorf("got %v, %v\nwant %v: %s", show(m), err, c.problem, c.text)
			}
			if refused != nil && refused.Message != "MakeCall" {
				t.Errorf("the message is called %q", refused.Message)
			}
		})
	}
}

// An answer needs the requestID, whatever else is wrong and wherever it
// stands.
func TestRefusalsCarryTheRequestID(t *testing.T) {
	const private = `<privateData><requestID>42</requestID></privateData>`
	for _, doc := range []string{
		`<MakeCall>` + private + `</MakeCall>`,
		`<MakeCall><autoOriginate>x</autoOriginate>` + private + `</MakeCall>`,
		`<MakeCall><extensions>` + private + `</extensions></MakeCall>`,
		`<MakeCall>` + private + `<callingDevice>`,
		`<NoSuchService><x/>` + private + `</NoSuchService>`,
		`<NoSuchService><x/><extensions><privateData><private><requestID>42</requestID></private></privateData></extensions></NoSuchService>`,
	} {
		_, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
		if refused := refusal(err); refused == nil || refused.RequestID != "42" {
			t.Errorf("%s: %+v", doc, refused)
		}
	}
	for _, name := range []string{"MakeCall", "NoSuchService"} {
		_, err := csta.DecodeJSON(name, []byte(`{"x":1,"privateData":{"requestId":"42"}}`))
		if refused := refusal(err); refused == nil || refused.RequestID != "42" || refused.Message != name {
			t.Errorf("%s: %+v", name, refused)
		}
	}
}

// Each refusal is answered with the CSTA error that names it.
func TestRefusalsAreFaults(t *testing.T) {
	for doc, want := range map[string]csta.OperationErrors{
		"<MakeCall":        csta.OperationErrorsGeneric,
		"<NoSuchService/>": csta.OperationErrorsServiceNotSupported,
		"<MakeCall/>":      csta.OperationErrorsInvalidParameterValue,
		"<MakeCall><autoOriginate>x</autoOriginate></MakeCall>": csta.OperationErrorsInvalidParameterValue,
	} {
		_, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
		if fault := csta.FaultOf(err); fault.Code.Operation != want || fault.Detail == "" {
			t.Errorf("%s: %v", doc, fault)
		}
	}
}

func TestXMLLimitsAreTheCallers(t *testing.T) {
	doc := []byte(`<MonitorStop><monitorCrossRefID>m</monitorCrossRefID></MonitorStop>`)
	if _, err := csta.DecodeXML(doc, csta.XMLOptions{MaxBytes: len(doc), MaxDepth: 2}); err != nil {
		t.Error(err)
	}
	if _, err := csta.DecodeXML(doc, csta.XMLOptions{MaxBytes: len(doc) - 1}); refusal(err).Problem != csta.TooLarge {
		t.Error(err)
	}
	if _, err := csta.DecodeXML(doc, csta.XMLOptions{MaxDepth: 1}); refusal(err).Problem != csta.TooDeep {
		t.Error(err)
	}
}

// Names from outside are shown, but not at any length.
func TestErrorsAreShort(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	for _, doc := range []string{
		"<" + long + "/>", "<" + long + "></y>", "<a></" + long + ">", "<MakeCall><autoOriginate>" + long + "</autoOriginate></MakeCall>",
	} {
		_, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
		if err == nil || len(err.Error()) > 400 {
			t.Errorf("%d bytes: %.100v", len(err.Error()), err)
		}
	}
}
