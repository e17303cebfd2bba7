package csta_test

import (
	"encoding/json"
	"encoding/xml"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// The benchmarks set the codec beside the standard library's on the same
// bytes. The mirror types below hold what these two messages hold.

func benchMakeCall() *csta.MakeCall {
	return &csta.MakeCall{
		Base:                  csta.Base{Private: &csta.PrivateData{RequestID: "155-a04dbfd1-ec67-4637-93b8-8248f13fe691"}},
		CallingDevice:         csta.Device("200"),
		CalledDirectoryNumber: csta.Device("22334455"),
		AutoOriginate:         csta.AutoOriginateDoNotPrompt,
	}
}

func benchDelivered() *csta.DeliveredEvent {
	calling, called := csta.Identified(csta.Device("200")), csta.Identified(csta.Device("22334455"))
	return &csta.DeliveredEvent{
		Base: csta.Base{Private: &csta.PrivateData{
			CallDirection: csta.CallDirectionOutbound, LocalStatus: csta.LocalStatusRinging, RemoteUser: "22334455",
		}},
		EventHead: csta.EventHead{
			MonitorCrossRefID: "u-12345678-200",
			Time:              time.Date(2025, 4, 30, 13, 23, 23, 0, time.UTC),
			Position:          csta.Position{Epoch: "1f3a", Offset: 12},
		},
		Connection:            csta.ConnectionID{CallID: "SIP/hpbx-00000233", DeviceID: csta.Device("200")},
		AlertingDevice:        called,
		CallingDevice:         calling,
		CalledDevice:          called,
		LastRedirectionDevice: csta.RedirectionDeviceID{NotRequired: true},
		LocalConnectionInfo:   csta.LocalConnectionStateConnected,
		Cause:                 csta.EventCauseNewCall,
		ServicesPermitted: &csta.ServicesPermitted{
			CallControlServices: csta.CallControlServicesClearConnection | csta.CallControlServicesHoldCall,
		},
		NetworkCallingDevice: &calling,
		NetworkCalledDevice:  &called,
		CallLinkageData: &csta.CallLinkageData{GlobalCallData: csta.GlobalCallData{
			GlobalCallLinkageID: csta.GlobalCallLinkageID{GloballyUniqueCallLinkageID: "f64b594c-ae2a-416b-9061-96299f8a5ee3"},
		}},
	}
}

type stdPrivate struct {
	RequestID     string `xml:"requestID,omitempty" json:"requestId,omitempty"`
	Epoch         string `xml:"epoch,omitempty" json:"-"`
	Offset        int    `xml:"offset,omitempty" json:"-"`
	CallDirection string `xml:"-" json:"callDirection,omitempty"`
	LocalStatus   string `xml:"-" json:"localStatus,omitempty"`
	RemoteUser    string `xml:"-" json:"remoteUser,omitempty"`
}

type stdExtensions struct {
	TimeStamp string      `xml:"security>timeStamp,omitempty"`
	Private   *stdPrivate `xml:"privateData>private"`
}

type stdMakeCall struct {
	XMLName               xml.Name       `xml:"http://www.ecma-international.org/standards/ecma-323/csta/ed6 MakeCall" json:"-"`
	CallingDevice         string         `xml:"callingDevice" json:"callingDevice"`
	CalledDirectoryNumber string         `xml:"calledDirectoryNumber" json:"calledDirectoryNumber"`
	AutoOriginate         string         `xml:"autoOriginate,omitempty" json:"autoOriginate,omitempty"`
	Extensions            *stdExtensions `xml:"extensions" json:"-"`
	PrivateData           *stdPrivate    `xml:"-" json:"privateData,omitempty"`
}

type stdDevice struct {
	DeviceIdentifier string `xml:"deviceIdentifier,omitempty" json:"deviceIdentifier,omitempty"`
}

type stdDelivered struct {
	XMLName           xml.Name `xml:"http://www.ecma-international.org/standards/ecma-323/csta/ed6 DeliveredEvent" json:"-"`
	MonitorCrossRefID string   `xml:"monitorCrossRefID" json:"monitorCrossRefId"`
	Epoch             string   `xml:"-" json:"epoch"`
	Offset            int      `xml:"-" json:"offset"`
	Time              string   `xml:"-" json:"time"`
	Connection        struct {
		CallID   string `xml:"callID" json:"callId"`
		DeviceID string `xml:"deviceID" json:"deviceId"`
	} `xml:"connection" json:"connection"`
	AlertingDevice        stdDevice `xml:"alertingDevice" json:"alertingDevice"`
	CallingDevice         stdDevice `xml:"callingDevice" json:"callingDevice"`
	CalledDevice          stdDevice `xml:"calledDevice" json:"calledDevice"`
	LastRedirectionDevice struct {
		NotRequired *struct{} `xml:"notRequired" json:"notRequired"`
	} `xml:"lastRedirectionDevice" json:"lastRedirectionDevice"`
	LocalConnectionInfo string `xml:"localConnectionInfo" json:"localConnectionInfo"`
	Cause               string `xml:"cause" json:"cause"`
	ServicesPermitted   *struct {
		CallControlServices struct {
			ClearConnection bool `xml:"clearConnection,omitempty" json:"clearConnection,omitempty"`
			HoldCall        bool `xml:"holdCall,omitempty" json:"holdCall,omitempty"`
		} `xml:"callControlServices" json:"callControlServices"`
	} `xml:"servicesPermitted" json:"servicesPermitted"`
	NetworkCallingDevice *stdDevice `xml:"networkCallingDevice" json:"networkCallingDevice"`
	NetworkCalledDevice  *stdDevice `xml:"networkCalledDevice" json:"networkCalledDevice"`
	CallLinkageData      *struct {
		GlobalCallData struct {
			GlobalCallLinkageID struct {
				GloballyUniqueCallLinkageID string `xml:"globallyUniqueCallLinkageID" json:"globallyUniqueCallLinkageId"`
			} `xml:"globalCallLinkageID" json:"globalCallLinkageId"`
		} `xml:"globalCallData" json:"globalCallData"`
	} `xml:"callLinkageData" json:"callLinkageData"`
	Extensions  *stdExtensions `xml:"extensions" json:"-"`
	PrivateData *stdPrivate    `xml:"-" json:"privateData,omitempty"`
}

func benchmarkMessage(b *testing.B, m csta.Message, standard any) {
	doc := csta.AppendXML(nil, m, csta.ED6)
	body := csta.AppendJSON(nil, m)
	if err := xml.Unmarshal(doc, standard); err != nil {
		b.Fatal(err)
	}
	var buf []byte
	run := func(name string, bytes int, once func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				if err := once(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("XML/decode/csta", len(doc), func() error {
		_, err := csta.DecodeXML(doc, csta.XMLOptions{Dialect: csta.ED6})
		return err
	})
	run("XML/decode/encoding", len(doc), func() error { return xml.Unmarshal(doc, standard) })
	run("XML/encode/csta", len(doc), func() error {
		buf = csta.AppendXML(buf[:0], m, csta.ED6)
		return nil
	})
	run("XML/encode/encoding", len(doc), func() error {
		_, err := xml.Marshal(standard)
		return err
	})
	if err := json.Unmarshal(body, standard); err != nil {
		b.Fatal(err)
	}
	run("JSON/decode/csta", len(body), func() error {
		_, err := csta.DecodeJSON(m.Name(), body)
		return err
	})
	run("JSON/decode/encoding", len(body), func() error { return json.Unmarshal(body, standard) })
	run("JSON/encode/csta", len(body), func() error {
		buf = csta.AppendJSON(buf[:0], m)
		return nil
	})
	run("JSON/encode/encoding", len(body), func() error {
		_, err := json.Marshal(standard)
		return err
	})
}

func BenchmarkMakeCall(b *testing.B) { benchmarkMessage(b, benchMakeCall(), new(stdMakeCall)) }

func BenchmarkDelivered(b *testing.B) { benchmarkMessage(b, benchDelivered(), new(stdDelivered)) }

// BenchmarkPrepared is what an event costs for each further session.
func BenchmarkPrepared(b *testing.B) {
	event := benchDelivered()
	for name, p := range map[string]csta.Prepared{
		"JSON": csta.PrepareJSON(event), "ed6": csta.PrepareXML(event, csta.ED6, true), "unitel": csta.PrepareXML(event, csta.Unitel, false),
	} {
		b.Run(name, func(b *testing.B) {
			var buf []byte
			b.ReportAllocs()
			for b.Loop() {
				buf = p.Append(buf[:0], "u-12345678-200", csta.Position{Epoch: "1f3a", Offset: 12})
			}
		})
	}
}
