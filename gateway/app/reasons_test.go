package app

import (
	"context"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/gateway/config"
)

// TestReasons: an operator says why agents may not be ready, agents choose of
// that, the wallboard shows it, and a restart changes nothing of it.
func TestReasons(t *testing.T) {
	folder := ""
	a := start(t, func(c *config.Server) { folder = c.DataDir })
	admin, agent := apiAs(t, a, "admin@demo"), apiAs(t, a, "alice@demo")
	for _, r := range agent.list("/reasons") { // of the demo
		admin.want(204, "DELETE", "/reasons/"+r["code"].(string), "", "If-Match", "*")
	}
	admin.want(422, "POST", "/reasons", `{"code":"meal"}`)
	admin.want(422, "POST", "/reasons", `{"code":"meal","label":"two\nlines"}`)
	admin.want(422, "POST", "/reasons", `{"code":"","label":"Meal"}`)
	admin.want(201, "POST", "/reasons", `{"code":"meal","label":"Meal"}`)
	admin.want(409, "POST", "/reasons", `{"code":"meal","label":"Lunch"}`)
	agent.want(403, "POST", "/reasons", `{"code":"nap","label":"Nap"}`)
	h, _ := agent.want(200, "GET", "/reasons/meal", "")
	admin.want(200, "PUT", "/reasons/meal", `{"code":"meal","label":"Having a meal"}`, "If-Match", h.Get("ETag"))
	admin.want(412, "PUT", "/reasons/meal", `{"code":"meal","label":"Eating"}`, "If-Match", h.Get("ETag"))
	if all := agent.list("/reasons"); len(all) != 1 || all[0]["label"] != "Having a meal" {
		t.Errorf("reasons: %v", all)
	}

	alice := dialHub(t, a.HTTPAddr(), agent.token)
	alice.must("MonitorStart", `{"monitorObject":{"deviceObject":"200"}}`)
	alice.must("SetAgentState", `{"device":"200","requestedAgentState":"loggedOn"}`)
	if _, failed := alice.invoke("SetAgentState", `{"device":"200","requestedAgentState":"notReady","privateData":{"reason":"nap"}}`); !strings.Contains(failed, "operation.invalidParameterValue") {
		t.Errorf("a reason that is none: %s", failed)
	}
	alice.await("AgentNotReady")
	alice.must("SetAgentState", `{"device":"200","requestedAgentState":"notReady","privateData":{"reason":"meal"}}`)
	if told := alice.await("AgentNotReady"); field(t, told, "privateData.reasonLabel") != "Having a meal" {
		t.Errorf("%s", told)
	}
	_ = alice.Close()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := a.Stop(ctx); err != nil {
		t.Fatal(err)
	}

	again := start(t, func(c *config.Server) { c.DataDir = folder })
	crm := dialHub(t, again.HTTPAddr(), tokenFor(t, again, "crm@demo"))
	if state := crm.must("GetAgentState", `{"device":"200"}`); field(t, state, "privateData.reason") != "meal" || field(t, state, "privateData.reasonLabel") != "Having a meal" {
		t.Errorf("after a restart: %s", state)
	}
	crm.must("MonitorStart", `{"monitorObject":{"deviceObject":"400"}}`)
	if told := crm.await("QueueStatistics"); !strings.Contains(told, `"agentState":"agentNotReady","reason":"meal","reasonLabel":"Having a meal"`) {
		t.Errorf("the wallboard: %s", told)
	}
}

// list gives the items of a page.
func (c *apiClient) list(path string) []map[string]any {
	c.t.Helper()
	_, page := c.want(200, "GET", path, "")
	items := page["items"].([]any)
	list := make([]map[string]any, len(items))
	for i := range items {
		list[i] = items[i].(map[string]any)
	}
	return list
}
