package csta

import (
	"errors"
	"fmt"
)

// Fault is a CSTA error: its category and value, and a text for people. It is
// what a service returns as its error, and what CSTAErrorCode carries.
type Fault struct {
	// Code is the category and the value in it.
	Code UniversalFailure
	// Detail says what was wrong in this case, for people to read. It is empty
	// where the value says it all.
	Detail string
}

// OperationFault returns an error of the request itself.
func OperationFault(value OperationErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{Operation: value}, Detail: detail(format, args)}
}

// StateFault returns an error of the state that the request met.
func StateFault(value StateIncompatibilityErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{StateIncompatibility: value}, Detail: detail(format, args)}
}

// SystemResourceFault says that the switching function lacks a resource.
func SystemResourceFault(value SystemResourceAvailabilityErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{SystemResourceAvailibility: value}, Detail: detail(format, args)}
}

// SubscribedResourceFault says that a limit of the subscription is reached.
func SubscribedResourceFault(value SubscribedResourceAvailabilityErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{SubscribedResourceAvailability: value}, Detail: detail(format, args)}
}

// PerformanceFault says that there is too much to do.
func PerformanceFault(value PerformanceManagementErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{PerformanceManagement: value}, Detail: detail(format, args)}
}

// SecurityFault returns an error of the message's security values. A session
// that is not logged in gets operation.securityViolation instead.
func SecurityFault(value SecurityErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{Security: value}, Detail: detail(format, args)}
}

// PrivateDataFault returns an error of the request's private data.
func PrivateDataFault(value PrivateDataInfoErrors, format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{PrivateData: value}, Detail: detail(format, args)}
}

// UnspecifiedFault returns an error without a category.
func UnspecifiedFault(format string, args ...any) *Fault {
	return &Fault{Code: UniversalFailure{Unspecified: true}, Detail: detail(format, args)}
}

func detail(format string, args []any) string {
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// FaultOf returns the Fault in an error's chain. An error that has none is
// nobody else's business: it becomes operation.generic without a detail.
func FaultOf(err error) *Fault {
	if fault, ok := errors.AsType[*Fault](err); ok {
		return fault
	}
	if refused, ok := errors.AsType[*DecodeError](err); ok {
		return refused.Fault()
	}
	return OperationFault(OperationErrorsGeneric, "")
}

// Error returns the text with which a hub invocation fails, such as
// CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant.
func (f *Fault) Error() string {
	text := "CSTAErrorCode " + f.Code.String()
	if f.Detail != "" {
		text += ": " + f.Detail
	}
	return text
}

// Is makes errors.Is compare category and value, whatever the detail.
func (f *Fault) Is(target error) bool {
	other, ok := target.(*Fault)
	return ok && other.Code == f.Code
}

// Message returns the message that answers the request. The detail goes into
// the private data, which the ECMA dialects have no place for.
func (f *Fault) Message() *CSTAErrorCode {
	m := &CSTAErrorCode{Code: f.Code}
	if f.Detail != "" {
		m.Private = &PrivateData{Detail: f.Detail}
	}
	return m
}

// errorIn returns the error that is the content of a message, nil where the
// message is of another kind.
func errorIn(m Message) *UniversalFailure {
	switch m := m.(type) {
	case *CSTAErrorCode:
		return &m.Code
	case *ErrorValue:
		return &m.Code
	default:
		return nil
	}
}

// Fault returns the error that a CSTAErrorCode message carries.
func (m *CSTAErrorCode) Fault() *Fault {
	f := &Fault{Code: m.Code}
	if m.Private != nil {
		f.Detail = m.Private.Detail
	}
	return f
}

// String returns category and value as category.value, such as
// operation.invalidDeviceID.
func (m UniversalFailure) String() string {
	switch {
	case m.Operation != 0:
		return "operation." + m.Operation.String()
	case m.PerformanceManagement != 0:
		return "performanceManagement." + m.PerformanceManagement.String()
	case m.PrivateData != 0:
		return "privateData." + m.PrivateData.String()
	case m.PrivateErrorCode != "":
		return "privateErrorCode." + m.PrivateErrorCode
	case m.Security != 0:
		return "security." + m.Security.String()
	case m.StateIncompatibility != 0:
		return "stateIncompatibility." + m.StateIncompatibility.String()
	case m.SubscribedResourceAvailability != 0:
		return "subscribedResourceAvailability." + m.SubscribedResourceAvailability.String()
	case m.SystemResourceAvailibility != 0:
		return "systemResourceAvailibility." + m.SystemResourceAvailibility.String()
	default:
		return "unspecified"
	}
}
