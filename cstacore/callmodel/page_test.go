package callmodel

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cstahub/cstahub/cstacore/csta"
)

var update = flag.Bool("update", false, "write the page anew")

const pageFile = "../../api/reference/connection-states.md"

// TestPage holds the page about connection states against the table.
func TestPage(t *testing.T) {
	want := page()
	if *update {
		if err := os.WriteFile(pageFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(pageFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the table says; run: go test ./cstacore/callmodel -update", pageFile)
	}
}

func page() string {
	var b strings.Builder
	b.WriteString("# Connection states\n\n" +
		"Made from the table in `cstacore/callmodel`; do not edit. What has no line here is refused.\n\n" +
		"| trigger | at | from | to | event | otherwise refused with stateIncompatibility… |\n|---|---|---|---|---|---|\n")
	for _, row := range Table {
		kinds := "telephone"
		switch {
		case slices.Equal(row.Kinds, network):
			kinds = "party outside"
		case slices.Equal(row.Kinds, both):
			kinds = "either"
		}
		fmt.Fprintf(&b, "| %v | %s | %v | %v | %v | %v |\n", row.Trigger, kinds, row.From, row.To, row.Effect, Refusal[row.Trigger])
	}
	b.WriteString("\n## What a user's one voice forbids\n\n" +
		"A telephone that is connected in one call cannot, in another one:\n\n| trigger | refused with stateIncompatibility… |\n|---|---|\n")
	for trigger := Initiate; trigger < lastTrigger; trigger++ {
		if TakesVoice[trigger] {
			fmt.Fprintf(&b, "| %v | %v |\n", trigger, Occupied(trigger))
		}
	}
	fmt.Fprintf(&b, "\nA telephone takes part in at most %d calls; failed ones do not count.\n", MaxCalls)
	b.WriteString("\n## Services permitted\n\n| state of the connection | services |\n|---|---|\n")
	for _, state := range allStates {
		if state == csta.LocalConnectionStateNull {
			continue
		}
		var names []string
		permitted := with(Station, state).Permitted("c", "200")
		for _, s := range Services {
			if permitted&s.Flag != 0 {
				names = append(names, s.Name)
			}
		}
		fmt.Fprintf(&b, "| %v | %s |\n", state, strings.Join(names, ", "))
	}
	return b.String()
}
