package scenario

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// silent are the members of a message that say the same in every scenario, or
// that tests of their own look at.
var silent = []string{
	"time", "epoch", "offset", "monitorCrossRefId", "networkCallingDevice", "networkCalledDevice", "callLinkageData",
	"lastRedirectionDevice", "monitorExistingCalls", "started", "answered", "isCstaOriginated", "callDirection", "remoteUser",
	"callerName", "remoteName", "monitoredConnection", "monitorCount", "callAssociatedServices", "callLinkageDataList",
	"actualMonitorFilter", "logicalRows", "logicalColumns", "physicalRows", "physicalColumns", "characterSet", "currentTime", "deviceOnDeviceMonitorFilter", "callOnDeviceMonitorFilter", "callOnConnectionMonitorFilter",
}

// Describe writes a message's JSON in few words.
func Describe(text []byte) string {
	d := json.NewDecoder(bytes.NewReader(text))
	value, err := read(d)
	if err != nil {
		return " " + err.Error()
	}
	if members, ok := value.([]member); ok {
		return shortMembers(members)
	}
	return " " + short(value)
}

type member struct {
	name  string
	value any
}

// read takes a JSON value with its members in the order they are written.
func read(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		var members []member
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := read(d)
			if err != nil {
				return nil, err
			}
			members = append(members, member{name.(string), value})
		}
		_, err := d.Token()
		return members, err
	case json.Delim('['):
		var list []any
		for d.More() {
			value, err := read(d)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := d.Token()
		return list, err
	default:
		return token, nil
	}
}

func shortMembers(members []member) string {
	var b strings.Builder
	for _, m := range members {
		if slices.Contains(silent, m.name) {
			continue
		}
		text := short(m.value)
		if services, ok := m.value.([]member); ok && (strings.HasSuffix(m.name, "ServList") || strings.HasSuffix(m.name, "EvtsList")) && !strings.HasPrefix(m.name, "logDev") && m.name != "servEvtsList" {
			text = names(services)
		}
		if text != "" {
			fmt.Fprintf(&b, " %s=%s", m.name, text)
		}
	}
	return b.String()
}

// names gives the names of members without their values.
func names(members []member) string {
	list := make([]string, len(members))
	for i := range members {
		list[i] = members[i].name
	}
	return strings.Join(list, "+")
}

func short(value any) string {
	switch v := value.(type) {
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = short(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []member:
		switch {
		case len(v) == 2 && v[0].name == "callId" && v[1].name == "deviceId":
			return fmt.Sprintf("%v/%v", v[0].value, v[1].value)
		case len(v) == 1 && v[0].name == "deviceIdentifier", len(v) == 1 && v[0].name == "localConnectionState":
			return short(v[0].value)
		case len(v) == 1 && v[0].name == "callControlServices":
			return short(v[0].value)
		case len(v) > 0 && !slices.ContainsFunc(v, func(m member) bool { return m.value != true }):
			return names(v)
		}
		text := strings.TrimSpace(shortMembers(v))
		if text == "" {
			return ""
		}
		return "{" + text + "}"
	default:
		return fmt.Sprint(v)
	}
}
