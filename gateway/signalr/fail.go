package signalr

import (
	"errors"
	"fmt"

	"github.com/cstahub/cstahub/gateway/signalr/internal/hubprotocol"
)

// HubError is an error whose message is meant for the client. It reaches the client as .NET's HubException does, behind
// the words "An unexpected error occurred invoking 'X' on the server. HubException: ".
type HubError struct{ Message string }

// Error implements error.
func (e *HubError) Error() string { return e.Message }

// CallError is an error whose text reaches the client as it is, with nothing in front of it.
type CallError struct{ Text string }

// Error implements error.
func (e *CallError) Error() string { return e.Text }

// BindError says that arguments do not fit what a method takes.
type BindError struct{ err error }

// Error implements error.
func (e *BindError) Error() string { return e.err.Error() }

// Unwrap returns what is wrong with the arguments.
func (e *BindError) Unwrap() error { return e.err }

// wrongCount and wrongType are what .NET says about arguments that do not fit.
func wrongCount(got, want int) error {
	return &BindError{fmt.Errorf("Invocation provides %d argument(s) but target expects %d.", got, want)} //nolint:staticcheck // ST1005: the text is .NET's
}

func wrongType(err error) error {
	return &BindError{fmt.Errorf("Error binding arguments. Make sure that the types of the provided values match the types of the hub method being invoked. %w", err)}
}

// errorText is what a client is told about an error of one of its calls. The texts are .NET's, and clients compare them.
func (inv *Invocation) errorText(err error) string {
	var hub *HubError
	var call *CallError
	var bind *BindError
	switch {
	case errors.As(err, &call):
		return call.Text
	case inv.started.Load():
		return inv.streamError(err)
	case errors.As(err, &hub):
		return fmt.Sprintf("An unexpected error occurred invoking '%s' on the server. HubException: %s", inv.target, hub.Message)
	case errors.As(err, &bind):
		text := fmt.Sprintf("Failed to invoke '%s' due to an error on the server.", inv.target)
		if inv.conn.server.options.DetailedErrors {
			text += " InvalidDataException: " + bind.Error()
		}
		return text
	}
	return inv.generalError(err)
}

// generalError is what a client is told about an error that is not its own to know.
func (inv *Invocation) generalError(err error) string {
	text := fmt.Sprintf("An unexpected error occurred invoking '%s' on the server.", inv.target)
	if err != nil && inv.conn.server.options.DetailedErrors {
		text += " " + dotNetName(err) + ": " + err.Error()
	}
	return text
}

// dotNetName is the name that stands in front of an error's message where .NET puts the exception's type.
func dotNetName(err error) string {
	var hub *HubError
	switch {
	case errors.As(err, &hub):
		return "HubException"
	case errors.Is(err, hubprotocol.ErrInvalid):
		return "InvalidDataException"
	}
	return "Exception"
}
