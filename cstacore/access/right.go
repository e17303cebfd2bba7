package access

import "github.com/cstahub/cstahub/cstacore/record"

// Right is something one may do with a device, or with a tenant.
type Right uint8

// The rights there are.
const (
	// SeePresence is to know that a device exists, what it is called, and
	// whether it is free.
	SeePresence Right = iota + 1
	// Observe is to monitor a device and to look at its calls and settings.
	Observe
	// Control is everything a user could do with calls at the device.
	Control
	// SetFeatures is to change the settings of a device: do not disturb,
	// forwarding, the state of its agent.
	SetFeatures
	// ManageQueue is to change who takes a queue's calls, and its settings.
	ManageQueue
	// ReadRecords is to read the records of the calls that a device took part in.
	ReadRecords
	// Administer is to change users, devices, groups and numbers of the tenant.
	Administer

	endOfRights
)

// rightNames name the rights in sentences such as "may not observe device 200".
var rightNames = [endOfRights]string{
	SeePresence: "see", Observe: "observe", Control: "control", SetFeatures: "set features of",
	ManageQueue: "manage", ReadRecords: "read call records of", Administer: "administer",
}

// rightWords are the rights in users' records, in tokens and in REST.
var rightWords = [endOfRights]string{
	SeePresence: "presence", Observe: "observe", Control: "control", SetFeatures: "features",
	ManageQueue: "queues", ReadRecords: "records", Administer: "administer",
}

// Word is the right's name in records and tokens, such as "features"; empty for
// an unknown right.
func (r Right) Word() string {
	if r >= endOfRights {
		return ""
	}
	return rightWords[r]
}

// ParseRight gives the right of a word.
func ParseRight(word string) (Right, bool) {
	for r := SeePresence; r < endOfRights; r++ {
		if rightWords[r] == word {
			return r, true
		}
	}
	return 0, false
}

// Rights lists all rights there are.
func Rights() []Right {
	var all []Right
	for r := SeePresence; r < endOfRights; r++ {
		all = append(all, r)
	}
	return all
}

// String names the right, so that a sentence can be made with it.
func (r Right) String() string {
	if r == 0 || r >= endOfRights {
		return "unknown right"
	}
	return rightNames[r]
}

// reach says which devices a right reaches.
type reach uint8

const (
	// own: the principal's own device.
	own reach = 1 << iota
	// controlled: the devices of its Control list.
	controlled
	// observed: the devices of its Observe list.
	observed
	// whole: every device, and the tenant itself.
	whole

	mine   = own | controlled
	listed = own | controlled | observed
)

// extra says how far a right reaches that is held beside those of a role.
func extra(right Right) reach {
	if right == Administer {
		return whole
	}
	return listed
}

// grants is the table of roles. What it does not name is denied.
var grants = map[record.Role]map[Right]reach{
	record.RoleAgent: {
		SeePresence: whole,
		Observe:     listed,
		Control:     mine,
		SetFeatures: mine,
		ReadRecords: mine,
	},
	record.RoleSupervisor: {
		SeePresence: whole,
		Observe:     listed,
		Control:     mine,
		SetFeatures: mine,
		ManageQueue: controlled | observed,
		ReadRecords: listed,
	},
	record.RoleOperator: {
		SeePresence: whole,
		Observe:     listed,
		Control:     mine,
		SetFeatures: whole,
		ManageQueue: whole,
		ReadRecords: whole,
		Administer:  whole,
	},
	record.RoleIntegration: programGrants,
	// A token that names no role has the rights it lists.
	"": programGrants,
}

var programGrants = map[Right]reach{
	SeePresence: listed,
	Observe:     listed,
	Control:     mine,
	SetFeatures: mine,
	ManageQueue: controlled,
	ReadRecords: listed,
}

// Known reports whether there is a role of that name.
func Known(role record.Role) bool {
	_, known := grants[role]
	return known && role != ""
}
