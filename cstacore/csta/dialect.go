package csta

import (
	"strconv"
	"strings"
)

// Namespaces of the ECMA standards. Older products use the second one of
// ECMA-323.
const (
	ecma323Namespace    = "http://www.ecma-international.org/standards/ecma-323/csta/ed"
	ecma323OldNamespace = "http://www.ecma.ch/standards/ecma-323/csta/ed"
	ecma354Namespace    = "http://www.ecma-international.org/standards/ecma-354/appl_session"
)

// Dialect is a way of writing XML: an edition of ECMA-323, or unitel. It is a
// property of a session and never changes. The zero Dialect is of no use; a
// nil one stands for unitel on output, and on input for not knowing.
type Dialect struct {
	name      string
	edition   int
	namespace string
	version   string
	unitel    bool
}

// The dialects without a namespace of their own choosing. DialectFor also
// makes others.
var (
	// Unitel is what uni-tel's clients speak.
	Unitel = &Dialect{
		name: "unitel", edition: unitelEdition, namespace: unitelNamespace, version: unitelNamespace, unitel: true,
	}
	ED3 = ecmaDialect(ecma323Namespace, 3)
	ED4 = ecmaDialect(ecma323Namespace, 4)
	ED5 = ecmaDialect(ecma323Namespace, 5)
	ED6 = ecmaDialect(ecma323Namespace, 6)
)

// Editions of ECMA-323 that are spoken.
const (
	firstEdition = 3
	lastEdition  = 6
)

var (
	ecmaDialects    = []*Dialect{ED3, ED4, ED5, ED6}
	oldEcmaDialects = []*Dialect{
		ecmaDialect(ecma323OldNamespace, 3), ecmaDialect(ecma323OldNamespace, 4),
		ecmaDialect(ecma323OldNamespace, 5), ecmaDialect(ecma323OldNamespace, 6),
	}
)

func ecmaDialect(namespace string, edition int) *Dialect {
	name := "ed" + strconv.Itoa(edition)
	namespace = strings.TrimSuffix(namespace, "ed") + name
	return &Dialect{name: name, edition: edition, namespace: namespace, version: namespace}
}

// Name is "unitel", or the edition of ECMA-323: "ed3" to "ed6".
func (d *Dialect) Name() string { return d.name }

// Namespace is that of CSTA messages in this dialect.
func (d *Dialect) Namespace() string { return d.namespace }

// ProtocolVersion is what StartApplicationSessionPosResponse gives as
// actualProtocolVersion: the version as the application asked for it.
func (d *Dialect) ProtocolVersion() string { return d.version }

// mode is what a reader of the dialect insists on.
func (d *Dialect) mode() int {
	switch {
	case d == nil:
		return inAny
	case d.unitel:
		return inUnitel
	default:
		return inED3 + d.edition - firstEdition
	}
}

// String returns the name.
func (d *Dialect) String() string { return d.name }

// DialectFor picks the dialect for the protocol versions that an application
// asks for: the highest edition among those that are spoken, in the namespace
// it was asked for in; unitel where none is asked for. It returns false when
// versions are asked for and none is spoken.
func DialectFor(requested []string) (*Dialect, bool) {
	if len(requested) == 0 {
		return Unitel, true
	}
	var best *Dialect
	for _, version := range requested {
		if d := dialectOf(strings.TrimSpace(version)); d != nil && (best == nil || d.edition > best.edition) {
			best = d
		}
	}
	return best, best != nil
}

// dialectOf returns the dialect of one protocol version, nil where it is not
// spoken. Avaya's clients add "/priv" and a number, which says how they write
// Avaya's private data and is repeated to them.
func dialectOf(version string) *Dialect {
	const longest = 128 // bytes of a version that is worth repeating
	family := ecmaDialects
	rest, ok := strings.CutPrefix(version, ecma323Namespace)
	if !ok {
		family = oldEcmaDialects
		if rest, ok = strings.CutPrefix(version, ecma323OldNamespace); !ok {
			return nil
		}
	}
	number, private, hasPrivate := strings.Cut(rest, "/")
	edition, err := strconv.Atoi(number)
	if err != nil || edition < firstEdition || edition > lastEdition {
		return nil
	}
	d := family[edition-firstEdition]
	if !hasPrivate || private == "" {
		return d
	}
	digits, ok := strings.CutPrefix(private, "priv")
	if !ok || strings.Trim(digits, "0123456789") != "" || len(version) > longest {
		return nil
	}
	withPrivate := *d
	withPrivate.version = version
	return &withPrivate
}
