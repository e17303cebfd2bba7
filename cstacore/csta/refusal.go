package csta

import "strings"

// Refusal reports whether the error says that the requester has not the right
// to what he asked for, as opposed to its being wrong or impossible
// (privilegeViolation… and securityViolation of ECMA-269's operation errors).
func (f *Fault) Refusal() bool {
	if f.Code.Operation == 0 {
		return false
	}
	return f.Code.Operation == OperationErrorsSecurityViolation ||
		strings.HasPrefix(f.Code.Operation.String(), "privilegeViolation")
}
