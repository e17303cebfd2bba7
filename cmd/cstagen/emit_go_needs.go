package main

import (
	"fmt"
	"slices"
	"strings"
)

// needs writes which fields of a declaration are mandatory: a bit for each in
// the mask of every edition, dialect and encoding that insists on it. The bit
// is set when the field was there.
func (w *goWriter) needs(d *decl) {
	needed := d.needed()
	if len(needed) == 0 {
		return
	}
	masks := map[string]uint64{}
	for i, f := range needed {
		bit := uint64(1) << i
		everywhere := true
		for edition := firstEdition; edition <= lastEdition; edition++ {
			if f.editions.has(edition) {
				masks[fmt.Sprintf("inED%d", edition)] |= bit
			} else {
				everywhere = false
			}
		}
		if !d.mayLack("unitel", f.name) && f.editions.has(lastEdition) {
			masks["inUnitel"] |= bit
			if everywhere {
				masks["inAny"] |= bit
			}
		}
		if !d.mayLack("json", f.name) && f.inJSON() {
			masks["inJSON"] |= bit
		}
	}
	names := make([]string, len(needed))
	for i, f := range needed {
		names[i] = f.name
	}
	columns := []string{}
	for _, column := range sortedKeys(masks) {
		columns = append(columns, fmt.Sprintf("%s: %#x", column, masks[column]))
	}
	w.line("var %sNeeds = needs{", lowerGoName(d.name))
	w.line("names: %q,", strings.Join(names, " "))
	w.line("masks: [modes]uint64{%s},", strings.Join(columns, ", "))
	w.line("}\n")
}

// maxNeeded is how many mandatory fields a type may have, one bit each.
const maxNeeded = 64

// needed lists the mandatory fields that the codec insists on.
func (d *decl) needed() []*field {
	var fields []*field
	for _, f := range d.fields {
		if f.required && f.name != "extensions" {
			fields = append(fields, f)
		}
	}
	return fields
}

// mayLack says whether a dialect allows a mandatory field to be missing.
func (d *decl) mayLack(dialect, name string) bool {
	ch := d.changes[dialect]
	return ch != nil && (slices.Contains(ch.optional, name) || ch.prints != nil && !slices.Contains(ch.prints, name))
}

// seenBit is the statement that notes a mandatory field.
func (d *decl) seenBit(name string) string {
	for i, f := range d.needed() {
		if f.name == name {
			return fmt.Sprintf("seen |= 1 << %d", i)
		}
	}
	return ""
}
