package csta

import (
	"fmt"
	"unicode/utf8"
)

// Problem says in what way a message could not be decoded.
type Problem uint8

// What can be wrong with a message.
const (
	// NotWellFormed is no XML or JSON, or broken XML or JSON.
	NotWellFormed Problem = iota + 1
	// DTDRefused is XML with a document type declaration.
	DTDRefused
	// TooDeep is nested deeper than the caller allows.
	TooDeep
	// TooLarge is longer than the caller allows, or holds more items than any
	// message does.
	TooLarge
	// UnknownMessage is well formed and of a name that is no message.
	UnknownMessage
	// MissingField lacks a mandatory field.
	MissingField
	// BadValue has a value that its type does not have.
	BadValue
)

// String returns the problem in words.
func (p Problem) String() string {
	switch p {
	case NotWellFormed:
		return "not well formed"
	case DTDRefused:
		return "document type declarations are refused"
	case TooDeep:
		return "nested too deep"
	case TooLarge:
		return "too large"
	case UnknownMessage:
		return "unknown message"
	case MissingField:
		return "mandatory field missing"
	case BadValue:
		return "bad value"
	default:
		return "unknown problem"
	}
}

// DecodeError says why a message could not be decoded, and what an answer to
// it needs.
type DecodeError struct {
	Problem Problem
	// Message is the name of the message. An unknown one is given as it stood
	// there, shortened to 64 bytes; "" means that the document broke off before
	// it.
	Message string
	// Path names the field in question, such as MakeCall/callingDevice.
	Path string
	// Offset is where in the document the problem is, in bytes. It is known
	// for NotWellFormed, DTDRefused and TooDeep.
	Offset int
	// RequestID is the requestID of the message's private data, as far as it
	// could be read; the answer repeats it.
	RequestID string
	// Detail says more.
	Detail string
}

// Error returns the problem with its place.
func (e *DecodeError) Error() string {
	text := e.Problem.String()
	switch e.Problem {
	case NotWellFormed, DTDRefused, TooDeep:
		text = fmt.Sprintf("%s at byte %d", text, e.Offset)
	case UnknownMessage:
		text += " " + quoteName(e.Message)
	case MissingField, BadValue:
		text += " " + e.Path
	case TooLarge:
	}
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

// Fault returns the CSTA error that answers the message.
func (e *DecodeError) Fault() *Fault {
	value := OperationErrorsGeneric
	switch e.Problem {
	case UnknownMessage:
		value = OperationErrorsServiceNotSupported
	case MissingField, BadValue:
		value = OperationErrorsInvalidParameterValue
	case NotWellFormed, DTDRefused, TooDeep, TooLarge:
	}
	return OperationFault(value, "%s", e.Error())
}

// quoteName shows a name or word from outside.
func quoteName(name string) string {
	if short := shorten([]byte(name)); len(short) < len(name) {
		name = string(short) + "…"
	}
	return fmt.Sprintf("%q", name)
}

// shorten keeps a name from outside to a length that an error can show.
func shorten(name []byte) []byte {
	const longest = 64
	if len(name) <= longest {
		return name
	}
	name = name[:longest]
	for len(name) > 0 && !utf8.Valid(name) {
		name = name[:len(name)-1]
	}
	return name
}
