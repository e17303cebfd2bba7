package csta

import (
	"bytes"
	"encoding/hex"
	"math"
	"strconv"
)

// tokenReader is what reading a value from its text needs of a reader.
type tokenReader interface {
	// token consumes the value found and returns its text without white space
	// around it, empty where there is none. It is valid until the next call.
	token() []byte
	// badWord reports the value that token has returned.
	badWord(word []byte)
}

// readValue reads a value and says whether there was one. What cannot be
// parsed is reported and counts as absent.
func readValue[T any](r tokenReader, v *T, parse func(word []byte) (T, bool)) bool {
	word := r.token()
	if len(word) == 0 {
		return false
	}
	value, ok := parse(word)
	if !ok {
		r.badWord(word)
		return false
	}
	*v = value
	return true
}

// readOpt reads an optional value.
func readOpt[T any](r tokenReader, v *Opt[T], parse func(word []byte) (T, bool)) bool {
	if !readValue(r, &v.value, parse) {
		return false
	}
	v.set = true
	return true
}

// fresh puts a new value where p points and returns it.
func fresh[T any](p **T) *T {
	*p = new(T)
	return *p
}

// parseBool reads XML Schema's boolean.
func parseBool(text []byte) (value, ok bool) {
	switch string(text) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	default:
		return false, false
	}
}

// parseInt reads an integer. JSON may write one as 120.0 or 1.2e2.
func parseInt(text []byte) (int64, bool) {
	if value, err := strconv.ParseInt(string(text), 10, 64); err == nil {
		return value, true
	}
	whole, ok := wholeNumber(text)
	return int64(whole), ok
}

func parseUint(text []byte) (uint64, bool) {
	if value, err := strconv.ParseUint(string(bytes.TrimPrefix(text, []byte("+"))), 10, 64); err == nil {
		return value, true
	}
	whole, ok := wholeNumber(text)
	return uint64(max(whole, 0)), ok && whole >= 0
}

// wholeNumber reads an integer that is written with a fraction or exponent.
func wholeNumber(text []byte) (float64, bool) {
	if !isNumber(text) {
		return 0, false
	}
	value, err := strconv.ParseFloat(string(text), 64)
	return value, err == nil && value == math.Trunc(value) && math.Abs(value) <= maxSafeInteger
}

// parseFloat reads a finite number.
func parseFloat(text []byte) (float64, bool) {
	value, err := strconv.ParseFloat(string(text), 64)
	return value, err == nil && !math.IsInf(value, 0) && !math.IsNaN(value)
}

func parseHex(text []byte) ([]byte, bool) {
	value := make([]byte, hex.DecodedLen(len(text)))
	_, err := hex.Decode(value, text)
	return value, err == nil
}
