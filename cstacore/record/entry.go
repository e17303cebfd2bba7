package record

// EntryKind says what an Entry tells.
type EntryKind uint8

// The kinds of entry there are.
const (
	// CallBegan: the call exists from now on; of its times Started is known, of its
	// parties who is there.
	CallBegan EntryKind = iota + 1
	// CallAnswered: two parties speak to each other.
	CallAnswered
	// CallEnded: the record is complete.
	CallEnded
	// FeatureSet: a device's feature has a new setting.
	FeatureSet
)

// Entry is one fact that must outlive the process. A tenant's entries are in
// the order in which things happened.
type Entry struct {
	Kind EntryKind
	// Call is set for the entries about calls.
	Call *CallRecord
	// Feature is set for FeatureSet.
	Feature *FeatureSetting
}
