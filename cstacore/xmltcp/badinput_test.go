package xmltcp_test

import (
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/xmltcp"
)

// badInput is what can go wrong in a document that a client who is logged in
// sends, and the answer. The connection goes on in all these cases.
var badInput = []struct{ name, document, want string }{
	{"not XML", `hello <`, "generic"},
	{"broken XML", `<MakeCall><callingDevice>200</MakeCall>`, "generic"},
	{"text after the document", `<MakeCall/> more`, "generic"},
	{"no CSTA message", `<Order><item>1</item></Order>`, "serviceNotSupported"},
	{"unknown service", `<NoSuchService><device>200</device></NoSuchService>`, "serviceNotSupported"},
	{"an event from the client", `<DeliveredEvent><monitorCrossRefID>1</monitorCrossRefID></DeliveredEvent>`, "invalidParameterValue"},
	{"mandatory field missing", `<MakeCall><callingDevice>200</callingDevice></MakeCall>`, "invalidParameterValue"},
	{"value that is none", `<MakeCall><callingDevice>200</callingDevice><calledDirectoryNumber>201</calledDirectoryNumber><autoOriginate>perhaps</autoOriginate></MakeCall>`, "invalidParameterValue"},
	{"unknown device", `<MonitorStart><monitorObject><deviceObject>999</deviceObject></monitorObject></MonitorStart>`, "invalidDeviceID"},
	{"another tenant's device", `<MonitorStart><monitorObject><deviceObject>u-87654321-200</deviceObject></monitorObject></MonitorStart>`, "invalidDeviceID"},
	{"a device outside one's claims", `<MonitorStart><monitorObject><deviceObject>201</deviceObject></monitorObject></MonitorStart>`, "privilegeViolationSpecifiedDevice"},
	{"a call from another's device", `<MakeCall><callingDevice>201</callingDevice><calledDirectoryNumber>200</calledDirectoryNumber></MakeCall>`, "privilegeViolationCallingDevice"},
	{"wrong state", `<AnswerCall><callToBeAnswered><deviceID>200</deviceID></callToBeAnswered></AnswerCall>`, "noCallToAnswer"},
	{"unknown call", `<AnswerCall><callToBeAnswered><callID>x</callID><deviceID>200</deviceID></callToBeAnswered></AnswerCall>`, "invalidCallID"},
	{"DTD", `<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><MakeCall/>`, "generic"},
	{"entity bomb", `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><MakeCall><callingDevice>&b;</callingDevice></MakeCall>`, "generic"},
	{"entity that nobody declared", `<MakeCall><callingDevice>&b;</callingDevice></MakeCall>`, "generic"},
	{"nested without end", strings.Repeat("<a>", 2000), "generic"},
}

// TestBadDocuments: each is answered with the error that fits it and its
// requestID, and the next request is served.
func TestBadDocuments(t *testing.T) {
	_, addr := serve(t, nil)
	p, other := loggedIn(t, addr, "alice"), loggedIn(t, addr, "bob")
	for _, tt := range badInput {
		t.Run(tt.name, func(t *testing.T) {
			p.t = t
			p.write(tt.document + "\x00")
			got := p.document()
			if !strings.HasPrefix(got, "<CSTAErrorCode") || !strings.Contains(got, ">"+tt.want+"<") || value(t, got, "detail") == "" {
				t.Errorf("answer %s, want %s", got, tt.want)
			}
			for _, one := range []*peer{p, other} {
				one.t = t
				device := map[*peer]string{p: "200", other: "201"}[one]
				one.write(`<SnapShotDevice><snapshotObject>` + device + `</snapshotObject></SnapShotDevice>` + "\x00")
				one.await("SnapShotDeviceResponse")
			}
		})
	}
}

// TestErrorsEchoRequestID: whatever is wrong with a request, its requestID
// comes back where it can be read at all.
func TestErrorsEchoRequestID(t *testing.T) {
	_, addr := serve(t, nil)
	p := loggedIn(t, addr, "alice")
	for _, doc := range []string{
		`<MakeCall><privateData><requestID>r1</requestID></privateData></MakeCall>`,
		`<MakeCall><autoOriginate>perhaps</autoOriginate><privateData><requestID>r1</requestID></privateData></MakeCall>`,
		`<Nothing><privateData><requestID>r1</requestID></privateData></Nothing>`,
		`<HoldCall><callToBeHeld><deviceID>200</deviceID></callToBeHeld><privateData><requestID>r1</requestID></privateData></HoldCall>`,
		`<HoldCall><extensions><privateData><private><requestID>r1</requestID></private></privateData></extensions><callToBeHeld><deviceID>200</deviceID></callToBeHeld></HoldCall>`,
	} {
		p.write(doc + "\x00")
		if got := p.document(); !strings.HasPrefix(got, "<CSTAErrorCode") || value(t, got, "requestID") != "r1" {
			t.Errorf("%s is answered with %s", doc, got)
		}
	}
}

// fatal is what ends a connection: bytes after which nobody can tell where the
// next document begins.
var fatal = []struct{ name, bytes, want string }{
	{"no framing", "GET / HTTP/1.1\r\n\r\n", "neither an XML document nor a header"},
	{"UTF-16", "\xFF\xFE<\x00a\x00/\x00>\x00", "UTF-16"},
	{"storm of zero bytes", strings.Repeat("\x00", 70_000), "too many zero bytes"},
	{"J.2 length under 8", "\x00\x00\x00\x070000", "under 8"},
	{"J.2 length under 8, later", j2("0000", "<x/>") + "\x00\x00\x00\x000001", "under 8"},
	{"J.2 invoke id of letters, later", j2("0000", "<x/>") + "\x00\x00\x00\x10abcd12345678", "four digits"},
	{"half a document, then nothing", "<MakeCall><callingDevice>20", "ended within a document"},
	{"document over the limit", "<" + strings.Repeat("a", 300_000), "longer than 262144"},
	{"J.2 document over the limit", j2("0000", "<"+strings.Repeat("a", 40_000)), "longer than 30000"},
}

// TestFatalInput: the client is told what was wrong as far as its framing is
// known, and the connection is closed; others go on.
func TestFatalInput(t *testing.T) {
	_, addr := serve(t, func(c *xmltcp.Config) {
		c.Limits = xmltcp.DefaultLimits
		c.Limits.J2Document = 30_000
	})
	other := loggedIn(t, addr, "bob")
	for _, tt := range fatal {
		t.Run(tt.name, func(t *testing.T) {
			p := connect(t, addr)
			p.write(tt.bytes)
			if tt.name == "half a document, then nothing" {
				if err := p.nc.(*net.TCPConn).CloseWrite(); err != nil {
					t.Fatal(err)
				}
			}
			if err := p.nc.SetReadDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			var said strings.Builder
			buf := make([]byte, 4096)
			for {
				n, err := p.r.Read(buf)
				said.Write(buf[:n])
				if err != nil {
					if e, ok := err.(net.Error); ok && e.Timeout() { //nolint:errorlint // the net package returns it as it is
						t.Fatal("the connection is not closed")
					}
					break
				}
			}
			isJ2 := strings.HasPrefix(tt.name, "J.2") // which has no place for the detail
			if got := said.String(); !strings.Contains(got, "<CSTAErrorCode") || isJ2 != strings.HasPrefix(got, "\x00\x00\x00") || !isJ2 && !strings.Contains(got, tt.want) {
				t.Errorf("told %q, want %q", got, tt.want)
			}
			other.t = t
			other.write(`<SnapShotDevice><snapshotObject>201</snapshotObject></SnapShotDevice>` + "\x00")
			other.await("SnapShotDeviceResponse")
		})
	}
}

// TestVanishing: clients that go in the middle of something leave their calls
// behind and nothing else.
func TestVanishing(t *testing.T) {
	server, addr := serve(t, nil)
	gone := loggedIn(t, addr, "alice")
	gone.write(makeCall + "\x00")
	gone.await("MakeCallResponse")
	gone.write(`<MakeCall><callingDevice>20`) // within a document
	if tcp, ok := gone.nc.(*net.TCPConn); !ok || tcp.SetLinger(0) != nil || tcp.Close() != nil {
		t.Fatal("no reset")
	}
	for deadline := time.Now().Add(patience); server.Len() > 0; {
		if time.Now().After(deadline) {
			t.Fatal("the connection stays")
		}
	}
	again := loggedIn(t, addr, "alice")
	again.write(`<ClearConnection><connectionToBeCleared><deviceID>200</deviceID></connectionToBeCleared></ClearConnection>` + "\x00")
	again.await("ClearConnectionResponse")
}

// TestHalfClosed: one who sends, closes his side and listens is answered.
func TestHalfClosed(t *testing.T) {
	_, addr := serve(t, nil)
	p := connect(t, addr)
	p.write(login("alice") + "\x00" + makeCall + "\x00")
	if err := p.nc.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	p.await("StartApplicationSessionPosResponse")
	p.await("MakeCallResponse")
	p.ended()
}

// TestSlowReader: who does not read loses the connection and costs nobody else
// anything.
func TestSlowReader(t *testing.T) {
	server, addr := serve(t, func(c *xmltcp.Config) { c.WriteBound = 100_000 })
	slow, other := loggedIn(t, addr, "alice"), loggedIn(t, addr, "bob")
	request := strings.Repeat(`<SnapShotDevice><snapshotObject>200</snapshotObject></SnapShotDevice>`+"\x00", 100)
	for deadline := time.Now().Add(patience); server.Len() > 1; {
		if time.Now().After(deadline) {
			t.Fatal("the slow reader stays")
		}
		_ = slow.nc.SetWriteDeadline(time.Now().Add(100 * time.Millisecond))
		_, _ = slow.nc.Write([]byte(request)) // fails once the server has had enough
	}
	other.write(`<SnapShotDevice><snapshotObject>201</snapshotObject></SnapShotDevice>` + "\x00")
	other.await("SnapShotDeviceResponse")
}

// TestTooManyConnections: there are so many from one address and no more.
func TestTooManyConnections(t *testing.T) {
	_, addr := serve(t, func(c *xmltcp.Config) { c.MaxPerAddress = 3 })
	var in []*peer
	for range 3 {
		in = append(in, loggedIn(t, addr, "alice"))
	}
	connect(t, addr).ended()
	if err := in[0].nc.Close(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(patience); ; {
		p := connect(t, addr)
		p.write(login("alice") + "\x00")
		_ = p.nc.SetReadDeadline(time.Now().Add(patience))
		if text, err := p.r.ReadString(0); err == nil && strings.Contains(text, "PosResponse") {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("nobody else is let in")
		}
	}
}

// TestManyAtOnce: requests of many clients at a time are all answered.
func TestManyAtOnce(t *testing.T) {
	_, addr := serve(t, nil)
	for i := range 20 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			p := loggedIn(t, addr, "crm")
			for n := range 200 {
				p.write(fmt.Sprintf(`<SnapShotDevice><snapshotObject>200</snapshotObject><privateData><requestID>%d</requestID></privateData></SnapShotDevice>`+"\x00", n))
			}
			for n := range 200 {
				if got := value(t, p.document(), "requestID"); got != fmt.Sprint(n) {
					t.Fatalf("answer %s, want %d", got, n)
				}
			}
		})
	}
}
