package csta_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

func TestFaultText(t *testing.T) {
	for want, fault := range map[string]*csta.Fault{
		`CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant`: csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device %q in this tenant", "999"),
		"CSTAErrorCode stateIncompatibility.noCallToAnswer":                       csta.StateFault(csta.StateIncompatibilityErrorsNoCallToAnswer, ""),
		"CSTAErrorCode systemResourceAvailibility.resourceBusy: 100%":             csta.SystemResourceFault(csta.SystemResourceAvailabilityErrorsResourceBusy, "100%"),
		"CSTAErrorCode subscribedResourceAvailability.objectMonitorLimitExceeded": csta.SubscribedResourceFault(csta.SubscribedResourceAvailabilityErrorsObjectMonitorLimitExceeded, ""),
		"CSTAErrorCode performanceManagement.performanceLimitExceeded":            csta.PerformanceFault(csta.PerformanceManagementErrorsPerformanceLimitExceeded, ""),
		"CSTAErrorCode security.sequenceNumberViolated":                           csta.SecurityFault(csta.SecurityErrorsSequenceNumberViolated, ""),
		"CSTAErrorCode privateData.cSTAPrivateDataInfoError":                      csta.PrivateDataFault(csta.PrivateDataInfoErrorsCSTAPrivateDataInfoError, ""),
		"CSTAErrorCode unspecified: so it is":                                     csta.UnspecifiedFault("so it is"),
		"CSTAErrorCode privateErrorCode.17":                                       {Code: csta.UniversalFailure{PrivateErrorCode: "17"}},
	} {
		if fault.Error() != want {
			t.Errorf("got  %s\nwant %s", fault, want)
		}
		// The message carries all of it, in JSON and in the unitel dialect.
		doc := csta.AppendXML(nil, fault.Message(), csta.Unitel)
		m, err := csta.DecodeXML(doc, csta.XMLOptions{})
		if err != nil {
			t.Fatalf("%s: %v", doc, err)
		}
		if back := m.(*csta.CSTAErrorCode).Fault(); *back != *fault {
			t.Errorf("%s came back as %v", doc, back)
		}
	}
}

func TestFaultsAreFoundInErrors(t *testing.T) {
	fault := csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "no device 999")
	wrapped := fmt.Errorf("monitor: %w", fault)
	if csta.FaultOf(wrapped) != fault {
		t.Error("the fault was lost")
	}
	if !errors.Is(wrapped, csta.OperationFault(csta.OperationErrorsInvalidDeviceID, "another detail")) {
		t.Error("the same error with another detail is another error")
	}
	if errors.Is(wrapped, csta.OperationFault(csta.OperationErrorsInvalidCallID, "no device 999")) {
		t.Error("another error is the same")
	}
	// What went wrong inside is not told to the outside.
	if fault := csta.FaultOf(errors.New("disk full on /var")); strings.Contains(fault.Error(), "disk") || fault.Code.Operation != csta.OperationErrorsGeneric {
		t.Errorf("got %v", fault)
	}
}
