package config

import (
	"fmt"
	"io"
	"net/url"
	"reflect"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// setting is one field of Server, flattened.
type setting struct {
	name, help, env, byDefault string
	value                      reflect.Value
}

// settings lists the fields of a configuration in their order.
func settings(v reflect.Value) []setting {
	var list []setting
	for i := range v.NumField() {
		field := v.Type().Field(i)
		_, embedded := field.Tag.Lookup("embed")
		switch {
		case embedded:
			list = append(list, settings(v.Field(i))...)
		case field.Tag.Get("kong") == "-":
		default:
			name := field.Tag.Get("name")
			if name == "" {
				name = dashed(field.Name)
			}
			list = append(list, setting{
				name: name, help: field.Tag.Get("help"), env: field.Tag.Get("env"), byDefault: field.Tag.Get("default"), value: v.Field(i),
			})
		}
	}
	return list
}

// dashed gives a field's flag: "TokenTime" is token-time.
func dashed(field string) string {
	var b strings.Builder
	for i, r := range field {
		if r >= 'A' && r <= 'Z' {
			if i > 0 {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// masked stands in the place of a secret.
const masked = "********"

// Print writes the configuration as it is in force, as YAML that can be read
// again, but for its secrets, which are masked.
func Print(w io.Writer, c *Server) error {
	doc := &yaml.Node{Kind: yaml.MappingNode}
	add := func(name, comment string, value any) error {
		var v yaml.Node
		if err := v.Encode(value); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		doc.Content = append(doc.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: name, HeadComment: comment}, &v)
		return nil
	}
	for _, s := range settings(reflect.ValueOf(c).Elem()) {
		value := s.value.Interface()
		if d, ok := value.(time.Duration); ok {
			value = d.String()
		}
		if strings.Contains(s.name, "password") && s.value.String() != "" {
			value = masked
		}
		if err := add(s.name, s.help, value); err != nil {
			return err
		}
	}
	if len(c.Issuers) > 0 {
		shown := append([]Issuer(nil), c.Issuers...)
		for i := range shown {
			shown[i].JWKSURL = withoutPassword(shown[i].JWKSURL)
		}
		if err := add("issuers", "Others whose tokens are good here.", shown); err != nil {
			return err
		}
	}
	e := yaml.NewEncoder(w)
	e.SetIndent(2)
	if err := e.Encode(doc); err != nil {
		return err
	}
	return e.Close()
}

// withoutPassword masks what a URL has to log in with.
func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address
	}
	return u.Redacted()
}

// Reference writes the documentation of all settings as Markdown.
func Reference(w io.Writer) {
	fmt.Fprint(w, "| setting | environment | default | what it is |\n|---|---|---|---|\n")
	for _, s := range settings(reflect.ValueOf(&Server{}).Elem()) {
		fmt.Fprintf(w, "| `%s` | `%s` | %s | %s |\n", s.name, s.env, strings.ReplaceAll(code(s.byDefault), "`${data_dir}`", "the user's folder for application data"), s.help)
	}
}

func code(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
}
