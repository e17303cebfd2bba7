// Package record holds the nouns that are stored: tenants, users, devices,
// queues and what is written down about calls. They are plain values without
// behaviour, so that the engine, the store and the gateway can share them
// without knowing each other.
package record

import "time"

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
	// Domain is the pbxDomain its users log in with.
	Domain string
	// NumberPlan lists the patterns of the tenant's own numbers, digits with x
	// for any digit, such as "2xx". Every other number is outside.
	NumberPlan []string
}

// Role says what kind of user someone is; package access derives rights from it.
type Role string

// The roles there are.
const (
	// RoleAgent works at one device of his own.
	RoleAgent Role = "agent"
	// RoleSupervisor also observes the devices of a team.
	RoleSupervisor Role = "supervisor"
	// RoleOperator runs the tenant: settings and directory, not calls.
	RoleOperator Role = "operator"
	// RoleIntegration is a program; it may what its scopes list.
	RoleIntegration Role = "integration"
)

// User is somebody, or some program, that may log in.
type User struct {
	// ID is unique in the installation, such as "alice@demo".
	ID string
	// Tenant is the ID of the tenant the user belongs to.
	Tenant string
	// Name is the display name.
	Name string
	// Role decides the rights that need no listing.
	Role Role
	// Device is the user's own device, empty for those who have none.
	Device string
	// Control lists further devices the user acts for; "*" means all of the tenant.
	Control []string
	// Observe lists further devices the user may watch; "*" means all of the tenant.
	Observe []string
	// PasswordHash is an argon2id hash in PHC format.
	PasswordHash string
}

// DeviceKind says what a device is.
type DeviceKind string

// The kinds of device there are.
const (
	// DeviceStation is a telephone.
	DeviceStation DeviceKind = "station"
	// DeviceQueue is a queue (ACD device) in which callers wait for an agent.
	DeviceQueue DeviceKind = "queue"
	// DevicePark is a place where calls are parked.
	DevicePark DeviceKind = "park"
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
	// PickupGroups are the groups within which calls can be picked up.
	PickupGroups []string
	// Offered: calls are offered to the device first and ring when it, or its
	// application, accepts them (AcceptCall), or by themselves after a while.
	Offered bool
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
}

// Directory is all that is known about one tenant's people and devices.
type Directory struct {
	Tenant  Tenant
	Users   []User
	Devices []Device
	Queues  []Queue
}

// Direction tells where a call came from and where it went.
type Direction string

// The directions there are.
const (
	Internal Direction = "internal"
	Inbound  Direction = "inbound"
	Outbound Direction = "outbound"
)

// Party is one device's part in a call.
type Party struct {
	// Device is an internal number, or an outside party's.
	Device string
	// Joined is when its connection came to be.
	Joined time.Time
	// Answered is when it was first connected; zero if it never was.
	Answered time.Time
	// Left is when its connection ended.
	Left time.Time
	// Cause is why, in CSTA's words (EventCause).
	Cause string
}

// CallRecord is what remains of a call. There is exactly one for each call
// that began.
type CallRecord struct {
	// Call is the CSTA call id, unique in the installation.
	Call string
	// Linkage is the global call linkage id, shared by the calls of one conversation.
	Linkage string
	// Tenant is the ID of the tenant.
	Tenant string
	// Direction tells where the call came from and went.
	Direction Direction
	// Calling and Called are the numbers as dialled.
	Calling, Called string
	// Started, Answered and Ended are the call's times; Answered is zero for a
	// call nobody answered.
	Started, Answered, Ended time.Time
	// Cause is why the call ended, in CSTA's words (EventCause).
	Cause string
	// RequestedBy is the user for whom the call was made by CSTA, empty for a
	// call made at the telephone.
	RequestedBy string
	// Consults is the call that was put aside for this one, empty if none was.
	Consults string
	// Parties took part, in the order in which they joined.
	Parties []Party
}

// EntryKind says what an Entry tells.
type EntryKind uint8

// The kinds of entry there are.
const (
	// CallBegan: the call exists from now on; only Started is known of its times.
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

// FeatureSetting is the value of one feature of a device.
type FeatureSetting struct {
	Tenant, Device string
	// Name is the feature, such as "doNotDisturb".
	Name string
	// Value is the setting in the feature's own JSON form.
	Value string
}
