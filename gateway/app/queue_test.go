package app

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/gateway/config"
)

// callIn has somebody outside call a number of the demo.
func callIn(t *testing.T, a *App, from, number string) {
	t.Helper()
	told := make(chan error, 1)
	a.tenants[demoTenant].CallIn(from, number, func(_ string, err error) { told <- err })
	if err := <-told; err != nil {
		t.Fatal(err)
	}
}

// TestQueueStatisticsOutlive: what happened in a queue today is still known
// when the server was restarted, and who had logged out of it stays out.
func TestQueueStatisticsOutlive(t *testing.T) {
	folder := ""
	a := start(t, func(c *config.Server) { folder = c.DataDir })
	alice := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	alice.must("MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
	callIn(t, a, "33445566", "400")
	alice.await("Delivered")
	alice.must("AnswerCall", `{"callToBeAnswered":{"deviceId":"200"}}`)
	alice.must("ClearConnection", `{"connectionToBeCleared":{"deviceId":"200"}}`)
	alice.must("SetQueueMember", `{"device":"400","agentDN":"200","activateAgent":false}`)
	alice.must("SetDoNotDisturb", `{"device":"200","doNotDisturbOn":true}`)
	_ = alice.Close()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		t.Fatal(err)
	}

	again := start(t, func(c *config.Server) { c.DataDir = folder })
	crm := dialHub(t, again.HTTPAddr(), tokenFor(t, again, "crm@demo"))
	crm.must("MonitorStart", `{"monitorObject":{"deviceObject":"400"}}`)
	told := crm.await("QueueStatistics")
	for path, want := range map[string]string{
		"totalNoOfCalls": "1", "totalAnsweredCalls": "1", "totalMissedCalls": "0", "waitingCalls": "0",
	} {
		if got := field(t, told, path); got != want {
			t.Errorf("%s is %s, want %s: %s", path, got, want, told)
		}
	}
	if got := field(t, crm.must("GetDoNotDisturb", `{"device":"200"}`), "doNotDisturbOn"); got != "true" {
		t.Error("do not disturb is forgotten")
	}
	members := crm.must("GetQueueMember", `{"device":"400"}`)
	if !strings.HasPrefix(members, `{"memberList":{"memberListItem":[{"active":false,`) {
		t.Errorf("Alice is in the queue again: %s", members)
	}
}

// TestQueueByREST: an operator makes a queue and a number that leads to it,
// while the server runs, and somebody outside calls it.
func TestQueueByREST(t *testing.T) {
	a := start(t, nil)
	base := "http://" + a.HTTPAddr() + "/api/v1/"
	admin := "Bearer " + tokenFor(t, a, "admin@demo")
	post := func(who, path, body string, want int) string {
		t.Helper()
		status, _, answer := request(t, http.MethodPost, base+path, body, "Authorization", who, "Content-Type", "application/json")
		if status != want {
			t.Fatalf("%s %s: %d %s", path, body, status, answer)
		}
		return answer
	}
	post(admin, "devices", `{"deviceId":"401","name":"Sales","kind":"queue"}`, http.StatusCreated)
	post(admin, "queues", `{"device":"401","name":"Sales","members":["200"],"strategy":"someone"}`, http.StatusUnprocessableEntity)
	post(admin, "queues", `{"device":"401","name":"Sales","members":["200"],"strategy":"ringAll","wrapUpTime":5}`, http.StatusCreated)
	post(admin, "numbers", `{"number":"4533445566","name":"Sales","device":"401","priority":3}`, http.StatusCreated)
	alice := dialHub(t, a.HTTPAddr(), tokenFor(t, a, "alice@demo"))
	alice.must("MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
	post("Bearer "+tokenFor(t, a, "alice@demo"), "trunk/calls", `{"from":"11223344","to":"4533445566"}`, http.StatusCreated)
	delivered := alice.await("Delivered")
	if got := field(t, delivered, "cause"); got != "distributed" {
		t.Error(delivered)
	}
	post(admin, "trunk/calls", `{"from":"11223344","to":"999"}`, http.StatusUnprocessableEntity)
	post(admin, "groups", `{"groupId":"g%41"}`, http.StatusCreated)
	if status, _, answer := request(t, http.MethodGet, base+"groups/g%2541", "", "Authorization", admin); status != http.StatusOK {
		t.Errorf("an id with a %% in it: %d %s", status, answer)
	}
	post("Bearer nonsense", "trunk/calls", `{"from":"11223344","to":"401"}`, http.StatusUnauthorized)
}
