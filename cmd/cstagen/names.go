package main

import (
	"strings"
	"unicode"
)

// goWords are the parts of names that Go writes in capitals, or otherwise
// than the contract.
var goWords = map[string]string{
	"Acd": "ACD", "Atm": "ATM", "Cdr": "CDR", "Csta": "CSTA", "Dtmf": "DTMF", "Id": "ID", "IDor": "IDOr",
	"Im": "IM", "Isdn": "ISDN", "Mms": "MMS", "Rsvp": "RSVP", "Sip": "SIP", "Sms": "SMS", "Uri": "URI",
}

// camelWords splits a name before each capital that follows a small letter:
// crossRefIDorSnapshotData is cross, Ref, IDor, Snapshot, Data.
func camelWords(name string) []string {
	var words []string
	start := 0
	for i := 1; i < len(name); i++ {
		if unicode.IsUpper(rune(name[i])) && !unicode.IsUpper(rune(name[i-1])) {
			words = append(words, name[start:i])
			start = i
		}
	}
	return append(words, name[start:])
}

// goName turns an element, type or word into an exported Go name.
func goName(name string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(name, func(r rune) bool {
		return r == ':' || r == '_' || r == '-' || r == ' ' || r == '.'
	}) {
		for i, word := range camelWords(part) {
			if i == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			if fixed, ok := goWords[word]; ok {
				word = fixed
			}
			b.WriteString(word)
		}
	}
	return b.String()
}

// lowerGoName turns a name into an unexported Go name.
func lowerGoName(name string) string {
	name = goName(name)
	for i, r := range name {
		// A leading run of capitals becomes small save its last one, which
		// starts the next word: CSTAErrorCode is cstaErrorCode.
		if !unicode.IsUpper(r) {
			if i > 1 {
				i--
			}
			return strings.ToLower(name[:i]) + name[i:]
		}
	}
	return strings.ToLower(name)
}

// jsonName is an element's key in JSON: camelCase, with "ID" at the start of
// a word written "Id".
func jsonName(element string) string {
	words := camelWords(element)
	for i, word := range words {
		if rest, ok := strings.CutPrefix(word, "ID"); ok {
			words[i] = "Id" + rest
		}
	}
	name := strings.Join(words, "")
	return strings.ToLower(name[:1]) + name[1:]
}

// fieldGoName is the name of a field in the Go struct.
func (f *field) fieldGoName() string {
	if f.goName != "" {
		return f.goName
	}
	return goName(f.name)
}
