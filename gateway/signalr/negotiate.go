package signalr

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// maxNegotiateVersion is the newest version of negotiate. Since version 1 a connection has a secret token apart from its
// public id.
const maxNegotiateVersion = 1

// negotiation is the answer to negotiate, or with Error set a refusal that the client shows to its user.
type negotiation struct {
	NegotiateVersion     *int    `json:"negotiateVersion,omitempty"`
	ConnectionID         string  `json:"connectionId,omitempty"`
	ConnectionToken      string  `json:"connectionToken,omitempty"`
	UseStatefulReconnect bool    `json:"useStatefulReconnect,omitempty"`
	AvailableTransports  []offer `json:"availableTransports,omitempty"`
	Error                string  `json:"error,omitempty"`
	URL                  string  `json:"url,omitempty"`
	AccessToken          string  `json:"accessToken,omitempty"`
}

// offer is one transport the client may choose.
type offer struct {
	Transport       string   `json:"transport"`
	TransferFormats []string `json:"transferFormats"`
}

// offers lists transports in the order in which clients try them.
func offers(transports Transports) []offer {
	var list []offer
	for _, t := range []Transport{WebSockets, ServerSentEvents, LongPolling} {
		if transports&t == 0 {
			continue
		}
		formats := []string{"Text"}
		if t.carriesBinary() {
			formats = append(formats, "Binary")
		}
		list = append(list, offer{Transport: t.String(), TransferFormats: formats})
	}
	return list
}

// negotiateVersion decides which version to answer with. A refusal is a text for the client.
func negotiateVersion(requested string, least int) (version int, refusal string) {
	if requested != "" {
		n, err := strconv.Atoi(requested)
		if err != nil {
			return 0, "The client requested a non-integer protocol version."
		}
		version = min(n, maxNegotiateVersion)
	}
	if version < least {
		return 0, fmt.Sprintf("The client requested version '%d', but the server does not support this version.", version)
	}
	return version, ""
}

// serveNegotiate answers POST {hub}/negotiate: it makes a connection and tells the client how to reach it.
func (s *Server) serveNegotiate(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		s.refuse(w, r, answer{http.StatusMethodNotAllowed, ""})
		return
	}
	if s.options.Redirect != nil {
		if to := s.options.Redirect(r); to.URL != "" {
			writeNegotiation(w, &negotiation{URL: to.URL, AccessToken: to.AccessToken})
			return
		}
	}
	query := r.URL.Query()
	version, refusal := negotiateVersion(queryValue(query, "negotiateVersion"), s.options.MinNegotiateVersion)
	if refusal != "" {
		writeNegotiation(w, &negotiation{Error: refusal})
		return
	}
	stateful := !s.options.DisableStatefulReconnect && s.options.Transports&WebSockets != 0 &&
		strings.EqualFold(queryValue(query, "useStatefulReconnect"), "true")
	a := s.admission.begin(r)
	if a.status == 0 {
		a = s.admission.negotiated()
	}
	if a.status != 0 {
		s.refuse(w, r, a)
		return
	}
	c := newConn(s, version, stateful)
	c.negotiated = true
	if !s.add(c) {
		s.admission.notConnected()
		s.refuse(w, r, answer{http.StatusServiceUnavailable, ""})
		return
	}
	answer := negotiation{
		NegotiateVersion:     &version,
		ConnectionID:         c.id,
		UseStatefulReconnect: stateful,
		AvailableTransports:  offers(s.options.Transports),
	}
	if version > 0 {
		answer.ConnectionToken = c.token
	}
	writeNegotiation(w, &answer)
}

func writeNegotiation(w http.ResponseWriter, answer *negotiation) {
	body, err := json.Marshal(answer) //nolint:gosec // G117: handing the client its token is what negotiate is for
	if err != nil {
		writeStatus(w, http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	// The client has gone if this fails; its connection is reaped like any other that is not used.
	_, _ = w.Write(body)
}

// newID returns 128 random bits in letters that need no escaping in an URL.
func newID() string {
	var b [16]byte
	// crypto/rand.Read does not fail.
	_, _ = rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}
