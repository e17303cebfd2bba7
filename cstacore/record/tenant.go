package record

// Tenant is one customer's switching function: its own numbers, devices, users
// and calls, invisible to every other tenant.
type Tenant struct {
	// ID is the tenant's short name, unique in the installation, such as "demo".
	ID string
	// Name is what people call it.
	Name string
	// Trunk is the number its outside line is known by. It stands in device
	// names such as "u-12345678-200".
	Trunk string
	// Domain is the pbxDomain its users log in with, unique in the installation
	// whatever its case.
	Domain string
	// NumberPlan lists the patterns of the tenant's own numbers, digits with x
	// for any digit, such as "2xx". Every other number is outside.
	NumberPlan []string
	// Version changes with each edit, see package store.
	Version int64
}

// Number is a number by which a tenant is reached from outside.
type Number struct {
	// Number is the number as the network gives it, unique in the installation.
	Number string
	// Tenant is the ID of the tenant whose number it is.
	Tenant string
	// Name says what the number is for.
	Name string
	// Device is where its calls go; empty for a number that is not in use.
	Device string
	// Priority puts its callers before those of lower priority in a queue.
	Priority int
	// Hours say when the number is open; nil for always.
	Hours *Hours
	// Version changes with each edit, see package store.
	Version int64
}

// Directory is all that is known about one tenant's people and devices, and
// how they have set their devices' features.
type Directory struct {
	Tenant   Tenant
	Groups   []Group
	Teams    []Team
	Devices  []Device
	Users    []User
	Queues   []Queue
	Numbers  []Number
	Reasons  []Reason
	Features []FeatureSetting
}
