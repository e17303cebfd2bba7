package csta

import (
	"slices"
	"strings"
)

// Names lists all messages by name, in order.
func Names() []string { return slices.Clone(messageNames) }

// Responses lists the names of the messages that answer a request, the
// positive one first. Any request may also be answered by CSTAErrorCode. A
// request without responses is not answered, unless to refuse it.
func Responses(request string) []string {
	m, ok := New(request)
	if !ok {
		return nil
	}
	return strings.Fields(m.layout().answers)
}

// Sender says which side sends a request.
type Sender uint8

// The senders of requests.
const (
	// SentByClient is a request of the application: a service that the
	// switching function may offer.
	SentByClient Sender = iota
	// SentByServer is a request of the switching function to the application.
	SentByServer
	// SentByBoth is a request that both sides may send.
	SentByBoth
)

// SenderOf says who sends a request. Whoever gets one that is not for him to
// get refuses it, as he does with a service that he does not offer.
func SenderOf(request Message) Sender { return request.layout().sender }

// Knows says whether a message is one that a session of the dialect can
// expect: one that its edition of ECMA-323 has, or one of the application
// session; in the unitel dialect any. What it does not know it can still be
// written in.
func (d *Dialect) Knows(m Message) bool {
	l := m.layout()
	return d.unitel || !l.own && d.edition >= l.since
}
