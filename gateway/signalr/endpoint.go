package signalr

import (
	"net/http"
	"strings"

	"github.com/gorilla/websocket"
)

// verb is what a request to the hub's endpoint asks for.
type verb uint8

const (
	verbNone verb = iota
	// verbSocket opens a WebSocket.
	verbSocket
	// verbStream opens a stream of Server-Sent Events.
	verbStream
	// verbPoll waits for something to be sent.
	verbPoll
	// verbSend carries messages from the client, for transports that cannot.
	verbSend
	// verbDelete ends a long polling connection.
	verbDelete
)

func verbOf(r *http.Request) verb {
	switch r.Method {
	case http.MethodGet:
		if websocket.IsWebSocketUpgrade(r) {
			return verbSocket
		}
		for _, accept := range r.Header.Values("Accept") {
			if strings.Contains(strings.ToLower(accept), "text/event-stream") {
				return verbStream
			}
		}
		return verbPoll
	case http.MethodPost:
		return verbSend
	case http.MethodDelete:
		return verbDelete
	}
	return verbNone
}

// transport is the transport that a verb belongs to, 0 for those that more than one has.
func (v verb) transport() Transport {
	switch v {
	case verbSocket:
		return WebSockets
	case verbStream:
		return ServerSentEvents
	case verbPoll:
		return LongPolling
	default:
		return 0
	}
}

// place is where a connection stands when a request for it comes in.
type place struct {
	// known: there is such a connection.
	known bool
	// bound is the transport it was started with, 0 if it was not.
	bound Transport
	// live: it has its socket or stream.
	live bool
	// resumable: its socket may be replaced, by stateful reconnect.
	resumable bool
	// ending: it is closing or has closed.
	ending bool
}

// answer is an HTTP status with a text; status 0 lets the request go on.
type answer struct {
	status int
	text   string
}

// notSupported follows the name of a transport that is not offered.
const notSupported = " transport not supported by this end point type"

// admit decides about a request to the hub's endpoint, before anything is changed by it. Status codes and texts are
// ASP.NET Core's (HttpConnectionDispatcher).
func admit(v verb, offered Transports, hasID bool, p place) answer {
	switch {
	case v == verbNone:
		return answer{http.StatusMethodNotAllowed, ""}
	case !hasID && v == verbSocket && offered&WebSockets != 0:
		// A client may skip negotiate if it can do without a fallback.
		return answer{}
	case !hasID && v != verbSocket:
		return answer{http.StatusBadRequest, "Connection ID required"}
	case !hasID:
		return answer{http.StatusNotFound, WebSockets.String() + notSupported}
	case !p.known:
		return answer{http.StatusNotFound, "No Connection with that ID"}
	}
	switch v {
	case verbSend:
		return admitSend(p)
	case verbDelete:
		if p.bound != LongPolling {
			return answer{http.StatusBadRequest, "Cannot terminate this connection using the DELETE endpoint."}
		}
		return answer{}
	default:
		return admitReceive(v.transport(), offered, p)
	}
}

func admitSend(p place) answer {
	if p.bound == WebSockets {
		return answer{http.StatusMethodNotAllowed, "POST requests are not allowed for WebSocket connections."}
	}
	return answer{}
}

func admitReceive(t Transport, offered Transports, p place) answer {
	switch {
	case offered&t == 0:
		return answer{http.StatusNotFound, t.String() + notSupported}
	case p.bound != 0 && p.bound != t:
		return answer{http.StatusBadRequest, "Cannot change transports mid-connection"}
	case t == LongPolling:
		// A connection that is closing still has its last messages to be polled.
		return answer{}
	case p.ending:
		return answer{http.StatusNotFound, ""}
	case p.live && !p.resumable:
		return answer{http.StatusConflict, ""}
	case p.bound != 0 && !p.live && !p.resumable:
		return answer{http.StatusNotFound, ""}
	}
	return answer{}
}

// serveEndpoint answers a request to {hub}.
func (s *Server) serveEndpoint(w http.ResponseWriter, r *http.Request, who Principal) {
	v := verbOf(r)
	id := queryValue(r.URL.Query(), "id")
	var c *Conn
	var p place
	if id != "" {
		if c = s.lookup(id); c != nil {
			p = c.place()
		}
	}
	if a := admit(v, s.options.Transports, id != "", p); a.status != 0 {
		s.refuse(w, r, a)
		return
	}
	if c != nil && !c.belongsTo(who) {
		s.log.Warn("request of another user refused", "connection_id", c.id, "remote_addr", r.RemoteAddr)
		s.refuse(w, r, answer{http.StatusForbidden, "The user of a connection cannot change."})
		return
	}
	switch v {
	case verbSocket:
		s.serveWebSocket(w, r, who, c)
	case verbStream:
		c.serveEvents(w, r, who)
	case verbPoll:
		c.servePoll(w, r, who)
	case verbSend:
		c.serveSend(w, r)
	case verbDelete:
		c.serveDelete(w)
	case verbNone:
	}
}
