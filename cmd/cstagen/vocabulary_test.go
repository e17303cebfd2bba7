package main

import (
	"maps"
	"slices"
	"testing"
)

// What the standards count, known here so that a message that gets lost is
// missed without the schemas, too.
func TestTheVocabularyIsComplete(t *testing.T) {
	c := mustLoad(t)
	editionCounts, protocolCounts, kindCounts := map[int]int{}, map[string]int{}, map[kind]int{}
	var own []string
	for _, d := range c.messages {
		protocolCounts[d.file.protocol]++
		kindCounts[d.kind]++
		switch d.file.protocol {
		case "unitel":
			own = append(own, d.name)
		case "":
			for edition := firstEdition; edition <= lastEdition; edition++ {
				if d.editions.has(edition) {
					editionCounts[edition]++
				}
			}
		}
	}
	// Which messages came with ed4 and ed5 is not known of their own schemas;
	// what ed3 lacks counts as new in ed6.
	if want := map[int]int{3: 368, 4: 368, 5: 368, 6: 401}; !maps.Equal(editionCounts, want) {
		t.Errorf("messages by edition of ECMA-323: %v, want %v", editionCounts, want)
	}
	if want := map[string]int{"": 401, "ecma-354": 10, "unitel": 17}; !maps.Equal(protocolCounts, want) {
		t.Errorf("messages by protocol: %v, want %v", protocolCounts, want)
	}
	if want := map[kind]int{kindRequest: 181, kindResponse: 163, kindEvent: 79, kindFailure: 5}; !maps.Equal(kindCounts, want) {
		t.Errorf("messages by kind: %v, want %v", kindCounts, want)
	}
	slices.Sort(own)
	if want := []string{
		"GetCallProfile", "GetCallProfileResponse", "GetQueue", "GetQueueMember", "GetQueueMemberResponse", "GetQueueResponse",
		"MonitorStartedEvent", "MonitorTrunk", "OutgoingNumbersEvent", "QueueAddedEvent", "QueueMemberEvent", "QueueRemovedEvent",
		"QueueStatisticsEvent", "SetCallProfile", "SetCallProfileResponse", "SetQueueMember", "SetQueueMemberResponse",
	}; !slices.Equal(own, want) {
		t.Errorf("uni-tel's own messages: %v, want %v", own, want)
	}
}

// The messages of each group of services and events.
func TestEveryGroupIsComplete(t *testing.T) {
	got := map[string]int{}
	for _, d := range mustLoad(t).messages {
		got[d.file.stem]++
	}
	if want := map[string]int{
		"call_associated":          17,
		"call_events":              9,
		"call_feature_events":      9,
		"call_feature_services":    32,
		"call_services":            22,
		"capability_exchange":      11,
		"cdr":                      10,
		"data_collection":          14,
		"errors":                   2,
		"io":                       25,
		"location":                 23,
		"logical_device_events":    14,
		"logical_device_services":  40,
		"maintenance":              4,
		"media_attachment":         6,
		"monitoring":               9,
		"physical_device_events":   11,
		"physical_device_services": 46,
		"routeing":                 11,
		"session":                  10,
		"snapshot":                 6,
		"system":                   18,
		"unitel_services":          17,
		"vendor":                   10,
		"voice_events":             18,
		"voice_services":           34,
	}; !maps.Equal(got, want) {
		t.Errorf("messages by group: %v, want %v", got, want)
	}
}
