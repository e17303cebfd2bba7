package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/cstahub/cstahub/cstacore/record"
	"github.com/cstahub/cstahub/cstacore/store"
	"github.com/cstahub/cstahub/gateway/auth"
	"github.com/cstahub/cstahub/gateway/config"
)

// maxFirst is how many telephones a new installation begins with at most.
const maxFirst = 10_000

// minOperatorPassword is how many bytes the first operator's password has at
// least.
const minOperatorPassword = 8

// Installation is what a new one is made of.
type Installation struct {
	DataDir                     string
	Tenant, Name, Domain, Trunk string
	// Plan are patterns of numbers, Numbers telephones: 200, or 200-209.
	Plan, Numbers   []string
	Admin, Password string
}

var (
	shortName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	planned   = regexp.MustCompile(`^[0-9][0-9x]{0,14}$`)
	operator  = regexp.MustCompile(`^[^\s/]{1,64}$`)
	dialled   = regexp.MustCompile(`^[0-9]{1,15}$`)
)

// Init makes an installation in a data folder that holds none, with a
// configuration that opens it to this machine alone. It tells how many
// telephones were made.
func Init(ctx context.Context, in *Installation) (telephones int, err error) {
	dir, err := in.directory()
	if err != nil {
		return 0, err
	}
	db, err := store.Open(ctx, in.DataDir, slog.New(slog.DiscardHandler))
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	there, err := db.Tenants(ctx)
	if err != nil {
		return 0, err
	}
	if len(there) > 0 {
		return 0, fmt.Errorf("%s holds an installation already; nothing was changed", in.DataDir)
	}
	if err := db.CreateDirectory(ctx, dir); err != nil {
		return 0, err
	}
	if _, err := auth.OpenTokens(in.DataDir, slog.New(slog.DiscardHandler)); err != nil {
		return 0, err
	}
	return len(dir.Devices), in.writeConfig()
}

// writeConfig leaves a configuration file; one that is there stays.
func (in *Installation) writeConfig() (err error) {
	f, err := os.OpenFile(filepath.Join(in.DataDir, config.FileName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.WriteString(firstConfig)
	return err
}

// firstConfig opens the server to its own machine. Whoever wants more finds the
// settings there.
const firstConfig = `# Settings by the names of the flags; see "cstahub serve --help" and "cstahub config print".
# Other machines reach the server once its addresses say so. Then give it a certificate too:
# tls-cert: /etc/cstahub/cert.pem
# tls-key: /etc/cstahub/key.pem
http-addr: 127.0.0.1:8080
tcp-addr: 127.0.0.1:4721
`

// directory is the tenant that the installation begins with.
func (in *Installation) directory() (record.Directory, error) {
	var errs []error
	check := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	check(shortName.MatchString(in.Tenant), "tenant %q: want small letters, digits and dashes, such as acme", in.Tenant)
	check(dialled.MatchString(in.Trunk), "trunk %q: want digits, such as 4512345678", in.Trunk)
	check(operator.MatchString(in.Admin), "admin %q: want an id without spaces, such as admin@acme", in.Admin)
	check(len(in.Password) >= minOperatorPassword, "the password has at least %d characters", minOperatorPassword)
	for _, p := range in.Plan {
		check(planned.MatchString(p), "plan %q: want digits with x for any digit, such as 2xx", p)
	}
	numbers, err := expand(in.Numbers)
	errs = append(errs, err)
	if err := errors.Join(errs...); err != nil {
		return record.Directory{}, err
	}
	hash, err := auth.HashPassword(in.Password)
	if err != nil {
		return record.Directory{}, err
	}
	dir := record.Directory{
		Tenant: record.Tenant{ID: in.Tenant, Name: in.Name, Trunk: in.Trunk, Domain: in.Domain, NumberPlan: in.Plan},
		Users:  []record.User{{ID: in.Admin, Tenant: in.Tenant, Name: "Operator", Role: record.RoleOperator, PasswordHash: hash}},
	}
	if dir.Tenant.Name == "" {
		dir.Tenant.Name = in.Tenant
	}
	if dir.Tenant.Domain == "" {
		dir.Tenant.Domain = in.Tenant
	}
	for _, n := range numbers {
		dir.Devices = append(dir.Devices, record.Device{ID: n, Tenant: in.Tenant, Kind: record.DeviceStation})
	}
	return dir, nil
}

// expand lists the numbers of ranges such as 200-209.
func expand(ranges []string) ([]string, error) {
	var numbers []string
	seen := make(map[string]bool)
	for _, r := range ranges {
		from, to, isRange := strings.Cut(r, "-")
		if !isRange {
			to = from
		}
		first, err1 := strconv.ParseUint(from, 10, 63)
		last, err2 := strconv.ParseUint(to, 10, 63)
		switch {
		case !dialled.MatchString(from) || !dialled.MatchString(to) || err1 != nil || err2 != nil || len(from) != len(to) || last < first:
			return nil, fmt.Errorf("number %q: want digits, or a range such as 200-209", r)
		case last-first >= maxFirst || len(numbers)+int(last-first) >= maxFirst:
			return nil, fmt.Errorf("over %d numbers", maxFirst)
		}
		for n := first; n <= last; n++ {
			number := fmt.Sprintf("%0*d", len(from), n)
			if !seen[number] {
				seen[number] = true
				numbers = append(numbers, number)
			}
		}
	}
	return numbers, nil
}
