package app

import (
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/config"
	"github.com/cstahub/cstahub/gateway/rest"
)

var update = flag.Bool("update", false, "write the page of REST permissions")

const permissionsPage = "../../api/reference/permissions_rest.md"

// free are the routes that take no token, and why.
var free = map[string]string{
	"POST /api/v1/login": "how one gets a token", "POST /api/v1/refresh": "the refresh token is the proof",
	"POST /api/v1/logout": "ends what it is shown, and tells nothing",
}

// TestRESTPermissions asks for every route as every role, without a token, and
// as another tenant's operator, and holds the page against what comes of it:
//
//	go test ./gateway/app -run RESTPermissions -update
func TestRESTPermissions(t *testing.T) {
	a := start(t, func(cfg *config.Server) {
		cfg.InMemory = false
		fill(t, cfg.DataDir)
	})
	who := []struct{ name, user string }{
		{"agent", "alice@demo"}, {"supervisor", "erin@demo"}, {"integration", "crm@demo"}, {"operator", "admin@demo"}, {"another tenant's operator", "admin@acme"},
	}
	tokens := make(map[string]string)
	for _, w := range who {
		tokens[w.name] = tokenFor(t, a, w.user)
	}
	var lines []string
	router := chi.NewRouter()
	rest.Mount(router, rest.Config{})
	ids := map[string]string{"users": "alice@demo", "devices": "200", "queues": "400", "calls": "none", "groups": "none", "teams": "none", "numbers": "none", "reasons": "none"}
	err := chi.Walk(router, func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		if !strings.HasPrefix(route, "/api/v1/") {
			return nil
		}
		noun := strings.Split(route, "/")[3]
		path := strings.NewReplacer("{id}", ids[noun], "{login}", "none").Replace(route)
		ask := func(token string) int {
			header := []string{"If-Match", `"1"`} // what nobody has: nothing is changed
			if token != "" {
				header = append(header, "Authorization", "Bearer "+token)
			}
			status, _, _ := request(t, method, "http://"+a.HTTPAddr()+path, "[", header...)
			return status
		}
		var page strings.Builder
		fmt.Fprintf(&page, "| %s %s |", method, route)
		defer func() { lines = append(lines, page.String()) }()
		none := ask("")
		if why, open := free[method+" "+route]; open {
			page.WriteString(strings.Repeat(" everybody |", len(who)) + " yes: " + why + " |\n")
			return nil
		}
		if none != http.StatusUnauthorized {
			t.Errorf("%s %s without a token: %d", method, route, none)
		}
		for _, w := range who {
			verdict := "yes"
			switch status := ask(tokens[w.name]); {
			case status == http.StatusForbidden, status == http.StatusNotFound && w.name == "another tenant's operator":
				verdict = fmt.Sprint("no, ", status)
			case status == http.StatusUnauthorized, status >= 500:
				t.Errorf("%s %s as %s: %d", method, route, w.name, status)
			}
			editing := method != http.MethodGet || noun != "calls" && noun != "directory" && noun != "reasons" && noun != "me" && noun != "calls.csv"
			// The server of the test is the demo, where everybody may try calls.
			editing = editing && noun != "trunk"
			// What is one's own takes no right, but a proof.
			editing = editing && noun != "me"
			if editing && verdict == "yes" && !strings.HasSuffix(w.name, "operator") {
				t.Errorf("%s %s: %s may", method, route, w.name)
			}
			if verdict == "yes" && w.name == "another tenant's operator" && strings.Contains(route, "{id}") && ids[noun] != "none" {
				t.Errorf("%s %s: another tenant's operator reaches it", method, route)
			}
			fmt.Fprintf(&page, " %s |", verdict)
		}
		page.WriteString(" no, 401 |\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(lines, func(a, b string) int { // by path, which the method precedes
		return strings.Compare(strings.SplitN(a, " ", 3)[2], strings.SplitN(b, " ", 3)[2])*2 + strings.Compare(a, b)
	})
	page := permissionsHead + strings.Join(lines, "")
	if *update {
		if err := os.WriteFile(permissionsPage, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(permissionsPage); err != nil || string(got) != page {
		t.Errorf("%s does not say what is so (%v); write it with -update and read it", permissionsPage, err)
	}
}

// TestRecordsByRole asks for the record of a call of one's own, of a call of
// others of the team, of others, and of another tenant, as every role, alone
// and in the list. Whoever may not see it cannot tell that it is there.
func TestRecordsByRole(t *testing.T) {
	a := start(t, func(cfg *config.Server) {
		cfg.InMemory = false
		fill(t, cfg.DataDir)
	})
	for _, c := range []struct{ id, tenant, calling, called string }{
		{"own", "demo", "200", "5550001"}, {"team", "demo", "201", "5550001"}, {"others", "demo", "204", "5550001"}, {"foreign", "acme", "200", "201"},
	} {
		call := &record.CallRecord{Call: c.id, Tenant: c.tenant, Direction: record.Internal, Calling: c.calling, Called: c.called, Started: time.Now(), Ended: time.Now()}
		if err := a.store.Append(t.Context(), c.tenant, []record.Entry{{Kind: record.CallBegan, Call: call}, {Kind: record.CallEnded, Call: call}}); err != nil {
			t.Fatal(err)
		}
	}
	for user, want := range map[string][]string{
		"alice@demo": {"own"},                   // an agent, at 200
		"erin@demo":  {"others", "own", "team"}, // a supervisor at 204, who looks after 200 to 203
		"crm@demo":   {"others", "own", "team"}, // an integration for every device
		"admin@demo": {"others", "own", "team"}, // an operator
		"admin@acme": {"foreign"},
	} {
		c := apiAs(t, a, user)
		var alone, listed []string
		for _, id := range []string{"foreign", "others", "own", "team"} {
			switch status, _, _ := c.ask("GET", "/calls/"+id, ""); status {
			case http.StatusOK:
				alone = append(alone, id)
			case http.StatusNotFound:
			default:
				t.Errorf("%s, %s: %d", user, id, status)
			}
		}
		_, page := c.want(200, "GET", "/calls", "")
		for _, item := range page["items"].([]any) {
			listed = append(listed, item.(map[string]any)["callId"].(string))
		}
		slices.Sort(listed)
		if !slices.Equal(alone, want) || !slices.Equal(listed, want) {
			t.Errorf("%s sees %v alone and %v in the list, want %v", user, alone, listed, want)
		}
	}
}

// fill makes an installation of two tenants.
func fill(t *testing.T, dataDir string) {
	t.Helper()
	db, err := store.Open(t.Context(), dataDir, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	demo, err := Demo(config.DefaultDemoPassword)
	if err != nil {
		t.Fatal(err)
	}
	acme := record.Directory{
		Tenant: record.Tenant{ID: "acme", Trunk: "87654321", Domain: "acme.example"},
		Users:  []record.User{{ID: "admin@acme", Tenant: "acme", Role: record.RoleOperator}},
	}
	if err := errors.Join(db.CreateDirectory(t.Context(), demo), db.CreateDirectory(t.Context(), acme), db.Close()); err != nil {
		t.Fatal(err)
	}
}

const permissionsHead = `<!-- Code generated by go test ./gateway/app -run RESTPermissions -update. DO NOT EDIT. -->

# Who may use which REST route

Every route, asked for by every role and without a token. What is asked for by its name is a thing of the tenant demo, and
does not exist for another tenant's operator; lists hold what belongs to one's own tenant. "yes" for calls and the directory
means: those that one may see, see the table of roles in ` + "`cstacore/access/right.go`" + `. Services are in
[permissions.md](permissions.md).

| route | agent | supervisor | integration | operator | another tenant's operator | nobody |
|---|---|---|---|---|---|---|
`
