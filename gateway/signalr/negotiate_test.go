package signalr

import (
	"net/http"
	"strings"
	"testing"
)

func TestNegotiate(t *testing.T) {
	transports := `"availableTransports":[{"transport":"WebSockets","transferFormats":["Text","Binary"]},` +
		`{"transport":"ServerSentEvents","transferFormats":["Text"]},{"transport":"LongPolling","transferFormats":["Text","Binary"]}]}`
	tests := []struct {
		name    string
		query   string
		options Options
		want    string
	}{
		{"version 0 has no token", "", Options{}, `{"negotiateVersion":0,"connectionId":"ID",` + transports},
		{"version 1", "?negotiateVersion=1", Options{}, `{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN",` + transports},
		{"names match without case", "?NegotiateVersion=1&x=y", Options{}, `{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN",` + transports},
		{"newer than known", "?negotiateVersion=7", Options{}, `{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN",` + transports},
		{"no number", "?negotiateVersion=one", Options{}, `{"error":"The client requested a non-integer protocol version."}`},
		{"too old", "?negotiateVersion=0", Options{MinNegotiateVersion: 1},
			`{"error":"The client requested version '0', but the server does not support this version."}`},
		{"negative", "?negotiateVersion=-1", Options{},
			`{"error":"The client requested version '-1', but the server does not support this version."}`},
		{"stateful reconnect asked for", "?negotiateVersion=1&useStatefulReconnect=true", Options{},
			`{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN","useStatefulReconnect":true,` + transports},
		{"stateful reconnect asked for and refused", "?negotiateVersion=1&useStatefulReconnect=true", Options{DisableStatefulReconnect: true},
			`{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN",` + transports},
		{"one transport", "?negotiateVersion=1", Options{Transports: LongPolling},
			`{"negotiateVersion":1,"connectionId":"ID","connectionToken":"TOKEN","availableTransports":[{"transport":"LongPolling","transferFormats":["Text","Binary"]}]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, echoHub(), test.options)
			for _, path := range []string{"/hub/negotiate", "/hub/negotiate/"} {
				response, body := w.request(http.MethodPost, path+test.query, "", nil)
				if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "application/json" {
					t.Errorf("%d %s", response.StatusCode, response.Header.Get("Content-Type"))
				}
				body = maskValue(maskValue(body, "connectionId", "ID"), "connectionToken", "TOKEN")
				if body != test.want {
					t.Errorf("answered %s\n     not %s", body, test.want)
				}
			}
		})
	}
}

// maskValue replaces the random value of a member, after checking that it is one a URL can hold as it is.
func maskValue(body, member, with string) string {
	before, rest, found := strings.Cut(body, `"`+member+`":"`)
	if !found {
		return body
	}
	value, after, _ := strings.Cut(rest, `"`)
	if len(value) != 22 || strings.ContainsAny(value, "+/=") {
		return body
	}
	return before + `"` + member + `":"` + with + `"` + after
}

func TestNegotiatedIdsAreSecretAndDifferent(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	n := w.negotiate("?negotiateVersion=1")
	if n.ConnectionID == n.ConnectionToken {
		t.Error("id and token are the same")
	}
	if _, response, err := w.socket("/hub?id="+n.ConnectionID, nil); err == nil || response.StatusCode != http.StatusNotFound {
		t.Error("the public id opens the connection")
	}
	p, _, err := w.socket("/hub/?id="+n.ConnectionToken, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.drop()
	p.handshake()
	p.record(`{"type":1,"invocationId":"1","target":"Echo","arguments":[1]}`)
	p.expect(`{"type":3,"invocationId":"1","result":1}`)
	if c, ok := w.server.Conn(n.ConnectionID); !ok || c.ID() != n.ConnectionID {
		t.Error("connection is not known by its id")
	}
}

func TestNegotiateVersion0UsesTheIdForEverything(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	p, _, err := w.socket("/hub?ID="+w.negotiate("").ConnectionID, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer p.drop()
	p.handshake()
}

func TestNegotiateOnlyTakesPost(t *testing.T) {
	w := newWorld(t, echoHub(), Options{})
	for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		if response, _ := w.request(method, "/hub/negotiate", "", nil); response.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, response.StatusCode)
		}
	}
}

func TestPathIsServedAlone(t *testing.T) {
	w := newWorld(t, echoHub(), Options{Path: "/hub"})
	for path, want := range map[string]int{
		"/hub/negotiate": 200, "/hub/negotiate/": 200, "/hub": 400, "/hub/": 400,
		"/hub/other": 404, "/negotiate": 404, "/": 404, "/hub/negotiate/negotiate": 404,
	} {
		if response, _ := w.request(http.MethodPost, path, "", nil); response.StatusCode != want {
			t.Errorf("%s: %d, not %d", path, response.StatusCode, want)
		}
	}
}

func TestOrigins(t *testing.T) {
	allow := func(origin string) bool { return origin == "https://crm.test" }
	tests := []struct {
		name    string
		options Options
		origin  string
		status  int
		body    string
	}{
		{"no browser", Options{}, "", 200, ""},
		{"own origin", Options{}, "http://hub.test", 200, ""},
		{"own origin behind a proxy with TLS", Options{}, "https://HUB.test", 200, ""},
		{"other origin", Options{OriginSetting: "--allow-origin"}, "https://crm.test", 403,
			"The origin 'https://crm.test' is not allowed to use this hub. Origins are allowed by the setting --allow-origin."},
		{"other origin, no setting", Options{}, "null", 403, "The origin 'null' is not allowed to use this hub."},
		{"allowed origin", Options{AllowOrigin: allow}, "https://crm.test", 200, ""},
		{"not the allowed origin", Options{AllowOrigin: allow}, "https://evil.test", 403, "The origin 'https://evil.test' is not allowed to use this hub."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, echoHub(), test.options)
			header := http.Header{}
			if test.origin != "" {
				header.Set("Origin", test.origin)
			}
			response, body := w.request(http.MethodPost, "/hub/negotiate?negotiateVersion=1", "", header)
			if response.StatusCode != test.status || test.body != "" && body != test.body {
				t.Errorf("negotiate: %d %s", response.StatusCode, body)
			}
			cross := test.options.AllowOrigin != nil && test.status == 200
			if got := response.Header.Get("Access-Control-Allow-Origin"); (got == test.origin) != (cross || test.origin == "") {
				t.Errorf("Access-Control-Allow-Origin: %q", got)
			}
			if got := response.Header.Get("Access-Control-Allow-Credentials"); (got == "true") != cross {
				t.Errorf("Access-Control-Allow-Credentials: %q", got)
			}
			p, response, err := w.socket("/hub", header)
			if test.status == 200 {
				if err != nil {
					t.Fatal(err)
				}
				p.drop()
			} else if response.StatusCode != test.status {
				t.Errorf("websocket: %d", response.StatusCode)
			}
		})
	}
}

func TestPreflight(t *testing.T) {
	asked := false
	w := newWorld(t, echoHub(), Options{
		AllowOrigin:  func(origin string) bool { return origin == "https://crm.test" },
		Authenticate: func(*http.Request) (Principal, error) { asked = true; return Principal{}, nil },
	})
	ask := func(origin string) *http.Response {
		response, _ := w.request(http.MethodOptions, "/hub/negotiate?negotiateVersion=1", "", http.Header{
			"Origin": {origin}, "Access-Control-Request-Method": {"POST"},
			"Access-Control-Request-Headers": {"authorization,x-requested-with,x-signalr-user-agent"},
		})
		return response
	}
	response := ask("https://crm.test")
	if response.StatusCode != http.StatusNoContent {
		t.Errorf("status %d", response.StatusCode)
	}
	for name, want := range map[string]string{
		"Access-Control-Allow-Origin":      "https://crm.test",
		"Access-Control-Allow-Credentials": "true",
		"Access-Control-Allow-Methods":     "GET, POST, DELETE",
		"Access-Control-Allow-Headers":     "authorization,x-requested-with,x-signalr-user-agent",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if asked {
		t.Error("a preflight carries no credentials and cannot be authenticated")
	}
	if response := ask("https://evil.test"); response.StatusCode != http.StatusForbidden || response.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("preflight of another origin: %d", response.StatusCode)
	}
}
