package app

import (
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

	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
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
	a.tenants[demoTenant].SetNumbers(nil) // the trunk's own remains, as in uni-tel's example
	for _, step := range unitelSteps {
		q[0].Members = []string{"200"}
		if step.request == "case_login-SnapShotDevice-3" {
			q[0].Members = nil // uni-tel prints no members there, though the queue has one
		}
		a.tenants[demoTenant].PutQueue(q[0])
		send(sample(t, step.request))
		missing := slices.Clone(step.expect)
		for deadline := time.After(patience); len(missing) > 0; {
			select {
			case doc := <-received:
				got := fields(t, doc)
				if i := slices.IndexFunc(missing, func(name string) bool { return same(fields(t, sample(t, name)), got) }); i >= 0 {
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

func same(want, got []string) bool { return slices.Equal(want, got) }
