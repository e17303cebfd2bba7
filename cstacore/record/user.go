package record

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
	// ID is unique in the installation whatever its case, such as "alice@demo".
	ID string
	// Tenant is the ID of the tenant the user belongs to.
	Tenant string
	// Name is the display name.
	Name string
	// Role decides the rights that need no listing.
	Role Role
	// Disabled users cannot log in.
	Disabled bool
	// Device is the user's own device, empty for those who have none.
	Device string
	// Teams are the IDs of the teams the user works in or, as a supervisor,
	// looks after.
	Teams []string
	// Control lists further devices the user acts for; "*" means all of the tenant.
	Control []string
	// Observe lists further devices the user may watch; "*" means all of the tenant.
	Observe []string
	// Rights lists rights beside those of the role, in the words of package access.
	Rights []string
	// PasswordHash is an argon2id hash in PHC format; empty for a user who
	// cannot log in by password.
	PasswordHash string
	// Generation changes with what the user proves himself with: the password,
	// and whether he is enabled. The store sets it; what was granted for another
	// one is void.
	Generation int64
	// Version changes with each edit, see package store.
	Version int64
}

// Team is people who work together. Its members are the users who name it.
type Team struct {
	// ID is the team's short name, unique within the tenant.
	ID string
	// Tenant is the ID of the tenant the team belongs to.
	Tenant string
	// Name is what people call it.
	Name string
	// Version changes with each edit, see package store.
	Version int64
}
