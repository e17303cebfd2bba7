package xmltcp

import (
	"github.com/cstahub/cstahub/cstacore/csta"
)

// segments takes an answer that is too long for one document apart, where the
// standard has a way to: a response that names ref, and messages that follow
// it, each of at most limit bytes as size counts them (ECMA-269, Snapshot
// Device and Snapshot Device Data). It reports false where it cannot.
func segments(m csta.Message, ref string, limit int, size func(csta.Message) int) (csta.Message, []csta.Message, bool) {
	response, ok := m.(*csta.SnapshotDeviceResponse)
	if !ok || response.CrossRefIDOrSnapshotData.SnapshotData == nil {
		return nil, nil, false
	}
	calls := response.CrossRefIDOrSnapshotData.SnapshotData.SnapshotDeviceResponseInfo
	var parts []csta.Message
	n, part := firstTry, csta.Message(nil)
	for len(calls) > 0 {
		n, part = fitting(calls, 2*n, limit, size, func(some []csta.SnapshotDeviceResponseInfo) csta.Message {
			return &csta.SnapshotDeviceData{
				ServiceCrossRefID: ref, SegmentID: csta.Some(int64(len(parts) + 1)), LastSegment: len(some) == len(calls), SnapshotData: some,
			}
		})
		if n == 0 {
			return nil, nil, false
		}
		parts, calls = append(parts, part), calls[n:]
	}
	first := *response
	first.CrossRefIDOrSnapshotData = csta.CrossRefIDOrSnapshotDeviceData{ServiceCrossRefID: ref}
	return &first, parts, len(parts) > 0
}

// firstTry is half of how many items are tried in the first message; in those
// that follow it is as many as there were in the one before. So no more is
// written to be measured than what is sent, a few times over.
const firstTry = 32

// fitting gives a message of as many of the items, most at most, as fit, halving
// until they do; 0 where not even one does.
func fitting[T any](items []T, most, limit int, size func(csta.Message) int, message func([]T) csta.Message) (int, csta.Message) {
	for n := min(most, len(items)); n > 0; n /= 2 {
		if m := message(items[:n]); size(m) <= limit {
			return n, m
		}
	}
	return 0, nil
}
