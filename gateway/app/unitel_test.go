package app

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
	"github.com/cstahub/cstahub/gateway/bench"
)

// samples is where the bodies that uni-tel prints lie beside the project. They
// are no part of it, so the test does without where they are missing.
const samples = "../../../shared/csta/samples"

// unitelSteps are uni-tel's published use cases of a login with its monitors,
// of do not disturb and of a queue's member: a request as it is printed, and
// the printed answers and events that must come of it.
var unitelSteps = []struct {
	request string
	expect  []string
}{
	{"case_login-MonitorTrunk", []string{"case_login-MonitorStartResponse", "case_login-MonitorStartedEvent", "case_login-MonitorStartedEvent-2", "case_login-OutgoingNumbersEvent"}},
	{"case_login-SnapShotDevice", []string{"case_login-SnapShotDeviceResponse"}},
	{"case_login-SnapShotDevice-2", []string{"case_login-SnapShotDeviceResponse-2"}},
	{"case_login-GetForwarding", []string{"case_login-GetForwardingResponse"}},
	{"case_login-GetDoNotDisturb", []string{"case_login-GetDoNotDisturbResponse"}},
	{"case_login-GetCallProfile", []string{"case_login-GetCallProfileResponse"}},
	{"case_login-SnapShotDevice-3", []string{"case_login-SnapShotDeviceResponse-3"}},
	{"case_login-GetQueue", []string{"case_login-GetQueueResponse"}},
	{"case_login-GetQueueMember", []string{"case_login-GetQueueMemberResponse"}},
	{"case_dnd-SetDoNotDisturb", []string{"case_dnd-SetDoNotDisturbResponse", "case_dnd-DoNotDisturbEvent"}},
	{"case_queuemember-SetQueueMember", []string{"case_queuemember-SetQueueMemberResponse", "case_queuemember-QueueMemberEvent"}},
}

// ours are the fields whose values are our own: what counts, names and times of
// an installation that is not uni-tel's.
var ours = regexp.MustCompile(`/(monitorCount|eventOrderIncrement|connectionId|ringDuration|serviceLevelAgreement|mobile|deviceDescription)$`)

// TestUnitelUseCases sends what uni-tel prints, and compares the answers and
// events with those it prints, field by field.
func TestUnitelUseCases(t *testing.T) {
	if _, err := os.Stat(samples); err != nil {
		t.Skip("the samples are not there")
	}
	a := start(t, nil)
	received := make(chan string, 1000)
	c, err := client.Dial(t.Context(), a.TCPAddr(), xmltcp.NUL, func(r client.Received) { received <- string(r.Document) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	send := func(doc string) {
		t.Helper()
		if err := c.Send("", []byte(doc)); err != nil {
			t.Fatal(err)
		}
	}
	send(`<?xml version="1.0" encoding="utf-16"?><StartApplicationSession><applicationInfo><applicationSpecificInfo>` +
		`<vendorData:userID>crm@demo</vendorData:userID><vendorData:password>demo</vendorData:password><vendorData:pbxDomain>12345678.pbx.demo</vendorData:pbxDomain>` +
		`</applicationSpecificInfo></applicationInfo><requestedSessionDuration>120</requestedSessionDuration></StartApplicationSession>`)
	if answer := <-received; !strings.HasPrefix(answer, "<StartApplicationSessionPosResponse") {
		t.Fatal(answer)
	}
	q, err := a.store.Queues.List(t.Context(), demoTenant, "", 10)
	if err != nil || len(q) != 1 {
		t.Fatal(q, err)
	}
	playUnitel(t, a, &q[0], send, received, "none")
}

// TestUnitelUseCasesOnTheHub makes the same requests as hub invocations, and
// writes what comes back as uni-tel's clients would have read it.
func TestUnitelUseCasesOnTheHub(t *testing.T) {
	if _, err := os.Stat(samples); err != nil {
		t.Skip("the samples are not there")
	}
	a := start(t, nil)
	received := make(chan string, 1000)
	written := func(name string, object []byte) {
		m, err := csta.DecodeJSON(name, object)
		if err != nil {
			t.Errorf("%s %s: %v", name, object, err)
			return
		}
		if started, ok := m.(*csta.MonitorStartResponse); ok && started.MonitorCrossRefID == "t-12345678" {
			started.MonitorCrossRefID = "12345678" // uni-tel prints that, though its events say t-
		}
		if p := m.Common().Private; p != nil {
			p.Epoch, p.Offset = "", csta.Opt[uint64]{} // the hub tells positions unasked
		}
		if e, ok := m.(csta.Event); ok {
			prepared := csta.PrepareXML(e, csta.Unitel, false)
			received <- string(prepared.Append(nil, e.Head().MonitorCrossRefID, e.Head().Position))
			return
		}
		received <- string(csta.AppendXML(nil, m, csta.Unitel))
	}
	c, err := bench.Dial(t.Context(), "http://"+a.HTTPAddr()+"/csta", tokenFor(t, a, "crm@demo"), nil, func(target string, argument json.RawMessage) {
		written(target+"Event", argument)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	q, err := a.store.Queues.List(t.Context(), demoTenant, "", 10)
	if err != nil || len(q) != 1 {
		t.Fatal(q, err)
	}
	playUnitel(t, a, &q[0], func(doc string) {
		t.Helper()
		m, err := csta.DecodeXML([]byte(doc), csta.XMLOptions{})
		if err != nil {
			t.Fatal(err)
		}
		answer, err := c.Call(t.Context(), m.Name(), string(csta.AppendJSON(nil, m)))
		if err != nil || answer.Error != "" {
			t.Fatalf("%s: %+v, %v", m.Name(), answer, err)
		}
		response := m.Name() + "Response"
		if _, trunk := m.(*csta.MonitorTrunk); trunk {
			response = "MonitorStartResponse"
		}
		written(response, answer.Result)
	}, received, "serviceCrossRefID") // in JSON there is the data or the reference, not both
}

// playUnitel makes uni-tel's requests and waits for what it prints.
func playUnitel(t *testing.T, a *App, q *record.Queue, send func(doc string), received <-chan string, untold string) {
	t.Helper()
	a.tenants[demoTenant].SetNumbers(nil) // the trunk's own remains, as in uni-tel's example
	for _, step := range unitelSteps {
		q.Members = []string{"200"}
		if step.request == "case_login-SnapShotDevice-3" {
			q.Members = nil // uni-tel prints no members there, though the queue has one
		}
		a.tenants[demoTenant].PutQueue(*q)
		send(sample(t, step.request))
		missing := slices.Clone(step.expect)
		for deadline := time.After(patience); len(missing) > 0; {
			select {
			case doc := <-received:
				got := fields(t, doc)
				if i := slices.IndexFunc(missing, func(name string) bool { return same(fields(t, sample(t, name)), got, untold) }); i >= 0 {
					missing = slices.Delete(missing, i, i+1)
				} else if !strings.Contains(doc, "MonitorStartedEvent") && !strings.Contains(doc, "QueueStatisticsEvent") {
					t.Logf("after %s came\n%s\n%s", step.request, doc, strings.Join(got, "\n"))
				}
			case <-deadline:
				t.Fatalf("after %s does not come: %s, such as\n%s", step.request, missing, strings.Join(fields(t, sample(t, missing[0])), "\n"))
			}
		}
	}
}

func sample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(samples, "unitel-"+name+".xml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fields lists a document's elements in their order, with what is in them.
func fields(t *testing.T, doc string) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Strict = false
	var list []string
	path := ""
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return list
		case err != nil:
			t.Fatalf("%v: %s", err, doc)
		}
		switch token := token.(type) {
		case xml.StartElement:
			path += "/" + token.Name.Local
			list = append(list, fmt.Sprintf("%s in %q", path, token.Name.Space))
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" && !ours.MatchString(path) {
				list = append(list, path+" = "+text)
			}
		case xml.EndElement:
			path = path[:strings.LastIndexByte(path, '/')]
		}
	}
}

// same compares what two documents say, save for a field that is not told.
func same(want, got []string, untold string) bool {
	told := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(l string) bool { return strings.Contains(l, "/"+untold) })
	}
	return slices.Equal(told(want), told(got))
}
