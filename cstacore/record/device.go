package record

// DeviceKind says what a device is.
type DeviceKind string

// The kinds of device there are.
const (
	// DeviceStation is a telephone.
	DeviceStation DeviceKind = "station"
	// DeviceQueue is a queue (ACD device) in which callers wait for an agent.
	DeviceQueue DeviceKind = "queue"
	// DeviceAnnouncement answers, says that nobody is there, and hangs up.
	DeviceAnnouncement DeviceKind = "announcement"
	// DevicePark is a place where calls are parked.
	DevicePark DeviceKind = "park"
	// DeviceRoute is a route point (routeing device): where its calls go is
	// decided by applications that registered for it.
	DeviceRoute DeviceKind = "route"
)

// Device is one internal number of a tenant.
type Device struct {
	// ID is the number, unique within the tenant, such as "200".
	ID string
	// Tenant is the ID of the tenant the device belongs to.
	Tenant string
	// Kind says what the device is.
	Kind DeviceKind
	// Name is shown to those it calls.
	Name string
	// PickupGroups are the IDs of the groups within which calls can be picked up.
	PickupGroups []string
	// Offered: calls are offered to the device first and ring when it, or its
	// application, accepts them (AcceptCall), or by themselves after a while.
	Offered bool
	// Default is where the calls of a route point go that no application routes:
	// a device of the tenant or a number outside. Empty for other kinds.
	Default string
	// Version changes with each edit, see package store.
	Version int64
}

// Group is a pick-up group: its devices may pick up each other's calls. Its
// members are the devices that name it.
type Group struct {
	// ID is the group's short name, unique within the tenant.
	ID string
	// Tenant is the ID of the tenant the group belongs to.
	Tenant string
	// Name is what people call it.
	Name string
	// Version changes with each edit, see package store.
	Version int64
}

// Queue is what a device of kind queue does with its callers.
type Queue struct {
	// Device is the queue's own number, such as "400".
	Device string
	// Tenant is the ID of the tenant the queue belongs to.
	Tenant string
	// Name is what people call it.
	Name string
	// Members are the devices that take its calls.
	Members []string
	QueueRules
	// Version changes with each edit, see package store.
	Version int64
}

// Reason is why agents may say that they are not ready, such as a meal. A tenant
// that has none lets them say what they like.
type Reason struct {
	// ID is the code that goes with an agent's state, unique within the tenant.
	ID string
	// Tenant is the ID of the tenant whose agents may give it.
	Tenant string
	// Label is what people are shown.
	Label string
	// Version changes with each edit, see package store.
	Version int64
}

// Strategy says which of the free members of a queue gets the next call.
type Strategy string

// The strategies there are. LongestIdle is the default.
const (
	LongestIdle Strategy = "longestIdle"
	RoundRobin  Strategy = "roundRobin"
	FewestCalls Strategy = "fewestCalls"
	RingAll     Strategy = "ringAll"
)

// QueueRules are how a queue treats its callers and its members. Times are in
// seconds; zero means the default, or where there is none no limit.
type QueueRules struct {
	Strategy Strategy
	// RingTime is how long one member is rung before the next one is.
	RingTime int
	// WrapUpTime is how long a member is left alone after a call.
	WrapUpTime int
	// MaxWait is how long a caller waits before the call goes to Overflow.
	MaxWait int
	// MaxWaiting is how many callers wait; further ones go to Overflow, or find
	// the queue busy.
	MaxWaiting int
	// Overflow is where calls go that cannot wait here, or no longer; empty for
	// nowhere.
	Overflow string
	// Attended: callers wait only while some member is logged in.
	Attended bool
	// Hunt: nobody waits; a call that finds no free member goes to Overflow, or
	// finds the group busy (a hunt group).
	Hunt bool
	// ServiceLevel is how long callers should wait at most, for the statistics.
	ServiceLevel int
}

// FeatureSetting is the value of one feature of a device.
type FeatureSetting struct {
	Tenant, Device string
	// Name is the feature, such as "doNotDisturb".
	Name string
	// Value is the setting in the feature's own JSON form; empty when the
	// device has gone back to the feature's default.
	Value string
}
