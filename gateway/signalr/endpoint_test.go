package signalr

import (
	"net/http"
	"testing"
)

// TestAdmit is the table of HTTP status codes of the hub's endpoint (ASP.NET Core, HttpConnectionDispatcher).
func TestAdmit(t *testing.T) {
	var (
		unbound   = place{known: true}
		socket    = place{known: true, bound: WebSockets, live: true}
		resumable = place{known: true, bound: WebSockets, live: true, resumable: true}
		away      = place{known: true, bound: WebSockets, resumable: true}
		stream    = place{known: true, bound: ServerSentEvents, live: true}
		polls     = place{known: true, bound: LongPolling}
		ending    = func(p place) place { p.ending, p.resumable = true, false; return p }
	)
	const (
		idRequired   = "Connection ID required"
		unknownID    = "No Connection with that ID"
		noChange     = "Cannot change transports mid-connection"
		noPost       = "POST requests are not allowed for WebSocket connections."
		noDelete     = "Cannot terminate this connection using the DELETE endpoint."
		notSupported = " transport not supported by this end point type"
	)
	tests := []struct {
		name    string
		verb    verb
		offered Transports
		hasID   bool
		place   place
		want    answer
	}{
		{"other method", verbNone, AllTransports, true, unbound, answer{405, ""}},
		{"poll without id", verbPoll, AllTransports, false, place{}, answer{400, idRequired}},
		{"stream without id", verbStream, AllTransports, false, place{}, answer{400, idRequired}},
		{"send without id", verbSend, AllTransports, false, place{}, answer{400, idRequired}},
		{"delete without id", verbDelete, AllTransports, false, place{}, answer{400, idRequired}},
		{"socket without id is a new connection", verbSocket, AllTransports, false, place{}, answer{}},
		{"socket without id, not offered", verbSocket, LongPolling, false, place{}, answer{404, "WebSockets" + notSupported}},
		{"socket, unknown id", verbSocket, AllTransports, true, place{}, answer{404, unknownID}},
		{"stream, unknown id", verbStream, AllTransports, true, place{}, answer{404, unknownID}},
		{"poll, unknown id", verbPoll, AllTransports, true, place{}, answer{404, unknownID}},
		{"send, unknown id", verbSend, AllTransports, true, place{}, answer{404, unknownID}},
		{"delete, unknown id", verbDelete, AllTransports, true, place{}, answer{404, unknownID}},
		{"socket", verbSocket, AllTransports, true, unbound, answer{}},
		{"stream", verbStream, AllTransports, true, unbound, answer{}},
		{"poll", verbPoll, AllTransports, true, unbound, answer{}},
		{"socket not offered", verbSocket, LongPolling, true, unbound, answer{404, "WebSockets" + notSupported}},
		{"stream not offered", verbStream, WebSockets, true, unbound, answer{404, "ServerSentEvents" + notSupported}},
		{"poll not offered", verbPoll, WebSockets, true, unbound, answer{404, "LongPolling" + notSupported}},
		{"stream on a socket's connection", verbStream, AllTransports, true, socket, answer{400, noChange}},
		{"poll on a socket's connection", verbPoll, AllTransports, true, socket, answer{400, noChange}},
		{"socket on a stream's connection", verbSocket, AllTransports, true, stream, answer{400, noChange}},
		{"socket on a polling connection", verbSocket, AllTransports, true, polls, answer{400, noChange}},
		{"second socket", verbSocket, AllTransports, true, socket, answer{409, ""}},
		{"second stream", verbStream, AllTransports, true, stream, answer{409, ""}},
		{"second socket replaces the first", verbSocket, AllTransports, true, resumable, answer{}},
		{"socket comes back", verbSocket, AllTransports, true, away, answer{}},
		{"socket of a connection that is closing", verbSocket, AllTransports, true, ending(resumable), answer{404, ""}},
		{"stream of a connection that is closing", verbStream, AllTransports, true, ending(stream), answer{404, ""}},
		{"poll takes the rest of a connection that is closing", verbPoll, AllTransports, true, ending(polls), answer{}},
		{"next poll", verbPoll, AllTransports, true, polls, answer{}},
		{"send on a socket's connection", verbSend, AllTransports, true, socket, answer{405, noPost}},
		{"send on a stream's connection", verbSend, AllTransports, true, stream, answer{}},
		{"send on a polling connection", verbSend, AllTransports, true, polls, answer{}},
		{"send before the transport is open", verbSend, AllTransports, true, unbound, answer{}},
		{"send to a connection that is closing", verbSend, AllTransports, true, ending(polls), answer{}},
		{"delete a polling connection", verbDelete, AllTransports, true, polls, answer{}},
		{"delete a stream's connection", verbDelete, AllTransports, true, stream, answer{400, noDelete}},
		{"delete a socket's connection", verbDelete, AllTransports, true, socket, answer{400, noDelete}},
		{"delete before the transport is open", verbDelete, AllTransports, true, unbound, answer{400, noDelete}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := admit(test.verb, test.offered, test.hasID, test.place); got != test.want {
				t.Errorf("answer %v, not %v", got, test.want)
			}
		})
	}
}

func TestVerbOf(t *testing.T) {
	upgrade := http.Header{"Connection": {"keep-alive, Upgrade"}, "Upgrade": {"websocket"}}
	tests := []struct {
		name, method string
		header       http.Header
		want         verb
	}{
		{"websocket", http.MethodGet, upgrade, verbSocket},
		{"stream", http.MethodGet, http.Header{"Accept": {"text/event-stream"}}, verbStream},
		{"stream among others", http.MethodGet, http.Header{"Accept": {"*/*;q=0.1, Text/Event-Stream"}}, verbStream},
		{"poll", http.MethodGet, http.Header{"Accept": {"*/*"}}, verbPoll},
		{"poll without accept", http.MethodGet, nil, verbPoll},
		{"send", http.MethodPost, nil, verbSend},
		{"delete", http.MethodDelete, nil, verbDelete},
		{"put", http.MethodPut, nil, verbNone},
		{"head", http.MethodHead, nil, verbNone},
		{"options", http.MethodOptions, nil, verbNone},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := verbOf(&http.Request{Method: test.method, Header: test.header}); got != test.want {
				t.Errorf("verb %d, not %d", got, test.want)
			}
		})
	}
}
