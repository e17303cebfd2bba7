package callmodel

import (
	"flag"
	"fmt"
	"maps"
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
		kinds := make([]string, len(row.Kinds))
		for i, k := range row.Kinds {
			kinds[i] = k.String()
		}
		fmt.Fprintf(&b, "| %v | %s | %v | %v | %v | %v |\n", row.Trigger, strings.Join(kinds, ", "), row.From, row.To, row.Effect, Refusal[row.Trigger])
	}
	b.WriteString("\n## What a user's one voice forbids\n\n" +
		"A telephone that is connected in one call cannot, in another one:\n\n| trigger | refused with stateIncompatibility… |\n|---|---|\n")
	for trigger := Initiate; trigger < lastTrigger; trigger++ {
		if TakesVoice[trigger] {
			fmt.Fprintf(&b, "| %v | %v |\n", trigger, Occupied(trigger))
		}
	}
	fmt.Fprintf(&b, "\nA telephone takes part in at most %d calls; those that failed, or wait for it to become free, do not count. "+
		"A call has at most %d parties.\n", MaxCalls, MaxParties)
	b.WriteString("\n## Two calls become one\n\n| service | the device's connection in the held call | in the active call | the other party of the active call | event |\n|---|---|---|---|---|\n")
	for _, service := range slices.Sorted(maps.Keys(Merges)) {
		g := Merges[service]
		other := "is there"
		if g.Ringing {
			other = "is there, or rings"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %v |\n", service, list(g.Held), list(g.Active), other, g.Effect)
	}
	b.WriteString("\n## Services on a connection\n\n" +
		"The same lines decide on requests and fill servicesPermitted.\n\n| service | states | besides | otherwise refused with stateIncompatibility… |\n|---|---|---|---|\n")
	for i := range Services {
		s := &Services[i]
		also := ""
		if s.Also != nil {
			also = s.Also.Text
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %v |\n", s.Name, list(s.States), also, s.Refusal)
	}
	return b.String()
}

func list(states []csta.LocalConnectionState) string {
	words := make([]string, len(states))
	for i, s := range states {
		words[i] = s.String()
	}
	return strings.Join(words, ", ")
}
