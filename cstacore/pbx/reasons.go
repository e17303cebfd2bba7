package pbx

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/record"
)

// The standard has agents who are not ready and no field to say why. The reason
// goes the way that the standard leaves for such things, in the private data of
// Set Agent State, of its events and of Get Agent State.

// maxReason is how many characters a reason has where the tenant's list is
// empty.
const maxReason = 64

// maxReasons is for how many reasons it is kept how long an agent was not ready
// for them on one day; with more than that, their time counts as time without a
// reason.
const maxReasons = 50

// SetReasons says why agents may say that they are not ready. Who has said so
// already stays as he is.
func (t *Tenant) SetReasons(reasons []record.Reason) bool {
	return t.box.put(command{do: func(sw *Switch) { sw.setReasons(reasons) }})
}

func (s *Switch) setReasons(reasons []record.Reason) {
	s.reasons = make(map[string]string, len(reasons))
	for i := range reasons {
		s.reasons[reasons[i].ID] = reasons[i].Label
	}
}

// reasonIn gives the reason in a request, empty where there is none. What is
// not in the tenant's list, or given with another state than notReady, is
// refused.
func (s *Switch) reasonIn(m *csta.SetAgentState) (string, error) {
	if m.Private == nil || strings.TrimSpace(m.Private.Reason) == "" {
		return "", nil
	}
	reason := strings.TrimSpace(m.Private.Reason)
	_, listed := s.reasons[reason]
	refused := func(format string, args ...any) (string, error) {
		return "", csta.OperationFault(csta.OperationErrorsInvalidParameterValue, format, args...)
	}
	switch {
	case m.RequestedAgentState != csta.ReqAgentStateNotReady:
		return refused("a reason goes with notReady, not with %s", m.RequestedAgentState)
	case len(s.reasons) > 0 && !listed:
		return refused("no reason %q in this tenant", shortened(reason))
	case utf8.RuneCountInString(reason) > maxReason:
		return refused("a reason has at most %d characters", maxReason)
	case strings.ContainsFunc(reason, unicode.IsControl):
		return refused("a reason is one line")
	default:
		return reason, nil
	}
}

// shortened is a stranger's text in an error.
func shortened(text string) string {
	if r := []rune(text); len(r) > maxReason {
		return string(r[:maxReason]) + "…"
	}
	return text
}

// privateReason is the private data that tells a reason, nil for none.
func (s *Switch) privateReason(reason string) *csta.PrivateData {
	if reason == "" {
		return nil
	}
	return &csta.PrivateData{Reason: reason, ReasonLabel: s.reasons[reason]}
}

// pauses are how long an agent was not ready on one day, by reason; the reason
// is empty for the time without one.
type pauses struct {
	Day  int                      `json:"day"`
	Took map[string]time.Duration `json:"took,omitempty"`
	// Since is when the present one began, the zero time where there is none.
	Since time.Time `json:"since,omitzero"`
}

// turned gives the pauses of a moment's day: on a new day nothing is left but
// the one that goes on, which counts from midnight.
func (p pauses) turned(now time.Time) pauses {
	day := dayOf(now)
	if p.Day == day {
		return p
	}
	p.Day, p.Took = day, nil
	if midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()); !p.Since.IsZero() && p.Since.Before(midnight) {
		p.Since = midnight
	}
	return p
}

// ended gives the pauses once the present one is over.
func (p pauses) ended(now time.Time, reason string) pauses {
	p = p.turned(now)
	since := p.Since
	p.Since = time.Time{}
	if since.IsZero() || !since.Before(now) {
		return p
	}
	if _, known := p.Took[reason]; !known && len(p.Took) >= maxReasons {
		reason = ""
	}
	took := make(map[string]time.Duration, len(p.Took)+1)
	maps.Copy(took, p.Took)
	took[reason] += now.Sub(since)
	p.Took = took
	return p
}

// restorePauses takes up the pauses that were kept.
func (s *Switch) restorePauses(device, value string) error {
	return json.Unmarshal([]byte(value), &s.agent(device).pauses)
}

// restorePaused has those be not ready from now on who were to be when the call
// was over that the switch was stopped in.
func (s *Switch) restorePaused() {
	for _, device := range slices.Sorted(maps.Keys(s.agents)) {
		a := s.agents[device]
		if a.state == csta.AgentStateAgentNotReady && a.pauses.Since.IsZero() {
			s.agentPauses(device, true, a.reason)
		}
	}
}

// reasonTimes tells them, with the present one up to now.
func (s *Switch) reasonTimes(a *agent) []csta.AgentReasonTime {
	if a == nil {
		return nil
	}
	var list []csta.AgentReasonTime
	for reason, took := range a.pauses.ended(s.now, a.reason).Took {
		list = append(list, csta.AgentReasonTime{Reason: reason, Label: s.reasons[reason], Seconds: int64(took / time.Second)})
	}
	slices.SortFunc(list, func(a, b csta.AgentReasonTime) int { return cmp.Compare(a.Reason, b.Reason) })
	return list
}
