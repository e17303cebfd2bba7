package csta_test

import "github.com/cstahub/cstahub/cstacore/csta"

// What events look like. uni-tel's leave much out and name the monitored
// device's connection, so that they do not read back as they were.
var eventCorpus = []wireCase{
	{
		name: "alerting",
		message: &csta.DeliveredEvent{
			Base: csta.Base{Private: &csta.PrivateData{
				IsCSTAOriginated: csta.Some(true), CSTACallRequestType: "MakeCall", CallDirection: csta.CallDirectionOutbound,
				LocalStatus: csta.LocalStatusRinging, RemoteUser: "201", CallerName: "Alice", RemoteName: "Bob", Started: half,
			}},
			EventHead: csta.EventHead{
				MonitorCrossRefID: "m-1", Position: csta.Position{Epoch: "e1", Offset: 12}, Time: half, Local: aliceCall,
			},
			Connection:     csta.ConnectionID{CallID: "c-1", DeviceID: csta.Device("201")},
			AlertingDevice: bob, CallingDevice: alice, CalledDevice: bob,
			LastRedirectionDevice: csta.RedirectionDeviceID{NotRequired: true},
			LocalConnectionInfo:   csta.LocalConnectionStateConnected,
			Cause:                 csta.EventCauseNewCall,
			ServicesPermitted:     &csta.ServicesPermitted{CallControlServices: csta.CallControlServicesClearConnection},
			NetworkCallingDevice:  &alice, NetworkCalledDevice: &bob, CallLinkageData: linkage,
		},
		ed6: `<DeliveredEvent xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<connection><callID>c-1</callID><deviceID>201</deviceID></connection>
			<alertingDevice><deviceIdentifier>201</deviceIdentifier></alertingDevice>
			<callingDevice><deviceIdentifier>200</deviceIdentifier></callingDevice>
			<calledDevice><deviceIdentifier>201</deviceIdentifier></calledDevice>
			<lastRedirectionDevice><notRequired/></lastRedirectionDevice>
			<localConnectionInfo>connected</localConnectionInfo>
			<cause>newCall</cause>
			<servicesPermitted><callControlServices><clearConnection>true</clearConnection></callControlServices></servicesPermitted>
			<networkCallingDevice><deviceIdentifier>200</deviceIdentifier></networkCallingDevice>
			<networkCalledDevice><deviceIdentifier>201</deviceIdentifier></networkCalledDevice>
			<callLinkageData><globalCallData><globalCallLinkageID><globallyUniqueCallLinkageID>g-1</globallyUniqueCallLinkageID></globalCallLinkageID></globalCallData></callLinkageData>
			<extensions>
				<security><timeStamp>2026-04-30T13:23:23.500Z</timeStamp></security>
				<privateData><private><epoch>e1</epoch><offset>12</offset></private></privateData>
			</extensions>
		</DeliveredEvent>`,
		unitel: `<DeliveredEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<connection><callID>c-1</callID><deviceID>200</deviceID></connection>
			<alertingDevice><deviceIdentifier>201</deviceIdentifier></alertingDevice>
			<callingDevice><deviceIdentifier>200</deviceIdentifier></callingDevice>
			<calledDevice><deviceIdentifier>201</deviceIdentifier></calledDevice>
			<localConnectionInfo>connected</localConnectionInfo>
			<cause>newCall</cause>
			<networkCallingDevice><deviceIdentifier>200</deviceIdentifier></networkCallingDevice>
			<networkCalledDevice><deviceIdentifier>201</deviceIdentifier></networkCalledDevice>
			<callLinkageData><globalCallData><globalCallLinkageId>g-1</globalCallLinkageId></globalCallData></callLinkageData>
			<privateData>
				<eventOrderIncrement>12</eventOrderIncrement><epoch>e1</epoch><offset>12</offset>
				<isCstaOriginated>true</isCstaOriginated><cstaCallRequestType>MakeCall</cstaCallRequestType>
				<callDirection>Outbound</callDirection><localStatus>Ringing</localStatus>
				<remoteUser>201</remoteUser><callerName>Alice</callerName><timestamp>2026-04-30 13:23:23Z</timestamp>
			</privateData>
		</DeliveredEvent>`,
		json: `{"monitorCrossRefId":"m-1","epoch":"e1","offset":12,"time":"2026-04-30T13:23:23.500Z",
			"connection":{"callId":"c-1","deviceId":"201"},
			"alertingDevice":{"deviceIdentifier":"201"},"callingDevice":{"deviceIdentifier":"200"},"calledDevice":{"deviceIdentifier":"201"},
			"lastRedirectionDevice":{"notRequired":{}},"localConnectionInfo":"connected","cause":"newCall",
			"servicesPermitted":{"callControlServices":{"clearConnection":true}},
			"networkCallingDevice":{"deviceIdentifier":"200"},"networkCalledDevice":{"deviceIdentifier":"201"},
			"callLinkageData":{"globalCallData":{"globalCallLinkageId":{"globallyUniqueCallLinkageId":"g-1"}}},
			"privateData":{"isCstaOriginated":true,"cstaCallRequestType":"MakeCall","callDirection":"Outbound","localStatus":"Ringing",
			"remoteUser":"201","callerName":"Alice","remoteName":"Bob","started":"2026-04-30T13:23:23.500Z"}}`,
		oneWay: "ed6 unitel json",
	},
	{
		name: "answered, in uni-tel's whole seconds",
		message: &csta.EstablishedEvent{
			EventHead:             csta.EventHead{MonitorCrossRefID: "m-1", Time: half},
			EstablishedConnection: aliceCall, AnsweringDevice: bob, CallingDevice: alice, CalledDevice: bob,
			LocalConnectionInfo: csta.LocalConnectionStateConnected, Cause: csta.EventCauseNormal,
		},
		unitel: `<EstablishedEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<establishedConnection><callID>c-1</callID><deviceID>200</deviceID></establishedConnection>
			<answeringDevice><deviceIdentifier>201</deviceIdentifier></answeringDevice>
			<callingDevice><deviceIdentifier>200</deviceIdentifier></callingDevice>
			<calledDevice><deviceIdentifier>201</deviceIdentifier></calledDevice>
			<localConnectionInfo>connected</localConnectionInfo>
			<cause>normal</cause>
			<privateData><eventOrderIncrement>0</eventOrderIncrement><timestamp>2026-04-30 13:23:23Z</timestamp></privateData>
		</EstablishedEvent>`,
		oneWay: "unitel",
	},
	{
		name: "held, without a cause in unitel",
		message: &csta.HeldEvent{
			EventHead:      csta.EventHead{MonitorCrossRefID: "m-1", Position: csta.Position{Offset: 3}},
			HeldConnection: aliceCall, HoldingDevice: alice, LocalConnectionInfo: csta.LocalConnectionStateHold,
		},
		unitel: `<HeldEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<heldConnection><callID>c-1</callID><deviceID>200</deviceID></heldConnection>
			<holdingDevice><deviceIdentifier>200</deviceIdentifier></holdingDevice>
			<localConnectionInfo>held</localConnectionInfo>
			<privateData><eventOrderIncrement>3</eventOrderIncrement></privateData>
		</HeldEvent>`,
	},
	{
		name: "cleared, no private data in unitel",
		message: &csta.ConnectionClearedEvent{
			Base:              csta.Base{Private: &csta.PrivateData{CallerName: "Alice"}},
			EventHead:         csta.EventHead{MonitorCrossRefID: "m-1"},
			DroppedConnection: aliceCall, ReleasingDevice: bob,
			LocalConnectionInfo: csta.LocalConnectionStateNull, Cause: csta.EventCauseNormalClearing, CallLinkageData: linkage,
		},
		unitel: `<ConnectionClearedEvent xmlns="http://www.ecma.ch/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<droppedConnection><callID>c-1</callID><deviceID>200</deviceID></droppedConnection>
			<releasingDevice><deviceIdentifier>201</deviceIdentifier></releasingDevice>
			<localConnectionInfo>null</localConnectionInfo>
			<cause>Normal Clearing</cause>
			<callLinkageData><globalCallData><globalCallLinkageId>g-1</globalCallLinkageId></globalCallData></callLinkageData>
		</ConnectionClearedEvent>`,
		json: `{"monitorCrossRefId":"m-1","droppedConnection":{"callId":"c-1","deviceId":"200"},"releasingDevice":{"deviceIdentifier":"201"},
			"localConnectionInfo":"null","cause":"normalClearing",
			"callLinkageData":{"globalCallData":{"globalCallLinkageId":{"globallyUniqueCallLinkageId":"g-1"}}},"privateData":{"callerName":"Alice"}}`,
		oneWay: "unitel",
	},
	{
		name: "failed, devices withheld, a word and lists that earlier editions lack",
		message: &csta.FailedEvent{
			EventHead:        csta.EventHead{MonitorCrossRefID: "m-1"},
			FailedConnection: aliceCall, FailingDevice: csta.ExtendedDeviceID{NotKnown: true},
			CallingDevice: csta.ExtendedDeviceID{Restricted: true}, CalledDevice: bob,
			LastRedirectionDevice: csta.RedirectionDeviceID{NumberDialed: csta.Device("202")},
			Cause:                 csta.EventCauseCallInterception,
			MessageInfo:           []csta.MessageInfoItem{{ContentTypeAndSubtype: "text/plain", Contents: " hi ", ContentsLength: csta.Some(uint64(4))}},
			DeviceHistory:         []csta.DeviceHistoryListItem{{OldDeviceID: &csta.RedirectionDeviceID{NotKnown: true}}},
			LocationInfoList:      []csta.Foreign{{{Name: "geo", Text: "55,12"}}},
		},
		ed6: `<FailedEvent xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed6">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<failedConnection><callID>c-1</callID><deviceID>200</deviceID></failedConnection>
			<failingDevice><notKnown/></failingDevice>
			<callingDevice><restricted/></callingDevice>
			<calledDevice><deviceIdentifier>201</deviceIdentifier></calledDevice>
			<lastRedirectionDevice><numberDialed>202</numberDialed></lastRedirectionDevice>
			<cause>callInterception</cause>
			<messageInfo><messageInfoItem><contentTypeAndSubtype>text/plain</contentTypeAndSubtype><contents> hi </contents><contentsLength>4</contentsLength></messageInfoItem></messageInfo>
			<deviceHistory><DeviceHistoryListItem><oldDeviceID><notKnown/></oldDeviceID></DeviceHistoryListItem></deviceHistory>
			<locationInfoList><locationInfoEntry><geo>55,12</geo></locationInfoEntry></locationInfoList>
		</FailedEvent>`,
		ed3: `<FailedEvent xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3">
			<monitorCrossRefID>m-1</monitorCrossRefID>
			<failedConnection><callID>c-1</callID><deviceID>200</deviceID></failedConnection>
			<failingDevice><notKnown/></failingDevice>
			<callingDevice><restricted/></callingDevice>
			<calledDevice><deviceIdentifier>201</deviceIdentifier></calledDevice>
			<lastRedirectionDevice><numberDialed>202</numberDialed></lastRedirectionDevice>
			<cause>redirected</cause>
			<messageInfo><messageInfoItem><contentTypeAndSubtype>text/plain</contentTypeAndSubtype><contents> hi </contents><contentsLength>4</contentsLength></messageInfoItem></messageInfo>
			<deviceHistory><DeviceHistoryListItem><oldDeviceID><notKnown/></oldDeviceID></DeviceHistoryListItem></deviceHistory>
		</FailedEvent>`,
		json: `{"monitorCrossRefId":"m-1","failedConnection":{"callId":"c-1","deviceId":"200"},"failingDevice":{"notKnown":{}},
			"callingDevice":{"restricted":{}},"calledDevice":{"deviceIdentifier":"201"},"lastRedirectionDevice":{"numberDialed":"202"},
			"cause":"callInterception",
			"messageInfo":{"messageInfoItem":[{"contentTypeAndSubtype":"text/plain","contents":" hi ","contentsLength":4}]},
			"deviceHistory":{"deviceHistoryListItem":[{"oldDeviceId":{"notKnown":{}}}]},
			"locationInfoList":{"locationInfoEntry":[{"geo":"55,12"}]}}`,
		oneWay: "ed3",
	},
}
