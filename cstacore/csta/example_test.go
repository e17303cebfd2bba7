package csta_test

import (
	"fmt"

	"github.com/cstahub/cstahub/cstacore/csta"
)

func Example() {
	request, err := csta.DecodeXML([]byte(`<MakeCall><callingDevice>200</callingDevice>
		<calledDirectoryNumber>201</calledDirectoryNumber></MakeCall>`), csta.XMLOptions{Dialect: csta.Unitel})
	if err != nil {
		fmt.Println(csta.FaultOf(err))
		return
	}
	call := request.(*csta.MakeCall)
	response := &csta.MakeCallResponse{
		CallingDevice: csta.ConnectionID{CallID: "c-1", DeviceID: call.CallingDevice},
	}
	fmt.Printf("%s\n%s\n", csta.AppendXML(nil, response, csta.ED6), csta.AppendJSON(nil, response))
	// Output:
	// <MakeCallResponse xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6"><callingDevice><callID>c-1</callID><deviceID>200</deviceID></callingDevice></MakeCallResponse>
	// {"callingDevice":{"callId":"c-1","deviceId":"200"}}
}

func ExampleFault() {
	err := error(csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", "999"))
	fmt.Println(err)
	fmt.Printf("%s\n", csta.AppendXML(nil, csta.FaultOf(err).Message(), csta.ED3))
	// Output:
	// CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant
	// <CSTAErrorCode xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"><operation>invalidDeviceID</operation></CSTAErrorCode>
}

func ExamplePrepared_Append() {
	event := &csta.RetrievedEvent{
		RetrievedConnection: csta.ConnectionID{CallID: "c-1", DeviceID: csta.Device("200")},
		RetrievingDevice:    csta.Identified(csta.Device("200")),
		Cause:               csta.EventCauseNormal,
	}
	prepared := csta.PrepareJSON(event)
	for i, crossRef := range []string{"m-1", "m-2"} {
		fmt.Printf("%s\n", prepared.Append(nil, crossRef, csta.Position{Epoch: "e1", Offset: uint64(i)}))
	}
	// Output:
	// {"monitorCrossRefId":"m-1","epoch":"e1","offset":0,"retrievedConnection":{"callId":"c-1","deviceId":"200"},"retrievingDevice":{"deviceIdentifier":"200"},"cause":"normal"}
	// {"monitorCrossRefId":"m-2","epoch":"e1","offset":1,"retrievedConnection":{"callId":"c-1","deviceId":"200"},"retrievingDevice":{"deviceIdentifier":"200"},"cause":"normal"}
}

func ExampleDialectFor() {
	d, ok := csta.DialectFor([]string{
		"http://www.ecma-international.org/standards/ecma-323/csta/ed3",
		"http://www.ecma-international.org/standards/ecma-323/csta/ed5",
	})
	fmt.Println(d, ok)
	d, ok = csta.DialectFor(nil)
	fmt.Println(d, ok)
	// Output:
	// ed5 true
	// unitel true
}
