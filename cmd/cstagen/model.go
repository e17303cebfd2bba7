package main

// kind tells what a declaration of the contract declares.
type kind int

const (
	kindRequest kind = iota + 1
	kindResponse
	kindEvent
	kindFailure
	kindStruct
	kindChoice
	kindMembers
	kindEnum
	kindFlags
	kindNumbers
	kindText
	kindForeign
	kindAlias
)

var kindWords = map[string]kind{
	"request": kindRequest, "response": kindResponse, "event": kindEvent, "failure": kindFailure,
	"struct": kindStruct, "choice": kindChoice, "members": kindMembers, "enum": kindEnum,
	"flags": kindFlags, "numbers": kindNumbers, "text": kindText, "foreign": kindForeign, "alias": kindAlias,
}

func (k kind) String() string {
	for word, known := range kindWords {
		if known == k {
			return word
		}
	}
	return "unknown"
}

// isMessage says whether the declaration is a root element.
func (k kind) isMessage() bool { return k >= kindRequest && k <= kindFailure }

// hasFields says whether the declaration's lines are fields.
func (k kind) hasFields() bool {
	switch k {
	case kindRequest, kindResponse, kindEvent, kindFailure, kindStruct, kindChoice, kindMembers, kindText, kindForeign:
		return true
	default:
		return false
	}
}

// Editions of ECMA-323 the contract speaks of.
const (
	firstEdition = 3
	lastEdition  = 6
)

// editions is a range of editions of ECMA-323, both ends included.
type editions struct{ from, to int }

func allEditions() editions { return editions{from: firstEdition, to: lastEdition} }

func (e editions) all() bool { return e.from <= firstEdition && e.to >= lastEdition }

func (e editions) has(edition int) bool { return edition >= e.from && edition <= e.to }

// contract is everything that the contract files say.
type contract struct {
	files    []*file
	types    map[string]*decl
	messages []*decl
	dialects []*dialect
	// about holds what the contract says once about element names that occur
	// in many places.
	about map[string]string
	// privateDefaults is the private data that a dialect writes in all messages
	// of a kind, unless a message has its own.
	privateDefaults map[string]map[kind][]string
}

// file is one contract file: one group of messages or types.
type file struct {
	stem     string // file name without ".csta"
	title    string
	intro    string
	sources  []string
	protocol string // "ecma-354" or "unitel" where the messages are theirs
	decls    []*decl
	dialects []*dialect
	changes  []*change
	about    map[string]string
}

// decl is a message or a type.
type decl struct {
	pos      position
	kind     kind
	name     string
	doc      string
	file     *file
	editions editions
	fields   []*field
	words    []*word
	of       string   // alias and failure: the type that stands behind; text: its scalar
	goType   string   // text: the Go type it shares with another text type
	answers  []string // request: its responses, positive first
	from     string   // request: who sends it, "client", "server" or "both"
	when     string   // choice: the alternative written when none was chosen
	// change is what each dialect changes here, by the dialect's name.
	changes map[string]*change
}

// word is one value of an enumeration or one flag of a flag set.
type word struct {
	pos      position
	name     string
	doc      string
	editions editions
	instead  string // the word written in editions that do not have this one
}

// field is one element inside a message or type, or one attribute of a text.
type field struct {
	pos      position
	name     string // the element's name in ECMA-323 ed6
	goName   string
	doc      string
	typ      typeRef
	required bool
	def      string
	editions editions
	except   []exception
	former   *former // other element name in earlier editions
	flatTo   int     // last edition in which a wrapper held a single bare value
	unitel   bool    // exists in the unitel dialect only
	jsonOnly bool    // never in XML
	bareFrom int     // first edition in which a wrapper's children stand without it
	ecma     bool    // private data that ECMA dialects print too
	json     bool    // in JSON although the latest edition lacks it
	prefer   bool    // alternative that wins when several are set
	rest     bool    // takes all elements that no other field takes
}

// former is the name an element had up to an edition.
type former struct {
	name string
	to   int
}

// exception is a word of an enumeration that a field must not carry in some
// editions.
type exception struct {
	word     string
	editions editions
}

// typeRef says what an element contains.
type typeRef struct {
	name     string   // scalar or declared type; "" for a wrapper
	repeated bool     // the element itself may occur any number of times
	wrap     *wrapper // an element whose only content is a repeated child
	list     bool     // blank-separated words of a flag set
	single   bool     // foreign: exactly one element
}

// wrapper is an element that holds nothing but repeated children.
type wrapper struct {
	child string
	typ   typeRef
}

// dialect is a way of writing messages that differs from ECMA-323.
type dialect struct {
	pos  position
	name string
	doc  string
	// settings of the dialect as a whole, such as its namespace.
	settings map[string]string
}

// pick is the element of a struct that stands in its place, and what it is
// called there.
type pick struct{ inner, as string }

// change is what a dialect does differently in one message or type.
type change struct {
	pos      position
	dialect  string
	target   string
	doc      string
	root     string            // other root element name
	prints   []string          // the elements it writes, in its order; nil: as in ed6
	private  []string          // the private data it writes
	optional []string          // mandatory fields it may lack
	rename   map[string]string // element name in ed6 → in the dialect
	words    map[string]string // enumeration word in ed6 → in the dialect
	flatten  string            // a choice whose alternatives stand side by side without their wrapper
	textOf   string            // a choice that is the bare text of one alternative
	blank    []string          // elements written empty when there is nothing in them
	local    string            // the element in which an event names the monitored device's own connection
	flat     string            // a wrapper that holds a single bare value
	nest     map[string]string // an element whose value stands in one more element
	reduce   map[string]string // a list of structs of which one element each is written
	pick     map[string]pick   // a struct of which one element stands in its place
	noSpace  bool              // the root element is in no namespace
}
